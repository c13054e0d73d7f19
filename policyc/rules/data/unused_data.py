"""Data are defined that no clause speaks of.

## What it does

Lists the data that a file with agreements defines and that nothing uses: no clause, requirement or scenario is about
them, or about anything that covers them or that they cover, and no other definition refers to them. One note a file,
with the first few names. Vocabularies are left out: they are there for others.

## Why it matters

A definition without a clause is a promise that was forgotten, or data that flow without any term. Mostly a clause is
missing, or a name was spelled in two ways.

## Example

Bad:

```policy
Acme is a bank.
Globex is a platform.
Card payments are financial data.
Card fees are things.
Receipts are behavioural data.  # note: "No clause speaks of receipts"
agreement "Linking" between Acme and Globex.
1: Acme will share card payments with Globex for account linking.
```

Bad:

```policy
Acme is a clinic.
Globex is a laboratory.
agreement "Tests" between Acme and Globex.
Blood values are health data.
Tissue images are health data.  # note: "tissue images and lab notes"
Lab notes are health data.
1: Acme will share blood values with Globex for health care.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
Bank records include card payments and balances.
Card payments are financial data.
Balances are financial data.
agreement "Linking" between Acme and Globex.
1: Acme will share bank records with Globex for account linking.
```

Good:

```policy
vocabulary "Bank words".
Card payments are financial data.
Receipts are behavioural data.
```

What stands in a vocabulary, or belongs to what a clause names, is used.

Boundary:

```policy
Acme is a bank.
Globex is a platform.
Card payments are financial data.
Shop visits are location data.
Receipts are behavioural data.
Tips are data.  # note: "tips"
Logs are non-personal data.
agreement "Linking" between Acme and Globex.
1: Acme will share financial data with Globex for account linking.
2: Globex must not use receipts.
3: Globex must not keep non-personal data except logs.
Scenario "x": Globex uses shop visits is uncovered.
```

## Known limits

A clause about anything at all speaks of no data in particular. Where a sentence could not be read, nothing is said.

## References

None needed: it is a question to the author.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity
from policyc.model.document import Document, Situation, TermList
from policyc.model.lexicon import Entry, Lexicon
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure
from policyc.norms.region import Side
from policyc.rules.evidence import defined_for, names, quote_origin

SEVERITY = Severity.NOTE

MOST_NAMES = 5


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each file or agreement whose definitions nothing uses."""
    for scope, readers in scopes_of_agreements(facts):
        defined = [entry for entry in scope.entries.values() if entry.concept.kind is Kind.DATA]
        silent = [entry for entry in defined if not any(speaks_of(each, entry.concept, facts) for each in readers)]
        unused = without_referred(silent, readers, facts) if silent else []
        if unused:
            yield finding(sorted(unused, key=lambda entry: entry.origin.place))


def scopes_of_agreements(facts: Facts) -> Iterator[tuple[Lexicon, list[Document]]]:
    """The scopes of agreements, and of files whose documents are all agreements, with the documents that see them."""
    own = set(map(id, facts.workspace.scopes))
    readers: dict[int, tuple[Lexicon, list[Document]]] = {}
    for document in facts.workspace.documents:
        for scope in document.lexicon.scopes():
            if id(scope) in own:
                readers.setdefault(id(scope), (scope, []))[1].append(document)
    return (pair for pair in readers.values() if all(map(is_read_whole, pair[1])))


def is_read_whole(document: Document) -> bool:
    """Whether a document is an agreement of which every sentence was read: one that was not may speak of anything."""
    return document.kind == "agreement" and not document.skipped


def without_referred(silent: list[Entry], readers: list[Document], facts: Facts) -> list[Entry]:
    """Those definitions to which no other definition that the documents see refers."""
    seen = [entry for document in readers for entry in defined_for(document, facts)]
    referred = {concept for entry in seen for related in entry.links.values() for concept in related}
    return [entry for entry in silent if entry.concept not in referred]


def speaks_of(document: Document, data: Concept, facts: Facts) -> bool:
    """Whether a clause or scenario is about some data, about what covers or is covered by them, or leaves them out."""
    closure = facts.closure(document)
    covers = closure.covers(data)
    masks = [norm.region.masks[Side.OBJECT] for norm in facts.norms_of(document)]
    loose = [each for _, lexicon, each in facts.workspace.loose_scenarios if lexicon in document.lexicon.scopes()]
    masks += [scene_mask(each.situation, closure) for each in (*document.scenarios, *loose)]
    return any(mask > 0 and mask & covers for mask in masks) or is_left_out(document, covers, closure)


def is_left_out(document: Document, covers: int, closure: Closure) -> bool:
    """Whether an ``except`` names some data, or what they cover."""
    provisions = [clause.provision for clause in document.clauses]
    lists = [each.object for each in provisions if each.object]
    lists += [limit.names for each in provisions for limit in each.limits if limit.names]
    left_out = (taken.value for terms in lists for term in terms.terms for taken in term.minus)
    return any(isinstance(value, Concept) and closure.universe.bit(value) & covers for value in left_out)


def scene_mask(situation: Situation, closure: Closure) -> int:
    """The data that a situation names."""
    terms = situation.object.terms if isinstance(situation.object, TermList) else ()
    mask = 0
    for term in terms:
        if isinstance(term.value, Concept):
            mask |= closure.covers(term.value)
    return mask


def finding(unused: list[Entry]) -> Finding:
    """The data of one scope that nothing uses."""
    shown = names(entry.concept for entry in unused[:MOST_NAMES])
    more = f" (and {len(unused) - MOST_NAMES} more)" if len(unused) > MOST_NAMES else ""
    them = "them" if len(unused) > 1 or unused[0].concept.text.endswith("s") else "it"
    return Finding(
        "unused-data",
        SEVERITY,
        f"No clause speaks of {shown}{more}, although the text defines {them}.",
        quote_origin(unused[0].origin, "defined, and not used"),
        "Say in a clause what may be done with such data, correct the name if a clause calls them otherwise, or take "
        "the definition out.",
        tuple(quote_origin(entry.origin, "not used either") for entry in unused[1:MOST_NAMES]),
    )
