"""What came of holding every requirement against every agreement to which it speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.lasting import TooLong, too_long
from policyc.analysis.entailment.laws import Application, Laws, apply
from policyc.analysis.entailment.requirements import Outcome, Provided, Shortfall, Unweighed, held
from policyc.model.document import Document


@dataclass(frozen=True, slots=True)
class Assessment:
    """What came of holding policies and laws against agreements, in the order of the agreements, then of the policies.

    ``applications`` tell of each agreement which shipped laws were held against it.
    """

    unmet: tuple[Shortfall, ...] = ()
    provided: tuple[Provided, ...] = ()
    unweighed: tuple[Unweighed, ...] = ()
    too_long: tuple[TooLong, ...] = ()
    applications: tuple[Application, ...] = ()


def assess(
    policies: Sequence[Document],
    laws: Laws,
    agreements: Iterable[Document],
    ground_of: Callable[[Document], Ground],
    day: date | None,
) -> Assessment:
    """Hold some policies, and the laws that they declare, against agreements; undated ones are judged on ``day``."""
    found: list[Outcome | TooLong] = []
    applications: list[Application] = []
    for agreement in agreements:
        ground = ground_of(agreement) if policies or laws.documents else None
        if ground:
            for policy in policies:
                found += [*held(policy, ground, day), *too_long(policy, ground, day)]
        applied, outcomes = apply(laws, agreement, ground, day)
        applications += applied
        found += outcomes
    return Assessment(
        tuple(each for each in found if isinstance(each, Shortfall)),
        tuple(each for each in found if isinstance(each, Provided)),
        tuple(each for each in found if isinstance(each, Unweighed)),
        tuple(each for each in found if isinstance(each, TooLong)),
        tuple(applications),
    )
