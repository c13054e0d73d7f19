"""Whether a change is looser or stricter, seen from the people whom the data are about.

What becomes permitted loosens their protection, what becomes forbidden tightens it; an agreement that falls silent on
what it permitted no longer gives leave for it, and one that falls silent on what it forbade no longer protects. Two
clauses that conflict stand between leave and ban: whoever wants to act can point to one of them.

| before \\ after | permitted | forbidden | conflicting | silent |
|---|---|---|---|---|
| permitted | – | stricter | stricter | stricter |
| forbidden | looser | – | looser | looser |
| conflicting | looser | stricter | – | mixed |
| silent | looser | stricter | mixed | – |

Acts that protect people (to delete, to notify, to encrypt, to be audited …) are graded the other way round: a ban on
deletion is looser, leave to audit is stricter.

| duties and other terms | looser | stricter |
|---|---|---|
| a duty | gone | new |
| a duty to do what exposes data (use, share, keep …) | new | gone |
| release from a duty | new | gone |
| what a third party is to be bound to | gone | new |
| deadline, rhythm of a duty | longer | shorter |
| notice, shortest time before an event | shorter | longer |
| how long data may or must be kept, leave lasts | longer | shorter |
| how long a ban or another duty lasts | shorter | longer |
| how often something is allowed | more often | less often |
| manner of a duty (*with encryption*) | dropped | added |
| choice between ways to meet a duty | given | taken |
| trigger of a duty, leave that third parties are to be given | mixed: another one | mixed: another one |

Everything is symmetrical: what is looser one way is stricter the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from policyc.model.names import GUARDING, Kind
from policyc.norms.concepts import Closure
from policyc.norms.verdict import Verdict


class Direction(Enum):
    """How a change bears on the people whom the data are about."""

    LOOSER = "looser"
    STRICTER = "stricter"
    MIXED = "mixed"

    @property
    def reverse(self) -> Direction:
        """The direction of the change the other way round."""
        return {Direction.LOOSER: Direction.STRICTER, Direction.STRICTER: Direction.LOOSER}.get(self, self)


FREEDOM = {Verdict.FORBIDDEN: 0, Verdict.UNCOVERED: 1, Verdict.CONFLICTING: 1, Verdict.PERMITTED: 2}
"""How much leave a verdict gives; silence and conflict lie between, and cannot be compared with each other."""

PROTECTIVE = (
    *GUARDING,
    *("notify", "respond", "explain", "demonstrate", "assist", "cooperate", "audit", "supervise"),
    *("protect", "contain", "investigate", "remediate", "cure", "authenticate", "educate", "vet"),
)
"""The acts of the shipped vocabulary that protect the people whom data are about, by their keys."""


def protective(closure: Closure) -> int:
    """The acts that protect people, as a scope sees them."""
    return closure.covers_keys(PROTECTIVE, Kind.ACTION)


def exposing(closure: Closure) -> int:
    """The acts on data that do not protect people: what is done to them or with them."""
    return closure.covers_keys(("process",), Kind.ACTION) & ~protective(closure)


def direction_of(before: Verdict, after: Verdict, protects: bool) -> Direction:
    """The direction of a change of verdict on an act."""
    leave = FREEDOM[after] - FREEDOM[before]
    if not leave:
        return Direction.MIXED
    found = Direction.LOOSER if leave > 0 else Direction.STRICTER
    return found.reverse if protects else found


def together(directions: Iterable[Direction]) -> Direction | None:
    """The direction of several changes at once; None where there is none."""
    found = set(directions)
    return found.pop() if len(found) == 1 else Direction.MIXED if found else None
