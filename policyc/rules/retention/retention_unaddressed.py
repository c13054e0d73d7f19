"""Nothing says how long personal data are kept, or what becomes of them at the end.

## What it does

Looks at each agreement that hands personal data to a party, or lets it process them, and asks whether any clause says
for how long data are kept, or that they are deleted, returned or made anonymous. How or where data are kept is no
answer, nor is how long a party keeps its own proofs. A party to which data are only shown where they lie has none to
keep.

## Why it matters

Data that nobody has to delete are there for the next breach, the next buyer of the business, and the next idea of
what to use them for.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.  # warning: "how long Globex keeps bank account data"
1: Acme will share bank account data with Globex for account linking.
2: Globex must store bank account data in Germany with encryption.
```

Bad:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech, is proposed.  # note: "would say how long Initech keeps education records"
1: Initech may use education records only for research.
2: Initech must keep training records for 6 years after completion of the training.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
2: Globex must return or delete bank account data within 30 days after termination.
```

Good:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech.
1: Initech may use and keep education records only for research, until 2027-06-30.
```

*use and store* says what is done with data, and not for how long.

Boundary:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech.  # warning: "how long Initech keeps education records"
1: Initech may use and store education records only for research.
agreement "Reading room" between Acme and Initech.
1: Acme will show education records to Initech for research.
2: Initech may access education records only in Germany.
```

## Known limits

One clause on the end of some data counts as a word on all of them. Nothing is reported where the agreement
incorporates or amends a document that is not at hand, or where a policy requires a word on it: then the breach of that
requirement is told. Nor is it where a sentence of the agreement could not be read.

## References

5 U.S.C. 552a(o)(1)(I) wants procedures for the return or destruction of records in every matching agreement.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding
from policyc.analysis.silence import Topic, speaks_of_retention
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.rules.evidence import quote_header, unless_in_force
from policyc.rules.silences import handing_over, held, holders, is_required, nothing_says

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement that is silent on it."""
    for document in facts.agreements:
        if Topic.RETENTION not in facts.silent(document) or is_required(document, facts, speaks_of_retention):
            continue
        if reading := facts.reading(document):
            yield finding(document, reading.holdings)


def finding(document: Document, found: list[Holding]) -> Finding:
    """The finding of one agreement."""
    who, what = holders(found), held(found)
    keeps = "keep" if len(found) > 1 else "keeps"
    return Finding(
        "retention-unaddressed",
        unless_in_force(document, SEVERITY),
        f"{nothing_says(document)} how long {who} {keeps} {what}, or what happens at the end.",
        quote_header(document, "this agreement"),
        f"Set an end, for example: {holders(found[:1])} must delete {held(found[:1])} within 30 days after "
        "termination.",
        handing_over(found),
    )
