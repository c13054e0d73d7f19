"""Nothing says how long personal data are kept, or what becomes of them at the end.

## What it does

Looks at each agreement that hands personal data to a party, or lets it process them, and asks whether any clause says
for how long data are kept, or that they are deleted, returned or made anonymous. How or where data are kept is no
answer, nor is how long a party keeps its own proofs. A party to which data are only shown where they lie has none to
keep. Where clauses speak of some of the data that a party is handed, and of no others, the others are told in one
finding; data that only come along with others (device data, work contact data, credentials) are not.

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

Bad:

```policy
Acme is a hospital. Globex is a platform.
agreement "Referrals" between Acme and Globex.  # warning: "keeps health data"
1: Acme will share health data and contact data with Globex for customer support.
2: Globex must delete contact data within 30 days after termination.
```

Good:

```policy
Acme is a hospital. Globex is a platform.
agreement "Referrals" between Acme and Globex.
1: Acme will share health data, work contact data and contact data with Globex for customer support.
2: Globex must delete contact data within 30 days after termination.
3: Globex must return health data on request.
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

A clause on data of which no kind is known (*the materials*) counts as a word on all of them. Nothing is reported where
the agreement incorporates or amends a document that is not at hand, or where a policy requires a word on it: then the
breach of that requirement is told. Nor is it where a sentence of the agreement could not be read.

## References

Regulation (EU) 2016/679 art. 28(3)(g): a processor, at the choice of the controller, deletes or returns all the
personal data. 5 U.S.C. 552a(o)(1)(I): every matching agreement has procedures for the return or destruction of records.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding
from policyc.analysis.left_out import left_out
from policyc.analysis.silence import Topic, speaks_of_retention
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.norms.norm import Norm
from policyc.rules.evidence import quote_header, unless_in_force
from policyc.rules.silences import handing_over, held, holders, is_required, nothing_says, speaks_of_others
from policyc.rules.wording import quoted_each

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement that is silent on it."""
    for document in facts.agreements:
        reading = facts.reading(document)
        if reading is None or is_required(document, facts, speaks_of_retention):
            continue
        if Topic.RETENTION in facts.silent(document):
            yield finding(document, reading.holdings, [])
            continue
        speaking = [norm for norm in reading.heard if speaks_of_retention(norm, reading.closure)]
        if found := left_out(reading, speaking):
            yield finding(document, found, speaking)


def finding(document: Document, found: list[Holding], speaking: list[Norm]) -> Finding:
    """The finding of one agreement, or of the data in it of which the clauses that speak of it speak not."""
    who, what = holders(found), held(found)
    but = f"; {speaks_of_others(speaking, document)}" if speaking else ""
    keeps = "keep" if len(found) > 1 else "keeps"
    return Finding(
        "retention-unaddressed",
        unless_in_force(document, SEVERITY),
        f"{nothing_says(document)} how long {who} {keeps} {what}, or what happens at the end{but}.",
        quote_header(document, "this agreement"),
        f"Set an end, for example: {holders(found[:1])} must delete {held(found[:1])} within 30 days after "
        "termination.",
        handing_over(found) + quoted_each(speaking, "this is about other data"),
    )
