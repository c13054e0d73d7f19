"""The option that holds a shipped law against every agreement, whether it declares the law or not."""

from __future__ import annotations

import click

from policyc.cli.output import Failure
from policyc.pipeline.law_texts import law_texts


def known_laws(context: click.Context, parameter: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names as given; fails on one that means no law that policyc ships."""
    titles = {each.title.lower() for each in law_texts()} if names else set()
    others = [name for name in names if name.lower() not in titles]
    if others:
        from policyc.pipeline.laws import unknown

        for name in unknown(others):
            shipped = ", ".join(f'"{each.title}"' for each in law_texts())
            raise Failure(f'policyc ships no requirements of a law called "{name}". It ships {shipped}.')
    return names


law_option = click.option(
    "--law",
    "laws",
    multiple=True,
    metavar="LAW",
    callback=known_laws,
    help='Hold this law against every agreement, declared or not, such as "GDPR Art. 28"; repeatable.',
)
