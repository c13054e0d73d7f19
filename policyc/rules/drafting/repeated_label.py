"""Two clauses bear one number, and others stand between them.

## What it does

Sentences that follow one another under one number are one clause. A number that comes again after another one is
reported, since a reference to it may mean either clause.

## Why it matters

`Despite 4` and `Clause 4 prevails` reach both clauses. One of them was not meant.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for research.
2: Globex must delete names after termination.
1: Globex may use location data for research.  # error: "1"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
4(a): Globex may use names for research.
5: Globex must delete names after termination.
4.a: Globex may use location data for research.  # error: "4"
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for research.
2: Globex may use location data for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for research. Globex may use location data for research.
2: Globex must delete names after termination.
```

The same number again right after the clause goes on with it; each document counts for itself.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for research.
1: Globex may use location data for research.
agreement "Other" between Acme and Globex.
1: Globex may use names for research.
```

## Known limits

Whether numbers follow in order is not looked at.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
