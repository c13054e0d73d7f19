"""Clauses, or documents, each prevail over the other.

## What it does

Follows *prevails over*, *despite*, *subject to* and *amends*, and reports each circle: by going from what prevails to
what it prevails over, one comes back to where one began. Among agreements that each claim to prevail over *any other
agreement*, only those with two parties in common are set against each other; such a finding is a warning.

## Why it matters

Inside a circle no order holds: wherever two of these clauses conflict, nothing decides.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use location data for research.
2: Globex must not use location data for analytics.
Clause 1 prevails over clause 2.
Clause 2 prevails over clause 1.  # error: "Clauses 1 and 2 each prevail over the other"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Terms" between Acme and Globex.
This agreement prevails over any other agreement.
agreement "Addendum" between Acme and Globex.
This agreement prevails over "Terms".  # warning: "Terms" and "Addendum"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use location data for research.
2: Despite 1, Globex must not use location data for analytics.
3: Globex may use location data for service provision, subject to 2.
Clause 1 prevails over clause 3.
```

Good:

```policy
Acme is a bank. Globex is a platform. Initech is a processor.
agreement "Terms" between Acme and Globex.
This agreement prevails over any other agreement.
agreement "Hosting" between Globex and Initech.
This agreement prevails over any other agreement.
```

A longer way round is a circle too.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use location data for research.
2: Despite 1, Globex must not use location data for analytics.
3: Despite 2, Globex may use location data for statistics.
Clause 1 prevails over clause 3.  # error: "Clauses 1, 2 and 3"
```

## Known limits

*Despite anything in this agreement* in two clauses is no circle: neither is meant to beat the other.

## References

None needed: the sentences contradict each other.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policyc.analysis.facts import Facts
from policyc.analysis.words import listed
from policyc.findings import Evidence, Finding, Severity
from policyc.model.document import Clause, Document, Side, Status
from policyc.model.lexicon import Origin
from policyc.norms.order import Ranks, clauses_of, covered, documents_of
from policyc.rules.evidence import quote_clause, quote_origin

SEVERITY = Severity.ERROR


@dataclass(frozen=True)
class Step:
    """A sentence by which one document stands above another."""

    higher: Document
    lower: Document
    origin: Origin
    document: Document


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each circle."""
    for circle in facts.order.clauses.circles():
        yield of_clauses(circle, facts)
    documents = facts.workspace.documents
    titles = {document.title.lower(): document for document in documents}
    steps = [step for document in documents for step in steps_of(document, documents, titles)]
    ranks: Ranks[Document] = Ranks()
    for step in steps:
        ranks.add([step.higher], [step.lower])
    for found in ranks.circles():
        yield of_documents(found, [each for each in steps if each.higher in found and each.lower in found])


# Clauses


def of_clauses(circle: list[Clause], facts: Facts) -> Finding:
    """The finding of a circle of clauses."""
    homes = [each for each in facts.workspace.documents if any(clause in each.clauses for clause in circle)]
    evidence = [part for home in homes for part in ordering(home, circle, facts.workspace.documents)]
    names = [clause.name for home in homes for clause in home.clauses if clause in circle]
    across = Severity.ERROR if len(homes) == 1 else Severity.WARNING
    return finding(f"Clauses {listed(dict.fromkeys(names))}", evidence, across)


def ordering(home: Document, circle: list[Clause], documents: list[Document]) -> Iterator[Evidence]:
    """The sentences of a document that put one clause of a circle above another."""
    titles = {document.title.lower(): document for document in documents}
    for ranking in home.rankings:
        sides = [set(clauses_of(side, home, documents, titles)) for side in (ranking.higher, ranking.lower)]
        if all(each & set(circle) for each in sides):
            yield quote_origin(ranking.origin, "this order", home)
    for clause in circle:
        provision = clause.provision
        if clause in home.clauses and (
            provision.outranks_all or provision.yields_to_all or names_one(clause, home, circle)
        ):
            yield quote_clause(clause, home, "this order")


def names_one(clause: Clause, home: Document, circle: list[Clause]) -> bool:
    """Whether a clause says that it stands above or below another one of a circle."""
    labels = (*clause.provision.outranks, *clause.provision.yields_to)
    return any(other in circle and other is not clause for other in covered(home, labels))


# Documents


def steps_of(document: Document, documents: list[Document], titles: dict[str, Document]) -> Iterator[Step]:
    """The sentences of a document that put one document above another."""
    for ranking in document.rankings:
        if "clauses" in (ranking.higher.kind, ranking.lower.kind):
            continue
        for higher in documents_of(ranking.higher, document, documents, titles):
            for lower in documents_of(ranking.lower, document, documents, titles):
                if higher is not lower and is_meant((ranking.higher, ranking.lower), higher, lower):
                    yield Step(higher, lower, ranking.origin, document)
    for title in document.amends:
        if title.lower() in titles:
            yield Step(document, titles[title.lower()], document.origin, document)


def is_meant(sides: tuple[Side, Side], higher: Document, lower: Document) -> bool:
    """Whether *any other agreement* means a certain one: one in force between two of the same parties."""
    if all(side.kind != "other" for side in sides):
        return True
    if any(each.kind != "agreement" or each.status is Status.TEMPLATE for each in (higher, lower)):
        return False
    return len(set(higher.parties) & set(lower.parties)) > 1


def of_documents(circle: list[Document], steps: list[Step]) -> Finding:
    """The finding of a circle of documents."""
    evidence = [quote_origin(step.origin, "this order", step.document) for step in steps]
    inside = sorted(circle, key=lambda document: document.origin.place)
    return finding(listed(f'"{document.title}"' for document in inside), evidence, Severity.WARNING)


def finding(names: str, evidence: Iterable[Evidence], severity: Severity) -> Finding:
    """The finding of a circle: its last sentence is blamed."""
    *others, last = sorted(dict.fromkeys(evidence), key=lambda each: each.place)
    return Finding(
        "precedence-cycle",
        severity,
        f"{names} each prevail over the other, so that no order holds between them.",
        last,
        "Take out one of these sentences, the one that is meant least.",
        tuple(others),
    )
