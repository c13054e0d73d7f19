"""Health, biometric or other special data may be used to advertise or be sold, or on a ground that does not reach them.

## What it does

Reports a permission or duty that names special category data (health, genetic, biometric data, beliefs, opinions,
ethnic origin, sex life and the like) and

- lets them be used or given for advertising, direct marketing, audience building or trade in data, or be sold, and does
  not wait for the consent of the person; or
- rests on *contract necessity* or *legitimate interests* alone, which carry ordinary personal data and not these.

Names that the agreement itself puts below such data count; what is de-identified, or declared to be, does not. Where
a ban of the agreement meets the clause, that is told elsewhere. One finding a party that may do so, one a clause on its
ground.

## Why it matters

These are the data whose leaking costs people jobs, insurance, freedom. Laws that otherwise differ agree that nobody
may advertise with them or sell them unless the person has said yes to that.

## Example

Bad:

```policy
Acme is a clinic.
Globex is an ad network.
Visits are medical records about patients.
agreement "Reach" between Acme and Globex.
1: Acme may share visits and names with Globex for ad targeting.  # warning: "visits with Globex"
```

Bad:

```policy
Acme is a company.
Globex is a data broker.
agreement "List" between Acme and Globex, is proposed.
1: Acme may sell mental health data to Globex.  # warning: "would let Acme"
2: Globex may use fingerprints for analytics, with legitimate interests.  # warning: "legitimate interests"
```

Good:

```policy
Acme is a clinic.
Globex is a laboratory.
agreement "Tests" between Acme and Globex.
1: Acme may share medical records with Globex for health care.
2: Globex may use medical records for health research, with patient authorisation.
3: Globex must not use or sell medical records for advertising.
```

Good:

```policy
Acme is a clinic.
Globex is an ad network.
agreement "Reach" between Acme and Globex.
1: Acme may share medical records with Globex for ad targeting, with explicit consent.
2: Acme may share email addresses with Globex for email marketing.
3: Globex may use medical records for advertising if de-identified.
4: Globex may use visit figures for advertising.
Visit figures are health data and aggregated data.
```

Boundary:

```policy
Acme is a clinic.
Globex is a platform.
agreement "Portal" between Acme and Globex.
1: Globex may use health data for service provision, with contract necessity or explicit consent.
2: Globex may use health data for service provision, with contract necessity.  # warning: "contract necessity"
3: Globex may use health data for analytics.
4: Globex must not use health data for analytics without consent.
```

## Known limits

Data from which such data can be worked out (purchases in a pharmacy) are told by `reveals`. Which of the grounds that
do reach these data hold is not weighed.

## References

Regulation (EU) 2016/679 art. 9(1) and (2)(a): processing special categories is prohibited unless one of the grounds of
paragraph 2 applies, such as explicit consent; contract and legitimate interests (art. 6(1)(b) and (f)) are not among
them.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, hinges_on, is_personal
from policyc.analysis.words import bit_words, listed
from policyc.findings import Evidence, Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Concept, Kind
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import definition, names, quote
from policyc.rules.granting import Ends, Use, also, by_user, is_met, names_only_stripped, objects_within, uses
from policyc.rules.leave import waits_for_person
from policyc.rules.wording import by_clause, clauses, sentence, verb

SEVERITY = Severity.WARNING

SPECIAL = ("special category data",)
REACH = Ends(
    purposes=("advertising", "direct marketing", "audience segmentation", "data monetisation"),
    acts=("sell",),
)
GROUNDS = ("contract necessity", "legitimate interests")
"""Grounds of European law on which ordinary personal data may be processed, and special categories may not."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every clause that lets special category data be traded, or rests on a ground that does not reach them."""
    for document in facts.agreements:
        if facts.mentions(document).objects & covered(SPECIAL, Kind.DATA, facts.closure(document)):
            yield from in_trade(document, facts)
            yield from on_weak_ground(document, facts)


def in_trade(document: Document, facts: Facts) -> Iterator[Finding]:
    """One finding for each party that may advertise with special category data or sell them."""
    closure = facts.closure(document)
    special = covered(SPECIAL, Kind.DATA, closure)
    found = (
        use
        for use in uses(document, facts, REACH)
        if objects_within(use.norm, special, closure) and not waits_for_person(use.norm, closure)
    )
    for group in by_user(found):
        yield traded(group, objects_within(group[0].norm, special, closure), facts)


def traded(group: list[Use], data: list[Concept], facts: Facts) -> Finding:
    """The clauses that let a party advertise with special category data or sell them."""
    norm, what = group[0].norm, names(data)
    return Finding(
        "special-category",
        SEVERITY,
        f"{group[0].granted(data, facts)}, and the person need not have agreed.",
        quote(norm, "special category data"),
        f"Take {what} out of it (`except {what}`), or let it wait for the person: `… only with explicit consent.`",
        also(group) + defined(data, norm, facts),
    )


def on_weak_ground(document: Document, facts: Facts) -> Iterator[Finding]:
    """The clauses that rest on a ground that does not carry special category data."""
    closure, own = facts.closure(document), facts.norms_of(document)
    special, grounds = covered(SPECIAL, Kind.DATA, closure), covered(GROUNDS, Kind.CONDITION, closure)
    if not facts.mentions(document).states & grounds:
        return
    for norm in by_clause(norm for norm in own if norm.grants and objects_within(norm, special, closure)):
        about_people = is_personal(norm, closure) and not names_only_stripped(norm, closure)
        if hinges_on(norm, grounds) and about_people and not is_met(norm, own):
            yield weak(norm, objects_within(norm, special, closure), facts)


def weak(norm: Norm, data: list[Concept], facts: Facts) -> Finding:
    """One clause whose ground does not carry its data."""
    closure = facts.closure(norm.document)
    wanted = covered(GROUNDS, Kind.CONDITION, closure)
    held = [mask for part in (*norm.region.condition, *norm.manner) for mask in part.held if not mask & ~wanted]
    ground = listed(dict.fromkeys(bit_words(closure.widest(mask), Side.OBJECT, facts.universe) for mask in held), "or")
    return Finding(
        "special-category",
        SEVERITY,
        f"{sentence(clauses([norm], norm.document))} {verb([norm], 'rests', 'rest')} on {ground}, which does not reach "
        f"{names(data)}.",
        quote(norm, "special category data on this ground"),
        f"Name a ground that reaches {names(data)}, such as `with explicit consent`, or leave these data out.",
        defined(data, norm, facts),
    )


def defined(data: list[Concept], norm: Norm, facts: Facts) -> tuple[Evidence, ...]:
    """Where the files themselves say what such data are, as evidence."""
    return tuple(line for each in data for line in definition(each, facts, norm.document, "what these data are"))
