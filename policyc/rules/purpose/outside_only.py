"""Data is used, or flows, for something that a clause with *only* shuts out.

## What it does

A clause such as `may use bank data only for account checking` permits that one purpose and forbids the rest of the
dimension. This rule finds

- a permission or duty of the same party that lies in the rest: an error for a duty, which cannot be met; a warning for
  a permission, which may be meant as one more entry of the list;
- a flow that gives a party data for purposes that are all off its list (an error);
- a flow of another agreement that gives a party such data for no stated purpose, or for purposes off its list (a
  warning).

`only` on any phrase counts for the first: `only to`, `only in`, `only if`. Several clauses with `only` are one list
of alternatives. A flow without a stated purpose in the same agreement is left alone, since the list itself says what
the data are for.

## Why it matters

*Only* is the strongest word in a data agreement: it promises that nothing else will happen. A flow that fits no
purpose on the list either breaks that promise or is there for a reason that nobody has written down.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Support data" between Acme and Globex.
1: Globex may use contact data only for customer support.
2: Globex must use email addresses for email marketing.  # error: "outside what `only` leaves"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Orders" between Acme and Globex.
1: Globex may use purchase history only for order fulfilment.
2: Acme will share purchase history with Globex for market research.  # error: "none of which clause 1 leaves"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Orders" between Acme and Globex.
1: Globex may use purchase history only for order fulfilment.
agreement "Clean room" between Acme and Globex, is proposed.
7: Acme will share purchase history with Globex.  # warning: "for no stated purpose"
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Orders" between Acme and Globex.
1: Globex may use purchase history only for order fulfilment.
2: Globex may use purchase history only for refund handling.
3: Acme will share purchase history with Globex for order fulfilment.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Orders" between Acme and Globex.
1: Globex may use purchase history only for order fulfilment.
2: Acme will share purchase history with Globex.
3: Globex may share purchase history only with carriers.
Carriers are service providers.
```

Leave that says nothing on the side which *only* closes is limited by it, and what the law demands may be done all the
same: neither is outside.

Good:

```policy
Acme is a clinic.
Globex is a business associate.
agreement "Claims" between Acme and Globex.
1: Globex may use health records only for billing.
2: Globex may use health records only with documented instruction given.
3: Globex may use health records in the United States.
4: Globex may use health records if required by law.
5: Globex must delete health records after termination.
```

The sentences of one clause are read together, those of another clause may be meant so.

Boundary:

```policy
Acme is a clinic.
Globex is a business associate.
agreement "Claims" between Acme and Globex.
2: Globex may use health records only for billing.
   Globex may use health records for quality assurance.
3: Globex may use health records for medical research.  # warning: "outside what `only` leaves"
```

Nobody can say what lies outside a purpose that defines nothing, so a use beside it is only noted.

Boundary:

```policy
Acme is a company.
Globex is a company.
Enabling these experiences is a purpose.
agreement "Messenger" between Acme and Globex.
1: Globex may use messages only for enabling these experiences.
2: Globex may use messages for customer support.  # note: "says too little to tell"
```

## Known limits

A purpose on the list and a purpose of a flow that no vocabulary relates count as apart. What is collected from people
directly, and not received under an agreement, is not seen.

## References

12 CFR 1016.11(a): information received under an exception may be used to carry out the activity it was received for,
and not for the recipient's own marketing. Cal. Civ. Code 1798.140(ag)(1)(B): no use for any purpose other than those
specified.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.contradiction import Contradiction, Grade
from policyc.analysis.facts import Facts
from policyc.analysis.promises import (
    Escape,
    flows_outside,
    flows_without_consent,
    open_ended,
)
from policyc.findings import Finding, Severity
from policyc.norms.order import limited
from policyc.norms.region import Side
from policyc.rules.clashes import clashes
from policyc.rules.evidence import names, quote
from policyc.rules.steps import flow_step
from policyc.rules.wording import by_clause, capped, clauses, persons, purposes_as_written, quoted_each, sentence, verb

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """Every clash with what ``only`` shuts out, then every flow that is for nothing on a closed list."""
    told = consent_told(facts)
    clear: list[Contradiction] = []
    unclear: list[Contradiction] = []
    for each in facts.contradictions:
        if each.ban.by_only is None or limited(each.ban, each.grant) or is_merely_limited(each):
            continue
        if each.across and spoken_for(each, told, facts):
            continue
        vague = each.ban.by_only is Side.PURPOSE and each.grade is not Grade.ORDERED and open_ended(each.ban, facts)
        (unclear if vague else clear).append(each)
    yield from clashes("outside-only", clear, facts)
    yield from (beside_vague(each) for each in unclear if not each.across)
    groups: dict[tuple[int, int, int], list[Escape]] = {}
    for escape in flows_outside(facts):
        key = (id(escape.flow.norm.document), id(escape.promiser), escape.flow.takers_mask)
        groups.setdefault(key, []).append(escape)
    yield from (flow_outside(group, facts) for group in groups.values())


def is_merely_limited(clash: Contradiction) -> bool:
    """Whether leave of the same agreement says nothing on the side that is closed: it is limited by the list."""
    side = clash.ban.by_only
    unspoken = isinstance(side, Side) and side not in clash.grant.stated and not clash.grant.purpose_stated
    return clash.joined and unspoken and clash.grade is Grade.NARROWER


def consent_told(facts: Facts) -> list[Escape]:
    """What the rule on flows without consent says between agreements already."""
    return [escape for escape in flows_without_consent(facts) if escape.across]


def spoken_for(clash: Contradiction, told: list[Escape], facts: Facts) -> bool:
    """Whether a clash between agreements is told by another finding: on missing consent, or on a vague purpose."""
    if clash.ban.by_only == "condition":
        return any(
            escape.promiser is clash.ban.document
            and escape.flow.norm.document is clash.grant.document
            and escape.flow.takers_mask & clash.grant.region.masks[Side.BEARER]
            for escape in told
        )
    return clash.ban.by_only is Side.PURPOSE and open_ended(clash.ban, facts)


def beside_vague(clash: Contradiction) -> Finding:
    """A use beside a closed list that holds a purpose which defines nothing."""
    grant, ban, own = clash.grant, clash.ban, clash.grant.document
    listed = purposes_as_written([ban])
    message = (
        f"{sentence(clauses([ban], own))} leaves only {listed}, which says too little to tell whether what "
        f"{clauses([grant], own)} allows is part of it."
    )
    cure = f"Define it, or relate the two: `{sentence(names(grant.purposes) or 'customer support')} is {listed}.`"
    return Finding(
        "outside-only", Severity.NOTE, message, quote(grant, "this allows"), cure, quoted_each([ban], "the closed list")
    )


def flow_outside(group: list[Escape], facts: Facts) -> Finding:
    """A flow that gives a party data for nothing on its closed list."""
    first = group[0]
    flow, own = first.flow, first.flow.norm.document
    flows = by_clause(escape.flow.norm for escape in group)
    bans = by_clause(ban for escape in group for ban in escape.promises)
    taker = persons(flow.takers, flow.takers_mask)
    data = names(dict.fromkeys(kind for escape in group for kind in escape.data))
    leave = verb(bans, "leaves", "leave")
    if flow.norm.purpose_stated:
        reason = f"for {names(flow.purposes)}, none of which {clauses(bans, own)} {leave} to {taker}"
    else:
        reason = f"for no stated purpose, while {clauses(bans, own)} {leave} {taker} only {purposes_as_written(bans)}"
    message = f"{sentence(clauses(flows, own))} {verb(flows, 'gives', 'give')} {taker} {data} {reason}."
    gives, closed = quote(flow.norm, "the flow"), quoted_each(bans, "the closed list")
    return Finding(
        "outside-only",
        capped(SEVERITY, [flow.norm, *bans]),
        message,
        gives,
        f"State a purpose that is on the list: such as `for {purposes_as_written(bans[:1])}`, at the end of "
        f"{clauses([flow.norm], own)}; or add the new purpose to the list, if those who rely on the promise agree.",
        closed + quoted_each(flows[1:], "this gives it too"),
        f"{sentence(persons(flow.givers, flow.givers_mask))} to {taker}: {data}; {taker} then holds it for no purpose "
        "on the list.",
        steps=(flow_step(flow, dict.fromkeys(kind for each in group for kind in each.data), gives, closed[0]),),
    )
