"""Where output goes: the terminal or a file, colour and width decided once."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

PLAIN_WIDTH = 100
LEAST_WIDTH = 40


class Failure(click.ClickException):
    """Something that the user can mend: a wrong name, a missing path, a file that cannot be written."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        """Take the message, made safe for a terminal."""
        from policyc.source import visible

        super().__init__("\n".join(map(visible, message.split("\n"))))


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def colour() -> bool:
    """Whether to paint: only on a terminal, and not where the user asks for none."""
    return on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """How many columns text may take: the terminal's, 100 where there is none."""
    if not on_terminal():
        return PLAIN_WIDTH
    return max(LEAST_WIDTH, shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns)


def emit(text: str | bytes, target: str | None, inputs: Iterable[Path] = ()) -> None:
    """Print a text, or write it to a file that is none of the inputs; bytes are no text, and kept from terminals."""
    if target is None or target == "-":
        if isinstance(text, bytes) and on_terminal():
            raise Failure("This is no text, and a terminal cannot show it: name a file with --output.")
        click.echo(text, nl=False)
        return
    path = Path(target)
    if any(same_file(path, each) for each in inputs):
        raise Failure(f"{target} is one of the files that were read: it is not overwritten.")
    try:
        write_whole(path, text)
    except OSError as error:
        raise Failure(f"{target} cannot be written: {error.strerror or error}.") from None


def same_file(path: Path, other: Path) -> bool:
    """Whether two paths lead to the same file."""
    return os.path.realpath(path) == os.path.realpath(other) or (path.exists() and path.samefile(other))


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file at once: whoever reads it sees the old text or the new, never a part; its mode is kept."""
    data = text.encode() if isinstance(text, str) else text
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    real = Path(os.path.realpath(path))
    mode = real.stat().st_mode & 0o7777 if real.exists() else 0o666 & ~current_umask()
    descriptor, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name[:100]}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.chmod(mode)
        temporary.replace(real)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def current_umask() -> int:
    """The mode bits that new files go without."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
