"""Requirements that could not be held against an agreement, told as what a run did not check."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.entailment.assessment import Assessment
from policyc.analysis.entailment.requirements import Unweighed
from policyc.analysis.words import listed
from policyc.findings import Unchecked


def unchecked_requirements(assessment: Assessment) -> Iterator[Unchecked]:
    """One entry for each agreement, policy and reason, at the agreement's header, with the requirements concerned."""
    groups: dict[tuple[int, int, str], list[Unweighed]] = {}
    for each in assessment.unweighed:
        groups.setdefault((id(each.asking.agreement), id(each.asking.policy), each.reason), []).append(each)
    for group in groups.values():
        first = group[0].asking
        labels = listed(dict.fromkeys(each.asking.name for each in group))
        reason = f'not held against {labels} of "{first.policy.title}": {group[0].reason}'
        origin = first.agreement.origin
        yield Unchecked(origin.place, reason, origin.words, incomplete=group[0].limited)
