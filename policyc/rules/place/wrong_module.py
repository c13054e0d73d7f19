"""The standard contractual clauses are used with a module that is not made for these parties.

## What it does

The European standard contractual clauses have four modules, for who sends and who gets the data: controller to
controller (One), controller to processor (Two), processor to processor (Three) and processor to controller (Four). The
rule looks at each clause on sharing, transferring or processing data *under* one of these modules, and compares it with
what the agreement says of the one who gives and the one who gets. It reports a module whose end does not fit.

## Why it matters

A module that is made for somebody else lacks the very promises that the transfer rests on: on instructions, on
subprocessors, on who answers the people.

## Example

Bad:

```policy
Acme is a controller in Germany. Globex is a processor in India.
agreement "Hosting" between Acme and Globex.
3.2: Acme may transfer contact data to Globex for hosting, under Module One.  # warning: "Globex is a processor"
```

Bad:

```policy
Acme is a processor in Germany. Globex is a subprocessor in India.
agreement "Hosting" between Acme and Globex, is proposed.
3.2: Acme will transfer contact data to Globex for hosting, under Module Two.  # warning: "Acme is a processor"
```

Good:

```policy
Acme is a controller in Germany. Globex is a processor in India.
agreement "Hosting" between Acme and Globex.
3.2: Acme may transfer contact data to Globex for hosting, under controller-to-processor clauses.
```

Good:

```policy
Acme is a controller and a processor in Germany. Globex is a processor in India.
agreement "Hosting" between Acme and Globex.
3.2(a): Acme may transfer contact data to Globex for hosting, under Module Two.
3.2(b): Acme may transfer contact data to Globex for hosting, under Module Three.
```

Who is both, and who is said to be neither, may be meant as either.

Boundary:

```policy
Acme is a company in Germany. Globex is a processor in India. Hooli is a bank in India.
agreement "Hosting" between Acme, Globex and Hooli.
1: Acme may transfer contact data to Globex for hosting, under Module Two.
2: Acme may transfer contact data to Hooli for hosting, under Module One.
3: Acme may transfer contact data to Globex for hosting, under Module Four.  # warning: "Globex is a processor"
```

## Known limits

Only modules that a clause names itself are seen, not those of an annex.

## References

Common Paper Data Processing Agreement 3.2(a) and (b) say which module is for whom.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, hinges_on
from policyc.findings import Finding, Severity
from policyc.model.names import Concept, Kind, key
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.wording import clauses, sentence, verb

SEVERITY = Severity.WARNING

MODULES = {
    "controller-to-controller clauses": ("controller", "controller"),
    "controller-to-processor clauses": ("controller", "processor"),
    "processor-to-processor clauses": ("processor", "processor"),
    "processor-to-controller clauses": ("processor", "controller"),
}
"""Who gives and who gets the data by each module of the clauses of Implementing Decision (EU) 2021/914."""


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause under a module that does not fit."""
    for document in facts.agreements:
        closure = facts.closure(document)
        if not facts.mentions(document).states & covered(tuple(MODULES), Kind.THING, closure):
            continue
        seen: set[int] = set()
        for flow in facts.flows_of(document):
            norm = flow.norm
            if id(norm.clause) in seen:
                continue
            if (module := module_of(norm, facts)) and (wrong := misfit(norm, module, facts)):
                seen.add(id(norm.clause))
                yield finding(norm, module, *wrong)


def module_of(norm: Norm, facts: Facts) -> str:
    """The one module that a norm's clause names; empty where it names none, or several."""
    closure = facts.closure(norm.document)
    named = [name for name in MODULES if hinges_on(norm, closure.covers_key(key(name), Kind.THING))]
    return named[0] if len(named) == 1 else ""


def misfit(norm: Norm, module: str, facts: Facts) -> tuple[Concept, str] | None:
    """The first party that a module is not made for, and the role that it has instead; None where both fit."""
    closure = facts.closure(norm.document)
    for side, wanted in zip((Side.BEARER, Side.COUNTERPARTY), MODULES[module], strict=True):
        other = "processor" if wanted == "controller" else "controller"
        has, lacks = closure.covers_key(other, Kind.PARTY), closure.covers_key(wanted, Kind.PARTY)
        mask = norm.region.masks[side]
        for party in norm.document.parties if mask > 0 else ():
            bit = closure.universe.bit(party)
            if bit & mask and bit & has and not bit & lacks:
                return party, other
    return None


def finding(norm: Norm, module: str, party: Concept, role: str) -> Finding:
    """The finding of one clause."""
    fits = ", ".join(name for name, ends in MODULES.items() if role in ends)
    return Finding(
        "wrong-module",
        SEVERITY,
        f"{sentence(clauses([norm], norm.document))} {verb([norm], 'rests', 'rest')} on the {module}, but "
        f"{names([party])} is a {role} here, and that module is for {' and '.join(MODULES[module])}.",
        quote(norm, "the module"),
        f"Take the module that fits who gives and who gets the data ({fits}), or correct what {names([party])} is.",
    )
