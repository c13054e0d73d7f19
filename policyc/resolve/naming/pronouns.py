"""Whom *their*, *his* and *her* mean: people whom the sentence names before, rather than who acts.

*Their* are also several parties; *his* and *her* nobody's but a person's. Where what belongs to them is only ever a
person's, as consent is, whose data were named before counts as named: *a customer's name without his consent*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from policyc.model.kinds import PERSONS
from policyc.model.lexicon import Lexicon
from policyc.model.names import Concept, Kind, key
from policyc.resolve.naming.belonging import ACTING_FOR, Find, divisions
from policyc.resolve.naming.qualities import is_plural

THEIR = re.compile(r"\b(?:their|his|her)\s+(?P<what>.+)", re.IGNORECASE)
HIS = re.compile(r"\b(?:his|her)\s", re.IGNORECASE)
PERSONAL = frozenset({"consent", "child", "family", "guardian", "parent", "permission", "will"})
"""What only people have."""


def meant_by(text: str, before: Sequence[str], find: Find, lexicon: Lexicon) -> str | None:
    """Whom the pronoun in a name means among what is named before it; None where nobody there."""
    said = THEIR.search(text)
    if said is None:
        return None
    his = HIS.search(text) is not None
    personal = his or key(said["what"]).rsplit(" ", maxsplit=1)[-1] in PERSONAL
    for named in reversed(before):
        for who in somebody_in(named, personal):
            person = find(who, PERSONS)
            if person is not None and fits(person, who, his, lexicon):
                return who
    return None


def somebody_in(named: str, personal: bool) -> Iterator[str]:
    """The words of a name that may stand for somebody: all, the first ones, or whose it is."""
    words = named.split()
    yield named
    if len(words) > 1 and words[-1].lower() == "access":
        yield " ".join(words[:-1])
    if personal:
        yield from (who for _, who in divisions(named, ""))


def fits(person: Concept, said: str, his: bool, lexicon: Lexicon) -> bool:
    """Whether a pronoun may mean somebody: people, who work for a party, and with *their* also several parties."""
    if person.kind is Kind.PEOPLE or not ACTING_FOR.isdisjoint(up.key for up in lexicon.above(person)):
        return True
    return not his and is_plural(said)
