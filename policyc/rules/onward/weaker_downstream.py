"""By way of other agreements, data end up where the agreement that let them go says they must not.

## What it does

Follows data from hand to hand, across every agreement of the workspace: whoever gets them may give them on by each
permission or duty to share that it has. A path is reported when an agreement on it forbids the one who gives or gets
the data there to share them with a recipient, in a place or for a purpose, and the data end up just there: with that
recipient, in that place, or with somebody who gets it for that purpose or may use them for it by the agreement by
which it gets them. A list of those who alone may have the data (`only with`, `anyone except`) counts for the one who
gets them.

One finding for each upstream clause and each end, by the shortest path, which is printed hop by hop. It is a warning.
It is a note where somebody on the way has to work the data out from others that reveal them, and where each on the way
has taken them under the same terms, so that the last may give them on only by breaking these. What a single clause
contradicts in so many words is left to the rules on contradictions.

## Why it matters

A ban binds who signed it. The next one down the line signed another agreement, and may do what the first must not,
unless the ban went along with the data.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform. Hooli is an analytics provider. Initech is an advertiser.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Globex must not share transaction history with advertisers.  # warning: "yet Initech may end up with"
agreement "Analytics" between Globex and Hooli.
1: Globex may share financial data with Hooli for business intelligence.
agreement "Audiences" between Hooli and Initech.
1: Hooli may share transaction history with Initech.
```

Bad:

```policy
Acme is a bank. Globex is a platform. Hooli is an analytics provider.
agreement "Linking" between Acme and Globex, is proposed.
1: Acme will share transaction history with Globex for customer support.
2: Globex must not use transaction history for advertising.  # warning: "by way of Globex and use it"
agreement "Analytics" between Globex and Hooli.
1: Globex may share financial data with Hooli for business intelligence.
2: Hooli may use financial data for ad targeting.
```

Bad:

```policy
Acme is a bank in Germany. Globex is a platform in France. Hooli is an analytics provider in the United States.
Umbrella is a vendor in Ireland.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Globex must not share transaction history outside the European Union.  # warning: "Hooli in United States"
agreement "Support" between Globex and Umbrella.
1: Globex may share transaction history with Umbrella for customer support.
agreement "Analytics" between Umbrella and Hooli.
1: Umbrella may share transaction history with Hooli for business intelligence.
```

Good:

```policy
Acme is a bank. Globex is a platform. Hooli is an analytics provider. Initech is an advertiser.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Globex must not share transaction history with advertisers.
agreement "Analytics" between Globex and Hooli.
1: Globex may share transaction history with Hooli for business intelligence.
2: Hooli must not share transaction history with anyone.
agreement "Audiences" between Hooli and Initech.
1: Hooli may share browsing history with Initech.
```

Good:

```policy
Acme is a bank. Globex is a platform. Hooli is an analytics provider. Umbrella is a cloud provider.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Globex may share transaction history only with Hooli.
agreement "Analytics" between Globex and Hooli.
1: Globex may share transaction history with Hooli for business intelligence, under the same terms.
agreement "Hosting" between Hooli and Umbrella.
1: Hooli may share transaction history with Umbrella for hosting.
```

Who took the data under the same terms and may still give them on gets a note; a duty to give them on is a warning.

Boundary:

```policy
Acme is a bank. Globex is a platform. Hooli is an analytics provider. Initech is an advertiser.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Globex must not share transaction history with advertisers.  # note: "bound to the same terms"
agreement "Analytics" between Globex and Hooli.
1: Globex may share transaction history with Hooli for business intelligence, under the same terms.
agreement "Audiences" between Hooli and Initech.
1: Hooli may share transaction history with Initech.
```

## Known limits

A path through *anyone* or a kind of party that nobody is named by ends there. Whoever gives data is taken to give all
it holds of them, whatever their source, unless the clause says `from`. Terms on purposes that only a closed list
implies (`only for`) are not followed, since two purposes that no vocabulary relates may well go together. From one
agreement and pair of parties at most 20,000 steps are followed; where that is not enough, the run says so.

## References

Regulation (EU) 2016/679 art. 28(4): the same data protection obligations are imposed on the other processor. 45 CFR
164.514(e)(4)(ii)(C)(4): whoever gets data from a recipient agrees to the same restrictions. 12 CFR 1016.11 limits the
reuse and redisclosure of what was received.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.paths.leaks import Leak, gap, is_bound
from policyc.analysis.paths.reach import Arrival, Inference
from policyc.analysis.words import concept_words, listed, named_in
from policyc.findings import Evidence, Finding, Severity, Step
from policyc.model.document import Dimension, Limit, Modality
from policyc.model.lexicon import Relation
from policyc.model.names import Concept
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.steps import own_step, share_step
from policyc.rules.wording import acts, clauses, plural, proposed, sentence, verb

SEVERITY = Severity.WARNING

MOST_NAMES = 4


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each upstream clause and each end that it forbids."""
    for leak in facts.leaks.found:
        yield finding(leak, facts)


def finding(leak: Leak, facts: Facts) -> Finding:
    """The finding of one leak, with its whole path."""
    ban = leak.restriction.ban
    message = (
        f"{sentence(clauses([ban]))} {verb([ban], 'forbids', 'forbid')} {holder(leak.restriction.holder.concept)} to "
        f"{forbidden(ban)}, yet {end(leak, facts)}{although(leak, facts)}."
    )
    promised, hops = quote(ban, "this is promised upstream"), tuple(evidence(leak, facts))
    return Finding(
        "weaker-downstream",
        severity(leak, facts),
        message,
        promised,
        ways_out(leak, facts),
        hops,
        witness(leak, facts),
        steps=tuple(steps(leak, promised, hops, facts)),
    )


def severity(leak: Leak, facts: Facts) -> Severity:
    """A warning; a note where data must be worked out, or where the last giver is bound and need not give."""
    may_keep = leak.arrival.hop.flow.norm.modality is not Modality.DUTY
    tied = is_bound(leak, facts.graph) and may_keep
    return Severity.NOTE if leak.inferences or tied else SEVERITY


# The clause upstream in words


def forbidden(ban: Norm) -> str:
    """What a ban forbids, in the words of its clause."""
    parts = [acts([ban]), names(ban.objects) or "data"]
    parts += [phrase(limit) for limit in ban.provision.limits if limit.names]
    return " ".join(part for part in parts if part)


def phrase(limit: Limit) -> str:
    """A phrase of a ban; what stands after ``only`` or ``except`` is what it leaves."""
    if limit.mode == "even" or limit.names is None:
        return ""
    words = listed((with_exceptions(term.text, [t.text for t in term.minus]) for term in limit.names.terms), "or")
    if limit.mode not in ("only", "except"):
        return f"{limit.word} {words}"
    if limit.dimension is Dimension.PURPOSE and limit.mode == "except":
        return f"except for {words}"
    everybody = {Dimension.PLACE: "anywhere", Dimension.PURPOSE: "anything"}.get(limit.dimension, "anyone")
    return f"{'' if limit.dimension is Dimension.PLACE else limit.word + ' '}{everybody} but {words}"


def with_exceptions(text: str, taken: list[str]) -> str:
    """A name and what is taken from it."""
    return f"{text} except {listed(taken)}" if taken else text


# The path in words


def holder(concept: Concept | None) -> str:
    """Who holds data, in words."""
    return concept_words(concept) if concept else "anyone"


def end(leak: Leak, facts: Facts) -> str:
    """Who ends up with what, where and what for."""
    ban, use = leak.restriction.ban, leak.ending.use
    says = {limit.dimension for limit in ban.provision.limits}
    who, data = holder(leak.arrival.holder.concept), names(told(leak, facts))
    if Dimension.PLACE in says:
        who += f" in {names(where(leak, facts))}"
    way = f"by way of {go_between(leak)}"
    can = "could" if any(proposed(at.document) for at in leak.path) else "may"
    if Dimension.PURPOSE not in says:
        return f"{who} {can} end up with {data} {way}"
    purposes = names(inside(leak, Side.PURPOSE, facts))
    if use is None:
        return f"{who} {can} get {data} {way} for {purposes}"
    return f"{who} {can} get {data} {way} and use {'them' if plural(told(leak, facts)) else 'it'} for {purposes}"


def told(leak: Leak, facts: Facts) -> list[Concept]:
    """The data that end up there: as the ban names them, else as they are called where they arrive."""
    mask = leak.ending.act.masks[Side.OBJECT]
    named = [concept for concept in leak.restriction.ban.objects if facts.universe.bit(concept) & mask]
    return named or inside(leak, Side.OBJECT, facts)


def where(leak: Leak, facts: Facts) -> list[Concept]:
    """Where the last holder is, or gets the data."""
    closure = facts.closure(leak.arrival.document)
    who = leak.arrival.holder.concept
    declared = closure.nearest(who, Relation.IN) if who else []
    return declared or sorted(named_in(closure, leak.arrival.hop.place), key=lambda place: place.text)[:MOST_NAMES]


def inside(leak: Leak, side: Side, facts: Facts) -> list[Concept]:
    """What a side of the act at the end holds, by name, the first few."""
    closure = facts.closure(leak.arrival.document)
    named = named_in(closure, leak.ending.act.masks[side])
    return sorted(named, key=lambda concept: concept.text)[:MOST_NAMES]


def go_between(leak: Leak) -> str:
    """Those through whose hands the data go."""
    between = list(dict.fromkeys(holder(at.holder.concept) for at in leak.hops[:-1]))
    more = len(between) - MOST_NAMES
    return listed(between if more <= 0 else [*between[:MOST_NAMES], f"{more} more"])


def although(leak: Leak, facts: Facts) -> str:
    """That the last giver is bound to the same terms, where it is."""
    if not is_bound(leak, facts.graph):
        return ""
    giver, bound = leak.arrival.hop.giver.concept, [at.hop.flow.norm for at in leak.hops[-2:-1]]
    return f", although {holder(giver)} is bound to the same terms by {clauses(bound)}"


def evidence(leak: Leak, facts: Facts) -> Iterator[Evidence]:
    """The path, hop by hop, then what lets the last holder use the data."""
    for number, at in enumerate(leak.hops, start=1):
        after = [each.step for each in leak.path if each.hop is at.hop and isinstance(each.step, Inference)]
        learned = "".join(works_out(at, step) for step in after)
        yield quote(at.hop.flow.norm, f"hop {number}: {gives(at, facts)}{learned}")
    if leak.ending.use:
        yield quote(leak.ending.use.norm, f"this lets {holder(leak.arrival.holder.concept)} use the data so")


def steps(leak: Leak, promised: Evidence, quoted: tuple[Evidence, ...], facts: Facts) -> Iterator[Step]:
    """The hops as acts, each by its own clause; the last goes against the promise, or the use after it."""
    use, last = leak.ending.use, len(leak.hops)
    for number, (at, by) in enumerate(zip(leak.hops, quoted, strict=False), start=1):
        yield hop_step(at, facts, by, promised if number == last and use is None else None)
    if use:
        purposes = inside(leak, Side.PURPOSE, facts)
        yield own_step(holder(leak.arrival.holder.concept), "uses", told(leak, facts), purposes, quoted[last], promised)


def hop_step(at: Arrival, facts: Facts, by: Evidence | None = None, against: Evidence | None = None) -> Step:
    """One hop as an act."""
    norm, closure = at.hop.flow.norm, facts.closure(at.document)
    named = [concept for concept in norm.objects if facts.universe.bit(concept) & at.data]
    data = named or sorted(named_in(closure, at.data), key=lambda concept: concept.text)[:MOST_NAMES]
    giver, taker = holder(at.hop.giver.concept), holder(at.holder.concept)
    return share_step(giver, data, taker, norm.purposes, by, against, "gives")


def gives(at: Arrival, facts: Facts) -> str:
    """One hop in words."""
    step = hop_step(at, facts)
    purposes = f" for {listed(step.purposes)}" if step.purposes else ""
    return f"{step.actor} {step.does} {listed(step.data) or 'data'} to {step.taker}{purposes}"


def works_out(at: Arrival, step: Inference) -> str:
    """What a holder works out after a hop."""
    return f"; {holder(at.holder.concept)} can work out {names([step.target])} from {names([step.source])}"


def witness(leak: Leak, facts: Facts) -> str:
    """The path as a story; of a long one only its ends."""
    hops = [gives(at, facts) for at in leak.hops]
    if len(hops) > 2 * MOST_NAMES:
        hops = [*hops[:MOST_NAMES], f"{len(hops) - MOST_NAMES - 1} hops later", hops[-1]]
    return sentence("; ".join(hops)) + "."


def ways_out(leak: Leak, facts: Facts) -> str:
    """What makes the finding go away: terms that go with the data, and an end that they do not forbid."""
    last, missing = leak.arrival.hop.flow.norm, gap(leak, facts.graph)
    loose = leak.ending.use.norm if leak.ending.use else last
    take_out = f"take out of {clauses([loose])} what {clauses([leak.restriction.ban])} forbids"
    if missing is None:
        return f"{sentence(take_out)}, or say upstream that it is allowed."
    return (
        f"Bind {holder(missing.holder.concept)} where it gets the data: add `under the same terms` to "
        f"{clauses([missing.hop.flow.norm])}; and {take_out}."
    )
