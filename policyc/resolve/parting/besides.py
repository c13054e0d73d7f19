"""`and` between phrases: *for support and for research*, *once a year, and at any time after a breach*.

Behind it a phrase may say again what one before it says: then both are one list, or what follows is another way in
which the same may be done, or has to be done as well. Else `and` is a pause, and both phrases hold together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NoReturn

from policyc.resolve.joining.again import named_again, set_off, stands_again
from policyc.resolve.joining.narrowing import narrowed
from policyc.resolve.joining.segments import begins_act
from policyc.resolve.joining.ways import lifts
from policyc.resolve.naming.names import Names, Unresolved, is_person
from policyc.resolve.wording.binding import act_of
from policyc.syntax import tree

Phrases = list[tree.Phrase]


def apart(phrases: Phrases, modal: tree.Modal, names: Names) -> list[Phrases]:
    """The phrases of an act, once for each of the ways that `and` joins; raises ``Unresolved``, reported."""
    at = next((at for at, part in enumerate(phrases) if isinstance(part, tree.Besides)), None)
    if at is None:
        return narrowed(phrases, names)
    before, behind = phrases[:at], phrases[at + 1 :]
    again = stands_again(before, behind, modal, names)
    if again is None:
        return apart([*before, *behind], modal, names)
    mode: tree.Mode = getattr(before[again.first], "mode", "")
    other = behind[again.second]
    if mode and isinstance(other, tree.NamePhrase | tree.ConditionPhrase) and not other.mode:
        behind[again.second] = replace(other, mode=mode)
    if mode == "except":
        return apart([*before, *behind], modal, names)
    if modal == "must not" and any(lifts(each) for each in before[again.first + 1 :]):
        refuse_behind_exception(other, names)
    own, shared = divided_at_comma(behind, names)
    if len(own) > again.length and again.first == len(before) - 1:
        refuse(own[again.length], names)
    first, second = [*before, *shared], [*before[: again.first], *own, *shared]
    return [*apart(first, modal, names), *apart(second, modal, names)]


def one_list(phrases: Iterable[tree.Phrase], names: Names) -> tuple[tree.Phrase, ...]:
    """Phrases of which two that `and` joins and that begin with one word are one: ``for support and for research``."""
    rest, found = list(phrases), list[tree.Phrase]()
    while rest:
        part = rest.pop(0)
        if isinstance(part, tree.Besides) and found and rest and are_one(found[-1], rest, names):
            found[-1] = listed(found[-1], rest.pop(0))
        else:
            found.append(part)
    return tuple(found)


def are_one(last: tree.Phrase, behind: Phrases, names: Names) -> bool:
    """Whether both sides of `and` say one thing of two names, and nothing belongs to the second alone."""
    head = behind[0]
    again = named_again([last], [head], names)
    if again is None or not isinstance(last, tree.NamePhrase) or not isinstance(head, tree.NamePhrase):
        return False
    after = behind[1] if len(behind) > 1 and not isinstance(behind[1], tree.Besides) else None
    belongs = after is not None and set_off(last, head, names) and not set_off(head, after, names)
    return not belongs and head.mode in ("", last.mode) and is_and_list(last.names) and is_and_list(head.names)


def is_and_list(names: tree.Names) -> bool:
    """Whether a list is one that more may be added to behind `and`."""
    return names.including is None and names.joiner != "or"


def listed(last: tree.Phrase, head: tree.Phrase) -> tree.NamePhrase:
    """Two phrases that begin with one word as one."""
    assert isinstance(last, tree.NamePhrase)
    assert isinstance(head, tree.NamePhrase)
    items = (*last.names.items, *head.names.items)
    names = tree.Names(items, "and", (last.names.span[0], head.names.span[1]))
    return replace(last, names=names, span=(last.span[0], head.span[1]))


def divided_at_comma(behind: Phrases, names: Names) -> tuple[Phrases, Phrases]:
    """What follows `and` up to where a comma sets off what belongs to both ways, and that."""
    start = max((at + 1 for at, part in enumerate(behind) if isinstance(part, tree.Besides)), default=0)
    for at in range(start + 1, len(behind)):
        if set_off(behind[at - 1], behind[at], names):
            return behind[:at], behind[at:]
    return behind, []


def refuse(part: tree.Phrase, names: Names) -> NoReturn:
    """Report a phrase that may belong to both ways, or to the last alone; raises ``Unresolved``."""
    words = names.origin(part.span).words
    names.reporter.error(
        "broken-sentence",
        names.origin(part.span),
        f"`{words}` can be read in two ways: it belongs to both of what `and` joins, or to the last alone.",
        f"If it belongs to both, put a comma before it, `…, {words}`; else write a sentence for each.",
    )
    raise Unresolved


def refuse_behind_exception(part: tree.Phrase, names: Names) -> NoReturn:
    """Report what may be excepted as well, or forbidden as well; raises ``Unresolved``."""
    words = names.origin(part.span).words
    names.reporter.error(
        "broken-sentence",
        names.origin(part.span),
        f"`and {words}` behind an exception can be read in two ways: it is excepted as well, or forbidden as well.",
        f"If it is excepted, write `or {words}`; if it is forbidden, write a sentence for it.",
    )
    raise Unresolved


def with_further_acts(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement in which ``agrees to delete records and to notify Acme`` says two acts."""
    if isinstance(statement.ensured, tree.Statement):
        return replace(statement, ensured=with_further_acts(statement.ensured, names))
    found: Phrases = []
    written, start = statement.written, 0
    for part in statement.phrases:
        mark = found[-1] if found else None
        if isinstance(part, tree.Further):
            written, start = part.written, len(found)
        if not isinstance(mark, tree.Besides) or not is_act(part, names):
            found.append(part)
            continue
        assert isinstance(part, tree.NamePhrase)
        if are_aims(found[:-1], part, names):
            found[-2:] = [listed(found[-2], part)]
        elif written.endswith(" to") and (done := act_of(part, names)) is not None:
            if any(is_aim(each, names) for each in found[start:]):
                refuse_act(part, written, names)
            found[-1] = tree.Further("and", statement.modal, written, (), done, part.span, said=False)
        else:
            found.append(part)
    return replace(statement, phrases=tuple(found))


def are_aims(before: Phrases, part: tree.NamePhrase, names: Names) -> bool:
    """Whether what stands before `and` is `to` and an act as well: ``to delete records and to notify Acme``."""
    last = before[-1] if before else None
    if not isinstance(last, tree.NamePhrase) or not is_act(last, names) or last.mode != part.mode:
        return False
    return is_and_list(last.names) and is_and_list(part.names)


def is_act(part: tree.Phrase, names: Names) -> bool:
    """Whether a phrase is `to` and what is to be done."""
    if not isinstance(part, tree.NamePhrase) or part.word != "to" or part.mode:
        return False
    first = part.names.items[0]
    if isinstance(first, tree.Quote) or is_person(first, names):
        return False
    return names.verb_of(first.text.split()[:1], 1) is not None or begins_act(first, names) is not None


def is_aim(part: tree.Phrase, names: Names) -> bool:
    """Whether a phrase says what for."""
    return isinstance(part, tree.NamePhrase) and (part.word == "for" or is_act(part, names))


def refuse_act(part: tree.Phrase, written: str, names: Names) -> NoReturn:
    """Report an act behind `and to` that may be one more aim; raises ``Unresolved``."""
    words = names.origin(part.span).words
    names.reporter.error(
        "broken-sentence",
        names.origin(part.span),
        f"`and {words}` can be read in two ways: one more thing that is done, or one more thing that it is done for.",
        f"If it is one more thing that is done, say `{written}` again: `…, and {written} …`.",
    )
    raise Unresolved
