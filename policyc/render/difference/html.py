"""The redline page: one file that needs nothing else, sealed as the report is."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.render.difference.shape import ChangeView, DifferenceReport, Direction
from policyc.render.difference.summary import DIRECTIONS, edited, gaps, verdict
from policyc.render.html.looks import styles
from policyc.render.html.page import environment
from policyc.render.html.seal import content_security_policy
from policyc.render.phrases import counted, listed

STYLES = ("page.css", "redline.css", "print.css")
FEW = 3
"""The titles of so many agreements stand in the heading; more are counted."""

EXPLANATIONS = {
    "looser": "The people whom the data are about are less protected than before.",
    "mixed": "In part less protected, in part more; or another term, of which a reader must judge.",
    "stricter": "The people whom the data are about are better protected than before.",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A change with its number and its anchor."""

    number: int
    anchor: str
    change: ChangeView


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one direction."""

    key: Direction
    heading: str
    explanation: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the templates show."""

    report: DifferenceReport
    title: str
    verdict: str
    edited: str
    gaps: str
    gravest: Item | None
    groups: tuple[Group, ...]


def render_html(report: DifferenceReport) -> str:
    """The difference as one HTML file."""
    css = styles(STYLES)
    template = environment().get_template("redline.html.j2")
    return template.render(page=page(report), styles=css, policy=content_security_policy(css))


def page(report: DifferenceReport) -> Page:
    """Prepare a difference for the templates."""
    items = [Item(number, f"change-{number}", change) for number, change in enumerate(report.changes, 1)]
    groups = (group(direction, items) for direction in DIRECTIONS)
    return Page(
        report=report,
        title=title(report),
        verdict=verdict(report),
        edited=edited(report),
        gaps=gaps(report),
        gravest=items[0] if items else None,
        groups=tuple(each for each in groups if each.items),
    )


def group(direction: Direction, items: list[Item]) -> Group:
    """The changes of one direction under their heading."""
    own = tuple(item for item in items if item.change.direction == direction)
    return Group(direction, f"{len(own):,} {direction}", EXPLANATIONS[direction], own)


def title(report: DifferenceReport) -> str:
    """What is compared, in words."""
    if 0 < len(report.agreements) <= FEW:
        return listed(f"“{agreement}”" for agreement in report.agreements)
    return counted(len(report.agreements), "agreement") if report.agreements else "two versions"
