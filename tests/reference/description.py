"""A plain description of a small world: what names mean, which agreements there are, and one concrete act in it.

The naive reference reads these records; worlds are drawn as such records and written out as policy text for the engine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

UNNAMED = "?"
"""Somebody, or something, that no name of the world covers."""

ROOTS = ("data", "purpose", "party", "people", "place", "condition", "event", "action")
"""The names that stand for everything of a kind."""

ALL = ("*",)
"""In the place of labels: anything in this agreement."""

Formula = tuple[Any, ...]
"""``("is", name)``, ``("not", formula)``, ``("and", formula, …)`` or ``("or", formula, …)``."""

Side = tuple[str, ...]
"""What prevails or yields: ``("clauses", label, …)``, ``("title", title)``, ``("this",)`` or ``("other",)``.

``("of", title, label, …)`` are clauses of the agreement with that title.
"""

Modality = Literal["may", "must", "must not", "need not"]
Slot = Literal["people", "counterparty", "purpose", "place", "source", "condition"]
Mode = Literal["", "only", "except", "even"]


@dataclass(frozen=True)
class Names:
    """A list of names, and what ``except`` takes from each of them; ``choice`` where they were joined by *or*."""

    names: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()
    choice: bool = False


@dataclass(frozen=True)
class Phrase:
    """A phrase of a clause: names for every slot but ``condition``, which has a formula. ``word`` is how it begins.

    ``aside`` where a comma sets it off from what stands before it.
    """

    slot: Slot
    word: str
    mode: Mode = ""
    names: Names = Names()
    formula: Formula = ()
    aside: bool = False


@dataclass(frozen=True, eq=False)
class Clause:
    """What a clause says.

    ``since`` and ``through`` are days, both included; ``occasions`` pair *after*, *before*, *even after* … with an event;
    ``only_then`` forbids the act at other times, by another clause that is ``said_by`` this one; ``despite`` and
    ``subject_to`` hold labels, or ``ALL``. In a ``plain`` clause no phrase belongs to another. ``turned`` says that the
    sentence is written the other way round, which changes nothing.
    """

    label: str
    bearers: tuple[str, ...]
    modality: Modality
    verbs: Names
    objects: Names | None = None
    phrases: tuple[Phrase, ...] = ()
    since: date | None = None
    through: date | None = None
    occasions: tuple[tuple[str, str], ...] = ()
    only_then: bool = False
    said_by: Clause | None = None
    plain: bool = False
    despite: tuple[str, ...] = ()
    subject_to: tuple[str, ...] = ()
    except_as_allowed: bool = False
    turned: bool = False


@dataclass(frozen=True, eq=False)
class Agreement:
    """An agreement; ``parents`` pairs the names that it defines itself with what they are a kind of.

    ``first`` and ``last`` are its days, both included. ``survivals`` are labels with the days for which they outlive it
    (None: for ever) and the event until which they do (None: any). ``rankings`` pairs what prevails with what yields.
    ``amends`` and ``incorporates`` are titles. ``taken_in`` are those pairs of ``parents`` that a shared name owes to
    what includes it: they do not tell whom its data are about. ``lent`` are those that the vocabulary, or how a name
    is made, says of names of which nobody says anything here but that something includes them.
    """

    title: str
    parties: tuple[str, ...]
    clauses: tuple[Clause, ...]
    first: date | None = None
    last: date | None = None
    parents: tuple[tuple[str, str], ...] = ()
    survivals: tuple[tuple[str, int | None, str | None], ...] = ()
    rankings: tuple[tuple[Side, Side], ...] = ()
    amends: tuple[str, ...] = ()
    incorporates: tuple[str, ...] = ()
    stricter_prevails: bool = False
    taken_in: tuple[tuple[str, str], ...] = ()
    lent: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, eq=False)
class World:
    """Agreements and the vocabulary that they share.

    ``kinds`` is the kind of each name; ``parents`` pairs a name with what it is a kind of, ``excludes`` with what is
    certainly not in it; ``about`` says whom data are about, ``located`` where parties are. ``derived`` pairs data with
    what they are made of, and whether the terms of that hold for them.
    """

    kinds: dict[str, str]
    agreements: tuple[Agreement, ...]
    parents: tuple[tuple[str, str], ...] = ()
    excludes: tuple[tuple[str, str], ...] = ()
    about: dict[str, tuple[str, ...]] = field(default_factory=dict)
    located: dict[str, str] = field(default_factory=dict)
    derived: tuple[tuple[str, str, bool], ...] = ()


@dataclass(frozen=True)
class Point:
    """One concrete act; ``counterparty`` None where the action has none, ``purpose`` None where it is not stated.

    ``data`` may be an event, which a notice tells.
    """

    bearer: str
    action: str
    data: str
    people: str
    counterparty: str | None
    purpose: str | None
    place: str
    source: str
    phase: Literal["during", "after"]
    states: frozenset[str]
    day: date
