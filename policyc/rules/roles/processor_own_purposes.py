"""A party that is a processor may use personal data for itself.

## What it does

Reports a permission or duty on personal data by which a party that is declared a processor (and no controller) may

- use them for its own purposes or own marketing, sell them or trade in them: an error;
- use them for product improvement or development, benchmarking, market research, audience building or third-party
  advertising, and nobody shares them with it for just that: a warning, since the controller may have ordered it
  (testing and mending faults are left out);

and need neither be told to nor have the controller's leave, nor the consent of the people. AI training is told by
`ai-training`. De-identified data are left out. One finding a processor and kind of use.

## Why it matters

A processor decides nothing: what it may do for itself makes it a controller for that, with a ground of its own, notices
of its own and duties of its own, none of which the agreement then holds.

## Example

Bad:

```policy
Customer is a controller.
Provider is a processor.
agreement "Cloud" between Customer and Provider.
1: Provider may process contact data for the services.
2: Provider may use contact data for own marketing.  # error: "use contact data for own marketing"
```

Bad:

```policy
Customer is a controller.
Provider is a processor.
agreement "Cloud" between Customer and Provider, is proposed.
1: Provider may use purchase history for the services and product development.  # warning: "would let"
2: Provider may sell purchase history.  # error: "sell purchase history"
3: Provider may combine purchase history for product development.
```

Good:

```policy
Customer is a controller.
Provider is a processor.
agreement "Cloud" between Customer and Provider.
1: Provider may process contact data for email marketing, customer support and fraud prevention.
2: Provider may use de-identified data for product improvement.
3: Provider must not sell contact data.
4: Customer will share usernames with Provider for benchmarking.
5: Provider may use usernames for benchmarking and testing.
```

What a controller orders, marketing too, a processor may do.

Good:

```policy
Customer is a controller.
Provider is a processor and an independent controller.
Helper is a service provider.
agreement "Cloud" between Customer, Provider and Helper.
1: Provider may use contact data for own purposes.
2: Helper may use contact data for product improvement.
```

Boundary:

```policy
Customer is a controller.
Provider is a processor.
agreement "Cloud" between Customer and Provider.
1: Provider may use contact data for product improvement, with documented instruction given.
2: Provider may use contact data for benchmarking, with customer approval.
3: Customer may use contact data for own marketing.
5: Provider may process names only with documented instruction given.
6: Provider may use names for product development.
7: Provider may use names for own marketing.  # error: "Clause 7"
4: Provider may use telephone numbers for product improvement.  # warning: "Clause 4"
```

## Known limits

A party that is a controller for one thing and a processor for another is taken at its word where it is declared both.

## References

Regulation (EU) 2016/679 art. 28(3)(a) and (10): a processor acts only on documented instructions; one that determines
the purposes is considered to be a controller in respect of that processing.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.rules.evidence import quote
from policyc.rules.granting import Ends, Use, also, among, by_user, persons_in, uses
from policyc.rules.leave import waits_for_leave
from policyc.rules.wording import capped

SEVERITY = Severity.ERROR

OWN = Ends(purposes=("own purposes", "own marketing", "data monetisation"), acts=("sell",))
"""What nobody orders another to do with one's data."""
MOSTLY_OWN = Ends(
    purposes=(
        "product improvement",
        "product development",
        "benchmarking",
        "market research",
        "audience segmentation",
        "third-party advertising",
    ),
    without=("testing", "debugging", "quality assurance", "interface optimisation"),
)


def check(facts: Facts) -> Iterator[Finding]:
    """Every processor that may use personal data for itself."""
    for document in facts.agreements:
        certain = list(for_oneself(document, facts, OWN))
        clauses_told = {id(use.norm.clause) for use in certain}
        doubtful = [
            use
            for use in for_oneself(document, facts, MOSTLY_OWN)
            if id(use.norm.clause) not in clauses_told and not is_asked_for(use, document, facts)
        ]
        yield from (finding(group, Severity.ERROR, facts) for group in by_user(certain))
        yield from (finding(group, Severity.WARNING, facts) for group in by_user(doubtful))


def for_oneself(document: Document, facts: Facts, ends: Ends) -> Iterator[Use]:
    """The grants by which processors may use personal data to some ends without leave or order."""
    closure = facts.closure(document)
    for use in uses(document, facts, ends, though_limited=ends is OWN):
        if is_processor(use.users, closure) and not waits_for_leave(use.norm, closure):
            yield use


def is_asked_for(use: Use, document: Document, facts: Facts) -> bool:
    """Whether somebody else shares data with a processor for that very purpose, and so wants it done."""
    return any(
        flow.takers_mask > 0
        and flow.takers_mask & use.users
        and not flow.givers_mask & use.users
        and set(flow.purposes) & set(use.purposes)
        for flow in facts.flows_of(document)
    )


def is_processor(mask: int, closure: Closure) -> bool:
    """Whether persons are known, and all are processors and none is a controller."""
    return among(mask, ("processor",), closure) and not mask & covered(("controller",), Kind.PARTY, closure)


def finding(group: list[Use], severity: Severity, facts: Facts) -> Finding:
    """The clauses that let a processor use personal data for itself."""
    use, norm = group[0], group[0].norm
    who = persons_in(use.users, facts)
    return Finding(
        "processor-own-purposes",
        capped(severity, [norm]),
        f"{use.granted(list(norm.objects), facts)}, "
        f"and {who} is a processor: what it does for itself makes it a controller.",
        quote(norm, "a processor for itself"),
        "Take it out, make it wait for an order (`… with documented instruction given`), let it use only "
        f"de-identified data, or declare {who} a controller for it, in an agreement that says so.",
        also(group),
    )
