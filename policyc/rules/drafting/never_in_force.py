"""A document or clause never comes into force.

## What it does

Finds clauses whose days lie before their agreement begins or after it has ended, or that are to hold at once after an
event and before it; and documents that end before they begin: by their own header, because another one replaces them
first, or because they amend what has ended by then, or what begins only when they have ended. Where a document is
replaced by one that names no day, that is a note: policyc then takes the old one to have ended at once.

## Why it matters

Such a clause looks like a right or a promise, and is none. As a rule a date was mistyped, or another document was
changed and this one forgotten.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex, from 2020-01-01 until 2021-12-31.
1: Globex may use financial data until 2019-12-31.  # warning: "begins only on 2020-01-01"
2: Globex must delete location data from 2022-06-01.  # warning: "ended by then"
3: Globex may use health data from 2021-03-01 until 2021-02-28.  # warning: "before it begins"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex may use financial data after unauthorised access, before a breach.  # warning: "at once"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "First" between Acme and Globex, from 2021-01-01.  # warning: "replaces it from 2020-06-01 on"
1: Globex may use financial data.
agreement "Second" between Acme and Globex, from 2020-06-01, replaces "First".
1: Globex may use location data.
agreement "More" between Acme and Globex, from 2022-01-01, amends "Short".  # warning: "has ended"
1: Globex may use location data.
agreement "Short" between Acme and Globex, until 2021-12-31.
1: Globex may use health data.
agreement "Mistyped" between Acme and Globex, from 2022-01-01 until 2021-12-31.  # warning: "before it begins"
1: Globex may use health data.
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex, from 2022-01-01.
1: Globex may use financial data.
agreement "Early" between Acme and Globex, from 2020-01-01 until 2020-12-31, amends "Deal".  # warning: "begins only"
1: Globex may use location data.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex, from 2020-01-01 until 2021-12-31.
1: Globex may use financial data until 2020-06-30.
2: Globex may keep health data from 2022-06-01. Clause 2 survives termination.
3: Globex must not use location data after a breach until containment of breach.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "First" between Acme and Globex, from 2020-01-01.
1: Globex may use financial data.
agreement "Second" between Acme and Globex, from 2021-01-01, replaces "First".
1: Globex may use location data.
```

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "First" between Acme and Globex.  # note: "names no day"
1: Globex may use financial data.
agreement "Second" between Acme and Globex, replaces "First".
1: Globex may use location data until 2019-12-31.
```

## Known limits

Of events only those are compared of which one is a kind of the other; that an event will not come is not known.
A clause that is to hold both before and after termination is reported as `vacuous-clause`.

## References

None needed: a sentence that holds on no day binds nobody.
"""

from collections.abc import Iterator

from policyc.analysis.conjuncts import occasion_words, opposed_events
from policyc.analysis.facts import Facts
from policyc.findings import Evidence, Finding, Severity
from policyc.model.document import Clause, Document, Provision, Status
from policyc.norms.calendar import Calendar
from policyc.norms.in_force import bound_provision
from policyc.rules.evidence import quote_clause, quote_header

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each document that is never in force, else for each such clause of it."""
    for document in facts.workspace.documents:
        if document.kind == "vocabulary":
            continue
        if not document.ever_in_force:
            yield idle_document(document, facts)
            continue
        if base := ends_too_soon(document, facts):
            yield too_soon(document, base)
            continue
        calendar = Calendar(document, facts.closure(document))
        for clause in document.clauses:
            if why := why_never(clause, document, calendar, facts):
                yield idle_clause(clause, document, why)


# Clauses


def why_never(clause: Clause, document: Document, calendar: Calendar, facts: Facts) -> str:
    """Why there is no day on which a clause holds; empty where there is one, or where it is told elsewhere."""
    provision = bound_provision(clause)
    if not calendar.phases(clause, provision):
        return ""
    if opposed := opposed_events(provision, facts.closure(document)):
        late, early = map(occasion_words, opposed)
        return f"it is to hold {late} and {early} at once, which cannot be"
    start, end = calendar.period(clause, provision)
    return why_no_day(provision, document) if start >= end else ""


def why_no_day(provision: Provision, document: Document) -> str:
    """Why no day is left, in the words of a reader."""
    since, through = provision.timing.since, provision.timing.through
    if since and through and through < since:
        return f"it ends on {through.isoformat()}, before it begins on {since.isoformat()}"
    if through and document.start and through < document.start:
        return (
            f"it holds until {through.isoformat()}, and the {document.kind} begins only on {document.start.isoformat()}"
        )
    day = since.isoformat() if since else "then"
    return f"it holds from {day} on, and the {document.kind} has ended by then"


def idle_clause(clause: Clause, document: Document, why: str) -> Finding:
    """The finding of one clause."""
    name = f"Clause {clause.label}" if clause.label else f"The clause on {clause.name}"
    return Finding(
        "never-in-force",
        SEVERITY,
        f"{name} is never in force: {why}.",
        quote_clause(clause, document, "never in force"),
        "Correct the days or events, let the clause survive if it is meant for the time after the end, or take it out.",
        (quote_header(document, "when the agreement holds"),) if document.start or document.end else (),
    )


# Documents


def idle_document(document: Document, facts: Facts) -> Finding:
    """The finding of one document, with the document that is the cause."""
    others = facts.workspace.documents
    if replacing := next((each for each in others if replaces(each, document)), None):
        return replaced(document, replacing)
    amended = [each for each in others if each.title.lower() in {title.lower() for title in document.amends}]
    cause = next((each for each in amended if each.end is not None and each.end == document.end), None)
    dates = f"it begins on {day(document.start)}"
    why = (
        f'{dates}, when "{cause.title}", which it amends, has ended'
        if cause
        else f"it ends before it begins: {dates} and ends on {day(document.end)}"
    )
    related = (quote_header(cause, "amended"),) if cause else ()
    return told(document, SEVERITY, why, "Correct the dates in the header, or take the document out.", related)


def ends_too_soon(document: Document, facts: Facts) -> Document | None:
    """The first of what an amendment amends, if all of it is at hand and begins only when the amendment has ended."""
    titles = {title.lower() for title in document.amends}
    amended = [each for each in facts.workspace.documents if each.title.lower() in titles and each is not document]
    begun = [(each.start, each) for each in amended if each.start]
    if not begun or len(begun) < len(titles) or document.end is None:
        return None
    start, first = min(begun, key=lambda each: each[0])
    return first if document.end < start else None


def too_soon(document: Document, base: Document) -> Finding:
    """The finding of an amendment that has ended before what it amends begins."""
    why = f'it ends on {day(document.end)}, and "{base.title}", which it amends, begins only on {day(base.start)}'
    help = "Correct the dates in the headers, or take the amendment out."
    return told(document, SEVERITY, why, help, (quote_header(base, "amended"),))


def replaces(other: Document, document: Document) -> bool:
    """Whether a document that is in force replaces another."""
    titles = {title.lower() for title in other.replaces}
    return other is not document and other.status is Status.LIVE and document.title.lower() in titles


def replaced(document: Document, by: Document) -> Finding:
    """The finding of a document that another replaces before it begins, or on a day that nobody knows."""
    if by.start is None or document.start is None:
        undated = by if by.start is None else document
        why = f'"{by.title}" replaces it, and "{undated.title}" names no day, so that it is taken to have ended at once'
        help = f'Write `from` and the day into the header of "{undated.title}".'
        return told(document, Severity.NOTE, why, help, (quote_header(by, "replaces it"),))
    why = f'"{by.title}" replaces it from {day(by.start)} on, and it would begin only on {day(document.start)}'
    return told(
        document,
        SEVERITY,
        why,
        "Correct the dates, or take out the document that never began.",
        (quote_header(by, "replaces it"),),
    )


def told(document: Document, severity: Severity, why: str, help: str, related: tuple[Evidence, ...]) -> Finding:
    """The finding of one document in words."""
    message = f'"{document.title}" is never in force: {why}.'
    return Finding("never-in-force", severity, message, quote_header(document, "never in force"), help, related)


def day(value: object) -> str:
    """A day as it is written; a document that was never to begin has none."""
    return str(value) if value else "no day"
