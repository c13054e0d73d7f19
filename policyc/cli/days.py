"""Days on the command line: one form for all commands."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import click

from policyc.cli.output import Failure


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

today_option = click.option(
    "--today",
    type=Day(),
    metavar="DATE",
    help="Judge on this day whether a suppression has ended; else --as-of, SOURCE_DATE_EPOCH, or the clock (UTC).",
)
"""``--today DATE``, for commands that show what is suppressed."""

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable by which builds that are to come out alike name their time, in seconds since 1970."""


def day_of_judgement(today: date | None, as_of: date | None) -> Callable[[], date]:
    """How to learn the day on which suppressions with an end are judged; the clock is read only when it is asked."""

    def day() -> date:
        if named := today or as_of:
            return named
        seconds = os.environ.get(EPOCH)
        if not seconds:
            return datetime.now(UTC).date()
        try:
            return datetime.fromtimestamp(int(seconds), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise Failure(f'{EPOCH} is "{seconds}", which is no number of seconds since 1970.') from None

    return day
