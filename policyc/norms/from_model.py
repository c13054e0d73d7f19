"""From the model to norms: one for each bearer of a clause and each family of its actions that phrases fit alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from policyc.findings import Evidence, Finding, Findings, Severity, Unchecked
from policyc.model.document import (
    Clause,
    Dimension,
    Document,
    Every,
    Formula,
    Holds,
    Limit,
    Modality,
    Negation,
    Provision,
    Some,
    Survival,
    Term,
    TermList,
    label_covers,
)
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind, Role
from policyc.norms.concepts import ANY, NONE, SOME, Closure
from policyc.norms.condition import (
    ALWAYS,
    Alternative,
    Condition,
    TooManyAlternatives,
    condition,
    conjunction,
    negated,
)
from policyc.norms.norm import SIDES, Norm
from policyc.norms.persons import Persons
from policyc.norms.region import AFTER, DAWN, DURING, DUSK, EVERYTHING, Region, Side

Items = tuple[int, ...]


@dataclass(slots=True)
class Draft:
    """A norm in the making: its sides, the single names in each, its condition, and the bans that ``only`` adds."""

    sides: list[int]
    items: list[Items]
    condition: Condition = ALWAYS
    manner: Condition = ALWAYS
    quoted: list[str] = field(default_factory=list)
    closed: list[tuple[Side | None, list[int], list[Items], Condition]] = field(default_factory=list)

    def narrow(self, side: Side, items: Items) -> None:
        """Limit a side to some names."""
        mask = 0
        for item in items:
            mask |= item
        self.sides[side] &= mask
        self.items[side] = tuple(item & self.sides[side] for item in items if item & self.sides[side])


@dataclass(frozen=True, slots=True)
class Family:
    """Actions of a clause that take phrases alike: with a counterparty, without, or of both sorts."""

    concepts: tuple[Concept, ...]
    items: Items
    interacts: bool
    lacks_counterparty: bool
    shares: bool
    receives: bool


class Normaliser:
    """Makes the norms of one document."""

    def __init__(self, document: Document, closure: Closure, first_index: int) -> None:
        """Prepare the document's persons and what the engine has to know of its actions."""
        self.document = document
        self.closure = closure
        self.findings = Findings()
        self.persons = Persons(document, closure)
        self._next = first_index
        actions = {word: closure.covers_key(word, Kind.ACTION) for word in ("interact", "process", "share", "receive")}
        self._interact, self._process = actions["interact"], actions["process"]
        self._share, self._receive = actions["share"], actions["receive"]
        self._termination = closure.covers_key("termination", Kind.EVENT)
        self.persons.recipients, self.persons.disclosers = self._exchanging()

    def norms(self) -> list[Norm]:
        """The norms of every clause, in order; a clause too intricate to weigh is reported."""
        found: list[Norm] = []
        for clause in self.document.clauses:
            try:
                found += self.clause_norms(clause, clause.provision, ensured=False)
            except TooManyAlternatives:
                self._too_many(clause)
        return found

    def _too_many(self, clause: Clause) -> None:
        place, words = clause.origin.place, clause.origin.words
        evidence = Evidence("here", place, words, self.document.title, clause.label)
        message = "This clause's conditions have more alternatives than policyc weighs (256), so it was not checked."
        self.findings.found.append(
            Finding("limit", Severity.ERROR, message, evidence, "Split the clause, one group of conditions each.")
        )
        self.findings.unchecked.append(Unchecked(place, "too many alternatives", words, incomplete=True))

    def _exchanging(self) -> tuple[tuple[Concept, ...], tuple[Concept, ...]]:
        """The parties that this agreement lets receive, and let give, data."""
        receiving: dict[Concept, None] = {}
        giving: dict[Concept, None] = {}
        for clause in self.document.clauses:
            provision = clause.provision
            if provision.modality in (Modality.BAN, Modality.RELEASE) or provision.ensured:
                continue
            for family in self.families(provision.actions):
                if family.shares or family.receives:
                    takers, givers = self._takers(provision), self._givers(provision)
                    if family.receives:
                        takers, givers = givers, takers
                    receiving.update(dict.fromkeys(takers))
                    giving.update(dict.fromkeys(givers))
        return tuple(receiving), tuple(giving)

    def _givers(self, provision: Provision) -> list[Concept]:
        parties = self.document.parties
        return [c for c, _ in self.persons.bearers(provision.bearer) if c is not None and c in parties]

    def _takers(self, provision: Provision) -> list[Concept]:
        named = [limit.names for limit in provision.limits if limit.dimension is Dimension.COUNTERPARTY and limit.names]
        if not named:
            givers = self._givers(provision)
            return [party for party in self.document.parties if party not in givers]
        found = [c for names in named for c, _ in self.persons.bearers(names) if c is not None]
        return [concept for concept in found if concept in self.document.parties]

    # Actions

    def families(self, actions: TermList) -> list[Family]:
        """The actions of a clause, sorted by which phrases fit them."""
        groups: dict[tuple[bool, bool, bool, bool], list[Concept]] = {}
        for term in actions.terms:
            if isinstance(term.value, Concept):
                mask = self.closure.covers(term.value)
                interacts = not mask & ~self._interact
                lacks = not mask & self._interact and not mask & ~self._process
                traits = (interacts, lacks, not mask & ~self._share, not mask & ~self._receive)
                groups.setdefault(traits, []).append(term.value)
        return [
            Family(tuple(concepts), tuple(map(self.closure.covers, concepts)), *traits)
            for traits, concepts in groups.items()
        ]

    # Clauses

    def clause_norms(self, clause: Clause, provision: Provision, ensured: bool) -> list[Norm]:
        """The norms of one provision."""
        if provision.ensured:
            return self.clause_norms(clause, provision.ensured, ensured=True)
        found: list[Norm] = []
        for family in self.families(provision.actions):
            for bearer in self.persons.bearers(provision.bearer):
                for objects in self._object_groups(provision):
                    found += self._norms(clause, provision, family, bearer[1], objects, ensured)
        return found

    def _object_groups(self, provision: Provision) -> list[tuple[Term, ...]]:
        """The objects of a clause, those about the same people together; one empty group where nothing is named."""
        if provision.object is None:
            return [()]
        groups: dict[tuple[Concept, ...], list[Term]] = {}
        for term in provision.object.terms:
            value = term.value
            about = self.closure.nearest(value, Relation.ABOUT) if isinstance(value, Concept) else []
            groups.setdefault(tuple(about), []).append(term)
        return [tuple(terms) for terms in groups.values()]

    def _norms(
        self,
        clause: Clause,
        provision: Provision,
        family: Family,
        bearer: int,
        objects: tuple[Term, ...],
        ensured: bool,
    ) -> Iterator[Norm]:
        draft = self._draft(provision, family, bearer, objects)
        for limit in provision.limits:
            self._apply(limit, draft, provision.modality, bearer)
        self._place_of_recipient(draft, family, provision)
        if family.receives:
            self._as_sharing(draft, provision.modality)
        start, end = self._period(clause, provision)
        phase, happened = self._phase(clause, provision)
        draft.narrow(Side.PHASE, phase)
        held = conjunction(draft.condition, happened)
        choice = provision.modality is Modality.DUTY and (
            provision.actions.choice or bool(provision.object and provision.object.choice)
        )
        shared = (clause, provision, ensured, tuple(draft.quoted), family, objects)
        yield self._norm(
            provision.modality,
            Region(tuple(draft.sides), held, start, end),
            draft.items,
            shared,
            choice=choice,
            manner=draft.manner,
        )
        if ensured:
            return
        for side, sides, items, scope in draft.closed:
            sides, items = list(sides), list(items)
            sides[Side.PHASE], items[Side.PHASE] = draft.sides[Side.PHASE], draft.items[Side.PHASE]
            region = Region(tuple(sides), conjunction(scope, happened), start, end)
            if not region.empty:
                yield self._norm(Modality.BAN, region, items, shared, by_only=side if side is not None else "condition")

    def _norm(
        self,
        modality: Modality,
        region: Region,
        items: list[Items],
        shared: tuple[Clause, Provision, bool, tuple[str, ...], Family, tuple[Term, ...]],
        by_only: Side | str | None = None,
        choice: bool = False,
        manner: Condition = ALWAYS,
    ) -> Norm:
        clause, provision, ensured, quoted, family, objects = shared
        self._next += 1
        purposes = [limit.names for limit in provision.limits if limit.dimension is Dimension.PURPOSE and limit.names]
        return Norm(
            index=self._next - 1,
            modality=modality,
            region=region,
            items=tuple(items),
            document=self.document,
            clause=clause,
            provision=provision,
            timing=provision.timing,
            by_only=by_only,  # type: ignore[arg-type]
            choice=choice,
            manner=manner,
            quoted=quoted,
            ensured=ensured,
            purpose_stated=bool(purposes),
            actions=family.concepts,
            objects=tuple(term.value for term in objects if isinstance(term.value, Concept)),
            purposes=tuple(t.value for names in purposes for t in names.terms if isinstance(t.value, Concept)),
        )

    def _draft(self, provision: Provision, family: Family, bearer: int, objects: tuple[Term, ...]) -> Draft:
        """The norm before its phrases: a missing phrase means the whole dimension, a lacking dimension is empty."""
        sides = list(EVERYTHING)
        draft = Draft(sides, [(mask,) for mask in sides])
        draft.narrow(Side.BEARER, (bearer,))
        draft.narrow(Side.ACTION, family.items)
        draft.narrow(Side.OBJECT, tuple(self._mask(term, 0) for term in objects) or (SOME,))
        about = (
            self.closure.nearest(objects[0].value, Relation.ABOUT)
            if objects and isinstance(objects[0].value, Concept)
            else []
        )
        if about:
            draft.narrow(Side.PEOPLE, tuple(map(self.closure.covers, about)))
        if family.lacks_counterparty:
            draft.narrow(Side.COUNTERPARTY, (NONE,))
        elif family.interacts:
            draft.narrow(Side.COUNTERPARTY, (SOME & ~bearer,))
        names_purpose = any(limit.dimension is Dimension.PURPOSE for limit in provision.limits)
        exchanges = family.shares or family.receives
        if exchanges and provision.modality is not Modality.BAN and not names_purpose:
            draft.narrow(Side.PURPOSE, (NONE,))
        return draft

    # Phrases

    def _apply(self, limit: Limit, draft: Draft, modality: Modality, bearer: int) -> None:
        if limit.formula is not None:
            self._apply_condition(limit, limit.formula, draft, modality)
        elif limit.names is not None:
            side = SIDES[limit.dimension]
            items = tuple(self._mask(term, bearer) for term in limit.names.terms)
            if limit.outside:
                items = (SOME & ~union(items),)
            self._apply_items(side, items, limit, draft)

    def _apply_items(self, side: Side, items: Items, limit: Limit, draft: Draft) -> None:
        rest = (draft.sides[side] & SOME & ~union(items),)
        match limit.mode:
            case "only":
                before = list(draft.sides), list(draft.items)
                before[0][side], before[1][side] = rest[0], rest
                draft.closed.append((side, *before, draft.condition))
                draft.narrow(side, items)
            case "except":
                draft.narrow(side, rest)
            case "even":
                pass
            case _:
                draft.narrow(side, items)

    def _apply_condition(self, limit: Limit, formula: Formula, draft: Draft, modality: Modality) -> None:
        draft.quoted += quoted_words(formula)
        if limit.mode == "even":
            return
        holds = condition(formula, self.closure.covers)
        if limit.mode == "only":
            closed = conjunction(draft.condition, negated(holds))
            draft.closed.append((None, list(draft.sides), list(draft.items), closed))
            draft.condition = conjunction(draft.condition, holds)
        elif limit.mode == "except" or limit.word == "unless":
            draft.condition = conjunction(draft.condition, negated(holds))
        elif limit.word == "without":
            if modality is Modality.BAN:
                draft.condition = conjunction(draft.condition, negated(holds))
        elif modality is Modality.DUTY and limit.word in ("with", "to", "under"):
            draft.manner = conjunction(draft.manner, holds)
        else:
            draft.condition = conjunction(draft.condition, holds)

    def _mask(self, term: Term, bearer: int) -> int:
        """What a name of a list covers, what ``except`` takes left out."""
        if isinstance(term.value, Role) or term.value.kind in (Kind.PARTY, Kind.PEOPLE):
            return self.persons.mask(term, bearer)
        mask = self.closure.covers(term.value)
        for taken in term.minus:
            mask &= ~self._mask(taken, bearer)
        return mask

    def _place_of_recipient(self, draft: Draft, family: Family, provision: Provision) -> None:
        """Sharing happens where the recipient is: a recipient whose place is declared says where."""
        stated = any(limit.dimension is Dimension.PLACE for limit in provision.limits)
        if stated or not family.shares or provision.modality is Modality.BAN:
            return
        takers = [self.closure.universe.named(mask) for mask in draft.items[Side.COUNTERPARTY] if mask > 0]
        places = [self.closure.nearest(taker, Relation.IN) for group in takers for taker in group]
        if places and all(places):
            draft.narrow(Side.PLACE, tuple(self.closure.covers(place) for each in places for place in each))

    def _as_sharing(self, draft: Draft, modality: Modality) -> None:
        """To receive is to be given: the act is the giver's, and the clause's bearer its counterparty."""
        share = self.closure.find("share", Kind.ACTION)
        if share is None:
            return
        giver, givers = draft.sides[Side.SOURCE], draft.items[Side.SOURCE]
        taker, takers = draft.sides[Side.BEARER], draft.items[Side.BEARER]
        if giver == ANY:
            giver, givers = draft.sides[Side.COUNTERPARTY], draft.items[Side.COUNTERPARTY]
        draft.sides[Side.BEARER], draft.items[Side.BEARER] = giver & SOME & ~taker, givers
        draft.sides[Side.COUNTERPARTY], draft.items[Side.COUNTERPARTY] = taker, takers
        draft.sides[Side.SOURCE], draft.items[Side.SOURCE] = ANY, (ANY,)
        acts = self._share if modality is Modality.BAN else self.closure.universe.bit(share)
        draft.sides[Side.ACTION], draft.items[Side.ACTION] = acts, (acts,)

    # Time

    def _phase(self, clause: Clause, provision: Provision) -> tuple[Items, Condition]:
        """In which phases the clause holds, and the events that must, or must not, have happened."""
        phases = {DURING, AFTER} if self._survival(clause) else {DURING}
        happened = ALWAYS
        for occasion in provision.timing.occasions:
            mask = self.closure.covers(occasion.event)
            ends = bool(mask & self._termination)
            later = occasion.word in ("after", "on")
            if ends:
                phases = {AFTER} if later else {DURING}
            elif provision.modality is not Modality.DUTY:
                happened = conjunction(
                    happened, (Alternative(frozenset({mask})),) if later else (Alternative(absent=mask),)
                )
        return tuple(sorted(phases)), happened

    def _survival(self, clause: Clause) -> Survival | None:
        """The sentence that lets a clause outlive termination, if there is one."""
        for survival in self.document.survivals:
            named = any(label_covers(label, clause.label) for label in survival.labels)
            if named:
                return survival
        return None

    def _period(self, clause: Clause, provision: Provision) -> tuple[int, int]:
        """The days on which the clause holds: the agreement's, longer if it survives, narrowed by its own dates."""
        start = self.document.start.toordinal() if self.document.start else DAWN
        end = self.document.end.toordinal() + 1 if self.document.end else DUSK
        survival = self._survival(clause)
        ending = any(
            self.closure.covers(o.event) & self._termination and o.word in ("after", "on")
            for o in provision.timing.occasions
        )
        if survival and survival.lasting:
            end = min(DUSK, end + survival.lasting.hours // 24)
        elif survival or ending:
            end = DUSK
        if provision.timing.since:
            start = max(start, provision.timing.since.toordinal())
        if provision.timing.through:
            end = min(end, provision.timing.through.toordinal() + 1)
        return start, end


def union(masks: Items) -> int:
    """All bits of several sets."""
    mask = 0
    for each in masks:
        mask |= each
    return mask


def quoted_words(formula: Formula) -> list[str]:
    """The quoted conditions in a formula."""
    match formula:
        case Holds(_, text, quoted):
            return [text] if quoted else []
        case Negation(operand):
            return quoted_words(operand)
        case Every(operands) | Some(operands):
            return [words for operand in operands for words in quoted_words(operand)]


def normalise(documents: list[Document], closures: dict[int, Closure]) -> tuple[list[Norm], Findings]:
    """The norms of every document, numbered in order; ``closures`` holds what names cover in each, by its identity."""
    norms: list[Norm] = []
    findings = Findings()
    for document in documents:
        normaliser = Normaliser(document, closures[id(document)], len(norms))
        norms += normaliser.norms()
        findings.extend(normaliser.findings)
    return norms, findings
