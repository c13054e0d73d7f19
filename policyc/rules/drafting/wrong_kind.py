"""A name stands where its kind does not fit.

## What it does

Each phrase takes names of certain kinds: `for` a purpose, `in` a place, `with` a party or a condition, `after` an
event, `about` people. A declared name of another kind is reported where it stands.

## Why it matters

`in encrypted form` reads well and would say that data are kept at a place called *encrypted form*. The guard makes
the writer say what was meant: `if encrypted`.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names in grades.  # error: "grades"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for location data.  # error: "location data"
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names with consent.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names in the United States for research.
```

A name may stand for things of two kinds; the phrase decides which is meant.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Research is data.
1: Globex may use research for research.
```

## Known limits

What fits by kind can still make no sense.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
