"""The Reviewdog Diagnostic Format, by its own schema."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from jsonschema import Draft202012Validator

from policyc.findings import Edit, Evidence, Finding, Severity
from policyc.render.rdjson import render_rdjson
from policyc.report import Report
from policyc.source import Place, Source
from tests.render import samples
from tests.render.hostile import TEXTS, hostile

POSITION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["start"],
    "properties": {"start": POSITION, "end": POSITION},
}
NAMED = {"name": {"type": "string"}, "value": {"type": "string"}, "url": {"type": "string"}}
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["diagnostics"],
    "properties": {
        "source": {"type": "object", "additionalProperties": False, "properties": NAMED},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["message", "location"],
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "location": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["path"],
                        "properties": {"path": {"type": "string"}, "range": RANGE},
                    },
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "additionalProperties": False, "properties": NAMED},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["range", "text"],
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}
"""reviewdog's ``proto/rdf`` written as a JSON Schema, closed: its own lets unknown fields pass."""

TEXT = "§ 1: Müller may share 𝒟ata.\n2: x\n"
COLUMN = TEXT.index("𝒟") + 1
PLACE = Place("deal.policy", 1, COLUMN, 1, COLUMN + 4)


def diagnostics(report: Report, sources: dict[str, Source] | None = None) -> list[dict[str, Any]]:
    """The diagnostics of a report, which keep the schema."""
    text = render_rdjson(report, sources or {})
    assert text.isascii()
    found = json.loads(text)
    Draft202012Validator(SCHEMA).validate(found)
    assert isinstance(found["diagnostics"], list)
    return found["diagnostics"]


def finding(*repair: Edit) -> Report:
    """A report of one finding on ``𝒟ata``."""
    made = Finding("reveals", Severity.WARNING, "Wrong.", Evidence("here", PLACE, "𝒟ata"), "Mend it.", repair=repair)
    return replace(samples.clean(), findings=(made,))


def test_columns_count_bytes() -> None:
    (found,) = diagnostics(finding(), {"deal.policy": Source("deal.policy", TEXT)})
    line = TEXT.splitlines()[0].encode()
    start, end = (found["location"]["range"][name]["column"] for name in ("start", "end"))
    assert line[start - 1 : end - 1].decode() == "𝒟ata"


def test_without_the_text_only_lines_are_told() -> None:
    (found,) = diagnostics(finding())
    assert found["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}
    beyond = {"deal.policy": Source("deal.policy", "")}
    missing = replace(PLACE, line=9, end_line=9)
    evidence = Evidence("", missing, "")
    report = replace(samples.clean(), findings=(replace(finding().findings[0], primary=evidence),))
    assert diagnostics(report, beyond)[0]["location"]["range"]["start"] == {"line": 9}


def test_a_repair_is_a_suggestion_where_it_touches_one_file() -> None:
    texts = {"deal.policy": Source("deal.policy", TEXT), "other.policy": Source("other.policy", TEXT)}
    (found,) = diagnostics(finding(Edit(PLACE, "facts")), texts)
    assert found["suggestions"] == [{"range": found["location"]["range"], "text": "facts"}]
    (found,) = diagnostics(finding(Edit(PLACE, "facts"), Edit(replace(PLACE, path="other.policy"), "")), texts)
    assert "suggestions" not in found


def test_severities_and_what_is_suppressed_or_not_checked() -> None:
    found = diagnostics(samples.report())
    assert [each["severity"] for each in found] == ["ERROR", *["WARNING"] * 5, *["INFO"] * 4, "ERROR"]
    assert found[8]["message"].startswith("Suppressed (the live terms were not published")
    assert found[-1]["code"] == {"value": "not-checked"}
    assert "- examples/messenger-banking.policy:60:4: clause 3: advertising" in found[0]["message"]


def test_a_finding_without_a_cure() -> None:
    bare = replace(finding().findings[0], help="")
    assert diagnostics(replace(samples.clean(), findings=(bare,)))[0]["message"] == "Wrong."


def test_a_run_on_nothing_says_so() -> None:
    assert diagnostics(samples.clean()) == []
    assert diagnostics(samples.empty())[0]["message"].startswith("Nothing was checked")


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_nothing_from_a_file_hides(text: str) -> None:
    for each in diagnostics(hostile(text, "deal.policy")):
        assert not set(each["message"]) & set("\x1b\u202e\u200b\x00\u2066")
