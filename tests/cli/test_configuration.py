"""policyc.toml: what commands take from it, what wins over it, and what is told of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from policyc.cli.configuration import PARAMETERS
from policyc.pipeline.configuration_model import EXAMPLES, ConfigurationFile
from tests.cli.running import CLASH, deal, run, spawn


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one agreement that contradicts itself."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    deal(tmp_path, CLASH)
    return tmp_path


def configure(folder: Path, text: str) -> None:
    (folder / "policyc.toml").write_text(text, encoding="utf-8")


def keys() -> set[str]:
    """Every setting that the model knows."""
    found = set()
    for name, field in ConfigurationFile.model_fields.items():
        inner = getattr(field.annotation, "model_fields", None)
        found |= {f"{name}.{each}" for each in inner} if inner else {name}
    return {key.replace("_", "-") for key in found}


def test_every_setting_has_a_parameter_and_an_example() -> None:
    assert set(PARAMETERS) == set(EXAMPLES) == keys()


def test_check_takes_what_the_file_says(folder: Path) -> None:
    configure(folder, '[check]\nformat = "concise"\nfail-on = "never"\n[test]\ncoverage = true\n')
    result = run("check")
    assert result.exit_code == 0
    assert "error: " in result.stdout
    assert run("check", "--isolated").exit_code == 1


def test_the_command_line_wins(folder: Path) -> None:
    configure(folder, 'ignore = ["contradiction"]\n[check]\nformat = "concise"\nfail-on = "never"\n')
    assert "[contradiction]" not in run("check").stdout
    result = run("check", "--format", "json", "--fail-on", "error", "--ignore", "no-flowdown")
    assert result.exit_code == 1
    assert "contradiction" in {each["rule"] for each in json.loads(result.stdout)["findings"]}
    assert result.stderr == ""


def test_what_is_left_out_is_told(folder: Path) -> None:
    configure(folder, 'ignore = ["contradiction"]\nselect = ["no-flowdown", "contradiction"]\n')
    told = run("check").stderr
    assert "policyc.toml:1 leaves out these rules: contradiction." in told
    assert "policyc.toml:2 reports only these rules: no-flowdown, contradiction." in told


@pytest.mark.parametrize(
    ("text", "command", "words"),
    [
        ('ignore = ["contradicton"]', "check", 'policyc.toml:1: There is no rule "contradicton". Did you mean'),
        (
            'laws = ["GDPR Art. 999"]',
            "check",
            'policyc.toml:1: policyc ships no requirements of a law called "GDPR Art.',
        ),
        ('[check]\nformat = "conc"', "check", 'policyc.toml:2: There is no format "conc"'),
        ('[check]\nfail-on = "warn"', "check", "policyc.toml:2: Invalid value for '--fail-on': 'warn' is not one of"),
        ('[check]\nbaseline = "no.json"', "check", "policyc.toml:2: The baseline no.json cannot be read"),
        ('[report]\nformat = "doc"', "report", "policyc.toml:2: Invalid value for '--format'"),
        ("limits = 3", "test", 'policyc.toml:1: There is no setting "limits".'),
        ("limits = 3", "config", "--isolated"),
    ],
)
def test_a_wrong_value_is_told_with_its_line(text: str, command: str, words: str, folder: Path) -> None:
    configure(folder, text)
    result = run(command)
    assert result.exit_code == 2
    assert words in result.stderr


def test_another_fault_is_not_blamed_on_the_file(folder: Path) -> None:
    configure(folder, '[check]\nformat = "json"\nfail-on = "never"')
    result = run("check", "nowhere.policy")
    assert result.exit_code == 2
    assert "policyc.toml" not in result.stderr


def test_the_day_holds_for_every_command(folder: Path) -> None:
    configure(folder, "as-of = 2030-01-01")
    question = "May Globex use balances for account checking with opt-in consent?"
    assert "not in force on 2030-01-01" in run("check").stdout
    assert "Not in force then" in run("ask", question).stdout
    assert "Not in force then" not in run("ask", question, "--on", "2020-06-01").stdout
    assert "2030-01-01" in run("read", "deal.policy").stdout


def test_a_baseline_is_meant_from_the_folder_of_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check", "--write-baseline", "known.json").exit_code == 0
    configure(folder, '[check]\nbaseline = "known.json"')
    (folder / "inner").mkdir()
    monkeypatch.chdir(folder / "inner")
    assert run("check", "..").exit_code == 0
    assert run("check", "..", "--isolated").exit_code == 1
    assert run("check", "..", "--write-baseline", "new.json").exit_code == 0
    assert (folder / "inner" / "new.json").read_text() == (folder / "known.json").read_text()


def test_coverage_of_scenarios(folder: Path) -> None:
    assert "4.4" not in run("test").stdout
    configure(folder, "[test]\ncoverage = true")
    assert "4.4" in run("test").stdout


def test_help_needs_no_configuration(folder: Path) -> None:
    configure(folder, "nonsense")
    result = run("check", "--help")
    assert result.exit_code == 0
    assert "--isolated" in result.stdout


def test_config_as_json(folder: Path) -> None:
    configure(folder, 'as-of = 2018-09-01\nlaws = []\nselect = ["a", "b"]')
    shown = json.loads(run("config", "--format", "json").stdout)
    assert shown["file"] == "policyc.toml"
    assert shown["settings"]["as-of"] == {"value": "2018-09-01", "from": "policyc.toml:1"}
    assert shown["settings"]["select"] == {"value": ["a", "b"], "from": "policyc.toml:3"}
    assert shown["settings"]["check.baseline"] == {"value": None, "from": None}
    text = run("config").stdout
    assert "laws            none        policyc.toml:2\n" in text
    isolated = run("config", "--isolated").stdout
    assert isolated.startswith("Configuration: none")
    assert "policyc.toml" not in isolated.replace("policyc.toml and no", "")


def test_hidden_signs_in_a_file_are_shown_by_name(folder: Path) -> None:
    configure(folder, 'ignore = ["a\\u202eb"]')
    for result in (run("config"), run("check")):
        assert "\u202e" not in result.output
        assert "a<U+202E>b" in result.output


def test_a_real_process(folder: Path) -> None:
    configure(folder, '[check]\nfail-on = "warning"\nformat = "json"')
    result = spawn("check", cwd=folder)
    assert result.returncode == 1
    assert json.loads(result.stdout)["schema"] == "policyc/findings/1"
    configure(folder, "fail_on = 1")
    assert spawn("check", cwd=folder).returncode == 2
