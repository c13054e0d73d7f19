"""A clause says nothing: its phrases exclude one another, or do not fit what is done.

## What it does

Reports a clause, or one verb of it, of which nothing is left once all its phrases are taken together: what `except`
takes away is all that was named, or a phrase says with whom something is done that is done with nobody (`use or share
data with a broker`). It is an error where nothing is left of the clause, and a warning where other verbs of it are.

## Why it matters

Such a sentence looks like a promise and is none. What of it is not weighed is listed; where that is all of it, the run
counts as incomplete.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex must not use or share financial data with data brokers.  # warning: "Nothing is left of this clause for `Use`"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex may use location data except location data.  # error: "Nothing is left"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex must not use financial data. Globex must not share financial data with data brokers.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex may use personal data except location data.
```

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex must not process financial data with data brokers.
```

## Known limits

*process* covers acts of both sorts, so that a phrase that says with whom fits.
Conditions that can never hold together are `impossible-condition`, and a clause without a day is `never-in-force`.

## References

None needed: the sentence has no meaning to check.
"""

from policyc.findings import Severity

SEVERITY = Severity.ERROR
