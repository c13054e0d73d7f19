"""Flows merged into arrows, and arrows sorted into groups that share no party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from policyc.findings import Severity
from policyc.report import FlowView


@dataclass(frozen=True, slots=True)
class Arrow:
    """One arrow: every giver gives every taker what each of the terms says.

    ``terms`` are flows whose giver and taker are left blank.
    """

    givers: tuple[str, ...]
    takers: tuple[str, ...]
    terms: tuple[FlowView, ...]

    @property
    def severity(self) -> Severity | None:
        """The gravest severity among the terms."""
        found = [terms.severity for terms in self.terms if terms.severity]
        return min(found, key=lambda severity: severity.rank, default=None)

    @property
    def proposed(self) -> bool:
        """Whether nothing of it is in force."""
        return all(terms.proposed for terms in self.terms)

    @property
    def forbidden(self) -> bool:
        """Whether it is what must not be given; an arrow never has both."""
        return all(terms.forbidden for terms in self.terms)


def arrows(flows: Iterable[FlowView]) -> list[Arrow]:
    """The flows as arrows: one for each giver and taker, and one for all who give or take the very same.

    What must not be given has an arrow of its own.
    """
    pairs: dict[tuple[str, str, bool], dict[FlowView, None]] = defaultdict(dict)
    for flow in flows:
        terms = replace(flow, giver="", taker="", givers=(), takers=())
        for pair in product(flow.givers or (flow.giver,), flow.takers or (flow.taker,)):
            pairs[*pair, flow.forbidden][terms] = None
    by_taker: dict[tuple[str, tuple[FlowView, ...]], list[str]] = defaultdict(list)
    for (giver, taker, _), all_terms in pairs.items():
        by_taker[taker, tuple(all_terms)].append(giver)
    by_givers: dict[tuple[tuple[str, ...], tuple[FlowView, ...]], list[str]] = defaultdict(list)
    for (taker, said), givers in by_taker.items():
        by_givers[tuple(givers), said].append(taker)
    return [Arrow(alike, tuple(takers), said) for (alike, said), takers in by_givers.items()]


def groups(drawn: Sequence[Arrow]) -> list[list[Arrow]]:
    """The arrows in groups that share no party, in order of first appearance."""
    found: list[tuple[set[str], list[Arrow]]] = []
    for arrow in drawn:
        parties, members = {*arrow.givers, *arrow.takers}, [arrow]
        apart = []
        for others, theirs in found:
            if others & parties:
                parties, members = others | parties, theirs + members
            else:
                apart.append((others, theirs))
        found = [*apart, (parties, members)]
    first = {id(arrow): index for index, arrow in enumerate(drawn)}
    sorted_members = [sorted(members, key=lambda arrow: first[id(arrow)]) for _, members in found]
    return sorted(sorted_members, key=lambda members: first[id(members[0])])
