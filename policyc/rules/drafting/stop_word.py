"""A word that turns a sentence around stands inside what would be a name.

## What it does

Words such as *upon*, *when*, *who*, *that*, *solely*, *other than*, *nobody*, *notwithstanding* and *including* never
belong to a name. Where one stands, the sentence is not read, and the finding proposes a rewrite: `after` for *upon*,
`only` for *solely*, `except` for *other than*, `despite` for *notwithstanding*.

## Why it matters

Without this guard `for any purpose other than research` would be one long name of a purpose, and the sentence would
say the contrary of what it means, in silence.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names upon request.  # error: "upon"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use names for purposes other than research.  # error: "other than"
2: Globex may use names solely for research.  # error: "solely"
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
1: Globex may use names only for research.
2: Globex must not share data except names with anyone.
```

Inside quotation marks every word may stand.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
Solely owned shops means "shops that nobody else owns", places.  # error: "solely"
Shop visits means "visits upon invitation", data.
```

## Known limits

A stop word that is part of a contract's own term has to go into `means "…"`.

## References

None needed: the rules of the policy language.
"""

from __future__ import annotations

from policyc.findings import Severity

SEVERITY = Severity.ERROR
