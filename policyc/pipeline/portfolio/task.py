"""What is asked of a process: files to examine together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Task:
    """Files to examine together, in their order, and those among them whose results are wanted."""

    wanted: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    as_of: date | None = None
