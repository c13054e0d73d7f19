"""A world of clauses written in the policy language: one vocabulary, and a file for each agreement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from benchmarks.clauses import ANYONE, CLAUSES, NOBODY, Agreement, Clause, World
from benchmarks.space import ACTIONS, DATA, PLACES, PURPOSES, formulas, vocabulary
from benchmarks.words import organisation


def texts(world: World) -> Iterator[tuple[str, str]]:
    """The path and the text of each file."""
    yield "vocabulary.policy", vocabulary()
    for number, agreement in enumerate(world.agreements):
        yield f"{number:06}.policy", agreement_text(number, agreement, world)


def agreement_text(number: int, agreement: Agreement, world: World) -> str:
    """One agreement with its clauses."""
    one, other = map(organisation, agreement.parties)
    first, last = date.fromordinal(agreement.first), date.fromordinal(agreement.last)
    lines = [
        f"{one} is a company.",
        f"{other} is a company.",
        f'agreement "{title(number)}" between {one} and {other}, from {first}, until {last}, using "Benchmark".',
    ]
    lines += [f"{label(clause.number)}: {sentence(clause, agreement)}" for clause in world.clauses_of(number)]
    return "\n".join(lines) + "\n"


def title(number: int) -> str:
    """The title of an agreement."""
    return f"Agreement {number:06}"


def label(number: int) -> str:
    """The label of a clause in its agreement."""
    return str(number % CLAUSES + 1)


def sentence(clause: Clause, agreement: Agreement) -> str:
    """One clause as a sentence."""
    parts = [organisation(clause.bearer), clause.modality, ACTIONS[clause.action], DATA.written[clause.data]]
    if clause.minus >= 0:
        parts.append(f"except {DATA.written[clause.minus]}")
    if clause.other != NOBODY:
        parts.append("with anyone" if clause.other == ANYONE else f"with {organisation(clause.other)}")
    if clause.purpose >= 0:
        parts.append(f"for {PURPOSES.written[clause.purpose]}")
    if clause.place >= 0:
        parts.append(f"in {PLACES.written[clause.place]}")
    if clause.condition >= 0:
        parts.append(formulas()[clause.condition].written)
    if clause.start > agreement.first:
        parts.append(f"from {date.fromordinal(clause.start)}")
    if clause.end <= agreement.last:
        parts.append(f"until {date.fromordinal(clause.end - 1)}")
    if clause.despite >= 0:
        parts.append(f"despite {label(clause.despite)}")
    return " ".join(parts) + "."
