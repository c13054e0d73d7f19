"""JSON Lines, by the published contract."""

import json
from typing import Any

from hypothesis import given, settings
from jsonschema import Draft202012Validator

from policyc.render.json import render_json
from policyc.render.jsonl import render_jsonl
from policyc.render.jsonl_contract import SCHEMA_FILE, FindingsLine, json_schema
from policyc.report import Report
from tests.render import samples
from tests.render.hostile import TEXTS, hostile


def lines(report: Report) -> list[dict[str, Any]]:
    """The lines of a report, each of which keeps the contract."""
    text = render_jsonl(report)
    assert text.isascii()
    assert text.endswith("\n")
    for line in text.splitlines():
        FindingsLine.model_validate_json(line)
        Draft202012Validator(json.loads(json_schema())).validate(json.loads(line))
    return [json.loads(line) for line in text.splitlines()]


def test_the_shipped_schema_is_the_models() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == json_schema(), (
        "write policyc.render.jsonl_contract.json_schema() to findings-line.schema.json"
    )


def test_one_finding_a_line_and_the_summary_last() -> None:
    found = lines(samples.report())
    assert [line["kind"] for line in found] == ["finding"] * 9 + ["unchecked"] * 2 + ["summary"]
    assert found[-1]["schema"] == "policyc/findings-line/1"
    assert found[-1]["incomplete"] is True
    assert found[-1]["given"] == ["the customer's bank agrees", "unlinking"]


def test_lines_say_what_the_document_says() -> None:
    report = hostile("x")
    whole = json.loads(render_json(report))
    found = lines(report)
    for kind, name in (("finding", "findings"), ("unchecked", "unchecked"), ("law", "laws"), ("gone", "gone")):
        entries = [
            {key: value for key, value in line.items() if key != "kind"} for line in found if line["kind"] == kind
        ]
        assert entries == whole[name] != []
    assert found[-1]["summary"] == whole["summary"]
    assert found[-1]["judged_on"] == whole["judged_on"]


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_nothing_from_a_file_breaks_a_line(text: str) -> None:
    found = lines(hostile(text))
    assert [line["kind"] for line in found] == ["finding"] * 3 + ["unchecked"] * 2 + ["law", "gone", "summary"]
    assert found[0]["message"] == text


def test_a_run_on_nothing() -> None:
    assert [line["kind"] for line in lines(samples.empty())] == ["summary"]
