"""What a law demands, allows or forbids: *law requires storage*, *permitted by the CCPA*."""

from __future__ import annotations

import re

from policyc.model.kinds import CONDITIONS, LAWS
from policyc.model.lexicon import Lexicon, Origin
from policyc.model.names import Concept, Kind, key
from policyc.resolve.naming.belonging import Find, Kinds, narrower
from policyc.resolve.report import bare

LAW_SAYS = re.compile(
    r"(?:the\s+|any\s+)?(?:applicable\s+)?law\s+(?P<verb>requires?|permits?|allows?|prohibits?|forbids?)\s+(?P<what>.+)",
    re.IGNORECASE,
)
SAID_BY = re.compile(
    r"(?:(?:expressly|explicitly|specifically|otherwise|strictly)\s+)*(?P<verb>[a-z]+ed|forbidden)\s+by\s+(?P<law>.+)",
    re.IGNORECASE,
)
LAW_STATES = {
    "require": "required by law",
    "mandate": "required by law",
    "demand": "required by law",
    "permit": "legally permitted",
    "allow": "legally permitted",
    "authoris": "legally permitted",
    "authoriz": "legally permitted",
    "prohibit": "prohibited by law",
    "forbid": "prohibited by law",
}
PLAIN_MATTERS = frozenset({"it", "retention", "storage", "otherwise", "disclosure"})


def demanded(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """What a law requires, lets be done or forbids: a state of its own below the shipped one."""
    if kinds is not None and Kind.CONDITION not in kinds:
        return None
    said, by = LAW_SAYS.fullmatch(text), SAID_BY.fullmatch(text)
    verb = ""
    if said is not None and (find(said["what"], None) is not None or key(said["what"]) in PLAIN_MATTERS):
        verb = said["verb"].lower()
    elif by is not None and find(by["law"], LAWS) is not None:
        verb = by["verb"].lower()
    found = next((state for begun, state in LAW_STATES.items() if verb.startswith(begun)), None)
    state = lexicon.find(found, CONDITIONS) if found else None
    return narrower(state, bare(text), None, lexicon, origin) if state else None
