"""Two versions compared: what is told of each change, and what is no change at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyc.pipeline.comparison import compare
from policyc.pipeline.difference_report import difference_report
from policyc.pipeline.files import Inputs
from policyc.render.difference.shape import ChangeView, DifferenceReport
from policyc.source import Source

FOUNDING = (Path(__file__).resolve().parents[2] / "policies/examples/messenger-banking.policy").read_text("utf-8")
NAMES = "Acme is a company. Globex is a company. Initech is a company.\n"
HEADER = 'agreement "Deal" between Acme and Globex.\n'


def report(old: str, new: str) -> DifferenceReport:
    before, after = (Inputs([Source(path, text)]) for path, text in (("old.policy", old), ("new.policy", new)))
    return difference_report(compare(before, after), before, after)


def deal(old: str, new: str) -> DifferenceReport:
    return report(f"{NAMES}{HEADER}{old}", f"{NAMES}{HEADER}{new}")


def told(found: DifferenceReport) -> list[tuple[str, str]]:
    return [(change.direction, change.message) for change in found.changes]


def the_change(found: DifferenceReport) -> ChangeView:
    (change,) = found.changes
    return change


# The founding case


def test_advertising_added_to_the_founding_case() -> None:
    old = "2:      Facebook may use account balances and card transactions for account checking, per"
    assert old in FOUNDING
    found = report(FOUNDING, FOUNDING.replace(old, old.replace("checking, per", "checking and advertising, per")))
    change = the_change(found)
    assert change.direction == "looser"
    assert change.message == (
        "Clause 2 would now permit Facebook to use account balances for advertising, of which no clause spoke before."
    )
    assert (change.before, change.after) == ("silent", "permitted")
    assert change.witness == "Facebook uses account balances for advertising on 2018-08-06."
    (redline,) = change.clauses
    assert redline.old is not None
    assert redline.new is not None
    assert [(mark, words.strip()) for mark, words in redline.pieces if mark != "same"] == [("new", "and advertising")]
    assert (redline.old.clause, redline.new.clause) == ("2", "2")
    assert (redline.old.place.path, redline.new.place.path) == ("old.policy", "new.policy")
    assert change.agreement == "Proposed bank deal"
    assert found.edited == 1


def test_consent_dropped_in_the_founding_case() -> None:
    change = the_change(report(FOUNDING, FOUNDING.replace("only with opt-in consent, per", "with opt-in consent, per")))
    assert change.direction == "looser"
    assert change.message == (
        "Clause 8 now permits Facebook to use bank data for these types of experiences, without opt-in consent, "
        "which clause 7 forbade before."
    )
    assert [redline.unchanged for redline in change.clauses] == [False, True]


def test_a_definition_that_widens_is_quoted_as_the_cause() -> None:
    wider = FOUNDING.replace(
        "account balances, card transactions and shop", "account balances, logins, card transactions and shop"
    )
    wider = wider.replace("Shopping location is", "Logins are account data about customers.\nShopping location is")
    found = report(FOUNDING, wider)
    assert found.changes
    assert found.edited == 0
    for change in found.changes:
        assert "to use logins" in change.message
        assert any(redline.new and "Bank data includes" in redline.new.quote for redline in change.causes)


# Verdicts


@pytest.mark.parametrize(
    ("old", "new", "direction", "before", "after"),
    [
        ("", "may", "looser", "silent", "permitted"),
        ("", "must not", "stricter", "silent", "forbidden"),
        ("must not", "may", "looser", "forbidden", "permitted"),
    ],
)
def test_the_table_of_verdicts(old: str, new: str, direction: str, before: str, after: str) -> None:
    reverse = {"looser": "stricter", "stricter": "looser"}[direction]
    texts = [f"1: Globex {modal} use health data for research.\n" if modal else "" for modal in (old, new)]
    there, back = the_change(deal(*texts)), the_change(deal(*reversed(texts)))
    assert (there.direction, there.before, there.after) == (direction, before, after)
    assert (back.direction, back.before, back.after) == (reverse, after, before)


@pytest.mark.parametrize(("old", "direction"), [("2", "stricter"), ("1", "looser"), ("12", None), ("", "mixed")])
def test_conflicts_stand_between_leave_and_ban(old: str, direction: str | None) -> None:
    clauses = {
        "1": "1: Globex may use medical records for research in the European Union.\n",
        "2": "2: Globex must not use health data for research in France.\n",
    }
    found = deal("".join(clauses[each] for each in old), clauses["1"] + clauses["2"])
    conflicts = [change for change in found.changes if change.after == "conflicting"]
    expected = {"2": "looser", "1": "stricter", "12": None, "": "mixed"}[old]
    assert [change.direction for change in conflicts] == ([expected] if expected else [])
    assert direction in (expected, "looser", "stricter")


def test_acts_that_protect_count_the_other_way_round() -> None:
    assert the_change(deal("", "1: Acme may audit Globex.")).direction == "stricter"
    assert the_change(deal("", "1: Globex must not delete health data.")).direction == "looser"


# Duties and terms


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "Globex must notify Acme within 72 hours after a breach.",
            "Globex must notify Acme within 30 days after a breach.",
            "the deadline: 72 hours, now 30 days",
        ),
        (
            "Globex must notify Acme immediately after a breach.",
            "Globex must notify Acme promptly after a breach.",
            "how soon: immediately, now promptly",
        ),
        (
            "Globex may keep health data for 2 years.",
            "Globex may keep health data for 5 years.",
            "how long: 2 years (counted as 730 days), now 5 years (counted as 1825 days)",
        ),
        (
            "Globex must keep health data for at least 2 years.",
            "Globex must keep health data for at least 5 years.",
            "how long: 2 years (counted as 730 days), now 5 years (counted as 1825 days)",
        ),
        (
            "Acme may audit Globex on 30 days' notice.",
            "Acme may audit Globex on 5 days' notice.",
            "the notice: 30 days, now 5 days",
        ),
        (
            "Globex must store health data with encryption.",
            "Globex must store health data.",
            "how: with encryption, now not said",
        ),
        (
            "Globex must delete health data and login history after termination.",
            "Globex must delete health data or login history after termination.",
            "the choice: without a choice, now one of several ways",
        ),
        (
            "Acme must audit Globex every 1 year.",
            "Acme must audit Globex every 2 years.",
            "how often: every 1 year (counted as 365 days), now every 2 years (counted as 730 days)",
        ),
        (
            "Globex must not use health data for 5 years.",
            "Globex must not use health data for 2 years.",
            "how long: 5 years (counted as 1825 days), now 2 years (counted as 730 days)",
        ),
        (
            "Globex may use health data at most once every month.",
            "Globex may use health data at most 3 times every month.",
            "how often at most: 1 time every 1 month (counted as 30 days), now 3 times every 1 month (counted as 30 days)",
        ),
    ],
)
def test_terms_that_loosen(old: str, new: str, words: str) -> None:
    there, back = the_change(deal(f"5: {old}", f"5: {new}")), the_change(deal(f"5: {new}", f"5: {old}"))
    assert (there.direction, there.sort, back.direction) == ("looser", "terms", "stricter")
    assert there.message.startswith("The terms of clause 5 changed for ")
    assert there.message.endswith(f": {words}.")
    assert there.before == there.after


def test_another_trigger_is_mixed() -> None:
    found = deal(
        "5: Globex must notify Acme within 72 hours after a breach.",
        "5: Globex must notify Acme within 72 hours after a request.",
    )
    assert the_change(found).direction == "mixed"
    assert "the trigger: after breach, now after request" in the_change(found).message


def test_a_duty_removed_is_looser_and_a_duty_added_stricter() -> None:
    duty = "5: Globex must notify Acme within 72 hours after a breach."
    gone, new = the_change(deal(duty, "")), the_change(deal("", duty))
    assert (gone.direction, new.direction) == ("looser", "stricter")
    assert new.message == "Clause 5 now requires Globex to notify Acme, of which no clause spoke before."
    assert gone.message == (
        "No clause speaks any longer of the case that Globex notifies Acme, which clause 5 required before."
    )


def test_a_clause_that_is_still_there_is_not_shown_beside_one_that_is_gone() -> None:
    first, gone = (
        "1: Acme may share purchase history with Globex.\n",
        "2: Acme may share purchase history with Initech.\n",
    )
    change = the_change(deal(first + gone, first))
    assert [(each.old.clause if each.old else None, each.new) for each in change.clauses] == [("2", None)]


def test_a_duty_to_share_is_looser_than_none() -> None:
    found = deal("", "4: Acme must share purchase history with Globex for research.")
    assert the_change(found).direction == "looser"
    assert (
        the_change(deal("4: Acme may use purchase history.", "4: Acme must use purchase history.")).direction
        == "looser"
    )


def test_releases_and_flow_down_are_told() -> None:
    release = the_change(deal("", "5: Globex need not notify Acme."))
    assert (release.direction, release.message) == (
        "looser",
        "Clause 5 now lifts the duty for Globex to notify Acme, which no clause did before.",
    )
    bound = deal("6: Globex must ensure that subprocessors must not sell health data.", "")
    assert the_change(bound).direction == "looser"
    assert "asks for it to be ensured" in the_change(bound).message


# What changes nothing

SAME = """1: Globex may use health data and login history for research, with consent.
2: Globex must not share health data with third parties.
3: Globex must notify Acme within 72 hours after a breach.
"""


@pytest.mark.parametrize(
    "new",
    [
        SAME,
        "".join(reversed(SAME.splitlines(keepends=True))),
        SAME.replace("1:", "A.1:").replace("3:", "IV:"),
        SAME.replace("health data and login history", "login history and health data"),
        SAME.replace("72 hours", "3 days"),
        SAME.replace(
            "1: Globex may use health data and login history for research, with consent.",
            "1: With consent, Globex may use health data for research.\n1a: Globex may use login history for research if consent.",
        ),
        SAME + "# a comment\n",
    ],
)
def test_what_is_written_otherwise_changes_nothing(new: str) -> None:
    assert told(deal(SAME, new)) == []


def test_edits_are_counted() -> None:
    assert deal(SAME, SAME).edited == 0
    assert deal(SAME, SAME.replace("72 hours", "3 days")).edited == 1
    assert deal(SAME, "".join(reversed(SAME.splitlines(keepends=True)))).edited == 1
    assert deal(SAME, SAME.replace("3: Globex", "3:   Globex")).edited == 0


# Documents


def test_agreements_are_paired_by_title_whatever_its_letters() -> None:
    found = report(f"{NAMES}{HEADER}{SAME}", f'{NAMES}agreement "DEAL" between Acme and Globex.\n{SAME}')
    assert told(found) == []
    assert found.agreements == ("DEAL",)


def test_an_agreement_that_came_or_went_is_told_once() -> None:
    other = f'agreement "Side deal" between Acme and Initech.\n{SAME.replace("Globex", "Initech")}'
    both = f"{NAMES}{HEADER}{SAME}{other}"
    gone, came = the_change(report(both, f"{NAMES}{HEADER}{SAME}")), the_change(report(f"{NAMES}{HEADER}{SAME}", both))
    assert gone.message == (
        'The agreement "Side deal" is gone, and all that it said with it; of its 3 clauses 1 permits, 1 requires and 1 '
        "forbids."
    )
    assert came.message == 'The agreement "Side deal" is new; of its 3 clauses 1 permits, 1 requires and 1 forbids.'
    assert (gone.direction, gone.before, gone.after) == ("mixed", "permitted", "silent")
    assert (came.direction, came.before, came.after) == ("mixed", "silent", "permitted")
    assert came.witness == "Initech uses health data for research given consent."
    assert gone.clauses[0].new is None


def test_a_renamed_agreement_is_paired_if_nothing_else_is_left() -> None:
    renamed = f'{NAMES}agreement "Data deal" between Acme and Globex.\n{SAME}'
    found = report(f"{NAMES}{HEADER}{SAME}", renamed)
    assert told(found) == []
    assert found.notes == (
        '"Deal" and "Data deal" were taken for one agreement: they share a party, and none else was left on either side.',
    )
    stranger = (
        f'{NAMES}Hooli is a company.\nagreement "Data deal" between Hooli and Initech.\n1: Hooli may use cookies.'
    )
    assert len(report(f"{NAMES}{HEADER}{SAME}", stranger).changes) == 2


def test_an_amendment_is_seen_in_what_it_amends() -> None:
    base = f"{NAMES}{HEADER}1: Globex must not use health data for research.\n"
    amendment = (
        'agreement "Amendment" between Acme and Globex, amends "Deal".\nA: Globex may use health data for research.\n'
    )
    found = report(base, base + amendment)
    assert [(change.sort, change.direction) for change in found.changes] == [
        ("document", "looser"),
        ("verdict", "looser"),
    ]
    assert found.changes[1].message == (
        'Clause A now permits Globex to use health data for research, which clause 1 of "Deal" forbade before.'
    )


def test_new_days_are_told_once() -> None:
    def dated(days: str, clauses: str = SAME) -> str:
        return f'{NAMES}agreement "Deal" between Acme and Globex, {days}.\n{clauses}'

    found = report(dated("from 2020-01-01, until 2020-12-31"), dated("from 2020-01-01, until 2022-12-31"))
    change = the_change(found)
    assert (change.sort, change.direction) == ("period", "mixed")
    assert change.message == (
        "The agreement is in force from 2020-01-01 until 2022-12-31, and was in force from 2020-01-01 until 2020-12-31; "
        "with it all that its clauses say."
    )
    leave = "1: Globex may use health data for research.\n"
    pairs = [
        ("until 2020-12-31", "until 2021-12-31"),
        ("from 2020-01-01", "from 2019-01-01"),
        ("from 2020-01-01", "is live"),
    ]
    for old, new in pairs:
        assert the_change(report(dated(old, leave), dated(new, leave))).direction == "looser"
        assert the_change(report(dated(new, leave), dated(old, leave))).direction == "stricter"
    moved = report(dated("from 2020-01-01, until 2020-12-31", leave), dated("from 2021-01-01, until 2021-12-31", leave))
    assert the_change(moved).direction == "mixed"


def test_a_party_in_anothers_place_is_told_once() -> None:
    old = f"Acme is a company. Globex is a company.\n{HEADER}{SAME}"
    change = the_change(report(old, old.replace("Globex", "Initech")))
    assert (change.sort, change.direction) == ("party", "mixed")
    assert change.message == "Initech takes the place of Globex in every clause."


def test_a_party_in_anothers_place_is_told_once_wherever_it_is() -> None:
    old = f"Acme is a company. Globex is a company in Germany.\n{HEADER}1: Acme may share cookies with Globex for research.\n"
    assert [change.sort for change in report(old, old.replace("Globex", "Initech")).changes] == ["party"]
    abroad = old.replace("Globex", "Initech").replace("Germany", "Japan")
    found = report(old, abroad + "2: Initech may use cookies for research.\n")
    assert [change.sort for change in found.changes] == ["verdict", "verdict", "party", "verdict"]
    assert {change.agreement for change in found.changes} == {"Deal"}


def test_a_narrower_condition_is_not_named_beside_a_wider_one() -> None:
    found = deal(
        "1: Globex may use cookies with consent.\n2: Globex must not use cookies with opt-in consent for marketing.",
        "1: Globex may use cookies.\n2: Globex must not use cookies with opt-in consent for marketing.",
    )
    assert "without consent" in the_change(found).message
    assert "opt-in" not in the_change(found).message


def test_a_policy_is_told_by_its_requirements() -> None:
    found = the_change(report(f"{NAMES}{HEADER}{SAME}", f"{NAMES}{HEADER}{SAME}{RULES}{R1}{R2}"))
    assert (found.direction, found.message) == ("stricter", 'The policy "House rules" is new; it has 2 requirements.')
    clause = "R3: Globex must not sell cookies.\n"
    both = the_change(report(f"{NAMES}{HEADER}{SAME}", f"{NAMES}{HEADER}{SAME}{RULES}{R1}{clause}"))
    assert both.message == 'The policy "House rules" is new; of its 1 clause 1 forbids; it has 1 requirement.'


def test_a_status_is_noted() -> None:
    found = report(f"{NAMES}{HEADER}{SAME}", f'{NAMES}agreement "Deal" between Acme and Globex, is proposed.\n{SAME}')
    assert told(found) == []
    assert found.notes == ('"Deal" was live and is proposed now.',)


def test_what_only_a_new_document_speaks_of_is_told_with_it() -> None:
    base = f"{NAMES}{HEADER}1: Globex must not use health data for research.\n"
    amendment = (
        'agreement "Amendment" between Acme and Globex, amends "Deal".\nA: Globex may use cookies for research.\n'
    )
    assert [change.sort for change in report(base, base + amendment).changes] == ["document"]


@pytest.mark.parametrize(
    ("clauses", "direction"),
    [
        ("1: Globex need not notify Acme.\n", "looser"),
        ("1: Globex must ensure that subprocessors must not sell health data.\n", "stricter"),
        ("1: Globex must ensure that subprocessors may use health data only for research.\n", "mixed"),
        ("1: Globex must notify Acme after a breach.\n", "stricter"),
        ("1: Globex must share cookies with Acme for research.\n", "looser"),
        ("1: Globex must not delete health data.\n", "looser"),
        ("", "mixed"),
    ],
)
def test_a_new_agreement_is_graded_by_what_it_says(clauses: str, direction: str) -> None:
    found = report(
        f"{NAMES}{HEADER}{SAME}", f'{NAMES}{HEADER}{SAME}agreement "New" between Acme and Globex.\n{clauses}'
    )
    assert the_change(found).direction == direction


def test_a_vocabulary_is_no_agreement() -> None:
    words = 'vocabulary "Words".\nGadgets are data.\n'
    found = report(f"{NAMES}{words}{HEADER}{SAME}", f"{NAMES}{HEADER}{SAME}")
    assert told(found) == []
    assert found.agreements == ("Deal",)


# Order, days, places


def test_an_order_that_is_declared_is_a_change() -> None:
    ban, leave = "1: Globex must not use health data for research.\n", "2: {}Globex may use health data for research.\n"
    change = the_change(deal(ban + leave.format(""), ban + leave.format("Despite 1, ")))
    assert (change.before, change.after, change.direction) == ("conflicting", "permitted", "looser")
    assert change.message == (
        "Clause 2 now permits Globex to use health data for research, over which clauses 1 and 2 conflicted before."
    )
    assert [change.direction for change in deal(ban + leave.format("Despite 1, "), ban + leave.format("")).changes] == [
        "stricter"
    ]


def test_what_comes_to_be_incorporated_is_a_change() -> None:
    clause = "1: Globex may use financial data.\n"
    terms = 'agreement "Terms" between Acme and Globex.\n7: Globex must not use account history.\n'
    names = NAMES + "Account history is financial data.\n"
    new = HEADER.replace("Globex.", 'Globex, incorporates "Terms".')
    change = the_change(report(f"{names}{HEADER}{clause}{terms}", f"{names}{new}{clause}{terms}"))
    assert (change.direction, change.before, change.after) == ("stricter", "conflicting", "forbidden")


def test_days_of_a_clause_are_told_by_a_day_on_which_they_matter() -> None:
    leave = "1: Globex may use health data for research until {}.\n"
    change = the_change(deal(leave.format("2020-12-31"), leave.format("2021-12-31")))
    assert change.direction == "looser"
    assert change.witness == "Globex uses health data for research on 2021-01-01."
    later = "1: Globex may use health data for research from {}.\n"
    change = the_change(deal(later.format("2020-01-01"), later.format("2020-02-01")))
    assert (change.direction, change.witness) == ("stricter", "Globex uses health data for research on 2020-01-01.")


def test_an_agreement_without_an_act_that_can_be() -> None:
    empty = (
        'agreement "New" between Acme and Globex, from 2020-01-01, until 2019-01-01.\n1: Globex may use health data.\n'
    )
    found = report(f"{NAMES}{HEADER}{SAME}", f"{NAMES}{HEADER}{SAME}{empty}")
    assert found.changes[0].witness is None


def test_where_a_party_is_counts() -> None:
    flow = f"Acme is a company. Globex is a company in {{}}.\n{HEADER}1: Acme may share cookies with Globex for research.\n"
    found = report(flow.format("Germany"), flow.format("Japan"))
    assert sorted((change.before, change.after) for change in found.changes) == [
        ("permitted", "silent"),
        ("silent", "permitted"),
    ]
    for change in found.changes:
        assert [redline.new and redline.new.quote for redline in change.causes] == ["Globex is a company in Japan"]


# Requirements

RULES = 'policy "House rules" from 2020-01-01.\n'
R1 = (
    "R1: Every agreement about health data must provide that the recipient must delete health data after termination.\n"
)
R2 = "R2: No agreement may provide that a bank may share health data with anyone for marketing.\n"


def test_requirements_that_came_went_or_changed_are_told() -> None:
    assert told(report(RULES + R1, RULES + R1 + R2)) == [("stricter", "This is a new requirement on agreements.")]
    assert told(report(RULES + R1 + R2, RULES + R1)) == [("looser", "This requirement on agreements is gone.")]
    changed = report(RULES + R2, RULES + R2.replace("marketing", "research"))
    assert told(changed) == [("mixed", "This requirement on agreements changed.")]


def test_ways_to_meet_a_requirement_and_limits_on_the_term_are_compared() -> None:
    instead = R1.replace(
        "termination.", "termination, or that the recipient must not keep health data after termination."
    )
    assert told(report(RULES + R1, RULES + instead)) == [("mixed", "This requirement on agreements changed.")]
    assert told(report(RULES + instead, RULES + instead.replace("health data after", "all health data after"))) == []
    limit = "T: Every agreement must last at most 18 months.\n"
    assert told(report(RULES + R1, RULES + R1 + limit)) == [("stricter", "This is a new requirement on agreements.")]
    longer = report(RULES + limit, RULES + limit.replace("18", "24"))
    assert told(longer) == [("mixed", "This requirement on agreements changed.")]
    (new,) = report(f"{NAMES}{HEADER}{SAME}", f"{NAMES}{HEADER}{SAME}{RULES}{limit}").changes
    assert new.message == 'The policy "House rules" is new; it has 1 requirement.'
    assert told(report(RULES + R1 + R2, RULES + R2.replace("R2", "r-2") + R1)) == []


# What cannot be compared


def test_what_cannot_be_read_is_said() -> None:
    found = deal(SAME, SAME + "4: Acme must promptly not.\n")
    assert found.incomplete
    assert [item.place.path for item in found.unchecked] == ["new.policy"]


def test_too_many_cases_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyc.analysis.difference.walk.MAXIMUM_PARTS", 0)
    found = deal("1: Globex may use health data.", "1: Globex may use health data for research.")
    assert found.incomplete
    assert {item.reason for item in found.unchecked} == {'clause 1 of "Deal" falls into too many cases to compare'}
    assert not found.changes


def test_too_many_conditions_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyc.analysis.difference.walk.MAXIMUM_ATOMS", 0)
    found = deal("1: Globex may use health data.", "1: Globex may use health data with consent.")
    assert found.incomplete


def test_quoted_conditions_are_said() -> None:
    change = the_change(deal("", '1: Globex may use health data if "the moon is full".'))
    assert change.particulars == ("turns on a condition that is only quoted, which nothing here checks",)
