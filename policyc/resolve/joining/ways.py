"""The ways in which one act may be done: `only if required by law, or with consent`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeGuard

from policyc.model.kinds import ACTIONS
from policyc.model.names import GUARDING, key
from policyc.resolve.joining.segments import Segment
from policyc.resolve.joining.shared import TIMES, after_comma, is_state
from policyc.resolve.naming.names import Names, Unresolved, keys_above
from policyc.syntax import tree


def ways(segment: Segment, names: Names) -> Iterator[list[tree.Phrase]]:
    """The phrases of an act, once for each way in which it may be done: ``only if required by law, or with consent``.

    An `or` behind what lifts a ban lifts it too.
    """
    phrases = lifted_too(segment) if segment.modal == "must not" else opened(segment, names)
    marks = [at for at, part in enumerate(phrases) if isinstance(part, tree.OtherWay)]
    if not marks:
        yield phrases
        return
    first = closing(phrases[: marks[0]]) if closes(phrases) else beginning(phrases, marks[0], names)
    owed = segment.modal == "must" and not (closes(phrases) and is_limit(segment, names))
    if first < 0 or owed or segment.modal == "need not" or lifts(phrases[first]):
        report_other_way(phrases[marks[0]], names)
    shared, mode = phrases[:first], getattr(phrases[first], "mode", "")
    aside = set_off_at_end(phrases, marks[-1] + 2, names)
    bounds = [first - 1, *marks, aside]
    for start, end in pairwise(bounds):
        head, *rest = phrases[start + 1 : end]
        if mode == "only" and start != bounds[0] and isinstance(head, tree.NamePhrase | tree.ConditionPhrase):
            head = replace(head, mode="only")
        yield [*shared, head, *rest, *phrases[aside:]]


def set_off_at_end(phrases: list[tree.Phrase], start: int, names: Names) -> int:
    """Where what belongs to all ways begins: behind the last of them, at a comma."""
    behind = range(start, len(phrases))
    return next((at for at in behind if after_comma(phrases[at].span[0], names)), len(phrases))


def beginning(phrases: list[tree.Phrase], mark: int, names: Names) -> int:
    """Where the first of several ways begins: at the phrase that the next one takes the place of.

    *For advertising without consent or for profiling* is for advertising without consent, or for profiling.
    """
    following = phrases[mark + 1] if mark + 1 < len(phrases) else None
    if not isinstance(following, tree.NamePhrase):
        return mark - 1
    state = is_state(following.names.items[0], names)
    alike = (
        at
        for at, part in enumerate(phrases[:mark])
        if isinstance(part, tree.NamePhrase)
        and part.word == following.word
        and is_state(part.names.items[0], names) is state
    )
    return max(alike, default=mark - 1)


def opened(segment: Segment, names: Names) -> list[tree.Phrase]:
    """The phrases of leave, an `unless` behind `only` made one more way: ``only on instructions unless required``.

    So is one, or an exception, behind how often: ``at most once every year except after a breach``.
    """
    found: list[tree.Phrase] = []
    for part in segment.phrases:
        counted = segment.modal == "may" and bool(found) and is_number(found[-1])
        closed = closing(found) >= 0 and (segment.modal == "may" or is_limit(segment, names))
        if isinstance(part, tree.ConditionPhrase) and is_unless(part) and (counted or closed):
            found += [tree.OtherWay(part.span), replace(part, word="if")]
        elif counted and is_excepted(part, names):
            found += [tree.OtherWay(part.span), replace(part, mode="")]
        else:
            found.append(part)
    return found


def is_number(part: tree.Phrase) -> bool:
    """Whether a phrase says how often something may be done, or on how long a notice."""
    return isinstance(part, tree.FrequencyPhrase) or getattr(part, "word", "") in ("every", "notice")


def is_excepted(part: tree.Phrase, names: Names) -> TypeGuard[tree.NamePhrase | tree.ConditionPhrase]:
    """Whether a phrase excepts a time or a condition."""
    if isinstance(part, tree.ConditionPhrase):
        return part.mode == "except"
    if not isinstance(part, tree.NamePhrase) or part.mode != "except":
        return False
    return part.word in TIMES or is_state(part.names.items[0], names)


def is_unless(part: tree.Phrase) -> bool:
    """Whether a phrase takes something back under a condition."""
    return isinstance(part, tree.ConditionPhrase) and part.word == "unless" and not part.mode


def closing(phrases: Sequence[tree.Phrase]) -> int:
    """Where the last phrase stands that `only` begins; -1 where none does."""
    return max((at for at, part in enumerate(phrases) if getattr(part, "mode", "") == "only"), default=-1)


def closes(phrases: list[tree.Phrase]) -> bool:
    """Whether `only` begins the first of the ways in which something may be done."""
    first = next(at for at, part in enumerate(phrases) if isinstance(part, tree.OtherWay))
    return closing(phrases[:first]) >= 0


def is_limit(segment: Segment, names: Names) -> bool:
    """Whether a duty is to do with data only so: that limits what is done, and demands nothing."""
    verbs = [names.lexicon.find(key(verb.text), ACTIONS) for verb in segment.act.verbs.items]
    above = [keys_above(verb, names) if verb else set[str]() for verb in verbs]
    return segment.modal == "must" and all("process" in each and each.isdisjoint(GUARDING) for each in above)


def lifted_too(segment: Segment) -> list[tree.Phrase]:
    """The phrases of a ban, where each other way to lift it is one more exception."""
    found: list[tree.Phrase] = []
    lifting = False
    for part in segment.phrases:
        last = found[-1] if found else None
        if isinstance(part, tree.OtherWay) and last is not None and lifts(last):
            lifting = True
        elif lifting and isinstance(part, tree.NamePhrase | tree.ConditionPhrase):
            found.append(replace(part, mode="except"))
            lifting = False
        else:
            found.append(part)
    return found


def lifts(part: tree.Phrase) -> bool:
    """Whether a phrase lifts a ban, or takes leave away."""
    unless = isinstance(part, tree.ConditionPhrase) and part.word == "unless"
    return unless or getattr(part, "mode", "") == "except" or isinstance(part, tree.ExceptAllowed | tree.ExceptNames)


def report_other_way(mark: tree.Phrase, names: Names) -> None:
    """Report an `or` between phrases that has no single meaning; raises ``Unresolved``."""
    names.reporter.error(
        "broken-sentence",
        names.origin(mark.span),
        "`or` stands between two phrases here, and it can be read in two ways.",
        "Write a sentence for each; under one label they are one clause.",
    )
    raise Unresolved


def joined_times(phrases: tuple[tree.Phrase, ...], names: Names) -> tuple[tree.Phrase, ...]:
    """``upon a request, upon termination or upon expiry``: one time, whose word is said again; so with exceptions."""
    found: list[tree.Phrase] = []
    for part in phrases:
        found.append(part)
        while (count := repeated(found, names)) is not None:
            first, last = found[-count], found[-1]
            assert isinstance(first, tree.NamePhrase)
            assert isinstance(last, tree.NamePhrase)
            items = first.names.items + last.names.items
            listed = tree.Names(items, "or", (first.names.span[0], last.names.span[1]))
            found[-count:] = [replace(first, names=listed, span=(first.span[0], last.span[1]))]
    return tuple(found)


def repeated(found: list[tree.Phrase], names: Names) -> int | None:
    """How many of the last phrases say one thing with its word again; None where none does."""
    last = found[-1]
    if not isinstance(last, tree.NamePhrase) or last.names.including:
        return None
    for count in (2, 3):
        first = found[-count] if len(found) >= count else None
        between = found[-count + 1 : -1]
        if not isinstance(first, tree.NamePhrase) or any(not isinstance(each, tree.OtherWay) for each in between):
            continue
        again = are_alike(first, last, names) if first.mode == "except" else first.names.joiner == "or"
        joined = count == 3 or again
        if joined and same_time(first, last):
            return count
    return None


def are_alike(first: tree.NamePhrase, last: tree.NamePhrase, names: Names) -> bool:
    """Whether two phrases are one list, as in *except to employees, to subcontractors*: of one sort, and a comma."""
    alike = is_state(first.names.items[0], names) == is_state(last.names.items[0], names)
    return alike and after_comma(last.span[0], names)


def same_time(one: tree.NamePhrase, other: tree.NamePhrase) -> bool:
    """Whether two phrases tell a time by the same word."""
    times = one.word in TIMES and one.mode == other.mode
    return one.word == other.word and (times or (one.mode == "except" and not other.mode))
