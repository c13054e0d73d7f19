"""The flows as the page's tables list them: each set of terms with its clause and the findings that quote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policyc.render.html.anchors import Anchors
from policyc.render.html.findings import Reference
from policyc.render.picture import Arrow
from policyc.report import FlowView


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A row of the table of flows: who gives whom what, where that is said, and the findings that quote it."""

    givers: tuple[str, ...]
    takers: tuple[str, ...]
    terms: FlowView
    target: str | None
    references: tuple[Reference, ...]


def rows(arrow: Arrow, anchors: Anchors, known: Mapping[str, Reference]) -> Sequence[FlowRow]:
    """The rows of the table that say what an arrow says."""
    return [
        FlowRow(
            arrow.givers,
            arrow.takers,
            terms,
            anchors.named(terms.agreement, terms.clause),
            tuple(sorted((known[key] for key in terms.fingerprints if key in known), key=by_number)),
        )
        for terms in arrow.terms
    ]


def by_number(reference: Reference) -> int:
    """The order in which references are listed."""
    return reference.number
