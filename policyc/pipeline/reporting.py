"""Making the report that a user orders: read, check, hold against a baseline, and pour into a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from policyc.pipeline.baseline import Known, held_against
from policyc.pipeline.files import Inputs
from policyc.pipeline.law_texts import law_texts
from policyc.pipeline.run import Run, run_inputs
from policyc.pipeline.selection import EVERY_RULE, Selection
from policyc.pipeline.suppression.settle import Today


@dataclass(frozen=True, slots=True)
class Order:
    """How a report is to be made: as things stand on a day, by which rules, against which laws and baseline."""

    as_of: date | None = None
    today: Today | None = None
    laws: tuple[str, ...] = ()
    selection: Selection = EVERY_RULE
    known: Known | None = None


def reported(inputs: Inputs, order: Order) -> Run:
    """The run on what was read, with its report."""
    run = run_inputs(inputs, order.selection, order.as_of, order.today, order.laws)
    if order.known is None:
        return run
    return replace(run, report=held_against(run.report, order.known, order.selection.wants))


def page_of(run: Run) -> str:
    """The report of a run as an HTML page."""
    from policyc.render.html import render_html

    return render_html(run.report, texts_of(run))


def texts_of(run: Run) -> dict[str, str]:
    """The texts that the report of a run may quote, by path: those that were read, and the laws."""
    texts = [*run.inputs.sources, *(each.source for each in law_texts())]
    return {source.path: source.text for source in texts}
