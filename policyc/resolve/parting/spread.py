"""From a sentence to the statements that it makes: one for each act, and for each way in which it may be done.

*Must delete records and notify Acme within 30 days* says two things. Who acts and what stands before the first verb
goes with all of them; with whom, for what and where with the verb before it; times and conditions at the end with
every verb that has none of its own. A modal that is said again begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policyc.resolve.happening.happenings import with_happenings
from policyc.resolve.happening.pointing import points, spoken_of, with_done_to, with_pointed
from policyc.resolve.happening.testimony import testified
from policyc.resolve.joining.endings import share_endings
from policyc.resolve.joining.enumerated import enumerated
from policyc.resolve.joining.narrowing import narrows
from policyc.resolve.joining.segments import Segment, begins_act, divided, joined_items, takes_names, with_manner
from policyc.resolve.joining.shared import share_asides, share_objects, share_orders
from policyc.resolve.joining.ways import closing, is_excepted, is_number, is_unless, joined_times, ways
from policyc.resolve.naming.belonging import PRONOUN
from policyc.resolve.naming.names import Names
from policyc.resolve.parting.afterthought import told_too
from policyc.resolve.parting.besides import apart, one_list
from policyc.resolve.wording.aims import with_aims
from policyc.resolve.wording.measures import without_more
from policyc.resolve.wording.verbs import reworded
from policyc.syntax import tree


@dataclass(frozen=True, slots=True)
class Spoken:
    """One statement of a sentence; ``either`` where it is one of several duties of which one has to be done."""

    statement: tree.Statement
    either: bool = False


def spread(statement: tree.Statement, names: Names, ensuring: bool = False) -> list[Spoken]:
    """Every statement that a sentence makes; raises ``Unresolved``, all reported, where one makes no sense.

    ``ensuring`` tells whether somebody has to see to it.
    """
    if statement.ensured is not None:
        assert isinstance(statement.ensured, tree.Statement)
        said = spread(statement.ensured, names, ensuring=True)
        return [Spoken(replace(statement, ensured=each.statement), each.either) for each in said]
    about = spoken_of(statement.lead, statement.subject.names, names)
    statement = without_more(testified(with_its_conditions(statement, names), names), names)
    if statement.subject.alone:
        return [each for one in alone(statement, ensuring) for each in spread(one, names)]
    if (told := told_too(statement, names)) is not None:
        return [each for one in told for each in spread(one, names)]
    if statement.act is None or is_plain(statement, names):
        return [Spoken(reworded(statement, names))]
    before, segments = divided(statement, names)
    with_pointed(segments, about, names)
    share_objects(segments, names)
    share_endings(segments, names)
    share_orders(segments)
    share_asides(segments, names)
    spoken: list[Spoken] = []
    running = before
    for at, segment in enumerate(segments):
        running = [] if segment.anew and at else running
        either = segment.modal == "must" and in_choice(segments, at)
        whole = replace(statement, modal=segment.modal, written=segment.written, act=segment.act)
        for joined in apart(segment.phrases, segment.modal, names):
            for phrases in ways(replace(segment, phrases=joined), names):
                made = replace(whole, phrases=(*running, *phrases))
                spoken.append(Spoken(reworded(made, names), either))
    return spoken


def with_its_conditions(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement in which what happens, and what something is done for, is a name."""
    who = statement.subject.names
    names.owner = who.items[0].text if len(who.items) == 1 and not PRONOUN.fullmatch(who.items[0].text) else ""
    act = statement.act
    done_to = with_done_to(statement, names)
    set_before = [part for part in done_to if stands_before_verb(part, act)]
    lead = with_happenings(with_aims((*statement.lead, *set_before), act, names), who, names)
    behind = tuple(part for part in done_to if part not in set_before)
    listed = enumerated(joined_times(behind, names), names)
    phrases = with_happenings(with_aims(listed, act, names), who, names)
    return replace(statement, lead=lead, phrases=one_list(phrases, names))


def stands_before_verb(part: tree.Phrase, act: tree.Act | None) -> bool:
    """Whether an exception or an *only* is set before the verb, and so nothing behind the verb belongs to it."""
    limits = getattr(part, "mode", "") in ("only", "except")
    return limits and act is not None and part.span[1] <= act.verbs.span[0]


def alone(statement: tree.Statement, ensuring: bool) -> Iterator[tree.Statement]:
    """Who *only* may do something: these may, and nobody else; who sees to it sees to the latter."""
    subject = replace(statement.subject, alone=False)
    if not ensuring or closing(statement.phrases) >= 0:
        yield replace(statement, subject=subject)
    anyone = tree.Names((tree.Name("anyone", subject.span),), None, subject.span)
    first, *rest = subject.names.items
    named = (first, *(of_whom(item, first) for item in rest))
    others = replace(subject, names=anyone, besides=replace(subject.names, items=named))
    kept = tuple(part for part in statement.phrases if getattr(part, "mode", "") != "only")
    yield replace(statement, subject=others, modal="must not", written="must not", phrases=kept)


def of_whom(item: tree.Name | tree.Quote, owner: tree.Name | tree.Quote) -> tree.Name | tree.Quote:
    """*Its affiliates* as those of the first who is named."""
    found = PRONOUN.fullmatch(item.text)
    return tree.Name(f"{found['what']} of {owner.text}", item.span) if found else item


def is_plain(statement: tree.Statement, names: Names) -> bool:
    """Whether a sentence certainly makes one statement alone."""
    if any(isinstance(part, tree.Further | tree.OtherWay | tree.Besides) for part in statement.phrases):
        return False
    if statement.act and (points(statement.act.object) or with_manner(statement.act.verbs) is not None):
        return False
    if narrows(statement.phrases, names) is not None:
        return False
    counted = any(is_number(part) for part in statement.phrases)
    taken_back = any(is_unless(part) or is_excepted(part, names) for part in statement.phrases)
    if (counted or closing(statement.phrases) >= 0) and taken_back:
        return False
    lists = [part.names for part in statement.phrases if takes_names(part, names)]
    listed = [*lists, statement.act.object] if statement.act and statement.act.object else lists
    return not any(begins_act(item, names) for each in listed for item in joined_items(each))


def in_choice(segments: list[Segment], at: int) -> bool:
    """Whether a duty is joined by `or` to the one before it or behind it, under one modal."""
    behind = segments[at + 1 : at + 2]
    return any(not each.anew and each.joiner == "or" for each in (*(segments[at : at + 1] if at else ()), *behind))
