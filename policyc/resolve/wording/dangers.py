"""What data are protected from, and what measures are for, kept as words: *protect records from unauthorised access*,
*measures to prevent disclosure of records to third parties*. They say what is to be reached, and limit nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn

from policyc.model.kinds import ACTIONS
from policyc.model.names import key, verbs_of_participle
from policyc.resolve.joining.segments import Added, begins_act, first_act, takes_names
from policyc.resolve.naming.complements import stands_behind
from policyc.resolve.naming.described import is_safeguard
from policyc.resolve.naming.names import Names, Unresolved, is_person, keys_above
from policyc.syntax import tree

PROTECTING = frozenset({"protect", "defend"})
AGAINST = ("against", "from")
BEHIND_AIM = ("with", "to", "outside", *AGAINST)
BEHIND_DANGER = ("to", "outside")
AIMS = frozenset(
    [
        *("avoid", "comply", "control", "correct", "detect", "deter", "ensure", "guard", "identify", "keep", "limit"),
        *("maintain", "minimise", "minimize", "mitigate", "monitor", "preserve", "prevent", "protect", "reduce"),
        *("respond", "restore", "restrict", "safeguard", "secure", "verify"),
    ]
)
"""What measures are for, where it stands in a list of what they are for: ``to protect records and prevent misuse``."""
LINK = re.compile(r"(?:,\s*)?(?:\b(?:and|or)\b)?\s*$", re.IGNORECASE)
"""What joins a list to what follows it."""
Phrases = list[tree.Phrase]
Acting = tuple[tree.Act, Phrases]


def with_dangers(statement: tree.Statement, phrases: Sequence[tree.Phrase], names: Names) -> Acting:
    """The act and the phrases of a statement, what it protects from and what its measures are for kept as words.

    Raises ``Unresolved``, reported, where an act behind these may be one more aim, or one more duty.
    """
    act, found = statement.act, list(phrases)
    assert act is not None
    at = 0
    while at < len(found):
        acting = acting_at(act, found[:at], names)
        part = found[at]
        if begins(part, acting, names) and isinstance(part, tree.NamePhrase):
            if act.object and is_of_safeguards(part.names.including, names):
                act = replace(act, object=replace(act.object, including=part.names.including))
                part = replace(part, names=replace(part.names, including=None))
            found[at:] = as_words(part, found[at + 1 :], statement, names)
        elif at and isinstance(part, tree.NamePhrase) and part.word in AGAINST and is_aim(found[at - 1], part, names):
            found[at - 1 : at + 1] = with_danger(found[at - 1], part, names)
        at += 1
    return act, found


def acting_at(act: tree.Act, before: Phrases, names: Names) -> tree.Act:
    """The act that is spoken of behind some phrases: the last that began in a list among them, or before them."""
    act = last_act(act, act.object, names)
    for part in before:
        if isinstance(part, tree.Further):
            act = last_act(part.act, part.act.object, names)
        elif takes_names(part, names):
            act = last_act(act, part.names, names)
    return act


def last_act(act: tree.Act, listed: tree.Names | None, names: Names) -> tree.Act:
    """The last act that stands in a list; the one before the list where none does."""
    cut = first_act(listed, names) if listed is not None else None
    return last_act(cut[1].act, cut[1].act.object, names) if cut else act


def begins(part: tree.Phrase, acting: tree.Act, names: Names) -> bool:
    """Whether a phrase begins what something is protected from, or what measures are for or against."""
    if not isinstance(part, tree.NamePhrase) or part.mode or acting.object is None:
        return False
    if part.word in AGAINST and is_protecting(acting, names):
        kept = part.word == "from" and acting.verbs.items[-1].text.startswith("keep")
        return not (kept and is_person(part.names.items[0], names))
    last = acting.object.items[-1]
    measure = isinstance(last, tree.Name) and not acting.passive and is_safeguard(last, names)
    starts_act = part.word == "to" and names.verb_of(part.names.items[0].text.split(), 1) is not None
    return measure and (part.word == "against" or starts_act)


def is_of_safeguards(listed: tree.Names | None, names: Names) -> bool:
    """Whether all names of a list are safeguards: ``measures against loss, including encryption``."""
    return listed is not None and all(isinstance(item, tree.Name) and is_safeguard(item, names) for item in listed.all)


def is_aim(before: tree.Phrase, part: tree.NamePhrase, names: Names) -> bool:
    """Whether a phrase right behind an aim says what to protect from: ``to protect its systems against attacks``."""
    if not isinstance(before, tree.NamePhrase) or before.word != "to" or part.mode:
        return False
    last = before.names.items[-1].text.split()
    verb = names.lexicon.find(key(last[0]), ACTIONS) if names.verb_of(last[:1], 1) else None
    protects = verb is not None and bool(PROTECTING & keys_above(verb, names))
    return protects and stands_behind(before.span, part.span, names)


def with_danger(aim: tree.Phrase, part: tree.NamePhrase, names: Names) -> list[tree.Phrase]:
    """An aim with those that stand in the list of dangers behind it, and the words for the dangers."""
    assert isinstance(aim, tree.NamePhrase)
    items = part.names.items
    act_in(part.names, True, names)
    kept = next((at for at, item in enumerate(items) if at and is_act_on(item, names)), len(items))
    span = (part.span[0], items[kept - 1].span[1])
    said = tree.Anyhow(names.source.quote(span), span)
    if kept < len(items):
        listed = tree.Names((*aim.names.items, *items[kept:]), part.names.joiner, aim.names.span)
        aim = replace(aim, names=listed)
    return [aim, said]


def is_act_on(item: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name of a list is an act on something: ``prevent fraud``."""
    found = begins_act(item, names)
    return found is not None and found[2] is not None


def as_words(first: tree.NamePhrase, behind: Phrases, statement: tree.Statement, names: Names) -> list[tree.Phrase]:
    """The words that a phrase begins, the act that stands in its list behind them, and the phrases behind all that."""
    phrases = [first, *behind]
    end, added = run(first, phrases, 0, names)
    if added is None:
        span = (first.span[0], (first.names.items[-1] if end == 1 else phrases[end - 1]).span[1])
        return [tree.Anyhow(names.source.quote(span), span), *phrases[end:]]
    start = added.act.verbs.span[0]
    further = tree.Further(
        added.joiner, statement.modal, statement.written, added.manner, added.act, added.act.span, said=False
    )
    words = names.source.text[first.span[0] : (added.manner[0].span[0] if added.manner else start)]
    span = (first.span[0], first.span[0] + len(LINK.sub("", words)))
    return [tree.Anyhow(names.source.quote(span), span), further, *phrases[end:]]


def run(first: tree.NamePhrase, phrases: Sequence[tree.Phrase], at: int, names: Names) -> tuple[int, Added | None]:
    """Where the words end that belong to what a phrase begins, and the act that stands in its list behind them."""
    aim, last, end = first.word == "to", first, at + 1
    while True:
        if (cut := act_in(last.names, aim, names)) is not None:
            return end, cut
        following = end + 1 if end < len(phrases) and isinstance(phrases[end], tree.Besides) else end
        part = phrases[following] if following < len(phrases) else None
        if not isinstance(part, tree.NamePhrase) or part.mode:
            return end, None
        near = following == end and stands_behind(last.span, part.span, names)
        again = last.word in AGAINST and part.word in AGAINST
        if not again and not (near and part.word in (BEHIND_DANGER if last.word in AGAINST else BEHIND_AIM)):
            return end, None
        last, end = part, following + 1


def act_in(listed: tree.Names, aim: bool, names: Names) -> Added | None:
    """The act on something that stands in a list of dangers: ``from loss and notify Acme of breaches``."""
    found = first_act(listed, names)
    while found is not None and (found[1].act.object is None or is_noun(found[1].act)):
        rest = found[1].act.object
        found = first_act(rest, names) if rest is not None else None
    if found is None or (aim and key(found[1].act.verbs.items[0].text) in AIMS):
        return None
    if aim:
        refuse(found[1].act, names)
    return found[1]


def is_noun(act: tree.Act) -> bool:
    """Whether an act in a list is a noun that another one follows: *use* in ``access, use or disclosure``."""
    assert act.object is not None
    return act.object.span[0] > act.verbs.span[1] + 1


def is_protecting(act: tree.Act, names: Names) -> bool:
    """Whether all that is done is to protect."""
    verbs = [names.lexicon.find(key(verb), ACTIONS) for verb in in_active(act)]
    return all(verb is not None and bool(PROTECTING & keys_above(verb, names)) for verb in verbs)


def in_active(act: tree.Act) -> list[str]:
    """The verbs of an act; participles as the verbs that they most likely belong to."""
    return [verbs_of_participle(verb.text)[0] if act.passive else verb.text for verb in act.verbs.items]


def refuse(act: tree.Act, names: Names) -> NoReturn:
    """Report an act that may be one more thing that measures are for, or one more duty; raises ``Unresolved``."""
    words = names.origin(act.span).words
    names.reporter.error(
        "broken-sentence",
        names.origin(act.span),
        f"`{words}` can be read in two ways: as what the measures are for, or as one more thing that must be done.",
        f"If the measures are for it, write `to {words}`; if it must be done, begin it with its own `must`.",
    )
    raise Unresolved
