"""What a matrix shows: what an agreement says of one party, for each kind of data and purpose or recipient."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from policyc.source import Place


class Standing(Enum):
    """What the clauses say of the acts of a cell.

    ``PERMITTED`` and ``FORBIDDEN``: all of them are; ``CONDITIONAL``: they are permitted, but only where something
    holds, or for some people, places, days or (when data are shared) purposes, which the cell names; ``MIXED``: some of
    the acts are judged otherwise than others, by clauses that do not conflict, and the cell names which: permitted in
    part, forbidden in part, or forbidden only in some circumstances and not spoken of in others; ``CONFLICTING``: of
    some act both is said; ``SILENT``: nothing is said of any; ``UNWEIGHED``: there are too many cases to weigh.
    """

    PERMITTED = "permitted"
    CONDITIONAL = "conditional"
    FORBIDDEN = "forbidden"
    MIXED = "mixed"
    CONFLICTING = "conflicting"
    SILENT = "silent"
    UNWEIGHED = "not weighed"


@dataclass(frozen=True, slots=True)
class ClauseReference:
    """A clause as another part of a page refers to it: its agreement, its name there and its place."""

    agreement: str
    clause: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of one kind of data and one purpose or recipient, and the clauses that decide it.

    ``terms`` say in words what the answer turns on; they are empty where all acts of the cell stand alike.
    """

    standing: Standing
    deciding: tuple[ClauseReference, ...] = ()
    terms: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """What an agreement says of the acts of one party.

    ``act`` says which acts, in words (*use*, *keep*, *share*); ``across`` says what the columns are (*purpose*,
    *recipient*). ``cells`` has a row for each of ``rows`` (data), with a cell for each of ``columns``. An empty column
    name, always the last, stands for any other purpose, or any other third party. ``unsaid_rows`` and
    ``unsaid_columns`` are data, and purposes or recipients, that the agreement names and of which it says nothing
    here: a row or column of theirs would be silent throughout; *one another* among the latter are the parties, where
    ``party`` lists several of whom the very same is said. ``wider_rows`` are data of which nothing is said but what is
    said of narrower data among the rows. ``left_out`` says, where there were too many rows or
    columns to show, how many were left out; empty where all are there.
    """

    agreement: str
    place: Place
    party: str
    act: str
    across: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    unsaid_rows: tuple[str, ...] = ()
    unsaid_columns: tuple[str, ...] = ()
    wider_rows: tuple[str, ...] = ()
    left_out: str = ""
