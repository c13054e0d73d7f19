"""What a run keeps of each file: plain data that is packed, stored, and read back in another process or run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar, cast

import msgspec

from policyc.analysis.declarations import Declaration
from policyc.findings import Finding, Given, Unchecked
from policyc.norms.portable import NameSet
from policyc.pipeline.suppression.reading import Suppression
from policyc.report import LawView
from policyc.source import Place

ROW = 12
"""Numbers in a row of faces: contact, gives, persons, seven sets, start, end."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of a file's agreements: rows of 32-bit numbers, and the sets that they point to by their position."""

    rows: bytes = b""
    sets: tuple[NameSet, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a file defines, and the parties of each of its agreements."""

    declared: tuple[Declaration, ...]
    parties: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a file shows to others: its ``Names`` and ``Faces``, packed, since they are seldom looked at."""

    names: bytes = b""
    faces: bytes = b""


@dataclass(frozen=True, slots=True)
class Head:
    """What the beginning of a document tells: what it is, and where its first sentence stands."""

    kind: str
    title: str
    status: str
    parties: tuple[str, ...]
    period: str
    place: Place
    clauses: int


@dataclass(frozen=True, slots=True)
class FileResult:
    """What was found in one file, what was not checked there, what it counts to, and what it shows to others.

    ``suppressions`` are those that stand in it, not judged yet; ``heads`` tell of its documents, in their order.
    """

    path: str
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    given: tuple[Given, ...]
    agreements: int
    clauses: int
    shown: Shown
    suppressions: tuple[Suppression, ...] = ()
    laws: tuple[LawView, ...] = ()
    heads: tuple[Head, ...] = ()


Results = tuple[FileResult, ...]
T = TypeVar("T")
DECODERS: dict[object, msgspec.msgpack.Decoder[Any]] = {}


def pack(value: object) -> bytes:
    """Plain data as bytes."""
    return msgspec.msgpack.encode(value)


def unpack(kind: type[T], data: bytes) -> T | None:
    """Data of a kind from bytes, or None where these do not hold it."""
    if kind not in DECODERS:
        DECODERS[kind] = msgspec.msgpack.Decoder(kind)
    try:
        return cast(T, DECODERS[kind].decode(data))
    except msgspec.DecodeError:
        return None
