"""Requirements that may be met in several ways, how long agreements may last, and what laws ask of whom."""

from __future__ import annotations

from datetime import date

import pytest

from policyc.findings import Finding
from policyc.model.document import Length
from policyc.model.term import last_day
from policyc.pipeline.road import examine
from policyc.source import Source

PARTIES = "Acme is a bank and a controller. Globex is a platform, a service provider and a processor.\n"
DEAL = 'agreement "Deal" between Acme and Globex, from 2020-01-01.\n1: Acme may share contact data with Globex for hosting.\n'
LAWFUL = DEAL.replace(", from", ', under "GDPR Art. 28", from')


def found(policy: str, clauses: str = "", deal: str = DEAL) -> list[Finding]:
    """What is found of requirements in a policy and an agreement, all of which must be understood."""
    examination = examine([Source("x.policy", PARTIES + policy + "\n" + deal + clauses)])
    assert not [each for each in examination.findings.unchecked if each.incomplete], examination.findings.found
    return [each for each in examination.findings.found if each.rule in ("requirement-unmet", "forbidden-provision")]


EITHER = (
    'policy "Rules". R1: Every agreement must provide that the recipient must delete contact data after termination, '
    "or that the recipient must not keep contact data after termination, or that the insurer must delete contact data."
)


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex must delete contact data after termination.",
        "2: Globex must not keep contact data after termination.",
    ],
)
def test_any_of_the_alternatives_meets_a_requirement(clause: str) -> None:
    assert not found(EITHER, clause)


def test_where_none_is_met_the_one_that_comes_nearest_is_told() -> None:
    (finding,) = found(EITHER)
    assert "must delete contact data after termination, or what comes to the same, and no clause" in finding.message
    (finding,) = found(EITHER, "2: Globex must not keep contact data after termination if requested.")
    assert finding.severity.value == "warning"
    assert "clause 2 comes nearest: it holds only if requested" in finding.message
    assert finding.help == "Say so in a clause, for example: The recipient must delete contact data after termination."


def test_alternatives_that_bind_nobody_there_are_none() -> None:
    nobody = 'policy "Rules". R1: Every agreement must provide that the insurer must delete data, or that the insurer must not keep data.'
    examination = examine([Source("x.policy", PARTIES + nobody + "\n" + DEAL)])
    (reason,) = [each.reason for each in examination.findings.unchecked if "held against" in each.reason]
    assert "no party here is known to be whom it binds" in reason


def test_what_clauses_speak_against_is_told_where_no_other_way_is_near() -> None:
    (finding,) = found(EITHER, "2: Globex must keep contact data after termination.")
    assert finding.severity.value == "error"


# How long


LIMIT = 'policy "Rules". T: Every agreement between a bank and a platform must last at most 18 months.'


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("from 2020-01-01, until 2021-06-30", []),
        ("from 2020-01-01, until 2021-07-01", ["error"]),
        ("from 2020-01-01", ["warning"]),
        ("until 2021-07-01", []),
        ("is proposed", ["note"]),
    ],
)
def test_how_long_an_agreement_may_last(days: str, told: list[str]) -> None:
    assert [each.severity.value for each in found(LIMIT, deal=DEAL.replace("from 2020-01-01", days))] == told


def test_what_is_said_of_an_agreement_that_lasts_too_long() -> None:
    (finding,) = found(LIMIT, deal=DEAL.replace("from 2020-01-01", "from 2020-01-01, until 2022-01-01"))
    assert finding.message == (
        'T of "Rules" lets agreements last at most 18 months, and "Deal" lasts from 2020-01-01 until 2022-01-01.'
    )
    assert finding.help == "Let it last until 2021-06-30 at the latest: write `until` and its last day in the header."
    (finding,) = found(LIMIT.replace('"Rules"', '"Rules", is proposed'))
    assert (finding.severity.value, "names no last day" in finding.message) == ("note", True)
    (finding,) = found(LIMIT, deal=DEAL.replace(", from 2020-01-01", ""))
    assert finding.help.startswith("Let it last for at most that time")


def test_a_limit_speaks_only_to_whom_it_selects_and_from_its_day_on() -> None:
    assert not found(LIMIT.replace("a bank and a platform", "insurers"))
    assert not found(LIMIT.replace('"Rules"', '"Rules", from 2021-01-01'))


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        (date(2020, 1, 1), Length(18, "month"), date(2021, 6, 30)),
        (date(2020, 8, 31), Length(6, "month"), date(2021, 2, 27)),
        (date(2020, 2, 29), Length(1, "year"), date(2021, 2, 27)),
        (date(2020, 1, 1), Length(2, "quarter"), date(2020, 6, 30)),
        (date(2020, 1, 1), Length(10, "day"), date(2020, 1, 10)),
        (date(9998, 1, 1), Length(9, "year"), date.max),
    ],
)
def test_months_and_years_are_those_of_the_calendar(start: date, length: Length, last: date) -> None:
    assert last_day(start, length) == last


# Whom and what a requirement is about


OTHER = (
    'policy "Rules". R1: Every agreement where the processor is not a controller must provide that the other party may '
    "suspend the agreement."
)


def test_the_other_party_is_one_that_does_not_fit() -> None:
    assert not found(OTHER, "2: Acme may suspend the agreement.")
    (finding,) = found(OTHER, "2: Globex may suspend the agreement.")
    assert "no clause" in finding.message


def test_only_data_that_are_given_to_whom_a_requirement_binds_are_asked_for() -> None:
    delete = 'policy "Rules". R1: Every agreement must provide that the processor must delete personal data after termination.'
    clauses = "2: Globex must delete contact data after termination. 3: Globex must provide employment data to Acme."
    assert not found(delete, clauses)
    (finding,) = found(delete, clauses + " 4: Globex may use health data.")
    assert "R1" in finding.message


# Duties beside limits and exceptions


DELETE = (
    'policy "Rules". R1: Every agreement must provide that the processor must delete personal data after termination.'
)
NOTIFY = (
    'policy "Rules". R1: Every agreement must provide that the processor must notify the controller after a breach.'
)


@pytest.mark.parametrize(
    ("policy", "clauses"),
    [
        (
            DELETE,
            "2: Globex may process contact data only for hosting. 3: Globex must delete contact data after termination.",
        ),
        (
            DELETE,
            "2: Globex must not process contact data after termination. 3: Globex must delete contact data after termination.",
        ),
        (
            DELETE,
            "2: Globex must not process contact data except as this agreement allows. 3: Globex must delete contact data after termination.",
        ),
        (
            NOTIFY,
            "2: Globex must not process contact data except as this agreement allows. 3: Globex must notify Acme after a breach.",
        ),
        (NOTIFY, "2: Globex must not disclose contact data. 3: Globex must notify Acme after a breach."),
    ],
)
def test_limits_on_use_undo_no_duty_to_delete_or_to_tell(policy: str, clauses: str) -> None:
    assert not found(policy, clauses)


def test_a_ban_on_the_act_itself_undoes_it() -> None:
    (finding,) = found(NOTIFY, "2: Globex must not notify Acme. 3: Globex must notify Acme after a breach.")
    assert finding.severity.value == "error"


def test_a_duty_that_prevails_over_another_does_not_undo_it() -> None:
    clauses = "2: Globex must notify Acme after a breach. 3: Despite 2, Globex must notify Acme before a renewal."
    assert not found(NOTIFY, clauses)
    leave = "2: Globex must delete contact data after termination. 3: Despite 2, Globex may delete contact data after termination."
    assert found(DELETE, leave)


# How grave


def test_a_shipped_law_is_broken_only_by_what_plainly_says_the_contrary() -> None:
    deal = DEAL.replace(", from 2020", ', under "CCPA", from 2024')
    broad = [each for each in found("", "2: Globex may share contact data with Acme.", deal) if "sell" in each.message]
    assert {each.severity.value for each in broad} == {"warning"}
    plain = [each for each in found("", "2: Globex may sell contact data to Acme.", deal) if "sell" in each.message]
    assert [each.severity.value for each in plain if each.primary.clause == "2"] == ["error"]


def test_what_a_shipped_law_wants_and_no_clause_speaks_of_is_told_once() -> None:
    (finding,) = found("", deal=LAWFUL)
    assert finding.severity.value == "warning"
    assert '"GDPR Article 28" requires 9 terms of which no clause of "Deal" speaks: 28(2): ' in finding.message
    assert len(finding.related) == 9
    assert 'stands for GDPR Art. 28(2): "shall not engage' in finding.related[0].message


def test_a_shipped_law_forbids_only_what_is_said_in_so_many_words() -> None:
    header = (
        "Acme is a bank. Globex is a retailer.\n"
        + 'agreement "Deal" between Acme and Globex, from 2020-01-01, under "12 CFR 1016.12".\n'
    )
    acts = {"disclose account numbers to Globex": "error", "share account numbers with anyone": "note"}
    for act, severity in acts.items():
        examination = examine([Source("x.policy", f"{header}1: Acme may {act} for email marketing.")])
        levels = [each.severity.value for each in examination.findings.found if each.rule == "forbidden-provision"]
        assert levels == [severity], act


def test_what_is_at_hand_of_an_agreement_may_meet_a_requirement() -> None:
    deal = DEAL.replace(", from", ', amends "Master", from')
    sources = [Source("x.policy", f"{PARTIES}{DELETE}\n{deal}2: Globex must delete contact data after termination.")]
    assert not examine(sources).facts.requirements.unweighed
    sources = [Source("x.policy", f"{PARTIES}{DELETE}\n{deal}")]
    assert [each.reason for each in examine(sources).facts.requirements.unweighed] == [
        "a document that belongs to the agreement is not at hand"
    ]
