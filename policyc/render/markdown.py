"""The findings of a run in Markdown, for job summaries, comments and people.

Everything that comes from a file is shown as it is: it makes no heading, link, picture or table cell, mentions nobody
and refers to no issue.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from policyc.findings import Evidence, Finding
from policyc.render.conclusion import unchecked_words, verdict
from policyc.render.markdown_text import code, code_in_table, escaped
from policyc.render.notices import notices
from policyc.render.phrases import counted, ticked
from policyc.render.snippet import HERE
from policyc.report import Report

ROOM = 900_000
"""So many bytes may take what is told in full; GitHub refuses summaries of more than 1 MiB a step."""
CALLING = re.compile(r"\\([@#:])|(?<=www)\\(\.)|([!%])(?=[\w\"])", re.IGNORECASE)
APART = "&#8203;"
"""A space of no width, in letters that no site takes away: sites look for mentions in what Markdown has made."""


def render_markdown(report: Report) -> str:
    """The verdict, the counts of each rule, each finding, gravest first, and all else that the run has to tell."""
    head = [*heading(report), *rule_table(report.findings)]
    tail = [*unchecked_section(report), *notice_section(report)]
    return "\n".join([*head, *fitting(sections(report), ROOM), *tail]) + "\n"


def shown(text: str) -> str:
    """Words that Markdown and the sites that show it leave as they are."""
    return CALLING.sub(lambda found: (found[1] or found[2] or found[3]) + APART, escaped(text))


def worded(text: str, quote: Callable[[str], str] = code) -> str:
    """Words of a rule, in which back ticks stand around policy language, which ``quote`` makes code of."""
    parts = ticked(text)
    if not all(part.strip() for part in parts[1::2]):
        return shown(text)
    return "".join(quote(part) if number % 2 else spaced(part) for number, part in enumerate(parts))


def spaced(part: str) -> str:
    """Words as they are, with the spaces that part them from what stands beside."""
    before, after = " " * part[:1].isspace(), " " * part[-1:].isspace()
    return f"{before}{shown(part)}{after}" if part.strip() else before


def heading(report: Report) -> Iterator[str]:
    """The verdict."""
    yield "## policyc"
    yield ""
    yield f"**{shown(verdict(report))}**"


def rule_table(findings: Iterable[Finding]) -> Iterator[str]:
    """How many findings each rule has, most first; the suppressed in a column of their own."""
    ranked = Counter((finding.rule, finding.severity) for finding in findings if finding.suppressed is None)
    hidden = Counter((finding.rule, finding.severity) for finding in findings if finding.suppressed is not None)
    rows = sorted({*ranked, *hidden}, key=lambda row: (row[1].rank, -ranked[row], row[0]))
    if rows:
        yield from ("", "| severity | rule | found | suppressed |", "|---|---|--:|--:|")
    for rule, severity in rows:
        yield f"| {severity.value} | {code_in_table(rule)} | {ranked[rule, severity]} | {hidden[rule, severity]} |"


def sections(report: Report) -> list[str]:
    """Each finding, those that count first, then gravest first."""
    ordered = sorted(report.findings, key=lambda each: (each.suppressed is not None, each.severity.rank))
    return ["\n".join(finding_lines(number, each)) for number, each in enumerate(ordered, 1)]


def fitting(told: list[str], room: int) -> Iterator[str]:
    """So many sections as there is room for, and how many there are besides."""
    for number, section in enumerate(told):
        room -= len(section.encode("utf-8", "replace")) + 1
        if room < 0:
            more = counted(len(told) - number, "more finding")
            yield f"\n*There is no room here for {more}; they are counted above and told in the other formats.*"
            return
        yield section


def finding_lines(number: int, finding: Finding) -> Iterator[str]:
    """One finding: what is wrong, the clauses that it rests on, for instance, and what cures it."""
    mark = "" if finding.suppressed is None else " (suppressed)"
    yield ""
    yield f"### {number}. {finding.severity.value.capitalize()}{mark}: {worded(finding.message)}"
    yield ""
    yield "| place | clause | words | why |"
    yield "|---|---|---|---|"
    yield from (evidence_row(evidence) for evidence in (finding.primary, *finding.related))
    for title, words in (
        ("For instance", finding.witness),
        ("To cure", finding.help),
        ("Suppressed", finding.suppressed),
    ):
        if words:
            yield f"\n**{title}:** {worded(words)}"
    yield f"\n{code(finding.rule)} · {code(finding.fingerprint)}"


def evidence_row(evidence: Evidence) -> str:
    """One clause that a finding rests on."""
    clause = " of ".join(part for part in (evidence.clause or "", quoted(evidence.agreement)) if part)
    part = "" if evidence.message == HERE else worded(evidence.message, code_in_table)
    return f"| {code_in_table(str(evidence.place))} | {shown(clause)} | {shown(evidence.quote)} | {part} |"


def quoted(title: str | None) -> str:
    """A title in quotation marks."""
    return f'"{title}"' if title else ""


def unchecked_section(report: Report) -> Iterator[str]:
    """What was not checked, in the room that findings have; the rest is counted."""
    if report.unchecked:
        yield from ("", f"### Not checked: {counted(len(report.unchecked), 'place')}", "")
        lines = [f"- {code(str(item.place))}: {shown(unchecked_words(item))}" for item in report.unchecked]
        most = 100
        yield from lines[:most]
        if len(lines) > most:
            yield f"- … and {len(lines) - most:,} more"


def notice_section(report: Report) -> Iterator[str]:
    """What else the run has to tell."""
    told = [f"- {shown(notice.words)}" for notice in notices(report)]
    if told:
        yield from ("", "### Also", "", *told)
