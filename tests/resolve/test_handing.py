"""What is said of who has to see to something, or lets it be done, is said of that; licences that may not be passed on."""

import pytest

from tests.resolve.spoken import document, line, name, problem, provisions
from tests.resolve.test_interposed import VENDORS, whole

CASES = {
    "If required by law, Globex must ensure that vendors delete records.": [
        "ensure vendors must: delete | record | on which condition: required by law"
    ],
    "Globex must, after a breach, require vendors to delete records.": [
        "ensure vendors must: delete | record | after breach"
    ],
    "Globex shall, if Acme agrees in writing, permit vendors to use records.": [
        "vendors may: use | record | on which condition: written approval of acme"
    ],
    "Globex may, with the approval of Acme, permit vendors to use records.": [
        "vendors may: use | record | on which condition: approval of acme"
    ],
    "Globex must not, without the approval of Acme, permit vendors to use records.": [
        "ensure vendors must not: use | record | on which condition: not approval of acme"
    ],
    "If a breach occurs, Globex must limit access to records to vendors.": [
        "ensure anyone must not: access | record | on which condition: breach"
    ],
    "Globex must, if required by law, prevent vendors from selling records.": [
        "ensure vendors must not: sell | record | on which condition: required by law"
    ],
    "Globex must, if required by law, refrain from selling records.": [
        "Globex must not: sell | record | on which condition: required by law"
    ],
    "Globex shall, if it sells records, require vendors to delete records.": [
        "ensure vendors must: delete | record | on which condition: globex sell record"
    ],
    "Globex may, at its own cost, permit its vendors to use records.": [
        "vendors of Globex may: use | record | on which condition: cost of globex"
    ],
    "Globex must ensure that only vendors may access records only for support.": [
        "ensure vendors may: access | record | only for what: support",
        "ensure anyone must not: access | record",
    ],
}


@pytest.mark.parametrize("sentence", CASES)
def test_it_is_said_of_what_others_do(sentence: str) -> None:
    found = [whole(each) for each in provisions(sentence, VENDORS + "Cost is a condition.\n")]
    assert found == CASES[sentence]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Within 5 days after a breach, Acme may require Globex to delete records.", "and not when it has to be done"),
        ("Gizmo may permit the auditor to use records.", "is not declared"),
    ],
)
def test_what_is_said_of_nobody_or_nothing_known_is_refused(sentence: str, expected: str) -> None:
    assert expected in problem(sentence)


@pytest.mark.parametrize("told", ["stop vendors from using records", "limit access to records to personnel"])
def test_who_stops_others_within_days_must_keep_them_from_it_from_then_on(told: str) -> None:
    (found,) = provisions(f"Globex must, within 5 days after a breach, {told}.", VENDORS)
    (same,) = provisions("Globex must, within 5 days after a breach, cease using records.")
    assert found.ensured is not None
    assert found.ensured.timing == same.timing


def test_an_order_belongs_to_what_others_do() -> None:
    (clause, _) = document(
        "1: Despite clause 2, Globex must ensure that the auditor deletes records. 2: Acme may use records."
    ).clauses
    assert clause.provision.ensured is not None
    assert (clause.provision.outranks, clause.provision.ensured.outranks) == ((), ("2",))


def test_prompt_notice_is_given_promptly() -> None:
    for sentence in (
        "Globex must give Acme prompt notice of a breach.",
        "Globex must give prompt notice to Acme of a breach.",
    ):
        (found,) = provisions(sentence)
        assert (line(found), found.timing.soft) == ("notify | breach | with whom: acme", "promptly")


def test_who_is_left_out_of_the_passive_is() -> None:
    (found,) = provisions("Globex must ensure that records are not accessed by anyone except the auditor.")
    assert found.ensured is not None
    assert [name(term) for term in found.ensured.bearer.terms] == ["anyone without auditor"]


def test_a_manner_may_begin_the_sentence() -> None:
    knowing = "Knowingly is a manner.\n"
    for sentence in ("Knowingly, records must not be sold by Globex.", "Knowingly, Globex must not sell records."):
        (found,) = provisions(sentence, knowing)
        assert line(found) == "sell | record | on which condition: knowingly"


def test_who_grants_leave_for_others_is_told() -> None:
    (found,) = provisions("Acme grants Globex the right to permit the auditor to use records.")
    assert found.remarks == ("granted by Acme",)


LICENCE = "Acme grants Globex a {} licence to use records for support."


@pytest.mark.parametrize(
    ("words", "bans", "remark"),
    [
        ("non-sublicensable", ["sublicense | record"], "a licence, granted by Acme"),
        (
            "non-transferable, non-sublicensable",
            ["assign | licence", "sublicense | record"],
            "a licence, granted by Acme",
        ),
        ("revocable and non-transferable", ["assign | licence"], "a revocable licence, granted by Acme"),
        ("non-exclusive, royalty-free", [], "a non-exclusive, royalty-free licence, granted by Acme"),
    ],
)
def test_a_licence_that_may_not_be_passed_on_forbids_that(words: str, bans: list[str], remark: str) -> None:
    grant, *rest = provisions(LICENCE.format(words))
    assert (line(grant), grant.remarks) == ("use | record | for what: support", (remark,))
    assert [line(each) for each in rest] == bans
    assert all(each.modality.value == "must not" for each in rest)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Globex must not use records to train AI models or develop products.",
            ["use | record | for what: ai training + product development"],
        ),
        (
            "Globex may use records to provide support or detect fraud.",
            ["use | record | for what: support + fraud detection"],
        ),
        (
            "Globex may use records to provide support and delete records.",
            ["use | record | for what: support", "delete | record"],
        ),
        ("Globex must not use records to improve services.", ["use | record | for what: product improvement"]),
        (
            "Acme may audit Globex to verify compliance with the GDPR.",
            ["audit | with whom: globex | for what: verifying compliance with gdpr"],
        ),
        ("Globex must demonstrate compliance with this agreement.", ["demonstrate | terms kept"]),
        ("Globex must not interfere with the audit.", ["interfere | running audit"]),
        (
            "Globex must not, without consent, tamper with access logs.",
            ["tamper | access log | on which condition: not consent"],
        ),
        ("Globex must not interfere with Acme.", ["interfere | with whom: acme"]),
        (
            "Globex must notify Acme in writing of a breach.",
            ["notify | breach | with whom: acme | on which condition: written form"],
        ),
        (
            "Globex must give Acme written notice of a breach.",
            ["notify | breach | with whom: acme | on which condition: written form"],
        ),
        ("Globex must give Acme notice.", ["notify | with whom: acme"]),
    ],
)
def test_what_stands_behind_a_verb_belongs_to_it(sentence: str, expected: list[str]) -> None:
    assert [line(each) for each in provisions(sentence)] == expected
