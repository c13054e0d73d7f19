"""Idle clauses: redundant and shadowed ones, and those that look like it."""

from __future__ import annotations

import pytest

from policyc.analysis.entailment import cells
from policyc.analysis.facts import Facts
from policyc.pipeline.road import examine
from policyc.source import Source

HEADER = (
    'Acme is a bank. Globex is a platform. Request made is a condition.\nagreement "Deal" between Acme and Globex.\n'
)


def facts_of(clauses: str) -> Facts:
    """The facts of one agreement, which must be understood."""
    examination = examine([Source("deal.policy", HEADER + clauses)])
    assert not [item for item in examination.findings.unchecked if item.incomplete], examination.findings.unchecked
    return examination.facts


def redundant(clauses: str) -> dict[str, list[str]]:
    """The redundant clauses by label, each with those that say it already."""
    found, _ = facts_of(clauses).idle
    return {
        each.norms[0].clause.name: list(dict.fromkeys(other.clause.name for other in each.others)) for each in found
    }


def shadowed(clauses: str) -> dict[str, list[str]]:
    """The shadowed clauses by label, each with those that set it aside."""
    _, found = facts_of(clauses).idle
    return {
        each.norms[0].clause.name: list(dict.fromkeys(other.clause.name for other in each.others)) for each in found
    }


@pytest.mark.parametrize(
    ("clauses", "found"),
    [
        ("1: Globex may use contact data. 2: Globex may use contact data.", {"2": ["1"]}),
        ("1: Globex may use contact data. 2: Globex may use email addresses.", {"2": ["1"]}),
        ("1: Globex may use email addresses. 2: Globex may use contact data.", {"1": ["2"]}),
        ("1: Globex may use contact data. 2: Acme may use contact data.", {}),
        ("1: Either party may use contact data. 2: Acme may use contact data.", {"2": ["1"]}),
        ("1: Globex may use contact data for marketing. 2: Globex may use contact data.", {}),
        ("1: Globex may use contact data. 2: Globex may use contact data for marketing.", {}),
        ("1: Globex may use contact data if request made. 2: Globex may use contact data.", {}),
        ("1: Globex may use contact data if request made. 2: Globex may use email addresses if request made.", {"2": ["1"]}),
        ("1: Globex must not use contact data if request made. 2: Globex must not use contact data.", {"1": ["2"]}),
        ("1: Globex must use contact data. 2: Globex may use contact data.", {"2": ["1"]}),
        ("1: Globex may use contact data. 2: Globex must use contact data.", {"1": ["2"]}),
        ("1: Globex may use contact data for 30 days. 2: Globex may use contact data for 60 days.", {}),
        ("1: Globex may use contact data for 30 days. 2: Globex may use contact data for 30 days.", {"2": ["1"]}),
        ("1: Globex must keep contact data for 2 years. 2: Globex must keep contact data for 1 year.", {"2": ["1"]}),
        ("1: Globex may use contact data, per \"Ann\". 2: Globex may use contact data, per \"Bob\".", {}),
        ("1: Globex may use contact data only for marketing. 2: Globex must not use contact data for research.", {}),
        (
            "1: Globex must notify Acme promptly after a government request unless law forbids notice.\n"
            "   Globex must assist Acme, with reasonable cooperation, after a government request.\n"
            "2: Globex must assist Acme about authority consultation, with reasonable assistance.\n"
            "3: Globex must assist Acme with technical measures, after a data subject request, if feasible.",
            {},
        ),
        ("1: Globex may use contact data only for marketing. 2: Globex may use contact data only for marketing.", {"2": ["1"]}),
        ("1: Globex must notify Acme within 1 day after a breach. 2: Globex must notify Acme within 2 days after a breach.", {}),
        ("1: Globex must notify Acme within 1 day after a breach. 2: Globex must notify Acme after a breach.", {"2": ["1"]}),
        ("1: Globex must delete or return contact data. 2: Globex must delete or return contact data.", {}),
        ("1: Globex need not delete contact data. 2: Globex need not delete contact data.", {}),
        ("1: Globex must ensure that auditors may use data. 2: Globex must ensure that auditors may use data.", {}),
        ("1: Globex must not use data. 2: Globex may use contact data. 3: Despite 2, Globex must not use contact data.", {}),
        ("1: Globex must not use data. 2: Globex must not use contact data. 3: Globex may use email addresses.", {"2": ["1"]}),
    ],
)  # fmt: skip
def test_redundant(clauses: str, found: dict[str, list[str]]) -> None:
    assert redundant(clauses) == found


@pytest.mark.parametrize(
    ("clauses", "found"),
    [
        ("1: Globex may use contact data. 2: Despite 1, Globex must not use data.", {"1": ["2"]}),
        ("1: Globex may use data. 2: Despite 1, Globex must not use contact data.", {}),
        ("1: Globex may use contact data. 2: Globex must not use data. The stricter clause prevails.", {"1": ["2"]}),
        ("1: Globex must not use contact data except as this agreement allows. 2: Globex may use data.", {"1": ["2"]}),
        ("1: Globex may use contact data. 2: Globex must not use data.", {}),
        ("1: Globex must use contact data, subject to 2. 2: Globex must not use contact data.", {"1": ["2"]}),
        ("1: Globex may use contact data only for marketing. 2: Despite 1, Globex must not use contact data for marketing.", {}),
        ("1: Globex may use contact data. 2: Despite 1, Globex must not use data if request made.", {}),
    ],
)  # fmt: skip
def test_shadowed(clauses: str, found: dict[str, list[str]]) -> None:
    assert shadowed(clauses) == found


def test_what_takes_too_many_cells_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MAXIMUM_CELLS", 0)
    clauses = "1: Globex may use data. 2: Globex may use contact data. 3: Despite 1, Globex must not use data."
    examination = examine([Source("deal.policy", HEADER + clauses)])
    assert examination.facts.idle == ([], [])
    (unchecked,) = [item for item in examination.findings.unchecked if item.incomplete]
    assert (unchecked.place.line, unchecked.quote[:2]) == (3, "1:")
    assert "too many cases" in unchecked.reason


def test_what_can_be_weighed_leaves_nothing_unchecked() -> None:
    clauses = "1: Globex may use data. 3: Despite 1, Globex must not use data."
    assert examine([Source("deal.policy", HEADER + clauses)]).facts.idle_unweighed == []
