"""Words that many rules share: clauses by number, tense by status, acts and severities."""

from __future__ import annotations

from collections.abc import Iterable

from policyc.analysis.facts import Facts
from policyc.analysis.words import SOMEBODY, listed, phrases, scenario_words, third_person, told_words
from policyc.findings import Evidence, Severity
from policyc.model.document import Dimension, Document, Status, Term
from policyc.model.names import Concept
from policyc.norms.concepts import NONE
from policyc.norms.norm import Norm
from policyc.norms.region import DAWN, DURING, Point, Side
from policyc.rules.evidence import names, quote

ELSEWHERE = f"in {SOMEBODY[Side.PLACE]}"
SPOKEN = {
    Dimension.PEOPLE: Side.PEOPLE,
    Dimension.COUNTERPARTY: Side.COUNTERPARTY,
    Dimension.PURPOSE: Side.PURPOSE,
    Dimension.PLACE: Side.PLACE,
    Dimension.SOURCE: Side.SOURCE,
}


def proposed(document: Document) -> bool:
    """Whether a document is only proposed, so that findings say *would*."""
    return document.status is Status.PROPOSED


def by_clause(norms: Iterable[Norm]) -> list[Norm]:
    """One norm of each clause, in the order of the norms."""
    first: dict[int, Norm] = {}
    for norm in norms:
        first.setdefault(id(norm.clause), norm)
    return list(first.values())


def clauses(norms: Iterable[Norm], beside: Document | None = None) -> str:
    """Clauses by number, with their agreement's title unless they stand in the one that is spoken of.

    For example ``clause 4.2``, ``clauses 3 and 8 of "Account linking"``, ``line 12``.
    """
    groups: dict[int, list[Norm]] = {}
    for norm in by_clause(norms):
        groups.setdefault(id(norm.document), []).append(norm)
    return listed(in_one(group, group[0].document is not beside) for group in groups.values())


def in_one(norms: list[Norm], titled: bool) -> str:
    """Clauses of one agreement by number."""
    labels = list(dict.fromkeys(norm.clause.label for norm in norms if norm.clause.label))
    lines = [norm.clause.name for norm in norms if not norm.clause.label]
    numbered = [f"clause{'s' if len(labels) > 1 else ''} {listed(labels)}"] if labels else []
    return listed(numbered + lines) + (f' of "{norms[0].document.title}"' if titled else "")


def plural_clauses(norms: Iterable[Norm]) -> bool:
    """Whether several clauses are meant, so that their verb is plural."""
    return len({(id(norm.document), norm.clause.name) for norm in norms}) > 1


def quoted_each(norms: Iterable[Norm], message: str) -> tuple[Evidence, ...]:
    """Each clause of some norms as evidence, once."""
    return tuple(quote(norm, message) for norm in by_clause(norms))


def capped(severity: Severity, norms: Iterable[Norm]) -> Severity:
    """At most a warning where the norms stand in several agreements, or hinge on quoted words."""
    known = list(norms)
    apart = len({id(norm.document) for norm in known}) > 1
    return severity.at_most(Severity.WARNING) if apart or any(norm.quoted for norm in known) else severity


def sentence(text: str) -> str:
    """Words as a sentence begins."""
    return text[:1].upper() + text[1:]


def plural(concepts: Iterable[Concept]) -> bool:
    """Whether names take a plural verb: there are several, or the one ends like a plural."""
    known = list(concepts)
    last = known[-1].text.lower() if known else ""
    return len(known) > 1 or (last.endswith("s") and not last.endswith(("ss", "us", "is"))) or last.endswith("data")


def does(who: Iterable[Concept], what: str) -> str:
    """A verb as some persons do it: ``share`` where they are several, ``shares`` where one."""
    return what if plural(who) else third_person(what)


def acts(norms: Iterable[Norm]) -> str:
    """What some clauses are about doing, in their own words: ``use or disclose``."""
    return listed(dict.fromkeys(word for norm in norms for word in verbs(norm)), "or")


def verbs(norm: Norm) -> list[str]:
    """The acts of a norm as its clause has them."""
    return [term.text.lower() for term in norm.provision.actions.terms if term.value in norm.actions]


def persons(concepts: tuple[Concept, ...], mask: int) -> str:
    """The takers or givers of a flow in words."""
    return names(concepts) if concepts and mask > 0 else "anyone"


def purposes_as_written(norms: Iterable[Norm]) -> str:
    """The purposes that some clauses name, in the words of their writer; of *any purpose except* those left out."""
    limits = [limit for norm in norms for limit in norm.provision.limits if limit.dimension is Dimension.PURPOSE]
    named = [limit for limit in limits if limit.mode != "except"] or limits
    terms = [term for limit in named if limit.names for term in limit.names.terms]
    words = listed(dict.fromkeys(inner.text for term in terms for inner in (term.minus if is_any(term) else (term,))))
    spared = [term.text for limit in limits if limit not in named and limit.names for term in limit.names.terms]
    return f"{words} except for {listed(dict.fromkeys(spared))}" if spared else words


def is_any(term: Term) -> bool:
    """Whether a name is *any purpose*, with some left out."""
    return bool(term.minus) and isinstance(term.value, Concept) and term.value.is_root


def verb(norms: Iterable[Norm], third_person: str, plain: str) -> str:
    """A verb for some clauses: plural or not, with *would* where they are only proposed."""
    known = list(norms)
    if all(proposed(norm.document) for norm in known):
        return f"would {plain}"
    return plain if plural_clauses(known) else third_person


def said(*norms: Norm) -> frozenset[Side]:
    """The sides that some clauses speak of."""
    sides = {Side.BEARER, Side.ACTION}
    for norm in norms:
        sides |= {SPOKEN[limit.dimension] for limit in norm.provision.limits if limit.dimension in SPOKEN}
        if norm.provision.object is not None:
            sides.add(Side.OBJECT)
        if norm.region.masks[Side.COUNTERPARTY] > NONE:
            sides.add(Side.COUNTERPARTY)
    return frozenset(sides)


def scenario(point: Point, facts: Facts, *norms: Norm) -> str:
    """A point as a concrete scenario, as far as some clauses speak of it."""
    return sentence(scenario_words(point, said(*norms), facts.universe)) + "."


def act(point: Point, facts: Facts, *norms: Norm) -> str:
    """A point as an act: ``Facebook to use shopping location for advertising``."""
    spoken = said(*norms)
    words = told_words(point, spoken, facts.universe)
    parts = [words[Side.BEARER], "to", words[Side.ACTION]]
    if Side.OBJECT in spoken:
        parts.append(words[Side.OBJECT])
    parts += [outside(norms) if each == ELSEWHERE else each for each in phrases(words, spoken)]
    if not point.bits[Side.PHASE] & DURING:
        parts.append("after termination")
    return " ".join(parts)


def outside(norms: Iterable[Norm]) -> str:
    """Another place, as clauses that speak of all places but some call it."""
    limits = (limit for norm in norms for limit in norm.provision.limits if limit.dimension is Dimension.PLACE)
    named = (limit.names for limit in limits if limit.outside and limit.mode == "" and limit.names)
    return next((f"outside {listed(term.text for term in each.terms)}" for each in named), ELSEWHERE)


def timeless(point: Point) -> Point:
    """A point without its states and its day."""
    return Point(point.bits, 0, DAWN)
