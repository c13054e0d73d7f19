"""Norms found by the sides of their regions, so that of many only those are looked at that a region meets.

Sets of norms are kept as bit sets of their positions: to ask who speaks of a person, of data and of an act is one AND.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyc.norms.concepts import bits
from policyc.norms.norm import Norm
from policyc.norms.region import Region, Side

TELLING = (Side.OBJECT, Side.ACTION, Side.BEARER, Side.PURPOSE, Side.COUNTERPARTY)
"""The sides that tell most norms apart, the most telling first."""


class BySides:
    """Some norms, found by the regions that they meet."""

    def __init__(self, norms: Iterable[Norm]) -> None:
        """Sort norms by each telling side; their order is kept."""
        self._norms = list(norms)
        self._all = (1 << len(self._norms)) - 1
        self._with_mask: dict[Side, dict[int, int]] = {side: {} for side in TELLING}
        self._known: dict[Side, dict[int, int]] = {side: {} for side in TELLING}
        for at, norm in enumerate(self._norms):
            for side, with_mask in self._with_mask.items():
                mask = norm.region.masks[side]
                with_mask[mask] = with_mask.get(mask, 0) | 1 << at

    def meeting(self, region: Region) -> Iterator[Norm]:
        """The norms whose regions overlap a region as far as sides and days go, in their order."""
        for norm in self.speaking({side: region.masks[side] for side in TELLING}):
            if norm.region.meets(region):
                yield norm

    def speaking(self, wanted: dict[Side, int]) -> Iterator[Norm]:
        """The norms that speak of something in each of some sets, given by telling sides, in their order."""
        found = self._all
        for side, mask in wanted.items():
            if not found:
                return
            found &= self._speaking_of(side, mask)
        for position in bits(found):
            yield self._norms[position.bit_length() - 1]

    def _speaking_of(self, side: Side, mask: int) -> int:
        """The positions of the norms that speak of something in a set on a telling side."""
        known = self._known[side].get(mask)
        if known is None:
            known = 0
            for other, positions in self._with_mask[side].items():
                if other & mask:
                    known |= positions
            self._known[side][mask] = known
        return known
