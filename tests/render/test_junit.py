"""JUnit XML, read as CI servers read it."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase

from policyc.findings import Severity
from policyc.render.ending import Ending
from policyc.render.junit import ILLEGAL, READ_WHOLE, render_junit
from policyc.report import Report
from tests.render import samples
from tests.render.hostile import ENDING, TEXTS, hostile


def read(report: Report, ending: Ending = ENDING) -> JUnitXml:
    """A report as junitparser reads it."""
    return JUnitXml.fromstring(render_junit(report, ending).encode())


def cases(report: Report, ending: Ending = ENDING) -> dict[str, TestCase]:
    """The tests of a report by name."""
    return {str(case.name): case for case in all_cases(read(report, ending))}


def all_cases(xml: JUnitXml) -> Iterator[TestCase]:
    """Every test."""
    for suite in iter(xml):
        yield from iter(suite)


def test_what_makes_the_run_fail_is_a_failure() -> None:
    found = cases(samples.report(), Ending(1, Severity.ERROR))
    kinds = {name: [type(each) for each in case.result] for name, case in found.items()}
    assert kinds["useful-for-banned"] == [Failure]
    assert kinds["reveals"] == kinds["retention-unaddressed"] == []
    assert kinds["promise-not-in-terms"] == [Skipped]
    assert [type(each) for each in cases(samples.report())["reveals"].result] == [Failure]
    never = cases(samples.report(), Ending(0, None))
    assert never["useful-for-banned"].result == []
    assert "Shopping location would go to Facebook" in str(never["useful-for-banned"].system_out)


def test_a_test_is_a_file_and_a_rule() -> None:
    double = replace(samples.findings()[0], message="Another one.", suppressed="known")
    report = replace(samples.report(), findings=(*samples.findings(), samples.findings()[0], double))
    case = cases(report)["useful-for-banned"]
    assert case.classname == samples.PATH
    assert f'classname="{samples.PATH}" name="useful-for-banned" file="{samples.PATH}"' in render_junit(report, ENDING)
    (failure,) = case.result
    assert str(failure.message).endswith("(and 1 more)")
    assert failure.type == "error"
    assert str(failure.text).count("for instance:") == 2
    assert "Another one. (suppressed: known)" in str(case.system_out)


def test_a_file_that_was_read_whole_passes() -> None:
    assert cases(samples.clean())[READ_WHOLE].result == []
    (error,) = cases(samples.report())[READ_WHOLE].result
    assert isinstance(error, Error)
    assert "The banks will promptly share" in str(error.text)
    quoted = replace(samples.report(), unchecked=samples.unchecked()[:1])
    assert [type(each) for each in cases(quoted)[READ_WHOLE].result] == [Skipped]


def test_the_run_is_a_test_of_its_own() -> None:
    run = "the run is complete"
    assert "Taken as given" in str(cases(samples.report())[run].system_out)
    assert [type(each) for each in cases(samples.report())[run].result] == [Error]
    assert [type(each) for each in cases(samples.empty())[run].result] == [Error]
    assert cases(samples.clean())[run].result == []


def test_the_counts_are_right() -> None:
    xml = read(samples.report())
    found = list(all_cases(xml))
    assert xml.tests == len(found) == 11
    for attribute, kind in (("failures", Failure), ("errors", Error), ("skipped", Skipped)):
        assert getattr(xml, attribute) == sum(isinstance(each, kind) for case in found for each in case.result)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_nothing_from_a_file_breaks_the_document(text: str) -> None:
    rendered = render_junit(hostile(text), ENDING)
    assert not ILLEGAL.search(rendered)
    assert "\x1b" not in rendered
    assert "\u202e" not in rendered
    names = [case.name for case in all_cases(JUnitXml.fromstring(rendered.encode()))]
    assert names == [READ_WHOLE, "alias", "reveals", "the run is complete"]


def test_the_same_report_is_the_same_bytes() -> None:
    assert render_junit(samples.report(), ENDING) == render_junit(samples.report(), ENDING)


def test_a_finding_without_words_or_cure_is_told_shortly() -> None:
    first = samples.findings()[0]
    bare = replace(first, primary=replace(first.primary, quote="", clause=None), related=(), witness=None, help="")
    (failure,) = cases(replace(samples.report(), findings=(bare,)))["useful-for-banned"].result
    assert str(failure.text).count("\n") == 0
