"""A sentence does not follow the grammar of the policy language, so it was not read.

## What it does

Each sentence is read on its own, so one that breaks the grammar leaves the others alive. The finding names the word
at which the reading stopped, what was read up to there, and what could follow. Sentences that follow the grammar and
still can't be carried out are told here too: a clause outside any document, `except` with no list before it, a
scenario in which nobody does anything.

## Why it matters

What is not read is not checked. The run counts as incomplete, since a ban may be hidden in the sentence.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for for research.  # error: "for"
2: Globex may use names for research.
```

Bad:

```policy
Acme is a company.
1: Acme may use names for research.  # error: "belongs to no document"
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex must not share any data except names with anyone.
```

A line break means nothing, and a comma before a phrase is a pause.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names,
   for research,
   with consent.
```

## Known limits

Where a full stop is missing, the next sentence is drawn in, and the two are told as one.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
