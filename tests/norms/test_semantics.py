"""What a policy means, one short example for each convention; engine and reference must agree on every one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from policyc.analysis.contradiction import Grade
from policyc.model.document import Length
from tests.reference.engine import Engine, agreed_verdict, run_text
from tests.reference.replay import POINT

VOCABULARY = """vocabulary "examples".
Personal data is data. Location is personal data. Shopping location is location. Balance is personal data.
Diary is personal data, about children. Shared diary is diary and location. Report is personal data, about children.
Customers are people. Children are people.
Research is a purpose. Marketing is a purpose. Advertising is marketing.
Bank is a party. Platform is a party. Acme is a bank. Bolt is a platform. Corex is a bank. Delta is a party.
Europe is a place. France is Europe. Asia is a place.
Opt-in consent is consent. Approval is a condition. Strike is an event.
"""
DEAL = 'agreement "Deal" between Acme and Bolt.\n'
BEFORE, FIRST, LATER = date(2019, 12, 31), date(2020, 1, 1), date(2020, 1, 2)


def verdict(text: str, vocabulary: str = VOCABULARY, **said: Any) -> str:
    """The verdict on the clauses of a deal at a point: Acme uses unnamed data, unless something else is said."""
    return agreed_verdict(text if text.startswith("agreement") else DEAL + text, vocabulary, **said)[0]


def deciding(text: str, **said: Any) -> set[str]:
    """The clauses that decide."""
    return agreed_verdict(text if text.startswith("agreement") else DEAL + text, VOCABULARY, **said)[1]


def shares(taker: str = "bolt", **said: Any) -> dict[str, Any]:
    """A point at which Acme shares location, for no stated purpose."""
    return {"action": "share", "data": "location", "counterparty": taker, **said}


def engine(text: str) -> Engine:
    """What the engine makes of a text."""
    return run_text(text if text.startswith("agreement") else DEAL + text, VOCABULARY)


def grades(text: str) -> dict[tuple[str, str], Grade]:
    """The grades of the contradictions, by the labels of grant and ban."""
    return {(grant[1], ban[1]): found.grade for (grant, ban), found in engine(text).graded().items()}


# Names and concepts


def test_a_concept_stands_for_itself_and_all_below() -> None:
    text = "1: Acme may use location."
    assert verdict(text, data="location") == "permitted"
    assert verdict(text, data="shopping location") == "permitted"
    assert verdict(text, data="personal data") == "uncovered"


def test_a_concept_may_have_several_parents() -> None:
    for kind in ("location", "diary"):
        assert verdict(f"1: Acme may use {kind}.", data="shared diary", people="children") == "permitted"


def test_unrelated_names_do_not_overlap() -> None:
    assert verdict("1: Acme may use balance.", data="location") == "uncovered"


def test_excludes_wins_over_includes() -> None:
    vocabulary = 'vocabulary "v". Money is data, excludes balance. Balance is money. Acme is a party. Bolt is a party.'
    assert verdict("1: Acme may use money.", vocabulary, data="balance") == "uncovered"
    assert verdict("1: Acme may use money.", vocabulary, data="money") == "permitted"


def test_an_agreement_adds_to_the_definitions_around_it_for_itself_only() -> None:
    first = DEAL + "Balance is location.\n1: Acme may use location.\n"
    other = 'agreement "Other" between Acme and Bolt.\n1: Acme may use location.\n'
    assert verdict(first, data="balance") == "permitted"
    assert verdict(other, data="balance") == "uncovered"


def test_what_is_excluded_outside_stays_excluded_where_an_agreement_adds_to_it() -> None:
    vocabulary = VOCABULARY + "Lender is a party, excludes platform. Corner shop is a lender."
    text = 'agreement "Deal" between Acme and Corner shop.\nCorner shop is a platform.\n1: Lenders may use location.'
    assert verdict(text, vocabulary, bearer="lender", data="location") == "permitted"
    assert verdict(text, vocabulary, bearer="corner shop", data="location") == "uncovered"


def test_what_reveals_something_is_not_that_thing() -> None:
    vocabulary = VOCABULARY + "Transactions are data, reveal location."
    facts = run_text(DEAL + "1: Acme must not use location.\n2: Acme may use transactions.", vocabulary).facts
    assert not facts.contradictions


def test_what_is_derived_and_bound_counts_as_a_kind_of_its_source() -> None:
    derived = "Profile is data, derived from location, {}."
    for terms, expected in (("bound by the same terms", "forbidden"), ("free of those terms", "uncovered")):
        made = run_text(DEAL + "1: Acme must not use location.", VOCABULARY + derived.format(terms))
        assert made.judge(replace(POINT, data="profile"))[0] == expected


def test_the_order_of_sentences_does_not_matter() -> None:
    clauses = ["1: Acme may use data except for marketing.", "2: Acme must not use location.", "3: Bolt may use data."]
    one, other = (verdict("\n".join(lines), data="location", purpose="research") for lines in (clauses, clauses[::-1]))
    assert one == other == "forbidden"


def test_data_about_some_people_are_nobody_elses() -> None:
    text = "1: Acme may use diary."
    assert verdict(text, data="diary", people="children") == "permitted"
    assert verdict(text, data="diary", people="customers") == "uncovered"


def test_about_restricts_whose_data() -> None:
    text = "1: Acme must not use location about children."
    assert verdict(text, data="location", people="children") == "forbidden"
    assert verdict(text, data="location", people="customers") == "uncovered"


def test_whom_data_are_declared_to_be_about_is_no_list_of_the_clause() -> None:
    names = VOCABULARY + "Album is data, about customers and children.\n"
    text = "1: Acme may use album.\n2: Acme must not use album about children."
    assert verdict(text, names, data="album", people="children") == "forbidden"
    assert verdict(text, names, data="album", people="customers") == "permitted"
    listed = text.replace("1: Acme may use album", "1: Acme may use album about customers and children")
    assert verdict(listed, names, data="album", people="children") == "conflicting"


# Roles


def test_a_kind_means_each_party_of_that_kind() -> None:
    text = "1: Banks may use location."
    assert verdict(text, data="location") == "permitted"
    assert verdict(text, data="location", bearer="corex") == "uncovered"


def test_a_kind_of_which_there_is_no_party_means_anyone_of_it() -> None:
    text = 'agreement "Deal" between Bolt and Delta.\n1: Banks may use location.'
    for bearer in ("acme", "corex", "bank"):
        assert verdict(text, data="location", bearer=bearer) == "permitted"


def test_recipient_and_discloser_are_those_whom_the_agreement_lets_receive_and_give() -> None:
    text = (
        "1: Acme may share location with Bolt.\n2: The recipient must not use balance.\n3: The discloser may use diary."
    )
    assert verdict(text, data="balance", bearer="bolt") == "forbidden"
    assert verdict(text, data="balance", bearer="acme") == "uncovered"
    assert verdict(text, data="diary", people="children", bearer="acme") == "permitted"
    assert verdict(text, data="diary", people="children", bearer="bolt") == "uncovered"


@pytest.mark.parametrize("onward", ["location", "location with anyone", "location with third parties"])
def test_leave_to_share_with_anyone_makes_nobody_a_recipient_where_another_clause_names_one(onward: str) -> None:
    text = (
        f"1: Acme may share location with Bolt.\n2: Bolt may share {onward}.\n"
        "3: The recipient must not use balance.\n4: The discloser may use diary."
    )
    assert verdict(text, data="balance", bearer="bolt") == "forbidden"
    assert verdict(text, data="balance", bearer="acme") == "uncovered"
    assert verdict(text, data="diary", people="children", bearer="acme") == "permitted"
    assert verdict(text, data="diary", people="children", bearer="bolt") == "uncovered"


def test_leave_to_share_with_anyone_tells_who_receives_where_nothing_else_does() -> None:
    text = "1: Acme may share location.\n2: The recipient must not use balance."
    assert verdict(text, data="balance", bearer="bolt") == "forbidden"
    assert verdict(text, data="balance", bearer="acme") == "uncovered"


@pytest.mark.parametrize("phrase", ["only with Corex", "except with Bolt", "except with anyone"])
def test_who_may_not_be_given_data_is_no_recipient(phrase: str) -> None:
    text = f"1: Acme may share location {phrase}.\n2: The recipient must not use balance."
    assert verdict(text, data="balance", bearer="bolt") == "uncovered"


def test_nobody_receives_from_itself() -> None:
    regions = [norm.region for norm in engine("1: Each party may receive location from Acme.").facts.norms]
    assert [region.empty for region in regions] == [True, False]
    assert verdict("1: Each party may receive location from Acme.", **shares("bolt")) == "permitted"


def test_each_party_is_each_on_its_own() -> None:
    text = "1: Each party may share location with the other party."
    assert verdict(text, **shares("bolt")) == "permitted"
    assert verdict(text, **shares("acme", bearer="bolt")) == "permitted"
    assert verdict(text, **shares("corex")) == "uncovered"


def test_neither_party_bans_both() -> None:
    facts = engine("1: Neither party may sell location.").facts
    assert [norm.bans for norm in facts.norms] == [True, True]


def test_third_parties_are_neither_parties_nor_data_subjects() -> None:
    text = "1: Acme must not share location with third parties."
    assert verdict(text, **shares("corex")) == "forbidden"
    assert verdict(text, **shares("?")) == "forbidden"
    assert verdict(text, **shares("bolt")) == "uncovered"
    assert verdict(text, **shares("customers")) == "uncovered"


def test_anyone_leaves_out_only_the_bearer() -> None:
    text = "1: Acme must not share location with anyone."
    for taker in ("bolt", "corex", "customers", "?"):
        assert verdict(text, **shares(taker)) == "forbidden"
    assert verdict("1: Anyone may share location with anyone.", **shares("bolt", bearer="corex")) == "permitted"


def test_one_bank_may_share_with_another() -> None:
    text = 'agreement "Deal" between Bolt and Delta.\n1: Banks must not share location with anyone.'
    assert verdict(text, **shares("acme", bearer="corex")) == "forbidden"


# Actions


def test_to_sell_is_to_share() -> None:
    assert verdict("1: Acme must not share location.", **shares(action="sell")) == "forbidden"
    assert verdict("1: Acme must not sell location.", **shares(action="share")) == "uncovered"


def test_what_an_action_lacks_is_empty_and_not_any() -> None:
    text = "1: Acme may process location with Bolt."
    assert verdict(text, **shares("bolt")) == "permitted"
    assert verdict(text, data="location", action="use") == "uncovered"


def test_a_verb_that_its_phrases_do_not_fit_leaves_an_empty_clause() -> None:
    facts = engine("1: Acme may use location with Bolt.").facts
    assert all(norm.region.empty for norm in facts.norms)


def test_to_receive_is_to_be_given() -> None:
    text = "1: Bolt may receive location from Acme.\n2: Bolt must not receive balance from anyone except Acme."
    assert verdict(text, **shares("bolt")) == "permitted"
    assert verdict(text, **shares("bolt", action="sell")) == "uncovered"
    assert verdict(text, **shares("bolt", bearer="corex")) == "uncovered"
    assert verdict(text, **shares("bolt", bearer="corex", data="balance")) == "forbidden"
    assert verdict(text, **shares("bolt", data="balance")) == "uncovered"


def test_from_says_whose_data_are_used() -> None:
    text = "1: Acme may use location from Bolt."
    assert verdict(text, data="location", source="bolt") == "permitted"
    assert verdict(text, data="location", source="corex") == "uncovered"
    assert verdict("1: Acme may use location.", data="location", source="corex") == "permitted"


def test_leave_to_notify_that_names_no_data_is_about_none() -> None:
    text = "1: Acme may notify Bolt.\n2: Acme may notify Bolt of location.".replace(" of location", "")
    notice = {"action": "notify", "counterparty": "bolt"}
    assert verdict(text.replace("notify Bolt", "notify to Bolt"), **notice, data="breach") == "permitted"
    assert verdict(text.replace("notify Bolt", "notify to Bolt"), **notice, data="location") == "uncovered"
    assert verdict("1: Acme must not notify to Bolt.", **notice, data="location") == "forbidden"


# Purposes and places


def test_a_missing_phrase_means_the_whole_dimension() -> None:
    for purpose in ("research", "marketing", "?", None):
        assert verdict("1: Acme may use location.", data="location", purpose=purpose) == "permitted"


def test_a_flow_without_a_purpose_has_none_stated() -> None:
    text = "1: Acme may share location with Bolt."
    assert verdict(text, **shares(purpose=None)) == "permitted"
    assert verdict(text, **shares(purpose="research")) == "uncovered"


def test_a_purpose_that_is_not_stated_overlaps_only_norms_that_name_none() -> None:
    assert verdict("1: Acme must not share location for marketing.", **shares()) == "uncovered"
    assert verdict("1: Acme must not share location except for marketing.", **shares()) == "uncovered"
    assert verdict("1: Acme must not share location.", **shares()) == "forbidden"
    assert verdict("1: Acme must not share location.", **shares(purpose="research")) == "forbidden"


def test_any_purpose_is_every_purpose_that_is_stated() -> None:
    text = "1: Acme may share location with Bolt for any purpose."
    assert verdict(text, **shares(purpose="?")) == "permitted"
    assert verdict(text, **shares(purpose=None)) == "uncovered"


def test_outside_is_all_but_the_places_named() -> None:
    text = "1: Acme must not use location outside Europe or Asia."
    assert verdict(text, data="location", place="?") == "forbidden"
    assert verdict(text, data="location", place="france") == "uncovered"


def test_data_are_shared_where_the_recipient_is() -> None:
    vocabulary = VOCABULARY + "Echo is a party, in France."
    text = 'agreement "Deal" between Acme and Echo.\n1: Acme may share location with Echo.'
    flow = run_text(text + "\n2: Acme must not share location outside Europe.", vocabulary).facts
    assert not flow.contradictions
    flow = run_text(text + "\n2: Acme must not share location in France.", vocabulary).facts
    assert [found.grade for found in flow.contradictions] == [Grade.DENIED]


# Demands of law


DEMAND = "2: Acme may share location with anyone if legal obligation."


@pytest.mark.parametrize(
    ("ban", "expected"),
    [
        ("1: Acme must not share location with anyone.", "permitted"),
        ("1: Acme may process location only with approval.", "permitted"),
        ("1: Acme must not share location with anyone. The stricter clause prevails.", "permitted"),
        ("1: Acme must not share location with anyone even if legal obligation.", "conflicting"),
        ("1: Acme must not share location with anyone. Clause 1 prevails over clause 2.", "forbidden"),
    ],
)
def test_what_the_law_demands_may_be_done_unless_a_ban_speaks_of_that(ban: str, expected: str) -> None:
    assert verdict(f"{ban}\n{DEMAND}", **shares(states={"legal obligation"})) == expected
    assert verdict(f"{ban}\n{DEMAND}", **shares()) == "forbidden"
    assert bool(grades(f"{ban}\n{DEMAND}")) is (expected != "permitted")


def test_what_the_law_demands_stands_against_bans_of_other_agreements() -> None:
    first = DEAL + "1: Acme must not share location with anyone.\n"
    text = first + f'agreement "Second" between Acme and Bolt.\n{DEMAND}'
    assert verdict(text, **shares(states={"legal obligation"})) == "permitted"


# Lists, only, except


@pytest.mark.parametrize("joiner", ["and", "or"])
@pytest.mark.parametrize("modal", ["may", "must not"])
def test_and_and_or_both_mean_each(joiner: str, modal: str) -> None:
    text = f"1: Acme {modal} use or keep location {joiner} balance."
    for data in ("location", "balance"):
        assert verdict(text, data=data, action="keep") == {"may": "permitted", "must not": "forbidden"}[modal]


def test_only_bans_the_rest_of_its_phrase_within_what_precedes_it() -> None:
    text = "1: Acme may use location in Europe only for research."
    in_europe = {"data": "location", "place": "france"}
    assert verdict(text, **in_europe, purpose="research") == "permitted"
    assert verdict(text, **in_europe, purpose="marketing") == "forbidden"
    assert verdict(text, data="location", place="asia", purpose="marketing") == "uncovered"
    assert verdict(text, data="balance", place="france", purpose="marketing") == "uncovered"


def test_what_follows_only_limits_the_permission_and_not_the_ban() -> None:
    text = "1: Acme may use location only for research in Europe."
    assert verdict(text, data="location", place="asia", purpose="marketing") == "forbidden"
    assert verdict(text, data="location", place="asia", purpose="research") == "uncovered"


def test_only_bans_whatever_the_purpose_of_a_flow() -> None:
    text = "1: Acme may share location only with Bolt."
    assert verdict(text, **shares("corex", purpose="marketing")) == "forbidden"
    assert verdict(text, **shares("corex")) == "forbidden"


def test_only_on_receiving_bans_giving() -> None:
    text = "1: Bolt may receive location only from Acme."
    assert verdict(text, **shares("bolt", bearer="corex")) == "forbidden"
    assert verdict(text, **shares("bolt")) == "permitted"


def test_several_only_clauses_are_one_list_of_alternatives() -> None:
    text = "1: Acme may use location only for research.\n2: Acme may use data only for marketing."
    assert verdict(text, data="location", purpose="advertising") == "permitted"
    assert verdict(text, data="location", purpose="?") == "forbidden"
    assert verdict(text, data="balance", purpose="research") == "forbidden"


def test_a_condition_behind_only_is_closed_as_well() -> None:
    text = "1: Acme may share location only with Bolt with consent."
    assert verdict(text, **shares(states={"consent"})) == "permitted"
    assert verdict(text, **shares()) == "forbidden"
    assert verdict(text, **shares("corex", states={"consent"})) == "forbidden"


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("1: Acme must not share location except with Bolt with consent.", shares(states={"consent"}), "uncovered"),
        ("1: Acme must not share location except with Bolt with consent.", shares(), "forbidden"),
        ("1: Acme must not share location except with Bolt with consent.", shares("corex"), "forbidden"),
        ("1: Acme must not share location with anyone except Bolt with consent.", shares(), "forbidden"),
        ("1: Acme must not share location with anyone except Bolt with consent.", shares("corex"), "forbidden"),
        (
            "1: Acme must not share location with anyone except Bolt with consent.",
            shares(states={"consent"}),
            "uncovered",
        ),
        ("1: Acme must not share location except with consent if approval.", shares(states={"consent"}), "forbidden"),
        ("1: Acme must not share location except with consent if approval.", shares(states={"approval"}), "forbidden"),
        (
            "1: Acme must not share location except with consent if approval.",
            shares(states={"consent", "approval"}),
            "uncovered",
        ),
        ("1: Acme must not share location except with Bolt in France.", shares(place="asia"), "forbidden"),
        ("1: Acme must not share location except with Bolt in France.", shares(place="france"), "uncovered"),
        ("1: Acme must not share location except with Bolt unless consent.", shares("corex"), "forbidden"),
        (
            "1: Acme must not share location except with Bolt unless consent.",
            shares("corex", states={"consent"}),
            "uncovered",
        ),
    ],
)
def test_what_stands_behind_an_exception_from_a_ban_belongs_to_it(
    text: str, said: dict[str, Any], expected: str
) -> None:
    assert verdict(text, **said) == expected


@pytest.mark.parametrize(
    ("phrases", "said", "expected"),
    [
        ("with Bolt except with Bolt in France", shares(place="france"), "uncovered"),
        ("with Bolt except with Bolt in France", shares(place="asia"), "permitted"),
        ("with Bolt except with Bolt in France", shares("corex", place="asia"), "uncovered"),
        ("with Bolt except Bolt in France", shares(place="france"), "uncovered"),
        ("with Bolt except Bolt in France", shares(place="asia"), "permitted"),
        ("with anyone except Bolt in France", shares("corex", place="france"), "permitted"),
        ("with anyone except Bolt in France", shares("corex", place="asia"), "uncovered"),
        ("except with Bolt, in France", shares("corex", place="asia"), "uncovered"),
        ("except with Bolt, in France", shares("corex", place="france"), "permitted"),
        ("except with Bolt without consent", shares(), "uncovered"),
        ("except with Bolt without consent", shares(states={"consent"}), "permitted"),
        ("except with Bolt unless consent", shares(states={"consent"}), "permitted"),
        ("except with Bolt unless consent", shares(), "uncovered"),
        ("except with Bolt, unless consent", shares("corex", states={"consent"}), "uncovered"),
        ("except with Bolt if consent", shares("corex"), "uncovered"),
        ("except with Bolt in France only with consent", shares(place="asia"), "forbidden"),
        ("except with Bolt in France only with consent", shares(place="france"), "uncovered"),
        ("only with Bolt except with Bolt in France", shares(place="asia"), "permitted"),
        ("only with Bolt except with Bolt in France", shares("corex", place="asia"), "forbidden"),
    ],
)
def test_what_stands_right_behind_an_exception_from_leave_belongs_to_it(
    phrases: str, said: dict[str, Any], expected: str
) -> None:
    assert verdict(f"1: Acme may share location {phrases}.", **said) == expected


def test_an_exception_before_the_clause_is_read_for_itself() -> None:
    text = "1: Except with Bolt, Acme must not share location in France."
    assert verdict(text, **shares("corex", place="france")) == "forbidden"
    assert verdict(text, **shares("corex", place="asia")) == "uncovered"
    assert verdict(text, **shares(place="france")) == "uncovered"


@pytest.mark.parametrize(
    ("phrases", "said", "expected"),
    [
        ("with anyone except Bolt in France", shares("corex", place="asia"), "forbidden"),
        ("with anyone except Bolt in France", shares(place="asia"), "forbidden"),
        ("with anyone except Bolt in France", shares(place="france"), "uncovered"),
        ("with anyone, except Bolt, in France", shares("corex", place="asia"), "uncovered"),
        ("except with Bolt, in France", shares("corex", place="asia"), "uncovered"),
        ("except with Bolt, with consent", shares(), "forbidden"),
        ("with Bolt except Bolt in France", shares(place="asia"), "forbidden"),
        ("with Bolt except Bolt in France", shares(place="france"), "uncovered"),
    ],
)
def test_what_a_comma_sets_off_behind_an_exception_from_a_ban_belongs_to_the_clause(
    phrases: str, said: dict[str, Any], expected: str
) -> None:
    assert verdict(f"1: Acme must not share location {phrases}.", **said) == expected


def test_leave_to_use_and_to_give_names_to_whom_it_may_be_given() -> None:
    text = "1: Acme may use and share location to Bolt for research."
    assert verdict(text, data="location", purpose="research") == "permitted"
    assert verdict(text, **shares("corex", purpose="research")) == "uncovered"
    assert verdict(text, **shares(purpose="research")) == "permitted"


def test_only_with_a_condition_limits_leave_that_has_none() -> None:
    text = "1: Acme may use location only with consent.\n2: Acme may use location for research."
    assert verdict(text, data="location", purpose="research") == "forbidden"
    assert verdict(text, data="location", purpose="research", states={"consent"}) == "permitted"
    assert set(grades(text).values()) == {Grade.NARROWER}


def test_a_condition_for_narrower_data_holds_for_leave_with_a_ground_of_its_own_too() -> None:
    text = "1: Acme may use shopping location only with consent.\n2: Acme may use location for research if approval."
    said: dict[str, Any] = {"data": "shopping location", "purpose": "research", "states": frozenset({"approval"})}
    assert verdict(text, **said) == "forbidden"
    assert set(grades(text).values()) == {Grade.NARROWER}


def test_only_clauses_on_different_sides_limit_together() -> None:
    text = "1: Acme may use location only for research.\n2: Acme may use location only with consent."
    for states, purpose, expected in (
        ({"consent"}, "research", "permitted"),
        (set(), "research", "forbidden"),
        ({"consent"}, "marketing", "forbidden"),
    ):
        assert verdict(text, data="location", states=frozenset(states), purpose=purpose) == expected


def test_another_permission_is_not_part_of_the_closed_list() -> None:
    text = "1: Acme may use location only for research.\n2: Acme may use location for marketing."
    assert verdict(text, data="location", purpose="marketing") == "conflicting"


def test_except_names_subtracts_from_the_list_before_it() -> None:
    text = "1: Acme must not share data except balance with anyone except Bolt."
    assert verdict(text, **shares("corex")) == "forbidden"
    assert verdict(text, **shares("corex", data="balance")) == "uncovered"
    assert verdict(text, **shares("bolt")) == "uncovered"


def test_except_subtracts_from_each_name_of_a_list() -> None:
    text = "1: Acme may use diary and location except shared diary."
    assert verdict(text, data="shared diary", people="children") == "uncovered"
    assert verdict(text, data="shopping location") == "permitted"


def test_except_takes_built_in_roles_too() -> None:
    text = "1: Acme may share location to anyone except third parties."
    assert verdict(text, **shares("bolt")) == "permitted"
    assert verdict(text, **shares("corex")) == "uncovered"


def test_except_phrase_subtracts_that_phrase() -> None:
    text = "1: Acme must not use location except for research."
    assert verdict(text, data="location", purpose="marketing") == "forbidden"
    assert verdict(text, data="location", purpose="research") == "uncovered"


def test_what_is_done_alone_is_not_done_with_somebody() -> None:
    text = "1: Acme must not process location except with Bolt."
    assert verdict(text, data="location", action="use") == "forbidden"
    assert verdict(text, **shares("bolt")) == "uncovered"


def test_except_as_this_agreement_allows_yields_to_every_grant() -> None:
    text = (
        "1: Acme must not use data except as this agreement allows.\n2: Acme must use balance.\n3: Acme may use diary."
    )
    assert verdict(text, data="location") == "forbidden"
    assert verdict(text, data="balance") == verdict(text, data="diary", people="children") == "permitted"
    assert grades(text) == {}


def test_an_exception_does_not_reach_into_another_agreement() -> None:
    text = DEAL + '1: Acme may use data.\nagreement "Other" between Acme and Bolt.\n'
    text += "2: Acme must not use data except as this agreement allows."
    assert verdict(text) == "conflicting"
    assert grades(text) == {("1", "2"): Grade.DENIED}


# Conditions

CONSENT = frozenset({"consent"})
NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("phrase", "with_consent", "without"),
    [
        ("with consent", "permitted", "uncovered"),
        ("if consent", "permitted", "uncovered"),
        ("under consent", "permitted", "uncovered"),
        ("without consent", "permitted", "permitted"),
        ("unless consent", "uncovered", "permitted"),
        ("except with consent", "uncovered", "permitted"),
        ("only with consent", "permitted", "forbidden"),
        ("only without consent", "forbidden", "permitted"),
        ("even without consent", "permitted", "permitted"),
    ],
)
def test_conditions_of_permissions(phrase: str, with_consent: str, without: str) -> None:
    assert verdict(f"1: Acme may use data {phrase}.", states=CONSENT) == with_consent
    assert verdict(f"1: Acme may use data {phrase}.", states=NOTHING) == without


@pytest.mark.parametrize(
    ("phrase", "with_consent", "without"),
    [
        ("", "forbidden", "forbidden"),
        ("even with consent", "forbidden", "forbidden"),
        ("even if consent", "forbidden", "forbidden"),
        ("without consent", "uncovered", "forbidden"),
        ("unless consent", "uncovered", "forbidden"),
        ("except with consent", "uncovered", "forbidden"),
        ("except without consent", "forbidden", "uncovered"),
        ("if consent", "forbidden", "uncovered"),
    ],
)
def test_conditions_of_bans(phrase: str, with_consent: str, without: str) -> None:
    assert verdict(f"1: Acme must not use data {phrase}.".replace(" .", "."), states=CONSENT) == with_consent
    assert verdict(f"1: Acme must not use data {phrase}.".replace(" .", "."), states=NOTHING) == without


@pytest.mark.parametrize(
    ("phrase", "with_consent", "without"),
    [("with consent", "permitted", "permitted"), ("if consent", "permitted", "uncovered")],
)
def test_with_on_a_duty_is_its_manner_and_if_its_condition(phrase: str, with_consent: str, without: str) -> None:
    assert verdict(f"1: Acme must use data {phrase}.", states=CONSENT) == with_consent
    assert verdict(f"1: Acme must use data {phrase}.", states=NOTHING) == without


def test_a_kind_of_a_condition_entails_it() -> None:
    assert verdict("1: Acme may use data with consent.", states=frozenset({"opt-in consent"})) == "permitted"
    assert verdict("1: Acme may use data with opt-in consent.", states=CONSENT) == "uncovered"


def test_conditions_are_joined_logically() -> None:
    text = "1: Acme may use data if consent and not (approval or strike)."
    assert verdict(text, states=CONSENT) == "permitted"
    assert verdict(text, states=frozenset({"consent", "strike"})) == "uncovered"
    assert verdict("1: Acme may use data with consent or approval.", states=frozenset({"approval"})) == "permitted"
    assert verdict("1: Acme may use data with consent and approval.", states=frozenset({"approval"})) == "uncovered"


def test_a_quoted_condition_equals_only_the_same_words() -> None:
    text = '1: Acme may use data if "it rains".\n2: Acme must not use data if "It  rains".\n3: Acme may use data if "it pours".'
    assert grades(text) == {("1", "2"): Grade.DENIED, ("3", "2"): Grade.NARROWER}
    assert all(found.quoted for found in engine(text).facts.contradictions)


# Time


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("from", (False, True, True)),
        ("after", (False, False, True)),
        ("until", (True, True, False)),
        ("before", (True, False, False)),
        ("on", (False, True, False)),
    ],
)
def test_days(phrase: str, days: tuple[bool, ...]) -> None:
    for day, holds in zip((BEFORE, FIRST, LATER), days, strict=True):
        assert (verdict(f"1: Acme may use data {phrase} 2020-01-01.", day=day) == "permitted") is holds


def test_an_agreement_holds_from_its_first_day_to_its_last() -> None:
    text = 'agreement "Deal" between Acme and Bolt from 2020-01-01 until 2020-01-01.\n1: Acme may use data.'
    assert [verdict(text, day=day) for day in (BEFORE, FIRST, LATER)] == ["uncovered", "permitted", "uncovered"]


def test_what_survives_holds_after_termination() -> None:
    text = "1.1: Acme may use location.\n1.2: Acme may use balance.\n2: Acme may use diary.\nClause 1 survives termination."
    for data, expected in (("location", "permitted"), ("balance", "permitted"), ("diary", "uncovered")):
        assert verdict(text, data=data, people="children", phase="after") == expected
        assert verdict(text, data=data, people="children") == "permitted"


def test_what_survives_for_a_time_holds_so_many_days_past_the_end() -> None:
    text = 'agreement "Deal" between Acme and Bolt until 2020-01-01.\n1: Acme may use data.\n'
    text += "Clause 1 survives for 30 days after termination."
    assert verdict(text, phase="after", day=date(2020, 1, 31)) == "permitted"
    assert verdict(text, phase="after", day=date(2020, 2, 1)) == "uncovered"
    assert verdict(text + "\nClause 1 survives termination.", phase="after", day=date(2020, 2, 1)) == "permitted"


def test_no_clause_survives_except_those_named() -> None:
    text = "1: Acme may use location.\n2: Acme may use balance.\nNo clause except 2 survives termination."
    assert verdict(text, data="location", phase="after") == "uncovered"
    assert verdict(text, data="balance", phase="after") == "permitted"


def test_what_survives_until_an_event_ends_with_it() -> None:
    surviving = engine("1: Acme may use location.\nClause 1 survives until strike.")
    after, strike = replace(POINT, data="location", phase="after"), frozenset({"strike"})
    assert surviving.judge(after)[0] == "permitted"
    assert surviving.judge(replace(after, states=strike))[0] == "uncovered"
    assert surviving.judge(replace(after, states=strike, phase="during"))[0] == "permitted"


@pytest.mark.parametrize(
    "end",
    ["Clause 1 survives until strike and breach.", "Clause 1 survives until strike.\nClause 1 survives until breach."],
)
def test_what_survives_until_several_events_ends_with_the_last(end: str) -> None:
    surviving = engine(f"1: Acme may use location.\n{end}")
    after = replace(POINT, data="location", phase="after")
    for states, expected in ((set(), "permitted"), ({"strike"}, "permitted"), ({"strike", "breach"}, "uncovered")):
        assert surviving.judge(replace(after, states=frozenset(states)))[0] == expected


def test_after_and_before_events() -> None:
    strike = frozenset({"strike"})
    assert verdict("1: Acme may use data after strike.", states=strike) == "permitted"
    assert verdict("1: Acme may use data after strike.", states=NOTHING) == "uncovered"
    for word in ("before", "until"):
        assert verdict(f"1: Acme must not use data {word} strike.", states=strike) == "uncovered"
        assert verdict(f"1: Acme must not use data {word} strike.", states=NOTHING) == "forbidden"


@pytest.mark.parametrize(
    ("words", "during", "struck", "ended"),
    [
        ("must not use data after termination or strike", "uncovered", "forbidden", "forbidden"),
        ("must not use data after strike or termination", "uncovered", "forbidden", "forbidden"),
        ("may use data on termination or strike", "uncovered", "permitted", "permitted"),
        ("must delete data after termination or strike", "permitted", "permitted", "permitted"),
        ("may use data until termination or strike", "permitted", "uncovered", "uncovered"),
        ("may use data only until termination or strike", "permitted", "forbidden", "forbidden"),
        ("must not use data except after termination or strike", "forbidden", "uncovered", "uncovered"),
        ("must not use data until termination or strike", "forbidden", "uncovered", "uncovered"),
    ],
)
def test_the_end_of_the_agreement_or_another_event(words: str, during: str, struck: str, ended: str) -> None:
    act = {"action": "delete"} if "delete" in words else {}
    assert verdict(f"1: Acme {words}.", states=NOTHING, **act) == during
    assert verdict(f"1: Acme {words}.", states=frozenset({"strike"}), **act) == struck
    assert verdict(f"1: Acme {words}.", states=NOTHING, phase="after", **act) == ended


def test_on_duties_events_are_triggers() -> None:
    assert verdict("1: Acme must use data after strike.", states=NOTHING) == "permitted"


def test_what_termination_triggers_survives_it() -> None:
    text = 'agreement "Deal" between Acme and Bolt until 2020-01-01.\n1: Acme must delete data after termination.'
    assert verdict(text, action="delete", phase="after", day=date(2021, 1, 1)) == "permitted"
    assert verdict(text, action="delete") == "uncovered"


def test_what_is_said_to_be_before_termination_ends_with_it() -> None:
    text = "1: Acme may use data before termination.\nClause 1 survives termination."
    assert verdict(text) == "permitted"
    assert verdict(text, phase="after") == "uncovered"


def test_nothing_is_both_after_and_before_termination() -> None:
    text = "1: Acme may use data after termination before termination."
    assert verdict(text) == verdict(text, phase="after") == "uncovered"


@pytest.mark.parametrize(
    ("count", "unit", "days"),
    [
        (1, "month", 30),
        (1, "quarter", 91),
        (1, "year", 365),
        (5, "business day", 7),
        (2, "week", 14),
        (3, "business day", 5),
    ],
)
def test_lengths_of_time(count: int, unit: Any, days: int) -> None:
    assert Length(count, unit).hours == days * 24


# Order


@pytest.mark.parametrize(
    "text",
    [
        "1: Acme may use data despite 2.\n2: Acme must not use data.",
        "1: Acme may use data despite anything in this agreement.\n2: Acme must not use data.",
        "1: Acme may use data.\n2: Acme must not use data subject to 1.",
        "1: Acme may use data.\n2: Acme must not use data subject to anything in this agreement.",
        "1: Acme may use data.\n2: Acme must not use data.\nClause 1 prevails over clause 2.",
        "1.1: Acme may use data.\n2(a): Acme must not use data.\nClause 1 prevails over clause 2.",
    ],
)
def test_what_stands_higher_decides_and_leaves_a_note(text: str) -> None:
    assert verdict(text) == "permitted"
    assert list(grades(text).values()) == [Grade.ORDERED]


def test_order_is_transitive() -> None:
    text = "1: Acme may use data despite 2.\n2: Acme must not use data despite 3.\n3: Acme may use data."
    assert deciding(text) == {"1"}


def test_inside_a_circle_no_order_holds() -> None:
    text = "1: Acme may use data despite 2.\n2: Acme must not use data despite 1."
    assert verdict(text) == "conflicting"
    assert len(engine(text).facts.order.clauses.circles()) == 1


def test_a_circle_of_different_orders_is_one_too() -> None:
    text = "1: Acme may use data despite 2.\n2: Acme must not use data.\n3: Acme may use data despite 4.\n"
    assert verdict(text + "4: Acme must not use data.\nThe stricter clause prevails.") == "conflicting"


def test_the_stricter_clause_prevails() -> None:
    text = "1: Acme may use data.\n2: Acme must not use location.\nThe stricter clause prevails."
    assert verdict(text, data="location") == "forbidden"
    assert verdict(text, data="balance") == "permitted"


OTHER = 'agreement "Other" between Acme and Bolt{}.\n2: Acme must not use data.\n'


@pytest.mark.parametrize(
    ("deal", "other", "expected"),
    [
        ("", "", "conflicting"),
        ("This agreement prevails over any other agreement.\n", "", "permitted"),
        ('"Other" prevails over this agreement.\n', "", "forbidden"),
        ("", ' amends "Deal"', "forbidden"),
        ('"Other" prevails over this agreement.\nClause 1 prevails over "Other".\n', "", "permitted"),
        ("This agreement prevails over any other agreement.\n", ' amends "Deal"', "conflicting"),
    ],
)
def test_order_between_agreements(deal: str, other: str, expected: str) -> None:
    assert verdict(DEAL + "1: Acme may use data.\n" + deal + OTHER.format(other)) == expected


# Verdicts


def test_a_duty_permits_what_it_requires() -> None:
    assert verdict("1: Acme must use data.") == "permitted"


def test_a_release_and_a_duty_to_ensure_bind_nobody_here() -> None:
    assert verdict("1: Acme need not use data.") == "uncovered"
    assert not any(
        norm.grants or norm.bans for norm in engine("1: Acme must ensure that Bolt must not use data.").facts.norms
    )


def test_silence_is_neither_leave_nor_ban() -> None:
    assert verdict("1: Bolt may use data.") == "uncovered"


# Exceptions


@pytest.mark.parametrize(
    ("ban", "data", "expected"),
    [
        ("must not use location", "location", "forbidden"),
        ("must not use location", "balance", "permitted"),
        ("must not use personal data for marketing", "location", "permitted"),
        ("must not use personal data if strike", "location", "permitted"),
        ("must not use personal data", "location", "conflicting"),
        ("must not use data", "location", "conflicting"),
    ],
)
def test_a_narrower_ban_is_an_exception_and_decides(ban: str, data: str, expected: str) -> None:
    assert verdict(f"1: Acme may use personal data.\n2: Acme {ban}.", data=data, purpose="research") == expected


def test_a_ban_on_something_particular_is_an_exception_to_what_does_not_speak_of_it() -> None:
    text = "1: Acme may use location with consent.\n2: Acme must not use data for marketing."
    assert verdict(text, data="location", purpose="marketing", states=CONSENT) == "forbidden"
    assert verdict(text, data="location", purpose="research", states=CONSENT) == "permitted"


def test_an_exception_has_exceptions_of_its_own() -> None:
    text = "1: Acme may use data.\n2: Acme must not use personal data.\n3: Acme may use location despite 2."
    assert deciding(text, data="location") == {"3"}
    assert verdict(text, data="balance") == "forbidden"


def test_no_ban_is_an_exception_to_another_agreement() -> None:
    text = DEAL + '1: Acme may use data.\nagreement "Other" between Acme and Bolt.\n2: Acme must not use location.'
    assert verdict(text, data="location") == "conflicting"


def test_what_is_said_to_prevail_has_no_exceptions() -> None:
    text = "1: Acme may use data despite 2.\n2: Acme must not use location."
    assert verdict(text, data="location") == "permitted"


def test_each_name_of_a_list_has_its_own_exceptions() -> None:
    text = "1: Acme may use personal data and diary.\n2: Acme must not use location and diary."
    assert verdict(text, data="location") == "forbidden"
    assert verdict(text, data="diary", people="children") == "conflicting"
    assert verdict(text, data="balance") == "permitted"


def test_to_receive_and_to_share_have_the_same_exceptions() -> None:
    share, receive = "Acme may share data with Bolt", "Bolt may receive data from Acme"
    for grant in (share, receive):
        for ban in ("Acme must not share location with Bolt", "Bolt must not receive location from Acme"):
            assert verdict(f"1: {grant}.\n2: {ban}.", **shares()) == "forbidden"


# What an agreement incorporates

TERMS = 'agreement "Terms" between Acme and Bolt.\n'
WITH_TERMS = 'agreement "Deal" between Acme and Bolt incorporates "Terms".\n'


def incorporated(clause: str, terms: str, header: str = WITH_TERMS, **said: Any) -> set[str]:
    """The clauses that decide where a deal incorporates terms; the terms' own clauses are numbered from 7 on."""
    one, other = (
        agreed_verdict(text, VOCABULARY, **said)[1]
        for text in (f"{header}{clause}\n{TERMS}{terms}", f"{TERMS}{terms}\n{header}{clause}")
    )
    assert one == other
    return one


@pytest.mark.parametrize(
    ("clause", "terms", "expected"),
    [
        ("1: Acme may use data.", "7: Acme must not use location.", {"7"}),
        ("1: Acme must not use location.", "7: Acme may use data.", {"1"}),
        ("1: Acme may use location.", "7: Acme must not use location.", {"1", "7"}),
        ("1: Acme may use location.", "7: Acme must not use data except as this agreement allows.", {"1"}),
        ("1: Acme may use location only for marketing.", "7: Acme may use location only for research.", {"7"}),
        ("1: Acme may use location despite anything in this agreement.", "7: Acme must not use location.", {"1"}),
        ("1: Acme may use location.", "7: Acme must not use location despite anything in this agreement.", {"7"}),
        ("1: Acme may use location subject to anything in this agreement.", "7: Acme must not use location.", {"7"}),
        ("1: Acme may use location.\nThe stricter clause prevails.", "7: Acme must not use location.", {"7"}),
        ("1: Acme may use location.", "7: Acme must not use location.\nThe stricter clause prevails.", {"7"}),
        (
            "1: Acme may use location.\nThis agreement prevails over any other agreement.",
            "7: Acme must not use location.",
            {"1", "7"},
        ),
        (
            '1: Acme may use location.\nThis agreement prevails over "Terms".',
            "7: Acme must not use location.",
            {"1"},
        ),
    ],
)
def test_what_is_incorporated_counts_as_the_agreements_own(clause: str, terms: str, expected: set[str]) -> None:
    assert incorporated(clause, terms, data="location", purpose="research") == expected


def test_what_is_not_incorporated_is_another_agreement() -> None:
    clauses = "1: Acme may use data.", "7: Acme must not use location."
    assert incorporated(*clauses, header=DEAL, data="location") == {"1", "7"}


def test_agreements_that_incorporate_the_same_terms_are_not_one() -> None:
    other = 'agreement "Other" between Acme and Bolt incorporates "Terms".\n9: Acme must not use location.\n'
    text = f"{WITH_TERMS}1: Acme may use data.\n{other}{TERMS}7: Acme may use personal data."
    assert deciding(text, data="location") == {"1", "9"}


def test_of_agreements_that_incorporate_the_same_terms_each_has_its_own_order() -> None:
    text = (
        f"{WITH_TERMS}1: Acme may use balance.\nThe stricter clause prevails.\n"
        f"{TERMS}7: Acme may use location.\n8: Acme must not use location and balance.\n"
    )
    assert deciding(text, data="balance") == {"8"}
    assert deciding(text, data="location") == {"7", "8"}


def test_agreements_that_incorporate_one_another_are_one() -> None:
    other = 'agreement "Terms" between Acme and Bolt incorporates "Deal".\n7: Acme must not use location.'
    assert deciding(f"{WITH_TERMS}1: Acme may use data.\n{other}", data="location") == {"7"}


def test_what_is_incorporated_by_way_of_others_is_incorporated() -> None:
    frame = 'agreement "Frame" between Acme and Bolt incorporates "Deal".\n9: Acme may use data.\n'
    assert deciding(f"{frame}{WITH_TERMS}{TERMS}7: Acme must not use location.", data="location") == {"7"}


# Contradictions


@pytest.mark.parametrize(
    ("grant", "ban", "grade"),
    [
        ("may use location", "must not use location", Grade.DENIED),
        ("may use location", "must not use data", Grade.DENIED),
        ("must use location", "must not use data", Grade.DENIED),
        ("may use location and balance", "must not use location and diary", Grade.DENIED),
        ("may use data", "must not use location", Grade.NARROWER),
        ("may use data with consent", "must not use location", Grade.NARROWER),
        ("may share data with Bolt", "must not sell location", Grade.NARROWER),
        ("may use location", "must not use data for marketing", Grade.NARROWER),
        ("may use location with consent", "must not use location with approval", Grade.NARROWER),
        ("may use location if strike", "must not use location with approval", Grade.NARROWER),
        ("may use location for marketing if strike", "must not use location with approval", Grade.PARTIAL),
        ("may share location with Bolt without consent", "must not share location without consent", Grade.PARTIAL),
        ("may share location with Bolt if strike", "must not share location without consent", Grade.PARTIAL),
        ("may share data with Bolt if strike", "must not share location without consent", Grade.NARROWER),
        ("may use location with consent", "must not use location without approval", Grade.NARROWER),
        ("may use location if not approval", "must not use location without approval", Grade.DENIED),
        ("may use location with consent", "must not use data unless approval", Grade.NARROWER),
        ("may use location with consent", "must not use location", Grade.DENIED),
        ("may use location about children", "must not use location for marketing", Grade.NARROWER),
        ("may use location for marketing", "must not use location about children", Grade.NARROWER),
        ("may use location in Europe for marketing", "must not use data in France for any purpose", Grade.PARTIAL),
        ("may use location", "must not use data with approval", Grade.NARROWER),
        ("may use location", "must not use balance", None),
        ("may share location with Bolt", "must not share location for marketing", None),
        ("may share data with Bolt", "must not share location with Bolt", Grade.NARROWER),
        ("may share data with Bolt", "must not share location", Grade.NARROWER),
        ("may share location with Bolt", "must not share location", Grade.DENIED),
    ],
)
def test_grades(grant: str, ban: str, grade: Grade | None) -> None:
    assert grades(f"1: Acme {grant}.\n2: Acme {ban}.").get(("1", "2")) is grade


@pytest.mark.parametrize(
    ("duty", "ban", "conflicts"),
    [
        ("Acme must keep or delete location.", "Acme must not delete location.", False),
        ("Acme must keep or delete location.", "Acme must not delete or keep location.", True),
        ("Acme must keep and delete location.", "Acme must not delete location.", True),
        ("Acme must delete location or report.", "Acme must not delete location.", False),
        ("Acme must share or delete location.", "Acme must not share location.", False),
        ("Acme must share location with Bolt or Corex.", "Acme must not share location with Bolt.", False),
        ("Acme must share location with Bolt or Corex.", "Acme must not share location with anyone.", True),
        ("Acme or Bolt must delete location.", "Acme must not delete location.", False),
        ("Acme or Bolt must delete location.", "Each party must not delete location.", True),
    ],
)
def test_a_choice_conflicts_only_if_every_alternative_does(duty: str, ban: str, conflicts: bool) -> None:
    assert bool(grades(f"1: {duty}\n2: {ban}")) is conflicts


@pytest.mark.parametrize("who", ["Acme", "Anyone", "Platform"])
def test_a_clause_may_contradict_what_is_incorporated(who: str) -> None:
    text = f"{WITH_TERMS}1: {who} may use location.\n{TERMS}7: {who} must not use location."
    (found,) = engine(text).graded().values()
    assert (found.grade, found.joined, found.across) == (Grade.DENIED, True, True)


def test_a_template_that_is_incorporated_is_held_against_what_incorporates_it() -> None:
    template = 'agreement "Terms" between Acme and Bolt is a template.\n7: Acme must not use location.'
    assert grades(f"{WITH_TERMS}1: Acme may use location.\n{template}") == {("1", "7"): Grade.DENIED}
    assert not grades(f"{DEAL}1: Acme may use location.\n{template}")


def test_an_exception_may_stand_in_what_is_incorporated() -> None:
    text = f"{WITH_TERMS}1: Anyone may use data.\n{TERMS}7: Anyone must not use location."
    assert grades(text) == {("1", "7"): Grade.NARROWER}


def test_a_third_clause_that_decides_leaves_no_contradiction() -> None:
    text = "1: Acme may use data.\n2: Acme must not use data.\n3: Acme may use data despite 1 and 2."
    assert set(grades(text)) == {("3", "2")}


def test_an_amendment_that_decides_leaves_no_contradiction() -> None:
    text = (
        DEAL
        + '1: Acme may use data.\n2: Acme must not use data.\nagreement "New" between Acme and Bolt amends "Deal".\n'
    )
    assert set(grades(text + "3: Acme may use data.")) == {("3", "2")}


def test_of_leave_with_only_the_limit_survives_and_not_the_leave() -> None:
    text = "1: Acme may use location only for research. Clause 1 survives termination."
    asked = {"bearer": "acme", "action": "use", "data": "location", "phase": "after"}
    assert verdict(text, **asked, purpose="research") == "uncovered"
    assert verdict(text, **asked, purpose="marketing") == "forbidden"
    assert verdict(text, **(asked | {"phase": "during"}), purpose="research") == "permitted"


def test_plain_leave_survives() -> None:
    text = "1: Acme may use location only for research. 2: Acme may use diary. Clauses 1 and 2 survive termination."
    asked = {"bearer": "acme", "action": "use", "phase": "after", "purpose": "research", "people": "customer"}
    assert verdict(text, **asked, data="location") == "uncovered"
    assert verdict(text, **(asked | {"people": "children"}), data="diary") == "permitted"


def test_a_kind_of_which_the_giver_is_the_only_party_means_the_others_of_it() -> None:
    text = "1: Acme may share location with banks for research."
    assert verdict(text, **shares("corex", purpose="research")) == "permitted"
    assert verdict(text, **shares("bolt", purpose="research")) == "uncovered"
    assert not grades(text)


def meant_as(text: str, plain: str, vocabulary: str = VOCABULARY, **said: Any) -> str:
    """The verdict on a sentence, which is that of engine and reference on what it means in plain words."""
    found, _ = agreed_verdict(DEAL + plain, vocabulary, **said)
    assert run_text(DEAL + text, vocabulary).judge(replace(POINT, **said))[0] == found
    return found


@pytest.mark.parametrize("told", ["Acme may, with approval, permit Bolt", "With approval, Acme may permit Bolt"])
def test_what_stands_before_letting_others_act_limits_these(told: str) -> None:
    sentences = f"1: {told} to use location.", "1: Bolt may use location with approval."
    asked = {"bearer": "bolt", "data": "location"}
    assert meant_as(*sentences, **asked, states={"approval"}) == "permitted"
    assert meant_as(*sentences, **asked) == "uncovered"


def test_what_is_refrained_from_on_a_condition_is_forbidden_on_it() -> None:
    sentences = "1: Acme must, if strike, refrain from sharing location.", "1: Acme must not share location if strike."
    assert meant_as(*sentences, **shares(states={"strike"})) == "forbidden"
    assert meant_as(*sentences, **shares()) == "uncovered"


def test_a_licence_that_may_not_be_sublicensed_forbids_that() -> None:
    vocabulary = f"{VOCABULARY} Sublicense is share."
    text = "1: Acme grants Bolt a non-sublicensable licence to share location for research."
    plain = "1: Bolt may share location for research. 2: Bolt must not sublicense location."
    asked = shares("delta", bearer="bolt", purpose="research")
    assert meant_as(text, plain, vocabulary, **asked) == "permitted"
    assert meant_as(text, plain, vocabulary, **(asked | {"action": "sublicense"})) == "forbidden"
