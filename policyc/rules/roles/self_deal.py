"""An agreement has one organisation on both sides.

## What it does

Reports an agreement whose header names the same party twice: by one name, or by two names with the same legal name. An
error where nobody else is a party, else a warning. A clause by which a party would share with itself says nothing, and
is told by `vacuous-clause`.

## Why it matters

Nobody is bound by a promise to oneself. Mostly a name was copied, or two group companies were given one legal name.

## Example

Bad:

```policy
Acme is a bank.
agreement "Linking" between Acme and Acme.  # error: "Acme on both sides"
1: Acme may use contact data for customer support.
```

Bad:

```policy
Acme Bank means "Acme, Inc.", a bank.
Acme Cards means "Acme, Inc.", a card issuer.
Globex is a platform.
agreement "Linking" between Acme Bank and Acme Cards.  # error: "on both sides"
1: Acme Bank may use contact data for customer support.
agreement "Three" between Acme Bank, Globex and Acme Cards.  # warning: "twice"
1: Acme Bank may share contact data with Globex for customer support.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme may share contact data with Globex for customer support.
```

Good:

```policy
Acme is a bank.
agreement "House rules" between Acme.
1: Acme must not sell contact data.
```

Boundary:

```policy
Acme means "Acme, Inc.", a bank.
Acme Research means "Acme Research, Inc.", a research organisation.
agreement "Study" between Acme and Acme Research.
1: Acme may share contact data with Acme Research for research.
agreement "Copy" between Acme and Acme.  # error: "Copy"
1: Acme must delete contact data after termination.
```

## Known limits

Companies of one group are two parties, as the law has it. Names that look alike are told by `alias`.

## References

None needed: a contract takes two.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Concept
from policyc.rules.evidence import definition, names, quote_header

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """Every agreement that names one organisation twice."""
    for document in facts.agreements:
        repeated = [party for n, party in enumerate(document.parties) if party in document.parties[:n]]
        if repeated:
            yield finding(document, list(dict.fromkeys(repeated)), facts)


def finding(document: Document, repeated: list[Concept], facts: Facts) -> Finding:
    """One agreement that names one organisation twice."""
    alone = len(set(document.parties)) == 1
    who = names(repeated)
    what = (
        f'"{document.title}" has {who} on both sides' if alone else f'"{document.title}" names {who} twice as a party'
    )
    return Finding(
        "self-deal",
        SEVERITY if alone else Severity.WARNING,
        f"The agreement {what}: nobody is bound by a promise to oneself.",
        quote_header(document, "one organisation twice"),
        "Name the other party, or, if two organisations are meant, give each its own legal name.",
        tuple(line for party in repeated for line in definition(party, facts, document, "this organisation")),
    )
