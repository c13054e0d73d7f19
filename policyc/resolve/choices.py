"""Where `or` in a duty leaves no choice: who must delete *any copies or backups* must delete both.

So it is with *each*, *every* and *all*; and who must respond to requests *from customers or authorities* does not
choose from whom they come, as who must get something from one or the other does.
"""

from __future__ import annotations

from dataclasses import replace

from policyc.model.document import Dimension, Limit, Modality, TermList
from policyc.resolve.parts import Parts

SWEEPING = frozenset({"any", "each", "every", "all"})


def without_choice(parts: Parts, modality: Modality) -> None:
    """Take the choice out of what is acted on, and with whom, where none is left."""
    if modality is not Modality.DUTY:
        return
    if parts.object is not None and is_each(parts.object):
        parts.object = replace(parts.object, choice=False)
    parts.limits = [each_of(limit, parts) for limit in parts.limits]


def each_of(limit: Limit, parts: Parts) -> Limit:
    """A limit whose names are all meant, where they are."""
    if limit.names is None or not limit.names.choice:
        return limit
    given = limit.dimension is Dimension.SOURCE and not parts.does("obtain")
    dealt_with = limit.dimension is Dimension.COUNTERPARTY and is_each(limit.names)
    return replace(limit, names=replace(limit.names, choice=False)) if given or dealt_with else limit


def is_each(terms: TermList) -> bool:
    """Whether a list begins with a word that means each one there is."""
    return terms.terms[0].text.split()[0].lower() in SWEEPING
