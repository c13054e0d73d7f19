"""Which laws were held against which agreements, and which were not and why, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from policyc.render.paint import Line, safe, wrapped
from policyc.render.phrases import counted, listed
from policyc.report import Held, LawView, Report

MOST_NAMED = 3
"""So many agreements of one outcome are named; more are counted."""
NO_ADVICE = "policyc's own reading of the law, no legal advice"


def law_lines(report: Report, width: int) -> list[Line]:
    """The end of a run as far as laws go; nothing where no agreement declares one and nobody asked for one."""
    if all(each.held is Held.UNDECLARED for each in report.laws):
        return []
    lines = wrapped([("Laws: ", "bold")], f"{NO_ADVICE}.", width)
    for words in law_sentences(report.laws):
        lines += wrapped([("  ", "")], safe(words), width, 6)
    return lines


def law_sentences(laws: Sequence[LawView]) -> Iterator[str]:
    """One sentence for each law and outcome, with the agreements concerned."""
    groups: dict[tuple[str, Held, str], list[LawView]] = {}
    for each in laws:
        groups.setdefault((each.law, each.held, each.why), []).append(each)
    for (law, held, why), group in groups.items():
        if held is Held.APPLIED:
            yield f"{law} was held against {named(group)}: {counts(group)}."
        elif held is not Held.UNDECLARED:
            yield f"{law} was not held against {named(group)}: {why}."
    if silent := [each for each in laws if each.held is Held.UNDECLARED]:
        verb = "declares" if len(silent) == 1 else "declare"
        yield f"{named(silent)} {verb} no law, so none was held against {'it' if len(silent) == 1 else 'them'}."


def named(group: Sequence[LawView]) -> str:
    """The agreements of some views, counted where they are many."""
    if len(group) > MOST_NAMED:
        return counted(len(group), "agreement")
    return listed(f'"{each.agreement}"' for each in group)


def counts(group: Iterable[LawView]) -> str:
    """How many requirements were met, not met and not weighed."""
    views = list(group)
    asked, unmet, unweighed = (sum(getattr(each, name) for each in views) for name in ("asked", "unmet", "unweighed"))
    parts = [f"{asked - unmet - unweighed:,} of {counted(asked, 'requirement')} met"]
    parts += [f"{unweighed:,} not weighed"] if unweighed else []
    return ", ".join(parts)


def outcome_words(view: LawView) -> str:
    """What became of one law and one agreement, for a table."""
    if view.held is Held.APPLIED:
        return f"Held against it: {counts([view])}."
    if view.held is Held.UNDECLARED:
        return "It declares no law, so none was held against it."
    return f"Not held against it: {view.why}."
