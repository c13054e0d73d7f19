"""``policyc vocabulary``: what the shipped names mean."""

from __future__ import annotations

import click

from policyc.cli import output
from policyc.pipeline.lookup import kinds, look_up, near_names
from policyc.pipeline.shipped import shipped_lexicon
from policyc.render.vocabulary import render_kinds, render_names


@click.command()
@click.argument("name", nargs=-1)
def command(name: tuple[str, ...]) -> None:
    """Tell what NAME means, what it is a kind of, what it needs, serves or reveals, and where it is defined.

    Without a NAME, list the kinds of names that there are.
    """
    lexicon, width, colour = shipped_lexicon(), output.width(), output.colour()
    if not name:
        click.echo(render_kinds(kinds(lexicon), width, colour), nl=False)
        return
    wanted = " ".join(name)
    views = look_up(wanted, lexicon)
    if not views:
        near = near_names(wanted, lexicon)
        hint = f" Near it are: {', '.join(near)}." if near else ""
        raise output.Failure(f'The vocabulary has no name "{wanted}".{hint}')
    click.echo(render_names(views, width, colour), nl=False)
