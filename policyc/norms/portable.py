"""Bit sets in terms that hold in every workspace: names that policyc ships by their number, others by their key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from policyc.norms.among import with_both
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
        held = ~mask if rest else with_both(mask, closure)
        shipped = held & self._closure.universe.all
        own = closure.universe.named(held & closure.own)
        keys = tuple(f"{concept.kind.value}:{concept.key}" for concept in own)
        return NameSet(rest, self._shipped(shipped), keys)

    def _shipped(self, mask: int) -> Shipped:
        number = self._numbers.get(mask)
        return number if number is not None else mask.to_bytes((mask.bit_length() + 7) // 8, "little")

    def held(self, names: NameSet) -> Held:
        """A set made ready to be compared with many others."""
        shipped = names.shipped
        mask = int.from_bytes(shipped, "little") if isinstance(shipped, bytes) else self._masks[shipped]
        return Held(names.rest, mask, frozenset(names.own))


@dataclass(frozen=True, slots=True)
class Held:
    """A set of names ready to be compared: the bits of what is shipped, and the keys of the workspace's own names."""

    rest: bool
    mask: int
    own: frozenset[str]


def may_meet(one: Held, other: Held) -> bool:
    """Whether two sets may hold a name in common in a workspace that knows the names of both."""
    if one.rest:
        if other.rest:
            return True
        one, other = other, one
    if other.rest:
        return bool(one.mask & ~other.mask or one.mask & OTHER or not one.own <= other.own)
    if one.mask & other.mask or not one.own.isdisjoint(other.own):
        return True
    return bool((one.mask & OTHER and other.own) or (other.mask & OTHER and one.own))
