"""Models may learn from personal data without the people's consent, or it is left open whether they may.

## What it does

- A permission or duty lets personal data be used for AI training (or be used to train), does not wait for consent, and
  the data are not de-identified. A warning where the one who trains is a processor or service provider, works for
  somebody else and need not be told to; else a note.
- A party may use personal data for product improvement or product development, and nothing in the agreement speaks of
  training models. A note: it can be read either way. Templates are left out.

One finding a party that trains, one on silence. What a ban of the agreement meets is told elsewhere.

## Why it matters

A model keeps what it learnt when the data are long deleted, and what one customer gave can come out at another. Who
agreed to *improving the service* may not have meant that; who wants it had better say so.

## Example

Bad:

```policy
Customer is a controller.
Provider is a processor.
agreement "Cloud" between Customer and Provider.
1: Provider may process messages for customer support and AI  # warning: "works for somebody else, need not be told"
    training.
```

Bad:

```policy
Acme is a hospital.
Globex is an AI developer.
agreement "Model" between Acme and Globex, is proposed.
1: Acme may share medical images with Globex for model  # note: "share medical images with Globex for AI training"
    training.
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Chat" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Globex may use transaction history for product improvement.  # note: "train models"
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Chat" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Globex may use transaction history for product improvement.
3: Globex must not use transaction history for AI training.
```

Good:

```policy
Acme is a hospital.
Globex is an AI developer.
agreement "Model" between Acme and Globex.
1: Acme may share medical images with Globex for model training, with explicit consent.
2: Globex may use diagnoses for model training if de-identified.
3: Globex may use synthetic data for product development.
4: Globex may use non-personal data for AI training.
```

Boundary:

```policy
Acme is a bank.
Globex is a service provider.
agreement "Chat" between Acme and Globex.
1: Globex may use transaction history only for customer support and testing.
agreement "Scoring" between Acme and Globex.
1: Globex may use transaction history for AI training, with documented instruction given.
2: Globex may train transaction history.  # warning: "Globex train models with transaction history"
```

## Known limits

Product improvement that is only testing, debugging or quality assurance is not asked about. What becomes of a model
when its data have to be deleted is not weighed.

## References

Regulation (EU) 2016/679 art. 28(3)(a): a processor processes the data only on documented instructions from the
controller.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, is_personal
from policyc.analysis.silence import acts
from policyc.findings import Finding, Severity
from policyc.model.document import Dimension, Document
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.from_model import is_person
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import is_whole_text, names, quote
from policyc.rules.granting import Ends, Use, also, by_user, is_met, persons_in, purposes_within, serves_others, uses
from policyc.rules.leave import waits_for_leave, waits_for_person
from policyc.rules.silences import nothing_says
from policyc.rules.wording import by_clause, quoted_each, sentence

SEVERITY = Severity.NOTE

TRAINING = Ends(purposes=("ai training",), acts=("train",))
IMPROVING = ("product improvement", "product development")
"""Purposes that may or may not take the training of models in; what stands below them says what is done."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every clause that lets models learn from personal data, and agreements that leave it open."""
    for document in facts.agreements:
        closure = facts.closure(document)
        found = by_user(
            use
            for use in uses(document, facts, TRAINING)
            if not (waits_for_person(use.norm, closure) or is_told_to(use, closure) or teaches(use.norm))
        )
        for group in found:
            yield training(group, facts)
        if not found and is_whole_text(document):
            yield from open_questions(document, facts)


def teaches(norm: Norm) -> bool:
    """Whether a norm says whom to train, and no data: people and firms are taught."""
    whom = [limit.names for limit in norm.provision.limits if limit.dimension is Dimension.COUNTERPARTY]
    return norm.provision.object is None and any(each and all(map(is_person, each.terms)) for each in whom)


def is_told_to(use: Use, closure: Closure) -> bool:
    """Whether one who works for somebody else trains only where that one agreed or told it to."""
    return serves_others(use.users, closure) and waits_for_leave(use.norm, closure)


def training(group: list[Use], facts: Facts) -> Finding:
    """The clauses that let a party's models learn from personal data."""
    use = group[0]
    norm, document = use.norm, use.norm.document
    helper = serves_others(use.users, facts.closure(document))
    why = (
        f"{persons_in(use.users, facts)}, which works for somebody else, need not be told to"
        if helper
        else "nobody whom they are about need agree"
    )
    return Finding(
        "ai-training",
        Severity.WARNING if helper else SEVERITY,
        f"{use.granted(list(norm.objects), facts)}, "
        f"and {why}: what a model has learnt cannot be deleted with the data.",
        quote(norm, "models may learn from these data"),
        "Take AI training out, let it wait (`… only with explicit consent`), or let it use only data that are "
        "de-identified (`… only if de-identified`).",
        also(group),
    )


def open_questions(document: Document, facts: Facts) -> Iterator[Finding]:
    """The finding of an agreement that lets a product be improved with personal data and is silent on models."""
    closure, universe = facts.closure(document), facts.universe
    improving = [closure.find(key, Kind.PURPOSE) for key in IMPROVING]
    bits = sum(universe.bit(purpose) for purpose in improving if purpose)
    if not facts.mentions(document).purposes & bits:
        return
    own = facts.norms_of(document)
    granted = [norm for norm in own if norm.grants and purposes_within(norm, bits, closure)]
    found = [norm for norm in granted if is_personal(norm, closure) and not is_met(norm, own)]
    reading = facts.reading(document) if found else None
    if reading and not any(speaks_of_training(norm, closure) for norm in reading.heard):
        yield unsaid(document, by_clause(found), facts)


def speaks_of_training(norm: Norm, closure: Closure) -> bool:
    """Whether a norm says anything of models that learn."""
    training = covered(("ai training",), Kind.PURPOSE, closure)
    models = covered(("ai models",), Kind.DATA, closure)
    purposes = any(closure.universe.bit(each) & training for each in norm.purposes)
    return purposes or acts(norm, "train", closure) or any(closure.universe.bit(each) & models for each in norm.objects)


def unsaid(document: Document, found: list[Norm], facts: Facts) -> Finding:
    """One agreement that leaves it open whether models may learn from its data."""
    norm = found[0]
    taken = norm.region.masks[Side.COUNTERPARTY]
    user = persons_in(taken if taken > 1 else norm.region.masks[Side.BEARER], facts)
    purposes = names(each for each in norm.purposes if each.key in IMPROVING)
    data = names(dict.fromkeys(norm.objects)) or "the data"
    return Finding(
        "ai-training",
        SEVERITY,
        f"{nothing_says(document)} whether {user} may train models with {data}, and {purposes} can be read either way.",
        quote(norm, "this can be read either way"),
        f"Say it, for example: `{sentence(user)} must not use {data} for AI training.`",
        quoted_each(found, "this as well")[1:],
    )
