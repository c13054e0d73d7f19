"""``policyc show``: what a file becomes on its way."""

from __future__ import annotations

import click

from policyc.cli.codes import code_of
from policyc.cli.loading import load, say_nothing_checked
from policyc.pipeline.shapes import SHAPES
from policyc.render.shape import render_shape


@click.command()
@click.argument("shape", type=click.Choice(list(SHAPES)))
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(context: click.Context, shape: str, paths: tuple[str, ...], name: str) -> None:
    """Show what FILE becomes on its way through policyc.

    \b
    tree   its sentences as they were read
    model  its documents with every name resolved
    norms  what each clause permits, forbids and requires, as regions
    facts  contradictions, flows, needs and silence
    """
    run = load(paths)
    click.echo(render_shape(SHAPES[shape](run.examination), name == "json"), nl=False)
    if not run.report.paths:
        say_nothing_checked(paths)
    context.exit(code_of(run.report, None))
