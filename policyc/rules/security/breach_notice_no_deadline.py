"""A duty to tell of a breach sets no time by which it has to be done.

## What it does

Looks at the duties of a party to tell another party of a breach. It reports the agreement if none of them sets a time,
not even one in words (*without undue delay*, *promptly*); and also where a time is set in words alone although the one
who is told has hours or days of its own to tell others in the same agreement.

## Why it matters

A notice with no time comes in time whenever it comes. Whoever has 72 hours to call an authority cannot plan with
*promptly*, and cannot plan at all with nothing.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
2: Globex must notify Acme after a breach.  # note: "sets no time"
```

Bad:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech, is proposed.
1: Initech must notify Acme promptly after becoming aware of a breach.  # note: "while Acme would have 72 hours"
2: Acme must notify the supervisory authority within 72 hours after a breach.
```

Good:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech must notify Acme without undue delay after becoming aware of a breach.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must notify Acme within 24 hours after discovery of a breach.
2: Globex must report breaches to Acme with full detail.
3: Globex must notify Acme after a breach of contract.
```

Another party's notice is no answer for this one. For notices to offices the law sets the time, and what was told need
not be told back.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme must notify Globex within 24 hours after a breach.
   Acme must notify the supervisory authority after a breach.
2: Globex must report breaches to Acme.  # note: "sets no time"
agreement "Scoring" between Acme and Globex.
1: Globex must notify Acme within 24 hours after a breach.
2: Acme must notify Globex promptly after a breach.
```

## Known limits

A time that stands in a document of its own is not seen. Where the one who is told has a time set by law and not by the
agreement, a law pack knows it, not this rule.

## References

None needed: that a notice without a time is never late is arithmetic. Clause 6.4 of the GitHub Secret Scanning Partner
Program Agreement has both, *without undue delay* and a number.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, parties_in
from policyc.analysis.silence import speaks_of_breach
from policyc.analysis.timing import length_words
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import quote
from policyc.rules.silences import bound
from policyc.rules.wording import by_clause, clauses, proposed, sentence, verb

SEVERITY = Severity.NOTE


def check(facts: Facts) -> Iterator[Finding]:
    """At most one finding for each agreement: the first party whose notices have no time that is of use."""
    for document in facts.agreements:
        closure = facts.closure(document)
        if not facts.mentions(document).actions & telling(closure):
            continue
        notices = [norm for norm in facts.norms_of(document) if tells(norm) and speaks_of_breach(norm, closure)]
        if notices and (found := first_open(notices, closure)):
            yield finding(document, *found, facts)


def telling(closure: Closure) -> int:
    """The acts by which somebody is told something."""
    return covered(("notify", "share"), Kind.ACTION, closure)


def tells(norm: Norm) -> bool:
    """Whether a norm binds somebody itself, and says nothing of cases in which there is no time to set."""
    return not norm.ensured and not norm.timing.every and norm.timing.at_least is None


def first_open(notices: list[Norm], closure: Closure) -> tuple[Norm, Norm | None] | None:
    """The first notice to a party for which there is no time, and the later duty that counts on it, if there is one."""
    for norm in notices:
        if not concerns_parties(norm, closure):
            continue
        own = [other for other in notices if other.region.masks[Side.BEARER] & norm.region.masks[Side.BEARER]]
        if any(other.timing.within for other in own):
            continue
        if not any(other.timing.soft for other in own):
            return norm, None
        told = norm.region.masks[Side.COUNTERPARTY]
        if told > 0 and (waiting := next((each for each in notices if goes_on(each, norm)), None)):
            return norm, waiting
    return None


def goes_on(later: Norm, notice: Norm) -> bool:
    """Whether who is told by a notice has to tell others by a later one, and within hours or days."""
    first_teller, told = notice.region.masks[Side.BEARER], notice.region.masks[Side.COUNTERPARTY]
    by_told = later.region.masks[Side.BEARER] & told
    return bool(later.timing.within and by_told) and not later.region.masks[Side.COUNTERPARTY] & first_teller


def concerns_parties(norm: Norm, closure: Closure) -> bool:
    """Whether a notice goes to a party of the agreement, or to nobody named: offices have times of their own."""
    told = norm.region.masks[Side.COUNTERPARTY]
    return told <= 0 or bool(parties_in(told, norm.document, closure))


def finding(document: Document, norm: Norm, waiting: Norm | None, facts: Facts) -> Finding:
    """The finding of one agreement."""
    who, makes = bound(norm, facts), verb([norm], "makes", "make")
    message = f"{sentence(clauses([norm], document))} {makes} {who} tell of a breach, and sets no time for it"
    if waiting and waiting.timing.within:
        has = "would have" if proposed(document) else "has"
        limit = length_words(waiting.timing.within)
        message = (
            f"{sentence(clauses([norm], document))} {makes} {who} tell of a breach {norm.timing.soft}, with no number, "
            f"while {bound(waiting, facts)} {has} {limit} by {clauses([waiting], document)}"
        )
    return Finding(
        "breach-notice-no-deadline",
        SEVERITY,
        message + ".",
        quote(norm, "the notice"),
        "Set a time, for example: `without undue delay, within 48 hours after becoming aware of a breach`.",
        tuple(quote(each, "this has to be done in time") for each in by_clause([waiting] if waiting else [])),
    )
