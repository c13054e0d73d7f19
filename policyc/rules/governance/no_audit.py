"""Nobody may check what a processor does with the data.

## What it does

Looks at each agreement by which a party has personal data to work for another (a processor, a service provider, a
business associate) and asks whether any clause lets somebody check it: an audit, an inspection, a review, reports,
records or proof of compliance. A ban on audits is an answer too. Other agreements are not asked, nor are those that
speak neither of breaches nor of what becomes of the data: these lack more than audits.

## Why it matters

Who answers for what a helper does with the data must be able to see it, before the breach and after.

## Example

Bad:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.  # note: "whether anybody may check what Initech does"
1: Initech may process health data only for hosting.
2: Initech must delete health data within 30 days after termination.
```

Bad:

```policy
Acme is a bank. Globex is a service provider.
agreement "Support" between Acme and Globex, is proposed.  # note: "would say whether anybody may check"
1: Acme will share contact data with Globex for customer support.
2: Globex must notify Acme promptly after a breach.
```

Good:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
2: Acme may audit Initech at most once every year, on 30 days' notice.
```

Good:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
2: Initech must provide audit reports to Acme every year.
```

Who gets data for itself is not asked to let its books be seen.

Boundary:

```policy
Acme is a bank. Globex is a platform. Initech is a subprocessor.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
2: Globex must delete bank account data after termination.
agreement "Storage" between Globex and Initech.  # note: "what Initech does with bank account data"
1: Initech may host bank account data.
2: Initech must delete bank account data after termination.
agreement "Copies" between Globex and Initech.
1: Initech may copy bank account data.
```

## Known limits

One word on audits, inspections, reviews or proof counts, whoever may have them and however narrow they are. Nothing
is reported where the agreement incorporates or amends a document that is not at hand, or where a policy requires a
word on audits: then its breach is told.

## References

Regulation (EU) 2016/679 art. 28(3)(h): a processor allows for and contributes to audits, including inspections.
"""

import re
from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.rules.evidence import quote_header
from policyc.rules.silences import Subject, handing_over, held, helpers_silent_on, holders, is_bare, nothing_says

SEVERITY = Severity.NOTE

PROOFS = (
    "audit rights",
    "audit work",
    "audit report",
    "audit questionnaire",
    "compliance information",
    "certification",
)
CHECKS = Subject(
    words=re.compile(r"\baudit|\binspect|\bexamin|\bmonitor|\bprove\b|compliance|certif", re.IGNORECASE),
    actions=("audit", "review", "supervise", "demonstrate"),
    objects=(PROOFS, ()),
    purposes=("compliance auditing",),
)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement on work for another that is silent on checks."""
    for document in facts.agreements:
        if (found := helpers_silent_on(document, facts, CHECKS)) and not is_bare(document, facts):
            yield finding(document, found)


def finding(document: Document, found: list[Holding]) -> Finding:
    """The finding of one agreement."""
    who = holders(found[:1])
    source = next((source for holding in found for source in holding.sources), "the other party")
    does = "do" if len(found) > 1 else "does"
    return Finding(
        "no-audit",
        SEVERITY,
        f"{nothing_says(document)} whether anybody may check what {holders(found)} {does} with {held(found)}.",
        quote_header(document, "this agreement"),
        f"Say it, for example: {source} may audit {who} at most once every year, on 30 days' notice; or: {who} must "
        f"provide audit reports to {source} every year.",
        handing_over(found),
    )
