"""A condition of a clause adds nothing, because another one holds only where it does.

## What it does

Finds conditions that are joined in one clause although one of them is the other, or a kind of it: *with consent and
opt-in consent* says no more than *with opt-in consent*, and *unless consent or opt-in consent* no more than *unless
consent*. It is a note.

## Why it matters

A reader looks for a meaning in every word, and finds one: that two consents have to be asked for, perhaps.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex may use financial data with consent and opt-in consent.  # note: "`with consent` adds nothing"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex must not use health data unless consent or opt-in consent.  # note: "`unless opt-in consent` adds nothing"
2: Globex may share health data with Acme with consent, if consent.  # note: "`if consent` adds nothing"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex may use financial data with opt-in consent.
2: Globex may use health data only with consent, if requested.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex may use financial data if requested or required by law.
2: Globex must not use financial data unless requested or required by law.
```

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex may use financial data with opt-in consent, even with consent.
2: Globex may use health data with opt-in consent unless not consent.  # note: "`unless not consent` adds nothing"
```

## Known limits

Only conditions of one clause are compared, and only where one of them alone entails the other.

## References

None needed: the clause means the same without it.
"""

from collections.abc import Iterator

from policyc.analysis.conjuncts import Conjunct, conjuncts, exclusive, implied
from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity
from policyc.norms.norm import Norm
from policyc.rules.evidence import quote
from policyc.rules.wording import by_clause, clauses

SEVERITY = Severity.NOTE


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause with such a condition."""
    for norm in by_clause(facts.norms):
        found = conjuncts(norm.provision, facts.closure(norm.document)) if len(norm.provision.limits) else []
        idle = [] if exclusive(found) else list(implied(found))
        if idle:
            yield finding(norm, *idle[0])


def finding(norm: Norm, wide: Conjunct, narrow: Conjunct) -> Finding:
    """The finding of one clause."""
    return Finding(
        "redundant-condition",
        SEVERITY,
        f"In {clauses([norm], norm.document)} `{wide.words}` adds nothing beside `{narrow.words}`: "
        "what meets the latter meets it too.",
        quote(norm, "one condition too many"),
        f"Take `{wide.words}` out, or say what else is meant by it.",
    )
