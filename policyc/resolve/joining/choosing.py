"""Which of two times is meant: *on 2027-01-01 or after termination, whichever is earlier*.

Of two moments from which something holds, the earlier one lets both stand, each by itself, and the later one asks for
both at once; of two moments up to which it holds, it is the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policyc.resolve.naming.names import Names, Unresolved
from policyc.syntax import tree

UP_TO = ("until", "before", "for", "for at least", "for at most")
Phrases = tuple[tree.Phrase, ...]


def chosen(statement: tree.Statement, names: Names) -> list[tree.Statement]:
    """The statements that one makes which names two times and which of them is meant; itself where it names none.

    Before the subject either of two triggers will do: *after termination, or if consent is withdrawn, Globex must …*.
    """
    if isinstance(statement.ensured, tree.Statement):
        return [replace(statement, ensured=each) for each in chosen(statement.ensured, names)]
    if any(isinstance(each, tree.OtherWay) for each in statement.lead):
        either = triggers(statement.lead, names)
        return [made for lead in either for made in chosen(replace(statement, lead=lead), names)]
    phrases = statement.phrases
    at = next((at for at, each in enumerate(phrases) if isinstance(each, tree.Whichever)), None)
    if at is None:
        return [statement]
    which = phrases[at]
    assert isinstance(which, tree.Whichever)
    one, other, start = two_times(phrases[:at]) or refuse(which, names)
    rest = phrases[:start], phrases[at + 1 :]
    ends = {is_end(one), is_end(other)}
    if len(ends) > 1 or any(isinstance(each, tree.Further) for each in phrases):
        refuse(which, names)
    if which.first is not ends.pop():
        return [replace(statement, phrases=(*rest[0], *time, *rest[1])) for time in (one, other)]
    if all(any(isinstance(each, tree.DurationPhrase) for each in time) for time in (one, other)):
        refuse(which, names)
    return [replace(statement, phrases=(*rest[0], *one, *other, *rest[1]))]


def triggers(lead: Phrases, names: Names) -> list[Phrases]:
    """What stands before the subject, once for each of its triggers; what follows a condition belongs to it.

    Raises ``Unresolved``, reported, where something follows an event, and may belong to all of them or to that alone.
    """
    marks = [at for at, each in enumerate(lead) if isinstance(each, tree.OtherWay)]
    shared = lead[: marks[0] - 1]
    starts = [marks[0] - 1, *(at + 1 for at in marks)]
    found = [lead[start:end] for start, end in zip(starts, [*marks, len(lead)], strict=True)]
    for way in found:
        if len(way) > 1 and isinstance(way[0], tree.NamePhrase):
            names.reporter.error(
                "broken-sentence",
                names.origin(way[1].span),
                "This may belong to all that stands before the comma, or to the last of it alone.",
                "Write it behind the verb, or a sentence for each case.",
            )
            raise Unresolved
    return [(*shared, *way) for way in found]


def two_times(phrases: Phrases) -> tuple[Phrases, Phrases, int] | None:
    """The two times at the end of some phrases, and where they begin; None where there are none, or only one."""
    at = max((place for place, each in enumerate(phrases) if isinstance(each, tree.OtherWay)), default=-1)
    if at < 0:
        return two_events(phrases)
    one, other = times_before(phrases[:at]), phrases[at + 1 :]
    if not one or not other or len(times_before(other)) != len(other):
        return None
    head, then = one[0], other[0]
    if isinstance(head, tree.DurationPhrase) and isinstance(then, tree.DurationPhrase) and not then.word:
        other = (replace(then, word=head.word, mode=head.mode), *other[1:])
    return one, other, at - len(one)


def two_events(phrases: Phrases) -> tuple[Phrases, Phrases, int] | None:
    """The same of two events in one list, each with the length of time before them: *within 30 days after A or B*."""
    time = times_before(phrases)
    last = time[-1] if time else None
    if not isinstance(last, tree.NamePhrase) or len(last.names.all) != 2 or last.names.joiner != "or":
        return None
    each = [(*time[:-1], replace(last, names=tree.Names((item,), None, item.span))) for item in last.names.all]
    return each[0], each[1], len(phrases) - len(time)


def times_before(phrases: Sequence[tree.Phrase]) -> Phrases:
    """The phrases of time at the end of some phrases: a day, an event, or a length and from when it runs."""
    at = len(phrases)
    while at and is_time(phrases[at - 1]):
        at -= 1
        if not (isinstance(phrases[at], tree.NamePhrase) and at and isinstance(phrases[at - 1], tree.DurationPhrase)):
            break
    return tuple(phrases[at:])


def is_time(phrase: tree.Phrase) -> bool:
    """Whether a phrase tells a time."""
    if isinstance(phrase, tree.NamePhrase):
        return phrase.word in ("after", "before", "on", "until", "at")
    return isinstance(phrase, tree.DurationPhrase | tree.DatePhrase)


def is_end(time: Phrases) -> bool:
    """Whether something holds up to a time, and not from it on."""
    return getattr(time[0], "word", "") in UP_TO


def refuse(mark: tree.Phrase, names: Names) -> tuple[Phrases, Phrases, int]:
    """Report a choice between times that has no single meaning here; raises ``Unresolved``."""
    names.reporter.error(
        "broken-sentence",
        names.origin(mark.span),
        "`whichever` chooses between two times, and these are not two times of one kind right before it.",
        "Write `on … or after …, whichever is earlier`, or a sentence for each time.",
    )
    raise Unresolved
