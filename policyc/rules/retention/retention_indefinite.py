"""Personal data may be kept without end.

## What it does

Reports a clause that lets, or makes, a party keep personal data and sets no end: no time, no day, no event, not *as
long as necessary*, no retention policy, and no duty of that party to delete such data. Where, how and for what data
are stored is not asked here.

## Why it matters

What is kept for ever will be found in every later breach, and by every later owner of the business.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
2: Globex may keep bank account data after termination.  # warning: "keep bank account data without end"
```

Bad:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech, is proposed.
1: Initech may keep and use education records for research with perpetual.  # warning: "would let Initech"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may keep bank account data for at most 12 months.
2: Globex may keep transaction history if necessary.
3: Globex may keep telephone numbers until account closure.
```

Good:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech.
1: Initech may keep education records.
2: Initech must destroy education records after completion of the project.
```

A duty on how data are stored is no leave to keep them, and what tells of nobody may be kept.

Boundary:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech.
1: Initech must store education records with encryption.
2: Initech may keep aggregate statistics.
3: Initech may keep education records after termination if required by law.
4: Initech may keep email addresses.  # warning: "without end"
```

## Known limits

Any duty to delete counts as an end, also one that waits for a request. A licence without end is not looked at.

## References

None needed: a clause on keeping that sets no end leaves open what it is there to settle.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, hinges_on, is_personal
from policyc.analysis.silence import acts, is_timed
from policyc.findings import Finding, Severity
from policyc.model.names import Kind
from policyc.norms.norm import Norm
from policyc.rules.evidence import names, quote
from policyc.rules.keeping import deletes, has_end, is_lawful_exception, keeps, names_policy, same_data
from policyc.rules.silences import bound
from policyc.rules.wording import by_clause, clauses, proposed, sentence

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that lets data be kept without end."""
    for document in facts.agreements:
        heard = facts.heard(document) or []
        found = [norm for norm in facts.norms_of(document) if is_endless(norm, facts)]
        for norm in by_clause(found):
            if heard and not any(ends(other, norm, facts) for other in heard):
                yield finding(norm, facts)


def is_endless(norm: Norm, facts: Facts) -> bool:
    """Whether a clause about keeping personal data sets no end by itself."""
    closure = facts.closure(norm.document)
    if not keeps(norm, facts) or not is_personal(norm, closure) or has_end(norm) or names_policy(norm, facts):
        return False
    necessary = covered(("necessary", "legal basis"), Kind.CONDITION, closure)
    return not hinges_on(norm, necessary) and not is_lawful_exception(norm, facts)


def ends(other: Norm, norm: Norm, facts: Facts) -> bool:
    """Whether another norm makes the same party delete such data, or forbids it to keep them past some time."""
    forbids = other.bans and is_timed(other) and acts(other, "keep", facts.closure(norm.document))
    return (deletes(other, facts) or forbids) and bool(same_data(other, norm, facts))


def finding(norm: Norm, facts: Facts) -> Finding:
    """The finding of one clause."""
    document, keeper, data = norm.document, bound(norm, facts), names(norm.objects) or "personal data"
    by_law = hinges_on(norm, facts.universe.kind(Kind.LAW))
    lets = "would let" if proposed(document) else "lets"
    return Finding(
        "retention-indefinite",
        SEVERITY.at_most(Severity.NOTE) if by_law else SEVERITY,
        f"{sentence(clauses([norm], document))} {lets} {keeper} keep {data} without end: no time is set, and no clause "
        f"makes {keeper} delete them.",
        quote(norm, "kept without end"),
        f"Set an end here (`for 12 months`, `until account closure`), or add: {keeper} must delete {data} within "
        "30 days after termination.",
    )
