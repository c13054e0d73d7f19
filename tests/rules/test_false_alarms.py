"""What a privacy lawyer called a false alarm on agreements written from the docs alone, each with what is due instead."""

import pytest

from policyc.findings import Finding
from policyc.model.names import Kind
from policyc.pipeline.road import examine
from policyc.source import Source

WORLD = """
Acme is a company. Globex is a vendor. Customers are people. Support is a purpose.
Records are personal data about customers.
Old records are records.
agreement "Deal" between Acme and Globex.
"""
UNREAD = "9: Clause 2 survives to the extent of gobbledygook nobody reads forthwith may."


def found(text: str, world: str = WORLD) -> list[Finding]:
    return examine([Source("deal.policy", world + text)]).findings.found


def levels(rule: str, text: str, world: str = WORLD) -> list[str]:
    return [finding.severity.value for finding in found(text, world) if finding.rule == rule]


def test_what_people_get_of_their_own_data_is_no_onward_sharing() -> None:
    grant = "2: Globex must provide records to customers."
    assert levels("outside-only", "1: Globex may share records only with the auditor.\n" + grant) == ["note"]
    assert levels("contradiction", "1: Globex must not share records with anyone.\n" + grant) == ["note"]
    assert levels("contradiction", "1: Globex must not share records with customers.\n" + grant) == ["error"]
    others = "2: Globex must provide records to employees."
    assert levels("outside-only", "1: Globex may share records only with the auditor.\n" + others) == ["error"]


def test_a_ban_on_sharing_with_anyone_is_aimed_at_those_outside() -> None:
    given = "2: Globex must provide records to Acme if requested."
    for whom in ("anyone", "anyone except the auditor"):
        assert levels("contradiction", f"1: Globex must not disclose records to {whom}.\n{given}") == ["note"], whom
        leave = given.replace("must", "may")
        assert levels("contradiction", f"1: Globex must not disclose records to {whom}.\n{leave}") == ["warning"], whom
    assert levels("contradiction", f"1: Globex must not disclose records to Acme.\n{given}") == ["error"]
    assert levels("contradiction", f"1: Globex must not disclose records.\n{given}") == ["error"]
    inspection = "2: Globex must provide records to the auditor for inspection."
    assert levels("contradiction", f"1: Globex must not disclose records to anyone.\n{inspection}") == ["note"]
    outside = "2: Globex must provide records to the auditor."
    assert levels("contradiction", f"1: Globex must not disclose records to anyone.\n{outside}") == ["error"]


@pytest.mark.parametrize("rule", ["retention-indefinite", "survival-gap"])
def test_what_no_clause_says_is_not_claimed_while_a_sentence_is_unread(rule: str) -> None:
    text = "1: Globex may keep records after termination.\n2: Globex must not share records with third parties.\n"
    assert levels(rule, text) == ["warning"]
    assert levels(rule, text + UNREAD) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("no-flowdown", "1: Globex may share records with subprocessors for support."),
        ("flow-without-purpose", "1: Acme will share records with Globex."),
        (
            "outlives-restriction",
            "1: Globex must not sell records.\nClause 1 survives for 1 year after termination.\n"
            "2: Globex may use records for support.",
        ),
    ],
)
def test_nor_by_rules_that_look_for_a_clause_that_cures(rule: str, text: str) -> None:
    first = "0: Acme will share records with Globex for support.\n" if rule == "no-flowdown" else ""
    assert levels(rule, first + text)
    assert levels(rule, first + text + "\n" + UNREAD) == []


def test_a_condition_that_adds_nothing_is_the_one_that_the_other_takes_in() -> None:
    (finding,) = (
        each
        for each in found("1: Globex must delete records after termination, unless aggregated or de-identified.")
        if each.rule == "redundant-condition"
    )
    assert "`unless aggregated` adds nothing beside `unless de-identified`" in finding.message


def test_to_train_staff_is_to_train_no_model() -> None:
    assert levels("ai-training", "1: Globex must train its personnel.") == []
    assert levels("ai-training", "1: Globex must train its officers, personnel and subcontractors.") == []


def test_to_keep_data_apart_is_no_use_of_them() -> None:
    assert not levels(
        "contradiction",
        "1: Globex must segregate records.\n2: Globex must not process records for its own purposes.",
    )


# Purposes


@pytest.mark.parametrize(
    "clause",
    [
        "Globex may use contact data for any purpose except marketing.",
        "Globex must not use contact data for any purpose except customer support.",
        "Globex may use licence results for any purpose.",
        "Globex may use de-identified data for any purpose.",
        "Globex must delete contact data for any purpose.",
    ],
)
def test_any_purpose_is_no_vague_word_where_it_shuts_something_out_or_nobody_is_concerned(clause: str) -> None:
    assert levels("vague-purpose", f"1: {clause}", "Licence results are data." + WORLD) == []


def test_leave_for_any_purpose_is_told_for_what_it_is() -> None:
    (finding,) = (f for f in found("1: Globex may use records for any purpose.") if f.rule == "vague-purpose")
    assert finding.severity.value == "warning"
    assert "lets Globex use records for any purpose at all" in finding.message
    assert "means" not in finding.help


def test_what_the_clause_of_the_list_allows_in_another_sentence_is_on_the_list() -> None:
    listed = (
        "1: Globex may use records only for billing.\n   Globex may use records for legal claims where necessary.\n"
    )
    shared = "2: Globex may disclose records to third parties for legal claims."
    assert set(levels("outside-only", listed + shared)) <= {"note"}
    used = "2: Globex may use records for {}."
    assert set(levels("outside-only", listed + used.format("legal claims"))) <= {"note"}
    assert levels("outside-only", listed + used.format("marketing")) == ["warning"]


def test_claims_of_its_own_are_no_demand_of_the_law() -> None:
    shared = "2: Globex may disclose records to third parties for {}."
    assert (
        levels(
            "law-exception-unbounded",
            "1: Acme will share records with Globex for support.\n" + shared.format("legal claims"),
        )
        == []
    )
    assert levels(
        "law-exception-unbounded",
        "1: Acme will share records with Globex for support.\n" + shared.format("crime investigation"),
    ) == ["note"]


def test_what_the_law_wants_kept_is_no_warning_beside_a_ban_to_keep() -> None:
    text = "1: Globex must not keep records if no-longer-needed.\n2: Globex may, after termination, keep records if {}."
    text += "\nClause 1 survives termination."
    assert levels("contradiction", text.format("prohibited by law")) == ["note"]
    assert levels("contradiction", text.format("convenient"), "Convenient is a condition." + WORLD) == ["warning"]


# Keeping


@pytest.mark.parametrize("modal", ["if law forbids deletion", "if retention duty", 'if "a dispute is pending"'])
def test_leave_to_keep_on_a_condition_is_an_exception_from_the_duty_to_delete(modal: str) -> None:
    world = "Retention duty is a condition. Law forbids deletion is a condition." + WORLD
    text = f"1: After termination, Globex must destroy records.\n2: Globex may keep records after termination {modal}."
    assert levels("destroy-and-keep", text, world) in ([], ["note"])


def test_a_duty_to_keep_on_a_condition_still_clashes() -> None:
    world = "Retention duty is a condition." + WORLD
    text = "1: After termination, Globex must destroy records.\n2: Globex must keep records after termination"
    assert levels("destroy-and-keep", text + " if retention duty.", world) == ["warning"]
    assert levels("destroy-and-keep", text + ".", world) == ["error"]


def test_keeping_is_quiet_where_the_law_forbids_to_delete() -> None:
    text = "1: After termination, Globex must destroy records.\n"
    assert (
        levels("destroy-and-keep", text + "2: Globex may, after termination, keep records if prohibited by law.") == []
    )


def test_a_duty_to_keep_to_the_agreement_until_deletion_is_survival() -> None:
    kept = "1: Globex may use records only for support.\n2: Globex may keep records after termination.\n"
    assert levels("survival-gap", kept) == ["warning"]
    for until in ("Until completion of deletion,", "Until deletion,"):
        assert levels("survival-gap", kept + f"3: {until} Globex shall comply with this agreement.") == [], until
    assert levels("survival-gap", kept + "3: Globex shall comply with this agreement.") == ["warning"]


def test_keeping_within_the_law_has_an_end_somewhere() -> None:
    assert levels("retention-indefinite", "1: Globex may keep records after termination.") == ["warning"]
    assert levels("retention-indefinite", "1: Globex may keep records under applicable law.") == ["note"]


def test_keeping_among_other_acts_is_not_about_how_long() -> None:
    text = "1: Globex may keep, use and disclose records for support."
    assert levels("retention-indefinite", text.replace(" for support", "")) == []
    assert levels("retention-unaddressed", text) == ["warning"]
    assert levels("retention-indefinite", "1: Globex may keep and store records.") == ["warning"]


# Going on


@pytest.mark.parametrize(
    "terms",
    [
        "only if separate application completed",
        "only if data access agreement signed",
        'only if "they signed the user agreement"',
        "only if they signed the user agreement",
    ],
)
def test_takers_who_sign_terms_of_their_own_with_the_giver_are_bound(terms: str) -> None:
    world = """
    Separate application completed is a condition, means "the collaborator applied for access itself and was approved".
    Data access agreement signed is a condition.
    They signed the user agreement is a condition.
    """
    text = (
        f"1: Acme will share records with Globex for support.\n2: Globex may share records with subcontractors {terms}."
    )
    assert set(levels("no-flowdown", text, world + WORLD)) <= {"note"}


def test_to_keep_data_in_a_manner_is_not_to_keep_them_for_ever() -> None:
    world = "ISO rules are a law." + WORLD
    text = (
        "1: Globex must keep records under ISO rules.\n2: Globex must delete records within 14 days after termination."
    )
    assert levels("destroy-and-keep", text, world) == []


def test_a_condition_of_the_ban_is_told() -> None:
    text = "1: Globex may use and share records for support.\n"
    text += "2: Globex must not transfer records to third parties without a written agreement."
    (finding,) = (each for each in found(text) if each.rule == "contradiction")
    assert "to transfer records to somebody else without written contract, which" in finding.message


def test_where_data_come_from_makes_leave_no_narrower_than_a_ban_on_special_data() -> None:
    world = "The registry is a data holder." + WORLD
    text = (
        "1: Globex must collect records from the registry on behalf of Acme.\n2: Globex must not collect old records."
    )
    assert levels("contradiction", text, world) == ["note"]


# Laws


LAW = WORLD.replace("Acme and Globex.", 'Acme and Globex, under "GDPR Art. 28".').replace(
    "Acme is a company. Globex is a vendor.", "Acme is a controller. Globex is a processor."
)
FLOW = "0: Acme will share records with Globex for support.\n"


def test_a_cap_on_audits_is_at_most_worth_a_note() -> None:
    audits = "1: Acme may audit Globex at most twice every year.\n2: Acme may audit Globex after a breach."
    told = [each for each in found(FLOW + audits, LAW) if "28(3)(h)" in each.message]
    assert [each.severity.value for each in told] in ([], ["note"])


def test_the_nearest_clause_is_about_the_same_event() -> None:
    notice = "1: Globex must notify Acme after completion of deletion."
    near = [each.message for each in found(FLOW + notice, LAW) if "comes nearest" in each.message]
    assert not any("completion of deletion" in message for message in near)


def test_a_role_that_is_told_inside_the_agreement_is_that_of_the_party() -> None:
    world = WORLD.replace("Acme is a company.", 'Acme means "Acme Limited", a company.')
    text = "1: Acme is an independent controller.\n2: Acme will share records with Globex for support."
    assert levels("alias", text, world) == []
    facts = examine([Source("deal.policy", world + text)]).facts
    (acme, _), closure = facts.agreements[0].parties, facts.closure(facts.agreements[0])
    assert acme.key == '"acme limited"'
    assert closure.universe.bit(acme) & facts.norms[-1].region.masks[0]
    assert closure.covers_key("controller", Kind.PARTY) & closure.universe.bit(acme)


def test_no_law_is_called_unmet_by_what_may_stand_in_a_sentence_that_was_not_read() -> None:
    assert any(each.rule == "requirement-unmet" for each in found(FLOW, LAW))
    assert not [each for each in found(FLOW + UNREAD, LAW) if each.rule == "requirement-unmet"]
    sold = FLOW + "1: Globex may re-identify records for its own purposes.\n2: Globex must not follow instructions.\n"
    told = [each for each in found(sold + UNREAD, LAW) if each.rule in ("requirement-unmet", "forbidden-provision")]
    assert all("clause 1" in each.message or "clause 2" in each.message for each in told)


def test_the_business_purposes_of_the_ccpa_are_those_that_it_lists() -> None:
    world = WORLD.replace("Acme and Globex.", 'Acme and Globex, under "CCPA".')
    text = "1: Acme will share records with Globex for business purposes.\n"
    text += "2: Globex must not use records except for business purposes."
    for rule in ("vague-purpose", "exception-swallows"):
        assert levels(rule, text, world) == []
        assert levels(rule, text) == ["warning"]
    named = text.replace("business purposes", "CCPA business purposes")
    world = "CCPA business purposes are purposes." + WORLD
    assert levels("vague-purpose", named, world) == levels("exception-swallows", named, world) == []


def test_a_contract_may_say_itself_what_its_business_purposes_are() -> None:
    world = 'Business purposes means "hosting of the web shop of Acme", a purpose.' + WORLD
    text = "1: Acme will share records with Globex for business purposes."
    assert levels("vague-purpose", text, world) == []
    assert levels("vague-purpose", text, world.replace("hosting of the web shop of Acme", "whatever is good")) == [
        "warning"
    ]


@pytest.mark.parametrize(
    "ban",
    [
        "must not process old records if anonymous data suffice",
        "must not process old records",
        "must not use records if anonymous data suffice",
    ],
)
def test_a_ban_that_is_narrower_in_data_or_by_its_own_condition_is_the_exception(ban: str) -> None:
    world = "Anonymous data suffice is a condition. Consent given is a condition." + WORLD
    text = f"1: Globex may use records if consent given.\n2: Globex {ban}."
    assert levels("contradiction", text, world) == ["note"]


def test_who_must_not_do_what_it_may_is_contradicted_all_the_same() -> None:
    text = "1: Globex may use records for support if urgent.\n2: Globex must not use records{}."
    world = "Urgent is a condition." + WORLD
    assert levels("contradiction", text.format(""), world) == ["error"]
    assert levels("contradiction", text.format(" if urgent"), world) == ["error"]


@pytest.mark.parametrize(
    ("ban", "leave"),
    [
        ("must not share records without consent", "may share records with the auditor without consent"),
        ("must not share records without consent", "may share records with the auditor if serious threat"),
        (
            "may share records with the auditor only with a court order or with consent",
            "may share records with the auditor if serious threat",
        ),
        (
            "may share records with the auditor only with a court order",
            "may share records with the auditor if serious threat",
        ),
    ],
)
def test_special_leave_with_a_ground_of_its_own_is_not_told_to_be_the_broader_clause(ban: str, leave: str) -> None:
    world = "Serious threat is a condition." + WORLD
    told = found(f"1: Globex {ban}.\n2: Globex {leave}.", world)
    clashing = [each.severity.value for each in told if each.rule in ("contradiction", "outside-only")]
    assert clashing == ["warning"]


# People among people


CHILDREN = "1: Globex must not share records about children with the auditor.\n"


def test_records_about_children_are_those_about_the_customers_who_are_children() -> None:
    grant = "2: Globex may share records with the auditor for support."
    assert levels("vacuous-clause", CHILDREN + grant) == []
    assert levels("contradiction", CHILDREN + grant) == ["note"]
    special = "2: Globex may share records about children with the auditor for support."
    assert levels("contradiction", CHILDREN + special) == ["error"]
    assert levels("contradiction", CHILDREN.replace(" about children", "") + special) == ["error"]
    assert levels("contradiction", CHILDREN.replace("records", "personal data") + special) == ["error"]
    others = "2: Globex may share records about residents with the auditor for support."
    assert levels("contradiction", CHILDREN + others, "Residents are people." + WORLD) == []


def test_whom_a_definition_shuts_out_is_meant_by_nothing() -> None:
    world = WORLD.replace("Customers are people.", "Customers are people, excludes children.")
    assert levels("vacuous-clause", CHILDREN, world) == ["error"]
    assert levels("vacuous-clause", CHILDREN.replace("children", "toddlers"), "Toddlers are children." + world) == [
        "error"
    ]


@pytest.mark.parametrize(
    "staff", ["its personnel", "Globex's employees", "personnel of Globex", "authorised personnel"]
)
def test_who_works_for_a_party_is_no_third_party(staff: str) -> None:
    world = "Employees are personnel." + WORLD
    grant = f"2: Globex may share records with {staff} for support."
    assert levels("contradiction", f"1: Globex must not share records with third parties.\n{grant}", world) == []
    assert levels("contradiction", f"1: Globex must not share records with anyone.\n{grant}", world) == ["note"]
    assert levels("contradiction", f"1: Globex must not share records.\n{grant}", world) == ["error"]


def test_who_works_for_somebody_else_is_one() -> None:
    world = "Hooli is a vendor." + WORLD
    grant = "2: Globex may share records with personnel of Hooli for support."
    assert levels("contradiction", f"1: Globex must not share records with third parties.\n{grant}", world) == ["error"]


def test_who_acts_for_the_other_party_is_nobody_to_whom_data_go_on() -> None:
    flow = "1: Acme will share records with Globex for support.\n"
    shown = "2: Globex must give the authorised representatives of {} access to records for inspection.\n"
    assert levels("no-flowdown", flow + shown.format("Acme")) == []
    assert levels("no-flowdown", flow + shown.format("Globex")) == ["error"]


@pytest.mark.parametrize("under", ["CCPA", "Cal. Civ. Code § 1798.100(d)"])
def test_to_share_is_what_the_ccpa_calls_so_beside_to_sell(under: str) -> None:
    world = WORLD.replace("Acme and Globex.", f'Acme and Globex, under "{under}".')
    ban = "1: Globex shall not sell or share records.\n"
    given = "2: Globex may share records with subprocessors for {}."
    assert levels("contradiction", ban + given.format("support"), world) == ["note"]
    assert levels("contradiction", ban + given.format("support")) == ["error"]
    assert levels("contradiction", ban + given.format("cross-context behavioural advertising"), world) == ["error"]
    sold = "2: Globex may sell records to subprocessors for support."
    assert levels("contradiction", ban + sold, world) == ["error"]
    disclosed = ban.replace("share", "disclose")
    assert levels("contradiction", disclosed + given.format("support"), world) == ["error"]
    met = [each.message for each in found(ban, world) if "(ag)(1)(A)" in each.message]
    assert met == []


CALIFORNIA = WORLD.replace("Acme and Globex.", 'Acme and Globex, under "CCPA".').replace(
    "Acme is a company. Globex is a vendor.", "Acme is a company. Globex is a service provider."
)


@pytest.mark.parametrize(
    ("paragraph", "clause"),
    [
        ("(d)(5)", "Acme may, upon notice, stop unauthorised use with reasonable effort"),
        ("(d)(5)", "Acme may, upon notice, remediate unauthorised use with reasonable effort"),
        ("(ag)(1)(B)", "Globex shall not retain, use, or disclose records for any purpose other than support"),
        (
            "(ag)(1)(B)",
            "Globex shall not retain, use, or disclose records for any purpose other than the Business Purposes, "
            "except if legally permitted",
        ),
        (
            "(ag)(1)(D)",
            "Globex shall not combine records with personal data from another person, except for Business Purposes",
        ),
    ],
)
def test_the_words_of_the_ccpa_meet_it(paragraph: str, clause: str) -> None:
    world = "Another person is a party. Customers are people." + CALIFORNIA
    assert [each for each in found(FLOW, world) if paragraph in each.message]
    told = [each.message for each in found(f"{FLOW}1: {clause}.", world) if paragraph in each.message]
    assert told == []


def test_a_ban_with_an_exception_for_other_than_a_purpose_leaves_the_law_unmet() -> None:
    text = FLOW + "1: Globex shall not use records except after a breach."
    assert [each for each in found(text, CALIFORNIA) if "(ag)(1)(B)" in each.message]


def test_what_says_only_how_something_is_done_is_no_broad_leave() -> None:
    ban = "1: Globex must not use or access records for profiling.\n"
    for said in (
        "must evaluate records at least once a year",
        "may access records at most 4 times every day",
        "may use records in any country",
    ):
        assert levels("contradiction", f"{ban}2: Globex {said}.") == [], said
    assert levels("contradiction", f"{ban}2: Globex may use records.") == ["note"]


def test_a_list_of_purposes_that_says_too_little_limits_leave_that_names_none() -> None:
    world = "Enabling these experiences is a purpose." + WORLD
    text = "1: Globex may use records only for enabling these experiences.\n2: Globex may use records {}."
    assert levels("outside-only", text.format("in any country"), world) == []
    assert levels("outside-only", text.format("for support"), world) == ["note"]


def test_a_place_is_told_as_the_ban_has_it() -> None:
    text = "1: Globex may use records.\n2: Globex must not use records outside the direct business relationship."
    (told,) = (each.message for each in found(text) if each.rule == "contradiction")
    assert "outside the direct business relationship" in told


def test_terms_behind_only_for_a_purpose_bind_subprocessors_for_every_purpose() -> None:
    clause = "1: Globex may share records with subprocessors only for support, under the same terms."
    assert [each for each in found(FLOW, LAW) if "28(3)(d)" in each.message]
    assert not [each for each in found(FLOW + clause, LAW) if "28(3)(d)" in each.message]


def test_a_yearly_duty_is_none_before_an_event() -> None:
    text = "1: Globex must notify Acme before a transfer.\n2: Globex must notify Acme every year."
    assert levels("redundant-clause", text, "Transfer is an event." + WORLD) == []
    always = text.replace(" every year", "")
    assert levels("redundant-clause", always, "Transfer is an event." + WORLD) == ["note"]


@pytest.mark.parametrize(
    ("paragraph", "clause"),
    [
        ("(3)(b)", "Globex shall ensure that its personnel are bound by confidentiality."),
        ("(3)(d)", "Globex shall impose the same data protection obligations on each subprocessor."),
        ("(3)(d)", "Globex may share records with subprocessors for support only under the same terms."),
        ("(3)(f)", "Globex shall notify Acme within 48 hours after becoming aware of a personal data breach."),
    ],
)
def test_the_usual_words_of_processing_agreements_meet_article_28(paragraph: str, clause: str) -> None:
    assert [each for each in found(FLOW, LAW) if paragraph in each.message]
    assert not [each for each in found(f"{FLOW}1: {clause}", LAW) if paragraph in each.message]


def test_what_the_article_asks_for_is_not_met_where_another_clause_lets_it_go() -> None:
    text = "1: Globex may share records with subprocessors for support only under the same terms.\n"
    text += "2: Globex may share records with subprocessors for marketing."
    assert [each for each in found(FLOW + text, LAW) if "(3)(d)" in each.message]


def test_notice_and_a_cap_on_audits_are_worth_a_note_together() -> None:
    text = "1: Acme may audit Globex at most once every year, on 30 days of notice."
    told = [each.severity.value for each in found(FLOW + text, LAW) if "28(3)(h)" in each.message]
    assert told == ["note"]


def test_the_vendor_may_be_monitored() -> None:
    assert levels("vacuous-clause", "1: Acme may audit and monitor Globex. 2: Acme must monitor subprocessors.") == []


def test_what_is_told_of_something_else_is_told_all_the_same() -> None:
    assert levels("vacuous-clause", "1: Customers may submit a complaint about a breach to Acme.") == []
    ban = "1: Globex must not disclose information about the system of Acme to third parties."
    assert levels("vacuous-clause", ban, "System is a thing." + WORLD) == []


def test_a_limit_on_places_gives_no_leave() -> None:
    limit = "1: Globex shall store and process records only in the European Union.\n"
    ban = "2: Globex must not sell records."
    assert levels("contradiction", limit + ban) == []
    assert levels("vacuous-clause", limit) == []
    assert levels("outside-only", limit + "2: Globex may use records in the United States.") == ["warning"]


# Breaches by another name, measures, contacts

UNDER = 'agreement "Deal" between Acme and Globex, under "GDPR Art. 28".\n'


@pytest.mark.parametrize(
    ("clauses", "met"),
    [
        ("2: Globex must notify Acme after awareness of a breach.", True),
        ("2: If Globex becomes aware of a breach, it must notify Acme of the breach without undue delay.", True),
        ("2: Globex must notify Acme without undue delay if it discovers a breach.", True),
        ("2: Globex must notify Acme without undue delay after becoming aware of an incident.", True),
        (
            '1: Security Incident means "loss of or access to records".\n'
            "2: Globex must notify Acme of a Security Incident without undue delay.",
            True,
        ),
        (
            '1: Data Event means "loss of or access to records", an incident.\n'
            "2: Globex must notify Acme after becoming aware of a Data Event.",
            True,
        ),
        (
            "1: Data Event includes unauthorised access and loss of data.\n"
            "2: Globex must notify Acme after becoming aware of a Data Event.",
            True,
        ),
        ('1: Strike means "no work", an event.\n2: Globex must notify Acme after a strike.', False),
        ("2: Globex must notify Acme of unauthorised access without undue delay.", False),
        ("2: If Acme is bankrupt, Globex must notify Acme of a breach.", False),
        ("2: Globex must promptly notify Acme of complaints.", False),
        ("2: Globex must promptly notify Acme of the details of the breach.", True),
    ],
)
def test_the_breach_of_a_contract_is_a_breach(clauses: str, met: bool) -> None:
    world = "Acme is a controller. Globex is a processor. Bankrupt is a condition.\n" + UNDER
    messages = [finding.message for finding in found(clauses, world) if finding.rule == "requirement-unmet"]
    assert any("28(3)(f)" in message for message in messages) is not met


@pytest.mark.parametrize(
    ("leave", "ban", "expected"),
    [
        ("keep records for up to 90 days", "keep records for more than 12 months", []),
        ("keep records for up to 18 months", "keep records for more than 12 months", ["warning"]),
        ("keep records", "keep records for more than 12 months", ["note"]),
        ("keep records for up to 90 days after a breach", "keep records for more than 12 months", ["note"]),
        ("use records at most 3 times every day", "use records more than 4 times every day", []),
        ("use records at most 10 times every day", "use records more than 4 times every day", ["warning"]),
        ("use records at most once every year", "use records more than once every day", []),
        ("use records at most 10 times every year", "use records more than 4 times every day", ["note"]),
    ],
)
def test_leave_up_to_a_limit_is_held_against_what_lies_beyond_another(
    leave: str, ban: str, expected: list[str]
) -> None:
    assert levels("contradiction", f"1: Globex may {leave}.\n2: Globex must not {ban}.") == expected


@pytest.mark.parametrize("act", ["assess each subcontractor every year", "monitor its subcontractors"])
def test_to_look_after_a_vendor_is_to_have_no_data(act: str) -> None:
    assert [each.rule for each in found(f"1: Globex must not use records.\n2: Globex must {act}.")] == []


@pytest.mark.parametrize(
    ("data", "silent"),
    [("contact details of the officer of Acme", 0), ("contact details of customers", 1), ("contact data", 1)],
)
def test_how_to_reach_an_officer_is_not_what_an_agreement_is_about(data: str, silent: int) -> None:
    text = f"1: Globex may use {data} for support."
    assert len(levels("breach-notice-unaddressed", text)) == silent


def test_contacts_to_which_an_agreement_gives_a_name_are_what_it_is_about() -> None:
    world = "Directory is contact data about members of staff." + WORLD
    assert levels("breach-notice-unaddressed", "1: Globex may use the directory for support.", world) == ["warning"]


@pytest.mark.parametrize("how", ["with minimum necessary", "with encryption", "in a secure manner"])
def test_a_duty_with_a_ground_is_not_outside_a_limit_on_how_it_is_done(how: str) -> None:
    limit = f"1: Globex may share records only {how}.\n"
    duty = "2: Globex must share old records with the auditor for support"
    assert levels("outside-only", f"{limit}{duty} if requested.") == []
    assert levels("outside-only", f"{limit}{duty}.") == []
    assert levels("outside-only", f"{limit}{duty} unless requested.") == []


def test_a_duty_that_says_the_opposite_of_the_limit_is_outside_it() -> None:
    limit = "1: Globex may share records only with minimum necessary.\n"
    duty = "2: Globex must share old records with the auditor for support"
    assert levels("outside-only", f"{limit}{duty} unless minimum necessary.") == ["error"]


def test_a_duty_with_a_ground_is_outside_a_limit_on_another_ground() -> None:
    limit = "1: Globex may share records only with consent.\n"
    duty = "2: Globex must share old records with the auditor for support"
    assert levels("outside-only", f"{limit}{duty} if requested.") == ["warning"]
    assert levels("outside-only", f"{limit}{duty} where relevant and proportionate.") == ["note"]
    assert levels("outside-only", f"{limit}{duty}.") == ["note"]


def test_a_clause_that_only_limits_a_flow_need_not_say_what_it_is_for() -> None:
    limit = "2: Acme may share records with Globex only with a lawful basis.\n"
    assert levels("flow-without-purpose", limit) == ["error"]
    assert levels("flow-without-purpose", "1: Acme may share records with Globex for support.\n" + limit) == []
    assert levels("flow-without-purpose", "1: Acme may share records with the auditor for support.\n" + limit) == [
        "error"
    ]
    broad = "2: Each party may share personal data only with a lawful basis.\n"
    assert (
        levels("flow-without-purpose", "1: The parties may share records with each other for support.\n" + broad) == []
    )


def test_a_circle_of_dealing_is_beside_places() -> None:
    ban = "1: Globex must not use records outside the direct business relationship.\n"
    assert levels("contradiction", f"{ban}2: Globex may use records for support in Germany.") == ["note"]
    within = "2: Globex may use records for support in Germany under the direct business relationship."
    assert levels("contradiction", ban + within) == []
    assert levels("contradiction", f"{ban}2: Globex may use records outside the direct business relationship.") == [
        "error"
    ]
