"""What a matrix shows: what an agreement says of one party, for each kind of data and purpose or recipient."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from policyc.source import Place


class Standing(Enum):
    """What the clauses say of the acts of a cell.

    ``CONDITIONAL``: permitted where something holds that the cell names; ``MIXED``: some of the acts are permitted and
    some forbidden, by clauses that do not conflict; ``CONFLICTING``: of some act both is said; ``SILENT``: nothing is.
    """

    PERMITTED = "permitted"
    CONDITIONAL = "conditional"
    FORBIDDEN = "forbidden"
    MIXED = "mixed"
    CONFLICTING = "conflicting"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class ClauseReference:
    """A clause as another part of a page refers to it: its agreement, its name there and its place."""

    agreement: str
    clause: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of one kind of data and one purpose or recipient; ``terms`` are the conditions in words."""

    standing: Standing
    deciding: tuple[ClauseReference, ...] = ()
    terms: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """What an agreement says of the acts of one party.

    ``act`` says which acts, in words (*use*, *share*); ``across`` says what the columns are (*purpose*, *recipient*).
    ``cells`` has a row for each of ``rows`` (data), with a cell for each of ``columns``. An empty column name stands
    for acts for which no purpose is stated, or for anyone else.
    """

    agreement: str
    place: Place
    party: str
    act: str
    across: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
