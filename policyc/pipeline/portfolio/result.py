"""What a run keeps of each file: plain data that is packed, stored, and read back in another process or run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import msgspec

from policyc.analysis.declarations import Declaration
from policyc.findings import Finding, Given, Unchecked
from policyc.norms.portable import NameSet

ROW = 12
"""Numbers in a row of faces: contact, gives, persons, seven sets, start, end."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of a file's agreements: rows of 32-bit numbers, and the sets that they point to by their position."""

    rows: bytes = b""
    sets: tuple[NameSet, ...] = ()


@dataclass(frozen=True, slots=True)
class FileResult:
    """What was found in one file, what was not checked there, and what it counts to."""

    path: str
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    given: tuple[Given, ...]
    agreements: int
    clauses: int
    declared: tuple[Declaration, ...]
    parties: tuple[tuple[str, ...], ...]
    faces: Faces


Results = tuple[FileResult, ...]
T = TypeVar("T")


def pack(results: Results) -> bytes:
    """Results as bytes."""
    return msgspec.msgpack.encode(results)


def unpack(data: bytes) -> Results | None:
    """Results from bytes, or None where these are not what ``pack`` makes."""
    return decoded(RESULTS, data)


def pack_findings(findings: tuple[Finding, ...]) -> bytes:
    """Findings as bytes."""
    return msgspec.msgpack.encode(findings)


def unpack_findings(data: bytes) -> tuple[Finding, ...] | None:
    """Findings from bytes, or None where these are not what ``pack_findings`` makes."""
    return decoded(FINDINGS, data)


RESULTS = msgspec.msgpack.Decoder(Results)
FINDINGS = msgspec.msgpack.Decoder(tuple[Finding, ...])


def decoded(decoder: msgspec.msgpack.Decoder[T], data: bytes) -> T | None:
    """What some bytes hold, or None where they hold nothing of the kind."""
    try:
        return decoder.decode(data)
    except msgspec.DecodeError:
        return None
