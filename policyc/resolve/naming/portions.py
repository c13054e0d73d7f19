"""What is in data: *copies of records*, *a report on the use of records*."""

from __future__ import annotations

import re

from policyc.model.kinds import CONDITIONS, DATA, EVENTS, PEOPLE, THINGS
from policyc.model.lexicon import Lexicon, Origin
from policyc.model.names import Concept, Kind, key
from policyc.resolve.naming.belonging import OF, Find, Kinds, narrower
from policyc.resolve.naming.nouns import MATTERS
from policyc.resolve.naming.qualities import QUALITY, is_below
from policyc.resolve.report import bare

RECORD = "record"
WORKS = frozenset({Kind.PURPOSE, Kind.EVENT, Kind.THING})
PORTIONS = frozenset(
    [
        *("copy", "part", "portion", "subset", "extract", "excerpt", "version", "backup", "set", "piece", "item"),
        *("summary", "content", "description", "detail", "directory", "inventory", "list", "register"),
    ]
)
OF_PEOPLE = {
    "location": "location data",
    "whereabouts": "location data",
    "identity": "identity data",
    **dict.fromkeys(("description", "detail", "directory", "list", "particular", "register"), "personal data"),
}
"""What tells of people where these stand behind it, and which data it is: ``list of customers``."""
IN_HAND = re.compile(r"(?P<what>.+)\s+in\s+(?P<whose>.+?)(?:\s*,.*|\s+(?:and|or)\s+.*)?", re.IGNORECASE)
CUSTODY = "custody"
REPORT = "written report"
ON = re.compile(r"\s+on\s+", re.IGNORECASE)
COUNTS = frozenset({"one", "single", "two", "hard", "paper", "electronic", "digital", "backup", "own"})


def portion(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """Copies and parts of some data: a kind of these; records of what happens: a log."""
    if is_log(text, find):
        log = lexicon.find("log", THINGS) if not kinds or Kind.THING in kinds else None
        return narrower(log, bare(text), None, lexicon, origin) if log else None
    if kinds is not None and Kind.DATA not in kinds:
        return None
    on = ON.search(text)
    report = find(text[: on.start()], DATA) if on else None
    if on and report and is_below(report, REPORT, lexicon) and find(text[on.end() :], MATTERS):
        return narrower(report, bare(text), None, lexicon, origin)
    for found in OF.finditer(text):
        whole = find(text[: found.start()], DATA)
        if whole is not None and not whole.is_root and find(text[found.end() :], WORKS):
            return narrower(whole, bare(text), None, lexicon, origin)
        *said, what = key(text[: found.start()]).split() or [""]
        of = find(text[found.end() :], DATA) if what in PORTIONS and is_plainly(said, lexicon) else None
        if of is not None:
            return narrower(of, bare(text), None, lexicon, origin)
    return None


def of_people(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """What tells of people, as data about them: ``list of customers``, ``location of a driver``."""
    if kinds is not None and Kind.DATA not in kinds:
        return None
    for found in OF.finditer(text):
        *said, what = key(text[: found.start()]).split() or [""]
        data = lexicon.find(OF_PEOPLE[what], DATA) if what in OF_PEOPLE and is_plainly(said, lexicon) else None
        people = find(text[found.end() :], PEOPLE) if data else None
        if data is not None and people is not None:
            return narrower(data, bare(text), people, lexicon, origin)
    return None


def in_hand(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """Data that somebody has: ``records in its possession or control``."""
    said = IN_HAND.fullmatch(text) if kinds is None or Kind.DATA in kinds else None
    state = find(said["whose"], CONDITIONS) if said else None
    data = find(said["what"], DATA) if said and state and is_below(state, CUSTODY, lexicon) else None
    return narrower(data, bare(text), None, lexicon, origin) if data else None


def is_log(text: str, find: Find) -> bool:
    """Whether words stand for records of what happens, which are no data but a log: ``records of disclosures``."""
    of = next(OF.finditer(text), None)
    return of is not None and key(text[: of.start()]) == RECORD and find(text[of.end() :], EVENTS) is not None


def is_plainly(said: list[str], lexicon: Lexicon) -> bool:
    """Whether the words before a portion are a number, or qualities: ``one archival copy``."""
    states = [lexicon.find(word, CONDITIONS) for word in said if word not in COUNTS]
    return all(state is not None and is_below(state, QUALITY, lexicon) for state in states)
