"""What the acts of one sentence share: an object, and what a comma sets off at the end."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from policyc.model.kinds import ACTIONS, PERSONS
from policyc.model.names import key
from policyc.resolve.joining.segments import Segment
from policyc.resolve.naming.names import STATES, Names, keys_above
from policyc.syntax import tree

TIMES = ("after", "before", "on", "until")


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


def share_orders(segments: list[Segment]) -> None:
    """Let an order at the end count for each act before that has none: *use records or disclose them subject to 4*."""
    for earlier, segment in reversed(list(pairwise(segments))):
        orders = [part for part in segment.phrases if isinstance(part, tree.OrderPhrase)]
        if not segment.anew and not any(isinstance(part, tree.OrderPhrase) for part in earlier.phrases):
            earlier.phrases = [*earlier.phrases, *orders]


def after_comma(place: int, names: Names, joiner: str = "") -> bool:
    """Whether a comma stands before a place, or before the word that joins what stands there."""
    before = names.source.text[:place].rstrip()
    return before.removesuffix(joiner).rstrip().endswith(",")


def is_state(item: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name stands for a condition, and for no person."""
    if isinstance(item, tree.Quote):
        return True
    return names.find(item, STATES) is not None and names.find(item, PERSONS) is None
