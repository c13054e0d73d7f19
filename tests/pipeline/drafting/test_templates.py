"""Every template, with several sets of answers: canonical, free of findings, and its scenarios come out."""

import re
from datetime import date
from pathlib import Path

import pytest

from policyc.pipeline.drafting.draft import agreement, judged
from policyc.pipeline.drafting.template import templates
from policyc.pipeline.files import Inputs
from policyc.pipeline.formatting import formatted
from policyc.pipeline.run import Run, run_inputs
from policyc.pipeline.scenarios import try_scenarios
from policyc.resources import resource
from policyc.source import Source

FOLDER = resource("policies") / "templates"
PARTIES = {
    "controller-processor": ("controller", "processor"),
    "bank-platform": ("bank", "platform"),
    "open-banking": ("bank", "provider"),
    "school-vendor": ("school", "vendor"),
    "research-data-use": ("provider", "recipient"),
}
NAMES = (
    ("Acme", "Globex"),
    ("Société Générale", 'The "Big" Platform Company, Inc.'),
    ("37signals LLC", "AT&T Inc."),
    ("Bank for All, N.A.", "In-house Labs GmbH"),
    ("Bank Works", "General Use, Inc."),
)
GIVEN: tuple[dict[str, object], ...] = (
    {},
    {"end": date(2028, 12, 31), "title": 'The "first" deal: 2026', "breach": "1 day", "deletion": "ten (10) business days"},
    {"people": "beekeepers", "data": ["hive weights", "honey yields", "contact data"], "purposes": ["bee forecasts"]},
    {"people": "patients", "data": "health data", "purposes": "research, statistics"},
    {"data": "email addresses", "purposes": "customer support, service delivery", "people": "employees"},
)  # fmt: skip
CASES = [
    (name, number, given | {question.key: option})
    for name, template in templates().items()
    for number, given in enumerate(GIVEN)
    for question in template.questions
    for option, _ in question.options
] + [(name, number, given) for name in ("open-banking", "school-vendor") for number, given in enumerate(GIVEN)]


def made(name: str, number: int, given: dict[str, object]) -> str:
    """The agreement that a template makes of some answers."""
    parties = dict(zip(PARTIES[name], NAMES[number % len(NAMES)], strict=True))
    template = templates()[name]
    return agreement(template, judged(template, {**parties, "start": "2026-03-01", **given}))


def weighed(text: str) -> Run:
    """An agreement on the whole road."""
    return run_inputs(Inputs([Source("first.policy", text)]))


def test_there_are_five() -> None:
    assert set(templates()) == set(PARTIES)
    assert {path.name.split(".")[0] for path in FOLDER.iterdir()} == {*PARTIES, "parts"}


@pytest.mark.parametrize(("name", "number", "given"), CASES, ids=lambda value: str(value)[:60])
def test_a_first_agreement_is_clean(name: str, number: int, given: dict[str, object]) -> None:
    text = made(name, number, given)
    assert not formatted(Source("first.policy", text)).changed
    run = weighed(text)
    assert [f"{each.severity.value} [{each.rule}] {each.message}" for each in run.report.findings] == [], text
    assert not run.report.unchecked, text
    trial = try_scenarios(run.examination)
    assert len(trial.scenarios) >= 3
    assert [each.title for each in trial.scenarios if not each.passed] == [], text


@pytest.mark.parametrize("name", PARTIES)
def test_every_template_explains_itself(name: str) -> None:
    text = made(name, 0, {})
    assert text.startswith("# A first draft")
    assert text.count("\n# ") >= 5
    assert "{" not in text
    assert text.isascii()


@pytest.mark.parametrize("name", PARTIES)
def test_a_ban_that_is_taken_out_fails_a_scenario(name: str) -> None:
    text = made(name, 0, {})
    deciding = set(re.findall(r"forbidden\s+by\s+([\d.]+)\.", text))
    assert deciding
    for label in deciding:
        words = re.findall(rf"^{label}: .*?\.$", text, re.MULTILINE | re.DOTALL)[0]
        changed = text.replace(words, words.replace("must not", "may").replace("only ", ""))
        trial = try_scenarios(weighed(changed).examination)
        assert not all(each.passed for each in trial.scenarios), words


def test_the_folder_holds_nothing_that_is_checked_as_a_policy() -> None:
    assert not list(Path(FOLDER).rglob("*.policy"))
