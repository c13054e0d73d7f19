"""Personal data is handed over, and nothing says what for.

## What it does

A clause lets or makes a party share personal data, has no `for`, and no clause of the agreement (or of what it
incorporates) lets the recipient use such data for a stated purpose, or lets the giver share them for certain purposes
only. One finding a clause, an error also in a proposed agreement; a warning where the agreement leans on a document
that is not at hand, which may state it, and for leave to share with somebody who is no party: what these get the data
for may be settled with them elsewhere.

Nobody asks what a flow is for when data go to the people whom they are about, go back to where they came from, go to
somebody who works for the giver (a subprocessor, staff, an auditor), or are demanded by a law or a court. Where the
data serve a purpose that is banned to the recipient, `useful-for-banned` says so instead. Where the recipient's
purposes are stated but don't need the data, `unneeded-data` does.

## Why it matters

A purpose is what everything else is measured by: which data are needed, how long they are kept, what is a misuse.
Where no purpose is stated the recipient may say afterwards that any use was meant.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Data exchange" between Acme and Globex.
1: Acme will share contact data with Globex.  # error: "nothing says what for"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Pilot" between Acme and Globex, is proposed.
2: Acme may disclose health data to Globex.  # error: "would let Acme share health data"
3: Globex may use contact data for customer support.
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Data exchange" between Acme and Globex.
1: Globex may receive purchase history and browsing history from Acme.  # error: "browsing history"
2: Globex may use purchase history for refund handling.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Support" between Acme and Globex.
1: Acme will share contact data with Globex for customer support.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Support" between Acme and Globex.
1: Acme will share contact data with Globex.
2: Globex may use contact data only for customer support.
3: Globex must provide contact data to data subjects.
4: Globex may share contact data with Acme.
5: Globex may share contact data with law enforcement.
6: Globex may share contact data with anyone if required by law.
7: Globex may share contact data with subprocessors under the same terms.
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Support" between Acme and Globex.
1: Acme will share contact data with Globex for customer support.
2: Globex may share contact data with universities if Acme approves.  # warning: "nothing says what for"
Acme approves is a condition.
```

What is not personal data may flow for whatever the parties like; a processor that gives its controller the
controller's data needs no reason.

Boundary:

```policy
Acme is a controller.
Globex is a processor.
Turbine readings are data.
agreement "Machines" between Acme and Globex.
1: Acme will share turbine readings with Globex.
2: Globex must provide personal data to Acme.
```

## Known limits

Data that are not declared to be personal data, or to include any, are taken not to be. A purpose that says nothing
(`for business purposes`) counts as stated here; `vague-purpose` tells of it.

## References

12 CFR 1016.11(a)(1): information received under an exception may be used to carry out the activity for which it was
received, which presupposes that this is known. Cal. Civ. Code 1798.140(ag)(1)(B): the contract specifies the business
purposes.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.headline import headlines
from policyc.analysis.purposes import needs_no_purpose, unstated
from policyc.findings import Finding, Severity
from policyc.model.document import Modality
from policyc.rules.evidence import names, quote
from policyc.rules.passing import signs_own_terms
from policyc.rules.steps import flow_step
from policyc.rules.wording import capped, clauses, does, sentence, verb

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """Every clause by which personal data flow for no stated purpose."""
    told = {
        id(each.flow.norm.clause)
        for headline in headlines(facts)
        if headline.severity is Severity.ERROR
        for each in headline.mismatches
    }
    by_clause: dict[int, list[Flow]] = {}
    for flow in facts.flows:
        clause = id(flow.norm.clause)
        if clause in told or facts.is_cut(flow.norm.document):
            continue
        if not needs_no_purpose(flow, facts) and unstated(flow, facts):
            by_clause.setdefault(clause, []).append(flow)
    yield from (finding(flows, facts) for flows in by_clause.values())


def finding(flows: list[Flow], facts: Facts) -> Finding:
    """One clause whose flows state no purpose."""
    norm, own = flows[0].norm, flows[0].norm.document
    data = names(dict.fromkeys(kind for flow in flows for kind in unstated(flow, facts)))
    giver = names(dict.fromkeys(giver for flow in flows for giver in flow.givers)) or "anyone"
    taker = names(dict.fromkeys(taker for flow in flows for taker in flow.takers)) or "anyone"
    sure = facts.heard(own) is not None and not leaves_agreement(flows)
    severity = capped(SEVERITY if sure else Severity.WARNING, [norm])
    severity = severity.at_most(Severity.NOTE) if leaves_agreement(flows) and signs_own_terms(norm, facts) else severity
    lets = ("makes", "make") if norm.modality is Modality.DUTY else ("lets", "let")
    message = (
        f"{sentence(clauses([norm], own))} {verb([norm], *lets)} {giver} share {data} with {taker}, and nothing says "
        "what for: "
        "no use could be called a misuse."
    )
    blamed = quote(norm, "the flow states no purpose")
    return Finding(
        "flow-without-purpose",
        severity,
        message,
        blamed,
        f"End {clauses([norm], own)} with its purpose, such as `for customer support`, or add a clause such as "
        f"`{sentence(taker)} may use {data} only for customer support.`",
        witness=f"{sentence(giver)} {does(flows[0].givers, 'share')} {data} with {taker}, for whatever comes to mind.",
        steps=(flow_step(flows[0], unstated(flows[0], facts), blamed),),
    )


def leaves_agreement(flows: list[Flow]) -> bool:
    """Whether data may go, and only to such as are no party: what these get them for is settled with them elsewhere."""
    parties = flows[0].norm.document.parties
    return flows[0].norm.modality is Modality.PERMISSION and not any(
        taker in parties for flow in flows for taker in flow.takers
    )
