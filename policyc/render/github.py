"""The report as commands of GitHub Actions: each finding an annotation on its line, all else plain lines of the log.

GitHub obeys every line that begins with two colons, and ``##[`` anywhere in it; so everything that comes from a file is
escaped as GitHub's own toolkit does it, and plain lines begin with a word of ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.findings import Evidence, Finding, Severity, Unchecked
from policyc.render.conclusion import unchecked_words, verdict
from policyc.render.notices import notices
from policyc.render.paint import safe
from policyc.render.phrases import plain
from policyc.report import Report
from policyc.source import Place

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
OLD_COMMAND, HARMLESS = "##[", "##<U+005B>"


def render_github(report: Report) -> str:
    """Annotations, gravest first since GitHub shows only the first ten of each level; then the plain lines."""
    found = sorted(report.findings, key=lambda finding: finding.severity.rank)
    lines = [annotation(finding) for finding in found if finding.suppressed is None]
    lines += [unchecked_annotation(item) for item in report.unchecked]
    lines += [plain_line(words) for words in told(report)]
    return "".join(f"{line}\n" for line in lines)


def annotation(finding: Finding) -> str:
    """A finding as a command."""
    primary = finding.primary
    title = f"{finding.rule}: {named(primary)}" if primary.agreement else finding.rule
    parts = [finding.message, *(rests_on(each) for each in finding.related if each.message)]
    parts += [f"For instance: {finding.witness}"] if finding.witness else []
    parts += [f"To cure: {finding.help}"] if finding.help else []
    return command(LEVELS[finding.severity], primary.place, title, "\n".join(parts))


def unchecked_annotation(item: Unchecked) -> str:
    """Something that was not checked, as a command: an error where the run is incomplete by it."""
    return command("error" if item.incomplete else "notice", item.place, "not checked", unchecked_words(item))


def command(level: str, place: Place, title: str, words: str) -> str:
    """One command; GitHub takes columns only for a stretch of one line."""
    columns = f",col={place.column},endColumn={place.end_column}" if place.line == place.end_line else ""
    where = f"file={escaped(place.path)},line={place.line},endLine={place.end_line}{columns}"
    return f"::{level} {where},title={escaped(harmless(title))}::{harmless(plain(words)).translate(DATA)}"


def escaped(text: str) -> str:
    """Text as the value of a property."""
    return plain(text).translate(PROPERTY)


def named(evidence: Evidence) -> str:
    """The clause and agreement that some evidence is from."""
    clause = f"clause {evidence.clause} of " if evidence.clause else ""
    return f'{clause}"{evidence.agreement}"'


def rests_on(evidence: Evidence) -> str:
    """Another place that a finding rests on."""
    return f"{evidence.place}: {named(evidence)}: {evidence.message}" if evidence.agreement else evidence.message


def told(report: Report) -> Iterator[str]:
    """What is no annotation: what is suppressed, and how the run ended."""
    for finding in report.findings:
        if finding.suppressed is not None:
            yield f"suppressed: {finding.primary.place}: {finding.message} [{finding.rule}] ({finding.suppressed})"
    yield from (notice.words for notice in notices(report))
    yield verdict(report)


def plain_line(words: str) -> str:
    """A line of the log that is no command, whatever stands in it."""
    return f"policyc: {harmless(safe(words))}"


def harmless(words: str) -> str:
    """Words without the beginning of a command in GitHub's old form."""
    return words.replace(OLD_COMMAND, HARMLESS)
