"""A comment speaks to policyc and is not a suppression, so it suppresses nothing.

## What it does

Looks at every comment that begins with `# policyc:`. A suppression names its rules in square brackets, may say until
which day it holds, and gives a reason after a colon: `# policyc: ignore[unneeded-data] until 2027-03-31: the reason`.
It stands in the sentence, after it on its last line, or on a line of its own right above it. Whatever else speaks to
policyc is told.

## Why it matters

A suppression is a decision that somebody answers for. Without a rule it would silence what nobody has looked at,
without a reason nobody can judge it later.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for research.  # policyc: ignore  # warning: "names no rule"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for research.  # policyc: ignore[vague-purpose]  # warning: "which is no `until`"
# policyc: ignore[vague-purpose] until next year: agreed  # warning: "no `until` and a day"
2: Globex may use names for analytics.
# policyc: ignore[vague-purpose]: the line below is blank  # warning: "belongs to no sentence"

3: Globex may use names for statistics.
```

Good:

```policy
Acme is a company.
Globex is a company.
# The words "# policyc: ignore" inside a quotation or in prose are no suppression.
agreement "Deal # policyc: ignore" between Acme and Globex.
1: Globex may use names for research.  # This is not about policyc: ignore it.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may share names with Initech.  # policyc: ignore[undeclared-name]: Initech is declared by another team
```

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
# policyc: ignore[undeclared-name, flow-without-purpose] until 2027-03-31: Initech is declared by another team
# A comment may stand between.
1: Globex may share names
   with Initech.
```

## Known limits

A comment that does not begin with `policyc` is taken for prose, however near it comes.

## References

None needed: the workings of policyc.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.WARNING
