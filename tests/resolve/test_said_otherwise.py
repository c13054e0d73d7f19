"""Forms of sentences that lawyers use for what the language says in another way."""

import pytest

from tests.resolve.spoken import problem, provisions, told

DEFINED = "Research is a purpose. Vendors are parties. Securely is a manner.\n"

CASES = {
    "Globex must return or securely delete records.": [
        "return | record",
        "delete | record | on which condition: securely",
    ],
    "Globex will also notify Acme.": ["notify | with whom: acme"],
    "Globex shall not sell records, nor use or share them for research.": [
        "sell | record",
        "use share | record | for what: research",
    ],
    "Globex will not sell records, will not rent records and will not share records with Acme.": [
        "sell | record",
        "rent | record",
        "share | record | with whom: acme",
    ],
    "Globex must encrypt records and, if required by law, delete records.": [
        "encrypt | record",
        "delete | record | on which condition: required by law",
    ],
    "Globex may use records only for support and only for research.": [
        "use | record | only for what: support + research"
    ],
    "Globex may use records only for support or to comply with law.": [
        "use | record | only for what: support",
        "use | record | only for what: legal compliance",
    ],
    "Globex may keep records to comply with the instructions of Acme.": [
        "keep | record | for what: complying with instructions of acme"
    ],
    "Globex shall not share records unless approved by Acme or required by law.": [
        "share | record | on which condition: not approval of acme or required by law"
    ],
    "Globex shall not share records unless approved in writing by Acme.": [
        "share | record | on which condition: not written approval of acme"
    ],
    "Globex must delete records if requested by Acme.": ["delete | record | on which condition: request of acme"],
    "Globex may use records only as instructed by Acme.": [
        "use | record | only on which condition: instruction of acme"
    ],
    "Globex may share records with or without notice.": ["share | record | even on which condition: notice"],
    "Globex may share records if no consent has been given.": ["share | record | on which condition: not consent"],
    "Globex remains fully liable to Acme for acts of its vendors.": [
        "answer for | acts of vendors of globex | with whom: acme"
    ],
    "Globex shall remain liable for its vendors.": ["answer for | acts of vendors of globex"],
    "Globex must delete records within a maximum period of 180 days.": ["delete | record"],
    "Globex must forward a request of a data subject to Acme.": ["forward | data subject request | with whom: acme"],
    "Globex must delete records at the option of Acme.": ["delete | record | on which condition: option of acme"],
    "Globex must allow customers to access records and to export records.": ["access | record", "export | record"],
}


@pytest.mark.parametrize("sentence", CASES)
def test_what_is_said_in_another_way(sentence: str) -> None:
    assert [each.replace('"', "") for each in told(sentence, DEFINED)] == CASES[sentence]


def test_whose_opinion_it_is_is_kept_and_shown() -> None:
    (found,) = provisions("If, in its reasonable opinion, a breach has occurred, Globex must notify Acme.")
    assert found.remarks == ("in its reasonable opinion",)
    (found,) = provisions("Globex must notify Acme if, in the opinion of Acme, a breach has occurred.")
    assert found.remarks == ("in the opinion of acme",)


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("Globex may use records nor sell records.", "`nor` stands behind something"),
        ("Only vendors remain responsible for records.", "these may, and nobody else"),
    ],
)
def test_what_makes_no_sense_is_refused(sentence: str, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        problem(sentence, DEFINED)
