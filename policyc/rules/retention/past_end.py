"""A clause is to hold until a day on which the agreement has ended.

## What it does

Compares the day in a clause's own `until` with the last day in the header of its agreement. It reports a clause that
would run on past the end although no sentence lets it survive.

## Why it matters

A ban until 2035 in an agreement until 2030 binds nobody for the last five years, and leave to keep data until 2035 has
run out with the rest. Whoever wrote the day meant it.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex, from 2026-01-01, until 2027-12-31.
4: Globex may keep bank account data until 2030-12-31.  # warning: "the agreement ends on 2027-12-31"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex, until 2027-12-31, is proposed.
4: Globex must not use bank account data for advertising until 2035-12-31.  # warning: "would bind nobody after that"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex, from 2026-01-01, until 2027-12-31.
4: Globex may keep bank account data until 2030-12-31.
Clause 4 survives termination.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex, from 2026-01-01, until 2027-12-31.
4: Globex may use bank account data until 2027-12-31.
5: After termination, Globex may keep bank account data until 2030-12-31.
```

Where another document ends the agreement sooner, its clauses were not written for that day.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "First" between Acme and Globex, from 2025-01-01, until 2027-12-31.
1: Globex may use bank account data until 2028-01-01.  # warning: "the agreement ends on 2027-12-31"
agreement "Old" between Acme and Globex, from 2025-01-01.
1: Globex may use bank account data until 2027-12-31.
agreement "New" between Acme and Globex, from 2026-01-01, replaces "Old".
1: Globex may use bank account data until 2027-12-31.
```

## Known limits

A length of time (*for 6 years*) is not compared, since it may begin on any day. Agreements that amend others, or that
others amend or replace, are left out: their last day may not be the one that was meant. A clause that only begins
after the end is `never-in-force`.

## References

None needed: a clause ends with its agreement unless it is said to survive.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity
from policyc.model.document import Clause, Document
from policyc.norms.calendar import Calendar
from policyc.norms.in_force import bound_provision
from policyc.norms.region import DURING
from policyc.rules.evidence import quote_clause, quote_header
from policyc.rules.wording import proposed

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that is to run past its agreement's last day."""
    changed = {title.lower() for each in facts.workspace.documents for title in (*each.amends, *each.replaces)}
    for document in facts.agreements:
        if document.end is None or document.amends or document.title.lower() in changed:
            continue
        late = [clause for clause in document.clauses if runs_past(clause, document)]
        calendar = Calendar(document, facts.closure(document)) if late else None
        for clause in late:
            if calendar and calendar.phases(clause, bound_provision(clause)) == (DURING,):
                yield finding(clause, document)


def runs_past(clause: Clause, document: Document) -> bool:
    """Whether a clause names a last day that lies after its agreement's, and could begin before."""
    timing = bound_provision(clause).timing
    if timing.through is None or document.end is None or timing.through <= document.end:
        return False
    return timing.since is None or timing.since <= document.end


def finding(clause: Clause, document: Document) -> Finding:
    """The finding of one clause."""
    name = f"Clause {clause.label}" if clause.label else f"The clause on {clause.name}"
    day, would = bound_provision(clause).timing.through, proposed(document)
    is_to, binds = ("would be to", "would bind") if would else ("is to", "binds")
    label = clause.label or "4"
    return Finding(
        "past-end",
        SEVERITY,
        f"{name} {is_to} hold until {day}, but the agreement ends on {document.end} and nothing lets the clause "
        f"survive: it {binds} nobody after that.",
        quote_clause(clause, document, "until when it is to hold"),
        f"If it is meant to go on, add: Clause {label} survives termination. Otherwise correct the day.",
        (quote_header(document, "when the agreement ends"),),
    )
