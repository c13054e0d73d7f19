"""Verbs as they are meant of what they are done to; who is told and given what."""

import pytest

from tests.resolve.spoken import told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Globex may retain the auditor for support.", "engage | with whom: auditor | for what: support"),
        ("Globex may use subprocessors.", "engage | with whom: subprocessor"),
        ("Globex must train its personnel.", "educate | with whom: personnel of globex"),
        ("Parents may inspect education records.", "access | education record"),
        ("Acme may inspect Globex.", "audit | with whom: globex"),
        ("Globex must keep records in strict confidence.", "protect | record | on which condition: strict confidence"),
        ("Globex must keep records confidential.", "protect | record"),
        ("Globex must not keep records in confidence.", "keep | record | on which condition: confidential manner"),
        ("Globex must keep records for support.", "keep | record | for what: support"),
        ("Globex must notify Acme and the auditor of a breach.", "notify | breach | with whom: acme + auditor"),
        ("Globex must notify Acme, the auditor.", "notify | with whom: acme + auditor"),
        ("Globex must notify Acme of each new subprocessor.", "notify | news of new subprocessor | with whom: acme"),
        ("Globex must give notice to Acme of a breach.", "notify | breach | with whom: acme"),
        (
            "Globex must give written notice of a breach to Acme.",
            "notify | breach | with whom: acme | on which condition: written form",
        ),
        ("Globex must give prior notice to Acme.", "provide | prior notice | with whom: acme"),
        ("Globex must be liable for its subprocessors.", "answer for | acts of subprocessors of globex"),
        (
            "Globex shall remain fully liable to Acme for the acts of its subprocessors.",
            "answer for | acts of subprocessors of globex | with whom: acme",
        ),
        ("Globex must answer for its subprocessors.", "answer for | acts of subprocessors of globex"),
        ("Globex must delete records and destroy all copies.", "delete | record"),
        ("Globex must indemnify Acme for losses.", "indemnify | loss | with whom: acme"),
        ("Acme may terminate for material breach.", "terminate | after material breach of contract"),
        ("Globex must not sell records for money.", "sell | record | on which condition: for money"),
        ("Globex must delete records at the choice of Acme.", "delete | record | on which condition: choice of acme"),
        (
            "Globex may process records only on documented instructions from Acme.",
            "process | record | only on which condition: documented instructions of acme",
        ),
        ("Globex must not store records on portable devices.", "store | record | where: portable device"),
        (
            "Globex must impose the same obligations on subprocessors.",
            "bind | same obligation | with whom: subprocessor",
        ),
        ("Globex may display records to the auditor.", "admit | record | with whom: auditor"),
        ("Globex must assess each subprocessor.", "audit | with whom: subprocessor"),
        ("Globex may display records for support.", "display | record | for what: support"),
        ("Acme may inspect the premises of Globex.", "audit | premises of globex"),
    ],
)
def test_what_is_meant(sentence: str, expected: str) -> None:
    assert told(sentence)[0] == expected


def test_bare_copies_are_those_of_the_data_that_the_sentence_names() -> None:
    assert told("Globex must delete records and destroy all copies.") == [
        "delete | record",
        "destroy | copies of record",
    ]
    assert told("Globex must destroy all copies.") == ["destroy | copied data"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Globex shall not use records about a patient or their family.",
            "use | record | about whom: patient + family of patient",
        ),
        (
            "Globex must notify customers of the loss of their records.",
            "notify | loss of records of customer | with whom: customer",
        ),
        ("Globex must delete their records.", "delete | records of globex"),
    ],
)
def test_their_means_the_people_named_before(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]
