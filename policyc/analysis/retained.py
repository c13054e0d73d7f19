"""Leave to keep as what frees from a duty to delete: *may retain records to the extent required by law*.

Such leave has a condition: where it holds, the data need not go, though another clause wants them deleted. Leave to
keep that has none denies the duty outright, which is a finding of its own (``destroy-and-keep``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from policyc.analysis.silence import is_about_keeping
from policyc.model.document import Modality
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.condition import ALWAYS
from policyc.norms.norm import Norm
from policyc.norms.region import AFTER, DURING, EVERYTHING, Region, Side

KEPT = (Side.BEARER, Side.OBJECT, Side.PEOPLE, Side.SOURCE)
"""The sides on which leave to keep tells what need not be deleted, by whom."""


def kept_by_leave(norms: Iterable[Norm], closure: Callable[[Norm], Closure]) -> Iterator[Norm]:
    """A release from deleting for each norm that lets data be kept under a condition."""
    for norm in norms:
        if norm.grants and norm.region.condition != ALWAYS and is_about_keeping(norm, closure(norm)):
            yield released(norm, closure(norm))


def released(norm: Norm, closure: Closure) -> Norm:
    """The release from deleting what a norm lets somebody keep; after the end too, unless it speaks of the end."""
    masks = [
        mask if side in KEPT else wide for side, mask, wide in zip(Side, norm.region.masks, EVERYTHING, strict=True)
    ]
    masks[Side.ACTION] = closure.covers_key("delete", Kind.ACTION)
    ending = closure.covers_key("termination", Kind.EVENT)
    speaks_of_end = any(closure.covers(each.event) & ending for each in norm.timing.occasions)
    masks[Side.PHASE] = norm.region.masks[Side.PHASE] if speaks_of_end else DURING | AFTER
    region = Region(tuple(masks), norm.region.condition, norm.region.start, norm.region.end)
    return replace(norm, modality=Modality.RELEASE, region=region)
