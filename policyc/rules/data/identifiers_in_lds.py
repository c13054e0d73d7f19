"""A limited or de-identified data set is said to include a detail that names or reaches a person.

## What it does

A definition puts a kind of data that the vocabulary lists under *limited data set identifiers* (names, street
addresses, telephone numbers, email addresses, social security numbers, medical record numbers, device numbers,
full-face photographs and so on) into

- a *limited data set* or something declared to be one, or
- *de-identified data* or something declared to be that.

Both ways to say it count: the set `includes` the kind, or the kind `is` part of the set. What the set `excludes` is
out of it.

## Why it matters

A limited data set may be shared without the patients' authorisation because it lacks these details. With one of them
in it, it is ordinary health data, and every sharing of it as a limited data set is unlawful.

## Example

Bad:

```policy
Acme is a hospital.
Globex is a researcher.
Study data is a limited data set, includes diagnoses, postcodes and telephone numbers.  # error: "telephone numbers"
agreement "Study" between Acme and Globex.
1: Acme may share study data with Globex for medical research.
```

Bad:

```policy
Acme is a hospital.
Globex is a researcher.
Trial records are de-identified data, include lab samples and tracking tags.  # error: "tracking tags"
Lab samples are health data.
Tracking tags are device identifiers.
agreement "Trial" between Acme and Globex.
1: Acme may share trial records with Globex for medical research.
```

Good:

```policy
Acme is a hospital.
Globex is a researcher.
Study data is a limited data set, includes diagnoses, postcodes and date of birth.
agreement "Study" between Acme and Globex.
1: Acme may share study data with Globex for medical research.
```

Good:

```policy
Acme is a hospital.
Globex is a researcher.
Study data is health data, includes diagnoses and names.
agreement "Study" between Acme and Globex.
1: Acme may share study data with Globex for medical research.
```

Postcodes and dates may stay in a limited data set; a set that excludes what it would otherwise take in keeps clean.

Boundary:

```policy
Acme is a hospital.
Globex is a researcher.
Admission records are health data, include names and diagnoses.
Study data is a limited data set, includes admission records, excludes names.
Raw study data is a limited data set, includes admission records.  # error: "names"
agreement "Study" between Acme and Globex.
1: Acme may share study data with Globex for medical research.
```

## Known limits

A kind of data that is wider than any identifier (health data, contact data) is not taken for one. What makes data
de-identified in law is more than this list.

## References

45 CFR 164.514(e)(2).
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.lexicon import Entry, Relation
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure
from policyc.rules.evidence import definition, names, quote_origin
from policyc.rules.wording import plural, sentence

SEVERITY = Severity.ERROR
SETS = ("limited data set", "de identified data")


def check(facts: Facts) -> Iterator[Finding]:
    """Every definition of such a set that takes an identifier in; one that several documents see is told once."""
    told: set[tuple[object, Concept]] = set()
    for document in facts.workspace.documents:
        for entry, found in sets_with_identifiers(document, facts):
            key = (entry.origin.place, entry.concept)
            if key not in told:
                told.add(key)
                yield finding(entry, found, document, facts)


def sets_with_identifiers(document: Document, facts: Facts) -> Iterator[tuple[Entry, list[Concept]]]:
    """The sets that a document sees defined, with the identifiers that no narrower set in them takes in already."""
    closure = facts.closure(document)
    listed = closure.covers_key("limited data set identifier", Kind.DATA)
    sets = [entry for entry in own_entries(document, facts) if is_clean_set(entry.concept, closure)]
    for entry in sets:
        mask = closure.covers(entry.concept) & listed
        for other in sets:
            if other is not entry and closure.universe.bit(other.concept) & closure.covers(entry.concept):
                mask &= ~closure.covers(other.concept)
        inside = list(closure.universe.named(mask))
        widest = [each for each in inside if not any(up in inside for up in closure.ancestors(each)[1:])]
        if widest:
            yield entry, widest


def own_entries(document: Document, facts: Facts) -> Iterator[Entry]:
    """What a document, or a scope around it that policyc does not ship, says of data."""
    shipped = set(map(id, facts.shipped.scopes()))
    for scope in document.lexicon.scopes():
        if id(scope) not in shipped:
            yield from (entry for entry in scope.entries.values() if entry.concept.kind is Kind.DATA)


def is_clean_set(data: Concept, closure: Closure) -> bool:
    """Whether data are declared to be a limited or de-identified set: by `is`, step by step, not as part of one."""
    wanted = {closure.find(key, Kind.DATA) for key in SETS}
    pending = [data]
    for at in pending:
        pending += [up for up in closure.lexicon.linked(at, Relation.IS) if up not in pending]
    return bool(wanted & set(pending)) and not is_identifier(data, closure)


def is_identifier(data: Concept, closure: Closure) -> bool:
    """Whether data are one of the identifiers themselves."""
    return bool(closure.universe.bit(data) & closure.covers_key("limited data set identifier", Kind.DATA))


def finding(entry: Entry, found: list[Concept], document: Document, facts: Facts) -> Finding:
    """One set that takes identifiers in."""
    data, held = names([entry.concept]), names(found)
    be, take = ("are", "include") if plural([entry.concept]) else ("is", "includes")
    message = (
        f"{sentence(data)} {be} to be without details that point to a person, yet {take} {held}: "
        "it would not count as such a set."
    )
    where = document if entry in document.lexicon.entries.values() else None
    return Finding(
        "identifiers-in-lds",
        SEVERITY,
        message,
        quote_origin(entry.origin, "the set", where),
        f"Take {held} out of it (`excludes {held}`), or call it what it is: personal data.",
        tuple(line for each in found for line in definition(each, facts, document, "the identifier")),
    )
