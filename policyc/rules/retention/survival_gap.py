"""Data may be kept after the agreement, and no limit on their use survives it.

## What it does

Looks at each clause that lets a party keep personal data after termination without saying what for, where that party
must not use or share the data for some things while the agreement runs, and none of these limits holds after it. It is
a note where the data may be kept for at most 90 days, as they are while things are wound up. What only the law wants
kept is left alone, and limits that survive for a time are told by `outlives-restriction`.

## Why it matters

The leave to keep goes on, and the promises end. On the day after the end nothing forbids what the agreement was made
to forbid.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use bank account data only for account linking.
2: Globex must not sell bank account data.
3: Globex may keep bank account data for 5 years after termination.  # warning: "clauses 1 and 2"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex, is proposed.
1: Globex must not use bank account data for advertising.
2: Globex may keep bank account data for 60 days after termination.  # note: "would end with the agreement"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use bank account data only for account linking.
2: Globex may keep bank account data for 5 years after termination.
Clause 1 survives termination.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must not use bank account data for advertising.
2: Globex may keep bank account data for 5 years after termination for legal claims.
3: Globex may keep contact data after termination if required by law.
4: Globex must delete transaction history within 30 days after termination.
```

A limit on other data, or on another party, is no limit that could lapse here.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme must not use bank account data for advertising.
2: Globex must not use location data for advertising.
3: Globex may keep bank account data for 5 years after termination.
4: Globex may keep location data for 5 years after termination.  # warning: "clause 2"
5: After termination, Globex must not share browsing history with anyone.
6: Globex must not use browsing history for advertising.
7: Globex may keep browsing history for 5 years after termination.
```

## Known limits

Where one limit on the data survives, the others are taken to be meant to end. A clause that says what the data are
kept for is taken to limit them to that.

## References

Clause 8.5 of the standard contractual clauses of the European Union shows the cure: until the data are deleted,
compliance continues.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import is_personal
from policyc.analysis.silence import acts, concerns_data
from policyc.findings import Finding, Severity
from policyc.model.document import Length, Modality
from policyc.model.names import Kind
from policyc.norms.norm import Norm
from policyc.norms.region import AFTER, DURING, Side
from policyc.rules.evidence import names, quote
from policyc.rules.keeping import is_lawful_exception, keeps, same_data
from policyc.rules.silences import bound
from policyc.rules.steps import own_step
from policyc.rules.wording import by_clause, clauses, plural_clauses, proposed, quoted_each, sentence

SEVERITY = Severity.WARNING

WINDING_UP = Length(90, "day")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause by which data outlive every limit on them."""
    for document in facts.agreements:
        kept = [norm for norm in facts.norms_of(document) if is_kept_after(norm, facts)]
        heard = facts.heard(document) if kept else None
        limits = [norm for norm in heard or [] if is_limit(norm, facts)]
        for norm in by_clause(kept) if limits else ():
            near = [each for each in limits if same_data(each, norm, facts)]
            near = [] if any(goes_on(each, norm, facts) for each in heard or []) else near
            if near and not any(each.region.masks[Side.PHASE] & AFTER for each in near):
                yield finding(norm, near, facts)


def is_kept_after(norm: Norm, facts: Facts) -> bool:
    """Whether a norm lets personal data be kept after the end, and says neither what for nor that a law wants it."""
    if not norm.region.masks[Side.PHASE] & AFTER or norm.purposes or norm.quoted or not keeps(norm, facts):
        return False
    return is_personal(norm, facts.closure(norm.document)) and not is_lawful_exception(norm, facts)


def is_limit(norm: Norm, facts: Facts) -> bool:
    """Whether a norm forbids to use or share some data."""
    if not norm.bans or not norm.region.masks[Side.PHASE] & (DURING | AFTER):
        return False
    closure = facts.closure(norm.document)
    acting = closure.covers_key("use", Kind.ACTION) | closure.covers_key("share", Kind.ACTION)
    return bool(norm.region.masks[Side.ACTION] & acting) and concerns_data(norm, closure)


def goes_on(other: Norm, norm: Norm, facts: Facts) -> bool:
    """Whether a clause makes the same party keep to the agreement until the data are gone: all limits survive then."""
    if other.modality is not Modality.DUTY or not other.region.masks[Side.BEARER] & norm.region.masks[Side.BEARER]:
        return False
    closure = facts.closure(norm.document)
    gone = closure.covers_keys(("completion of deletion", "return of data"), Kind.EVENT)
    until = (closure.covers(each.event) for each in other.timing.occasions if each.word == "until")
    return acts(other, "comply", closure) and any(not mask & ~gone for mask in until)


def finding(norm: Norm, lapsing: list[Norm], facts: Facts) -> Finding:
    """The finding of one clause."""
    document, keeper, data = norm.document, bound(norm, facts), names(norm.objects) or "the data"
    limits = by_clause(lapsing)
    would, plain = proposed(document), "end" if plural_clauses(limits) else "ends"
    lets, end = ("would let", "would end") if would else ("lets", plain)
    timing = norm.timing
    brief = timing.lasting and timing.lasting_bound != "for at least" and timing.lasting.hours <= WINDING_UP.hours
    blamed = quote(norm, "kept after the end")
    return Finding(
        "survival-gap",
        SEVERITY.at_most(Severity.NOTE) if brief else SEVERITY,
        f"{sentence(clauses([norm], document))} {lets} {keeper} keep {data} after termination, while "
        f"{clauses(limits, document)} {end} with the agreement: no limit on what {keeper} does with them is left.",
        blamed,
        f"Let the limits survive, for example: {sentence(clauses(limits, document))} "
        f"{'survive' if plural_clauses(limits) else 'survives'} termination.",
        quoted_each(limits, "ends with the agreement"),
        f"On the day after the end, {keeper} does with {data} whatever it likes.",
        steps=(own_step(keeper, "uses", norm.objects, by=blamed),),
    )
