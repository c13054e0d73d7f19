"""GitLab's Code Quality, by its documentation."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from jsonschema import Draft202012Validator

from policyc.render.gitlab import render_gitlab
from policyc.report import Report
from tests.render import samples
from tests.render.hostile import TEXTS, hostile

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^\\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                    },
                },
            },
        },
    },
}
"""What GitLab documents of its report format: the fields that it needs, its five severities, paths without ``./``."""


def issues(report: Report) -> list[dict[str, Any]]:
    """The issues of a report, which keep the schema and have each a fingerprint of its own."""
    text = render_gitlab(report)
    assert text.isascii()
    found = json.loads(text)
    Draft202012Validator(SCHEMA).validate(found)
    assert len({issue["fingerprint"] for issue in found}) == len(found), "GitLab shows only the first of those alike"
    assert isinstance(found, list)
    return found


def test_severities() -> None:
    found = issues(samples.report())
    assert [issue["severity"] for issue in found] == [
        "critical",
        *["major"] * 5,
        *["minor"] * 2,
        "info",
        "info",
        "major",
    ]
    assert found[8]["description"].endswith("(until 2027-03-31))")
    assert found[9]["description"] == "Not checked: quoted condition: the customer has linked the account"


def test_a_finding_keeps_its_fingerprint_and_doubles_get_their_own() -> None:
    first = samples.findings()[0]
    alike = replace(first, message="The same again.")
    found = issues(replace(samples.report(), findings=(first, alike)))
    assert found[0]["fingerprint"] == first.fingerprint
    assert found[0]["location"] == {"path": samples.PATH, "lines": {"begin": 62, "end": 62}}
    again = issues(replace(samples.report(), findings=(first, alike)))
    assert found == again


def test_a_path_begins_with_no_dot() -> None:
    first = samples.findings()[0]
    moved = replace(first, primary=replace(first.primary, place=replace(first.primary.place, path="./a.policy")))
    assert issues(replace(samples.report(), findings=(moved,)))[0]["location"]["path"] == "a.policy"


def test_nothing_to_report_and_nothing_checked_are_told_apart() -> None:
    assert issues(samples.clean()) == []
    (issue,) = issues(samples.empty())
    assert issue["severity"] == "major"
    assert issue["description"].startswith("Nothing was checked")


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_nothing_from_a_file_hides(text: str) -> None:
    for issue in issues(hostile(text, "deal.policy")):
        assert issue["description"].replace(" ", "").isprintable() or "\u00a0" in issue["description"]
