"""A party gets what people write or say to each other, and nothing says whether its staff may read it.

## What it does

An agreement hands a party communication content (messages, electronic mail, recorded calls and the like), and no clause
speaks of who may see it: not of staff, of viewing, of need to know, of secrecy, of human review or of a machine alone.
A note on the agreement. Templates are left out.

## Why it matters

Software that sorts a person's mail is one thing, an employee who reads it another. Platforms that open mail boxes to
others therefore ask for a promise on just that.

## Example

Bad:

```policy
Acme is a messaging service.
Globex is a developer.
agreement "Inbox" between Acme and Globex.  # note: "staff"
1: Acme will share email content with Globex for service provision.
2: Globex must not use email content for advertising.
```

Bad:

```policy
Acme is a bank.
Globex is a vendor.
Help calls are call recordings.
agreement "Calls" between Acme and Globex, is proposed.  # note: "would say"
1: Globex may analyse help calls for customer support.
```

Good:

```policy
Acme is a messaging service.
Globex is a developer.
agreement "Inbox" between Acme and Globex.
1: Acme will share email content with Globex for service provision.
2: Globex must ensure that personnel must not view email content.
```

Good:

```policy
Acme is a messaging service.
Globex is a developer.
agreement "Inbox" between Acme and Globex.
1: Acme will share message metadata with Globex for service provision.
agreement "Sorted" between Acme and Globex.
1: Acme will share email content with Globex for service provision.
2: Globex may use email content with need-to-know.
```

Boundary:

```policy
Acme is a messaging service.
Globex is a developer.
agreement "Inbox" between Acme and Globex.
1: Acme will share email content with Globex for service provision.
2: Globex must keep email content with confidential manner.
agreement "Backup" between Acme and Globex.  # note: "email content"
1: Acme will share email content with Globex for service provision.
2: Globex must keep email content with encryption.
```

## Known limits

Only what the vocabulary lists as communication content, or an agreement puts below it, is looked at.

## References

None needed: it is a question to the author.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding, covered
from policyc.analysis.silence import acts, is_secrecy
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import is_whole_text, names, quote_header
from policyc.rules.silences import handing_over, holders, nothing_says, unsaid

SEVERITY = Severity.NOTE

CONTENT = ("communication content",)
CARE = (
    "human review",
    "full automation",
    "need-to-know",
    "authorised access",
    "confidentiality accepted",
    "confidential manner",
    "training completed",
)
MEASURES = (
    "access controls",
    "confidentiality undertaking of staff",
    "confidentiality agreement",
    "end-to-end encryption",
)


def check(facts: Facts) -> Iterator[Finding]:
    """Every agreement that hands over what people say to each other and does not speak of who may read it."""
    for document in facts.agreements:
        closure = facts.closure(document)
        content = covered(CONTENT, Kind.DATA, closure)
        if not is_whole_text(document) or not facts.mentions(document).objects & content:
            continue
        reading = unsaid(document, facts, speaks_of_readers)
        found = [each for each in reading.holdings if contents(each, content, closure)] if reading else []
        if found:
            yield finding(document, found, content, closure)


def contents(holding: Holding, content: int, closure: Closure) -> list[Concept]:
    """What a party gets of what people say to each other."""
    return [data for data in holding.data if closure.universe.bit(data) & content]


def speaks_of_readers(norm: Norm, closure: Closure) -> bool:
    """Whether a norm says anything of who among people may see data, or of keeping silent on them."""
    if is_secrecy(norm, closure) or acts(norm, "view", closure):
        return True
    staff = covered(("personnel",), Kind.PARTY, closure)
    if any(
        norm.region.masks[side] > 0 and norm.region.masks[side] & staff for side in (Side.BEARER, Side.COUNTERPARTY)
    ):
        return True
    states = covered(CARE, Kind.CONDITION, closure) | covered(MEASURES, Kind.THING, closure)
    parts = (*norm.region.condition, *norm.manner)
    objects = (closure.universe.bit(each) & states for each in norm.objects)
    return any(objects) or any(
        mask & states and not mask & ~states for part in parts for mask in (*part.held, part.absent)
    )


def finding(document: Document, found: list[Holding], content: int, closure: Closure) -> Finding:
    """One agreement that is silent on who may read what people say to each other."""
    data = names(dict.fromkeys(each for holding in found for each in contents(holding, content, closure)))
    who = holders(found)
    return Finding(
        "human-reading",
        SEVERITY,
        f"{nothing_says(document)} whether the staff of {who} may read {data}.",
        quote_header(document, "this agreement"),
        f"Say it, for example: `{who} must ensure that personnel must not view {data} without consent.`",
        handing_over(found),
        f"Somebody at {holders(found[:1])} opens {data} out of curiosity: no clause forbids it.",
    )
