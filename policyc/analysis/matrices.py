"""Matrices: what each party to an agreement may do with which data for what, and with whom it may share them.

A cell is what `policyc ask` answers on its acts: *May Globex use balances for advertising?*
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from policyc.analysis import tables
from policyc.analysis.alike import regions_of, signature
from policyc.analysis.answer import weigh
from policyc.analysis.cells import SILENCE, cell_of
from policyc.analysis.facts import Facts
from policyc.analysis.named import named_data, named_parties, named_purposes, named_recipients
from policyc.analysis.words import concept_words
from policyc.model.document import Dimension, Document, Limit, Situation, Term, TermList
from policyc.model.names import Concept, Kind, Role
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.norms.situation import Asked, asked_regions
from policyc.report import Cell, ClauseReference, Matrix, Standing

MOST_CASES = 1_000
MOST_CASES_TOGETHER = 20_000
"""A cell with more cases is not weighed, and none after so many in the cells of one agreement before."""


@dataclass(frozen=True, slots=True)
class Act:
    """Acts that a matrix is about: the key of the action, and what its columns are.

    ``rest`` is who stands for all that no column names, None for any purpose; ``if_named``: there is a matrix only
    where a clause names such acts themselves, not just *process*.
    """

    key: str
    dimension: Dimension
    side: Side
    across: str
    word: str
    rest: Role | None = None
    if_named: bool = False


ACTS = (
    Act("use", Dimension.PURPOSE, Side.PURPOSE, "purpose", "for"),
    Act("keep", Dimension.PURPOSE, Side.PURPOSE, "purpose", "for", if_named=True),
    Act("share", Dimension.COUNTERPARTY, Side.COUNTERPARTY, "recipient", "with", Role.THIRD_PARTIES),
)


def matrices(facts: Facts, documents: Iterable[Document] | None = None) -> Iterator[Matrix]:
    """The matrices of every agreement, or of some, in the order of agreements, parties and acts."""
    for document in facts.agreements if documents is None else documents:
        weighing = Weigher(document, facts)
        found = (weighing.matrix(party, act) for party in named_parties(document, facts) for act in ACTS)
        yield from tables.merged(each for each in found if each)


@dataclass(slots=True)
class Weigher:
    """Weighs the cells of one agreement."""

    document: Document
    facts: Facts
    data: list[Concept] = field(init=False)
    purposes: list[Concept] = field(init=False)
    norms: list[Norm] = field(init=False)
    known: dict[Hashable, Cell] = field(default_factory=dict)
    room: int = field(init=False)

    def __post_init__(self) -> None:
        """Collect what the agreement names."""
        self.room = MOST_CASES_TOGETHER
        self.data = named_data(self.document, self.facts)
        self.purposes = named_purposes(self.document)
        norms = (norm for each in self.facts.at_hand(self.document) for norm in self.facts.norms_of(each))
        self.norms = [norm for norm in norms if norm.grants or norm.bans]

    def matrix(self, party: Concept, act: Act) -> Matrix | None:
        """What the agreement says of one party and act; None where it says nothing."""
        action = self.facts.closure(self.document).find(act.key, Kind.ACTION)
        if action is None or not self.is_spoken_of(party, action, act):
            return None
        named = self.columns(party, act)
        columns = [*((term,) for term in map(term_of, named)), self.rest(named, act)]
        cells = [[self.cell(party, action, data, column, act) for column in columns] for data in self.data]
        words = [*map(concept_words, named), ""]
        return self.table(party, act, words, cells)

    def is_spoken_of(self, party: Concept, action: Concept, act: Act) -> bool:
        """Whether any clause says whether a party may do such acts with data."""
        closure, universe = self.facts.closure(self.document), self.facts.universe
        who, acts, data = closure.covers(party), closure.covers(action), universe.kind(Kind.DATA)
        return any(
            masks[Side.BEARER] & who
            and masks[Side.ACTION] & acts
            and masks[Side.OBJECT] & data
            and (not act.if_named or any(universe.bit(each) & acts for each in norm.actions))
            for norm in self.norms
            for masks in (norm.region.masks,)
        )

    def columns(self, party: Concept, act: Act) -> list[Concept]:
        """The purposes that the agreement names, or those with whom it lets or forbids sharing."""
        if act.dimension is Dimension.PURPOSE:
            return self.purposes
        return [each for each in named_recipients(self.document, self.facts) if each != party]

    def rest(self, named: Sequence[Concept], act: Act) -> tuple[Term, ...]:
        """What no column names: any other purpose, any other third party."""
        minus = tuple(map(term_of, named))
        root = Concept(Kind.PURPOSE, Kind.PURPOSE.value, Kind.PURPOSE.value)
        return (Term(act.rest or root, "", minus),)

    def cell(self, party: Concept, action: Concept, data: Concept, column: tuple[Term, ...], act: Act) -> Cell:
        """What the agreement says of one kind of data and one purpose or recipient."""
        limit = Limit(act.dimension, "", TermList(column), None, False, act.word, self.document.origin)
        situation = Situation(names(party), names(action), names(data), (limit,), None)
        asked = tuple(asked_regions(situation, self.document, self.facts.closure(self.document)))
        near = [norm for norm in self.norms if any(map(norm.region.meets, regions_of(asked)))]
        if not near:
            return SILENCE
        alike = signature(asked, near)
        if alike not in self.known:
            self.known[alike] = self.weighed(asked, situation, act)
        return self.known[alike]

    def weighed(self, asked: tuple[Asked, ...], situation: Situation, act: Act) -> Cell:
        """A cell, as far as there is room for more cases."""
        if self.room <= 0:
            return Cell(Standing.UNWEIGHED)
        answer = weigh(asked, situation, self.document, self.facts, must=False, most=MOST_CASES)
        self.room -= len(answer.cases)
        return cell_of(answer, act.side, self.facts.closure(self.document))

    def table(self, party: Concept, act: Act, columns: list[str], cells: list[list[Cell]]) -> Matrix | None:
        """A matrix without the rows and columns in which nothing is said, or nothing new, which it names instead."""
        rows = ["any data" if each.is_root else concept_words(each) for each in self.data]
        said_rows = [at for at, row in enumerate(cells) if any(not is_silent(each) for each in row)]
        said = [at for at in range(len(columns)) if any(not is_silent(row[at]) for row in cells)]
        if not said_rows:
            return None
        wider = [at for at in said_rows if self.says_nothing_new(at, said_rows, cells)]
        shown_rows = [at for at in said_rows if at not in wider]
        kept_rows, kept = shown_rows[: tables.MOST_ROWS], tables.cut(said, len(columns) - 1)
        return Matrix(
            agreement=self.document.title,
            place=self.document.origin.place,
            party=concept_words(party),
            act=act.key,
            across=act.across,
            rows=tuple(rows[at] for at in kept_rows),
            columns=tuple(columns[at] for at in kept),
            cells=tuple(tuple(cells[row][at] for at in kept) for row in kept_rows),
            unsaid_rows=tuple(
                rows[at] for at, each in enumerate(self.data) if at not in said_rows and not each.is_root
            ),
            unsaid_columns=tuple(words for at, words in enumerate(columns) if words and at not in said),
            wider_rows=tuple(rows[at] for at in wider),
            left_out=tables.left_out_words(len(shown_rows) - len(kept_rows), len(said) - len(kept), act.across),
        )

    def says_nothing_new(self, row: int, said: Sequence[int], cells: list[list[Cell]]) -> bool:
        """Whether all that is said of some data is said of narrower data that have rows of their own."""
        covers = self.facts.closure(self.document).covers
        mask = covers(self.data[row])
        narrower = [at for at in said if at != row and is_within(covers(self.data[at]), mask)]
        for at, cell in enumerate(cells[row]):
            elsewhere = {each for other in narrower for each in cells[other][at].deciding}
            new = cell.standing is not Standing.MIXED or not elsewhere.issuperset(cell.deciding)
            if not is_silent(cell) and (new or any(self.speaks_of_all(each, mask) for each in cell.deciding)):
                return False
        return True

    def speaks_of_all(self, clause: ClauseReference, mask: int) -> bool:
        """Whether a clause speaks of all of some data."""
        norms = (norm for norm in self.norms if norm.clause.origin.place == clause.place)
        return any(not mask & ~norm.region.masks[Side.OBJECT] for norm in norms)


def is_silent(cell: Cell) -> bool:
    """Whether a cell says nothing."""
    return cell.standing is Standing.SILENT


def is_within(mask: int, wider: int) -> bool:
    """Whether a set lies in a larger one."""
    return mask != wider and not mask & ~wider


def term_of(concept: Concept) -> Term:
    """A concept as a name in a list."""
    return Term(concept, concept.text)


def names(concept: Concept) -> TermList:
    """A concept as a list of its own."""
    return TermList((term_of(concept),))
