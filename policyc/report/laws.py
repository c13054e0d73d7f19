"""What became of laws and agreements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from policyc.source import Place


class Held(Enum):
    """What became of a law and an agreement.

    ``NOT_MEANT``: its requirements speak of other agreements; ``UNKNOWN``: policyc ships none of that name.
    """

    APPLIED = "applied"
    NOT_IN_FORCE = "not in force"
    NOT_MEANT = "not meant"
    UNKNOWN = "unknown"
    UNDECLARED = "undeclared"


@dataclass(frozen=True, slots=True)
class LawView:
    """What became of a law that policyc ships and an agreement.

    ``law`` is its title, or what the agreement calls it; empty where it declares none. ``why`` says why it was not
    applied. Of its requirements that speak to the agreement, ``asked`` counts all, ``unmet`` those on which something
    was found, ``unweighed`` those that were not weighed.
    """

    agreement: str
    place: Place
    law: str
    held: Held
    why: str = ""
    asked: int = 0
    unmet: int = 0
    unweighed: int = 0
