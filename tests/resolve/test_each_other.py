"""*With each other*, *there is*, and *them* in a time: words that point at what the sentence names."""

import pytest

from policyc.model.document import Modality
from tests.resolve.spoken import line, problem, provisions, told

CASES = {
    "Acme and Globex must cooperate with each other.": [
        "cooperate | with whom: globex",
        "cooperate | with whom: acme",
    ],
    "Neither Acme nor Globex may share records with one another.": [
        "share | record | with whom: globex",
        "share | record | with whom: acme",
    ],
    "The parties must notify each other of breaches.": ["notify | breach | with whom: the other party"],
    "Globex must delete records unless there is a legal obligation.": [
        "delete | record | on which condition: not legal obligation"
    ],
    "If there has been a breach, Globex must notify Acme.": ["notify | with whom: acme | on which condition: breach"],
    "Globex must encrypt records before publishing them.": ["encrypt | record | before globex publish record"],
    "Globex must encrypt records and old records before publishing them.": [
        "encrypt | record + old record | before globex publish record | before globex publish old record"
    ],
    "Globex must delete records if a customer requests it.": ["delete | record | on which condition: customer request"],
    "Globex must notify customers before contacting them.": [
        "notify | with whom: customer | before globex contact customer"
    ],
    "Globex must record the reason for each disclosure.": ["record | reason for disclosure"],
    "Globex must document the grounds for the refusal.": ["note down | grounds for refusal"],
    "Globex must not give access to records to vendors.": ["admit | record | with whom: vendor"],
    "Neither party may give vendors access to records.": ["admit | record | with whom: vendor"],
    "No vendor may provide third parties with records.": ["provide | record | with whom: third parties"],
    "Globex must limit the disclosure of records to vendors under confidentiality.": [
        "share | record | only with whom: vendor | only on which condition: confidentiality"
    ],
    "Globex must limit processing of records to Germany.": ["process | record | only where: germany"],
    "Globex must limit the transfer of records to Germany.": ["transfer | record | only where: germany"],
}
REFUSED = {
    "The auditor, Acme and Globex must share records with each other.": "here it is open who they are",
    "Globex must share records with each other.": "here it is open who they are",
    "Globex must limit access to records to vendors if required by law.": "can be read in two ways: when they may",
    "Globex must limit use of records to vendors if required by law.": "can be read in two ways: when they may",
}


@pytest.mark.parametrize("sentence", CASES)
def test_what_points_is_told(sentence: str) -> None:
    assert told(sentence) == CASES[sentence]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_points_at_nobody_is_refused(sentence: str) -> None:
    assert REFUSED[sentence] in problem(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Those of its employees may access records.",
        "Access to records is limited to those of its employees with consent.",
    ],
)
def test_who_is_said_by_whose_they_are_is_nobodys_owner(sentence: str) -> None:
    assert "is not declared" in problem(sentence)


def test_only_some_may_use_what_use_is_limited_to() -> None:
    ensured = [each.ensured for each in provisions("Globex must limit use of records to vendors with consent.")]
    assert [line(each) for each in ensured if each] == [
        "use | record | only on which condition: consent",
        "use | record",
    ]
    assert [each.modality for each in ensured if each] == [Modality.PERMISSION, Modality.BAN]
