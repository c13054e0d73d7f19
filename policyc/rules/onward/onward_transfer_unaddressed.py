"""Nothing says whether a party that gets personal data may pass them on.

## What it does

Looks at each party that an agreement hands personal data to, or lets process them, and asks whether any clause says
if that party may let outsiders have the data. These speak of it: a ban, permission or duty to share or disclose, a
closed list of those who may get the data, a clause on engaging subprocessors, a duty of the party to see to it that
others are bound, and a duty to keep the data in confidence. These do not: the clause that brings the data to the
party, a ban on sharing *for some purpose*, a ban on selling alone, and leave to obey a court.

## Why it matters

Data travel along the links that nobody wrote about. A promise not to advertise binds the one who made it, not the
partner to whom it hands the data next.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Shopping data" between Acme and Globex.  # warning: "whether Globex may pass shopping habits on"
1: Acme will share shopping habits with Globex for fraud detection.
2: Globex must not share shopping habits with anyone for advertising.
Shopping habits are financial data about customers.
Customers are people.
```

Bad:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech, is proposed.  # warning: "Nothing in the proposed agreement would say"
1: Initech may process health data only for hosting.
2: Initech may disclose health data if required by law.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Shopping data" between Acme and Globex.
1: Acme will share purchase history with Globex for fraud detection.
2: Globex must not disclose purchase history to third parties.
```

Good:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
2: Initech must ensure that subprocessors may use health data only for hosting.
```

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Both ways" between Acme and Globex.  # warning: "whether Acme may pass browsing history on"
1: Acme will share purchase history with Globex for fraud detection.
2: Globex will share browsing history with Acme for fraud detection.
3: Globex must keep purchase history with confidentiality undertaking.
```

## Known limits

A clause on some of the data, or on some outsiders, counts as a word on all of them. Nothing is reported where the
agreement incorporates or amends a document that is not at hand, or where a policy requires a word on it: then the
breach of that requirement is told. Nor is it where a sentence of the agreement could not be read. Staff, lawyers,
advisers and auditors of a party are no outsiders.

## References

Regulation (EU) 2016/679 art. 28(2): a processor does not engage another processor without prior specific or general
written authorisation of the controller. 5 U.S.C. 552a(o)(1)(H): every matching agreement has prohibitions on the
redisclosure of records.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding
from policyc.analysis.silence import Topic, acts, limits_purpose_alone, may_speak_of_onward_transfer, unaddressed
from policyc.findings import Evidence, Finding, Severity
from policyc.model.document import Document
from policyc.norms.region import Side
from policyc.rules.evidence import quote, quote_header
from policyc.rules.silences import Speaks, handing_over, held, holders, is_required, nothing_says
from policyc.rules.wording import by_clause

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement that leaves a holder's further sharing open."""
    for document in facts.agreements:
        if Topic.ONWARD_TRANSFER not in facts.silent(document) or is_required(document, facts, speaks(document)):
            continue
        reading = facts.reading(document)
        if reading and (found := unaddressed(reading)):
            yield finding(document, found, facts)


def speaks(document: Document) -> Speaks:
    """What tells whether a norm speaks of outsiders who get the data of an agreement."""
    return lambda norm, closure: may_speak_of_onward_transfer(norm, document, closure)


def finding(document: Document, found: list[Holding], facts: Facts) -> Finding:
    """The finding of one agreement."""
    who, what = holders(found, "or"), held(found)
    return Finding(
        "onward-transfer-unaddressed",
        SEVERITY,
        f"{nothing_says(document)} whether {who} may pass {what} on to others.",
        quote_header(document, "this agreement"),
        f"Say it either way, for example: {holders(found[:1])} must not share {held(found[:1])} with third parties "
        "except under the same terms.",
        (*handing_over(found), *partial_bans(document, found, facts)),
        f"{holders(found[:1])} gives {held(found[:1])} to a partner: no clause permits it, and none forbids it.",
    )


def partial_bans(document: Document, found: list[Holding], facts: Facts) -> tuple[Evidence, ...]:
    """Bans on sharing that leave every purpose open but those that they name."""
    closure = facts.closure(document)
    bits = [closure.universe.bit(holding.holder) for holding in found]
    bans = [
        norm
        for norm in facts.norms_of(document)
        if limits_purpose_alone(norm)
        and acts(norm, "share", closure)
        and any(norm.region.masks[Side.BEARER] & bit for bit in bits)
    ]
    return tuple(quote(ban, "this bans one purpose, and leaves every other open") for ban in by_clause(bans))
