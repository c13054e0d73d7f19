"""One demanded norm held against an agreement, by its modality: what is missing of it, or what of it is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from policyc.analysis.entailment.cells import uncovered
from policyc.analysis.entailment.covering import Judged, Weighing
from policyc.analysis.entailment.demand import matters
from policyc.analysis.entailment.duties import Duties, is_release
from policyc.analysis.entailment.ensuring import ensured_missing
from policyc.analysis.entailment.excepting import left_by_bans
from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.owed import is_plain_duty, sets_running
from policyc.analysis.entailment.pace import lacks_in_pace
from policyc.model.document import Modality, Timing
from policyc.norms.condition import ALWAYS
from policyc.norms.norm import Norm
from policyc.norms.region import Region, Side
from policyc.norms.verdict import Verdict

UNTIMED = Timing()
NAMED = (Side.COUNTERPARTY, Side.PURPOSE, Side.PLACE)


@dataclass(frozen=True, slots=True)
class Miss:
    """A demanded norm, a part of it that is left out, and, of permissions and bans, what the clauses make of that."""

    wanted: Norm
    part: Region
    judged: Judged | None = None
    slight: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """The norms that give something, and the act that they give, of permissions and bans.

    ``broadly`` where they name only a broader kind of act: who may *share* is not told that it may *sell*.
    """

    norms: tuple[Norm, ...]
    judged: Judged | None = None
    broadly: bool = False


# What is missing


def missing(norms: Sequence[Norm], ground: Ground) -> Iterator[Miss]:
    """What is missing of each demanded norm, and of each choice among duties."""
    for norm in norms:
        if not is_plain_duty(norm) and (miss := first_miss(norm, ground)):
            yield miss
    groups: dict[object, list[Norm]] = {}
    for norm in filter(is_plain_duty, norms):
        groups.setdefault(norm.alternatives or id(norm), []).append(norm)
    for group in groups.values():
        if miss := duty_miss(group, ground):
            yield miss


def first_miss(norm: Norm, ground: Ground) -> Miss | None:
    """A part of a demanded norm that the clauses leave out; None where they say it all."""
    for region in matters(norm, ground):
        if norm.ensured:
            part = ensured_missing(norm, region, ground)
        elif norm.modality is Modality.RELEASE:
            part = uncovered(region, [other.region for other in ground.norms if is_release(other)])
        else:
            if miss := act_miss(norm, region, ground):
                return miss
            continue
        if part:
            return Miss(norm, part)
    return None


def act_miss(norm: Norm, region: Region, ground: Ground) -> Miss | None:
    """The same for a permission or a ban in one region."""
    yields = norm.bans and norm.provision.yields_to_grants
    near = ground.near(region.masks[Side.BEARER])
    weighing = Weighing(ground, [*near, *(left_by_bans(near, ground.closure) if yields else ())])
    verdict = Verdict.FORBIDDEN if norm.bans else Verdict.PERMITTED
    strict, lenient = (paced(norm, weighing.norms, slightly) for slightly in (False, True))
    gap = weighing.gap(region, lambda other: id(other) in strict, verdict, yields)
    if gap is None or is_kept_to(norm, region, weighing, strict):
        return None
    slight = lenient != strict and weighing.gap(region, lambda other: id(other) in lenient, verdict, yields) is None
    slight = slight or is_given_on_condition(norm, region, weighing, yields)
    contrary = None if slight or yields else contradicted(norm, region, weighing)
    gap = contrary or gap
    return Miss(norm, gap.cell.region, gap, slight)


def is_kept_to(norm: Norm, region: Region, weighing: Weighing, good: frozenset[int]) -> bool:
    """Whether leave keeps to a limit that is asked for: a like ``only`` forbids some of the rest, nothing permits any.

    *May share for support only under the same terms* is all the leave there is: to other sharing nothing gives leave,
    not even a clause that lets somebody *process* on instruction.
    """
    if norm.by_only is None:
        return False
    limiting = frozenset(id(other) for other in weighing.norms if other.by_only == norm.by_only and id(other) in good)
    closed = weighing.found(region, (Verdict.FORBIDDEN,), lambda other: id(other) in limiting)
    given = (Verdict.PERMITTED, Verdict.CONFLICTING)
    return closed is not None and weighing.found(region, given, lambda other: names_act(other, norm)) is None


def contradicted(norm: Norm, region: Region, weighing: Weighing) -> Judged | None:
    """A part of a region of which a clause says the contrary in so many words."""
    verdict = Verdict.PERMITTED if norm.bans else Verdict.FORBIDDEN
    plain = frozenset(
        id(other) for other in weighing.norms if (other.grants if norm.bans else other.bans) and is_plain(other, norm)
    )
    return weighing.found(region, (verdict, Verdict.CONFLICTING), lambda other: id(other) in plain) if plain else None


def is_plain(norm: Norm, asked: Norm) -> bool:
    """Whether a clause speaks of what is asked in so many words: of no broader act, purpose, place or recipient.

    What is asked of the outside of a circle (*outside the direct business relationship*) no clause denies that says
    nothing of an outside.
    """
    if is_outside(asked) and not is_outside(norm):
        return False
    own, wanted = norm.items, asked.region.masks
    sides = [Side.ACTION, *(side for side in NAMED if side in asked.stated)]
    return norm.by_only is None and all(any(not item & ~wanted[side] for item in own[side]) for side in sides)


def is_outside(norm: Norm) -> bool:
    """Whether a norm speaks of what lies outside a circle of dealing."""
    return any(limit.word == "outside" and limit.formula is not None for limit in norm.provision.limits)


def is_given_on_condition(norm: Norm, region: Region, weighing: Weighing, yields: bool) -> bool:
    """Whether clauses would say all of a norm if only their conditions, such as *if requested*, were left out."""
    alike = paced(norm, weighing.norms, slightly=True)
    bare = [unconditional(other) if id(other) in alike else other for other in weighing.norms]
    good = frozenset(id(now) for other, now in zip(weighing.norms, bare, strict=True) if id(other) in alike)
    verdict = Verdict.FORBIDDEN if norm.bans else Verdict.PERMITTED
    return Weighing(weighing.ground, bare).gap(region, lambda other: id(other) in good, verdict, yields) is None


def unconditional(norm: Norm) -> Norm:
    """A norm without its condition."""
    return replace(norm, region=replace(norm.region, condition=ALWAYS))


def paced(norm: Norm, others: Iterable[Norm], slightly: bool) -> frozenset[int]:
    """Those of some norms that say what another says, for as long and as often, by identity; or nearly so."""
    alike = (other for other in others if (other.bans if norm.bans else other.grants))
    return frozenset(
        id(other)
        for other in alike
        if not any(not (slightly and lack.slight) for lack in lacks_in_pace(timing(other), timing(norm), norm.modality))
    )


def timing(norm: Norm) -> Timing:
    """The times of a norm; the ban that ``only`` implies has none of its own."""
    return norm.timing if norm.by_only is None else UNTIMED


def duty_miss(group: Sequence[Norm], ground: Ground) -> Miss | None:
    """What duties do not make anybody do of what some wanted duties, alternatives of each other, ask for."""
    for region in matters(group[0], ground):
        wanted = [concerning(norm, region) for norm in group]
        if gap := Duties(ground, ground.norms, asked=True).gap(wanted):
            lenient = Duties(ground, ground.norms, strictly=False, asked=True)
            slight = any(map(lenient.speaks_of, wanted)) and lenient.gap(wanted) is None
            return Miss(gap.wanted.norm, gap.part, slight=slight)
    return None


def concerning(norm: Norm, matter: Region) -> Norm:
    """A norm about some data of some people only."""
    region = norm.region
    for side in (Side.OBJECT, Side.PEOPLE):
        region = region.with_side(side, region.masks[side] & matter.masks[side])
    return replace(norm, region=region)


# What is given


def first_given(norm: Norm, ground: Ground) -> Given | None:
    """What clauses give of what no agreement may provide; None where they give nothing of it."""
    match norm.modality:
        case Modality.DUTY:
            return duty_given(norm, ground)
        case Modality.RELEASE:
            found = [other for other in ground.norms if is_release(other) and other.region.overlap(norm.region)]
            return Given((found[0],)) if found else None
        case _:
            return act_given(norm, norm.region, ground)


def act_given(norm: Norm, region: Region, ground: Ground) -> Given | None:
    """An act that clauses permit, or forbid, although no agreement may."""
    weighing = Weighing(ground, ground.near(region.masks[Side.BEARER]))
    verdict = Verdict.FORBIDDEN if norm.bans else Verdict.PERMITTED
    alike = frozenset(id(other) for other in weighing.norms if (other.bans if norm.bans else other.grants))
    broad = alike if untimed(norm) else paced(norm, weighing.norms, slightly=True)
    named = broad if norm.bans else frozenset(id(each) for each in weighing.norms if names_act(each, norm)) & broad
    for bearing in (named, broad):
        found = weighing.found(region, (verdict, Verdict.CONFLICTING), lambda other, own=bearing: id(other) in own)  # type: ignore[misc]
        if found:
            norms = tuple(other for other in found.deciding if id(other) in bearing)
            return Given(norms, found, broadly=bearing is not named)
    return None


def names_act(norm: Norm, unwanted: Norm) -> bool:
    """Whether a norm grants an act of the kind that is unwanted by name, and not only a broader one."""
    return norm.grants and any(not item & ~unwanted.region.masks[Side.ACTION] for item in norm.items[Side.ACTION])


def duty_given(norm: Norm, ground: Ground) -> Given | None:
    """A duty that no agreement may impose and that a clause imposes."""
    for other in filter(is_plain_duty, ground.near(norm.region.masks[Side.BEARER])):
        overlap = other.region.overlap(norm.region)
        if overlap is None or not sets_running(other, norm, ground):
            continue
        if not untimed(norm) and any(
            not each.slight for each in lacks_in_pace(other.timing, norm.timing, norm.modality)
        ):
            continue
        weighing = Weighing(ground, ground.near(overlap.masks[Side.BEARER]))
        if weighing.found(overlap, (Verdict.PERMITTED, Verdict.CONFLICTING), lambda each, own=other: each is own):  # type: ignore[misc]
            return Given((other,))
    return None


def untimed(norm: Norm) -> bool:
    """Whether a norm sets no time at all, so that any will do."""
    timing = norm.timing
    return not (timing.within or timing.at_least or timing.lasting or timing.every or timing.notice or timing.soft)
