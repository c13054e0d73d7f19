"""From the sentences between clauses to the model: which prevails, and which clauses outlive the end."""

from __future__ import annotations

from policyc.model.document import Document, Ranking, Side, Survival
from policyc.model.kinds import EVENTS
from policyc.model.names import Concept
from policyc.resolve.moments import length
from policyc.resolve.naming.names import Names, Unresolved
from policyc.resolve.ranges import labels_meant
from policyc.syntax import tree


def read_ranking(sentence: tree.Precedence, document: Document, names: Names) -> Ranking:
    """A precedence sentence."""
    higher, lower = (side(each, document, names) for each in (sentence.higher, sentence.lower))
    return Ranking(higher, lower, names.origin(sentence.span))


def side(target: tree.Target, document: Document, names: Names) -> Side:
    """One side of a precedence sentence; raises ``Unresolved``, reported, where nobody can tell what is meant."""
    title = target.title.text if target.title else None
    match target.kind:
        case "clauses" if title is not None:
            return Side("clauses", title=title, within=tuple(label.label for label in target.labels))
        case "clauses":
            return Side("clauses", labels_meant(target.labels, names))
        case "title":
            return Side("title", title=title)
        case "this agreement":
            return Side("this")
        case "any other agreement":
            return Side("other")
        case "the agreement":
            return Side("title", title=the_agreement(title or "", target, document, names))


def the_agreement(called: str, target: tree.Target, document: Document, names: Names) -> str:
    """The title of what a document calls *the agreement*: what it amends, or else a document that is so called."""
    if len(document.amends) == 1:
        return document.amends[0]
    if called.lower() != document.title.lower():
        return called
    names.reporter.error(
        "broken-sentence",
        names.origin(target.span),
        f"`the {called}` is the title of this agreement itself, and it is said to stand above or below itself.",
        'Name the other one by its title, in quotation marks: `prevails over "Master agreement"`.',
    )
    raise Unresolved


def read_survival(sentence: tree.Survival, label: str | None, names: Names) -> Survival:
    """A survival sentence with its events resolved; ``label`` is that of the clause in which it stands."""
    until = names.terms(sentence.until, EVENTS, "`until`").terms if sentence.until else ()
    lasting = length(sentence.duration) if sentence.duration else None
    events = tuple(term.value for term in until if isinstance(term.value, Concept))
    labels = own_label(sentence, label, names) or labels_meant(sentence.labels, names)
    return Survival(labels, sentence.all_but, lasting, events, names.origin(sentence.span))


def own_label(sentence: tree.Survival, label: str | None, names: Names) -> tuple[str, ...]:
    """The label of *this clause*; empty where others are named."""
    if [reference.label.lower() for reference in sentence.labels] != ["this"]:
        return ()
    own = sentence.label.text if sentence.label else label
    if own is not None:
        return (own,)
    names.reporter.error(
        "broken-sentence",
        names.origin(sentence.span),
        "`this clause` stands in a sentence without a number, so nobody can tell which clause survives.",
        'Give the clause its number, for example "7:", and write `Clause 7 survives termination.`',
    )
    raise Unresolved
