"""Formats on a command line: what to write where."""

from __future__ import annotations

from collections.abc import Collection

import click


def parse_formats(formats: tuple[str, ...], target: str | None, known: Collection[str]) -> list[tuple[str, str | None]]:
    """What to write where, from ``json`` and ``json=out.json``; the first known format where none is asked for."""
    wanted = []
    for written in formats or (next(iter(known)),):
        name, to_file, file = written.partition("=")
        if name not in known:
            raise click.UsageError(f'There is no format "{name}"; choose from {", ".join(known)}.')
        if to_file and not file:
            raise click.UsageError(f'"{written}" names no file. Is a variable empty that should hold its name?')
        wanted.append((name, file or target))
    if len({file or "-" for _, file in wanted}) < len(wanted):
        raise click.UsageError("Two formats would go to the same place; give each its file: --format json=FILE.")
    return wanted
