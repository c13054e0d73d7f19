"""Which clause or agreement prevails, and which clauses outlive the end."""

import pytest

from policyc.model.document import Document, Side
from tests.worlds import HEADER, PARTIES, resolved

CLAUSES = "Deletion is an event. Deletion of data is deletion.\n1: Acme may use data.\n2: Acme must not use data.\n"
AMENDING = PARTIES + 'agreement "Addendum" between Acme and Globex, amends "Master".\n'
THIS, OTHER = Side("this"), Side("other")


def read(sentence: str, header: str = HEADER) -> tuple[Document, list[str]]:
    """A document with a sentence about its clauses, and what was found besides titles that are not at hand."""
    workspace, findings = resolved(f"{header}{CLAUSES}{sentence}")
    return workspace.agreements[0], [
        each.message for each in findings.found if "no document of that" not in each.message
    ]


@pytest.mark.parametrize(
    ("sentence", "higher", "lower"),
    [
        ("If there is a conflict between clause 1 and clause 2, clause 1 prevails.", ("1",), ("2",)),
        ("In the event of any inconsistency between clause 1 and clause 2, clause 2 shall prevail.", ("2",), ("1",)),
        ("In case of conflict, clause 1 takes precedence over clause 2.", ("1",), ("2",)),
        ("Clause 1 prevails over clause 2 to the extent of any inconsistency.", ("1",), ("2",)),
        ("The provisions of clause 1 prevail over clause 2.", ("1",), ("2",)),
    ],
)
def test_clauses_that_conflict(sentence: str, higher: tuple[str, ...], lower: tuple[str, ...]) -> None:
    document, found = read(sentence)
    assert not found
    assert [(each.higher.labels, each.lower.labels) for each in document.rankings] == [(higher, lower)]


@pytest.mark.parametrize(
    ("sentence", "higher", "lower"),
    [
        ("This agreement shall prevail over any other agreement.", THIS, OTHER),
        ("In the event of any conflict, this DPA shall prevail.", THIS, OTHER),
        ("In the event of any conflict, this DPA controls.", THIS, OTHER),
        ('In the event of a conflict with "Master", this addendum controls.', THIS, Side("title", title="Master")),
        (
            "In the event of a conflict between this DPA and the Agreement, this DPA shall control.",
            THIS,
            Side("title", title="Agreement"),
        ),
        (
            "In the event of a conflict between this DPA and the Master Agreement, the Master Agreement governs.",
            Side("title", title="Master Agreement"),
            THIS,
        ),
        ("This Data Processing Addendum prevails over the Agreement.", THIS, Side("title", title="Agreement")),
        (
            'Clauses 3 and 4 of "Master" prevail over clause 1.',
            Side("clauses", title="Master", within=("3", "4")),
            Side("clauses", ("1",)),
        ),
        (
            'Clause 1 prevails over clause 5 of "Master".',
            Side("clauses", ("1",)),
            Side("clauses", title="Master", within=("5",)),
        ),
    ],
)
def test_agreements_that_conflict(sentence: str, higher: Side, lower: Side) -> None:
    document, found = read(sentence)
    assert not found
    assert [(each.higher, each.lower) for each in document.rankings] == [(higher, lower)]


def test_the_agreement_is_what_is_amended() -> None:
    document, found = read("This Addendum prevails over the Agreement.", AMENDING)
    assert not found
    assert document.rankings[0].lower == Side("title", title="Master")


def test_nothing_stands_above_itself() -> None:
    _, found = read(
        "This DPA prevails over the Deal agreement.", PARTIES + 'agreement "Deal agreement" between Acme and Globex.\n'
    )
    assert "is said to stand above or below itself" in found[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Clause 1 prevails.",
        "This agreement prevails.",
        "In the event of a conflict between clause 1 and clause 2, clause 3 prevails.",
        "In the event of a conflict between the parties and Acme, clause 1 prevails.",
    ],
)
def test_what_prevails_over_nothing_certain_is_refused(sentence: str) -> None:
    document = resolved(HEADER + CLAUSES)[0].agreements[0]
    assert not document.rankings
    with pytest.raises(AssertionError):
        read(sentence)


@pytest.mark.parametrize(
    ("sentence", "labels", "until"),
    [
        ("Clause 1 survives.", ("1",), ()),
        ("Clause 1 survives indefinitely.", ("1",), ()),
        ("Clauses 1 and 2 shall survive termination of this agreement for any reason.", ("1", "2"), ()),
        ("The obligations under clause 1 survive termination.", ("1",), ()),
        ("The rights and obligations in clause 2 survive expiry or termination.", ("2",), ()),
        ("Clause 1 survives for as long as Acme retains any data.", ("1",), ("deletion of data",)),
        ("Clause 1 survives termination until deletion.", ("1",), ("deletion",)),
        ("3: This clause survives termination.", ("3",), ()),
        ("This clause survives termination.", ("2",), ()),
    ],
)
def test_what_survives(sentence: str, labels: tuple[str, ...], until: tuple[str, ...]) -> None:
    document, found = read(sentence)
    assert not found
    (survival,) = document.survivals
    assert (survival.labels, tuple(event.key for event in survival.until)) == (labels, until)


def test_a_clause_without_a_number_is_no_certain_clause() -> None:
    workspace, findings = resolved(HEADER + "Acme may use data. This clause survives termination.")
    assert [finding.rule for finding in findings.found] == ["broken-sentence"]
    assert not workspace.agreements[0].survivals
