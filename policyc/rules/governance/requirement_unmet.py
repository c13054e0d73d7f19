"""An agreement does not provide what a law, a regulator or the house rules say that it must.

## What it does

Holds every requirement of a policy (`Every agreement … must provide that …`) against each agreement that it speaks to
and that began while the policy was in force. The clauses must say together what is required, once for each party that
fits, after all exceptions, declared orders and incorporated documents:

- a ban or permission, for every act that the requirement covers and that concerns data which the agreement lets
  somebody have or handle; of `may … only`, the limit is what is required
- a duty, by duties no laxer: due no later after the same event, to the same party, in the same manner, without more
  exceptions; where a duty leaves a choice, each choice must do

- a duty to have safeguards, by one to have safeguards of that kind (*reasonable security measures*, *encryption*)

An amendment, and an agreement that another one incorporates, is weighed together with the other.

An error; a warning where a clause comes so near that it is a matter of judgement (*immediately* for *within 72 hours*;
*after becoming aware of a breach* for *after a breach*; *must assist if requested* for *must assist*; a right to audit
that needs notice), where amendments provide it from a later day on, or where quoted conditions are involved; a note in
agreements that are proposed or templates, and for policies that are.

Of the laws that policyc ships (`under "GDPR Art. 28"` in a header brings one in, so does `--law`), only a clause that
plainly says the contrary is an error. What is weaker than the law wants is a warning, and what no clause speaks of is
one warning for each law, with a list.

## Why it matters

A contract that lacks a required term is a breach of the law by itself, whatever the parties do: a controller may use
only processors whose contract holds the terms of Article 28 GDPR, and a business that lacks the terms of the California
act has sold its data instead of having them processed.

## Example

Bad:

```policy
Acme is a bank and a controller. Globex is a platform and a processor.
policy "Data protection rules", from 2018-05-25.
R1: Every agreement where the recipient is a processor must provide that the processor must notify the controller
    within 72 hours after a breach.
agreement "Hosting" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data with Globex for customer support.
2: Globex must notify Acme within 96 hours after a breach.  # error: "its time is 96 hours, not 72 hours"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
policy "House rules".
R1: Every agreement must provide that the recipient must not sell or rent personal data.
agreement "Support" between Acme and Globex, from 2020-01-01.  # error: "no clause of"
1: Acme may share contact data with Globex for customer support.
```

Bad:

```policy
Acme is a bank. Globex is a platform.
policy "House rules".
R1: Every agreement must provide that the recipient must not share personal data with anyone for marketing.
agreement "Support" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data and bank account data with Globex for customer support.
2: Globex must not share contact data with anyone.  # error: "bank account data"
3: Globex must not share bank account data with data brokers.
```

Bad:

```policy
Acme is a bank. Globex is a platform.
policy "House rules".
R1: Every agreement must provide that the discloser may audit the recipient.
agreement "Support" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data with Globex for customer support.
2: Acme may audit Globex at most once every year, on 30 days' notice.  # warning: "30 days of notice"
```

Good:

```policy
Acme is a bank and a controller. Globex is a platform and a processor.
policy "Data protection rules", from 2018-05-25.
R1: Every agreement where the recipient is a processor must provide that the processor must notify the controller
    within 72 hours after a breach.
R2: Every agreement must provide that the recipient must not share personal data with anyone for marketing.
agreement "Hosting" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data and bank account data with Globex for customer support.
2: Globex must notify Acme without undue delay, within 48 hours after a breach.
3: Globex must not share contact data with anyone.
4: Globex must not disclose bank account data to anyone. Globex must not share bank account data with anyone for
   advertising and marketing.
```

Good:

```policy
Acme is a bank and a controller. Globex is a platform and a processor.
policy "Data protection rules", from 2018-05-25.
R1: Every agreement where the recipient is a processor must provide that the processor must notify the controller
    without undue delay after becoming aware of a breach.
R2: Every agreement must provide that the recipient must maintain security measures.
R3: Every agreement must provide that the recipient must delete personal data after termination.
R4: Every agreement must provide that the recipient must not use personal data for marketing.
agreement "Hosting" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data with Globex for customer support.
2: Globex must notify Acme without undue delay after a breach.
3: Globex must maintain reasonable security measures.
4: Globex must delete personal data within 30 days after termination.
5: Globex must not use contact data for marketing.
agreement "First amendment" between Acme and Globex, from 2021-01-01, amends "Hosting".
2: Globex must notify Acme without undue delay, within 48 hours after becoming aware of a breach.
```

A statute says nothing of contracts that are older than it.

Good:

```policy
Acme is a bank. Globex is a platform.
policy "Act of 2020", from 2020-01-01.
R1: Every agreement must provide that the recipient must not sell personal data.
agreement "Contract of 2018" between Acme and Globex, from 2018-01-01.
1: Acme may share contact data with Globex for customer support.
```

A shipped law is silent on agreements that do not declare it, and on those for which it is not made.

Boundary:

```policy
Acme is a bank and a controller. Globex is a platform and a processor.
agreement "Support" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data with Globex for customer support.
agreement "Exchange" between Acme and Globex, from 2020-01-01, under "HIPAA".
1: Acme may share contact data with Globex for customer support.
agreement "Hosting" between Acme and Globex, from 2020-01-01, under "Art. 28(3) GDPR".  # warning: "28(3)(h)"
1: Acme may share contact data with Globex for customer support.
```

Only the data that the agreement is about are asked for, and a limit is kept by whoever allows less.

Boundary:

```policy
Acme is a bank. Globex is a platform.
policy "House rules".
R1: Every agreement must provide that the recipient may use personal data only for service provision.
R2: Every agreement about health data must provide that the recipient must delete health data after termination.
agreement "Support" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data with Globex for customer support.
2: Globex may use contact data only for customer support.
agreement "Care" between Acme and Globex, from 2020-01-01.  # error: "must delete health data after termination"
1: Acme may share health data with Globex for messaging. Globex may use health data only for messaging.
```

A term that an amendment brought in, and a time that runs only from when somebody learns of a breach, are warnings.

Boundary:

```policy
Acme is a bank. Globex is a platform.
policy "House rules".
R1: Every agreement must provide that the recipient must delete personal data after termination.
R2: Every agreement must provide that the recipient must notify the discloser within 72 hours after a breach.
agreement "Support" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data with Globex for customer support.
2: Globex must notify Acme within 72 hours after discovery of a breach.  # warning: "after awareness of breach"
agreement "First amendment" between Acme and Globex, from 2021-01-01, amends "Support".
3: Globex must delete contact data after termination.  # warning: "only from 2021-01-01 on, as amended"
```

An incident that a contract defines for itself is the breach that a law means, *if* it learns of one is *after* that,
and what its one controller asks for is a request of the controller; to tell of something else is no notice of a breach.

Boundary:

```policy
Acme is a bank and a controller. Globex is a platform and a processor.
policy "House rules".
R1: Every agreement must provide that the processor must notify the controller after becoming aware of a breach.
R2: Every agreement must provide that the processor must delete personal data after a request of the controller.
agreement "Support" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data with Globex for customer support.
2: Globex must delete contact data on request of Acme.
3: Security Incident means "unauthorised access to contact data".
4: If Globex becomes aware of a Security Incident, it must notify Acme.
agreement "Hosting" between Acme and Globex, from 2020-01-01.  # error: "must notify the controller"
1: Acme may share contact data with Globex for customer support.
2: Globex must delete contact data on request of Acme.
3: Globex must notify Acme of complaints.
```

## Known limits

A requirement that binds a kind of party of which the agreement has none is counted as not checked. Clauses about a kind
of company (*the processor*) are held against a requirement only if the agreement's parties are declared to be of that
kind. What has to be ensured (*must ensure that …*) is compared clause by clause, not with what others may say together.

## References

GDPR (Regulation (EU) 2016/679), Article 28(3): a contract that stipulates certain terms. Cal. Civ. Code
§ 1798.140(ag)(1): the contract must prohibit certain acts. 5 U.S.C. 552a(o)(1): what a matching agreement must specify.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.entailment.held import is_plain
from policyc.analysis.entailment.lasting import TooLong
from policyc.analysis.entailment.nearest import Nearest, nearest_clause
from policyc.analysis.entailment.requirements import Shortfall
from policyc.analysis.facts import Facts
from policyc.analysis.witness import general_point
from policyc.analysis.words import listed
from policyc.findings import Evidence, Finding, Severity
from policyc.model.document import Modality, Status
from policyc.norms.norm import Norm
from policyc.norms.region import Point, Side
from policyc.norms.verdict import Verdict
from policyc.rules.evidence import quote, quote_header, quote_origin, unless_in_force
from policyc.rules.requiring import asked_words, here, or_else, quote_requirement, requirement_name, weight
from policyc.rules.steps import act_step
from policyc.rules.wording import by_clause, clauses, scenario, sentence, timeless, verb

SEVERITY = Severity.ERROR
MOST_LACKS = 2


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each requirement and each agreement that does not meet it.

    What an agreement does not speak of at all of what a shipped law requires is told in one.
    """
    silent: dict[tuple[int, int], list[Shortfall]] = {}
    for unmet in facts.requirements.unmet:
        asking = unmet.asking
        shortfall, contrary, nearest = told(unmet)
        if not contrary and facts.is_cut(asking.agreement):
            continue
        if asking.shipped and not contrary and nearest is None:
            silent.setdefault((id(asking.agreement), id(asking.policy)), []).append(shortfall)
        else:
            yield finding(shortfall, contrary, nearest, facts)
    for group in silent.values():
        yield finding(group[0], [], None, facts) if len(group) == 1 else finding_of_silence(group)
    for each in facts.requirements.too_long:
        yield finding_of_length(each)


def told(unmet: Shortfall) -> tuple[Shortfall, list[Norm], Nearest | None]:
    """Of what might be provided instead of each other, that which is told, the clauses against it, and the nearest.

    That is the one to which a clause comes near, else one that clauses speak against.
    """
    ways = (unmet, *unmet.others)
    contrary = [against(way) for way in ways]
    if all(contrary):
        return unmet, contrary[0], None
    open_ways = [way for way, clauses in zip(ways, contrary, strict=True) if not clauses]
    near = ((way, near_clause(way)) for way in open_ways)
    shortfall, nearest = next((pair for pair in near if pair[1]), (open_ways[0], None))
    return (unmet, contrary[0], None) if contrary[0] and nearest is None else (shortfall, [], nearest)


def near_clause(way: Shortfall) -> Nearest | None:
    """The clause that comes nearest; of a shipped law only one that speaks of the same act, or lacks a single thing."""
    nearest = nearest_clause(way)
    if nearest is None or not way.asking.shipped:
        return nearest
    if way.wanted.modality is Modality.DUTY:
        return nearest if len(nearest.lacks) <= 1 else None
    acts = (way.wanted.region.masks[Side.ACTION], nearest.norm.region.masks[Side.ACTION])
    return nearest if not acts[0] & ~acts[1] else None


def against(shortfall: Shortfall) -> list[Norm]:
    """The clauses that say the contrary of what is required, one norm each; of a shipped law, those that plainly do."""
    judged, wanted = shortfall.judged, shortfall.wanted
    if judged is None or judged.verdict is Verdict.UNCOVERED:
        return []
    against_it = (norm for norm in judged.deciding if (norm.grants if wanted.bans else norm.bans))
    return by_clause(norm for norm in against_it if not shortfall.asking.shipped or is_plain(norm, wanted))


def finding(shortfall: Shortfall, contrary: list[Norm], nearest: Nearest | None, facts: Facts) -> Finding:
    """The finding of a shortfall."""
    asking, wanted = shortfall.asking, shortfall.wanted
    blamed = contrary or ([nearest.norm] if nearest else [])
    usual = Severity.WARNING if is_doubtful(shortfall, contrary) else SEVERITY
    usual = Severity.NOTE if asking.shipped and nearest and nearest.capped else usual
    severity = weight(asking, usual, [wanted, *blamed])
    quotes = evidence(shortfall, contrary, nearest)
    message = (
        f"{sentence(requirement_name(asking))} requires{here(asking, wanted)} that {asked_words(asking)}"
        f"{or_else(asking)}{reason(shortfall, contrary, nearest)}{also(shortfall)}."
    )
    point, asked = witness(shortfall, blamed), quote_requirement(asking)
    return Finding(
        "requirement-unmet",
        severity,
        message,
        quotes[0],
        cure(shortfall, contrary),
        (*quotes[1:], asked),
        scenario(point, facts, wanted, *blamed) if point else None,
        steps=(act_step(point, facts, wanted, *blamed, by=quotes[0], against=asked),) if point else (),
    )


def is_doubtful(shortfall: Shortfall, contrary: list[Norm]) -> bool:
    """Whether a shortfall is a matter of judgement; of a shipped law, wherever no clause plainly says the contrary."""
    plain = contrary and shortfall.wanted.by_only is None and all(map(against, shortfall.others))
    plain = plain and not shortfall.unspoken
    return bool(shortfall.slight or shortfall.mended or (shortfall.asking.shipped and not plain))


def finding_of_silence(group: list[Shortfall]) -> Finding:
    """The finding of several things that a shipped law requires and of which an agreement does not speak."""
    first = group[0].asking
    terms = list(dict.fromkeys(f"{each.asking.name}: {asked_words(each.asking)}" for each in group))
    return Finding(
        "requirement-unmet",
        weight(first, Severity.WARNING, [each.wanted for each in group]),
        f'"{first.policy.title}" requires {len(terms)} terms of which no clause of "{first.agreement.title}" speaks: '
        f"{'; '.join(terms)}.",
        quote_header(first.agreement, "nothing in this agreement says so"),
        "Say each in a clause, or incorporate the document that does.",
        tuple(dict.fromkeys(quote_requirement(each.asking) for each in group)),
    )


def finding_of_length(long: TooLong) -> Finding:
    """The finding of an agreement that lasts too long, a warning where it names no last day, or not its first."""
    sure = long.allowed and long.agreement.end
    severity = unless_in_force(long.agreement, SEVERITY if sure else Severity.WARNING)
    lasts = f"lasts from {long.agreement.start} until {long.agreement.end}" if sure else "names no last day"
    until = f"until {long.allowed.isoformat()} at the latest" if long.allowed else "for at most that time"
    return Finding(
        "requirement-unmet",
        severity if long.policy.status is Status.LIVE else severity.at_most(Severity.NOTE),
        f'{sentence(long.name)} of "{long.policy.title}" lets agreements last at most {long.limit.longest}, and '
        f'"{long.agreement.title}" {lasts}.',
        quote_header(long.agreement, "how long it lasts"),
        f"Let it last {until}: write `until` and its last day in the header.",
        (quote_origin(long.limit.origin, "the requirement", long.policy),),
    )


def reason(shortfall: Shortfall, contrary: list[Norm], nearest: Nearest | None) -> str:
    """What the agreement says instead."""
    document = shortfall.asking.agreement
    if shortfall.mended:
        return f', and "{document.title}" provides all of it only from {shortfall.mended.isoformat()} on, as amended'
    if contrary and shortfall.wanted.by_only is not None:
        return f", but {clauses(contrary, document)} {verb(contrary, 'goes', 'go')} beyond that"
    if contrary:
        says = ("permits", "permit") if shortfall.wanted.bans else ("forbids", "forbid")
        return f", but {clauses(contrary, document)} {verb(contrary, *says)} some of that"
    if nearest is None:
        return f', and no clause of "{document.title}" says so'
    lacks = listed(nearest.lacks[:MOST_LACKS]) or "another clause takes some of it away"
    near = clauses([nearest.norm], document)
    return f', and nothing in "{document.title}" says all of it; {near} comes nearest: {lacks}'


def also(shortfall: Shortfall) -> str:
    """How much more of the requirement is missing."""
    more = 0 if shortfall.mended else shortfall.also
    return f"; it leaves out {more} more {'thing' if more == 1 else 'things'} of this requirement" if more else ""


def evidence(shortfall: Shortfall, contrary: list[Norm], nearest: Nearest | None) -> list[Evidence]:
    """What is blamed: the clauses that say the contrary, else the one that comes nearest, else the whole agreement."""
    if contrary:
        return [quote(norm, "this says the contrary") for norm in contrary]
    if nearest:
        return [quote(nearest.norm, "this provides it" if shortfall.mended else "this comes nearest")]
    return [quote_header(shortfall.asking.agreement, "nothing in this agreement says so")]


def cure(shortfall: Shortfall, contrary: list[Norm]) -> str:
    """What would meet the requirement."""
    words = asked_words(shortfall.asking)
    if contrary:
        return f"Take that out of {clauses(contrary, shortfall.asking.agreement)}, and say: {sentence(words)}."
    return f"Say so in a clause, for example: {sentence(words)}."


def witness(shortfall: Shortfall, blamed: list[Norm]) -> Point | None:
    """An act of which the clauses do not say what is required, where they say it of others."""
    judged = shortfall.judged
    point = (
        general_point(judged.cell.region, shortfall.asking.ground.possible)
        if judged and blamed and not shortfall.slight
        else None
    )
    return timeless(point) if point else None
