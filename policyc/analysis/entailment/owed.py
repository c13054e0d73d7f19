"""What duties make somebody do: one thing for each name that ``and`` joins, with a choice where ``or`` leaves one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import cast

from policyc.analysis.contradiction import choice_sides
from policyc.analysis.entailment.ground import Ground
from policyc.model.document import Holds, Modality, Occasion, Some
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import NONE, bits
from policyc.norms.condition import Condition
from policyc.norms.norm import Norm
from policyc.norms.region import Region, Side

Trigger = tuple[str, int]
"""When a duty falls due, seen from events: ``after``, ``before`` or ``until``, and what the event covers."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to do what is owed: a norm, its region with one name taken from each of its lists of acts, and a trigger.

    ``triggers`` are all that set it running: any of them does where somebody else's duty is looked at.
    """

    norm: Norm
    region: Region
    triggers: tuple[Trigger, ...]


OWED = "owed"
Owed = tuple[Option, ...]
"""One thing that is owed: one of some options has to be done."""


def duties_owed(norms: Iterable[Norm], ground: Ground) -> list[Owed]:
    """What the plain duties among some norms make somebody do; those of the whole agreement are looked at once."""
    if norms is not ground.norms:
        return owed(filter(is_plain_duty, norms), ground)
    if OWED not in ground.kept:
        ground.kept[OWED] = owed(filter(is_plain_duty, norms), ground)
    return cast(list[Owed], ground.kept[OWED])


def is_plain_duty(norm: Norm) -> bool:
    """Whether a norm is a duty of its own bearer."""
    return norm.modality is Modality.DUTY and not norm.ensured


def owed(norms: Iterable[Norm], ground: Ground) -> list[Owed]:
    """What some duties make somebody do."""
    groups: dict[object, list[Norm]] = {}
    for norm in norms:
        groups.setdefault(norm.alternatives or id(norm), []).append(norm)
    return [each for group in groups.values() for each in owed_by(group, ground)]


def owed_by(group: Sequence[Norm], ground: Ground) -> Iterator[Owed]:
    """What duties that are alternatives of each other make somebody do."""
    if len(group) > 1:
        yield tuple(option for norm in group for option in options(norm, norm.region, ground))
        return
    (norm,) = group
    listed = (Side.ACTION, Side.COUNTERPARTY, *((Side.OBJECT,) if is_means(norm, ground) else ()))
    each = [side for side in listed if side not in choices(norm)]
    for items in product(*(norm.items[side] for side in each)):
        region = norm.region
        for side, item in zip(each, items, strict=True):
            region = region.with_side(side, item & region.masks[side])
        yield tuple(options(norm, region, ground))


def options(norm: Norm, region: Region, ground: Ground) -> Iterator[Option]:
    """One option for each way to take a name from every list that its writer joined with ``or``."""
    sides = choices(norm)
    for items in product(*(norm.items[side] for side in sides)):
        events = list(map(ground.closure.covers, events_of_condition(norm)))
        chosen = replace(region, condition=besides_events(region.condition, events))
        for side, item in zip(sides, items, strict=True):
            chosen = chosen.with_side(side, item & chosen.masks[side])
        if not chosen.empty:
            yield Option(norm, chosen, triggers(norm, ground))


def choices(norm: Norm) -> list[Side]:
    """The sides of a duty whose names are alternatives."""
    return choice_sides(norm) if norm.alternatives is not None else []


def each_wanted(wanted: Owed, ground: Ground) -> Iterator[Owed]:
    """What is wanted, taken apart: for each event that sets it running, and for each party that a name means."""
    if len(wanted) > 1:
        yield wanted
        return
    (option,) = wanted
    persons = option.region.masks[Side.COUNTERPARTY]
    parties = list(bits(persons & ground.parties)) if persons > 0 else []
    for trigger in option.triggers or (None,):
        for party in parties or [persons]:
            region = option.region.with_side(Side.COUNTERPARTY, party)
            yield (Option(option.norm, region, (trigger,) if trigger else ()),)


# Events


def triggers(norm: Norm, ground: Ground) -> tuple[Trigger, ...]:
    """What sets a duty running; of a report of an event that says nothing else, that event."""
    said = tuple(trigger(occasion, ground) for occasion in norm.timing.occasions)
    said = said or tuple(("after", meant(event, ground)) for event in events_of_condition(norm))
    return said or tuple(("after", ground.closure.covers(event)) for event in reported(norm, ground))


def events_of_condition(norm: Norm) -> list[Concept]:
    """The events of a duty that has no time: *if it becomes aware of a breach*, it must."""
    duty = norm.modality is Modality.DUTY and not norm.timing.occasions
    stated = [limit for limit in norm.provision.limits if limit.formula is not None and not limit.tells_manner]
    if not duty or len(stated) != 1 or stated[0].mode or stated[0].outside:
        return []
    formula = stated[0].formula
    each = formula.operands if isinstance(formula, Some) else (formula,)
    events = [part.concept for part in each if isinstance(part, Holds) and part.concept.kind is Kind.EVENT]
    return events if len(events) == len(each) else []


def besides_events(condition: Condition, events: Sequence[int]) -> Condition:
    """What a condition asks besides some events that set a duty running."""
    return tuple(replace(way, held=way.held.difference(events)) for way in condition) if events else condition


def trigger(occasion: Occasion, ground: Ground) -> Trigger:
    """An event and a word as a trigger; *on* is *after*."""
    return ("after" if occasion.word == "on" else occasion.word), meant(occasion.event, ground)


def meant(event: Concept, ground: Ground) -> int:
    """What an event covers; what the one party of a kind does is what that kind does: a *request of Acme*."""
    covered = ground.closure.covers(event)
    what, _, who = event.key.partition(" of ")
    party = next((each for each in ground.document.parties if each.key == who), None)
    if party is None:
        return covered
    for kind in ground.closure.ancestors(party):
        alone = not ground.closure.covers(kind) & ground.parties & ~ground.closure.universe.bit(party)
        found = ground.closure.find(f"{kind.key} {what}", Kind.EVENT) if alone else None
        covered |= ground.closure.covers(found) if found else 0
    return covered


def reported(norm: Norm, ground: Ground) -> list[Concept]:
    """The events that a duty to tell somebody is about, where it is about nothing else."""
    notify = ground.closure.covers_key("notify", Kind.ACTION)
    events = [concept for concept in norm.objects if concept.kind is Kind.EVENT]
    told = norm.modality is Modality.DUTY and not norm.region.masks[Side.ACTION] & ~notify
    return events if told and len(events) == len(norm.objects) else []


def is_told(norm: Norm, ground: Ground) -> bool:
    """Whether a duty names as its object only the event that sets it running, or nothing."""
    running = 0
    for _, mask in triggers(norm, ground):
        running |= mask
    events = reported(norm, ground)
    return not norm.objects or (bool(events) and all(not ground.closure.covers(event) & ~running for event in events))


def is_means(norm: Norm, ground: Ground) -> bool:
    """Whether a duty is to have safeguards: to have one of a kind is to have that kind, and to keep to all is not."""
    safeguards = ground.closure.covers_key("safeguard", Kind.THING)
    keeping = ground.closure.covers_key("perform", Kind.ACTION)
    within = all(not ground.closure.covers(concept) & ~safeguards for concept in norm.objects)
    return bool(norm.objects) and within and not norm.region.masks[Side.ACTION] & keeping


def names_counterparty(option: Option) -> bool:
    """Whether it is said with whom something is to be done."""
    mask = option.region.masks[Side.COUNTERPARTY]
    return mask != NONE and (mask > 0 or Side.COUNTERPARTY in option.norm.stated)


def sets_running(norm: Norm, asked: Norm, ground: Ground) -> bool:
    """Whether a duty may fall due by an event that another names; by any, where that names none."""
    wanted = [trigger(occasion, ground) for occasion in asked.timing.occasions]
    own = triggers(norm, ground)
    return not wanted or any(word == other and mask & event for word, mask in own for other, event in wanted)
