"""What includes a shared name does not say whom that is about: contact data of others stay what they are."""

from __future__ import annotations

import pytest

from policyc.analysis.contradiction import Grade
from policyc.pipeline.road import examine_facts
from policyc.source import Source

HEAD = """Acme is a school. Globex is a vendor. Bolt is a vendor. Teachers are people. Students are people.
Student data means "data of students", personal data about students, includes contact data and report cards. Report cards are data.
agreement "D" between Acme and Globex.
"""


def grades(clauses: str) -> dict[tuple[str | None, str | None], Grade]:
    """The grades of the contradictions, by the labels of grant and ban."""
    facts = examine_facts([Source("deal.policy", HEAD + clauses)]).facts
    return {(each.grant.clause.label, each.ban.clause.label): each.grade for each in facts.contradictions}


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ("1: Globex must not use student data. 2: Globex may use contact data about teachers for billing.", {}),
        (
            "1: Globex must not use student data. 2: Globex may use contact data about students for billing.",
            {("2", "1"): Grade.DENIED},
        ),
        (
            "1: Globex must not use student data. 2: Globex may use report cards for billing.",
            {("2", "1"): Grade.DENIED},
        ),
        (
            "1: Globex must not use student data. 2: Globex may use contact data for billing.",
            {("2", "1"): Grade.PARTIAL},
        ),
        (
            "1: Globex must not use contact data. 2: Globex may use student data for billing.",
            {("2", "1"): Grade.NARROWER},
        ),
        (
            "1: Globex must not use contact data for billing. 2: Globex may use student data for billing.",
            {("2", "1"): Grade.NARROWER},
        ),
    ],
)
def test_a_shared_name_falls_under_what_includes_it_for_its_people(
    clauses: str, expected: dict[tuple[str | None, str | None], Grade]
) -> None:
    assert grades(clauses) == expected
