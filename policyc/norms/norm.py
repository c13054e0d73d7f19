"""Norms: what a clause says, in the form that the engine weighs."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import Literal

from policyc.model.document import Clause, Dimension, Document, Modality, Provision, Quotation, Timing
from policyc.model.names import Concept
from policyc.norms.condition import Condition
from policyc.norms.region import Masks, Region, Side

SIDES = {
    Dimension.DATA: Side.OBJECT,
    Dimension.PEOPLE: Side.PEOPLE,
    Dimension.COUNTERPARTY: Side.COUNTERPARTY,
    Dimension.PURPOSE: Side.PURPOSE,
    Dimension.PLACE: Side.PLACE,
    Dimension.SOURCE: Side.SOURCE,
}
"""The sides of a region that phrases limit by names."""

GRANTS = (Modality.PERMISSION, Modality.DUTY)
"""What permits: a duty permits what it requires."""


@dataclass(frozen=True, slots=True, eq=False)
class Norm:
    """One norm of a clause.

    ``items`` holds, for each side, the bit sets of the single names that were joined in a list: a list clause says of
    each name what it says of all. ``by_only`` names the side that an ``only`` closed, where this is the ban that
    ``only`` implies (``"condition"`` for a condition); ``of_manner``: of a condition that says how something is to be
    done. ``alternatives`` is alike for the norms of a duty that offers a
    choice, each of which may be done instead of the others. ``stated`` are the sides of which its clause speaks.
    ``manner`` is how a duty is to be done. ``lawful`` marks a grant of only what the law demands, and a ban that speaks
    of such demands itself. ``ensured`` marks what somebody else must be bound to: it binds nobody itself. ``grants``:
    it makes the act permitted, as a permission does, and a duty what it requires; ``bans``: it forbids the act.
    """

    index: int
    modality: Modality
    region: Region
    items: tuple[tuple[int, ...], ...]
    document: Document
    clause: Clause
    provision: Provision
    timing: Timing
    by_only: Side | Literal["condition", None] = None
    alternatives: tuple[object, ...] | None = None
    stated: frozenset[Side] = frozenset()
    manner: Condition = ()
    quoted: tuple[str, ...] = ()
    ensured: bool = False
    lawful: bool = False
    of_manner: bool = False
    purpose_stated: bool = True
    actions: tuple[Concept, ...] = ()
    objects: tuple[Concept, ...] = ()
    purposes: tuple[Concept, ...] = ()
    grants: bool = field(init=False)
    bans: bool = field(init=False)

    def __post_init__(self) -> None:
        """Settle what it does: no other question is asked of norms as often."""
        object.__setattr__(self, "grants", self.modality in GRANTS and not self.ensured)
        object.__setattr__(self, "bans", self.modality is Modality.BAN and not self.ensured)

    @property
    def per(self) -> Quotation | None:
        """Who says so: the clause's own voice, else the document's."""
        return self.provision.per or self.document.per

    def sayings(self, bits: Masks) -> list[Saying]:
        """What it says of an act: each way to take from every list a name that covers the act's bit."""
        names = [[item for item in items if item & bit] for items, bit in zip(self.items, bits, strict=True)]
        return [Saying(self, items) for items in product(*names)]


@dataclass(frozen=True, slots=True)
class Saying:
    """What a norm says of one name from each of its lists."""

    norm: Norm
    items: tuple[int, ...]
