"""Two versions on one road: both are read, then weighed over the same bits, so that a name is one thing in both."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.analysis.difference import Difference, difference
from policyc.analysis.difference.pairing import Moved, Pairing, Replaced, align_days, paired, replaced_parties
from policyc.analysis.facts import Facts
from policyc.findings import Findings, Unchecked
from policyc.model.document import Workspace
from policyc.model.lexicon import Lexicon
from policyc.norms.among import Met
from policyc.norms.concepts import Universe
from policyc.norms.norm import Norm
from policyc.pipeline.files import Inputs
from policyc.pipeline.road import analyse, people_among_people
from policyc.pipeline.shipped import shipped_closure, shipped_lexicon
from policyc.pipeline.unread import unread
from policyc.resolve import resolve
from policyc.source import Source
from policyc.syntax import parse
from policyc.syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and what became of them; ``moved`` and ``replaced`` are told apart from the changes of clauses."""

    pairing: Pairing
    moved: tuple[Moved, ...]
    replaced: tuple[Replaced, ...]
    old: Facts
    new: Facts
    found: Difference
    unchecked: tuple[Unchecked, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One version as it was read: its trees, its workspace, and what was wrong on the way."""

    trees: list[Tree]
    workspace: Workspace
    findings: Findings


def compare(old: Inputs, new: Inputs) -> Comparison:
    """Compare what was read of two versions."""
    lexicon = shipped_lexicon()
    before, after = (read(inputs.sources, lexicon) for inputs in (old, new))
    for reading, inputs in ((before, old), (after, new)):
        reading.findings.extend(inputs.findings)
    return compare_readings(before, after)


def read(sources: list[Source], lexicon: Lexicon) -> Reading:
    """Parse and resolve some sources over a shipped vocabulary."""
    findings, trees = Findings(), []
    for source in sources:
        tree, problems = parse(source)
        trees.append(tree)
        findings.extend(problems)
    workspace, problems = resolve(trees, lexicon)
    findings.extend(problems)
    return Reading(trees, workspace, findings)


def compare_readings(before: Reading, after: Reading) -> Comparison:
    """Compare two versions that were read over one shipped vocabulary."""
    pairing = paired(before.workspace, after.workspace)
    moved = tuple(align_days(pairing.pairs))
    replaced = tuple(replaced_parties(pairing.pairs, before.workspace, after.workspace))
    met = [each for reading in (before, after) for each in people_among_people(reading.workspace)]
    universe = shared_universe(before.workspace, after.workspace, replaced)
    for each in met:
        universe.bit(each.concept)
    old = weighed(before, universe, met)
    new = weighed(after, renamed_universe(universe, replaced), met)
    found = difference(pairing, old, new)
    unchecked = [*left_out(before), *left_out(after), *map(not_weighed, found.unweighed)]
    ordered = sorted(dict.fromkeys(unchecked), key=lambda item: (item.place, item.reason, item.quote))
    return Comparison(pairing, moved, replaced, old, new, found, tuple(ordered))


def shared_universe(old: Workspace, new: Workspace, replaced: tuple[Replaced, ...]) -> Universe:
    """One universe of all names of two workspaces; every name has its bit before anything is weighed."""
    universe = Universe(shipped_closure(new.shipped).universe)
    later = {each.new for each in replaced}
    for workspace in (old, new):
        for scope in workspace.scopes:
            for concept in scope.entries:
                if concept not in later:
                    universe.bit(concept)
    return universe


def renamed_universe(universe: Universe, replaced: tuple[Replaced, ...]) -> Universe:
    """The same bits, by the names of the new version: who takes another's place has that one's bit."""
    renamed = Universe(universe)
    for each in replaced:
        renamed.call(each.old, each.new)
    return renamed


def weighed(reading: Reading, universe: Universe, met: list[Met]) -> Facts:
    """The facts of a version; what could not be made into norms is noted."""
    facts, problems = analyse(reading.workspace, universe=universe, asked=met)
    reading.findings.extend(problems)
    return facts


def left_out(reading: Reading) -> list[Unchecked]:
    """What of a version was not read, and so not compared."""
    found = [*reading.findings.unchecked, *unread(reading.trees, reading.findings)]
    return [item for item in found if item.incomplete]


def not_weighed(norm: Norm) -> Unchecked:
    """A clause whose acts fall into too many cases."""
    origin = norm.clause.origin
    reason = f'clause {norm.clause.name} of "{norm.document.title}" falls into too many cases to compare'
    return Unchecked(origin.place, reason, origin.words, incomplete=True)
