"""The text holds a character that a reader does not see.

## What it does

Zero-width characters, soft hyphens, control characters and marks that change the direction of writing are named by
code point, with the place where they stand.

## Why it matters

A name with an unseen character in it looks like another name and is none. Marks that turn the direction of writing
around can make a whole sentence look like its contrary.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use na\u200bmes for research.  # error: "U+200B"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex must not use names for research.
2: Globex may use health\u2060 data for research.  # error: "U+2060"
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
Müller means "Müller & Söhne", a company.
Globex is a company.
agreement "Vertrag" between Müller and Globex.
1: Globex may use names for research.
```

Letters of every language and curly quotation marks can be seen, and are no finding.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for research, per "“section 4”".
```

## Known limits

Unusual white space that is as wide as a space reads as a space.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
