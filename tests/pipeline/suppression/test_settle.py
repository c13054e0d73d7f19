"""What suppressions do to findings, in one file and across files, on the day and after it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyc.findings import Finding
from policyc.pipeline.check import Settings, check_paths
from policyc.pipeline.portfolio import examine as portfolio
from policyc.pipeline.road import examine
from policyc.pipeline.run import run
from policyc.report import Report
from policyc.source import Source

PARTIES = "Alder Bank is a company. Birch Media is a company.\n"
BAN = "1: Birch Media must not use names for advertising.{}\n"
GRANT = "{}2: Birch Media may use names for advertising.\n"
DEAL = PARTIES + 'agreement "Deal{}" between Alder Bank and Birch Media.\n'
MARK = "# policyc: ignore[contradiction]{}: the parties know"


def report(folder: Path, *texts: str, as_of: date | None = None, day: date | None = None) -> Report:
    """Some texts checked, each a file."""
    for number, text in enumerate(texts):
        (folder / f"{number}.policy").write_text(text, encoding="utf-8")
    return run([str(folder)], as_of=as_of, today=(lambda: day) if day else None).report


def of(found: Report, rule: str = "contradiction") -> list[Finding]:
    """The findings of one rule."""
    return [finding for finding in found.findings if finding.rule == rule]


def about_suppressions(found: Report) -> list[str]:
    """The rules on suppressions that found something."""
    return [finding.rule for finding in found.findings if finding.rule.endswith("-suppression")]


@pytest.mark.parametrize(
    "text", [BAN.format("") + GRANT.format(MARK.format("") + "\n"), BAN.format("  " + MARK.format("")) + GRANT.format("")]
)  # fmt: skip
def test_either_clause_may_carry_it(text: str, tmp_path: Path) -> None:
    found = report(tmp_path, DEAL.format("") + text)
    (finding,) = of(found)
    assert (finding.suppressed or "").startswith("the parties know (")
    assert found.summary.suppressed == 1
    assert found.summary.errors == 0
    assert not about_suppressions(found)


@pytest.mark.parametrize(("here", "there"), [(MARK.format(""), ""), ("", MARK.format(""))])
def test_across_files(here: str, there: str, tmp_path: Path) -> None:
    found = report(
        tmp_path,
        DEAL.format(" 1") + BAN.format("  " + here),
        DEAL.format(" 2") + GRANT.format(there + "\n"),
    )
    (finding,) = of(found)
    assert finding.suppressed
    assert not about_suppressions(found)


def test_a_definition_that_is_quoted_beside_others_silences_nothing(tmp_path: Path) -> None:
    text = (
        "Shop visits are location data, serve advertising.  # policyc: ignore[useful-for-banned]: known\n"
        + DEAL.format("")
        + "1: Alder Bank will share shop visits with Birch Media.\n"
        + "2: Birch Media must not use personal data for advertising.\n"
    )
    (finding,) = of(report(tmp_path, text), "useful-for-banned")
    quoted = [evidence.quote for evidence in finding.related if evidence.agreement is None]
    assert quoted == [] or finding.suppressed is None


def test_only_the_rules_that_it_names(tmp_path: Path) -> None:
    found = report(tmp_path, DEAL.format("") + BAN.format("  # policyc: ignore[alias]: x") + GRANT.format(""))
    assert [finding.suppressed for finding in of(found)] == [None]
    assert about_suppressions(found) == ["unused-suppression"]


@pytest.mark.parametrize(
    ("day", "suppressed"),
    [(date(2027, 3, 31), True), (date(2027, 4, 1), False), (None, False)],
)
def test_the_last_day_counts(day: date | None, suppressed: bool, tmp_path: Path) -> None:
    mark = MARK.format(" until 2027-03-31")
    found = report(tmp_path, DEAL.format("") + BAN.format("") + GRANT.format(mark + "\n"), day=day)
    (finding,) = of(found)
    assert bool(finding.suppressed) is suppressed
    assert found.judged_on == day
    assert about_suppressions(found) == ([] if suppressed else ["expired-suppression"])
    assert not suppressed or "until 2027-03-31, " in str(finding.suppressed)


def test_the_day_is_asked_only_where_a_suppression_has_an_end(tmp_path: Path) -> None:
    def never() -> date:
        raise AssertionError

    (tmp_path / "deal.policy").write_text(DEAL.format("") + BAN.format("  " + MARK.format("")) + GRANT.format(""))
    assert run([str(tmp_path)], today=never).report.judged_on is None
    assert check_paths([str(tmp_path)], Settings(today=never)).report.judged_on is None


def test_another_one_that_has_not_ended_holds(tmp_path: Path) -> None:
    marks = f"{MARK.format(' until 2020-01-01')}\n{MARK.format('')}\n"
    found = report(tmp_path, DEAL.format("") + BAN.format("") + GRANT.format(marks), day=date(2021, 1, 1))
    assert of(found)[0].suppressed
    assert about_suppressions(found) == ["expired-suppression"]


@pytest.mark.parametrize(
    ("more", "as_of"),
    [("3: Birch Media may for for.\n", None), ("", date(2026, 1, 1))],
)
def test_whether_one_is_used_is_told_only_where_all_was_weighed(more: str, as_of: date | None, tmp_path: Path) -> None:
    text = DEAL.format("") + GRANT.format(MARK.format("") + "\n")
    assert about_suppressions(report(tmp_path, text)) == ["unused-suppression"]
    assert about_suppressions(report(tmp_path, text + more, as_of=as_of)) == []


def test_findings_about_suppressions_cannot_be_suppressed(tmp_path: Path) -> None:
    mark = "# policyc: ignore[malformed-suppression, unknown-suppression, nonsense]: x  \n"
    found = report(tmp_path, DEAL.format("") + BAN.format("  # policyc: ignore") + GRANT.format(mark))
    told = [finding for finding in found.findings if finding.rule.endswith("-suppression")]
    assert [finding.rule for finding in told] == ["malformed-suppression", *["unknown-suppression"] * 3]
    assert all(finding.suppressed is None for finding in told)
    assert "`policyc rules` lists the rules." in {finding.help for finding in told}


def test_what_was_not_read_stays_so(tmp_path: Path) -> None:
    text = DEAL.format("") + "1: Birch Media may for for.  # policyc: ignore[broken-sentence]: a draft\n"
    found = report(tmp_path, text)
    assert of(found, "broken-sentence")[0].suppressed
    assert found.incomplete


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file examined by itself, however few they are."""
    monkeypatch.setattr(portfolio, "FEW", 0)


@pytest.mark.usefixtures("apart")
def test_files_apart_and_from_the_cache(tmp_path: Path) -> None:
    folder, cache = tmp_path / "files", tmp_path / "cache"
    folder.mkdir()
    mark = MARK.format(" until 2027-03-31")
    texts = (DEAL.format(" 1") + BAN.format("  " + mark), DEAL.format(" 2") + GRANT.format(""), DEAL.format(" 3"))
    expected = report(folder, *texts, day=date(2027, 1, 1))
    for day in (date(2027, 1, 1), date(2028, 1, 1), date(2027, 1, 1)):
        found = check_paths([str(folder)], Settings(cache=cache, today=lambda day=day: day)).report  # type: ignore[misc]
        assert bool(of(found)[0].suppressed) is (day.year == 2027)
        assert day.year == 2028 or found.findings == expected.findings


ENDS = ("", " until 2020-01-01", " until soon")
EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "policies" / "examples").glob("*.policy"))


def numbers(found: Sequence[Finding]) -> Counter[tuple[str, str]]:
    """Findings by what they are, suppressed or not, those about suppressions left out."""
    return Counter((each.fingerprint, each.severity.value) for each in found if not each.rule.endswith("-suppression"))


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(EXAMPLES), st.data())
def test_suppressions_add_and_take_away_no_finding(file: Path, data: st.DataObject) -> None:
    text = file.read_text(encoding="utf-8")
    plain = examine([Source("a.policy", text)]).findings.found
    rules = sorted({each.rule for each in plain})
    lines = text.split("\n")
    for number in data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=8, unique=True)):
        if lines[number].endswith("."):
            chosen = data.draw(st.lists(st.sampled_from([*rules, "nonsense"]), max_size=3))
            lines[number] += f"  # policyc: ignore[{', '.join(chosen)}]{data.draw(st.sampled_from(ENDS))}: x"
    found = examine([Source("a.policy", "\n".join(lines))]).findings.found
    assert numbers(found) == numbers(plain)
    marked = {each.rule for each in found if each.suppressed}
    assert not {each for each in marked if each.endswith("-suppression")}
    assert marked <= set(rules)
