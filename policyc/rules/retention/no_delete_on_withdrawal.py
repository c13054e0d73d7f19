"""A consent may be taken back, and the data stay.

## What it does

Looks at each agreement by which a party has personal data only with people's consent, and which speaks of the
withdrawal of that consent, of an opt-out or of unlinking. It asks whether that party then has to delete the data, make
them anonymous, or keep them no longer. A duty to delete that waits for termination alone is no answer. Where nothing is
said of withdrawal at all, `no-withdrawal` says so.

## Why it matters

Who takes a consent back expects the data to go, not only the next use of them.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme may share bank account data with Globex for account linking with opt-in consent.  # note: "stay with Globex"
2: After withdrawal of consent, Globex must not use bank account data.
3: Globex must delete bank account data within 30 days after termination.
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex, is proposed.
1: Globex may use bank account data with consent.  # note: "would stay with Globex"
2: Globex must notify Acme promptly after withdrawal of consent.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme may share bank account data with Globex for account linking with opt-in consent.
2: Globex must delete bank account data within 30 days after withdrawal of consent.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use bank account data with consent.
2: Globex may keep bank account data until withdrawal of consent.
3: Globex must notify Acme promptly after withdrawal of consent.
```

A duty to delete what is no longer needed covers a purpose that a withdrawal has ended.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use bank account data with consent.
2: Globex must notify Acme promptly after withdrawal of consent.
3: Globex must delete bank account data within 30 days after completion of the purpose.
agreement "Scoring" between Acme and Globex.
1: Globex may use transaction history with unwithdrawn consent.  # note: "stay with Globex"
2: Acme must delete transaction history within 30 days after withdrawal of consent.
```

## Known limits

Any duty of the party to delete such data that does not wait for termination alone counts, also one after a request.
That another ground may let the data be kept is not known.

## References

None needed: it is a question to the parties; whether a law wants an answer depends on the law.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.flow import flow_of
from policyc.analysis.silence import Reading, acts, overlaps, relies_on_consent, speaks_of_withdrawal
from policyc.findings import Finding, Severity
from policyc.model.document import Document, Modality
from policyc.model.names import Concept, Kind
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.keeping import deletes
from policyc.rules.wording import proposed, quoted_each

SEVERITY = Severity.NOTE

ENDED = ("delete", "anonymise", "de identify")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement that leaves the data where they are when consent is withdrawn."""
    for document in facts.agreements:
        closure = facts.closure(document)
        relying = [norm for norm in facts.norms_of(document) if relies_on_consent(norm, closure)]
        reading = facts.reading(document) if relying else None
        if reading is None or not any(speaks_of_withdrawal(norm, closure) for norm in reading.heard):
            continue
        for holding in reading.holdings:
            own = [norm for norm in relying if is_of(norm, holding.holder, facts)]
            if own and not any(ends(norm, holding.holder, own, facts) for norm in reading.heard):
                yield finding(document, holding.holder, own, reading)
                break


def is_of(norm: Norm, holder: Concept, facts: Facts) -> bool:
    """Whether a norm that relies on consent lets a party use data, or brings them to it."""
    closure, bit = facts.closure(norm.document), facts.universe.bit(holder)
    if norm.region.masks[Side.ACTION] & ~closure.covers_key("share", Kind.ACTION):
        return bool(norm.region.masks[Side.BEARER] & bit)
    return bool(flow_of(norm, closure).takers_mask & bit)


def ends(norm: Norm, holder: Concept, relying: list[Norm], facts: Facts) -> bool:
    """Whether a norm sees to it that a party has such data no more, at some time other than the agreement's end."""
    data = norm.region.masks[Side.OBJECT]
    binds = norm.region.masks[Side.BEARER] & facts.universe.bit(holder)
    if not binds or not any(data & each.region.masks[Side.OBJECT] for each in relying):
        return False
    closure = facts.closure(norm.document)
    last = closure.covers_key("termination", Kind.EVENT)
    events = [closure.universe.bit(each.event) for each in norm.timing.occasions]
    if events and all(bit & last for bit in events):
        return False
    if norm.bans:
        return overlaps(norm, "keep", closure) and bool(events or norm.region.condition)
    if norm.modality is Modality.DUTY and any(acts(norm, action, closure) for action in ENDED):
        return deletes(norm, facts) or not acts(norm, "delete", closure)
    ending = any(each.word in ("until", "before") for each in norm.timing.occasions)
    return norm.grants and acts(norm, "keep", closure) and ending


def finding(document: Document, holder: Concept, relying: list[Norm], reading: Reading) -> Finding:
    """The finding of one agreement."""
    withdrawing = [norm for norm in reading.heard if speaks_of_withdrawal(norm, reading.closure)]
    stay = "would stay" if proposed(document) else "stay"
    data = names(relying[0].objects) or "the data"
    return Finding(
        "no-delete-on-withdrawal",
        SEVERITY,
        f"When consent is withdrawn, {data} {stay} with {holder}: no clause makes {holder} delete them before the "
        "agreement ends.",
        quote(relying[0], "this relies on consent"),
        f"Say what becomes of the data, for example: {holder} must delete {data} within 30 days after withdrawal of "
        "consent.",
        quoted_each(withdrawing, "this speaks of withdrawal")[:1],
    )
