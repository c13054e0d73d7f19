"""A deadline after a breach may be over before word of the breach has come up the chain.

## What it does

Takes each duty to tell somebody within a number of hours or days after a breach, and follows the data down from the
party that it binds: to those whom that party gives them, and so on, as long as each has to tell the one above of a
breach within a time that is given in numbers. Where these times add up to more than the deadline at the top, the
clause is reported with the sum.

It is a warning where each deadline in between runs from when the party learns of the breach (`after discovery of a
breach`), and a note where one in between runs from the breach itself: the sum then supposes that nobody can pass on
what it has not been told. If a party has several deadlines to tell another, the shortest counts.

## Why it matters

Each agreement looks fast enough by itself. The regulator's clock does not wait while notices climb from the
subprocessor to the one who has to call.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform. Hooli is an analytics provider.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Acme must notify the supervisory authority within 72 hours after a breach.  # warning: "48 + 48 = 96 hours"
3: Globex must notify Acme within 48 hours after discovery of a breach.
agreement "Analytics" between Globex and Hooli.
1: Globex may share transaction history with Hooli for business intelligence.
2: Hooli must notify Globex within 2 days after a breach.
```

Bad:

```policy
Acme is a bank. Globex is a platform. Hooli is an analytics provider.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
3: Globex must notify Acme within 24 hours after a breach.  # warning: "72 hours"
agreement "Analytics" between Globex and Hooli, is proposed.
1: Globex may share financial data with Hooli for business intelligence.
2: Hooli must notify Globex within 72 hours after discovery of a breach.
```

Good:

```policy
Acme is a bank. Globex is a platform. Hooli is an analytics provider.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Acme must notify the supervisory authority within 72 hours after a breach.
3: Globex must notify Acme within 24 hours after discovery of a breach.
agreement "Analytics" between Globex and Hooli.
1: Globex may share transaction history with Hooli for business intelligence.
2: Hooli must notify Globex within 24 hours after discovery of a breach.
```

Good:

```policy
Acme is a bank. Globex is a platform. Hooli is a payroll processor.
Payroll processors are vendors. Payroll files are employment data.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Acme must notify the supervisory authority within 72 hours after discovery of a breach.
3: Globex must notify Acme within 24 hours after a breach.
agreement "Payroll" between Globex and Hooli.
1: Globex may share payroll files with Hooli for payment processing.
2: Hooli must notify Globex within 30 days after a breach.
```

A breach of the payroll files concerns nothing that Acme gave, and a deadline that runs from when the party at the top
learns of the breach begins only then.

Boundary:

```policy
Acme is a bank. Globex is a platform. Hooli is an analytics provider.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Acme must notify the supervisory authority within 72 hours after a breach.  # note: "counted from when each is told"
3: Globex must notify Acme within 48 hours after a breach.
agreement "Analytics" between Globex and Hooli.
1: Globex may share transaction history with Hooli for business intelligence.
2: Hooli must notify Globex without undue delay, within 48 hours after a breach.
```

## Known limits

Deadlines without a number, like *promptly*, end a chain, and so does a party to which no clause lets the data go.
A deadline at the top that runs from knowledge is left alone. Business days, months and years are counted as the
language counts them.

## References

None needed: it is arithmetic on the parties' own clauses.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.paths.notices import Notice, SlowChain
from policyc.analysis.timing import length_words
from policyc.analysis.words import concept_words, listed
from policyc.findings import Evidence, Finding, Severity, Step
from policyc.model.document import Document
from policyc.rules.evidence import quote
from policyc.rules.wording import clauses, proposed, sentence, verb

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause whose time is up before word of a breach must have come."""
    for chain in facts.slow_chains.found:
        yield finding(chain, facts)


def finding(chain: SlowChain, facts: Facts) -> Finding:
    """The finding of one chain, with the arithmetic."""
    top, own = chain.top, chain.top.norm.document
    late, who = word_takes(chain, own, facts), party(top, facts)
    supposed = ", counted from when each is told" if chain.supposed else ""
    message = (
        f"{sentence(clauses([top.norm], own))} {verb([top.norm], 'gives', 'give')} {who} {time(top)} after "
        f"{events(top)}, but word of one at {party(chain.links[-1], facts)} may take {chain.hours} hours to reach "
        f"{who}{supposed}: {late}."
    )
    given, hops = quote(top.norm, f"{time(top)} in all"), tuple(evidence(chain))
    return Finding(
        "chain-too-slow",
        Severity.NOTE if chain.supposed else SEVERITY,
        message,
        given,
        f"Shorten the times below, so that together they stay under {top.hours} hours; or let the time of "
        f"{clauses([top.norm], own)} run from knowledge, as in `after discovery of a breach`, if it may.",
        hops,
        steps=tuple(steps(chain, given, hops, facts)),
    )


def evidence(chain: SlowChain) -> Iterator[Evidence]:
    """The notices below, the lowest first."""
    for number, link in enumerate(reversed(chain.links), start=1):
        yield quote(link.norm, f"hop {number}: {time(link)}")


def steps(chain: SlowChain, given: Evidence, hops: tuple[Evidence, ...], facts: Facts) -> Iterator[Step]:
    """How word climbs, notice by notice; the last comes too late for the clause at the top."""
    climbing = [*reversed(chain.links), chain.top]
    for lower, upper, by in zip(climbing, climbing[1:], hops, strict=False):
        against = given if upper is chain.top else None
        yield Step(party(lower, facts), "notifies", (), party(upper, facts), (), by, against)


def word_takes(chain: SlowChain, own: Document, facts: Facts) -> str:
    """How word climbs, the lowest notice first, and the sum."""
    climbing = list(reversed(chain.links))
    above = [party(link, facts) for link in (*climbing[1:], chain.top)]
    steps = [
        f"{time(link)} from {party(link, facts)} to {upper} by {clauses([link.norm], own)}"
        for link, upper in zip(climbing, above, strict=True)
    ]
    total = " + ".join(str(link.hours) for link in climbing)
    would = "would be" if any(proposed(link.norm.document) for link in climbing) else "is"
    if len(climbing) > 1:
        steps[-1] += f", which {would} {total} = {chain.hours} hours"
    return listed(steps)


def time(notice: Notice) -> str:
    """The time of a notice as written, and in hours where it is counted otherwise."""
    return length_words(notice.norm.timing.within) if notice.norm.timing.within else ""


def party(notice: Notice, facts: Facts) -> str:
    """Who has to tell."""
    return listed(concept_words(concept) for concept in facts.universe.named(notice.teller))


def events(notice: Notice) -> str:
    """After what the time runs."""
    return listed(concept_words(occasion.event) for occasion in notice.norm.timing.occasions)
