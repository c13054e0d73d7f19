"""Nothing says how personal data are kept safe.

## What it does

Looks at each agreement that hands personal data to a party, or lets it process them, and asks whether any clause
speaks of their security: a duty to protect, encrypt or lock them away, a safeguard, a security plan or standard, a
condition such as *in a secure manner* or *need-to-know*. A promise to keep the data in confidence is no measure
against those who break in.

## Why it matters

Most breaches need no breach of contract: an open server is enough. Who gave the data can ask for no better lock than
the one that was agreed.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.  # warning: "how Globex keeps bank account data safe"
1: Acme will share bank account data with Globex for account linking.
2: Globex must keep bank account data with confidentiality undertaking.
```

Bad:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech, is proposed.  # note: "would say how Initech keeps education records safe"
1: Initech may use education records only for research.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
2: Globex must maintain reasonable security measures.
```

Good:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech.
1: Initech may use education records only for research.
2: Initech may transmit education records only with encryption.
```

Locks on things that hold no personal data are not asked for, and a clause in words of its own counts.

Boundary:

```policy
Acme is a company. Globex is a company.
The server hardening standard is a document.
agreement "Maps" between Acme and Globex.
1: Acme will share aggregate statistics with Globex for research.
agreement "Customers" between Acme and Globex.
1: Acme will share contact data with Globex for customer support.
2: Globex must follow the server hardening standard with secured rooms.
Secured rooms is a condition.
agreement "Leads" between Acme and Globex.  # warning: "how Globex keeps contact data safe"
1: Acme will share contact data with Globex for security.
```

## Known limits

One word on security counts for all data, unless every such clause names data of its own: then what a party is handed
besides is told. Words that policyc does not ship are told by *secur*, *safeguard*,
*encrypt* and *protect* in duties and bans. Nothing is reported where the agreement incorporates or amends a document
that is not at hand. Nor is it where a sentence of the agreement could not be read.

## References

Regulation (EU) 2016/679 art. 28(3)(c): a processor takes all measures required pursuant to Article 32. 45 CFR
164.514(e)(4)(ii)(C)(2): a data use agreement asks for appropriate safeguards.
"""

import re
from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding
from policyc.analysis.left_out import left_out
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.norms.norm import Norm
from policyc.rules.evidence import quote_header, unless_in_force
from policyc.rules.silences import (
    Subject,
    handing_over,
    held,
    holders,
    is_required,
    nothing_says,
    silent_on,
    speaking_of,
    speaks_of_others,
)
from policyc.rules.wording import quoted_each

SEVERITY = Severity.WARNING

MEASURES = ("security measures", "security of the services", "encryption key", "security due diligence")
STATES = (
    "encrypted",
    "secure manner",
    "due care",
    "need-to-know",
    "authorised access",
    "pseudonymised",
    "unreadable",
    "equal protection",
)
SECURITY = Subject(
    words=re.compile(
        r"(?<!social )(?<!for )secur|safeguard|encrypt|locked|password"
        r"|\bprotect(?!ed\b|ion (law|officer|authorit|impact))",
        re.IGNORECASE,
    ),
    actions=("protect", "encrypt", "authenticate", "pseudonymise", "screen"),
    objects=(MEASURES, ()),
    states=(MEASURES, STATES),
    binding=True,
)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement that is silent on it."""
    for document in facts.agreements:
        if silent := silent_on(document, facts, SECURITY):
            yield finding(document, silent.holdings, [])
        elif (reading := facts.reading(document)) and not is_required(document, facts, SECURITY.spoken_by):
            speaking = speaking_of(reading, SECURITY)
            if found := left_out(reading, speaking):
                yield finding(document, found, speaking)


def finding(document: Document, found: list[Holding], speaking: list[Norm]) -> Finding:
    """The finding of one agreement, or of the data in it of which the clauses that speak of it speak not."""
    but = f"; {speaks_of_others(speaking, document)}" if speaking else ""
    keeps = "keep" if len(found) > 1 else "keeps"
    return Finding(
        "security-unaddressed",
        unless_in_force(document, SEVERITY),
        f"{nothing_says(document)} how {holders(found)} {keeps} {held(found)} safe{but}.",
        quote_header(document, "this agreement"),
        f"Add a duty, for example: {holders(found[:1])} must maintain appropriate security measures.",
        handing_over(found) + quoted_each(speaking, "this is about other data"),
    )
