"""Labels and titles that sentences name: those that nothing bears, and labels that two clauses bear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from policyc.findings import Severity
from policyc.model.document import Document, Provision, Workspace, label_parts
from policyc.model.lexicon import Origin
from policyc.resolve.report import Reporter, blame
from policyc.source import Source
from policyc.syntax import tree

LABEL = re.compile(r"\s*(?P<label>[^\W_][\w-]*(?:\.[\w-]+|\([\w-]+\))*):\s")
TITLE = re.compile(r'\s*(?:agreement|policy|vocabulary)\s*"(?P<title>[^"]*)"', re.IGNORECASE)
Parts = tuple[str, ...]


class Labels:
    """The labels of a document, as written, and whether a reference means one of them: ``4`` means 4, 4.1 and 4(a)."""

    def __init__(self, written: Iterable[str]) -> None:
        """Collect every beginning of every label."""
        self.written = {label_parts(label): label for label in written}
        self._beginnings = {parts[:end] for parts in self.written for end in range(1, len(parts) + 1)}

    def bears(self, reference: str) -> bool:
        """Whether a reference means a clause."""
        return label_parts(reference) in self._beginnings

    def near(self, reference: str) -> str | None:
        """The label nearest to a reference."""
        known = {" ".join(parts): label for parts, label in self.written.items()}
        found = get_close_matches(" ".join(label_parts(reference)), known, n=1, cutoff=0.5)
        return known[found[0]] if found else None


def labels_in(sentences: Iterable[tree.Sentence]) -> list[tree.Label]:
    """The labels of some sentences, in order; also of those that could not be carried into the model."""
    return [label for sentence in sentences if (label := getattr(sentence, "label", None))]


def broken_labels(parsed: tree.Tree) -> list[str]:
    """The labels that stand before sentences that could not be read."""
    return [found["label"] for found in starts(parsed, LABEL)]


def broken_titles(parsed: tree.Tree) -> list[str]:
    """The titles of documents whose header could not be read."""
    return [found["title"] for found in starts(parsed, TITLE)]


def starts(parsed: tree.Tree, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """How the sentences begin that could not be read, where they begin in a certain way."""
    for span in parsed.broken:
        if found := pattern.match(parsed.source.text, *span):
            yield found


# Labels


def report_repeated(labels: list[tree.Label], source: Source, reporter: Reporter) -> None:
    """Report a label that comes again after another one: who names it may mean either clause."""
    first: dict[Parts, tree.Label] = {}
    last: Parts | None = None
    for label in labels:
        parts = label_parts(label.text)
        if parts in first and parts != last:
            reporter.error(
                "repeated-label",
                Origin(source, label.span),
                f"Two clauses are numbered {label.text}, and others stand between them; who names {label.text} may "
                "mean either.",
                "Give each its own number; sentences of one clause follow one another.",
                blame(Origin(source, first[parts].span), "the other clause"),
            )
        first.setdefault(parts, label)
        last = parts


def report_dangling_labels(document: Document, labels: Labels, reporter: Reporter) -> None:
    """Report each label that a sentence of a document names and that no clause bears."""
    for origin, words, references in named_labels(document):
        for reference in dict.fromkeys(references):
            if not labels.bears(reference):
                report_label(reference, origin, words, labels, reporter)


def report_label(reference: str, origin: Origin, words: str, labels: Labels, reporter: Reporter) -> None:
    """Report one label that no clause bears."""
    near = labels.near(reference)
    reporter.error(
        "dangling-reference",
        origin,
        f"{words} {reference}, and no clause here bears that number.",
        f'Did you mean {near}? Otherwise number the clause that is meant "{reference}:".'
        if near
        else f'Number the clause that is meant, for example "{reference}:", or take the reference out.',
    )


def named_labels(document: Document) -> Iterator[tuple[Origin, str, tuple[str, ...]]]:
    """Each sentence of a document that names labels: where, how it does, and which."""
    for clause in document.clauses:
        yield from labels_of(clause.provision, clause.origin)
    for requirement in document.requirements:
        for provision in (requirement.provision, *requirement.alternatives):
            yield from labels_of(provision, requirement.origin)
    for ranking in document.rankings:
        yield ranking.origin, "The order speaks of clause", ranking.higher.labels + ranking.lower.labels
    for survival in document.survivals:
        yield survival.origin, "What survives speaks of clause", survival.labels
    if document.kind == "agreement":
        for scenario in document.scenarios:
            yield scenario.origin, "The scenario expects clause", scenario.by


def labels_of(provision: Provision, origin: Origin) -> Iterator[tuple[Origin, str, tuple[str, ...]]]:
    """The labels that a provision, or what it ensures, prevails over and yields to."""
    yield origin, "This clause prevails over", provision.outranks
    yield origin, "This clause is subject to", provision.yields_to
    if provision.ensured:
        yield from labels_of(provision.ensured, origin)


# Titles

BELONGING = ("incorporates", "amends")
"""How a document names what is part of the same agreement."""


def report_dangling_titles(workspace: Workspace, broken: Iterable[str], reporter: Reporter) -> None:
    """Report each title that a document names and that the workspace lacks.

    Without a vocabulary that it uses a document cannot be read as meant: an error. Terms that it incorporates, or
    that it amends, are often not at hand: a note, and counted as not checked.
    """
    written = {document.title.lower(): document.title for document in workspace.documents}
    known = {*written, *(title.lower() for title in broken), *workspace.shipped.titles}
    for document in workspace.documents:
        told = set(known)
        for verb, titles, severity in named_titles(document):
            for title in titles:
                if title.lower() not in told:
                    told.add(title.lower())
                    report_title(title, verb, severity, document, written, reporter)
                    if verb in BELONGING:
                        reason = f'what "{document.title}" {verb}, "{title}", is not among the files'
                        reporter.not_weighed(document.origin, reason)


def report_title(
    title: str, verb: str, severity: Severity, document: Document, written: dict[str, str], reporter: Reporter
) -> None:
    """Report one title that no document bears."""
    near = get_close_matches(title.lower(), written, n=1, cutoff=0.7)
    hint = f'Did you mean "{written[near[0]]}"? ' if near else ""
    reporter.report(
        severity,
        "dangling-reference",
        document.origin,
        f'"{document.title}" {verb} "{title}", and no document of that title is among the files.',
        f"{hint}Give the file that holds it to policyc as well.",
    )


def named_titles(document: Document) -> Iterator[tuple[str, tuple[str, ...], Severity]]:
    """The titles that a document names: how, which, and how grave it is when one is not at hand."""
    yield "uses", document.using, Severity.ERROR
    yield "incorporates", document.incorporates, Severity.NOTE
    yield "amends", document.amends, Severity.NOTE
    yield "replaces", document.replaces, Severity.NOTE
    sides = [side for ranking in document.rankings for side in (ranking.higher, ranking.lower)]
    yield "is ranked with", tuple(dict.fromkeys(side.title for side in sides if side.title)), Severity.NOTE
