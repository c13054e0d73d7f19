"""Whom *it*, *their* and *his or her* mean where people, or several, stand in a condition."""

import pytest

from tests.resolve.spoken import problem, provisions, told

THEIRS = {
    "If a customer withdraws consent, Globex shall delete their records.": "records of customer",
    "If a customer withdraws consent, Globex shall delete his or her records.": "records of customer",
    "If customers withdraw consent, Globex shall delete their records.": "records of customer",
    "Upon request of a customer, Globex shall delete their records.": "records of customer",
    "At the request of a customer, Globex shall delete their records.": "records of customer",
    "Globex shall delete their records if a customer objects.": "records of customer",
    "If customers withdraw consent, employees shall delete their records.": "records of customer",
    "If a customer objects, the parties shall delete their records.": "records of customer",
    "If customers object, employees shall inform their representatives.": "representatives of employee",
    "Globex shall ensure that its employees do not share records with their families.": "families of employees of globex",
    "Globex shall delete its records if a customer objects.": "records of globex",
    "Globex shall delete their records.": "records of globex",
    "If Acme objects, customers may delete their records.": "records of customer",
    "If a breach occurs, Globex shall delete their records.": "records of globex",
}
TWO = [
    "If a customer objects, Globex shall not contact vendors about their objection.",
    "If customers object, employees shall delete their devices.",
    "If a customer objects, Globex shall notify their representatives.",
    "If a customer objects or a patient asks, Globex shall delete their devices.",
    "Globex shall delete his records.",
    "Globex shall delete his records if a customer or a patient objects.",
]


def keys(sentence: str) -> str:
    """Every key that a sentence comes to."""
    (provision,) = provisions(sentence, "Patients are people. Devices are things.\n")
    told_of = provision.ensured or provision
    terms = [*(told_of.object.terms if told_of.object else ())]
    terms += [term for limit in told_of.limits if limit.names for term in limit.names.terms]
    return ", ".join(getattr(term.value, "key", "") for term in terms)


@pytest.mark.parametrize("sentence", THEIRS)
def test_what_is_theirs_is_the_peoples(sentence: str) -> None:
    assert THEIRS[sentence] in keys(sentence).split(", ")


@pytest.mark.parametrize("sentence", TWO)
def test_whose_nobody_can_tell_is_refused(sentence: str) -> None:
    found = problem(sentence, "Patients are people. Devices are things.\n")
    assert "may mean `" in found or "does not say whose" in found


IT = {
    "Where a customer exercises a right against Globex, it shall notify Acme.": "Globex",
    "If a customer requests access from Globex, it shall notify Acme.": "Globex",
    "If Globex receives a request from Acme, it shall delete records.": "Globex",
    "If Globex receives a request from the regulator, it shall delete records.": "Globex",
    "If Globex becomes aware of a breach, it shall notify Acme.": "Globex",
    "If Globex is audited by the regulator, it shall notify Acme.": "Globex",
    "If a subprocessor discovers a breach, it shall notify Acme.": "Subprocessor",
    "If Globex uses the customer's records, it shall notify Acme.": "Globex",
    "If Globex uses records or discovers a breach, it shall notify Acme.": "Globex",
    "If Acme sells records, they shall notify Globex.": "Acme",
}


@pytest.mark.parametrize("sentence", IT)
def test_who_acts_where_only_a_pronoun_says_so(sentence: str) -> None:
    (provision,) = provisions(sentence)
    assert str(provision.bearer.terms[0].value) == IT[sentence]


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("If the regulator audits Globex, it shall notify Acme.", "may mean `regulator` or `Globex`"),
        ("If the regulator contacts a party, it shall inform the other party.", "may mean `regulator` or `party`"),
        ("If a third party sues a party, it shall inform the other party.", "may mean `third party` or `party`"),
        ("If Acme asks Globex for access, it shall delete records.", "may mean `Acme` or `Globex`"),
        ("If the regulator requests records, it shall notify Acme.", "would be `regulator`"),
        ("If a third party requests records, it shall notify Acme.", "would be `third party`"),
        ("If a customer withdraws consent, it shall delete records.", "people are not `it`"),
    ],
)
def test_it_that_nobody_can_tell_is_refused(sentence: str, why: str) -> None:
    assert why in problem(sentence)


def test_who_must_do_it_is_told_once() -> None:
    assert told("Where a customer exercises a right against Globex, it shall notify Acme.") == [
        "notify | with whom: acme | on which condition: customer exercise right against globex"
    ]
