"""The clause that comes nearest to what an agreement must provide, and what it lacks, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policyc.analysis.classes import CASE, class_words
from policyc.analysis.conditions import condition_words
from policyc.analysis.entailment.duties import HOW, scope_of
from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.owed import Option, is_plain_duty, is_told, options
from policyc.analysis.entailment.pace import Lack, lacks_in_pace, usual_caps
from policyc.analysis.entailment.performance import lacks_in_act, runs_from_knowledge
from policyc.analysis.entailment.requirements import Shortfall
from policyc.analysis.lacking import days, distance, lacks_on_sides
from policyc.model.document import Modality
from policyc.model.names import Kind
from policyc.norms.condition import entails
from policyc.norms.norm import Norm
from policyc.norms.region import Region, Side

GRAVE = 10
"""How much more it weighs that a clause asks for something else than that it is about less."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """A clause that says part of what is wanted, and what it lacks; nothing, where another clause undoes it.

    ``capped`` where all that it lacks is that it allows something only so often, or gives it only on request.
    """

    norm: Norm
    lacks: tuple[str, ...]
    capped: bool = False


def nearest_clause(shortfall: Shortfall) -> Nearest | None:
    """The clause that says most of what is wanted of the one whom it is wanted of; None where none says any of it."""
    wanted, ground = shortfall.wanted, shortfall.asking.ground
    if wanted.ensured or wanted.modality is Modality.RELEASE:
        return None
    found = duties_near(shortfall, ground) if wanted.modality is Modality.DUTY else acts_near(shortfall, ground)
    return min(found, key=lambda pair: (pair[0], pair[1].norm.index), default=(0, None))[1]


def acts_near(shortfall: Shortfall, ground: Ground) -> Iterator[tuple[int, Nearest]]:
    """Each permission or ban that is about some of the acts that are wanted, and how far it is from them all."""
    wanted, part = shortfall.wanted, shortfall.part
    sides = [Side.BEARER, Side.ACTION, *(side for side in (Side.OBJECT, Side.COUNTERPARTY) if side in wanted.stated)]
    for norm in ground.norms:
        alike = norm.bans if wanted.bans else norm.grants
        if alike and all(norm.region.masks[side] & wanted.region.masks[side] for side in sides):
            pace = [lack.words for lack in lacks_in_pace(norm.timing, wanted.timing, wanted.modality)]
            words = [*lacks_on_sides(norm, part, ground.closure), *lacks_in_condition(norm, wanted.region)]
            words += [*days(norm.region, part), *(pace if norm.by_only is None else ())]
            often = {lack.words for lack in usual_caps(norm.timing, wanted.timing, wanted.modality) if lack.slight}
            yield distance(norm, wanted.region), Nearest(norm, tuple(words), bool(words) and set(words) <= often)


def lacks_in_condition(norm: Norm, wanted: Region) -> Iterator[str]:
    """The condition under which alone a clause says what is wanted without it."""
    if not entails(wanted.condition, norm.region.condition):
        events = [f"{each.word} {each.text}" for each in norm.timing.occasions]
        yield f"it holds only {', '.join(filter(None, (condition_words(norm.provision), *events)))}".rstrip()


def duties_near(shortfall: Shortfall, ground: Ground) -> Iterator[tuple[int, Nearest]]:
    """Each duty that is about what is wanted, and how far it is from that."""
    asked = next(options(shortfall.wanted, shortfall.wanted.region, ground))
    for norm in filter(is_plain_duty, ground.norms):
        for way in options(norm, norm.region, ground):
            missing = lacks_in_act(way, asked, ground)
            if missing is None or tells_of_something_else(way, asked, ground):
                continue
            about = list(lacks_in_scope(way, asked, shortfall.part, ground))
            words = dict.fromkeys([*(lack.words for lack in missing), *about])
            asked_for = bool(missing) and not about and is_on_request(way, missing, ground)
            yield GRAVE * sum(not lack.slight for lack in missing) + len(words), Nearest(norm, tuple(words), asked_for)


def is_on_request(way: Option, missing: list[Lack], ground: Ground) -> bool:
    """Whether all that a duty lacks is that somebody has to ask for what is done."""
    requests = ground.closure.covers_key("request", Kind.EVENT)
    called = bool(way.triggers) and all(not event & ~requests for _, event in way.triggers)
    return called and all(lack.slight for lack in missing)


def tells_of_something_else(way: Option, asked: Option, ground: Ground) -> bool:
    """Whether two duties to tell somebody are about events that have nothing to do with each other."""
    if not is_told(asked.norm, ground) or not way.triggers or not asked.triggers:
        return False
    pairs = [(given, wanted) for given in way.triggers for wanted in asked.triggers]
    return not any(given[1] & wanted[1] or runs_from_knowledge(given, wanted, ground) for given, wanted in pairs)


def lacks_in_scope(way: Option, asked: Option, part: Region, ground: Ground) -> Iterator[str]:
    """What a duty leaves out of what it is to be about."""
    wanted, own = scope_of(part, asked, ground), scope_of(way.region, asked, ground)
    for side in Side:
        rest = wanted.masks[side] & ~own.masks[side]
        if side in CASE and side not in HOW and rest:
            yield f"it does not hold {class_words(side, wanted.masks[side], ground.closure)}"
        elif side is Side.PHASE and rest and not asked.triggers:
            yield f"it does not hold {class_words(side, rest, ground.closure)}"
    if not entails(wanted.condition, own.condition):
        yield f"it holds only {condition_words(way.norm.provision)}".rstrip()
    if own.start > wanted.start:
        yield f"it binds only from {date.fromordinal(own.start).isoformat()} on"
    if own.end < wanted.end:
        yield f"it binds only until {date.fromordinal(own.end - 1).isoformat()}"
