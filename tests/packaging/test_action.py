"""The GitHub action: its steps run by bash, as the runner runs them."""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.packaging.scratch import HARM, ROOT, agreements, builtin_schema, demand_installed, run_in

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")
pytestmark = pytest.mark.xdist_group("action")


class Runner:
    """A runner of composite actions: it fills expressions into the environment of a step, then runs its script."""

    def __init__(self, temp: Path, workspace: Path) -> None:
        """Begin with no output."""
        self.temp, self.workspace = temp, workspace
        self.summary, self.output = temp / "summary.md", temp / "output.txt"

    def step(self, name: str, inputs: Mapping[str, str]) -> Any:
        """Run the step of a name with some inputs, the others by default."""
        step = next(each for each in ACTION["runs"]["steps"] if each["name"] == name)
        assert step["shell"] == "bash"
        script = self.temp / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        values = {f"inputs.{each}": str(about.get("default", "")) for each, about in ACTION["inputs"].items()}
        values |= {f"inputs.{each}": value for each, value in inputs.items()}
        values |= {"github.action_path": str(ROOT), "runner.temp": str(self.temp)}
        filled = {each: EXPRESSION.sub(lambda found: values[found[1]], text) for each, text in step["env"].items()}
        for file in (self.summary, self.output):
            file.write_text("", encoding="utf-8")
        given = {"GITHUB_STEP_SUMMARY": str(self.summary), "GITHUB_OUTPUT": str(self.output)}
        command: list[str | Path] = ["bash", "--noprofile", "--norc", "-eo", "pipefail", script]
        return run_in(self.workspace, command, filled | given)


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A runner on whose machine the action has installed policyc."""
    temp = tmp_path_factory.mktemp("runner temp")
    made = Runner(temp, agreements(tmp_path_factory.mktemp("workspace") / "my repo"))
    demand_installed(made.step("Install policyc", {"python": sys.executable}))
    return made


def test_the_action_is_one_by_githubs_schema() -> None:
    schema = builtin_schema("github-actions")
    Draft7Validator(schema).validate(ACTION)


def test_no_expression_stands_in_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert "uses" not in step, "an action of somebody else could change under us"
    used = {
        name for step in ACTION["runs"]["steps"] for text in step["env"].values() for name in EXPRESSION.findall(text)
    }
    assert {f"inputs.{name}" for name in ACTION["inputs"]} <= used


def test_findings_are_annotations_a_summary_and_sarif(runner: Runner) -> None:
    done = runner.step("Check agreements", {"sarif-file": "found.sarif"})
    assert done.returncode == 1, done.stderr
    assert "::error file=bad deals/clash.policy,line=" in done.stdout
    assert runner.output.read_text() == "exit-code=1\n"
    assert "| error | `contradiction` | 1 | 0 |" in runner.summary.read_text()
    log = json.loads((runner.workspace / "found.sarif").read_text())
    assert log["runs"][0]["invocations"][0]["exitCode"] == 1


def test_paths_are_one_a_line(runner: Runner) -> None:
    done = runner.step("Check agreements", {"paths": "clean\n", "summary": "false"})
    assert done.returncode == 0, done.stdout
    assert runner.summary.read_text() == ""
    assert runner.step("Check agreements", {"paths": "clean\nbad deals\n"}).returncode == 1
    assert runner.step("Check agreements", {"paths": "clean\nnowhere\n"}).returncode == 2
    assert runner.step("Check agreements", {"paths": "bad deals", "fail-on": "never"}).returncode == 0


def test_a_baseline_hides_what_is_known(runner: Runner) -> None:
    policyc = runner.temp / "policyc-venv" / "bin" / "policyc"
    assert run_in(runner.workspace, [policyc, "check", "--write-baseline", "known.json"]).returncode == 0
    done = runner.step("Check agreements", {"baseline": "known.json", "fail-on": "note"})
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", sorted(ACTION["inputs"]))
@pytest.mark.parametrize("value", HARM)
def test_no_input_is_run(name: str, value: str, runner: Runner) -> None:
    if name != "python":
        assert runner.step("Check agreements", {name: value}).returncode in (0, 1, 2)
        assert not (runner.workspace / "pwned").exists()
        assert len(runner.output.read_text().splitlines()) == 1


def test_the_python_is_not_run_by_a_shell(runner: Runner) -> None:
    assert runner.step("Install policyc", {"python": "true; touch pwned"}).returncode == 127
    assert not (runner.workspace / "pwned").exists()
