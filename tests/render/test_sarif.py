"""SARIF: by Microsoft's validator, by the schema, and what a reader finds in it."""

import doctest
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from jsonschema import Draft7Validator

from policyc.findings import Edit, Finding, Severity, Step
from policyc.render.ending import Ending
from policyc.render.phrases import plain
from policyc.render.sarif import paths, places, render_sarif
from policyc.render.sarif import rules as descriptors
from policyc.render.sarif.paths import step_words
from policyc.render.sarif.words import message
from policyc.report import Baseline, Gone, Report
from policyc.rules.catalogue import rules
from tests.render import samples
from tests.render.hostile import ENDING, TEXTS, hostile
from tests.tools.npm import sarif_complaints, sarif_schema

NO_ADDRESS = "SARIF2005"
"""The validator would like an address to read about policyc; there is none."""


def run_of(report: Report, ending: Ending = ENDING) -> dict[str, Any]:
    """The one run of a report's log."""
    log = json.loads(render_sarif(report, ending))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def with_path() -> Report:
    """The sample, its first finding with a path of two hops and a repair, held against a baseline."""
    first, second, *others = samples.findings()
    taken, banned = first.primary, first.related[0]
    steps = (
        Step("Wells Fargo", "shares", ("shopping location", "names"), "Facebook", ("checking",), taken),
        Step("Facebook", "uses", ("shopping location",), "", ("ad targeting",), taken, banned),
        Step("Facebook", "sells", ("names",), "a broker"),
    )
    repair = (Edit(taken.place, "shopping habits"), Edit(replace(banned.place, path="other.policy"), ""))
    first = replace(first, steps=steps, repair=repair)
    gone = Gone("0" * 16, 2, "reveals", "Old deal", "7")
    report = replace(samples.report(), findings=(first, second, *others))
    return replace(report, baseline=Baseline((gone,), frozenset({others[-1].fingerprint})))


def test_microsofts_validator_has_no_complaint(tmp_path: Path) -> None:
    for name, report in (
        ("path", with_path()),
        ("empty", samples.empty()),
        ("hostile", hostile(" ".join(("x]( {0}",)))),
    ):
        log = tmp_path / f"{name}.sarif"
        log.write_text(render_sarif(report, ENDING), encoding="utf-8")
        assert [line for line in sarif_complaints(log) if NO_ADDRESS not in line] == []


def test_the_validator_does_complain_of_what_is_wrong(tmp_path: Path) -> None:
    log = json.loads(render_sarif(with_path(), ENDING))
    log["runs"][0]["results"][0]["ruleIndex"] = 999
    (tmp_path / "wrong.sarif").write_text(json.dumps(log), encoding="utf-8")
    assert any("error" in line for line in sarif_complaints(tmp_path / "wrong.sarif"))


def test_it_keeps_the_schema() -> None:
    schema = Draft7Validator(sarif_schema())
    for report in (with_path(), samples.empty(), samples.clean()):
        schema.validate(json.loads(render_sarif(report, ENDING)))


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_nothing_from_a_file_breaks_the_schema_or_hides(text: str) -> None:
    report = hostile(text)
    log = render_sarif(report, ENDING)
    assert log.isascii()
    run = json.loads(log)["runs"][0]
    Draft7Validator(sarif_schema()).validate(json.loads(log))
    for result in run["results"]:
        words = result["message"]["text"]
        assert words == message(plain(words))["text"] or "](" in words or "{{" in words
        assert not re.search(r"(?<!\\)\[[^\]\[]*(?<!\\)\]\(", words), "a link"
        assert not re.search(r"(?<!\{)\{\d+\}(?!\})", words), "a placeholder"
        (named,) = result["locations"][0]["logicalLocations"]
        assert not set(named["fullyQualifiedName"]) & set("\x1b\u202e\u200b\x00")
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(file://)?[A-Za-z0-9/._~%:-]*", uri)


def test_a_finding_is_told_with_all_that_it_rests_on() -> None:
    run = run_of(with_path())
    first = run["results"][0]
    assert first["ruleId"] == "useful-for-banned"
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "useful-for-banned"
    assert first["level"] == "error"
    text = first["message"]["text"]
    assert "\n\nFor instance: Facebook uses shopping location" in text
    assert "\n\nTo cure: Drop shopping location" in text
    (where,) = first["locations"]
    assert where["physicalLocation"]["region"] == {"startLine": 62, "startColumn": 4, "endLine": 62, "endColumn": 88}
    assert where["logicalLocations"][0]["fullyQualifiedName"] == "Proposed bank deal/4"
    assert [each["id"] for each in first["relatedLocations"]] == [1, 2]
    assert first["partialFingerprints"] == {"policyc/fingerprint/v1": with_path().findings[0].fingerprint}
    assert "primaryLocationLineHash" not in json.dumps(run)


def test_steps_are_a_code_flow() -> None:
    first, second, *_ = run_of(with_path())["results"]
    assert "codeFlows" not in second
    (flow,) = first["codeFlows"]
    (thread,) = flow["threadFlows"]
    told = [(stop["location"]["message"]["text"], line_of(stop["location"])) for stop in thread["locations"]]
    assert told == [
        ("Wells Fargo shares shopping location and names with Facebook for checking.", 62),
        ("Facebook uses shopping location for ad targeting.", 62),
        ("against this: advertising is what such data is commercially useful for, and here it is banned.", 60),
        ("Facebook sells names to a broker.", 62),
    ]
    assert step_words(Step("A", "deletes", ("x",))) == "A deletes x"
    assert step_words(Step("A", "notifies", (), "B")) == "A notifies B"


def line_of(location: dict[str, Any]) -> int:
    """The line on which a location begins."""
    line = location["physicalLocation"]["region"]["startLine"]
    assert isinstance(line, int)
    return line


def test_repairs_are_fixes() -> None:
    (fix,) = run_of(with_path())["results"][0]["fixes"]
    changed = {change["artifactLocation"]["uri"]: change["replacements"] for change in fix["artifactChanges"]}
    assert list(changed) == ["examples/messenger-banking.policy", "other.policy"]
    assert changed["other.policy"][0]["insertedContent"] == {"text": ""}


def test_suppressed_findings_say_why() -> None:
    results = run_of(with_path())["results"]
    assert [len(each["suppressions"]) for each in results] == [0] * 8 + [1]
    (kept,) = results[-1]["suppressions"]
    assert kept["kind"] == "inSource"
    assert kept["justification"].startswith("the live terms were not published")


def test_the_state_against_a_baseline_is_told_only_with_one() -> None:
    assert all("baselineState" not in each for each in run_of(samples.report())["results"])
    assert [each["baselineState"] for each in run_of(with_path())["results"]] == ["new"] * 8 + ["unchanged"]


def test_rules_have_their_pages() -> None:
    driver = run_of(with_path())["tool"]["driver"]
    names = [rule["id"] for rule in driver["rules"]]
    assert names == sorted({finding.rule for finding in samples.findings()})
    for rule in driver["rules"]:
        assert rules()[rule["id"]].page.strip() in rule["help"]["markdown"]
        assert "helpUri" not in rule
        assert rule["defaultConfiguration"]["level"] == rules()[rule["id"]].severity.value


def test_the_run_tells_how_it_ended_and_what_was_not_checked() -> None:
    run = run_of(with_path())
    (ended,) = run["invocations"]
    assert (ended["exitCode"], ended["executionSuccessful"]) == (3, False)
    told = [(each["level"], each["message"]["text"]) for each in ended["toolExecutionNotifications"]]
    assert told[0] == ("note", "quoted condition: the customer has linked the account.")
    assert told[1] == ("error", "this sentence could not be read: The banks will promptly share.")
    assert any("Taken as given" in words for _, words in told)
    assert any("Not found any more: [reveals]" in words for _, words in told)
    clean = run_of(samples.clean(), Ending(0, Severity.ERROR))["invocations"][0]
    assert (clean["exitCode"], clean["executionSuccessful"]) == (0, True)
    nothing = run_of(samples.empty())["invocations"][0]["toolExecutionNotifications"]
    assert [each["level"] for each in nothing] == ["error"]


def test_artifacts_are_named_by_relative_addresses() -> None:
    def moved(finding: Finding, path: str) -> Finding:
        place = replace(finding.primary.place, path=path)
        return replace(finding, primary=replace(finding.primary, place=place), related=())

    paths = ("a b/ü#1.policy", "/srv/x.policy", "C:/x y.policy", "policyc:law/gdpr.policy")
    found = tuple(moved(samples.findings()[0], path) for path in paths)
    run = run_of(replace(samples.report(), paths=(), findings=found, unchecked=()))
    places = [result["locations"][0].get("physicalLocation") for result in run["results"]]
    assert places[3] is None, "what policyc ships is no file of the user's"
    uris = [place["artifactLocation"]["uri"] for place in places[:3]]
    assert uris == ["a%20b/%C3%BC%231.policy", "file:///srv/x.policy", "file:///C:/x%20y.policy"]
    assert places[0]["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    for place in places[:3]:
        index = place["artifactLocation"]["index"]
        assert run["artifacts"][index]["location"]["uri"] == place["artifactLocation"]["uri"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_the_same_report_is_the_same_bytes() -> None:
    assert render_sarif(with_path(), ENDING) == render_sarif(with_path(), ENDING)


def test_the_examples_in_the_code_hold() -> None:
    for module in (paths, places, descriptors):
        done = doctest.testmod(module)
        assert done.attempted
        assert not done.failed
