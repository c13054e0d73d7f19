"""Flows: who gives which data to whom for what, by every permission and duty to share."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.analysis.words import named_in
from policyc.model.document import Modality
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure
from policyc.norms.condition import ALWAYS
from policyc.norms.norm import Norm
from policyc.norms.region import Side


@dataclass(frozen=True, slots=True)
class Flow:
    """Data that one side may or will give to another.

    Empty ``givers`` or ``takers`` mean persons without a name (``anyone``); empty ``data`` any data; empty
    ``purposes`` that none is stated.
    """

    norm: Norm
    givers: tuple[Concept, ...]
    takers: tuple[Concept, ...]
    data: tuple[Concept, ...]
    purposes: tuple[Concept, ...]

    @property
    def certain(self) -> bool:
        """Whether the data will flow (a duty) rather than may."""
        return self.norm.modality is Modality.DUTY

    @property
    def takers_mask(self) -> int:
        """Everyone whom the data may reach by this flow."""
        return self.norm.region.masks[Side.COUNTERPARTY]

    @property
    def givers_mask(self) -> int:
        """Everyone who may give by this flow."""
        return self.norm.region.masks[Side.BEARER]

    @property
    def data_mask(self) -> int:
        """All data that may flow."""
        return self.norm.region.masks[Side.OBJECT]

    @property
    def unconditional(self) -> bool:
        """Whether nothing has to hold for the data to flow."""
        return self.norm.region.condition == ALWAYS and self.norm.manner == ALWAYS


def flows(norms: list[Norm], closures: dict[int, Closure]) -> list[Flow]:
    """Every flow that the norms provide for, in their order; both ``share`` and ``receive`` make one."""
    found = []
    for norm in norms:
        closure = closures[id(norm.document)]
        acts, sharing = norm.region.masks[Side.ACTION], closure.covers_key("share", Kind.ACTION)
        shares = norm.grants and acts and not acts & ~sharing and not norm.region.empty
        if shares and moves_data(norm, closure):
            found.append(flow_of(norm, closure))
    return found


def barred(norms: list[Norm], closure: Closure) -> list[Flow]:
    """Every flow that some norms of one document forbid, in their order; not those that only an ``only`` rules out."""
    sharing = closure.covers_key("share", Kind.ACTION)
    bans = (norm for norm in norms if norm.bans and norm.by_only is None and not norm.region.empty)
    of_sharing = (norm for norm in bans if not norm.region.masks[Side.ACTION] & ~sharing)
    return [flow_of(norm, closure) for norm in of_sharing if moves_data(norm, closure)]


def moves_data(norm: Norm, closure: Closure) -> bool:
    """Whether what is shared is data at all, not a mark, a thing or a report of an event."""
    return bool(norm.region.masks[Side.OBJECT] & closure.universe.kind(Kind.DATA))


def flow_of(norm: Norm, closure: Closure) -> Flow:
    """The flow of one norm."""
    masks = norm.region.masks
    persons = (masks[Side.BEARER], masks[Side.COUNTERPARTY])
    givers, takers = (tuple(named_in(closure, mask)) if mask > 0 else () for mask in persons)
    return Flow(norm, givers, takers, norm.objects, norm.purposes)
