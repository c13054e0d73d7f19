"""The index of a portfolio: what it lists, in what order, sealed as a page is, and small enough for 1,000 agreements."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from policyc.findings import Severity
from policyc.render.html import render_index
from policyc.render.html.seal import digest
from policyc.report import IndexRow, InputView, PortfolioReport, Provenance, Summary
from tests.render import samples
from tests.render.pages import Page
from tests.render.payloads import SOME
from tests.render.test_html_injection import ADDRESS, ATTRIBUTES, filled, foreign

KINDS = (Severity.ERROR, Severity.WARNING, Severity.NOTE, None)


def row(number: int, gravest: Severity | None) -> IndexRow:
    """An agreement in a portfolio, whose gravest finding is of some severity."""
    return IndexRow(
        kind="agreement",
        title=f"Agreement {number} on data about customers",
        status=("live", "proposed")[number % 2],
        parties=(f"Bank {number % 31}", f"Globex {number % 7} Incorporated"),
        period="from 2024-01-01",
        path=f"agreements/{number % 9}/agreement-{number}.policy",
        page=f"agreement-{number}.html",
        clauses=30,
        errors=int(gravest is Severity.ERROR) * (1 + number % 3),
        warnings=2 if gravest in KINDS[:2] else 0,
        notes=5 if gravest else 0,
        gravest=samples.findings()[number % 8].message if gravest else "",
        gravest_severity=gravest,
        rules=("useful-for-banned", "retention-unaddressed") if gravest else (),
        unchecked=number % 5,
        incomplete=number % 50 == 7,
        digest=f"{number:064x}",
    )


def portfolio(number: int) -> PortfolioReport:
    """A portfolio of so many agreements: of four one has errors, one warnings, one notes, one nothing."""
    rows = tuple(row(each, KINDS[each % 4]) for each in range(number))
    inputs = tuple(InputView(each.path, each.digest, 4000) for each in rows)
    return PortfolioReport(
        version="0.1.0",
        rows=rows,
        general=samples.findings()[3:4],
        unchecked=samples.unchecked(),
        summary=Summary(
            number,
            number,
            30 * number,
            sum(each.errors for each in rows),
            sum(each.warnings for each in rows),
            sum(each.notes for each in rows),
            1,
        ),
        incomplete=any(each.incomplete for each in rows),
        rules=samples.rules(),
        provenance=Provenance(inputs, "cd" * 32),
    )


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(render_index(portfolio(12)))


def titles(page: Page) -> list[str]:
    return [each.text for each in page.all("a") if (each.attributes.get("href") or "").startswith("agreement-")]


def test_agreements_stand_gravest_first_and_lead_to_their_pages(page: Page) -> None:
    numbers = [int(title.split()[1]) for title in titles(page)]
    assert numbers == [8, 4, 0, 1, 5, 9, 10, 2, 6, 11, 3, 7]
    assert [each.text for each in page.all("th", of="heading") if each.text] == [
        "With errors",
        "With warnings",
        "With notes only",
        "Nothing found",
    ]


def test_row_tells_all_that_is_known_of_an_agreement(page: Page) -> None:
    (eight,) = (each for each in page.all("tr") if "Agreement 8 on" in each.text)
    for words in (
        "live, between Bank 8 and Globex 1 Incorporated, from 2024-01-01",
        "agreements/8/agreement-8.policy",
        samples.findings()[0].message,
    ):
        assert words in eight.text
    assert eight.attributes["data-rules"] == "useful-for-banned retention-unaddressed"
    (seven,) = (each for each in page.all("tr") if "Agreement 7 on" in each.text)
    assert "Nothing was found in what could be checked. Incomplete." in seven.text
    (eleven,) = (each for each in page.all("tr") if "Agreement 11 on" in each.text)
    assert "Nothing was found in what could be checked." in eleven.text


def test_nothing_found_is_said_where_all_was_checked() -> None:
    whole = portfolio(8)
    clear = replace(whole, rows=(replace(row(3, None), unchecked=0),))
    assert "Nothing was found." in Page(render_index(clear)).text


@pytest.mark.parametrize(
    ("number", "changes", "verdict"),
    [
        (12, {}, "Errors in 3 of 12 agreements, and the check is incomplete."),
        (12, {"incomplete": False}, "Errors in 3 of 12 agreements."),
        (0, {}, "Nothing was checked."),
        (1, {"rows": (row(1, Severity.NOTE),)}, "No errors in 1 agreement."),
        (1, {"rows": (row(1, None),), "incomplete": True}, "No errors in 1 agreement, but the check is incomplete."),
    ],
)
def test_verdicts(number: int, changes: dict[str, object], verdict: str) -> None:
    page = Page(render_index(replace(portfolio(number), **changes)))  # type: ignore[arg-type]
    assert page.all("p", of="verdict")[0].text == verdict


def test_rows_of_files_without_agreements_are_called_pages() -> None:
    file = replace(row(1, None), kind="file", title="a.policy", status="", parties=(), period="")
    page = Page(render_index(replace(portfolio(1), rows=(row(0, Severity.ERROR), file), incomplete=False)))
    assert page.all("p", of="verdict")[0].text == "Errors in 1 of 2 pages."
    assert page.all("p", of="tally")[0].attributes["data-noun"] == "pages"


def test_summary_counts_what_stands_how(page: Page) -> None:
    assert page.all("p", of="abstract")[0].text == (
        "This index lists 12 agreements of 360 clauses in 12 files: 3 with errors, 3 with warnings, 3 with notes only "
        "and 3 without a finding. 1 agreement could not be checked in full."
    )
    assert page.all("dl", of="counts")[0].text.endswith("Suppressed 1")
    none = replace(portfolio(0), summary=Summary(0, 0, 0, 0, 0, 0, 0), general=(), unchecked=(), rules=())
    empty = Page(render_index(none))
    assert "This index lists 0 agreements of 0 clauses in 0 files." in empty.text
    assert "None was read." in empty.text
    assert "Suppressed" not in empty.all("dl", of="counts")[0].text


def test_what_concerns_no_agreement_has_a_place_of_its_own(page: Page) -> None:
    assert samples.findings()[3].message in page.by_id("general").text
    assert "Should have been checked: this sentence could not be read" in page.by_id("unchecked").text
    assert "vague-purpose" in page.by_id("rules").text


def test_it_is_sealed_and_knows_its_pages() -> None:
    html = render_index(portfolio(12))
    page = Page(html)
    record = json.loads(page.by_id("record").text)
    assert record["schema"] == "policyc/index/1"
    assert record["page"] == digest(html)
    assert {"page": "agreement-3.html", "sha256": f"{3:064x}"} in record["pages"]
    assert page.unbalanced == []
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_same_portfolio_same_bytes() -> None:
    assert render_index(portfolio(30)) == render_index(portfolio(30))


def test_a_thousand_agreements_stay_under_two_megabytes() -> None:
    html = render_index(portfolio(1000))
    assert len(titles(Page(html))) == 1000
    assert len(html.encode()) < 2_000_000


@pytest.mark.parametrize("payload", SOME)
def test_no_field_can_add_to_the_index(payload: str) -> None:
    page = Page(render_index(filled(portfolio(4), payload)))
    plain = {element.tag for element in Page(render_index(filled(portfolio(4), "harmless"))).elements}
    assert page.unbalanced == []
    assert page.comments == []
    assert foreign(page, "index") == []
    assert {element.tag for element in page.elements} <= plain | {"code", "mark", "em"}
    for element in page.elements:
        assert set(element.attributes) <= ATTRIBUTES
        assert ADDRESS.fullmatch(element.attributes.get("href") or "")
