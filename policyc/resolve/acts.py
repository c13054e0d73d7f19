"""The act of a statement: which declared verb is meant, and to whom or with what it is done."""

from __future__ import annotations

from policyc.model.document import Dimension, Term, TermList
from policyc.model.kinds import ACTIONS, PERSONS, PLACES, THINGS
from policyc.model.names import Concept, Kind, key, verbs_of_participle
from policyc.resolve.joining.lists import with_copies
from policyc.resolve.naming.belonging import narrower
from policyc.resolve.naming.names import OBJECTS, Names, Unresolved, keys_above
from policyc.resolve.parts import Parts, add_names, is_person
from policyc.resolve.report import bare
from policyc.resolve.told import TELLING, told, told_several
from policyc.syntax import tree


def read_act(act: tree.Act, parts: Parts) -> bool:
    """Read what an act is done to: persons acted on are its counterparties, or those whose data it is done with."""
    if act.object is None:
        return True
    object = with_copies(act.object, parts.names)
    whom, what = told_several(object, parts) or told(object, parts)
    if whom is not None:
        add_names(parts, Dimension.COUNTERPARTY, "", parts.names.terms(whom, PERSONS, "who is told"), whom.span, "to")
    try:
        terms = parts.names.terms(what, OBJECTS | PLACES, "the object of a verb")
    except Unresolved:
        return False
    persons = [term for term in terms.terms if is_person(term)]
    if persons and whom is not None:
        parts.object = TermList(tuple(news_of(term, parts.names) for term in terms.terms))
        return True
    if persons:
        acted_on = TermList(tuple(persons), terms.choice)
        side, word = (
            (Dimension.PEOPLE, "about") if is_by_data(act, persons, parts.names) else (Dimension.COUNTERPARTY, "to")
        )
        add_names(parts, side, "", acted_on, act.object.span, word)
    parts.on_parties = whom is None and all(is_party(term) for term in terms.terms)
    others = tuple(term for term in terms.terms if not is_person(term))
    if others:
        each = parts.does(*TELLING) and (whom is not None or all(is_event(term) for term in others))
        parts.object = TermList(others, terms.choice and not each)
    return True


def news_of(term: Term, names: Names) -> Term:
    """Somebody of whom another is told, as what is told: ``notify Chase of each new subprocessor``."""
    root = names.lexicon.find("information", THINGS)
    if not is_person(term) or root is None:
        return term
    made = narrower(root, f"news of {bare(term.text)}", None, names.lexicon, names.origin((0, 0)))
    return Term(made, term.text)


def is_party(term: Term) -> bool:
    """Whether a name stands for a party."""
    return isinstance(term.value, Concept) and term.value.kind is Kind.PARTY


def is_event(term: Term) -> bool:
    """Whether a name stands for an event: who has to tell of one *or* another has to tell of each."""
    return isinstance(term.value, Concept) and term.value.kind is Kind.EVENT


def is_by_data(act: tree.Act, persons: list[Term], names: Names) -> bool:
    """Whether people are acted on by their data alone, as who identifies or tracks them deals with nobody."""
    if not all(isinstance(term.value, Concept) and term.value.kind is Kind.PEOPLE for term in persons):
        return False
    verbs = [names.lexicon.find(key(verb.text), ACTIONS) for verb in active(act, names).items]
    above = [keys_above(verb, names) if verb else set() for verb in verbs]
    return all("process" in each and "interact" not in each for each in above)


def active(act: tree.Act, names: Names) -> tree.Names:
    """The verbs of an act, participles of the passive as the declared verbs that they belong to."""
    if not act.passive:
        return act.verbs
    verbs = [
        next((form for form in forms_of(verb.text) if names.lexicon.find(key(form), ACTIONS)), verb.text)
        for verb in act.verbs.items
    ]
    items = tuple(tree.Name(verb, item.span) for verb, item in zip(verbs, act.verbs.items, strict=True))
    return tree.Names(items, act.verbs.joiner, act.verbs.span)


def forms_of(participle: str) -> list[str]:
    """The verbs that a participle may belong to, what stands behind it kept: ``made available``."""
    first, *rest = participle.split()
    return [" ".join([verb, *rest]) for verb in verbs_of_participle(first)]
