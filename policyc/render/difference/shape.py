"""What a page on the difference of two versions shows, as plain data, made once and rendered in many ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from policyc.findings import Evidence, Unchecked

Direction = Literal["looser", "stricter", "mixed"]
Sort = Literal["verdict", "terms", "document", "period", "party", "requirement"]
Mark = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Redline:
    """A sentence before and after; ``pieces`` are its words, those that went and those that came marked.

    ``old`` or ``new`` is None where there was, or is, no such sentence.
    """

    old: Evidence | None
    new: Evidence | None
    pieces: tuple[tuple[Mark, str], ...]

    @property
    def unchanged(self) -> bool:
        """Whether its words are the same in both versions."""
        return all(mark == "same" for mark, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change of meaning.

    ``message`` says in one sentence what changed; ``before`` and ``after`` are the verdicts on the ``witness``, None
    where nothing was, or is, judged; ``particulars`` say what else changed; ``clauses`` are the sentences that decide,
    and ``causes`` the definitions that changed the meaning of what they say.
    """

    sort: Sort
    direction: Direction
    agreement: str
    message: str
    before: str | None
    after: str | None
    particulars: tuple[str, ...]
    clauses: tuple[Redline, ...]
    causes: tuple[Redline, ...]
    witness: str | None


@dataclass(frozen=True, slots=True)
class DifferenceReport:
    """All that there is to say on two versions; the same files make the same report.

    ``agreements`` are the titles of the documents that both versions hold; ``notes`` what a reader must know of how
    they were compared; ``edited`` counts the clauses of which only words, number or place changed, or of those too.
    """

    version: str
    old_paths: tuple[str, ...]
    new_paths: tuple[str, ...]
    agreements: tuple[str, ...]
    notes: tuple[str, ...]
    changes: tuple[ChangeView, ...]
    edited: int
    unchecked: tuple[Unchecked, ...]

    @property
    def incomplete(self) -> bool:
        """Whether something could not be read or weighed that a reader would expect to have been."""
        return not self.old_paths or not self.new_paths or any(item.incomplete for item in self.unchecked)

    def count(self, direction: Direction) -> int:
        """How many changes have a direction."""
        return sum(change.direction == direction for change in self.changes)
