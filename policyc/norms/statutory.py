"""Words that a statute defines: who must not *sell or share* personal data under the CCPA.

To *share* is there to hand over for cross-context behavioural advertising (California Civil Code 1798.140(ah)), and a
contract under it that forbids to *sell or share* does not forbid to disclose for a business purpose.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policyc.model.document import Dimension, Document, Limit, Modality, Provision, Term, TermList
from policyc.model.lexicon import Origin
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure

CALIFORNIAN = re.compile(r"\b(CCPA|CPRA|1798\.1\d\d|California Consumer Privacy Act)\b", re.IGNORECASE)
CROSS_CONTEXT = "cross context behavioural advertising"
WRITTEN = re.compile(r"share[sd]?|sharing", re.IGNORECASE)


def is_californian(words: str) -> bool:
    """Whether words name the California Consumer Privacy Act."""
    return bool(CALIFORNIAN.search(words))


def as_defined(provision: Provision, document: Document, closure: Closure, origin: Origin) -> list[Provision]:
    """A provision, in parts where a statute gives one of its verbs a meaning of its own."""
    purpose = closure.find(CROSS_CONTEXT, Kind.PURPOSE)
    if purpose is None or not sells_or_shares(provision, document):
        return [provision]
    shared, others = divided(provision.actions)
    names = TermList((Term(purpose, purpose.text),))
    limit = Limit(Dimension.PURPOSE, "", names, None, False, "for", origin)
    return [
        replace(provision, actions=others),
        replace(provision, actions=shared, limits=(*provision.limits, limit)),
    ]


def sells_or_shares(provision: Provision, document: Document) -> bool:
    """Whether a provision forbids to *sell or share*, for whatever purpose, in an agreement under the CCPA."""
    if provision.modality is not Modality.BAN or not any(map(is_californian, document.under)):
        return False
    shared, others = divided(provision.actions)
    sold = any(isinstance(term.value, Concept) and term.value.key == "sell" for term in others.terms)
    purposes = any(limit.dimension is Dimension.PURPOSE for limit in provision.limits)
    return bool(shared.terms) and sold and not purposes


def divided(actions: TermList) -> tuple[TermList, TermList]:
    """The verbs that are written *share*, and the others: *disclose* means just that."""
    shared = tuple(term for term in actions.terms if WRITTEN.fullmatch(term.text))
    others = tuple(term for term in actions.terms if term not in shared)
    return replace(actions, terms=shared), replace(actions, terms=others)
