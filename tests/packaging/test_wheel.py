"""The wheel: what it carries, and that it works where there is no checkout."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ("grammar", "policies", "reports")
EXAMPLE = "policies/examples/messenger-banking.policy"
LITTER = [
    "policyc/__pycache__/cli.cpython-311.pyc",
    "policies/__pycache__/stale.pyc",
    "policies/.mypy_cache/litter.json",
    "reports/.coverage.litter",
    "grammar/.hypothesis/litter",
    "build/lib/policyc/litter.py",
    "tests/tools/node_modules/litter.js",
    "demo-report.html",
]

pytestmark = pytest.mark.xdist_group("wheel")


def run_python(
    python: Path | str, *arguments: Path | str, cwd: Path, exits: tuple[int, ...] = (0,)
) -> subprocess.CompletedProcess[str]:
    """Run a Python apart from the user's settings and from coverage, and demand one of the exit codes."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    done = subprocess.run([python, *arguments], cwd=cwd, env=kept, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in exits, done.stdout + done.stderr
    return done


def shipped_files(folder: Path) -> set[str]:
    """Return the files below a folder of the checkout, the litter of Python and its tools left out."""
    below = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in below if not any(part.endswith(("__", "_cache")) for part in path.parts)}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project in which git-ignored files lie about."""
    copy = tmp_path_factory.mktemp("checkout") / "policyc"
    leave_out = shutil.ignore_patterns(
        ".venv", ".git", "__pycache__", ".*_cache", "dist", "build", ".coverage*", ".hypothesis", "node_modules"
    )
    shutil.copytree(ROOT, copy, ignore=leave_out)
    for name in LITTER:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text("litter")
    return copy


@pytest.fixture(scope="module")
def wheel(checkout: Path) -> Path:
    """Build the wheel from the checkout."""
    run_python(sys.executable, "-m", "build", "--no-isolation", "--wheel", cwd=checkout)
    return next((checkout / "dist").glob("*.whl"))


@dataclass(frozen=True)
class Installed:
    """policyc as a user has it: its Python, and where its package lies."""

    python: Path
    package: Path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel into an empty environment, and lend that the libraries of this one."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)})
    python = Path(paths["scripts"]) / ("python.exe" if os.name == "nt" else "python")
    pip = ("-m", "pip", "--python", python, "--isolated", "install", "--no-deps", "--no-index", wheel)
    run_python(sys.executable, *pip, cwd=home)
    site = Path(paths["purelib"])
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Installed(python, site / "policyc")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a copy of the founding case, alone in a directory."""
    return Path(shutil.copy(ROOT / EXAMPLE, tmp_path))


def test_wheel_carries_the_package_and_its_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    wanted = {f"policyc/{name}" for name in shipped_files(ROOT / "policyc")}
    for folder in DATA:
        files = shipped_files(ROOT / folder)
        assert files, f"{folder} is empty"
        wanted |= {f"policyc/{folder}/{name}" for name in files}
    assert names == wanted


def test_sdist_builds_the_same_wheel(checkout: Path, wheel: Path, tmp_path: Path) -> None:
    run_python(sys.executable, "-m", "build", "--no-isolation", "--outdir", tmp_path, cwd=checkout)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert not packed & set(LITTER)
    assert {"run.py", "requirements.txt", "pyproject.toml", "tests/packaging/test_wheel.py"} <= packed
    with zipfile.ZipFile(wheel) as direct, zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as through_sdist:
        assert sorted(through_sdist.namelist()) == sorted(direct.namelist())


def test_package_comes_from_the_wheel(installed: Installed, tmp_path: Path) -> None:
    ask = (
        "import policyc, policyc.resources as r; print(policyc.__file__);"
        "print(*(r.resource(name) for name in ('grammar', 'policies', 'reports')), sep='\\n')"
    )
    printed = run_python(installed.python, "-c", ask, cwd=tmp_path).stdout.splitlines()
    assert [Path(line).resolve() for line in printed] == [
        path.resolve() for path in (installed.package / "__init__.py", *(installed.package / d for d in DATA))
    ]


def test_installed_policyc_checks_the_founding_case(installed: Installed, case: Path) -> None:
    done = run_python(installed.python, "-m", "policyc", "check", case.name, cwd=case.parent, exits=(1,))
    assert case.name in done.stdout
    assert "error" in done.stdout


def test_installed_policyc_reports_on_the_founding_case(installed: Installed, case: Path) -> None:
    arguments = ("report", case.name, "-o", "report.html")
    run_python(installed.python, "-m", "policyc", *arguments, cwd=case.parent, exits=(0, 1))
    page = (case.parent / "report.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "Facebook" in page


def test_script_is_installed(installed: Installed, tmp_path: Path) -> None:
    script = installed.python.with_name("policyc.exe" if os.name == "nt" else "policyc")
    done = subprocess.run([script, "--version"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("0.1.0")
