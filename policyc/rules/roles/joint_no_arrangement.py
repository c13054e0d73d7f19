"""Two parties are joint controllers, and nothing says which of them does what for the people.

## What it does

An agreement hands personal data to a party, two or more of its parties are declared joint controllers, and no clause
speaks of the rights of people, of their requests or of what they are told. A note in proposed agreements and templates,
else a warning. An agreement that incorporates a joint controller arrangement is left alone, and so is one that speaks
neither of breaches nor of the end of the data.

## Why it matters

Where two decide together, people may turn to either. If nobody is named, each waits for the other, and both answer for
it.

## Example

Bad:

```policy
Acme is a joint controller.
Globex is a joint controller.
agreement "Shop" between Acme and Globex.  # warning: "which of Acme and Globex"
1: Acme will share purchase history with Globex for customer support.
2: Globex must delete purchase history after termination.
```

Bad:

```policy
Acme is a joint controller.
Globex is a joint controller.
agreement "Shop" between Acme and Globex, is proposed.  # note: "would say"
1: Acme will share purchase history with Globex for customer support.
2: Globex must notify Acme within 24 hours after a breach.
```

Good:

```policy
Acme is a joint controller.
Globex is a joint controller.
agreement "Shop" between Acme and Globex.
1: Acme will share purchase history with Globex for customer support.
2: Globex must delete purchase history after termination.
3: Acme must answer data subjects within 30 days after a data subject request.
```

Good:

```policy
Acme is a controller.
Globex is an independent controller.
agreement "Shop" between Acme and Globex.
1: Acme will share purchase history with Globex for customer support.
2: Globex must delete purchase history after termination.
```

Boundary:

```policy
Acme is a joint controller.
Globex is a joint controller.
agreement "Shop" between Acme and Globex.
1: Acme will share purchase history with Globex for customer support.
2: Globex must delete purchase history after termination.
3: Acme must give a privacy notice to customers.
Customers are people.
agreement "Figures" between Acme and Globex.
1: Acme will share aggregate statistics with Globex.
2: Globex must delete aggregate statistics after termination.
agreement "Stock" between Acme and Globex.  # warning: "Nothing in the agreement"
1: Acme will share purchase history with Globex for customer support.
2: Globex must delete purchase history after termination.
3: Acme must notify Globex after a change of law.
```

## Known limits

Two parties that decide together without being declared joint controllers are not seen.

## References

Regulation (EU) 2016/679 art. 26(1): joint controllers determine by an arrangement who does what, in particular as
regards the rights of the data subject and the information that they get.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered
from policyc.analysis.silence import mentions, needs
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Kind, key
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote_header, unless_in_force
from policyc.rules.granting import parties_of
from policyc.rules.silences import handing_over, is_bare, nothing_says, unsaid

SEVERITY = Severity.WARNING

TOGETHER = ("joint controller",)
ARRANGEMENT = ("joint controller arrangement",)
ANSWERS = ("data subject rights", "inquiries", "notices", "privacy policy")


def check(facts: Facts) -> Iterator[Finding]:
    """Every agreement of joint controllers that does not say who answers to the people."""
    for document in facts.agreements:
        parties = parties_of(TOGETHER, document, facts.closure(document))
        if len(parties) < 2 or is_bare(document, facts) or leans_on_arrangement(document, facts.closure(document)):
            continue
        reading = unsaid(document, facts, speaks_of_people)
        if reading:
            yield Finding(
                "joint-no-arrangement",
                unless_in_force(document, SEVERITY),
                f"{nothing_says(document)} which of {names(parties)} answers the people whom the data are about, and "
                "tells them what is done: both decide, so both are asked.",
                quote_header(document, "this agreement"),
                f"Say it, for example: `{parties[0].text} must answer data subjects within 30 days after a data "
                "subject request.`",
                handing_over(reading.holdings),
            )


def leans_on_arrangement(document: Document, closure: Closure) -> bool:
    """Whether an agreement names an arrangement of joint controllers in its header."""
    wanted = covered(ARRANGEMENT, Kind.THING, closure)
    found = (closure.find(key(title), Kind.THING) for title in (*document.incorporates, *document.under))
    return any(each is not None and closure.universe.bit(each) & wanted for each in found)


def speaks_of_people(norm: Norm, closure: Closure) -> bool:
    """Whether a norm says what people may ask for, what they are told, or that an arrangement settles it."""
    people = closure.universe.kind(Kind.PEOPLE)
    for side in (Side.BEARER, Side.COUNTERPARTY):
        mask = norm.region.masks[side]
        if mask > 0 and not mask & ~people:
            return True
    if mentions(norm, "data subject request", Kind.EVENT, closure):
        return True
    things = covered((*ANSWERS, *ARRANGEMENT), Kind.THING, closure)
    purposes = covered(("rights fulfilment",), Kind.PURPOSE, closure)
    named = any(closure.universe.bit(each) & things for each in norm.objects)
    fulfils = any(closure.universe.bit(each) & purposes for each in norm.purposes)
    told = covered(("privacy notice",), Kind.CONDITION, closure)
    return named or fulfils or needs(norm, things | told)
