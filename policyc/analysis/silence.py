"""Silence: what no clause of an agreement speaks of. Silence is a third value, never an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from policyc.analysis.flow import Flow
from policyc.analysis.holding import (
    Holding,
    compelled,
    covered,
    hinges_on,
    holdings,
    is_personal,
    is_processing,
    outsiders,
    parties_in,
)
from policyc.analysis.knowing import names_breach
from policyc.model.document import Dimension, Document, Modality
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind, key
from policyc.norms.concepts import Closure
from policyc.norms.condition import ALWAYS
from policyc.norms.norm import Norm
from policyc.norms.region import Side


class Topic(Enum):
    """What an agreement on personal data is expected to speak of."""

    ONWARD_TRANSFER = "whether the recipient may pass the data on"
    RETENTION = "how long the data are kept, and what happens to them at the end"
    BREACH_NOTICE = "who is told of a breach"
    WITHDRAWAL = "what happens when consent is withdrawn"
    COMBINATION = "whether the recipient may combine the data with what else it holds"
    CROSS_BORDER = "how data are protected in another country"


TOOLS = re.compile(
    r"\bSCCs?\b|standard (contractual|data protection) clauses|model clauses|binding corporate rules"
    r"|\bBCRs?\b|international data transfer agreement|\bIDTA\b",
    re.IGNORECASE,
)
"""What documents are called that are themselves tools by which data may leave a country."""

OWN_PROOFS = ("compliance records", "non-personal data", "scientific publications")
"""Data whose keeping and deleting says nothing of the data that an agreement hands over."""


@dataclass(frozen=True)
class Reading:
    """An agreement as it is read for what it does not say.

    ``norms`` and ``flows`` are its own and those of what amends it; ``heard`` also those of what it incorporates.
    """

    document: Document
    norms: list[Norm]
    flows: list[Flow]
    heard: list[Norm]
    closure: Closure

    @cached_property
    def holdings(self) -> list[Holding]:
        """Which parties get, or are let process, personal data under it."""
        return holdings(self.document, self.norms, self.flows, self.closure)

    @property
    def only_forbids(self) -> bool:
        """Whether clauses forbid uses of personal data that no clause lets anybody have."""
        forbidding = (norm for norm in self.norms if norm.bans and is_processing(norm, self.closure))
        return not self.holdings and any(is_personal(norm, self.closure) for norm in forbidding)


def silent_topics(reading: Reading) -> frozenset[Topic]:
    """The topics that matter to an agreement and that no norm speaks of."""
    closure, silent = reading.closure, set()
    if unaddressed(reading):
        silent.add(Topic.ONWARD_TRANSFER)
    if reading.holdings:
        kept = not all(only_looks(holding, closure) for holding in reading.holdings)
        if kept and not any(speaks_of_retention(norm, closure) for norm in reading.heard):
            silent.add(Topic.RETENTION)
        if not any(speaks_of_breach(norm, closure) for norm in reading.heard):
            silent.add(Topic.BREACH_NOTICE)
    asked = any(relies_on_consent(norm, closure) for norm in reading.norms)
    if asked and not any(speaks_of_withdrawal(norm, closure) for norm in reading.heard):
        silent.add(Topic.WITHDRAWAL)
    if hands_over_several(reading) and not any(acts(norm, "combine", closure) for norm in reading.heard):
        silent.add(Topic.COMBINATION)
    if next(crossings(reading), None) and not guards_transfers(reading):
        silent.add(Topic.CROSS_BORDER)
    return frozenset(silent)


# What a norm speaks of


def acts(norm: Norm, action: str, closure: Closure) -> bool:
    """Whether a norm speaks of an action or of a kind of it."""
    done = closure.covers_key(action, Kind.ACTION)
    return any(closure.universe.bit(concept) & done for concept in norm.actions)


def overlaps(norm: Norm, action: str, closure: Closure) -> bool:
    """Whether a norm covers some act of a kind."""
    return bool(norm.region.masks[Side.ACTION] & closure.covers_key(action, Kind.ACTION))


def mentions(norm: Norm, name: str, kind: Kind, closure: Closure) -> bool:
    """Whether a norm's object, occasion or condition is of a kind, or of something below it."""
    wanted = closure.covers_key(key(name), kind)
    occasions = [closure.universe.bit(occasion.event) for occasion in norm.timing.occasions]
    named = [closure.universe.bit(concept) for concept in norm.objects]
    states = [mask for part in (*norm.region.condition, *norm.manner) for mask in (*part.held, part.absent)]
    return any(bit & wanted for bit in (*occasions, *named)) or any(mask & wanted for mask in states)


def limits_purpose_alone(norm: Norm) -> bool:
    """Whether a norm is a ban that only names purposes: the same act for another purpose is not spoken of."""
    limits = [limit for limit in norm.provision.limits if limit.dimension is Dimension.PURPOSE]
    return norm.bans and norm.by_only is None and bool(limits) and all(not limit.mode for limit in limits)


# Onward transfer


def unaddressed(reading: Reading) -> list[Holding]:
    """The holdings of which no clause says whether their holder may pass the data on.

    Where nobody is handed data, only let process them, it is enough that a clause speaks of one holder.
    """
    document, closure, found = reading.document, reading.closure, reading.holdings
    speaking = [norm for norm in reading.heard if may_speak_of_onward_transfer(norm, document, closure)]
    silent = [holding for holding in found if not any(is_meant(holding, norm, document, closure) for norm in speaking)]
    if any(holding.received for holding in found):
        return [holding for holding in silent if holding.received]
    return silent if len(silent) == len(found) else []


def is_meant(holding: Holding, norm: Norm, document: Document, closure: Closure) -> bool:
    """Whether a norm binds a holder, or outsiders to whom a holder might pass data on."""
    bearer = norm.region.masks[Side.BEARER]
    by_outsider = norm.ensured or not parties_in(bearer, document, closure)
    return by_outsider or bool(bearer & closure.universe.bit(holding.holder))


def may_speak_of_onward_transfer(norm: Norm, document: Document, closure: Closure) -> bool:
    """Whether a norm says if those whom it binds may let outsiders have personal data."""
    bearer, counterparty = norm.region.masks[Side.BEARER], norm.region.masks[Side.COUNTERPARTY]
    if norm.ensured or (bearer > 0 and not parties_in(bearer, document, closure)):
        return bool(outsiders(bearer, document, closure)) and overlaps(norm, "process", closure)
    if is_secrecy(norm, closure):
        return True
    if norm.modality is Modality.RELEASE or not outsiders(counterparty, document, closure):
        return False
    if acts(norm, "engage", closure) or (acts(norm, "approve", closure) and counterparty > 0):
        return True
    if not acts(norm, "share", closure) or not is_personal(norm, closure) or limits_purpose_alone(norm):
        return False
    sells_only = not norm.region.masks[Side.ACTION] & ~closure.covers_key("sell", Kind.ACTION)
    return not sells_only if norm.bans else not compelled(norm, closure)


def is_secrecy(norm: Norm, closure: Closure) -> bool:
    """Whether a norm is a duty to keep silent on what one holds."""
    states = covered(("confidential manner", "confidentiality accepted"), Kind.CONDITION, closure)
    kept = mentions(norm, "confidentiality", Kind.THING, closure)
    return norm.modality is Modality.DUTY and (kept or hinges_on(norm, states))


# Retention


def only_looks(holding: Holding, closure: Closure) -> bool:
    """Whether data are only shown to a party where they lie, so that it has none to keep."""
    showing = closure.covers_key("admit", Kind.ACTION)
    getting = covered(("share", "keep", "obtain", "copy"), Kind.ACTION, closure) & ~showing
    done = [closure.universe.bit(action) for norm in holding.norms for action in norm.actions]
    return holding.received and any(bit & showing for bit in done) and not any(bit & getting for bit in done)


def speaks_of_retention(norm: Norm, closure: Closure) -> bool:
    """Whether a norm says how long data are kept, or that they are deleted, returned or made anonymous."""
    if not concerns_data(norm, closure):
        return mentions(norm, "retention policy", Kind.THING, closure)
    if any(acts(norm, action, closure) for action in ("delete", "anonymise", "de identify")):
        return True
    return is_about_keeping(norm, closure) or (is_timed(norm) and overlaps(norm, "keep", closure))


def concerns_data(norm: Norm, closure: Closure) -> bool:
    """Whether a norm may be about the data of the agreement: not about things, nor about a party's own proofs alone."""
    return bool(
        norm.region.masks[Side.OBJECT] & closure.universe.kind(Kind.DATA) & ~covered(OWN_PROOFS, Kind.DATA, closure)
    )


def is_timed(norm: Norm) -> bool:
    """Whether a norm says for how long, until when, or from the end of what."""
    timing = norm.timing
    return bool(timing.lasting or timing.through or timing.occasions)


def is_about_keeping(norm: Norm, closure: Closure) -> bool:
    """Whether a norm is about keeping as such: not where, how or for what, nor all that is done with data."""
    keeping = closure.covers_key("keep", Kind.ACTION) & ~covered(("host", "cache"), Kind.ACTION, closure)
    if norm.modality is Modality.RELEASE or not any(closure.universe.bit(action) & keeping for action in norm.actions):
        return False
    if is_timed(norm) or needs(norm, closure.covers_key("perpetual", Kind.CONDITION)):
        return True
    listed = [term.value for term in norm.provision.actions.terms if isinstance(term.value, Concept)]
    among_others = norm.grants and any(not closure.universe.bit(action) & keeping for action in listed)
    return not (among_others or is_manner_of_keeping(norm, closure) or says_purpose(norm))


def says_purpose(norm: Norm) -> bool:
    """Whether a norm's clause names a purpose."""
    return any(limit.dimension is Dimension.PURPOSE for limit in norm.provision.limits)


def is_manner_of_keeping(norm: Norm, closure: Closure) -> bool:
    """Whether a norm's clause says where or how data are kept: in a place, under a safeguard or a law, securely."""
    manner = covered(("manner", "encrypted", "pseudonymised", "need-to-know"), Kind.CONDITION, closure)
    placed = any(limit.dimension is Dimension.PLACE for limit in norm.provision.limits)
    how = norm.modality is Modality.DUTY and norm.manner != ALWAYS
    return placed or how or needs(norm, manner | covered(("safeguard",), Kind.THING, closure))


def needs(norm: Norm, states: int) -> bool:
    """Whether a norm names one of some states as its condition or manner."""
    parts = (*norm.region.condition, *norm.manner)
    return any(mask & states for part in parts for mask in part.held)


# Breach notice


def speaks_of_breach(norm: Norm, closure: Closure) -> bool:
    """Whether somebody has to be told of a breach."""
    if norm.modality is not Modality.DUTY or not (acts(norm, "notify", closure) or acts(norm, "share", closure)):
        return False
    events = ("incident", "awareness of breach", "breach notification")
    if any(mentions(norm, event, Kind.EVENT, closure) for event in events):
        return True
    if mentions(norm, "incident report", Kind.THING, closure):
        return True
    broken = closure.covers_key("breach of contract", Kind.EVENT)
    events_named = [occasion.event for occasion in norm.timing.occasions] + [
        concept for concept in norm.objects if concept.kind is Kind.EVENT
    ]
    return any(names_breach(event) for event in events_named if not closure.universe.bit(event) & broken)


# Withdrawal of consent


def relies_on_consent(norm: Norm, closure: Closure) -> bool:
    """Whether a grant holds only where people consented; what a school agrees to for its students, it ends itself."""
    consent, school = (
        closure.covers_key("consent", Kind.CONDITION),
        closure.covers_key("school consent", Kind.CONDITION),
    )
    parts = (*norm.region.condition, *norm.manner)
    return norm.grants and any(not mask & ~consent and mask & ~school for part in parts for mask in part.held)


def speaks_of_withdrawal(norm: Norm, closure: Closure) -> bool:
    """Whether a norm says what happens after consent is withdrawn, or that it may be."""
    events = ("withdrawal of consent", "revocation of authorisation", "opt-out request", "expiry of consent")
    if any(mentions(norm, event, Kind.EVENT, closure) for event in events):
        return True
    states = ("consent withdrawn", "unwithdrawn consent", "opted out")
    if any(mentions(norm, state, Kind.CONDITION, closure) for state in states):
        own = covered(states, Kind.CONDITION, closure)
        return needs_own(norm, own, closure)
    return acts(norm, "revoke", closure) and mentions(norm, "consent", Kind.CONDITION, closure)


def needs_own(norm: Norm, states: int, closure: Closure) -> bool:
    """Whether a norm names one of some states itself, not something wider that covers it."""
    parts = (*norm.region.condition, *norm.manner)
    masks = [mask for part in parts for mask in (*part.held, part.absent) if mask]
    return any(not mask & ~states for mask in masks) or any(closure.universe.bit(c) & states for c in norm.objects)


# Combination


def hands_over_several(reading: Reading) -> bool:
    """Whether a clause brings a party several kinds of personal data that the agreement tells apart."""
    brought: dict[int, set[Concept]] = {}
    for flow in reading.flows:
        taken = parties_in(flow.takers_mask, reading.document, reading.closure)
        if taken and is_personal(flow.norm, reading.closure):
            brought.setdefault(id(flow.norm.clause), set()).update(flow.data)
    members = reading.closure.lexicon.linked
    return any(
        len(data) > 1 or any(len(members(concept, Relation.INCLUDES)) > 1 for concept in data)
        for data in brought.values()
    )


# Borders


def crossings(reading: Reading) -> Iterator[tuple[Concept, Concept, Concept, Concept, Holding]]:
    """Givers and takers of personal data that are declared to be in different countries, with one place of each."""
    closure = reading.closure
    for holding in reading.holdings:
        there = closure.nearest(holding.holder, Relation.IN)
        for giver in holding.sources:
            here = closure.nearest(giver, Relation.IN)
            if here and there and all(apart(one, other, closure) for one in here for other in there):
                yield giver, holding.holder, here[0], there[0], holding


def apart(one: Concept, other: Concept, closure: Closure) -> bool:
    """Whether two places lie in different countries, and not both in the European Economic Area."""
    bit = closure.universe.bit
    within = closure.covers_key("european economic area", Kind.PLACE)
    if (bit(one) & within and bit(other) & within) or closure.covers(one) & closure.covers(other):
        return False
    lands = closure.covers_key("country", Kind.PLACE) | closure.covers_key("territory", Kind.PLACE)
    mine, theirs = ({c for c in closure.ancestors(place) if bit(c) & lands and in_world(c)} for place in (one, other))
    return not mine & theirs


def in_world(place: Concept) -> bool:
    """Whether a name is that of a certain place, not of a kind of place."""
    return place.key not in ("country", "territory", "member state", "eea state", "third country")


def guards_transfers(reading: Reading) -> bool:
    """Whether a norm names a place or a tool for transfers, or the agreement leans on a document that is one."""
    placed = any(limit.dimension is Dimension.PLACE for norm in reading.heard for limit in norm.provision.limits)
    return placed or names_transfer_tool(reading)


def names_transfer_tool(reading: Reading) -> bool:
    """Whether a norm names a tool or ground for transfers, or the agreement is a tool itself, or leans on one."""
    document, closure = reading.document, reading.closure
    tools = covered(("transfer tool",), Kind.THING, closure)
    safeguard = closure.find("safeguard", Kind.THING)
    tools |= closure.universe.bit(safeguard) if safeguard else 0
    grounds = covered(("transfer ground", "adequacy decision exists"), Kind.CONDITION, closure)
    for norm in reading.heard:
        if needs(norm, tools | grounds) or any(closure.universe.bit(concept) & tools for concept in norm.objects):
            return True
    sides = [side.title for ranking in document.rankings for side in (ranking.higher, ranking.lower) if side.title]
    titles = [*sides, *document.under, *document.incorporates, *document.using]
    if any(TOOLS.search(title) for title in (document.title, *titles)):
        return True
    named = [closure.find(key(title), Kind.THING) for title in titles]
    return any(closure.universe.bit(concept) & tools for concept in named if concept)
