"""Steps: the acts that a witness tells of as data, made of the points, flows and hops of which its words are made."""

from __future__ import annotations

from collections.abc import Iterable

from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.words import concept_words, third_person, told_words
from policyc.findings import Evidence, Step
from policyc.model.names import Concept
from policyc.norms.norm import Norm
from policyc.norms.region import Point, Side
from policyc.rules.wording import does, persons, said


def act_step(
    point: Point, facts: Facts, *norms: Norm, by: Evidence | None = None, against: Evidence | None = None
) -> Step:
    """The act of a point, as far as some clauses speak of it: what ``wording.scenario`` puts into words."""
    words = told_words(point, said(*norms), facts.universe)
    data, taker, purpose = words[Side.OBJECT], words[Side.COUNTERPARTY], words[Side.PURPOSE]
    return Step(
        actor=words[Side.BEARER],
        does=third_person(words[Side.ACTION]),
        data=(data,) if data else (),
        taker=taker,
        purposes=(purpose,) if purpose else (),
        by=by,
        against=against,
    )


def flow_step(flow: Flow, data: Iterable[Concept], by: Evidence, against: Evidence | None = None) -> Step:
    """Some data of a flow as they change hands, for the purposes that its clause states."""
    giver, taker = persons(flow.givers, flow.givers_mask), persons(flow.takers, flow.takers_mask)
    return share_step(giver, data, taker, flow.purposes, by, against, does(flow.givers, "share"))


def share_step(
    giver: str,
    data: Iterable[Concept],
    taker: str,
    purposes: Iterable[Concept],
    by: Evidence | None,
    against: Evidence | None = None,
    shares: str = "shares",
) -> Step:
    """Data as they change hands."""
    return Step(giver, shares, in_words(data), taker, in_words(purposes), by, against)


def own_step(
    who: str,
    what: str,
    data: Iterable[Concept],
    purposes: Iterable[Concept] = (),
    by: Evidence | None = None,
    against: Evidence | None = None,
) -> Step:
    """What one who has data does with them by itself; ``what`` is a verb in the third person, such as ``uses``."""
    return Step(who, what, in_words(data), "", in_words(purposes), by, against)


def in_words(concepts: Iterable[Concept]) -> tuple[str, ...]:
    """Names as a sentence has them, each once; *data* where there are none is left to who draws them."""
    return tuple(dict.fromkeys(concept_words(concept) for concept in concepts))
