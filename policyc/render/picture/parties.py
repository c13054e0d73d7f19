"""The parties of a map, each with its arrows, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from policyc.render.picture.merge import Arrow
from policyc.report import FlowView


class Row(Protocol):
    """What a page shows of one set of terms."""

    @property
    def terms(self) -> FlowView:
        """The terms themselves."""


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Party:
    """A party, its number in the alphabet, and its anchor."""

    number: int
    name: str

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"party-{self.number}"


@dataclass(frozen=True, slots=True)
class Terms(Generic[R]):
    """One set of terms, and the numbers of the kinds of data that it names; none where it says *any*."""

    row: R
    kinds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spoke(Generic[R]):
    """One arrow of a party: to whom, and on which terms."""

    anchor: str
    giver: Party
    takers: tuple[Party, ...]
    arrow: Arrow
    terms: tuple[Terms[R], ...]

    @property
    def kinds(self) -> tuple[int, ...]:
        """The kinds of data of all its terms; none where one of them says *any*."""
        if any(not terms.kinds for terms in self.terms):
            return ()
        return tuple(sorted({kind for terms in self.terms for kind in terms.kinds}))


@dataclass(frozen=True, slots=True)
class Fan(Generic[R]):
    """A party with all that it gives, and those from whom it receives."""

    party: Party
    spokes: tuple[Spoke[R], ...]
    receives: tuple[Party, ...]
