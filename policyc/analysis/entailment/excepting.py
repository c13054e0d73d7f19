"""What bans leave by their own exceptions: who must use data for nothing *except support* is left to use them for that.

A law that wants the use of data forbidden *except as this agreement allows* (1798.140(ag)(1)(B) of the California Civil
Code: *for any purpose other than for the business purposes specified in the contract*) is met by such a ban alone. It
gives no leave to anybody; only where that is asked does it count as allowed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from policyc.model.document import Dimension, Limit, Modality, Term
from policyc.model.names import Concept
from policyc.norms.concepts import Closure, union
from policyc.norms.norm import Norm
from policyc.norms.region import Side


def left_by_bans(norms: Iterable[Norm], closure: Closure) -> list[Norm]:
    """What the bans among some norms leave for the purposes that they except, as permissions."""
    return [left for norm in norms if norm.bans and norm.by_only is None for left in left_by(norm, closure)]


def left_by(ban: Norm, closure: Closure) -> Iterator[Norm]:
    """What one ban leaves for the purposes that it excepts; nothing where it excepts none."""
    items = tuple(closure.covers(term.value) for term in excepted(ban) if isinstance(term.value, Concept))
    if items:
        names = (*ban.items[: Side.PURPOSE], items, *ban.items[Side.PURPOSE + 1 :])
        region = ban.region.with_side(Side.PURPOSE, union(items))
        yield replace(ban, modality=Modality.PERMISSION, region=region, items=names)


def excepted(ban: Norm) -> Iterator[Term]:
    """The purposes that a ban excepts: *except for support*, *for any purpose other than support*."""
    for limit in ban.provision.limits:
        if limit.dimension is Dimension.PURPOSE and limit.names is not None and not limit.outside:
            yield from limit.names.terms if limit.mode == "except" else taken_out(limit)


def taken_out(limit: Limit) -> Iterator[Term]:
    """The names that are taken out of a list."""
    for term in limit.names.terms if limit.names else ():
        yield from term.minus
