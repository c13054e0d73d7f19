"""What others must not, may or must do as well, said between the verb and what it is done to."""

import pytest

from policyc.model.document import Provision
from tests.resolve.spoken import line, problem, provisions

VENDORS = "Vendors are parties.\n"


def said(sentence: str) -> list[str]:
    """What a sentence comes to, with who does it, and what has to be ensured."""
    return [whole(each) for each in provisions(sentence, VENDORS)]


def whole(provision: Provision) -> str:
    """Who, modality and what; of what is ensured."""
    if provision.ensured is not None:
        return f"ensure {whole(provision.ensured)}"
    who = " + ".join(term.text for term in provision.bearer.terms)
    return f"{who} {provision.modality.value}: {line(provision)}"


CASES = {
    "Globex shall not access, or allow vendors to access, records except for support.": [
        "Globex must not: access | record | except for what: support",
        "ensure vendors must not: access | record | except for what: support",
    ],
    "Globex shall not sell, rent, or allow any third party to use records.": [
        "Globex must not: sell rent | record",
        "ensure any third party must not: use | record",
    ],
    "Globex must delete, and require its vendors to delete, records.": [
        "Globex must: delete | record",
        "ensure its vendors must: delete | record",
    ],
    "Globex may use, and permit its vendors to use, records for support.": [
        "Globex may: use | record | for what: support",
        "vendors of Globex may: use | record | for what: support",
    ],
    "Globex must not, and must not permit vendors to, sell records.": [
        "Globex must not: sell | record",
        "ensure vendors must not: sell | record",
    ],
    "Globex shall not (and shall not allow Acme or vendors to) sell records.": [
        "Globex must not: sell | record",
        "ensure Acme + vendors must not: sell | record",
    ],
    "Globex shall not, and shall ensure that its vendors do not, sell records.": [
        "Globex must not: sell | record",
        "ensure its vendors must not: sell | record",
    ],
    "Globex shall not, and shall cause its vendors not to, sell records.": [
        "Globex must not: sell | record",
        "ensure its vendors must not: sell | record",
    ],
    "Globex shall not, or permit vendors to, sell records.": [
        "Globex must not: sell | record",
        "ensure vendors must not: sell | record",
    ],
    "Globex may, and shall ensure that its vendors may, use records.": [
        "Globex may: use | record",
        "ensure its vendors may: use | record",
    ],
    "Globex shall not cause or permit vendors to sell records.": ["ensure vendors must not: sell | record"],
    "Globex may permit or require Acme to delete records.": [
        "Acme may: delete | record",
        "Acme must: delete | record | after request of globex",
    ],
}


@pytest.mark.parametrize("sentence", CASES)
def test_what_is_interposed(sentence: str) -> None:
    assert said(sentence) == CASES[sentence]


def test_one_of_two_duties_is_enough() -> None:
    assert [
        each.either for each in provisions("Globex must delete, or cause vendors to delete, records.", VENDORS)
    ] == [
        True,
        True,
    ]
    assert [
        each.either for each in provisions("Globex shall, or shall cause vendors to, delete records.", VENDORS)
    ] == [
        True,
        True,
    ]


def test_an_attempt_is_the_act() -> None:
    (found,) = provisions("Globex must not access, or attempt to access, records.")
    assert line(found) == "access | record"
    assert found.remarks == ("or attempt to",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Globex shall not use, or encourage vendors to use, records.",
        "Neither Globex nor Acme shall use, or permit vendors to use, records.",
        "Globex shall not, and shall not permit vendors to, sell records and must not share records.",
    ],
)
def test_what_cannot_be_told_apart_is_refused(sentence: str) -> None:
    assert "stands between a verb and what that is done to" in problem(sentence, VENDORS)
