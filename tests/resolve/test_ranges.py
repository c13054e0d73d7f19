"""Clauses named from one label to another."""

import pytest

from policyc.findings import Finding
from policyc.model.document import Document
from tests.worlds import HEADER, resolved

LABELS = ("1", "2", "2.1", "3", "4(a)", "4(b)", "4(c)", "4(d)", "5", "7b", "10")


def document(sentence: str, labels: tuple[str, ...] = LABELS) -> tuple[Document, list[Finding]]:
    """A document with some clauses and a sentence about them, and what was found."""
    clauses = "".join(f"{label}: Acme may use data.\n" for label in labels)
    workspace, findings = resolved(f"{HEADER}{clauses}{sentence}")
    return workspace.agreements[0], findings.found


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("Clauses 2 to 5", ("2", "3", "4(a)", "4(b)", "4(c)", "4(d)", "5")),
        ("Clauses 3 through 5", ("3", "4(a)", "4(b)", "4(c)", "4(d)", "5")),
        ("Sections 2\u20133", ("2", "3")),
        ("Clauses 2-3", ("2", "3")),
        ("Clauses 4(a) to (c)", ("4(a)", "4(b)", "4(c)")),
        ("Clauses 1, 4(b) to 4(d) and 10", ("1", "4(b)", "4(c)", "4(d)", "10")),
        ("The provisions of clauses 2 and 3", ("2", "3")),
        ("All obligations set out in clause 5", ("5",)),
    ],
)
def test_a_range_means_the_clauses_that_lie_there(named: str, meant: tuple[str, ...]) -> None:
    found, findings = document(f"{named} survive termination.")
    assert not findings
    assert [survival.labels for survival in found.survivals] == [meant]


@pytest.mark.parametrize("named", ["Clauses 5 to 2", "Clauses 2 to 4(b)", "Clauses 4(a) to 4(2)", "Clauses 7b to 10"])
def test_a_range_without_an_order_is_refused(named: str) -> None:
    found, findings = document(f"{named} survive termination.")
    assert [finding.rule for finding in findings] == ["broken-sentence"]
    assert "does not say which clauses lie between" in findings[0].message
    assert not found.survivals


def test_ends_that_no_clause_bears_are_reported() -> None:
    found, findings = document("Clauses 3 to 6 survive termination.")
    assert [finding.rule for finding in findings] == ["dangling-reference"]
    assert found.survivals[0].labels == ("3", "4(a)", "4(b)", "4(c)", "4(d)", "5", "6")


def test_a_label_with_a_hyphen_is_itself_where_a_clause_bears_it() -> None:
    found, findings = document("Clauses 2-3 and 4 survive termination.", ("2-3", "2", "3", "4"))
    assert not findings
    assert found.survivals[0].labels == ("2-3", "4")


def test_numerals_count_as_such() -> None:
    roman = ("1(i)", "1(iv)", "1(v)", "1(ix)", "1(x)", "1(xi)")
    found, _ = document("Clauses 1(iv) to (x) survive termination.", roman)
    assert found.survivals[0].labels == ("1(iv)", "1(v)", "1(ix)", "1(x)")


def test_ranges_stand_wherever_labels_do() -> None:
    found, findings = document("11: Despite clauses 2 to 3, Acme may use data, subject to clauses 4(a) to 4(b).")
    assert not findings
    provision = found.clauses[-1].provision
    assert provision.outranks == ("2", "3")
    assert provision.yields_to == ("4(a)", "4(b)")


def test_labels_go_on_behind_a_parenthesis() -> None:
    found, findings = document("Clause E(c)1 prevails over clause E(c)2.", ("E(c)1", "E(c)2"))
    assert not findings
    assert found.rankings[0].higher.labels == ("E(c)1",)
