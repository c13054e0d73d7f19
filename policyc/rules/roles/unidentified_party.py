"""It is not said who a party is.

## What it does

Reports a party whose name, or legal name, is a placeholder: unnamed, unknown, undisclosed, certain, to be named, TBD,
brackets or blanks to be filled in, or just *the company*. Templates are left out: their blanks are there to be
filled.

## Why it matters

Nobody can ask an unnamed party what became of the data, and nobody can check whether it is one of those that are
named.

## Example

Bad:

```policy
Unnamed bank is a bank.  # note: "Unnamed bank"
```

Bad:

```policy
Globex is a platform.
Bidder means "[name of the company]", a company.  # note: "Bidder"
agreement "Linking" between Globex and Bidder.
1: Globex may share location data with Bidder for research.
```

Good:

```policy
Acme means "Acme, Inc.", a bank.
Certainty Insurance is an insurer.
```

Good:

```policy
Data supplier means "{Data Supplier}", a discloser.
Evaluating party means "{User}", an evaluator.
agreement "Evaluation" between data supplier and evaluating party, is a template.
```

Good:

```policy
Later users means "persons who receive the Data … from you", recipients.
```

Boundary:

```policy
Globex is a platform.
agreement "Linking" between Globex and the company.  # note: "the company"
```

## Known limits

A role alone, like *Provider*, is no placeholder: the signature page may say who it is. Dots between words are taken
for words left out of a quotation, at either end for a blank.

## References

None needed: it is a question to the author.
"""

import re
from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.findings import Evidence, Finding, Severity
from policyc.model.document import Document, Status
from policyc.model.lexicon import Entry
from policyc.model.names import Concept, Kind
from policyc.rules.evidence import own_entries, quote_header, quote_origin

SEVERITY = Severity.NOTE

PLACEHOLDER = re.compile(
    r"\b(un(named|known|identified|disclosed|specified)|nameless|tb[acd]|xxx+)\b"
    r"|\bto be (named|determined|agreed|confirmed|identified|decided|announced)\b"
    r"|\bname of (the )?(company|party|organi[sz]ation|entity|customer|provider|client)\b"
    r"|^(a |the )?certain\b|[\[\]{}]|_{2,}|^\W*(\.{3}|…)|(\.{3}|…)\W*$|<[^>]*>"
    r"|^(the |a )?(company|corporation|organi[sz]ation|entity|firm|party)( name)?$",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each party that is a placeholder."""
    in_templates, elsewhere = parties(facts, templates=True), parties(facts, templates=False)
    for entry in own_entries(facts):
        concept, path = entry.concept, entry.origin.source.path
        blank = (path, concept) in in_templates and (path, concept) not in elsewhere
        if concept.kind is Kind.PARTY and concept not in facts.shipped.entries and not blank and is_blank(entry):
            shown = f'{concept} ("{entry.meaning}")' if entry.meaning else str(concept)
            yield finding(shown, quote_origin(entry.origin, "this party"))
    for document in facts.agreements:
        if document.status is not Status.TEMPLATE:
            yield from in_header(document, facts)


def parties(facts: Facts, templates: bool) -> set[tuple[str, Concept]]:
    """The parties of the agreements that are templates, or of those that are not, with their file."""
    chosen = [each for each in facts.workspace.agreements if (each.status is Status.TEMPLATE) == templates]
    return {(document.origin.source.path, party) for document in chosen for party in document.parties}


def is_blank(entry: Entry) -> bool:
    """Whether a definition gives no name: its own words, or else its legal name, are a placeholder."""
    return bool(PLACEHOLDER.search(entry.meaning or "") or PLACEHOLDER.search(entry.concept.text))


def in_header(document: Document, facts: Facts) -> Iterator[Finding]:
    """The findings of a header whose party is nothing but a kind of organisation."""
    for party in document.parties:
        if party in facts.shipped.entries and PLACEHOLDER.search(party.text):
            yield finding(f"the {party.text.lower()}", quote_header(document, "a party of this agreement"))


def finding(party: str, evidence: Evidence) -> Finding:
    """The finding of one party."""
    return Finding(
        "unidentified-party",
        SEVERITY,
        f"It is not said who {party} is.",
        evidence,
        'Give the legal name: `means "…"`; or, if the text is a form to be filled in, add `is a template` to the '
        "header.",
    )
