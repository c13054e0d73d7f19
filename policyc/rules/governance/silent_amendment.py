"""One side may change the terms, and the other need not be told.

## What it does

Reports a clause that lets a party amend the agreement, or a document on which it rests, where nothing asks for notice,
for approval or for the other side's word, neither there nor in a duty of that party to tell of amendments. That silence
counts as acceptance is no notice.

## Why it matters

Terms that change by being posted somewhere are read after the data have gone. A promise that one side can take back
alone, unseen, is none.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
9: Globex may amend this agreement.  # warning: "lets Globex amend agreement without telling"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex, is proposed.
9: Globex may change the privacy policy with sole discretion.  # warning: "would let Globex change privacy policy"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
12.2: Globex may amend this agreement on 30 days' notice.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
12: The parties may amend this agreement only with mutual written agreement.
13: Globex may amend the annex.
14: Globex must inform Acme at least 30 days before an amendment.
```

Leave to change its own product is not leave to change the terms, and silence is no notice.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
12.3: Globex may change the product.
12.4: Each party may amend this agreement.
12.5: Globex may amend the terms of service with deemed acceptance.  # warning: "without telling"
```

## Known limits

A ban on amendments without notice counts like a duty to tell. A change of purposes or kinds of data is another rule's.

## References

None needed: that a term binds who can know it is drafting practice. Clause 12.2 of the GitHub Secret Scanning Partner
Program Agreement wants 30 days of notice.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, hinges_on
from policyc.analysis.silence import acts, mentions
from policyc.findings import Finding, Severity
from policyc.model.document import Modality
from policyc.model.names import Kind
from policyc.norms.concepts import NONE
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names, quote
from policyc.rules.silences import bound
from policyc.rules.wording import acts as acts_words
from policyc.rules.wording import by_clause, clauses, proposed, sentence

SEVERITY = Severity.WARNING

TERMS = (
    "agreement",
    "agreement document",
    "annex",
    "privacy policy",
    "terms of service",
    "written contract",
    "cover page",
)
HEARD = ("notice", "approval", "mutual agreement", "consent", "instructed", "required by law")
ACCEPTED = ("deemed acceptance",)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that lets one side change the terms unseen."""
    for document in facts.agreements:
        amending = facts.covers(document, "amend", Kind.ACTION)
        changing = [norm for norm in facts.norms_of(document) if is_leave(norm, amending, facts)]
        if changing and (heard := facts.heard(document)):
            told = [norm for norm in heard if is_told(norm, facts)]
            for norm in by_clause(changing):
                alone = all(each is norm or each.clause is not norm.clause for each in changing)
                if alone and not any(
                    norm.region.masks[Side.BEARER] & other.region.masks[Side.BEARER] for other in told
                ):
                    yield finding(norm, facts)


def is_leave(norm: Norm, amending: int, facts: Facts) -> bool:
    """Whether a norm lets one party alone change the terms, and asks for nothing that the other would notice."""
    closure = facts.closure(norm.document)
    bit = closure.universe.bit
    if norm.modality is not Modality.PERMISSION or not any(bit(action) & amending for action in norm.actions):
        return False
    terms = covered(TERMS, Kind.THING, closure)
    own = [title.lower() for title in (norm.document.title, *norm.document.incorporates)]
    objects = [concept for concept in norm.objects if bit(concept) & terms or concept.key in own]
    parties = [party for party in norm.document.parties if bit(party) & norm.region.masks[Side.BEARER]]
    if not objects or len(parties) != 1 or norm.timing.notice or norm.timing.at_least or norm.quoted:
        return False
    asked = hinges_on(norm, covered(HEARD, Kind.CONDITION, closure))
    if asked and not hinges_on(norm, covered(ACCEPTED, Kind.CONDITION, closure)):
        return False
    return not norm.region.masks[Side.COUNTERPARTY] > NONE


def is_told(norm: Norm, facts: Facts) -> bool:
    """Whether a norm makes a party tell of amendments, or forbids it to make them otherwise."""
    closure = facts.closure(norm.document)
    about = any(mentions(norm, event, Kind.EVENT, closure) for event in ("amendment", "effective amendment"))
    named = covered(TERMS, Kind.THING, closure)
    about = about or any(closure.universe.bit(concept) & named for concept in norm.objects)
    if norm.modality is Modality.DUTY:
        return about and (acts(norm, "notify", closure) or acts(norm, "share", closure))
    return norm.bans and acts(norm, "amend", closure) and about


def finding(norm: Norm, facts: Facts) -> Finding:
    """The finding of one clause."""
    who, what = bound(norm, facts), names(norm.objects)
    lets = "would let" if proposed(norm.document) else "lets"
    return Finding(
        "silent-amendment",
        SEVERITY,
        f"{sentence(clauses([norm], norm.document))} {lets} {who} {acts_words([norm])} {what} without telling anybody.",
        quote(norm, "this lets the terms change"),
        f"Add a notice, such as `on 30 days' notice`, or a duty: {who} must notify the other party at least 30 days "
        "before an amendment.",
        (),
        f"{who} puts new terms in the place of the old ones; the other side learns of it when it is too late.",
    )
