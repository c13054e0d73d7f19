"""A party gets several kinds of data about the same people, and nothing says whether it may combine them.

## What it does

An agreement gives a party two or more kinds of personal data about the same people (or about people that are not
named), by one clause or by several, and no clause permits, requires or forbids to combine, link or match data. A note
on the agreement.

A clause that permits what another forbids (a permission to combine beside a ban on it) is found by `contradiction`,
as an error.

## Why it matters

Two harmless lists can make one telling profile. Whoever wants that, or wants to rule it out, has to say so, because
silence is read by each side in its own way.

## Example

Bad:

```policy
Acme is a retailer.
Globex is an analytics provider.
agreement "Insights" between Acme and Globex.  # note: "whether Globex may combine"
1: Acme will share purchase history and location data with Globex for statistics.
```

Bad:

```policy
Acme is a retailer.
Globex is an analytics provider.
Shoppers are consumers.
Visits are location data about shoppers.
Receipts are financial data about shoppers.
agreement "Insights" between Acme and Globex, is proposed.  # note: "would say whether"
1: Acme will share visits with Globex for statistics.
2: Acme may share receipts with Globex for statistics.
```

Good:

```policy
Acme is a retailer.
Globex is an analytics provider.
agreement "Insights" between Acme and Globex.
1: Acme will share purchase history and location data with Globex for statistics.
2: Globex must not combine purchase history with anything.
Anything is data.
```

Good:

```policy
Acme is a retailer.
Globex is an analytics provider.
Club records include names, shopping cart data and loyalty data.
agreement "Insights" between Acme and Globex.
1: Acme will share club records with Globex for statistics.
2: Acme may share loyalty data with Globex for customer support.
```

What stands in one record is one kind: the parts that a definition includes are together from the start. Kinds of data
about different people can't be combined into one profile.

Boundary:

```policy
Acme is a retailer.
Globex is an analytics provider.
Shoppers are consumers.
Drivers are employees.
Receipts are financial data about shoppers.
Routes are location data about drivers.
agreement "Insights" between Acme and Globex.
1: Acme will share receipts and routes with Globex for statistics.
```

## Known limits

What the party holds from elsewhere is not known to policyc; the note is about what this agreement gives.

## References

Cal. Civ. Code 1798.140(ag)(1)(D): a service provider's contract prohibits combining.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.purposes import is_personal, needs_no_purpose
from policyc.analysis.silence import acts
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.lexicon import Relation
from policyc.model.names import Concept
from policyc.norms.concepts import Closure
from policyc.rules.evidence import names, quote_header
from policyc.rules.wording import proposed, quoted_each, sentence

SEVERITY = Severity.NOTE


def check(facts: Facts) -> Iterator[Finding]:
    """Every agreement that hands over several kinds of data about the same people and does not speak of combining."""
    for document in facts.agreements:
        flows, closure = several(document, facts), facts.closure(document)
        reading = facts.reading(document) if flows else None
        if reading and not any(acts(norm, "combine", closure) for norm in reading.heard):
            yield finding(document, flows, facts)


def several(document: Document, facts: Facts) -> dict[Concept, list[Flow]]:
    """The parties that get several kinds of data about the same people, each with the flows that bring them."""
    closure = facts.closure(document)
    kinds: dict[tuple[Concept, tuple[Concept, ...]], dict[Concept, Flow]] = {}
    for flow in facts.flows_of(document):
        for taker in flow.takers if flow.takers_mask > 0 and not needs_no_purpose(flow, facts) else ():
            for data in flow.data:
                if is_personal(data, closure):
                    people = tuple(closure.nearest(data, Relation.ABOUT))
                    kinds.setdefault((taker, people), {}).setdefault(data, flow)
    found: dict[Concept, list[Flow]] = {}
    for (taker, _), flows in kinds.items():
        widest = {data: flow for data, flow in flows.items() if not is_part_of_another(data, flows, closure)}
        if len(widest) > 1:
            found.setdefault(taker, []).extend(widest.values())
    return found


def is_part_of_another(data: Concept, others: Iterable[Concept], closure: Closure) -> bool:
    """Whether data belong to another kind among some."""
    bit = closure.universe.bit(data)
    return any(closure.covers(other) & bit for other in others if other != data)


def finding(document: Document, flows: dict[Concept, list[Flow]], facts: Facts) -> Finding:
    """One agreement that is silent on combining."""
    bringing = [flow for each in flows.values() for flow in each]
    data = names(dict.fromkeys(kind for flow in bringing for kind in flow.data))
    taker = names(flows)
    say = "would say" if proposed(document) else "says"
    return Finding(
        "combination",
        SEVERITY,
        f"Nothing in the agreement {say} whether {taker} may combine {data} with each other or with what else it "
        "holds.",
        quote_header(document, "silent on combining"),
        f"Say it either way, for example: `{sentence(taker)} must not combine {data}.`",
        quoted_each((flow.norm for flow in bringing), "this brings data together"),
    )
