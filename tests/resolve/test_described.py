"""Names with a description: who fits it is a kind of what it describes."""

import pytest

from policyc.source import Source
from policyc.syntax import parse
from tests.resolve.spoken import line, problem, provisions, resolved, told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Globex may share records only with personnel who need access to records.",
            "share | record | only with whom: personnel who need access to record",
        ),
        (
            "Globex may share records only with personnel who need access, for support.",
            "share | record | only with whom: personnel who need access | for what: support",
        ),
        ("Globex must not share records that identify customers.", "share | records that identify customer"),
        ("Globex may use information which is publicly available.", "use | publicly available information"),
        (
            "Globex may share records with anyone who needs access.",
            "share | record | with whom: anyone who needs access",
        ),
        (
            "Globex may share records with personnel who need access and the auditor.",
            "share | record | with whom: personnel who need access + auditor",
        ),
        (
            "Globex may share records only with vendors that are bound by the same terms, for support.",
            "share | record | only with whom: vendor | only on which condition: same term | for what: support",
        ),
        (
            "Globex may use records that are necessary for support.",
            "use | record | on which condition: necessary | for what: support",
        ),
        (
            "Globex may use records strictly necessary for support.",
            "use | record | on which condition: strictly necessary | for what: support",
        ),
        (
            "Globex must not collect records that are not necessary for support.",
            "collect | record | except on which condition: necessary",
        ),
        (
            "Globex must make available to Acme all information necessary to demonstrate compliance.",
            "provide | information necessary to demonstrate compliance | with whom: acme",
        ),
    ],
)
def test_a_description_makes_a_narrower_kind_or_says_what_a_phrase_says(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]


def test_what_safeguards_are_for_limits_nothing() -> None:
    (provision,) = provisions(
        "Globex must implement technical measures to protect records against unauthorised access."
    )
    assert line(provision) == "implement | security measure"
    assert provision.remarks == ("to protect records against unauthorised access",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Globex may share records with vendors who need them for support.",
        "Globex must not use data that are encrypted for support.",
        "Globex must notify customers whose records are lost.",
        "Globex must delete who needs access.",
    ],
)
def test_where_a_description_ends_must_be_plain(sentence: str) -> None:
    _, findings = parse(Source("deal.policy", sentence))
    assert [finding.rule for finding in findings.found] == ["stop-word"]


def test_nobody_is_described_by_an_act() -> None:
    assert problem("Globex must notify encrypt who needs access.").startswith("undeclared-name")


def test_persons_with_a_description_may_act() -> None:
    workspace, findings = resolved(
        'Acme is a company. Globex is a vendor. agreement "D" between Acme and Globex. '
        "Personnel who need access must keep personal data."
    )
    assert not findings.found
    (term,) = workspace.agreements[0].clauses[0].provision.bearer.terms
    assert term.text == "Personnel who need access"
