"""Data that a party may not have, or may not use, can be worked out from other data that it gets.

## What it does

What reveals what is said by definitions and by the vocabulary (`reveals`), step by step and for every kind of the
data. The rule looks at data that flow to a party, and warns when they reveal

- data that `useful-for-banned` reports for the same party: dropping that field alone does not cure it;
- data that the agreement forbids to share with that party, or forbids the party to use for what the flow leaves open,
  while the same is not forbidden for the data that reveal it.

One finding for each agreement, revealing data and party.

## Why it matters

A list of card transactions is a list of places where its owner was. A promise about a field is only as good as the
promise about everything from which the field can be worked out.

## Example

Bad:

```policy
Acme is a bank.
Globex is a platform.
Card payments are financial data, reveal shopping trips.
Shopping trips are location data.
Account checking is a purpose, needs card payments.
agreement "Account linking" between Acme and Globex, is proposed.
1: Acme will share card payments with Globex for account checking.  # warning: "would reveal shopping trips"
2: Acme will share shopping trips with Globex.
3: Globex must not use shopping trips for advertising.
```

Bad:

```policy
Acme is a retailer.
Globex is an analytics provider.
agreement "Search logs" between Acme and Globex.
1: Acme will share search history with Globex for product improvement.  # warning: "interests"
2: Acme must not share interests with Globex.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
Card payments are financial data, reveal shopping trips.
Shopping trips are location data.
Account checking is a purpose, needs card payments.
agreement "Account linking" between Acme and Globex.
1: Acme will share card payments with Globex for account checking.
2: Globex must not use shopping trips for advertising.
```

Good:

```policy
Acme is a retailer.
Globex is an analytics provider.
agreement "Search logs" between Acme and Globex.
1: Acme will share search history with Globex.
2: Globex must not use search history or interests for advertising.
agreement "No guessing" between Acme and Globex.
1: Acme will share search history with Globex for product improvement.
2: Acme must not share interests with Globex.
3: Globex must not infer interests or medical conditions.
```

A ban for one purpose is got round only where the flow leaves that purpose open.

Boundary:

```policy
Acme is a retailer.
Globex is an analytics provider.
agreement "Search logs" between Acme and Globex.
1: Acme will share search history with Globex.  # warning: "interests"
2: Globex must not use interests for profiling.
agreement "Support logs" between Acme and Globex.
1: Acme will share search history with Globex for customer support.
2: Globex must not use interests for profiling.
```

## Known limits

Only what is declared to reveal something does. How surely and how exactly it can be worked out is not weighed.

## References

None needed: GitHub's Secret Scanning Partner Program Agreement, section 6.2, shows the practice: it has the partner
acknowledge that metadata "may reveal GitHub usernames, repository names, and file paths".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.headline import Headline, headlines
from policyc.analysis.necessity import weighed_data
from policyc.analysis.promises import closed_for
from policyc.analysis.purposes import needs_no_purpose
from policyc.analysis.reveals import revealed
from policyc.findings import Finding, Severity
from policyc.model.names import Concept, Kind
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import definition, names, quote
from policyc.rules.steps import flow_step, own_step
from policyc.rules.wording import (
    by_clause,
    capped,
    clauses,
    does,
    persons,
    plural,
    proposed,
    quoted_each,
    sentence,
    verb,
)

SEVERITY = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Hint:
    """Data of a flow that reveal other data, and why these matter: a headline, or bans."""

    flow: Flow
    data: Concept
    target: Concept
    headline: Headline | None
    bans: tuple[Norm, ...]


def check(facts: Facts) -> Iterator[Finding]:
    """Every kind of data that reveals what its taker may not have or use."""
    grave: dict[int, list[Headline]] = {}
    for headline in headlines(facts):
        if headline.severity is not Severity.NOTE:
            grave.setdefault(id(headline.document), []).append(headline)
    groups: dict[tuple[int, Concept, int], list[Hint]] = {}
    for flow in facts.flows:
        if flow.takers_mask > 0 and not needs_no_purpose(flow, facts):
            for hint in hints(flow, grave.get(id(flow.norm.document), []), facts):
                groups.setdefault((id(flow.norm.document), hint.data, flow.takers_mask), []).append(hint)
    yield from (finding(group, facts) for group in groups.values())


def hints(flow: Flow, grave: list[Headline], facts: Facts) -> Iterator[Hint]:
    """What the data of one flow reveal that matters."""
    closure = facts.closure(flow.norm.document)
    own = [headline for headline in grave if headline.flow.takers_mask & flow.takers_mask]
    told = {headline.first.data for headline in own}
    for data in weighed_data(flow, closure):
        for target in revealed(data, closure) if data not in told else ():
            if may_not_infer(flow, target, facts):
                continue
            same = closure.covers(target)
            cause = next((h for h in own if same & closure.universe.bit(h.first.data)), None)
            bans = () if cause else tuple(got_round(flow, data, target, facts))
            if cause or bans:
                yield Hint(flow, data, cause.first.data if cause else target, cause, bans)


def may_not_infer(flow: Flow, target: Concept, facts: Facts) -> bool:
    """Whether the agreement forbids the taker in so many words to work the data out."""
    closure = facts.closure(flow.norm.document)
    infer, bit = closure.covers_key("infer", Kind.ACTION), closure.universe.bit(target)
    return any(
        norm.bans
        and norm.region.masks[Side.BEARER] & flow.takers_mask
        and norm.region.masks[Side.OBJECT] & bit
        and any(closure.universe.bit(action) & infer for action in norm.actions)
        for norm in facts.norms_of(flow.norm.document)
    )


def got_round(flow: Flow, data: Concept, target: Concept, facts: Facts) -> Iterator[Norm]:
    """The bans of the agreement on the revealed data that a flow of the revealing data gets round."""
    closure = facts.closure(flow.norm.document)
    bit, hidden = closure.universe.bit(data), closure.universe.bit(target)
    bans = [norm for norm in facts.norms_of(flow.norm.document) if norm.bans and norm.by_only is None and norm.objects]
    share, use = (closure.covers_key(key, Kind.ACTION) for key in ("share", "use"))
    for ban in bans:
        if not ban.region.masks[Side.OBJECT] & hidden or ban.region.masks[Side.OBJECT] & bit:
            continue
        if not forbids_flow(ban, flow, share) and not forbids_use(ban, flow, use, facts):
            continue
        if not any(like(other, ban) and other.region.masks[Side.OBJECT] & bit for other in bans):
            yield ban


def forbids_flow(ban: Norm, flow: Flow, share: int) -> bool:
    """Whether a ban forbids the giver to share with the taker."""
    sides = (Side.BEARER, Side.COUNTERPARTY)
    return not ban.region.masks[Side.ACTION] & ~share and all(
        ban.region.masks[side] & flow.norm.region.masks[side] for side in sides
    )


def forbids_use(ban: Norm, flow: Flow, use: int, facts: Facts) -> bool:
    """Whether a ban forbids the taker to use the data, in whatever way, for what a flow leaves open."""
    region, stated = ban.region, flow.norm.region.masks[Side.PURPOSE]
    if not region.masks[Side.BEARER] & flow.takers_mask or use & ~region.masks[Side.ACTION]:
        return False
    if flow.norm.purpose_stated:
        return bool(stated & region.masks[Side.PURPOSE])
    return not closed_for(flow, facts)


def like(other: Norm, ban: Norm) -> bool:
    """Whether two bans forbid the same party the same act for some same purpose."""
    sides = (Side.BEARER, Side.ACTION, Side.COUNTERPARTY, Side.PURPOSE)
    return all(other.region.masks[side] & ban.region.masks[side] for side in sides)


def finding(group: list[Hint], facts: Facts) -> Finding:
    """One kind of data that reveals what its taker may not have or use."""
    first, flow, own = group[0], group[0].flow, group[0].flow.norm.document
    taker, data = persons(flow.takers, flow.takers_mask), names([first.data])
    revealed_data = list(dict.fromkeys(hint.target for hint in group))
    targets = names(revealed_data)
    bans = by_clause(ban for hint in group for ban in (hint.headline.bans if hint.headline else hint.bans))
    works = does(flow.takers, "work")
    reveal = "would reveal" if proposed(own) else "reveal" if plural([first.data]) else "reveals"
    message = f"{sentence(data)}, which {taker} gets by {clauses([flow.norm], own)}, {reveal} {targets}: "
    if first.headline:
        message += f"dropping {targets} alone {'would' if proposed(own) else 'does'} not cure what is banned."
    else:
        message += f"what {clauses(bans, own)} {verb(bans, 'forbids', 'forbid')} can be worked out all the same."
    related = [quote(hint.headline.flow.norm, "this shares what is revealed") for hint in group[:1] if hint.headline]
    flows, forbidden = quote(flow.norm, f"{data} flows to {taker}"), quoted_each(bans, "what is forbidden")
    return Finding(
        "reveals",
        capped(SEVERITY, [flow.norm]),
        message,
        flows,
        f"Share {data} only in a form that does not reveal {targets}, or forbid the same for {data}, for example "
        f"`{sentence(taker)} must not infer {targets}.`",
        (*definition(first.data, facts, own, "what it reveals"), *related, *forbidden),
        f"{sentence(taker)} {works} out {targets} from {data}.",
        steps=(
            flow_step(flow, [first.data], flows),
            own_step(taker, f"{works} out", revealed_data, against=forbidden[0] if forbidden else None),
        ),
    )
