"""Tables as Markdown and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

MISSING = "–"


@dataclass(slots=True)
class Table:
    """One table: its title, columns, rows of ready cells, and what a reader has to know of it."""

    title: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def markdown(self) -> str:
        """The table as Markdown; numbers stand to the right."""
        lines = [f"### {self.title}", "", row(self.columns), row(["---", *["---:"] * (len(self.columns) - 1)])]
        lines += map(row, self.rows)
        return "\n".join([*lines, *(f"\n{note}" for note in self.notes)]) + "\n"

    def plain(self) -> dict[str, Any]:
        """The table as JSON can hold it."""
        return asdict(self)


def row(cells: Sequence[str]) -> str:
    """One line of a table."""
    return "| " + " | ".join(cells) + " |"


def milliseconds(taken: float | None) -> str:
    """A time in milliseconds, three figures."""
    return MISSING if taken is None else figures(taken * 1000)


def figures(value: float | None) -> str:
    """A number with about three figures."""
    if value is None:
        return MISSING
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:,.{digits}f}"


def times(value: float | None) -> str:
    """A ratio."""
    return MISSING if value is None else f"{figures(value)} ×"


def mebibytes(size: int | None) -> str:
    """An amount of memory."""
    return MISSING if not size else f"{size / 2**20:,.0f} MiB"
