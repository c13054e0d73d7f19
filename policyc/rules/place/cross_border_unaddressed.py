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
agreement "Hosting" between Acme and Initech, is proposed.  # note: "would say what protects health data"
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

Regulation (EU) 2016/679 art. 44 and 46(1), for data from Europe: transfers need appropriate safeguards, and so do
onward transfers from the third country. Elsewhere it is a question to the parties.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.silence import Reading, Topic, crossings
from policyc.analysis.words import concept_words
from policyc.findings import Finding, Severity
from policyc.rules.evidence import quote_header
from policyc.rules.silences import handing_over, held, nothing_says

SEVERITY = Severity.NOTE


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement that is silent on it."""
    for document in facts.agreements:
        if Topic.CROSS_BORDER in facts.silent(document) and (reading := facts.reading(document)):
            yield finding(reading)


def finding(reading: Reading) -> Finding:
    """The finding of one agreement: the first way across a border, with its places."""
    document = reading.document
    giver, taker, here, there, holding = next(crossings(reading))
    data = held([holding])
    way = f"from {giver} ({concept_words(here)}) to {taker} ({concept_words(there)})"
    return Finding(
        "cross-border-unaddressed",
        SEVERITY,
        f"{nothing_says(document)} what protects {data} on the way {way}.",
        quote_header(document, "this agreement"),
        f"Name the safeguard or the place, for example: {taker} may process {data} only under standard "
        f"contractual clauses; or: {taker} must not process {data} outside {concept_words(here)}.",
        handing_over([holding]),
    )
