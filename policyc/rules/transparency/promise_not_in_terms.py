"""A promise about data is known only from what somebody said, and stands in no term of the agreement.

## What it does

A ban, an *only* or a permission that asks for consent has a speaker (`per`, of the clause or of the agreement's
header) who is a person or the press and not a document: *Elizabeth Diana*, *the news report*, *a spokesman*. A
speaker whose name holds a number, the sign § or a word such as agreement, addendum, terms, policy, section, annex or
licence, or the title of a document of the workspace, counts as the terms. One finding an agreement, with every such
promise; templates are left out.

A promise that a clause of the terms makes as well, or goes beyond, is left out.

## Why it matters

What a spokeswoman said can be withdrawn by the next spokeswoman. People rely on it, the other party can't enforce it,
and whoever checks the agreement believes that it is there.

## Example

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex.
1: Acme may share transaction history with Globex for budgeting.
2: Globex must not use transaction history for advertising, per "A. Smith, spokesman": "no ads".  # warning: "A. Smith"
3: Globex may use messages with opt-in consent, per "Daily News".
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Bank deal" between Acme and Globex, is proposed, per "the news report".
1: Acme may share transaction history with Globex for budgeting.
2: Globex may use transaction history only for budgeting.  # warning: "would be known only from the news report"
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex, per "the signed agreement of 2018".
1: Globex must not use transaction history for advertising, per "section 4.2": "no advertising".
2: Globex may use messages with opt-in consent, per "Account linking, annex B".
3: Globex must not sell transaction history.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex.
1: Globex must not use transaction history for advertising.
2: Globex must not use transaction history for ad targeting, per "A. Smith": "we will never target".
3: Globex may use transaction history for budgeting, per "A. Smith".
```

A promise that goes beyond the terms is still only a word.

Boundary:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex.
1: Globex must not use transaction history for ad targeting.
2: Globex must not use transaction history for advertising, per "A. Smith".  # warning: "stands in none of its terms"
```

## Known limits

Who speaks for the terms is told from the name alone. A press release called *our policy* passes for a term.

## References

None needed: that a promise binds if it is part of the agreement is drafting practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.silence import relies_on_consent
from policyc.analysis.voices import speaks_for_terms
from policyc.analysis.words import counted, listed
from policyc.findings import Finding, Severity
from policyc.model.document import Document, Status
from policyc.norms.norm import Norm
from policyc.rules.evidence import quote
from policyc.rules.wording import by_clause, clauses, proposed, quoted_each, sentence

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Every agreement with promises that stand in none of its terms."""
    titles = [document.title for document in facts.workspace.documents]
    for document in facts.agreements:
        if document.status is Status.TEMPLATE:
            continue
        promises = [norm for norm in facts.norms_of(document) if is_promise(norm, facts)]
        outside = [norm for norm in promises if norm.per and not speaks_for_terms(norm.per.who, titles)]
        terms = [norm for norm in promises if norm not in outside]
        told = [norm for norm in outside if not any(holds_too(term, norm) for term in terms)]
        if told:
            yield finding(document, by_clause(told))


def is_promise(norm: Norm, facts: Facts) -> bool:
    """Whether a norm holds somebody back: a ban, or a grant that asks for consent."""
    return norm.bans or relies_on_consent(norm, facts.closure(norm.document))


def holds_too(term: Norm, promise: Norm) -> bool:
    """Whether a term makes a promise as well, or goes beyond it."""
    return term.bans and promise.bans and promise.region.inside(term.region)


def finding(document: Document, promises: list[Norm]) -> Finding:
    """The promises of one agreement that somebody only spoke of."""
    speakers = listed(dict.fromkeys(norm.per.who for norm in promises if norm.per))
    many = len(promises) > 1
    known = "would be known" if proposed(document) else "are known" if many else "is known"
    stand = "stand" if many else "stands"
    message = (
        f"{sentence(counted(len(promises), 'promise'))} of this agreement ({clauses(promises, document)}) {known} only "
        "from "
        f"{speakers}, and {stand} in none of its terms."
    )
    return Finding(
        "promise-not-in-terms",
        SEVERITY,
        message,
        quote(promises[0], "the first such promise"),
        'Put it into the agreement, and then name the place instead of the speaker, for example `per "section 4"`; or '
        "leave `per` "
        "out where it stands in the agreement already.",
        quoted_each(promises, "known from somebody's words only")[1:],
    )
