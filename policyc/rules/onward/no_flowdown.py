"""A party that got personal data may give them to others who need not keep the same terms.

## What it does

Takes each permission and duty of a party that gets personal data, or is let process them for another party, to share
them with outsiders, or to engage subprocessors. It reports the clause unless it says *under the same terms* or the
like (equivalent obligations, a data processing agreement, standard contractual clauses), or another clause binds
those outsiders: one that the party must ensure, a duty to bind them or to have a contract with them, a rule for them,
a ban on sharing except on such terms. It is a warning, not an error, where the clause names some other condition,
such as approval, and where it only speaks of engaging subprocessors.

## Why it matters

What the first agreement forbids to the one who signed it, the next one down the line may do: nobody promised anything
there.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Scoring" between Acme and Globex.
1: Acme will share transaction history with Globex for fraud detection.
2: Globex must not use transaction history for advertising.
3: Globex may share transaction history with affiliates.  # error: "lets Globex share transaction history"
```

Bad:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
2: Initech may engage subprocessors with prior approval.  # warning: "lets Initech engage subprocessors"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Scoring" between Acme and Globex.
1: Acme will share transaction history with Globex for fraud detection.
2: Globex may share transaction history with affiliates under the same terms.
3: Globex may disclose transaction history to courts.
4: Globex may disclose transaction history to vendors if required by law.
```

Good:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
2: Initech may engage subprocessors with prior approval.
3: Initech must ensure that subprocessors may use health data only for hosting.
```

The first giver of the data is free to give them to others too, and what tells of nobody may go anywhere.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Scoring" between Acme and Globex, is proposed.
1: Acme will share transaction history with Globex for fraud detection.
2: Acme may share transaction history with a credit bureau.
3: Globex may disclose aggregate statistics to anyone.
4: Globex may disclose transaction history to partners.  # error: "would let Globex disclose"
```

## Known limits

Consent of the people concerned binds no recipient, so such a clause is a warning. A clause that names no recipients
is taken to mean outsiders only where its verb does, like *redistribute*. What the next agreement says is left to
`weaker-downstream`.

## References

45 CFR 164.514(e)(4)(ii)(C)(4) wants agents bound to the same restrictions; Common Paper Data Processing Agreement
2.6(c) and 37signals Data Processing Addendum 5.1 show how it is said.
"""

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
from policyc.analysis.words import listed
from policyc.findings import Finding, Severity
from policyc.model.document import Dimension, Document, Modality
from policyc.model.names import Kind
from policyc.norms.concepts import ANY, Closure
from policyc.norms.condition import ALWAYS
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.silences import held, holders
from policyc.rules.wording import clauses, proposed, sentence

SEVERITY = Severity.ERROR

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
OUTWARD = ("publish", "distribute", "sell", "forward", "re-disclose")
"""Acts that always bring data to outsiders, whether these are named or not."""

QUOTED_TERMS = re.compile(r"\bsame\b|no less|at least as|equivalent|\bbound\b|obligations", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that lets data go on without their terms."""
    for document in facts.agreements:
        seen: set[int] = set()
        together = facts.together(document) or [document]
        norms = [norm for each in together for norm in facts.norms_of(each)]
        flows = [flow for each in together for flow in facts.flows_of(each)]
        found = holdings(document, norms, flows, facts.closure(document))
        bound = Bound(document, facts)
        for norm in facts.norms_of(document):
            givers = [each for each in found if id(norm.clause) not in seen and passes_on(norm, each, facts)]
            if givers and not bound.by(norm):
                seen.add(id(norm.clause))
                yield finding(norm, givers, facts)


def passes_on(norm: Norm, holding: Holding, facts: Facts) -> bool:
    """Whether a norm lets a holder give what it got from another party to outsiders."""
    closure = facts.closure(norm.document)
    by_holder = norm.grants and norm.region.masks[Side.BEARER] & closure.universe.bit(holding.holder)
    from_another = any(source.kind is Kind.PARTY for source in holding.sources)
    if not by_holder or not from_another or not takers(norm, facts) or compelled(norm, closure):
        return False
    if acts(norm, "engage", closure):
        helpers = covered(("subprocessor", "subcontractor"), Kind.PARTY, closure)
        return bool(norm.region.masks[Side.COUNTERPARTY] & helpers) and says_taker(norm)
    data = norm.region.masks[Side.OBJECT]
    same_data = any(data & other.region.masks[Side.OBJECT] for other in holding.norms)
    return shares(norm, facts) and is_personal(norm, closure) and same_data and not is_public(norm, facts)


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
    """The outsiders whom a norm lets have data, those left out whom the law lets ask for them."""
    closure = facts.closure(norm.document)
    outside = outsiders(norm.region.masks[Side.COUNTERPARTY], norm.document, closure)
    return outside & ~covered(AUTHORITIES, Kind.PARTY, closure)


def binding(document: Document, facts: Facts) -> int:
    """The states in which somebody is bound to terms as strict."""
    closure = facts.closure(document)
    return covered(BINDING_STATES, Kind.CONDITION, closure) | covered(BINDING_THINGS, Kind.THING, closure)


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


def finding(norm: Norm, givers: list[Holding], facts: Facts) -> Finding:
    """The finding of one clause."""
    is_engaging = acts(norm, "engage", facts.closure(norm.document))
    flat = norm.region.condition == ALWAYS and norm.manner == ALWAYS and not norm.quoted and not is_engaging
    limits = [
        limit.names for limit in norm.provision.limits if limit.dimension is Dimension.COUNTERPARTY and limit.names
    ]
    whom = listed([term.text for each in limits for term in each.terms], "or") or "others"
    who, verb = holders(givers), listed(action.text.lower() for action in norm.actions)
    what = names(norm.objects) if norm.objects else ""
    act = (
        f"{verb} {whom}" if is_engaging else f"{verb} {what or 'data'} {'to' if verb == 'disclose' else 'with'} {whom}"
    )
    lets = "would let" if proposed(norm.document) else "lets"
    data = held(givers) if is_engaging or not what else what
    return Finding(
        "no-flowdown",
        SEVERITY if flat else SEVERITY.at_most(Severity.WARNING),
        f"{sentence(clauses([norm], norm.document))} {lets} {who} {act} without the same terms, "
        f"so that what binds {who} does not bind them.",
        quote(norm, "this lets data go on"),
        f"Add `under the same terms` to the clause, or a clause such as: {who} must ensure that {whom} may use {data} "
        "only for the services.",
        tuple(
            quote(other, f"by this clause {each.holder} has the data") for each in givers for other in each.norms[:1]
        ),
        f"{who} gives {data} to {whom}, and no term says what they may do with it.",
    )
