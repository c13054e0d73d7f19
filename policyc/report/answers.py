"""What a page shows of questions, scenarios and names."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.findings import Evidence
from policyc.source import Place


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """What an agreement says of some of those, or of that, which a question asks for.

    ``rest`` is true for what no clause names: anyone else, other data.
    """

    names: tuple[str, ...]
    verdict: str
    deciding: tuple[Evidence, ...]
    turns_on: tuple[str, ...] = ()
    because: tuple[tuple[str, ...], ...] = ()
    rest: bool = False


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What one agreement says of a question.

    ``deciding`` are the clauses that decide, with what each does; ``turns_on`` says in words what an unknown verdict
    turns on; ``nearest`` is the permission that came nearest, where that was asked for, and ``lacks`` what it lacks.
    """

    agreement: str
    verdict: str
    deciding: tuple[Evidence, ...]
    turns_on: tuple[str, ...] = ()
    nearest: Evidence | None = None
    lacks: tuple[str, ...] = ()
    because: tuple[tuple[str, ...], ...] = ()
    """For each deciding clause, the definitions by which what is asked about falls under its words."""
    items: tuple[AnswerItem, ...] = ()
    """The answer by name, where the question asks who, what, with whom …"""
    together: tuple[str, ...] = ()
    """The titles of what is read together with the agreement."""
    absent: str = ""
    """Why the agreement does not hold on the day that is asked about; empty where it does."""
    sought: bool = False
    """Whether the permission that came nearest was asked for."""


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """A scenario, weighed against one agreement: what its writer expects and what the clauses say.

    ``missing`` are the clauses that were to decide and do not. ``answer`` is None where it speaks to no agreement.
    """

    title: str
    place: Place
    expected: str
    by: tuple[str, ...]
    answer: AnswerView | None
    missing: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the clauses say what the writer expects."""
        return self.answer is not None and self.answer.verdict == self.expected and not self.missing


@dataclass(frozen=True, slots=True)
class NameView:
    """What is said of a name: pairs of a relation and words, in the order in which a reader asks."""

    name: str
    kind: str
    said: tuple[tuple[str, str], ...]
