"""Pages as PDF: an installed Chromium prints them, tagged, with an outline, and without its own head and foot."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

VARIABLE = "POLICYC_BROWSER"
"""The variable of the environment that names the browser to print with."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
"""Where browsers lie that no name leads to."""
OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-sync",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
    "--no-pdf-header-footer",
)
PATIENCE = 300
"""Seconds after which a browser that has printed nothing is ended."""
MOST_TOLD = 300
"""So much of what a browser says when it fails is passed on."""
CLOCK = re.compile(rb"/(?:CreationDate|ModDate) \([^()]*\)")


class Unprinted(Exception):
    """Nothing was printed; says why."""


def printed(html: str) -> bytes:
    """A page as PDF; raises ``Unprinted``. Of the clock nothing is left in it."""
    browser = found_browser()
    with TemporaryDirectory(prefix="policyc-") as temporary:
        folder = Path(temporary)
        page, target = folder / "report.html", folder / "report.pdf"
        page.write_text(html, encoding="utf-8", newline="")
        said = run(command(browser, page, target, folder / "profile"), folder)
        if not target.is_file():
            raise Unprinted(f"{browser} printed nothing. {said}".strip())
        return without_clock(target.read_bytes())


def found_browser() -> str:
    """The browser that the environment names, else the first that is installed; raises ``Unprinted``."""
    named = os.environ.get(VARIABLE)
    if named:
        if path := shutil.which(named):
            return path
        raise Unprinted(f"{VARIABLE} names {named}, which is no program that can be run.")
    for name in (*NAMES, *PLACES):
        if path := shutil.which(name):
            return path
    raise Unprinted(
        "A PDF is printed by Chromium, Chrome or Edge, and none of them is installed. Install one, name it in "
        f"{VARIABLE}, or write the report as HTML and print that from any browser."
    )


def command(browser: str, page: Path, target: Path, profile: Path) -> list[str]:
    """What makes a browser print a page; it gets a profile of its own, and leaves that of its user alone."""
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    own = [f"--user-data-dir={profile}", f"--print-to-pdf={target}"]
    return [browser, *OPTIONS, *sandbox, *own, page.as_uri()]


def run(arguments: list[str], folder: Path) -> str:
    """Run a browser to its end; what it said last. Raises ``Unprinted`` where it cannot be run or does not end."""
    try:
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd=folder,
            start_new_session=True,
        )
    except OSError as error:
        raise Unprinted(f"{arguments[0]} cannot be run: {error.strerror or error}.") from None
    try:
        _, said = process.communicate(timeout=PATIENCE)
    except BaseException as problem:
        end(process)
        if isinstance(problem, subprocess.TimeoutExpired):
            raise Unprinted(f"{arguments[0]} did not end within {PATIENCE} seconds.") from None
        raise
    return " ".join(said.decode(errors="replace").split())[-MOST_TOLD:]


def end(process: subprocess.Popen[bytes]) -> None:
    """End a browser with all its processes."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def without_clock(data: bytes) -> bytes:
    """A PDF in which the times at which it was printed are blanks, so that no place in it moves."""
    return CLOCK.sub(lambda found: b" " * len(found[0]), data)
