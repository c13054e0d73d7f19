"""Figures made from data on people may be published, and nothing says how small a group may be.

## What it does

A permission or duty lets aggregated data, or anything in aggregate form, be published or given to the public, under an
agreement by which personal data are handed over or processed, and no clause speaks of a least number of people behind a
figure, of small cells, of anonymity or of differential privacy. *Aggregate statistics*, anonymous and made-up data are
left out: they say nothing on any member by definition. A note on the agreement; a warning where figures on small groups
are to be published by name.

## Why it matters

One pupil of a certain origin in one school year is a person, however the table is called. Agencies that hand out
records on health and schooling therefore fix a least number.

## Example

Bad:

```policy
Department is an educational agency.
Globex is an evaluator.
agreement "Evaluation" between Department and Globex.  # note: "how small a group"
1: Department will share education records with Globex for education evaluation.
2: Globex may publish aggregated data.
```

Bad:

```policy
Department is a public health authority.
Globex is a researcher.
agreement "Study" between Department and Globex.  # warning: "small cell counts"
1: Department will share health data with Globex for health research.
2: Globex may publish small cell counts.
```

Good:

```policy
Department is an educational agency.
Globex is an evaluator.
agreement "Evaluation" between Department and Globex.
1: Department will share education records with Globex for education evaluation.
2: Globex may publish aggregated data only with small cell suppression.
```

Good:

```policy
Acme is a platform.
Globex is an analytics provider.
agreement "Counting" between Acme and Globex.
1: Acme will share service usage data with Globex for analytics.
2: Globex may publish aggregate statistics.
3: Globex must not publish personal data.
```

Boundary:

```policy
Department is an educational agency.
Globex is an evaluator.
agreement "Evaluation" between Department and Globex.
1: Department will share education records with Globex for education evaluation.
2: Globex may publish aggregated data.
3: Globex must not publish small cell counts.
agreement "Weather" between Department and Globex.
1: Globex may publish aggregated data.
agreement "Review" between Department and Globex, is proposed.  # note: "would say how small"
1: Department will share education records with Globex for education evaluation.
2: Globex may publish publications if aggregated.
Publications are data.
```

## Known limits

Whether a least number that is named is large enough is not weighed.

## References

None needed: a least number of people behind a figure is what agencies ask for that hand out records on people.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, hinges_on
from policyc.analysis.silence import acts, mentions
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote_header, unless_in_force
from policyc.rules.granting import among
from policyc.rules.silences import nothing_says
from policyc.rules.wording import by_clause, quoted_each

SEVERITY = Severity.NOTE

FIGURES = ("aggregated data",)
HARMLESS = ("aggregate statistics", "summary results", "anonymous data", "synthetic data")
SMALL = ("small cell counts",)
SAFE_STATES = ("minimum cell size met", "anonymised")
SAFE_THINGS = ("minimum cell size", "differential privacy", "anonymisation technique")


def check(facts: Facts) -> Iterator[Finding]:
    """Every agreement that lets figures on people be published and sets no least number."""
    for document in facts.agreements:
        closure, named = facts.closure(document), facts.mentions(document)
        publishing = named.actions & covered(("share",), Kind.ACTION, closure)
        figures = named.objects & covered(FIGURES, Kind.DATA, closure)
        if not publishing or not (figures or named.states & covered(("aggregated",), Kind.CONDITION, closure)):
            continue
        found = [norm for norm in facts.norms_of(document) if publishes_figures(norm, closure)]
        reading = facts.reading(document) if found else None
        if reading is None or not reading.holdings:
            continue
        if not any(speaks_of_size(norm, found, closure) for norm in reading.heard):
            yield finding(document, found, closure)


def publishes_figures(norm: Norm, closure: Closure) -> bool:
    """Whether a norm lets figures on groups of people be put before the public."""
    if not norm.grants or not is_public(norm, closure):
        return False
    harmless = covered(HARMLESS, Kind.DATA, closure)
    figures = covered(FIGURES, Kind.DATA, closure) & ~harmless
    if any(closure.universe.bit(each) & figures for each in norm.objects):
        return True
    in_aggregate = hinges_on(norm, covered(("aggregated",), Kind.CONDITION, closure))
    return in_aggregate and not all(closure.universe.bit(each) & harmless for each in norm.objects)


def is_public(norm: Norm, closure: Closure) -> bool:
    """Whether a norm is about publishing, or sharing with the public."""
    return acts(norm, "publish", closure) or (
        acts(norm, "share", closure) and among(norm.region.masks[Side.COUNTERPARTY], ("public",), closure)
    )


def names_small(found: list[Norm], closure: Closure) -> bool:
    """Whether figures on small groups are to be published by name."""
    small = covered(SMALL, Kind.DATA, closure)
    return any(closure.universe.bit(each) & small for norm in found for each in norm.objects)


def speaks_of_size(norm: Norm, found: list[Norm], closure: Closure) -> bool:
    """Whether a norm says anything of how small a group may be, or that nobody can be recognised."""
    states = covered(SAFE_STATES, Kind.CONDITION, closure) | covered(SAFE_THINGS, Kind.THING, closure)
    if any(
        mask & states and not mask & ~states for part in (*norm.region.condition, *norm.manner) for mask in part.held
    ):
        return True
    if any(mentions(norm, thing, Kind.THING, closure) for thing in SAFE_THINGS):
        return True
    small = covered(SMALL, Kind.DATA, closure)
    return norm not in found and any(closure.universe.bit(each) & small for each in norm.objects)


def finding(document: Document, found: list[Norm], closure: Closure) -> Finding:
    """One agreement under which figures on people are published without a least number."""
    norms = by_clause(found)
    data = names(dict.fromkeys(each for norm in norms for each in norm.objects)) or "figures"
    severity = Severity.WARNING if names_small(found, closure) else SEVERITY
    return Finding(
        "small-cells",
        unless_in_force(document, severity),
        f"{nothing_says(document)} how small a group may be of which {data} are published.",
        quote_header(document, "this agreement"),
        "Add the least number of people behind a figure, for example: `… may publish aggregated data only with small "
        "cell suppression.`",
        quoted_each(norms, "published here"),
        "A table shows one person of a certain age in a village: whoever lives there knows who it is.",
    )
