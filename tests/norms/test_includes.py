"""What includes a shared name does not say whom that is about: contact data of others stay what they are."""

from __future__ import annotations

import pytest

from policyc.analysis.contradiction import Grade
from policyc.pipeline.questions import ask
from policyc.pipeline.road import examine, examine_facts
from policyc.source import Source
from tests.reference.engine import agreed_verdict

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


FILES = """Acme is a school. Globex is a vendor. Clients are people. Patients are people.
Case files are personal data about clients, include health notes and letters. Letters are data.
Health notes are health data about patients.
agreement "D" between Acme and Globex.
"""


def files_grades(clauses: str, world: str = FILES) -> dict[tuple[str | None, str | None], Grade]:
    """The grades of the contradictions about what the files of one person hold about another."""
    facts = examine_facts([Source("deal.policy", world + clauses)]).facts
    return {(each.grant.clause.label, each.ban.clause.label): each.grade for each in facts.contradictions}


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        (
            "1: Globex must not use case files for billing. 2: Globex may use health notes for billing.",
            {("2", "1"): Grade.DENIED},
        ),
        (
            "1: Globex must not use health notes for billing. 2: Globex may use case files for billing.",
            {("2", "1"): Grade.NARROWER},
        ),
        ("1: Globex must not use case files about clients. 2: Globex may use health notes for billing.", {}),
        ("1: Globex must not use case files except health notes. 2: Globex may use health notes for billing.", {}),
        (
            "1: Globex must not use personal data about patients. 2: Globex may use case files except health notes for billing.",
            {},
        ),
    ],
)
def test_what_files_about_one_include_about_another_falls_under_them(
    clauses: str, expected: dict[tuple[str | None, str | None], Grade]
) -> None:
    assert files_grades(clauses) == expected


def test_a_kind_of_data_about_others_falls_under_its_kind_too() -> None:
    world = FILES.replace(", include health notes and letters", "").replace("health data about", "case files about")
    clauses = "1: Globex must not use case files for billing. 2: Globex may use health notes for billing."
    assert files_grades(clauses, world) == {("2", "1"): Grade.DENIED}


def test_a_shared_name_that_says_whose_it_is_falls_under_what_includes_it() -> None:
    world = FILES.replace("health notes and letters", "guardian contact data")
    clauses = "1: Globex must not use case files for billing. 2: Globex may use guardian contact data for billing."
    assert files_grades(clauses, world) == {("2", "1"): Grade.DENIED}


def test_a_question_on_what_is_inside_is_answered_by_the_clause_on_the_files() -> None:
    examination = examine([Source("deal.policy", FILES + "1: Globex must not use case files for billing.")])
    said = {
        data: ask(f"May Globex use {data} for billing?", examination).answers[0].verdict
        for data in ("health notes", "letters", "case files", "personal data about patients")
    }
    assert said["health notes"] == said["letters"] == said["case files"] == "forbidden"


VOCABULARY = """vocabulary "examples".
Files are data, about clients. Notes are files, about patients. Scans are notes. Letters are files.
Clients are people. Patients are people. Bank is a party. Acme is a bank. Bolt is a bank.
"""


@pytest.mark.parametrize(
    ("data", "people", "expected"),
    [
        ("notes", "patients", "forbidden"),
        ("scans", "patients", "forbidden"),
        ("letters", "clients", "forbidden"),
        ("files", "?", "uncovered"),
    ],
)
def test_engine_and_reference_agree_on_what_is_inside(data: str, people: str, expected: str) -> None:
    text = 'agreement "Deal" between Acme and Bolt.\n1: Acme must not use files.'
    assert agreed_verdict(text, VOCABULARY, data=data, people=people)[0] == expected


def test_what_is_taken_out_takes_its_people_with_it() -> None:
    text = 'agreement "Deal" between Acme and Bolt.\n1: Acme must not use files except notes.'
    assert agreed_verdict(text, VOCABULARY, data="letters", people="patients")[0] == "uncovered"
    assert agreed_verdict(text, VOCABULARY, data="letters", people="clients")[0] == "forbidden"
