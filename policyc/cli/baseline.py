"""``--baseline`` and ``--write-baseline``: what is known already, and what is to be known from now on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from click import UsageError

from policyc.cli import output
from policyc.pipeline.check import Checked
from policyc.pipeline.files import shown_path

if TYPE_CHECKING:
    from policyc.pipeline.baseline import Known


def read_baseline(name: str | None) -> Known | None:
    """What a baseline knows; None where none is given. One that cannot be read is a failure."""
    if name is None:
        return None
    from policyc.pipeline.baseline import Malformed, read

    try:
        return read(Path(name))
    except OSError as error:
        raise output.Failure(f"The baseline {name} cannot be read: {error.strerror or error}.") from None
    except Malformed as problem:
        raise output.Failure(
            f"{name} is no baseline ({problem}). Write it anew with `policyc check --write-baseline {name}`."
        ) from None


def against_baseline(
    checked: Checked, known: Known | None, wanted: Callable[[str], bool], target: str | None
) -> Checked:
    """A check held against a baseline; where one is to be written, it is, and the check is held against that."""
    if known is None and target is None:
        return checked
    if known is not None and target is not None:
        raise UsageError("Give --baseline or --write-baseline, not both.")
    from policyc.pipeline import baseline

    if target is not None:
        text = baseline.written(checked.report.findings)
        output.emit(text, target, checked.inputs.files.values())
        known = baseline.known(shown_path(target), text.encode())
    return replace(checked, report=baseline.held_against(checked.report, known, wanted)) if known else checked
