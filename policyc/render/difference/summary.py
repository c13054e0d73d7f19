"""How a comparison ends, in words: how many changes there are, and how far it reaches."""

from __future__ import annotations

from policyc.render.difference.shape import DifferenceReport, Direction
from policyc.render.phrases import counted, listed

DIRECTIONS: tuple[Direction, ...] = ("looser", "mixed", "stricter")
"""Gravest first."""


def verdict(report: DifferenceReport) -> str:
    """The outcome in one sentence; it is clear of doubt only where everything was compared."""
    if not report.old_paths or not report.new_paths:
        return "Nothing was compared."
    scope = counted(len(report.agreements), "agreement") if report.agreements else "these files"
    if report.changes:
        counts = listed(f"{number} {each}" for each in DIRECTIONS if (number := report.count(each)))
        return f"{counted(len(report.changes), 'change')} of meaning in {scope}: {counts}."
    if report.incomplete:
        return f"No change of meaning was found in what could be compared of {scope}."
    return f"No change of meaning in {scope}."


def edited(report: DifferenceReport) -> str:
    """What was done to the text, in one sentence; empty where nothing was."""
    if not report.edited:
        return ""
    were = "was" if report.edited == 1 else "were"
    counting = ", counting those that changed in meaning" if report.changes else ""
    return f"{counted(report.edited, 'clause')} {were} reworded, renumbered or moved{counting}."


def gaps(report: DifferenceReport) -> str:
    """What a reader must know of the reach of an incomplete comparison; empty where it is complete."""
    if not report.incomplete:
        return ""
    missing = [name for name, paths in (("old", report.old_paths), ("new", report.new_paths)) if not paths]
    if missing:
        return f"There was no policy file on the {listed(missing)} side."
    return (
        f"{counted(len(report.unchecked), 'passage')} could not be read or weighed, and may hold further changes; "
        "`policyc check` says what is wrong with each."
    )
