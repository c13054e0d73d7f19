"""The report as JUnit XML, which CI servers show: a suite for each file, a test for each rule that found something.

A test is *this file keeps this rule*, so that its name stays the same from run to run and viewers can tell what is new.
What makes the run fail is a failure, what is suppressed is skipped with its reason, what makes no run fail is told in
the output of a test that passes. Each file has one more test, that all of it was read and weighed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from policyc.findings import Finding, Unchecked
from policyc.render.conclusion import unchecked_words, verdict
from policyc.render.ending import Ending
from policyc.render.notices import notices
from policyc.render.paint import safe
from policyc.render.phrases import counted
from policyc.report import Report
from policyc.source import code_point

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write, not even as a reference (its production *Char*)."""
READ_WHOLE = "every sentence was read and weighed"
RUN = "policyc"
OUTCOMES = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render_junit(report: Report, ending: Ending) -> str:
    """The whole document."""
    root = Element("testsuites", name=RUN)
    findings = sorted(report.findings, key=lambda each: (each.primary.place.path, each.rule))
    by_path = {path: list(group) for path, group in groupby(findings, key=lambda each: each.primary.place.path)}
    unread: dict[str, list[Unchecked]] = {}
    for item in report.unchecked:
        unread.setdefault(item.place.path, []).append(item)
    for path in sorted({*report.paths, *by_path, *unread}):
        suite(root, path, file_tests(path, by_path.get(path, []), unread.get(path, []), ending))
    suite(root, RUN, [run_test(report)])
    count(root, list(root.iter("testcase")))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def suite(root: Element, name: str, tests: Iterable[Element]) -> None:
    """A suite of tests, counted; it names no host, time or duration."""
    made = SubElement(root, "testsuite", name=legal(safe(name)))
    made.extend(tests)
    count(made, list(made))


def count(element: Element, tests: list[Element]) -> None:
    """Write the counts of some tests on what holds them."""
    element.set("tests", str(len(tests)))
    for attribute, outcome in OUTCOMES.items():
        element.set(attribute, str(sum(test.find(outcome) is not None for test in tests)))


def file_tests(path: str, findings: list[Finding], unread: list[Unchecked], ending: Ending) -> Iterator[Element]:
    """The tests of one file; ``findings`` are in the order of rules."""
    yield reading_test(path, unread)
    for rule, group in groupby(findings, key=lambda each: each.rule):
        yield rule_test(path, rule, list(group), ending)


def reading_test(path: str, unread: list[Unchecked]) -> Element:
    """Whether a file was read whole: an error where it was not, skipped where single conditions stay unweighed."""
    test = case(path, READ_WHOLE)
    if unread:
        grave = any(item.incomplete for item in unread)
        words = "\n".join(f"{safe(str(item.place))}: {unchecked_words(item)}" for item in unread)
        title = f"not checked: {counted(len(unread), 'place')}"
        outcome(test, "error" if grave else "skipped", title, words, {"type": "incomplete"} if grave else {})
    return test


def rule_test(path: str, rule: str, findings: list[Finding], ending: Ending) -> Element:
    """Whether a file keeps a rule, with all that the rule found in it."""
    test = case(path, rule)
    failing = [each for each in findings if ending.fails(each)]
    if failing:
        gravest = min((each.severity for each in failing), key=lambda severity: severity.rank)
        outcome(test, "failure", summary(failing), told_in_full(failing), {"type": gravest.value})
    elif all(each.suppressed is not None for each in findings):
        outcome(test, "skipped", f"suppressed: {safe(findings[0].suppressed or '')}", told_in_full(findings))
    rest = [each for each in findings if not ending.fails(each)]
    if rest and test.find("skipped") is None:
        SubElement(test, "system-out").text = legal(told_in_full(rest))
    return test


def run_test(report: Report) -> Element:
    """The run itself: an error where it checked nothing or nothing was in force; its output is how it ended."""
    test = Element("testcase", classname=RUN, name="the run is complete")
    if report.incomplete:
        outcome(test, "error", verdict(report), "What could not be read was not weighed.", {"type": "incomplete"})
    lines = [verdict(report), *(safe(notice.words) for notice in notices(report))]
    SubElement(test, "system-out").text = legal("\n".join(lines))
    return test


def case(path: str, name: str) -> Element:
    """A test of a file, to which viewers link."""
    shown = legal(safe(path))
    return Element("testcase", classname=shown, name=legal(name), file=shown)


def outcome(test: Element, kind: str, title: str, words: str, more: Mapping[str, str] = MappingProxyType({})) -> None:
    """That a test did not pass: in one line, and in full."""
    made = SubElement(test, kind, {"message": legal(title), **more})
    made.text = legal(words)


def summary(findings: list[Finding]) -> str:
    """Some findings of a rule in one line."""
    more = f" (and {len(findings) - 1:,} more)" if len(findings) > 1 else ""
    return f"{safe(findings[0].message)}{more}"


def told_in_full(findings: list[Finding]) -> str:
    """Findings as a reader needs them: where, what, on what each rests, for instance, and the cure."""
    return "\n\n".join("\n".join(finding_lines(each)) for each in findings)


def finding_lines(finding: Finding) -> Iterator[str]:
    """The lines of one finding."""
    mark = f" (suppressed: {safe(finding.suppressed)})" if finding.suppressed is not None else ""
    yield f"{safe(str(finding.primary.place))}: {finding.severity.value}: {safe(finding.message)}{mark}"
    for each in (finding.primary, *finding.related):
        if each.quote:
            clause = f"clause {safe(each.clause)}: " if each.clause else ""
            yield f"  {safe(str(each.place))}: {clause}{safe(each.quote)}"
    for name, words in (("for instance", finding.witness), ("to cure", finding.help)):
        if words:
            yield f"  {name}: {safe(words)}"


def legal(text: str) -> str:
    """Text that XML can hold, on the lines that it has."""
    return ILLEGAL.sub(lambda found: code_point(found[0]), text)
