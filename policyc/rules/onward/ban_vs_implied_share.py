"""A flat ban on sharing stands beside a clause that supposes sharing.

## What it does

Finds a ban on sharing personal data that has no condition and no exception, where another clause of the same agreement
supposes that the same party does share them with such outsiders: it engages subprocessors, must tell of a change of
them, or must see to it that they are bound. It is a warning where the ban names these very outsiders, and a note where
it says *anyone* or *third parties*, which some readers take not to mean helpers.

## Why it matters

By the letter nobody may host the data, by the other clause somebody does. The first audit asks which of the two was
meant.

## Example

Bad:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
8.1: Initech must not disclose health data to vendors or subcontractors.  # warning: "clause 9 supposes"
9: Initech may engage subcontractors for hosting with prior approval.
```

Bad:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech, is proposed.
1: Initech may process health data only for hosting.
8.1: Initech must not share health data with third parties.  # note: "would suppose"
9: Initech must ensure that subprocessors must delete health data after termination.
```

Good:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
8.1: Initech must not disclose health data to third parties except subprocessors.
9: Initech may engage subprocessors with prior approval.
```

Good:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
8: Initech must not share health data with subprocessors unless prior approval.
8.1: Initech must not disclose health data to anyone except as this agreement allows.
9: Initech may engage subprocessors.
10: Initech must not share health data with vendors for marketing.
11: Initech may engage vendors.
```

Staff are no outsiders, and an accountant is hired without any patient's data.

Boundary:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
2: Initech must not share health data with anyone.  # note: "clause 5 supposes"
3: Initech must ensure that staff must keep health data with confidentiality undertaking.
4: Initech may engage auditors.
5: Initech must notify Acme at least 30 days before a subprocessor change.
```

## Known limits

That somebody is engaged is taken to mean that data reach them only for subprocessors, subcontractors and the
outsiders whom the ban names. Where a clause lets them have the data in so many words, `contradiction` says so.

## References

Clause 8.1 of the GitHub Secret Scanning Partner Program Agreement bans disclosure to affiliates, vendors and
subcontractors, and no other clause supposes one.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, is_personal, outsiders
from policyc.analysis.silence import acts, concerns_data, mentions
from policyc.findings import Finding, Severity
from policyc.model.document import Dimension
from policyc.model.names import Concept, Kind, Role
from policyc.norms.concepts import ANY, union
from policyc.norms.condition import ALWAYS
from policyc.norms.norm import Norm
from policyc.norms.region import DURING, Side
from policyc.rules.evidence import quote
from policyc.rules.silences import bound
from policyc.rules.wording import by_clause, clauses, plural_clauses, proposed, quoted_each, sentence

SEVERITY = Severity.WARNING

HELPERS = ("subprocessor", "subcontractor")
CHANGES = ("new subprocessor engagement", "subprocessor change", "notice of subprocessor change")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each flat ban beside which sharing is supposed."""
    for document in facts.agreements:
        norms = facts.norms_of(document)
        bans = [norm for norm in norms if is_flat(norm, facts)]
        supposing = [(norm, whom) for norm in norms if (whom := supposed(norm, facts))] if bans else []
        for ban in by_clause(bans) if supposing else ():
            found = [norm for norm, whom in supposing if is_denied(norm, whom, ban, facts)]
            if found:
                yield finding(ban, by_clause(found), facts)


def is_flat(norm: Norm, facts: Facts) -> bool:
    """Whether a norm is a ban on sharing personal data, with outsiders or anyone, in every case and for any purpose."""
    if not norm.bans or norm.by_only is not None or norm.provision.yields_to_grants or norm.provision.yields_to_all:
        return False
    if norm.region.condition != ALWAYS or norm.quoted or norm.provision.yields_to or norm.ensured:
        return False
    closure = facts.closure(norm.document)
    narrowing = (Dimension.PURPOSE, Dimension.PLACE, Dimension.SOURCE, Dimension.PEOPLE)
    if any(limit.dimension in narrowing for limit in norm.provision.limits):
        return False
    whole = closure.covers_key("share", Kind.ACTION) & ~norm.region.masks[Side.ACTION]
    during = norm.region.masks[Side.PHASE] & DURING
    return bool(during) and not whole and is_personal(norm, closure)


def supposed(norm: Norm, facts: Facts) -> int:
    """The outsiders of whom a norm supposes that they get data from whom it binds; nothing where it supposes none."""
    closure = facts.closure(norm.document)
    helpers = covered(HELPERS, Kind.PARTY, closure)
    if norm.ensured:
        bearer = norm.region.masks[Side.BEARER]
        acting = any(acts(norm, action, closure) for action in ("process", "delete"))
        handles = acting and concerns_data(norm, closure)
        return outsiders(bearer, norm.document, closure) if bearer > 0 and handles else 0
    if not norm.grants:
        return 0
    if acts(norm, "engage", closure):
        counterparty = norm.region.masks[Side.COUNTERPARTY]
        return outsiders(counterparty, norm.document, closure) & helpers if counterparty > 0 else 0
    tells = acts(norm, "notify", closure) and any(mentions(norm, each, Kind.EVENT, closure) for each in CHANGES)
    return helpers if tells else 0


def is_denied(norm: Norm, whom: int, ban: Norm, facts: Facts) -> bool:
    """Whether a ban keeps the data from all those to whom a norm supposes that the same party gives them."""
    if norm.clause is ban.clause or whom & ~ban.region.masks[Side.COUNTERPARTY] or facts.order.outranks(norm, ban):
        return False
    return bool(who_supposes(norm, facts) & ban.region.masks[Side.BEARER])


def who_supposes(norm: Norm, facts: Facts) -> int:
    """Whom a norm binds; of what somebody has to see to, this one."""
    if not norm.ensured:
        return norm.region.masks[Side.BEARER]
    terms = [term.value for term in norm.clause.provision.bearer.terms]
    closure = facts.closure(norm.document)
    return union(closure.covers(value) if isinstance(value, Concept) else ANY for value in terms)


def names_nobody(ban: Norm) -> bool:
    """Whether a ban only says *anyone* or *third parties*, or says not at all with whom."""
    limits = [limit for limit in ban.provision.limits if limit.dimension is Dimension.COUNTERPARTY and limit.names]
    terms = [term for limit in limits if limit.names for term in limit.names.terms]
    return all(isinstance(term.value, Role) for term in terms)


def finding(ban: Norm, found: list[Norm], facts: Facts) -> Finding:
    """The finding of one ban."""
    document = ban.document
    forbids = "would forbid" if proposed(document) else "forbids"
    plain = "suppose" if plural_clauses(found) else "supposes"
    supposes = "would suppose" if proposed(document) else plain
    return Finding(
        "ban-vs-implied-share",
        SEVERITY.at_most(Severity.NOTE) if names_nobody(ban) else SEVERITY,
        f"{sentence(clauses([ban], document))} {forbids} {bound(ban, facts)} to share the data at all, while "
        f"{clauses(found, document)} {supposes} that others get them.",
        quote(ban, "the flat ban"),
        "Except them from the ban (`except subprocessors`, `except as this agreement allows`), or take the other "
        "clause out.",
        quoted_each(found, "this supposes that they get data"),
    )
