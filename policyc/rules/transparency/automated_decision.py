"""Machines may decide on people, and nothing lets a person look at it.

## What it does

Reports a clause that lets a party use personal data for automated decisions, or for decisions on what people get with
*full automation*, where neither the clause nor another one of the agreement asks for a human review, for the people's
explicit consent, or gives them a way to object or to be told why.

## Why it matters

A person who is refused a loan or a place by a machine has nobody to ask. Laws on data protection give people a right
to somebody who looks again.

## Example

Bad:

```policy
Acme is a bank. Globex is a scoring company. Scoring companies are companies. Applicants are people.
agreement "Scores" between Acme and Globex.
1: Acme may use payment history for automated decisions.  # warning: "nothing lets a person look"
Payment history is financial data about applicants.
```

Bad:

```policy
Acme is an employer. Globex is a recruiter. Applicants are people.
agreement "Hiring" between Acme and Globex, is proposed.
1: Globex may use job histories for recruitment and automated decision making.  # note: "would let"
Job histories are employment data about applicants.
```

Good:

```policy
Acme is a bank. Globex is a company.
agreement "Scores" between Acme and Globex.
1: Acme may use financial data for automated decisions with human review.
```

Good:

```policy
Acme is a bank. Globex is a company. Applicants are people.
agreement "Scores" between Acme and Globex.
1: Acme may use financial data for automated decisions.
2: Acme must explain the reasons to applicants after a data subject request.
3: Acme may use contact data for credit decisions.
```

A ban on such decisions is no leave.

Boundary:

```policy
Acme is a bank. Globex is a company.
agreement "Scores" between Acme and Globex.
1: Globex must not use financial data for automated decisions.
2: Acme may use financial data for credit decisions with full automation.  # warning: "nothing lets a person look"
3: Acme may use aggregate statistics for automated decisions.
```

## Known limits

Only purposes that say *automated* are seen: policyc does not know which scores are made by machine.

## References

None needed: it is a question to the parties; whether a law wants an answer depends on the law.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, hinges_on, is_personal
from policyc.analysis.silence import acts, mentions, needs
from policyc.findings import Finding, Severity
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote, unless_in_force
from policyc.rules.silences import bound
from policyc.rules.wording import by_clause, clauses, proposed, sentence

SEVERITY = Severity.WARNING

DECIDING = ("eligibility decisions", "individual determinations")
LOOKED_AT = ("human review", "explicit consent", "authorised by law")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that lets machines decide unseen."""
    for document in facts.agreements:
        deciding = [norm for norm in facts.norms_of(document) if lets_machines_decide(norm, facts)]
        heard = facts.heard(document) if deciding else None
        if heard and not any(lets_people_ask(norm, facts.closure(document)) for norm in heard):
            for norm in by_clause(deciding):
                yield finding(norm, facts)


def lets_machines_decide(norm: Norm, facts: Facts) -> bool:
    """Whether a norm lets personal data be used to decide on people by machine alone."""
    if not norm.grants or not norm.purposes:
        return False
    closure = facts.closure(norm.document)
    bits = [closure.universe.bit(purpose) for purpose in norm.purposes]
    automated = any(bit & covered(("automated decisions",), Kind.PURPOSE, closure) for bit in bits)
    alone = needs(norm, covered(("full automation",), Kind.CONDITION, closure))
    if not automated and not (alone and any(bit & covered(DECIDING, Kind.PURPOSE, closure) for bit in bits)):
        return False
    return is_personal(norm, closure) and not hinges_on(norm, covered(LOOKED_AT, Kind.CONDITION, closure))


def lets_people_ask(norm: Norm, closure: Closure) -> bool:
    """Whether a norm asks for a human look, or gives people a way to object or to be told why."""
    if needs(norm, covered(("human review",), Kind.CONDITION, closure)):
        return True
    if any(mentions(norm, event, Kind.EVENT, closure) for event in ("data subject request", "objection")):
        return True
    rights = covered(("data subject rights", "reasons", "objection right"), Kind.THING, closure)
    if any(closure.universe.bit(concept) & rights for concept in norm.objects):
        return True
    people = norm.region.masks[Side.BEARER] & closure.universe.kind(Kind.PEOPLE)
    return bool(people) and any(acts(norm, action, closure) for action in ("object", "challenge", "ask", "review"))


def finding(norm: Norm, facts: Facts) -> Finding:
    """The finding of one clause."""
    document, who = norm.document, bound(norm, facts)
    lets = "would let" if proposed(document) else "lets"
    return Finding(
        "automated-decision",
        unless_in_force(document, SEVERITY),
        f"{sentence(clauses([norm], document))} {lets} {who} decide on people by machine with "
        f"{names(norm.objects) or 'personal data'}, and nothing lets a person look at the decision.",
        quote(norm, "this lets a machine decide"),
        f"Add `with human review`, or a clause such as: {who} must explain the reasons after a data subject request.",
    )
