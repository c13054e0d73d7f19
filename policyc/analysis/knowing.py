"""Knowing of a breach: how the time that runs from it stands to the time that runs from when a party learns of it."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure

BREACH = "breach"
AWARENESS = "awareness of breach"
BREACH_WORDS = ("breach", "incident", "unauthori", "compromise")
KNOWING_WORDS = ("aware", "discover", "learn", "know", "detect")


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


def is_own_breach(asked: int, given: int, closure: Closure) -> bool:
    """Whether some events are what the files themselves call a breach, or the knowledge of it, where that is asked for.

    Each contract has an incident of its own (*Security Incident*, *Customer Data Incident*): it is the breach that is
    meant. A kind of breach that policyc ships, such as *unauthorised access*, is a part of what is asked for.
    """
    breach, awareness = (closure.covers_key(key, Kind.EVENT) for key in (BREACH, AWARENESS))
    if not asked or asked & ~(breach | awareness):
        return False
    own, later = list(own_breaches(closure)), not asked & ~awareness
    return any(means(named, own, later) for named in closure.universe.named(given))


def means(named: Concept, own: list[Concept], later: bool) -> bool:
    """Whether a name stands for one of some incidents or, where that is not too late, for getting to know of one."""
    knows = later and any(word in named.key for word in KNOWING_WORDS)
    return any(named == each or (knows and named.key.endswith(each.key)) for each in own)


def own_breaches(closure: Closure) -> Iterator[Concept]:
    """The events that are the breach that is meant.

    They are those that hold every breach (to become aware of an *incident* is to become aware of a breach, if it is
    one), and those that the files themselves name: by a word for breaches, as an incident, or with kinds of breach
    listed in them. A single kind (*loss is a breach*) is a part of what is asked for.
    """
    breach, broken, incident = (
        closure.covers_key(key, Kind.EVENT) for key in (BREACH, "breach of contract", "incident")
    )
    for concept in closure.universe.named(closure.universe.kind(Kind.EVENT)):
        covered = closure.covers(concept)
        holds_all = not concept.is_root and not breach & ~covered
        own = closure.lexicon.declares_own(concept.key) and not covered & broken
        lists_some = bool(covered & breach) and len(list(closure.universe.named(covered))) > 1
        if holds_all or (own and (lists_some or covered & incident & ~breach or names_breach(concept))):
            yield concept


def names_breach(named: Concept) -> bool:
    """Whether an event, or what is told of one, is called a breach or an incident."""
    return any(word in named.key for word in BREACH_WORDS)
