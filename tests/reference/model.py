"""The engine's model written as a described world, so that the reference can judge any text that was resolved."""

from __future__ import annotations

from policyc.model.document import Clause as ModelClause
from policyc.model.document import (
    Dimension,
    Document,
    Every,
    Holds,
    Limit,
    Negation,
    Ranking,
    Some,
    Term,
    TermList,
)
from policyc.model.document import Formula as ModelFormula
from policyc.model.document import Side as ModelSide
from policyc.model.lexicon import Lexicon, Relation
from policyc.model.names import Concept, Kind, Role
from tests.reference.among import completed
from tests.reference.description import ALL, Agreement, Clause, Formula, Names, Phrase, Side, World

EMPTY = Names()


def world_of_documents(documents: list[Document], witnesses: list[Concept]) -> World:
    """The world of some agreements; ``witnesses`` are concepts that points will name besides those in clauses."""
    used = dict.fromkeys(witnesses)
    for document in documents:
        used.update(dict.fromkeys([*document.parties, *named(document)]))
    concepts = {document.title: upward(document.lexicon, list(used)) for document in documents}
    everything = {concept: None for found in concepts.values() for concept in found}
    agreements = tuple(agreement(document, list(concepts[document.title])) for document in documents)
    lexicon = documents[0].lexicon
    world = World(
        kinds={concept.key: concept.kind.value for concept in everything},
        agreements=agreements,
        excludes=tuple((c.key, out.key) for c in everything for out in lexicon.linked(c, Relation.EXCLUDES)),
        about={c.key: tuple(p.key for p in about) for c in everything if (about := lexicon.linked(c, Relation.ABOUT))},
        located={
            c.key: place[0].key
            for c in everything
            if c.kind is not Kind.PLACE and (place := lexicon.linked(c, Relation.IN))
        },
    )
    return completed(world)


def named(document: Document) -> list[Concept]:
    """Every concept that the clauses of a document name."""
    found: list[Concept] = []
    for clause in document.clauses:
        provision = clause.provision.ensured or clause.provision
        lists = [provision.bearer, provision.actions, provision.object, *(limit.names for limit in provision.limits)]
        terms = [term for names in lists if names for term in names.terms]
        found += [t.value for term in terms for t in (term, *term.minus) if isinstance(t.value, Concept)]
        found += [c for limit in provision.limits if limit.formula for c in states(limit.formula)]
        found += [occasion.event for occasion in provision.timing.occasions]
    return found


def states(formula: ModelFormula) -> list[Concept]:
    """The concepts in a condition."""
    match formula:
        case Holds(concept):
            return [concept]
        case Negation(operand):
            return states(operand)
        case Every(operands) | Some(operands):
            return [concept for operand in operands for concept in states(operand)]


def upward(lexicon: Lexicon, concepts: list[Concept]) -> dict[Concept, None]:
    """Some concepts and all above them, what they are about and where they are included."""
    found = dict.fromkeys(concepts)
    pending = list(found)
    for concept in pending:
        near = [
            *lexicon.parents(concept),
            *lexicon.linked(concept, Relation.ABOUT),
            *lexicon.linked(concept, Relation.IN),
        ]
        for upper in near:
            if upper not in found:
                found[upper] = None
                pending.append(upper)
    return found


def agreement(document: Document, concepts: list[Concept]) -> Agreement:
    """One agreement with what its scopes say of names."""
    outliving = [
        (label, s.lasting, end) for s in document.survivals for label in s.labels for end in s.until or (None,)
    ]
    return Agreement(
        title=document.title,
        parties=tuple(party.key for party in document.parties),
        clauses=tuple(said(clause) for clause in document.clauses if not clause.provision.ensured),
        first=document.start,
        last=document.end,
        parents=tuple((c.key, up.key) for c in concepts for up in document.lexicon.parents(c)),
        survivals=tuple(
            (n, time.hours // 24 if time else None, end.key if end else None) for n, time, end in outliving
        ),
        rankings=tuple(ranked(ranking) for ranking in document.rankings),
        amends=document.amends,
        incorporates=document.incorporates,
        stricter_prevails=bool(document.stricter_prevails),
        taken_in=tuple((c.key, up.key) for c in concepts for up in taken_in(document.lexicon, c)),
        lent=tuple((c.key, up.key) for c in concepts for up in lent(document.lexicon, c)),
    )


def lent(lexicon: Lexicon, concept: Concept) -> list[Concept]:
    """What a name that is shipped, or made of others, and of which no file says anything, is a kind of by itself."""
    own = [scope for scope in lexicon.scopes() if any(around.outer for around in scope.outer)]
    if any(concept in scope.entries and concept not in scope.composed for scope in own):
        return []
    return lexicon.parents_said(concept)


def taken_in(lexicon: Lexicon, concept: Concept) -> list[Concept]:
    """What includes a name of the shipped vocabulary, of which the agreement's own scopes say nothing themselves."""
    own = [scope for scope in lexicon.scopes() if any(around.outer for around in scope.outer)]
    if any(concept in scope.entries for scope in own):
        return []
    said = [up for entry in lexicon.entries_of(concept) for up in entry.parents()]
    return [up for up in lexicon.parents(concept) if up not in said]


def said(clause: ModelClause) -> Clause:
    """What a clause says, as the reference reads it."""
    provision, timing = clause.provision, clause.provision.timing
    return Clause(
        label=clause.label or f"line-{clause.origin.place.line}-{clause.origin.place.column}",
        bearers=tuple(word(term) for term in provision.bearer.terms),
        modality=provision.modality.value,
        verbs=names(provision.actions),
        objects=names(provision.object) if provision.object else None,
        phrases=tuple(phrase(each) for limit in provision.limits for each in (limit, *limit.given)),
        since=timing.since,
        through=timing.through,
        occasions=tuple((f"even {each.word}" if each.even else each.word, each.event.key) for each in timing.occasions),
        only_then=timing.only,
        despite=ALL if provision.outranks_all else provision.outranks,
        subject_to=ALL if provision.yields_to_all else provision.yields_to,
        except_as_allowed=provision.yields_to_grants,
    )


def word(term: Term) -> str:
    """A name or a built-in role."""
    return str(term.value.value) if isinstance(term.value, Role) else term.value.key


def names(terms: TermList) -> Names:
    """A list of names."""
    minus = tuple(dict.fromkeys(word(taken) for term in terms.terms for taken in term.minus))
    return Names(tuple(word(term) for term in terms.terms), minus, terms.choice)


def phrase(limit: Limit) -> Phrase:
    """A phrase of a clause."""
    slot = "data" if limit.dimension is Dimension.DATA else limit.dimension.name.lower()
    formula = condition(limit.formula) if limit.formula else ()
    listed = names(limit.names) if limit.names else EMPTY
    return Phrase(slot, limit.word, limit.mode, listed, formula)  # type: ignore[arg-type]


def condition(formula: ModelFormula) -> Formula:
    """A condition as nested tuples."""
    match formula:
        case Holds(concept):
            return ("is", concept.key)
        case Negation(operand):
            return ("not", condition(operand))
        case Every(operands):
            return ("and", *map(condition, operands))
        case Some(operands):
            return ("or", *map(condition, operands))


def ranked(ranking: Ranking) -> tuple[Side, Side]:
    """A precedence sentence."""
    return side(ranking.higher), side(ranking.lower)


def side(given: ModelSide) -> Side:
    """One side of a precedence sentence."""
    match given.kind:
        case "clauses" if given.within:
            return ("of", given.title or "", *given.within)
        case "clauses":
            return ("clauses", *given.labels)
        case "title":
            return ("title", given.title or "")
        case "this":
            return ("this",)
        case _:
            return ("other",)
