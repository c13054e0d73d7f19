"""Which phrases go with the noun that stands right before them, and which with the verb."""

import pytest

from tests.resolve.spoken import problem, told

JOINED = [
    ("Acme may monitor compliance with the safeguards.", "monitor | compliance with safeguard"),
    ("Globex may use records for support to Acme.", "use | record | for what: support to acme"),
    (
        "Globex must obtain parental consent before collection of data from children.",
        "obtain | parental consent | before collection of data from children",
    ),
    ("Globex will not share access to records with anyone else.", "admit | record | with whom: anyone"),
    (
        "Globex must notify Acme before a transfer of records to a third country.",
        "notify | with whom: acme | before transfer of records to third country",
    ),
    (
        "Globex must notify Acme of any request for disclosure of records by a public authority.",
        "notify | request for disclosure of records by public authority | with whom: acme",
    ),
    (
        "Globex must prevent the disclosure of records to third parties.",
        "prevent | disclosure of records to third party",
    ),
    ("Globex must prevent the use of records for advertising.", "prevent | use of records for advertising"),
    ("Globex must report the transfer of records outside the EEA.", "report | transfer of records outside eea"),
    (
        "Globex must notify Acme of changes to its subprocessors.",
        "notify | changes to subprocessors of globex | with whom: acme",
    ),
    ("Acme may object to changes to subprocessors.", "object | changes to subprocessor"),
    ("Acme may suspend access of Globex to records.", "suspend | access of globex to record"),
    (
        "Globex must not share records after unauthorised access to records.",
        "share | record | after unauthorised access",
    ),
    (
        "Globex may charge end users for access to their data.",
        "charge | access to data of end user | with whom: user",
    ),
    (
        "Globex must provide a report on the use of records to Acme.",
        "provide | report on use of record | with whom: acme",
    ),
    ("Globex must delete all communications with Acme.", "delete | communications with acme"),
    ("Globex shall keep records of its communication with Acme.", "keep | records of its communication with acme"),
    (
        "Globex must inform Acme of written communication with the regulator.",
        "notify | written communication with regulator | with whom: acme",
    ),
    (
        "Globex must disclose its correspondence with regulators to Acme.",
        "share | correspondence with regulators of globex | with whom: acme",
    ),
    (
        "Globex must share its correspondence with the regulator with Acme.",
        "share | correspondence with regulator of globex | with whom: acme",
    ),
    (
        "Globex must obtain approval before communication with customers.",
        "obtain | approval | before communication with customer",
    ),
    ("Globex may terminate its contract with a vendor.", "terminate | contract with vendor of globex"),
]
APART = [
    ("Globex must share its correspondence with Acme.", "share | correspondence of globex | with whom: acme"),
    ("Globex must sign a contract with vendors.", "sign | written contract | with whom: vendor"),
    ("Globex must forward communications from customers.", "forward | communications data | from whom: customer"),
    ("Globex must respond to a request for access.", "respond | request for access"),
    ("Globex may share records for support to Acme.", "share | record | for what: support | with whom: acme"),
    ("Globex must certify deletion of records to Acme.", "certify | deletion of record | with whom: acme"),
    (
        "Globex may, after a notice, object to a new subprocessor.",
        "object | on which condition: notice | with whom: new subprocessor",
    ),
    (
        "Globex must provide a letter to Acme on deletion of records.",
        "provide | letter | with whom: acme | on deletion of record",
    ),
    ("Globex must provide access to records to Acme.", "admit | record | with whom: acme"),
]


@pytest.mark.parametrize(("sentence", "expected"), JOINED)
def test_a_phrase_belongs_to_the_noun_before_it(sentence: str, expected: str) -> None:
    assert [each.lower() for each in told(sentence)] == [expected.lower()]


@pytest.mark.parametrize(("sentence", "expected"), APART)
def test_a_phrase_that_the_verb_needs_belongs_to_the_verb(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]


def test_who_is_told_and_who_is_given_must_be_plain() -> None:
    assert "can be read in two ways" in problem("Globex must report the disclosure of records to the auditor.")
