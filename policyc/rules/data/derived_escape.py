"""What is banned for some data is permitted for what is made of them.

## What it does

A definition says that data are `derived from` personal data and `free of those terms`. In one agreement a clause
forbids a party something with the source, and another lets it do the same with what is derived. A note: it is
said openly, and may be meant. Where it is not said whether the terms hold, `derived-terms-unsaid` asks.

Aggregate statistics, anonymous and made-up data are left out, and so are results and models of which nothing says that
they tell of people: to set these free is what such terms are for.

## Why it matters

A profile made of a person's purchases can do what the purchases could. Who reads only the ban is sure of a protection
that the other clause takes away.

## Example

Bad:

```policy
Acme is a bank.
Globex is a platform.
Card payments are transaction history.
Spending profiles are inferred data, derived from card payments, free of those terms.
agreement "Insights" between Acme and Globex.
1: Globex must not use card payments for advertising.
2: Globex may use spending profiles for advertising.  # note: "clause 1 forbids"
```

Bad:

```policy
Acme is a hospital.
Globex is an analytics provider.
Risk marks are data about patients, derived from medical records, free of those terms.
agreement "Marks" between Acme and Globex, is proposed.
1: Globex must not share medical records with anyone.
2: Globex may share risk marks with insurers.  # note: "would let Globex"
```

Good:

```policy
Acme is a bank.
Globex is a platform.
Card payments are transaction history.
Spending profiles are inferred data, derived from card payments, bound by the same terms.
Turnover is aggregate statistics, derived from card payments, free of those terms.
agreement "Insights" between Acme and Globex.
1: Globex must not share card payments with anyone.
2: Globex may share turnover with third parties.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
Card payments are transaction history.
Spending profiles are inferred data, derived from card payments, free of those terms.
agreement "Insights" between Acme and Globex.
1: Globex must not use card payments for advertising.
2: Globex may use spending profiles for fraud prevention.
3: Acme may use spending profiles for advertising.
```

Boundary:

```policy
Acme is a bank.
Globex is a platform.
Card payments are transaction history.
Spending profiles are inferred data, derived from card payments, free of those terms.
agreement "Insights" between Acme and Globex.
1: Globex must not use card payments for ad targeting.
2: Globex may use spending profiles for personalised advertising.  # note: "spending profiles"
3: Globex must not use spending profiles for ad targeting in the United States.
```

## Known limits

Only data that a definition says are derived count; what can merely be worked out is told by `reveals`.

## References

None needed: it is a question to those who signed.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, tells_of_people
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.lexicon import Entry, Relation, Terms
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import defined_for, names, quote, quote_origin
from policyc.rules.granting import persons_in
from policyc.rules.wording import acts, clauses, quoted_each, sentence, verb

SEVERITY = Severity.NOTE

UNLINKED = ("aggregate statistics", "anonymous data", "synthetic data")


def check(facts: Facts) -> Iterator[Finding]:
    """Every agreement that permits with derived data what it forbids with their source."""
    for document in facts.agreements:
        for entry in defined_for(document, facts):
            if entry.terms is Terms.FREE and entry.linked(Relation.DERIVED_FROM):
                yield from escapes(entry, document, facts)


def escapes(entry: Entry, document: Document, facts: Facts) -> Iterator[Finding]:
    """The findings of one kind of derived data in one agreement: one for each clause that permits."""
    closure = facts.closure(document)
    bit = closure.universe.bit(entry.concept)
    if not facts.mentions(document).objects & bit or not is_about_people(entry.concept, closure):
        return
    sources = [each for each in entry.linked(Relation.DERIVED_FROM) if is_about_people(each, closure)]
    own, told = facts.norms_of(document), set[int]()
    for grant in own:
        if grant.grants and entry.concept in grant.objects and id(grant.clause) not in told:
            bans = [ban for ban in own for source in sources if forbids(ban, grant, source, bit, closure)]
            if bans:
                told.add(id(grant.clause))
                yield finding(grant, bans, entry, facts)


def is_about_people(data: Concept, closure: Closure) -> bool:
    """Whether data tell of people, and are not figures or the like that tell of nobody."""
    personal = covered(("personal data",), Kind.DATA, closure)
    return tells_of_people(data, personal, covered(UNLINKED, Kind.DATA, closure), closure)


def forbids(ban: Norm, grant: Norm, source: Concept, derived: int, closure: Closure) -> bool:
    """Whether a ban forbids with the source of derived data, and not with these, what a grant permits."""
    data = ban.region.masks[Side.OBJECT]
    if not ban.bans or ban.by_only is not None or data & derived or not data & closure.universe.bit(source):
        return False
    return ban.region.meets(grant.region.with_side(Side.OBJECT, closure.universe.bit(source)))


def finding(grant: Norm, bans: list[Norm], entry: Entry, facts: Facts) -> Finding:
    """One clause that permits with derived data what another forbids with their source."""
    document, what = grant.document, names([entry.concept])
    sources = names(entry.linked(Relation.DERIVED_FROM))
    who = persons_in(grant.region.masks[Side.BEARER], facts)
    return Finding(
        "derived-escape",
        SEVERITY,
        f"{sentence(clauses([grant], document))} {verb([grant], 'lets', 'let')} {who} {acts([grant])} {what}, although "
        f"{clauses(bans, document)} {verb(bans, 'forbids', 'forbid')} the same of {sources}, of which they are made.",
        quote(grant, "permitted with what is derived"),
        f"If the ban is meant to hold, define {what} as `bound by the same terms`; if not, say in "
        f"{clauses(bans, document)} that {what} are not meant.",
        (*quoted_each(bans, "forbidden with the source"), quote_origin(entry.origin, "free of its terms")),
    )
