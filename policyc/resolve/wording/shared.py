"""What the acts of one sentence share: an object, and the times and conditions at the end."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from policyc.model.names import key
from policyc.resolve.naming.names import PERSONS, STATES, Names, keys_above
from policyc.resolve.wording.segments import ACTIONS, Segment
from policyc.syntax import tree

POINTING = (["it"], ["them"], ["those"])
"""What points at what was named before."""
LASTING = frozenset(["keep", "maintain", "establish", "implement", "protect"])
TIMES = ("after", "before", "on", "until")


def share_objects(segments: list[Segment], names: Names) -> None:
    """Let a verb without an object take that of the next: ``return to Acme or delete records``.

    *It* and *them* are what the act before was done to: ``sell records or use them``.
    """
    for before, segment in pairwise(segments):
        pointing = segment.act.object is not None and [each.text.lower() for each in segment.act.object.all] in POINTING
        if pointing and before.act.object is not None:
            segment.act = replace(segment.act, object=before.act.object)
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
        if lasts(earlier.act, names) and not lasts(segment.act, names):
            ending = [part for part in ending if not is_trigger(part)]
        if lasts(segment.act, names) and not lasts(earlier.act, names):
            ending = [part for part in ending if not is_length(part)]
        if ending and not own:
            earlier.phrases = [*earlier.phrases, *ending]


def share_asides(segments: list[Segment], names: Names) -> None:
    """Let what a comma sets off behind an interposed act count for the act before it too.

    *Must not use records, or permit others to use records, for advertising* forbids both for advertising.
    """
    for earlier, segment in pairwise(segments):
        start = segment.act.verbs.span[0]
        if segment.anew or earlier.phrases or not after_comma(start, names, segment.joiner):
            continue
        last = segment.phrases[-1] if segment.phrases else None
        if isinstance(last, tree.NamePhrase) and last.span[0] > start and after_comma(last.span[0], names):
            earlier.phrases = [last]


def after_comma(place: int, names: Names, joiner: str = "") -> bool:
    """Whether a comma stands before a place, or before the word that joins what stands there."""
    before = names.source.text[:place].rstrip()
    return before.removesuffix(joiner).rstrip().endswith(",")


def lasts(act: tree.Act, names: Names) -> bool:
    """Whether what is done goes on: who keeps a list does not begin to on request."""
    verbs = [names.lexicon.find(key(verb.text), ACTIONS) for verb in act.verbs.items]
    return all(verb is not None and not keys_above(verb, names).isdisjoint(LASTING) for verb in verbs)


def is_length(part: tree.Phrase) -> bool:
    """Whether a phrase says for how long something goes on."""
    return isinstance(part, tree.DurationPhrase) and part.word.startswith("for")


def is_trigger(part: tree.Phrase) -> bool:
    """Whether a phrase says upon what something has to be done."""
    return isinstance(part, tree.NamePhrase) and part.word in ("after", "on", "at")


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
