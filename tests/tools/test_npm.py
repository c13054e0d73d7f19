"""A tool that is missing is never passed over where it counts."""

import json
from pathlib import Path

import pytest

from tests.tools.npm import npm_file


def test_in_ci_a_missing_tool_fails_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="npm ci --prefix tests/tools"):
        npm_file("no-such-package/index.js")


def test_elsewhere_it_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-package"):
        npm_file("no-such-package/index.js")


def test_every_tool_is_pinned_and_installed_as_locked() -> None:
    wanted = json.loads(Path(__file__).with_name("package.json").read_text(encoding="utf-8"))["dependencies"]
    assert all(version[0].isdigit() for version in wanted.values())
    for name, version in wanted.items():
        assert json.loads(npm_file(f"{name}/package.json").read_text(encoding="utf-8"))["version"] == version
