"""A report in which every text that comes from a file is what somebody chose who means harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from policyc.findings import Edit, Evidence, Finding, Severity, Step, Unchecked
from policyc.render.ending import Ending
from policyc.report import Baseline, Gone, Held, LawView, Report, Summary
from policyc.source import Place

ENDING = Ending(3, Severity.WARNING)
FRAGMENTS = (
    "\n::error file=x::forged",
    "\r\n::set-output name=a::b",
    "##[add-mask]secret",
    "%0A::stop-commands::x",
    "a,line=1::b",
    "]]>",
    "<![CDATA[",
    "<script>alert(1)</script>",
    "&lt;b&gt;&#x41;",
    "\x1b[31mred\x1b[0m",
    "\u202eabc\u2066",
    "a\u200bb\u2060",
    "\x00\x08\x85\u2028\u2029",
    "\ufffe\uffff",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "https://evil.example www.evil.example",
    "@everyone #1 !2 user/repo#3",
    "| a | b |\n|---|---|",
    "\n# heading\n- item\n> quote\n```\n",
    "`x` ``y``",
    "{0} {1:x} {{2}}",
    "[1](2) \\[x\\]",
    "$(rm -rf /) `id` ;&&",
    "<details><summary>x</summary>",
    "\t\u00a0 \u3164",
    "e\u0301\u0301\u0301\u0301\u0301\u0301",
)
TEXTS = (
    st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), min_size=1, max_size=4).map("".join).filter(str.strip)
)


def hostile(text: str, path: str | None = None) -> Report:
    """A report with such a text in every place that can hold one."""
    place = Place(path if path is not None else text, 2, 3, 2, 9)
    evidence = Evidence(text, place, text, text, text)
    step = Step(text, text, (text, text), text, (text,), evidence, replace(evidence, place=Place("b", 1, 1, 3, 1)))
    plain = Finding("reveals", Severity.ERROR, text, evidence, text, (evidence, evidence), text, None, (), (step,))
    findings = (
        plain,
        replace(plain, rule="alias", severity=Severity.NOTE),
        replace(plain, suppressed=text, repair=(Edit(place, text),)),
    )
    return Report(
        version="0.1.0",
        paths=(place.path,),
        documents=(),
        flows=(),
        findings=findings,
        unchecked=(Unchecked(place, text, text, True), Unchecked(place, text, text)),
        given=(text, text),
        summary=Summary(1, 1, 1, 1, 0, 1, 1, 2),
        judged_on=date(2026, 1, 2),
        baseline=Baseline((Gone("0" * 16, 2, "reveals", text, text),), frozenset({plain.fingerprint})),
        laws=(LawView(text, place, text, Held.NOT_MEANT, text, 0, 0, 0),),
    )
