"""Data may be kept for longer than the limits on their use survive.

## What it does

Looks at each sentence that lets a clause survive termination for a limited time, where that clause limits what a
party may do with personal data. It reports the data of that clause which the party need not have deleted by then: no
clause makes it delete them, or a clause lets it keep them for longer, or as its own retention policy says.

## Why it matters

On the day after, the party still has the data, and no purpose, secrecy or ban binds it any more.

## Example

Bad:

```policy
GitHub is a platform. Initech is a partner.
Match data includes credentials and repository metadata.
Repository metadata is personal data.
agreement "Secret scanning" between GitHub and Initech.
4: Initech may use match data only for credential verification.
7.1: Initech must delete repository metadata within 30 days after completion of remediation.
7.2: Initech may keep credentials under the retention policy.
8: Initech must not disclose match data to third parties.
Clauses 4 and 8 survive for 1 year after termination.  # warning: "credentials"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex, is proposed.
1: Globex must not use bank account data for advertising.
2: Globex must delete bank account data within 18 months after termination.
Clause 1 survives for 1 year after termination.  # warning: "would lapse 1 year after termination"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must not use bank account data for advertising.
2: Globex must delete bank account data within 30 days after termination.
Clause 1 survives for 1 year after termination.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use bank account data only for account linking.
2: Globex may keep bank account data for 5 years after termination.
Clause 1 survives termination.
```

A shorter limit does no harm where a longer one says the same, and where leave to use data *only* for something ends,
the right to use them ends with it.

Boundary:

```policy
Acme is a bank. Globex is a platform.
Final deletion is an event.
agreement "Linking" between Acme and Globex.
1: Globex must not use bank account data for advertising.
2: Globex may use bank account data only for account linking.
3: Globex may keep transaction history for 6 months after termination.
4: Globex must not sell transaction history.
Clauses 1 and 4 survive for 1 year after termination.
Clause 2 survives until final deletion.
5: Globex may use location data only for fraud detection.
Clause 5 survives for 30 days after termination.
```

## Known limits

A clause that no sentence lets survive is taken to end with the agreement, and is not reported here. A duty to delete
that waits for another event than termination is taken to come in time.

## References

GitHub Secret Scanning Partner Program Agreement 7.2 and 17.4 have this gap. Clause 8.5 of the standard contractual
clauses has not: until the data are deleted, compliance continues.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import is_personal
from policyc.analysis.silence import acts, concerns_data, is_timed
from policyc.analysis.words import listed
from policyc.findings import Finding, Severity
from policyc.model.document import Document, Survival, label_covers
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote_origin
from policyc.rules.keeping import deletes, keeps, longer, triggers
from policyc.rules.steps import own_step
from policyc.rules.wording import by_clause, clauses, proposed, quoted_each, sentence

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each party of an agreement whose limits lapse while it has the data."""
    for document in facts.agreements:
        whole = not facts.is_cut(document)
        lapsing = [each for each in document.survivals if whole and each.lasting and not each.all_but]
        for party in document.parties if lapsing else ():
            found = [(each, left(each, party, document, facts)) for each in lapsing]
            outlived = [(survival, data) for survival, data in found if data]
            if outlived:
                yield finding(party, outlived, document, facts)


def left(survival: Survival, party: Concept, document: Document, facts: Facts) -> list[Concept]:
    """The data that a party may still have when the clauses of a survival sentence lapse."""
    found: dict[Concept, None] = {}
    for norm in limits(survival, party, document, facts):
        for data in parts(norm, facts):
            gone = is_gone(data, survival, party, document, facts) or ends_with_leave(data, norm, party, facts)
            if not gone and not is_limited(data, norm, party, facts):
                found[data] = None
    return list(found)


def limits(survival: Survival, party: Concept, document: Document, facts: Facts) -> list[Norm]:
    """The bans of some clauses on what a party may do with data."""
    closure = facts.closure(document)
    acting = closure.covers_key("use", Kind.ACTION) | closure.covers_key("share", Kind.ACTION)
    return [
        norm
        for norm in facts.norms_of(document)
        if norm.bans
        and any(label_covers(label, norm.clause.label) for label in survival.labels)
        and norm.region.masks[Side.BEARER] & closure.universe.bit(party)
        and norm.region.masks[Side.ACTION] & acting
        and norm.objects
        and concerns_data(norm, closure)
        and is_personal(norm, closure)
    ]


def parts(norm: Norm, facts: Facts) -> list[Concept]:
    """The data that a norm names, those that are said to include others replaced by these."""
    lexicon = facts.closure(norm.document).lexicon
    pending = [concept for concept in norm.objects if concept.kind is Kind.DATA]
    for concept in pending:
        pending += [each for each in lexicon.linked(concept, Relation.INCLUDES) if each not in pending]
    return [concept for concept in pending if not lexicon.linked(concept, Relation.INCLUDES)]


def is_gone(data: Concept, survival: Survival, party: Concept, document: Document, facts: Facts) -> bool:
    """Whether a party has to have deleted some data when the clauses lapse, and nothing lets it keep them."""
    norms = touching(data, party, document, facts)
    kept = [norm for norm in norms if keeps(norm, facts) and not is_brief(norm, survival)]
    return any(
        ends(norm, survival, facts) and not any(facts.order.outranks(each, norm) for each in kept) for norm in norms
    )


def ends(norm: Norm, survival: Survival, facts: Facts) -> bool:
    """Whether a norm sees to it that data are gone before some clauses lapse."""
    if deletes(norm, facts):
        ending = triggers(norm, facts) & facts.covers(norm.document, "termination", Kind.EVENT)
        return not (ending and norm.timing.within and longer(norm.timing.within, survival.lasting))
    if norm.bans:
        return acts(norm, "keep", facts.closure(norm.document)) and is_timed(norm)
    return keeps(norm, facts) and is_brief(norm, survival)


def ends_with_leave(data: Concept, limit: Norm, party: Concept, facts: Facts) -> bool:
    """Whether a limit only closes the party's leave to use some data, and no clause lets it keep them afterwards."""
    kept = (norm for norm in touching(data, party, limit.document, facts) if keeps(norm, facts))
    return limit.by_only is not None and next(kept, None) is None


def is_brief(norm: Norm, survival: Survival) -> bool:
    """Whether a norm lets data be kept, but not past the day on which some clauses lapse."""
    lasting = norm.timing.lasting
    return bool(lasting and norm.timing.lasting_bound != "for at least" and not longer(lasting, survival.lasting))


def is_limited(data: Concept, limit: Norm, party: Concept, facts: Facts) -> bool:
    """Whether another clause, which survives without end, forbids the party such acts with the data too."""
    document = limit.document
    endless = [label for each in document.survivals if not each.lasting for label in each.labels]
    return any(
        norm.bans
        and norm.region.masks[Side.ACTION] & limit.region.masks[Side.ACTION]
        and any(label_covers(label, norm.clause.label) for label in endless)
        for norm in touching(data, party, document, facts)
    )


def touching(data: Concept, party: Concept, document: Document, facts: Facts) -> list[Norm]:
    """The norms of an agreement that bind a party and cover some data."""
    bit, holder = facts.universe.bit(data), facts.universe.bit(party)
    norms = facts.norms_of(document)
    return [n for n in norms if n.region.masks[Side.OBJECT] & bit and n.region.masks[Side.BEARER] & holder]


def finding(
    party: Concept, outlived: list[tuple[Survival, list[Concept]]], document: Document, facts: Facts
) -> Finding:
    """The finding of one party."""
    survival, _ = outlived[0]
    data = list(dict.fromkeys(each for _, found in outlived for each in found))
    lapsing = by_clause(norm for each, _ in outlived for norm in limits(each, party, document, facts))
    kept = [norm for each in data for norm in touching(each, party, document, facts) if keeps(norm, facts)]
    lapse = "would lapse" if proposed(document) else "lapses" if len(lapsing) == 1 else "lapse"
    lapsed, keeping = (quoted_each(norms, word) for norms, word in ((lapsing, "lapses"), (kept, "kept")))
    return Finding(
        "outlives-restriction",
        SEVERITY,
        f"{sentence(clauses(lapsing, document))} {lapse} {survival.lasting} after termination, when {party} may still "
        f"have {names(data)}: {reason(data, kept, facts)}.",
        quote_origin(survival.origin, "how long the limits survive", document),
        "Let the limits survive as long as the data do (`survives until` an event such as the deletion), or add: "
        f"{party} must delete {names(data)} within {survival.lasting} after termination.",
        lapsed + keeping,
        f"On the day after, {party} uses {names(data)} for whatever it likes.",
        steps=(own_step(party.text, "uses", data, by=(keeping or lapsed)[0]),),
    )


def reason(data: list[Concept], kept: list[Norm], facts: Facts) -> str:
    """Why a party may still have some data."""
    allowed = [each for each in data if any(norm.region.masks[Side.OBJECT] & facts.universe.bit(each) for norm in kept)]
    rest = [each for each in data if each not in allowed]
    parts = [f"{clauses(kept, kept[0].document)} lets it keep {names(allowed)}"] if allowed else []
    return listed(parts + ([f"nothing makes it delete {names(rest)} by then"] if rest else []))
