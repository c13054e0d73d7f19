"""``policyc explain``: the page of a rule."""

from __future__ import annotations

import click

from policyc.cli.selection import known_rule
from policyc.rules.catalogue import rules


@click.command()
@click.argument("rule")
def command(rule: str) -> None:
    """Show the page of RULE: what it finds, why that matters, examples, limits, references."""
    page = rules()[known_rule(rule.strip("[]"))]
    click.echo(f"{page.name} ({page.severity.value}, {page.family})\n\n{page.page.strip()}")
