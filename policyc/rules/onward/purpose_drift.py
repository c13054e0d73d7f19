"""Data that a party got for one purpose go on, by another agreement, for advertising, profiling or the like.

## What it does

Takes each clause by which a party gets personal data for a stated purpose, and looks at the other agreements by which
that party may give them on. It reports one that lets them go for marketing, profiling, decisions on what people get,
or the training of models, where the first agreement names none of these, the one who gave the data is no party to the
second, and the second asks for nobody's consent or approval. Only names of data that the agreements declare themselves
are followed, since what is called *contact data* in two agreements may be of different people. A ban that stands in
the way is told by `weaker-downstream`.

## Why it matters

The first giver, and the people, were told one purpose. Nobody has to break a ban for the data to end up in quite
another trade: it is enough that each agreement looks at itself.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform. Initech is an advertiser.
Card payments are transaction history about customers. Customers are people.
agreement "Support" between Acme and Globex.
1: Acme may share card payments with Globex for customer support.  # warning: "on to Initech for ad targeting"
agreement "Audiences" between Globex and Initech.
1: Globex may share card payments with Initech for ad targeting.
```

Bad:

```policy
Acme is a hospital. Globex is a service provider. Initech is an AI developer.
Scans are health data about patients. Patients are people.
agreement "Hosting" between Acme and Globex.
1: Acme will share scans with Globex for hosting.  # warning: "AI training"
2: Globex may use scans only for hosting.
agreement "Models" between Globex and Initech, is proposed.
1: Globex may share scans with Initech for AI training.
```

Good:

```policy
Acme is a bank. Globex is a platform. Initech is an analytics provider.
Card payments are transaction history about customers. Customers are people.
agreement "Support" between Acme and Globex.
1: Acme may share card payments with Globex for customer support.
agreement "Help desk" between Globex and Initech.
1: Globex may share card payments with Initech for business intelligence.
2: Globex may share card payments with Initech for ad targeting with opt-in consent.
```

Good:

```policy
Acme is a bank. Globex is a platform. Initech is an advertiser.
Card payments are transaction history about customers. Customers are people.
agreement "Support" between Acme and Globex.
1: Acme may share card payments with Globex for customer support.
2: Globex may use card payments for marketing.
agreement "Audiences" between Globex and Initech.
1: Globex may share card payments with Initech for ad targeting.
```

Names that policyc ships may mean other people's data, and who is a party to the second agreement knows of it.

Boundary:

```policy
Acme is a bank. Globex is a platform. Initech is an advertiser.
Card payments are transaction history about customers. Customers are people.
Loan files are financial data about customers.
agreement "Support" between Acme and Globex.
1: Acme may share contact data with Globex for customer support.
2: Acme may share card payments with Globex for customer support.
3: Acme may share loan files with Globex for customer support.  # warning: "loan files"
agreement "Audiences" between Globex and Initech.
1: Globex may share contact data with Initech for ad targeting.
2: Globex may share loan files with Initech for ad targeting.
agreement "Together" between Acme, Globex and Initech.
1: Globex may share card payments with Initech for ad targeting.
```

## Known limits

Each two hands are looked at, not whole chains. That a party may have the same data from elsewhere too is not known.

## References

12 CFR 1016.11(a): who receives information to carry out an activity may pass it on to carry out that activity, and not
to a third party for marketing purposes.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.encounters import comparable
from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.holding import covered, hinges_on, is_personal
from policyc.analysis.silence import overlaps
from policyc.analysis.words import concept_words
from policyc.findings import Finding, Severity
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import union
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.steps import flow_step
from policyc.rules.wording import clauses, persons, proposed, quoted_each, sentence

SEVERITY = Severity.WARNING

ANOTHER_TRADE = ("marketing", "profiling", "eligibility decisions", "ai training", "individual determinations")
ASKED = ("consent", "approval", "same term", "same terms accepted", "legal obligation", "legal process exists")
CHANGED = ("de-identified", "publicly available", "already known")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that gives data which then go on for another trade."""
    selling = [flow for flow in facts.flows if is_another_trade(flow, facts)]
    if not selling:
        return
    for document in facts.agreements:
        for flow in facts.flows_of(document):
            later = [each for each in selling if drifts(flow, each, facts)]
            if later:
                yield finding(flow, later, facts)


def is_another_trade(flow: Flow, facts: Facts) -> bool:
    """Whether a flow gives data, which the files declare, for advertising or the like, and asks for nobody's leave."""
    norm, closure = flow.norm, facts.closure(flow.norm.document)
    trade = covered(ANOTHER_TRADE, Kind.PURPOSE, closure)
    if not flow.purposes or not all(closure.universe.bit(purpose) & trade for purpose in flow.purposes):
        return False
    if len(flow.givers) != 1 or norm.quoted or not own_data(flow, facts) or not is_personal(norm, closure):
        return False
    return not hinges_on(norm, covered((*ASKED, *CHANGED), Kind.CONDITION, closure))


def own_data(flow: Flow, facts: Facts) -> list[Concept]:
    """The data of a flow that policyc does not ship."""
    return [data for data in flow.data if data not in facts.shipped.entries]


def drifts(flow: Flow, later: Flow, facts: Facts) -> bool:
    """Whether who gets data by a flow gives them on, by another agreement, for what the flow does not mean."""
    if not flow.purposes or not any(data in flow.data for data in own_data(later, facts)):
        return False
    if not go_together(flow, later, facts) or facts.universe.bit(later.givers[0]) & ~flow.takers_mask:
        return False
    first, second = flow.norm.document, later.norm.document
    if {*flow.givers} & {*second.parties, *later.takers} or not later.norm.region.masks[Side.SOURCE] & flow.givers_mask:
        return False
    heard = facts.heard(first)
    return heard is not None and not is_allowed(flow, later, heard, facts) and not is_barred(flow, later, heard)


def go_together(flow: Flow, later: Flow, facts: Facts) -> bool:
    """Whether two flows of different agreements are weighed together, and one party between them is the same person."""
    first, second = flow.norm.document, later.norm.document
    if first is second or not comparable(first, second) or facts.order.joined.one(first, second):
        return False
    middle = facts.universe.bit(later.givers[0])
    known = all(facts.encounters.identified(middle, document) for document in (first, second))
    one, other = flow.norm.region, later.norm.region
    return known and one.start < other.end and other.start < one.end


def is_allowed(flow: Flow, later: Flow, heard: list[Norm], facts: Facts) -> bool:
    """Whether the one in between is let have, use or pass on such data for the later purpose, or for any."""
    first = flow.norm.document
    purposes = union(facts.closure(later.norm.document).covers(purpose) for purpose in later.purposes)
    middle, same = facts.universe.bit(later.givers[0]), facts.encounters.identified(flow.givers_mask, first)
    own = [norm for norm in heard if norm.grants and norm.region.masks[Side.BEARER] & middle]
    doing = [norm for norm in own if overlaps(norm, "process", facts.closure(first))]
    given = [each.norm for each in facts.flows if each.takers_mask & middle and each.givers_mask & same]
    return any(
        norm.region.masks[Side.OBJECT] & flow.data_mask
        and (not norm.purpose_stated or norm.region.masks[Side.PURPOSE] & purposes)
        for norm in (*doing, *given, flow.norm)
    )


def is_barred(flow: Flow, later: Flow, heard: list[Norm]) -> bool:
    """Whether a plain ban of the first agreement stands in the way, so that another rule tells of it."""
    binding = later.givers_mask | flow.givers_mask
    sides = (Side.PURPOSE, Side.OBJECT, Side.COUNTERPARTY)
    wanted = later.norm.region.masks
    for norm in heard:
        if norm.bans and norm.by_only is None and norm.region.masks[Side.BEARER] & binding:
            spoken = [side for side in sides if side in norm.stated]
            if spoken and all(norm.region.masks[side] & wanted[side] for side in spoken):
                return True
    return False


def finding(flow: Flow, later: list[Flow], facts: Facts) -> Finding:
    """The finding of one clause, with the first flow by which its data go on."""
    first, own = later[0], flow.norm.document
    middle = concept_words(first.givers[0])
    drifting = [each for each in own_data(first, facts) if each in flow.data]
    data = names(drifting)
    may = "would be able to" if proposed(first.norm.document) or proposed(own) else "may"
    given = quote(flow.norm, "what they are given for")
    onward = quoted_each((each.norm for each in later), "by this they go on")
    return Finding(
        "purpose-drift",
        SEVERITY,
        f"{sentence(clauses([flow.norm], own))} gives {middle} {data} for {names(flow.purposes)}, and {middle} {may} "
        f"give them on to {persons(first.takers, first.takers_mask)} for {names(first.purposes)} by "
        f"{clauses([first.norm], own)}.",
        given,
        f"Limit what {middle} may do: {middle} must not share {data} for {names(first.purposes)}; or let the other "
        "agreement ask for consent.",
        onward,
        f"{middle} gets {data} for {names(flow.purposes)}; {persons(first.takers, first.takers_mask)} ends up with "
        f"them for {names(first.purposes)}.",
        steps=(flow_step(flow, drifting, given), flow_step(first, drifting, onward[0], given)),
    )
