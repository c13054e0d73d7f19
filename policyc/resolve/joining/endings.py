"""What stands at the end of several acts, and for which of them it counts: times, conditions, what lifts a ban.

*Must delete records and notify Acme within 30 days* sets one deadline for both. It is the deadline of the last act
alone where the one before goes on (*must encrypt records and return them within 5 days*) or but limits what is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from policyc.model.kinds import ACTIONS
from policyc.model.names import key
from policyc.resolve.joining.lifting import fits, lifting_all, lifts_here
from policyc.resolve.joining.receivers import GIVING
from policyc.resolve.joining.segments import Segment
from policyc.resolve.joining.shared import TIMES, after_comma, is_state
from policyc.resolve.joining.ways import lifts
from policyc.resolve.naming.names import Names, Unresolved, keys_above
from policyc.syntax import tree

LASTING = frozenset(["keep", "maintain", "establish", "implement", "protect"])
CONTINUING = LASTING | frozenset(
    ["use", "obtain", "encrypt", "pseudonymise", "restrict", "limit", "control", "ensure", "operate", "educate"]
)
"""What goes on, and is not done once upon something."""
Phrases = Sequence[tree.Phrase]


def share_endings(segments: list[Segment], names: Names) -> None:
    """Let what stands at the end count for each act before that it belongs to, back to the last modal."""
    for at in range(len(segments) - 1, 0, -1):
        segment, earlier = segments[at], segments[at - 1]
        parts = [part for part in segment.phrases if part.span[0] >= segment.act.verbs.span[1]]
        common = lifting_all if segment.anew else shared
        wanted = [common(part, parts[:place], earlier, segment, names) for place, part in enumerate(parts)]
        found = [part for place, part in enumerate(parts) if wanted[place] or joins_two(place, parts, wanted)]
        earlier.phrases = [*earlier.phrases, *found]


def joins_two(place: int, parts: Phrases, wanted: list[bool]) -> bool:
    """Whether a part joins two that are wanted."""
    return is_mark(parts[place]) and 0 < place < len(parts) - 1 and wanted[place - 1] and wanted[place + 1]


def is_mark(part: tree.Phrase) -> bool:
    """Whether a part but joins two others."""
    return isinstance(part, tree.OtherWay | tree.Besides)


def shared(part: tree.Phrase, before: Phrases, earlier: Segment, segment: Segment, names: Names) -> bool:
    """Whether a part counts for the act before as well; raises ``Unresolved``, reported, where nobody can tell."""
    if is_mark(part):
        return False
    if segment.modal == "must not" and lifts_here(part, before, names):
        return not any(lifts(each) for each in earlier.phrases) and fits(part, earlier, names)
    if not tells_when(part, names) or any(tells_when(each, names) for each in earlier.phrases):
        return False
    if lasts(earlier, names) and not lasts(segment, names) and is_trigger(part):
        return False
    if lasts(segment, names) and not lasts(earlier, names) and is_length(part):
        return False
    if segment.modal == "must not" or are_one(earlier, segment):
        return True
    return not is_last_alone(part, earlier, segment, names)


def are_one(earlier: Segment, segment: Segment) -> bool:
    """Whether two acts are a choice, or done to what is said once."""
    what = earlier.act.object
    return segment.joiner == "or" or what is None or what.span[0] > segment.act.verbs.span[0]


def is_last_alone(part: tree.Phrase, earlier: Segment, segment: Segment, names: Names) -> bool:
    """Whether a part belongs to the second act alone; raises ``Unresolved``, reported, where nobody can tell."""
    if any(getattr(each, "mode", "") == "only" for each in earlier.phrases):
        return True
    if after_comma(part.span[0], names):
        return False
    if does(earlier, CONTINUING, names) and not does(segment, CONTINUING, names):
        return True
    if lasts(earlier, names) and not lasts(segment, names) and not is_length(part):
        return True
    if isinstance(part, tree.NamePhrase) and part.word not in TIMES and segment.modal == "must":
        return any(key(verb.text) in GIVING for verb in segment.act.verbs.items)
    if isinstance(part, tree.ConditionPhrase | tree.NamePhrase) and getattr(part, "word", "") not in TIMES:
        refuse(part, segment, names)
    return False


def does(segment: Segment, acts: frozenset[str], names: Names) -> bool:
    """Whether all that an act does is one of some acts, or of a kind of them."""
    verbs = [names.lexicon.find(key(verb.text), ACTIONS) for verb in segment.act.verbs.items]
    return all(verb is not None and (verb.key == "process" or bool(keys_above(verb, names) & acts)) for verb in verbs)


def lasts(segment: Segment, names: Names) -> bool:
    """Whether what is done goes on: who keeps a list does not begin to on request."""
    return does(segment, LASTING, names)


def is_length(part: tree.Phrase) -> bool:
    """Whether a phrase says for how long something goes on."""
    return isinstance(part, tree.DurationPhrase) and part.word.startswith("for")


def is_trigger(part: tree.Phrase) -> bool:
    """Whether a phrase says upon what something has to be done."""
    return isinstance(part, tree.NamePhrase) and part.word in ("after", "on", "at")


def tells_when(part: tree.Phrase, names: Names) -> bool:
    """Whether a phrase is a time or a condition."""
    match part:
        case tree.NamePhrase(word):
            state = word in ("with", "without") or (word == "as" and part.mode == "except")
            return word in TIMES or (state and is_state(part.names.items[0], names))
        case tree.DurationPhrase() | tree.DatePhrase() | tree.SoftDeadline() | tree.ConditionPhrase():
            return True
        case _:
            return False


def refuse(part: tree.Phrase, segment: Segment, names: Names) -> NoReturn:
    """Report a condition that may be that of two acts, or of the last alone; raises ``Unresolved``."""
    words = names.origin(part.span).words
    verb = segment.act.verbs.items[0].text
    names.reporter.error(
        "broken-sentence",
        names.origin(part.span),
        f"`{words}` can be read in two ways: it belongs to both acts, or to the last alone.",
        f"If it belongs to both, put a comma before it: `…, {words}`. If it belongs to the last alone, say "
        f"`{segment.written}` again: `and {segment.written} {verb} … {words}`.",
    )
    raise Unresolved
