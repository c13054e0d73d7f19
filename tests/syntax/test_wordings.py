"""What lawyers write in several ways has one tree and one canonical form."""

import pytest

from policyc.source import Source
from policyc.syntax import format_tree, parse
from tests.syntax.parsing import read

SAME = [
    ("Acme will also notify Beta", "Acme will notify Beta"),
    ("Acme remains fully liable for losses", "Acme shall remain fully liable for losses"),
    ("Acme may use data with or without consent", "Acme may use data even with consent"),
    ("Acme must delete data within a maximum period of 30 days", "Acme must delete data within 30 days"),
    ("Acme shall not use data, nor sell data", "Acme shall not use data, nor sell data"),
    (
        "Acme shall not (and shall not permit others to) sell data",
        "Acme shall not, and shall not permit others to, sell data",
    ),
    (
        "Acme must notify Beta if, in its opinion, a breach occurs",
        "Acme must notify Beta if a breach occurs in its opinion",
    ),
    ("Acme may use data if no consent is required", "Acme may use data if not consent is required"),
    ("upon termination, Acme must delete data", "After termination, Acme must delete data"),
    ("Acme must delete data following termination", "Acme must delete data after termination"),
    ("Acme must notify Beta prior to the transfer", "Acme must notify Beta before the transfer"),
    ("Acme must delete data within 30 days of termination", "Acme must delete data within 30 days after termination"),
    (
        "Acme must delete data within 30 days from the date of receipt",
        "Acme must delete data within 30 days after receipt",
    ),
    ("Acme must delete data no later than 5 days after a breach", "Acme must delete data within 5 days after a breach"),
    (
        "Acme must notify Beta without undue delay and in any event within 72 hours after a breach",
        "Acme must notify Beta without undue delay within 72 hours after a breach",
    ),
    ("Acme must notify Beta not less than 10 days before use", "Acme must notify Beta at least 10 days before use"),
    ("Acme may keep data for no longer than 2 years", "Acme may keep data for at most 2 years"),
    ("Acme may keep data for up to 2 years", "Acme may keep data for at most 2 years"),
    ("Acme must keep data for a minimum of 2 years", "Acme must keep data for at least 2 years"),
    ("Acme must not keep data for longer than 2 years", "Acme must not keep data for more than 2 years"),
    ("Acme may audit Beta up to twice per year", "Acme may audit Beta at most twice every year"),
    (
        "Acme may audit Beta no more than once in any 12-month period",
        "Acme may audit Beta at most once every 12 months",
    ),
    ("Acme may audit Beta at most 3 times a year", "Acme may audit Beta at most 3 times every year"),
    ("Acme must review data at least annually", "Acme must review data every year"),
    ("Acme must review data at least once each quarter", "Acme must review data every quarter"),
    ("Acme may audit Beta with 30 days' prior written notice", "Acme may audit Beta on 30 days' notice in writing"),
    ("Acme may audit Beta upon at least ten (10) days' notice", "Acme may audit Beta on 10 days' notice"),
    ("Acme may use data solely for research", "Acme may use data only for research"),
    ("Acme may use data for the purpose of research", "Acme may use data for research"),
    ("Acme may use data in order to detect fraud", "Acme may use data to detect fraud"),
    ("Acme may use data provided that consent", "Acme may use data if consent"),
    ("Acme may use data in the event of an emergency", "Acme may use data when an emergency"),
    ("Acme may use data for so long as consent lasts", "Acme may use data while consent lasts"),
    ("Acme may use data during the term of this agreement", "Acme may use data until termination"),
    ("Acme must use data in accordance with instructions", "Acme must use data under instructions"),
    ("Acme may use data received from Beta", "Acme may use data from Beta"),
    ("Acme may use data provided by Beta", "Acme may use data from Beta"),
    ("Notwithstanding 4, Acme may use data", "Despite 4, Acme may use data"),
    ("Acme may disclose data to the fullest extent necessary", "Acme may disclose data to the extent necessary"),
    ("Acme shall, after a breach, immediately notify Beta", "Acme shall notify Beta after a breach immediately"),
    ("Acme must not, without consent, share data with Beta", "Acme must not share data without consent with Beta"),
    ("Acme must promptly notify Beta", "Acme must notify Beta promptly"),
    ("Acme may sell or otherwise disclose data", "Acme may sell or disclose data"),
    ("Acme may use data within France", "Acme may use data in France"),
    ("Acme may use data only as permitted by this agreement", "Acme must not use data except as this agreement allows"),
    (
        "Acme must not use data other than as expressly permitted under this agreement or as required by law",
        "Acme must not use data except as this agreement allows except if required by law",
    ),
    (
        "Acme may use data only if consent, or if required by law",
        "Acme may use data only if consent or required by law",
    ),
    (
        "Acme may use data only if consent or notice or if an emergency",
        "Acme may use data only if consent or notice or an emergency",
    ),
    (
        "Acme must not keep data for longer than is necessary",
        "Acme must not keep data for longer than necessary for any purpose",
    ),
    ("Acme must provide data at no additional cost", "Acme must provide data at no charge"),
    ("Acme may use data for research only", "Acme may use data only for research"),
    ("Acme may share data with anyone other than Beta", "Acme may share data with anyone except Beta"),
    ("Acme must delete data and promptly notify Beta", "Acme must delete data and must notify Beta promptly"),
    ("Acme must use data, and also must not sell data", "Acme must use data and must not sell data"),
    ("Acme may use data until 31 December 2027", "Acme may use data until 2027-12-31"),
    ("Acme must delete data by 31 December 2027", "Acme must delete data until 2027-12-31"),
    ("Acme must delete data no later than December 31, 2027", "Acme must delete data until 2027-12-31"),
    ("Acme may use data from May 1st, 2026", "Acme may use data from 2026-05-01"),
    ("Acme must delete data on the 3rd of March 2026", "Acme must delete data on 2026-03-03"),
    ("Acme must notify Beta at least 30 days in advance", "Acme must notify Beta on 30 days' notice"),
    (
        "Acme may keep data for the term and for 30 days thereafter",
        "Acme may keep data until 30 days after termination",
    ),
    (
        "Acme must delete data after 2027-01-01 or upon a breach, whichever occurs first",
        "Acme must delete data after 2027-01-01 or after a breach whichever is earlier",
    ),
    (
        "On termination or where required by law, Acme must delete data",
        "On termination or if required by law, Acme must delete data",
    ),
    ("If consent or upon termination, Acme must delete data", "If consent or after termination, Acme must delete data"),
    ("Until 30 days of termination, Acme must keep data", "Until 30 days after termination, Acme must keep data"),
    (
        "Acme must delete data within 30 days and certify destruction",
        "Acme must delete data within 30 days and must certify destruction",
    ),
    (
        "Acme may use names, including but not limited to first names",
        "Acme may use names, including first names",
    ),
    ("Acme may use data if safeguards are in place", "Acme may use data if safeguards"),
    (
        "Acme must notify Beta promptly, but in no event later than 3 days after a breach",
        "Acme must notify Beta promptly, within 3 days after a breach",
    ),
    ("Acme may audit Beta no more than once a calendar year", "Acme may audit Beta at most once every year"),
]
KEPT = [
    "Acme may share data only if required by law, or with Beta, or for research",
    "Acme must not share data unless required by law or with consent",
    "If consent or if notice, Acme may use data",
    "Acme may share data with Beta or if consent",
    "Acme must not sell names, including first names and last names, to Beta",
    "Acme may use data and must not securely sell data or may lend data",
    "Data must not be securely shared, sold or disclosed by Acme with Beta for research",
    "Acme must not knowingly or recklessly use data",
    "No bank or insurer may sell data",
    "Acme must never sell data",
    "Acme must apply the family policy",
    "Acme may at any time use data",
    "Acme must make available data at Beta's request",
    "Acme must treat data as confidential information on behalf of Beta",
    "Acme must not bring claims against Beta",
    "Acme may delete data if the data no longer needed",
    "After termination, each party must delete data",
    "Despite monthly, Acme may use data",
]


@pytest.mark.parametrize(("written", "canonical"), SAME)
def test_a_wording_is_read_as_another(written: str, canonical: str) -> None:
    assert read(f"{written}.") == read(f"{canonical}.")
    assert format_tree(read(f"1: {written}.")).split(" ", 1)[1].split() == f"{canonical}.".split()


@pytest.mark.parametrize("sentence", KEPT)
def test_a_form_reads_back_as_itself(sentence: str) -> None:
    made = read(f"{sentence}.")
    assert read(format_tree(made)) == made


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Acme must not use data only as this agreement allows.", "only as this agreement allows"),
        ("Data may be used by Acme only as this agreement allows.", "only as this agreement allows"),
        ("Neither data may be sold by Acme.", "stands before what is acted on"),
        ("Acme may use data such as names.", "begins examples"),
        ("Neither Acme nor Beta may use data and may sell data.", "says no"),
        ("Names are data, including first names.", "cannot be part of a name"),
        ("Acme may use data only as this agreement allows and must delete data.", "only as this agreement allows"),
    ],
)
def test_what_would_be_misread_is_refused(sentence: str, words: str) -> None:
    parsed, findings = parse(Source("deal.policy", sentence))
    assert parsed.broken
    assert words in findings.found[0].message


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        (
            "Clauses 2 and 3 shall survive expiry or termination of this agreement",
            "Clauses 2 and 3 survive termination",
        ),
        ("Clause 2 survives termination until deletion", "Clause 2 survives until deletion"),
        ("Clause 2 shall survive for a period of ten years", "Clause 2 survives for 10 years after termination"),
        ("Clause 2 remains in full force and effect after termination", "Clause 2 survives termination"),
        ("Clause 4 shall prevail over clause 6", "Clause 4 prevails over clause 6"),
        ("Clause 4 takes precedence over clause 6", "Clause 4 prevails over clause 6"),
        ("Sections 2 through 4 survive", "Sections 2 to 4 survive termination"),
        (
            "Clauses 2\u20134 and 4(a) to (c) prevail over clause 6",
            "Clauses 2 to 4 and 4(a) to (c) prevail over clause 6",
        ),
        ("The obligations under clause 2 shall survive indefinitely", "Clause 2 survives termination"),
        ("4: This clause continues in force indefinitely", "4: This clause survives termination"),
        ("Clause 2 survives as long as Acme holds any data", "Clause 2 survives until deletion of data"),
        (
            "In the event of any conflict between clause 1 and this DPA, clause 1 shall prevail",
            "Clause 1 prevails over this agreement",
        ),
        (
            "This DPA prevails over the Agreement in the event of a conflict",
            "This agreement prevails over the Agreement",
        ),
        ("If there is a conflict between sections 2 and 3, section 3 prevails", "Section 3 prevails over section 2"),
        ('In case of conflict between "A" and this deed, "A" prevails', '"A" prevails over this agreement'),
        (
            "In case of conflict between any other agreement and this deed, this deed prevails",
            "This agreement prevails over any other agreement",
        ),
        ("Clause 2 of this agreement survives termination", "Clause 2 survives termination"),
        ("If there is any conflict, this addendum controls", "This agreement prevails over any other agreement"),
        ("In case of conflict, the stricter provision applies", "The stricter clause prevails"),
        ('Clause 4 of "Deal" takes priority over clause 6', 'Clause 4 of "Deal" prevails over clause 6'),
        (
            'This agreement prevails over the terms of clause 4 of "Deal"',
            'This agreement prevails over clause 4 of "Deal"',
        ),
        (
            "This DPA takes effect on 2026-01-01, and shall remain in full force for a term of three years",
            "This agreement begins on 2026-01-01 and remains in force for 3 years",
        ),
        ("The initial term of this agreement is 18 months", "This agreement remains in force for 18 months"),
        (
            "This agreement expires upon completion unless sooner terminated",
            "This agreement ends on completion, unless sooner terminated",
        ),
        ("This agreement shall be automatically renewed", "This agreement shall be automatically renewed"),
    ],
)
def test_a_sentence_between_clauses_is_read_as_another(written: str, canonical: str) -> None:
    assert read(f"{written}.") == read(f"{canonical}.")
    assert format_tree(read(f"{written}.")).split() == f"{canonical}.".split()


@pytest.mark.parametrize(
    ("participles", "verbs"),
    [("shared, kept and sold", ["shared", "kept", "sold"]), ("used or otherwise disclosed", ["used", "disclosed"])],
)
def test_the_verbs_of_a_passive(participles: str, verbs: list[str]) -> None:
    (sentence,) = read(f"Data may be {participles} by Acme.").sentences
    act = sentence.statement.act  # type: ignore[union-attr]
    assert [verb.text for verb in act.verbs.items] == verbs  # type: ignore[union-attr]
