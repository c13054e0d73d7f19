"""Data may be handed over where the law demands it, and nobody has to be told.

## What it does

Looks at the clauses that let, or make, a party which got personal data give them to courts or offices, or to anyone
where a law or an order demands it. It reports an agreement where none of these asks for notice or for no more than
the law wants, and where that party has no duty to tell of such a demand or to fight it.

## Why it matters

A demand can be too broad or void. Whoever gave the data, and answers for them, can only say so before a court if it
hears of the demand before the data are gone.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
2: Globex may disclose bank account data if required by law.  # note: "Acme need not be told"
```

Bad:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech, is proposed.
1: Acme will share education records with Initech for research.
2: Initech may share education records with law enforcement.  # note: "would let Initech"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
8.2: Globex may disclose bank account data if required by law, with prior notice.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
2: Globex may disclose bank account data if required by law.
3: Globex must notify Acme promptly after a government request unless law forbids notice.
```

What a ban leaves to the law is no leave, and the first giver has nobody to tell.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
2: Globex must not disclose bank account data unless required by law.
3: Acme may disclose bank account data to courts.
agreement "Scoring" between Acme and Globex.
1: Acme will share transaction history with Globex for fraud detection.
2: Globex may disclose transaction history to courts.  # note: "Acme need not be told"
```

## Known limits

One clause that asks for notice, or for the minimum, counts for all. That a law may forbid notice is not weighed.

## References

None needed: it is a question to the parties. Clause 8.2 of the GitHub Secret Scanning Partner Program Agreement and
2.3.4 of the 37signals Data Processing Addendum ask for notice.
"""

import re
from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding, compelled, covered, is_personal, outsiders
from policyc.analysis.silence import acts, mentions, needs
from policyc.findings import Finding, Severity
from policyc.model.document import Document, Modality
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.passing import holdings_with, is_of_holding
from policyc.rules.silences import bound
from policyc.rules.wording import clauses, proposed, quoted_each, sentence

SEVERITY = Severity.NOTE

BOUNDS = ("notice", "strictly necessary", "approval", "consent", "law forbids notice", "contrary instruction")
DEMANDS = re.compile(
    r"government|authorit|\bcourt|\border\b|subpoena|warrant|legal (process|demand)|compelled|required by law"
    r"|enforcement",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement that lets the law have data unseen."""
    for document in facts.agreements:
        giving = [norm for norm in facts.norms_of(document) if obeys(norm, facts)]
        if not giving:
            continue
        holders = [each for each in holdings_with(document, facts) if each.from_another]
        given = [norm for norm in giving if any(is_of_holding(norm, each, facts) for each in holders)]
        heard = facts.heard(document)
        if given and heard and not any(is_bound(norm, given, facts.closure(document)) for norm in heard):
            yield finding(document, given, holders, facts)


def obeys(norm: Norm, facts: Facts) -> bool:
    """Whether a norm lets or makes somebody share personal data because the law demands it, not for its own claims."""
    closure = facts.closure(norm.document)
    if not norm.grants or not acts(norm, "share", closure) or not compelled(norm, closure):
        return False
    own_claims = closure.covers_key("legal claim", Kind.PURPOSE)
    if norm.purposes and all(closure.universe.bit(purpose) & own_claims for purpose in norm.purposes):
        return False
    outside = outsiders(norm.region.masks[Side.COUNTERPARTY], norm.document, closure)
    return bool(outside) and is_personal(norm, closure)


def is_bound(norm: Norm, given: list[Norm], closure: Closure) -> bool:
    """Whether a norm sets bounds to what is handed over: a notice, a minimum, a duty to tell or to fight."""
    if any(norm.clause is each.clause for each in given):
        states = covered(BOUNDS, Kind.CONDITION, closure)
        return needs(norm, states) or bool(norm.timing.notice or norm.timing.at_least or norm.quoted)
    binds = any(norm.region.masks[Side.BEARER] & each.region.masks[Side.BEARER] for each in given)
    if norm.modality is not Modality.DUTY or not binds:
        return False
    if acts(norm, "challenge", closure):
        return True
    told = acts(norm, "notify", closure) or acts(norm, "limit", closure) or acts(norm, "share", closure)
    demand = mentions(norm, "government request", Kind.EVENT, closure)
    return told and (demand or bool(DEMANDS.search(norm.clause.origin.words)))


def finding(document: Document, given: list[Norm], holders: list[Holding], facts: Facts) -> Finding:
    """The finding of one agreement."""
    first = given[0]
    who, what = bound(first, facts), names(first.objects) or "personal data"
    source = next((source for holding in holders for source in holding.sources), "the other party")
    lets = "would let" if proposed(document) else "makes" if first.modality is Modality.DUTY else "lets"
    return Finding(
        "law-exception-unbounded",
        SEVERITY,
        f"{sentence(clauses([first], document))} {lets} {who} hand over {what} where the law demands it, and {source} "
        "need not be told.",
        quote(first, "this gives way to the law"),
        f"Add `with prior notice` and `with minimum necessary`, or a duty: {who} must notify {source} promptly after a "
        "government request unless law forbids notice.",
        quoted_each(given, "this does too")[1:],
    )
