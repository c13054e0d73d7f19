"""Personal data may be used to decide on people's credit, insurance, work or home by one who is not known to do that.

## What it does

Reports a permission or duty by which personal data may be used or given for credit, insurance, employment or housing
decisions, without the consent of the person and without the agreement naming a law on such reports, where the user is

- of another trade (a platform, advertiser, data broker, retailer, developer, researcher …): a warning;
- of no declared trade: a note.

Lenders, insurers, employers, landlords, credit bureaus, public bodies and those who work for one of these are left out,
and so are data that people handed in for such a decision. One finding a party that decides.

## Why it matters

A person whom a bank turns down has a right to know why. Where the reason came from data that were given for something
else, by a party that no law on credit reports binds, nobody can tell.

## Example

Bad:

```policy
Acme is a bank.
Globex is a social network.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for account linking.
2: Globex may use transaction history for credit decisions.  # warning: "for credit decisions"
```

Bad:

```policy
Acme is a company.
Globex is a company.
agreement "Flats" between Acme and Globex, is proposed.
1: Acme may share location data with Globex for tenant screening.  # note: "for housing decisions"
```

Good:

```policy
Acme is a platform.
Globex is a lender.
Initech is a vendor and a processor.
agreement "Loans" between Acme, Globex and Initech.
1: Acme may share transaction history with Globex for credit decisions.
2: Initech may use transaction history for credit decisions.
3: Acme must not use transaction history for credit decisions.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Reports" between Acme and Globex, under "FCRA".
1: Acme may share personal data with Globex for employment decisions.
agreement "Applying" between Acme and Globex.
1: Acme may share job applications with Globex for employment decisions.
2: Acme may share employment history with Globex for employment decisions, with consent.
```

Boundary:

```policy
Acme is a platform and a lender.
Globex is a platform.
agreement "Loans" between Acme and Globex.
1: Acme may use spending habits for credit decisions.
2: Globex may use spending habits for credit decisions and customer support.  # warning: "Globex"
3: Globex may use aggregate statistics for credit decisions.
```

## Known limits

Who decides in fact is not known to policyc, only what the parties are declared to be. Decisions on schooling, care and
public help are not looked at.

## References

15 U.S.C. 1681a(d)(1): what an agency communicates for use in establishing a consumer's eligibility for credit,
insurance or employment is a consumer report, with all that the law attaches to one.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered
from policyc.findings import Finding, Severity
from policyc.model.document import Document
from policyc.model.names import Kind
from policyc.rules.evidence import quote
from policyc.rules.granting import Ends, Use, also, among, by_user, parties_of, persons_in, serves_others, uses
from policyc.rules.laws import is_under
from policyc.rules.leave import waits_for_person

SEVERITY = Severity.WARNING

DECIDING = Ends(purposes=("credit decisions", "insurance underwriting", "employment decisions", "housing decisions"))
DECIDERS = (
    "financial institution",
    "employer",
    "recruiter",
    "landlord",
    "consumer reporting agency",
    "public body",
    "fintech company",
)
OTHER_TRADES = (
    "platform",
    "developer",
    "ad network",
    "ad technology company",
    "advertising agency",
    "advertiser",
    "data broker",
    "analytics provider",
    "retailer",
    "market research company",
    "telecommunications company",
    "publisher",
    "educational technology company",
    "research organisation",
    "researcher",
)
HANDED_IN = ("credit applications", "job applications", "consumer report information", "insurance claims")
REPORTING_LAW = "fair credit reporting act"


def check(facts: Facts) -> Iterator[Finding]:
    """Every party that may decide on people by data which it is not known to have for that."""
    for document in facts.agreements:
        found = by_user(use for use in uses(document, facts, DECIDING) if not is_settled(use, document, facts))
        yield from (finding(group, facts) for group in found)


def is_settled(use: Use, document: Document, facts: Facts) -> bool:
    """Whether data were handed in for it, the person agreed, a law is named, or the user decides by trade."""
    closure = facts.closure(document)
    handed_in = covered(HANDED_IN, Kind.DATA, closure)
    if use.norm.objects and all(closure.universe.bit(each) & handed_in for each in use.norm.objects):
        return True
    if waits_for_person(use.norm, closure) or is_under(document, REPORTING_LAW, closure):
        return True
    return decides(use, document, facts)


def decides(use: Use, document: Document, facts: Facts) -> bool:
    """Whether a user decides on people by trade, or works for a party that does; or nobody is named."""
    closure = facts.closure(document)
    if use.users <= 0 or use.users & covered(DECIDERS, Kind.PARTY, closure):
        return True
    return serves_others(use.users, closure) and bool(parties_of(DECIDERS, document, closure))


def finding(group: list[Use], facts: Facts) -> Finding:
    """The clauses that let a party decide on people."""
    use = group[0]
    norm, closure = use.norm, facts.closure(use.norm.document)
    who = persons_in(use.users, facts)
    known = among(use.users, OTHER_TRADES, closure)
    trade = "which is in another business" if known else "of which nothing says that it is in that business"
    return Finding(
        "eligibility-use",
        SEVERITY if known else Severity.NOTE,
        f"{use.granted(list(norm.objects), facts)}: "
        f"{who}, {trade}, would decide on people by data that they need not have agreed to give for it.",
        quote(norm, "used to decide on people"),
        "Take this purpose out, let it wait for the person (`… only with consent`), or name the law that it is "
        'under (`under "Fair Credit Reporting Act"`).',
        also(group),
    )
