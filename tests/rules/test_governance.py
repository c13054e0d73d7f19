"""The rules on order and governance: cases beyond their pages."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source
from tests.rules.road import found as found_by
from tests.rules.road import levels

PARTIES = "Acme is a bank. Globex is a platform. Initech is a processor.\n"
BODY = "1: Globex may use location data for research.\n2: Globex must not use location data for analytics.\n"


def found(text: str) -> list[Finding]:
    findings = examine([Source("deal.policy", PARTIES + text)]).findings.found
    return [finding for finding in findings if finding.rule == "precedence-cycle"]


def test_a_clause_and_a_sentence_can_close_a_circle() -> None:
    text = 'agreement "Deal" between Acme and Globex.\n' + BODY.replace("2: Globex", "2: Despite 1, Globex")
    (finding,) = found(text + "Clause 1 prevails over clause 2.\n")
    assert finding.primary.quote == "Clause 1 prevails over clause 2"
    assert [evidence.clause for evidence in finding.related] == ["2"]


def test_despite_anything_closes_a_circle_only_with_another_sentence() -> None:
    first = "1: Despite anything in this agreement, Globex may use location data for research.\n"
    second = "2: Despite anything in this agreement, Globex must not use location data for analytics.\n"
    header = 'agreement "Deal" between Acme and Globex.\n'
    assert found(header + first + second) == []
    plain = "2: Globex must not use location data for analytics.\n"
    assert len(found(header + first + plain + "Clause 2 prevails over clause 1.\n")) == 1


def test_a_circle_of_clauses_in_two_documents_is_a_warning() -> None:
    one = 'agreement "One" between Acme and Globex.\n' + BODY + 'Clause 1 prevails over "Two".\n'
    two = 'agreement "Two" between Acme and Globex.\n' + BODY + '"Two" prevails over "One".\n'
    assert found(one + two) == []
    closing = 'agreement "Two" between Acme and Globex.\n' + BODY + 'Clause 1 prevails over "One".\n'
    (finding,) = found(one + closing)
    assert finding.severity.value == "warning"


def test_an_amendment_below_what_it_amends_is_a_circle() -> None:
    one = 'agreement "One" between Acme and Globex.\n' + BODY + 'This agreement prevails over "Two".\n'
    (finding,) = found(one + 'agreement "Two" between Acme and Globex, amends "One".\n' + BODY)
    assert finding.severity.value == "warning"
    assert len(finding.related) == 1


def test_any_other_agreement_means_those_between_the_same_parties() -> None:
    over = BODY + "This agreement prevails over any other agreement.\n"
    one = 'agreement "One" between Acme and Globex.\n' + over
    assert len(found(one + 'agreement "Two" between Acme and Globex.\n' + over)) == 1
    assert found(one + 'agreement "Two" between Acme and Initech.\n' + over) == []
    assert found(one + 'agreement "Two" between Acme and Globex, is a template.\n' + over) == []
    assert found(one + 'policy "House rules".\n') == []
    assert found(one + 'agreement "Two" between Acme and Globex, amends "Three".\n' + BODY) == []


# silent-amendment


@pytest.mark.parametrize(
    "clause",
    [
        "1: Globex may amend this agreement with prior notice.",
        "1: Globex may amend this agreement on 10 days' notice.",
        "1: Globex may amend this agreement with approval.",
        "1: Globex may amend this agreement if required by law.",
        '1: Globex may amend this agreement if "the board so decides".',
        "1: Globex may amend the product.",
        "1: Globex must amend this agreement.",
        "1: The parties may amend this agreement.",
        "1: Globex may amend this agreement.\n2: Globex must notify Acme before an amendment.",
        "1: Globex may amend this agreement.\n2: Globex must not amend this agreement without notice.",
    ],
)
def test_these_amendments_are_not_silent(clause: str) -> None:
    assert found_by("silent-amendment", 'agreement "Deal" between Acme and Globex.\n' + clause) == []


@pytest.mark.parametrize(
    "clause",
    [
        "1: Globex may amend this agreement with sole discretion.",
        "1: Globex may modify the privacy policy with deemed acceptance.",
        "1: Globex may amend this agreement.\n2: Acme must notify Globex before an amendment.",
    ],
)
def test_these_are(clause: str) -> None:
    found_here = found_by(
        "silent-amendment", 'agreement "Deal" between Acme and Globex.\n' + clause.replace("modify", "amend")
    )
    assert levels(found_here) == ["warning"]


# not-in-force


def test_many_requirements_are_counted() -> None:
    rules = "".join(f"R{n}: No agreement may provide that a bank may sell contact data.\n" for n in range(5))
    text = f'policy "Rules" from 2020-01-01.\n{rules}agreement "Deal" between Acme and Globex, from 2018-01-01, using "Rules".\n1: Acme may use contact data.'
    (finding,) = found_by("not-in-force", text)
    assert "its 5 requirements are not asked of it" in finding.message
