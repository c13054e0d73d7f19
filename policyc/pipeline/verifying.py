"""Verifying: whether a page is as it was made, and whether the files that it was made of are still the same.

Only the page, the pages beside it that an index names, and files below a folder that the user names are opened. This
is no signature: whoever alters a page can seal it anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from policyc import __version__
from policyc.pipeline.baseline import MAXIMUM_BYTES as BASELINE_BYTES
from policyc.pipeline.cache.make import make
from policyc.pipeline.files import MAXIMUM_BYTES, Refused, bytes_of, input_view
from policyc.pipeline.records import Record, record_of
from policyc.report import INDEX, InputView

LARGEST_PAGE = 256 << 20


class State(Enum):
    """What became of a file since a page was made of it.

    ``UNREAD``: it could not be read then, so there is nothing to compare it with.
    """

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"
    OUTSIDE = "outside the folder, not opened"
    UNREAD = "could not be read when the report was made"


@dataclass(frozen=True, slots=True)
class Compared:
    """A file that a page names, and what became of it; ``what`` tells what the file is to the page."""

    what: str
    path: str
    state: State


@dataclass(frozen=True, slots=True)
class Verified:
    """What is known of a page: its record, whether it is as it was made, and of each file whether that is the same."""

    record: Record
    intact: bool
    compared: tuple[Compared, ...]

    @property
    def same_version(self) -> bool:
        """Whether this policyc calls itself the same as the one that made the page."""
        return self.record.policyc == __version__

    @property
    def same_program(self) -> bool:
        """Whether this very policyc made the page: its program, vocabulary, laws and looks are the same."""
        return self.same_version and self.record.shipped == make().hex()

    @property
    def differs(self) -> bool:
        """Whether the page or a file of it is not what it was."""
        return not self.intact or any(each.state is State.CHANGED for each in self.compared)

    @property
    def incomplete(self) -> bool:
        """Whether some file could not be compared."""
        return any(each.state not in (State.SAME, State.CHANGED) for each in self.compared)


class NotAReport(Exception):
    """A file is no page of policyc's, or cannot be read; says why."""


def verify(target: Path, root: Path) -> Verified:
    """Verify a page, or the index of a folder; the files that it names are looked for below ``root``."""
    page = target / INDEX if target.is_dir() else target
    text = read_page(page)
    record = record_of(text)
    if record is None:
        raise NotAReport(f"{page} carries no record of policyc's: it is no report, or of another make.")
    from policyc.render.html.seal import digest

    compared = [*files(record, root), *pages(record, page.parent)]
    return Verified(record, digest(text) == record.page, tuple(compared))


def read_page(page: Path) -> str:
    """The text of a page; raises ``NotAReport``."""
    try:
        return bytes_of(page, most=LARGEST_PAGE).decode()
    except (OSError, Refused) as error:
        raise NotAReport(f"{page} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    except UnicodeDecodeError:
        raise NotAReport(f"{page} is no text, so it is no report.") from None


def files(record: Record, root: Path) -> Iterator[Compared]:
    """The policy files and the baseline of a record, each compared."""
    for each in record.inputs:
        yield Compared("policy file", each.path, state_of(each, root, MAXIMUM_BYTES))
    if record.baseline:
        yield Compared("baseline", record.baseline.path, state_of(record.baseline, root, BASELINE_BYTES))


def state_of(recorded: InputView, root: Path, most: int) -> State:
    """What became of a file; what a link, or dots in its path, lead out of the folder to is not opened."""
    place = root / recorded.path
    if "\0" in recorded.path or not is_below(place, root):
        return State.OUTSIDE
    if not recorded.sha256:
        return State.UNREAD
    try:
        now = input_view(recorded.path, bytes_of(place, most=most))
    except FileNotFoundError:
        return State.MISSING
    except (OSError, Refused):
        return State.CHANGED
    return State.SAME if now == recorded else State.CHANGED


def is_below(place: Path, root: Path) -> bool:
    """Whether a path really lies in a folder, links followed."""
    return Path(os.path.realpath(place)).is_relative_to(os.path.realpath(root))


def pages(record: Record, folder: Path) -> Iterator[Compared]:
    """The pages that an index names, each compared; they lie beside it."""
    for each in record.pages:
        yield Compared("page", each.page, page_state(each.page, each.sha256, folder))


def page_state(name: str, sha256: str, folder: Path) -> State:
    """What became of a page."""
    if Path(name).name != name or not name.endswith(".html") or not is_below(folder / name, folder):
        return State.OUTSIDE
    try:
        data = bytes_of(folder / name, most=LARGEST_PAGE)
    except FileNotFoundError:
        return State.MISSING
    except (OSError, Refused):
        return State.CHANGED
    return State.SAME if input_view(name, data).sha256 == sha256 else State.CHANGED
