"""The JSON that other programs build on."""

import json

from policyc.render.contract import SCHEMA_FILE, FindingsDocument, json_schema
from policyc.render.json import render_json
from tests.render import samples


def test_the_shipped_schema_is_the_models() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == json_schema(), (
        "write policyc.render.contract.json_schema() to findings.schema.json; a change that breaks readers needs "
        "another number in the contract's name"
    )


def test_a_report_keeps_the_contract() -> None:
    text = render_json(samples.report())
    assert text.isascii()
    document = json.loads(text)
    assert list(document) == ["schema", "policyc", "findings", "unchecked", "laws", "gone", "judged_on", "summary"]
    assert list(document["findings"][0]) == [
        "rule",
        "severity",
        "message",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "agreement",
        "clause",
        "help",
        "fingerprint",
        "related",
        "witness",
        "suppressed",
    ]
    assert FindingsDocument.model_validate_json(text).summary.errors == samples.report().summary.errors


def test_the_same_report_is_the_same_bytes() -> None:
    assert render_json(samples.report()) == render_json(samples.report())
