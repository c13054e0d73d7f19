"""Personal data may go to recipients of whom nobody can say who they are.

## What it does

Reports a clause that lets a party share its own personal data with *partners*, *third parties*, *companies*,
*vendors* or anyone, and that narrows these by nothing: no condition, no terms, no place, no definition of who
they are. It is a note where the clause says at least what for. Who passes on what it got from another party is told by
`no-flowdown`.

## Why it matters

People are told, and partners agree, that data go to *partners*. Nobody can ask one of them, or find out after a breach
whom it reached.

## Example

Bad:

```policy
Globex is a platform. Users are people.
agreement "Terms" between Globex and users.
7: Globex may share location data with partners.  # warning: "partners"
```

Bad:

```policy
Globex is a platform. Users are people.
agreement "Terms" between Globex and users, is proposed.
7: Globex may disclose browsing history to third parties for advertising.  # note: "would let Globex"
```

Good:

```policy
Globex is a platform. Users are people.
Partners include Initech and Umbrella.
Initech is a company. Umbrella is a company.
agreement "Terms" between Globex and users.
7: Globex may share location data with partners.
8: Globex may share browsing history with service providers for hosting.
```

Good:

```policy
Globex is a platform. Users are people.
agreement "Terms" between Globex and users.
7: Globex may share location data with partners with opt-in consent.
8: Globex may disclose contact data to third parties under the same terms.
9: Globex may publish photographs.
```

The parties are known, and what tells of nobody may go to anyone.

Boundary:

```policy
Globex is a platform. Acme is a bank.
agreement "Data" between Globex and Acme.
1: Globex may share location data with any vendor in Germany.
2: Globex may share aggregate statistics with anyone.
3: Globex may share location data with Acme.
4: Globex may share location data with vendors.  # warning: "vendors"
```

## Known limits

A kind such as *advertisers* or *service providers* counts as said who. A definition that names members, or says what
is meant, counts as enough.

## References

None needed: it is a question to the parties.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import is_personal
from policyc.analysis.silence import acts
from policyc.findings import Finding, Severity
from policyc.model.document import Dimension, Term
from policyc.model.names import Concept, Role
from policyc.norms.condition import ALWAYS
from policyc.norms.norm import Norm
from policyc.rules.evidence import names, quote, unless_in_force
from policyc.rules.passing import holdings_with, passes_on, takers
from policyc.rules.silences import bound
from policyc.rules.steps import share_step
from policyc.rules.wording import by_clause, clauses, proposed, sentence

SEVERITY = Severity.WARNING

VAGUE = ("partner", "company", "organisation", "party", "nonaffiliated party", "vendor", "data recipient", "recipient")
NARROWING = (Dimension.CONDITION, Dimension.PLACE, Dimension.SOURCE)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that lets data go to nobody knows whom."""
    for document in facts.agreements:
        open_ended = [norm for norm in facts.norms_of(document) if goes_anywhere(norm, facts)]
        if not open_ended:
            continue
        holders = holdings_with(document, facts)
        for norm in by_clause(open_ended):
            if not any(passes_on(norm, holding, facts) for holding in holders):
                yield finding(norm, facts)


def goes_anywhere(norm: Norm, facts: Facts) -> bool:
    """Whether a norm lets personal data go to outsiders who are not named, and sets no bounds."""
    closure = facts.closure(norm.document)
    if not norm.grants or norm.region.condition != ALWAYS or norm.manner != ALWAYS or norm.quoted:
        return False
    if not acts(norm, "share", closure) or acts(norm, "publish", closure) or not is_personal(norm, closure):
        return False
    if any(limit.dimension in NARROWING for limit in norm.provision.limits):
        return False
    whom = recipients(norm)
    return bool(whom) and all(is_vague(term, facts) for term in whom) and bool(takers(norm, facts))


def recipients(norm: Norm) -> list[Term]:
    """Those whom a norm's clause names as recipients."""
    limits = [limit for limit in norm.provision.limits if limit.dimension is Dimension.COUNTERPARTY]
    if any(limit.mode or limit.outside for limit in limits):
        return []
    return [term for limit in limits if limit.names for term in limit.names.terms]


def is_vague(term: Term, facts: Facts) -> bool:
    """Whether a name says nothing of who is meant, and no file says more of it."""
    match term.value:
        case Role.ANYONE | Role.THIRD_PARTIES:
            return not term.minus
        case Concept() as concept:
            return concept.key in VAGUE and not any(concept in scope.entries for scope in facts.workspace.scopes)
        case _:
            return False


def finding(norm: Norm, facts: Facts) -> Finding:
    """The finding of one clause."""
    document, who, what = norm.document, bound(norm, facts), names(norm.objects) or "personal data"
    whom = ", ".join(dict.fromkeys(term.text.lower() for term in recipients(norm)))
    lets = "would let" if proposed(document) else "lets"
    severity = SEVERITY.at_most(Severity.NOTE) if norm.purposes else SEVERITY
    blamed = quote(norm, "to whom data may go")
    return Finding(
        "unidentified-recipient",
        unless_in_force(document, severity),
        f"{sentence(clauses([norm], document))} {lets} {who} share {what} with {whom}, and nothing says who these are.",
        blamed,
        "Name them or their kind (`service providers`, `Partners include …`), or say on what terms: `under the same "
        "terms`, `with opt-in consent`.",
        (),
        f"{who} gives {what} to somebody of whom nobody has heard, and keeps its word.",
        steps=(share_step(who, norm.objects, whom, norm.purposes, blamed),),
    )
