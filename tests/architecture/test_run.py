"""run.py: what it needs, what it offers, and what it does when things are not as they should be."""

import ast
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).resolve().parents[2]
SOURCE = (ROOT / "run.py").read_text(encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty project that run.py believes to be its own."""
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "requirements.txt").write_text("a==1\n")
    for name, value in {
        "ROOT": tmp_path,
        "REQUIREMENTS": tmp_path / "requirements.txt",
        "VENV": tmp_path / ".venv",
        "STAMP": tmp_path / ".venv/policyc-setup",
        "PYTHON": tmp_path / ".venv/bin/python",
    }.items():
        monkeypatch.setattr(run, name, value)
    return tmp_path


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Record what run.py would run instead of running it."""
    taken: list[list[str]] = []

    def record(*command: str | Path, cwd: Path | None = None, stdout: int | None = None) -> int:
        taken.append([str(word) for word in command])
        return 0

    monkeypatch.setattr(run, "run", record)
    return taken


def make_python(project: Path) -> None:
    """Put a file where the Python of .venv would be."""
    (project / ".venv/bin").mkdir(parents=True)
    (project / ".venv/bin/python").touch()


def test_only_the_standard_library_is_imported() -> None:
    imported = set()
    for node in ast.walk(ast.parse(SOURCE)):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(str(node.module).partition(".")[0])
    assert imported <= sys.stdlib_module_names


def test_an_older_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    ast.parse(SOURCE, feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(ROOT / "run.py"), run_name="__main__")
    assert stopped.value.code == 2
    assert "Python 3.11 or newer; this is 3.10." in capsys.readouterr().err


def test_help_names_every_command() -> None:
    assert re.findall(r"^    python3 run\.py (\w+)", str(run.__doc__), re.MULTILINE) == list(run.COMMANDS)


def test_readme_and_ci_use_commands_that_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"python3 run\.py ([a-z]+)", readme))
    assert {"demo", "test"} <= named <= set(run.COMMANDS)
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert re.findall(r"^python3 run\.py (\w+)$", ci, re.MULTILINE) == ["test", "check"]


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["demo", "more"], ["check", "more"]])
def test_misuse_shows_the_commands(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(arguments) == 2
    assert "run.py demo" in capsys.readouterr().err


def test_help_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--help"]) == 0
    assert "run.py demo" in capsys.readouterr().out


def test_fingerprint_changes_with_the_pins_and_the_project(project: Path) -> None:
    first = run.fingerprint()
    assert run.fingerprint() == first
    (project / "requirements.txt").write_text("a==2\n")
    second = run.fingerprint()
    (project / "pyproject.toml").write_text("[project]\nname = 'a'\n")
    assert len({first, second, run.fingerprint()}) == 3


def test_a_finished_set_up_is_left_alone(project: Path, steps: list[list[str]]) -> None:
    make_python(project)
    run.STAMP.write_text(run.fingerprint())
    run.set_up()
    assert steps == []


@pytest.mark.parametrize("uv", ["uv", None])
def test_a_new_set_up_installs_only_what_is_pinned(
    project: Path, steps: list[list[str]], monkeypatch: pytest.MonkeyPatch, uv: str | None
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: uv)
    run.set_up()
    create, packages, itself = steps
    assert "venv" in create
    assert "--require-hashes" in packages
    assert {"--no-deps", "--no-build-isolation", "--editable"} < set(itself)
    assert run.stamp() == run.fingerprint()


def test_a_half_made_set_up_starts_afresh(project: Path, steps: list[list[str]]) -> None:
    make_python(project)
    run.STAMP.touch()
    run.set_up()
    assert len(steps) == 3
    assert not run.PYTHON.exists()


def test_a_failing_step_leaves_the_set_up_unfinished(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "run", lambda *_command, **_options: 7)
    assert run.main(["setup"]) == 2
    assert "setting up .venv failed (exit code 7)" in capsys.readouterr().err
    assert run.stamp() == ""


def test_a_python_without_venv_is_told_what_to_install(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(run, "has", lambda module: module == "venv")
    assert run.main(["setup"]) == 2
    assert "apt install python3-venv" in capsys.readouterr().err


def test_a_python_without_ensurepip_uses_its_own_pip(
    project: Path, steps: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(run, "has", lambda module: module != "ensurepip")
    run.set_up()
    assert "--without-pip" in steps[0]
    assert steps[1][:4] == [sys.executable, "-m", "pip", "--python"]


def test_a_missing_file_is_no_traceback(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "requirements.txt").unlink()
    assert run.main(["setup"]) == 2
    assert "requirements.txt" in capsys.readouterr().err


def test_an_interrupt_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "set_up", interrupted)
    assert run.main(["check"]) == 130
    assert "Interrupted" in capsys.readouterr().err


@pytest.mark.parametrize(("codes", "expected"), [([1, 0], 0), ([0, 1], 0), ([2], 2), ([1, 4], 4), ([3], 3)])
def test_demo_passes_over_findings_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], codes: list[int], expected: int
) -> None:
    left = iter(codes)
    monkeypatch.setattr(run, "set_up", lambda: None)
    monkeypatch.setattr(run, "run", lambda *_command: next(left))
    assert run.main(["demo"]) == expected
    assert ("demo-report.html" in capsys.readouterr().out) == (expected == 0)


def test_all_checks_run_and_the_failed_ones_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "set_up", lambda: None)
    monkeypatch.setattr(run, "run", lambda tool, *_rest: int(Path(tool).name == "ruff"))
    assert run.main(["check"]) == 1
    printed = capsys.readouterr().out
    assert "== floors: lint-imports" in printed
    assert "Failed: lint, format\n" in printed


@pytest.mark.parametrize(("arguments", "measured"), [([], True), (["-k", "flow"], False)])
def test_coverage_is_measured_for_the_whole_suite_only(
    monkeypatch: pytest.MonkeyPatch, steps: list[list[str]], arguments: list[str], measured: bool
) -> None:
    monkeypatch.setattr(run, "set_up", lambda: None)
    monkeypatch.setattr(run, "provide_browser", lambda: None)
    monkeypatch.setattr(run, "provide_tools", lambda: None)
    assert run.main(["test", *arguments]) == 0
    assert ("--cov" in steps[0]) == measured
    assert steps[0][len(steps[0]) - len(arguments) :] == arguments


def test_a_missing_browser_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    run.provide_browser()
    assert "Chromium or the Liberation fonts are missing" in capsys.readouterr().err


@pytest.mark.parametrize("there", [True, False])
def test_fonts_are_installed_where_only_they_are_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there: bool
) -> None:
    asked: list[tuple[str, ...]] = []

    def ask(*names: str) -> bool:
        asked.append(names)
        return True

    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(run, "FONTS", tmp_path)
    monkeypatch.setattr(run, "system_packages", ask)
    if there:
        (tmp_path / "truetype").mkdir()
        (tmp_path / "truetype" / "LiberationSerif-Regular.ttf").touch()
    run.provide_browser()
    assert [("fonts-liberation" in names) for names in asked] == ([] if there else [True])


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of tools that are locked and not installed yet."""
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "package-lock.json").write_text("{}")
    monkeypatch.setattr(run, "TOOLS", tmp_path)
    monkeypatch.setattr(run, "TOOLS_STAMP", tmp_path / "node_modules/policyc-setup")
    return tmp_path


def test_tools_from_npm_are_installed_once(
    tools: Path, steps: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    run.provide_tools()
    run.provide_tools()
    assert [step[:3] for step in steps] == [["/bin/npm", "ci", "--ignore-scripts"]]
    (tools / "package-lock.json").write_text("{ }")
    run.provide_tools()
    assert len(steps) == 2


@pytest.mark.parametrize("npm", [None, "/bin/npm"])
def test_tools_that_cannot_be_installed_are_named(
    npm: str | None, tools: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: npm if name == "npm" else None)
    monkeypatch.setattr(run, "run", lambda *_command, **_named: 1)
    run.provide_tools()
    assert "tests/tools/package.json are missing" in capsys.readouterr().err
    assert not (tools / "node_modules/policyc-setup").exists()


def test_the_locked_tools_name_no_registry() -> None:
    lock = (ROOT / "tests/tools/package-lock.json").read_text(encoding="utf-8")
    assert "integrity" in lock
    assert "resolved" not in lock
    assert "://" not in lock


def test_system_packages_are_installed_only_by_root(
    steps: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert not run.system_packages("npm")
    assert not steps
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert run.system_packages("npm")
    assert [step[1] for step in steps] == ["update", "install"]
    assert "system packages npm for the tests" in capsys.readouterr().err


def test_exit_codes_come_through() -> None:
    assert run.run(sys.executable, "-c", "raise SystemExit(5)") == 5
    died = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    assert run.run(sys.executable, "-c", died) == 143


def test_run_works_from_any_directory(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "run.py"), "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "python3 run.py demo" in done.stdout
