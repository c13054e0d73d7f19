"""--as-of: documents as they stand on a day, in every command that weighs them."""

import json
from datetime import date
from pathlib import Path

import pytest

from policyc.cli.days import Day
from tests.cli.running import DEAL, deal, run

LATER = """
agreement "Later" between Acme and Globex, from 2021-01-01, replaces "Deal".
1: Globex may use balances for advertising.

Scenario "ads later": Globex uses balances for ad targeting is permitted by 1.
"""


def test_reading_leaves_out_what_does_not_hold_and_says_so(tmp_path: Path) -> None:
    path = deal(tmp_path, DEAL + LATER)
    early = run("read", path, "--as-of", "2020-06-01").stdout
    assert 'agreement "Deal"' in early
    assert 'agreement "Later"' not in early
    assert 'not in force on 2020-06-01: "Later", which begins on 2021-01-01' in " ".join(early.split())
    late = " ".join(run("read", path, "--as-of", "2021-06-01").stdout.split())
    assert '"Deal", which was replaced by "Later"; what survives it is weighed: 4.4' in late
    assert "Not checked: 1 x not in force on 2021-06-01." in late


def test_a_day_before_everything_is_incomplete(tmp_path: Path) -> None:
    early = run("read", deal(tmp_path), "--as-of", "2019-06-01")
    assert early.exit_code == 3
    assert "no agreement was in force on that day" in early.stdout
    assert run("read", deal(tmp_path), "--as-of", "2020-06-01").exit_code == 0


def test_the_report_says_so_too(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    result = run("report", deal(tmp_path, DEAL + LATER), "--as-of", "2020-06-01", "-o", str(page))
    assert result.exit_code == 0
    assert "not in force on 2020-06-01" in page.read_text(encoding="utf-8")


def test_scenarios_are_tried_on_the_day(tmp_path: Path) -> None:
    path = deal(tmp_path, DEAL + LATER)
    early, late = (run("test", path, "--as-of", day) for day in ("2020-06-01", "2021-06-01"))
    assert "pass  " in early.stdout
    assert '"ads": forbidden by "Deal"' in " ".join(early.stdout.split())
    assert '"ads later": uncovered by "Later"' in " ".join(early.stdout.split())
    assert '"ads later": permitted by "Later"' in " ".join(late.stdout.split())
    assert early.exit_code == late.exit_code == 1
    assert run("test", path).exit_code == 0


def test_a_scenario_with_its_own_day_keeps_it(tmp_path: Path) -> None:
    text = DEAL.replace("for ad targeting is forbidden", "for ad targeting on 2020-03-01 is forbidden")
    assert run("test", deal(tmp_path, text), "--as-of", "2025-01-01").exit_code == 0


@pytest.mark.parametrize("command", ["read", "report", "test"])
def test_a_day_that_is_none(command: str, tmp_path: Path) -> None:
    result = run(command, deal(tmp_path), "--as-of", "2021-02-30")
    assert result.exit_code == 2
    assert "write it as 2018-09-01" in " ".join(result.stderr.split())


def test_asking_on_a_day(tmp_path: Path) -> None:
    path = deal(tmp_path, DEAL + LATER)
    told = run("ask", "May Globex use balances for advertising?", path, "--as-of", "2021-06-01").stdout
    assert told.startswith('permitted by "Later"')
    assert 'Not in force then: "Deal", which was replaced by "Later".' in told


def test_answers_as_json(tmp_path: Path) -> None:
    path = deal(tmp_path, DEAL + LATER)
    told = run("ask", "Who may use balances for ad targeting?", path, "--as-of", "2021-06-01", "--format", "json")
    again = run("ask", "Who may use balances for ad targeting?", path, "--as-of", "2021-06-01", "--format", "json")
    assert told.stdout == again.stdout
    data = json.loads(told.stdout)
    assert data["schema"] == "policyc/answers/1"
    assert data["question"] == "May anyone use balances for ad targeting?"
    later, old = data["answers"]
    assert (later["agreement"], old["not_in_force"]) == ("Later", 'was replaced by "Later"')
    first, rest = later["items"]
    assert (first["names"], first["verdict"], rest["rest"]) == (["Globex"], "permitted", True)
    (clause,) = first["deciding"]
    assert (clause["clause"], clause["effect"], clause["line"]) == ("1", "permits it", 15)
    assert clause["since"][0] == "ad targeting is a kind of personalised advertising (shipped vocabulary)"


def test_what_came_nearest_as_json(tmp_path: Path) -> None:
    question = "May Globex use balances for research with opt-in consent on 2020-06-01?"
    told = run("ask", question, deal(tmp_path), "--why-not", "--format", "json")
    nearest = json.loads(told.stdout)["answers"][0]["nearest"]
    assert nearest["clause"] == "4.1"
    assert nearest["lacks"] == ["it speaks of acts for account checking, not for research"]


def test_a_day_that_is_one_already() -> None:
    assert Day().convert(date(2020, 1, 1), None, None) == date(2020, 1, 1)


def test_checking_on_a_day(tmp_path: Path) -> None:
    clash = DEAL + "4.7: Globex may use balances for ad targeting until 2020-12-31.\n"
    early, late = (
        run("check", deal(tmp_path, clash), "--as-of", day, "--no-cache") for day in ("2020-06-01", "2021-06-01")
    )
    assert early.exit_code == 1
    assert "Clause 4.7 allows Globex to use balances" in " ".join(early.stdout.split())
    assert late.exit_code == 0
    assert 'clause 4.7 of "Deal", which held until 2020-12-31' in " ".join(late.stdout.split())
