#!/usr/bin/env python3
"""Set policyc up and run it, its tests and its checks. Needs Python 3.11 or newer and nothing else.

    python3 run.py demo             check the founding example and write demo-report.html
    python3 run.py test [ARGS]      run the tests; ARGS go to pytest, and then coverage is not measured
    python3 run.py check            lint, format, types and floors: what CI asks beyond the tests
    python3 run.py policyc ARGS     run policyc itself
    python3 run.py setup            only make .venv ready, from the pinned requirements.txt
    python3 run.py lock [ARGS]      pin requirements.txt anew with uv; --upgrade takes newer versions

The first run makes .venv (with uv where there is one, else with pip); later runs find it ready.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python reads as far as this, and is told
    sys.stderr.write("run.py: policyc needs Python 3.11 or newer; this is {}.{}.\n".format(*sys.version_info))
    sys.exit(2)

from collections.abc import Callable

ROOT = Path(__file__).resolve().parent
REQUIREMENTS = ROOT / "requirements.txt"
VENV = ROOT / ".venv"
STAMP = VENV / "policyc-setup"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STDERR = 2
QUIET = subprocess.DEVNULL

EXAMPLE = "policies/examples/messenger-banking.policy"
REPORT = "demo-report.html"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FONTS = Path("/usr/share/fonts")
TOOLS = ROOT / "tests" / "tools"
TOOLS_STAMP = TOOLS / "node_modules" / "policyc-setup"
CHECKS = {
    "lint": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "types": ("mypy",),
    "floors": ("lint-imports", "--no-logo"),
}


class Stop(Exception):
    """Something that the user can mend; its message says what."""


def say(message: str) -> None:
    """Tell the user something without mixing it into a command's output."""
    print(message, file=sys.stderr, flush=True)


def run(*command: str | Path, cwd: Path | None = ROOT, stdout: int | None = None) -> int:
    """Run a command and return its exit code, counting a death by signal as a shell does."""
    code = subprocess.call(command, cwd=cwd, stdout=stdout)
    return code if code >= 0 else 128 - code


def must(*command: str | Path) -> None:
    """Run a step of the set-up; what it prints goes to standard error, and a failure stops the set-up."""
    code = run(*command, stdout=STDERR)
    if code:
        raise Stop(f"setting up .venv failed (exit code {code}) at: {' '.join(map(str, command))}")


# --- Setting up -----------------------------------------------------------------------------------


def fingerprint() -> str:
    """Return a digest of all that .venv is made from: the pins, the project file, this Python, this place."""
    state = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for source in (REQUIREMENTS, ROOT / "pyproject.toml"):
        state.update(source.read_bytes())
    return state.hexdigest()


def stamp() -> str | None:
    """Return the fingerprint of the last finished set-up, "" for an unfinished one, None for none."""
    return STAMP.read_text() if STAMP.is_file() else None


def set_up() -> None:
    """Make .venv ready; when it is ready already, this takes no time."""
    wanted = fingerprint()
    if PYTHON.exists() and stamp() == wanted:
        return
    uv = shutil.which("uv")
    say(f"Setting up .venv with {'uv' if uv else 'pip'}; this is done once ...")
    if not reusable():
        make_venv(uv)
    STAMP.write_text("")
    install(uv)
    STAMP.write_text(wanted)


def reusable() -> bool:
    """Tell whether .venv is whole and of this Python's version, so that packages can be installed into it."""
    if stamp() == "" or not PYTHON.exists():
        return False
    probe = f"import pip, sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    return subprocess.call([PYTHON, "-c", probe], stderr=subprocess.DEVNULL) == 0


def make_venv(uv: str | None) -> None:
    """Make a new, empty .venv that counts as unfinished until its packages are in."""
    if VENV.is_symlink() or VENV.is_file():
        raise Stop(".venv is not a directory; remove it and try again.")
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    STAMP.touch()
    if uv:
        must(uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, VENV)
    elif has("venv") and (has("ensurepip") or has("pip")):
        must(sys.executable, "-m", "venv", *([] if has("ensurepip") else ["--without-pip"]), VENV)
    else:
        raise Stop("this Python can't make a .venv. Install uv, or on Debian: apt install python3-venv")


def has(module: str) -> bool:
    """Tell whether this Python has a module that some systems leave out."""
    return importlib.util.find_spec(module) is not None


def install(uv: str | None) -> None:
    """Install the pinned packages, then policyc itself as a link to this checkout."""
    editable = ("--no-deps", "--no-build-isolation", "--editable", ROOT)
    if uv:
        must(uv, "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", REQUIREMENTS)
        must(uv, "pip", "install", "--quiet", "--python", PYTHON, *editable)
    else:
        pip = (PYTHON, "-m", "pip") if has("ensurepip") else (sys.executable, "-m", "pip", "--python", PYTHON)
        must(*pip, "install", "-qq", "--require-hashes", "--requirement", REQUIREMENTS)
        must(*pip, "install", "-qq", *editable)


def provide_browser() -> None:
    """Install Chromium and its fonts for the browser tests where that is allowed, or say that they are missing."""
    ready = any(map(shutil.which, BROWSERS)) and any(FONTS.rglob("LiberationSerif-Regular.*"))
    if ready or system_packages("chromium", "fonts-dejavu-core", "fonts-liberation"):
        return
    say("Chromium or the Liberation fonts are missing: some tests can't run. Your system's package manager has them.")


def provide_tools() -> None:
    """Install the programs from npm that tests judge policyc's output with, as locked; or say that they are missing."""
    wanted = hashlib.sha256((TOOLS / "package-lock.json").read_bytes()).hexdigest()
    if TOOLS_STAMP.is_file() and TOOLS_STAMP.read_text() == wanted:
        return
    if shutil.which("npm") or system_packages("npm"):
        say("Installing tests/tools from npm; this is done once ...")
        npm = str(shutil.which("npm"))
        if run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", cwd=TOOLS, stdout=QUIET) == 0:
            TOOLS_STAMP.write_text(wanted)
            return
    say("The tools in tests/tools/package.json are missing: tests that need them can't run. `npm ci` installs them.")


def system_packages(*names: str) -> bool:
    """Install Debian packages where that is allowed; tell whether it was done."""
    apt = shutil.which("apt-get")
    if not apt or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    say(f"Installing the system packages {' and '.join(names)} for the tests ...")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    install = (apt, "install", "-qq", "--yes", "--no-install-recommends", *names)
    return run(apt, "update", "-qq", stdout=QUIET) == 0 and run(*install, stdout=QUIET) == 0


# --- Commands -------------------------------------------------------------------------------------


def demo(_arguments: list[str]) -> int:
    """Check the founding example, which has errors, and write its report."""
    set_up()
    code = run(BIN / "policyc", "check", EXAMPLE)
    if code not in {0, 1}:
        return code
    code = run(BIN / "policyc", "report", EXAMPLE, "-o", REPORT)
    if code not in {0, 1}:
        return code
    print(f"\nThe report is in {os.path.relpath(ROOT / REPORT)}: open it in a browser.")
    return 0


def test(arguments: list[str]) -> int:
    """Run the tests, save the slow ones, and measure their coverage; or run what pytest's arguments ask for."""
    set_up()
    provide_browser()
    provide_tools()
    usual = () if arguments else ("--cov", "-m", "not slow")
    return run(PYTHON, "-m", "pytest", "-n", "auto", "--dist", "loadgroup", *usual, *arguments)


def check(_arguments: list[str]) -> int:
    """Run every check, also after one has failed, and sum up."""
    set_up()
    failed = []
    for name, (tool, *rest) in CHECKS.items():
        print(f"== {name}: {tool} {' '.join(rest)}", flush=True)
        if run(BIN / tool, *rest):
            failed.append(name)
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0


def policyc(arguments: list[str]) -> int:
    """Run policyc in the directory that the user is in."""
    set_up()
    return run(BIN / "policyc", *arguments, cwd=None)


def setup(_arguments: list[str]) -> int:
    """Make .venv ready and nothing else."""
    set_up()
    return 0


def lock(arguments: list[str]) -> int:
    """Pin every package with its hashes; the file names no package index, so that any mirror will do."""
    uv = shutil.which("uv")
    if uv is None:
        raise Stop("pinning needs uv: install it, then run this again.")
    what = ("pyproject.toml", "--group=dev", "--output-file", REQUIREMENTS.name)
    how = ("--quiet", "--universal", "--python-version=3.11", "--generate-hashes")
    plain = ("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command=python3 run.py lock")
    return run(uv, "pip", "compile", *what, *how, *plain, *arguments)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "test": test,
    "check": check,
    "policyc": policyc,
    "setup": setup,
    "lock": lock,
}
PASS_ARGUMENTS_ON = {"test", "policyc", "lock"}


def main(arguments: list[str]) -> int:
    """Run the command named first, and return the exit code: 2 when run.py itself could not do its part."""
    name, *rest = arguments or [""]
    if name in {"-h", "--help", "help"}:
        print(__doc__)
        return 0
    if name not in COMMANDS or (rest and name not in PASS_ARGUMENTS_ON):
        say(str(__doc__))
        return 2
    try:
        return COMMANDS[name](rest)
    except KeyboardInterrupt:
        say("Interrupted.")
        return 130
    except (Stop, OSError) as error:
        say(f"run.py: {error}")
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
