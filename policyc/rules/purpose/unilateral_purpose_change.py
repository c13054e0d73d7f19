"""A party that gets data may change by itself what they are used for, or which data they are.

## What it does

Reports a permission to change (amend, alter, replace, decide) the purposes of processing, the categories of data or
other details of the processing, where

- it goes to a party that gets the personal data of the agreement, or is let process them, or is declared a processor;
- nobody else has to agree: no approval, consent, instruction or mutual agreement is a condition, no objection stops
  it, and no ban of the agreement meets it.

To give notice is not to ask. Who also gives data may say which it gives. What the parties change together is theirs
to change. One finding a party and agreement.

## Why it matters

A closed list of purposes that one side may rewrite is closed only until its next notice. Whoever gives the data finds
out what they are for after the fact, and every promise to the people whom they are about can be outrun.

## Example

Bad:

```policy
Customer is a controller.
Provider is a processor.
agreement "Cloud" between Customer and Provider.
1: Provider may process personal data only for customer support.
2: Provider may change the purposes of processing and the categories of data, with  # warning: "lets Provider change"
    notice, after a product update.
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex, is proposed.
1: Acme will share transaction history with Globex for account linking.
2: On 30 days' notice, Globex may amend any purpose.  # warning: "would let Globex amend"
```

Good:

```policy
Customer is a controller.
Provider is a processor.
agreement "Cloud" between Customer and Provider.
1: Provider may process personal data only for customer support.
2: Provider may change the processing details, with customer approval.
3: Customer may determine the purposes of processing.
5: Provider must return personal data to Customer after termination.
4: Provider may change the services, with notice.
```

Whose data they are may say what they are for, and a product may change without its purpose.

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for account linking.
2: Acme and Globex may change the categories of data.
3: Globex may change the purposes of processing unless objection raised.
```

Boundary:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for account linking.
2: Globex may change the categories of data, if mutual agreement.
3: Acme may change the categories of data.
4: Globex may change the categories of data, if necessary.  # warning: "lets Globex change"
```

## Known limits

A right to change the whole agreement is not looked at here. Whether silence after a notice counts as agreement is left
to the clause that says so.

## References

Regulation (EU) 2016/679 art. 28(3): the contract sets out the nature and purpose of the processing, the type of
personal data and the categories of data subjects, and the processor acts only on documented instructions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, holdings
from policyc.analysis.words import listed
from policyc.findings import Evidence, Finding, Severity
from policyc.model.document import Document, Modality
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.granting import is_met, parties_of
from policyc.rules.leave import waits_for_leave
from policyc.rules.wording import by_clause, clauses, sentence, verb

SEVERITY = Severity.WARNING

CHANGING = ("amend", "alter", "replace", "decide", "choose", "renew")
DETAILS = ("categories of data", "processing details", "purpose of processing", "duration of processing")
SERVED = ("controller", "customer entity")
SERVING = ("processor", "provider", "service provider")
NAMED_SO = re.compile(
    r"\bpurposes?\b|\bpermitted use|\b(categor(y|ies)|types?|kinds?) of (.* )?(data|information)"
    r"|\bscope of (the )?(processing|use)"
)
"""How contracts name a detail of the processing that the vocabulary does not list."""


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each party that may change by itself what an agreement limits it to."""
    for document in facts.agreements:
        closure = facts.closure(document)
        if not facts.mentions(document).actions & covered(CHANGING, Kind.ACTION, closure):
            continue
        changing = [norm for norm in facts.norms_of(document) if changes_alone(norm, closure)]
        if changing:
            yield from findings(document, changing, facts)


def findings(document: Document, changing: list[Norm], facts: Facts) -> Iterator[Finding]:
    """The findings of an agreement: one for each party that holds its data."""
    closure, own = facts.closure(document), facts.norms_of(document)
    for party in holders(document, facts):
        bit = closure.universe.bit(party)
        mine = [norm for norm in changing if norm.region.masks[Side.BEARER] & bit]
        alone = [norm for norm in mine if not is_joint(norm, document, closure) and not is_met(norm, own)]
        if gives(party, document, facts):
            alone = [norm for norm in alone if not names_data_alone(norm, closure)]
        if alone:
            yield finding(party, by_clause(alone), own, facts)


def changes_alone(norm: Norm, closure: Closure) -> bool:
    """Whether a norm lets somebody change the details of the processing, and nobody else has to agree."""
    if norm.modality is not Modality.PERMISSION or norm.ensured:
        return False
    changing = covered(CHANGING, Kind.ACTION, closure)
    if not any(closure.universe.bit(action) & changing for action in norm.actions):
        return False
    return any(is_detail(each, closure) for each in norm.objects) and not waits_for_leave(norm, closure)


def is_detail(named: Concept, closure: Closure) -> bool:
    """Whether a name is that of what is fixed of a processing: its purposes, its data."""
    if named.kind is Kind.PURPOSE:
        return named.is_root
    if named.kind is not Kind.THING:
        return False
    listed = closure.universe.bit(named) & covered(DETAILS, Kind.THING, closure)
    return bool(listed) or bool(NAMED_SO.search(named.key))


def holders(document: Document, facts: Facts) -> list[Concept]:
    """The parties that get personal data under an agreement or are let process them, and its processors.

    Whoever has data processed by another party decides what for, and is none.
    """
    closure = facts.closure(document)
    found = holdings(document, facts.norms_of(document), facts.flows_of(document), closure)
    processors = parties_of(("processor",), document, closure)
    serving = parties_of(SERVING, document, closure)
    served = [each for each in parties_of(SERVED, document, closure) if any(other != each for other in serving)]
    each_once = dict.fromkeys([holding.holder for holding in found] + processors)
    return [party for party in each_once if party not in served]


def gives(party: Concept, document: Document, facts: Facts) -> bool:
    """Whether a party gives data under an agreement: it may say which it gives."""
    bit = facts.universe.bit(party)
    return any(flow.givers_mask > 0 and flow.givers_mask & bit for flow in facts.flows_of(document))


def names_data_alone(norm: Norm, closure: Closure) -> bool:
    """Whether a norm speaks of which data there are, and of nothing else that is fixed of a processing."""
    named = covered(("categories of data",), Kind.THING, closure)
    return all(closure.universe.bit(each) & named for each in norm.objects)


def is_joint(norm: Norm, document: Document, closure: Closure) -> bool:
    """Whether all parties of an agreement stand before the verb together."""
    terms = norm.provision.bearer.terms
    named = {term.value for term in terms if isinstance(term.value, Concept)}
    return len(named) > 1 and named >= set(document.parties)


def finding(party: Concept, changing: list[Norm], own: list[Norm], facts: Facts) -> Finding:
    """One party that may change by itself what it may do."""
    document, who = changing[0].document, names([party])
    closure = facts.closure(document)
    what = names(dict.fromkeys(each for norm in changing for each in norm.objects if is_detail(each, closure)))
    change = listed(dict.fromkeys(term.text for term in changing[0].provision.actions.terms), "or")
    return Finding(
        "unilateral-purpose-change",
        SEVERITY,
        f"{sentence(clauses(changing, document))} {verb(changing, 'lets', 'let')} {who} {change} {what}, and "
        "nobody else has to agree: what limits its use of the data holds only until it does.",
        quote(changing[0], "changed by one side"),
        f"Let the other side agree: `{who} may {change} {what} only with prior written approval.`",
        tuple(quote(norm, "changed by one side as well") for norm in changing[1:]) + limits(party, own, closure),
        f"{who} names a new purpose in a notice, and uses the data for it from then on.",
    )


def limits(party: Concept, own: list[Norm], closure: Closure) -> tuple[Evidence, ...]:
    """The first clause that limits a party's use of data, as evidence."""
    bit = closure.universe.bit(party)
    limiting = [norm for norm in own if norm.by_only is Side.PURPOSE and norm.region.masks[Side.BEARER] & bit]
    return tuple(quote(norm, "this limit can be moved so") for norm in by_clause(limiting)[:1])
