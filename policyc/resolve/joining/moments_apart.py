"""*After termination or withdrawal of consent*: the end of an agreement divides its time, other events do not.

From either of such moments on something holds, so that a clause names each by itself. Up to them, something holds as
long as neither has come; of the one that `only` or `except` closes it with, the other event is a condition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NoReturn

from policyc.model.document import LATER
from policyc.model.kinds import EVENTS
from policyc.resolve.naming.names import Names, Unresolved, keys_above
from policyc.source import Span
from policyc.syntax import tree

UPON = (*LATER, "at")
UP_TO = ("until", "before")
ASKING = ("if", "when", "where", "unless")
Phrases = tuple[tree.Phrase, ...]
Items = tuple[tree.Condition, ...]
Named = tuple[tree.Name | tree.Quote, ...]


def moments_apart(statement: tree.Statement, names: Names) -> Iterator[tree.Statement]:
    """A statement once for each of the moments from which it holds; itself where there is only one."""
    if isinstance(statement.ensured, tree.Statement):
        for each in moments_apart(statement.ensured, names):
            yield replace(statement, ensured=each)
        return
    for lead in phrases_apart(statement.lead, names):
        for phrases in phrases_apart(statement.phrases, names):
            yield replace(statement, lead=lead, phrases=phrases)


def phrases_apart(phrases: Phrases, names: Names) -> Iterator[Phrases]:
    """Some phrases, once for each of the moments from which something holds."""
    for at, phrase in enumerate(phrases):
        found = times_of(phrase, names)
        if found == [phrase]:
            continue
        head = found[0]
        assert isinstance(head, tree.NamePhrase)
        together = head.word in UP_TO if head.mode != "except" else head.word in UPON
        if len(found) > 1 and head.mode and not together:
            refuse(phrase, head, names)
        for made in (found,) if together else ([one] for one in found):
            for rest in phrases_apart(phrases[at + 1 :], names):
                yield (*phrases[:at], *made, *rest)
        return
    yield phrases


def times_of(phrase: tree.Phrase, names: Names) -> list[tree.Phrase]:
    """A phrase as the end of the agreement and what stands beside that; the phrase itself where it is no such thing."""
    match phrase:
        case tree.NamePhrase(word, listed, mode) if word in (*UPON, *UP_TO) and mode != "even":
            ending = tuple(item for item in listed.all if ends_agreement(item, names))
            besides = tuple(item for item in listed.all if item not in ending)
            one_time = listed.joiner != "or" or (mode == "" and word in UP_TO)
            if one_time or not ending or not besides:
                return [phrase]
            return [replace(phrase, names=some(listed, items)) for items in (ending, besides)]
        case tree.ConditionPhrase(word, condition, mode) if word in ASKING and mode != "even":
            ending, others = sorts(operands(condition), names)
            if not ending:
                return [phrase]
            upon = tree.Names(ending, "or" if len(ending) > 1 else None, phrase.span)
            time = tree.NamePhrase("until" if word == "unless" else "after", upon, mode, phrase.span)
            return [time, replace(phrase, condition=joined(others, condition.span))] if others else [time]
        case _:
            return [phrase]


def operands(condition: tree.Condition) -> Items:
    """What a condition asks any of; nothing where it asks something else."""
    if isinstance(condition, tree.Combination):
        return condition.operands if condition.joiner == "or" else ()
    return (condition,)


def joined(others: Items, span: Span) -> tree.Condition:
    """Conditions of which any will do as one."""
    return others[0] if len(others) == 1 else tree.Combination("or", others, span)


def sorts(items: Items, names: Names) -> tuple[Named, Items]:
    """Of some events those that end the agreement, and the others."""
    ending = tuple(item for item in items if isinstance(item, tree.Name | tree.Quote) and ends_agreement(item, names))
    return ending, tuple(item for item in items if item not in ending)


def ends_agreement(item: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether an event divides the time of the agreement itself."""
    found = names.find(item, EVENTS) or names.happened(item, EVENTS)
    return found is not None and "termination" in keys_above(found, names)


def some(listed: tree.Names, items: Named) -> tree.Names:
    """Some names of a list as a list."""
    return replace(listed, items=items, joiner=listed.joiner if len(items) > 1 else None, including=None)


def refuse(part: tree.Phrase, time: tree.NamePhrase, names: Names) -> NoReturn:
    """Report *only after termination or withdrawal*, which would forbid before either; raises ``Unresolved``."""
    said, turned = ("after", "before") if time.mode == "only" else ("until", "after")
    names.reporter.error(
        "broken-sentence",
        names.origin(part.span),
        f"`{names.origin(part.span).words}` names an event beside the end of the agreement, and closes off what lies "
        "on the other side of both.",
        f"Write two sentences: what may be done `{said} … or …`, and what must not be done `{turned} … or …`.",
    )
    raise Unresolved
