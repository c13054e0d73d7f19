"""Configuration: ``policyc.toml``, or ``[tool.policyc]`` in ``pyproject.toml``, the nearest above the files of a run.

It says how to look at agreements and what to report. It never says where to write, and there is no setting for a limit.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policyc.pipeline.files import Refused, bytes_of, decoded, shown_path

OWN, SHARED = "policyc.toml", "pyproject.toml"
"""The names of files that may hold a configuration; where a folder has both, the first one counts."""
TABLE = "tool.policyc"
REPOSITORY = ".git"
"""What the topmost folder of a repository holds; above it nobody looks for a configuration."""


class Malformed(Exception):
    """A configuration cannot be read or is none; says where and why."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting by its whole name (``check.fail-on``), its value, and its place as ``policyc.toml:3``."""

    key: str
    value: Any
    place: str


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a file says, and where it is; without a file it says nothing."""

    file: Path | None = None
    settings: tuple[Setting, ...] = ()

    @property
    def shown(self) -> str:
        """The file as messages show it; empty where there is none."""
        return shown_file(self.file) if self.file else ""


def configuration_for(paths: Sequence[str]) -> Configuration:
    """The configuration of a run over some paths; raises ``Malformed``."""
    file = nearest(paths)
    return read(file) if file else Configuration()


def nearest(paths: Sequence[str]) -> Path | None:
    """The file in the folder that holds all paths, or in the nearest one above it; None where there is none."""
    here = Path.cwd()
    folders = [path if path.is_dir() else path.parent for path in (here / each for each in paths)]
    try:
        lowest = Path(os.path.commonpath(list(map(os.path.normpath, folders or [here]))))
    except ValueError:  # on drives of their own
        return None
    for folder in (lowest, *lowest.parents):
        if os.path.lexists(folder / OWN):
            return folder / OWN
        if (folder / SHARED).is_file() and table_of(folder / SHARED) is not None:
            return folder / SHARED
        if os.path.lexists(folder / REPOSITORY):
            return None
    return None


def read(file: Path) -> Configuration:
    """What a file says; raises ``Malformed``."""
    written = table_of(file)
    text = text_of(file)
    lines = lines_of(text, TABLE if file.name == SHARED else "")
    shown = shown_file(file)
    from policyc.pipeline.configuration_model import Wrong, validated  # what it stands on takes time to load

    try:
        given = validated(written, lambda key: placed(shown, lines.get(key) or lines.get(key.partition(".")[0])))
    except Wrong as problem:
        raise Malformed(str(problem)) from None
    return Configuration(file, tuple(settings_of(given, shown, lines)))


def settings_of(given: Mapping[str, Any], shown: str, lines: Mapping[str, int]) -> Iterator[Setting]:
    """The settings that a file names, in the order of the model."""
    for name, value in given.items():
        inner = value if isinstance(value, dict) else {"": value}
        for last, each in inner.items():
            key = f"{name}.{last}" if last else name
            yield Setting(key, each, placed(shown, lines.get(key)))


# Reading


def table_of(file: Path) -> Mapping[str, Any] | None:
    """What a file says of policyc, None where ``pyproject.toml`` has no such table; raises ``Malformed``."""
    import tomllib  # most runs have no such file

    try:
        content = tomllib.loads(text_of(file))
    except tomllib.TOMLDecodeError as error:
        raise Malformed(f"{shown_file(file)} is no TOML file: {error}.") from None
    if file.name == OWN:
        return content
    tools = content.get("tool")
    table = tools.get("policyc") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise Malformed(f"{shown_file(file)}: [{TABLE}] is no table.")
    return table


def text_of(file: Path) -> str:
    """The text of a regular file; raises ``Malformed``."""
    try:
        return decoded(bytes_of(file))
    except OSError as error:
        raise Malformed(f"{shown_file(file)} cannot be read: {error.strerror or error}.") from None
    except Refused as problem:
        raise Malformed(f"{shown_file(file)} cannot be read. {problem.message}") from None


def shown_file(file: Path) -> str:
    """A file as it is reached from the current folder."""
    try:
        return shown_path(os.path.relpath(file))
    except ValueError:  # on another drive
        return shown_path(file)


# Places

HEADER = re.compile(r"\s*\[([^\[\]]+)\]")
KEY = re.compile(r"""\s*([\w.'"\s-]+?)\s*=""")


def lines_of(text: str, table: str) -> dict[str, int]:
    """The lines, from 1, on which settings stand, by their names below a table; a rare way of writing has none."""
    found: dict[str, int] = {}
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := HEADER.match(line):
            current = bare(header[1])
            name = current
        elif key := KEY.match(line):
            name = f"{current}.{bare(key[1])}".lstrip(".")
        else:
            continue
        if not table or name.startswith(f"{table}."):
            found.setdefault(name.removeprefix(f"{table}.") if table else name, number)
    return found


def bare(name: str) -> str:
    """A dotted name without quotation marks and blanks."""
    return ".".join(part.strip().strip("\"'") for part in name.split("."))


def placed(shown: str, line: int | None) -> str:
    """A line of a file, or the file where the line is not known."""
    return f"{shown}:{line}" if line else shown
