"""Knowing of a breach: how the time that runs from it stands to the time that runs from when a party learns of it."""

from __future__ import annotations

from policyc.model.names import Kind
from policyc.norms.concepts import Closure

BREACH = "breach"
AWARENESS = "awareness of breach"


def is_known_later(event: int, later: int, closure: Closure) -> bool:
    """Whether one of two sets of events is some kind of breach, and the other holds that a party learns of one.

    Nobody learns of a breach before it happens: whoever has to act after a breach has to act after learning of it.
    """
    breach, awareness = (closure.covers_key(key, Kind.EVENT) for key in (BREACH, AWARENESS))
    return bool(event & breach) and not event & ~breach and bool(awareness) and not awareness & ~later


def is_known_of(later: int, event: int, closure: Closure) -> bool:
    """Whether one of two sets of events is that a party learns of a breach, and the other holds every breach."""
    breach, awareness = (closure.covers_key(key, Kind.EVENT) for key in (BREACH, AWARENESS))
    return bool(later & awareness) and not later & ~awareness and bool(breach) and not breach & ~event
