"""A promise not to use data for something is narrower than what the data that flow can be used for.

## What it does

A party is banned from using data for a named purpose, gets such data for no stated purpose (or for a wider one), and
its uses are not closed by `only`. The ban is narrower than the flow when

- the banned purpose is one kind of a wider purpose that the data serve, and the wider one is not banned: *ad
  targeting* beside location data, which serve advertising;
- the ban holds in one place or on one surface only (`in Messenger`), and the flow is not confined to it.

One finding a ban, naming every way in which it is narrower. Data serve what the vocabulary or a definition says
(`serves`).

## Why it matters

A reader hears *no advertising*; the words say *no ad targeting in Messenger*. Everything between the two stays open,
and the data to do it are on the table.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Maps" between Acme and Globex.
1: Acme will share location data with Globex.
2: Globex must not use location data for ad targeting.  # warning: "only one kind of advertising"
```

Bad:

```policy
Acme is a company.
Globex is a company.
Globex Chat is an online service.
agreement "Maps" between Acme and Globex, is proposed.
1: Acme will share location data with Globex for marketing.
2: Globex must not use location data for ad targeting in Globex Chat.  # warning: "would hold only in Globex Chat"
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Maps" between Acme and Globex.
1: Acme will share location data with Globex for location services.
2: Globex must not use location data for ad targeting.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Maps" between Acme and Globex.
1: Acme will share location data with Globex.
2: Globex must not use location data for ad targeting.
3: Globex must not use location data for advertising.
agreement "Closed" between Acme and Globex.
1: Acme will share location data with Globex.
2: Globex must not use location data for ad targeting.
3: Globex may use location data only for location services.
```

Data that serve nothing wider than what is banned leave nothing open.

Boundary:

```policy
Acme is a company.
Globex is a company.
agreement "Web" between Acme and Globex.
1: Acme will share browsing history with Globex.
2: Globex must not use browsing history for ad targeting.
```

## Known limits

Only bans and flows of one agreement are compared. What data serve is what definitions say; data of which nothing is
said leave a ban unquestioned.

## References

None needed: in drafting practice a promise is read against what it leaves open.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.necessity import touches, weighed_data
from policyc.analysis.promises import closing
from policyc.analysis.purposes import needs_no_purpose
from policyc.analysis.words import listed
from policyc.findings import Finding, Severity
from policyc.model.document import Dimension
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import OTHER
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import definition, names, quote
from policyc.rules.steps import flow_step, own_step
from policyc.rules.wording import capped, clauses, does, persons, proposed, purposes_as_written, quoted_each, sentence

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Every ban that is narrower than the flows to the party that it binds."""
    for document in facts.agreements:
        lists = closing(document, facts)
        flows = [flow for flow in facts.flows_of(document) if not needs_no_purpose(flow, facts)]
        flows = [flow for flow in flows if not any(touches(ban, flow) for ban in lists)]
        bans: dict[int, list[Norm]] = {}
        for ban in facts.norms_of(document):
            if ban.bans and ban.by_only is None and ban.purposes and not ban.region.masks[Side.PURPOSE] & OTHER:
                bans.setdefault(id(ban.clause), []).append(ban)
        for norms in bans.values():
            yield from weigh(norms, [flow for flow in flows if open_to(flow, norms)], facts)


def open_to(flow: Flow, bans: list[Norm]) -> bool:
    """Whether data under some bans flow to their bearer for no, or a wider, purpose."""
    return any(touches(ban, flow) and wider(flow, ban) for ban in bans)


def wider(flow: Flow, ban: Norm) -> bool:
    """Whether a flow states no purpose, or one that takes in what the ban forbids and more."""
    stated, banned = flow.norm.region.masks[Side.PURPOSE], ban.region.masks[Side.PURPOSE]
    return not flow.norm.purpose_stated or bool(stated & banned and stated & ~banned)


def weigh(bans: list[Norm], flows: list[Flow], facts: Facts) -> Iterator[Finding]:
    """The ways in which one clause's bans are narrower than some flows, as one finding."""
    ban = bans[0]
    ways: list[str] = []
    kinds: dict[Concept, None] = {}
    for flow in flows:
        for data, narrow, wide in wider_uses(ban, flow, facts):
            kinds[data] = None
            ways.append(f"{names([narrow])} is only one kind of {names([wide])}, which {names([data])} can be used for")
    places = [place for place in places_of(ban) if any(not confined(flow, ban) for flow in flows)]
    if places:
        ways.append(f"it {'would hold' if proposed(ban.document) else 'holds'} only in {listed(places)}")
    if ways:
        yield finding(ban, list(dict.fromkeys(ways)), flows, tuple(kinds), facts)


def wider_uses(ban: Norm, flow: Flow, facts: Facts) -> Iterator[tuple[Concept, Concept, Concept]]:
    """Data, a banned purpose, and the nearest wider purpose that the data serve and no clause bans."""
    closure = facts.closure(ban.document)
    banned = banned_purposes(ban, flow, facts)
    for data in weighed_data(flow, closure):
        if not ban.region.masks[Side.OBJECT] & closure.universe.bit(data):
            continue
        serves = closure.inherited(data, Relation.SERVES)
        for purpose in ban.purposes:
            above = [up for up in closure.ancestors(purpose)[1:] if up.key != Kind.PURPOSE.value and up in serves]
            if above and closure.covers(above[0]) & ~banned:
                yield data, purpose, above[0]


def banned_purposes(ban: Norm, flow: Flow, facts: Facts) -> int:
    """All purposes that clauses of the agreement forbid the party wherever it is."""
    mask = 0
    for other in facts.norms_of(ban.document):
        if other.bans and touches(other, flow) and (other is ban or not places_of(other)):
            mask |= other.region.masks[Side.PURPOSE]
    return mask


def places_of(ban: Norm) -> list[str]:
    """The places to which a ban is confined, as written."""
    limits = [limit for limit in ban.provision.limits if limit.dimension is Dimension.PLACE and limit.names]
    return [term.text for limit in limits if not limit.outside and limit.names for term in limit.names.terms]


def confined(flow: Flow, ban: Norm) -> bool:
    """Whether a flow goes nowhere but where the ban holds."""
    return not flow.norm.region.masks[Side.PLACE] & ~ban.region.masks[Side.PLACE]


def finding(ban: Norm, ways: list[str], flows: list[Flow], data: tuple[Concept, ...], facts: Facts) -> Finding:
    """One ban, and every way in which it is narrower."""
    own = ban.document
    taker = persons(flows[0].takers, flows[0].takers_mask)
    message = (
        f"The ban of {clauses([ban], own)} on {purposes_as_written([ban])} {'would be' if proposed(own) else 'is'} "
        "narrower than "
        f"what {taker} gets by {clauses((flow.norm for flow in flows), own)}: {'; and '.join(ways)}."
    )
    flowing = quoted_each((flow.norm for flow in flows), "what flows")
    return Finding(
        "ban-narrower-than-flow",
        capped(SEVERITY, [ban]),
        message,
        quote(ban, "the narrow ban"),
        "Say what is meant: name the wider purpose in the ban and take the place out, or close the uses, for example "
        f"`{sentence(taker)} may use {names(data) or 'the data'} only for customer support.`",
        flowing + tuple(line for kind in data for line in definition(kind, facts, own, "what such data are used for")),
        f"{sentence(taker)} {does(flows[0].takers, 'use')} the data for what the ban leaves open.",
        steps=(
            flow_step(flows[0], data or flows[0].data, flowing[0]),
            own_step(taker, does(flows[0].takers, "use"), data or flows[0].data, by=flowing[0]),
        ),
    )
