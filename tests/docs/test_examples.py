"""Every example in the documentation is run: policies are checked, and what a command prints is what it prints."""

import os
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from policyc.cli.program import program
from policyc.pipeline.road import examine
from policyc.source import Source

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    "README.md",
    "docs/tutorial.md",
    "docs/ci.md",
    "docs/configuration.md",
    "docs/report.md",
    "docs/suppression.md",
    "docs/templates.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
]
POLICY = re.compile(r"^```policy\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^<!-- policyc (?P<arguments>.*?) -->\n```text\n(?P<output>.*?)```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!http)([^)#]+)\)")

POLICIES = [(page, text) for page in PAGES for text in POLICY.findall((ROOT / page).read_text(encoding="utf-8"))]
COMMANDS = [
    (page, match["arguments"], match["output"])
    for page in PAGES
    for match in COMMAND.finditer((ROOT / page).read_text(encoding="utf-8"))
]


def printed(arguments: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(ROOT)
    return CliRunner().invoke(program, shlex.split(arguments)).output


@pytest.mark.parametrize(("page", "text"), POLICIES)
def test_a_policy_in_the_documentation_is_understood(page: str, text: str) -> None:
    examination = examine([Source(page, text)])
    assert not [item for item in examination.findings.unchecked if item.incomplete]
    drafting = {"undeclared-name", "wrong-kind", "duplicate-name", "dangling-reference", "definition-cycle"}
    assert not [finding for finding in examination.findings.found if finding.rule in drafting]


@pytest.mark.parametrize(("page", "arguments", "output"), COMMANDS)
def test_a_command_prints_what_the_documentation_shows(
    page: str, arguments: str, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Set ``POLICYC_WRITE_DOCS=1`` to write the pages anew."""
    shown = "\n".join(line.rstrip() for line in printed(arguments, monkeypatch).splitlines()) + "\n"
    if os.environ.get("POLICYC_WRITE_DOCS"):
        path = ROOT / page
        head = f"<!-- policyc {arguments} -->\n```text\n"
        text = path.read_text(encoding="utf-8").replace(f"{head}{output}```", f"{head}{shown}```")
        path.write_text(text, encoding="utf-8")
    else:
        assert output == shown


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    for link in LINK.findall((ROOT / page).read_text(encoding="utf-8")):
        assert ((ROOT / page).parent / link).exists(), link


def test_the_tutorial_checks_clean_but_for_notes() -> None:
    text = POLICY.findall((ROOT / "docs/tutorial.md").read_text(encoding="utf-8"))[-1]
    grave = [f for f in examine([Source("tutorial.policy", text)]).findings.found if f.severity.value != "note"]
    assert not grave, [finding.message for finding in grave]
