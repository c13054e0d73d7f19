"""A ban or a release holds *only*, and can be read in two ways.

## What it does

`must not use data only for research` may forbid research alone or everything but research. The same goes for `need
not … only …` and `neither … may … only …`. Such a sentence is not carried, and the finding proposes both sentences
that may be meant.

## Why it matters

The two readings are opposites. Whichever was taken, half of the writers would have promised the contrary in silence.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex must not use names only for research.  # error: "two ways"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Acme may use names for research.
2: Globex shall not share names only with auditors.  # error: "two ways"
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names only for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex must not share names with anyone except auditors.
```

A duty may hold *only*: it says what is to be done, and nothing else of the kind.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex must share names only with auditors.
```

## Known limits

*Only* inside quotation marks is not looked at.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
