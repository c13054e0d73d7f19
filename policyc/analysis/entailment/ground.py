"""What an agreement is weighed on: its norms and those read together with it, their order, what its names cover."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from policyc.model.document import Document
from policyc.norms.concepts import Closure
from policyc.norms.from_model import Normaliser
from policyc.norms.in_force import on_day
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.possible import Possible
from policyc.norms.region import Side


@dataclass(frozen=True)
class Ground:
    """An agreement, ready to be weighed.

    ``documents`` are the agreement and what is read together with it, ``missing`` says that a part of that is not at
    hand; ``norms`` are the norms of all of them, on ``day`` alone where one is given.
    """

    document: Document
    documents: tuple[Document, ...]
    norms: tuple[Norm, ...]
    order: Order
    closure: Closure
    missing: bool = False
    day: date | None = None

    @cached_property
    def normaliser(self) -> Normaliser:
        """Reads further clauses as if they stood in the agreement."""
        return Normaliser(self.document, self.closure, 0)

    @cached_property
    def kept(self) -> dict[str, object]:
        """What was worked out of its norms once, by whoever needed it."""
        return {}

    @cached_property
    def parties(self) -> int:
        """The bits of the parties."""
        mask = 0
        for party in self.document.parties:
            mask |= self.closure.universe.bit(party)
        return mask

    @cached_property
    def possible(self) -> Possible:
        """Which acts can be."""
        return Possible.seen_from(self.closure, self.documents)

    def near(self, bearers: int) -> list[Norm]:
        """The norms that bind some of these bearers."""
        return [norm for norm in self.norms if norm.region.masks[Side.BEARER] & bearers]

    def seen_with(self, closure: Closure) -> Ground:
        """The same agreement with more definitions: its clauses are read again in their light."""
        norms: list[Norm] = []
        for document in self.documents:
            norms += Normaliser(document, closure, len(norms)).norms()
        held = tuple(self.on_its_day(norms))
        return Ground(self.document, self.documents, held, self.order, closure, self.missing, self.day)

    def on_its_day(self, norms: Iterable[Norm]) -> Iterable[Norm]:
        """Norms as they hold on the day on which the agreement is weighed; as they are, where that is every day."""
        return norms if self.day is None else on_day(norms, self.day)
