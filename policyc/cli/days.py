"""Days on the command line: one form for all commands."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import click


class Day(click.ParamType[date]):
    """A day, written as in the policy language: 2018-09-01."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that was written; what is none is wrong use."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f'"{value}" is not a day; write it as 2018-09-01.', param, ctx)


as_of_option = click.option(
    "--as-of",
    "as_of",
    type=Day(),
    metavar="DATE",
    help="As the documents stand on this day: what is not in force then is left out, and named.",
)
"""``--as-of DATE``, for every command that weighs documents; the parameter is called ``as_of``."""
