"""An agreement is said to be made under a law that is not in force when it begins.

## What it does

Compares the first day of each agreement with the days of the laws and policies that its header names after `under` or
`using`, as far as these are at hand. Where such a law begins later, or has ended before, its requirements are not
asked of the agreement, and this is said.

## Why it matters

A reader who sees the law in the header takes it that the agreement was held against it. It was not, since a statute of
2020 says nothing about a contract of 2018.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
policy "House rules" from 2020-01-01.
R1: No agreement may provide that a bank may sell personal data.
agreement "Linking" between Acme and Globex, from 2018-08-06, under "House rules".  # note: "only on 2020-01-01"
1: Acme may sell contact data to Globex for advertising.
```

Bad:

```policy
Acme is a bank. Globex is a platform.
policy "Old rules" until 2019-12-31.
R1: No agreement may provide that a bank may sell personal data.
agreement "Linking" between Acme and Globex, is proposed, from 2021-01-01, under "Old rules".  # note: "ended on"
1: Acme may sell contact data to Globex for advertising.
```

Good:

```policy
Acme is a bank. Globex is a platform.
policy "House rules" from 2020-01-01.
R1: No agreement may provide that a bank may sell personal data.
agreement "Linking" between Acme and Globex, from 2020-01-01, under "House rules".
1: Acme may share contact data with Globex for fraud detection.
```

Good:

```policy
Acme is a bank. Globex is a platform.
policy "House rules" from 2020-01-01.
R1: No agreement may provide that a bank may sell personal data.
agreement "Linking" between Acme and Globex, from 2018-08-06.
1: Acme may share contact data with Globex for fraud detection.
```

An agreement that names no day is weighed by every law that it names.

Boundary:

```policy
Acme is a bank. Globex is a platform.
policy "House rules" from 2020-01-01.
R1: No agreement may provide that a bank may sell personal data.
agreement "Linking" between Acme and Globex, under "House rules".
1: Acme may share contact data with Globex for fraud detection.
agreement "Support" between Acme and Globex, from 2019-12-31, under "House rules".  # note: "R1"
1: Acme may share contact data with Globex for customer support.
```

## Known limits

Of a law that is not at hand no days are known. That a law came to bind an agreement later, while it still runs, is
asked with `--as-of`, of an agreement that names no first day.

## References

None needed: laws speak from their own day on unless they say otherwise.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.words import listed
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.norms.in_force import speaks_to
from policyc.rules.evidence import quote_header

SEVERITY = Severity.NOTE


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement and each law in its header that does not speak to it."""
    laws = [each for each in facts.workspace.documents if each.kind == "policy" and each.requirements]
    for document in facts.agreements if laws else ():
        named = {title.lower() for title in (*document.under, *document.using)}
        for law in laws:
            if law.title.lower() in named and document.start and not speaks_to(law, document):
                yield finding(document, law)


def finding(document: Document, law: Document) -> Finding:
    """The finding of one agreement and one law."""
    begins = law.start is not None and document.start is not None and law.start > document.start
    when = f"comes into force only on {law.start}" if begins else f"ended on {law.end}"
    labels = [each.label or f"line {each.origin.place.line}" for each in law.requirements]
    what = listed(labels) if len(labels) <= MOST_LABELS else f"its {len(labels)} requirements"
    return Finding(
        "not-in-force",
        SEVERITY,
        f'"{document.title}" begins on {document.start}, and "{law.title}", under which it is made, {when}: {what} '
        f"{'is' if len(labels) == 1 else 'are'} not asked of it.",
        quote_header(document, "when the agreement begins"),
        "Correct the dates if one is wrong; otherwise nothing has to change.",
        (quote_header(law, "when the law holds"),),
    )


MOST_LABELS = 3
"""Up to how many requirements are named one by one."""
