"""Times that run on behind an event: *until 30 days after termination*, *for the term and for 30 days thereafter*.

Such a time is told in the forms that the language has for its parts: up to the event, and for so long after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from policyc.model.kinds import ACTIONS
from policyc.resolve.joining.moments_apart import ends_agreement
from policyc.resolve.naming.names import Names, keys_above
from policyc.syntax import tree

UP_TO = ("until", "before")


def prolonged(statement: tree.Statement, names: Names) -> Iterator[tree.Statement]:
    """The statements that one makes which holds until some time after an event; itself where it says no such thing."""
    if isinstance(statement.ensured, tree.Statement):
        for each in prolonged(statement.ensured, names):
            yield replace(statement, ensured=each)
        return
    if (apart := no_longer(statement, names)) is not None:
        for each in apart:
            yield from prolonged(each, names)
        return
    found = up_to(statement.lead), up_to(statement.phrases)
    at = next((side for side in (0, 1) if found[side] is not None), None)
    if at is None:
        yield statement
        return
    phrases = (statement.lead, statement.phrases)[at]
    place = found[at] or 0
    for modal, said in parts_of(statement, phrases[place], phrases[place + 1], names):
        kept = (*phrases[:place], *said, *phrases[place + 2 :])
        made = replace(statement, lead=kept) if at == 0 else replace(statement, phrases=kept)
        written = statement.written if modal == statement.modal else modal
        yield from prolonged(replace(made, modal=modal, written=written), names)


def no_longer(statement: tree.Statement, names: Names) -> list[tree.Statement] | None:
    """``shall retain data for no longer than 10 years`` as the ban that it is: nobody has to keep them for so long.

    Beside another length of time, for which they are kept, it is a ban besides; None where nothing of the kind is said.
    """
    act, phrases = statement.act, statement.phrases
    longest = next((part for part in phrases if is_lasting(part, "for at most") and not part.mode), None)
    if longest is None or statement.modal != "must" or act is None:
        return None
    if not all(keeps(verb, names) for verb in act.verbs.items):
        return None
    least = [part for part in phrases if is_lasting(part, "for", "for at least")]
    kept = [replace(part, word="for more than") if part is longest else part for part in phrases if part not in least]
    ban = replace(statement, modal="must not", written="must not", phrases=tuple(kept))
    duty = replace(statement, phrases=tuple(part for part in phrases if part is not longest))
    return [duty, ban] if least else [ban]


def is_lasting(part: tree.Phrase, *words: str) -> TypeGuard[tree.DurationPhrase]:
    """Whether a phrase says how long something lasts, by one of some words."""
    return isinstance(part, tree.DurationPhrase) and part.word in words


def keeps(verb: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a verb is one of keeping data."""
    known = names.find(verb, ACTIONS)
    return known is not None and "keep" in keys_above(known, names)


def up_to(phrases: Sequence[tree.Phrase]) -> int | None:
    """Where a length of time stands that has not passed yet; the event from which it runs follows it."""
    return next(
        (at for at, each in enumerate(phrases) if isinstance(each, tree.DurationPhrase) and each.word in UP_TO), None
    )


Said = tuple[tree.Modal, tuple[tree.Phrase, ...]]


def parts_of(statement: tree.Statement, time: tree.Phrase, event: tree.Phrase, names: Names) -> Iterator[Said]:
    """What a statement says up to an event, for so long after it, and, with `only`, from then on."""
    assert isinstance(time, tree.DurationPhrase)
    assert isinstance(event, tree.NamePhrase)
    modal = statement.modal
    ends = any(ends_agreement(item, names) for item in event.names.all)
    if ends and not (modal == "must" and time.word == "before"):
        yield modal, (replace(event, word="until"),)
    if not ends and modal in ("must not", "need not"):
        yield modal, (replace(event, word="before"),)
    if modal in ("must not", "need not") or (modal == "must" and time.word == "before"):
        yield modal, (replace(time, word="within", mode=""), event)
        return
    if time.mode != "only":
        yield modal, (replace(time, word="for", mode=""), event)
        return
    yield modal, (replace(time, word="for at most", mode=""), event)
    yield "must not", (replace(time, word="for more than", mode=""), event)


def then_on(phrases: tuple[tree.Phrase, ...]) -> tuple[tree.Phrase, ...]:
    """Phrases in which a deadline is the time that has to pass: who stops within 5 days may not go on after these."""
    return tuple(
        replace(each, word="") if isinstance(each, tree.DurationPhrase) and each.word == "within" else each
        for each in phrases
    )
