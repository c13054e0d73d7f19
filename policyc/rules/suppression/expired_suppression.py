"""The day until which a finding was to be suppressed is over, so the finding counts again.

## What it does

Compares the day after `until` with the day of the check: that of `--today`, else that of `--as-of`, else the one that
`SOURCE_DATE_EPOCH` tells, else the day of the clock in UTC. The suppression holds on its last day, and no longer. The
output says on which day that was judged.

## Why it matters

An end is a promise to look again. Once it is over, whoever promised has to mend the clause or to judge it anew.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
# policyc: ignore[undeclared-name] until 2019-12-31: will be declared soon  # warning: "ended with 2019-12-31"
1: Globex may share names with Initech for research.
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for research.  # policyc: ignore[vague-purpose] until 2020-02-29: old  # warning: "ended with"
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
# policyc: ignore[undeclared-name]: Initech is declared by another team
1: Globex may share names with Initech for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex, until 2019-12-31.
1: Globex may use names for research until 2019-06-30.
```

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
# policyc: ignore[undeclared-name] until 9999-12-31: a day that never comes
1: Globex may share names with Initech for research.
```

## Known limits

The day is one and the same for all files, wherever their parties are.

## References

None needed: the workings of policyc.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.WARNING
