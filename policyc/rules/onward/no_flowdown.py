"""A party that got personal data may give them to others who need not keep the same terms.

## What it does

Takes each permission and duty of a party that gets personal data, or is let process them for another party, to share
them with outsiders, or to engage subprocessors. It reports the clause unless it says *under the same terms* or the
like (equivalent obligations, a data processing agreement, standard contractual clauses), or another clause binds
those outsiders: one that the party must ensure, a duty to bind them or to have a contract with them, a rule for them,
a ban on sharing except on such terms. It is a warning, not an error, where the clause names some other condition,
such as approval, and where it only speaks of engaging subprocessors. What goes to public bodies, which laws of their
own bind, or where a law demands it, is left alone, and so are a party's own people.

## Why it matters

What the first agreement forbids to the one who signed it, the next one down the line may do: nobody promised anything
there.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Scoring" between Acme and Globex.
1: Acme will share transaction history with Globex for fraud detection.
2: Globex must not use transaction history for advertising.
3: Globex may share transaction history with affiliates.  # error: "lets Globex share transaction history"
```

Bad:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
2: Initech may engage subprocessors with prior approval.  # warning: "lets Initech engage subprocessors"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Scoring" between Acme and Globex.
1: Acme will share transaction history with Globex for fraud detection.
2: Globex may share transaction history with affiliates under the same terms.
3: Globex may disclose transaction history to courts.
4: Globex may disclose transaction history to vendors if required by law.
```

Good:

```policy
Acme is a hospital. Initech is a processor.
agreement "Hosting" between Acme and Initech.
1: Initech may process health data only for hosting.
2: Initech may engage subprocessors with prior approval.
3: Initech must ensure that subprocessors may use health data only for hosting.
```

The first giver of the data is free to give them to others too, and what tells of nobody may go anywhere.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Scoring" between Acme and Globex, is proposed.
1: Acme will share transaction history with Globex for fraud detection.
2: Acme may share transaction history with a credit bureau.
3: Globex may disclose aggregate statistics to anyone.
4: Globex may disclose transaction history to partners.  # error: "would let Globex disclose"
5: Globex may share transaction history with state agencies.
6: Globex may share transaction history with authorised persons.
Authorised persons include researchers and personnel.
```

## Known limits

Consent of the people concerned binds no recipient, so such a clause is a warning. Whoever takes over the business of
the party is left to `change-of-control`. A clause that names no recipients
is taken to mean outsiders only where its verb does, like *redistribute*. What the next agreement says is left to
`weaker-downstream`.

## References

Regulation (EU) 2016/679 art. 28(3)(d) and (4): the same data protection obligations are imposed on the other processor
by way of a contract. 45 CFR 164.514(e)(4)(ii)(C)(4): agents agree to the same restrictions.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import Holding
from policyc.analysis.silence import acts
from policyc.analysis.words import TAKES_WITH, listed
from policyc.findings import Finding, Severity
from policyc.model.document import Dimension
from policyc.model.names import Concept
from policyc.norms.condition import ALWAYS
from policyc.norms.norm import Norm
from policyc.rules.evidence import names, quote
from policyc.rules.passing import Bound, holdings_with, passes_on, signs_own_terms
from policyc.rules.silences import held, holders
from policyc.rules.steps import share_step
from policyc.rules.wording import clauses, proposed, sentence, verbs

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that lets data go on without their terms."""
    for document in facts.agreements:
        seen: set[int] = set()
        found = holdings_with(document, facts)
        bound = Bound(document, facts)
        for norm in facts.norms_of(document):
            givers = [each for each in found if id(norm.clause) not in seen and passes_on(norm, each, facts)]
            if givers and not bound.by(norm):
                seen.add(id(norm.clause))
                yield finding(norm, givers, facts)


def finding(norm: Norm, givers: list[Holding], facts: Facts) -> Finding:
    """The finding of one clause."""
    is_engaging = acts(norm, "engage", facts.closure(norm.document))
    flat = norm.region.condition == ALWAYS and norm.manner == ALWAYS and not norm.quoted and not is_engaging
    limits = [
        limit.names for limit in norm.provision.limits if limit.dimension is Dimension.COUNTERPARTY and limit.names
    ]
    whom = listed([term.text for each in limits for term in each.terms], "or") or "others"
    who, verb = holders(givers), listed(verbs(norm))
    what = names(norm.objects) if norm.objects else ""
    act = (
        f"{verb} {whom}" if is_engaging else f"{verb} {what or 'data'} {'with' if verb in TAKES_WITH else 'to'} {whom}"
    )
    lets = "would let" if proposed(norm.document) else "lets"
    data = held(givers) if is_engaging or not what else what
    blamed, own_terms = quote(norm, "this lets data go on"), signs_own_terms(norm, facts)
    severity = SEVERITY if flat else SEVERITY.at_most(Severity.NOTE if own_terms else Severity.WARNING)
    lacks = (
        f"on terms of their own, and nothing says that these are as strict as those of {who}."
        if own_terms
        else f"without the same terms, so that what binds {who} does not bind them."
    )
    return Finding(
        "no-flowdown",
        severity,
        f"{sentence(clauses([norm], norm.document))} {lets} {who} {act} {lacks}",
        blamed,
        f"Add `under the same terms` to the clause, or a clause such as: {who} must ensure that {whom} may use {data} "
        "only for the services.",
        tuple(
            quote(other, f"by this clause {each.holder} has the data") for each in givers for other in each.norms[:1]
        ),
        f"{who} gives {data} to {whom}, and no term here says what they may do with it.",
        steps=(share_step(who, data_of(norm, givers), whom, norm.purposes, blamed),),
    )


def data_of(norm: Norm, givers: list[Holding]) -> list[Concept]:
    """The data that a clause names, else those that its givers hold."""
    return list(norm.objects) or [concept for each in givers for concept in each.data]
