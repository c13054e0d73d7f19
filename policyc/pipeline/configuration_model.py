"""What a configuration may say: the settings, their types, and what is said of those that are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

EXAMPLES = {
    "as-of": "as-of = 2018-09-01",
    "laws": 'laws = ["GDPR Art. 28"]',
    "select": 'select = ["contradiction"]',
    "ignore": 'ignore = ["vague-purpose"]',
    "check.fail-on": 'fail-on = "warning"',
    "check.format": 'format = "concise"',
    "check.baseline": 'baseline = "baseline.json"',
    "report.format": 'format = "md"',
    "test.coverage": "coverage = true",
}
"""Every setting as it is written; those with a point stand in the table before it."""


def spelt(name: str) -> str:
    """The name of a field as it is written in the file."""
    return name.replace("_", "-")


class Model(BaseModel):
    """What all parts of a configuration have in common: no settings but those named, no type taken for another."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, alias_generator=spelt)


class CheckTable(Model):
    """What ``policyc check`` is told."""

    fail_on: str | None = None
    format: str | None = Field(default=None, pattern="^[a-z]+$")
    baseline: str | None = None


class ReportTable(Model):
    """What ``policyc report`` is told."""

    format: str | None = Field(default=None, pattern="^[a-z]+$")


class TestTable(Model):
    """What ``policyc test`` is told."""

    coverage: bool | None = None


class ConfigurationFile(Model):
    """A configuration as it is written: what all commands are told, and what single ones are."""

    as_of: date | None = None
    laws: list[str] | None = None
    select: list[str] | None = None
    ignore: list[str] | None = None
    check: CheckTable = CheckTable()
    report: ReportTable = ReportTable()
    test: TestTable = TestTable()


class Wrong(Exception):
    """A configuration holds what is no setting, or a value of the wrong kind; says all of it, a line each."""


def validated(written: object, place: Callable[[str], str]) -> Mapping[str, Any]:
    """The settings that a file names, in the order of the model; raises ``Wrong``."""
    try:
        model = ConfigurationFile.model_validate(written)
    except ValidationError as error:
        raise Wrong("\n".join(complaints(error, place))) from None
    return model.model_dump(by_alias=True, exclude_none=True)


def complaints(error: ValidationError, place: Callable[[str], str]) -> Iterator[str]:
    """A line for each thing that is wrong, with its place, which ``place`` finds by the name of a setting."""
    for each in error.errors(include_url=False, include_context=False):
        parts = [part for part in each["loc"] if isinstance(part, str)]
        key = ".".join(parts)
        if each["type"] == "extra_forbidden":
            yield f"{place(key)}: {unknown_words(key)}"
        else:
            example = f" Write it as `{EXAMPLES[key]}`." if key in EXAMPLES else ""
            yield f'{place(key)}: "{key}" is not as it should be: {each["msg"].lower()}.{example}'


def unknown_words(key: str) -> str:
    """What is said of a setting that there is not, with what may have been meant."""
    *_, last = key.split(".")
    for known in EXAMPLES:
        table, _, name = known.rpartition(".")
        if last == name:
            return f'"{last}" belongs {f"under [{table}]" if table else "at the top, before any table"}.'
    near = get_close_matches(key, EXAMPLES, n=1) or get_close_matches(last, EXAMPLES, n=1)
    hint = f'Did you mean "{near[0]}"?' if near else f"There are {', '.join(EXAMPLES)}."
    return f'There is no setting "{key}". {hint}'
