"""The GitLab template: its script run by a shell, as a runner runs it."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from junitparser import JUnitXml

from tests.packaging.scratch import BIN, HARM, ROOT, agreements, builtin_schema, run_in

TEMPLATE: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab" / "policyc.gitlab-ci.yml").read_text(encoding="utf-8"))
JOB: dict[str, Any] = TEMPLATE["policyc"]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder with agreements."""
    return agreements(tmp_path / "project")


def run_job(workspace: Path, variables: Mapping[str, str], shell: str = "sh", path: str | None = None) -> Any:
    """The job's script, line by line in one shell that stops at the first failure."""
    script = workspace.parent / "script.sh"
    script.write_text(
        "set -eo pipefail\n" * (shell == "bash") + "set -e\n" + "\n".join(JOB["script"]), encoding="utf-8"
    )
    values = {name: str(value) for name, value in JOB["variables"].items()}
    given = {"PATH": path or f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    return run_in(workspace, [f"/bin/{shell}", str(script)], values | dict(variables) | given)


def test_the_template_is_one_by_gitlabs_schema() -> None:
    schema = builtin_schema("gitlab-ci")
    Draft7Validator(schema).validate(TEMPLATE)


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_the_reports_are_where_the_job_says(shell: str, workspace: Path) -> None:
    done = run_job(workspace, {}, shell)
    assert done.returncode == 1, done.stderr
    assert "[contradiction]" in done.stdout
    reports = JOB["artifacts"]["reports"]
    issues = json.loads((workspace / reports["codequality"]).read_text())
    assert {"bad deals/clash.policy"} == {each["location"]["path"] for each in issues if each["severity"] == "critical"}
    assert JUnitXml.fromfile(str(workspace / reports["junit"])).failures == 1


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"POLICYC_PATH": "clean"}, 0),
        ({"POLICYC_PATH": "bad deals"}, 1),
        ({"POLICYC_PATH": "nowhere"}, 2),
        ({"POLICYC_FAIL_ON": "never"}, 0),
        ({"POLICYC_BASELINE": "nowhere.json"}, 2),
    ],
)
def test_the_variables(variables: dict[str, str], code: int, workspace: Path) -> None:
    assert run_job(workspace, variables).returncode == code


def test_what_is_to_be_installed_must_be_said(workspace: Path) -> None:
    done = run_job(workspace, {}, path="/usr/bin:/bin")
    assert done.returncode == 2
    assert "Set POLICYC_INSTALL" in done.stderr


@pytest.mark.parametrize("name", sorted(JOB["variables"]))
@pytest.mark.parametrize("value", HARM)
def test_no_variable_is_run(name: str, value: str, workspace: Path) -> None:
    run_job(workspace, {name: value})
    assert not (workspace / "pwned").exists()
