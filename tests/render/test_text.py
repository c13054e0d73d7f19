"""The findings for a reader at a terminal."""

from dataclasses import replace

import pytest

from policyc.findings import Evidence, Finding, Severity, Unchecked
from policyc.render.concise import render_concise
from policyc.render.paint import columns, painted, safe, text_of, wrapped
from policyc.render.shape import render_shape
from policyc.render.text import render_text
from policyc.report import Report, Summary
from policyc.source import Place, Source

TEXT = (
    "1: Acme may use\tlocation data.\n2: Acme must not use it,\n   ever,\n   at\n   all,\n   or so.\n"
    + "x " * 300
    + "end."
)
SOURCE = Source("a b.policy", TEXT)
NONE = Summary(1, 1, 2, 0, 0, 0, 0)
EMPTY = Report("0.1.0", ("a b.policy",), (), (), (), (), (), NONE)


def finding(place: Place, *related: Evidence, severity: Severity = Severity.ERROR) -> Finding:
    """A finding that blames a place."""
    primary = Evidence("the grant", place, "quote", "Deal", "1")
    return Finding("some-rule", severity, "It is\x1b wrong.", primary, "Mend it.", related, "Acme uses it.")


def shown(*findings: Finding, width: int = 80, colour: bool = False) -> str:
    """The text of some findings."""
    report = replace(EMPTY, findings=findings, summary=replace(NONE, errors=len(findings)))
    return render_text(report, {SOURCE.path: SOURCE}, width, colour)


def test_a_finding_in_full() -> None:
    related = Evidence("the ban", Place("a b.policy", 2, 1, 2, 8), "quote", "Deal")
    assert shown(finding(Place("a b.policy", 1, 13, 1, 30), related)) == (
        "error: It is<U+001B> wrong. [some-rule]\n"
        '  a b.policy:1:13  clause 1 of "Deal": the grant\n'
        "   1 | 1: Acme may use    location data.\n"
        "     |             ^^^^^^^^^^^^^^^^^^^^\n"
        '  a b.policy:2:1  "Deal": the ban\n'
        "   2 | 2: Acme must not use it,\n"
        "     | -------\n"
        "  for instance: Acme uses it.\n"
        "  to cure: Mend it.\n"
        "\n"
        "1 error in 1 agreement (2 clauses, 1 file).\n"
    )


def test_a_long_stretch_is_cut() -> None:
    text = shown(finding(Place("a b.policy", 2, 1, 6, 9)))
    assert "… and 1 more line\n" in text
    assert "   5 |    all,\n" in text
    assert "^" not in text


@pytest.mark.parametrize(("column", "end"), [(1, 604), (101, 110), (1, 5), (595, 604)])
def test_a_long_line_is_cut_around_what_is_meant(column: int, end: int) -> None:
    text = shown(finding(Place("a b.policy", 7, column, 7, end)))
    assert max(map(len, text.splitlines())) <= 80
    assert "…" in text


def test_a_place_in_no_file_has_no_excerpt() -> None:
    text = shown(finding(Place("other.policy", 1, 1, 1, 1)))
    assert "other.policy:1:1" in text
    assert " | " not in text


def test_an_empty_stretch_is_marked() -> None:
    assert "     | ^\n" in shown(finding(Place("a b.policy", 1, 1, 1, 1)))


def test_wide_characters_are_underlined_whole() -> None:
    source = Source("w.policy", "数据 is data.")
    place = Place("w.policy", 1, 1, 1, 3)
    report = replace(EMPTY, findings=(finding(place),), summary=replace(NONE, errors=1))
    assert "     | ^^^^\n" in render_text(report, {"w.policy": source}, 80)


def test_colour_changes_nothing_but_colour() -> None:
    place = Place("a b.policy", 1, 13, 1, 30)
    coloured = shown(finding(place), colour=True)
    assert "\x1b[1;31merror: \x1b[0m" in coloured
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == shown(finding(place))


def test_a_suppressed_finding_is_marked() -> None:
    suppressed = replace(finding(Place("a b.policy", 1, 1, 1, 3)), suppressed="agreed with Ann")
    report = replace(EMPTY, findings=(suppressed,), summary=replace(NONE, suppressed=1))
    text = render_text(report, {}, 80)
    assert "suppressed: agreed with Ann" in text
    assert "1 suppressed finding in" in text
    assert "[some-rule] (suppressed)" in render_concise(report)


def test_all_clear_is_said_only_where_all_was_checked() -> None:
    assert render_text(EMPTY, {}) == "All clear: 1 agreement (2 clauses, 1 file) checked, and nothing was found.\n"
    quoted = Unchecked(Place("a b.policy", 1, 1, 1, 3), "quoted condition", "the moon " * 30)
    for report in (replace(EMPTY, unchecked=(quoted,)), replace(EMPTY, given=("Moon",))):
        assert render_text(report, {}).startswith("Nothing was found in what was checked:")


def test_nothing_checked() -> None:
    report = replace(EMPTY, paths=())
    assert render_text(report, {}) == "Nothing was checked.\n"
    refused = replace(report, findings=(finding(Place("x", 1, 1, 1, 1)),), summary=replace(NONE, errors=1))
    assert render_text(refused, {}).endswith("1 error. Nothing was checked.\n")


def test_what_was_not_checked_is_counted() -> None:
    many = tuple(Unchecked(Place("a", line, 1, line, 2), "quoted condition", "w" * 200) for line in range(1, 31))
    broken = Unchecked(Place("b", 1, 1, 1, 2), "broken sentence", incomplete=True)
    text = render_text(replace(EMPTY, unchecked=(*many, broken), given=("Moon", "\x1bSun")), {})
    assert "Not checked: 30 x quoted condition and 1 x broken sentence." in text
    assert "… and 11 more" in text
    assert 'Taken as given: "Moon" and "<U+001B>Sun"' in text
    assert "This run is incomplete" in text


def test_concise_is_one_line_a_finding() -> None:
    report = replace(
        EMPTY,
        findings=(finding(Place("a\nb", 1, 2, 1, 3), severity=Severity.NOTE),),
        unchecked=(Unchecked(Place("c", 1, 1, 1, 1), "an empty file", incomplete=True),),
        given=("Moon",),
        summary=replace(NONE, notes=1),
    )
    assert render_concise(report).splitlines() == [
        "a<U+000A>b:1:2: note: It is<U+001B> wrong. [some-rule]",
        "c:1:1: not checked: an empty file",
        "taken as given: Moon",
        "1 note in 1 agreement (2 clauses, 1 file).",
    ]


def test_wrapping_counts_what_the_screen_shows() -> None:
    lines = text_of(wrapped([("lead ", "bold")], "数据 " * 10, 20, 4)).splitlines()
    assert lines[0] == "lead 数据 数据 数据"
    assert all(line.startswith("    数据") for line in lines[1:])
    assert text_of(columns([], 20, 2)) == ""


def test_paint_and_safety() -> None:
    assert painted("x", "") == "x"
    assert safe("a\tb\nc\u202e") == "a b<U+000A>c<U+202E>"


def test_shapes_as_text() -> None:
    data = {"a": [1, 2], "b": {"": "Node", "c": None}, "d": [{"e": "f"}], "g": "h"}
    assert render_shape(data).splitlines() == ["a: 1, 2", "b: Node", "  c: -", "d:", "  -", "    e: f", "g: h"]
    assert render_shape("word") == "word\n"
    assert render_shape({"a": 1}, as_json=True) == '{\n  "a": 1\n}\n'
