"""From a sentence to the statements that it makes: one for each act, and for each way in which it may be done.

*Must delete records and notify Acme within 30 days* says two things. Who acts and what stands before the first verb
goes with all of them; with whom, for what and where with the verb before it; times and conditions at the end with
every verb that has none of its own. A modal that is said again begins anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from policyc.resolve.names import Names
from policyc.resolve.segments import Segment, begins_act, divided, joined_items, takes_names
from policyc.resolve.shared import share_objects, share_times
from policyc.resolve.verbs import reworded
from policyc.resolve.ways import ways
from policyc.syntax import tree


@dataclass(frozen=True, slots=True)
class Spoken:
    """One statement of a sentence; ``either`` where it is one of several duties of which one has to be done."""

    statement: tree.Statement
    either: bool = False


def spread(statement: tree.Statement, names: Names) -> list[Spoken]:
    """Every statement that a sentence makes; raises ``Unresolved``, all reported, where one makes no sense."""
    if statement.ensured is not None:
        return [
            Spoken(replace(statement, ensured=each.statement), each.either) for each in spread(statement.ensured, names)
        ]
    if statement.act is None or is_plain(statement, names):
        return [Spoken(reworded(statement, names))]
    before, segments = divided(statement, names)
    share_objects(segments, names)
    share_times(segments, names)
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


def is_plain(statement: tree.Statement, names: Names) -> bool:
    """Whether a sentence certainly makes one statement alone."""
    if any(isinstance(part, tree.Further | tree.OtherWay) for part in statement.phrases):
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
