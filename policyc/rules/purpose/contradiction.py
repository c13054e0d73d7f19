"""One clause permits or requires what another clause forbids, and nothing says which prevails.

## What it does

A permission or a duty and a ban are compared wherever they can meet: the same party, act, data, people, counterparty,
purpose, place, conditions and days. How they meet decides how grave it is.

| the permission or duty | finding |
|---|---|
| lies wholly inside the ban | error: what one sentence gives the other takes away |
| overlaps the ban in part | warning |
| is broader, and the ban lies inside it | note: the ban is read as an exception and decides |
| and the ban stand in a declared order (`despite`, `subject to`, `prevails over`) | note |

What a law, a court or an office demands may be done whatever a contract forbids in general; a ban that is to stand
against that too says so (`even if required by law`). Exceptions that a ban makes itself (`except …`, `except as this
agreement allows`) leave no finding. Between two agreements, and where a quoted condition is involved, the finding is at
most a warning. Bans that follow from `only` are told by `outside-only`.

## Why it matters

The party that drafted the permission will rely on it, the other on the ban, and each will be right by one clause. A
court then decides by rules that neither had in mind, and until it does, the people whom the data are about can't know
what was promised.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Loyalty data" between Acme and Globex.
1: Globex may use purchase history for ad targeting.  # error: "which clause 2 forbids"
2: Globex must not use purchase history for advertising.
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Support data" between Acme and Globex.
4: Globex may use email addresses for customer support and email marketing.  # error: "clauses 5 and 6"
5: Globex must not use contact data for marketing.
6: Globex must not use email addresses for direct marketing.
```

A flat ban holds with consent too; only `unless consent` lifts it.

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Panel" between Acme and Globex.
1: Globex may use browsing history for market research with consent.  # error: "clause 2 is flat"
2: Globex must not use browsing history.
3: Globex may use location data for market research with consent.
4: Globex must not use location data unless consent.
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Old terms" between Acme and Globex.
2: Globex must not share browsing history with advertisers.
agreement "New terms" between Acme and Globex.
3: Globex may share browsing history with advertisers for ad measurement.  # warning: "cannot both be kept"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Usage data" between Acme and Globex.
1: Globex may share browsing history with the auditor if a breach.  # warning: "in part"
2: Globex must not share browsing history without consent.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Loyalty data" between Acme and Globex.
1: Globex may use purchase history for market research.
2: Globex must not use purchase history for advertising.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Terms with an exception" between Acme and Globex.
1: Globex must not share browsing history with anyone except as this agreement allows.
2: Globex may share browsing history with law enforcement if a court order exists.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Confidentiality" between Acme and Globex.
1: Globex must not disclose confidential information to anyone.
2: Globex may disclose confidential information to courts if required by law.
```

A broad grant with a narrower ban is how licences are drafted, and a declared order decides; both leave a note. So is a
ban on special data or one with a condition, beside leave that has no ground of its own.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Usage data" between Acme and Globex.
1: Globex may use service usage data for profiling in the United States.
2: Globex must not use login history for profiling.  # note: "read as an exception"
```

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Licence" between Acme and Globex.
1: Globex may use browsing history.
2: Globex must not use browsing history for advertising.  # note: "read as an exception"
3: Globex must not share browsing history with anyone.
4: Despite 3, Globex may share browsing history with courts if a court order exists.  # note: "Clause 4 prevails"
```

## Known limits

Purposes and data that no vocabulary relates count as apart: a permission for *insights* and a ban on *profiling*
don't meet unless a definition says that they do. Leave for *at most 90 days* or *at most 4 times every day* is held
against bans on what is longer or more often only where both count from the same event. Two duties that can't both be
kept (two deadlines, delete and keep) are other rules'.

## References

None needed: that a contract must not give and take the same thing is drafting practice. The grades follow how
licences are drafted, with broad grants and narrower bans.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity
from policyc.rules.clashes import clashes

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """Every clash of a grant and a ban that a clause makes in so many words."""
    yield from clashes("contradiction", [each for each in facts.contradictions if each.ban.by_only is None], facts)
