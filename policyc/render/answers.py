"""Answers to questions, and the outcome of scenarios, for a terminal."""

from __future__ import annotations

from policyc.findings import Evidence
from policyc.render.paint import DEFAULT_WIDTH, Line, safe, text_of, wrapped
from policyc.render.phrases import counted, listed
from policyc.report import AnswerView, ScenarioView

STYLES = {"permitted": "bold green", "forbidden": "bold red", "conflicting": "bold magenta", "unknown": "bold yellow"}
MEANING = {
    "uncovered": "no clause speaks of it: the agreement is silent",
    "conflicting": "one clause permits what another forbids, and nothing says which prevails",
}


def render_answers(answers: tuple[AnswerView, ...], width: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """What each agreement says of a question; those that are silent are named together at the end."""
    spoken = [each for each in answers if each.verdict != "uncovered"]
    shown = spoken or list(answers)[:1]
    lines: list[Line] = []
    for each in shown:
        lines += [*answer_lines(each, width), []]
    silent = [f'"{each.agreement}"' for each in answers if each not in shown]
    if silent:
        lines += [*wrapped([], f"Silent on this: {safe(listed(silent))}.", width), []]
    return text_of(lines[:-1], colour)


def answer_lines(view: AnswerView, width: int) -> list[Line]:
    """The verdict of one agreement, the clauses that decide, and what it turns on."""
    lines: list[Line] = [[(view.verdict, STYLES.get(view.verdict, "bold")), (f' by "{safe(view.agreement)}"', "")]]
    if view.verdict in MEANING:
        lines += wrapped([("  ", "")], f"{MEANING[view.verdict]}.", width, 4)
    lines += reason_lines(view, width)
    if view.nearest:
        lines += nearest_lines(view, view.nearest, width)
    return lines


def reason_lines(view: AnswerView, width: int) -> list[Line]:
    """What a verdict turns on, and the clauses that decide it, quoted."""
    lines: list[Line] = []
    for turn in view.turns_on:
        lines += wrapped([("  it turns on ", "")], f"{safe(turn)}.", width, 4)
    for evidence in view.deciding:
        lines += clause_lines(evidence, width)
    return lines


def clause_lines(evidence: Evidence, width: int) -> list[Line]:
    """A clause, where it stands, what it does, and its words."""
    name = f"clause {evidence.clause}" if evidence.clause else f"line {evidence.place.line}"
    lead: Line = [("  ", ""), (safe(name), "bold"), ("  ", ""), (safe(str(evidence.place)), "cyan"), ("  ", "")]
    return [
        *wrapped(lead, f"{safe(evidence.message)}:" if evidence.message else "", width, 6),
        *wrapped([("      ", "")], f"{safe(evidence.quote)}.", width, 6),
    ]


def nearest_lines(view: AnswerView, nearest: Evidence, width: int) -> list[Line]:
    """The permission that came nearest, and what it lacks."""
    lines = clause_lines(nearest, width)
    missing = view.lacks or ("nothing is missing from it: a ban stands in its way",)
    for lack in missing:
        lines += wrapped([("      - ", "")], safe(lack), width, 8)
    return lines


# Scenarios


def render_scenarios(scenarios: tuple[ScenarioView, ...], width: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """Each scenario, whether the clauses say what its writer expects, and the counts."""
    lines: list[Line] = []
    for view in scenarios:
        lines += scenario_lines(view, width)
    failed = sum(not view.passed for view in scenarios)
    verdict = "all as expected" if not failed else f"{failed} not as expected"
    lines.append([(f"{counted(len(scenarios), 'scenario')}: {verdict}.", "bold red" if failed else "bold green")])
    return text_of(lines, colour)


def scenario_lines(view: ScenarioView, width: int) -> list[Line]:
    """One scenario; where it fails, what was expected, what was found, and why."""
    mark, style = ("pass", "green") if view.passed else ("FAIL", "bold red")
    lead: Line = [(mark, style), ("  ", ""), (safe(str(view.place)), "cyan"), ("  ", "")]
    if view.answer is None:
        return wrapped(lead, f'"{safe(view.title)}" speaks to no agreement: its file holds none', width, 6)
    found = f'"{safe(view.title)}": {view.answer.verdict} by "{safe(view.answer.agreement)}"'
    if view.passed:
        return wrapped(lead, found, width, 6)
    lines = wrapped(lead, found, width, 6)
    lines += wrapped([("      expected: ", "bold")], safe(expected(view)), width, 8)
    if view.missing:
        lines += wrapped([("      ", "")], f"not among the deciding clauses: {safe(listed(view.missing))}", width, 8)
    return [*lines, *reason_lines(view.answer, width)]


def expected(view: ScenarioView) -> str:
    """The verdict that the writer expects, and by which clauses."""
    return f"{view.expected} by {listed(view.by)}" if view.by else view.expected


def render_coverage(
    untouched: tuple[Evidence, ...], clauses: int, width: int = DEFAULT_WIDTH, colour: bool = False
) -> str:
    """The clauses that decide no scenario."""
    words = f"{clauses - len(untouched)} of {counted(clauses, 'clause')} decide a scenario."
    lines: list[Line] = [[(words, "bold")]]
    for evidence in untouched:
        lines += clause_lines(evidence, width)
    return text_of(lines, colour)
