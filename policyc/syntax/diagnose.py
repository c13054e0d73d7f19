"""From a syntax error to words that a writer can act on."""

from __future__ import annotations

from lark.exceptions import UnexpectedInput

from policyc.findings import Evidence, Finding, Findings, Severity, Unchecked
from policyc.source import Source, Span
from policyc.syntax.parts import Misread


def diagnose(source: Source, text: str, sentence, problem: UnexpectedInput | Misread) -> Findings:
    """Explain why a sentence could not be read: one finding, and the sentence counted as not checked."""
    sentence=sentence.span
    if isinstance(problem, Misread):
        span, message = problem.span, f"{problem.problem}: {problem.words}"
    else:
        at = getattr(problem, "pos_in_stream", None) or getattr(getattr(problem, "token", None), "start_pos", 0) or 0
        span, message = (at, at + 1), str(problem)
    evidence = Evidence("here", source.place(span), source.quote(sentence))
    finding = Finding("syntax", Severity.ERROR, message, evidence, "")
    unchecked = Unchecked(source.place(sentence), "broken sentence", source.quote(sentence), incomplete=True)
    return Findings([finding], [unchecked])
def too_long(source): return Findings()
