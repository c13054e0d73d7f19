"""The laws that policyc ships: read when an agreement declares one, or a user asks for one; and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from policyc.analysis.facts import Facts
from policyc.model.document import Document, Workspace
from policyc.model.laws import brings_in
from policyc.pipeline.law_texts import LawText, law_texts
from policyc.pipeline.shipped import shipped_lexicon
from policyc.report import LawView
from policyc.resolve import resolve
from policyc.source import Source
from policyc.syntax import parse


def bring_in(workspace: Workspace, asked: Sequence[str] = ()) -> None:
    """Put into a workspace the laws that its agreements declare or a user asks for; none whose title a file bears."""
    declared = {name for each in workspace.agreements for name in (*each.under, *each.using)} | set(asked)
    workspace.asked = tuple(asked)
    if declared:
        own = {document.title.lower() for document in workspace.documents}
        found = [each for each in law_texts() if each.title.lower() not in own and is_meant(each, declared)]
        workspace.laws = tuple(law(each.source) for each in found)


def is_meant(text: LawText, names: Iterable[str]) -> bool:
    """Whether some names mean a shipped law."""
    return brings_in(text.title, text.under, names, shipped_lexicon())


def unknown(names: Iterable[str]) -> list[str]:
    """Those of some names that mean no law that policyc ships."""
    return [name for name in names if not any(is_meant(each, (name,)) for each in law_texts())]


@cache
def law(source: Source) -> Document:
    """A shipped law, read once a process."""
    tree, problems = parse(source)
    workspace, more = resolve([tree], shipped_lexicon())
    problems.extend(more)
    if problems.found or problems.unchecked or len(workspace.documents) != 1:
        raise RuntimeError(f"the shipped law {source.path} is broken: {problems.found or problems.unchecked}")
    return workspace.documents[0]


def law_views(facts: Facts) -> Iterator[LawView]:
    """What became of the shipped laws and each agreement, as a report shows it."""
    for each in facts.requirements.applications:
        place = each.agreement.origin.place
        counts = (each.asked, each.unmet, each.unweighed)
        yield LawView(each.agreement.title, place, each.law, each.held, each.why, *counts)
