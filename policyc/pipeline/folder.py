"""The folder of a portfolio's report: nothing in it is lost but what policyc made and nobody changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from policyc.pipeline.records import PageFile, record_of
from policyc.pipeline.verifying import NotAReport, State, page_state, read_page
from policyc.report import INDEX


class Occupied(Exception):
    """A page would be written over something that policyc did not make; says what."""


def room_for(folder: Path, names: Iterable[str], inputs: Iterable[Path]) -> None:
    """Make the folder, and see that each page may be written there; raises ``Occupied`` and ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    read = {each.resolve() for each in inputs}
    for name in names:
        place = folder / name
        if place.resolve() in read:
            raise Occupied(f"{place} is one of the files that were read: it is not overwritten.")
        if (place.exists() or place.is_symlink()) and not is_page(place):
            raise Occupied(f"{place} is no page that policyc made: it is not overwritten. Choose another folder.")


def is_page(place: Path) -> bool:
    """Whether a file is a page that policyc made; a link is none."""
    if place.is_symlink():
        return False
    try:
        return record_of(read_page(place)) is not None
    except NotAReport:
        return False


def earlier_pages(folder: Path) -> tuple[PageFile, ...]:
    """The pages that the index of an earlier run names; none where there is no such index."""
    try:
        record = record_of(read_page(folder / INDEX))
    except NotAReport:
        return ()
    return record.pages if record else ()


def remove_stale(folder: Path, earlier: Sequence[PageFile], names: Iterable[str]) -> list[str]:
    """Remove the pages of an earlier run that have no successor; those that somebody altered stay, and are named."""
    written = set(names)
    stale = [each for each in earlier if each.page not in written]
    kept = []
    for each in stale:
        match page_state(each.page, each.sha256, folder):
            case State.SAME:
                (folder / each.page).unlink()
            case State.CHANGED:
                kept.append(each.page)
            case _:
                pass
    return kept
