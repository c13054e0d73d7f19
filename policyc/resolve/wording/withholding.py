"""Data kept from somebody, somebody kept from data, and copies: *keep records from third parties*, *make copies of
records*.

To keep something from third parties is to share it with none; kept from a party, it may be withheld from it or
come from it, which the sentence has to say.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Never

from policyc.model.kinds import DATA
from policyc.model.names import key
from policyc.resolve.naming.complements import stands_behind
from policyc.resolve.naming.names import Names, Unresolved, is_person
from policyc.resolve.wording.refraining import acts_in_gerunds
from policyc.syntax import tree

OUTSIDERS = frozenset(["third party", "anyone", "anyone else", "public", "general public", "outsider", "competitor"])
"""Of whom nobody says that data which came from them are kept."""
BARRING = frozenset(["exclude", "bar"])
MAKING = frozenset(["make", "create", "produce", "take"])
ACCESS_TO = re.compile(r"(?:all\s+|any\s+)?access\s+to\s+", re.IGNORECASE)
COPIES = re.compile(
    r"(?:(?:a|an|any|all|the|further|additional|other|more|its|their|own)\s+)*(?P<one>(?:one|a\s+single|single)\s+)?"
    r"(?:copy|copies)\s+of\s+",
    re.IGNORECASE,
)


def kept_from(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must keep records from third parties``: must not share them with these."""
    phrase = phrase_from(statement, act, names)
    if phrase is None or keys(act) != {"keep"} or act.object is None:
        return None
    if not all(is_person(item, names) for item in phrase.names.all):
        return None
    lasts = any(isinstance(part, tree.DurationPhrase) or word_of(part) == "until" for part in statement.phrases)
    if statement.modal != "must" or lasts or not all(key(item.text) in OUTSIDERS for item in phrase.names.all):
        refuse_kept(act, act.object, phrase, names)
    share = tree.Names((tree.Name("share", act.verbs.span),), None, act.verbs.span)
    phrases = tuple(replace(part, word="with") if part is phrase else part for part in statement.phrases)
    done = replace(act, verbs=share)
    return replace(statement, modal="must not", written="must not", act=done, phrases=phrases)


def refuse_kept(act: tree.Act, object: tree.Names, phrase: tree.NamePhrase, names: Names) -> Never:
    """Report *keep records from Acme*, which may withhold them or store what came from it; raises ``Unresolved``."""
    what, whom = names.origin(object.span).words, names.origin(phrase.names.span).words
    names.reporter.error(
        "broken-sentence",
        names.origin(phrase.span),
        f"`{act.verbs.items[0].text} {what} from {whom}` can be read in two ways: not to let {whom} have them, or to "
        f"store what came from {whom}.",
        f"Write `must not share {what} with {whom}`, or `keep {what} received from {whom}`.",
    )
    raise Unresolved


def barred(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must exclude employees from access to records``: must not give these access to records."""
    phrase = phrase_from(statement, act, names)
    if phrase is None or not keys(act) <= BARRING or act.object is None:
        return None
    if not all(is_person(item, names) for item in act.object.all):
        return None
    found = accessed(statement, phrase, names)
    if statement.modal != "must" or found is None:
        refuse_barred(act.object, phrase, names)
    what, gone = found
    verbs = tree.Names((tree.Name("give access", act.verbs.span),), None, act.verbs.span)
    to = tree.NamePhrase("to", act.object, "", act.object.span)
    rest = tuple(to if part is phrase else part for part in statement.phrases if part not in gone)
    return replace(
        statement, modal="must not", written="must not", act=replace(act, verbs=verbs, object=what), phrases=rest
    )


def accessed(
    statement: tree.Statement, phrase: tree.NamePhrase, names: Names
) -> tuple[tree.Names, tuple[tree.Phrase, ...]] | None:
    """What somebody is excluded from access to, and the phrases that say so besides; None where nothing does."""
    first = phrase.names.items[0]
    at = statement.phrases.index(phrase)
    behind = statement.phrases[at + 1 : at + 2]
    if key(first.text) == "access" and len(phrase.names.all) == 1 and behind:
        to = behind[0]
        return (to.names, behind) if isinstance(to, tree.NamePhrase) and to.word == "to" and not to.mode else None
    if isinstance(first, tree.Name) and (found := ACCESS_TO.match(first.text)):
        what = names.part(first, len(found.group().split()), len(first.text.split()))
        return replace(phrase.names, items=(what, *phrase.names.items[1:])), ()
    done = acts_in_gerunds(phrase.names, names)
    return (done.object, ()) if done and done.object and keys(done) == {"access"} else None


def refuse_barred(object: tree.Names, phrase: tree.NamePhrase, names: Names) -> Never:
    """Report persons who are excluded from something that is no access to data; raises ``Unresolved``."""
    whom = names.origin(object.span).words
    names.reporter.error(
        "broken-sentence",
        names.origin(phrase.span),
        f"From which act {whom} are to be excluded is not read here.",
        f"Write `must not give {whom} access to …`, or `{whom} must not …`.",
    )
    raise Unresolved


def copied(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must not make copies of records``: must not copy them; leave for one copy is leave under just that."""
    if not keys(act) <= MAKING or act.object is None or act.object.including:
        return None
    first = act.object.items[0]
    found = COPIES.match(first.text) if isinstance(first, tree.Name) else None
    if found is None or not isinstance(first, tree.Name) or (found["one"] and statement.modal != "may"):
        return None
    items = [names.part(first, len(found.group().split()), len(first.text.split())), *act.object.items[1:]]
    plain = tuple(without_copies(item, names) for item in items)
    if not all(names.find(item, DATA) for item in plain):
        return None
    verbs = tree.Names((tree.Name("copy", act.verbs.span),), None, act.verbs.span)
    phrases = statement.phrases
    if found["one"]:
        one = tree.Names((tree.Quote("one copy", first.span),), None, first.span)
        phrases = (tree.NamePhrase("with", one, "", first.span), *phrases)
    return replace(statement, act=replace(act, verbs=verbs, object=replace(act.object, items=plain)), phrases=phrases)


def without_copies(item: tree.Name | tree.Quote, names: Names) -> tree.Name | tree.Quote:
    """``copies of records`` as the records."""
    found = COPIES.match(item.text) if isinstance(item, tree.Name) else None
    if found is None or not isinstance(item, tree.Name):
        return item
    return names.part(item, len(found.group().split()), len(item.text.split()))


def phrase_from(statement: tree.Statement, act: tree.Act, names: Names) -> tree.NamePhrase | None:
    """The phrase with `from` that stands right behind what an act is done to."""
    if act.object is None:
        return None
    for part in statement.phrases:
        if isinstance(part, tree.NamePhrase) and part.word == "from" and not part.mode:
            plainly = names.origin(part.span).words.lower().startswith("from")
            return part if plainly and stands_behind(act.object.span, part.span, names) else None
    return None


def word_of(part: tree.Phrase) -> str:
    """The word with which a phrase begins, where it has one."""
    return getattr(part, "word", "")


def keys(act: tree.Act) -> set[str]:
    """The verbs of an act."""
    return {key(verb.text) for verb in act.verbs.items}
