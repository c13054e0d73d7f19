"""Statements: every phrase lands where a lawyer would expect it."""

from datetime import date

import pytest

from policyc.model.document import Dimension, Every, Holds, Modality, Negation, Provision, Some
from policyc.model.names import Role
from tests.worlds import HEADER, resolved


def provision(sentence: str) -> Provision:
    workspace, findings = resolved(HEADER + sentence)
    assert not findings.found, findings.found
    return workspace.agreements[0].clauses[-1].provision


def rules(sentence: str) -> list[str]:
    return [finding.rule for finding in resolved(HEADER + sentence)[1].found]


def limit_words(sentence: str) -> list[tuple[str, str, list[str]]]:
    return [
        (limit.dimension.name, limit.mode, [term.text for term in limit.names.terms])
        for limit in provision(sentence).limits
        if limit.names
    ]


@pytest.mark.parametrize(
    ("modal", "modality"),
    [
        ("may", Modality.PERMISSION),
        ("must", Modality.DUTY),
        ("shall", Modality.DUTY),
        ("will", Modality.DUTY),
        ("must not", Modality.BAN),
        ("may not", Modality.BAN),
        ("shall not", Modality.BAN),
        ("will not", Modality.BAN),
        ("need not", Modality.RELEASE),
        ("is entitled to", Modality.PERMISSION),
        ("shall be free to", Modality.PERMISSION),
        ("has the right to", Modality.PERMISSION),
        ("agrees to", Modality.DUTY),
        ("hereby undertakes to", Modality.DUTY),
        ("shall be required to", Modality.DUTY),
        ("is to", Modality.DUTY),
        ("agrees not to", Modality.BAN),
        ("is not entitled to", Modality.BAN),
        ("shall not be permitted to", Modality.BAN),
        ("has no right to", Modality.BAN),
        ("is not required to", Modality.RELEASE),
        ("shall not be obliged to", Modality.RELEASE),
        ("is under no obligation to", Modality.RELEASE),
    ],
)
def test_modals(modal: str, modality: Modality) -> None:
    assert provision(f"Globex {modal} use personal data.").modality is modality


@pytest.mark.parametrize(
    ("words", "verbs"),
    [
        ("is prohibited from selling personal data", ["sell"]),
        ("shall refrain from using, selling or sharing personal data", ["use", "sell", "share"]),
        ("is hereby barred from keeping personal data", ["keep"]),
    ],
)
def test_a_ban_on_doing(words: str, verbs: list[str]) -> None:
    clause = provision(f"Globex {words}.")
    assert clause.modality is Modality.BAN
    assert [term.text for term in clause.actions.terms] == verbs


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        ("Acme hereby grants Globex the right to", "granted by Acme"),
        ("Acme shall grant to Globex a revocable licence to", "a revocable licence, granted by Acme"),
        ("Acme gives Globex permission to", "granted by Acme"),
    ],
)
def test_leave_that_is_granted(words: str, remark: str) -> None:
    clause = provision(f"{words} use personal data for research.")
    assert clause.modality is Modality.PERMISSION
    assert clause.remarks == (remark,)
    assert [term.text for term in clause.bearer.terms] == ["Globex"]


@pytest.mark.parametrize("words", ["agrees to ensure", "shall procure", "undertakes to make sure", "must see to it"])
def test_who_is_to_ensure_something(words: str) -> None:
    clause = provision(f"Globex {words} that Acme must delete personal data.")
    assert clause.modality is Modality.DUTY
    assert clause.ensured is not None


@pytest.mark.parametrize(
    ("words", "manner"),
    [("personal data securely", ["securely"]), ("personal data securely and separately", ["securely", "separately"])],
)
def test_a_manner_may_stand_behind_the_object(words: str, manner: list[str]) -> None:
    declared = "Securely is a manner. Separately is a manner. Manner is a condition."
    workspace, findings = resolved(f"{declared} {HEADER}Globex must keep {words}.")
    assert not findings.found
    clause = workspace.agreements[0].clauses[-1].provision
    assert clause.object is not None
    assert [term.text for term in clause.object.terms] == ["personal data"]
    formula = clause.limits[0].formula
    said = formula.operands if isinstance(formula, Every) else (formula,)
    assert [each.text for each in said if isinstance(each, Holds)] == manner


@pytest.mark.parametrize("words", ["use its best efforts", "take all reasonable steps", "make every reasonable effort"])
def test_who_tries_hard_to_do_a_thing_does_it_with_that_effort(words: str) -> None:
    declared = 'Reasonable effort is a condition, also called "best efforts", also called "reasonable steps". '
    workspace, findings = resolved(f"{declared} {HEADER}Globex must {words} to delete personal data.")
    assert not findings.found
    clause = workspace.agreements[0].clauses[-1].provision
    assert [term.text for term in clause.actions.terms] == ["delete"]
    assert [limit.word for limit in clause.limits] == ["with"]


@pytest.mark.parametrize("words", ["taking into account", "having due regard to", "taking account of"])
def test_what_is_taken_into_account_is_a_manner(words: str) -> None:
    workspace, findings = resolved(f"Cost is a thing. {HEADER}Globex shall, {words} the cost, delete personal data.")
    assert not findings.found
    (limit,) = workspace.agreements[0].clauses[-1].provision.limits
    assert isinstance(limit.formula, Holds)
    assert limit.formula.text == "taking into account cost"


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("notify Acme by letter after a breach", ["by letter"]),
        ("notify Acme by letter or by messenger", ["by letter", "by messenger"]),
        ("notify Acme by letter or messenger of a breach", ["by letter", "by messenger"]),
        ("share personal data with Acme by messenger", ["by messenger"]),
    ],
)
def test_by_what_means_something_is_done(words: str, means: list[str]) -> None:
    declared = "Letter is a thing. Messenger is a thing. "
    workspace, findings = resolved(f"{declared} {HEADER}Globex must {words}.")
    assert not findings.found
    clause = workspace.agreements[0].clauses[-1].provision
    (formula,) = (limit.formula for limit in clause.limits if limit.formula)
    said = formula.operands if isinstance(formula, Every | Some) else (formula,)
    assert [each.text for each in said if isinstance(each, Holds)] == means
    assert [limit.names.terms[0].text for limit in clause.limits if limit.names] == ["Acme"]


def test_once_a_year_is_a_ceiling_of_leave_and_a_floor_of_duties() -> None:
    leave, duty = (provision(f"Globex {modal} audit Acme once a year.").timing for modal in ("may", "must"))
    assert leave.times == 1
    assert duty.times is None
    assert leave.every == duty.every
    assert provision("Globex may audit Acme at least once a year.").timing.times is None


@pytest.mark.parametrize(
    ("sentence", "same"),
    [
        ("Absent approval, Globex must not use personal data.", "Without approval, Globex must not use personal data."),
        (
            "Globex must, when acting as a vendor, delete personal data.",
            "Globex must, as a vendor, delete personal data.",
        ),
    ],
)
def test_other_words_for_prepositions(sentence: str, same: str) -> None:
    declared = "Approval is a condition. Vendor is a party. "
    one, two = (resolved(declared + HEADER + each)[0].agreements[0].clauses[-1].provision for each in (sentence, same))
    assert [limit.formula for limit in one.limits] == [limit.formula for limit in two.limits]


def test_a_law_keeps_its_year_and_number() -> None:
    text = "Data Protection Act 2018 is a law. Regulation (EU) 2016/679 is a law. "
    sentence = "Globex must use personal data under the Data Protection Act 2018 and Regulation (EU) 2016/679."
    assert not resolved(text + HEADER + sentence)[1].found


def test_neither_party_may_is_a_ban_on_each() -> None:
    clause = provision("Neither party may sell personal data.")
    assert clause.modality is Modality.BAN
    assert clause.bearer.terms[0].value is Role.EACH_PARTY


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("for research", ("PURPOSE", "", ["research"])),
        ("only for research", ("PURPOSE", "only", ["research"])),
        ("except for research", ("PURPOSE", "except", ["research"])),
        ("with Acme", ("COUNTERPARTY", "", ["Acme"])),
        ("to anyone", ("COUNTERPARTY", "", ["anyone"])),
        ("from Acme", ("SOURCE", "", ["Acme"])),
        ("in Germany", ("PLACE", "", ["Germany"])),
        ("outside the European Union", ("PLACE", "", ["the European Union"])),
        ("about children", ("PEOPLE", "", ["children"])),
    ],
)
def test_name_phrases(phrase: str, expected: tuple[str, str, list[str]]) -> None:
    assert limit_words(f"Globex may share personal data {phrase}.") == [expected]


@pytest.mark.parametrize(
    "phrase", ["with consent", "under standard clauses", "if consent", "without consent", "unless consent"]
)
def test_conditions(phrase: str) -> None:
    (limit,) = provision(f"Globex may share personal data {phrase}.").limits
    assert limit.dimension is Dimension.CONDITION
    assert isinstance(limit.formula, Holds)
    assert limit.outside == phrase.startswith(("without", "unless"))


def test_a_combined_condition() -> None:
    (limit,) = provision("Globex may use personal data if emergency or not consent.").limits
    assert isinstance(limit.formula, Some)
    assert isinstance(limit.formula.operands[1], Negation)


def test_a_quoted_condition_is_kept_as_words() -> None:
    (limit,) = provision('Globex may use personal data if "the board agrees".').limits
    assert isinstance(limit.formula, Holds)
    assert limit.formula.quoted


def test_except_takes_from_the_nearest_list_that_it_fits() -> None:
    clause = provision("Globex must not share any data except location data with anyone except the auditor.")
    assert clause.object is not None
    assert [term.text for term in clause.object.terms[0].minus] == ["location data"]
    (limit,) = clause.limits
    assert limit.names is not None
    assert [term.text for term in limit.names.terms[0].minus] == ["the auditor"]


def test_except_after_another_phrase_still_finds_its_list() -> None:
    clause = provision("Globex must not share any data with anyone for research except location data.")
    assert clause.object is not None
    assert clause.object.terms[0].minus


def test_except_without_a_list_is_an_error() -> None:
    assert rules("Globex must cooperate except Acme.") == ["broken-sentence"]


def test_parties_acted_on_are_counterparties() -> None:
    clause = provision("Globex must notify Acme about a breach without undue delay, within 72 hours after a breach.")
    assert clause.limits[0].dimension is Dimension.COUNTERPARTY
    assert clause.object is not None
    assert clause.timing.soft == "without undue delay"
    assert clause.timing.within is not None
    assert clause.timing.within.hours == 72
    assert [(occasion.word, occasion.event.key) for occasion in clause.timing.occasions] == [("after", "breach")]


@pytest.mark.parametrize(
    ("sentence", "dimension"),
    [
        ("Acme must not use customers for advertising.", "about whom"),
        ("Acme must not use or keep customers.", "about whom"),
        ("Acme must not use or share customers.", "with whom"),
        ("Acme must not notify customers.", "with whom"),
        ("Acme must not use Globex.", "with whom"),
    ],
)
def test_people_whose_data_alone_are_acted_on_are_those_whom_the_data_is_about(sentence: str, dimension: str) -> None:
    """Who identifies or tracks people deals with nobody: the act is done with their data."""
    assert provision(sentence).limits[0].dimension.value == dimension


def test_times() -> None:
    timing = provision(
        "Acme may audit Globex at most twice every year, on 10 business days' notice, from 2020-01-01 until 2021-12-31."
    ).timing
    assert (timing.times, str(timing.every), str(timing.notice)) == (2, "1 year", "10 business days")
    assert (timing.since, timing.through) == (date(2020, 1, 1), date(2021, 12, 31))


def test_how_long_and_how_early() -> None:
    timing = provision("Globex must keep personal data for at least 6 years.").timing
    assert (str(timing.lasting), timing.lasting_bound) == ("6 years", "for at least")
    timing = provision("Globex must notify Acme at least 10 days before termination.").timing
    assert str(timing.at_least) == "10 days"
    assert timing.occasions[0].word == "before"


def test_order_phrases() -> None:
    workspace, findings = resolved(
        HEADER
        + "1: Acme must not use data. 2: Despite 1, Acme may use location data. 3: Subject to 1, Globex may use data. "
        "4: Despite anything in this agreement, Globex must not sell data. 5: Globex may use data except as this agreement allows."
    )
    assert not findings.found
    found = [clause.provision for clause in workspace.agreements[0].clauses]
    assert found[1].outranks == ("1",)
    assert found[2].yields_to == ("1",)
    assert found[3].outranks_all
    assert found[4].yields_to_grants


def test_ensuring_holds_the_inner_statement() -> None:
    clause = provision("Globex must ensure that Acme may use data only for research.")
    assert clause.ensured is not None
    assert clause.ensured.modality is Modality.PERMISSION


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Globex may use widgets.", "undeclared-name"),
        ("Initech may use data.", "undeclared-name"),
        ("Globex may frobnicate data.", "undeclared-name"),
        ("Globex may use data for widgets.", "undeclared-name"),
        ("Globex may use data for Germany.", "wrong-kind"),
        ("Globex may share data with research.", "wrong-kind"),
        ("Globex may use data in research.", "wrong-kind"),
        ("Globex may use data if Acme.", "wrong-kind"),
        ("Globex may use location data and share gizmos.", "undeclared-name"),
        ("Globex must ensure that widgets may use data.", "undeclared-name"),
    ],
)
def test_names_that_do_not_fit_are_reported_and_the_sentence_is_counted(sentence: str, rule: str) -> None:
    workspace, findings = resolved(HEADER + sentence)
    assert [finding.rule for finding in findings.found] == [rule]
    assert [item.incomplete for item in findings.unchecked] == [True]
    assert not workspace.agreements[0].clauses


def test_two_wrong_names_are_two_findings_in_one_sentence() -> None:
    assert rules("Initech may use widgets for gadgets.") == ["undeclared-name"] * 3


def test_an_unknown_name_gets_the_nearest_known_one() -> None:
    (finding,) = resolved(HEADER + "Globex may use locatoin data.")[1].found
    assert "Location data" in finding.help


def test_an_unlabelled_sentence_shares_the_label_before_it() -> None:
    workspace, _ = resolved(
        HEADER + "8: Globex may use data. Globex must not sell data. Clause 8 survives termination. Acme may use data."
    )
    assert [clause.label for clause in workspace.agreements[0].clauses] == ["8", "8", None]


def test_to_and_an_event_say_what_an_act_is_about() -> None:
    clause = provision("Globex must notify to a breach.")
    assert clause.object is not None
    assert [term.text for term in clause.object.terms] == ["a breach"]
    assert not clause.limits


@pytest.mark.parametrize(
    ("aim", "purposes"),
    [
        ("to detect fraud", ["Fraud detection"]),
        ("to detect and prevent fraud", ["Fraud detection", "preventing fraud"]),
        ("to measure the fraud", ["measuring the fraud"]),
        ("to advertise", ["Advertising"]),
    ],
)
def test_to_do_something_with_a_thing_is_what_something_is_done_for(aim: str, purposes: list[str]) -> None:
    declared = (
        "Fraud is a thing. Fraud detection is a purpose. Advertising is a purpose. Detect is an action. "
        "Prevent is an action. Measure is an action. Advertise is an action. "
    )
    workspace, findings = resolved(f"{declared} {HEADER}Globex may use personal data {aim}.")
    assert not findings.found
    (limit,) = workspace.agreements[0].clauses[-1].provision.limits
    assert limit.names is not None
    assert [term.text for term in limit.names.terms] == purposes


def test_what_stands_behind_an_exception_before_the_clause_is_the_clause_s() -> None:
    """*Except with consent, … must not use data for marketing*: only the consent is excepted."""
    excepted, purpose = provision("Except with consent, Globex must not use personal data for research.").limits
    assert (excepted.mode, excepted.given) == ("except", ())
    assert purpose.dimension is Dimension.PURPOSE


def test_how_long_goes_with_what_lasts() -> None:
    workspace, findings = resolved(
        HEADER + "Globex must not share personal data or keep personal data for more than 30 days."
    )
    assert not findings.found
    shared, kept = (clause.provision.limits for clause in workspace.agreements[0].clauses)
    assert not shared
    assert len(kept) == 1


def test_its_are_those_of_who_alone_may() -> None:
    declared = "Affiliate is a party. "
    workspace, findings = resolved(declared + HEADER + "Only Globex and its affiliates may use personal data.")
    assert not findings.found
    leave, ban = (clause.provision.bearer.terms for clause in workspace.agreements[0].clauses)
    assert {term.value for term in leave} == {term.value for term in ban[0].minus}


def test_words_said_again_behind_except_join_persons_and_not_a_condition() -> None:
    def exceptions(words: str) -> list[int]:
        limits = provision(f"Globex must not share personal data except {words}.").limits
        return [len(limit.names.terms) if limit.names else 0 for limit in limits]

    assert exceptions("to Acme, to third parties or to Globex") == [3]
    assert exceptions("with Acme with consent") == [1]
