"""One name is defined twice, or stands for two things.

## What it does

Two definition sentences for one name in one scope, another name (`also called`) that already stands for something
else there, and two documents of one title. The same name in a nearer scope (a document within its file) adds to the
wider one and is no finding.

## Why it matters

A reader takes the definition that is found first. Whoever wrote the second relied on it.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Loyalty points are data.
Loyalty points are location data.  # error: "defined twice"
1: Globex may use loyalty points for research.
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for research.
agreement "Deal" between Acme and Globex.  # error: "Two documents"
1: Acme may use names for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Loyalty points are location data and financial data.
1: Globex may use loyalty points for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Location data includes names.
1: Globex may use names for research.
```

An agreement may add to what its file says of a name.

Boundary:

```policy
Acme is a company.
Globex is a company.
Loyalty points are data.
agreement "Deal" between Acme and Globex.
Loyalty points are location data.
1: Globex may use loyalty points for research.
```

## Known limits

Two definitions that say the same are reported as well.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
