"""From a syntax error to words that a writer can act on."""

from __future__ import annotations

from policyc.findings import Edit, Evidence, Finding, Findings, Severity, Unchecked
from policyc.source import Source, Span, is_unseen, visible
from policyc.syntax import clause_words, ends, headers, idioms, misplaced, signs, spelling, stop_words, times
from policyc.syntax.broken import LONGEST_SENTENCE, Broken, Diagnosis
from policyc.syntax.expected import expectation
from policyc.syntax.guards import explain_misread
from policyc.syntax.lexer import MAXIMUM_TOKENS
from policyc.syntax.parts import Misread, Stopped
from policyc.syntax.sentences import Cut
from policyc.syntax.tables import END
from policyc.syntax.token import Token

CAUSES = (
    signs.unclosed_quotation,
    signs.question,
    *ends.CAUSES,
    *signs.CAUSES,
    stop_words.near_stop_word,
    times.written_date,
    *clause_words.CAUSES,
    *idioms.CAUSES,
    *headers.CAUSES,
    *times.CAUSES,
    *spelling.CAUSES,
    *misplaced.CAUSES,
)


def diagnose(source: Source, text: str, cut: Cut, problem: Stopped | Misread, read: tuple[Token, ...]) -> Findings:
    """Explain why a sentence could not be read: one finding, and the sentence counted as not checked.

    Where an unseen character is the fault there is a finding already.
    """
    unchecked = Unchecked(source.place(cut.span), "broken sentence", shown(source, cut.span), incomplete=True)
    broken = describe(text, cut, problem, read)
    if isinstance(problem, Stopped) and not problem.token.type and is_unseen(text[broken.fault[0]]):
        return Findings([], [unchecked])
    found = explain_misread(broken, problem) if isinstance(problem, Misread) else explain(broken)
    return Findings([finding(source, broken, found)], [unchecked])


def explain(broken: Broken) -> Diagnosis:
    """The first cause that fits, or what could have stood in the place of what did."""
    return next((found for cause in CAUSES if (found := cause(broken))), None) or expectation(broken)


def describe(text: str, cut: Cut, problem: Stopped | Misread, read: tuple[Token, ...]) -> Broken:
    """What those who explain a broken sentence need to know of it."""
    accepted = problem.accepted if isinstance(problem, Stopped) else frozenset()
    return Broken(text, cut.span, read, fault_of(problem, cut), accepted, cut.quote, cut.asked)


def fault_of(problem: Stopped | Misread, cut: Cut) -> Span:
    """Where reading stopped; the end of the sentence where it ended too early."""
    if isinstance(problem, Misread):
        return problem.span
    return (cut.span[1], cut.span[1]) if problem.token.type == END else problem.token.span


def finding(source: Source, broken: Broken, found: Diagnosis) -> Finding:
    """A diagnosis as a finding that quotes the sentence."""
    label = broken.tokens[0].words[:-1] if broken.tokens and broken.tokens[0].type == "LABEL" else None
    quote = shown(source, broken.span)
    evidence = Evidence("at fault", source.place(found.span), quote, clause=label and visible(label))
    repair = tuple(Edit(source.place(part), words) for part, words in found.repair)
    return Finding(found.rule, Severity.ERROR, found.message, evidence, found.help, repair=repair)


def too_long(source: Source) -> Findings:
    """One finding about a file that holds more than is read, and the file counted as not checked."""
    start = source.place((0, 0))
    message = f"The file holds more than {MAXIMUM_TOKENS:,} words and signs, and none of it was checked."
    evidence = Evidence("at fault", start, shown(source, (0, LONGEST_SENTENCE)))
    found = Finding("limit", Severity.ERROR, message, evidence, "Divide it into several files.")
    return Findings([found], [Unchecked(start, "limit", incomplete=True)])


def shown(source: Source, part: Span) -> str:
    """The words of a part of a file on one line, cut where they are too long to show."""
    return visible(source.quote((part[0], min(part[1], part[0] + 2 * LONGEST_SENTENCE))), LONGEST_SENTENCE)
