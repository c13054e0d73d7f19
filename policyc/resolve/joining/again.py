"""Whether what stands behind `and` says again what a phrase before it says, and so is another way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from policyc.model.kinds import PLACES, PURPOSES
from policyc.resolve.joining.shared import is_state
from policyc.resolve.naming.names import Names
from policyc.syntax import tree

NAMING = ("for", "to", "with", "from", "in", "about", "against", "on behalf of")
TRIGGERS = ("after", "before", "on", "at")
Phrases = Sequence[tree.Phrase]


@dataclass(frozen=True, slots=True)
class Again:
    """Where the phrase stands that is said again, where the other stands behind `and`, and how many belong to it."""

    first: int
    second: int
    length: int
    is_names: bool = True


def stands_again(before: Phrases, behind: Phrases, modal: tree.Modal, names: Names) -> Again | None:
    """What of some phrases is said again behind `and`; None where both hold together."""
    return named_again(before, behind, names) or timed_again(before, behind, modal)


def named_again(before: Phrases, behind: Phrases, names: Names) -> Again | None:
    """``for support, and with consent for research``: persons, purposes or places, said again by the same word."""
    for second, part in enumerate(behind):
        if isinstance(part, tree.Besides | tree.Further):
            break
        if not names_something(part, names):
            continue
        alike = (at for at, other in enumerate(before) if same_word(other, part) and names_something(other, names))
        first = max(alike, default=None)
        if first is not None:
            return Again(first, second, second + 1)
    return None


def names_something(part: tree.Phrase, names: Names) -> bool:
    """Whether a phrase names persons, purposes or places, of which one excludes the other, and no condition."""
    if not isinstance(part, tree.NamePhrase) or part.word not in NAMING or part.mode == "even":
        return False
    if part.word == "about":
        return True
    first = part.names.items[0]
    meant = PURPOSES if part.word == "for" else PLACES if part.word == "in" else None
    return (meant is not None and names.find(first, meant) is not None) or not is_state(first, names)


def same_word(one: tree.Phrase, other: tree.Phrase) -> bool:
    """Whether two phrases begin with one word."""
    return isinstance(one, tree.NamePhrase) and isinstance(other, tree.NamePhrase) and one.word == other.word


def timed_again(before: Phrases, behind: Phrases, modal: tree.Modal) -> Again | None:
    """``every year, and after a breach``; ``until termination, and for 30 days after it``."""
    length = moment(behind)
    counted = max((at for at, part in enumerate(before) if is_count(part)), default=None)
    if length and counted is not None:
        return Again(counted, 0, length, is_names=False)
    starts = [at for at in range(len(before)) if moment(before[at:]) and not isinstance(before[at], tree.Anyhow)]
    first = next((at for at in starts if not isinstance(before[at], tree.ConditionPhrase)), None)
    if modal == "must" and first is not None and (is_count(behind[0]) or (length and not is_if(behind))):
        return Again(first, 0, length or 1, is_names=False)
    until = max((at for at, part in enumerate(before) if getattr(part, "word", "") == "until"), default=None)
    if until is not None and moment(behind[1:]) and is_lasting(behind[0]):
        return Again(until, 0, 2, is_names=False)
    return None


def moment(phrases: Phrases) -> int:
    """How many of the first phrases say upon what: ``at any time after a breach``, ``within 2 days after it``."""
    for at, part in enumerate(phrases):
        if isinstance(part, tree.Anyhow):
            continue
        if isinstance(part, tree.ConditionPhrase):
            return at + 1 if not part.mode and part.word != "unless" else 0
        if isinstance(part, tree.NamePhrase):
            return at + 1 if part.word in TRIGGERS and not part.mode else 0
        if not (isinstance(part, tree.DurationPhrase) and part.word in ("", "within", "at least")):
            return 0
    return 0


def is_count(part: tree.Phrase) -> bool:
    """Whether a phrase says how often."""
    return isinstance(part, tree.FrequencyPhrase) or (isinstance(part, tree.DurationPhrase) and part.word == "every")


def is_if(phrases: Phrases) -> bool:
    """Whether some phrases begin with a condition, and not with a time."""
    first = next(part for part in phrases if not isinstance(part, tree.Anyhow))
    return isinstance(first, tree.ConditionPhrase) and first.word != "when"


def is_lasting(part: tree.Phrase) -> bool:
    """Whether a phrase says for how long."""
    return isinstance(part, tree.DurationPhrase) and part.word in ("for", "for at most", "for at least")


def set_off(before: tree.Phrase, part: tree.Phrase, names: Names) -> bool:
    """Whether a comma stands between two phrases."""
    return "," in names.source.text[before.span[1] : part.span[0]]
