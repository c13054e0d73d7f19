"""policyc ask and policyc test."""

from pathlib import Path

import pytest

from tests.cli.running import BROKEN, DEAL, deal, run


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("May Globex use balances for advertising?", 'forbidden by "Deal"'),
        ("May Globex use balances for account checking with opt-in consent?", 'permitted by "Deal"'),
        ("May Globex use balances for account checking?", "it turns on opt-in consent: permitted with opt-in"),
        (
            "May Acme share balances with Globex?",
            "it turns on the purpose and opt-in consent: permitted for account checking with opt-in consent; otherwise",
        ),
        ("May Acme delete balances?", "the agreement is silent"),
        ("May Globex use balances for advertising on 2019-01-01?", '"Deal", which begins on 2020-01-01.'),
    ],
)
def test_verdicts(question: str, words: str, tmp_path: Path) -> None:
    result = run("ask", question, deal(tmp_path))
    assert result.exit_code == 0
    assert words in " ".join(result.stdout.split())


def test_given_and_on(tmp_path: Path) -> None:
    question = "May Globex use balances for account checking?"
    path = deal(tmp_path)
    assert "permitted" in run("ask", question, path, "--given", "opt-in consent", "--on", "2020-06-01").stdout
    assert "Not in force" in run("ask", question, path, "--given", "opt-in consent", "--as-of", "2019-06-01").stdout
    assert run("ask", question, path, "--on", "yesterday").exit_code == 2


def test_why_not_names_what_came_nearest(tmp_path: Path) -> None:
    told = run("ask", "May Acme share balances with Globex for research?", deal(tmp_path), "--why-not").stdout
    assert "clause 4.3" in told
    assert "it speaks of acts for account checking, not for research" in told


def test_a_question_that_is_not_understood(tmp_path: Path) -> None:
    result = run("ask", "May Globex use blances for research?", deal(tmp_path))
    assert result.exit_code == 2
    assert 'Did you mean "Balances"?' in result.stderr
    assert run("ask", "Whether or not", deal(tmp_path)).exit_code == 2


def test_no_agreement_to_answer(tmp_path: Path) -> None:
    result = run("ask", "May Acme use data?", deal(tmp_path, "Acme is a bank.\n"))
    assert result.exit_code == 3
    assert "no agreement" in result.stderr
    (tmp_path / "none").mkdir()
    assert run("ask", "May Acme use data?", str(tmp_path / "none")).exit_code == 3


def test_an_answer_from_part_of_the_files_says_so(tmp_path: Path) -> None:
    deal(tmp_path, BROKEN, "broken.policy")
    deal(tmp_path)
    result = run("ask", "May Globex use balances for advertising?", str(tmp_path))
    assert result.exit_code == 3
    assert "forbidden" in result.stdout
    assert "were not weighed" in result.stderr


def test_scenarios_pass(tmp_path: Path) -> None:
    result = run("test", deal(tmp_path), "--coverage")
    assert result.exit_code == 0
    assert "1 scenario: all as expected." in result.stdout
    assert "of 6 clauses decide a scenario" in result.stdout


def test_scenarios_fail(tmp_path: Path) -> None:
    text = DEAL.replace("is forbidden by 4.2", "is permitted by 4.3")
    result = run("test", deal(tmp_path, text))
    assert result.exit_code == 1
    told = " ".join(result.stdout.split())
    assert "FAIL" in told
    assert "expected: permitted by 4.3" in told
    assert "not among the deciding clauses: 4.3" in told
    assert "clause 4.2" in told


def test_no_scenario_is_no_success(tmp_path: Path) -> None:
    result = run("test", deal(tmp_path, DEAL.partition("Scenario")[0]))
    assert result.exit_code == 3
    assert "nothing was tested" in result.stderr


def test_broken_files_make_a_test_incomplete(tmp_path: Path) -> None:
    deal(tmp_path, BROKEN, "broken.policy")
    deal(tmp_path)
    result = run("test", str(tmp_path))
    assert result.exit_code == 3
    assert "could not be read" in result.stderr


def test_a_scenario_before_any_header_speaks_to_every_agreement_of_its_file(tmp_path: Path) -> None:
    header, _, clauses = DEAL.partition("agreement")
    loose = header + 'Scenario "all": Globex uses balances for advertising is forbidden.\n'
    second = 'agreement "Other" between Acme and Globex.\n1: Globex may use balances for advertising.\n'
    result = run("test", deal(tmp_path, f"{loose}agreement{clauses}\n{second}"))
    assert result.exit_code == 1
    assert 'permitted by "Other"' in result.stdout


def test_a_scenario_without_an_agreement_fails(tmp_path: Path) -> None:
    text = 'Acme is a bank.\nScenario "none": Acme uses personal data is permitted.\n'
    result = run("test", deal(tmp_path, text))
    assert result.exit_code == 1
    assert "speaks to no agreement" in " ".join(result.stdout.split())


def test_a_duty_that_runs_from_knowledge_is_a_duty_after_a_breach(tmp_path: Path) -> None:
    text = DEAL + "5: Globex must notify Acme without undue delay, within 24 hours after becoming aware of a breach.\n"
    path = deal(tmp_path, text)
    for question in (
        "Must Globex notify Acme after a breach?",
        "Must Globex notify Acme after becoming aware of a breach?",
    ):
        assert run("ask", question, path).stdout.startswith("required by")
    told = " ".join(run("ask", "Who must notify Acme after a breach?", path).stdout.split())
    assert "Globex: required" in told
    assert "requires it, without undue delay, within 24 hours after awareness of breach" in told
    assert run("ask", "Must Globex notify Acme after termination?", path).stdout.startswith("not required by")


def test_an_amendment_does_not_answer_twice(tmp_path: Path) -> None:
    later = 'agreement "Change" between Acme and Globex, from 2023-01-01, amends "Deal".\n'
    text = DEAL + "5: Globex must notify Acme within 9 days after a breach.\n" + later
    path = deal(tmp_path, text + "5: Globex must notify Acme within 2 days after a breach.\n")
    told = " ".join(run("ask", "Must Globex notify Acme after a breach?", path).stdout.split())
    assert told.count("required by") == 1
    assert 'read together with "Change"' in told
