"""Tables made fit to read: cut where they are too large; those of parties of whom the very same is said are one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from policyc.analysis.words import counted, listed
from policyc.report import Matrix

MOST_ROWS = 60
MOST_COLUMNS = 40
"""A table with more rows or columns than these is cut, and says so."""
ONE_ANOTHER = "one another"


def cut(said: list[int], last: int) -> list[int]:
    """The columns that a table has room for, the one for all others among them."""
    if len(said) <= MOST_COLUMNS:
        return said
    return [*said[: MOST_COLUMNS - 1], last] if said[-1] == last else said[:MOST_COLUMNS]


def left_out_words(rows: int, columns: int, across: str) -> str:
    """What is said of rows and columns for which a table has no room; empty where it has them all."""
    parts = [f"{counted(rows, 'kind')} of data" if rows else "", counted(columns, across) if columns else ""]
    words = " and ".join(part for part in parts if part)
    verb = "is" if rows + columns == 1 else "are"
    return (
        f"{words} more {verb} named by the clauses and not shown here; `policyc ask` answers on them." if words else ""
    )


def merged(found: Iterable[Matrix]) -> Iterator[Matrix]:
    """Matrices, those that say the very same of several parties made one, in the order of the first of each."""
    groups: dict[Hashable, list[Matrix]] = {}
    for each in found:
        alike = (each.act, each.rows, each.columns, each.cells, each.unsaid_rows, each.wider_rows, each.left_out)
        groups.setdefault(alike, []).append(each)
    return map(joined, groups.values())


def joined(group: Sequence[Matrix]) -> Matrix:
    """One matrix for several parties."""
    if len(group) == 1:
        return group[0]
    parties = [each.party for each in group]
    unsaid = [name for name in group[0].unsaid_columns if name not in parties]
    others = [name for name in unsaid if all(name in each.unsaid_columns for each in group)]
    among = all(set(parties) - {each.party} <= set(each.unsaid_columns) for each in group)
    return replace(group[0], party=listed(parties), unsaid_columns=(*others, *([ONE_ANOTHER] if among else [])))
