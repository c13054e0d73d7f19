"""What purposes are stated for data that flow, which flows need none, and which purposes say nothing."""

from __future__ import annotations

import re

from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.necessity import Need, grants_of_taker, needed, weighed_data
from policyc.model.document import Document, Modality
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import ANY, NONE, OTHER, SOME, Closure
from policyc.norms.norm import Norm
from policyc.norms.order import closed_sides
from policyc.norms.region import Side
from policyc.norms.statutory import is_californian

HELPERS = ("subprocessor", "processor", "vendor", "personnel", "representative", "auditor", "adviser")
"""Those who get data to act for the party that gives them, or to watch over it."""
AUTHORITIES = ("law enforcement", "court", "regulator")
PRINCIPALS = ("controller", "customer entity")
LEGAL = ("legal obligation", "legal process exist", "binding request")
"""Conditions under which a law, not the agreement, says what data are handed over for."""

SAME_TERMS = ("same term", "same terms accepted")

ENOUGH_WORDS = 5
VAGUE_WORDS = re.compile(
    r"\b((these|such|those|this) (types?|kinds?|sorts?) of|experiences?|(any|other|all|various|related|similar|further"
    r"|additional|future|business|commercial|internal|legitimate|lawful|general) (and \w+ )?(purposes?|uses?|reasons?)"
    r"|business operations|anything else|and the like|and so on|etc|sees? fit|deems? (fit|appropriate|necessary)"
    r"|(its|their|sole|own) discretion|from time to time|as (needed|appropriate))\b",
    re.IGNORECASE,
)
"""Words with which a description of a purpose shuts nothing out."""


def one_agreement(left: Document, right: Document) -> bool:
    """Whether two documents count as one agreement: the same, or one incorporates or amends the other."""
    return left is right or leans_on(left, right) or leans_on(right, left)


def leans_on(document: Document, other: Document) -> bool:
    """Whether a document incorporates or amends another."""
    return other.title.lower() in {title.lower() for title in (*document.incorporates, *document.amends)}


def norms_together(document: Document, facts: Facts) -> list[Norm]:
    """The norms of an agreement and of what is read with it, as far as it is at hand."""
    together = facts.together(document) or [document]
    return [norm for each in together for norm in facts.norms_of(each)]


def needs_no_purpose(flow: Flow, facts: Facts) -> bool:
    """Whether nobody asks what a flow is for.

    Data go to the people whom they are about, back to where they came from, to those who act for the giver or watch
    over it, or a law demands them.
    """
    closure = facts.closure(flow.norm.document)
    return (
        goes_to_its_people(flow, closure)
        or legally_demanded(flow, closure)
        or goes_back(flow, facts)
        or to_helpers(flow, closure)
    )


def goes_to_its_people(flow: Flow, closure: Closure) -> bool:
    """Whether the takers are people, such as those whom the data are about."""
    return flow.takers_mask > 0 and not flow.takers_mask & ~closure.universe.kind(Kind.PEOPLE)


def covered_by(keys: tuple[str, ...], kind: Kind, closure: Closure) -> int:
    """Everything that some names of the vocabulary cover."""
    mask = 0
    for key in keys:
        mask |= closure.covers_key(key, kind)
    return mask


def legally_demanded(flow: Flow, closure: Closure) -> bool:
    """Whether data are handed over only where a law or a court demands it, or to an authority that is no party."""
    return only_where(flow, LEGAL, closure) or outsiders(flow, AUTHORITIES, closure)


def only_where(flow: Flow, keys: tuple[str, ...], closure: Closure) -> bool:
    """Whether data flow only where one of some conditions holds, be it as a condition or as the manner of a duty."""
    wanted = covered_by(keys, Kind.CONDITION, closure)
    parts = (flow.norm.region.condition, flow.norm.manner)
    return any(all(any(not mask & ~wanted for mask in way.held) for way in part) for part in parts if part)


def to_helpers(flow: Flow, closure: Closure) -> bool:
    """Whether the takers are no parties and act for the giver, or watch over it."""
    return outsiders(flow, HELPERS, closure)


def outsiders(flow: Flow, keys: tuple[str, ...], closure: Closure) -> bool:
    """Whether all takers are of some kinds, and none is a party of the agreement."""
    taking = flow.takers_mask
    if taking < 0 or taking & ~covered_by(keys, Kind.PARTY, closure):
        return False
    return not any(closure.universe.bit(party) & taking for party in flow.norm.document.parties)


def goes_back(flow: Flow, facts: Facts) -> bool:
    """Whether data return to the one they came from, or go from a processor to the one whose data they are."""
    closure = facts.closure(flow.norm.document)
    processor, principal = (covered_by(keys, Kind.PARTY, closure) for keys in (("processor",), PRINCIPALS))
    if flow.takers_mask > 0 and not flow.givers_mask & ~processor and not flow.takers_mask & ~principal:
        return True
    return any(
        other.norm.index < flow.norm.index and other.data_mask & flow.data_mask
        for (givers, takers), others in facts.flows_between(flow.norm.document).items()
        if takers > 0 and not flow.givers_mask & ~takers and not flow.takers_mask & ~givers
        for other in others
    )


def purposes_of(flow: Flow, data: Concept, facts: Facts) -> tuple[Concept, ...]:
    """The purposes that are stated for some data of a flow.

    Its own, else those for which its takers may use the data under the same agreement, unless these do not need them.
    """
    if flow.norm.purpose_stated:
        return flow.purposes
    closure = facts.closure(flow.norm.document)
    bit = closure.universe.bit(data)
    granted = grants_of_taker(flow, bit, norms_together(flow.norm.document, facts))
    purposes = dict.fromkeys(purpose for norm in granted for purpose in norm.purposes)
    return tuple(purpose for purpose in purposes if needed((purpose,), bit, closure) is not Need.UNNEEDED)


def is_personal(data: Concept, closure: Closure) -> bool:
    """Whether some data are personal, or certainly hold personal data."""
    personal = closure.find("personal data", Kind.DATA)
    if personal is None:
        return False
    return not closure.covers(data) & ~closure.covers(personal) or data in closure.ancestors(personal)


def unstated(flow: Flow, facts: Facts) -> tuple[Concept, ...]:
    """The personal data of a flow for which neither it nor a clause on its takers' or givers' uses states a purpose.

    Who gets data under the same terms is bound to the purposes of the giver.
    """
    if flow.norm.purpose_stated or only_where(flow, SAME_TERMS, facts.closure(flow.norm.document)):
        return ()
    closure, together = facts.closure(flow.norm.document), norms_together(flow.norm.document, facts)
    found = []
    for data in weighed_data(flow, closure):
        bit = closure.universe.bit(data)
        stated = grants_of_taker(flow, bit, together) or giver_is_limited(flow, bit, together)
        stated = stated or only_limits(flow, closure.covers(data), together)
        if is_personal(data, closure) and not stated:
            found.append(data)
    return tuple(found)


def only_limits(flow: Flow, data: int, norms: list[Norm]) -> bool:
    """Whether a flow is leave *only* so (*only with a lawful basis*), and another clause says what the same is for."""
    given = flow.norm
    if given.modality is not Modality.PERMISSION or not closed_sides(given):
        return False
    return any(
        norm.grants
        and norm.clause is not given.clause
        and norm.purpose_stated
        and not flow.givers_mask & ~norm.region.masks[Side.BEARER]
        and norm.region.masks[Side.ACTION] & given.region.masks[Side.ACTION]
        and norm.region.masks[Side.COUNTERPARTY] & flow.takers_mask & ~NONE
        and norm.region.masks[Side.OBJECT] & data
        for norm in norms
    )


def giver_is_limited(flow: Flow, data: int, norms: list[Norm]) -> bool:
    """Whether the giver may share the data, or process them in any way, only for certain purposes."""
    return any(
        norm.bans
        and norm.region.masks[Side.PURPOSE] & OTHER
        and norm.region.masks[Side.PURPOSE] not in (ANY, SOME)
        and not flow.givers_mask & ~norm.region.masks[Side.BEARER]
        and not flow.norm.region.masks[Side.ACTION] & ~norm.region.masks[Side.ACTION]
        and norm.region.masks[Side.OBJECT] & data
        for norm in norms
    )


def says_nothing(purpose: Concept, document: Document, facts: Facts) -> bool:
    """Whether a purpose shuts nothing out: any purpose, a vague one, or one that is declared and not defined."""
    closure = facts.closure(document)
    if is_listed_vague(purpose, closure):
        return True
    if purpose in facts.shipped.entries or closure.lexicon.linked(purpose, Relation.NEEDS) or closure.members(purpose):
        return False
    if any(parent.key != Kind.PURPOSE.value for parent in closure.containers(purpose)):
        return False
    return not any(describes(words) for words in (purpose.text, closure.lexicon.meaning(purpose) or ""))


def shuts_nothing_out(purpose: Concept, document: Document, facts: Facts) -> bool:
    """Whether a purpose is known to say nothing: by its place in the vocabulary, or by words that leave all open.

    One that is merely declared and not defined may well be a term of the trade.
    """
    closure = facts.closure(document)
    if is_of_statute(purpose, document) or is_described_here(purpose, closure, facts):
        return False
    if is_listed_vague(purpose, closure):
        return True
    words = f"{purpose.text}. {closure.lexicon.meaning(purpose) or ''}"
    return bool(VAGUE_WORDS.search(words)) and says_nothing(purpose, document, facts)


def is_of_statute(purpose: Concept, document: Document) -> bool:
    """Whether a statute lists what a purpose takes in: the *business purposes* of the CCPA (1798.140(e)).

    They are meant where the agreement is made under it, or names it in the name of the purpose.
    """
    if "business purpose" not in purpose.key:
        return False
    return any(map(is_californian, (purpose.text, *document.under)))


def is_described_here(purpose: Concept, closure: Closure, facts: Facts) -> bool:
    """Whether the files say themselves what a purpose is that the vocabulary calls vague: *means "…"*, *includes*."""
    shipped = facts.shipped.entries.get(purpose)
    own = [entry for entry in closure.lexicon.entries_of(purpose) if entry is not shipped]
    return bool(shipped) and any(describes(each.meaning or "") or each.linked(Relation.INCLUDES) for each in own)


def is_listed_vague(purpose: Concept, closure: Closure) -> bool:
    """Whether a purpose is the root itself, or one that the vocabulary lists as vague."""
    vague = closure.covers_key("vague purpose", Kind.PURPOSE)
    return purpose.key == Kind.PURPOSE.value or bool(closure.universe.bit(purpose) & vague)


def describes(words: str) -> bool:
    """Whether words tell what a purpose is: there are enough of them, and none that leave everything open."""
    return len(words.split()) >= ENOUGH_WORDS and not VAGUE_WORDS.search(words)
