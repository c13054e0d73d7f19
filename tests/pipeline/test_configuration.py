"""Configuration: which file counts, what it says on which line, and what is said of a wrong one."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from policyc.pipeline.configuration import Malformed, configuration_for, lines_of


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a repository of its own, so that nothing above it counts."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def settings(*paths: str) -> dict[str, tuple[object, str]]:
    return {each.key: (each.value, each.place) for each in configuration_for(paths).settings}


def test_without_a_file_nothing_is_set() -> None:
    assert settings() == {}
    assert configuration_for(()).shown == ""


def test_values_and_their_lines(here: Path) -> None:
    write(here / "policyc.toml", 'as-of = 2018-09-01\n\n# a remark\n"laws" = [\n  "HIPAA"\n]\ncheck.format = "json"\n')
    assert settings() == {
        "as-of": (date(2018, 9, 1), "policyc.toml:1"),
        "laws": (["HIPAA"], "policyc.toml:4"),
        "check.format": ("json", "policyc.toml:7"),
    }


def test_an_inline_table_has_the_line_of_none(here: Path) -> None:
    write(here / "policyc.toml", 'check = { format = "json" }\n')
    assert settings() == {"check.format": ("json", "policyc.toml")}


def test_the_nearest_counts_alone(here: Path) -> None:
    write(here / "policyc.toml", 'select = ["contradiction"]')
    write(here / "a" / "policyc.toml", 'ignore = ["contradiction"]')
    write(here / "a" / "b" / "x.policy", "")
    assert list(settings("a/b/x.policy")) == ["ignore"]
    assert list(settings("a/b")) == list(settings("a")) == list(settings("a/b/../b")) == ["ignore"]
    assert list(settings()) == list(settings(".")) == list(settings("b/no-such.policy")) == ["select"]


def test_several_paths_have_the_file_of_the_folder_that_holds_them_all(here: Path) -> None:
    write(here / "policyc.toml", 'select = ["contradiction"]')
    for name in ("a", "b"):
        write(here / name / "policyc.toml", 'ignore = ["contradiction"]')
    assert list(settings("a", "b")) == ["select"]
    assert list(settings("a", str(here / "a" / "x.policy"))) == ["ignore"]


def test_a_folder_below_counts_for_nothing(here: Path) -> None:
    write(here / "a" / "policyc.toml", 'ignore = ["contradiction"]')
    assert settings(".") == {}


def test_nothing_above_a_repository_counts(here: Path) -> None:
    write(here / "policyc.toml", 'select = ["contradiction"]')
    write(here / "inner" / "x.policy", "")
    assert settings("inner")
    (here / "inner" / ".git").write_text("gitdir: elsewhere")
    assert not settings("inner")


def test_pyproject_counts_where_it_has_the_table(here: Path) -> None:
    write(here / "policyc.toml", "")
    project = write(here / "a" / "pyproject.toml", "[project]\nselect = 1\n[tool.other]\nx = 1\n")
    assert configuration_for(("a",)).shown == "policyc.toml"
    project.write_text("tool = 1\n")
    assert configuration_for(("a",)).shown == "policyc.toml"
    project.write_text('select = 1\n[tool.policyc]\nselect = ["x"]\n[tool.policyc.check]\nformat = "json"\n')
    found = {"select": (["x"], "a/pyproject.toml:3"), "check.format": ("json", "a/pyproject.toml:5")}
    assert settings("a") == found
    write(here / "a" / "policyc.toml", "")
    assert configuration_for(("a",)).shown == "a/policyc.toml"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("select = [", "policyc.toml is no TOML file: "),
        ('selekt = ["x"]', 'policyc.toml:1: There is no setting "selekt". Did you mean "select"?'),
        ("\n[check]\nlimit = 1", 'policyc.toml:3: There is no setting "check.limit". Did you mean'),
        ("zzz = 1", 'policyc.toml:1: There is no setting "zzz". There are as-of, laws, '),
        ("\n[chekk]\nformat = 1", 'policyc.toml:2: There is no setting "chekk".'),
        ('fail-on = "error"', 'policyc.toml:1: "fail-on" belongs under [check].'),
        ('[check]\nselect = ["x"]', 'policyc.toml:2: "select" belongs at the top, before any table.'),
        ('select = "x"', 'policyc.toml:1: "select" is not as it should be: input should be a valid list. Write it'),
        ("select = [1]", 'policyc.toml:1: "select" is not as it should be: input should be a valid string. Write it'),
        ('as-of = "2018-09-01"', "Write it as `as-of = 2018-09-01`."),
        ("as-of = 2018-09-01T10:00:00", "Write it as `as-of = 2018-09-01`."),
        ('[test]\ncoverage = "yes"', "policyc.toml:2"),
        ('check = { format = "json=out.json" }', 'policyc.toml:1: "check.format" is not as it should be'),
        ('check = "json"', 'policyc.toml:1: "check" is not as it should be'),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, words: str, here: Path) -> None:
    write(here / "policyc.toml", text)
    with pytest.raises(Malformed) as caught:
        configuration_for(())
    assert words in str(caught.value)


def test_all_that_is_wrong_is_told_at_once(here: Path) -> None:
    write(here / "policyc.toml", "a = 1\nb = 2\n")
    with pytest.raises(Malformed) as caught:
        configuration_for(())
    assert len(str(caught.value).splitlines()) == 2


def test_what_cannot_be_read(here: Path) -> None:
    file = here / "policyc.toml"
    file.mkdir()
    with pytest.raises(Malformed, match="not a regular file"):
        configuration_for(())
    file.rmdir()
    file.write_bytes(b"\xff")
    with pytest.raises(Malformed, match="is not UTF-8"):
        configuration_for(())
    file.unlink()
    file.symlink_to(here / "nowhere")
    with pytest.raises(Malformed, match="cannot be read: No such file"):
        configuration_for(())
    file.unlink()
    write(here / "pyproject.toml", "tool.policyc = 3")
    with pytest.raises(Malformed, match=r"\[tool.policyc\] is no table"):
        configuration_for(())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(here: Path) -> None:
    os.mkfifo(here / "policyc.toml")
    with pytest.raises(Malformed, match="not a regular file"):
        configuration_for(())


def test_drives_of_their_own_have_no_folder_in_common(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def apart(*paths: object) -> str:
        raise ValueError("Paths don't have the same drive")

    file = write(here / "policyc.toml", "")
    monkeypatch.setattr("os.path.relpath", apart)
    assert configuration_for(()).shown == str(file)
    monkeypatch.setattr("os.path.commonpath", apart)
    assert configuration_for(()).file is None


def test_lines() -> None:
    text = 'a = 1\n[ "b" . c ]\nd.e = """\n"""\n[[list]]\nf = 1\n'
    assert lines_of(text, "") == {"a": 1, "b.c": 2, "b.c.d.e": 3, "b.c.f": 6}
