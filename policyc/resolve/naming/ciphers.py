"""Which encryption is meant: *encryption of records at rest* is storage encryption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policyc.model.kinds import CONDITIONS, EVENTS, THINGS
from policyc.resolve.naming.names import Names
from policyc.syntax import tree

KINDS = {"rest": "storage encryption", "transit": "transport encryption"}
WORD = re.compile(r"\bencryption\b(?=\s+of\b|$)", re.IGNORECASE)
ACTS = THINGS | EVENTS


def with_cipher(
    last: tree.Name | tree.Quote, behind: Sequence[tree.Phrase], names: Names
) -> tuple[list[tree.Name], int] | None:
    """Encryption named by where the data lie, and how many phrases behind it say so; None where none does."""
    if isinstance(last, tree.Quote) or not WORD.search(last.text) or names.find(last, ACTS) is None:
        return None
    kinds = kinds_in(behind[0], names)
    count = 1 if kinds else 0
    while kinds and behind[count : count + 1] and isinstance(behind[count], tree.Besides):
        more = kinds_in(behind[count + 1], names) if behind[count + 1 :] else []
        if not more:
            break
        kinds += more
        count += 2
    span = (last.span[0], behind[count - 1].span[1]) if count else last.span
    made = [tree.Name(WORD.sub(kind, last.text, count=1), span) for kind in kinds]
    return (made, count) if made and all(names.find(each, ACTS) for each in made) else None


def kinds_in(part: tree.Phrase, names: Names) -> list[str]:
    """The encryptions that ``at rest`` or ``in transit and at rest`` tells of; none for any other phrase."""
    if not isinstance(part, tree.NamePhrase) or part.word not in ("at", "in") or part.mode:
        return []
    states = [names.find(item, CONDITIONS) for item in part.names.all]
    kinds = [KINDS[state.key] for state in states if state is not None and state.key in KINDS]
    return kinds if len(kinds) == len(states) else []
