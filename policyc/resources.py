"""Where the files that are not Python lie: the grammar, the policies and the looks of a report."""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def resource(name: Literal["grammar", "policies", "reports"]) -> Path:
    """Return the folder called `name`: inside the installed package, or beside it in a source checkout."""
    for home in (_PACKAGE, _PACKAGE.parent):
        folder = home / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"policyc is not completely installed: its folder {name!r} is missing")
