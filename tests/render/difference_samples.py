"""Reports on two versions made by hand."""

from __future__ import annotations

from policyc.findings import Evidence, Unchecked
from policyc.render.difference.shape import ChangeView, DifferenceReport, Redline
from policyc.source import Place

OLD, NEW = "v1/deal.policy", "v2/deal.policy"
BEFORE = "2: Facebook may use account balances for account checking"
AFTER = "2: Facebook may use account balances for account checking and advertising"


def sentence(path: str, line: int, quote: str, clause: str | None = "2") -> Evidence:
    """A sentence of the sample."""
    return Evidence(clause or f"line {line}", Place(path, line, 1, line, 1 + len(quote)), quote, "Bank deal", clause)


REWORDED = Redline(sentence(OLD, 58, BEFORE), sentence(NEW, 59, AFTER), (("same", BEFORE), ("new", " and advertising")))
DROPPED = Redline(
    sentence(OLD, 60, "3: Facebook must delete bank data", "3"), None, (("gone", "3: Facebook must delete bank data"),)
)
KEPT = Redline(
    sentence(OLD, 61, "Facebook must not sell bank data", None),
    sentence(NEW, 62, "Facebook must not sell bank data", None),
    (("same", "Facebook must not sell bank data"),),
)
DEFINED = Redline(
    None,
    Evidence("definition", Place(NEW, 9, 1, 9, 30), "Logins are account data"),
    (("new", "Logins are account data"),),
)


def changes() -> tuple[ChangeView, ...]:
    """One of each direction."""
    return (
        ChangeView(
            "verdict",
            "looser",
            "Bank deal",
            "Clause 2 now permits Facebook to use account balances for advertising, of which no clause spoke before.",
            "silent",
            "permitted",
            (),
            (REWORDED,),
            (DEFINED,),
            "Facebook uses account balances for advertising.",
        ),
        ChangeView(
            "party",
            "mixed",
            "Bank deal",
            "Initech takes the place of Acme.",
            None,
            None,
            ("as one",),
            (KEPT,),
            (),
            None,
        ),
        ChangeView(
            "terms",
            "stricter",
            "Bank deal",
            "No clause any longer requires Facebook to delete bank data; clause 3 did before.",
            "permitted",
            "permitted",
            (),
            (DROPPED,),
            (),
            "Facebook deletes bank data.",
        ),
    )


def report() -> DifferenceReport:
    """A complete one."""
    return DifferenceReport("1.2.3", (OLD,), (NEW,), ("Bank deal",), ("A note.",), changes(), 2, ())


def same() -> DifferenceReport:
    """Two versions that mean the same."""
    return DifferenceReport("1.2.3", (OLD,), (NEW,), ("Bank deal",), (), (), 1, ())


def incomplete() -> DifferenceReport:
    """Two versions of which something could not be read."""
    item = Unchecked(
        Place(NEW, 7, 1, 7, 9), "a sentence that could not be read", "Acme must promptly not", incomplete=True
    )
    return DifferenceReport("1.2.3", (OLD,), (NEW,), (), (), (), 0, (item,))


def nothing() -> DifferenceReport:
    """No file on the new side."""
    return DifferenceReport("1.2.3", (OLD,), (), (), (), (), 0, ())
