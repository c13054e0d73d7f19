"""A suppression names a rule that does not exist, or one that cannot be suppressed.

## What it does

Compares the names in the brackets of a suppression with the rules that there are. The other rules that it names are
suppressed all the same. What this family of rules finds cannot be suppressed.

## Why it matters

A misspelt name suppresses nothing, and the reader of the file believes that the finding was judged.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
# policyc: ignore[undeclared-nam]: Initech is declared by another team  # warning: "no rule"
1: Globex may share names with Initech for research.
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
# policyc: ignore[undeclared-name, unused-suppression]: declared by another team  # warning: "cannot be suppressed"
1: Globex may share names with Initech for research.
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
agreement "Deal" between Acme and Globex.
1: Globex may use names for research.
```

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
# policyc: ignore[Undeclared-Name]: letter case counts for nothing
1: Globex may share names with Initech for research.
```

## Known limits

A rule that another version of policyc has is unknown to this one.

## References

None needed: the workings of policyc.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.WARNING
