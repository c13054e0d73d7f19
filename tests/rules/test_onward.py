"""The rules on passing data on: cases beyond their pages."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source

PARTIES = (
    "Acme is a bank. Globex is a platform. Account data is financial data about customers. Customers are people.\n"
)
HEADER = 'agreement "Deal" between Acme and Globex.\n'
FLOW = "1: Acme may share account data with Globex for fraud detection.\n"


def found(rule: str, text: str) -> list[Finding]:
    findings = examine([Source("deal.policy", text)]).findings
    assert not [item for item in findings.unchecked if item.incomplete], findings.found
    return [finding for finding in findings.found if finding.rule == rule]


def onward(clauses: str, header: str = HEADER) -> list[Finding]:
    return found("onward-transfer-unaddressed", PARTIES + header + clauses)


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex must not share account data with anyone.",
        "2: Globex must not sell or disclose account data.",
        "2: Globex may share account data only with Acme.",
        "2: Globex may share account data with vendors under the same terms.",
        "2: Globex may engage subprocessors.",
        "2: Globex may authorise subprocessors.",
        "2: Globex must ensure that vendors may use account data only for fraud detection.",
        "2: Vendors must not use account data for advertising.",
        "2: Neither party may disclose account data.",
        "2: Globex must treat account data with confidential manner.",
        "2: Globex must protect confidentiality.",
    ],
)
def test_a_clause_on_passing_on_is_no_silence(clause: str) -> None:
    assert onward(FLOW + clause) == []


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex must not sell account data.",
        "2: Globex must not disclose account data for advertising.",
        "2: Globex may disclose account data to courts.",
        "2: Globex may disclose account data for legal compliance.",
        "2: Globex may share account data with Acme.",
        "2: Globex may disclose account data to its staff.",
        "2: Globex must not share scientific publications with anyone.",
        "2: Globex must not use account data for advertising.",
        "2: Globex need not share account data with vendors.",
        "2: Globex must ensure that personnel may use account data only for fraud detection.",
        "2: Acme must not share account data with anyone.",
    ],
)
def test_a_clause_on_something_else_leaves_it_open(clause: str) -> None:
    (finding,) = onward(FLOW + clause.replace("its staff", "staff"))
    assert "whether Globex may pass account data on to others" in finding.message


def test_a_ban_for_one_purpose_is_shown_as_evidence() -> None:
    (finding,) = onward(FLOW + "2: Globex must not disclose account data for advertising.")
    assert [evidence.clause for evidence in finding.related] == ["1", "2"]


def test_it_is_asked_of_whoever_gets_data_and_once_for_an_agreement() -> None:
    both = FLOW + "2: Globex may share location data with Acme for fraud detection."
    (finding,) = onward(both)
    assert "whether Globex or Acme may pass" in finding.message


def test_where_data_are_only_processed_one_clause_on_it_is_enough() -> None:
    shared = "1: Acme and Globex may use account data for fraud detection.\n"
    assert len(onward(shared)) == 1
    assert onward(shared + "2: Globex must not disclose account data to anyone.") == []


def test_an_agreement_that_hands_over_nothing_personal_is_left_alone() -> None:
    assert onward("1: Acme may share aggregate statistics with Globex for research.") == []
    assert onward("1: Acme may share account data with Globex for research if anonymised.") == []
    assert onward("1: Acme may share account data with vendors for research.") == []
    assert onward("1: Acme may share technical data with Globex for research.") == []


def test_what_is_incorporated_or_amended_is_read_too() -> None:
    body = 'agreement "Deal" between Acme and Globex, incorporates "Code".\n' + FLOW
    code = 'agreement "Code" between Acme and Globex.\n9: Globex must not disclose account data to anyone.\n'
    assert onward(body + code, header="") == []
    amendment = 'agreement "More" between Acme and Globex, amends "Deal".\n2: Globex may engage vendors.\n'
    assert onward(FLOW + amendment) == []
    silent = 'agreement "More" between Acme and Globex, amends "Deal".\n2: Globex may use account data for research.\n'
    (finding,) = onward(FLOW + silent)
    assert finding.primary.agreement == "Deal"


def test_nothing_is_known_of_what_a_missing_document_says() -> None:
    text = PARTIES + 'agreement "Deal" between Acme and Globex, incorporates "Code".\n' + FLOW
    assert not [f for f in examine([Source("a", text)]).findings.found if f.rule == "onward-transfer-unaddressed"]


def test_an_agreement_without_named_parties_asks_whoever_gets_the_data() -> None:
    (finding,) = onward("1: Acme may share account data with Globex for research.", header='agreement "Deal".\n')
    assert "Globex" in finding.message


# no-flowdown


def flowdown(clauses: str, header: str = HEADER) -> list[tuple[str | None, str]]:
    findings = found("no-flowdown", PARTIES + header + clauses)
    return [(finding.primary.clause, finding.severity.value) for finding in findings]


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex may share account data with vendors under equivalent obligations.",
        "2: Globex may share account data with vendors under a data processing agreement.",
        "2: Globex may share account data only with vendors if same terms accepted.",
        '2: Globex may share account data with vendors under "obligations no less strict".',
        "2: Globex may share account data with Acme.",
        "2: Globex may share account data with customers.",
        "2: Globex may share account data with counsel and auditors.",
        "2: Globex may share account data with courts and regulators.",
        "2: Globex may share account data with vendors under a court order.",
        "2: Globex may share account data with vendors for legal compliance.",
        "2: Globex may share account data with vendors if de-identified.",
        "2: Globex may share account data with vendors if already public.",
        "2: Globex may transfer account data in the United States.",
        "2: Globex may use and disclose account data only for fraud detection.",
        "2: Acme may share account data with vendors.",
        "2: Globex may share location data with vendors.",
        "2: Globex may engage auditors.",
    ],
)
def test_these_clauses_need_no_flowdown(clause: str) -> None:
    assert flowdown(FLOW + clause) == []


@pytest.mark.parametrize(
    "cure",
    [
        "3: Globex must ensure that vendors may use account data only for fraud detection.",
        "3: Globex must bind vendors.",
        "3: Globex must maintain a written contract with vendors.",
        "3: Globex must enter-contract with vendors under equivalent obligations.",
        "3: Vendors must delete account data after termination.",
        "3: Globex must ensure that downstream recipients may use account data only for research.",
        "3: Globex must not share account data with anyone except under the same terms.",
    ],
)
def test_another_clause_may_bind_the_recipients(cure: str) -> None:
    loose = FLOW + "2: Globex may share account data with vendors.\n"
    assert flowdown(loose) == [("2", "error")]
    assert flowdown(loose + cure) == []


def test_binding_some_of_the_recipients_is_not_enough() -> None:
    text = FLOW + "2: Globex may share account data with vendors and affiliates.\n3: Globex must bind affiliates.\n"
    assert flowdown(text) == [("2", "error")]


@pytest.mark.parametrize(
    "condition", ["with consent", "with prior approval", 'under "a contract"', "after data receipt"]
)
def test_a_condition_makes_it_a_warning(condition: str) -> None:
    assert flowdown(FLOW + f"2: Globex may share account data with vendors {condition}.") == [("2", "warning")]


def test_to_publish_is_to_give_to_outsiders() -> None:
    assert flowdown(FLOW + "2: Globex may publish account data.") == [("2", "error")]


def test_a_firm_that_has_data_from_people_is_no_recipient() -> None:
    header = 'agreement "Terms" between Globex and customers.\n'
    text = "1: Globex may use account data for analytics.\n2: Globex may share account data with partners.\n"
    assert flowdown(text, header) == []


# notice-shorter-than-objection


def notices(clauses: str) -> list[Finding]:
    return found("notice-shorter-than-objection", PARTIES + HEADER + clauses)


OBJECT = "2: Acme may object to new subprocessors within 30 days after notice of a new subprocessor.\n"


@pytest.mark.parametrize(
    "notice",
    [
        "1: Globex must notify Acme at least 10 business days before a change of subprocessors.",
        "1: Globex must notify Acme about subprocessor changes at least 2 weeks before use of the new subprocessor.",
        "1: Globex must notify Acme about new subprocessors on 14 days' notice.",
        "1: Globex may engage new subprocessors on 14 days' notice.",
    ],
)
def test_a_short_notice_is_found_however_it_is_said(notice: str) -> None:
    (finding,) = notices(notice + "\n" + OBJECT)
    assert finding.primary.clause == "1"
    assert "day 14" in (finding.witness or "")


@pytest.mark.parametrize(
    "notice",
    [
        "1: Globex must notify Acme at least 30 days before a change of subprocessors.",
        "1: Globex must notify Acme before a change of subprocessors.",
        "1: Globex must notify Acme at least 10 days after a change of subprocessors.",
        "1: Globex must notify customers at least 10 days before a change of subprocessors.",
        "1: Globex must notify Acme at least 10 days before a change of control.",
        "1: Acme must notify Globex at least 10 days before a change of subprocessors.",
        "1: Globex must not engage new subprocessors on 14 days' notice.",
    ],
)
def test_these_notices_are_no_fault(notice: str) -> None:
    assert notices(notice + "\n" + OBJECT) == []


def test_a_time_to_object_that_does_not_run_from_the_notice_is_not_compared() -> None:
    notice = "1: Globex must notify Acme at least 10 days before a change of subprocessors.\n"
    assert (
        notices(notice + "2: Acme may object to new subprocessors within 30 days after a subprocessor change.\n") == []
    )
    three = PARTIES + 'Initech is a processor.\nagreement "Deal" between Acme, Globex and Initech.\n' + notice
    for party, count in (("Globex", 1), ("Initech", 0)):
        objection = f"2: Acme may object to {party} within 30 days after receipt of notice.\n"
        assert len(found("notice-shorter-than-objection", three + objection)) == count


def test_what_the_objection_is_about_may_stand_in_a_condition() -> None:
    notice = "1: Globex must notify Acme at least 10 days before an amendment.\n"
    assert len(notices(notice + "2: Acme may object to an amendment within 30 days after receipt of notice.\n")) == 1
    other = "2: Acme may object within 30 days after receipt of notice if change of control and not emergency.\n"
    assert notices(notice + other) == []


def test_an_agreement_without_named_parties_has_one_side() -> None:
    notice = "1: Globex must notify Acme at least 10 days before a change of subprocessors.\n"
    (finding,) = found("notice-shorter-than-objection", PARTIES + 'agreement "Deal".\n' + notice + OBJECT)
    assert "one side" in finding.message


# law-exception-unbounded, change-of-control, unidentified-recipient, ban-vs-implied-share


def graded(rule: str, clauses: str) -> list[tuple[str | None, str]]:
    return [(each.primary.clause, each.severity.value) for each in found(rule, PARTIES + HEADER + FLOW + clauses)]


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex may disclose account data to courts with minimum necessary.",
        "2: Globex may disclose account data to courts on 5 days' notice.",
        "2: Globex may disclose account data if required by law.\n3: Globex must challenge demands.",
        "2: Globex may disclose account data if required by law.\n3: Globex must notify Acme after a legal demand.",
        "2: Globex may disclose account data if required by law.\n2: Globex must inform Acme before compelled disclosure.",
        "2: Acme may disclose account data if required by law.",
        "2: Globex may disclose location data if required by law.",
        "2: Globex may disclose account data to vendors.",
    ],
)
def test_the_law_is_bounded(clause: str) -> None:
    assert graded("law-exception-unbounded", clause) == []


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex may disclose account data if required by law.",
        "2: Globex must disclose account data to law enforcement if a court order exists.",
        "2: Globex may disclose account data to courts.\n3: Globex must notify Acme after a breach.",
        "2: Globex may disclose account data to courts.\n3: Acme must notify Globex after a legal demand.",
    ],
)
def test_the_law_is_unbounded(clause: str) -> None:
    assert graded("law-exception-unbounded", clause) == [("2", "note")]


@pytest.mark.parametrize(
    ("clause", "found_at"),
    [
        ("2: Globex may transfer account data to an acquirer.", [("2", "note")]),
        ("2: Globex may transfer account data to an acquirer with approval.", []),
        ("2: Globex may transfer account data to an acquirer on 30 days' notice.", []),
        ("2: Globex may transfer account data to an acquirer if required by law.", []),
        ('2: Globex may transfer account data to an acquirer if "the board agrees".', []),
        ("2: Globex may transfer location data to an acquirer.", []),
        ("2: Globex may transfer aggregate statistics to an acquirer.", []),
        ("2: Globex must not transfer account data to an acquirer.", []),
        ("2: Globex may transfer account data to an acquirer.\n3: Globex must ask Acme before a merger.", []),
        ("2: Globex may transfer account data to an acquirer.\n3: Acme must notify Globex before a merger.", [("2", "note")]),
    ],
)  # fmt: skip
def test_who_takes_over(clause: str, found_at: list[tuple[str, str]]) -> None:
    assert graded("change-of-control", clause) == found_at
    assert graded("no-flowdown", clause) == []


@pytest.mark.parametrize(
    ("clause", "found_at"),
    [
        ("2: Acme may share account data with partners.", [("2", "warning")]),
        ("2: Acme may share account data with anyone for research.", [("2", "note")]),
        ("2: Acme may share account data with third parties.", [("2", "warning")]),
        ("2: Acme may share account data with anyone except vendors.", []),
        ("2: Acme may share account data with partners and auditors.", []),
        ("2: Acme may share account data only with partners.", []),
        ("2: Acme may share account data with partners if approval.", []),
        ("2: Acme may share account data.", []),
        ("2: Globex may share account data with partners.", []),
        ("2: Acme may publish account data.", []),
        ("2: Acme may share account data with each party.", []),
    ],
)
def test_who_the_recipients_are(clause: str, found_at: list[tuple[str, str]]) -> None:
    assert graded("unidentified-recipient", clause) == found_at


BAN = "2: Globex must not disclose account data to "


@pytest.mark.parametrize(
    ("clause", "found_at"),
    [
        (BAN + "subprocessors.\n3: Globex may engage subprocessors.", [("2", "warning")]),
        (BAN + "anyone.\n3: Globex may engage subprocessors.", [("2", "note")]),
        (BAN + "anyone.\n3: Globex must ensure that subprocessors must delete account data.", [("2", "note")]),
        (BAN + "anyone.\n3: The parties must ensure that vendors may use account data.", [("2", "note")]),
        (BAN + "anyone.\n3: Acme must ensure that subprocessors must delete account data.", []),
        (BAN + "anyone.\n3: Globex must ensure that personnel must delete account data.", []),
        (BAN + "anyone.\n3: Globex may engage auditors.", []),
        (BAN + "anyone.\n3: Globex must notify Acme after a subprocessor change.", [("2", "note")]),
        (BAN + "anyone for marketing.\n3: Globex may engage subprocessors.", []),
        (BAN + "anyone, subject to 3.\n3: Globex may engage subprocessors.", []),
        (BAN + "advertisers.\n3: Globex may engage subprocessors.", []),
        (BAN + "anyone.\n3: Acme may engage subprocessors.", []),
        (BAN + "anyone.\n3: Globex must not engage subprocessors.", []),
    ],
)
def test_a_flat_ban_beside_helpers(clause: str, found_at: list[tuple[str, str]]) -> None:
    assert graded("ban-vs-implied-share", clause) == found_at
