"""The resolver: every file's tree in, one workspace out, and a finding for each name that could not be resolved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from policyc.findings import Findings
from policyc.model.document import Document, Situation, Workspace
from policyc.model.lexicon import Lexicon
from policyc.resolve.documents import Section, read_header, read_scenario, read_section, sections
from policyc.resolve.failures import EVERY_NAME, broken_names
from policyc.resolve.lexicons import build_lexicon, built_in
from policyc.resolve.lifetimes import settle_lifetimes
from policyc.resolve.naming.names import OBJECTS, Names, Unresolved
from policyc.resolve.naming.sweeping import forget_unused
from policyc.resolve.references import (
    Labels,
    broken_labels,
    broken_titles,
    labels_in,
    report_dangling_labels,
    report_dangling_titles,
    report_repeated,
)
from policyc.resolve.report import Reporter, blame
from policyc.resolve.situations import resolve_situation
from policyc.source import Source
from policyc.syntax import tree


@dataclass(slots=True)
class Scoped:
    """A section with the scope of its file and the labels of sentences there that could not be read."""

    section: Section
    file_scope: Lexicon
    broken_labels: tuple[str, ...]


def resolve_shipped(trees: list[tree.Tree]) -> tuple[Lexicon, Findings]:
    """The lexicon of the vocabularies that policyc ships: all one scope, always there."""
    reporter = Reporter()
    definitions = [pair for parsed in trees for section in sections(parsed) for pair in section.definitions()]
    lexicon = build_lexicon(
        "the vocabulary that policyc ships", definitions, (built_in(),), reporter, legal_names=False
    )
    headers = (each for parsed in trees for each in parsed.sentences if isinstance(each, tree.Header))
    lexicon.titles = {header.title.text.lower() for header in headers}
    return lexicon, reporter.findings


def resolve(trees: list[tree.Tree], shipped: Lexicon) -> tuple[Workspace, Findings]:
    """Resolve every file of a run into one workspace."""
    reporter = Reporter()
    workspace = Workspace([], shipped)
    scoped = [item for parsed in trees for item in scope_file(parsed, shipped, reporter)]
    vocabularies = build_vocabularies(scoped, reporter)
    scopes = [item.file_scope for item in scoped if item.section.header is None]
    workspace.scopes += [*scopes, *vocabularies.values()]
    for item in scoped:
        resolve_section(item, vocabularies, workspace, reporter)
    report_same_titles(workspace, reporter)
    report_dangling_titles(workspace, [title for parsed in trees for title in broken_titles(parsed)], reporter)
    settle_lifetimes(workspace)
    return workspace, reporter.findings


def scope_file(parsed: tree.Tree, shipped: Lexicon, reporter: Reporter) -> list[Scoped]:
    """The sections of a file within the file's own scope."""
    loose, *headed = sections(parsed)
    around = Lexicon(parsed.source.path, (shipped,), failed=broken_names(parsed))
    scope = build_lexicon(parsed.source.path, loose.definitions(), (around,), reporter, legal_names=True)
    labels = tuple(broken_labels(parsed))
    return [Scoped(section, scope, labels) for section in (loose, *headed)]


def build_vocabularies(scoped: list[Scoped], reporter: Reporter) -> dict[str, Lexicon]:
    """The vocabularies of the workspace by title, in lower case; a second one of a title is a finding."""
    found: dict[str, Lexicon] = {}
    for item in scoped:
        header = item.section.header
        if header is None or header.kind != "vocabulary":
            continue
        title = header.title.text
        outer = (item.file_scope,)
        lexicon = build_lexicon(title, item.section.definitions(), outer, reporter, legal_names=False)
        found.setdefault(title.lower(), lexicon)
    return found


def resolve_section(item: Scoped, vocabularies: dict[str, Lexicon], workspace: Workspace, reporter: Reporter) -> None:
    """Resolve one section into a document of the workspace, or into scenarios that stand in none."""
    section, header = item.section, item.section.header
    if header is None:
        read_loose(item, workspace, reporter)
        return
    if header.kind == "vocabulary":
        lexicon = vocabularies[header.title.text.lower()]
    else:
        used = [phrase.names for phrase in header.phrases if phrase.word == "using" and phrase.names]
        titles = [title.text.lower() for names in used for title in names.items]
        outer = (item.file_scope, *(vocabularies.get(title) or absent(title, workspace) for title in titles))
        lexicon = build_lexicon(header.title.text, section.definitions(), outer, reporter, legal_names=True)
        workspace.scopes.append(lexicon)
    names = Names(lexicon, section.source, reporter)
    document = read_header(header, lexicon, names)
    read_section(section, document, names)
    forget_unused(document)
    workspace.documents.append(document)
    report_labels(item, document, reporter)


def absent(title: str, workspace: Workspace) -> Lexicon:
    """What stands for a vocabulary that is not among the files: any name may be missing for its sake."""
    return Lexicon(title, failed=set() if title in workspace.shipped.titles else {EVERY_NAME})


def report_labels(item: Scoped, document: Document, reporter: Reporter) -> None:
    """Report labels of a document that two clauses bear, or that none does."""
    labels = labels_in(item.section.sentences)
    report_repeated(labels, item.section.source, reporter)
    report_dangling_labels(document, Labels([*(label.text for label in labels), *item.broken_labels]), reporter)


def report_same_titles(workspace: Workspace, reporter: Reporter) -> None:
    """Two documents of one title cannot be told apart where titles are looked up."""
    first: dict[str, Document] = {}
    for document in workspace.documents:
        rival = first.setdefault(document.title.lower(), document)
        if rival is not document:
            reporter.error(
                "duplicate-name",
                document.origin,
                f'Two documents are called "{document.title}"; sentences that name it could mean either.',
                "Give one of them another title, for example with its date.",
                blame(rival.origin, "the other document"),
            )


def read_loose(item: Scoped, workspace: Workspace, reporter: Reporter) -> None:
    """Read the sentences before the first header: definitions and scenarios; a clause there is a finding."""
    names = Names(item.file_scope, item.section.source, reporter)
    for sentence in item.section.sentences:
        if isinstance(sentence, tree.Definition):
            continue
        origin = names.origin(sentence.span)
        try:
            if isinstance(sentence, tree.Scenario):
                scenario = read_scenario(sentence, names)
                workspace.loose_scenarios.append((names.source.path, item.file_scope, scenario))
                continue
        except Unresolved:
            reporter.not_carried(origin, "a scenario that is not understood")
            continue
        reporter.error(
            "broken-sentence",
            origin,
            "This sentence belongs to no document, so it binds nobody.",
            'Begin the document first, for example: agreement "Title" between Facebook and Chase.',
        )
        reporter.not_carried(origin, "a sentence outside any document")


def resolve_question(
    question: tree.Question, lexicon: Lexicon, source: Source, what: str = ""
) -> tuple[Situation | None, Findings]:
    """The situation that a question asks about; ``what`` names the kind of thing that it asks for, if it says one."""
    reporter = Reporter()
    names = Names(lexicon, source, reporter)
    try:
        situation = resolve_situation(question.words, question.phrases, names)
        if what and situation.object is None:
            asked = tree.Names((tree.Name(what, question.span),), None, question.span)
            situation = replace(situation, object=names.terms(asked, OBJECTS, "a question"))
        return situation, reporter.findings
    except Unresolved:
        return None, reporter.findings
