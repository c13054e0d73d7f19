"""Documents and their clauses, names resolved; everything keeps its origin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import Literal

from policyc.model.lexicon import Lexicon, Origin
from policyc.model.names import Concept, Role


@dataclass(frozen=True, slots=True)
class Term:
    """One name of a list: a concept or a built-in role, the words of the writer, and what ``except`` takes from it."""

    value: Concept | Role
    text: str
    minus: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class TermList:
    """A list of names in one slot; ``choice`` where they were joined by ``or``."""

    terms: tuple[Term, ...]
    choice: bool = False


# Conditions


@dataclass(frozen=True, slots=True)
class Holds:
    """A condition, event or safeguard holds; ``quoted`` where only its words are known, and nothing can check it."""

    concept: Concept
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Negation:
    """A condition does not hold."""

    operand: Formula


@dataclass(frozen=True, slots=True)
class Every:
    """All of several conditions hold; none at all always holds."""

    operands: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of several conditions holds."""

    operands: tuple[Formula, ...]


Formula = Holds | Negation | Every | Some


# Clauses


class Dimension(Enum):
    """The dimensions of a clause that a phrase can limit; the value is how a reader would ask for it."""

    DATA = "what"
    PEOPLE = "about whom"
    COUNTERPARTY = "with whom"
    PURPOSE = "for what"
    PLACE = "where"
    SOURCE = "from whom"
    CONDITION = "on which condition"


Mode = Literal["", "only", "except", "even"]
MANNER_WORDS = frozenset(["", "with", "to", "under", "in", "as", "at", "through"])
"""What stands before a condition that may be a manner; nothing stands before one that is an adverb."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A phrase that limits one dimension of a clause.

    ``outside`` says that the names are what lies without (``outside the EU``, ``without consent``).
    Either ``names`` or ``formula`` is given, the latter for conditions only. An exception holds only as far as the
    limits ``given`` with it do.
    """

    dimension: Dimension
    mode: Mode
    names: TermList | None
    formula: Formula | None
    outside: bool
    word: str
    origin: Origin
    given: tuple[Limit, ...] = ()

    @property
    def tells_manner(self) -> bool:
        """Whether it says how a thing is done, which on a duty is no condition: ``with care``, ``securely``."""
        return not self.mode and self.word in MANNER_WORDS


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as written."""

    count: int
    unit: Literal["second", "minute", "hour", "day", "business day", "week", "month", "quarter", "year"]

    @property
    def hours(self) -> int:
        """Hours, by the language's conventions: month 30 days, quarter 91, year 365, five business days seven days.

        Minutes and seconds are rounded up to whole hours, business days to whole days: the more lenient reading.
        """
        match self.unit:
            case "second" | "minute":
                return -(-self.count // (3600 if self.unit == "second" else 60))
            case "hour":
                return self.count
            case "business day":
                return -(-self.count * 7 // 5) * 24
            case _:
                days = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}[self.unit]
                return self.count * days * 24

    def __str__(self) -> str:
        """As a reader says it: ``30 days``."""
        return f"{self.count} {self.unit}" + ("" if self.count == 1 else "s")


LATER = ("after", "on")
"""What stands before an event from which on something holds."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event and when, seen from it: ``after a breach``, ``before termination``; ``even`` then, it limits nothing."""

    word: Literal["after", "before", "on", "until"]
    event: Concept
    text: str
    even: bool = False

    @property
    def later(self) -> bool:
        """Whether it is from the event on, and not up to it."""
        return self.word in LATER

    def turned(self) -> Occasion:
        """The other side of the event."""
        return replace(self, word="before" if self.later else "after")


@dataclass(frozen=True, slots=True)
class Timing:
    """When a clause holds, or when a duty falls due.

    ``within``: the deadline; ``at_least``: the shortest time before (or after) the occasion; ``lasting``: how long
    (``for 6 years``), ``lasting_bound`` telling exact, shortest or longest; ``soft``: a deadline without a number;
    ``since`` and ``through`` are days, both included; ``notice`` is the warning given before. ``only``: at other times
    the act is forbidden.
    """

    occasions: tuple[Occasion, ...] = ()
    within: Length | None = None
    at_least: Length | None = None
    lasting: Length | None = None
    lasting_bound: Literal["for", "for at least", "for at most"] = "for"
    every: Length | None = None
    times: int | None = None
    notice: Length | None = None
    soft: str | None = None
    since: date | None = None
    through: date | None = None
    only: bool = False


class Modality(Enum):
    """What a clause makes of an act."""

    PERMISSION = "may"
    DUTY = "must"
    BAN = "must not"
    RELEASE = "need not"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Who says so, and in which words."""

    who: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Provision:
    """What a clause provides: who, modality, does, what, under which limits, when.

    ``object`` holds data, or things, events and conditions for acts that are not about data; parties that are acted on
    (``notify Chase``) stand in the counterparty limit. ``ensured`` is the provision that the bearer has to see to.
    ``remarks`` are words that limit nothing, such as ``at any time``. ``either`` marks one of several duties of one
    sentence of which one has to be done: those of one number, 0 being none.
    """

    bearer: TermList
    modality: Modality
    written: str
    actions: TermList
    object: TermList | None
    limits: tuple[Limit, ...]
    timing: Timing
    per: Quotation | None
    outranks: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    outranks_all: bool = False
    yields_to_all: bool = False
    yields_to_grants: bool = False
    ensured: Provision | None = None
    remarks: tuple[str, ...] = ()
    either: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A provision of a document, with the contract's own number.

    ``label`` is None where the writer gave none; sentences that follow a labelled one share its label.
    """

    label: str | None
    provision: Provision
    origin: Origin

    @property
    def name(self) -> str:
        """How a finding calls the clause: its label, or its line."""
        return self.label or f"line {self.origin.place.line}"


@dataclass(frozen=True, slots=True)
class Ranking:
    """A precedence sentence, labels and titles looked up: what stands higher prevails.

    A side is a tuple of labels of this document, a title, ``"this"`` or ``"other"``.
    """

    higher: Side
    lower: Side
    origin: Origin


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a ranking; ``within`` are the labels of clauses of the document with that title."""

    kind: Literal["clauses", "title", "this", "other"]
    labels: tuple[str, ...] = ()
    title: str | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Survival:
    """Which clauses outlive termination: these, or (``all_but``) none but these.

    They do for a time (``lasting``), until all of some events have happened, or without end.
    """

    labels: tuple[str, ...]
    all_but: bool
    lasting: Length | None
    until: tuple[Concept, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Selection:
    """To which agreements a requirement speaks."""

    word: Literal["where", "about", "between", "under"]
    names: TermList | None
    kinds: TermList | None
    titles: tuple[str, ...]
    negated: bool


@dataclass(frozen=True, slots=True, eq=False)
class Requirement:
    """What agreements must (``negative``: may not) provide; ``alternatives`` are what they may provide instead."""

    label: str | None
    negative: bool
    selections: tuple[Selection, ...]
    provision: Provision
    origin: Origin
    alternatives: tuple[Provision, ...] = ()

    @property
    def per(self) -> Quotation | None:
        """Who says so: what stands after any of its alternatives."""
        said = [self.provision, *self.alternatives]
        for each in said:
            said += [each.ensured] if each.ensured else []
        return next((each.per for each in said if each.per), None)


@dataclass(frozen=True, slots=True, eq=False)
class TermLimit:
    """How long agreements may last at most."""

    label: str | None
    selections: tuple[Selection, ...]
    longest: Length
    per: Quotation | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Situation:
    """A concrete act: what a scenario or a question describes; what it does not say is not given."""

    bearer: TermList
    actions: TermList
    object: TermList | None
    limits: tuple[Limit, ...]
    day: date | None
    occasions: tuple[Occasion, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """A situation and the verdict that its writer expects, by which clauses."""

    title: str
    situation: Situation
    verdict: str
    by: tuple[str, ...]
    origin: Origin


class Status(Enum):
    """Whether a document is in force."""

    LIVE = "live"
    PROPOSED = "proposed"
    TEMPLATE = "template"


@dataclass(slots=True, eq=False)
class Document:
    """An agreement, policy or vocabulary with its names resolved.

    ``end`` is the last day, included; ``term`` is how long it lasts, where that is said.
    ``skipped`` counts sentences that could not be carried into clauses.
    """

    kind: Literal["agreement", "policy", "vocabulary"]
    title: str
    origin: Origin
    lexicon: Lexicon
    status: Status = Status.LIVE
    parties: tuple[Concept, ...] = ()
    start: date | None = None
    end: date | None = None
    using: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    incorporates: tuple[str, ...] = ()
    per: Quotation | None = None
    clauses: list[Clause] = field(default_factory=list)
    rankings: list[Ranking] = field(default_factory=list)
    stricter_prevails: list[Origin] = field(default_factory=list)
    survivals: list[Survival] = field(default_factory=list)
    requirements: list[Requirement] = field(default_factory=list)
    term_limits: list[TermLimit] = field(default_factory=list)
    term: Length | None = None
    scenarios: list[Scenario] = field(default_factory=list)
    skipped: int = 0

    @property
    def ever_in_force(self) -> bool:
        """Whether there is a day on which it is in force; not so where another replaced it from the start."""
        return self.end is None or (self.start or date.min + timedelta(days=1)) <= self.end


@dataclass(slots=True)
class Workspace:
    """Every document of a run, in the order of files and of sentences, and the lexicon that policyc ships.

    ``scopes`` are the lexicons of its files and documents. ``loose_scenarios`` stand in no agreement: they speak to
    every agreement of their file. ``laws`` are the laws that policyc ships and that an agreement declares or a user
    asks for, ``asked`` the names by which a user asks for laws: these speak to every agreement.
    """

    documents: list[Document]
    shipped: Lexicon
    scopes: list[Lexicon] = field(default_factory=list)
    loose_scenarios: list[tuple[str, Lexicon, Scenario]] = field(default_factory=list)
    laws: tuple[Document, ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def agreements(self) -> list[Document]:
        """The agreements alone."""
        return [document for document in self.documents if document.kind == "agreement"]


LABEL_PART = re.compile(r"(?<![^\s.()])\d{1,2}(?=[a-z](?:[\s.()]|$))|[^\s.()]+")


@lru_cache(maxsize=4096)
def label_parts(label: str) -> tuple[str, ...]:
    """A label as its parts: ``4.4(a)`` is ``("4", "4", "a")``, ``7b`` is ``7(b)``, ``10A`` a number of its own."""
    return tuple(part.lower() for part in LABEL_PART.findall(label))


def label_covers(reference: str, label: str | None) -> bool:
    """Whether a reference means a clause: ``4`` means 4, 4.1 and 4(a)."""
    if label is None:
        return False
    parts = label_parts(reference)
    return label_parts(label)[: len(parts)] == parts
