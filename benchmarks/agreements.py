"""One agreement of a portfolio, written as policy text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import fill

from benchmarks.themes import FORMS, PEERS, PLACES, Theme
from benchmarks.words import Dice, organisation

SHORT, LONG = 10, 24
"""How many clauses an agreement has; a long one is about 3.5 KB in 80 lines."""

WIDTH, INDENT = 72, 8


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its number among the organisations, and what sort of organisation it is."""

    number: int
    sort: str

    @property
    def name(self) -> str:
        """The short name."""
        return organisation(self.number)

    @property
    def definition(self) -> str:
        """The sentence that defines it, the same in every file but for its sort."""
        form, place = FORMS[self.number % len(FORMS)], PLACES[self.number % len(PLACES)]
        article = "an" if self.sort[0] in "aeio" else "a"
        return f'{self.name} means "{self.name} {form}", {article} {self.sort} in {place}.'


@dataclass(frozen=True, slots=True)
class Product:
    """The data and the purpose of an agreement: a brand and a trade; the same names mean the same everywhere."""

    brand: str
    theme: Theme

    @property
    def data(self) -> tuple[str, str, str]:
        """Three kinds of data."""
        first, second, third = (f"{self.brand} {noun}" for noun, _ in self.theme.data)
        return first, second, third

    @property
    def purpose(self) -> str:
        """What they are shared for."""
        return f"{self.brand} {self.theme.purpose[0]}"

    @property
    def people(self) -> str:
        """Whom they are about."""
        return f"{self.brand} {self.theme.people}"

    def definitions(self) -> list[str]:
        """The sentences that define these names."""
        kinds = [kind for _, kind in self.theme.data]
        data = [f"{name} are {kind} about {self.people}." for name, kind in zip(self.data, kinds, strict=True)]
        needed = ", ".join(self.data[:-1]) + f" and {self.data[-1]}"
        return [
            f"{self.people} are people.",
            *data,
            f"{self.purpose} is {self.theme.purpose[1]}, needs {needed}.",
        ]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an agreement is to say.

    ``denied`` is a purpose and data that it both allows and forbids; ``foreign`` is a product of another agreement,
    under which ``giver`` got data that it passes on here, or may not use, as ``forbids`` tells; ``onward`` lets the
    taker pass data on.
    """

    number: int
    giver: Party
    taker: Party
    product: Product
    start: date
    contradicts: bool = False
    onward: bool = False
    foreign: Product | None = None
    forbids: bool = False


def text(plan: Plan, dice: Dice, clauses: int = SHORT) -> str:
    """The policy text of an agreement."""
    between = "\n" if clauses == SHORT else "\n\n"
    body = between.join(numbered(sentences(plan, dice, clauses)))
    return "\n".join([*opening(plan), body, *closing(plan)]) + "\n"


def opening(plan: Plan) -> list[str]:
    """The definitions and the header."""
    product = plan.product
    foreign = plan.foreign.definitions() if plan.foreign else []
    header = (
        f'agreement "{title(plan)}" between {plan.giver.name} and {plan.taker.name},\n'
        f"    from {plan.start.isoformat()}, until {plan.start.replace(year=plan.start.year + 4).isoformat()}, "
        f'under "{product.theme.law}".'
    )
    return [
        f"# {product.purpose}, on behalf of {plan.giver.name}.",
        "",
        plan.giver.definition,
        plan.taker.definition,
        "",
        *product.definitions(),
        *foreign,
        "",
        header,
        "",
    ]


def title(plan: Plan) -> str:
    """The agreement's title; no two are alike."""
    return f"{plan.product.purpose} {plan.number:06}"


def numbered(clauses: list[str]) -> Iterator[str]:
    """The clauses with their numbers, their lines no longer than a page is wide."""
    for number, clause in enumerate(clauses, 1):
        label = f"{number}:".ljust(INDENT)
        yield fill(label + clause, WIDTH, subsequent_indent=" " * INDENT, break_on_hyphens=False)


def closing(plan: Plan) -> list[str]:
    """What stands after the clauses."""
    return ["", "Clauses 3, 4 and 5 survive termination."]


def sentences(plan: Plan, dice: Dice, clauses: int) -> list[str]:
    """The clauses: those that every agreement has, what makes this one special, and others by chance."""
    fixed = [*core(plan, dice), *special(plan)]
    free = more(plan, dice)
    chosen: list[str] = []
    while len(fixed) + len(chosen) < clauses and free:
        chosen += free.pop(dice.below(len(free)))
    return fixed + chosen


def core(plan: Plan, dice: Dice) -> list[str]:
    """Sharing, use for nothing else, a promise, passing on, deletion, breaches, retention, combining, security."""
    giver, taker, product = plan.giver.name, plan.taker.name, plan.product
    one, two, three = product.data
    everything = f"{one}, {two} and {three}"
    passing = (
        f"{taker} may share {one} with {PEERS[plan.number % len(PEERS)]}s under the same terms."
        if plan.onward
        else f"{taker} must not share {everything} with anyone except {giver}."
    )
    return [
        f"{giver} may share {everything} with {taker} for {product.purpose}.",
        f"{taker} may use {everything} only for {product.purpose}.",
        f"{taker} must not use {one} or {two} for {dice.pick(product.theme.banned)}.",
        passing,
        f"Within {dice.pick((14, 30, 60, 90))} days after termination, {taker} must delete {everything}.",
        f"{taker} must notify {giver} without undue delay, within {dice.pick((24, 36, 48, 72))} hours after a breach.",
        f"{taker} may keep {everything} for at most {dice.pick((6, 12, 18))} months.",
        f"{giver} may combine {one} and {two} for {product.purpose}.",
        f"{taker} must protect {everything}.",
    ]


def special(plan: Plan) -> list[str]:
    """What only some agreements say: a contradiction within, one with another agreement, data passed on."""
    found = []
    if plan.contradicts:
        found.append(f"{plan.taker.name} must not use {plan.product.data[2]} for {plan.product.purpose}.")
    if plan.foreign and plan.forbids:
        found.append(f"{plan.giver.name} must not use {plan.foreign.data[2]} for {plan.foreign.purpose}.")
    elif plan.foreign:
        data, purpose = plan.foreign.data[0], plan.foreign.purpose
        found.append(f"{plan.giver.name} may share {data} with {plan.taker.name} for {purpose} under the same terms.")
    return found


def more(plan: Plan, dice: Dice) -> list[tuple[str, ...]]:
    """Clauses that an agreement may have; those that stand or fall together are one entry."""
    giver, taker = plan.giver.name, plan.taker.name
    one, two, three = plan.product.data
    purpose, people, days = plan.product.purpose, plan.product.people, dice.pick((5, 10, 15, 20))
    return [
        (f"{giver} may audit {taker} at most once every year, on {days} business days' notice.",),
        (f"{taker} must not sell {one}, {two} or {three}, even with consent.",),
        (f"{taker} must not disclose {two} to law enforcement unless legal process exists.",),
        (f"{taker} must notify {giver} within {days} business days after a request.",),
        (f"{taker} must not re-identify {one} or {two}.",),
        (f"{giver} must correct {one} promptly after a request.",),
        (f"{taker} must ensure that subprocessors may use {one} only for {purpose}.",),
        (
            f"{giver} may analyse {two} for product improvement if consent and not opted out.",
            f"{giver} must delete {two} within {days} days after withdrawal of consent.",
        ),
        (f"{taker} must report to {giver} every quarter.",),
        (f"{giver} may keep {two} for at most 5 years.",),
        (f"{taker} must not publish {three} unless approval.",),
        (f"{taker} must encrypt {one} and {two}.",),
        (f"{taker} must assist {giver} within {days} days after a complaint receipt.",),
        (f"{giver} must notify {taker} at least {days} days before a change of purpose.",),
        (f"{taker} must return {two} to {giver} within {days} days after a request.",),
        (f"{taker} must not use {three} for own marketing unless (consent or approval) and not opted out.",),
        (f"{giver} may suspend the services if non-compliance.",),
        (f"{taker} must not rent {one} or {two} to data brokers.",),
        (f"{taker} must back-up {one} every week.",),
        (f"{giver} must inform {people} before the data transfer.",),
        (f"{taker} must pseudonymise {three} within {days} days after data receipt.",),
    ]
