"""What is asked of a process: files to examine together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Task:
    """Files to examine together, in their order, and those among them whose results are wanted.

    ``shown`` tells whether what these show to other files, their names and faces, is wanted as well; ``laws`` are those
    that are held against every agreement.
    """

    wanted: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    as_of: date | None = None
    shown: bool = True
    laws: tuple[str, ...] = ()
