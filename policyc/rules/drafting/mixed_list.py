"""One list joins names by both *and* and *or*.

## What it does

`names, addresses and ages or incomes` can be read in two ways, so a list may use *and* or *or*, not both. In
conditions, where the two are logical, brackets tell which is meant.

## Why it matters

*And* before *or* is a rule of algebra and not of English. Courts have decided cases on which of the two readings was
meant.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names and location data or health data for research.  # error: "or"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names if consent and prior notice or legal hold.  # error: "or"
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names, location data and health data for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names if consent and (prior notice or legal hold).
```

Each list is looked at by itself; two lists of one sentence may be joined differently.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names and location data for research or analytics.
```

## Known limits

Names that contain *and* themselves have to go into quotation marks after `also called`.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
