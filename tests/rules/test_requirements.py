"""Findings on requirements, and on clauses that are idle."""

from policyc.findings import Finding
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
    assert "it binds after withdrawal of consent, not after termination" in finding.message
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
