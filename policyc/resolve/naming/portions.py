"""What is in data, and what laws say: *copies of records*, *a report on the use of records*, *law requires storage*."""

from __future__ import annotations

import re

from policyc.model.lexicon import Lexicon, Origin
from policyc.model.names import Concept, Kind, key
from policyc.resolve.naming.belonging import OF, Find, Kinds, narrower
from policyc.resolve.naming.nouns import MATTERS
from policyc.resolve.naming.qualities import QUALITY, is_below
from policyc.resolve.report import bare

DATA = frozenset({Kind.DATA})
THING = frozenset({Kind.THING})
RECORD = "record"
WORKS = frozenset({Kind.PURPOSE, Kind.EVENT, Kind.THING})
LAW_SAYS = re.compile(
    r"(?:the\s+|any\s+)?(?:applicable\s+)?law\s+(?P<verb>requires?|permits?|allows?|prohibits?|forbids?)\s+(?P<what>.+)",
    re.IGNORECASE,
)
LAW_STATES = {
    "require": "required by law",
    "permit": "legally permitted",
    "allow": "legally permitted",
    "prohibit": "prohibited by law",
    "forbid": "prohibited by law",
}
PLAIN_MATTERS = frozenset({"it", "retention", "storage", "otherwise", "disclosure"})
PORTIONS = frozenset(
    {"copy", "part", "portion", "subset", "extract", "excerpt", "version", "backup", "summary", "set", "piece", "item"}
)
REPORT = "written report"
ON = re.compile(r"\s+on\s+", re.IGNORECASE)
COUNTS = frozenset({"one", "single", "two", "hard", "paper", "electronic", "digital", "backup", "own"})


def portion(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """Copies and parts of some data: a kind of these."""
    if kinds is not None and Kind.DATA not in kinds:
        return None
    on = ON.search(text)
    report = find(text[: on.start()], DATA) if on else None
    if on and report and is_below(report, REPORT, lexicon) and find(text[on.end() :], MATTERS):
        return narrower(report, bare(text), None, lexicon, origin)
    for found in OF.finditer(text):
        whole = find(text[: found.start()], DATA)
        if key(text[: found.start()]) == RECORD and find(text[found.end() :], frozenset({Kind.EVENT})):
            log = lexicon.find("log", THING)
            return (
                narrower(log, bare(text), None, lexicon, origin) if log and (not kinds or Kind.THING in kinds) else None
            )
        if whole is not None and not whole.is_root and find(text[found.end() :], WORKS):
            return narrower(whole, bare(text), None, lexicon, origin)
        *said, what = key(text[: found.start()]).split() or [""]
        of = find(text[found.end() :], DATA) if what in PORTIONS and is_plainly(said, lexicon) else None
        if of is not None:
            return narrower(of, bare(text), None, lexicon, origin)
    return None


def demanded(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """What a law requires, lets be done or forbids: ``law requires storage of records``."""
    said = LAW_SAYS.fullmatch(text) if kinds is None or Kind.CONDITION in kinds else None
    if said is None or (find(said["what"], None) is None and key(said["what"]) not in PLAIN_MATTERS):
        return None
    found = next(state for verb, state in LAW_STATES.items() if said["verb"].lower().startswith(verb))
    state = lexicon.find(found, frozenset({Kind.CONDITION}))
    return narrower(state, bare(text), None, lexicon, origin) if state else None


def is_plainly(said: list[str], lexicon: Lexicon) -> bool:
    """Whether the words before a portion are a number, or qualities: ``one archival copy``."""
    states = [lexicon.find(word, frozenset({Kind.CONDITION})) for word in said if word not in COUNTS]
    return all(state is not None and is_below(state, QUALITY, lexicon) for state in states)
