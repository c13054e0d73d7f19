"""What several findings have in common, so that one cure may do for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from policyc.render.html.anchors import Anchors, Target
from policyc.render.html.findings import FindingItem, Reference
from policyc.report.causes import Cause, root_causes
from policyc.report.run import Report


@dataclass(frozen=True, slots=True)
class SharedCause:
    """A cause in words, where the page shows it, and the findings that have it: always more than one."""

    words: str
    target: Target | None
    references: tuple[Reference, ...]


def label(cause: Cause, agreement: str | None) -> tuple[str, str, str]:
    """A cause in three parts, of which the outer two can be left out where its agreement is named beside it.

    >>> from policyc.source import Place
    >>> label(Cause("Clause 4 of “Deal”", Place("", 1, 1, 1, 1), (), "Deal", "4"), "Deal")
    ('', 'Clause 4', ' of “Deal”')
    """
    title = f"“{agreement}”"
    before, found, after = cause.words.partition(title)
    if not agreement or cause.agreement != agreement or not found:
        return "", cause.words, ""
    if after:
        return before + title + " ", after.strip(), ""
    return "", before.removesuffix(" of "), f" of {title}"


def shared_causes(report: Report, anchors: Anchors) -> dict[int, Cause]:
    """The cause of each finding that is not alone in having it, by the finding's position in the report."""
    alone = report.documents[0].title if len(report.documents) == 1 else None
    causes = [cause for cause in root_causes(report.findings) if len(cause.members) > 1]
    return {member: named(cause, anchors, alone) for cause in causes for member in cause.members}


def named(cause: Cause, anchors: Anchors, alone: str | None) -> Cause:
    """A cause as this report names it; a clause needs no title where its document is the only one, called ``alone``."""
    if cause.clause and cause.agreement == alone:
        return replace(cause, words=f"Clause {cause.clause}")
    target = anchors.at(cause.place)
    if target and not target.clause:
        return replace(cause, words=f"“{target.words}” as a whole")
    return cause


def listed_causes(items: Iterable[FindingItem], anchors: Anchors) -> Iterator[SharedCause]:
    """The causes that findings share, in the order of the gravest finding of each."""
    known: dict[Cause, list[Reference]] = {}
    for item in items:
        if item.cause:
            known.setdefault(item.cause, []).append(item.reference)
    for cause, references in known.items():
        yield SharedCause(cause.words, anchors.at(cause.place), tuple(references))
