"""The page on settings: each file shown there does what is printed after it."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from policyc.cli.configuration import PARAMETERS
from policyc.cli.program import program

PAGE = (Path(__file__).resolve().parents[2] / "docs/configuration.md").read_text(encoding="utf-8")
PAIR = re.compile(r"^```toml\n(.*?)^```\n.*?^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = PAIR.findall(PAGE)


@pytest.mark.parametrize(("file", "shown"), EXAMPLES)
def test_a_file_does_what_is_shown(file: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = "pyproject.toml" if file.startswith("[tool.policyc]") else "policyc.toml"
    (tmp_path / name).write_text(file, encoding="utf-8")
    assert CliRunner().invoke(program, ["config"]).output == shown


def test_every_setting_is_in_the_table() -> None:
    assert len(EXAMPLES) == 3
    table = PAGE[PAGE.index("## The settings") : PAGE.index("A setting that there is not")]
    assert set(
        re.findall(r"`([a-z.-]+)`(?:, `[a-z]+`)? \|", table.replace("`select`, `ignore`", "`select` |\n| `ignore`"))
    ) >= set(PARAMETERS)
