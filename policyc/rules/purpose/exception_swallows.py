"""A ban has an exception so wide that it forbids nothing.

## What it does

Reports a ban whose own words let everything through again:

- an `except` for a purpose that nobody can measure a use by (business purposes, other purposes, any purpose): every
  use can be called that;
- an `unless` or `without` for what the one who is bound decides alone (at its sole discretion).

A ban that another clause sets aside wholly is told by `shadowed-clause`, and a vague purpose of a permission by
`vague-purpose`.

## Why it matters

The ban is what the other side, and the people concerned, rely on. With such an exception it binds nobody, and reads as
if it did.

## Example

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must not share transaction history with anyone except for business purposes.  # warning: "business purposes"
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex, is proposed.
1: Globex must not use transaction history for advertising unless sole discretion.  # warning: "would forbid"
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must not share transaction history with anyone except for fraud prevention.
2: Globex must not use transaction history for advertising unless consent.
3: Globex must not use transaction history except as this agreement allows.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must not use transaction history for business purposes.
2: Globex may share transaction history with auditors, with sole discretion.
```

Boundary:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must not use transaction history unless consent and sole discretion.
2: Globex must not use transaction history unless consent or sole  # warning: "Clause 2 forbids Globex nothing"
    discretion.
3: Acme and Globex must not share passwords except for general purposes and customer  # warning: "Acme and Globex"
    support.
```

## Known limits

Conditions in quotation marks, and those that are hard to judge (*necessary*, *legitimate interests*), are taken to
limit something.

## References

None needed: a ban that its own exception undoes is not one.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered
from policyc.analysis.purposes import shuts_nothing_out
from policyc.findings import Finding, Severity
from policyc.model.document import Dimension, Document
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.rules.evidence import names, quote
from policyc.rules.wording import by_clause, clauses, proposed, sentence

SEVERITY = Severity.WARNING

AT_WILL = ("sole discretion",)


def check(facts: Facts) -> Iterator[Finding]:
    """Every ban that its own exception undoes."""
    for document in facts.agreements:
        bans = [norm for norm in facts.norms_of(document) if norm.bans and norm.by_only is None]
        for norm in by_clause(bans):
            what = undoes(norm, document, facts)
            if what:
                yield finding(norm, what, document)


def undoes(norm: Norm, document: Document, facts: Facts) -> str:
    """The exception of a ban that lets everything through, in words; empty where there is none."""
    vague = [
        term.value
        for limit in norm.provision.limits
        if limit.dimension is Dimension.PURPOSE and limit.mode == "except" and limit.names and not limit.outside
        for term in limit.names.terms
        if isinstance(term.value, Concept) and shuts_nothing_out(term.value, document, facts)
    ]
    if vague:
        return f"everything can be called {names(vague)}"
    return "who is bound decides alone when it holds" if is_at_will(norm, facts.closure(document)) else ""


def is_at_will(norm: Norm, closure: Closure) -> bool:
    """Whether a ban ends wherever the one who is bound wants it to, and nothing else has to hold for that."""
    at_will = covered(AT_WILL, Kind.CONDITION, closure)
    condition = norm.region.condition
    return bool(condition) and all(way.absent & at_will for way in condition)


def finding(norm: Norm, what: str, document: Document) -> Finding:
    """One ban that its own exception undoes."""
    who = names(term.value for term in norm.provision.bearer.terms if isinstance(term.value, Concept)) or "anyone"
    forbid = "would forbid" if proposed(document) else "forbids"
    return Finding(
        "exception-swallows",
        SEVERITY,
        f"{sentence(clauses([norm], document))} {forbid} {who} nothing, because of its exception: {what}.",
        quote(norm, "the exception lets everything through"),
        "Name in the exception the one use that is meant (`except for fraud prevention`), or the leave that is needed "
        "(`unless prior written approval`).",
    )
