"""An agreement is made under a law of controllers and processors, and does not say who is which.

## What it does

An agreement says in its header that it is made under European data protection law, hands personal data to a party (or
lets it process them), and none of its parties is declared a controller or a processor of any kind. A note on the
agreement. Templates are left out, and texts that speak neither of breaches nor of the end of the data.

## Why it matters

Who answers to the people, who must be told of a breach, whose orders count: all of that law hangs on the roles. Each
side will claim the easier one after the fact.

## Example

Bad:

```policy
Acme is a bank.
Globex is a cloud provider.
agreement "Hosting" between Acme and Globex, under "GDPR".  # note: "controller and who is a processor"
1: Acme will share contact data with Globex for hosting.
9: Globex must delete contact data after termination.
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Chat" between Acme and Globex, is proposed, under "UK GDPR".  # note: "would say"
1: Globex may use transaction history for customer support.
9: Globex must delete transaction history after termination.
```

Good:

```policy
Acme is a bank and a controller.
Globex is a cloud provider.
agreement "Hosting" between Acme and Globex, under "GDPR".
1: Acme will share contact data with Globex for hosting.
9: Globex must delete contact data after termination.
```

Good:

```policy
Acme is a bank.
Globex is a cloud provider.
agreement "Hosting" between Acme and Globex.
1: Acme will share contact data with Globex for hosting.
9: Globex must delete contact data after termination.
agreement "Numbers" between Acme and Globex, under "GDPR".
1: Acme will share aggregate statistics with Globex.
9: Globex must delete aggregate statistics after termination.
```

Boundary:

```policy
Acme is a bank.
Globex is a cloud provider.
agreement "Hosting" between Acme and Globex, under "GDPR", is a template.
1: Acme will share contact data with Globex for hosting.
9: Globex must delete contact data after termination.
agreement "More hosting" between Acme and Globex, under "GDPR Art. 28".
1: Acme will share contact data with Globex for hosting.
9: Globex must delete contact data after termination.
2: The controller may audit the processor.
agreement "Yet more" between Acme and Globex, under "GDPR Art. 28".  # note: "which of Acme"
1: Acme will share contact data with Globex for hosting.
9: Globex must delete contact data after termination.
2: Acme may audit Globex.
```

## Known limits

That somebody is named controller for one purpose and not for another cannot be seen from a definition.

## References

Regulation (EU) 2016/679 art. 26(1) and 28(3): joint controllers settle their responsibilities by an arrangement, and a
contract binds the processor with regard to the controller.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding, covered
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure
from policyc.rules.evidence import is_whole_text, names, quote_header
from policyc.rules.granting import parties_of
from policyc.rules.laws import EUROPEAN, is_under
from policyc.rules.silences import handing_over, is_bare, nothing_says

SEVERITY = Severity.NOTE

ROLES = ("controller", "processor")


def check(facts: Facts) -> Iterator[Finding]:
    """Every agreement under European law that does not say who is controller and who is processor."""
    for document in facts.agreements:
        closure = facts.closure(document)
        if not is_whole_text(document) or not is_under(document, EUROPEAN, closure):
            continue
        if is_bare(document, facts) or parties_of(ROLES, document, closure) or names_roles(document, closure):
            continue
        reading = facts.reading(document)
        if reading and reading.holdings:
            yield finding(document, reading.holdings)


def names_roles(document: Document, closure: Closure) -> bool:
    """Whether a clause speaks of the controller or the processor, so that the text knows who is meant."""
    roles = covered(ROLES, Kind.PARTY, closure)
    lists = [clause.provision.bearer for clause in document.clauses]
    lists += [limit.names for clause in document.clauses for limit in clause.provision.limits if limit.names]
    values = (term.value for terms in lists for term in terms.terms)
    return any(isinstance(value, Concept) and closure.universe.bit(value) & roles for value in values)


def finding(document: Document, found: list[Holding]) -> Finding:
    """One agreement that is silent on the roles of its parties."""
    parties = names(document.parties) or "the parties"
    return Finding(
        "no-role",
        SEVERITY,
        f"{nothing_says(document)} which of {parties} is a controller and who is a processor.",
        quote_header(document, f'"{document.title}" is made under this law'),
        "Say it in the definitions, for example: `Acme is a controller.` `Globex is a processor.`",
        handing_over(found),
    )
