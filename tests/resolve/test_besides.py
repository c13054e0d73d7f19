"""`and` between phrases: one list, another way, one more duty, or a pause."""

import pytest

from tests.resolve.spoken import problem, told

DEFINED = "Research is a purpose. Vendors are parties.\n"

ONE_LIST = {
    "Globex may use records for support and for research.": ["use | record | for what: support + research"],
    "Globex may use records only for support, and for research.": ["use | record | only for what: support + research"],
    "Globex must not share records with Acme, and with vendors.": ["share | record | with whom: acme + vendor"],
    "Globex may store records in Germany and in France with consent.": [
        "store | record | where: germany + france | on which condition: consent"
    ],
    "Globex must not share records except with Acme, and with vendors.": [
        "share | record | except with whom: acme + vendor"
    ],
    "Globex may use records, and share them with vendors, for support and for research.": [
        "use | record | for what: support + research",
        "share | record | with whom: vendor | for what: support + research",
    ],
}
OTHER_WAYS = {
    "Acme may audit Globex once a year, and at any time after a breach.": [
        "audit | with whom: globex",
        "audit | with whom: globex | after breach",
    ],
    "Acme may audit Globex at most once every year and whenever a breach occurs.": [
        "audit | with whom: globex",
        "audit | with whom: globex | on which condition: breach",
    ],
    "Acme may audit Globex once a year, and in addition after a breach.": [
        "audit | with whom: globex",
        "audit | with whom: globex | after breach",
    ],
    "Globex may use records for support, and with consent for research.": [
        "use | record | for what: support",
        "use | record | on which condition: consent | for what: research",
    ],
    "Globex may share records with Acme for support and with vendors for research, under confidentiality.": [
        "share | record | with whom: acme | for what: support | on which condition: confidentiality",
        "share | record | with whom: vendor | for what: research | on which condition: confidentiality",
    ],
    "Globex may use records only for support, and with consent for research.": [
        "use | record | only for what: support",
        "use | record | on which condition: consent | only for what: research",
    ],
    "Globex may keep records until termination, and for 30 days after termination.": [
        "keep | record | until termination",
        "keep | record | after termination",
    ],
}
DUTIES = {
    "Globex must provide Acme with a report annually and upon request.": [
        "provide | written report | with whom: acme",
        "provide | written report | with whom: acme | after request",
    ],
    "Globex must report within 24 hours after a breach, and every month.": ["report | after breach", "report"],
    "Globex must delete records within 30 days after termination and within 10 days after a request of Acme.": [
        "delete | record | after termination",
        "delete | record | after request of acme",
    ],
    "Globex agrees to delete records and to notify Acme.": ["delete | record", "notify | with whom: acme"],
    "Globex agrees to delete records, and agrees to report and to notify Acme.": [
        "delete | record",
        "report",
        "notify | with whom: acme",
    ],
}
PAUSES = {
    "Globex must notify Acme within 24 hours and in writing.": [
        "notify | with whom: acme | on which condition: written form"
    ],
    "Globex may use records only for support, and only with consent.": [
        "use | record | only for what: support | only on which condition: consent"
    ],
    "Globex must not share records with vendors without consent, and without notice to Acme.": [
        "share | record | with whom: vendor | on which condition: not consent | on which condition: not notice to acme"
    ],
    "Globex must notify Acme after a breach, and if required by law.": [
        "notify | with whom: acme | on which condition: required by law | after breach"
    ],
    "For support and in Germany, Globex may use records.": ["use | record | for what: support | where: germany"],
    "Globex must notify Acme promptly, and in any event within 24 hours after a breach.": [
        "notify | with whom: acme | after breach"
    ],
}


@pytest.mark.parametrize(
    ("sentence", "read"), [(each, read) for some in (ONE_LIST, DUTIES, PAUSES) for each, read in some.items()]
)
def test_what_and_joins(sentence: str, read: list[str]) -> None:
    assert [each.replace('"', "") for each in told(sentence, DEFINED)] == read


@pytest.mark.parametrize("sentence", [each for each, read in OTHER_WAYS.items()])
def test_what_is_said_again_is_another_way(sentence: str) -> None:
    assert [each.replace('"', "") for each in told(sentence, DEFINED)] == OTHER_WAYS[sentence]


def test_what_others_have_to_do_and_to_do_as_well() -> None:
    assert len(told("Globex must require vendors to delete records and to notify Acme.", DEFINED)) == 2
    assert len(told("Globex must ensure that vendors use records for support and for research.", DEFINED)) == 1


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Globex may use records for support, and for research with consent.", "with consent"),
        ("Acme may audit Globex once a year, and after a breach on 30 days' notice.", "on 30 days' notice"),
        ("Acme is entitled to access records for support and to correct records.", "and to correct records"),
    ],
)
def test_what_may_belong_to_both_or_to_the_last_is_refused(sentence: str, part: str) -> None:
    assert problem(sentence, DEFINED).startswith(f"broken-sentence: `{part}` can be read in two ways")
