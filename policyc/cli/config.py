"""``policyc config``: each setting, its value, and where that came from."""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from typing import Any

import click

from policyc.cli.configuration import PARAMETERS, configuration_of
from policyc.render.paint import safe

COMMANDS = ("check", "report", "test")
NOT_SET = "not set"


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--isolated", is_flag=True, help="As if there were no policyc.toml and no pyproject.toml.")
@click.option("--format", "name", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(paths: tuple[str, ...], isolated: bool, name: str) -> None:
    """Show the settings for PATHS, or for the current folder, and where each came from.

    They come from the nearest policyc.toml, or pyproject.toml with a table
    [tool.policyc], in the folder that holds all PATHS or in one above it, up to
    the top of the repository. What the command line of a run says wins.
    """
    configuration = configuration_of(paths, isolated)
    found = {setting.key: (setting.value, setting.place) for setting in configuration.settings}
    rows = [(key, *found.get(key, (default_of(key), "default"))) for key in PARAMETERS]
    if name == "json":
        click.echo(as_json(configuration.shown, rows), nl=False)
    else:
        click.echo(as_text(configuration.shown, rows), nl=False)


def default_of(key: str) -> Any:
    """The value of a setting that no file names: the default of its option, None where it has none."""
    for command_name in COMMANDS:
        table, _, _ = key.rpartition(".")
        if table not in ("", command_name):
            continue
        module = importlib.import_module(f"policyc.cli.{command_name}")
        for option in module.command.params:
            if option.name in PARAMETERS[key]:
                value = option.get_default(click.Context(module.command))
                if option.name == "formats":
                    return next(iter(module.FORMATS))
                return value if isinstance(value, str | bool) else None
    raise AssertionError(f"no command has the setting {key}")


def as_text(file: str, rows: Sequence[tuple[str, Any, str]]) -> str:
    """A line for each setting: its name, its value, its place."""
    shown = [(key, words_of(value), place if value is not None else "") for key, value, place in rows]
    first, second = (max(len(safe(row[at])) for row in shown) for at in (0, 1))
    lines = [f"{safe(key):<{first}}  {safe(value):<{second}}  {safe(place)}".rstrip() for key, value, place in shown]
    head = f"Configuration: {safe(file)}" if file else "Configuration: none found, or none asked for."
    return "\n".join([head, "", *lines]) + "\n"


def words_of(value: Any) -> str:
    """A value in a line."""
    match value:
        case None:
            return NOT_SET
        case bool():
            return str(value).lower()
        case list():
            return ", ".join(map(str, value)) or "none"
        case _:
            return str(value)


def as_json(file: str, rows: Sequence[tuple[str, Any, str]]) -> str:
    """The settings for other programs."""
    settings = {key: {"value": value, "from": place if value is not None else None} for key, value, place in rows}
    return json.dumps({"file": file or None, "settings": settings}, indent=2, default=str) + "\n"
