"""Nothing says who is told when personal data are breached.

## What it does

Looks at each agreement that hands personal data to a party, or lets it process them, and asks whether any duty is to
tell somebody of a breach: a leak, a loss, access by those who must not have it, or the suspicion of one.

## Why it matters

Whoever gave the data answers to the people whom they are about and often to an authority, within days; it can only do
so if it is told.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.  # warning: "who is told of a breach of bank account data at Globex"
1: Acme will share bank account data with Globex for account linking.
2: Globex must notify Acme within 10 days after a breach of contract.
```

Bad:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech, is proposed.  # note: "would say who is told of a breach"
1: Initech may use education records only for research.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
2: Globex must notify Acme within 72 hours after becoming aware of a breach.
```

Good:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech.
1: Initech may use education records only for research.
2: Initech must report suspected breaches to Acme promptly.
```

Leave to tell somebody is not a duty to.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.  # warning: "who is told of a breach"
1: Acme will share bank account data with Globex for account linking.
2: Globex may notify Acme after a breach.
```

## Known limits

One duty to tell anybody counts. An event that the agreement declares itself counts where it is a kind of incident, or
where its name says breach, incident, compromise or unauthorised. Nothing is reported where the agreement incorporates
or amends a document that is not at hand, or where a policy requires a word on it: then the breach of that requirement
is told. Nor is it where a sentence of the agreement could not be read.

## References

Regulation (EU) 2016/679 art. 28(3)(f) and 33(2): a processor assists the controller in ensuring compliance with the
obligations pursuant to Articles 32 to 36, the notice of a breach among them.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding
from policyc.analysis.silence import Topic, speaks_of_breach
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.rules.evidence import quote_header, unless_in_force
from policyc.rules.silences import handing_over, held, holders, is_required, nothing_says

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement that is silent on it."""
    for document in facts.agreements:
        if Topic.BREACH_NOTICE not in facts.silent(document) or is_required(document, facts, speaks_of_breach):
            continue
        if reading := facts.reading(document):
            yield finding(document, reading.holdings)


def finding(document: Document, found: list[Holding]) -> Finding:
    """The finding of one agreement."""
    told = next((source for holding in found for source in holding.sources), "the other party")
    return Finding(
        "breach-notice-unaddressed",
        unless_in_force(document, SEVERITY),
        f"{nothing_says(document)} who is told of a breach of {held(found)} at {holders(found, 'or')}.",
        quote_header(document, "this agreement"),
        f"Add a duty, for example: {holders(found[:1])} must notify {told} without undue delay, within 72 hours after "
        "becoming aware of a breach.",
        handing_over(found),
    )
