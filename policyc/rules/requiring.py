"""What the rules on requirements share: how a requirement is named, quoted and weighed down."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policyc.analysis.entailment.requirements import Asking
from policyc.analysis.words import concept_words, listed
from policyc.findings import Evidence, Severity
from policyc.model.document import Status
from policyc.model.names import Concept
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import unless_in_force

ASKED = re.compile(r"\bprovide\s+that\s+", re.IGNORECASE)
INSTEAD = re.compile(r",?\s+or\s+that\s+", re.IGNORECASE)
PER = re.compile(r',?\s+per\s+"[^"]*"(?:\s*:\s*"[^"]*")?', re.IGNORECASE)


def requirement_name(asking: Asking) -> str:
    """A requirement by its number and its policy: ``R1 of "House rules"``."""
    return f'{asking.name} of "{asking.policy.title}"'


def asked_words(asking: Asking) -> str:
    """What a requirement asks agreements to provide, or not to provide, in the words of its writer; not who says so.

    Of things that may be provided instead of each other, the first.
    """
    words = PER.sub("", ASKED.split(asking.requirement.origin.words, maxsplit=1)[-1])
    return INSTEAD.split(words, maxsplit=1)[0].rstrip(". ")


def or_else(asking: Asking) -> str:
    """That something else may be provided instead, where that is so."""
    return ", or what comes to the same" if asking.requirement.alternatives else ""


def here(asking: Asking, wanted: Norm) -> str:
    """Who is meant in this agreement, where a requirement speaks of a role; empty where it names them itself."""
    bit = asking.ground.closure.universe.bit
    bearers = [term.value for term in wanted.provision.bearer.terms]
    parties = [party for party in asking.agreement.parties if bit(party) & wanted.region.masks[Side.BEARER]]
    named = any(isinstance(value, Concept) and value in parties for value in bearers)
    return "" if named or not parties else f" of {listed(map(concept_words, parties))}"


def quote_requirement(asking: Asking) -> Evidence:
    """A requirement as evidence; one of a shipped law with the words of the law that it stands for."""
    origin, per = asking.requirement.origin, asking.requirement.per
    law = f', which stands for {per.who}: "{per.words}"' if asking.shipped and per and per.words else ""
    return Evidence(f"the requirement{law}", origin.place, origin.words, asking.policy.title, asking.requirement.label)


def weight(asking: Asking, severity: Severity, norms: Iterable[Norm]) -> Severity:
    """The severity of a breach: a note where nobody is bound yet, a warning where it hinges on quoted words."""
    severity = unless_in_force(asking.agreement, severity)
    if asking.policy.status is not Status.LIVE:
        severity = severity.at_most(Severity.NOTE)
    return severity.at_most(Severity.WARNING) if any(norm.quoted for norm in norms) else severity
