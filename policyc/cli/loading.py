"""From the paths of a command line to a run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policyc.cli.output import Failure
from policyc.pipeline.check import Checked, Settings, check_paths
from policyc.pipeline.files import Inputs, read_paths
from policyc.pipeline.selection import EVERY_RULE, Selection
from policyc.pipeline.suppression.settle import Today

if TYPE_CHECKING:
    from policyc.pipeline.run import Run

HERE = (".",)


def load(
    paths: Sequence[str],
    selection: Selection = EVERY_RULE,
    as_of: date | None = None,
    today: Today | None = None,
    laws: Sequence[str] = (),
) -> Run:
    """Read and check what some paths hold, the current folder where none is given; a missing path is a failure."""
    from policyc.pipeline.run import run_inputs

    return run_inputs(read(paths), selection, as_of, today, laws)


def read(paths: Sequence[str]) -> Inputs:
    """Read what some paths hold."""
    inputs = read_paths(paths or HERE)
    demand_all(inputs)
    return inputs


def check(paths: Sequence[str], settings: Settings, selection: Selection) -> Checked:
    """Check what some paths hold, the current folder where none is given; a missing path is a failure."""
    checked = check_paths(paths or HERE, settings, selection)
    demand_all(checked.inputs)
    return checked


def demand_all(inputs: Inputs) -> None:
    """Fail where a path that was given does not exist."""
    if inputs.missing:
        raise Failure("\n".join(missing_words(path) for path in inputs.missing))


def missing_words(path: str) -> str:
    """What is said of a path that does not exist, with the nearest name beside it."""
    folder = Path(path).parent
    beside = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    near = get_close_matches(Path(path).name, beside, n=1)
    hint = f' Did you mean "{(folder / near[0]).as_posix()}"?' if near else ""
    return f'There is no file or folder "{path}".{hint}'


def say_nothing_checked(paths: Sequence[str]) -> None:
    """Tell that there was nothing to check, and where policies were looked for."""
    from policyc.source import visible

    where = visible(", ".join(paths or ("the current folder",)))
    click.echo(f"policyc: nothing was checked: no readable file that ends in .policy in {where}.", err=True)
