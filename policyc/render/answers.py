"""Answers to questions, and the outcome of scenarios, for a terminal."""

from __future__ import annotations

from dataclasses import replace

from policyc.findings import Evidence
from policyc.render.paint import DEFAULT_WIDTH, Line, safe, text_of, wrapped
from policyc.render.phrases import counted, listed
from policyc.report import AnswerItem, AnswerView, ScenarioView
from policyc.source import Place

STYLES = {
    "permitted": "bold green",
    "required": "bold green",
    "one of several ways": "bold green",
    "required as far as these clauses say": "bold green",
    "forbidden": "bold red",
    "conflicting": "bold magenta",
    "unknown": "bold yellow",
}
MEANING = {
    "uncovered": "no clause speaks of it: the agreement is silent",
    "conflicting": "one clause permits what another forbids, and nothing says which prevails",
    "one of several ways": "it may be done, or what stands beside it with `or`",
}
STEP = "  "


def render_answers(answers: tuple[AnswerView, ...], width: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """What each agreement says of a question; those that are silent, or do not hold then, are named at the end."""
    spoken = [each for each in answers if each.deciding or each.turns_on]
    shown = spoken or [each for each in answers if not each.absent][:1]
    lines: list[Line] = []
    for each in shown:
        lines += [*answer_lines(each, width), []]
    rest = [each for each in answers if each not in shown]
    silent = [f'"{each.agreement}"' for each in rest if not each.absent]
    if silent:
        lines += [*wrapped([], f"Silent on this: {safe(listed(silent))}.", width), []]
    absent = [f'"{each.agreement}", which {each.absent}' for each in rest if each.absent]
    if absent:
        lines += [*wrapped([], f"Not in force then: {safe('; '.join(absent))}.", width), []]
    return text_of(lines[:-1], colour)


def answer_lines(view: AnswerView, width: int) -> list[Line]:
    """The verdict of one agreement, the clauses that decide, and what it turns on; or its answer by name."""
    together = f", read together with {listed(map(quoted, view.together))}" if view.together else ""
    title = f'"{safe(view.agreement)}"{safe(together)}'
    if view.items:
        lines = wrapped([], f"by {title}:", width)
        told: set[Place] = set()
        for item in view.items:
            lines += item_lines(item, view, width, told)
            told |= {evidence.place for evidence in item.deciding}
    else:
        lines = wrapped([(view.verdict, style(view.verdict)), (" ", "")], f"by {title}", width, 2)
        if view.verdict in MEANING:
            lines += wrapped([(STEP, "")], f"{MEANING[view.verdict]}.", width, 4)
        lines += reason_lines(view, width)
    return [*lines, *nearest_lines(view, width)]


def style(verdict: str) -> str:
    """How a verdict is painted."""
    return STYLES.get(verdict, "bold")


def quoted(title: str) -> str:
    """A title in quotation marks."""
    return f'"{title}"'


def item_lines(item: AnswerItem, view: AnswerView, width: int, told: set[Place]) -> list[Line]:
    """The answer for some names: a line for the verdict, and why; a clause that was ``told`` is not quoted again."""
    names = safe(listed(item.names))
    if not item.deciding and item.verdict in ("uncovered", "not required"):
        words = "the agreement is silent" if item.verdict == "uncovered" else "not required"
        return wrapped([(f"{STEP}{names}: ", "")], f"{words}.", width, 4)
    lines = wrapped([(f"{STEP}{names}: ", "bold"), (item.verdict, style(item.verdict))], "", width, 4)
    for turn in item.turns_on:
        lines += wrapped([(f"{STEP}{STEP}it turns on ", "")], f"{safe(turn)}.", width, 6)
    for evidence, because in zip(item.deciding, item.because, strict=True):
        short = replace(evidence, quote="") if evidence.place in told else evidence
        lines += clause_lines(short, width, STEP * 2, view.agreement, () if evidence.place in told else because)
    return lines


def reason_lines(view: AnswerView, width: int) -> list[Line]:
    """What a verdict turns on, and the clauses that decide it, quoted."""
    lines: list[Line] = []
    for turn in view.turns_on:
        lines += wrapped([("  it turns on ", "")], f"{safe(turn)}.", width, 4)
    because = view.because or ((),) * len(view.deciding)
    for evidence, steps in zip(view.deciding, because, strict=True):
        lines += clause_lines(evidence, width, STEP, view.agreement, steps)
    return lines


def clause_lines(
    evidence: Evidence, width: int, indent: str = STEP, beside: str | None = None, because: tuple[str, ...] = ()
) -> list[Line]:
    """A clause, where it stands, what it does, its words, and the definitions by which it speaks of what is asked.

    ``beside`` is the agreement that answers: a clause of another one is named with its title.
    """
    name = f"clause {evidence.clause}" if evidence.clause else f"line {evidence.place.line}"
    if beside is not None and evidence.agreement not in (None, beside):
        name += f' of "{evidence.agreement}"'
    lead: Line = [(indent, ""), (safe(name), "bold"), ("  ", ""), (safe(str(evidence.place)), "cyan"), ("  ", "")]
    inner = indent + STEP * 2
    end = ":" if evidence.quote else "."
    lines = wrapped(lead, f"{safe(evidence.message)}{end}" if evidence.message else "", width, len(inner))
    if evidence.quote:
        lines += wrapped([(inner, "")], f"{safe(evidence.quote)}.", width, len(inner))
    if because:
        lines += wrapped([(f"{inner}since ", "")], f"{safe(', and '.join(because))}.", width, len(inner) + 2)
    return lines


def nearest_lines(view: AnswerView, width: int) -> list[Line]:
    """The permission that came nearest and what it lacks, where that was asked for and it is not permitted anyway."""
    if not view.sought or view.verdict == "permitted":
        return []
    if view.nearest is None:
        return wrapped([(STEP, "")], "No clause permits anything like it.", width, 4)
    lines = clause_lines(view.nearest, width, STEP, view.agreement)
    for lack in view.lacks or ("nothing is missing from it: another clause stands in its way",):
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
