"""Nobody answers the people whom the data are about.

## What it does

Looks at each agreement by which a party has personal data to work for another (a processor, a service provider, a
business associate) and asks whether any clause speaks of the people's requests: to see their data, to have them put
right or deleted, to object, to complain; or gives these people a right itself. Other agreements are not asked: there
each party answers for itself. Nor are those that speak neither of breaches nor of what becomes of the data: these lack
more than that.

## Why it matters

A person who wants to see or to end what is done turns to the one, and the data are with the other. Where nobody has
to pass the request on, the time to answer runs out.

## Example

Bad:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.  # note: "who answers the people whom health data are about"
1: Initech may process health data only for hosting.
2: Initech must delete health data within 30 days after termination.
```

Bad:

```policy
Acme is a bank. Globex is a service provider.
agreement "Support" between Acme and Globex, is proposed.  # note: "would say who answers the people"
1: Acme will share contact data with Globex for customer support.
2: Globex must notify Acme promptly after a breach.
```

Good:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
2: Initech must notify Acme promptly after a data subject request.
```

Good:

```policy
Acme is a school. Initech is a service provider. Parents are people.
agreement "Lessons" between Acme and Initech.
1: Acme will share education records with Initech for teaching.
2: Parents may review education records.
```

Teaching is a purpose that policyc ships. Two that get data for their own ends answer for themselves.

Boundary:

```policy
Acme is a bank. Globex is a platform. Initech is a processor.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
2: Globex must delete bank account data after termination.
agreement "Storage" between Globex and Initech.
1: Initech may host bank account data.
2: Initech must delete bank account data after termination.
3: Initech must assist Globex with the rights of data subjects.
```

## Known limits

One word on any request counts for all. Nothing is reported where the agreement incorporates or amends a document that
is not at hand, or where a policy requires a word on it: then its breach is told.

## References

Regulation (EU) 2016/679 art. 28(3)(e): a processor assists the controller with its obligation to respond to requests
for exercising the data subject's rights.
"""

import re
from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.rules.evidence import quote_header
from policyc.rules.silences import Subject, handing_over, held, helpers_silent_on, is_bare, nothing_says

SEVERITY = Severity.NOTE

REQUESTS = Subject(
    words=re.compile(
        r"(data[ -]subject|rights|access|deletion|erasure|correction|rectification|portability|privacy)[ -]"
        r"(rights? )?request|\bDSAR|\brights\b|inquir|enquir|complain|objection|opt(s|ed|ing)?[ -]out|withdraw",
        re.IGNORECASE,
    ),
    objects=(("data subject rights", "inquiries"), ("data subject request",)),
    purposes=("rights fulfilment",),
    people=True,
)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement on work for another that is silent on requests."""
    for document in facts.agreements:
        if (found := helpers_silent_on(document, facts, REQUESTS)) and not is_bare(document, facts):
            yield finding(document, found)


def finding(document: Document, found: list[Holding]) -> Finding:
    """The finding of one agreement."""
    source = next((source for holding in found for source in holding.sources), "the other party")
    return Finding(
        "no-rights-route",
        SEVERITY,
        f"{nothing_says(document)} who answers the people whom {held(found)} are about.",
        quote_header(document, "this agreement"),
        f"Say it, for example: {found[0].holder} must notify {source} within 5 business days after a data subject "
        "request.",
        handing_over(found),
    )
