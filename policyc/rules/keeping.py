"""What the rules on retention share: duties to delete, leave to keep, and what the law wants kept."""

from __future__ import annotations

from policyc.analysis.facts import Facts
from policyc.analysis.holding import LAWFUL_PURPOSES, covered, hinges_on
from policyc.analysis.silence import OWN_PROOFS, acts, is_about_keeping, mentions, needs
from policyc.model.document import Length, Modality
from policyc.model.names import Concept, Kind
from policyc.norms.lawful import LAWFUL_STATES
from policyc.norms.norm import Norm
from policyc.norms.region import Side

REASONS = ("legal hold", "legal claim pending", "authorised by law", "prohibited by law", "de-identified")
"""Beside what the law commands: states in which keeping is no breach of a duty to delete."""


def deletes(norm: Norm, facts: Facts) -> bool:
    """Whether a norm is a duty to delete, destroy or return, and leaves no choice but among these."""
    closure = facts.closure(norm.document)
    binding = norm.modality is Modality.DUTY and not norm.ensured and acts(norm, "delete", closure)
    return binding and (not norm.provision.actions.choice or all(chosen_deletes(norm, facts)))


def keeps(norm: Norm, facts: Facts) -> bool:
    """Whether a norm lets, or makes, somebody keep data, is about keeping as such, and offers no deletion instead."""
    about = norm.grants and is_about_keeping(norm, facts.closure(norm.document))
    return about and not (norm.provision.actions.choice and any(chosen_deletes(norm, facts)))


def chosen_deletes(norm: Norm, facts: Facts) -> list[bool]:
    """For each act that a norm's clause names, whether it ends the data."""
    deleting = facts.covers(norm.document, "delete", Kind.ACTION)
    actions = [term.value for term in norm.provision.actions.terms if isinstance(term.value, Concept)]
    return [bool(facts.universe.bit(action) & deleting) for action in actions]


def is_lawful_exception(norm: Norm, facts: Facts) -> bool:
    """Whether a norm lets data be kept only as the law wants or allows, or in a form that tells of nobody."""
    closure = facts.closure(norm.document)
    states = covered((*LAWFUL_STATES, *REASONS), Kind.CONDITION, closure)
    purposes = covered((*LAWFUL_PURPOSES, "data backup"), Kind.PURPOSE, closure)
    return hinges_on(norm, states) or (bool(norm.purposes) and not norm.region.masks[Side.PURPOSE] & ~purposes)


def has_end(norm: Norm) -> bool:
    """Whether a norm lets data be kept for a time, until a day, or until something happens."""
    timing = norm.timing
    return bool(timing.lasting or timing.through) or any(each.word in ("until", "before") for each in timing.occasions)


def is_perpetual(norm: Norm, facts: Facts) -> bool:
    """Whether a norm says outright that data may be kept for ever."""
    return needs(norm, facts.closure(norm.document).covers_key("perpetual", Kind.CONDITION))


def names_policy(norm: Norm, facts: Facts) -> bool:
    """Whether a norm leaves the time to a retention policy."""
    return mentions(norm, "retention policy", Kind.THING, facts.closure(norm.document))


def triggers(norm: Norm, facts: Facts) -> int:
    """The events after which a norm falls due or begins, and all kinds of them."""
    closure = facts.closure(norm.document)
    mask = 0
    for occasion in norm.timing.occasions:
        mask |= closure.covers(occasion.event) if occasion.word in ("after", "on") else 0
    return mask


def same_data(left: Norm, right: Norm, facts: Facts) -> int:
    """The data that two norms of one bearer share, its own proofs left out; nothing where the bearers differ."""
    shared = left.region.masks[Side.OBJECT] & right.region.masks[Side.OBJECT]
    shared &= facts.universe.kind(Kind.DATA) & ~covered(OWN_PROOFS, Kind.DATA, facts.closure(left.document))
    alike = (left.region.masks[side] & right.region.masks[side] for side in (Side.BEARER, Side.PEOPLE))
    return shared if all(alike) else 0


def longer(kept: Length, limit: Length | None) -> bool:
    """Whether data may be kept for longer than some time."""
    return limit is None or kept.hours > limit.hours
