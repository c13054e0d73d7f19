"""What the user sees of a fault in policyc itself: a short message, and where the details are."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback

import click

from policyc import __version__

INTERNAL = 4


def report_crash(error: BaseException) -> int:
    """Write the details to a file, say where it is and what to do with it, and return the exit code."""
    click.echo(f"policyc: internal error ({type(error).__name__}); this is a fault in policyc.", err=True)
    try:
        click.echo(f"The details are in {write_details(error)}.", err=True)
    except OSError as problem:
        click.echo(f"The details could not be written: {problem}.", err=True)
    click.echo(
        "Please report it to those who gave you policyc, with that file; look through it first: it may quote "
        "from your policies.",
        err=True,
    )
    return INTERNAL


def write_details(error: BaseException) -> str:
    """Write what is needed to find the fault to a new file and return its path."""
    details = "".join(traceback.format_exception(error))
    head = f"policyc {__version__}, Python {platform.python_version()}, {platform.system()}\n{sys.argv[1:]!r}\n\n"
    with tempfile.NamedTemporaryFile(
        "w", prefix="policyc-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as file:
        file.write(head + details)
    return file.name
