"""Silence counts as consent, under a law for which it does not.

## What it does

An agreement says in its header that it is made under European data protection law (GDPR, UK GDPR and the like), and a
permission or duty on personal data rests on *opt-out consent*: that people could have said no and did not. One finding
a clause.

An agreement under another law, or under none that it names, is left alone: in the United States, banks may share by
opt-out.

## Why it matters

Where the law wants a yes, a box that was ticked beforehand is none, and all processing that rests on it has no ground.

## Example

Bad:

```policy
Acme is a retailer.
Globex is a platform.
agreement "Audience" between Acme and Globex, under "GDPR".
1: Acme may share email addresses with Globex for research, with opt-out consent.  # warning: "opt-out consent"
```

Bad:

```policy
Acme is a retailer.
Globex is a platform.
agreement "Audience" between Acme and Globex, is proposed, under "UK GDPR art. 6".
1: Globex may use purchase history for recommendations if opt-out consent.  # warning: "would rest on"
```

Good:

```policy
Acme is a retailer.
Globex is a platform.
agreement "Audience" between Acme and Globex, under "GDPR".
1: Acme may share email addresses with Globex for research, with opt-in consent.
2: Globex may use purchase history for recommendations, with legitimate interests, unless opted out.
```

An objection ends what rests on another ground; it makes no consent.

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Offers" between Acme and Globex, under "GLBA".
1: Acme may share email addresses with Globex for email marketing, with opt-out consent.
```

Boundary:

```policy
Acme is a retailer.
Globex is a platform.
agreement "Audience" between Acme and Globex, under "Regulation (EU) 2016/679".
1: Globex may use aggregate statistics with opt-out consent.
2: Globex must not use purchase history without opt-out consent.
3: Globex may use purchase history with opt-out consent or opt-in consent.
4: Globex may use purchase history with presumed consent.  # warning: "Clause 4"
```

## Known limits

Which consent a law wants for which use is not weighed here; nor is a law that an agreement does not name.

## References

Regulation (EU) 2016/679, recital 32: silence, pre-ticked boxes or inactivity should not constitute consent.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, hinges_on, is_personal
from policyc.findings import Finding, Severity
from policyc.model.names import Kind
from policyc.norms.norm import Norm
from policyc.rules.evidence import quote, quote_header
from policyc.rules.laws import EUROPEAN, is_under
from policyc.rules.wording import by_clause, clauses, sentence, verb

SEVERITY = Severity.WARNING

SILENT = ("opt-out consent",)


def check(facts: Facts) -> Iterator[Finding]:
    """Every clause that takes silence for consent under a European law."""
    for document in facts.agreements:
        closure = facts.closure(document)
        silent = covered(SILENT, Kind.CONDITION, closure)
        if not facts.mentions(document).states & silent or not is_under(document, EUROPEAN, closure):
            continue
        found = [norm for norm in facts.norms_of(document) if norm.grants and is_personal(norm, closure)]
        for norm in by_clause(norm for norm in found if hinges_on(norm, silent)):
            yield finding(norm)


def finding(norm: Norm) -> Finding:
    """One clause that takes silence for consent."""
    return Finding(
        "opt-out-used",
        SEVERITY,
        f"{sentence(clauses([norm], norm.document))} {verb([norm], 'rests', 'rest')} on opt-out consent, and under the "
        "law that the agreement names, silence is no consent.",
        quote(norm, "silence counts as a yes"),
        "Ask for a yes (`… with opt-in consent`), or name the ground that is meant: `with legitimate interests`.",
        (quote_header(norm.document, "made under this law"),),
    )
