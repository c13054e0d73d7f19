"""How much and how long: *for no longer than necessary for support*, *more records than necessary for support*."""

from __future__ import annotations

from dataclasses import replace

from policyc.model.document import Holds, Modality, Negation
from policyc.model.names import Kind
from policyc.resolve.belonging import narrower
from policyc.resolve.names import Unresolved
from policyc.resolve.parts import Parts, add_formula, capacities
from policyc.resolve.report import bare
from policyc.syntax import tree

MANNERS = frozenset({Kind.CONDITION})
PURPOSES = frozenset({Kind.PURPOSE})


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
    least = parts.names.find(tree.Name("minimum necessary", phrase.span), MANNERS)
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
