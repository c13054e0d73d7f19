"""Who is only described, as who is meant where the description holds: *any party that becomes aware of a breach*.

Each party is bound, once it becomes aware of one. People and personnel are picked out by what is said of them, and stay
a kind of their own (*staff who have a need to know*); so do those who *alone* may do something.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal, NoReturn

from policyc.model.kinds import PARTIES
from policyc.model.names import key
from policyc.resolve.actors import predicate
from policyc.resolve.happening.deeds import AWARE, deed_of, names_state
from policyc.resolve.naming.belonging import ACTING_FOR
from policyc.resolve.naming.composing import DESCRIBED, IS_SO
from policyc.resolve.naming.names import Names, Unresolved, keys_above
from policyc.resolve.report import bare
from policyc.syntax import tree

ACCESS = re.compile(r"(?:has|have)\s+access\s+to\s+", re.IGNORECASE)
PRONOUNS = ("who", "which", "that")
HAPPENING = frozenset(["receive", "obtain", "get", "suffer", "find"])
"""What happens to who does it, so that it may set off a duty."""


def with_description(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement on a described party as one on the party, where what describes it holds; raises ``Unresolved``."""
    if isinstance(statement.ensured, tree.Statement):
        statement = replace(statement, ensured=with_description(statement.ensured, names))
    subject = statement.subject
    items = [item for item in subject.names.all if isinstance(item, tree.Name)]
    described = [item for item in items if is_described(item, names)]
    if subject.alone or not described:
        return statement
    who = described[0]
    words = [word.lower() for word in who.text.split()]
    at = next(at for at, word in enumerate(words) if word in PRONOUNS)
    head, does = names.part(who, 0, at), names.part(who, at + 1, len(words))
    if len(subject.names.all) > 1 or subject.besides:
        refuse_several(who, head, names)
    state = tree.Name(f"it {ACCESS.sub('accesses ', does.text)}", does.span)
    owner = tree.Names((head,), None, head.span)
    if deed_of(state, owner, None, names) is None and not names_state(does, names):
        refuse(who, head, names)
    word: Literal["when", "if"] = "when" if statement.modal == "must" and sets_off(state, statement, names) else "if"
    lead = tree.ConditionPhrase(word, state, "", does.span)
    return replace(statement, subject=replace(subject, names=owner), lead=(lead, *statement.lead))


def is_described(item: tree.Name, names: Names) -> bool:
    """Whether a name describes a party, and neither is declared itself nor says a quality (*that are audited*)."""
    found = DESCRIBED.fullmatch(item.text)
    if found is None or not found["said"]:
        return False
    so = IS_SO.fullmatch(found["said"])
    qualified = so and names.find(tree.Name(f"{so['so']} {bare(found['head'])}", item.span), PARTIES)
    return (
        is_party(found["head"], item, names) and not qualified and not names.lexicon.declares(key(item.text), PARTIES)
    )


def is_party(text: str, at: tree.Name, names: Names) -> bool:
    """Whether words stand for parties that are no mere people who act for another."""
    if names.role_of(text) is not None:
        return True
    found = names.find(tree.Name(text, at.span), PARTIES)
    return found is not None and not ACTING_FOR & keys_above(found, names)


def sets_off(state: tree.Name, statement: tree.Statement, names: Names) -> bool:
    """Whether what is said of a party happens to it, or has a time run, so that its duty begins then."""
    timed = any(isinstance(part, tree.DurationPhrase) and part.word == "within" for part in statement.phrases)
    does = predicate(state.text.split()[1:], names)
    return timed or AWARE.fullmatch(state.text) is not None or (does is not None and does.verb in HAPPENING)


def refuse_several(who: tree.Name, head: tree.Name, names: Names) -> NoReturn:
    """Report a description in a list, which may be of the last or of all; raises ``Unresolved``."""
    names.reporter.error(
        "broken-sentence",
        names.origin(who.span),
        f"What describes `{bare(head.text)}` may go with the others who are named beside it, or not.",
        "Say of each in a sentence of its own what it must, may or must not do.",
    )
    raise Unresolved


def refuse(who: tree.Name, head: tree.Name, names: Names) -> NoReturn:
    """Report a description that is no condition; raises ``Unresolved``."""
    names.reporter.error(
        "broken-sentence",
        names.origin(who.span),
        f"`{who.text}` describes who is bound, and what describes it cannot be read as a condition.",
        f"Declare it as a condition (`Delay is a condition.`) and say of `{bare(head.text)}` what holds `if delay`; or "
        "declare those who are meant (`Late payers are parties.`).",
    )
    raise Unresolved
