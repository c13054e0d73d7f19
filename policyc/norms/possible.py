"""Which acts can be: who does what, with whom, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from policyc.model.document import Document
from policyc.model.lexicon import Relation
from policyc.model.names import Kind
from policyc.norms.concepts import ANY, NONE, OTHER, SOME, Closure, union
from policyc.norms.families import ON_DATA
from policyc.norms.region import Masks, Side

ALWAYS_GIVEN = frozenset({Side.BEARER, Side.ACTION, Side.PEOPLE, Side.PLACE, Side.SOURCE})
GIVEN_ALONE = (Side.OBJECT, Side.PURPOSE)

Pick = Callable[[int], int]
"""Chooses one bit of a set."""


def lowest(mask: int) -> int:
    """The lowest bit of a set."""
    return mask & -mask


def narrowed(masks: Masks, limits: dict[Side, int]) -> Masks:
    """A product with some sides limited; there is always somebody, something that is done, and a place."""
    return tuple(
        mask & (SOME if side in ALWAYS_GIVEN else ANY) & limits.get(side, ANY)
        for side, mask in zip(Side, masks, strict=True)
    )


def done_alone(closure: Closure) -> int:
    """The acts that nobody else has part in, as a scope sees them."""
    interact = closure.covers_key("interact", Kind.ACTION)
    rest = closure.universe.named(closure.covers_keys(ON_DATA, Kind.ACTION) & ~interact)
    return union(closure.universe.bit(act) for act in rest if not closure.covers(act) & interact)


@dataclass(frozen=True, slots=True)
class Possible:
    """Tells which acts can be, as a document sees them.

    Somebody does something somewhere, for some purpose unless it is sharing, which may state none; only a notice may be
    about nothing. A party is not its own counterparty; what is done with somebody has a counterparty, and what is done
    alone has none; what is shared arrives where its recipient is, if that is declared (``placed``).
    """

    closure: Closure
    parties: int
    share: int
    interact: int
    alone: int
    placed: bool = True
    places: dict[int, int] = field(default_factory=dict)

    @classmethod
    def seen_from(cls, closure: Closure, documents: Iterable[Document]) -> Possible:
        """What can be, where some documents say who is a party."""
        parties = union(closure.universe.bit(party) for document in documents for party in document.parties)
        share, interact = (closure.covers_key(key, Kind.ACTION) for key in ("share", "interact"))
        return cls(closure, parties, share, interact, closure.worked_out(done_alone, Kind.ACTION))

    def fitting(self, masks: Masks) -> Possible:
        """The same, or with declared places left aside where nothing else fits: who names a place knows better."""
        return self if self.act(masks) else replace(self, placed=False)

    def act(self, masks: Masks, pick: Pick = lowest) -> Masks | None:
        """One act of a product of sides, ``pick`` of each as far as such an act can be; None where none can be."""
        for way in self._ways(masks, pick):
            bits = list(map(pick, way))
            for other in self._each(way[Side.COUNTERPARTY], pick):
                doers = way[Side.BEARER] & ~(other & self.parties)
                places = way[Side.PLACE] & (self._where(other) if way[Side.ACTION] & self.share else ANY)
                if doers and places:
                    bits[Side.BEARER], bits[Side.COUNTERPARTY], bits[Side.PLACE] = pick(doers), other, pick(places)
                    return tuple(bits)
        return None

    def _ways(self, masks: Masks, pick: Pick) -> Iterator[Masks]:
        """The parts of a product whose acts are alike as to what there has to be, that of the picked act first."""
        undecided = SOME & ~(self.share | self.interact | self.alone)
        ways: list[tuple[int, dict[Side, int]]] = [
            (self.share, {Side.COUNTERPARTY: SOME, Side.OBJECT: SOME}),
            (self.interact & ~self.share, {Side.COUNTERPARTY: SOME, Side.PURPOSE: SOME}),
            (self.alone, {Side.COUNTERPARTY: NONE, **dict.fromkeys(GIVEN_ALONE, SOME)}),
            (undecided, {}),
        ]
        first = pick(masks[Side.ACTION])
        for acts, limits in sorted(ways, key=lambda way: not way[0] & first):
            way = narrowed(masks, {Side.ACTION: acts, **limits})
            if all(way):
                yield way

    def _each(self, mask: int, pick: Pick) -> Iterator[int]:
        """The bits of a set, the picked one first, those beyond all names once."""
        first = pick(mask)
        yield first
        rest = mask & ~first
        if rest < 0:
            yield self.closure.universe.all + 1
        yield from (bit for bit in (NONE, OTHER) if rest & bit)
        yield from map(self.closure.universe.bit, self.closure.universe.named(rest))

    def _where(self, person: int) -> int:
        """The places where a person is declared to be; anywhere, where nothing is said."""
        if not self.placed:
            return ANY
        if person not in self.places:
            named = self.closure.universe.named(person)
            places = [place for each in named for place in self.closure.nearest(each, Relation.IN)]
            self.places[person] = union(map(self.closure.covers, places)) if places else ANY
        return self.places[person]
