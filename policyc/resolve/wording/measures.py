"""How much and how long: *for no longer than necessary for support*, *more records than necessary for support*."""

from __future__ import annotations

from dataclasses import replace

from policyc.model.document import Holds, Modality, Negation
from policyc.model.kinds import CONDITIONS, PURPOSES
from policyc.resolve.naming.belonging import narrower
from policyc.resolve.naming.names import Names, Unresolved
from policyc.resolve.parts import Parts, add_formula, capacities
from policyc.resolve.report import bare
from policyc.syntax import tree


def read_measure(phrase: tree.NamePhrase, parts: Parts, modality: Modality) -> None:
    """``for no longer than necessary for support`` closes; ``more than necessary for support`` is forbidden."""
    longer = phrase.word == "for no longer than necessary for"
    banned = modality in (Modality.BAN, Modality.RELEASE)
    if longer is banned or phrase.mode in ("except", "even"):
        refuse_measure(phrase, parts)
    if longer:
        beyond = capacities(replace(phrase, word="for longer than necessary for"), parts, PURPOSES)
        add_formula(parts, "if", Negation(beyond), phrase.span, "only")
        return
    least = parts.names.find(tree.Name("minimum necessary", phrase.span), CONDITIONS)
    if least is None:
        add_formula(parts, "", capacities(phrase, parts, PURPOSES), phrase.span)
        return
    terms = parts.names.terms(phrase.names, PURPOSES, "`necessary for`")
    text = f"minimum necessary for {' or '.join(bare(term.text) for term in terms.terms)}"
    narrow = narrower(least, text, None, parts.names.lexicon, parts.names.origin(phrase.span))
    add_formula(parts, "without", Holds(narrow, text), phrase.span, outside=True)


def refuse_measure(phrase: tree.NamePhrase, parts: Parts) -> None:
    """Report a measure that says no twice, or not at all; raises ``Unresolved``."""
    words = parts.names.origin(phrase.span).words
    parts.names.reporter.error(
        "broken-sentence",
        parts.names.origin(phrase.span),
        f"`{words}` leaves open here what is forbidden.",
        "Write `may … for no longer than necessary for …`, or `must not … for longer than necessary for …`, or "
        "`must not … more … than necessary for …`.",
    )
    raise Unresolved


def without_more(statement: tree.Statement, names: Names) -> tree.Statement:
    """``more records than necessary for support``: the records; how much is said by the phrase."""
    act = statement.act
    if act is None or act.object is None or not any(is_beyond(part) for part in statement.phrases):
        return statement
    first = act.object.items[0]
    words = first.text.split()
    if isinstance(first, tree.Quote) or len(words) < 2 or words[0].lower() != "more":
        return statement
    items = (names.part(first, 1, len(words)), *act.object.items[1:])
    return replace(statement, act=replace(act, object=replace(act.object, items=items)))


def is_beyond(part: tree.Phrase) -> bool:
    """Whether a phrase says beyond which measure something is done."""
    return isinstance(part, tree.NamePhrase) and part.word == "than necessary for"
