"""A report made by hand, after the founding case: two agreements, eight findings and one suppressed, seven parties."""

from __future__ import annotations

from dataclasses import replace

from policyc.findings import Evidence, Finding, Severity, Step, Unchecked
from policyc.report import (
    ClauseView,
    DocumentView,
    FlowView,
    InputView,
    Provenance,
    Reading,
    Report,
    RuleView,
    Summary,
)
from policyc.source import Place

PATH = "examples/messenger-banking.policy"
LINKING, DEAL = "Account linking", "Proposed bank deal"
QUOTES = {
    1: "The large banks will share account balances and card transactions with Facebook for account checking",
    3: "Facebook must not use bank data for ad targeting in Messenger",
    4: "JPMorgan Chase, Wells Fargo and Citigroup will share shopping location with Facebook",
    7: "Facebook may use bank data only with opt-in consent",
    8: "Facebook may use bank data only for these types of experiences",
    9: "PayPal, Citi Singapore and American Express may share account balances with Facebook for account checking",
}
LINES = {7: 44, 8: 46, 9: 50, 1: 56, 3: 60, 4: 62}
BANKS = ("JPMorgan Chase", "Wells Fargo", "Citigroup")
LINKED = ("PayPal", "Citi Singapore", "American Express")


def at(line: int, length: int = 60, column: int = 4) -> Place:
    """A place on one line of the sample."""
    return Place(PATH, line, column, line, column + length)


def clause_evidence(number: int, message: str) -> Evidence:
    """One of the sample's clauses as evidence."""
    agreement = LINKING if number in (7, 8, 9) else DEAL
    return Evidence(message, at(LINES[number], len(QUOTES[number])), QUOTES[number], agreement, str(number))


def header_evidence(title: str, line: int, message: str) -> Evidence:
    """The header of one of the sample's agreements as evidence."""
    return Evidence(message, at(line, 80, 1), f'agreement "{title}" between Facebook and others', title)


def steps() -> tuple[Step, ...]:
    """The acts of the first finding's witness."""
    location = ("shopping location",)
    return (
        Step("Wells Fargo", "shares", location, "Facebook", by=clause_evidence(4, "")),
        Step("Facebook", "uses", location, purposes=("ad targeting",), against=clause_evidence(3, "")),
    )


def rules() -> tuple[RuleView, ...]:
    """Rules of three families: two that found something, one that did not, one that was left out."""
    return (
        RuleView("ai-training", "purpose", Severity.WARNING, "Data train models.", "Models keep it.", "", ran=False),
        RuleView(
            "vague-purpose",
            "purpose",
            Severity.WARNING,
            "A purpose shuts nothing out.",
            "*Only for these types of experiences* sounds like a promise.",
            "Regulation (EU) 2016/679 art. 5(1)(b): purposes are *specified*.",
            found=1,
            gravest=Severity.WARNING,
        ),
        RuleView(
            "useful-for-banned",
            "data",
            Severity.ERROR,
            "Data flow to a party whose only known use (`serves`) is banned.",
            "A promise not to advertise costs nothing to break once the data is there.",
            "None needed: drafting practice.",
            found=1,
            gravest=Severity.ERROR,
        ),
        RuleView("two-deadlines", "security", Severity.WARNING, "Two deadlines for one duty.", "One is wrong.", ""),
    )


def provenance() -> Provenance:
    """What the sample was made of."""
    return Provenance((InputView(PATH, "ab" * 32, 4115),), "cd" * 32, paths=(PATH,))


def findings() -> tuple[Finding, ...]:
    """One error, five warnings, two notes, and one suppressed warning."""
    return (
        Finding(
            "useful-for-banned",
            Severity.ERROR,
            "Shopping location would go to Facebook for no stated purpose, while Facebook promises not to advertise "
            "with it.",
            clause_evidence(4, "this flow states no purpose, and no purpose permitted here needs shopping location"),
            "Drop shopping location from the flow, name the purpose that needs it, or add a control that keeps it from "
            "advertising.",
            (
                clause_evidence(3, "advertising is what such data is commercially useful for, and here it is banned"),
                clause_evidence(8, "the live agreement promises the same, more broadly"),
            ),
            "Facebook uses shopping location for ad targeting in Messenger on 2018-08-06",
            steps=steps(),
        ),
        Finding(
            "reveals",
            Severity.WARNING,
            "Card transactions reveal shopping location, so that dropping the field alone does not cure the flow.",
            clause_evidence(1, "card transactions reveal shopping location"),
            "Share balances only, or say that merchants' names and places are removed.",
            (clause_evidence(4, "shopping location is shared here by name"),),
        ),
        Finding(
            "unconditional-flow",
            Severity.WARNING,
            "Opt-in is promised, and the banks' flow would take place without it.",
            clause_evidence(4, "no condition"),
            "Add “with opt-in consent” to the flow.",
            (clause_evidence(7, "opt-in is promised here"),),
            "Wells Fargo shares shopping location with Facebook about a customer who never opted in",
        ),
        Finding(
            "ban-narrower-than-flow",
            Severity.WARNING,
            "The ban is narrower than what flows: it covers ad targeting in Messenger only.",
            clause_evidence(3, "“in Messenger” is narrower than Facebook"),
            "Ban advertising as a whole, wherever Facebook does it.",
        ),
        Finding(
            "vague-purpose",
            Severity.WARNING,
            "“These types of experiences” defines nothing.",
            clause_evidence(8, "no reader can tell what falls under this purpose"),
            "Name the experiences.",
        ),
        Finding(
            "onward-transfer-unaddressed",
            Severity.WARNING,
            "No clause says whether Facebook may pass bank data on.",
            header_evidence(DEAL, 54, "silent on onward transfer"),
            "Say with whom Facebook may share bank data, and on which terms; or that it must not.",
        ),
        Finding(
            "retention-unaddressed",
            Severity.NOTE,
            "No clause says when Facebook deletes bank data.",
            header_evidence(DEAL, 54, "silent on deletion and return"),
            "Add a duty to delete or return bank data.",
        ),
        Finding(
            "breach-notice-unaddressed",
            Severity.NOTE,
            "No clause says whom Facebook tells of a breach.",
            header_evidence(DEAL, 54, "silent on breaches"),
            "Add a duty to notify the banks after a breach.",
        ),
        Finding(
            "promise-not-in-terms",
            Severity.WARNING,
            "The promise lives in a press quotation, not in a term of the agreement.",
            clause_evidence(8, "said by a spokeswoman"),
            "Write the promise into the agreement.",
            suppressed="the live terms were not published in August 2018 (until 2027-03-31)",
        ),
    )


def clause(number: int, speaker: str, quoted: str | None, *readings: tuple[str, str]) -> ClauseView:
    """One of the sample's clauses."""
    shown = tuple(Reading(aspect, words) for aspect, words in readings)
    return ClauseView(str(number), QUOTES[number], at(LINES[number], len(QUOTES[number])), shown, speaker, quoted)


def documents() -> tuple[DocumentView, ...]:
    """The two agreements."""
    linking = (
        clause(
            7,
            "Elizabeth Diana",
            "it's completely opt-in",
            ("who", "Facebook"),
            ("may", "use"),
            ("what", "bank data (account balances, card transactions, shopping location) about customers"),
            ("only if", "there is opt-in consent"),
        ),
        clause(
            8,
            "Elizabeth Diana",
            "We're not using this information beyond enabling these types of experiences",
            ("who", "Facebook"),
            ("may", "use"),
            ("what", "bank data"),
            ("only for", "these types of experiences"),
        ),
        clause(9, "Elizabeth Diana", None, ("who", "PayPal, Citi Singapore and American Express"), ("may", "share")),
    )
    deal = (
        clause(1, "the news report", "divulge detailed information about customers", ("who", "the large banks")),
        clause(3, "Facebook", "wouldn't use the bank data in Messenger for ad-targeting", ("must not", "use")),
        clause(4, "the news report", "information about where its users are shopping", ("must", "share")),
    )
    return (
        DocumentView(
            "agreement",
            LINKING,
            "live",
            ("Facebook", *LINKED),
            "",
            "Elizabeth Diana, spokeswoman of Facebook",
            at(41, 90, 1),
            linking,
            (),
        ),
        DocumentView(
            "agreement",
            DEAL,
            "proposed",
            ("Facebook", "the large banks"),
            "from 2018-08-06",
            "the news report",
            at(54, 90, 1),
            deal,
            ('Scenario "balance at a glance": Facebook uses account balances for account checking is permitted by 1.',),
        ),
    )


def flow(giver: str, taker: str, number: int, found: tuple[Finding, ...], **changes: object) -> FlowView:
    """One flow, stated by one of the sample's clauses, with the findings that quote that clause."""
    touching = [f for f in found if any(e.clause == str(number) for e in (f.primary, *f.related))]
    graver = sorted((f.severity for f in touching if f.suppressed is None), key=lambda severity: severity.rank)
    plain = FlowView(
        giver=giver,
        taker=taker,
        data=("account balances", "card transactions"),
        purposes=("account checking",),
        condition="",
        certain=True,
        proposed=number not in (7, 8, 9),
        agreement=LINKING if number in (7, 8, 9) else DEAL,
        clause=str(number),
        severity=graver[0] if graver else None,
        fingerprints=tuple(f.fingerprint for f in touching),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def flows(found: tuple[Finding, ...]) -> tuple[FlowView, ...]:
    """Flows from six banks to Facebook."""
    linked = {"data": ("account balances",), "certain": False, "condition": "with opt-in consent"}
    return (
        flow("PayPal, Citi Singapore and American Express", "Facebook", 9, found, givers=LINKED, **linked),
        *(flow(bank, "Facebook", 1, found) for bank in BANKS),
        *(flow(bank, "Facebook", 4, found, data=("shopping location",), purposes=()) for bank in BANKS),
    )


def unchecked() -> tuple[Unchecked, ...]:
    """A quoted condition, and a sentence that could not be read."""
    return (
        Unchecked(at(50, 100), "quoted condition", "the customer has linked the account"),
        Unchecked(at(70, 40), "this sentence could not be read", "The banks will promptly share", incomplete=True),
    )


def report() -> Report:
    """The whole sample."""
    found = findings()
    return Report(
        version="0.1.0",
        paths=(PATH,),
        documents=documents(),
        flows=flows(found),
        findings=found,
        unchecked=unchecked(),
        given=("the customer's bank agrees", "unlinking"),
        summary=Summary(1, 2, 6, 1, 5, 2, 1),
        rules=rules(),
        provenance=provenance(),
    )


def empty() -> Report:
    """A report on nothing at all."""
    return Report("0.1.0", (), (), (), (), (), (), Summary(0, 0, 0, 0, 0, 0, 0))


def clean() -> Report:
    """A report on two agreements in which nothing was found, and nothing left open."""
    return replace(report(), findings=(), unchecked=(), given=(), flows=flows(()), summary=Summary(1, 2, 6, 0, 0, 0, 0))


LONG = "The consolidated " + "pan-European-interbank-" * 4 + "clearing house and its successors in title"


def crowded(parties: int) -> Report:
    """A report whose flows join so many parties in chains, circles and stars; some names are very long."""
    names = [f"Party {number} of the agreement" for number in range(parties - 1)] + [LONG]
    found = findings()
    made = []
    for number, giver in enumerate(names):
        for step in (1, 2, 5):
            taker = names[(number * step + step) % parties]
            if taker == giver:
                continue
            for nth in range(1 + (number + step) % 3):
                changes: dict[str, object] = {
                    "data": tuple(f"kind of data {step * nth + kind}" for kind in range(1 + number % 4)),
                    "purposes": (LONG,) if step == 2 and nth else ("billing",) if nth else (),
                    "certain": step == 1,
                    "proposed": number % 3 == 0,
                    "condition": "with consent, unless a court orders otherwise" if step == 5 else "",
                }
                made.append(flow(giver, taker, (1, 3, 4, 7, 8, 9)[(number + nth) % 6], found, **changes))
    return replace(report(), flows=tuple(made))
