"""Controllers share personal data under a European law, and nothing says on which ground.

## What it does

An agreement says in its header that it is made under European data protection law, hands personal data to a party that
is declared a controller and no processor, and no clause names a legal basis (consent, contract necessity, legal
obligation, public task, vital or legitimate interests). A note on the agreement. Templates are left out, so are texts
that speak neither of breaches nor of the end of the data, and so is sharing with a processor, which needs no ground of
its own.

## Why it matters

Each controller needs a ground for what it gives and gets, and has to be able to show it. The agreement is the place
where both find the same answer.

## Example

Bad:

```policy
Acme is a controller.
Globex is an independent controller.
agreement "Sharing" between Acme and Globex, under "GDPR".  # note: "on which ground"
1: Acme will share contact data with Globex for customer support.
9: Globex must delete contact data after termination.
```

Bad:

```policy
Acme is a controller.
Globex is a controller.
agreement "Sharing" between Acme and Globex, is proposed, under "UK GDPR".  # note: "would say"
1: Acme will share purchase history with Globex for research.
9: Globex must delete purchase history after termination.
2: Globex must not share purchase history with third parties.
```

Good:

```policy
Acme is a controller.
Globex is a controller.
agreement "Sharing" between Acme and Globex, under "GDPR".
1: Acme will share contact data with Globex for customer support, with legitimate interests.
9: Globex must delete contact data after termination.
```

Good:

```policy
Acme is a controller.
Globex is a processor.
agreement "Service" between Acme and Globex, under "GDPR Art. 28".
1: Acme will share contact data with Globex for customer support.
9: Globex must delete contact data after termination.
agreement "Elsewhere" between Acme and Globex, under "CCPA".
1: Acme will share contact data with Globex for customer support.
9: Globex must delete contact data after termination.
```

Boundary:

```policy
Acme is a controller.
Globex is a controller.
agreement "Sharing" between Acme and Globex, under "GDPR".
1: Acme will share contact data with Globex for customer support.
9: Globex must delete contact data after termination.
2: Globex must not use contact data for email marketing without consent.
agreement "Form" between Acme and Globex, is a template, under "GDPR".
1: Acme will share contact data with Globex for customer support.
9: Globex must delete contact data after termination.
agreement "Figures" between Acme and Globex, under "GDPR".
1: Acme will share aggregate statistics with Globex for customer support.
9: Globex must delete aggregate statistics after termination.
```

## Known limits

Whether the ground that is named holds is not weighed. One clause that names one is enough.

## References

Information Commissioner's Office, data sharing code of practice: what a data sharing agreement should include, among it
the lawful basis.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding, covered
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.rules.evidence import is_whole_text, quote_header
from policyc.rules.granting import parties_of
from policyc.rules.laws import EUROPEAN, is_under
from policyc.rules.silences import handing_over, held, holders, is_bare, nothing_says, unsaid

SEVERITY = Severity.NOTE

BASIS = ("legal basis",)


def check(facts: Facts) -> Iterator[Finding]:
    """Every agreement under European law by which a controller gets personal data on no stated ground."""
    for document in facts.agreements:
        closure = facts.closure(document)
        if not is_whole_text(document) or not is_under(document, EUROPEAN, closure):
            continue
        if not parties_of(("controller",), document, closure):
            continue
        reading = None if is_bare(document, facts) else unsaid(document, facts, names_basis)
        found = [each for each in reading.holdings if is_controller(each, closure)] if reading else []
        if found:
            yield finding(document, found)


def is_controller(holding: Holding, closure: Closure) -> bool:
    """Whether a party that is handed data is declared a controller, and nothing besides."""
    bit = closure.universe.bit(holding.holder)
    processor = bit & covered(("processor",), Kind.PARTY, closure)
    return holding.received and bool(bit & covered(("controller",), Kind.PARTY, closure)) and not processor


def names_basis(norm: Norm, closure: Closure) -> bool:
    """Whether a norm names a ground on which data may be processed, be it to demand or to lift it."""
    basis = covered(BASIS, Kind.CONDITION, closure)
    parts = (*norm.region.condition, *norm.manner)
    named = any(closure.universe.bit(each) & basis for each in norm.objects)
    return named or any(mask & basis for part in parts for mask in (*part.held, part.absent))


def finding(document: Document, found: list[Holding]) -> Finding:
    """One agreement that names no ground."""
    return Finding(
        "no-basis",
        SEVERITY,
        f"{nothing_says(document)} on which ground {holders(found)} may have {held(found)}.",
        quote_header(document, "made under this law"),
        "Name the ground in the clause that hands the data over, for example `… with legitimate interests` or "
        "`… with consent`.",
        handing_over(found),
    )
