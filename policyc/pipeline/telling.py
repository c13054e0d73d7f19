"""Changes in words: one sentence each, as a lawyer would tell a colleague what the new version does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from policyc.analysis.difference.changes import Change
from policyc.analysis.difference.obligations import GONE, NEW
from policyc.analysis.difference.pairing import identity
from policyc.analysis.words import concept_words, listed, scenario_words
from policyc.model.document import Document, Modality
from policyc.norms.concepts import Universe
from policyc.norms.norm import Norm
from policyc.norms.region import DAWN, Point
from policyc.norms.verdict import Verdict
from policyc.pipeline.comparison import Comparison
from policyc.rules.wording import act, clauses, plural_clauses, said, sentence, verb

PAST = {Verdict.PERMITTED: "permitted", Verdict.FORBIDDEN: "forbade"}
SILENT = "silent"


def verdict_words(verdict: Verdict) -> str:
    """A verdict as a page on differences calls it."""
    return SILENT if verdict is Verdict.UNCOVERED else verdict.value


def own_document(change: Change, before: bool = False) -> Document | None:
    """The document that a change is told under, as it is or as it was; None where it was another one before."""
    own = told_under(change)
    if not before:
        return own
    return next((norm.document for norm in change.old if identity(norm.document) == identity(own)), None)


def told_under(change: Change) -> Document:
    """The document that a change is told under: that of the first clause, after where there is one."""
    return (change.new or change.old)[0].document


def message(change: Change, comparison: Comparison) -> str:
    """A change in one sentence."""
    if change.of_verdict:
        return f"{outcome(change, comparison)}{beforehand(change)}."
    return terms_message(change, comparison)


def outcome(change: Change, comparison: Comparison) -> str:
    """What the new version makes of the act."""
    if change.after is Verdict.UNCOVERED:
        return f"No clause speaks any longer of the case that {where(change, comparison)}"
    named, does = sentence(clauses(change.new, own_document(change))), deed(change, comparison)
    if change.after is Verdict.CONFLICTING:
        return f"{named} now {'conflict' if plural_clauses(change.new) else 'conflicts with itself'} over {does}"
    if change.after is Verdict.FORBIDDEN:
        return f"{named} {now(change.new, 'forbids', 'forbid')} {does}"
    words = ("requires", "require") if only_duties(change.new) else ("permits", "permit")
    return f"{named} {now(change.new, *words)} {does}"


def now(norms: Sequence[Norm], third_person: str, plain: str) -> str:
    """What some clauses do in the new version: ``now permits``, ``would now permit``."""
    words = verb(norms, third_person, plain)
    return f"would now {plain}" if words.startswith("would ") else f"now {words}"


def beforehand(change: Change) -> str:
    """What the old version made of it."""
    if change.before is Verdict.UNCOVERED:
        return ", of which no clause spoke before"
    named = clauses(change.old, own_document(change, before=True))
    if change.before is Verdict.CONFLICTING:
        return f", over which {named} conflicted before"
    past = "required" if change.before is Verdict.PERMITTED and only_duties(change.old) else PAST[change.before]
    return f", which {named} {past} before"


def only_duties(norms: Iterable[Norm]) -> bool:
    """Whether all of some norms are duties."""
    return all(norm.modality is Modality.DUTY for norm in norms)


def deed(change: Change, comparison: Comparison) -> str:
    """The act of a change: ``Facebook to use account balances for advertising, without consent``."""
    universe, norms = comparison.new.universe, (*change.old, *change.new)
    point = change.witness
    words = act(replace(point, states=0, day=DAWN), comparison.new, *norms)
    given = [f"given {state_words(point.states, universe)}"] if point.states else []
    return ", ".join([words, *given, *lacking(change, comparison)])


def where(change: Change, comparison: Comparison) -> str:
    """The act of a change as a case: ``Facebook uses account balances for advertising, without consent``."""
    universe = comparison.new.universe
    timeless = replace(change.witness, day=DAWN)
    words = scenario_words(timeless, said(*change.old, *change.new), universe)
    return ", ".join([words, *lacking(change, comparison)])


def witness(change: Change, comparison: Comparison) -> str:
    """The act of a change as a scenario."""
    universe = comparison.new.universe
    words = scenario_words(in_both(change.witness, comparison), said(*change.old, *change.new), universe)
    return sentence(", ".join([words, *lacking(change, comparison)])) + "."


def in_both(point: Point, comparison: Comparison) -> Point:
    """The act, without its day where the days of an agreement changed: clauses are then compared by the new ones."""
    return replace(point, day=DAWN) if comparison.moved else point


def lacking(change: Change, comparison: Comparison) -> list[str]:
    """What must be absent for the change to be one; without consent there is no opt-in consent either."""
    covers = (comparison.new if change.new else comparison.old).closure(told_under(change)).covers
    absent = {concept: covers(concept) for concept in comparison.new.universe.named(change.without)}
    widest = [each for each, mask in absent.items() if not any(inside(mask, other) for other in absent.values())]
    return [f"without {listed(map(concept_words, widest), 'or')}"] if absent else []


def inside(mask: int, other: int) -> bool:
    """Whether a set lies in a larger one."""
    return mask != other and not mask & ~other


def state_words(states: int, universe: Universe) -> str:
    """Some states in words."""
    return listed(concept_words(concept) for concept in universe.named(states))


# Duties and terms


def particulars(change: Change) -> tuple[str, ...]:
    """What a change says besides its sentence."""
    if not change.of_verdict:
        return ()
    said = [*(GONE.values() if only_duties(change.old) else ()), *(NEW.values() if only_duties(change.new) else ())]
    return tuple(words for words in change.words if words not in said)


def terms_message(change: Change, comparison: Comparison) -> str:
    """A change of a duty or of the terms of a clause, the verdict being the same."""
    before, after = clauses(change.old, own_document(change, before=True)), clauses(change.new, own_document(change))
    does = deed(change, comparison)
    if change.old and change.new:
        named = sentence(after)
        return f"The terms of {named[:1].lower() + named[1:]} changed for {does}: {listed(change.words)}."
    if change.new:
        words = now(change.new, *effect(change.new))
        return f"{sentence(after)} {words} {does}, which no clause did before."
    infinitive = effect(change.old)[0]
    return f"No clause any longer {infinitive} {does}; {before} did before."


EFFECTS = {
    Modality.DUTY: ("requires", "require"),
    Modality.RELEASE: ("lifts the duty for", "lift the duty for"),
    Modality.PERMISSION: ("permits", "permit"),
    Modality.BAN: ("forbids", "forbid"),
}


def effect(norms: Sequence[Norm]) -> tuple[str, str]:
    """What some clauses do to an act, for one clause and for several."""
    if norms[0].ensured:
        return "asks for it to be ensured what binds", "ask for it to be ensured what binds"
    return EFFECTS[norms[0].modality]
