"""The published JSON of a difference: other programs build on it, so it changes only with the number in its name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from policyc.render.contract import Model, UncheckedEntry

SCHEMA_NAME: Final = "policyc/difference/1"
SCHEMA_FILE = Path(__file__).with_name("difference.schema.json")

Verdict = Literal["permitted", "forbidden", "conflicting", "silent"]


class SentenceEntry(Model):
    """A sentence of one version."""

    path: str = Field(description="as given, with forward slashes")
    line: int = Field(ge=1, description="counted from 1")
    column: int = Field(ge=1, description="counted from 1, in code points")
    agreement: str | None = Field(description="the document's title")
    clause: str | None = Field(description="the contract's own number")
    quote: str


class RedlineEntry(Model):
    """A sentence before and after; null where there was, or is, none."""

    old: SentenceEntry | None
    new: SentenceEntry | None


class ChangeEntry(Model):
    """One change of meaning."""

    sort: Literal["verdict", "terms", "document", "period", "party", "requirement"]
    direction: Literal["looser", "stricter", "mixed"] = Field(
        description="seen from the protection of the people whom the data are about"
    )
    agreement: str = Field(description="the document's title")
    message: str
    before: Verdict | None = Field(description="the verdict on the witness in the old version")
    after: Verdict | None = Field(description="the verdict on the witness in the new version")
    particulars: list[str] = Field(description="what else changed: duties, deadlines, manner")
    clauses: list[RedlineEntry] = Field(description="the sentences that decide, before and after")
    causes: list[RedlineEntry] = Field(description="the definitions that changed what they mean")
    witness: str | None = Field(description="a concrete scenario in words")


class DifferenceSummaryEntry(Model):
    """The counts."""

    agreements: int = Field(description="how many documents both versions hold")
    looser: int
    stricter: int
    mixed: int
    edited: int = Field(description="how many clauses were reworded, renumbered or moved")


class DifferenceDocument(Model):
    """All that there is to say on two versions, gravest changes first."""

    schema_: Literal["policyc/difference/1"] = Field(alias="schema")
    policyc: str = Field(description="the version of policyc")
    old: list[str] = Field(description="the files of the old version")
    new: list[str] = Field(description="the files of the new version")
    changes: list[ChangeEntry]
    notes: list[str]
    unchecked: list[UncheckedEntry]
    summary: DifferenceSummaryEntry


def json_schema() -> str:
    """The JSON Schema of the contract; ``difference.schema.json`` beside this file holds it."""
    return json.dumps(DifferenceDocument.model_json_schema(), indent=2) + "\n"
