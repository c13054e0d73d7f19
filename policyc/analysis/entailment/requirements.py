"""Requirements held against agreements: what each agreement must provide and does not, and may not provide and does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from policyc.analysis.entailment.cells import TooManyCells
from policyc.analysis.entailment.covering import Judged
from policyc.analysis.entailment.demand import Demand, demand
from policyc.analysis.entailment.ensuring import ensuring
from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.held import first_given, missing
from policyc.analysis.entailment.selection import fits
from policyc.model.document import Document, Modality, Provision, Requirement
from policyc.model.names import Concept
from policyc.norms.concepts import union
from policyc.norms.condition import TooManyAlternatives
from policyc.norms.in_force import speaks_to
from policyc.norms.norm import Norm
from policyc.norms.region import Region, Side


@dataclass(frozen=True, slots=True)
class Asking:
    """A requirement, the policy in which it stands, and the agreement that it is held against.

    ``shipped`` where it is one of a law that policyc ships.
    """

    requirement: Requirement
    policy: Document
    ground: Ground
    shipped: bool = False

    @property
    def name(self) -> str:
        """How the requirement is called: its label, or its line."""
        return self.requirement.label or f"line {self.requirement.origin.place.line}"

    @property
    def agreement(self) -> Document:
        """The agreement."""
        return self.ground.document


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An agreement does not provide what it must.

    ``wanted`` is the norm that is missing or incomplete, ``part`` what of it is left out, ``judged`` what the clauses
    make of that where it is a permission or ban, ``also`` how many other things are missing. ``slight`` where some
    clause comes so near that it is a matter of judgement. ``mended`` is the day from which amendments provide it.
    ``others`` are what is missing of each of its alternatives, ``unspoken`` counts those of which no clause speaks.
    """

    asking: Asking
    wanted: Norm
    part: Region
    judged: Judged | None
    slight: bool
    also: int = 0
    mended: date | None = None
    others: tuple[Shortfall, ...] = ()
    unspoken: int = 0


@dataclass(frozen=True, slots=True)
class Provided:
    """An agreement provides what it may not: by which clauses, and, of permissions and bans, for which act.

    ``broadly`` where its clauses only name a broader kind of act.
    """

    asking: Asking
    unwanted: Norm
    norms: tuple[Norm, ...]
    judged: Judged | None
    broadly: bool = False


@dataclass(frozen=True, slots=True)
class Unweighed:
    """A requirement that could not be held against an agreement, and why; ``limited`` where it takes too much work."""

    asking: Asking
    reason: str
    limited: bool = False


Outcome = Shortfall | Provided | Unweighed


def held(policy: Document, ground: Ground, day: date | None, shipped: bool = False) -> Iterator[Outcome]:
    """What comes of holding a policy, or ``shipped`` law, against an agreement; nothing where it is not meant."""
    if not policy.ever_in_force or not speaks_to(policy, ground.document, day):
        return
    if policy.end and day is None and ground.document.start is None:
        why = f"the policy ends on {policy.end.isoformat()}, and the agreement does not say when it begins"
        yield from (Unweighed(Asking(each, policy, ground, shipped), why) for each in policy.requirements)
        return
    seen: Ground | None = None
    for requirement in policy.requirements:
        if seen is None:
            closure = ground.closure.beside(policy.lexicon)
            seen = ground if closure is ground.closure else ground.seen_with(closure)
        if outcome := weigh(Asking(requirement, policy, seen, shipped)):
            yield outcome


def weigh(asking: Asking) -> Outcome | None:
    """What comes of holding one requirement against one agreement; None where it is met, or does not speak to it.

    It is met by any of its alternatives; else what is missing of the one that comes nearest is told first.
    """
    found = fits(asking.requirement.selections, asking.ground)
    if found is None:
        return None
    outcomes: list[Outcome] = []
    ways = [way for way in asking.requirement.alternatives if is_spoken_of(way, asking.ground)]
    for provision in (asking.requirement.provision, *ways):
        outcome = weigh_one(asking, demand(asking.requirement, provision, found, asking.ground))
        if outcome is None:
            return None
        outcomes.append(outcome)
    return of_alternatives(outcomes, len(asking.requirement.alternatives) - len(ways))


def of_alternatives(outcomes: list[Outcome], unspoken: int) -> Outcome:
    """What comes of a requirement none of whose alternatives is met; what binds nobody there is none that could be."""
    short = [each for each in outcomes if isinstance(each, Shortfall)]
    if not short or any(isinstance(each, Unweighed) and each.limited for each in outcomes):
        return next(each for each in outcomes if not isinstance(each, Shortfall))
    short.sort(key=lambda each: (not each.slight, each.mended is None))
    return replace(short[0], others=tuple(short[1:]), unspoken=unspoken)


def is_spoken_of(provision: Provision, ground: Ground) -> bool:
    """Whether a clause speaks of an act of the kind that a provision asks for, so that it may be met at all."""
    while provision.ensured:
        provision = provision.ensured
    terms = (term.value for term in provision.actions.terms)
    acts = union(ground.closure.covers(each) for each in terms if isinstance(each, Concept))
    return bool(acts & spoken(ground, provision.modality is Modality.DUTY))


def spoken(ground: Ground, duties: bool) -> int:
    """The acts of which clauses speak, or duties alone."""
    name = "acts of duties" if duties else "acts"
    if name not in ground.kept:
        norms = [norm for norm in ground.norms if norm.modality is Modality.DUTY or not duties]
        ground.kept[name] = union(norm.region.masks[Side.ACTION] for norm in norms)
    return cast(int, ground.kept[name])


def weigh_one(asking: Asking, asked: Demand) -> Outcome | None:
    """What comes of holding one thing that is demanded against one agreement; None where the agreement meets it.

    Where a document that belongs to it is not at hand, only what the rest says is known.
    """
    missing = asking.ground.missing
    outcome = None if missing and asking.requirement.negative else weigh_whole(asking, asked)
    if missing and (outcome or asking.requirement.negative):
        return Unweighed(asking, "a document that belongs to the agreement is not at hand")
    return outcome


def weigh_whole(asking: Asking, asked: Demand) -> Outcome | None:
    """The same for an agreement that is at hand as a whole."""
    if asked.unreadable:
        return Unweighed(asking, "its conditions have too many alternatives", limited=True)
    if not asked.norms:
        return Unweighed(asking, "nothing is left of it here")
    if asking.requirement.negative and any(norm.ensured for norm in asked.norms):
        return Unweighed(asking, "whether others may be bound to something is not weighed")
    try:
        return offence(asking, asked) if asking.requirement.negative else shortfall(asking, asked)
    except (TooManyCells, TooManyAlternatives):
        return Unweighed(asking, "there are too many cases to weigh them all", limited=True)


def offence(asking: Asking, asked: Demand) -> Provided | None:
    """What an agreement provides of what it may not."""
    for norm in asked.norms:
        if found := first_given(norm, asking.ground):
            return Provided(asking, norm, found.norms, found.judged, found.broadly)
    return None


def shortfall(asking: Asking, asked: Demand) -> Shortfall | Unweighed | None:
    """What an agreement does not provide of what it must; of those things, the one that somebody there is to do."""
    misses = list(missing(asked.norms, asking.ground))
    own = [miss for miss in misses if binds_somebody(miss.wanted, asking.ground)]
    if misses and not own:
        return Unweighed(asking, "no party here is known to be whom it binds")
    if not own:
        return None
    grave = [miss for miss in own if not miss.slight]
    worst = (grave or own)[0]
    day = mended_on(asked.norms, asking.ground)
    return Shortfall(asking, worst.wanted, worst.part, worst.judged, worst.slight, len(own) - 1, day)


def mended_on(norms: Iterable[Norm], ground: Ground) -> date | None:
    """The day of the last amendment, if from then on nothing is missing of what is demanded."""
    days = [each.start for each in ground.documents if each.amends and each.start]
    if not days:
        return None
    last = max(days)
    later = [
        replace(norm, region=replace(norm.region, start=max(norm.region.start, last.toordinal()))) for norm in norms
    ]
    return None if any(missing([norm for norm in later if not norm.region.empty], ground)) else last


def binds_somebody(norm: Norm, ground: Ground) -> bool:
    """Whether a demanded norm binds a party of the agreement, or people, or everybody."""
    bearers = union(ensuring(norm, ground)) if norm.ensured else norm.region.masks[Side.BEARER]
    return bearers < 0 or bool(bearers & ground.parties)
