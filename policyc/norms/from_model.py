"""From the model to norms: one for each bearer of a clause and each family of its actions that phrases fit alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from policyc.findings import Evidence, Finding, Findings, Severity, Unchecked
from policyc.model.document import Clause, Dimension, Document, Limit, Modality, Provision, Term, TermList
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind, Role
from policyc.norms.among import whose
from policyc.norms.calendar import Calendar
from policyc.norms.concepts import ANY, NONE, OTHER, SOME, Closure, union
from policyc.norms.condition import TooManyAlternatives, condition, conjunction, needs_one
from policyc.norms.draft import Draft, quoted_words
from policyc.norms.families import Acts, Family
from policyc.norms.lawful import demands, names_demand
from policyc.norms.manners import is_manner
from policyc.norms.measures import measures_of, within_limits
from policyc.norms.norm import GRANTS, SIDES, Norm
from policyc.norms.persons import Bearer, Persons, Roles
from policyc.norms.region import Region, Side
from policyc.norms.statutory import as_defined


@dataclass(frozen=True, slots=True)
class Part:
    """What one norm of a clause is made from: the clause is split by bearer, family of actions and objects.

    ``at`` holds the positions of the three in their lists.
    """

    clause: Clause
    provision: Provision
    ensured: bool
    family: Family
    bearer: Bearer
    objects: tuple[Term, ...]
    at: tuple[int, int, int]

    def alternatives(self) -> tuple[object, ...] | None:
        """Which norms of a duty are alternatives: those that differ only where its writer said ``or``."""
        provision = self.provision
        chosen = (provision.bearer.choice, provision.actions.choice, bool(provision.object and provision.object.choice))
        limits = any(limit.names is not None and limit.names.choice for limit in provision.limits)
        if provision.modality is not Modality.DUTY or not (any(chosen) or limits or provision.either):
            return None
        if provision.either:
            return (id(self.clause.origin), provision.either, None if chosen[0] else self.at[0])
        return (id(self.clause), *(None if choice else at for choice, at in zip(chosen, self.at, strict=True)))

    def stated(self) -> frozenset[Side]:
        """The sides of which the clause speaks; to receive is to be given, so that *from* tells who acts."""
        sides = {SIDES[limit.dimension] for limit in self.provision.limits if limit.dimension in SIDES}
        if self.family.receives:
            givers = {Side.BEARER} if sides & {Side.SOURCE, Side.COUNTERPARTY} else set()
            sides = (sides - {Side.SOURCE}) | givers | {Side.COUNTERPARTY}
        else:
            sides.add(Side.BEARER)
        return frozenset(sides | ({Side.OBJECT} if self.provision.object is not None else set()))


def is_people(term: Term) -> bool:
    """Whether a name stands for people, as such no parties."""
    return isinstance(term.value, Concept) and term.value.kind is Kind.PEOPLE


def is_person(term: Term) -> bool:
    """Whether a name stands for somebody, a party or people."""
    return isinstance(term.value, Concept) and term.value.kind in (Kind.PARTY, Kind.PEOPLE)


class Normaliser:
    """Makes the norms of one document."""

    def __init__(self, document: Document, closure: Closure, first_index: int) -> None:
        """Prepare the document's persons, acts and times."""
        self.document = document
        self.closure = closure
        self.findings = Findings()
        self.persons = Persons(document, closure, cache(self._roles))
        self.acts = Acts(closure)
        self.calendar = Calendar(document, closure)
        self.measures = measures_of(document)
        self._next = first_index

    def norms(self) -> list[Norm]:
        """The norms of every clause, in order; a clause that cannot be weighed is reported."""
        return [norm for clause in self.document.clauses for norm in self.clause_norms(clause)]

    def _roles(self) -> Roles:
        """Who receives and discloses turns on the clauses that share: they are read first with the roles unknown."""
        first = Normaliser(self.document, self.closure, 0)
        first.persons.roles = Roles
        return self._exchanging([n for clause in self.document.clauses for n in first.clause_norms(clause, True)])

    def _exchanging(self, norms: list[Norm]) -> Roles:
        """The parties that this agreement lets receive, and let give, data: from, or to, somebody else.

        Flows of personal data to whom a clause names tell it; where there is none, other flows to whom a clause names
        (a report, results), and only then leave to share with *anyone*.
        """
        flows = [norm for norm in norms if norm.grants]
        personal = self.closure.covers_key("personal data", Kind.DATA)
        told = [(flow, taker) for flow in flows if (taker := named(flow, Side.COUNTERPARTY))]
        of_people = [(flow, taker) for flow, taker in told if flow.region.masks[Side.OBJECT] & personal]
        ways = [
            [(flow.region.masks[Side.BEARER], flow.region.masks[Side.COUNTERPARTY] & taker) for flow, taker in each]
            for each in (of_people, told, [(flow, ANY) for flow in flows])
        ]
        back = [[(taker, giver) for giver, taker in each] for each in ways]
        return Roles(self._first_ending(ways), self._first_ending(back))

    def _first_ending(self, ways: list[list[tuple[int, int]]]) -> tuple[Concept, ...]:
        """The parties that the first ways to lead to any lead to."""
        return next((found for each in ways if (found := self._ending(each))), ())

    def _ending(self, ways: list[tuple[int, int]]) -> tuple[Concept, ...]:
        """The parties at whose end a way from somebody else leads."""
        bits = {party: self.closure.universe.bit(party) for party in self.document.parties}
        return tuple(party for party, bit in bits.items() if any(end & bit and start & ~bit for start, end in ways))

    def clause_norms(self, clause: Clause, sharing_only: bool = False) -> list[Norm]:
        """The norms of one clause, or only those of its grants by which data change hands."""
        provision, ensured = clause.provision, False
        while provision.ensured:
            provision, ensured = provision.ensured, True
        if sharing_only and (ensured or provision.modality not in GRANTS):
            return []
        try:
            parts = self._parts(clause, provision, ensured)
            norms = [(part, list(self._norms(part))) for part in parts if part.family.exchanges or not sharing_only]
            self._report_vacuous(norms)
            return [norm for _, made in norms for norm in made]
        except TooManyAlternatives:
            self._report(
                clause,
                "limit",
                "This clause's conditions have more alternatives than policyc weighs (256), so it was not checked.",
                "Split the clause, one group of conditions each.",
            )
            return []

    def _report(self, clause: Clause, rule: str, message: str, help: str, whole: bool = True) -> None:
        """Report a clause that cannot be weighed, as a ``whole`` or in part; if as a whole, the run is incomplete."""
        place, words = clause.origin.place, clause.origin.words
        evidence = Evidence("here", place, words, self.document.title, clause.label)
        if not any(finding.primary == evidence and finding.rule == rule for finding in self.findings.found):
            self.findings.found.append(
                Finding(rule, Severity.ERROR if whole else Severity.WARNING, message, evidence, help)
            )
            part = "" if whole else "a part of "
            unchecked = Unchecked(place, f"{part}a clause that could not be weighed", words, incomplete=whole)
            self.findings.unchecked.append(unchecked)

    # From a clause to its parts

    def _parts(self, clause: Clause, provision: Provision, ensured: bool) -> list[Part]:
        bearers, groups = self.persons.bearers(provision.bearer), self._object_groups(provision)
        if ensured:
            bearers = self.persons.others(provision.bearer, clause.provision.bearer)
        defined = as_defined(provision, self.document, self.closure, clause.origin)
        families = [(each, family) for each in defined for family in self.acts.families(each.actions)]
        return [
            Part(clause, each, ensured, family, bearer, objects, (i, j, k))
            for j, (each, family) in enumerate(families)
            for i, bearer in enumerate(bearers)
            for k, objects in enumerate(groups)
        ]

    def _object_groups(self, provision: Provision) -> list[tuple[Term, ...]]:
        """The objects of a clause, those about the same people together; one empty group where nothing is named."""
        if provision.object is None:
            return [()]
        groups: dict[tuple[Concept, ...], list[Term]] = {}
        for term in provision.object.terms:
            groups.setdefault(tuple(whose(term, self.closure)), []).append(term)
        return [tuple(terms) for terms in groups.values()]

    # From a part to its norms

    def _norms(self, part: Part) -> Iterator[Norm]:
        """The norm that the part says, and the bans that its ``only`` phrases add."""
        said = self._apply_limits(self._draft(part), part)
        if part.provision.modality is Modality.PERMISSION and self.measures:
            limits = within_limits(part.provision.timing, self.measures, self.closure)
            for draft in said:
                draft.condition = conjunction(draft.condition, limits)
        closed = [ban for each in said for ban in each.closed]
        whole = self.calendar.times(part.clause, part.provision)
        granted = self.calendar.times(unnamed(part.clause), part.provision) if closed else whole
        for at, each in enumerate((*said, *closed) if not part.ensured else said):
            if at < len(said) and not part.ensured and only_places(part.provision):
                continue
            modality = part.provision.modality if at < len(said) else Modality.BAN
            start, end, spans = granted if modality is Modality.PERMISSION else whole
            if part.family.receives:
                self._as_sharing(each, modality)
            flows = at < len(said) and part.family.exchanges and modality is not Modality.BAN
            for made in self._complete_flow(each, part.provision) if flows else [each]:
                for phases, happened in spans:
                    placed = made.in_phases(phases)
                    region = Region(tuple(placed.sides), conjunction(placed.condition, happened), start, end)
                    if at == 0 or not region.empty:
                        yield self._norm(part, placed, modality, region, each.quoted or said[0].quoted)
        for other in self.calendar.otherwise(part.provision) if not part.ensured else ():
            yield from self._norms(replace(part, provision=other))

    def _report_vacuous(self, norms: list[tuple[Part, list[Norm]]]) -> None:
        """Report the actions of which a clause says nothing for anyone; *each party* may mean the others alone."""
        full = [part for part, made in norms if any(is_full(norm) for norm in made)]
        says = {part.at[1:] for part in full}
        for part in {part.at[1:]: part for part, _ in norms if part.at[1:] not in says}.values():
            verbs = " and ".join(concept.text for concept in part.family.concepts)
            self._report(
                part.clause,
                "vacuous-clause",
                f"Nothing is left of this clause for `{verbs}`: its phrases exclude one another, or do not fit.",
                "Say in one sentence only what goes together; `use` and `keep`, for instance, are done with nobody.",
                whole=not says,
            )

    def _norm(self, part: Part, draft: Draft, modality: Modality, region: Region, quoted: list[str]) -> Norm:
        self._next += 1
        limits = part.provision.limits
        purposes = [limit for limit in limits if limit.dimension is Dimension.PURPOSE and limit.names]
        named = [limit.names for limit in purposes if limit.names and limit.mode != "except"]
        return Norm(
            index=self._next - 1,
            modality=modality,
            region=region,
            items=tuple(draft.items),
            document=self.document,
            clause=part.clause,
            provision=part.provision,
            timing=part.provision.timing,
            by_only=draft.by_only,
            alternatives=part.alternatives() if modality is Modality.DUTY else None,
            stated=part.stated(),
            manner=draft.manner,
            quoted=tuple(quoted),
            ensured=part.ensured,
            lawful=draft.lawful if modality is Modality.BAN else needs_one(region.condition, demands(self.closure)),
            of_manner=draft.of_manner,
            purpose_stated=bool(purposes),
            actions=part.family.concepts,
            objects=tuple(term.value for term in part.objects if isinstance(term.value, Concept)),
            purposes=tuple(t.value for names in named for t in names.terms if isinstance(t.value, Concept)),
        )

    def _draft(self, part: Part) -> Draft:
        """The norm before its phrases: a missing phrase means the whole dimension, a lacking dimension is empty."""
        draft, family = Draft(), part.family
        draft.narrow(Side.BEARER, (part.bearer.mask,))
        draft.narrow(Side.ACTION, family.items)
        draft.narrow(Side.OBJECT, tuple(self._mask(term, 0) for term in part.objects) or (self._anything(part),))
        about = whose(part.objects[0], self.closure) if part.objects else []
        if about:
            draft.narrow(Side.PEOPLE, (union(map(self.closure.covers, about)),))
        if family.lacks_counterparty:
            draft.narrow(Side.COUNTERPARTY, (NONE,))
        elif family.interacts:
            draft.narrow(Side.COUNTERPARTY, (SOME & ~part.bearer.itself,))
        return draft

    def _anything(self, part: Part) -> int:
        """What is meant where nothing is named: anything; a notice or audit that is allowed is about no data."""
        if part.family.exchanges or not part.family.interacts:
            return SOME
        return ANY if part.provision.modality is Modality.BAN else ANY & ~self.closure.universe.kind(Kind.DATA)

    def _apply_limits(self, draft: Draft, part: Part) -> list[Draft]:
        """Apply the phrases of the clause in their order.

        Gives the norm, and where exceptions hold only under something, what is said without that besides.
        """
        drafts = [draft]
        for limit in part.provision.limits:
            besides = [each.copy() for each in drafts] if limit.given else []
            for each in drafts:
                self._apply(limit, each, part)
            for each in besides:
                self._apply(replace(limit, mode="", given=()), each, part)
            for given in limit.given:
                for each in besides:
                    drafts.append(each.copy())
                    self._apply(replace(given, mode="except"), drafts[-1], part)
                    self._apply(given, each, part)
        return drafts

    def _apply(self, limit: Limit, draft: Draft, part: Part) -> None:
        """Apply one phrase of the clause."""
        if limit.formula is not None:
            draft.quoted += quoted_words(limit.formula)
            draft.lawful = draft.lawful or names_demand(limit.formula, self.closure)
            draft.apply_condition(limit, condition(limit.formula, self.closure.covers), part.provision.modality)
            if limit.mode == "only":
                draft.closed[-1].of_manner = is_manner(limit.formula, self.closure)
        elif limit.names is not None and (side := self._side(part, limit, limit.names)) is not None:
            items = tuple(self._mask(term, part.bearer.itself) for term in limit.names.terms)
            mixed = not part.family.interacts and not part.family.lacks_counterparty
            alone = NONE if mixed and limit.dimension is Dimension.COUNTERPARTY else 0
            if limit.dimension is Dimension.DATA and not limit.mode and not draft.sides[side] & union(items):
                draft.tell_of(side, items, part.provision.modality)
                return
            draft.apply_items(side, items, limit, alone)

    def _side(self, part: Part, limit: Limit, names: TermList) -> Side | None:
        """The side that a phrase of names limits; none where it goes with another verb of the clause alone.

        What is done with nobody is done to somebody's data: *identify or contact customers*, *monitor the vendor*. The
        duty to *return or destroy data to Chase* names with whom only the first is done, leave to *use and disclose
        data to Chase* to whom only the second is.
        """
        if limit.dimension is not Dimension.COUNTERPARTY or not part.family.lacks_counterparty:
            return SIDES[limit.dimension]
        is_duty = part.provision.modality is Modality.DUTY
        chosen = is_duty and part.provision.actions.choice
        if part.provision.object is None and not chosen and all(map(is_person, names.terms)):
            return Side.PEOPLE
        given = part.provision.modality is Modality.PERMISSION and limit.word == "to"
        others = self.acts.families(part.provision.actions) if chosen or given else []
        return None if any(family.interacts for family in others) else Side.COUNTERPARTY

    def _mask(self, term: Term, itself: int) -> int:
        """What a name of a list covers, what ``except`` takes left out."""
        if isinstance(term.value, Role) or term.value.kind in (Kind.PARTY, Kind.PEOPLE):
            return self.persons.mask(term, itself)
        everything = term.value.is_root and term.value.kind is Kind.PURPOSE
        mask = SOME if everything else self.closure.covers(term.value)
        for taken in term.minus:
            mask &= ~self._mask(taken, itself)
        return mask

    def _complete_flow(self, draft: Draft, provision: Provision) -> list[Draft]:
        """A flow that names no purpose has none stated; it happens where its recipients are declared to be.

        There is one draft for the recipients of each place. A ban is graded against the flow as if it were for any
        purpose.
        """
        said = {limit.dimension for limit in provision.limits}
        if Dimension.PURPOSE not in said:
            draft.sides[Side.PURPOSE] &= NONE
        if Dimension.PLACE in said:
            return [draft]
        groups: dict[int, list[int]] = {}
        for taker in draft.items[Side.COUNTERPARTY]:
            groups.setdefault(self._where(taker), []).append(taker)
        return [draft.with_takers(tuple(takers), place) for place, takers in groups.items()] or [draft]

    def _where(self, takers: int) -> int:
        """The places where some persons are declared to be; anywhere, unless each of them is somewhere."""
        named = list(self.closure.universe.named(takers)) if takers > 0 and not takers & OTHER else []
        places = [self.closure.nearest(taker, Relation.IN) for taker in named]
        if not places or not all(places):
            return ANY
        return union(self.closure.covers(place) for each in places for place in each)

    def _as_sharing(self, draft: Draft, modality: Modality) -> None:
        """To receive is to be given: the act is the giver's, and the clause's bearer its counterparty."""
        share = self.closure.find("share", Kind.ACTION)
        if share is None:
            return
        draft.narrow(Side.COUNTERPARTY, draft.items[Side.SOURCE])
        giver, givers = draft.sides[Side.COUNTERPARTY], draft.items[Side.COUNTERPARTY]
        taker, takers = draft.sides[Side.BEARER], draft.items[Side.BEARER]
        draft.sides[Side.BEARER], draft.items[Side.BEARER] = giver, givers
        draft.sides[Side.COUNTERPARTY], draft.items[Side.COUNTERPARTY] = taker, takers
        draft.sides[Side.SOURCE], draft.items[Side.SOURCE] = ANY, (ANY,)
        acts = self.acts.share if modality is Modality.BAN else self.closure.universe.bit(share)
        draft.sides[Side.ACTION], draft.items[Side.ACTION] = acts, (self.acts.share,)


def only_places(provision: Provision) -> bool:
    """Whether a duty is but a limit on places: who *shall process data only in Germany* is given no leave by it."""
    only = [limit for limit in provision.limits if limit.mode == "only"]
    is_limit = provision.modality is Modality.PERMISSION and provision.written in ("shall", "must", "will")
    return is_limit and bool(only) and all(limit.dimension is Dimension.PLACE for limit in only)


def is_full(norm: Norm) -> bool:
    """Whether something is left of what a clause says, or of the limit that is all it says."""
    return all(norm.region.masks) and (norm.by_only is None or only_places(norm.provision))


def unnamed(clause: Clause) -> Clause:
    """A clause that no sentence on survival names: of *may … only* the limit survives the end, and not the leave."""
    return replace(clause, label=None)


def named(norm: Norm, side: Side) -> int:
    """Everyone on a side whom a norm calls by a name of their own or of their kind, and not as *anyone*."""
    return union(item for item in norm.items[side] if item >= 0)


def normalise(documents: list[Document], closures: dict[int, Closure]) -> tuple[list[Norm], Findings]:
    """The norms of every document, numbered in order; ``closures`` holds what names cover in each, by its identity."""
    norms: list[Norm] = []
    findings = Findings()
    for document in documents:
        normaliser = Normaliser(document, closures[id(document)], len(norms))
        norms += normaliser.norms()
        findings.extend(normaliser.findings)
    return norms, findings
