"""In what somebody is helped, and aims whose verb takes what it is about behind a preposition."""

import pytest

from tests.resolve.spoken import problem, told

SAME = [
    (
        "Globex must assist Acme in responding to requests from data subjects.",
        "Globex must assist Acme with requests from data subjects.",
    ),
    (
        "Globex must assist Acme in conducting data protection impact assessments.",
        "Globex must assist Acme with data protection impact assessments.",
    ),
    (
        "Globex must assist Acme in carrying out audits, data protection impact assessments and prior consultations.",
        "Globex must assist Acme with audits, data protection impact assessments and prior consultations.",
    ),
    (
        "Globex must provide assistance to Acme in responding to complaints.",
        "Globex must provide assistance to Acme with complaints.",
    ),
    ("Globex must assist Acme with responding to complaints.", "Globex must assist Acme with complaints."),
    (
        "Globex must cooperate with Acme in the investigation of breaches.",
        "Globex must cooperate with Acme with the investigation of breaches.",
    ),
    ("Globex must assist Acme in deleting records.", "Globex must assist Acme to delete records."),
    ("Globex must assist Acme in complying with the GDPR.", "Globex must assist Acme for legal compliance."),
    (
        "Globex must assist Acme in fulfilling its obligations under the GDPR.",
        "Globex must assist Acme for legal compliance.",
    ),
    (
        "Globex may use records to fulfil its obligations under the GDPR.",
        "Globex may use records for legal compliance.",
    ),
    (
        "Globex may use records only to comply with its obligations under applicable law.",
        "Globex may use records only for legal compliance.",
    ),
]


@pytest.mark.parametrize(("sentence", "same"), SAME, ids=[sentence for sentence, _ in SAME])
def test_it_reads_as_the_plain_sentence(sentence: str, same: str) -> None:
    assert told(sentence) == told(same)


@pytest.mark.parametrize(
    ("sentence", "aim"),
    [
        ("Globex may use records to respond to requests.", "for what: responding to request"),
        (
            "Globex may use records to respond to requests from data subjects.",
            "for what: responding to requests from data subject",
        ),
        (
            "Globex may use records to reply to complaints.",
            "for what: replying to complaint",
        ),
        ("Globex may use records to respond to requests, from Acme.", "for what: responding to request"),
    ],
)
def test_what_is_responded_to_belongs_to_the_purpose(sentence: str, aim: str) -> None:
    assert aim in told(sentence)[0].split(" | ")


@pytest.mark.parametrize(
    ("sentence", "unchanged"),
    [
        ("Globex must assist Acme in Germany.", "where: germany"),
        ("Globex must cooperate with Acme in good faith.", "on which condition: good faith"),
    ],
)
def test_places_and_manners_stay(sentence: str, unchanged: str) -> None:
    assert unchanged in told(sentence)[0]


def test_whose_help_is_meant_is_not_guessed() -> None:
    assert "its compliance" in problem("Globex must assist Acme in its compliance with the GDPR.")
