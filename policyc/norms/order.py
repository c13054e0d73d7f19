"""Which norm outranks which: by `despite`, `subject to`, `prevails`, `the stricter clause prevails`, `only`, `amends`.

Order between clauses beats order between agreements. Inside a circle no order holds; the circle is a finding. Where
nothing orders two clauses of one agreement, a narrower ban is an exception to a broader grant. What an agreement
incorporates counts as its own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from policyc.model.document import Clause, Document, Limit, Side, label_covers
from policyc.norms.amending import amendments
from policyc.norms.grade import Grade, grade_of, grades
from policyc.norms.joined import Joined
from policyc.norms.norm import SIDES, Norm, Saying

Node = TypeVar("Node", bound=Hashable)


@dataclass(slots=True)
class Ranks(Generic[Node]):
    """A relation `stands above`, closed under transitivity."""

    direct: dict[Node, list[Node]] = field(default_factory=dict)
    _closed: dict[Node, dict[Node, None]] = field(default_factory=dict)

    def add(self, higher: Iterable[Node], lower: Iterable[Node]) -> None:
        """Say that everything of one group stands above everything of another, itself left out."""
        below = list(lower)
        for node in higher:
            self.direct.setdefault(node, []).extend(other for other in below if other != node)
        self._closed.clear()

    def below(self, node: Node) -> dict[Node, None]:
        """All that a node stands above."""
        if node not in self._closed:
            found: dict[Node, None] = {}
            pending = [node]
            for at in pending:
                for lower in self.direct.get(at, ()):
                    if lower not in found:
                        found[lower] = None
                        pending.append(lower)
            self._closed[node] = found
        return self._closed[node]

    def above(self, node: Node) -> list[Node]:
        """All that stands above a node, in the order of mention."""
        return [other for other in self.direct if node in self.below(other)]

    def compare(self, left: Node, right: Node) -> int:
        """1 where left stands above right, -1 where it stands below, 0 where neither or (in a circle) both."""
        return (right in self.below(left)) - (left in self.below(right))

    def circles(self) -> list[list[Node]]:
        """Each group of nodes that stand above one another, once, in the order of mention."""
        found: list[list[Node]] = []
        seen: set[Node] = set()
        for node in self.direct:
            if node not in seen and node in self.below(node):
                circle = [other for other in self.direct if other in self.below(node) and node in self.below(other)]
                seen.update(circle)
                found.append(circle)
        return found


class Aside(Enum):
    """How one norm sets aside another where both speak of an act."""

    NEVER = "never"
    ALWAYS = "whatever is asked"
    AS_EXCEPTION = "as a narrower ban"
    BY_NAME = "as a narrower ban, for some names of a list"


class Order:
    """The order between the norms of a workspace."""

    def __init__(self, documents: list[Document]) -> None:
        """Read every sentence that orders clauses or documents."""
        self.clauses: Ranks[Clause] = Ranks()
        self.documents: Ranks[Document] = Ranks()
        self._aside: dict[tuple[Norm, Norm], Aside] = {}
        self._grades: dict[tuple[Norm, Norm], frozenset[Grade]] = {}
        self.joined = Joined(documents)
        self._stricter = {d for d in documents if any(part.stricter_prevails for part in self.joined.whole(d))}
        titles = {document.title.lower(): document for document in documents}
        for document in documents:
            self._read_clauses(document)
            self._read_rankings(document, documents, titles)
        for upper, lower in amendments(documents):
            self.documents.add([upper], lower)

    def _read_clauses(self, document: Document) -> None:
        for clause in document.clauses:
            provision = clause.provision
            if provision.outranks:
                self.clauses.add([clause], covered(document, provision.outranks))
            if provision.outranks_all:
                self.clauses.add([clause], [c for c in self._own(document) if not c.provision.outranks_all])
            if provision.yields_to:
                self.clauses.add(covered(document, provision.yields_to), [clause])
            if provision.yields_to_all:
                self.clauses.add([c for c in self._own(document) if not c.provision.yields_to_all], [clause])

    def _own(self, document: Document) -> list[Clause]:
        """The clauses of an agreement, those that it incorporates among them."""
        return [clause for part in self.joined.beside(document) for clause in part.clauses]

    def _read_rankings(self, document: Document, documents: list[Document], titles: dict[str, Document]) -> None:
        if not document.rankings:
            return
        own = self.joined.beside(document)
        documents = [document, *(other for other in documents if other not in own)]
        for ranking in document.rankings:
            higher, lower = ranking.higher, ranking.lower
            if "clauses" in (higher.kind, lower.kind):
                self.clauses.add(*(clauses_of(side, document, documents, titles) for side in (higher, lower)))
            else:
                self.documents.add(*(documents_of(side, document, documents, titles) for side in (higher, lower)))

    def declared(self, left: Norm, right: Norm) -> int:
        """1 where a sentence puts the first of two norms above the second, -1 the other way round, else 0."""
        by_clause = self.clauses.compare(left.clause, right.clause)
        if by_clause or left.document is right.document:
            return by_clause
        return self.documents.compare(left.document, right.document)

    def outranks(self, left: Norm, right: Norm) -> bool:
        """Whether the first of two norms that both speak of an act sets the second aside."""
        if left.grants == right.grants and not self.declares:
            return False
        if declared := self.declared(left, right):
            return declared > 0
        if demanded(left, right):
            return True
        if not self.joined.one(left.document, right.document):
            return False
        return excepted(left, right) or limited(left, right) or self._is_stricter(left, right)

    def _is_stricter(self, left: Norm, right: Norm) -> bool:
        if not (left.bans and right.grants) or excepted(right, left) or demanded(right, left):
            return False
        return any(head in self._stricter for head in self.joined.shared(left.document, right.document))

    @property
    def declares(self) -> bool:
        """Whether any sentence orders clauses or documents; else only a grant and a ban can set each other aside."""
        return bool(self.clauses.direct or self.documents.direct)

    def unordered(self, grant: Norm, ban: Norm) -> bool:
        """Whether two norms of one agreement are ordered by nothing, so that a narrower ban is an exception."""
        if not grant.grants or not ban.bans or not self.joined.one(grant.document, ban.document):
            return False
        if self.declared(grant, ban):
            return False
        ordered = demanded(grant, ban) or excepted(grant, ban) or limited(ban, grant)
        return not (ordered or self._is_stricter(ban, grant))

    def grades(self, grant: Norm, ban: Norm) -> frozenset[Grade]:
        """Every grade that the single names of a grant and a ban can have, where they overlap."""
        if (grant, ban) not in self._grades:
            self._grades[grant, ban] = grades(grant, ban)
        return self._grades[grant, ban]

    def is_mixed(self, grant: Norm, ban: Norm) -> bool:
        """Whether it turns on the single names of a grant and a ban if the ban is an exception."""
        found = self.grades(grant, ban)
        return Grade.NARROWER in found and len(found) > 1 and self.unordered(grant, ban)

    def may_set_aside(self, left: Norm, right: Norm) -> bool:
        """Whether the first of two norms sets the second aside at some act of which both speak."""
        return self._how(left, right) is not Aside.NEVER

    def sets_aside(self, left: Saying, right: Saying, exceptions: bool = True) -> bool:
        """Whether what one norm says sets aside what another says; narrower bans do if they count as exceptions."""
        how = self._how(left.norm, right.norm)
        if how is Aside.BY_NAME:
            return exceptions and grade_of(right, left) is Grade.NARROWER
        return how is Aside.ALWAYS or (exceptions and how is Aside.AS_EXCEPTION)

    def _how(self, left: Norm, right: Norm) -> Aside:
        """How the first of two norms sets the second aside, where both speak of an act."""
        pair = (left, right)
        how = self._aside.get(pair)
        if how is None:
            how = self._aside[pair] = self._weighed(left, right)
        return how

    def _weighed(self, left: Norm, right: Norm) -> Aside:
        if self.outranks(left, right):
            return Aside.ALWAYS
        found = self.grades(right, left) if self.unordered(right, left) else frozenset()
        if Grade.NARROWER not in found:
            return Aside.NEVER
        return Aside.AS_EXCEPTION if len(found) == 1 else Aside.BY_NAME

    def survivors(self, covering: list[Saying], exceptions: bool = True) -> list[Norm]:
        """The norms that none of the others sets aside, directly or by way of others; inside a circle no order holds.

        A norm stays as long as what it says of one of its names does.
        """
        ranks: Ranks[int] = Ranks()
        declares = self.declares
        of_sort = {sort: [at for at, each in enumerate(covering) if each.norm.grants is sort] for sort in (True, False)}
        for at, left in enumerate(covering):
            others = range(len(covering)) if declares else of_sort[not left.norm.grants]
            lower = [to for to in others if at != to and self.sets_aside(left, covering[to], exceptions)]
            if lower:
                ranks.add([at], lower)
        dropped = {at for high in ranks.direct for at in ranks.below(high) if ranks.compare(high, at) > 0}
        return list(dict.fromkeys(each.norm for at, each in enumerate(covering) if at not in dropped))


def demanded(grant: Norm, ban: Norm) -> bool:
    """Whether a grant is of only what the law demands, and a ban does not say that it stands against that too."""
    return grant.lawful and grant.grants and ban.bans and not ban.lawful


def excepted(grant: Norm, ban: Norm) -> bool:
    """Whether a grant is an exception that the ban itself makes: `except as this agreement allows`, or `only`.

    Several `only` clauses of one agreement that close the same side are one list: what one allows, the others do
    not forbid. So are the sentences of one clause, where the grant speaks of what the list closes or has an `only` too;
    *may use records for research and may share them only with auditors* lets nobody else have them for research.
    """
    if not grant.grants or not ban.bans:
        return False
    together = one_clause(grant, ban) and bool(closed_sides(grant) or ban.by_only in spoken_sides(grant))
    in_list = ban.by_only in closed_sides(grant) or together
    return ban.provision.yields_to_grants or (ban.by_only is not None and in_list)


def one_clause(left: Norm, right: Norm) -> bool:
    """Whether two norms stand in one sentence, or under one label of one document."""
    if left.clause.origin is right.clause.origin:
        return True
    return bool(left.clause.label) and left.document is right.document and left.clause.label == right.clause.label


def limited(ban: Norm, grant: Norm) -> bool:
    """Whether a ban that `only` implies limits a grant that another `only` closes on another side: both limits hold."""
    if ban.by_only is None or not grant.grants or not ban.bans:
        return False
    sides = closed_sides(grant)
    return bool(sides) and ban.by_only not in sides


def closed_sides(norm: Norm) -> frozenset[object]:
    """The sides that the `only` phrases of a norm's clause close."""
    return sides_of(norm, lambda limit: limit.mode == "only")


def spoken_sides(norm: Norm) -> frozenset[object]:
    """The sides of which the phrases of a norm's clause say what is meant, and not what is left out."""
    return sides_of(norm, lambda limit: limit.mode != "except")


def sides_of(norm: Norm, wanted: Callable[[Limit], bool]) -> frozenset[object]:
    """The sides of some phrases of a norm's clause."""
    return frozenset(SIDES.get(limit.dimension, "condition") for limit in norm.provision.limits if wanted(limit))


def covered(document: Document, labels: Iterable[str]) -> list[Clause]:
    """The clauses that some labels mean."""
    wanted = tuple(labels)
    return [c for c in document.clauses if any(label_covers(label, c.label) for label in wanted)]


def clauses_of(side: Side, document: Document, documents: list[Document], titles: dict[str, Document]) -> list[Clause]:
    """The clauses that one side of a ranking means."""
    if side.kind == "clauses":
        other = titles.get((side.title or "").lower()) if side.within else document
        return covered(other, side.within or side.labels) if other else []
    return [clause for other in documents_of(side, document, documents, titles) for clause in other.clauses]


def documents_of(
    side: Side, document: Document, documents: list[Document], titles: dict[str, Document]
) -> list[Document]:
    """The documents that one side of a ranking means; none for a title that the workspace does not hold."""
    match side.kind:
        case "this":
            return [document]
        case "other":
            return [other for other in documents if other is not document]
        case _:
            found = titles.get((side.title or "").lower())
            return [found] if found else []
