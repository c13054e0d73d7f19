"""From the sentences of files to documents: headers, clauses, the order between clauses, requirements, scenarios."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace

from policyc.model.document import (
    Clause,
    Document,
    Provision,
    Quotation,
    Requirement,
    Scenario,
    Selection,
    Status,
    TermLimit,
)
from policyc.model.kinds import PERSONS
from policyc.model.lexicon import Lexicon
from policyc.model.names import Concept
from policyc.resolve.between import read_ranking, read_survival
from policyc.resolve.happening.each_party import for_each_party
from policyc.resolve.happening.subjects import with_subject
from policyc.resolve.happening.theirs import with_theirs
from policyc.resolve.in_force import settle_term
from policyc.resolve.joining.choosing import chosen
from policyc.resolve.joining.each_other import with_each_other
from policyc.resolve.joining.moments_apart import moments_apart
from policyc.resolve.joining.of_again import with_of_again
from policyc.resolve.joining.prolonging import prolonged
from policyc.resolve.joining.such import with_such
from policyc.resolve.moments import length
from policyc.resolve.naming.names import OBJECTS, Names, Unresolved
from policyc.resolve.parting.besides import with_further_acts
from policyc.resolve.parting.interposed import divided
from policyc.resolve.parting.settling import owner_of, settled
from policyc.resolve.parting.spread import spread
from policyc.resolve.parting.whoever import with_description
from policyc.resolve.ranges import labels_meant
from policyc.resolve.references import LABEL, labels_in
from policyc.resolve.situations import resolve_situation
from policyc.resolve.statements import resolve_statement
from policyc.resolve.wording.binding import meant, parted
from policyc.resolve.wording.handing import with_ensured
from policyc.resolve.wording.licensed import licensed
from policyc.resolve.wording.manners import with_fronted
from policyc.source import Source, Span
from policyc.syntax import tree

STATUSES = {"live": Status.LIVE, "proposed": Status.PROPOSED, "template": Status.TEMPLATE}


@dataclass(slots=True)
class Section:
    """A document's sentences: its header, or none for what stands before the first header of a file.

    ``broken`` holds the spans of those that could not be read.
    """

    source: Source
    header: tree.Header | None
    sentences: list[tree.Sentence] = field(default_factory=list)
    broken: list[Span] = field(default_factory=list)

    def definitions(self) -> list[tuple[Source, tree.Definition]]:
        """The definition sentences."""
        return [(self.source, item) for item in self.sentences if isinstance(item, tree.Definition)]


def sections(parsed: tree.Tree) -> list[Section]:
    """The parts of a file, the one before its first header included."""
    found = [Section(parsed.source, None)]
    for sentence in parsed.sentences:
        if isinstance(sentence, tree.Header):
            found.append(Section(parsed.source, sentence))
        else:
            found[-1].sentences.append(sentence)
    for span in sorted(parsed.broken):
        before = [each for each in found if each.header is None or each.header.span[0] <= span[0]]
        before[-1].broken.append(span)
    return found


def read_header(header: tree.Header, lexicon: Lexicon, names: Names) -> Document:
    """A document with what its header says."""
    document = Document(header.kind, header.title.text, names.origin(header.span), lexicon)
    for phrase in header.phrases:
        read_header_phrase(phrase, document, names)
    return document


def read_header_phrase(phrase: tree.HeaderPhrase, document: Document, names: Names) -> None:
    """Read one phrase of a header into its document."""
    titles = tuple(item.text for item in phrase.names.items) if phrase.names else ()
    match phrase.word:
        case "between":
            names.parties = document.parties = read_parties(phrase, names)
        case "from":
            document.start = phrase.date.day if phrase.date else None
        case "until":
            document.end = phrase.date.day if phrase.date else None
        case "live" | "proposed" | "template":
            document.status = STATUSES[phrase.word]
        case "using":
            document.using += titles
        case "under":
            document.under += titles
        case "amends":
            document.amends += titles
        case "replaces":
            document.replaces += titles
        case "incorporates":
            document.incorporates += titles
        case "per":
            document.per = quotation(phrase.per)


def read_parties(phrase: tree.HeaderPhrase, names: Names) -> tuple[Concept, ...]:
    """The parties of an agreement; those that are not declared are reported and left out."""
    found: list[Concept] = []
    for item in phrase.names.items if phrase.names else ():
        try:
            value = names.term(item, PERSONS, "`between`").value
        except Unresolved:
            names.reporter.not_carried(names.origin(item.span), "a party that is not declared")
            continue
        if isinstance(value, Concept):
            found.append(value)
    return tuple(found)


def quotation(per: tree.Per | None) -> Quotation | None:
    """Who says so, as the model holds it."""
    return Quotation(per.who.text, per.words.text if per.words else None) if per else None


def read_section(section: Section, document: Document, names: Names) -> None:
    """Read the sentences of a document; a sentence that cannot be carried is counted."""
    document.skipped += len(section.broken)
    names.labels = labels_of(section)
    label: str | None = None
    unread = deque(section.broken)
    for sentence in section.sentences:
        while unread and unread[0] < sentence.span:
            found = LABEL.match(section.source.text, *unread.popleft())
            label = found["label"] if found else label
        if isinstance(sentence, tree.Clause) and sentence.label:
            label = sentence.label.text
        elif isinstance(sentence, tree.Definition):
            continue
        try:
            read_sentence(sentence, label, document, names)
        except Unresolved:
            document.skipped += 1
            names.reporter.not_carried(names.origin(sentence.span), "a sentence that is not understood")
        if not isinstance(sentence, tree.Clause):
            label = None
    settle_term(section.sentences, document, names)


def labels_of(section: Section) -> tuple[str, ...]:
    """The labels of a document, also those of sentences that could not be read."""
    broken = [found["label"] for span in section.broken if (found := LABEL.match(section.source.text, *span))]
    return (*(label.text for label in labels_in(section.sentences)), *broken)


def read_sentence(sentence: tree.Sentence, label: str | None, document: Document, names: Names) -> None:
    """Read one sentence into its document."""
    origin = names.origin(sentence.span)
    match sentence:
        case tree.Clause():
            names.owner = owner_of(sentence.statement) or names.owner
            statement = with_of_again(sentence.statement, sentence.span, names)
            names.hear(statement, anew=sentence.label is not None or label is None)
            for one in for_each_party(addressed(statement, names), names):
                at = names.origin(sentence.span)
                document.clauses += [Clause(label, provision, at) for provision in provided(one, names)]
        case tree.Precedence():
            document.rankings.append(read_ranking(sentence, document, names))
        case tree.StricterPrevails():
            document.stricter_prevails.append(origin)
        case tree.Survival():
            document.survivals.append(read_survival(sentence, label, names))
        case tree.Requirement():
            document.requirements += read_requirements(sentence, names)
        case tree.TermLimit():
            document.term_limits.append(read_term_limit(sentence, names))
        case tree.Scenario():
            document.scenarios.append(read_scenario(sentence, names))
        case _:
            pass


def provisions(statement: tree.Statement, names: Names) -> list[Provision]:
    """What a sentence provides, each act on its own."""
    return provided(addressed(statement, names), names)


def addressed(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement that says who acts."""
    statement = with_description(statement, names)
    return with_subject(with_such(with_fronted(statement, names), names), names)


def provided(statement: tree.Statement, names: Names) -> list[Provision]:
    """What a statement provides that says who acts, each act on its own."""
    return [each for one in with_each_other(statement, names) for each in of_those_who_act(one, names)]


def of_those_who_act(statement: tree.Statement, names: Names) -> list[Provision]:
    """What a statement provides of those who act in it, each act on its own."""
    names.owner = owner_of(statement) or names.owner
    statement = with_theirs(with_further_acts(with_ensured(statement, names), names), names)
    timed: list[tuple[tree.Statement, int]] = []
    for part in (each for one in licensed(statement, names) for each in divided(one, names)):
        parts = [each for one in chosen(part.statement, names) for each in parted(one, names)]
        said = [each for one in parts for each in spread(settled(meant(one, names), names), names)]
        for each in said:
            either = each.either or part.either
            for at, moment in enumerate(moments_apart(each.statement, names), 1):
                timed += [(one, at if either else 0) for one in prolonged(moment, names)]
    return [replace(resolve_statement(one, names), either=either) for one, either in timed]


def read_requirements(sentence: tree.Requirement, names: Names) -> list[Requirement]:
    """What a sentence requires, each act on its own, with its selectors and provision resolved."""
    selections = tuple(read_selection(selector, names) for selector in sentence.selectors)
    required = with_of_again((sentence.statement, *sentence.alternatives), sentence.span, names)
    provided = [provisions(each, names) for each in required]
    label = sentence.label.text if sentence.label else None
    origin = names.origin(sentence.span)
    if len(provided) > 1 and any(len(each) > 1 for each in provided):
        names.reporter.error(
            "broken-sentence",
            origin,
            "An alternative of a requirement says several things at once.",
            "Write a requirement for each.",
        )
        raise Unresolved
    alternatives = tuple(each[0] for each in provided[1:])
    return [Requirement(label, sentence.negative, selections, made, origin, alternatives) for made in provided[0]]


def read_term_limit(sentence: tree.TermLimit, names: Names) -> TermLimit:
    """How long agreements may last, with its selectors resolved."""
    selections = tuple(read_selection(selector, names) for selector in sentence.selectors)
    label = sentence.label.text if sentence.label else None
    longest = length(sentence.duration)
    return TermLimit(label, selections, longest, quotation(sentence.per), names.origin(sentence.span))


def read_selection(selector: tree.Selector, names: Names) -> Selection:
    """One selector of a requirement."""
    if selector.word == "under":
        return Selection("under", None, None, tuple(item.text for item in selector.names.items), False)
    kinds = OBJECTS if selector.word == "about" else PERSONS
    terms = names.terms(selector.names, kinds, f"`{selector.word}`")
    are = names.terms(selector.kinds, PERSONS, "`where … is`") if selector.kinds else None
    return Selection(selector.word, terms, are, (), selector.negated)


def read_scenario(sentence: tree.Scenario, names: Names) -> Scenario:
    """A scenario with its situation resolved."""
    situation = resolve_situation(sentence.words, sentence.phrases, names)
    by = labels_meant(sentence.by, names)
    return Scenario(sentence.title.text, situation, sentence.verdict, by, names.origin(sentence.span))
