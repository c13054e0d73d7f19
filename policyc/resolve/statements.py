"""From a statement of the tree to a provision of the model."""

from __future__ import annotations

from policyc.model.document import Dimension, Modality, Provision, Term, TermList
from policyc.model.kinds import PERSONS
from policyc.model.names import GUARDING, Concept
from policyc.resolve.acts import active, read_act
from policyc.resolve.attaching import attached, led
from policyc.resolve.choices import without_choice
from policyc.resolve.closing import closes_nothing, report_misplaced_only
from policyc.resolve.lying_in import with_places_joined
from policyc.resolve.naming.belonging import PRONOUN
from policyc.resolve.naming.names import Names, Unresolved, keys_above, without
from policyc.resolve.parts import Parts
from policyc.resolve.phrases import read_phrases
from policyc.resolve.report import bare
from policyc.resolve.wording.givers import with_givers
from policyc.resolve.wording.meaning import as_meant
from policyc.syntax import tree

MODALITIES: dict[tree.Modal, Modality] = {
    "may": Modality.PERMISSION,
    "must": Modality.DUTY,
    "must not": Modality.BAN,
    "need not": Modality.RELEASE,
}


SUPPLYING = frozenset({"provide", "deliver", "supply", "furnish", "submit"})


def resolve_statement(statement: tree.Statement, names: Names) -> Provision:
    """A statement with every name resolved; raises ``Unresolved`` when one could not be, all of them reported."""
    parts, failed = Parts(names), False
    who = statement.subject.names.items
    if not PRONOUN.fullmatch(who[0].text):
        names.owner = who[0].text if all(PRONOUN.fullmatch(other.text) for other in who[1:]) else ""
    bearer = actions = ensured = None
    try:
        bearer = names.terms(statement.subject.names, PERSONS, "the subject")
        if statement.subject.besides:
            bearer = without(bearer, names.terms(statement.subject.besides, PERSONS, "the subject"))
    except Unresolved:
        failed = True
    if statement.act:
        try:
            actions = names.actions(active(statement.act, names))
            parts.verbs = concepts_of(actions)
        except Unresolved:
            failed = True
        failed |= not read_act(statement.act, parts)
        if actions:
            actions = as_meant(actions, statement, parts)
            parts.verbs = concepts_of(actions)
    if isinstance(statement.ensured, tree.Statement):
        try:
            ensured = resolve_statement(statement.ensured, names)
        except Unresolved:
            failed = True
    if statement.granter:
        parts.remarks += granted(statement.granter, statement, names)
    takes = any("obtain" in keys_above(verb, names) for verb in parts.verbs)
    named = any(limit.dimension is Dimension.COUNTERPARTY for limit in parts.limits)
    needs = not named if deals(parts) else None
    lead = with_givers(statement.lead, takes, names)
    phrases = with_givers(statement.phrases, takes, names, needs)
    read_phrases(tuple(lead), parts, MODALITIES[statement.modal])
    before = len(parts.limits)
    read_phrases(tuple(phrases), parts, MODALITIES[statement.modal])
    parts.limits = with_places_joined(parts.limits, names)
    modality = Modality.PERMISSION if limits_only(statement, actions, names) else MODALITIES[statement.modal]
    without_choice(parts, modality)
    if closes_nothing(statement):
        report_misplaced_only(statement, names.source, names.reporter)
        raise Unresolved
    if failed or parts.failed or bearer is None:
        raise Unresolved
    if statement.subject.neither:
        bearer = TermList(bearer.terms)
    return Provision(
        bearer=bearer,
        modality=modality,
        written=statement.written,
        actions=actions or TermList(()),
        object=parts.object,
        limits=led(attached(parts.limits[:before], modality), attached(parts.limits[before:], modality)),
        timing=parts.timing,
        per=parts.per,
        outranks=parts.outranks,
        yields_to=parts.yields_to,
        outranks_all=parts.outranks_all,
        yields_to_all=parts.yields_to_all,
        yields_to_grants=parts.yields_to_grants,
        remarks=parts.remarks,
        ensured=ensured,
    )


def granted(granter: tree.Subject, statement: tree.Statement, names: Names) -> tuple[str, ...]:
    """Who grants the leave, and as what; raises ``Unresolved``, reported, where nobody is known by that name."""
    who = names.terms(granter.names, PERSONS, "who grants something")
    right = statement.written.split(maxsplit=1)[1].removesuffix(" to")
    by = f"granted by {' and '.join(bare(term.text) for term in who.terms)}"
    return (by if bare(right) in ("right", "permission") else f"{right}, {by}",)


def deals(parts: Parts) -> bool:
    """Whether something that is done is done with somebody."""
    return any("interact" in keys_above(verb, parts.names) for verb in parts.verbs)


def concepts_of(actions: TermList) -> tuple[Concept, ...]:
    """The declared verbs of a clause."""
    return tuple(term.value for term in actions.terms if isinstance(term.value, Concept))


def is_supplying(term: Term) -> bool:
    """Whether a verb is written as one that supplies what the other side is owed."""
    return bare(term.text).lower() in SUPPLYING


def limits_only(statement: tree.Statement, actions: TermList | None, names: Names) -> bool:
    """Whether a duty is none: ``shall process data only for research`` limits what is done, and demands nothing.

    What ends or protects data, and what is not done to data, is demanded: ``must return data only to Chase``. So is
    what is to be supplied only once something has happened: ``shall provide the data only after notice``.
    """
    only = [each for each in (*statement.lead, *statement.phrases) if is_closing(each)]
    if statement.modal != "must" or not only or actions is None:
        return False
    if all(getattr(each, "word", "") == "after" for each in only) and all(map(is_supplying, actions.terms)):
        return False
    concepts = [term.value for term in actions.terms if isinstance(term.value, Concept)]
    above = [keys_above(concept, names) for concept in concepts]
    return all("process" in each and each.isdisjoint(GUARDING) for each in above)


def is_closing(phrase: tree.Phrase) -> bool:
    """Whether a phrase says that something is done only so, or no longer than is necessary."""
    measured = isinstance(phrase, tree.NamePhrase) and phrase.word == "for no longer than necessary for"
    return measured or getattr(phrase, "mode", "") == "only"
