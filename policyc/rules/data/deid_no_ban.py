"""De-identified data may be passed on, and nothing forbids to find out whom they are about.

## What it does

A permission or duty lets data be shared that are de-identified (or a limited data set), or that are shared on condition
that they are, and no clause of the agreement speaks of re-identifying, identifying or contacting the people behind
them. Anonymous data, aggregates and made-up data are left out, and so is publishing: the public cannot be bound. One
finding an agreement; a note in proposed agreements and templates, and where figures are named in the same breath
(*aggregated and de-identified data*). Where a law that speaks to the agreement requires
such a ban, that it is missing is told as a breach of that requirement.

## Why it matters

Data without names are safe only as long as nobody tries. The promise not to try costs nothing, and what laws call
de-identified often depends on it.

## Example

Bad:

```policy
Acme is a hospital.
Globex is an analytics provider.
agreement "Insights" between Acme and Globex.
1: Acme will share de-identified data with Globex for statistics.  # warning: "find out whom"
```

Bad:

```policy
Acme is a hospital.
Globex is a researcher.
agreement "Study" between Acme and Globex, is proposed.
1: Globex may share diagnoses with third parties for research if  # note: "proposed agreement would forbid"
    de-identified.
```

Good:

```policy
Acme is a hospital.
Globex is a researcher.
agreement "Study" between Acme and Globex.
1: Acme will share a limited data set with Globex for research.
2: Globex must not re-identify the limited data set.
```

Good:

```policy
Acme is a hospital.
Globex is an analytics provider.
agreement "Insights" between Acme and Globex.
1: Acme will share aggregate statistics with Globex.
2: Globex may share anonymous data with third parties.
3: Globex may use de-identified data for statistics.
4: Globex may publish de-identified data.
```

Boundary:

```policy
Acme is a hospital.
Globex is an analytics provider.
agreement "Insights" between Acme and Globex.
1: Acme will share de-identified data with Globex for statistics.
2: Globex must not use de-identified data for re-identification of people.
agreement "Figures" between Acme and Globex.
1: Globex may share aggregated data and de-identified data with third parties.  # note: "de-identified data"
agreement "Insights at rest" between Acme and Globex.
1: Acme will share de-identified data with Globex for statistics.  # warning: "forbids Globex"
2: Globex must keep de-identified data with encryption.
```

## Known limits

That somebody is forbidden to re-identify does not mean that everybody who gets the data is. Terms that are passed on
(`under the same terms`) are told by `no-flowdown`.

## References

Cal. Civ. Code 1798.140(m)(3): information counts as de-identified where recipients are bound by contract. 45 CFR
164.514(e)(4)(ii)(C)(5): a data use agreement provides that the recipient will not identify the information or contact
the individuals.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.holding import covered, hinges_on
from policyc.analysis.silence import acts, mentions
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.rules.evidence import names, quote, unless_in_force
from policyc.rules.silences import is_required
from policyc.rules.wording import by_clause, proposed, quoted_each, sentence

SEVERITY = Severity.WARNING

STRIPPED = ("de-identified data", "limited data set")
UNLINKED = ("anonymous data", "aggregated data", "synthetic data")
FINDING_OUT = ("identify", "contact", "decrypt")
ENDS = ("identification of people", "contacting of data subjects", "identity resolution")
TERMS = ("data use agreement", "use restrictions")


def check(facts: Facts) -> Iterator[Finding]:
    """Every agreement that lets de-identified data be shared and does not speak of identifying people in them."""
    for document in facts.agreements:
        closure, named = facts.closure(document), facts.mentions(document)
        stripped = covered(STRIPPED, Kind.DATA, closure) & ~covered(UNLINKED, Kind.DATA, closure)
        states = covered(("de-identified",), Kind.CONDITION, closure)
        if not (named.objects & stripped or named.states & states):
            continue
        found = [flow for flow in facts.flows_of(document) if is_stripped(flow.norm, stripped, closure)]
        reading = facts.reading(document) if found else None
        if reading is None or any(speaks_of_finding_out(norm, closure) for norm in reading.heard):
            continue
        if not is_required(document, facts, speaks_of_finding_out):
            yield finding(document, found, closure)


def is_stripped(norm: Norm, stripped: int, closure: Closure) -> bool:
    """Whether a norm shares, and does not publish, data out of which what points to people has been taken."""
    if acts(norm, "publish", closure):
        return False
    named = [closure.universe.bit(each) for each in norm.objects if each.kind is Kind.DATA]
    on_condition = covered(("de-identified",), Kind.CONDITION, closure)
    figures = covered(("aggregated", "anonymised"), Kind.CONDITION, closure)
    if hinges_on(norm, on_condition) and not hinges_on(norm, figures):
        return not all(bit & covered(UNLINKED, Kind.DATA, closure) for bit in named) or not named
    return any(bit & stripped for bit in named)


def speaks_of_finding_out(norm: Norm, closure: Closure) -> bool:
    """Whether a norm says anything of finding out, or getting in touch with, the people behind data."""
    if any(acts(norm, action, closure) for action in FINDING_OUT):
        return True
    purposes = covered(ENDS, Kind.PURPOSE, closure)
    if any(closure.universe.bit(each) & purposes for each in norm.purposes):
        return True
    terms = covered(TERMS, Kind.THING, closure)
    return hinges_on(norm, terms) or mentions(norm, "re-identification of a person", Kind.EVENT, closure)


def beside_figures(norms: list[Norm], closure: Closure) -> bool:
    """Whether every clause names figures in the same breath: *aggregate and de-identified data* tell of nobody yet."""
    figures = covered(("aggregated data",), Kind.DATA, closure)
    return all(any(closure.universe.bit(each) & figures for each in norm.objects) for norm in norms)


def finding(document: Document, found: list[Flow], closure: Closure) -> Finding:
    """One agreement that is silent on finding out whom de-identified data are about."""
    norms = by_clause(flow.norm for flow in found)
    data = names(dict.fromkeys(each for flow in found for each in flow.data)) or "the data"
    takers = tuple(dict.fromkeys(taker for flow in found for taker in flow.takers))
    who = names(takers) if takers and all(flow.takers_mask > 0 for flow in found) else "whoever gets them"
    agreement = "the proposed agreement would forbid" if proposed(document) else "the agreement forbids"
    return Finding(
        "deid-no-ban",
        unless_in_force(document, Severity.NOTE if beside_figures(norms, closure) else SEVERITY),
        f"{sentence(data)} may go to others, and nothing in {agreement} {who} to find out whom they are about.",
        quote(norms[0], "data without names go to others"),
        f"Add, for example: `{sentence(names(takers)) or 'The recipient'} must not use {data} for identification of "
        "people or contacting of data subjects.`",
        quoted_each(norms, "here as well")[1:],
        f"{sentence(who)} joins {data} with a list of its own, and has names again.",
    )
