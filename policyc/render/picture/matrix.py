"""The tables of who may do what: rows that say the same made one, wide tables cut, long conditions put into notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from policyc.render.phrases import clause_words
from policyc.render.picture.witness import Said, Target
from policyc.report import Cell, ClauseReference, Matrix, Standing

COLUMNS = 6
"""So many columns stand side by side on a sheet of paper and can be read; more follow in a table of their own."""

SHORT = 40
"""Conditions no longer than this stand in their cell; longer ones in a note below the table."""

REST = {"purpose": "any other purpose", "recipient": "any other third party"}
"""What an empty column stands for."""


@dataclass(frozen=True, slots=True)
class CellItem:
    """A cell: what is said, the condition or the number of its note (0 where it has none), and the clauses.

    ``word`` stands before clauses that are named by their bare numbers.
    """

    standing: Standing
    terms: str
    note: int
    word: str
    clauses: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class RowItem:
    """One kind of data or several of which the very same is said."""

    names: tuple[str, ...]
    cells: tuple[CellItem, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Some of the columns, with all rows; ``words`` say which columns where there are others, too."""

    words: str
    columns: tuple[str, ...]
    rows: tuple[RowItem, ...]


@dataclass(frozen=True, slots=True)
class MatrixItem:
    """A matrix as the page shows it; ``notes`` are conditions in the order of their numbers, from 1."""

    anchor: str
    matrix: Matrix
    question: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """The matrices of one agreement, and its anchor."""

    agreement: Said
    items: tuple[MatrixItem, ...]


def items(matrices: Sequence[Matrix], target: Target) -> tuple[MatrixGroup, ...]:
    """The matrices by agreement, each cut into what fits a sheet; ``target`` finds the anchors of clauses."""
    numbered = ((number, matrix) for number, matrix in enumerate(matrices, 1))
    groups = []
    for (agreement, place), found in groupby(numbered, key=lambda each: (each[1].agreement, each[1].place)):
        made = tuple(item(f"matrix-{number}", matrix, target) for number, matrix in found)
        groups.append(MatrixGroup(Said(agreement, target(place)), made))
    return tuple(groups)


def item(anchor: str, matrix: Matrix, target: Target) -> MatrixItem:
    """One matrix."""
    long = (cell.terms for row in matrix.cells for cell in row if len(cell.terms) > SHORT)
    notes = {terms: number for number, terms in enumerate(dict.fromkeys(long), 1)}
    merged: dict[tuple[Cell, ...], list[str]] = {}
    for name, row in zip(matrix.rows, matrix.cells, strict=True):
        merged.setdefault(row, []).append(name)
    rows = [
        RowItem(tuple(names), tuple(cell_item(cell, matrix, notes, target) for cell in row))
        for row, names in merged.items()
    ]
    return MatrixItem(anchor, matrix, question(matrix), tuple(blocks(matrix, rows)), tuple(notes))


def question(matrix: Matrix) -> str:
    """What a matrix tells, in words that follow *What Acme*."""
    side = "for which purpose" if matrix.across == "purpose" else f"with which {matrix.across}"
    return f"may {matrix.act}, and {side}"


def blocks(matrix: Matrix, rows: Sequence[RowItem]) -> Iterator[Block]:
    """The columns in runs of equal length that fit a sheet."""
    total = len(matrix.columns)
    count = max(-(-total // COLUMNS), 1)
    names = [name or REST.get(matrix.across, f"any other {matrix.across}") for name in matrix.columns]
    for nth in range(count):
        start, end = nth * total // count, (nth + 1) * total // count
        which = f"{start + 1} to {end}" if end - start > 1 else str(end)
        words = f"{matrix.across}s {which} of {total}" if count > 1 else ""
        yield Block(words, tuple(names[start:end]), tuple(RowItem(row.names, row.cells[start:end]) for row in rows))


def cell_item(cell: Cell, matrix: Matrix, notes: dict[str, int], target: Target) -> CellItem:
    """A cell, its clauses each named once: by their numbers alone, where all are the agreement's own and have some."""
    bare = all(
        each.agreement == matrix.agreement and clause_words(each.clause) != each.clause for each in cell.deciding
    )
    named: dict[str, Said] = {}
    for clause in cell.deciding:
        words = clause.clause if bare else reference_words(clause, matrix.agreement)
        named.setdefault(words, Said(words, target(clause.place)))
    note = notes.get(cell.terms, 0)
    word = ("clauses" if len(named) > 1 else "clause") if bare and named else ""
    return CellItem(cell.standing, "" if note else cell.terms, note, word, tuple(named.values()))


def reference_words(clause: ClauseReference, agreement: str) -> str:
    """A clause as it is named in the tables of an agreement; those of others with their title."""
    own = clause_words(clause.clause)
    return own if clause.agreement == agreement else f"{clause.agreement}, {own}"
