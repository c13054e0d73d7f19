"""Data flows to a party for which nothing here needs it, and it is what a purpose forbidden to that party uses.

## What it does

A party is banned from using data for a purpose, and gets a kind of data that this purpose is known to use (`serves`).
Whether anything else explains the flow decides how grave it is.

| what the flow is for | finding |
|---|---|
| no purpose is stated, neither by the flow nor by a clause on the recipient's use | error |
| every purpose declares what it `needs`, and this is not among it | error |
| a purpose does not declare what it needs | note |
| a purpose needs the data | nothing |

The finding is at most a warning where the ban stands in another agreement, holds only on a condition, or forbids no
more than passing data on. It stands for the weaker findings on the same flow: no purpose, unneeded data. One finding
for each agreement, kind of data and recipient (one note for all kinds of which no need is known), however many
clauses share the data or ban the use. A flow that requires consent, or data stripped of what points to people, has a
control and is left to the weaker rules.

## Why it matters

A promise not to advertise costs nothing to break once the data is there. Where the only known use of what is shared
is the one that is promised away, either the sharing or the promise is a mistake.

## Example

Bad:

```policy
Acme is a bank.
Globex is a platform.
Account checking is a purpose, needs transaction history.
agreement "Account linking" between Acme and Globex, is proposed.
1: Globex may use transaction history and location data for account checking.
2: Globex must not use location data for ad targeting.
3: Globex must not use location data for marketing.
4: Acme will share location data with Globex.  # error: "although clauses 2 and 3 would forbid"
5: Acme will share transaction history with Globex for account checking.
```

Bad:

```policy
Acme is a retailer.
Globex is an advertiser.
agreement "Loyalty" between Acme and Globex.
1: Acme may share browsing history with Globex.  # error: "no purpose is stated that needs it"
2: Globex must not use browsing history for ad targeting.
```

Bad:

```policy
Acme is a retailer.
Globex is an advertiser.
agreement "Old promise" between Acme and Globex.
8: Globex must not use browsing history for advertising.
agreement "New feed" between Acme and Globex.
1: Acme will share browsing history with Globex.  # warning: "clause 8 of "
```

Good:

```policy
Acme is a retailer.
Globex is a platform.
Store finder is a purpose, needs location data.
agreement "Store finder" between Acme and Globex.
1: Acme will share location data with Globex for store finder.
2: Globex must not use location data for advertising.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
Account checking is a purpose, needs transaction history.
agreement "Account linking" between Acme and Globex.
1: Acme will share transaction history with Globex for account checking.
2: Globex must not use transaction history for advertising.
3: Globex may share location data with Acme with opt-in consent.
4: Neither party may use location data for advertising.
```

Where a purpose does not say what it needs, nobody can tell, and a note asks.

Boundary:

```policy
Acme is a retailer.
Globex is a platform.
agreement "Maps" between Acme and Globex.
1: Acme will share location data with Globex for customer support.  # note: "does not say"
2: Globex must not use location data for advertising.
```

## Known limits

What data are useful for is what the vocabulary and the definitions say; data of which nothing is said leave no
finding. That the recipient really is in the business of the banned purpose is not required.

## References

12 CFR 1016.11(a)(2): a customer list received to provide account processing services may not be used for the
recipient's own marketing purposes.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.headline import Headline, headlines
from policyc.analysis.necessity import Need
from policyc.analysis.purposes import one_agreement
from policyc.findings import Evidence, Finding, Severity
from policyc.norms.norm import Norm
from policyc.rules.evidence import definition, names, quote
from policyc.rules.steps import flow_step, own_step
from policyc.rules.wording import (
    acts,
    by_clause,
    clauses,
    does,
    persons,
    plural,
    proposed,
    purposes_as_written,
    quoted_each,
    sentence,
    verb,
)

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """Every kind of data that serves a banned purpose and that nothing explains."""
    for headline in headlines(facts):
        yield finding(headline, facts)


def finding(headline: Headline, facts: Facts) -> Finding:
    """One kind of data that goes to one party under one agreement."""
    own = headline.document
    taker = persons(headline.flow.takers, headline.flow.takers_mask)
    data = names(headline.data)
    bans = leading(headline)
    objects = names(dict.fromkeys(kind for ban in bans for kind in ban.objects)) or "data"
    message = (
        f"{sentence(data)} {shared(headline)} with {taker} although {clauses(bans, own)} "
        f"{verb(bans, 'forbids', 'forbid')} "
        f"{taker} to {acts(bans)} {objects} for {purposes_as_written(bans)}: {it_is(headline)} what "
        f"{names(headline.serves)} "
        f"{'use' if plural(headline.serves) else 'uses'}, {need_words(headline)}."
    )
    flows, quoted = quote(headline.flow.norm, f"{data} flows to {taker}"), evidence(headline, facts)
    return Finding(
        "useful-for-banned",
        headline.severity,
        message,
        flows,
        ways_out(headline),
        quoted,
        f"{sentence(persons(headline.flow.givers, headline.flow.givers_mask))} {does(headline.flow.givers, 'share')} "
        f"{data} with "
        f"{taker}; {taker} {does(headline.flow.takers, 'use')} it for {names(headline.serves)}.",
        steps=(
            flow_step(headline.flow, headline.data, flows),
            own_step(taker, does(headline.flow.takers, "use"), headline.data, headline.serves, against=quoted[0]),
        ),
    )


def leading(headline: Headline) -> list[Norm]:
    """The bans that the message names: those of the same agreement, where there are any."""
    own = [ban for ban in headline.bans if one_agreement(ban.document, headline.document)]
    return own or list(headline.bans)


def shared(headline: Headline) -> str:
    """How the data flow: certainly or perhaps, now or in a proposal."""
    many = plural(headline.data)
    if proposed(headline.document):
        return "would be shared"
    if headline.flow.certain:
        return "are to be shared" if many else "is to be shared"
    return "may be shared"


def it_is(headline: Headline) -> str:
    """The data as the subject of the reason."""
    return "they are" if plural(headline.data) else "it is"


def need_words(headline: Headline) -> str:
    """Whether anything else explains the flow."""
    it = "them" if plural(headline.data) else "it"
    purposes = headline.first.purposes
    if headline.first.need is Need.NO_PURPOSE:
        return f"and no purpose is stated that needs {it}"
    if headline.first.need is Need.UNNEEDED:
        return f"and no purpose here needs {it}"
    say = "do" if plural(purposes) else "does"
    return f"and {names(purposes)} {say} not say what data {'they need' if say == 'do' else 'it needs'}"


def ways_out(headline: Headline) -> str:
    """The three ways out, or for a note the one sentence that settles it."""
    data, own = names(headline.data), headline.document
    where = clauses([headline.flow.norm], own)
    if headline.severity is Severity.NOTE:
        purpose = sentence(names(headline.first.purposes[:1]))
        return f"Say what the purpose needs, for example `{purpose} needs {data}.`, or drop {data} from {where}."
    return (
        f"Drop {data} from {where}; or name the purpose that needs it, for example `Store finder is a purpose, needs "
        f"{data}.` "
        f"and `for store finder` in {where}; or add a control to {where}, such as `with opt-in consent`."
    )


def evidence(headline: Headline, facts: Facts) -> tuple[Evidence, ...]:
    """The bans, what the data are, the other clauses that share them, and those that state the purposes."""
    own = headline.document
    said = [line for data in headline.data for line in definition(data, facts, own, "what such data is used for")]
    others = [each.flow.norm for each in headline.mismatches if each.flow.norm.clause is not headline.flow.norm.clause]
    granting = [norm for each in headline.mismatches for norm in each.granted_by]
    known = {id(norm.clause) for norm in (headline.flow.norm, *headline.bans, *others)}
    return (
        *quoted_each(headline.bans, "this forbids the use"),
        *said,
        *quoted_each(others, "this shares it too"),
        *quoted_each([norm for norm in by_clause(granting) if id(norm.clause) not in known], "this states a purpose"),
    )
