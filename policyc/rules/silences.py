"""Words that the rules on holders of data share: who holds which data, by which clauses, and who is bound."""

from __future__ import annotations

from collections.abc import Iterable

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding
from policyc.analysis.words import concept_words, listed
from policyc.findings import Evidence
from policyc.model.document import Document
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.wording import by_clause, proposed

MOST_NAMES = 4


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
