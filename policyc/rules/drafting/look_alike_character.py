"""A letter of another script imitates a letter of the word in which it stands.

## What it does

A word that mixes scripts, such as a Cyrillic *\u0430* among Latin letters, is an error, with the code point and the
letter that it imitates. A whole word of another script whose letters all look Latin is a warning where nothing else
on its line is in that script. Other words wholly in one script, whichever it is, are left alone.

## Why it matters

Two names that print alike are two names. A ban on *names* does not speak of *n\u0430mes*.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use n\u0430mes for research.  # error: "U+0430"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Sc\u043ere cards are data.  # error: "U+043E"
1: Globex may use names for research.
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
Café Zürich is a company.
Globex is a company.
agreement "Deal" between Café Zürich and Globex.
1: Globex may use names for research.
```

A name in another script imitates nothing.

Boundary:

```policy
Яндекс is a company.
Globex is a company.
agreement "Deal" between Яндекс and Globex.
1: Globex may use names for research.
```

## Known limits

Letters of one script that look alike (`l` and `I`) are left to `look-alike-name`.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
