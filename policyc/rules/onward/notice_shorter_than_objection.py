"""A change may begin before the time to object to it is over.

## What it does

Compares how long before a change, such as a new subprocessor, one side has to give notice with how long after the
notice the other side may object. It reports a notice that is shorter than the time to object. Five business days
count as seven days.

## Why it matters

Whoever objects on day 20 of 30 is in time, and too late: the data have been with the new subprocessor since day 14.

## Example

Bad:

```policy
Acme is a customer entity. Initech is a processor.
agreement "Hosting" between Acme and Initech.
2.6: Initech must inform Acme at least 10 business days before a change of subprocessors.  # warning: "14 days"
     Acme may object to a subprocessor change within 30 days after notice of subprocessor change.
```

Bad:

```policy
Acme is a customer entity. Initech is a processor.
agreement "Hosting" between Acme and Initech, is proposed.
5: Initech may replace subprocessors on 7 days' notice.  # warning: "would let Initech"
6: Acme may object to new subprocessors within two weeks after receipt of notice.
```

Good:

```policy
Acme is a customer entity. Initech is a processor.
agreement "Hosting" between Acme and Initech.
2.6: Initech must inform Acme about subprocessor changes at least 30 days before engagement of a subprocessor.
     Acme may object to a subprocessor change within 10 business days after notice of subprocessor change.
```

Good:

```policy
Acme is a customer entity. Initech is a processor.
agreement "Hosting" between Acme and Initech.
5.2: Initech must notify Acme about new subprocessors before the authorisation of the new subprocessor.
5.3: Acme may object to new subprocessors promptly, within 10 business days after notice of a new subprocessor.
     Initech must resolve the objection within 30 days after a subprocessor objection.
```

The notice and the time to object must concern one matter, and a ban on beginning earlier cures the gap.

Boundary:

```policy
Acme is a customer entity. Initech is a processor.
End of objection period is an event.
agreement "Hosting" between Acme and Initech.
1: Initech must notify Acme about amendments at least 7 days before an effective amendment.
2: Initech must notify Acme about subprocessor changes at least 10 days before engagement of a subprocessor.
3: Acme may object to new subprocessors within 30 days after notice of a new subprocessor.
4: Initech must not engage new subprocessors before the end of the objection period.
```

## Known limits

A notice with no length, like *before authorising a new subprocessor*, is not weighed. That the customer must have
approved a subprocessor is no cure where silence counts as approval. A time to object is only compared where it runs
from the notice.

## References

Common Paper Data Processing Agreement 2.6(a) has ten business days and thirty days; the 37signals addendum 5.2 and
5.3 has not.
"""

import re
from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered
from policyc.analysis.silence import acts
from policyc.analysis.timing import length_words
from policyc.findings import Finding, Severity
from policyc.model.document import Document, Formula, Holds, Length, Modality, Negation, Provision
from policyc.model.names import Concept, Kind
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import quote
from policyc.rules.silences import bound
from policyc.rules.wording import by_clause, clauses, proposed, sentence

SEVERITY = Severity.WARNING

SUBPROCESSOR_EVENTS = (
    "new subprocessor engagement",
    "subprocessor change",
    "notice of subprocessor change",
    "subprocessor objection",
)
NOTICE = re.compile(r"\bnotice|notification|receipt", re.IGNORECASE)
PERIOD = re.compile(r"objection|period|window|acceptance", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause whose notice is too short."""
    for document in facts.agreements:
        norms = facts.norms_of(document)
        objections = [norm for norm in norms if is_objection(norm, facts)]
        for notice in by_clause(norm for norm in norms if objections and notice_time(norm, facts)):
            late = [each for each in objections if outlasts(each, notice, facts)]
            if late and not waits(notice, norms, facts):
                yield finding(notice, late, facts)


def is_objection(norm: Norm, facts: Facts) -> bool:
    """Whether a norm gives somebody a time, counted from a notice, in which to object."""
    closure = facts.closure(norm.document)
    counted = [occasion.event.key for occasion in norm.timing.occasions if occasion.word in ("after", "on")]
    objects = acts(norm, "object", closure) or acts(norm, "refuse", closure)
    return norm.grants and objects and bool(norm.timing.within) and all(NOTICE.search(event) for event in counted)


def notice_time(norm: Norm, facts: Facts) -> Length | None:
    """How long before a change a norm wants it told, or lets it be made."""
    if not norm.grants:
        return None
    if norm.modality is Modality.DUTY and acts(norm, "notify", facts.closure(norm.document)):
        after = any(occasion.word != "before" for occasion in norm.timing.occasions)
        return norm.timing.notice or (None if after else norm.timing.at_least)
    return norm.timing.notice


def outlasts(objection: Norm, notice: Norm, facts: Facts) -> bool:
    """Whether the time to object to what a notice is about is longer than the notice."""
    given, window = notice_time(notice, facts), objection.timing.within
    if given is None or window is None or given.hours >= window.hours:
        return False
    objector, giver = objection.region.masks[Side.BEARER], notice.region.masks[Side.BEARER]
    told, against = notice.region.masks[Side.COUNTERPARTY], objection.region.masks[Side.COUNTERPARTY]
    parties = sum(facts.universe.bit(party) for party in notice.document.parties)
    telling = acts(notice, "notify", facts.closure(notice.document))
    if (
        objector & giver
        or (telling and not told & objector)
        or (against > 0 and against & parties and not against & giver)
    ):
        return False
    return matter(objection, facts) & matter(notice, facts) != 0 or not matter(objection, facts)


def matter(norm: Norm, facts: Facts) -> int:
    """What a clause is about, as a set of names; all names for subprocessors and their change are one matter."""
    closure = facts.closure(norm.document)
    family = covered(SUBPROCESSOR_EVENTS, Kind.EVENT, closure) | covered(("subprocessor",), Kind.PARTY, closure)
    family |= covered(("subprocessor list",), Kind.THING, closure)
    named = list(mentioned(norm.provision))
    for concept in named:
        family |= closure.covers(concept) if "subprocessor" in concept.key.replace(" ", "") else 0
    changes = covered(("amendment", "effective amendment"), Kind.EVENT, closure)
    found = 0
    for concept in named:
        if concept.kind in (Kind.EVENT, Kind.THING) or closure.universe.bit(concept) & family:
            found |= 0 if is_mere_notice(concept, family, facts) else closure.covers(concept)
    for whole in (family, changes):
        found |= whole if found & whole else 0
    return found


def is_mere_notice(concept: Concept, family: int, facts: Facts) -> bool:
    """Whether an event is that of a notice, whatever it is about."""
    return bool(NOTICE.search(concept.key)) and not facts.universe.bit(concept) & family


def mentioned(provision: Provision) -> Iterator[Concept]:
    """Every concept that a provision names but its bearer and actions."""
    lists = [limit.names for limit in provision.limits if limit.names] + [provision.object] * bool(provision.object)
    yield from (term.value for names in lists if names for term in names.terms if isinstance(term.value, Concept))
    yield from (occasion.event for occasion in provision.timing.occasions)
    yield from (concept for limit in provision.limits if limit.formula for concept in stated(limit.formula))


def stated(formula: Formula) -> Iterator[Concept]:
    """The concepts in a condition."""
    match formula:
        case Holds(concept):
            yield concept
        case Negation(operand):
            yield from stated(operand)
        case _:
            yield from (concept for operand in formula.operands for concept in stated(operand))


def waits(notice: Norm, norms: list[Norm], facts: Facts) -> bool:
    """Whether the one who gives notice must not begin before the time to object is over."""
    return any(
        norm.bans
        and norm.region.masks[Side.BEARER] & notice.region.masks[Side.BEARER]
        and matter(norm, facts) & matter(notice, facts)
        and any(each.word in ("before", "until") and PERIOD.search(each.event.key) for each in norm.timing.occasions)
        for norm in norms
    )


def finding(notice: Norm, late: list[Norm], facts: Facts) -> Finding:
    """The finding of one notice."""
    document: Document = notice.document
    longest = max(late, key=lambda norm: window_of(norm).hours)
    given, window = notice_time(notice, facts) or window_of(longest), window_of(longest)
    giver, objector = (bound(norm, facts) for norm in (notice, longest))
    lets = "would let" if proposed(document) else "lets"
    return Finding(
        "notice-shorter-than-objection",
        SEVERITY,
        f"{sentence(clauses([notice], document))} {lets} {giver} begin {length_words(given)} after notice, while "
        f"{objector} has {window} to object, so the change can come before the objection.",
        quote(notice, "how long before the change notice is given"),
        f"Make the notice at least {window} long, or the time to object no longer than {given}, or forbid {giver} to "
        "begin before the time to object is over.",
        tuple(quote(norm, "how long one may object") for norm in by_clause(late)),
        f"{giver} gives notice on day 0 and begins on day {given.hours // 24}; "
        f"{objector} objects on day {window.hours // 24}, in time and too late.",
    )


def window_of(objection: Norm) -> Length:
    """The time that an objection clause gives."""
    return objection.timing.within or Length(0, "day")
