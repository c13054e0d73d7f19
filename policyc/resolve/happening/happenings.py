"""What happens, as a condition or an event: ``unless Acme agrees in writing``, ``before Globex shares records``.

A declared person with a declared verb makes a state of its own, taken as given: equal where person, verb, what it is
done to and the phrases behind it are. It is a kind of what it says in one word, where there is one: who gets a request
lets a request happen. Phrases that follow without a comma belong to it; a time there could belong to the clause as
well, and is refused.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policyc.model.names import Kind, key
from policyc.resolve.happening.chained import Chain
from policyc.resolve.happening.leave import given_by
from policyc.resolve.joining.shared import TIMES
from policyc.resolve.naming.names import STATES, Names, Unresolved
from policyc.syntax import tree

THERE_IS = re.compile(
    r"there\s+(?:is|are|was|were|(?:has|have)\s+been|exists?)\s+(?!no\b|not\b|any\s+more\b)", re.IGNORECASE
)
NO_STATES = frozenset({Kind.LAW, Kind.THING})


def with_happenings(phrases: tuple[tree.Phrase, ...], who: tree.Names, names: Names) -> tuple[tree.Phrase, ...]:
    """The phrases of a clause of somebody's, all that happens in them made one name; raises ``Unresolved``."""
    found: list[tree.Phrase] = []
    rest = list(phrases)
    while rest:
        phrase = rest.pop(0)
        if isinstance(phrase, tree.OrderPhrase):
            found.append(condition_of(phrase, names))
        elif isinstance(phrase, tree.ConditionPhrase):
            found.append(read(phrase, rest, who, names))
        elif isinstance(phrase, tree.NamePhrase) and phrase.word in TIMES:
            found.append(read_time(phrase, rest, who, names))
        elif isinstance(phrase, tree.NamePhrase) and phrase.word == "as" and (given := given_as(phrase, names)):
            found.append(given)
        else:
            found.append(phrase)
    return tuple(found)


def given_as(phrase: tree.NamePhrase, names: Names) -> tree.NamePhrase | None:
    """``as instructed by Acme``, ``as approved by Acme``: under its instruction, or approval."""
    item = phrase.names.items[0]
    said = given_by(item, None, names) if isinstance(item, tree.Name) and len(phrase.names.all) == 1 else None
    if said is None:
        return None
    return replace(phrase, word="under", names=replace(phrase.names, items=(said[0],)))


def condition_of(phrase: tree.OrderPhrase, names: Names) -> tree.Phrase:
    """``subject to approval of Acme``: a condition, where what it names is one and no clause."""
    if phrase.word != "subject to" or phrase.noun or not phrase.labels:
        return phrase
    items = tuple(tree.Name(label.label, label.span) for label in phrase.labels)
    states = [names.find(item, STATES) for item in items]
    if not any(states):
        several = next((item for item in items if " " in item.text), None)
        if several is not None:
            names.concept(several, key(several.text), STATES, "`subject to`")
        return phrase
    if any(state is not None and state.kind in NO_STATES for state in states):
        joiner: tree.Joiner | None = "and" if len(items) > 1 else None
        return tree.NamePhrase("under", tree.Names(items, joiner, phrase.span), "", phrase.span)
    condition = items[0] if len(items) == 1 else tree.Combination("and", items, phrase.span)
    return tree.ConditionPhrase("if", condition, "", phrase.span)


def read(phrase: tree.ConditionPhrase, rest: list[tree.Phrase], who: tree.Names, names: Names) -> tree.Phrase:
    """A condition in which all that happens is a name."""
    chain = Chain(who, rest, names, phrase.span[1])
    return replace(phrase, condition=in_condition(phrase.condition, chain, closing=True))


def in_condition(condition: tree.Condition, chain: Chain, closing: bool) -> tree.Condition:
    """A condition, or a part of one, in which all that happens is a name."""
    match condition:
        case tree.Name():
            there = THERE_IS.match(condition.text)
            said = said_to_be(condition, there, chain.names) if there else condition
            return chain.read([said], closing)[0]
        case tree.Not(operand):
            return replace(condition, operand=in_condition(operand, chain, closing))
        case tree.Combination(joiner, operands) if all(isinstance(each, tree.Name) for each in operands):
            plain = [each for each in operands if isinstance(each, tree.Name)]
            return tree.Combination(joiner, tuple(chain.read(plain, closing)), condition.span)
        case tree.Combination(_, operands):
            last = len(operands) - 1
            found = tuple(in_condition(each, chain, closing and at == last) for at, each in enumerate(operands))
            return replace(condition, operands=found)
        case tree.Quote():
            return condition


def said_to_be(condition: tree.Name, there: re.Match[str], names: Names) -> tree.Name:
    """What there is, as a state of its own: ``there is a legal obligation``."""
    return names.part(condition, len(there.group().split()), len(condition.text.split()))


def read_time(phrase: tree.NamePhrase, rest: list[tree.Phrase], who: tree.Names, names: Names) -> tree.Phrase:
    """A time at which something happens; what does not happen is no time."""
    items = phrase.names.items
    if phrase.names.including or not all(isinstance(item, tree.Name) for item in items):
        return phrase
    chain = Chain(who, rest, names, phrase.span[1])
    found = chain.read([item for item in items if isinstance(item, tree.Name)], closing=True)
    named = [each for each in found if isinstance(each, tree.Name | tree.Quote)]
    if len(named) < len(found):
        names.reporter.error(
            "broken-sentence",
            names.origin(phrase.span),
            f"`{phrase.word}` takes what happens, and this says what does not.",
            "Say it as a condition, with `if` or `unless`.",
        )
        raise Unresolved
    return replace(phrase, names=replace(phrase.names, items=tuple(named)))
