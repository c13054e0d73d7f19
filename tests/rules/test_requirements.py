"""Findings on requirements, and on clauses that are idle."""

from datetime import date

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source
from tests.rules.road import found, levels

SHARING = "1: Acme may share contact data with Globex for customer support.\n"
DEAL = 'agreement "Deal" between Acme and Globex, from 2020-01-01.\n' + SHARING


def unmet(requirement: str, clauses: str = "", policy: str = 'policy "Rules".', deal: str = DEAL) -> list[Finding]:
    """What is found of a requirement that must be met."""
    return found(
        "requirement-unmet", f"{policy}\nR1: Every agreement must provide that {requirement}.\n{deal}{clauses}"
    )


def given(requirement: str, clauses: str, deal: str = DEAL) -> list[Finding]:
    """What is found of a requirement that no agreement may provide something."""
    return found(
        "forbidden-provision", f'policy "Rules".\nR1: No agreement may provide that {requirement}.\n{deal}{clauses}'
    )


def test_nothing_says_so() -> None:
    (finding,) = unmet("the recipient must not sell personal data")
    assert finding.message == (
        'R1 of "Rules" requires of Globex that the recipient must not sell personal data, and no clause of "Deal" says so.'
    )
    assert (finding.primary.clause, finding.witness) == (None, None)
    assert [evidence.clause for evidence in finding.related] == ["R1"]
    assert finding.help == "Say so in a clause, for example: The recipient must not sell personal data."


def test_another_clause_says_the_contrary() -> None:
    (finding,) = unmet("the recipient must not sell personal data", "2: Globex may sell contact data to auditors.")
    assert "but clause 2 permits some of that" in finding.message
    assert finding.primary.clause == "2"
    assert finding.witness == "Globex sells contact data to Auditor."
    (finding,) = unmet("the discloser may audit the recipient", "2: Acme must not audit Globex.")
    assert "but clause 2 forbids some of that" in finding.message
    (finding,) = unmet(
        "Globex may use personal data only for marketing", "2: Globex may use contact data for research."
    )
    assert "requires that Globex may" in finding.message
    assert "but clause 2 goes beyond that" in finding.message


def test_the_nearest_clause_and_what_it_lacks() -> None:
    two = "2: Globex must notify Acme within 4 days after a breach. 3: Globex must notify users within 1 day after a breach."
    (finding,) = unmet("the recipient must notify the discloser within 72 hours after a breach", two)
    assert "clause 2 comes nearest: its time is 4 days, not 72 hours" in finding.message
    late = "2: Globex must delete contact data after withdrawal of consent."
    (finding,) = unmet("the recipient must delete personal data after termination", late)
    assert "it falls due after withdrawal of consent, not after termination" in finding.message
    part = (
        "2: Globex must delete email addresses after termination if consent. 3: Globex need not delete email addresses."
    )
    (finding,) = unmet("the recipient must delete personal data after termination", part)
    assert "clause 2 comes nearest: it holds only if consent" in finding.message
    (finding,) = unmet(
        "the recipient must delete personal data after termination",
        "2: Globex must delete email addresses after termination.",
    )
    assert "clause 2 comes nearest: it does not hold for" in finding.message
    released = "2: Globex must delete contact data. 3: Globex need not delete contact data if required by law."
    (finding,) = unmet("the recipient must delete personal data", released)
    assert "comes nearest: another clause takes some of it away" in finding.message


def test_how_a_duty_falls_short() -> None:
    keep = "the recipient must keep contact data in Germany with encryption"
    (finding,) = unmet(keep, "2: Globex must keep contact data.")
    assert "it does not say that this must happen there" in finding.message
    assert "it does not ask for the manner" in finding.message
    (finding,) = unmet("the recipient must destroy contact data", "2: Globex must delete contact data.")
    assert "it asks to delete, not to destroy" in finding.message
    (finding,) = unmet("the recipient must notify users", "2: Globex must notify.")
    assert "it names nobody, not" in finding.message
    (finding,) = unmet(
        "the recipient must notify the discloser within 2 days after a breach",
        "2: Globex must notify Acme within 2 days.",
    )
    assert "it does not say that its time begins after" in finding.message
    (finding,) = unmet(
        "the recipient must share contact data with auditors for compliance",
        "2: Globex must share contact data with auditors.",
    )
    assert "it is not for legal compliance" in finding.message


def test_what_else_is_missing_is_counted() -> None:
    (finding,) = unmet("each party must not sell personal data")
    assert finding.message.endswith("; it leaves out 1 more thing of this requirement.")


def test_how_grave_it_is() -> None:
    sells = "the recipient must not sell personal data"
    assert levels(unmet(sells)) == ["error"]
    assert levels(unmet(sells, policy='policy "Rules", is proposed.')) == ["note"]
    assert levels(unmet(sells, deal=DEAL.replace(", from", ", is a template, from"))) == ["note"]
    assert levels(unmet(sells + ' if "the moon is full"')) == ["warning"]


def test_what_is_forbidden_releases_or_binds() -> None:
    (finding,) = given("the recipient need not delete personal data", "2: Globex need not delete contact data.")
    assert finding.message.startswith('Clause 2 says what R1 of "Rules" lets no agreement provide')
    (finding,) = given("the discloser must not audit the recipient", "2: Acme must not audit Globex.")
    assert finding.message.startswith("Clause 2 forbids Acme to audit")
    twice = "2: Globex may sell contact data to auditors. 3: Globex may sell email addresses to auditors."
    (finding,) = given("the recipient may sell personal data", twice)
    assert finding.primary.clause == "2"


def test_shadowed_clauses_of_proposals_would_decide_nothing() -> None:
    text = 'agreement "Deal" between Acme and Globex, is proposed.\n1: Globex may use data. 2: Despite 1, Globex must not use data.'
    (finding,) = found("shadowed-clause", text)
    assert "would never decide anything" in finding.message


# What lawyers write


@pytest.mark.parametrize(
    ("requirement", "clause", "severity"),
    [
        ("notify the discloser within 72 hours after a breach", "notify Acme within 72 hours after becoming aware of a breach", ["warning"]),
        ("notify the discloser within 72 hours after a breach", "notify Acme within 96 hours after becoming aware of a breach", ["error"]),
        ("notify the discloser within 72 hours after an incident", "notify Acme within 72 hours after becoming aware of a breach", ["error"]),
        ("notify the discloser within 72 hours after becoming aware of a breach", "notify Acme within 72 hours after a breach", []),
        ("notify the discloser within 72 hours after becoming aware of a breach", "notify Acme within 72 hours after loss of data", ["error"]),
        ("maintain security measures", "maintain reasonable security measures", []),
        ("maintain security measures", "maintain encryption", []),
        ("maintain encryption", "maintain security measures", ["error"]),
        ("maintain encryption and access controls", "maintain encryption", ["error"]),
        ("maintain encryption and access controls", "maintain encryption and access controls", []),
        ("follow security measures", "follow encryption", ["error"]),
    ],
)  # fmt: skip
def test_breaches_and_safeguards(requirement: str, clause: str, severity: list[str]) -> None:
    assert levels(unmet(f"the recipient must {requirement}", f"2: Globex must {clause}.")) == severity


def test_a_duty_to_delete_all_personal_data_does_not_widen_what_an_agreement_is_about() -> None:
    clauses = (
        "2: Globex must delete personal data after termination. 3: Globex must not use contact data for marketing."
    )
    assert unmet("the recipient must not use personal data for marketing", clauses) == []


AMENDMENT = 'agreement "Change" between Acme and Globex, from 2021-01-01, amends "Deal".\n'


def test_an_amendment_is_weighed_with_what_it_amends() -> None:
    clauses = "2: Globex must not sell personal data.\n" + AMENDMENT + "1: Globex must maintain encryption.\n"
    assert unmet("the recipient must not sell personal data", clauses) == []
    (finding,) = unmet("the recipient must maintain encryption", clauses)
    assert (finding.severity.value, finding.primary.agreement) == ("warning", "Change")
    assert finding.message.endswith('and "Deal" provides all of it only from 2021-01-01 on, as amended.')


def test_an_amendment_under_a_law_of_its_own_is_held_against_that() -> None:
    policy = 'policy "Rules", from 2020-06-01.'
    own = AMENDMENT.replace(", amends", ', under "Rules", amends')
    clauses = own + "1: Globex must maintain encryption.\n"
    (finding,) = unmet("Globex must not sell personal data", clauses, policy)
    assert 'no clause of "Change" says so' in finding.message
    clauses += "2: Globex must not sell personal data.\n"
    assert unmet("Globex must not sell personal data", clauses, policy) == []


def test_what_is_incorporated_is_weighed_with_what_incorporates_it() -> None:
    whole = DEAL.replace(", from", ', incorporates "Annex", from')
    annex = 'agreement "Annex" between Acme and Globex, from 2020-01-01.\n1: Globex must not sell personal data.\n'
    assert unmet("the recipient must not sell personal data", annex, deal=whole) == []
    (finding,) = unmet("the recipient must maintain encryption", annex, deal=whole)
    assert 'no clause of "Deal" says so' in finding.message


def test_requirements_on_a_day() -> None:
    text = (
        'Acme is a bank. Globex is a platform. policy "Rules".\n'
        "R1: Every agreement must provide that the recipient must not sell personal data.\n"
        "R2: Every agreement must provide that the recipient must maintain encryption.\n"
        "R3: Every agreement must provide that the discloser may audit the recipient.\n"
        "R4: No agreement may provide that the recipient may use personal data for marketing.\n"
        f"{DEAL}2: Globex must not sell personal data. 3: Globex must maintain encryption. 4: Acme may audit Globex.\n"
        "5: Globex may use contact data for marketing.\n"
    )
    for day in (None, date(2020, 1, 1), date(2024, 2, 29)):
        findings = examine([Source("deal.policy", text)], day).findings.found
        assert [each.rule for each in findings if each.rule in HELD] == ["forbidden-provision"]


HELD = ("requirement-unmet", "forbidden-provision")


# Clauses that say what others say


@pytest.mark.parametrize(
    ("clauses", "words"),
    [
        ("2: Globex must not share contact data with anyone. 3: Globex must not sell contact data to data brokers.", None),
        ("2: Globex may use contact data for marketing. 3: Globex may use contact data for email marketing.", None),
        ("2: Globex must maintain security measures. 3: Globex must maintain encryption.", None),
        ("2: Globex must delete contact data after termination. 3: Globex must delete email addresses after termination.", None),
        ("2: Globex must not sell contact data. 3: Globex must not sell contact data.", "the same as clause 2"),
        (
            "2: Globex must not share contact data. 3: Globex must not sell contact data without consent.",
            "and its `without consent` changes nothing: that is forbidden either way.",
        ),
        (
            "2: Globex must not use contact data. 3: Globex must not use contact data after a breach.",
            "and its `after breach` changes nothing",
        ),
        (
            "2: Globex must notify Acme within 2 days after a breach. 3: Globex must notify Acme.",
            None,
        ),
        (
            "2: Globex may use contact data until 2027-12-31. 3: Globex may use email addresses. "
            "4: Globex may use contact data.",
            "clause 4",
        ),
        (
            "2: Globex must not sell contact data. Clause 2 survives termination. 3: Globex must not sell email addresses.",
            None,
        ),
        (
            "2: Globex must not sell contact data. Clause 2 survives termination. 3: Globex must not sell contact data.",
            "which survives termination, as this clause does not",
        ),
    ],
)  # fmt: skip
def test_only_repetition_that_misleads_is_told(clauses: str, words: str | None) -> None:
    findings = found("redundant-clause", DEAL + clauses)
    assert [each.severity.value for each in findings] == (["note"] if words else [])
    assert all(words in each.message for each in findings if words)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Globex must assist Acme from 2021-02-01", "clause 2 comes nearest: it binds only from 2021-02-01 on"),
        ("Globex must assist Acme until 2021-02-01", "clause 2 comes nearest: it binds only until 2021-02-01"),
    ],
)
def test_a_duty_that_binds_on_some_days_only(clause: str, words: str) -> None:
    (finding,) = unmet("the recipient must assist the discloser", f"2: {clause}.")
    assert words in finding.message
