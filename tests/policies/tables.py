"""The tables of docs/agreements: how each auditable sentence of a contract is carried by its policy file.

A page holds one table with the heads clause, words, carried by, how; one with the heads how, sentences: the counts; and
may hold one with the heads finding, verdict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from policyc.resources import resource
from policyc.source import Source
from policyc.syntax import parse

ROW_HEADS = ("clause", "words", "carried by", "how")
COUNT_HEADS = ("how", "sentences")
FINDING_HEADS = ("finding", "verdict")
WHOLE, GIVEN, PARTLY, NOT = KINDS = ("whole", "taken as given", "partly", "not")


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the contract: its clause, a few of its words, the labels that carry it, and how."""

    clause: str
    words: str
    labels: tuple[str, ...]
    how: str

    @property
    def kind(self) -> str:
        """How the sentence is carried, without what is said of it; raises ``ValueError`` for anything else."""
        kind, _, told = self.how.partition(":")
        if kind not in KINDS or (kind in (PARTLY, NOT)) != bool(told.strip()):
            raise ValueError(f"{self.clause}: {self.how}")
        return kind


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its rows, and the counts that it states."""

    rows: tuple[Row, ...]
    stated: dict[str, int]

    def counted(self) -> dict[str, int]:
        """The counts of the rows themselves, total included."""
        kinds = Counter(row.kind for row in self.rows)
        return {kind: kinds[kind] for kind in KINDS if kinds[kind]} | {"total": len(self.rows)}

    def labels(self) -> set[str]:
        """Every label that a row says it is carried by."""
        return {label for row in self.rows for label in row.labels}

    def share(self) -> float:
        """The share of sentences that are carried whole."""
        return sum(row.kind == WHOLE for row in self.rows) / len(self.rows)


def page(text: str) -> Page:
    """The two tables of a page; raises ``KeyError`` where one is missing."""
    tables = {heads: rows for heads, *rows in tables_of(text)}
    rows = [Row(clause, words, labels_in(labels), how) for clause, words, labels, how in tables[ROW_HEADS]]
    return Page(tuple(rows), {how: int(count) for how, count in tables[COUNT_HEADS]})


def tables_of(text: str) -> Iterator[list[tuple[str, ...]]]:
    """Each table of a page: its heads, then its rows, the line of dashes left out."""
    table: list[tuple[str, ...]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            table.append(tuple(cell.strip() for cell in line.strip().strip("|").split("|")))
        elif table:
            yield [cells for cells in table if not set("".join(cells)) <= set("-: ")]
            table = []


def labels_in(cell: str) -> tuple[str, ...]:
    """The labels in a cell, each between backticks or bare, with commas between; a dash stands for none."""
    return tuple(label for part in cell.split(",") if (label := part.strip().strip("`")) not in ("", "-", "–"))


def page_text(slug: str) -> str:
    """What stands in docs/agreements on an agreement."""
    path = Path(__file__).resolve().parents[2] / "docs" / "agreements" / f"{slug}.md"
    return path.read_text(encoding="utf-8")


@cache
def agreement_page(slug: str) -> Page:
    """The page of an agreement in docs/agreements."""
    return page(page_text(slug))


def findings_told(slug: str) -> list[str]:
    """The findings that a page weighs, as it names them: level, rule between backticks, clauses."""
    return [row[0] for heads, *rows in tables_of(page_text(slug)) if heads == FINDING_HEADS for row in rows]


@cache
def policy_labels(slug: str) -> frozenset[str]:
    """Every label in a file of policies/examples; a sentence without one belongs to the label before it."""
    path = resource("policies") / "examples" / f"{slug}.policy"
    parsed, _ = parse(Source(path.name, path.read_text(encoding="utf-8")))
    labels = (getattr(sentence, "label", None) for sentence in parsed.sentences)
    return frozenset(label.text for label in labels if label is not None)
