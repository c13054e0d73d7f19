"""Laws that policyc ships, held against the agreements that declare them: which were, which were not, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.lasting import TooLong, too_long
from policyc.analysis.entailment.requirements import Outcome, Unweighed, held
from policyc.analysis.entailment.selection import fits
from policyc.analysis.required import agreements
from policyc.analysis.words import listed
from policyc.model.document import Document, Requirement, TermLimit
from policyc.model.laws import brings_in
from policyc.model.lexicon import Lexicon
from policyc.norms.in_force import holds_on
from policyc.report import Held


@dataclass(frozen=True, slots=True)
class Application:
    """What became of a law, by its title or as the agreement calls it, and an agreement.

    ``why`` says in words why it was not held against it; ``asked`` counts its requirements that speak to the agreement,
    ``unmet`` those of them that something was found on, ``unweighed`` those that could not be weighed.
    """

    agreement: Document
    law: str
    held: Held
    why: str = ""
    asked: int = 0
    unmet: int = 0
    unweighed: int = 0


@dataclass(frozen=True, slots=True)
class Laws:
    """The shipped laws that were brought in, and the names by which a user asks for laws for every agreement.

    ``titles`` are those of the policies among the files: an agreement that names one of them asks for no shipped law.
    """

    documents: tuple[Document, ...] = ()
    asked: tuple[str, ...] = ()
    shipped: Lexicon | None = None
    titles: frozenset[str] = frozenset()

    def meant_by(self, names: Sequence[str]) -> list[Document]:
        """The laws that some names mean."""
        if not names or self.shipped is None:
            return []
        return [law for law in self.documents if brings_in(law.title, law.under, names, self.shipped)]


def apply(
    laws: Laws, agreement: Document, ground: Ground | None, day: date | None
) -> tuple[list[Application], list[Outcome | TooLong]]:
    """What became of each law that an agreement declares or a user asks for, and what comes of holding it.

    ``ground`` is that of the agreement, wherever there are laws.
    """
    names = (*agreement.under, *agreement.using, *laws.asked)
    applications: list[Application] = []
    outcomes: list[Outcome | TooLong] = []
    for law in laws.meant_by(names):
        if ground:
            application, found = apply_one(law, ground, day)
            applications.append(application)
            outcomes += found
    applications += not_shipped(laws, agreement)
    return applications or [Application(agreement, "", Held.UNDECLARED, "it declares no law")], outcomes


def apply_one(law: Document, ground: Ground, day: date | None) -> tuple[Application, list[Outcome | TooLong]]:
    """The same for one law."""
    agreement = ground.document
    if why := out_of_force(law, agreement, day):
        return Application(agreement, law.title, Held.NOT_IN_FORCE, why), []
    asked: list[Requirement | TermLimit] = [*law.requirements, *law.term_limits]
    speaking = [each for each in asked if fits(each.selections, ground) is not None]
    if not speaking:
        whom = listed(dict.fromkeys(agreements(each.selections) for each in asked), "or")
        return Application(agreement, law.title, Held.NOT_MEANT, f"it speaks to {whom}"), []
    found: list[Outcome | TooLong] = [*held(law, ground, day, shipped=True), *too_long(law, ground, day, shipped=True)]
    unweighed = sum(isinstance(each, Unweighed) for each in found)
    unmet = len(found) - unweighed
    return Application(agreement, law.title, Held.APPLIED, "", len(speaking), unmet, unweighed), found


def out_of_force(law: Document, agreement: Document, day: date | None) -> str:
    """Why a law says nothing about an agreement by its dates; empty where it does."""
    moment = agreement.start or day
    if moment is None or holds_on(law, moment):
        return ""
    since = f"in force from {law.start.isoformat()}" if law.start and moment < law.start else ""
    until = f"in force until {law.end.isoformat()}" if law.end and not since else ""
    begins = "the agreement begins on" if agreement.start else "the day that is weighed is"
    return f"{since or until}, and {begins} {moment.isoformat()}"


def not_shipped(laws: Laws, agreement: Document) -> Iterator[Application]:
    """The laws that an agreement says it is under and of which policyc ships no requirements."""
    for name in dict.fromkeys(agreement.under):
        if name.lower() not in laws.titles and not laws.meant_by((name,)):
            yield Application(agreement, name, Held.UNKNOWN, "policyc ships no requirements of it")
