"""People among people: whom a phrase means of those whom the data are about, where nothing says if there are any."""

from __future__ import annotations

import pytest

from policyc.analysis.facts import Facts
from policyc.analysis.reading import Reader
from policyc.model.names import Kind
from policyc.norms.among import with_both
from policyc.norms.concepts import union
from policyc.norms.region import Side
from policyc.pipeline.comparison import compare
from policyc.pipeline.files import Inputs
from policyc.pipeline.questions import ask
from policyc.pipeline.road import examine
from policyc.source import Source
from tests.norms.test_semantics import verdict

WORLD = """
Customers are people. Records are personal data about customers. Support is a purpose. The auditor is a party.
Acme is a company. Globex is a vendor.
agreement "Deal" between Acme and Globex.
"""
GRANT = "1: Globex may share records with the auditor for support.\n"
BAN = "2: Globex must not share records about children with the auditor.\n"
QUESTION = "May Globex share records about children with the auditor for support?"


def facts(clauses: str, world: str = WORLD) -> Facts:
    return examine([Source("deal.policy", world + clauses)]).facts


def answer(question: str, clauses: str) -> str:
    return ask(question, examine([Source("deal.policy", WORLD + clauses)])).answers[0].verdict


def test_engine_and_reference_judge_whom_a_phrase_means() -> None:
    text = "1: Acme may use diary about customers. 2: Acme must not use report about customers."
    both = "customers among children"
    assert verdict(text, data="diary", people=both) == "permitted"
    assert verdict(text, data="report", people=both) == "forbidden"
    assert verdict(text, data="diary", people="customers") == "uncovered"
    assert verdict(text, data="diary", people="children") == "uncovered"


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        (GRANT, "permitted"),
        (GRANT + BAN, "forbidden"),
        (BAN, "forbidden"),
        (GRANT.replace("records", "records except about children"), "permitted"),
        (GRANT + BAN.replace("records", "personal data"), "forbidden"),
        (GRANT + BAN.replace("children", "residents"), "permitted"),
    ],
)
def test_a_question_about_them_is_answered_by_what_is_said_of_either(clauses: str, expected: str) -> None:
    if "except" in clauses:
        clauses, expected = (
            "1: Globex may share records with the auditor for support except about children.\n",
            "uncovered",
        )
    if "residents" in clauses:
        clauses = f"Residents are people.\n{clauses}"
    assert answer(QUESTION, clauses) == expected


def test_what_is_said_of_all_customers_holds_for_them_too() -> None:
    all_of_them = QUESTION.replace(" about children", "")
    assert answer(all_of_them, GRANT) == "permitted"
    assert answer(all_of_them, GRANT + BAN) == "unknown"


def test_that_there_may_be_such_people_is_taken_as_given() -> None:
    (met,) = facts(GRANT + BAN).met
    assert met.concept.text == "children among customers"
    assert met.concept.kind is Kind.PEOPLE
    assert facts(GRANT).met == ()


@pytest.mark.parametrize("known", ["Customers include children.", "Pupils are children and customers."])
def test_where_somebody_is_known_to_be_both_nothing_is_assumed(known: str) -> None:
    assert facts(GRANT + BAN, known + WORLD).met == ()


def test_a_file_that_speaks_of_them_meets_those_that_speak_of_either() -> None:
    found = facts(GRANT + BAN)
    closure = found.closure(found.agreements[0])
    (mask,) = {norm.region.masks[Side.PEOPLE] for norm in found.norms if norm.bans}
    either = union(closure.universe.bit(each) for each in (found.met[0].people, found.met[0].others))
    assert with_both(mask, closure) == mask | either
    assert with_both(-1, closure) == -1


def test_the_reading_says_among_whom() -> None:
    found = facts(GRANT + BAN)
    document = found.agreements[0]
    reader = Reader(document, found.closure(document), found.shipped)
    lines = [f"{line.aspect}: {line.words}" for line in reader.read(document.clauses[1])]
    assert "about whom: about children among the customers" in lines


def test_versions_are_compared_in_the_light_of_what_either_says() -> None:
    old, new = (Inputs([Source("deal.policy", WORLD + text)]) for text in (GRANT, GRANT + BAN))
    seen = {(each.before.value, each.after.value) for each in compare(old, new).found.changes}
    assert seen == {("permitted", "forbidden"), ("uncovered", "forbidden")}
    assert not compare(new, new).found.changes
