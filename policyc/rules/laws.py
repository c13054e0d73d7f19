"""Words that rules share on laws: under which law an agreement says that it is made."""

from __future__ import annotations

import re
from functools import lru_cache

from policyc.model.document import Document
from policyc.model.names import Kind, key
from policyc.norms.concepts import Closure

BY_NUMBER = {"2016/679": "gdpr"}
"""Laws that are called by their number, and their names in the vocabulary."""
EUROPEAN = "european data protection law"


def is_under(document: Document, law: str, closure: Closure) -> bool:
    """Whether an agreement says that it is made under a law, or a law of a kind: *under "GDPR Art. 28"*."""
    titles = (*document.under, *document.using)
    if not titles:
        return False
    wanted = closure.covers_key(law, Kind.LAW)
    found = (closure.find(name, Kind.LAW) for title in titles for name in beginnings(title))
    return any(each is not None and closure.universe.bit(each) & wanted for each in found)


@lru_cache(maxsize=1024)
def beginnings(title: str) -> tuple[str, ...]:
    """What a reference to a law may call it: its first words, the longest run first; or the name for its number."""
    numbered = tuple(name for number, name in BY_NUMBER.items() if number in title)
    words = re.sub(r"[.,;:()]", " ", title).split()
    return (*numbered, *(key(" ".join(words[:count])) for count in range(len(words), 0, -1)))
