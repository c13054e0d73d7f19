"""Personal data cross a border, and no clause names a place or a safeguard.

## What it does

Compares where the party that has personal data and the party that gets them, or is let process them, are declared to
be. Where these are different countries, it asks whether any clause limits the place, names a tool for transfers such
as standard contractual clauses, or whether the agreement leans on a document that is one.

## Why it matters

The law that protects people ends at the border; behind it they have what the agreement gives them.

## Example

Bad:

```policy
Acme is a bank in Singapore. Globex is a platform in the United States.
agreement "Linking" between Acme and Globex.  # note: "from Acme (Singapore) to Globex (United States)"
1: Acme will share bank account data with Globex for account linking.
```

Bad:

```policy
Acme is a hospital in Germany. Initech is a processor in India.
agreement "Hosting" between Acme and Initech, is proposed.  # note: "would go from Acme (Germany) to Initech (India)"
1: Initech may process health data only for hosting.
2: Initech must maintain security measures.
```

Good:

```policy
Acme is a bank in Singapore. Globex is a platform in the United States.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking under standard contractual clauses.
```

Good:

```policy
Acme is a hospital in Germany. Initech is a processor in France.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
```

Two states of one country, and a country within a region, are no border.

Boundary:

```policy
Acme is a school in California. Initech is an evaluator in Texas.
agreement "Study" between Acme and Initech.
1: Acme will share education records with Initech for research.
```

## Known limits

Only declared places count: a party of which nothing says where it is crosses no border. Movement within the European
Economic Area is not reported. Whether a country is held adequate is not known to policyc.

## References

none needed: it is a question to the parties, and whether a law wants an answer depends on the countries.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.silence import Topic, crossings
from policyc.analysis.words import concept_words
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.rules.evidence import quote_header
from policyc.rules.silences import handing_over, held
from policyc.rules.wording import proposed, sentence

SEVERITY = Severity.NOTE


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement that is silent on it."""
    return (finding(each, facts) for each in facts.agreements if Topic.CROSS_BORDER in facts.silent(each))


def finding(document: Document, facts: Facts) -> Finding:
    """The finding of one agreement: the first way across a border, with its places."""
    norms, flows = facts.norms_of(document), facts.flows_of(document)
    giver, taker, here, there, holding = next(crossings(document, norms, flows, facts.closure(document)))
    move = "would go" if proposed(document) else "go"
    way = f"from {giver} ({concept_words(here)}) to {taker} ({concept_words(there)})"
    return Finding(
        "cross-border-unaddressed",
        SEVERITY,
        f"{sentence(held([holding]))} {move} {way}, and no clause says how they are protected there.",
        quote_header(document, "this agreement"),
        f"Name the safeguard or the place, for example: {taker} may process {held([holding])} only under standard "
        f"contractual clauses; or: {taker} must not process {held([holding])} outside {concept_words(here)}.",
        handing_over([holding]),
    )
