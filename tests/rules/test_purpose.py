"""The rules on purposes, beyond what their pages show."""

import pytest

from tests.rules.road import found, levels

DEAL = 'agreement "Deal" between Acme and Globex.\n'
CONDITION = (
    "1: Globex may use names only with consent.\n2: Globex may use names for research.\n"
    "3: Globex must delete names after withdrawal of consent.\n"
)


def test_several_bans_hit_for_one_reason_are_one_finding() -> None:
    (finding,) = found(
        "contradiction",
        DEAL + "1: Globex may use names for ad targeting. 2: Globex must not use names for ad targeting. "
        "3: Globex must not use personal data for advertising. 4: Globex must not use names for ad targeting in "
        "Germany.",
    )
    assert finding.severity.value == "error"
    assert {evidence.clause for evidence in finding.related} >= {"2", "3"}
    assert finding.witness is not None
    assert "Globex uses names for ad targeting" in finding.witness


def test_a_ban_for_another_reason_is_another_finding() -> None:
    findings = found(
        "contradiction",
        DEAL + "1: Globex may use names for ad targeting and research. 2: Globex must not use names for ad targeting. "
        "3: Globex must not use names for research.",
    )
    assert levels(findings) == ["error", "error"]


def test_quoted_conditions_are_at_most_warnings() -> None:
    (finding,) = found(
        "contradiction",
        DEAL + '1: Globex may use names for research if "the moon is full". 2: Globex must not use names for research.',
    )
    assert finding.severity.value == "warning"


def test_templates_are_checked_alone() -> None:
    other = 'agreement "Form" between Acme and Globex, is a template.\n1: Globex must not use names for research.'
    form = 'agreement "Form" between Acme and Globex, is a template.\n1: Globex may use names only for research.'
    assert not found("contradiction", DEAL + "1: Globex may use names for research.", other)
    assert not found("outside-only", DEAL + "1: Acme will share names with Globex.", form)


def test_a_duty_is_required_and_a_proposal_would() -> None:
    (finding,) = found(
        "contradiction",
        'agreement "Deal" between Acme and Globex, is proposed.\nAcme must share names with Globex for research.\n'
        "Acme must not share names with anyone.",
    )
    assert finding.message.startswith(
        "Line 3 would require Acme to share names with Globex for research, which line 4 "
    )


def test_several_narrower_bans_and_winners_are_notes_by_clause() -> None:
    findings = found(
        "contradiction",
        DEAL + "1: Globex may use names. 2: Globex may use location data. "
        "3: Globex must not use personal data for advertising in Germany. Clause 4 prevails over clause 1.\n"
        "4: Globex must not use names for research.",
    )
    assert set(levels(findings)) <= {"note", "warning"}
    assert any("Clause 4 prevails: it forbids" in finding.message for finding in findings)


def test_an_act_after_termination_says_so() -> None:
    findings = found(
        "contradiction",
        DEAL
        + "1: Globex may keep names after termination. 2: Globex must not keep names. Clause 2 survives termination.",
    )
    assert "Globex to keep names after termination" in findings[0].message


def test_a_condition_that_only_sets_is_not_got_round_by_another_clause() -> None:
    (finding,) = found("outside-only", DEAL + CONDITION)
    assert finding.severity.value == "note"
    assert "it is read as an exception and decides" in finding.message


def test_two_clauses_with_only_are_read_together() -> None:
    text = "1: Globex may use names only with consent. 2: Globex may use names only for research."
    assert not found("outside-only", DEAL + text)


def test_except_for_closes_a_list_as_only_does() -> None:
    text = (
        DEAL
        + "1: Globex must not use names for any purpose except research. 2: Acme will share names with Globex for {}."
    )
    assert levels(found("outside-only", text.format("marketing"))) == ["error"]
    assert not found("outside-only", text.format("research"))


def test_only_to_whom_is_no_closed_list_of_uses() -> None:
    text = DEAL + "1: Globex may share names only with Initech. 2: Acme will share names with Globex for research."
    assert not found("outside-only", text)


def test_missing_consent_across_agreements_is_told_once() -> None:
    live = 'agreement "Live" between Initech and Globex.\n1: Globex may use names only with opt-in consent.'
    deal = DEAL + "1: Acme will share names with Globex for research. 2: Globex may use names for research."
    assert levels(found("unconditional-flow", live, deal)) == ["warning"]
    assert not found("outside-only", live, deal)


def test_a_vague_list_is_not_held_against_another_agreement() -> None:
    live = 'agreement "Live" between Initech and Globex.\nThose features are a purpose.\n'
    live += "1: Globex may use names only for those features."
    assert not found("outside-only", live, DEAL + "2: Globex may use names for research.")
    (finding,) = found("outside-only", live, DEAL + "2: Acme will share names with Globex.")
    assert finding.severity.value == "warning"
    assert "those features" in finding.message


def test_a_purpose_may_be_stated_in_incorporated_terms() -> None:
    deal = 'agreement "Deal" between Acme and Globex, incorporates "Terms".\n1: Acme will share names with Globex.'
    terms = 'agreement "Terms" between Acme and Globex.\n1: Globex may use names only for research.'
    assert not found("flow-without-purpose", deal, terms)
    assert levels(found("flow-without-purpose", deal)) == ["warning"]


def test_a_clash_with_incorporated_terms_is_one_within_the_agreement() -> None:
    deal = 'agreement "Deal" between Acme and Globex, incorporates "Terms".\n1: Globex may use names for research.'
    terms = 'agreement "Terms" between Acme and Globex.\n7: Globex must not use {}.'
    (denied,) = found("contradiction", deal, terms.format("personal data"))
    assert "what one sentence gives the other takes away" in denied.message
    assert 'prevails over "Terms"' in denied.help
    (narrower,) = found("contradiction", deal, terms.format("names for research in Germany"))
    assert levels([narrower]) == ["note"]
    assert "it is read as an exception and decides" in narrower.message
    assert narrower.help == "Nothing has to change."


@pytest.mark.parametrize(
    "flow",
    [
        "1: Globex may share names with the auditor.",
        "1: Globex may share names with counsel.",
        "1: Globex may share names with anyone if a court order exists.",
        "1: Globex may share names with supervisory authorities.",
        "1: Globex may share names with anyone under the same terms.",
        "1: Globex may share turbine speeds with Initech.",
        "1: Globex must give-back names to Acme.",
        "1: Globex may process names only for research. 2: Globex may share names with affiliates.",
        "1: Globex must not disclose or use names for any purpose except research. 2: Globex may disclose names to "
        "Initech.",
    ],
)
def test_flows_that_nobody_asks_a_purpose_of(flow: str) -> None:
    assert not found("flow-without-purpose", "Turbine speeds are data.\n" + DEAL + flow)


def test_a_flow_of_data_in_general_holds_personal_data() -> None:
    (finding,) = found("flow-without-purpose", DEAL + "1: Acme may share data with anyone.")
    assert "data with anyone" in finding.message


def test_what_one_clause_shares_twice_is_one_finding() -> None:
    (finding,) = found("flow-without-purpose", DEAL + "1: Acme and Initech will share names with Globex.")
    assert "makes Acme and Initech share names with Globex" in finding.message


def test_a_second_way_back_is_no_way_back() -> None:
    findings = found(
        "flow-without-purpose", DEAL + "1: Acme will share names with Globex. 2: Globex will share names with Acme."
    )
    assert [finding.primary.clause for finding in findings] == ["1"]


def test_bans_of_one_agreement_leave_flows_of_another_alone() -> None:
    other = 'agreement "Maps" between Initech and Globex.\n2: Globex must not use location data for ad targeting.'
    assert not found("ban-narrower-than-flow", DEAL + "1: Acme will share location data with Globex.", other)


def test_a_ban_on_other_data_is_not_narrower() -> None:
    text = (
        DEAL + "1: Acme will share location data and names with Globex. 2: Globex must not use names for ad targeting."
    )
    assert not found("ban-narrower-than-flow", text)


@pytest.mark.parametrize(
    ("grant", "ban", "told", "help"),
    [
        ("with consent", "", "clause 2 is flat, so it holds with consent too", "end clause 2 with `unless consent`"),
        (
            "with consent or notice, if requested",
            "",
            "clause 2 is flat, so it holds with consent or notice and if requested too",
            "end clause 2 with `unless (consent or notice) and requested`",
        ),
        ("with consent", ", even with consent", "what one sentence gives the other takes away", "Begin clause 1"),
        ("unless requested", "", "what one sentence gives the other takes away", "Begin clause 1"),
        ('if "it is sealed"', "", "what one sentence gives the other takes away", "Begin clause 1"),
    ],
)
def test_consent_does_not_lift_a_flat_ban(grant: str, ban: str, told: str, help: str) -> None:
    clauses = f"1: Globex may use names for research {grant}. 2: Globex must not use names for research{ban}."
    (finding,) = found("contradiction", DEAL + clauses)
    assert told in finding.message
    assert help in finding.help
    cured = clauses.replace(f"research{ban}.", "research unless consent.") if grant == "with consent" else ""
    assert not found("contradiction", DEAL + cured)
