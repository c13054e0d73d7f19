"""Words that the rules on holders of data share: who holds which data, by which clauses, and who is bound."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from policyc.analysis.facts import Facts
from policyc.analysis.holding import WORKING, Holding, covered
from policyc.analysis.mentions import Mentions, mentions
from policyc.analysis.silence import Reading, Topic
from policyc.analysis.words import concept_words, listed
from policyc.findings import Evidence
from policyc.model.document import Document, Modality
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.wording import by_clause, clauses, plural_clauses, proposed

MOST_NAMES = 4

Speaks = Callable[[Norm, Closure], bool]
"""Whether a norm speaks of some topic."""

BINDING = (Modality.DUTY, Modality.BAN)


@dataclass(frozen=True, slots=True)
class Subject:
    """What an agreement may be silent on: names of the vocabulary, and words in the clauses themselves.

    ``binding``: the words count in duties and bans alone; ``people``: what people may do is a word on it too.
    """

    words: re.Pattern[str]
    actions: tuple[str, ...] = ()
    objects: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    purposes: tuple[str, ...] = ()
    states: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    binding: bool = False
    people: bool = False

    def glimpsed(self, named: Mentions, closure: Closure) -> bool:
        """Whether the clauses of a document name anything of it."""
        return bool(
            named.actions & covered(self.actions, Kind.ACTION, closure)
            or named.objects & self._things(self.objects, closure)
            or named.purposes & covered(self.purposes, Kind.PURPOSE, closure)
            or named.states & self._things(self.states, closure)
        )

    def spoken_by(self, norm: Norm, closure: Closure) -> bool:
        """Whether one norm speaks of it."""
        return self.glimpsed(mentions([norm], closure.universe), closure) or self.said_by(norm, closure)

    def said_by(self, norm: Norm, closure: Closure) -> bool:
        """Whether a norm speaks of it in words of its own, or lets people do something."""
        bearer = norm.region.masks[Side.BEARER]
        if self.people and bearer > 0 and not bearer & ~closure.universe.kind(Kind.PEOPLE):
            return True
        heard = not self.binding or norm.modality in BINDING
        return heard and bool(self.words.search(norm.clause.origin.words))

    @staticmethod
    def _things(names: tuple[tuple[str, ...], tuple[str, ...]], closure: Closure) -> int:
        """What the names of some things, and then of events or conditions, cover."""
        things, others = names
        mask = covered(things, Kind.THING, closure) if things else 0
        for kind in (Kind.EVENT, Kind.CONDITION) if others else ():
            mask |= covered(others, kind, closure)
        return mask


def unsaid(document: Document, facts: Facts, speaks: Speaks) -> Reading | None:
    """An agreement by which a party has personal data, if no norm of it speaks of a topic; else None.

    None also where a policy requires a word on it: then the lack is told as a breach of that requirement.
    """
    reading = facts.reading(document)
    if reading is None or not reading.holdings or any(speaks(norm, reading.closure) for norm in reading.heard):
        return None
    return None if is_required(document, facts, speaks) else reading


def silent_on(document: Document, facts: Facts, subject: Subject) -> Reading | None:
    """The same for a subject: what the clauses name is looked at before their words."""
    together, closure = facts.together(document), facts.closure(document)
    if together is None or any(subject.glimpsed(facts.mentions(each), closure) for each in together):
        return None
    reading = facts.reading(document)
    if reading is None or not reading.holdings:
        return None
    binding = (norm for norm in reading.heard if not subject.binding or norm.modality in BINDING)
    if any(subject.said_by(norm, closure) for norm in by_clause(binding)):
        return None
    return None if is_required(document, facts, subject.spoken_by) else reading


def speaking_of(reading: Reading, subject: Subject) -> list[Norm]:
    """The norms of an agreement that speak of a subject."""
    binding = (norm for norm in reading.heard if not subject.binding or norm.modality in BINDING)
    return [norm for norm in binding if subject.spoken_by(norm, reading.closure)]


def speaks_of_others(speaking: list[Norm], document: Document) -> str:
    """What the clauses on a topic speak of instead of the data that they leave out."""
    told = names(dict.fromkeys(each for norm in speaking for each in norm.objects))
    return f"{clauses(speaking, document)} {'speak' if plural_clauses(speaking) else 'speaks'} of {told} only"


def is_bare(document: Document, facts: Facts) -> bool:
    """Whether an agreement speaks neither of breaches nor of the end of the data.

    That is told already; of so short a text nobody expects what comes after these.
    """
    return {Topic.BREACH_NOTICE, Topic.RETENTION} <= facts.silent(document)


def is_required(document: Document, facts: Facts, speaks: Speaks) -> bool:
    """Whether a policy requires of an agreement what speaks of some topic, and it is told that this is missing."""
    return any(speaks(each.wanted, each.asking.ground.closure) for each in facts.unmet_of(document))


def helpers_silent_on(document: Document, facts: Facts, subject: Subject) -> list[Holding]:
    """Those who have data by an agreement to work for another (processors and the like), if it is silent on a subject.

    Nobody, where it speaks of it, or a policy requires that it does.
    """
    closure = facts.closure(document)
    working = covered(WORKING, Kind.PARTY, closure)
    if document.parties and not any(closure.universe.bit(party) & working for party in document.parties):
        return []
    reading = silent_on(document, facts, subject)
    found = reading.holdings if reading else []
    return [holding for holding in found if closure.universe.bit(holding.holder) & working]


def holders(found: Iterable[Holding], joiner: str = "and") -> str:
    """Who holds data, in words."""
    return listed((concept_words(holding.holder) for holding in found), joiner)


def held(found: Iterable[Holding]) -> str:
    """Which data they hold, in words; past a few names only that they are personal."""
    data = list(dict.fromkeys(concept for holding in found for concept in holding.data))
    return names(data) if 0 < len(data) <= MOST_NAMES else "the personal data"


def nothing_says(document: Document) -> str:
    """How a finding on silence begins."""
    return "Nothing in the proposed agreement would say" if proposed(document) else "Nothing in the agreement says"


def handing_over(found: Iterable[Holding]) -> tuple[Evidence, ...]:
    """The first clause by which they hold data, as evidence: silence is about the agreement, not about each clause."""
    norms = by_clause(norm for holding in found for norm in holding.norms)
    return tuple(quote(norm, "by this clause they have the data") for norm in norms[:1])


def bound(norm: Norm, facts: Facts) -> str:
    """The parties that a norm binds, in words."""
    bearer = norm.region.masks[Side.BEARER]
    parties = [party for party in norm.document.parties if facts.universe.bit(party) & bearer]
    return names(parties) or "one side"
