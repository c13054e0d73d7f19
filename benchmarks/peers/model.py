"""Clauses of a world as clauses of policyc's model, equal parts of them shared."""

from __future__ import annotations

from datetime import date
from functools import cache

from benchmarks import space
from benchmarks.clause_text import label
from benchmarks.clauses import ANYONE, NOBODY, Agreement, Clause
from benchmarks.words import organisation
from policyc.model import document as model
from policyc.model.lexicon import Entry, Lexicon, Origin, Relation
from policyc.model.names import Concept, Kind, Role, key


class Writer:
    """Writes clauses in the model, with the names of one lexicon."""

    def __init__(self, lexicon: Lexicon, origin: Origin) -> None:
        """Take the lexicon that holds all names, and the place that every clause is said to come from."""
        self.lexicon, self.origin = lexicon, origin
        self.names = cache(self._names)
        self.formula = cache(self._formula)
        self.party = cache(self._party)

    def scope(self, parties: tuple[int, int]) -> Lexicon:
        """What one agreement names: its two parties, each a company, and all that the lexicon holds."""
        company = self._find(Kind.PARTY, "company")
        scope = Lexicon("", (self.lexicon,))
        for party in map(self.party, parties):
            scope.entries[party] = Entry(party, self.origin, links={Relation.IS: [company]})
            scope.names[party.key] = [party]
        return scope

    def clause(self, clause: Clause, agreement: Agreement) -> model.Clause:
        """One clause."""
        provision = model.Provision(
            bearer=model.TermList((model.Term(self.party(clause.bearer), ""),)),
            modality=model.Modality(clause.modality),
            written=clause.modality,
            actions=self.names(Kind.ACTION, space.ACTIONS[clause.action], None),
            object=self.names(Kind.DATA, *data(clause)),
            limits=tuple(self.limits(clause)),
            timing=timing(clause, agreement),
            per=None,
            outranks=(label(clause.despite),) if clause.despite >= 0 else (),
        )
        return model.Clause(label(clause.number), provision, self.origin)

    def limits(self, clause: Clause) -> list[model.Limit]:
        """The phrases of a clause that name another party, a purpose, a place or a condition."""
        found = []
        if clause.other != NOBODY:
            other = Role.ANYONE if clause.other == ANYONE else self.party(clause.other)
            named = model.TermList((model.Term(other, ""),))
            found.append(self._limit(model.Dimension.COUNTERPARTY, named, "with"))
        if clause.purpose >= 0:
            purpose = self.names(Kind.PURPOSE, space.PURPOSES.written[clause.purpose], None)
            found.append(self._limit(model.Dimension.PURPOSE, purpose, "for"))
        if clause.place >= 0:
            place = self.names(Kind.PLACE, space.PLACES.written[clause.place], None)
            found.append(self._limit(model.Dimension.PLACE, place, "in"))
        if clause.condition >= 0:
            found.append(self.formula(clause.condition))
        return found

    def _limit(self, dimension: model.Dimension, names: model.TermList, word: str) -> model.Limit:
        return model.Limit(dimension, "", names, None, False, word, self.origin)

    def _formula(self, number: int) -> model.Limit:
        formula = space.formulas()[number]
        unless = formula.word == "unless"
        held = self._held(formula.tree)
        return model.Limit(model.Dimension.CONDITION, "", None, held, unless, formula.word, self.origin)

    def _held(self, tree: space.Tree) -> model.Formula:
        match tree:
            case ("is", name):
                return model.Holds(self._find(Kind.CONDITION, name), name)
            case ("not", inner):
                return model.Negation(self._held(inner))
            case ("and", *parts):
                return model.Every(tuple(map(self._held, parts)))
            case (_, *parts):
                return model.Some(tuple(map(self._held, parts)))
        raise ValueError(tree)

    def _party(self, number: int) -> Concept:
        name = organisation(number)
        return Concept(Kind.PARTY, key(name), name)

    def _names(self, kind: Kind, written: str, minus: str | None) -> model.TermList:
        taken = (model.Term(self._find(kind, minus), minus),) if minus else ()
        return model.TermList((model.Term(self._find(kind, written), written, taken),))

    def _find(self, kind: Kind, written: str) -> Concept:
        found = self.lexicon.find(key(written), frozenset({kind}))
        if found is None:
            raise KeyError(written)
        return found


def data(clause: Clause) -> tuple[str, str | None]:
    """The data of a clause, and what is excepted from them."""
    written = space.DATA.written
    return written[clause.data], written[clause.minus] if clause.minus >= 0 else None


def timing(clause: Clause, agreement: Agreement) -> model.Timing:
    """The days of a clause where they differ from its agreement's."""
    since = date.fromordinal(clause.start) if clause.start > agreement.first else None
    through = date.fromordinal(clause.end - 1) if clause.end <= agreement.last else None
    return model.Timing(since=since, through=through)
