"""Plain data for a reader: indented, one thing a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from policyc.render.paint import safe


def render_shape(data: Any, as_json: bool = False) -> str:
    """Dictionaries, lists, words and numbers as indented text or as JSON."""
    if as_json:
        return json.dumps(data, indent=2) + "\n"
    return "".join(f"{line}\n" for line in lines(data, ""))


def lines(data: Any, indent: str) -> Iterator[str]:
    """The lines of one value."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from entry(f"{name}: " if name else "", value, indent)
    elif isinstance(data, list):
        for value in data:
            yield from entry("- ", value, indent)
    else:
        yield indent + scalar(data)


def entry(lead: str, value: Any, indent: str) -> Iterator[str]:
    """A value after its name or dash: on the same line where it is simple, else below."""
    if isinstance(value, list) and all(isinstance(each, str | int) for each in value):
        yield indent + safe(lead) + safe(", ".join(map(str, value)) or "-")
    elif not isinstance(value, dict | list):
        yield indent + safe(lead) + scalar(value)
    else:
        title, rest = split_title(value)
        yield (indent + safe(lead) + title).rstrip()
        yield from lines(rest, indent + "  ")


def split_title(value: Any) -> tuple[str, Any]:
    """What a dictionary calls itself, and the rest of it."""
    if isinstance(value, dict) and "" in value:
        return safe(value[""]), {name: each for name, each in value.items() if name}
    return "", value


def scalar(value: Any) -> str:
    """A simple value."""
    return "-" if value is None else safe(str(value))
