"""What `including` names behind an exception: more of what is excepted, or something of what is left."""

import pytest

from tests.resolve.spoken import problem, told

DEFINITIONS = "Remote support is support. Old vendors are vendors.\n"


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        (
            "1: Globex must not use records for any purpose other than support, including marketing.",
            "use | record | for what: purpose without support + marketing without support",
        ),
        (
            "1: Globex must not use records for any purpose other than for support, including marketing.",
            "use | record | for what: purpose + marketing | except for what: support",
        ),
        (
            "1: Globex may use records for any purpose other than marketing, including support.",
            "use | record | for what: purpose without marketing + support without marketing",
        ),
        (
            "1: Globex must not use records for any purpose other than support, including remote support and marketing.",
            "use | record | for what: purpose without support + remote support"
            " + marketing without support + remote support",
        ),
        (
            "1: Globex must delete all personal data other than records, including health data.",
            "delete | personal data without record + health data without record",
        ),
        (
            "1: Globex must not use records for any purpose except for support, including remote support.",
            "use | record | for what: purpose | except for what: support + remote support",
        ),
        (
            "1: Globex must not share records with anyone other than vendors, including old vendors.",
            "share | record | with whom: anyone without vendor + old vendor",
        ),
        (
            "1: Globex must not share records except to its personnel, including contractors.",
            "share | record | except with whom: personnel of globex + contractor",
        ),
    ],
)
def test_an_inclusion_illustrates_what_it_is_a_kind_of(sentence: str, meant: str) -> None:
    assert told(sentence, DEFINITIONS) == [meant]


@pytest.mark.parametrize(
    "exception",
    [
        "with anyone other than Acme, including its affiliates",
        "for any purpose except support, including marketing",
        "for any purpose except for support, including marketing",
    ],
)
def test_an_inclusion_that_may_illustrate_both_is_refused(exception: str) -> None:
    found = problem(f"1: Globex must not share records {exception}.")
    assert found.startswith("broken-sentence: `including")
    assert "two ways" in found
