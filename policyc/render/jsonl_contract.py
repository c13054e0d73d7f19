"""The published JSON Lines of a run: each line is an entry of the JSON contract that says which kind it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, RootModel

from policyc.render.contract import FindingEntry, GoneEntry, LawEntry, Model, SummaryEntry, UncheckedEntry

SCHEMA_NAME: Final = "policyc/findings-line/1"
SCHEMA_FILE = Path(__file__).with_name("findings-line.schema.json")


class FindingLine(FindingEntry):
    """One thing that is wrong."""

    kind: Literal["finding"] = "finding"


class UncheckedLine(UncheckedEntry):
    """Something that the run could not check."""

    kind: Literal["unchecked"] = "unchecked"


class LawLine(LawEntry):
    """What became of a law and an agreement."""

    kind: Literal["law"] = "law"


class GoneLine(GoneEntry):
    """A finding of the baseline that does not occur any more."""

    kind: Literal["gone"] = "gone"


class SummaryLine(Model):
    """The last line: the counts, and what concerns the run as a whole. Where it is missing, the output was cut off."""

    kind: Literal["summary"] = "summary"
    schema_: Literal["policyc/findings-line/1"] = Field(alias="schema")
    policyc: str = Field(description="the version of policyc")
    given: list[str] = Field(description="names that their file declares and of which it says no more")
    judged_on: str | None = Field(description="the day on which suppressions with an end were judged")
    incomplete: bool = Field(description="whether something was not read or weighed that a reader would expect to be")
    summary: SummaryEntry


AnyLine = FindingLine | UncheckedLine | LawLine | GoneLine | SummaryLine


class FindingsLine(RootModel[Annotated[AnyLine, Field(discriminator="kind")]]):
    """One line: findings first, then what was not checked, laws, what is gone, and at last the summary."""


def json_schema() -> str:
    """The JSON Schema of a line; ``findings-line.schema.json`` beside this file holds it."""
    return json.dumps(FindingsLine.model_json_schema(), indent=2) + "\n"
