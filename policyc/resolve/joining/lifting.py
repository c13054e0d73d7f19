"""What lifts the last of several bans: it lifts those before as well, as far as it fits them.

*Must not use records or disclose them to third parties except for support* says of neither act that it may not serve
support. With whom, and names that are taken out of a list, belong to the last act alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from policyc.model.kinds import PLACES, PURPOSES
from policyc.resolve.joining.segments import Segment
from policyc.resolve.joining.shared import TIMES, after_comma, is_state
from policyc.resolve.joining.ways import lifts
from policyc.resolve.naming.names import Names
from policyc.syntax import tree

Phrases = Sequence[tree.Phrase]


def lifting_all(part: tree.Phrase, before: Phrases, earlier: Segment, segment: Segment, names: Names) -> bool:
    """Whether an `unless` that a comma sets off lifts what stands before another modal too."""
    conditional = any(isinstance(each, tree.ConditionPhrase) for each in earlier.phrases)
    unless = isinstance(part, tree.ConditionPhrase) and part.word == "unless"
    return unless and segment.modal == earlier.modal and not conditional and after_comma(part.span[0], names)


def lifts_here(part: tree.Phrase, before: Phrases, names: Names) -> bool:
    """Whether a part lifts a ban, by itself or joined to one that does; *for any purpose other than support* does."""
    if lifts(part) or is_anything(part, names):
        return True
    joined = len(before) > 1 and isinstance(before[-1], tree.OtherWay | tree.Besides)
    return joined and lifts_here(before[-2], before[:-2], names)


def fits(part: tree.Phrase, earlier: Segment, names: Names) -> bool:
    """Whether what lifts a ban may lift the one before: with whom, and names out of a list, belong to the last act."""
    if not isinstance(part, tree.NamePhrase):
        return not isinstance(part, tree.ExceptNames) or fits_names(part, earlier, names)
    first = part.names.items[0]
    if part.word in TIMES or is_state(first, names) or part.word == "under":
        return True
    said = {each.word for each in earlier.phrases if isinstance(each, tree.NamePhrase)}
    return part.word not in said and names.find(first, PURPOSES | PLACES) is not None


def fits_names(part: tree.ExceptNames, earlier: Segment, names: Names) -> bool:
    """Whether names are taken out of all purposes: ``for any purpose other than support``."""
    said = any(isinstance(each, tree.NamePhrase) and each.word == "for" for each in earlier.phrases)
    return not said and names.find(part.names.items[0], PURPOSES) is not None


def is_anything(part: tree.Phrase, names: Names) -> bool:
    """Whether a phrase says *for any purpose*."""
    if not isinstance(part, tree.NamePhrase) or part.word != "for" or part.mode:
        return False
    found = names.find(part.names.items[0], PURPOSES)
    return found is not None and found.is_root
