"""The ways in which norms of two documents bear on each other, so that the documents have to be weighed together."""

from __future__ import annotations

from enum import IntEnum


class Contact(IntEnum):
    """The ways in which norms of two documents bear on each other.

    A grant and a ban clash; data that flow to somebody meet a ban on a use of them, or a promise of consent. What was
    got is given on (``ONWARD``), or given by another clause between the same two, who may also owe word of a breach
    (``BETWEEN``): then it is the one that gives which has to be read with the other.
    """

    CLASH = 0
    USE = 1
    CONSENT = 2
    ONWARD = 3
    BETWEEN = 4


DIRECTED = frozenset({Contact.ONWARD, Contact.BETWEEN})
"""The ways that lead from what gives to the other, and not back."""
