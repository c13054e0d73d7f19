"""The published JSON of a run: other programs build on it, so it changes only with the number in its name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_NAME: Final = "policyc/findings/1"
SCHEMA_FILE = Path(__file__).with_name("findings.schema.json")


class Model(BaseModel):
    """What all parts of the contract have in common: no fields but those named."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class RelatedEntry(Model):
    """Another place that a finding rests on, and the part it plays."""

    message: str
    path: str
    line: int = Field(ge=1, description="counted from 1")
    column: int = Field(ge=1, description="counted from 1, in code points")
    end_line: int = Field(ge=1)
    end_column: int = Field(ge=1, description="the first column after the words")
    agreement: str | None = Field(description="the document's title")
    clause: str | None = Field(description="the contract's own number")


class StepEntry(Model):
    """One act of the witness, or one hop of a path: *actor does data with taker for purposes*."""

    actor: str
    does: str = Field(description="the verb in the third person")
    data: list[str]
    taker: str | None = Field(description="who gets it; null for what the actor does by itself")
    purposes: list[str]
    by: RelatedEntry | None = Field(description="the clause by which it can be done")
    against: RelatedEntry | None = Field(description="the clause that forbids it, or with which it is at odds")


class EditEntry(Model):
    """Words that a repair puts in the place of others."""

    path: str
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    end_line: int = Field(ge=1)
    end_column: int = Field(ge=1)
    words: str = Field(description="empty where words are only taken out")


class FindingEntry(Model):
    """One thing that is wrong: where, why, for instance, and what cures it."""

    rule: str = Field(description="the name of the rule; `policyc explain` shows its page")
    severity: Literal["error", "warning", "note"]
    message: str
    path: str = Field(description="as given, with forward slashes")
    line: int = Field(ge=1, description="counted from 1")
    column: int = Field(ge=1, description="counted from 1, in code points")
    end_line: int = Field(ge=1)
    end_column: int = Field(ge=1, description="the first column after the words")
    agreement: str | None = Field(description="the document's title")
    clause: str | None = Field(description="the contract's own number")
    help: str = Field(description="what would make the finding go away")
    fingerprint: str = Field(description="survives reformatting and moved lines")
    related: list[RelatedEntry]
    witness: str | None = Field(description="a concrete scenario in words")
    steps: list[StepEntry] = Field(description="the acts of the witness, in order; empty where it is no course of acts")
    repair: list[EditEntry] = Field(description="what `policyc check --fix` would change; empty where it cannot")
    suppressed: str | None = Field(description="why the writer of the file suppressed it; null where nobody did")
    baseline: Literal["new", "known"] | None = Field(
        description="whether the baseline knows it, which hides it unless it is suppressed; null without a baseline"
    )


class UncheckedEntry(Model):
    """Something that the run could not check."""

    path: str
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    reason: str
    quote: str = Field(description="the words that were not checked; empty where there are none")
    incomplete: bool = Field(description="whether a reader would expect that it was checked, so that the run exits 3")


class SummaryEntry(Model):
    """The counts of a run; suppressed findings count only as such."""

    files: int
    agreements: int
    clauses: int
    errors: int
    warnings: int
    notes: int
    suppressed: int
    baselined: int = Field(description="findings that the baseline knows; they are listed and counted nowhere else")


class LawEntry(Model):
    """What became of a law that policyc ships and an agreement; it is no legal advice."""

    agreement: str = Field(description="the agreement's title")
    path: str
    line: int = Field(ge=1)
    law: str | None = Field(
        description="the title of the law, or what the agreement calls it; null where it names none"
    )
    held: Literal["applied", "not in force", "not meant", "unknown", "undeclared"]
    why: str = Field(description="why it was not held against the agreement; empty where it was")
    requirements: int = Field(description="how many of its requirements speak to the agreement")
    unmet: int
    unweighed: int


class GoneEntry(Model):
    """Findings of the baseline that do not occur any more."""

    fingerprint: str
    count: int = Field(ge=1, description="how many fewer there are")
    rule: str
    agreement: str | None
    clause: str | None


class FindingsDocument(Model):
    """All that a run has to say to other programs, in the order of path, line, column and rule."""

    schema_: Literal["policyc/findings/1"] = Field(alias="schema")
    policyc: str = Field(description="the version of policyc")
    findings: list[FindingEntry]
    unchecked: list[UncheckedEntry]
    given: list[str] = Field(description="names that their file declares and of which it says no more")
    laws: list[LawEntry] = Field(description="which laws were held against which agreements, and which were not")
    gone: list[GoneEntry] = Field(description="what the baseline holds and this run did not find")
    judged_on: str | None = Field(description="the day on which suppressions with an end were judged")
    incomplete: bool = Field(description="whether something was not read or weighed that a reader would expect to be")
    summary: SummaryEntry


def json_schema() -> str:
    """The JSON Schema of the contract; ``findings.schema.json`` beside this file holds it."""
    return json.dumps(FindingsDocument.model_json_schema(), indent=2) + "\n"
