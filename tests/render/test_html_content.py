"""What the page says beyond the findings themselves: the summary, what findings share, whose words, why, what ran."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from policyc.findings import Severity, Step
from policyc.render.html import abstract, render_html
from policyc.render.html.addresses import file_address
from policyc.render.html.view import MANY
from policyc.report import (
    Baseline,
    Gone,
    Held,
    InputView,
    LawView,
    Links,
    Matrix,
    PageLink,
    Provenance,
    Report,
    Summary,
    Term,
    Timeline,
)
from tests.render import samples
from tests.render.pages import Element, Page

HEADINGS = [
    "Findings",
    "What was not checked",
    "Who gives what to whom",
    "Who may do what",
    "When",
    "The documents in full",
    "Laws",
    "Rules",
    "About this report",
]


def page_of(report: Report) -> Page:
    return Page(render_html(report))


@pytest.fixture(scope="module")
def page() -> Page:
    return page_of(samples.report())


def finding(page: Page, rule: str) -> Element:
    (found,) = (each for each in page.all("article", of="finding") if rule in each.text.split())
    return found


# The summary


def test_summary_says_who_what_is_gravest_what_is_fine_and_what_is_open(page: Page) -> None:
    (text,) = page.all("p", of="abstract")
    assert text.text == (
        "This report is about 2 agreements: “Account linking” between Facebook, PayPal, Citi Singapore and American "
        "Express (live) and “Proposed bank deal” between Facebook and the large banks (proposed, from 2018-08-06). "
        "The gravest point is finding 1, in “Proposed bank deal”: Shopping location would go to Facebook for no stated "
        "purpose, while Facebook promises not to advertise with it. 1 of the 3 rules that ran found nothing. "
        "1 of the 6 clauses drew no finding."
    )


def test_summary_of_a_complete_run_ends_with_what_was_not_checked() -> None:
    report = replace(samples.report(), unchecked=samples.unchecked()[:1])
    (text,) = page_of(report).all("p", of="abstract")
    assert text.text.endswith(
        "1 passage was left to a human reader. 2 names were taken as given. See what was not checked."
    )


def test_summary_counts_agreements_and_parties_that_are_many() -> None:
    one, other = samples.documents()
    many = replace(samples.report(), documents=(one, one, one, other))
    assert abstract.scope(many) == "This report is about 4 agreements with 6 clauses: 3 live and 1 proposed."
    forms = tuple(replace(one, status="template") for _ in range(3))
    assert abstract.scope(replace(many, documents=(*forms, replace(other, status="")))) == (
        "This report is about 4 agreements with 6 clauses: 3 templates and 1 of no stated status."
    )
    assert "(a template)" in abstract.scope(replace(many, documents=forms[:1]))
    crowd = replace(one, parties=tuple(f"Party {number}" for number in range(7)), status="", period="")
    assert abstract.scope(replace(samples.report(), documents=(crowd,))) == (
        "This report is about one agreement: “Account linking” between Party 0, Party 1, Party 2 and 4 others."
    )
    assert abstract.scope(samples.empty()) == "No agreement was read."
    alone = replace(one, parties=())
    assert "“Account linking” (live)." in abstract.scope(replace(samples.report(), documents=(alone,)))


def test_summary_counts_what_is_as_grave_as_the_gravest() -> None:
    warnings = tuple(each for each in samples.findings() if each.severity is Severity.WARNING)
    report = replace(samples.report(), findings=warnings)
    assert abstract.next_words(report) == "4 more warnings follow it."
    assert abstract.next_words(replace(report, findings=warnings[:2])) == "1 more warning follows it."
    assert abstract.next_words(samples.clean()) == ""


def test_summary_of_what_is_fine() -> None:
    clean = samples.clean()
    assert abstract.fine(clean, 6) == "None of the 3 rules that ran found anything."
    assert abstract.fine(replace(clean, rules=()), 6) == ""
    assert abstract.fine(samples.report(), 2).endswith("2 of the 6 clauses drew no finding.")
    law = LawView("Account linking", samples.at(41), "GDPR", Held.APPLIED, asked=5, unmet=1)
    assert "GDPR was held against “Account linking”: 4 of 5 requirements met." in abstract.fine(
        replace(clean, laws=(law,)), 0
    )
    assert "GDPR was held against 4 agreements: 16 of 20 requirements met." in abstract.fine(
        replace(clean, laws=(law,) * 4), 0
    )
    crowd = tuple(replace(law, law=f"Law {number}") for number in range(4))
    assert "held against" not in abstract.fine(replace(clean, laws=crowd), 0)


def test_nothing_is_said_of_rules_where_all_found_something() -> None:
    report = samples.report()
    loud = tuple(rule for rule in report.rules if rule.name != "two-deadlines")
    assert abstract.fine(replace(report, rules=loud), 0) == ""


# What findings share


def test_findings_that_rest_on_one_clause_are_listed_together(page: Page) -> None:
    (causes,) = page.all("section", of="causes")
    assert "“Proposed bank deal” as a whole: Warning, finding 6 Note, finding 7 Note, finding 8" in causes.text
    shared = [each.text for each in page.all("bdi", of="by-cause")]
    assert shared.count("“Proposed bank deal” as a whole") == 3


def test_clause_needs_no_title_where_there_is_one_document() -> None:
    alone = replace(samples.report(), documents=samples.documents()[1:], findings=samples.findings()[:2])
    (cause,) = page_of(alone).all("section", of="causes")
    assert "Clause 4: Error, finding 1 Warning, finding 2" in cause.text


def test_agreement_as_a_whole_is_called_by_its_title() -> None:
    found = samples.findings()[6:8]
    untold = tuple(replace(each, primary=replace(each.primary, agreement=None)) for each in found)
    (cause,) = page_of(replace(samples.report(), findings=untold)).all("section", of="causes")
    assert "“Proposed bank deal” as a whole: Note, finding 1 Note, finding 2" in cause.text


def test_findings_that_share_nothing_are_not_said_to() -> None:
    page = page_of(replace(samples.report(), findings=samples.findings()[:1]))
    assert not page.all("section", of="causes")
    assert not page.all("bdi", of="by-cause")
    assert "cause" not in [option.attributes["value"] for option in page.all("option")]


# Findings


def test_only_very_many_findings_are_laid_out_when_they_are_seen(page: Page) -> None:
    many = tuple(replace(samples.findings()[1], message=f"Finding {number}.") for number in range(MANY + 1))
    assert page.by_id("findings").classes == set()
    assert page_of(replace(samples.report(), findings=many)).by_id("findings").classes == {"many"}


def test_quotations_name_whose_words_they_are() -> None:
    document = samples.documents()[0]
    words = '7: Facebook may use bank data only with opt-in consent, per "Elizabeth Diana": "it\'s completely opt-in"'
    evidence = replace(samples.findings()[0].primary, place=samples.at(44), quote=words, clause="7", agreement=None)
    report = replace(
        samples.report(), documents=(document,), findings=(replace(samples.findings()[0], primary=evidence),)
    )
    (shown,) = page_of(report).all("li", of="primary")
    assert (
        "Facebook may use bank data only with opt-in consent “it's completely opt-in” — Elizabeth Diana" in shown.text
    )
    assert "per" not in shown.text.split()


def test_a_speaker_without_words_is_named_all_the_same(page: Page) -> None:
    document = samples.documents()[0]
    evidence = samples.clause_evidence(9, "this")
    report = replace(
        samples.report(), documents=(document,), findings=(replace(samples.findings()[0], primary=evidence),)
    )
    (shown,) = page_of(report).all("li", of="primary")
    assert "According to Elizabeth Diana" in shown.text


def test_quoted_words_without_a_speaker_stand_alone() -> None:
    document = samples.documents()[0]
    clause = replace(document.clauses[0], speaker=None)
    report = replace(
        samples.report(),
        documents=(replace(document, clauses=(clause,)),),
        findings=(replace(samples.findings()[0], primary=samples.clause_evidence(7, "this"), related=()),),
    )
    (shown,) = page_of(report).all("li", of="primary")
    assert shown.text.endswith("“it's completely opt-in”")


def test_finding_says_why_it_matters_with_its_legal_source(page: Page) -> None:
    vague = finding(page, "vague-purpose")
    assert "Why it matters: Only for these types of experiences sounds like a promise." in vague.text
    assert "Sources: Regulation (EU) 2016/679 art. 5(1)(b): purposes are specified." in vague.text
    assert "Only for these types of experiences" in [em.text for em in page.all("em")]


def test_no_source_is_named_where_none_is_needed(page: Page) -> None:
    banned = finding(page, "useful-for-banned")
    assert "Why it matters: A promise not to advertise costs nothing" in banned.text
    assert "Sources" not in banned.text
    assert "Why it matters" not in finding(page, "reveals").text


def test_witness_is_drawn_where_its_acts_are_known(page: Page) -> None:
    (picture,) = page.all("figure", of="witness")
    assert "Forbidden by Proposed bank deal, clause 3" in picture.text
    step = Step("Facebook", "keeps", ("balances",))
    again = page_of(replace(samples.report(), findings=(replace(samples.findings()[1], steps=(step,)),)))
    assert "Forbidden by" not in again.all("figure", of="witness")[0].text


# What ran, and what was read


def test_every_rule_is_listed_with_what_it_found(page: Page) -> None:
    text = page.by_id("rules").text
    assert "3 rules of policyc 0.1.0 ran; 1 was left out on request." in text
    rows = [each.text for each in page.all("tr")]
    assert "ai-trainingData train models.left out" in rows
    assert "vague-purposeA purpose shuts nothing out.1" in rows
    assert "two-deadlinesTwo deadlines for one duty.–" in rows
    assert "What was suppressed is listed among the findings, with the reasons given." in text


def test_all_rules_ran() -> None:
    report = replace(samples.report(), rules=samples.rules()[1:], judged_on=date(2026, 1, 2))
    text = page_of(report).by_id("rules").text
    assert "All 3 rules of policyc 0.1.0 ran." in text
    assert "whether these have ended was judged on 2026-01-02." in text
    two = (samples.rules()[0], replace(samples.rules()[1], ran=False))
    assert "0 rules of policyc 0.1.0 ran; 2 were left out" in page_of(replace(report, rules=two)).by_id("rules").text


def test_suppressed_findings_of_a_rule_are_counted_apart() -> None:
    rule = replace(samples.rules()[1], suppressed=3)
    rows = page_of(replace(samples.report(), rules=(rule,))).all("tr", of="hit")
    assert [each.text for each in rows] == ["vague-purposeA purpose shuts nothing out.13 suppressed"]


def test_file_that_could_not_be_read_says_so() -> None:
    made = Provenance((InputView("a.policy", "", 0),))
    assert "could not be read" in page_of(replace(samples.report(), provenance=made)).by_id("about").text


def test_no_rules_no_section() -> None:
    page = page_of(replace(samples.report(), rules=()))
    assert "rules" not in [element.attributes.get("id") for element in page.elements]
    assert "#rules" not in [element.attributes.get("href") for element in page.elements]


def test_footer_gives_digests_and_how_to_verify(page: Page) -> None:
    text = page.by_id("about").text
    for words in (samples.PATH, "4,115", "ab" * 32, "cd" * 32, "policyc verify"):
        assert words in text


def test_footer_tells_what_was_asked_for() -> None:
    baseline = InputView("known.json", "ef" * 32, 12)
    made = Provenance(
        as_of=date(2025, 3, 1), laws=("GDPR", "HIPAA"), select=("alias",), ignore=("reveals",), baseline=baseline
    )
    gone = (Gone("0" * 16, 2, "alias", None, None),)
    report = replace(
        samples.report(), provenance=made, baseline=Baseline(gone), summary=Summary(1, 2, 6, 0, 0, 0, 0, 4)
    )
    text = page_of(report).by_id("about").text
    assert "as they stand on 2025-03-01" in text
    assert "on request: GDPR and HIPAA" in text
    assert f"known.json with the SHA-256 {'ef' * 32}, which knows 4 of its findings" in text
    assert "asked for: alias. Rules that were left out on request: reveals." in text
    assert "2 were not found any more" in text


def test_contents_name_what_the_page_has(page: Page) -> None:
    assert [each.text for each in page.all("li") if each.text in HEADINGS] == [*HEADINGS[:3], *HEADINGS[5:]]
    matrix = Matrix(samples.DEAL, samples.at(54), "Facebook", "use", "purpose", (), (), ())
    term = Term(samples.DEAL, samples.at(54), "proposed", date(2018, 8, 6), None, "from 2018-08-06")
    full = page_of(replace(samples.report(), matrices=(matrix,), timeline=Timeline(terms=(term,))))
    assert [each.text for each in full.all("li") if each.text in HEADINGS] == HEADINGS


# A page among others


def test_page_of_a_portfolio_leads_back_and_to_others() -> None:
    links = Links("index.html", (PageLink(samples.LINKING, samples.PATH, "account-linking.html"),))
    report = replace(samples.report(), links=links, documents=samples.documents()[1:])
    page = page_of(report)
    (back,) = page.all("p", of="back")
    assert back.text == "Back to the index of all agreements"
    leads = {element.text: element.attributes["href"] for element in page.all("a") if "href" in element.attributes}
    assert leads["Account linking, clause 8"] == "account-linking.html"
    assert leads["Proposed bank deal, clause 4"] == "#document-1-clause-3"


def test_page_of_a_portfolio_lists_the_rules_that_found_something_there() -> None:
    page = page_of(replace(samples.report(), links=Links()))
    text = page.by_id("rules").text
    assert "Those that found something here follow; the index lists all of them." in text
    assert "vague-purpose" in text
    assert "two-deadlines" not in text


def test_page_of_a_portfolio_names_clauses_of_others_in_full() -> None:
    found = tuple(replace(each, primary=samples.clause_evidence(4, "this")) for each in samples.findings()[:2])
    report = replace(samples.report(), documents=samples.documents()[:1], findings=found, links=Links())
    page = page_of(report)
    assert "Clause 4 of “Proposed bank deal”: Error, finding 1" in page.all("section", of="causes")[0].text
    assert "finding 1, in “Proposed bank deal”:" in page.all("p", of="abstract")[0].text


def test_margin_names_the_agreement_once(page: Page) -> None:
    asides = [each.text for each in page.all("bdi", of="by-cause")]
    assert "“Proposed bank deal” as a whole" in asides
    hidden = [each.text for each in page.all("span", of="aside")]
    assert "“Proposed bank deal”" in hidden


def test_a_page_alone_leads_nowhere_else(page: Page) -> None:
    assert not page.all("p", of="back")


def test_no_file_name_is_another_kind_of_address() -> None:
    assert file_address("deal-1.html") == "deal-1.html"
    assert file_address("//evil.example/x") == "%2F%2Fevil.example%2Fx"
