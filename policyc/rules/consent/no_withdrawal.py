"""An agreement relies on consent and says nothing on what happens when it is withdrawn.

## What it does

A permission or a duty of the agreement holds only where a person has agreed, and no clause of it, of what it
incorporates or of what it amends speaks of withdrawal: no duty *after withdrawal of consent*, no *unless consent
withdrawn*, nothing on revoking. One warning an agreement, on the first clause that relies on consent.

## Why it matters

Consent that can't be taken back is none. If nobody has to stop, delete or pass the message on, a person who changes
their mind is still being shared.

## Example

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex.
1: Acme may share transaction history with Globex for fraud detection.
2: Globex may use transaction history for profiling with opt-in consent.  # warning: "relies on consent"
3: Globex may use transaction history for advertising with explicit consent.
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex, is proposed.
1: Acme may share transaction history with Globex for budgeting if opt-in consent.  # warning: "would rely on consent"
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex.
1: Acme may share transaction history with Globex for budgeting if opt-in consent.
2: Globex must delete transaction history within 30 days after withdrawal of consent.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex.
1: Acme may share transaction history with Globex for budgeting.
```

Leave that a party gives (approval, authorisation) is not a person's consent.

Boundary:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex.
1: Globex may share transaction history with subprocessors if prior approval.
```

## Known limits

That withdrawal is spoken of does not mean that what is said of it is enough.

## References

None needed: that consent lasts until it is withdrawn is part of what consent means, and sharing agreements say how it
is revoked.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.silence import Topic, relies_on_consent
from policyc.findings import Finding, Severity
from policyc.rules.evidence import quote
from policyc.rules.wording import clauses, quoted_each, sentence, verb

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Every agreement that relies on consent and is silent on its withdrawal."""
    for document in facts.agreements:
        reading = facts.reading(document)
        if reading is None or Topic.WITHDRAWAL not in facts.silent(document):
            continue
        relying = [norm for norm in reading.norms if relies_on_consent(norm, reading.closure)]
        first = relying[0]
        yield Finding(
            "no-withdrawal",
            SEVERITY,
            f"{sentence(clauses([first], document))} {verb([first], 'relies', 'rely')} on consent, and nothing says "
            "what happens "
            "when it is withdrawn.",
            quote(first, "this relies on consent"),
            "Add what follows, for example: `… must delete the data within 30 days after withdrawal of consent.`",
            quoted_each(relying, "this relies on it too")[1:],
            "A person takes the consent back; no clause says that anything stops.",
        )
