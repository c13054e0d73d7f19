"""Where the grammar, the policies and the looks of a report are found."""

from pathlib import Path

import pytest

from policyc import resources

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["grammar", "policies", "reports"])
def test_a_checkout_has_them_beside_the_package(name: str) -> None:
    assert resources.resource(name) == ROOT / name  # type: ignore[arg-type]


def test_an_installed_package_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, beside = tmp_path / "policyc/grammar", tmp_path / "grammar"
    inside.mkdir(parents=True)
    beside.mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "policyc")
    assert resources.resource("grammar") == inside


def test_a_missing_folder_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "policyc")
    with pytest.raises(FileNotFoundError, match="'reports'"):
        resources.resource("reports")
