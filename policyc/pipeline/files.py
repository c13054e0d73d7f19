"""From paths to sources: policy files found under what was given, and read with care.

Only regular files under the given paths are opened, none larger than 1 MiB, and none that a symbolic link leads out to.
What cannot be read becomes a finding, and the run incomplete.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from policyc.findings import Evidence, Finding, Findings, Severity, Unchecked
from policyc.report import InputView
from policyc.source import Place, Source

SUFFIX = ".policy"
MAXIMUM_BYTES = 1 << 20
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to read: where it is, how to call it, and the folder that it may not lead out of.

    ``plain`` says that it is no symbolic link, so that it lies where it was found.
    """

    file: Path
    shown: str
    root: Path
    plain: bool = False


class Refused(Exception):
    """A file is not read; says the rule that it breaks, why, what to do, and where in it."""

    def __init__(self, message: str, help: str, rule: str = "unreadable-file", at: tuple[int, int] = (1, 1)) -> None:
        super().__init__(message)
        self.message, self.help, self.rule, self.at = message, help, rule, at


@dataclass(slots=True)
class Inputs:
    """What was read: sources in order, what was wrong with other files, and the given paths that do not exist.

    ``files`` tells where each source was read from, by its path as shown; ``read`` tells which bytes each file held
    that was met; ``given`` are the paths to look in.
    """

    sources: list[Source] = field(default_factory=list)
    findings: Findings = field(default_factory=Findings)
    missing: list[str] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    read: list[InputView] = field(default_factory=list)
    given: list[str] = field(default_factory=list)


def read_paths(paths: Iterable[str]) -> Inputs:
    """Read every policy file that some paths, files or folders, hold; a file that is met twice is read once."""
    inputs = Inputs()
    for candidate in find_files(paths, inputs):
        text = read_file(candidate, inputs)
        if text is not None:
            inputs.sources.append(Source(candidate.shown, text))
    return inputs


def find_files(paths: Iterable[str], inputs: Inputs) -> Iterator[Candidate]:
    """Every file to read that some paths hold, each once; what is missing or refused goes into the inputs."""
    seen: set[str] = set()
    folders: dict[Path, str] = {}
    for path in paths:
        inputs.given.append(shown_path(path))
        if not os.path.lexists(path):
            inputs.missing.append(shown_path(path))
            continue
        for candidate in candidates(Path(path), inputs):
            real = real_path(candidate, folders)
            if real not in seen:
                seen.add(real)
                yield candidate


def real_path(candidate: Candidate, folders: dict[Path, str]) -> str:
    """Where a file really lies: a plain one in the real folder that it was found in; ``folders`` are those known."""
    if not candidate.plain:
        return os.path.realpath(candidate.file)
    folder = candidate.file.parent
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return f"{folders[folder]}{os.sep}{candidate.file.name}"


def read_file(candidate: Candidate, inputs: Inputs) -> str | None:
    """The text of one file, or None and in the inputs why it is not read."""
    seen = InputView(candidate.shown, "", 0)
    try:
        data = data_of(candidate)
        seen = input_view(candidate.shown, data)
        text = decoded(data)
    except Refused as problem:
        refuse(candidate.shown, problem, inputs)
        return None
    finally:
        inputs.read.append(seen)
    inputs.files[candidate.shown] = candidate.file
    return text


def input_view(path: str, data: bytes) -> InputView:
    """A file by its path as shown and what it holds."""
    return InputView(path, hashlib.sha256(data).hexdigest(), len(data))


def refuse(shown: str, problem: Refused, inputs: Inputs) -> None:
    """Report a file or folder that is not read."""
    line, column = problem.at
    place = Place(shown, line, column, line, column)
    evidence = Evidence("here", place, "")
    inputs.findings.found.append(Finding(problem.rule, Severity.ERROR, problem.message, evidence, problem.help))
    inputs.findings.unchecked.append(Unchecked(place, "a file that was not read", "", incomplete=True))


def shown_path(path: str | Path) -> str:
    """A path as messages show it: forward slashes, and bytes that are no text as escapes."""
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "backslashreplace")


# Finding


def candidates(path: Path, inputs: Inputs) -> Iterator[Candidate]:
    """The files to read for one given path: itself, or every ``.policy`` file below it."""
    if not path.is_dir():
        yield Candidate(path, shown_path(path), Path(os.path.realpath(path.parent)))
        return
    root = Path(os.path.realpath(path))
    for file, plain in sorted(below(path, root, inputs), key=lambda found: found[0].parts):
        yield Candidate(file, shown_path(file), root, plain)


def below(top: Path, root: Path, inputs: Inputs) -> Iterator[tuple[Path, bool]]:
    """Every file below a folder that is called as a policy, and whether it is no link; hidden folders are left out."""
    pending = [top]
    for folder in pending:
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            refuse(shown_path(folder), unopened(error), inputs)
            continue
        for entry in entries:
            path = folder / entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(path)
            elif entry.is_dir():
                refuse_outside(path, root, inputs)
            elif path.suffix == SUFFIX:
                yield path, not entry.is_symlink()


def refuse_outside(link: Path, root: Path, inputs: Inputs) -> None:
    """A link to a folder is not followed: one that stays inside leads to what is read anyway, another is reported."""
    if not Path(os.path.realpath(link)).is_relative_to(root):
        refuse(shown_path(link), outside(), inputs)


def outside() -> Refused:
    """What is said of a symbolic link that leads out of the folder that was given."""
    return Refused(
        "This is a symbolic link that leads out of the folder that was given, so it was not followed.",
        "Give the path that it leads to as well, if its policies are to be read.",
    )


def unopened(error: OSError) -> Refused:
    """What is said where the system will not let something be read."""
    return Refused(f"This cannot be read: {error.strerror or error}.", "Make it readable, or leave it out.")


# Reading


def text_of(candidate: Candidate) -> str:
    """The text of a file; raises ``Refused``."""
    return decoded(data_of(candidate))


def data_of(candidate: Candidate) -> bytes:
    """What a file holds; raises ``Refused``."""
    if not candidate.plain and not Path(os.path.realpath(candidate.file)).is_relative_to(candidate.root):
        raise outside()
    try:
        return bytes_of(candidate.file, follow=not candidate.plain)
    except OSError as error:
        raise unopened(error) from None


def bytes_of(file: Path, follow: bool = True, most: int = MAXIMUM_BYTES) -> bytes:
    """What a regular file holds; anything else is refused before it is opened, and again once it is."""
    if not stat.S_ISREG(file.stat(follow_symlinks=follow).st_mode):
        raise not_regular()
    unfollowed = 0 if follow else getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(file, os.O_RDONLY | unfollowed | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise not_regular()
        data = opened.read(most + 1)
    if len(data) > most:
        raise Refused(
            "This file is larger than 1 MiB, the most that is read of one file.",
            "Put each agreement into a file of its own.",
            rule="limit",
        )
    return data


def not_regular() -> Refused:
    """What is said of a device, a pipe or a socket."""
    return Refused("This is not a regular file, so it was not opened.", "Give a file that holds policy text.")


def decoded(data: bytes) -> str:
    """Bytes as text, the mark that some editors put before it left out; raises ``Refused`` where they are no text."""
    mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    if data.startswith(UTF_16):
        raise Refused("This file is not UTF-8; it looks like UTF-16.", "Save it as UTF-8.")
    try:
        text = data[mark:].decode()
    except UnicodeDecodeError as error:
        raise broken_bytes(data, mark + error.start, "is not UTF-8") from None
    if "\0" in text:
        raise broken_bytes(data, data.index(0), "does not occur in text: this seems to be a binary file")
    return text


def broken_bytes(data: bytes, offset: int, problem: str) -> Refused:
    """What is said of a byte that is no text."""
    start = data.rfind(b"\n", 0, offset) + 1
    line, column = data.count(b"\n", 0, offset) + 1, len(data[start:offset].decode(errors="replace")) + 1
    return Refused(
        f"The byte at offset {offset} (line {line}) {problem} (0x{data[offset]:02X}).",
        "Save the file as UTF-8 text.",
        at=(line, column),
    )
