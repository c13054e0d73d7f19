"""Where output goes."""

from pathlib import Path

import pytest

from policyc.cli import output


@pytest.mark.parametrize(
    ("terminal", "variables", "painted"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colour_only_on_a_terminal(
    terminal: bool, variables: dict[str, str], painted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "on_terminal", lambda: terminal)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert output.colour() is painted


def test_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert output.width() == 100
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    assert output.width() == 72
    monkeypatch.setenv("COLUMNS", "5")
    assert output.width() == 40


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", fail)
        with pytest.raises(output.Failure, match="No space left"):
            output.emit("new", str(path))
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "out.txt", tmp_path / "link.txt"
    path.write_text("old")
    link.symlink_to(path)
    output.emit("new", str(link))
    assert link.is_symlink()
    assert path.read_text() == "new"


def test_what_is_no_file_is_written_to_directly() -> None:
    output.emit("gone", "/dev/null")
