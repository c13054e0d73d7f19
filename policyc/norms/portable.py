"""Bit sets in terms that hold in every workspace: names that policyc ships by their number, others by their key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from policyc.norms.concepts import OTHER, Closure

Shipped = int | bytes


@dataclass(frozen=True, slots=True)
class NameSet:
    """A set of names: what it holds, or (``rest``) all but that.

    ``shipped`` is the number of the shipped name that covers just what the set holds of what is shipped, else these as
    bits; ``own`` are the keys of the workspace's own names.
    """

    rest: bool
    shipped: Shipped
    own: tuple[str, ...]


class Ground:
    """What the shipped vocabulary covers: the part of every bit set that is alike in all workspaces."""

    def __init__(self, closure: Closure) -> None:
        """Take the closure of the shipped vocabulary itself."""
        self._closure = closure

    @cached_property
    def _masks(self) -> list[int]:
        """What each shipped name covers, in the order of their bits."""
        return [
            self._closure.covers(concept) & self._closure.universe.all for concept in self._closure.universe.concepts
        ]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {mask: number for number, mask in reversed(list(enumerate(self._masks)))}

    def portable(self, mask: int, closure: Closure) -> NameSet:
        """A bit set of a workspace as names."""
        rest = mask < 0
        held = ~mask if rest else mask
        shipped = held & self._closure.universe.all
        own = closure.universe.named(held & closure.own)
        keys = tuple(f"{concept.kind.value}:{concept.key}" for concept in own)
        return NameSet(rest, self._shipped(shipped), keys)

    def _shipped(self, mask: int) -> Shipped:
        number = self._numbers.get(mask)
        return number if number is not None else mask.to_bytes((mask.bit_length() + 7) // 8, "little")

    def mask(self, shipped: Shipped) -> int:
        """The bits of the shipped part of a set."""
        return int.from_bytes(shipped, "little") if isinstance(shipped, bytes) else self._masks[shipped]

    def may_meet(self, one: NameSet, other: NameSet) -> bool:
        """Whether two sets may hold a name in common in a workspace that knows the names of both."""
        if one.rest and other.rest:
            return True
        if one.rest:
            one, other = other, one
        left, right = self.mask(one.shipped), self.mask(other.shipped)
        if other.rest:
            return bool(left & ~right or left & OTHER or set(one.own) - set(other.own))
        if left & right or not set(one.own).isdisjoint(other.own):
            return True
        return bool((left & OTHER and other.own) or (right & OTHER and one.own))
