"""What the rules on passing data on share: who gives outsiders what it got, and whether these are bound to terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from policyc.analysis.facts import Facts
from policyc.analysis.holding import (
    AUTHORITIES,
    Holding,
    compelled,
    covered,
    hinges_on,
    holdings,
    is_personal,
    outsiders,
    parties_in,
)
from policyc.analysis.silence import acts
from policyc.model.document import Dimension, Document, Modality
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import ANY, Closure, union
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import defined_for

BINDING_STATES = ("same term", "same terms accepted")
BINDING_THINGS = (
    "same obligations",
    "data processing agreement",
    "business associate agreement",
    "data use agreement",
    "matching agreement",
    "transfer tool",
)
CONTRACTS = ("written contract", "same obligations", "use restrictions")
SUCCESSORS = ("successor",)
"""Who steps into a party's place, and so into its promises."""

OUTWARD = ("publish", "distribute", "sell", "forward", "re-disclose")
"""Acts that always bring data to outsiders, whether these are named or not."""

SIGNED = re.compile(
    r"\b(agreement|agreements|terms|contract|contracts|application|licen[cs]e|undertaking|certification)\b.*"
    r"\b(sign|accept|execut|complet|conclu|enter|approv|agreed|in place)"
    r"|\b(sign|accept|execut|complet|conclu|enter|agree)\w*\b.*"
    r"\b(agreement|terms|contract|application|licen[cs]e|undertaking|certification)\b",
    re.IGNORECASE,
)
"""How agreements put it that those who get data sign terms of their own, with whomever."""

QUOTED_TERMS = re.compile(r"\bsame\b|no less|at least as|equivalent|\bbound\b|obligations", re.IGNORECASE)


def holdings_with(document: Document, facts: Facts) -> list[Holding]:
    """Who has personal data by an agreement and all that is read together with it, as far as that is at hand."""
    together = facts.together(document) or [document]
    norms = [norm for each in together for norm in facts.norms_of(each)]
    flows = [flow for each in together for flow in facts.flows_of(each)]
    return holdings(document, norms, flows, facts.closure(document))


def passes_on(norm: Norm, holding: Holding, facts: Facts) -> bool:
    """Whether a norm lets a holder give what it got from another party to outsiders."""
    closure = facts.closure(norm.document)
    by_holder = norm.grants and norm.region.masks[Side.BEARER] & closure.universe.bit(holding.holder)
    if not by_holder or not holding.from_another or not takers(norm, facts) or compelled(norm, closure):
        return False
    if acts(norm, "engage", closure):
        helpers = covered(("subprocessor", "subcontractor"), Kind.PARTY, closure)
        return bool(norm.region.masks[Side.COUNTERPARTY] & helpers) and says_taker(norm)
    same_data = holding.has(norm.region.masks[Side.OBJECT])
    return shares(norm, facts) and is_personal(norm, closure) and same_data and not is_public(norm, facts)


def is_of_holding(norm: Norm, holding: Holding, facts: Facts) -> bool:
    """Whether a norm speaks of what a holder does with data that it got."""
    binds = norm.region.masks[Side.BEARER] & facts.universe.bit(holding.holder)
    return bool(binds) and holding.has(norm.region.masks[Side.OBJECT])


def shares(norm: Norm, facts: Facts) -> bool:
    """Whether a norm is about sharing, with somebody whom it names or whom its verb implies."""
    closure = facts.closure(norm.document)
    outward = closure.covers_key("share", Kind.ACTION) if says_taker(norm) else covered(OUTWARD, Kind.ACTION, closure)
    return not norm.region.masks[Side.ACTION] & ~outward


def says_taker(norm: Norm) -> bool:
    """Whether a norm's clause names those who get the data."""
    return any(limit.dimension is Dimension.COUNTERPARTY for limit in norm.provision.limits)


def is_public(norm: Norm, facts: Facts) -> bool:
    """Whether a norm speaks only of what everybody, or the one who gets it, has already."""
    return hinges_on(
        norm, covered(("publicly available", "already known"), Kind.CONDITION, facts.closure(norm.document))
    )


def takers(norm: Norm, facts: Facts) -> int:
    """The outsiders whom a norm lets have data, but public offices, who takes a party's place, and its own people."""
    closure = facts.closure(norm.document)
    outside = outsiders(norm.region.masks[Side.COUNTERPARTY], norm.document, closure)
    outside &= ~covered(("public body", *AUTHORITIES, *SUCCESSORS), Kind.PARTY, closure)
    return outside & ~union(own_people(norm, facts)) if outside else 0


def own_people(norm: Norm, facts: Facts) -> Iterator[int]:
    """Those whom a norm names as recipients by a name that the files define, and that takes in the personnel.

    Who works for, or acts for, the other party of the agreement is no outsider either.
    """
    closure = facts.closure(norm.document)
    staff = closure.covers_key("personnel", Kind.PARTY)
    lists = [limit.names for limit in norm.provision.limits if limit.dimension is Dimension.COUNTERPARTY]
    for term in (term for names in lists if names for term in names.terms):
        if isinstance(term.value, Concept) and term.value not in facts.shipped.entries:
            members = closure.covers(term.value)
            yield members if members & staff or acts_for_other(term.value, norm, closure) else 0


def acts_for_other(taker: Concept, norm: Norm, closure: Closure) -> bool:
    """Whether somebody is of a party of the agreement that the norm does not bind: *representatives of the bank*."""
    owner = closure.lexicon.find(taker.key.partition(" of ")[2], frozenset({Kind.PARTY}))
    return owner in norm.document.parties and not closure.universe.bit(owner) & norm.region.masks[Side.BEARER]


def binding(document: Document, facts: Facts) -> int:
    """The states in which somebody is bound to terms as strict."""
    closure = facts.closure(document)
    return covered(BINDING_STATES, Kind.CONDITION, closure) | covered(BINDING_THINGS, Kind.THING, closure)


def signs_own_terms(norm: Norm, facts: Facts) -> bool:
    """Whether data go only to those who have signed terms of their own, of which nothing is said."""
    closure = facts.closure(norm.document)
    states = covered(("written agreement exists", "confidentiality accepted"), Kind.CONDITION, closure)
    for entry in defined_for(norm.document, facts):
        if entry.concept.kind is Kind.CONDITION and SIGNED.search(f"{entry.concept.text} {entry.meaning or ''}"):
            states |= closure.covers(entry.concept)
    return hinges_on(norm, states) or any(SIGNED.search(words) for words in norm.quoted)


@dataclass
class Bound:
    """Tells whether those who get data under an agreement are bound to terms as strict."""

    document: Document
    facts: Facts

    def by(self, norm: Norm) -> bool:
        """Whether the clause itself, or any other, binds those whom a norm lets have the data."""
        if hinges_on(norm, self._states) or any(QUOTED_TERMS.search(words) for words in norm.quoted):
            return True
        if self._groups is None:
            return True
        outside = takers(norm, self.facts)
        return any(not outside & ~group for group in self._groups)

    @cached_property
    def _states(self) -> int:
        return binding(self.document, self.facts)

    @cached_property
    def _groups(self) -> list[int] | None:
        """Those whom single clauses bind, each group once; None where not all that is read together is at hand."""
        heard = self.facts.heard(self.document)
        if heard is None:
            return None
        closure = self.facts.closure(self.document)
        return list(dict.fromkeys(group for other in heard if (group := self._bound_by(other, closure))))

    def _bound_by(self, other: Norm, closure: Closure) -> int:
        """All whom a norm binds to terms; everybody, where it binds whoever gets the data next."""
        bearer, counterparty = other.region.masks[Side.BEARER], other.region.masks[Side.COUNTERPARTY]
        by_outsider = bearer > 0 and not parties_in(bearer, self.document, closure)
        if other.ensured or (by_outsider and other.modality in (Modality.DUTY, Modality.BAN)):
            everyone = closure.covers_key("downstream recipient", Kind.PARTY)
            return ANY if everyone and not everyone & ~bearer else bearer
        if other.bans and any(alternative.absent & self._states for alternative in other.region.condition):
            return counterparty if acts(other, "share", closure) else 0
        return counterparty if other.modality is Modality.DUTY and promises_contract(other, closure) else 0


def promises_contract(norm: Norm, closure: Closure) -> bool:
    """Whether a norm is about binding somebody, or about a contract with them."""
    contracts = covered(CONTRACTS, Kind.THING, closure)
    promised = any(closure.universe.bit(concept) & contracts for concept in norm.objects) or hinges_on(norm, contracts)
    return acts(norm, "bind", closure) or acts(norm, "enter contract", closure) or promised
