"""``policyc rules``: the catalogue."""

from __future__ import annotations

import json
from itertools import groupby

import click

from policyc.cli import output
from policyc.render.paint import Line, columns, text_of
from policyc.rules.catalogue import Rule, rules


@click.command()
@click.option("--format", "name", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(name: str) -> None:
    """List the rules by family: what each finds, and how grave that usually is."""
    found = list(rules().values())
    click.echo(as_json(found) if name == "json" else as_text(found), nl=False)


def as_text(found: list[Rule]) -> str:
    """The rules, a line each, under their families."""
    lines: list[Line] = []
    for family, members in groupby(found, key=lambda rule: rule.family):
        rows = [(f"{rule.name} ({rule.severity.value})", rule.summary) for rule in members]
        lines += [[(family.capitalize(), "bold")], *columns(rows, output.width(), 2), []]
    return text_of(lines[:-1], output.colour())


def as_json(found: list[Rule]) -> str:
    """The rules for other programs, pages included."""
    entries = [
        {
            "name": rule.name,
            "family": rule.family,
            "severity": rule.severity.value,
            "summary": rule.summary,
            "page": rule.page.strip(),
        }
        for rule in found
    ]
    return json.dumps(entries, indent=2) + "\n"
