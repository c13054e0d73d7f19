"""The read-back: what was understood of a clause, a line for each aspect, for the lawyer who signs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from policyc.analysis.conditions import formula_words, left_out, state_line
from policyc.analysis.timing import timing_words
from policyc.analysis.words import concept_words, listed
from policyc.model.document import (
    Clause,
    Dimension,
    Document,
    Limit,
    Modality,
    Provision,
    Quotation,
    Term,
    TermList,
    label_covers,
)
from policyc.model.lexicon import Lexicon, Relation
from policyc.model.names import Concept, Kind, Role, key, lower_first
from policyc.norms.among import met, people_in, whose
from policyc.norms.concepts import OTHER, Closure, union
from policyc.norms.families import Family
from policyc.norms.from_model import Normaliser, is_people
from policyc.norms.persons import Persons
from policyc.norms.statutory import sells_or_shares
from policyc.report import Reading

ASPECTS = {
    Dimension.DATA: "about what",
    Dimension.PEOPLE: "about whom",
    Dimension.COUNTERPARTY: "with whom",
    Dimension.PURPOSE: "for what",
    Dimension.PLACE: "where",
    Dimension.SOURCE: "from whom",
    Dimension.CONDITION: "on condition",
}
NOTHING_ELSE = {
    Dimension.PEOPLE: "about nobody else",
    Dimension.COUNTERPARTY: "with nobody else",
    Dimension.PURPOSE: "for nothing else",
    Dimension.PLACE: "nowhere else",
    Dimension.SOURCE: "from nobody else",
}
ONLY = "{}, and {}: all else is forbidden"
SHARED = "to share is to hand over for cross-context behavioural advertising, no more (Cal. Civ. Code 1798.140(ah))"
PERSONAL = (Kind.PARTY, Kind.PEOPLE)
LISTED_MEMBERS = 8


@dataclass(slots=True)
class Reader:
    """Reads the clauses of one document back; ``closure`` says what names cover there."""

    document: Document
    closure: Closure
    shipped: Lexicon
    normaliser: Normaliser = field(init=False)

    def __post_init__(self) -> None:
        """Find out who the parties' roles stand for."""
        self.normaliser = Normaliser(self.document, self.closure, 0)

    @property
    def persons(self) -> Persons:
        """Who the names of persons mean in the document."""
        return self.normaliser.persons

    def read(self, clause: Clause) -> Iterator[Reading]:
        """The lines of one clause, in the order in which a reader asks."""
        yield from self.provision(clause.provision)
        yield from self.survival(clause)
        yield from self.order(clause)
        if per := clause.provision.per or self.document.per:
            yield Reading("says who", quotation_words(per))

    def provision(self, provision: Provision, ensuring: TermList | None = None) -> Iterator[Reading]:
        """The lines of a provision; one that it ensures follows it, ``ensuring`` who has to see to it."""
        yield Reading("who", self.bearers(provision, ensuring))
        if provision.ensured:
            yield Reading("must", "see to it that the following holds")
            yield from self.provision(provision.ensured, provision.bearer)
        else:
            yield Reading(provision.modality.value, self.acts(provision))
            if provision.either:
                yield Reading("or", "one of the duties of this sentence: to do any one of them is enough")
            yield from self.objects(provision)
            yield from self.limits(provision)
            if sells_or_shares(provision, self.document):
                yield Reading("in the law", SHARED)
        if when := timing_words(provision.timing):
            yield Reading("when", when)
        if provision.remarks:
            yield Reading("also said", f"{listed(provision.remarks)} (limits nothing)")

    # Who and what

    def bearers(self, provision: Provision, ensuring: TermList | None = None) -> str:
        """Who may, must or must not; who has to see to it is nobody whom it has to see to."""
        plain = self.persons.bearers(provision.bearer)
        if ensuring is not None and self.persons.others(provision.bearer, ensuring) != plain:
            names = listed(term.text for term in provision.bearer.terms)
            return f"{names}, other than {listed(self.term(term, provision) for term in ensuring.terms)}"
        words = listed(self.term(term, provision) for term in provision.bearer.terms)
        several = len(self.persons.bearers(provision.bearer)) > 1
        return f"{words} (each of them)" if several else words

    def acts(self, provision: Provision) -> str:
        """What is done: a ban forbids every one of its verbs, a duty may leave a choice."""
        verbs = [self.term(term, provision) for term in provision.actions.terms]
        if len(verbs) < 2:
            return "".join(verbs)
        match provision.modality:
            case Modality.BAN:
                return f"{listed(verbs, 'or')} (none of these)"
            case Modality.DUTY if provision.actions.choice:
                return f"{listed(verbs, 'or')} (a choice)"
            case _:
                return f"{listed(verbs)} (each of these)"

    def objects(self, provision: Provision) -> Iterator[Reading]:
        """What it is done to, and about whom that is."""
        if provision.object is None:
            return
        terms = provision.object.terms
        data = all(isinstance(term.value, Concept) and term.value.kind is Kind.DATA for term in terms)
        aspect = "which data" if data else "what"
        yield Reading(aspect, self.names(provision.object, provision) + self.each_combined(provision))
        about = {c: None for term in terms for c in self.about(term)}
        if about and not any(limit.dimension is Dimension.PEOPLE for limit in provision.limits):
            yield Reading("about whom", listed(concept_words(concept) for concept in about))

    def each_combined(self, provision: Provision) -> str:
        """That a ban on combining some data with others is one on each of them: the sides are not told apart."""
        several = provision.object is not None and len(provision.object.terms) > 1
        combining = self.closure.covers_key("combine", Kind.ACTION)
        acts = union(self.closure.covers(t.value) for t in provision.actions.terms if isinstance(t.value, Concept))
        banned = provision.modality is Modality.BAN and several and acts & combining
        return " (each of them, with whatever else)" if banned else ""

    def about(self, term: Term) -> list[Concept]:
        """Whose data a name stands for, where that is declared."""
        return whose(term, self.closure)

    def names(self, names: TermList, provision: Provision) -> str:
        """A list of names: with a choice in a duty, and one by one in a ban."""
        choice = names.choice and provision.modality is Modality.DUTY
        joiner = "or" if choice or (provision.modality is Modality.BAN and names.choice) else "and"
        alike = len({term.minus for term in names.terms}) == 1
        each = self.meant if alike else self.term
        words = listed([each(term, provision) for term in names.terms], joiner)
        words += self.taken(names.terms[0], provision) if alike else ""
        return f"{words} (a choice)" if choice else words

    def term(self, term: Term, provision: Provision) -> str:
        """One name as it was understood, with what ``except`` takes from it."""
        return self.meant(term, provision) + self.taken(term, provision)

    def taken(self, term: Term, provision: Provision) -> str:
        """What ``except`` takes from a name."""
        return ", except " + listed(self.term(taken, provision) for taken in term.minus) if term.minus else ""

    def meant(self, term: Term, provision: Provision) -> str:
        """What a name stands for here."""
        if isinstance(term.value, Role):
            return self.role(term.value, provision)
        concept = term.value
        if concept.key == concept.kind.value:
            return "anyone" if concept.kind in PERSONAL else f"any {concept.key}"
        words = concept_words(concept)
        if key(term.text) not in (concept.key, key(concept.text)):
            words += f' (here called "{term.text}")'
        if concept.kind is Kind.PARTY:
            return self.party(concept, words)
        return words + self.members(concept)

    def members(self, concept: Concept) -> str:
        """In brackets, what the files themselves, not the shipped vocabulary, say that a name includes."""
        known = set(self.shipped.linked(concept, Relation.INCLUDES))
        own = [m for m in self.closure.lexicon.linked(concept, Relation.INCLUDES) if m not in known]
        if not own:
            return ""
        named = [concept_words(member) for member in own[:LISTED_MEMBERS]]
        rest = len(own) - len(named)
        return f" ({listed([*named, f'{rest} more'] if rest else named)})"

    # Persons

    def party(self, concept: Concept, words: str) -> str:
        """A party, or the parties of this agreement that a role or kind stands for."""
        meant = self.persons.meant(concept)
        if meant != (concept,):
            return f"the {lower_first(words)}: {listed(concept_words(party) for party in meant)}"
        general = concept not in self.document.parties and self.shipped.defining(concept)
        return f"{lower_first(words)} (anyone of that kind)" if general else words

    def role(self, role: Role, provision: Provision) -> str:
        """A built-in role, and who that is in this agreement."""
        parties = self.document.parties
        match role:
            case Role.ANYONE:
                return "anyone"
            case Role.THIRD_PARTIES:
                return (
                    f"third parties (anyone but {listed(map(concept_words, parties))})" if parties else "third parties"
                )
            case Role.EACH_PARTY:
                return f"each party: {listed(map(concept_words, parties))}" if parties else "each party"
            case Role.OTHER_PARTY:
                others = self.others(provision)
                return f"the other party: {listed(others)}" if others else "the other party"

    def others(self, provision: Provision) -> list[str]:
        """The parties that are not the bearer."""
        bearers = self.persons.bearers(provision.bearer)
        bit = self.closure.universe.bit
        return [
            concept_words(party)
            for party in self.document.parties
            if not any(bearer.itself & bit(party) for bearer in bearers)
        ]

    # Phrases

    def limits(self, provision: Provision) -> Iterator[Reading]:
        """The phrases that limit the clause, and, where it matters, what it leaves open."""
        for limit in provision.limits:
            if limit.given:
                words = " ".join(self.phrase(each, provision) for each in (limit, *limit.given))
                yield Reading("exception", left_out(words, provision.modality))
            elif limit.formula is not None:
                yield Reading(*state_line(limit, limit.formula, provision.modality))
            elif limit.names is not None:
                yield self.name_line(limit, limit.names, provision)
        if provision.yields_to_grants:
            yield Reading("exception", left_out("whatever this agreement allows elsewhere", provision.modality))
        stated = {limit.dimension for limit in provision.limits}
        families = self.normaliser.acts.families(provision.actions)
        if Dimension.COUNTERPARTY not in stated and (words := open_counterparty(provision, families)):
            yield Reading("with whom", words)
        if Dimension.PURPOSE not in stated and (words := open_purpose(provision, families)):
            yield Reading("for what", words)

    def phrase(self, limit: Limit, provision: Provision) -> str:
        """A phrase in words, as a part of an exception."""
        if limit.formula is not None:
            return f"{limit.word} {formula_words(limit.formula)}"
        return f"{limit.word} {self.names(limit.names, provision)}" if limit.names else ""

    def name_line(self, limit: Limit, names: TermList, provision: Provision) -> Reading:
        """The line of a phrase of names."""
        words = f"{limit.word} {self.names(names, provision)}{self.among(limit, provision)}"
        if limit.mode in ("", "only") and self.is_own(limit, provision):
            words += " (any of them, whomever the data are about)"
        aspect = ASPECTS[limit.dimension]
        match limit.mode:
            case "only":
                return Reading(aspect, ONLY.format(words, NOTHING_ELSE.get(limit.dimension, "nothing else")))
            case "except":
                return Reading("exception", left_out(words, provision.modality))
            case "even":
                return Reading(aspect, f"even {words}")
            case _:
                return Reading(aspect, words)

    def among(self, limit: Limit, provision: Provision) -> str:
        """Those among whom a phrase means people, where nothing says if there are any."""
        others = {each.others for each in met(provision.object, (limit,), self.closure, self.document.origin)}
        return f" among the {listed(sorted(map(concept_words, others)))}" if others else ""

    def is_own(self, limit: Limit, provision: Provision) -> bool:
        """Whether data about people go to such people: nothing says that these are the same."""
        if limit.dimension is not Dimension.COUNTERPARTY or limit.names is None or provision.object is None:
            return False
        said = [c for each in provision.limits if each.dimension is Dimension.PEOPLE for c in people_in(each)]
        about = said or [c for term in provision.object.terms for c in self.about(term)]
        whom = union(map(self.closure.covers, about)) & ~OTHER
        named = [term.value for term in limit.names.terms if isinstance(term.value, Concept) and is_people(term)]
        return any(self.closure.covers(people) & whom for people in named if not people.is_root)

    # Order

    def survival(self, clause: Clause) -> Iterator[Reading]:
        """Whether the clause outlives termination."""
        for survival in self.document.survivals:
            if any(label_covers(label, clause.label) for label in survival.labels):
                lasting = f", for {survival.lasting}" if survival.lasting else ""
                until = f", until {listed(map(concept_words, survival.until))}" if survival.until else ""
                yield Reading("when", f"also after termination{lasting}{until}")

    def order(self, clause: Clause) -> Iterator[Reading]:
        """What the clause prevails over, and what it yields to."""
        provision = clause.provision
        if provision.outranks:
            yield Reading("order", f"prevails over {clauses(provision.outranks)}")
        if provision.outranks_all:
            yield Reading("order", "prevails over everything else in this agreement")
        if provision.yields_to:
            yield Reading("order", f"yields to {clauses(provision.yields_to)}")
        if provision.yields_to_all:
            yield Reading("order", "yields to everything else in this agreement")
        for ranking in self.document.rankings:
            sides = (ranking.higher.labels, ranking.lower.labels)
            if any(label_covers(label, clause.label) for labels in sides for label in labels):
                yield Reading("order", f"{ranking.origin.words}. (line {ranking.origin.place.line})")


def clauses(labels: tuple[str, ...]) -> str:
    """Labels inside a sentence."""
    return f"clause{'s' if len(labels) > 1 else ''} {listed(labels)}"


def quotation_words(per: Quotation) -> str:
    """Who says so, and in which words."""
    return f'{per.who}: "{per.words}"' if per.words else per.who


def open_counterparty(provision: Provision, families: list[Family]) -> str:
    """What is said where a clause names nobody with whom something is done; nothing where nobody is to be named."""
    if not families or not all(family.interacts for family in families):
        return ""
    match provision.modality:
        case Modality.BAN:
            return "with anyone at all"
        case Modality.PERMISSION:
            return "with anyone"
        case _:
            return "nobody is named"


def open_purpose(provision: Provision, families: list[Family]) -> str:
    """What is said where a clause names no purpose; nothing where none is to be named."""
    if provision.modality is Modality.BAN:
        return "for any purpose at all"
    if any(family.shares or family.receives for family in families):
        return "no purpose is stated"
    return "for any purpose" if provision.modality is Modality.PERMISSION else ""
