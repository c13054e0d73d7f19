"""The report on two versions: every change as a page shows it, gravest first."""

from __future__ import annotations

from collections.abc import Iterator

from policyc import __version__
from policyc.analysis.difference.changes import Change
from policyc.pipeline.comparison import Comparison
from policyc.pipeline.files import Inputs
from policyc.pipeline.redline import causes, redlines
from policyc.pipeline.telling import (
    message,
    particulars,
    told_under,
    verdict_words,
    witness,
)
from policyc.pipeline.whole_documents import arrival_view, demand_view, moved_view, replaced_view
from policyc.render.difference.shape import ChangeView, DifferenceReport

RANK = {"looser": 0, "mixed": 1, "stricter": 2}
QUOTED = "turns on a condition that is only quoted, which nothing here checks"


def difference_report(comparison: Comparison, old: Inputs, new: Inputs) -> DifferenceReport:
    """All that there is to say on two versions."""
    changes = sorted(views(comparison), key=lambda each: RANK[each.direction])
    return DifferenceReport(
        version=__version__,
        old_paths=tuple(source.path for source in old.sources),
        new_paths=tuple(source.path for source in new.sources),
        agreements=tuple(pair.new.title for pair in comparison.pairing.pairs),
        notes=tuple(notes(comparison)),
        changes=tuple(changes),
        edited=comparison.found.edited,
        unchecked=comparison.unchecked,
    )


def views(comparison: Comparison) -> Iterator[ChangeView]:
    """Every change: of documents, of their days and parties, of clauses, of requirements."""
    yield from (arrival_view(each, comparison) for each in comparison.found.arrivals)
    yield from (moved_view(each, comparison) for each in comparison.moved)
    yield from (replaced_view(each) for each in comparison.replaced)
    yield from (change_view(each, comparison) for each in comparison.found.changes)
    yield from (demand_view(each) for each in comparison.found.demands)


def notes(comparison: Comparison) -> Iterator[str]:
    """What a reader must know of how the versions were compared."""
    for pair in comparison.pairing.pairs:
        if pair.renamed:
            yield (
                f'"{pair.old.title}" and "{pair.new.title}" were taken for one agreement: they share a party, and '
                "none else was left on either side."
            )
        if pair.old.status is not pair.new.status:
            yield f'"{pair.new.title}" was {pair.old.status.value} and is {pair.new.status.value} now.'
    for moved in comparison.moved:
        yield f'The clauses of "{moved.pair.new.title}" were compared as if its days had always been the new ones.'


# Clauses


def change_view(change: Change, comparison: Comparison) -> ChangeView:
    """A change of what may be done, or of a duty."""
    quoted = any(norm.quoted for norm in (*change.old, *change.new))
    return ChangeView(
        sort="verdict" if change.of_verdict else "terms",
        direction=change.direction.value,
        agreement=told_under(change).title,
        message=message(change, comparison),
        before=verdict_words(change.before),
        after=verdict_words(change.after),
        particulars=(*particulars(change), *([QUOTED] if quoted else [])),
        clauses=redlines(change, comparison),
        causes=causes(change, comparison),
        witness=witness(change, comparison),
    )
