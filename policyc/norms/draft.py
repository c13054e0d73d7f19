"""A norm in the making: phrases narrow its sides and its condition, and ``only`` adds bans on the rest."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from policyc.model.document import Every, Formula, Holds, Limit, Modality, Negation, Some
from policyc.norms.concepts import SOME, union
from policyc.norms.condition import ALWAYS, Condition, conjunction, negated
from policyc.norms.region import EVERYTHING, Side

Items = tuple[int, ...]


@dataclass(slots=True)
class Draft:
    """The sides of a norm, the single names in each, and its condition.

    ``closed`` are the bans that ``only`` implies, each on the scope before it; ``by_only`` names the side that one
    closes, ``of_manner`` that it says how something is to be done. ``lawful``: a demand of law is among the conditions
    that were named.
    """

    sides: list[int] = field(default_factory=lambda: list(EVERYTHING))
    items: list[Items] = field(default_factory=lambda: [(mask,) for mask in EVERYTHING])
    condition: Condition = ALWAYS
    manner: Condition = ALWAYS
    by_only: Side | Literal["condition", None] = None
    of_manner: bool = False
    lawful: bool = False
    quoted: list[str] = field(default_factory=list)
    closed: list[Draft] = field(default_factory=list)

    def narrow(self, side: Side, items: Items) -> None:
        """Limit a side to some names; what was a list before stays one."""
        both = dict.fromkeys(old & new for old in self.items[side] for new in items if old & new)
        self.sides[side] &= union(items)
        self.items[side] = tuple(both)

    def copy(self) -> Draft:
        """The same so far, to be limited further on its own."""
        return replace(self, sides=list(self.sides), items=list(self.items), quoted=list(self.quoted), closed=[])

    def in_phases(self, phases: Items) -> Draft:
        """A copy that holds in some phases only."""
        copy = self.copy()
        copy.narrow(Side.PHASE, phases)
        return copy

    def with_takers(self, takers: Items, place: int) -> Draft:
        """A copy for some counterparties only, in one place."""
        copy = self.copy()
        copy.sides[Side.COUNTERPARTY], copy.items[Side.COUNTERPARTY] = union(takers), takers
        copy.narrow(Side.PLACE, (place,))
        return copy

    def close(self, side: Side | Literal["condition"], rest: Items | Condition) -> None:
        """Forbid, within all that was said so far, what lies outside an ``only``."""
        ban = Draft(list(self.sides), list(self.items), self.condition, by_only=side, lawful=self.lawful)
        if isinstance(side, Side):
            ban.narrow(side, rest)  # type: ignore[arg-type]
        else:
            ban.condition = conjunction(ban.condition, rest)  # type: ignore[arg-type]
        self.closed.append(ban)

    def apply_items(self, side: Side, items: Items, limit: Limit, alone: int) -> None:
        """Apply a phrase of names; ``alone`` is what else the rest may hold (nobody, with whom one may *process*)."""
        whole = SOME | alone
        if limit.outside:
            items = (whole & ~union(items),)
        rest = (self.sides[side] & whole & ~union(items),)
        match limit.mode:
            case "only":
                self.close(side, rest)
                self.narrow(side, items)
            case "except":
                self.narrow(side, rest)
            case "even":
                pass
            case _:
                self.narrow(side, items)

    def tell_of(self, side: Side, items: Items, modality: Modality) -> None:
        """Apply what a report, complaint or information is about, of which no name is a kind of the other.

        A ban is on what it tells of (*must not disclose information about the system*); else the object stays whole.
        """
        if modality is Modality.BAN:
            self.sides[side], self.items[side] = union(items), items

    def apply_condition(self, limit: Limit, holds: Condition, modality: Modality) -> None:
        """Apply a phrase of conditions; ``without`` matters in a ban, ``with`` on a duty is its manner."""
        wanted = negated(holds) if limit.outside else holds
        match limit.mode:
            case "even":
                pass
            case "only":
                self.close("condition", negated(wanted))
                self.condition = conjunction(self.condition, wanted)
            case "except":
                self.condition = conjunction(self.condition, negated(wanted))
            case _ if limit.word == "without" and modality is not Modality.BAN:
                pass
            case _ if modality is Modality.DUTY and limit.tells_manner:
                self.manner = conjunction(self.manner, wanted)
            case _:
                self.condition = conjunction(self.condition, wanted)


def quoted_words(formula: Formula) -> list[str]:
    """The quoted conditions in a formula."""
    match formula:
        case Holds(_, text, quoted):
            return [text] if quoted else []
        case Negation(operand):
            return quoted_words(operand)
        case Every(operands) | Some(operands):
            return [words for operand in operands for words in quoted_words(operand)]
