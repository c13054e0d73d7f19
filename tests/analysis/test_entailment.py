"""Requirements held against agreements: to whom they speak, what meets them, what is not weighed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from policyc.analysis.entailment import cells
from policyc.analysis.entailment.assessment import Assessment
from policyc.analysis.entailment.unchecked import unchecked_requirements
from policyc.analysis.facts import Facts
from policyc.pipeline.road import examine
from policyc.report import Held
from policyc.source import Source

PARTIES = "Acme is a bank and a controller. Globex is a platform and a processor. Initech is a data broker.\n"
DEAL = 'agreement "Deal" between Acme and Globex, from 2020-01-01.\n'
SHARING = "1: Acme may share contact data with Globex for customer support.\n"


def facts_of(policy: str, agreement: str) -> Facts:
    """The facts of a policy and an agreement; every sentence must be understood."""
    examination = examine([Source("rules.policy", PARTIES + policy), Source("deal.policy", PARTIES + agreement)])
    unread = [
        item for item in examination.findings.unchecked if item.incomplete and "not held against" not in item.reason
    ]
    assert not unread, examination.findings
    return examination.facts


def held(requirement: str, clauses: str, header: str = DEAL, policy: str = 'policy "Rules".\n') -> Assessment:
    """What came of holding one requirement against one agreement."""
    return facts_of(f"{policy}R: {requirement}\n", header + clauses).requirements


def outcome(requirement: str, clauses: str, header: str = DEAL, policy: str = 'policy "Rules".\n') -> str:
    """The same in a word: ``met``, ``unmet``, ``slight``, ``given``, ``broad`` or ``unweighed``; laws left aside."""
    found = held(requirement, clauses, header, policy)
    words = ["slight" if each.slight else "unmet" for each in found.unmet if not each.asking.shipped]
    words += ["broad" if each.broadly else "given" for each in found.provided] + ["unweighed"] * len(found.unweighed)
    assert len(words) <= 1
    return words[0] if words else "met"


def must(words: str) -> str:
    """A requirement on every agreement."""
    return f"Every agreement must provide that {words}."


def no(words: str) -> str:
    """What no agreement may provide."""
    return f"No agreement may provide that {words}."


# To which agreements


@pytest.mark.parametrize(
    ("selection", "speaks"),
    [
        ("", True),
        ("where the recipient is a processor", True),
        ("where the recipient is not a processor", False),
        ("where the discloser is not a processor", True),
        ("where the recipient is a bank or a platform", True),
        ("where the recipient is a bank and a platform", False),
        ("where the recipient or the discloser is a bank", True),
        ("where the recipient and the discloser are banks", False),
        ("where either party is a bank", True),
        ("where the insurer is a bank", False),
        ("about contact data", True),
        ("about personal data", True),
        ("about email addresses", False),
        ("about health data", False),
        ("about patients", False),
        ("between a bank and a platform", True),
        ("between a platform and a bank", True),
        ("between banks", False),
        ("between organisations", True),
        ("between two", False),
        ('under "GDPR Art. 28"', True),
        ('under "Another Act"', False),
        ('about contact data, where the recipient is a processor, under "GDPR Art. 28"', True),
        ("about contact data, where the recipient is a bank", False),
    ],
)
def test_selection(selection: str, speaks: bool) -> None:
    header = DEAL.replace(", from", ', under "GDPR Art. 28", from')
    words = f"Every agreement {selection} must provide that the recipient must not sell personal data."
    policy = 'Two is a party. policy "Rules".\n'
    assert outcome(words, SHARING, header, policy) == ("unmet" if speaks else "met")


def test_data_of_certain_people() -> None:
    words = "Every agreement about children must provide that the recipient must not sell personal data."
    for clause, wanted in (("data about children", "unmet"), ("data about patients", "met"), ("data", "met")):
        assert outcome(words, f"1: Acme may share contact {clause} with Globex.") == wanted


def test_a_set_that_the_agreement_made_itself_holds_what_is_in_it() -> None:
    words = "Every agreement about health data must provide that the recipient must not sell personal data."
    own = "Everything here is personal data, includes health data and contact data.\n"
    assert outcome(words, own + "1: Acme may share everything here with Globex.") == "unmet"


@pytest.mark.parametrize(
    ("policy", "start", "day", "speaks"),
    [
        ("from 2020-01-01", "from 2018-01-01", None, False),
        ("from 2020-01-01", "from 2018-01-01", date(2024, 1, 1), False),
        ("from 2020-01-01", "from 2020-01-01", None, True),
        ("until 2019-12-31", "from 2020-01-01", None, False),
        ("from 2020-01-01", "", None, True),
        ("from 2020-01-01", "", date(2019, 1, 1), False),
        ("from 2020-01-01", "", date(2021, 1, 1), True),
    ],
)
def test_a_law_speaks_only_within_its_dates(policy: str, start: str, day: date | None, speaks: bool) -> None:
    header = f'agreement "Deal" between Acme and Globex {start}.\n'
    facts = facts_of(
        f'policy "Act" {policy}.\nR: {must("the recipient must not sell personal data")}', header + SHARING
    )
    assert bool(replace(facts, as_of=day).requirements.unmet) is speaks


def test_a_policy_that_was_replaced_says_nothing() -> None:
    rule = must("the recipient must not sell personal data")
    policies = f'policy "Old".\nR: {rule}\npolicy "New", replaces "Old".\nR: {rule}\n'
    found = facts_of(policies, 'agreement "Deal" between Acme and Globex.\n' + SHARING).requirements
    assert [each.asking.policy.title for each in found.unmet] == ["New"]


def test_whether_a_policy_that_ends_speaks_to_an_undated_agreement_is_not_known() -> None:
    header = 'agreement "Deal" between Acme and Globex.\n'
    found = held(must("the recipient must not sell data"), SHARING, header, 'policy "Rules" until 2019-12-31.\n')
    (item,) = unchecked_requirements(found)
    assert "the policy ends on 2019-12-31, and the agreement does not say when it begins" in item.reason


def test_only_the_parties_that_fit_are_asked() -> None:
    header = 'agreement "Deal" between Acme, Globex and Initech.\n'
    clauses = "1: Acme may share contact data with Globex and Initech. 2: Globex must not sell contact data.\n"
    selected = "where the recipient is a platform"
    assert outcome(must("the recipient must not sell personal data"), clauses, header) == "unmet"
    words = f"Every agreement {selected} must provide that the recipient must not sell personal data."
    assert outcome(words, clauses, header) == "met"
    words = (
        f"Every agreement {selected} must provide that the discloser must ensure that the recipient must not sell data."
    )
    assert outcome(words, clauses, header) == "unmet"


def test_definitions_of_the_policy_hold_beside_those_of_the_agreement() -> None:
    policy = 'policy "Rules".\nSecret things are data, include contact data and location data.\n'
    clauses = SHARING + "2: Globex must not sell contact data. 3: Globex may use location data.\n"
    assert outcome(must("the recipient must not sell secret things"), clauses, policy=policy) == "unmet"
    assert (
        outcome(
            must("the recipient must not sell secret things"), SHARING + "2: Globex must not sell data.", policy=policy
        )
        == "met"
    )
    narrower = 'policy "Rules".\nSpecial contact is contact data.\n'
    assert outcome(must("the recipient must not sell special contact"), clauses, policy=narrower) == "met"


# Permissions and bans


@pytest.mark.parametrize(
    ("words", "clauses", "wanted"),
    [
        ("the recipient must not sell personal data", "2: Globex must not share contact data with anyone.", "met"),
        ("the recipient must not share personal data with anyone", "2: Globex must not sell contact data.", "unmet"),
        ("the recipient must not use personal data for marketing", "2: Globex may use contact data only for customer support.", "met"),
        ("the recipient must not use personal data", "2: Globex must not use contact data in Germany. Globex must not use contact data outside Germany.", "met"),
        ("the recipient must not sell personal data", "2: Globex must not sell contact data unless a court order exists.", "slight"),
        ("the recipient must not sell personal data without consent", "2: Globex must not sell contact data without consent.", "met"),
        ("the recipient must not sell personal data without consent", "2: Globex must not sell contact data without opt-in consent.", "met"),
        ("the recipient must not sell personal data without opt-in consent", "2: Globex must not sell contact data without consent.", "slight"),
        ("the recipient must not sell personal data", "2: Globex must not sell contact data. 3: Despite 2, Globex may sell contact data to auditors.", "unmet"),
        ("the recipient must not sell personal data", "2: Globex must not sell contact data. 3: Globex may sell contact data to auditors.", "unmet"),
        ("the recipient must not sell personal data except as this agreement allows", "2: Globex must not sell contact data. 3: Despite 2, Globex may sell contact data to auditors.", "met"),
        ("the recipient must not sell personal data after termination", "2: Globex must not sell contact data.", "unmet"),
        ("the recipient must not sell personal data after termination", "2: Globex must not sell contact data. Clause 2 survives termination.", "met"),
        ("the recipient may use personal data only for service provision", "2: Globex may use contact data only for customer support.", "met"),
        ("the recipient may use personal data only for service provision", "2: Globex may use contact data only for market research.", "unmet"),
        ("the recipient may use personal data only with consent", "2: Globex may use contact data for marketing only with opt-in consent. Globex must not use contact data without consent.", "met"),
        ("the discloser may audit the recipient", "2: Acme may audit Globex.", "met"),
        ("the discloser may audit the recipient", "2: Acme may audit Globex if a breach has happened.\nA breach has happened is a condition.", "slight"),
        ("the discloser may audit the recipient", "2: Acme may audit Globex on 10 days' notice.", "slight"),
        ("the discloser may audit the recipient", "2: Acme may audit Globex. 3: Acme must not audit Globex.", "unmet"),
        ("the recipient must not use personal data for 2 years", "2: Globex must not use contact data for 3 years.", "met"),
        ("the recipient must not use personal data for 2 years", "2: Globex must not use contact data for 1 year.", "unmet"),
        ("the recipient need not delete personal data if required by law", "2: Globex need not delete contact data.", "met"),
        ("the recipient need not delete personal data", "2: Globex need not delete contact data if required by law.", "unmet"),
        ("the recipient must not sell health data", "2: Globex must not sell contact data.", "unmet"),
    ],
)  # fmt: skip
def test_permissions_and_bans(words: str, clauses: str, wanted: str) -> None:
    assert outcome(must(words), SHARING + clauses) == wanted


# Duties


@pytest.mark.parametrize(
    ("words", "clauses", "wanted"),
    [
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex must notify Acme within 72 hours after a breach.", "met"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex must notify Acme within 3 days after a security incident.", "met"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex must notify Acme within 4 days after a breach.", "unmet"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex must notify Acme within 24 hours after a confirmed breach.", "unmet"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex must notify Acme within 24 hours after termination.", "unmet"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex must notify Acme immediately after a breach.", "slight"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex must notify Acme promptly after a breach.", "unmet"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex must notify Acme about a breach within 24 hours.", "met"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex must notify users within 24 hours after a breach.", "unmet"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex may notify Acme within 24 hours after a breach.", "unmet"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex must notify Acme within 24 hours after a breach. 3: Globex need not notify Acme if law forbids notice.", "slight"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Despite 3, Globex must notify Acme within 24 hours after a breach. 3: Globex need not notify Acme if law forbids notice.", "met"),
        ("the recipient must notify the discloser within 72 hours after a breach unless law forbids notice", "2: Globex must notify Acme within 24 hours after a breach. 3: Globex need not notify Acme if law forbids notice.", "met"),
        ("the recipient must notify the discloser after termination", "2: Globex must notify Acme after termination. 3: Globex need not notify Acme after a breach.", "met"),
        ("the recipient must notify the discloser after a breach", "2: Globex must notify Acme.", "met"),
        ("the recipient must notify the discloser within 72 hours after a breach", "2: Globex must notify Acme within 72 hours.", "unmet"),
        ("the recipient must notify the discloser", "2: Globex must notify Acme after a breach.", "slight"),
        ("the recipient must notify the discloser without undue delay after a breach", "2: Globex must notify Acme promptly after a breach.", "met"),
        ("the recipient must notify the discloser immediately after a breach", "2: Globex must notify Acme promptly after a breach.", "unmet"),
        ("the recipient must notify the discloser promptly after a breach", "2: Globex must notify Acme within 24 hours after a breach.", "slight"),
        ("the recipient must notify a regulator after a breach", "2: Globex must notify the supervisory authority after a breach.", "met"),
        ("the recipient must notify the supervisory authority after a breach", "2: Globex must notify regulators after a breach.", "met"),
        ("the recipient must notify users after a breach", "2: Globex must notify data subjects after a breach.", "met"),
        ("the recipient must notify data subjects after a breach", "2: Globex must notify users after a breach.", "unmet"),
        ("the recipient must delete personal data after termination", "2: Globex must destroy contact data within 30 days after termination.", "met"),
        ("the recipient must destroy personal data after termination", "2: Globex must delete contact data after termination.", "unmet"),
        ("the recipient must delete personal data after termination", "2: Globex must return or destroy contact data after termination.", "met"),
        ("the recipient must destroy personal data after termination", "2: Globex must return or destroy contact data after termination.", "unmet"),
        ("the recipient must return or destroy personal data after termination", "2: Globex must return contact data to Acme after termination.", "met"),
        ("the recipient must delete personal data after termination", "2: Globex must delete contact data after withdrawal of consent.", "unmet"),
        ("the recipient must delete personal data after termination", "2: Globex must delete email addresses after termination.", "unmet"),
        ("the recipient must delete personal data after completion of purpose and withdrawal of consent", "2: Globex must delete contact data after completion of purpose. 3: Globex must delete contact data after withdrawal of consent.", "met"),
        ("the recipient must delete personal data after withdrawal of consent", "2: Globex must delete contact data after withdrawal of consent. 3: Globex must not delete contact data about children.", "unmet"),
        ("the recipient must delete personal data after termination", "2: Globex must delete contact data after termination if Acme asks.\nAcme asks is a condition.", "slight"),
        ("the recipient must keep compliance records for 3 years", "2: Globex must keep compliance records for at least 5 years.", "met"),
        ("the recipient must keep compliance records for 3 years", "2: Globex must keep compliance records.", "unmet"),
        ("the recipient must keep compliance records for at most 60 days", "2: Globex must keep compliance records for at most 30 days.", "met"),
        ("the recipient must keep compliance records for at most 30 days", "2: Globex must keep compliance records for at most 2 months.", "slight"),
        ("the recipient must keep personal data in Germany", "2: Globex must keep contact data.", "unmet"),
        ("the recipient must keep personal data", "2: Globex must keep contact data in Germany.", "met"),
        ("the recipient must keep personal data in the European Union", "2: Globex must keep contact data in Germany.", "met"),
        ("the recipient must keep personal data with encryption", "2: Globex must keep contact data.", "unmet"),
        ("the recipient must keep personal data", "2: Globex must keep contact data with encryption.", "met"),
        ("the recipient must notify the discloser at least 10 days before a subprocessor change", "2: Globex must notify Acme at least 14 days before a subprocessor change.", "met"),
        ("the recipient must notify the discloser at least 10 days before a subprocessor change", "2: Globex must notify Acme at least 5 days before a subprocessor change.", "unmet"),
        ("the parties must notify each party after a breach", "2: Globex must notify Acme after a breach. 3: Acme must notify Globex after a breach.", "met"),
        ("the recipient must share contact data with auditors for compliance", "2: Globex must share contact data with auditors.", "unmet"),
    ],
)  # fmt: skip
def test_duties(words: str, clauses: str, wanted: str) -> None:
    names = "Subprocessor change is an event.\n"
    assert outcome(must(words), names + SHARING + clauses, policy=f'{names}policy "Rules".\n') == wanted


@pytest.mark.parametrize(
    ("clauses", "wanted"),
    [
        ("2: Globex must delete contact data after termination.", "met"),
        ("2: Globex must delete contact data or location data after termination.", "met"),
        ("2: Globex must delete location data or email addresses after termination.", "unmet"),
        ("2: Globex must delete email addresses after termination.", "unmet"),
    ],
)
def test_a_choice_among_data(clauses: str, wanted: str) -> None:
    words = "the recipient must delete contact data or location data after termination"
    assert outcome(must(words), SHARING + clauses) == wanted


@pytest.mark.parametrize(
    ("words", "clauses", "wanted"),
    [
        ("subprocessors must not sell personal data", "subprocessors must not share contact data with anyone", "met"),
        ("subprocessors must not sell personal data", "subprocessors must not sell email addresses", "unmet"),
        ("subprocessors may use personal data only for service provision", "subprocessors may use contact data only for customer support", "met"),
        ("subprocessors may use personal data only for service provision", "subprocessors may use contact data", "unmet"),
        ("subprocessors may use personal data only for service provision", "subprocessors may use contact data only for marketing", "unmet"),
        ("subprocessors may audit Globex", "subprocessors may audit Globex", "met"),
        ("subprocessors must notify Globex within 48 hours after a breach", "subprocessors must notify Globex within 24 hours after a breach", "met"),
        ("subprocessors must notify Globex within 48 hours after a breach", "subprocessors must notify Globex within 72 hours after a breach", "unmet"),
        ("subprocessors must notify Globex", "subprocessors may notify Globex", "unmet"),
    ],
)  # fmt: skip
def test_what_must_be_ensured(words: str, clauses: str, wanted: str) -> None:
    ensured = f"2: Globex must ensure that {clauses}."
    assert outcome(must(f"the processor must ensure that {words}"), SHARING + ensured) == wanted


def test_incorporated_documents_count() -> None:
    terms = 'agreement "Terms" between Acme and Globex.\n2: Globex must not sell contact data.\n'
    header = DEAL.replace(", from", ', incorporates "Terms", from')
    found = held(must("the recipient must not sell personal data"), SHARING + terms, header)
    assert [each.asking.agreement.title for each in found.unmet] == []


# What no agreement may provide


@pytest.mark.parametrize(
    ("words", "clauses", "wanted"),
    [
        ("a bank may share personal data with anyone for marketing", "2: Acme may share contact data with Globex for email marketing.", "given"),
        ("a bank may share personal data with anyone for marketing", "2: Acme may share contact data with Globex.", "met"),
        ("a bank may share personal data", "2: Globex may share contact data.", "met"),
        ("the recipient may sell personal data", "2: Globex may share contact data with auditors.", "broad"),
        ("the recipient may sell personal data", "2: Globex may sell contact data to auditors. 3: Globex must not sell personal data.", "given"),
        ("the recipient may sell personal data", "2: Globex may share contact data with auditors. 3: Globex must not sell contact data.", "met"),
        ("the recipient may sell personal data without consent", "2: Globex may sell contact data to auditors with consent.", "met"),
        ("the recipient may sell personal data without opt-in consent", "2: Globex may sell contact data to auditors with consent.", "given"),
        ("the recipient may keep personal data after termination", "2: Globex may keep contact data.", "met"),
        ("the recipient may keep personal data after termination", "2: Globex may keep contact data. Clause 2 survives termination.", "given"),
        ("the recipient may keep personal data", "2: Globex may keep contact data for 10 days after termination.", "given"),
        ("the recipient may keep personal data for at least 2 years", "2: Globex may keep contact data for at least 3 years.", "given"),
        ("the recipient may keep personal data for at least 2 years", "2: Globex may keep contact data for 30 days.", "met"),
        ("the recipient may keep personal data for at least 2 years", "2: Globex may keep contact data.", "given"),
        ("the discloser must not audit the recipient", "2: Acme must not audit Globex in Germany.", "given"),
        ("the discloser must not audit the recipient", "2: Globex must not audit Acme.", "met"),
        ("the recipient must delete personal data within 5 days after termination", "2: Globex must delete contact data within 3 days after termination.", "given"),
        ("the recipient must delete personal data within 5 days after termination", "2: Globex must delete contact data within 30 days after termination.", "met"),
        ("the recipient must delete personal data after termination", "2: Globex must delete contact data after withdrawal of consent.", "met"),
        ("the recipient must delete personal data", "2: Globex must delete contact data after withdrawal of consent.", "given"),
        ("the recipient must delete personal data", "2: Globex must not delete contact data. 3: Despite anything in this agreement, Globex must not delete personal data.", "met"),
        ("the recipient need not delete personal data", "2: Globex need not delete contact data if required by law.", "given"),
        ("the recipient need not delete personal data", "2: Globex must delete contact data.", "met"),
        ("the processor must ensure that subprocessors must delete personal data", "2: Globex must delete contact data.", "unweighed"),
    ],
)  # fmt: skip
def test_what_no_agreement_may_provide(words: str, clauses: str, wanted: str) -> None:
    share = SHARING if words != "a bank may share personal data" else ""
    assert outcome(no(words), share + clauses) == wanted


# What is not weighed


def test_a_requirement_that_binds_nobody_there_is_counted() -> None:
    found = held(must("the insurer must not sell personal data"), SHARING)
    (item,) = unchecked_requirements(found)
    assert item.reason == 'not held against R of "Rules": no party here is known to be whom it binds'
    assert item.quote.startswith('agreement "Deal"')
    assert not item.incomplete


def test_a_requirement_of_which_nothing_is_left_there_is_counted() -> None:
    found = held(must("Globex must not share personal data with Globex"), SHARING)
    assert [each.reason for each in found.unweighed] == ["nothing is left of it here"]


def test_agreements_of_many_parties() -> None:
    names = [f"Party {letter}" for letter in "bcdefghi"]
    declared = "".join(f"{name} is a bank. " for name in names)
    header = f'agreement "Deal" between {", ".join(names)} and Globex.\n'
    words = "Every agreement between a bank and a bank must provide that Globex must not sell data."
    clauses = "1: Globex may use contact data for research.\n"
    found = held(words, clauses, declared + header)
    assert len(found.unmet) == 1


def test_one_entry_for_several_requirements() -> None:
    rules = "".join(f"R{n}: {must(f'the insurer must not {verb} data')}\n" for n, verb in enumerate(("sell", "keep")))
    found = facts_of(f'policy "Rules".\n{rules}', DEAL + SHARING).requirements
    (item,) = unchecked_requirements(found)
    assert item.reason.startswith('not held against R0 and R1 of "Rules"')


def test_too_many_cases_are_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MAXIMUM_CELLS", 1)
    found = held(
        must("the recipient must not sell personal data"), SHARING + "2: Globex must not sell contact data to auditors."
    )
    (item,) = unchecked_requirements(found)
    assert item.incomplete
    assert "too many cases" in item.reason
    assert not found.unmet


def test_too_many_alternatives_are_not_weighed() -> None:
    names = [f"{letter}{number}" for letter in "abcdefghi" for number in (1, 2)]
    conditions = "".join(f"State {name} is a condition.\n" for name in names)
    formula = " and ".join(
        f"(state {name} or state {other})" for name, other in zip(names[::2], names[1::2], strict=True)
    )
    found = held(must(f"the recipient may use data if {formula}"), SHARING, policy=f'{conditions}policy "Rules".\n')
    assert [each.limited for each in found.unweighed] == [True]


def test_an_agreement_of_which_a_part_is_missing_is_not_weighed() -> None:
    sources = [
        Source("rules.policy", f'{PARTIES}policy "Rules".\nR: {must("the recipient must not sell personal data")}'),
        Source("deal.policy", PARTIES + DEAL.replace(", from", ', incorporates "Terms", from') + SHARING),
    ]
    found = examine(sources).facts.requirements
    assert [each.reason for each in found.unweighed] == ["a document that belongs to the agreement is not at hand"]
    assert not found.unmet


def test_without_policies_nothing_is_done() -> None:
    found = facts_of("", DEAL + SHARING).requirements
    assert [*found.unmet, *found.provided, *found.unweighed] == []
    assert [(each.agreement.title, each.held) for each in found.applications] == [("Deal", Held.UNDECLARED)]
