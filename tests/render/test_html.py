"""The HTML report: what it says, in what order, and how its parts refer to each other."""

import hashlib
import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from policyc.findings import Severity, Unchecked
from policyc.render.html import render_html
from policyc.render.html.seal import digest
from policyc.report import Report, Summary
from tests.render import samples
from tests.render.pages import Page

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def html() -> str:
    return render_html(samples.report())


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


REPORTS = {
    "the sample": samples.report(),
    "an empty one": samples.empty(),
    "a clean one": samples.clean(),
    "a crowded one": samples.crowded(12),
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_tags_are_balanced_ids_single_and_links_lead_somewhere(report: Report) -> None:
    page = Page(render_html(report))
    assert page.unbalanced == []
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for element in page.elements:
        for name in ("aria-labelledby", "aria-describedby"):
            assert set((element.attributes.get(name) or "").split()) <= set(ids)
        if "href" in element.attributes:
            href = element.attributes["href"] or ""
            assert href.startswith("#")
            assert href[1:] in ids


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_headings_form_an_outline(report: Report) -> None:
    levels = [int(e.tag[1]) for e in Page(render_html(report)).elements if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_language_title_and_skip_link(page: Page) -> None:
    assert page.all("html")[0].attributes["lang"] == "en"
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.all(landmark)) == 1
    assert page.all("title")[0].text.startswith("1 error, 5 warnings and 2 notes")
    first = next(element for element in page.elements if element.tag == "a")
    assert first.attributes == {"class": "skip", "href": "#main"}


def test_tables_have_captions_and_headers(page: Page) -> None:
    assert len(page.all("table")) == len(page.all("caption")) > 1
    assert {element.attributes["scope"] for element in page.all("th")} == {"row", "col", "rowgroup"}


# Sealed


def sha256(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_policy_allows_this_very_style_sheet_and_script_and_nothing_else(html: str, page: Page) -> None:
    (style,) = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    (script,) = re.findall("<script>(.*?)</script>", html, re.DOTALL)
    (policy,) = (
        meta.attributes["content"]
        for meta in page.all("meta")
        if meta.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    sources = f"style-src {sha256(style)}; script-src {sha256(script)}"
    assert policy == f"default-src 'none'; {sources}; base-uri 'none'; form-action 'none'"
    assert html.index("Content-Security-Policy") < html.index("<style>")


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_nothing_comes_from_elsewhere_and_nothing_runs_but_the_script(report: Report) -> None:
    html = render_html(report)
    assert not re.search(r"https?:|url\(|@import|<link|<img|<iframe|javascript:|innerHTML|eval", html, re.IGNORECASE)
    assert re.findall("<script[^>]*>", html) == ['<script type="application/json" id="record">', "<script>"]
    for element in Page(html).elements:
        assert not [name for name in element.attributes if name.startswith("on") or name in ("style", "src")]


def test_record_tells_what_the_page_was_made_of(html: str, page: Page) -> None:
    record = json.loads(page.by_id("record").text)
    assert record["schema"] == "policyc/report/1"
    assert record["inputs"] == [{"path": samples.PATH, "sha256": "ab" * 32, "size": 4115}]
    assert [entry["fingerprint"] for entry in record["findings"]] == [f.fingerprint for f in samples.findings()]
    assert [entry["rule"] for entry in record["findings"] if "suppressed" in entry] == ["promise-not-in-terms"]


def test_record_knows_the_page_to_the_byte(html: str, page: Page) -> None:
    said = json.loads(page.by_id("record").text)["page"]
    blanked = html.replace(said, "0" * 64)
    assert said == hashlib.sha256(blanked.encode()).hexdigest() == digest(html)
    assert digest(html.replace("opt-in", "opt-out", 1)) != said


def test_same_bytes_whatever_the_hash_seed(html: str) -> None:
    code = (
        "import sys; from tests.render import samples; from policyc.render.html import render_html;"
        "sys.stdout.buffer.write(render_html(samples.report()).encode())"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
        assert done.stdout == html.encode()


# The head


def verdict_of(report: Report) -> str:
    (verdict,) = Page(render_html(report)).all("p", of="verdict")
    return verdict.text


def test_head_gives_verdict_gravest_and_counts(page: Page) -> None:
    assert page.all("p", of="verdict")[0].text == "1 error, 5 warnings and 2 notes, and the check is incomplete."
    assert page.all("h1")[0].text == "Re: “Account linking” and “Proposed bank deal”"
    gravest = page.all("span", of="gravest")[0].text
    assert "finding 1, in “Proposed bank deal”: Shopping location would go to Facebook for no stated purpose" in gravest
    assert page.all("dl", of="counts")[0].text == (
        "Agreements 2 Clauses 6 Errors 1 Warnings 5 Notes 2 Suppressed 1 Not checked 4"
    )


def test_incomplete_run_says_so_at_once(page: Page) -> None:
    (gaps,) = page.all("p", of="gaps")
    assert gaps.text == (
        "Incomplete. 1 passage could not be read or weighed, and may hide more findings. "
        "1 passage was left to a human reader. 2 names were taken as given. See what was not checked."
    )


QUOTED = Unchecked(samples.at(50), "quoted condition", "if it rains")
BROKEN = replace(QUOTED, incomplete=True)
NOTES = tuple(f for f in samples.findings() if f.severity is Severity.NOTE)
SUPPRESSED = tuple(f for f in samples.findings() if f.suppressed)


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "Nothing was found to object to."),
        ({"given": ("unlinking",)}, "Nothing was found to object to, but not everything could be checked."),
        ({"unchecked": (QUOTED,)}, "Nothing was found to object to, but not everything could be checked."),
        ({"unchecked": (BROKEN,)}, "Nothing was found to object to, but the check is incomplete."),
        ({"findings": NOTES}, "No errors; 2 notes."),
        ({"findings": NOTES[:1], "unchecked": (BROKEN,)}, "No errors; 1 note, and the check is incomplete."),
        ({"findings": SUPPRESSED}, "Nothing was found to object to beside what is suppressed."),
        ({"documents": ()}, "Nothing was checked."),
        ({"documents": (), "unchecked": (BROKEN,)}, "Nothing was checked."),
        ({"paths": ()}, "Nothing was checked."),
    ],
)
def test_verdicts(changes: dict[str, object], verdict: str) -> None:
    assert verdict_of(replace(samples.clean(), **changes)) == verdict  # type: ignore[arg-type]


def test_empty_report_says_that_nothing_was_checked() -> None:
    page = Page(render_html(samples.empty()))
    assert page.all("p", of="verdict")[0].text == "Nothing was checked."
    assert page.all("h1")[0].text == "Re: no policy file"
    assert "No policy file was found" in page.text
    assert "no files" in page.all("footer")[0].text
    for claim in ("all clear", "every sentence of the files was read", "Nothing was found"):
        assert claim not in page.text


@pytest.mark.parametrize("changes", [{"unchecked": (QUOTED,)}, {"unchecked": (BROKEN,)}, {"given": ("rain",)}])
def test_open_ends_are_never_called_clear(changes: dict[str, object]) -> None:
    page = Page(render_html(replace(samples.clean(), **changes)))  # type: ignore[arg-type]
    assert "all clear" not in page.text.lower()
    assert "Nothing was found to object to." not in page.text


def test_many_agreements_are_counted_in_the_heading() -> None:
    report = samples.clean()
    many = replace(report, documents=report.documents * 2)
    assert Page(render_html(many)).all("h1")[0].text == "Re: 4 agreements"
    policies = tuple(replace(document, kind="policy") for document in report.documents)
    assert Page(render_html(replace(report, documents=policies))).all("h1")[0].text == "Re: 1 policy file"


# Findings


def test_findings_come_gravest_first_and_the_suppressed_last(page: Page) -> None:
    articles = page.all("article", of="finding")
    assert [next(iter({"error", "warning", "note"} & a.classes)) for a in articles] == (
        ["error"] + ["warning"] * 5 + ["note"] * 2 + ["warning"]
    )
    headings = [h.text for h in page.all("h3") if (h.attributes.get("id") or "").startswith("group-")]
    assert headings == ["1 error", "5 warnings", "2 notes", "1 suppressed"]
    assert "suppressed" in articles[-1].classes
    assert "Suppressed: the live terms were not published" in articles[-1].text


def test_finding_tells_all_that_it_knows(page: Page) -> None:
    finding = samples.findings()[0]
    text = page.by_id(f"finding-{finding.fingerprint}").text
    assert text.startswith(f"Finding 1 {finding.message}")
    for evidence in (finding.primary, *finding.related):
        assert evidence.quote in text
        assert evidence.message in text
    assert f"Proposed bank deal, clause 4 · {samples.PATH}:62" in text
    assert "here it is banned · clause 3 · line 60" in text
    assert "more broadly · Account linking, clause 8 · line 46" in text
    assert f"For instance: {finding.witness}" in text
    assert f"What would cure it: {finding.help}" in text
    assert "useful-for-banned" in text


def test_findings_alike_have_different_anchors() -> None:
    finding = samples.findings()[0]
    html = render_html(replace(samples.report(), findings=(finding, finding)))
    assert {f"finding-{finding.fingerprint}", f"finding-{finding.fingerprint}-2"} <= {
        element.attributes.get("id") for element in Page(html).elements
    }


def test_policy_language_in_back_ticks_is_set_as_code() -> None:
    finding = replace(samples.findings()[0], help="Add `with <opt-in> consent`.", message="An odd ` stays.")
    page = Page(render_html(replace(samples.report(), findings=(finding,))))
    assert "with <opt-in> consent" in [code.text for code in page.all("code")]
    assert "An odd ` stays." in page.text


def test_evidence_stands_in_its_line_where_the_text_is_known() -> None:
    line = "Chase will promptly share balances with Facebook."
    finding = samples.findings()[0]
    words = replace(finding.primary, place=samples.at(2, 8, 12), quote="promptly")
    report = replace(samples.report(), findings=(replace(finding, primary=words, related=()),))
    page = Page(render_html(report, {samples.PATH: f"# a comment\n{line}\n"}))
    assert [mark.text for mark in page.all("mark")] == ["promptly"]
    assert line in page.text


# Not checked


def test_what_was_not_checked_is_listed_gravest_first(page: Page) -> None:
    text = page.by_id("unchecked").text
    broken = text.index("Should have been checked: this sentence could not be read")
    assert broken < text.index("quoted condition")
    assert "Account linking, clause 9 · examples/messenger-banking.policy:50" in text
    assert "unlinking" in text
    assert "every sentence of the files was read" not in text


# Flows


def test_flows_are_drawn_and_listed_alike(page: Page) -> None:
    table = page.all("table", of="flows")[0]
    assert len(page.all("svg", of="wide")) == len(page.all("svg", of="narrow")) == 1
    for words in ("shopping location", "no purpose stated", "would give (proposed)", "may give", "Error"):
        assert words in page.all("svg", of="wide")[0].text
        assert words in page.all("svg", of="narrow")[0].text
        assert words in table.text
    assert "with opt-in consent" in table.text
    assert "JPMorgan Chase, Wells Fargo, Citigroup" in table.text


def test_drawing_says_what_it_is_to_those_who_cannot_see_it(page: Page) -> None:
    for svg in (*page.all("svg", of="wide"), *page.all("svg", of="narrow")):
        assert svg.attributes["role"] == "img"
        title, text = (svg.attributes["aria-labelledby"] or "").split()
        assert page.by_id(title).text == "Who gives what to whom, for what"
        assert page.by_id(text).tag == "desc"


def test_marks_and_words_tell_conflicts_without_colour(page: Page) -> None:
    (svg,) = page.all("svg", of="wide")
    assert "Error: finding 1" in svg.text
    assert "Warning: finding 2" in svg.text
    links = [element for element in page.all("path", of="link") if "error" in element.classes]
    assert links
    assert all("proposed" in link.classes for link in links)
    assert page.all("g", of="mark")


def test_no_flows_are_said_aloud() -> None:
    page = Page(render_html(replace(samples.report(), flows=())))
    assert "No clause has anyone give data to anyone." in page.text
    assert not page.all("table", of="flows")


def test_flow_without_names_or_data_is_said_aloud() -> None:
    bare = samples.flow("", "", 9, (), data=(), clause="line 9")
    page = Page(render_html(replace(samples.clean(), flows=(bare,))))
    row = page.all("table", of="flows")[0].text
    assert "not named" in row
    assert "data of any kind" in row
    assert "Account linking, line 9" in row


# Documents


def test_every_clause_is_shown_with_its_quotation_and_reading(page: Page) -> None:
    for document in samples.documents():
        for clause in document.clauses:
            (shown,) = (s for s in page.all("section", of="clause") if clause.words in s.text)
            assert shown.text.startswith(f"Clause {clause.label}")
            assert f"{samples.PATH}:{clause.place.line}" in shown.text
            for reading in clause.readings:
                assert f"{reading.aspect} {reading.words}".replace(" ", "") in shown.text.replace(" ", "")
            assert not clause.quoted or f"“{clause.quoted}” — {clause.speaker}" in shown.text
    assert "According to Elizabeth Diana" in page.text
    assert 'Scenario "balance at a glance"' in page.text


def test_titles_of_several_documents_are_listed_first(page: Page) -> None:
    (titles,) = page.all("ul", of="titles")
    assert titles.text == "Account linking Proposed bank deal"
    alone = replace(samples.report(), documents=samples.documents()[:1])
    assert not Page(render_html(alone)).all("ul", of="titles")


def test_margin_links_lead_to_the_findings_that_quote_a_clause(page: Page) -> None:
    (eight,) = (s for s in page.all("section", of="clause") if "these types of experiences" in s.text)
    for words in ("Error, finding 1", "Warning, finding 5", "Warning, finding 9 (suppressed)"):
        assert words in eight.text
    deal = page.by_id("document-2").text
    assert "Warning, finding 6" in deal[: deal.index("Clause")]


def test_label_and_source_are_not_said_twice() -> None:
    document = samples.documents()[0]
    words = '7: Facebook may use bank data only with opt-in consent, per "Elizabeth Diana": "it\'s opt-in"'
    clause = replace(document.clauses[0], words=words, quoted="it's opt-in")
    report = replace(samples.clean(), documents=(replace(document, clauses=(clause,)),), flows=())
    (shown,) = Page(render_html(report)).all("p", of="words")
    assert shown.text == "Facebook may use bank data only with opt-in consent"


def test_clause_without_label_or_speaker() -> None:
    document = samples.documents()[0]
    clause = replace(document.clauses[0], label=None, speaker=None, quoted=None, readings=())
    page = Page(render_html(replace(samples.clean(), documents=(replace(document, clauses=(clause,)),))))
    (shown,) = page.all("section", of="clause")
    assert shown.text == f"Clause – {clause.words} {samples.PATH}:{clause.place.line}"


# The footer


def test_footer_names_version_files_and_limits(page: Page) -> None:
    text = page.all("footer")[0].text
    for words in ("policyc 0.1.0", samples.PATH, "This is not legal advice.", "What the files do not say"):
        assert words in text


def test_summary_of_many_files() -> None:
    report = replace(samples.clean(), paths=("a.policy", "b.policy"), summary=Summary(2, 2, 6, 0, 0, 0, 0))
    assert "from 2 files" in Page(render_html(report)).all("footer")[0].text
