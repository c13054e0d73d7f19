"""Annotations of GitHub Actions, read as its runner reads lines."""

import re
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from policyc.render.github import render_github
from policyc.render.phrases import plain
from policyc.report import Report
from tests.render import samples
from tests.render.hostile import FRAGMENTS, TEXTS, hostile

COMMAND = re.compile(r"::(?P<name>[a-z-]+)(?: (?P<properties>.*?))?::(?P<data>.*)", re.DOTALL)
LEVELS = {"error", "warning", "notice"}


@dataclass(frozen=True)
class Command:
    """A command as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def commands(text: str) -> list[Command]:
    """What the runner obeys in some output: it splits lines at any line break, and takes what begins with colons.

    After ActionCommand of the runner: the first ``::`` behind the name ends the properties, which commas part.
    """
    found = []
    for line in re.split(r"\r\n|\r|\n", text):
        match = COMMAND.match(line.lstrip())
        assert match or "##[" not in line, "the old form of a command, which counts anywhere in a line that is no other"
        if match:
            assert "##[" not in match["data"]
            pairs = (pair.partition("=") for pair in (match["properties"] or "").split(",") if pair)
            values = {name: unescaped(value, {":": "%3A", ",": "%2C"}) for name, _, value in pairs}
            found.append(Command(match["name"], values, unescaped(match["data"])))
    return found


def unescaped(text: str, more: dict[str, str] | None = None) -> str:
    """What the runner makes of an escaped value; the percent sign comes last."""
    for sign, escape in ({"\r": "%0D", "\n": "%0A"} | (more or {}) | {"%": "%25"}).items():
        text = text.replace(escape, sign)
    return text


def test_a_finding_is_an_annotation_on_its_words() -> None:
    first = commands(render_github(samples.report()))[0]
    assert first.name == "error"
    assert first.properties == {
        "file": samples.PATH,
        "line": "62",
        "endLine": "62",
        "col": "4",
        "endColumn": "88",
        "title": 'useful-for-banned: clause 4 of "Proposed bank deal"',
    }
    assert first.data.startswith("Shopping location would go to Facebook")
    assert "\nFor instance: " in first.data
    assert "\nTo cure: " in first.data


def test_the_gravest_come_first_and_what_is_suppressed_is_only_told() -> None:
    text = render_github(samples.report())
    names = [each.name for each in commands(text)]
    assert names == ["error", *["warning"] * 5, *["notice"] * 2, "notice", "error"]
    assert "policyc: suppressed: examples/messenger-banking.policy:46:4: The promise lives" in text
    assert "policyc: Taken as given: the customer's bank agrees and unlinking" in text
    assert text.splitlines()[-1].startswith("policyc: 1 error, 5 warnings")


def test_a_stretch_of_several_lines_has_no_columns() -> None:
    (command,) = [each for each in commands(render_github(several_lines())) if each.name == "error"]
    assert command.properties["endLine"] == "9"
    assert "col" not in command.properties


def several_lines() -> Report:
    """A report with one finding on several lines."""
    from dataclasses import replace

    first = samples.findings()[0]
    primary = replace(first.primary, place=replace(first.primary.place, line=7, end_line=9), agreement=None)
    return replace(samples.report(), findings=(replace(first, primary=primary),), unchecked=())


def test_a_run_on_nothing_says_so() -> None:
    assert "policyc: Nothing was checked" in render_github(samples.empty())


def test_file_names_forge_no_command() -> None:
    for name in ("a\n::error file=b,line=1::forged", "a::b,line=7%0A::c", "100%,x:y.policy", "a\r::stop-commands::x"):
        found = [each for each in commands(render_github(hostile("x", name))) if each.properties.get("title") != ""]
        assert {each.name for each in found} <= LEVELS
        assert len(found) == 4
        assert {each.properties["file"].replace("\r", "\n") for each in found} == {name.replace("\r", "\n")}
        assert {each.properties["line"] for each in found} == {"2"}


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(FRAGMENTS))
def test_nothing_from_a_file_is_obeyed(text: str, path: str) -> None:
    found = commands(render_github(hostile(text, path)))
    assert [each.name for each in found] == ["error", "notice", "error", "notice"]
    for each in found:
        assert set(each.properties) == {"file", "line", "endLine", "col", "endColumn", "title"}
        assert each.properties["file"] == plain(path)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200b]", render_github(hostile(text, path)))
