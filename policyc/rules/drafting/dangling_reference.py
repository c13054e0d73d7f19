"""A sentence names a clause or a document that is not there.

## What it does

A number after `despite`, `subject to`, `clause …`, or in a scenario that no clause of the document bears, and a title
after `using`, `incorporates` and the like that no document among the files bears. An error for a number, and for a
vocabulary without which the agreement can't be read as meant; a note for other documents (`incorporates`, `amends`,
`replaces`, an order between documents): they exist, only not here. What is incorporated or amended, and not at hand, is
counted as not checked.

## Why it matters

Exceptions and orders that point to nothing do nothing. The clause that was to give way goes on to hold.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex must not use names for research.
2: Despite 7, Globex may use names for statistics.  # error: "7"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex, using "House words".  # error: "House words"
1: Globex may use names for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex must not use names for research.
2: Despite 1, Globex may use names for statistics.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Master terms" between Acme and Globex.
1: Globex must delete names after termination.
agreement "Deal" between Acme and Globex, incorporates "Master terms".
1: Globex may use names for research.
```

A number means all that stands below it; a document that is incorporated or was replaced need not be at hand.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex, incorporates "Master terms".  # note: "Master terms"
4(a): Globex must not use names for research.
5: Despite 4, Globex may use names for statistics.
```

## Known limits

Links and annexes named inside quotation marks are not followed.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
