"""Data are handed over under a name that says nothing of what they are.

## What it does

- A permission or duty shares data under a name that the files declare and do not define, and that is made of such words
  as *other information*, *detailed information*, *relevant data* or *any records*. A name is defined by what it
  includes, by a kind above it other than *data* and *personal data*, or by a `means` of five words or more. A warning,
  one a name and agreement.
- An agreement hands data to a party and nowhere says more of them than *data* or *personal data*. A note; templates are
  left out.

## Why it matters

Nobody can check whether too much flowed when the contract does not say what was to flow. Under such a name the whole
customer record can go.

## Example

Bad:

```policy
Acme is a bank.
Globex is a platform.
Detailed information is personal data about customers.
Customers are people.
agreement "Linking" between Acme and Globex.
1: Acme will share detailed information with Globex for account linking.  # warning: "detailed information"
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.  # note: "which data"
1: Acme will share personal data with Globex for account linking.
2: Globex must not share data with third parties.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
Relevant information means "name, account number and balance of the account that is linked", personal data.
agreement "Linking" between Acme and Globex.
1: Acme will share relevant information with Globex for account linking.
2: Globex may share any data with subprocessors.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
Other information is personal data, includes email addresses and telephone numbers.
Additional data is financial data.
agreement "Linking" between Acme and Globex.
1: Acme will share other information and additional data with Globex for account linking.
```

Boundary:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share personal data with Globex for account linking.
2: Acme must not share passwords with Globex.
agreement "Form" between Acme and Globex, is a template.
1: Acme will share personal data with Globex for account linking.
agreement "Later" between Acme and Globex, is proposed.  # note: "would say"
1: Globex may process personal data for customer support.
```

## Known limits

Whether a name that is defined is narrow enough is for a reader to judge.

## References

Regulation (EU) 2016/679 art. 28(3): the contract sets out the type of personal data and categories of data subjects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind
from policyc.norms.norm import Norm
from policyc.rules.evidence import definition, is_whole_text, names, quote, quote_header
from policyc.rules.silences import handing_over, nothing_says
from policyc.rules.wording import by_clause, quoted_each, sentence

SEVERITY = Severity.WARNING

BLANK_NAME = re.compile(
    r"((some|certain|various|other|further|additional|detailed|relevant|related|such|similar|necessary|required|general"
    r"|miscellaneous) )+(data|information|detail|record)"
)
"""A name made of nothing but words that fit any data; keys are singular and in lower case."""
ENOUGH_WORDS = 5
WIDEST = ("data", "personal data")


def check(facts: Facts) -> Iterator[Finding]:
    """Every blank name under which data flow, and every agreement that says nothing of its data."""
    for document in facts.agreements:
        flows = facts.flows_of(document)
        yield from blank_names(document, flows, facts)
        if is_whole_text(document) and names_only_the_widest(document, facts):
            yield from nothing_named(document, facts)


def blank_names(document: Document, flows: list[Flow], facts: Facts) -> Iterator[Finding]:
    """The findings on names that say nothing and are not defined."""
    blank: dict[Concept, list[Flow]] = {}
    for flow in flows:
        for data in flow.data:
            if data not in facts.shipped.entries and not data.is_root and is_blank(data, document, facts):
                blank.setdefault(data, []).append(flow)
    for data, found in blank.items():
        yield vague(data, found, document, facts)


def is_blank(data: Concept, document: Document, facts: Facts) -> bool:
    """Whether a name says nothing of the data, and no definition does."""
    if not BLANK_NAME.fullmatch(data.key):
        return False
    closure = facts.closure(document)
    meant = (closure.lexicon.meaning(data) or "").split()
    if len(meant) >= ENOUGH_WORDS or closure.lexicon.linked(data, Relation.INCLUDES):
        return False
    return all(parent.key in WIDEST for parent in closure.lexicon.parents(data)) and not closure.members(data)


def vague(data: Concept, found: list[Flow], document: Document, facts: Facts) -> Finding:
    """One name that says nothing of the data that flow under it."""
    norms = by_clause(flow.norm for flow in found)
    what = names([data])
    return Finding(
        "category-too-broad",
        SEVERITY,
        f"The name {what} says nothing of what the data are, and is not defined: anything could flow under it.",
        quote(norms[0], "flows under this name"),
        f'Say what is in it: `{sentence(what)} includes …`, or `{sentence(what)} means "…"` in five words or more.',
        tuple(definition(data, facts, document, "all that is said of it")) + quoted_each(norms, "here as well")[1:],
    )


def names_only_the_widest(document: Document, facts: Facts) -> bool:
    """Whether the clauses of an agreement name data, and none but by the widest names."""
    closure = facts.closure(document)
    named = facts.mentions(document).objects & closure.universe.kind(Kind.DATA)
    widest = closure.universe.bit(Concept(Kind.DATA, "data", "data"))
    personal = closure.find("personal data", Kind.DATA)
    widest |= closure.universe.bit(personal) if personal else 0
    return bool(named) and not named & ~widest


def names_the_widest(norm: Norm) -> bool:
    """Whether a norm names no data but by the widest names."""
    return all(each.key in WIDEST for each in norm.objects if each.kind is Kind.DATA)


def nothing_named(document: Document, facts: Facts) -> Iterator[Finding]:
    """The finding of an agreement that hands over data and nowhere says which."""
    reading = facts.reading(document)
    if reading is None or not reading.holdings or not all(names_the_widest(norm) for norm in reading.heard):
        return
    yield Finding(
        "category-too-broad",
        Severity.NOTE,
        f"{nothing_says(document)} which data it is about: all that it names is personal data.",
        quote_header(document, "this agreement"),
        "Name the kinds of data that are handed over, for example: `… will share names and email addresses with …`.",
        handing_over(reading.holdings),
    )
