"""Definitions go round in a circle.

## What it does

A name is a kind of another, which is, step by step, a kind of the first. One finding a circle, which names all of it;
the link that closes it is left out of the checks.

## Why it matters

In a circle each name covers all the others, so a ban on one would be a ban on everything in it, which nobody meant.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Trip data is route data.  # error: "in a circle"
Route data is trip data, includes postcodes.
1: Globex may use names for research.
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Trip data is data, includes route data.  # error: "in a circle"
Route data includes stop data.
Stop data includes trip data.
1: Globex may use names for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Trip data is location data.
Route data is trip data.
1: Globex may use route data for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Trip data includes route data and stop data.
Route data is location data.
Stop data is location data.
1: Globex may use route data for research.
```

Several kinds above one name are no circle, nor is a party or document that the contract calls as the vocabulary calls
its kind.

Boundary:

```policy
Acme is a company.
The Developer means "Globex, Inc.", a developer.
Code of conduct is a code of conduct.
agreement "Deal" between Acme and the Developer.
Trip data is location data and financial data.
1: The Developer may use trip data for research.
2: Acme must follow the code of conduct.
```

## Known limits

Circles of `reveals` and `derived from` mean something and are no finding.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
