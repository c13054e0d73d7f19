"""Words that rules share on leave: whether a clause waits until the other side, or the person concerned, agrees."""

from __future__ import annotations

from policyc.analysis.holding import covered, hinges_on
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm

AGREED = (
    "consent",
    "approval",
    "mutual agreement",
    "instructed",
    "written agreement exists",
    "legal obligation",
    "legal process exists",
)
"""States in which somebody else than the one who acts has said yes, or a law has."""
CONSENTED = ("consent", "legal obligation")


def waits_for_leave(norm: Norm, closure: Closure) -> bool:
    """Whether an act is open only where somebody else agreed, told one to, or may still object."""
    return hinges_on(norm, covered(AGREED, Kind.CONDITION, closure)) or stops_at_objection(norm, closure)


def stops_at_objection(norm: Norm, closure: Closure) -> bool:
    """Whether an act is closed as soon as somebody has objected."""
    objecting = covered(("objection pending",), Kind.CONDITION, closure) | covered(("objection",), Kind.EVENT, closure)
    return bool(norm.region.condition) and all(way.absent & objecting for way in norm.region.condition)


def waits_for_person(norm: Norm, closure: Closure) -> bool:
    """Whether an act is open only where the person whom data are about agreed, or a law demands it."""
    return hinges_on(norm, covered(CONSENTED, Kind.CONDITION, closure))
