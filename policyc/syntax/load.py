"""The tables of the grammar, from their file where that is of this grammar; else Lark makes them in memory."""

from __future__ import annotations

import json
from functools import cache

from policyc.resources import resource
from policyc.syntax.tables import FILE, Tables, fingerprint, from_data


@cache
def tables() -> Tables:
    """The tables of the grammar as it is now, once a process."""
    path = resource("grammar") / FILE
    if path.is_file():
        shipped = json.loads(path.read_text(encoding="utf-8"))
        if shipped["made_from"] == fingerprint():
            return from_data(shipped)
    from policyc.syntax.export import made  # Lark is slow to import, and seldom needed

    return made()
