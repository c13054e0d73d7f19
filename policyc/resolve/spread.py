"""From a sentence to the statements that it makes: one for each act, and for each way in which it may be done.

*Must delete records and notify Acme within 30 days* says two things. Who acts and what stands before the first verb
goes with all of them; with whom, for what and where with the verb before it; times and conditions at the end with
every verb that has none of its own. A modal that is said again begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeGuard

from policyc.model.names import Kind, key
from policyc.resolve.names import PERSONS, STATES, Names, Unresolved, keys_above
from policyc.resolve.verbs import reworded
from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.parts import is_adverb

ACTIONS = frozenset({Kind.ACTION})
TIMES = ("after", "before", "on", "until")
LONGEST_VERB = 3


@dataclass(frozen=True, slots=True)
class Spoken:
    """One statement of a sentence; ``either`` where it is one of several duties of which one has to be done."""

    statement: tree.Statement
    either: bool = False


@dataclass(slots=True)
class Segment:
    """One act of a sentence and the phrases behind it; ``anew`` where the writer said its modal again."""

    modal: tree.Modal
    written: str
    act: tree.Act
    phrases: list[tree.Phrase] = field(default_factory=list)
    joiner: tree.Joiner = "and"
    anew: bool = True


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


def takes_names(part: tree.Phrase, names: Names) -> TypeGuard[tree.NamePhrase | tree.ExceptNames]:
    """Whether a phrase takes a list of names, and not of acts as in ``to identify or contact customers``."""
    if isinstance(part, tree.NamePhrase) and part.word == "to":
        return begins_act(part.names.items[0], names) is None
    return isinstance(part, tree.NamePhrase | tree.ExceptNames)


def joined_items(names: tree.Names) -> tuple[tree.Name | tree.Quote, ...]:
    """What stands in a list after its first name."""
    return names.all[1:]


# Acts


def divided(statement: tree.Statement, names: Names) -> tuple[list[tree.Phrase], list[Segment]]:
    """What stands before the first verb, and the acts of a sentence."""
    assert statement.act is not None
    first = Segment(statement.modal, statement.written, statement.act)
    before: list[tree.Phrase] = []
    segments = [first]
    for part in statement.phrases:
        if isinstance(part, tree.Further):
            added = Segment(part.modal, part.written, part.act, [*part.manner], part.joiner, part.said)
            segments.append(added)
        elif part.span[1] <= statement.act.verbs.span[0] and part.span != (0, 0):
            before.append(part)
        else:
            segments[-1].phrases.append(part)
    return before, [each for segment in segments for each in split_lists(segment, names)]


def split_lists(segment: Segment, names: Names) -> list[Segment]:
    """The acts of which the later ones stand in a list: ``delete records and notify Acme``."""
    if segment.act.object and not segment.act.passive and (cut := first_act(segment.act.object, names)):
        kept, added = cut
        head = replace(segment, act=replace(segment.act, object=kept), phrases=[])
        return [head, *split_lists(added.beginning(segment.modal, segment.written, segment.phrases), names)]
    for at, part in enumerate(segment.phrases):
        if takes_names(part, names) and (cut := first_act(part.names, names)):
            kept, added = cut
            head = replace(segment, phrases=[*segment.phrases[:at], replace(part, names=kept)])
            return [
                head,
                *split_lists(added.beginning(segment.modal, segment.written, segment.phrases[at + 1 :]), names),
            ]
    return [segment]


@dataclass(frozen=True, slots=True)
class Added:
    """An act that stands in a list: its manner, the act, and how it is joined to what stands before."""

    manner: tuple[tree.Manner, ...]
    act: tree.Act
    joiner: tree.Joiner

    def beginning(self, modal: tree.Modal, written: str, phrases: list[tree.Phrase]) -> Segment:
        """The segment that it begins, under the modal of the one before."""
        return Segment(modal, written, self.act, [*self.manner, *phrases], self.joiner, anew=False)


def first_act(listed: tree.Names, names: Names) -> tuple[tree.Names, Added] | None:
    """A list up to the first name in it that is an act, and that act with what follows."""
    items, heads = listed.all, len(listed.items)
    for at in range(1, len(items)):
        found = begins_act(items[at], names)
        if found is None:
            continue
        manner, verb, rest = found
        joiner = (listed.joiner if at < heads or listed.including is None else listed.including.joiner) or "and"
        what = ((rest,) if rest else ()) + items[at + 1 :]
        last = at == len(items) - 1
        verbs = tree.Names((verb,), None, verb.span)
        object = tree.Names(what, joiner if len(what) > 1 else None, span_of(what)) if what else None
        act = tree.Act(verbs, object, (verb.span[0], listed.span[1]))
        return shortened(listed, at, last), Added(manner, act, joiner)
    return None


def shortened(listed: tree.Names, at: int, last: bool) -> tree.Names:
    """A list up to one of its names; where the last is cut off, commas alone may be left between the others."""
    heads = len(listed.items)
    if at >= heads and listed.including is not None:
        kept = listed.including.items[: at - heads]
        including = tree.Names(kept, "and" if len(kept) > 1 else None, span_of(kept)) if kept else None
        return replace(listed, including=including)
    kept = listed.items[:at]
    return tree.Names(kept, (listed.joiner or "and") if len(kept) > 1 else None, span_of(kept))


def span_of(items: tuple[tree.Name | tree.Quote, ...]) -> Span:
    """Where some names stand together."""
    return (items[0].span[0], items[-1].span[1])


def begins_act(
    item: tree.Name | tree.Quote, names: Names
) -> tuple[tuple[tree.Manner, ...], tree.Name, tree.Name | None] | None:
    """The manner, the verb and what follows it, where a name that nothing declares begins with a declared act."""
    if isinstance(item, tree.Quote) or names.role(key(item.text)):
        return None
    words = item.text.split()
    manner: tuple[tree.Manner, ...] = ()
    start = 1 if len(words) > 1 and is_adverb(words[0].lower()) else 0
    known = names.verb_of(words[start:], LONGEST_VERB)
    if known is None or (len(words) > start + known and words[start + known].lower() == "of"):
        return None
    if names.find(item, frozenset(Kind) - ACTIONS):
        return None
    if start:
        adverb = names.part(item, 0, 1)
        manner = (tree.Manner(tree.Names((adverb,), None, adverb.span), adverb.span),)
    verb = names.part(item, start, start + known)
    return manner, verb, names.part(item, start + known, len(words)) if len(words) > start + known else None


# What is shared


def share_objects(segments: list[Segment], names: Names) -> None:
    """Let a verb without an object take that of the next: ``return to Acme or delete records``."""
    for segment, following in reversed(list(pairwise(segments))):
        act, other = segment.act, following.act
        if act.object is not None or other.object is None:
            continue
        if not segment.phrases if following.anew else is_on_data(act, names):
            segment.act = replace(act, object=other.object)


def is_on_data(act: tree.Act, names: Names) -> bool:
    """Whether what is done is done with data."""
    verbs = [names.lexicon.find(key(verb.text), ACTIONS) for verb in act.verbs.items]
    return all(verb is not None and keys_above(verb, names) & {"process", "delete"} for verb in verbs)


def share_times(segments: list[Segment], names: Names) -> None:
    """Let times and conditions at the end count for each verb before that has none, back to the last modal."""
    for at in range(len(segments) - 1, 0, -1):
        segment, earlier = segments[at], segments[at - 1]
        behind = segment.act.verbs.span[1]
        ending = [part for part in segment.phrases if part.span[0] >= behind and tells_when(part, names)]
        own = [part for part in earlier.phrases if tells_when(part, names)]
        if segment.anew:
            lifting = segment.modal == earlier.modal
            ending = [part for part in ending if lifting and lifts_all(part, names)]
            own = [part for part in own if isinstance(part, tree.ConditionPhrase)]
        if ending and not own:
            earlier.phrases = [*earlier.phrases, *ending]


def lifts_all(part: tree.Phrase, names: Names) -> bool:
    """Whether a part is an `unless` that a comma sets off, so that it lifts all that stands before."""
    unless = isinstance(part, tree.ConditionPhrase) and part.word == "unless"
    return unless and names.source.text[: part.span[0]].rstrip().endswith(",")


def tells_when(part: tree.Phrase, names: Names) -> bool:
    """Whether a phrase is a time or a condition."""
    match part:
        case tree.NamePhrase(word):
            return word in TIMES or (word in ("with", "without") and is_state(part.names.items[0], names))
        case tree.DurationPhrase() | tree.DatePhrase() | tree.SoftDeadline() | tree.ConditionPhrase():
            return True
        case _:
            return False


def is_state(item: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name stands for a condition, and for no person."""
    if isinstance(item, tree.Quote):
        return True
    return names.find(item, STATES) is not None and names.find(item, PERSONS) is None


def in_choice(segments: list[Segment], at: int) -> bool:
    """Whether a duty stands in a list of duties, under one modal, that `or` joins."""
    first = max(place for place in range(at + 1) if segments[place].anew or place == 0)
    run = [segments[first]]
    for segment in segments[first + 1 :]:
        if segment.anew:
            break
        run.append(segment)
    return any(segment.joiner == "or" for segment in run[1:])


# Ways


def ways(segment: Segment, names: Names) -> Iterator[list[tree.Phrase]]:
    """The phrases of an act, once for each way in which it may be done: ``only if required by law, or with consent``.

    An `or` behind what lifts a ban lifts it too.
    """
    phrases = lifted_too(segment) if segment.modal == "must not" else segment.phrases
    marks = [at for at, part in enumerate(phrases) if isinstance(part, tree.OtherWay)]
    if not marks:
        yield phrases
        return
    first = marks[0] - 1
    if first < 0 or segment.modal in ("must", "need not") or lifts(phrases[first]):
        report_other_way(phrases[marks[0]], names)
    shared, mode = phrases[:first], getattr(phrases[first], "mode", "")
    bounds = [first - 1, *marks, len(phrases)]
    for start, end in pairwise(bounds):
        head, *rest = phrases[start + 1 : end]
        if mode == "only" and start != bounds[0] and isinstance(head, tree.NamePhrase | tree.ConditionPhrase):
            head = replace(head, mode="only")
        yield [*shared, head, *rest]


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
