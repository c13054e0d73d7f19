"""A clause uses a name that nothing declares.

## What it does

Every name of a clause, a definition or a scenario has to be declared: in the document, in its file, in a vocabulary
that it is `using`, or in the vocabulary that policyc ships. One finding for each unknown name and document, with the
nearest known name.

## Why it matters

Nothing can be checked about a thing that is only a word: not what it is, not what is below it, not whether it is a
misspelling of something else.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use loyalty points for research.  # error: "loyalty points"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Loyalty points are reward data.  # error: "reward data"
1: Globex may use names for shop planning.  # error: "shop planning"
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Loyalty points are personal data.
1: Globex may use loyalty points for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use location data for research.
2: Globex may use the Location-Data for analytics.
```

A second use of the same unknown name is no second finding.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use quiz answers for research.  # error: "quiz answers"
2: Globex must not use quiz answers for advertising.
```

## Known limits

That a name is declared does not mean that its definition says enough; `vague-purpose` looks at that for purposes.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
