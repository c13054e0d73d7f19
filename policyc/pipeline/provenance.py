"""Provenance: the very bytes that were read, and what was asked of which policyc."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from policyc.pipeline.cache.make import make
from policyc.pipeline.files import Inputs
from policyc.pipeline.selection import EVERY_RULE, Selection
from policyc.report import Provenance


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asked for: paths to look in, the day on which documents stand, laws, and rules."""

    paths: tuple[str, ...] = ()
    as_of: date | None = None
    laws: tuple[str, ...] = ()
    selection: Selection = EVERY_RULE


def provenance(inputs: Inputs, asked: Asked) -> Provenance:
    """What a report on some inputs is made of."""
    return Provenance(
        inputs=tuple(inputs.read),
        shipped=make().hex(),
        as_of=asked.as_of,
        laws=asked.laws,
        paths=asked.paths,
        select=asked.selection.select,
        ignore=asked.selection.ignore,
    )
