"""Data about minors may be used to target or profile them or be sold, or are collected without a parent's consent.

## What it does

An agreement speaks of data about children (or about students, where a school or education agency is a party), and a
clause

- lets such data be used or given for targeted advertising, direct marketing, profiling or trade in data, or lets them
  be sold, and does not wait for consent; or
- lets somebody collect data about children, while nothing in the agreement speaks of the consent of a parent or a
  school, and no party is a school, a health care provider or a public body.

Advertising by what stands beside it (*contextual advertising*) is left out, and so is what a ban of the agreement
meets. One finding a party that may do so; where consent is nowhere spoken of, one an agreement.

## Why it matters

Children cannot weigh what they give away. Laws on children's and students' data single out just these uses, and an
agreement that grants them grants what one of its parties cannot lawfully do.

## Example

Bad:

```policy
Acme is a game publisher.
Game publisher is a company.
Globex is an ad network.
Play data is behavioural data about children.
agreement "Ads" between Acme and Globex.
1: Acme may share play data with Globex for ad targeting.  # warning: "play data with Globex for ad targeting"
2: Globex must not sell play data.
```

Bad:

```policy
Lincoln School is a school.
Globex is an educational technology company.
agreement "Reading app" between Lincoln School and Globex, is proposed.
1: Globex may use education records for behavioural profiling and education.  # warning: "would let Globex"
```

Bad:

```policy
Acme is a developer.
Globex is a cloud provider.
agreement "App" between Acme and Globex.
1: Globex may collect location data about young children for service provision.  # warning: "no consent of a parent"
```

Good:

```policy
Lincoln School is a school.
Globex is an educational technology company.
agreement "Reading app" between Lincoln School and Globex.
1: Globex may collect and use education records for education.
2: Globex must not use education records for advertising.
3: Globex must not sell education records.
```

Good:

```policy
Acme is a developer.
Globex is an ad network.
agreement "App" between Acme and Globex.
1: Acme may collect email addresses about children for service provision, with verifiable parental consent.
2: Acme may share email addresses about children with Globex for direct marketing, with parental consent.
3: Globex may use service usage data about children for contextual advertising.
```

Boundary:

```policy
State University is a university.
Globex is an ad network.
Freshmen are students.
agreement "Campus" between State University and Globex.
1: State University may share email addresses about freshmen with Globex for direct marketing.
2: State University may share email addresses about teenagers with Globex for direct marketing.  # warning: "teenagers"
3: State University may share email addresses about adults and children with Globex for direct marketing.
```

## Known limits

Only data that a clause or definition says are about children count; that users of a service may be children is not
guessed. Which age a law has in mind is not weighed.

## References

16 CFR 312.5(a)(1): an operator obtains verifiable parental consent before any collection, use or disclosure of personal
information from children. Cal. Bus. & Prof. Code 22584(b)(1)-(3): no targeted advertising, no profile except for school
purposes, no sale of student information.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, is_personal
from policyc.analysis.silence import acts
from policyc.analysis.words import named_in
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.granting import Ends, Use, also, by_user, parties_of, uses
from policyc.rules.leave import waits_for_person
from policyc.rules.wording import by_clause, clauses, quoted_each, sentence, verb

SEVERITY = Severity.WARNING

CHILDREN = ("children",)
TARGETING = Ends(
    purposes=("advertising", "direct marketing", "profiling", "data monetisation"),
    acts=("sell", "profile"),
    without=("contextual advertising",),
)
TRUSTED = ("educational institution", "health care provider", "public body")
"""Parties that may collect data about children in their care on other grounds than a parent's consent."""
SCHOOLS = ("school", "educational agency")
CONSENTS = ("parental consent", "school consent", "parent or student consent")


def check(facts: Facts) -> Iterator[Finding]:
    """Every clause that lets children be targeted, and agreements under which they are asked without their parents."""
    for document in facts.agreements:
        young = young_people(document, facts.closure(document))
        about = [norm for norm in facts.norms_of(document) if norm.grants and is_about(norm, young)]
        if about:
            yield from targeting(document, young, facts)
            yield from collecting(document, about, facts)


def young_people(document: Document, closure: Closure) -> int:
    """Children; students too, where a school is a party."""
    pupils = ("student",) if parties_of(SCHOOLS, document, closure) else ()
    return covered((*CHILDREN, *pupils), Kind.PEOPLE, closure)


def is_about(norm: Norm, young: int) -> bool:
    """Whether a norm is about young people and nobody else."""
    people = norm.region.masks[Side.PEOPLE]
    return people > 0 and not people & ~young


def targeting(document: Document, young: int, facts: Facts) -> Iterator[Finding]:
    """One finding for each party that may target young people, profile them or trade in their data."""
    closure = facts.closure(document)
    found = (
        use
        for use in uses(document, facts, TARGETING)
        if is_about(use.norm, young) and not waits_for_person(use.norm, closure)
    )
    for group in by_user(found):
        yield targeted(group, facts)


def targeted(group: list[Use], facts: Facts) -> Finding:
    """The clauses that let a party target young people, profile them or trade in their data."""
    norm, whom = group[0].norm, people(group[0].norm, facts)
    return Finding(
        "children",
        SEVERITY,
        f"{group[0].granted(list(norm.objects), facts)}, and these data are about {whom}.",
        quote(norm, f"about {whom}"),
        "Take this purpose out, or leave young people out of it (`about adults`); where the law allows it at all, let "
        "it wait: `… only with verifiable parental consent.`",
        also(group),
    )


def people(norm: Norm, facts: Facts) -> str:
    """Whom the data of a norm are about, in words."""
    return names(named_in(facts.closure(norm.document), norm.region.masks[Side.PEOPLE])) or "children"


def collecting(document: Document, about: list[Norm], facts: Facts) -> Iterator[Finding]:
    """The finding of an agreement that lets data be collected from children and speaks of nobody's consent."""
    closure = facts.closure(document)
    asked = [norm for norm in about if acts(norm, "collect", closure) and is_personal(norm, closure)]
    children = covered(CHILDREN, Kind.PEOPLE, closure)
    asked = [norm for norm in asked if is_about(norm, children) and not waits_for_person(norm, closure)]
    if not asked or facts.reading(document) is None or parties_of(TRUSTED, document, closure):
        return
    consents = covered(CONSENTS, Kind.CONDITION, closure)
    if not any(facts.mentions(each).states & consents for each in facts.at_hand(document)):
        yield collected(by_clause(asked), facts)


def collected(asked: list[Norm], facts: Facts) -> Finding:
    """One agreement that lets data be collected from children and speaks of nobody's consent."""
    norm = asked[0]
    return Finding(
        "children",
        SEVERITY,
        f"{sentence(clauses(asked, norm.document))} {verb(asked, 'lets', 'let')} data about {people(norm, facts)} be "
        "collected, and no consent of a parent is asked for anywhere in the agreement.",
        quote(norm, "collected here"),
        "Add `only with verifiable parental consent`, or say who obtains that consent.",
        quoted_each(asked, "collected here as well")[1:],
    )
