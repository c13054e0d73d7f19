"""Words that rules share on grants: for which named purposes, and by which acts, a clause lets somebody use data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, is_personal
from policyc.findings import Evidence
from policyc.model.document import Document
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import NONE, Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import names
from policyc.rules.wording import acts as act_words
from policyc.rules.wording import clauses, quoted_each, sentence, verb

MOST_NAMES = 4
STRIPPED = ("de-identified data", "aggregated data", "non-personal data", "synthetic data")
SERVING = ("processor", "service provider", "school official")
"""Those who handle data for another party and at its word."""


@dataclass(frozen=True, slots=True)
class Ends:
    """What data may be used to: purposes and acts by the keys of the vocabulary, some purposes below them left out."""

    purposes: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def purposes_mask(self, closure: Closure) -> int:
        """All purposes that are meant."""
        left_out = covered(self.without, Kind.PURPOSE, closure)
        return covered(self.purposes, Kind.PURPOSE, closure) & ~left_out

    def acts_mask(self, closure: Closure) -> int:
        """All acts that are meant."""
        return covered(self.acts, Kind.ACTION, closure)


@dataclass(frozen=True, slots=True)
class Use:
    """A grant that lets data be used to some end: the purposes that it names; none where the act says it."""

    norm: Norm
    purposes: tuple[Concept, ...]

    @property
    def users(self) -> int:
        """Who may use the data: the takers where they are shared for a purpose, else whoever acts."""
        taken = self.norm.region.masks[Side.COUNTERPARTY]
        return taken if self.purposes and taken > NONE else self.norm.region.masks[Side.BEARER]

    def granted(self, data: list[Concept], facts: Facts) -> str:
        """What its clause lets be done with some data, in words: ``Clause 1 lets Acme sell visits to Globex``."""
        clause = sentence(clauses([self.norm], self.norm.document))
        return f"{clause} {verb([self.norm], 'lets', 'let')} {self.deed(data, facts)}"

    def deed(self, data: list[Concept], facts: Facts) -> str:
        """What it lets be done with some data, in words: ``Acme share visits with Globex for ad targeting``."""
        region, done = self.norm.region, act_words([self.norm])
        taken, told = region.masks[Side.COUNTERPARTY], Side.COUNTERPARTY in self.norm.stated
        takers = f" {'with' if done == 'share' else 'to'} {persons_in(taken, facts)}" if taken > NONE or told else ""
        done = "train models with" if done == "train" else done
        ends = f" for {names(self.purposes)}" if self.purposes else ""
        return f"{persons_in(region.masks[Side.BEARER], facts)} {done} {names(data) or 'the data'}{takers}{ends}"


def persons_in(mask: int, facts: Facts) -> str:
    """Some persons in words, at most a few by name."""
    named = list(facts.universe.named(mask)) if mask > 0 else []
    return names(named) if 0 < len(named) <= MOST_NAMES else "others"


def uses(document: Document, facts: Facts, ends: Ends, though_limited: bool = False) -> Iterator[Use]:
    """The grants of an agreement that name one of some ends for personal data, and that no ban of it meets.

    What a ban meets is an exception or a contradiction, and told as such. With ``though_limited``, those are given too
    that meet only a limit by condition (*only on instructions*).
    """
    closure, named = facts.closure(document), facts.mentions(document)
    purposes, acts = ends.purposes_mask(closure), ends.acts_mask(closure)
    if not (named.purposes & purposes or named.actions & acts):
        return
    own = facts.norms_of(document)
    for norm in own:
        if not norm.grants or norm.region.empty:
            continue
        if not is_personal(norm, closure) or names_only_stripped(norm, closure):
            continue
        found = purposes_within(norm, purposes, closure)
        acting = any(closure.universe.bit(action) & acts for action in norm.actions)
        bans = [ban for ban in own if ban.by_only != "condition"] if though_limited else own
        if (found or acting) and not is_met(norm, bans):
            yield Use(norm, found)


def by_user(found: Iterable[Use]) -> list[list[Use]]:
    """Some uses, those of the same persons together, one of each clause: to share, to use, to combine is one matter."""
    groups: dict[int, dict[int, Use]] = {}
    for use in found:
        groups.setdefault(use.users, {}).setdefault(id(use.norm.clause), use)
    return [list(group.values()) for group in groups.values()]


def also(group: list[Use]) -> tuple[Evidence, ...]:
    """The clauses of a group besides the first, as evidence."""
    return quoted_each((use.norm for use in group), "this lets it as well")[1:]


def purposes_within(norm: Norm, mask: int, closure: Closure) -> tuple[Concept, ...]:
    """The purposes that a norm names, and does not leave out, of those in a set."""
    open_to = norm.region.masks[Side.PURPOSE] & mask
    return tuple(dict.fromkeys(each for each in norm.purposes if closure.universe.bit(each) & open_to))


def is_met(norm: Norm, own: list[Norm]) -> bool:
    """Whether a ban of the agreement meets a grant: which of them decides is told elsewhere."""
    return any(ban.bans and ban.clause is not norm.clause and ban.region.meets(norm.region) for ban in own)


def names_only_stripped(norm: Norm, closure: Closure) -> bool:
    """Whether all data that a norm names are declared to be without people, whatever else they are declared to be."""
    stripped = covered(STRIPPED, Kind.DATA, closure)
    return bool(norm.objects) and all(closure.universe.bit(each) & stripped for each in norm.objects)


def objects_within(norm: Norm, mask: int, closure: Closure) -> list[Concept]:
    """The data that a norm names of those in a set."""
    return [each for each in norm.objects if closure.universe.bit(each) & mask]


def among(mask: int, kinds: tuple[str, ...], closure: Closure) -> bool:
    """Whether persons are known by name or kind, and all of one of some kinds of party."""
    return mask > 0 and not mask & ~covered(kinds, Kind.PARTY, closure)


def parties_of(kinds: tuple[str, ...], document: Document, closure: Closure) -> list[Concept]:
    """The parties of an agreement that are of some kinds."""
    wanted = covered(kinds, Kind.PARTY, closure)
    return [party for party in document.parties if closure.universe.bit(party) & wanted]


def serves_others(mask: int, closure: Closure) -> bool:
    """Whether persons are known, and all work for somebody else with its data and decide nothing themselves."""
    return among(mask, SERVING, closure) and not mask & covered(("controller",), Kind.PARTY, closure)
