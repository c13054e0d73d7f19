"""From a sentence to the statements that it makes: one for each act, and for each way in which it may be done.

*Must delete records and notify Acme within 30 days* says two things. Who acts and what stands before the first verb
goes with all of them; with whom, for what and where with the verb before it; times and conditions at the end with
every verb that has none of its own. A modal that is said again begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policyc.resolve.naming.belonging import PRONOUN
from policyc.resolve.naming.names import Names, Unresolved
from policyc.resolve.wording.aims import with_aims
from policyc.resolve.wording.binding import meant
from policyc.resolve.wording.happenings import with_happenings
from policyc.resolve.wording.measures import without_more
from policyc.resolve.wording.segments import Segment, begins_act, divided, joined_items, takes_names
from policyc.resolve.wording.settling import settled
from policyc.resolve.wording.shared import after_comma, share_asides, share_objects, share_times
from policyc.resolve.wording.telling import stated
from policyc.resolve.wording.testimony import testified
from policyc.resolve.wording.verbs import reworded
from policyc.resolve.wording.ways import closing, is_unless, joined_times, ways
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
        ensured = stated(statement.ensured, statement.subject, names)
        if ensured.subject is statement.subject:
            return spread(settled(meant(replace(ensured, lead=statement.lead), names), names), names)
        anew = isinstance(statement.ensured, tree.Told)
        said = spread(settled(meant(ensured, names), names) if anew else ensured, names, ensuring=True)
        return [Spoken(replace(statement, ensured=each.statement), each.either) for each in said]
    statement = without_more(testified(with_its_conditions(statement, names), names), names)
    if statement.subject.alone:
        return [each for one in alone(statement, ensuring) for each in spread(one, names)]
    refuse_afterthought(statement, names)
    if statement.act is None or is_plain(statement, names):
        return [Spoken(reworded(statement, names))]
    before, segments = divided(statement, names)
    share_objects(segments, names)
    share_times(segments, names)
    share_asides(segments, names)
    spoken: list[Spoken] = []
    running = before
    for at, segment in enumerate(segments):
        running = [] if segment.anew and at else running
        either = segment.modal == "must" and in_choice(segments, at)
        whole = replace(statement, modal=segment.modal, written=segment.written, act=segment.act)
        for phrases in ways(segment, names):
            made = replace(whole, phrases=(*running, *phrases))
            spoken.append(Spoken(reworded(made, names), either))
    return spoken


def with_its_conditions(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement in which what happens, and what something is done for, is a name."""
    who = statement.subject.names
    names.owner = who.items[0].text if len(who.items) == 1 and not PRONOUN.fullmatch(who.items[0].text) else ""
    act = statement.act
    lead = with_happenings(with_aims(statement.lead, act, names), who, names)
    phrases = with_happenings(with_aims(joined_times(statement.phrases, names), act, names), who, names)
    return replace(statement, lead=lead, phrases=phrases)


def alone(statement: tree.Statement, ensuring: bool) -> Iterator[tree.Statement]:
    """Who *only* may do something: these may, and nobody else; who sees to it sees to the latter."""
    subject = replace(statement.subject, alone=False)
    if not ensuring:
        yield replace(statement, subject=subject)
    anyone = tree.Names((tree.Name("anyone", subject.span),), None, subject.span)
    first, *rest = subject.names.items
    named = (first, *(of_whom(item, first) for item in rest))
    others = replace(subject, names=anyone, besides=replace(subject.names, items=named))
    kept = tuple(part for part in statement.phrases if getattr(part, "mode", "") != "only")
    yield replace(statement, subject=others, modal="must not", written="must not", phrases=kept)


def refuse_afterthought(statement: tree.Statement, names: Names) -> None:
    """Report *encrypt records, and backups if feasible*: the condition may be that of the last alone."""
    listed = statement.act.object if statement.act else None
    behind = next((part for part in statement.phrases if listed and part.span[0] >= listed.span[1]), None)
    if listed is None or len(listed.items) != 2 or not isinstance(behind, tree.ConditionPhrase):
        return
    last = listed.items[1]
    text = names.source.text
    if not after_comma(last.span[0], names, listed.joiner or "") or "," in text[last.span[1] : behind.span[0]]:
        return
    names.reporter.error(
        "broken-sentence",
        names.origin(behind.span),
        f"A comma stands before `{listed.joiner} {last.text}`, and it can be read in two ways: the condition behind "
        "may be that of both, or of the last alone.",
        "Write a sentence for each, or leave the comma out if it is that of both.",
    )
    raise Unresolved


def of_whom(item: tree.Name | tree.Quote, owner: tree.Name | tree.Quote) -> tree.Name | tree.Quote:
    """*Its affiliates* as those of the first who is named."""
    found = PRONOUN.fullmatch(item.text)
    return tree.Name(f"{found['what']} of {owner.text}", item.span) if found else item


def is_plain(statement: tree.Statement, names: Names) -> bool:
    """Whether a sentence certainly makes one statement alone."""
    if any(isinstance(part, tree.Further | tree.OtherWay) for part in statement.phrases):
        return False
    counted = any(isinstance(part, tree.FrequencyPhrase) for part in statement.phrases)
    if (counted or closing(statement.phrases) >= 0) and any(is_unless(part) for part in statement.phrases):
        return False
    lists = [part.names for part in statement.phrases if takes_names(part, names)]
    listed = [*lists, statement.act.object] if statement.act and statement.act.object else lists
    return not any(begins_act(item, names) for each in listed for item in joined_items(each))


def in_choice(segments: list[Segment], at: int) -> bool:
    """Whether a duty stands in a list of duties, under one modal, that `or` joins."""
    first = max(place for place in range(at + 1) if segments[place].anew or place == 0)
    run = [segments[first]]
    for segment in segments[first + 1 :]:
        if segment.anew:
            break
        run.append(segment)
    return any(segment.joiner == "or" for segment in run[1:])
