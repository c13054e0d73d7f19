"""An agreement provides what a law, a regulator or the house rules let no agreement provide.

## What it does

Holds every requirement of the form `No agreement … may provide that …` against each agreement that it speaks to and
that began while the policy was in force. It is broken where a clause permits, requires, forbids or releases from some
act of the kind that is named, after all exceptions and declared orders. What the requirement leaves unsaid (a purpose,
a recipient, a time) means all: `may provide that a bank may share health data` speaks of sharing for any purpose.
`without consent` means where there is none, so that a clause that asks for consent passes.

## Why it matters

Such terms are often void, and a clause that relies on one protects nobody. A regulator who finds it in one contract
asks for all the others.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
policy "Privacy rules", from 2000-11-13.
R1: No agreement may provide that a bank may share financial data with anyone for marketing.
agreement "Cards" between Acme and Globex, from 2020-01-01.
1: Acme may share bank account data with Globex for email marketing.  # error: "lets no agreement"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
policy "House rules".
R1: No agreement may provide that the recipient may keep personal data after termination.
R2: No agreement may provide that the discloser must notify the recipient within 24 hours after a breach.
agreement "Support" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data with Globex for customer support.
2: Globex may keep contact data after termination.  # error: "R1"
3: Acme must notify Globex within 12 hours after a breach.  # error: "requires"
```

Good:

```policy
Acme is a bank. Globex is a platform.
policy "Privacy rules", from 2000-11-13.
R1: No agreement may provide that a bank may share financial data with anyone for marketing without opt-in consent.
agreement "Cards" between Acme and Globex, from 2020-01-01.
1: Acme may share bank account data with Globex for email marketing with opt-in consent.
2: Globex may use bank account data for email marketing.
```

Good:

```policy
Acme is a bank. Globex is a platform.
policy "House rules".
R1: No agreement may provide that the recipient may share personal data with data brokers.
agreement "Support" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data with Globex for customer support.
2: Globex may share contact data with data brokers for customer support.
3: Despite anything in this agreement, Globex must not share contact data with data brokers.
```

In a proposed agreement it is a note. So it is where a clause names a broader kind of act only: to sell is to share, but
who may share data is not told so that it may sell them.

Boundary:

```policy
Acme is a bank. Globex is a platform.
policy "House rules".
R1: No agreement may provide that the recipient may sell personal data.
agreement "Idea" between Acme and Globex, is proposed.
1: Acme may share contact data with Globex for customer support.
2: Globex may sell contact data to data brokers for marketing.  # note: "would allow"
agreement "Plan" between Acme and Globex, from 2020-01-01.
3: Acme may share contact data with Globex for customer support.
4: Globex may share contact data with data brokers for customer support.  # note: "Clause 4 allows"
```

## Known limits

What an agreement makes somebody else promise (*must ensure that …*) is not held against such requirements; one that is
about it is counted as not checked.

## References

12 CFR 1016.12(a): account numbers must not be disclosed for marketing. GDPR (Regulation (EU) 2016/679), Article 28(10):
a processor that determines the purposes of processing is considered a controller.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.entailment.held import is_plain
from policyc.analysis.entailment.requirements import Provided
from policyc.analysis.facts import Facts
from policyc.analysis.witness import general_point
from policyc.findings import Finding, Severity
from policyc.model.document import Modality
from policyc.norms.norm import Norm
from policyc.norms.region import Point
from policyc.rules.evidence import quote
from policyc.rules.requiring import asked_words, quote_requirement, requirement_name, weight
from policyc.rules.steps import act_step
from policyc.rules.wording import act, by_clause, clauses, plural_clauses, proposed, scenario, sentence, timeless

SEVERITY = Severity.ERROR
SAYS = {
    Modality.PERMISSION: ("allows", "allow"),
    Modality.DUTY: ("requires", "require"),
    Modality.BAN: ("forbids", "forbid"),
    Modality.RELEASE: ("says", "say"),
}


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each requirement and each agreement that breaks it."""
    for provided in facts.requirements.provided:
        yield finding(provided, facts)


def finding(provided: Provided, facts: Facts) -> Finding:
    """The finding of what is provided and may not be."""
    asking = provided.asking
    norms = by_clause(provided.norms)
    point = witness(provided)
    does = f"{sentence(clauses(norms, asking.agreement))} {says(norms)}"
    none = f"{requirement_name(asking)} lets no agreement provide"
    broadly = provided.broadly or (asking.shipped and not any(is_plain(norm, provided.unwanted) for norm in norms))
    broad = "; it says so in broader words only, so that may not be meant" if broadly else ""
    message = (
        f"{does} {act(point, facts, *norms)}, which {none}{broad}."
        if point
        else f"{does} what {none}: {asked_words(asking)}."
    )
    blamed, asked = quote(norms[0], "this provides it"), quote_requirement(asking)
    return Finding(
        "forbidden-provision",
        weight(asking, Severity.NOTE if broadly else SEVERITY, [provided.unwanted, *norms]),
        message,
        blamed,
        f"Take it out of {clauses(norms, asking.agreement)}, or say that it is not meant: "
        "`Despite anything in this agreement, … must not …`.",
        (*(quote(norm, "this provides it too") for norm in norms[1:]), asked),
        scenario(point, facts, provided.unwanted, *norms) if point else None,
        steps=(act_step(point, facts, provided.unwanted, *norms, by=blamed, against=asked),) if point else (),
    )


def says(norms: list[Norm]) -> str:
    """What some clauses do, with *would* where the agreement is only proposed."""
    third, plain = SAYS[norms[0].modality]
    if proposed(norms[0].document):
        return f"would {plain}"
    return plain if plural_clauses(norms) else third


def witness(provided: Provided) -> Point | None:
    """The most general act that is provided; None for duties and releases."""
    judged = provided.judged
    point = general_point(judged.cell.region, provided.asking.ground.possible) if judged else None
    return timeless(point) if point else None
