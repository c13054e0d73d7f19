"""What a new version of some agreements means that the old one did not: every change once, graded, with a witness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from policyc.analysis.difference.bundles import Bundle, bundles
from policyc.analysis.difference.changes import Change, Group, grouped, one_of_each
from policyc.analysis.difference.differing import Version, differing, version
from policyc.analysis.difference.documents import Arrival, arrivals
from policyc.analysis.difference.grading import exposing, protective
from policyc.analysis.difference.judging import Bench, Shift
from policyc.analysis.difference.obligations import Acts
from policyc.analysis.difference.pairing import Pairing
from policyc.analysis.difference.sentences import Demand, demands, edits
from policyc.analysis.difference.space import space
from policyc.analysis.difference.walk import classes_of, parts
from policyc.analysis.facts import Facts
from policyc.model.names import Kind
from policyc.norms.norm import Norm
from policyc.norms.verdict import TooManyCases, Verdict


@dataclass(slots=True)
class Difference:
    """All that changed between two versions.

    ``unweighed`` are norms whose acts fall into more cases than policyc weighs: something may have changed there.
    ``edited`` counts the clauses whose words, number or place changed.
    """

    changes: list[Change] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    unweighed: list[Norm] = field(default_factory=list)
    edited: int = 0


def difference(pairing: Pairing, old: Facts, new: Facts) -> Difference:
    """Compare two versions; both stand on one universe, so that a name is one bit in both."""
    found = Difference(edited=sum(map(edits, pairing.pairs)))
    for bundle in bundles(pairing, old, new):
        if bundle.pairs:
            compare_bundle(bundle, old, new, found)
    found.arrivals += arrivals(pairing, old, new)
    for pair in pairing.pairs:
        found.demands += demands(pair, old, new)
    return found


def compare_bundle(bundle: Bundle, old: Facts, new: Facts, found: Difference) -> None:
    """Compare the documents of one bundle."""
    before, after = version(bundle.old, old), version(bundle.new, new)
    changed = differing(bundle, before, after)
    if not changed:
        return
    bench = make_bench(bundle, before, after, old, new)
    groups = grouped(itemised(shifts(bench, changed, found), bundle), bench.acts.exposing, new.universe)
    found.changes += [change(group, bench) for group in groups]


def make_bench(bundle: Bundle, before: Version, after: Version, old: Facts, new: Facts) -> Bench:
    """Both versions of a bundle, ready to judge."""
    closures = [new.closure(pair.new) for pair in bundle.pairs] + [old.closure(pair.old) for pair in bundle.pairs]
    here = closures[0]
    acts = Acts(exposing(here), here.covers_key("keep", Kind.ACTION))
    return Bench(before, after, space(closures, bundle.old, bundle.new), acts, protective(here))


def shifts(bench: Bench, changed: list[Norm], found: Difference) -> Iterator[Shift]:
    """Every case that the versions see differently, each once: none lies outside the norms that differ."""
    everything = [*bench.old.norms, *bench.new.norms]
    orders = (bench.old.order, bench.new.order)
    done: list[tuple[Norm, bool]] = []
    for norm in changed:
        placed = bench.space.placed(norm)
        earlier = [each for each, fitting in done if fitting <= placed and each.region.meets(norm.region)]
        known = {id(each) for each in earlier}
        near = [each for each in everything if id(each) not in known and each.region.meets(norm.region)]
        try:
            yield from [
                shift
                for box in bench.space.parts(norm)
                for part in parts(box, near, earlier, orders)
                for shift in bench.shifts(part, placed)
            ]
            done.append((norm, placed))
        except TooManyCases:
            found.unweighed.append(norm)


def itemised(found: Iterable[Shift], bundle: Bundle) -> Iterator[Shift]:
    """All cases but those that only documents decide which one version lacks: that they came or went tells these."""
    paired = bundle.paired
    for shift in found:
        deciding = (*shift.old, *shift.new)
        silent = Verdict.UNCOVERED in (shift.before, shift.after)
        if not silent or any(id(norm.document) in paired for norm in deciding):
            yield shift


# From cases to changes


def change(group: Group, bench: Bench) -> Change:
    """A change with its witness."""
    shift = group.widest
    without, given = turning(shift, bench)
    return Change(
        direction=group.direction,
        before=shift.before,
        after=shift.after,
        old=one_of_each(norm for each in group.shifts for norm in each.old),
        new=one_of_each(norm for each in group.shifts for norm in each.new),
        cells=tuple(each.cell for each in (*group.shifts, *group.taken)),
        witness=replace(shift.point, states=given),
        words=tuple(dict.fromkeys(word for each in group.shifts for word in each.words)),
        without=without,
    )


def turning(shift: Shift, bench: Bench) -> tuple[int, int]:
    """The states that must be absent from the act, and those that must hold, for it to be this change."""
    given, without = shift.point.states, 0
    atoms = list(map(bench.state, classes_of(shift.covering)))
    for atom in atoms:
        if given & atom and is_same(shift, given & ~atom, bench):
            given &= ~atom
    for atom in atoms:
        if not given & atom and not is_same(shift, given | atom, bench):
            without |= atom
    return without, given


def is_same(shift: Shift, states: int, bench: Bench) -> bool:
    """Whether the act is a case of the same change where other states hold."""
    point = replace(shift.point, states=states)
    return any(each.cause == shift.cause for each in bench.seen(point, shift.covering, shift.cell))
