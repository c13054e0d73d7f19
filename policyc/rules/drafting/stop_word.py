"""A word that turns a sentence around stands inside what would be a name.

## What it does

Words such as *whose*, *nobody*, *such as*, *because*, *but* and *hereunder* never belong to a name. Where one stands,
the sentence is not read, and the finding proposes a rewrite, such as a sentence of its own. *Who*, *which* and *that*
begin a description, as in `personnel who need access`; it must be plain where that ends.

## Why it matters

Without this guard `names that nobody may see` would be one long name of some data, and the sentence would say the
contrary of what it means, in silence.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names whose owners agreed.  # error: "whose"
2: Globex may share names with personnel who need them for research.  # error: "who"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names because of research.  # error: "because"
2: Globex may use contact data such as names for research.  # error: "such as"
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex must delete names after termination.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names solely for research.
2: Globex must not share data except names with anyone.
```

Inside quotation marks every word may stand.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Shops nobody owns means "shops of nobody", places.  # error: "nobody"
Shop visits means "visits to shops that Acme owns", data.
```

## Known limits

A stop word that is part of a contract's own term has to go into `means "…"`.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
