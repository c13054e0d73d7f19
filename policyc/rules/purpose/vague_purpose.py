"""A purpose is named that says too little to shut anything out.

## What it does

A permission or a duty names, after `for`, a purpose that nobody can measure a use by:

- one that the shipped vocabulary lists under *vague purpose*, such as business purposes, other purposes or enabling
  experiences;
- any purpose at all, where people's data may be processed so (`may use messages for any purpose`): that is clear
  enough, and told for what it is;
- one that this workspace declares and does not define, and whose words leave everything open: *these types of
  experiences*, *other purposes*, *as needed*.

A purpose is defined by a kind above it other than *purpose*, by what it `needs` or `includes`, or by purposes below
it. One finding a purpose and agreement.

A purpose that is merely declared, in words that may mean something to the trade, is none of these: it is taken as
given, and counted so at the end of the run.

## Why it matters

A closed list is as tight as its loosest item. *Only for these types of experiences* sounds like a promise and forbids
nothing, because nobody can name the experience that is not of these types.

## Example

Bad:

```policy
Acme is a company.
Globex is a company.
Those kinds of features is a purpose.
agreement "Chat" between Acme and Globex.
1: Globex may use messages only for those kinds of features.  # warning: "those kinds of features"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Cloud" between Acme and Globex.
1: Globex may use contact data for customer support and business purposes.  # warning: "business purposes"
2: Globex may use service usage data for any purpose.  # warning: "for any purpose at all"
```

Bad:

```policy
Acme is a company.
Globex is a company.
Synergies means "such other purposes as Globex deems appropriate from time to time", a purpose.
agreement "Cloud" between Acme and Globex, is proposed.
1: Acme will share contact data with Globex for synergies.  # warning: "would be named in clause 1"
```

Good:

```policy
Acme is a company.
Globex is a company.
Store finder means "showing customers the nearest shop of Acme", a purpose.
Route planning is a purpose, needs location data.
Loyalty points are customer loyalty.
agreement "Shops" between Acme and Globex.
1: Globex may use location data only for store finder and route planning.
2: Globex may use purchase history for loyalty points.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Shops" between Acme and Globex.
1: Globex may use purchase history for refund handling.
2: Globex must not use purchase history for commercial purposes.
```

A name of five words or more tells what it means; a ban for a vague purpose forbids the more; and nobody is harmed by
leave for any purpose where no person is concerned.

Boundary:

```policy
Acme is a company.
Globex is a company.
Preparing the annual audit of accounts is a purpose.
Auditing is a purpose.
Other reasons are a purpose.
agreement "Books" between Acme and Globex.
1: Globex may use transaction history for preparing the annual audit of accounts.
2: Globex may use transaction history for auditing and other reasons.  # warning: "other reasons"
3: Globex must not use transaction history for commercial purposes.
4: Globex may use aggregate statistics for any purpose.
5: Globex may use contact data for any purpose except marketing.
```

## Known limits

Whether a description of enough words says anything is for a reader to judge. Words are counted and some phrases
known, no more.

## References

None needed: in drafting practice a purpose is stated so that a use can be held against it. Cal. Civ. Code
1798.140(ag)(1)(B) counts on *the business purposes specified in the contract*.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import is_personal
from policyc.analysis.purposes import shuts_nothing_out
from policyc.analysis.silence import overlaps
from policyc.findings import Finding, Severity
from policyc.model.document import Dimension, Document, Term
from policyc.model.names import Concept
from policyc.norms.norm import Norm
from policyc.rules.evidence import definition, names, quote
from policyc.rules.silences import bound
from policyc.rules.wording import acts, clauses, proposed, quoted_each, sentence, verb

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Every vague purpose of every agreement."""
    for document in facts.agreements:
        named: dict[Concept, list[tuple[Norm, Term]]] = {}
        for norm in facts.norms_of(document):
            for term in purposes_granted(norm):
                if isinstance(term.value, Concept) and is_vague(term, norm, facts):
                    named.setdefault(term.value, []).append((norm, term))
        for purpose, uses in named.items():
            norms = [norm for norm, _ in uses]
            if purpose.is_root:
                yield for_anything(norms, document, facts)
            else:
                yield finding(purpose, uses[0][1].text, norms, document, facts)


def purposes_granted(norm: Norm) -> Iterator[Term]:
    """The purposes for which a norm lets something be done."""
    for limit in norm.provision.limits if norm.grants else ():
        if limit.dimension is Dimension.PURPOSE and limit.names and limit.mode in ("", "only") and not limit.outside:
            yield from limit.names.terms


def is_vague(term: Term, norm: Norm, facts: Facts) -> bool:
    """Whether a purpose shuts nothing out.

    Leave for any purpose at all is as clear as can be: it is told only where it is leave to process people's data.
    """
    concept = term.value
    if not isinstance(concept, Concept) or not shuts_nothing_out(concept, norm.document, facts):
        return False
    closure = facts.closure(norm.document)
    concerns = is_personal(norm, closure) and overlaps(norm, "process", closure) and not term.minus
    return not concept.is_root or concerns


def for_anything(norms: list[Norm], document: Document, facts: Facts) -> Finding:
    """Clauses that let personal data be used for any purpose at all."""
    first = norms[0]
    who, what = bound(first, facts), names(first.objects) or "personal data"
    return Finding(
        "vague-purpose",
        SEVERITY,
        f"{sentence(clauses([first], document))} {verb([first], 'lets', 'let')} {who} {acts([first])} {what} for any "
        "purpose at all: whatever is done with the data is allowed.",
        quote(first, "leave without a limit"),
        f"If that is not meant, name the uses: `{who} may use {what} only for customer support.`",
        quoted_each(norms, "the same leave here")[1:],
    )


def finding(purpose: Concept, words: str, norms: list[Norm], document: Document, facts: Facts) -> Finding:
    """One vague purpose of one agreement."""
    is_named = "would be named" if proposed(document) else "is named"
    message = (
        f'The purpose "{words}" {is_named} in {clauses(norms, document)} and shuts nothing out: '
        "no use could be shown to lie outside it."
    )
    return Finding(
        "vague-purpose",
        SEVERITY,
        message,
        quote(norms[0], "the purpose that says too little"),
        f"Name the uses that are meant, or define it: "
        f'`{sentence(words)} means "…", a purpose, needs ….` with what is done, for whom, and with which data.',
        tuple(definition(purpose, facts, document, "all that is said of it")) + quoted_each(norms, "named here")[1:],
        f"Any use at all can be called {words}.",
    )
