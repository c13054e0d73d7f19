"""The JSON that other programs build on."""

import json
from dataclasses import replace

from hypothesis import given, settings

from policyc.render.contract import SCHEMA_FILE, FindingsDocument, json_schema
from policyc.render.json import render_json
from policyc.report import Baseline
from tests.render import samples
from tests.render.hostile import TEXTS, hostile

AT_FIRST = {
    "document": "schema policyc findings unchecked laws gone judged_on summary",
    "finding": "rule severity message path line column end_line end_column agreement clause help fingerprint related "
    "witness suppressed",
    "related": "message path line column clause",
    "unchecked": "path line reason",
}
"""The fields with which the contract was published: programs lean on them, so none may go."""


def test_the_shipped_schema_is_the_models() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == json_schema(), (
        "write policyc.render.contract.json_schema() to findings.schema.json; a change that breaks readers needs "
        "another number in the contract's name"
    )


def test_a_report_keeps_the_contract() -> None:
    text = render_json(samples.report())
    assert text.isascii()
    document = json.loads(text)
    finding = document["findings"][0]
    for name, entry in (
        ("document", document),
        ("finding", finding),
        ("related", finding["related"][0]),
        ("unchecked", document["unchecked"][0]),
    ):
        assert set(AT_FIRST[name].split()) <= set(entry)
    assert FindingsDocument.model_validate_json(text).summary.errors == samples.report().summary.errors


def test_steps_are_told() -> None:
    finding = json.loads(render_json(hostile("x")))["findings"][0]
    (step,) = finding["steps"]
    assert (step["actor"], step["does"], step["data"], step["taker"], step["purposes"]) == (
        "x",
        "x",
        ["x", "x"],
        "x",
        ["x"],
    )
    assert step["by"]["line"] == 2
    assert step["against"] | {"message": ""} == {
        "message": "",
        "path": "b",
        "line": 1,
        "column": 1,
        "end_line": 3,
        "end_column": 1,
        "agreement": "x",
        "clause": "x",
    }


def test_repairs_are_told() -> None:
    assert json.loads(render_json(hostile("x")))["findings"][2]["repair"] == [
        {"path": "x", "line": 2, "column": 3, "end_line": 2, "end_column": 9, "words": "x"}
    ]


def test_the_baseline_is_told_of_each_finding() -> None:
    known = samples.findings()[-1].fingerprint
    report = replace(samples.report(), baseline=Baseline((), frozenset({known})))
    assert [each["baseline"] for each in json.loads(render_json(report))["findings"]] == ["new"] * 8 + ["known"]
    assert {each["baseline"] for each in json.loads(render_json(samples.report()))["findings"]} == {None}


def test_what_was_not_checked_is_told_with_its_words() -> None:
    document = json.loads(render_json(samples.report()))
    assert document["incomplete"] is True
    assert document["given"] == ["the customer's bank agrees", "unlinking"]
    assert [each["incomplete"] for each in document["unchecked"]] == [False, True]
    assert document["unchecked"][1]["quote"] == "The banks will promptly share"


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_texts_are_kept_as_they_are(text: str) -> None:
    rendered = render_json(hostile(text))
    assert rendered.isascii()
    assert json.loads(rendered)["findings"][0]["message"] == text


def test_the_same_report_is_the_same_bytes() -> None:
    assert render_json(samples.report()) == render_json(samples.report())
