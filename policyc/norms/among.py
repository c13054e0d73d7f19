"""People among people: whom a phrase means where nothing says if any of them are those whom the data are about.

*Records about children*, where records are about customers, are those about the customers who are children. That there
may be such people is taken as given: they are a name of their own, below both, so that what is said of either holds for
them. Where the two exclude one another, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from policyc.model.document import Dimension, Document, Limit, Provision, Situation, Term, TermList
from policyc.model.lexicon import Entry, Lexicon, Origin, Relation
from policyc.model.names import Concept, Kind, lower_first
from policyc.norms.concepts import OTHER, Closure, union

AMONG = " among "


@dataclass(frozen=True, slots=True)
class Met:
    """Some people among others, of whom nothing says if there are any, and where they are first spoken of."""

    people: Concept
    others: Concept
    origin: Origin = field(compare=False)

    @property
    def concept(self) -> Concept:
        """Their name: *children among customers*."""
        both = (self.people, self.others)
        return Concept(Kind.PEOPLE, AMONG.join(c.key for c in both), AMONG.join(lower_first(c.text) for c in both))


def people_met(documents: Iterable[Document], closures: dict[int, Closure]) -> list[Met]:
    """Whom the phrases of some documents mean among those whom their data are about; ``closures`` by identity."""
    found: dict[Met, None] = {}
    for document in documents:
        closure = closures[id(document)]
        for data, limits, origin in told(document):
            found.update(dict.fromkeys(met(data, limits, closure, origin)))
    return list(found)


def told(document: Document) -> Iterator[tuple[TermList | None, tuple[Limit, ...], Origin]]:
    """The data and phrases of every clause and requirement of a document."""
    provisions = [(clause.provision, clause.origin) for clause in document.clauses]
    for asked in document.requirements:
        provisions += [(provision, asked.origin) for provision in (asked.provision, *asked.alternatives)]
    for provision, origin in provisions:
        inner: Provision | None = provision
        while inner is not None:
            yield inner.object, inner.limits, origin
            inner = inner.ensured


def people_asked(situation: Situation, document: Document, closure: Closure) -> list[Met]:
    """Whom a question, or a scenario, means among those whom its data are about, as a document sees them."""
    return list(met(situation.object, situation.limits, closure, document.origin))


def met(data: TermList | None, limits: tuple[Limit, ...], closure: Closure, origin: Origin) -> Iterator[Met]:
    """Whom some phrases mean among those whom some data are about, as far as it is unknown if there are any."""
    named = [concept for limit in limits for concept in people_in(limit)]
    for term in data.terms if data and named else ():
        others = whose(term, closure)
        around = union(map(closure.covers, others))
        unknown = (people for people in named if is_unknown(closure.covers(people) & around, closure))
        for people, other in product(unknown, others if around else ()):
            if other.kind is Kind.PEOPLE and not exclude(people, other, closure):
                yield Met(people, other, origin)


def whose(term: Term, closure: Closure) -> list[Concept]:
    """The people that data are about, what ``except`` takes from them left out."""
    if not isinstance(term.value, Concept):
        return []
    taken = (closure.covers(each.value) for each in term.minus if isinstance(each.value, Concept))
    return closure.whose(term.value, union(taken))


def is_unknown(both: int, closure: Closure) -> bool:
    """Whether nothing says who is in both of two sets of people, but that there may be some."""
    return not both & OTHER and all(AMONG in each.key for each in closure.universe.named(both))


def people_in(limit: Limit) -> Iterator[Concept]:
    """The people whom a phrase, or one that belongs to it, names as those whom data are about."""
    for each in (limit, *limit.given):
        if each.dimension is Dimension.PEOPLE and each.names is not None:
            terms: list[Term] = list(each.names.terms)
            for term in terms:
                terms += term.minus
                if isinstance(term.value, Concept) and term.value.kind is Kind.PEOPLE:
                    yield term.value


def exclude(left: Concept, right: Concept, closure: Closure) -> bool:
    """Whether two names are declared to have nothing in common, themselves or by what they are kinds of."""
    lefts, rights = closure.ancestors(left), closure.ancestors(right)
    return any(
        out in others
        for above, others in ((lefts, rights), (rights, lefts))
        for at in above
        for out in closure.excluded(at)
    )


def knowing(closure: Closure, found: list[Met]) -> Closure:
    """What names cover where it is known that some people may be among others; as before where none concern it."""
    known = [each for each in found if any(map(closure.lexicon.defining, (each.people, each.others)))]
    if not known:
        return closure
    entries = {each.concept: entry(each) for each in known}
    return closure.beside(Lexicon("", entries=entries, names={each.key: [each] for each in entries}))


def with_both(mask: int, closure: Closure) -> int:
    """A set of names with all names of whom its people among people are: what another file may call them."""
    found = closure.universe.named(mask & closure.own) if mask > 0 else ()
    both = (concept for each in found if AMONG in each.key for concept in closure.containers(each))
    return mask | union(map(closure.universe.bit, both))


def entry(each: Met) -> Entry:
    """What is said of some people among others: that they are both."""
    return Entry(each.concept, each.origin, links={Relation.IS: [each.people, each.others]})
