"""A suppression suppresses nothing, since no such finding quotes its clause.

## What it does

Names the rules in the brackets of a suppression that find nothing at its sentence. It is a note, and it is told only
where everything was read and weighed: with `--as-of`, or where a sentence or a file could not be read, the finding may
be missing for that reason.

## Why it matters

A suppression that has outlived its finding waits for the next one, and will silence it before anybody has seen it.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for research.  # policyc: ignore[undeclared-name]: a name to come  # note: "nothing to suppress"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex must not use names for advertising.
2: Globex may use names for research.
# policyc: ignore[contradiction, repeated-label]: the parties know  # note: "`repeated-label`"
3: Globex may use names for advertising.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
# policyc: ignore[undeclared-name]: Initech is declared elsewhere
1: Globex may share names with Initech for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex must not use names for advertising.
2: Globex may use names for advertising.  # policyc: ignore[contradiction]: the parties know
```

A finding that blames another clause and quotes this one is suppressed here as well.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex must not use names for advertising.  # policyc: ignore[contradiction]: the parties know
2: Globex may use names for advertising.
# policyc: ignore[contradiction]: nothing is wrong with this one  # note: "`contradiction`"
3: Globex may use names for research.
```

## Known limits

Where the other side of a finding stands in a file that was not given, the suppression looks unused: check both
together. A suppression that has ended is told as `expired-suppression` only.

## References

None needed: the workings of policyc.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.NOTE
