"""Personal data may leave Europe, and nothing says by which tool.

## What it does

Reports a clause that lets personal data be shared, moved or processed outside the European Economic Area, the European
Union, the United Kingdom or Switzerland, where no clause of the agreement names what such a transfer rests on: standard
contractual clauses, binding corporate rules, an adequacy decision, appropriate safeguards or the like. Leave to share
with somebody who happens to be abroad is told by `cross-border-unaddressed`.

## Why it matters

European data law lets personal data out only by one of its tools. Leave that one party gives the other is none of
them.

## Example

Bad:

```policy
Acme is a bank in Germany. Globex is a processor.
agreement "Hosting" between Acme and Globex.
3.1: Globex may transfer contact data outside the European Economic Area for hosting.  # warning: "names no tool"
```

Bad:

```policy
Acme is a bank in Germany. Globex is a processor.
agreement "Hosting" between Acme and Globex, is proposed.
3.1: Globex may process contact data outside the European Union with prior approval.  # note: "would let Globex"
```

Good:

```policy
Acme is a bank in Germany. Globex is a processor.
agreement "Hosting" between Acme and Globex.
3.1: Globex may transfer contact data outside the European Economic Area for hosting.
3.2: Globex must implement appropriate safeguards after data transfer.
```

Good:

```policy
Acme is a bank in Germany. Globex is a processor.
agreement "Hosting" between Acme and Globex.
1: Globex may transfer contact data outside the European Union under standard contractual clauses.
2: Globex must not transfer contact data outside the European Union except under binding corporate rules.
```

A ban is no leave, and what tells of nobody may go anywhere.

Boundary:

```policy
Acme is a bank in Germany. Globex is a processor.
agreement "Hosting" between Acme and Globex.
1: Globex must not transfer contact data outside the European Union without prior approval.
2: Globex may transfer aggregate statistics outside the European Union.
3: Globex may process contact data outside the United States.
4: Globex may process contact data outside the United Kingdom.  # warning: "names no tool"
```

## Known limits

A tool that is named anywhere counts for every transfer. Nothing is reported where the agreement incorporates or amends
a document that is not at hand, or where a policy wants a tool: then the breach of that is told. Whether a country is
held adequate is not known to policyc.

## References

Regulation (EU) 2016/679 art. 46(1): personal data may be transferred to a third country only if the controller or
processor has provided appropriate safeguards, unless the Commission has found the protection there adequate.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import is_personal
from policyc.analysis.silence import names_transfer_tool, overlaps
from policyc.findings import Finding, Severity
from policyc.model.document import Dimension, Document
from policyc.model.names import Kind
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote, unless_in_force
from policyc.rules.silences import bound
from policyc.rules.wording import by_clause, clauses, proposed, quoted_each, sentence

SEVERITY = Severity.WARNING

HOME = ("european economic area", "european union", "united kingdom", "switzerland")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each agreement that lets data out and says not how."""
    for document in facts.agreements:
        leaving = [norm for norm in facts.norms_of(document) if leaves(norm, facts)]
        reading = facts.reading(document) if leaving else None
        if reading and not names_transfer_tool(reading) and not is_asked(document, facts):
            yield finding(document, by_clause(leaving), facts)


def leaves(norm: Norm, facts: Facts) -> bool:
    """Whether a norm lets personal data be outside one of the European areas in so many words."""
    closure = facts.closure(norm.document)
    outside = [limit for limit in norm.provision.limits if limit.dimension is Dimension.PLACE and limit.outside]
    if not norm.grants or not any(limit.mode == "" for limit in outside):
        return False
    home = closure.found(HOME, Kind.PLACE)
    terms = [term.value for limit in outside if limit.names for term in limit.names.terms]
    return any(value in home for value in terms) and overlaps(norm, "process", closure) and is_personal(norm, closure)


def is_asked(document: Document, facts: Facts) -> bool:
    """Whether it is told already that a policy wants something else for data that leave a place."""
    unmet = [each.wanted for each in facts.unmet_of(document)]
    given = [each.unwanted for each in facts.requirements.provided if each.asking.agreement is document]
    return any(Side.PLACE in norm.stated for norm in (*unmet, *given))


def finding(document: Document, leaving: list[Norm], facts: Facts) -> Finding:
    """The finding of one agreement."""
    first = leaving[0]
    lets = "would let" if proposed(document) else "lets"
    outside = next(limit for limit in first.provision.limits if limit.dimension is Dimension.PLACE and limit.outside)
    where = " or ".join(term.text for term in outside.names.terms) if outside.names else ""
    what = names(first.objects) or "personal data"
    return Finding(
        "no-mechanism",
        unless_in_force(document, SEVERITY),
        f"{sentence(clauses([first], document))} {lets} {bound(first, facts)} have {what} "
        f"outside {where}, and the agreement names no tool by which they may go there.",
        quote(first, "this lets data leave"),
        "Name it, for example: `under standard contractual clauses`, or `if adequacy decision exists`.",
        quoted_each(leaving, "this does too")[1:],
    )
