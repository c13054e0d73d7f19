"""The one whose consent a clause waits for cannot give it for the people whom the data are about.

## What it does

A permission or duty on personal data waits for one of these, where the data are about others than these can speak for:

| consent | speaks for | not for |
|---|---|---|
| of a parent | children | adults, eligible students |
| of a student | students who are of age | young children |
| of a school | students, for what the school needs | advertising, direct marketing, profiling, trade in data |

Only people that are declared count, and only where none of the conditions would do. One finding a clause.

## Why it matters

A yes from somebody who may not say it is no yes: what rests on it rests on nothing, and the one who asked finds out in
court.

## Example

Bad:

```policy
State University is a university.
Globex is an analytics provider.
Freshmen are eligible students.
agreement "Campus" between State University and Globex.
1: State University may share education records about freshmen with Globex for statistics,  # warning: "freshmen"
    with parental consent.
```

Bad:

```policy
Lincoln School is a school.
Globex is an educational technology company.
Pupils are school children.
agreement "Reading app" between Lincoln School and Globex, is proposed.
1: Globex may use education records about pupils for ad targeting, with  # warning: "would wait for school consent"
    school consent.
```

Good:

```policy
Lincoln School is a school.
Globex is an educational technology company.
agreement "Reading app" between Lincoln School and Globex.
1: Globex may use education records for education, with school consent.
2: Globex may use account data about young children for research, with parental consent.
3: Lincoln School may share education records with Globex for research, with parent-or-student consent.
```

Good:

```policy
Acme is a clinic.
Globex is a laboratory.
agreement "Tests" between Acme and Globex.
1: Acme may share health data with Globex for health care, with parental consent.
2: Acme may share health data about adults with Globex for research, with parental consent or patient authorisation.
```

Boundary:

```policy
Lincoln School is a school.
Globex is an educational technology company.
agreement "Reading app" between Lincoln School and Globex.
1: Globex may use account data about teenagers for research, with student consent.
2: Globex may use account data about young children for research, with student consent.  # warning: "young children"
3: Globex may use account data about students and adults for research, with parental consent.
```

## Known limits

Whether somebody has power to act for a certain person is not known to policyc.

## References

34 CFR 99.5(a)(1): when a student becomes an eligible student, the rights of the parents pass to the student. Federal
Trade Commission, Complying with COPPA: Frequently Asked Questions, part N: a school's consent for parents is limited to
the educational context.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, hinges_on, is_personal
from policyc.analysis.words import named_in
from policyc.findings import Finding, Severity
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.granting import Ends, purposes_within
from policyc.rules.wording import clauses, sentence, verb

SEVERITY = Severity.WARNING

COMMERCIAL = Ends(purposes=("advertising", "direct marketing", "profiling", "data monetisation"))

NOTHING = Ends()


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent, the people for whom it cannot be given, and the uses for which it cannot."""

    name: str
    not_for: tuple[str, ...] = ()
    not_to: Ends = NOTHING

    def misses(self, norm: Norm, closure: Closure) -> str:
        """For what a norm asks this consent in vain, in words; empty where it does not."""
        people, beyond = norm.region.masks[Side.PEOPLE], covered(self.not_for, Kind.PEOPLE, closure)
        if people > 0 and not people & ~beyond:
            return f"for {names(named_in(closure, people))}"
        purposes = purposes_within(norm, self.not_to.purposes_mask(closure), closure)
        return f"to {names(purposes)}" if purposes else ""


CONSENTS = (
    Consent("parental consent", not_for=("adult", "eligible student")),
    Consent("student consent", not_for=("young children",)),
    Consent("school consent", not_to=COMMERCIAL),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Every clause that waits for a consent that cannot be given."""
    for document in facts.agreements:
        closure = facts.closure(document)
        every = covered(tuple(each.name for each in CONSENTS), Kind.CONDITION, closure)
        if not facts.mentions(document).states & every:
            continue
        told: set[int] = set()
        for norm in facts.norms_of(document):
            if norm.grants and id(norm.clause) not in told and is_personal(norm, closure):
                for consent, missed in in_vain(norm, closure):
                    told.add(id(norm.clause))
                    yield finding(norm, consent, missed)


def in_vain(norm: Norm, closure: Closure) -> Iterator[tuple[Consent, str]]:
    """The first consent that a norm waits for and that cannot be given."""
    for consent in CONSENTS:
        if hinges_on(norm, covered((consent.name,), Kind.CONDITION, closure)):
            missed = consent.misses(norm, closure)
            if missed:
                yield consent, missed
                return


def finding(norm: Norm, consent: Consent, missed: str) -> Finding:
    """One clause that waits for a consent that cannot be given."""
    return Finding(
        "consent-by-wrong-party",
        SEVERITY,
        f"{sentence(clauses([norm], norm.document))} {verb([norm], 'waits', 'wait')} for {consent.name}, which cannot "
        f"be given {missed}.",
        quote(norm, f"{consent.name} is asked for"),
        "Ask the one who may say yes: the person, or, for a child, a parent.",
    )
