"""What a SARIF log says of the run itself, as notifications: what was not checked, and what else there is to tell."""

from __future__ import annotations

from policyc.findings import Evidence, Unchecked
from policyc.render.conclusion import unchecked_words
from policyc.render.notices import notices
from policyc.render.sarif.places import Artifacts
from policyc.render.sarif.rules import described, identity
from policyc.render.sarif.words import Node, message
from policyc.report import Report

NOT_CHECKED = "not-checked"
KINDS = {
    NOT_CHECKED: "Something that the run could not check; it may hold what was not found.",
    "nothing-checked": "The run checked nothing.",
    "taken-as-given": "Names that their file declares and of which it says no more.",
    "laws-held": "Which laws were held against which agreements.",
    "how-judged": "What a reader must know of repairs and suppressions.",
    "known-findings": "What the baseline knows, and what of it does not occur any more.",
}
"""Every kind of notification."""


def descriptors() -> list[Node]:
    """The kinds of notifications, as the log declares them."""
    return [{**identity(name), **described(words), "help": {"text": words}} for name, words in KINDS.items()]


def notifications(report: Report, artifacts: Artifacts) -> list[Node]:
    """All that the log says of the run."""
    told = [notification(each.kind, "error" if each.grave else "note", each.words) for each in notices(report)]
    return [*(unchecked(item, artifacts) for item in report.unchecked), *told]


def unchecked(item: Unchecked, artifacts: Artifacts) -> Node:
    """Something that was not checked, with its place; an error where a reader would expect that it was."""
    where = artifacts.location(Evidence("", item.place, ""))
    level = "error" if item.incomplete else "note"
    return {**notification(NOT_CHECKED, level, unchecked_words(item)), "locations": [where]}


def notification(kind: str, level: str, words: str) -> Node:
    """One notification."""
    return {"descriptor": {"id": kind, "index": list(KINDS).index(kind)}, "level": level, "message": message(words)}
