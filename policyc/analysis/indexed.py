"""Norms found by a person whom they speak of, so that flows and promises are not compared each with each."""

from __future__ import annotations

from collections.abc import Iterable

from policyc.norms.norm import Norm
from policyc.norms.region import Side


class ByPerson:
    """Norms by each bit of one of their sides; those that speak of persons without a name come with everybody."""

    def __init__(self, norms: Iterable[Norm], side: Side) -> None:
        """Index some norms by their bearers, or by their counterparties."""
        self._found: dict[int, list[Norm]] = {}
        self._everyone: list[Norm] = []
        for norm in norms:
            mask = norm.region.masks[side]
            if mask < 0:
                self._everyone.append(norm)
            for bit in bits(mask):
                self._found.setdefault(bit, []).append(norm)

    def near(self, persons: int) -> list[Norm]:
        """The norms that may speak of some named persons, in their order; none where the persons have no name."""
        if persons < 0:
            return []
        found = {norm.index: norm for bit in bits(persons) for norm in self._found.get(bit, ())}
        found |= {norm.index: norm for norm in self._everyone}
        return [norm for _, norm in sorted(found.items())]


def bits(mask: int) -> Iterable[int]:
    """The single bits of a finite set; none of a set without end."""
    while mask > 0:
        low = mask & -mask
        yield low
        mask ^= low
