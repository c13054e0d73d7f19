"""Personal data may go to whoever takes over a party, and nobody is told.

## What it does

Looks at the clauses that let a party which got personal data hand them to a successor, an assignee or an acquirer, or
share them after a merger, a sale or another change of control. It reports those that ask for no notice, no approval
and no consent, where that party has no duty to tell of a change of control or an assignment either. Agreements that
are silent on mergers are left alone: there the ordinary rules on passing data on hold.

## Why it matters

A takeover is how data come to an owner whom nobody chose. Whoever gave them can only end the agreement, or ask for the
data back, if it hears of it.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
8: Globex may transfer bank account data to an acquirer.  # note: "nobody has to be told"
```

Bad:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech, is proposed.
1: Acme will share education records with Initech for research.
8: After a merger, Initech may share education records with affiliates under the same terms.  # note: "would let"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
8: Globex may transfer bank account data to an acquirer under the same terms, with prior notice.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
8: Globex may transfer bank account data to a successor under the same terms.
9: Globex must notify Acme at least 30 days before a change of control.
```

To assign the contract is not to hand the data over, and who gave the data may do with its own as it likes.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share bank account data with Globex for account linking.
8: Either party may assign this agreement to an acquirer.
9: Acme may transfer bank account data to a successor.
10: Globex may transfer bank account data to an assignee.  # note: "nobody has to be told"
```

## Known limits

That the buyer is bound by what the seller promised is supposed. A duty to tell of anything that is a change of control
or an assignment counts for all of them.

## References

None needed: it is a question to the parties. Clause 18 of the GitHub Secret Scanning Partner Program Agreement lets
the agreement, and not the data, go to whoever assumes all obligations.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import compelled, covered, hinges_on, is_personal
from policyc.analysis.silence import acts, mentions
from policyc.findings import Finding, Severity
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.passing import SUCCESSORS, holdings_with, is_of_holding
from policyc.rules.silences import bound
from policyc.rules.wording import by_clause, clauses, proposed, sentence

SEVERITY = Severity.NOTE

TAKEOVERS = ("change of control", "assignment of the agreement")
HEARD = ("notice", "approval", "consent", "legal obligation", "legal process exists")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that lets data go with the business unseen."""
    for document in facts.agreements:
        going = [norm for norm in facts.norms_of(document) if goes_with_business(norm, facts)]
        if not going:
            continue
        holders = [each for each in holdings_with(document, facts) if each.from_another]
        heard = facts.heard(document) or []
        told = [norm for norm in heard if tells_of_takeover(norm, facts.closure(document))]
        for norm in by_clause(going):
            held = any(is_of_holding(norm, each, facts) for each in holders)
            if heard and held and not any(binds_same(each, norm) for each in told):
                yield finding(norm, facts)


def goes_with_business(norm: Norm, facts: Facts) -> bool:
    """Whether a norm lets personal data go to who takes over a party, with no word to anybody."""
    closure = facts.closure(norm.document)
    if not norm.grants or not acts(norm, "share", closure) or not is_personal(norm, closure):
        return False
    counterparty = norm.region.masks[Side.COUNTERPARTY]
    takers = covered(SUCCESSORS, Kind.PARTY, closure)
    taken_over = bool(takers) and counterparty > 0 and not counterparty & ~takers
    events = covered(TAKEOVERS, Kind.EVENT, closure)
    occasion = any(closure.universe.bit(each.event) & events for each in norm.timing.occasions)
    if not (taken_over or occasion) or norm.timing.notice or norm.timing.at_least or compelled(norm, closure):
        return False
    return not hinges_on(norm, covered(HEARD, Kind.CONDITION, closure)) and not norm.quoted


def tells_of_takeover(norm: Norm, closure: Closure) -> bool:
    """Whether a norm makes somebody tell of a takeover, or ask for leave before it."""
    about = any(mentions(norm, event, Kind.EVENT, closure) for event in TAKEOVERS)
    return about and (acts(norm, "notify", closure) or acts(norm, "ask", closure))


def binds_same(one: Norm, other: Norm) -> bool:
    """Whether two norms bind the same party."""
    return bool(one.region.masks[Side.BEARER] & other.region.masks[Side.BEARER])


def finding(norm: Norm, facts: Facts) -> Finding:
    """The finding of one clause."""
    who, what = bound(norm, facts), names(norm.objects) or "personal data"
    lets = "would let" if proposed(norm.document) else "lets"
    return Finding(
        "change-of-control",
        SEVERITY,
        f"{sentence(clauses([norm], norm.document))} {lets} {who} hand {what} to whoever takes over its business, and "
        "nobody has to be told.",
        quote(norm, "this lets data go with the business"),
        f"Add `with prior notice` or `with approval`, or a duty: {who} must notify the other party at least 30 days "
        "before a change of control.",
    )
