"""It is not said whether the terms of some data bind what is derived from them.

## What it does

Finds data that a definition says are derived from other data, without *bound by the same terms* or *free of those
terms*.

## Why it matters

Profiles, scores and aggregates made from personal data are where promises leak: a ban on the source says nothing of the
derivative unless the agreement does. There is no safe default, so policyc asks.

## Example

Bad:

```policy
Acme is a bank.
Card transactions are financial data.
Spending profiles are data, derived from card transactions.  # warning: "spending profiles"
```

Bad:

```policy
Trips are location data.
Home addresses are data, derived from trips, about customers.  # warning: "terms of trips"
Customers are people.
```

Good:

```policy
Card transactions are financial data.
Spending profiles are data, derived from card transactions, bound by the same terms.
```

Good:

```policy
Trips are location data.
Traffic counts are data, derived from trips, free of those terms.
```

Boundary:

```policy
Trips are location data.
Routes are data, derived from trips, bound by the same terms.
Habits are data, derived from routes.  # warning: "habits"
```

## Known limits

What is derived from derived data says so for itself.
Only definitions in the files that are checked are looked at, and what data *reveal* is not what is derived from them.

## References

None needed: without these words an agreement cannot be read in one way.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity
from policyc.model.lexicon import Entry, Relation, Terms
from policyc.rules.evidence import names, own_entries, quote_origin

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each such definition."""
    return (finding(entry) for entry in own_entries(facts) if is_unsaid(entry))


def is_unsaid(entry: Entry) -> bool:
    """Whether a definition derives data and says nothing of their terms."""
    return bool(entry.linked(Relation.DERIVED_FROM)) and entry.terms is Terms.UNSAID


def finding(entry: Entry) -> Finding:
    """The finding of one definition."""
    derived, sources = names([entry.concept]), names(entry.linked(Relation.DERIVED_FROM))
    return Finding(
        "derived-terms-unsaid",
        SEVERITY,
        f"It is not said whether the terms of {sources} bind {derived}, which are derived from them.",
        quote_origin(entry.origin, "derived here"),
        "Add `bound by the same terms` or `free of those terms` to the definition.",
    )
