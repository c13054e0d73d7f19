"""From tree back to words: phrases, and the parts that they are made of."""

from __future__ import annotations

from typing import assert_never

from policyc.syntax import tree

OFTEN = {1: "once", 2: "twice"}


def phrase(node: tree.Phrase, leading: bool = False) -> str:
    """One phrase of a clause; where it leads the sentence, its list takes no commas."""
    match node:
        case tree.NamePhrase():
            joiner = f" {node.names.joiner} " if leading else None
            return moded(node.mode, f"{node.word} {names(node.names, joiner)}")
        case tree.DurationPhrase():
            return moded(node.mode, duration_phrase(node))
        case tree.DatePhrase():
            return moded(node.mode, f"{node.word} {node.date.day.isoformat()}")
        case tree.FrequencyPhrase():
            most = "more than" if node.more else "at most"
            return f"{most} {OFTEN.get(node.times, f'{node.times} times')} {every(node.every)}"
        case tree.SoftDeadline() | tree.Anyhow():
            return node.words
        case tree.Manner():
            return names(node.names, f" {node.names.joiner} ")
        case tree.ConditionPhrase():
            return moded(node.mode, f"{node.word} {condition(node.condition)}")
        case tree.ExceptNames():
            return f"except {names(node.names)}"
        case tree.ExceptAllowed():
            return "except as this agreement allows"
        case tree.OrderPhrase():
            return order(node, " and " if leading else None)
        case tree.OtherWay():
            return "or"
        case tree.Besides():
            return "and"
        case tree.Aside():
            parts = (node.joiner, node.written, node.verbs, names(node.whom), node.end)
            return f", {' '.join(filter(None, parts))},"
        case tree.Whichever():
            return f"whichever is {'earlier' if node.first else 'later'}"
        case tree.Further():
            manner = "".join(f" {phrase(part)}" for part in node.manner)
            done = f" {names(node.act.object)}" if node.act.object else ""
            if not node.said and not manner and (node.joiner, node.modal) == ("or", "must not"):
                return f"nor {names(node.act.verbs)}{done}"
            return f"{node.joiner} {node.written}{manner} {names(node.act.verbs)}{done}"
        case tree.Per():
            return per(node)
        case _:
            assert_never(node)


def moded(mode: tree.Mode, words: str) -> str:
    """A phrase after ``only``, ``except`` or ``even``, where one stands."""
    return f"{mode} {words}" if mode else words


def duration_phrase(node: tree.DurationPhrase) -> str:
    """``within 30 days``, ``every 2 years``, ``on 10 business days' notice``."""
    if node.word == "every":
        return every(node.duration)
    if node.word == "notice":
        possessive = "'s" if node.duration.count == 1 else "'"
        return f"on {duration(node.duration)}{possessive} notice"
    return f"{node.word} {duration(node.duration)}".lstrip()


def duration(node: tree.Duration) -> str:
    """A length of time in digits: ``1 day``, ``30 days``."""
    return f"{node.count} {node.unit}{'' if node.count == 1 else 's'}"


def every(node: tree.Duration) -> str:
    """``every year``, ``every 2 years``."""
    return f"every {node.unit if node.count == 1 else duration(node)}"


def order(node: tree.OrderPhrase, joiner: str | None) -> str:
    """``despite 6 and 7``, ``subject to anything in this agreement``."""
    if not node.labels:
        return f"{node.word} anything in this agreement"
    return f"{node.word} {clauses(node.labels, node.noun, joiner)}"


def clauses(labels: tuple[tree.Reference, ...], noun: tree.Noun | None, joiner: str | None = None) -> str:
    """Clauses by their labels, after the word for them where one is given: ``clauses 4, 5 and 6``.

    A joiner stands between all of them, instead of commas.
    """
    words = [reference.label for reference in labels]
    listed = joiner.join(words) if joiner else listed_words(words, " and ")
    if noun and [each.lower() for each in words] == ["this"]:
        return f"this {noun}"
    return f"{noun}{'s' if are_many(labels) else ''} {listed}" if noun else listed


def are_many(labels: tuple[tree.Reference, ...]) -> bool:
    """Whether labels stand for several clauses: ``2 and 3``, ``2 to 7``."""
    return len(labels) > 1 or any(" to " in each.label for each in labels)


def condition(node: tree.Condition) -> str:
    """A condition; combinations inside it stand in parentheses."""
    match node:
        case tree.Combination(joiner, operands):
            return f" {joiner} ".join(map(operand, operands))
        case tree.Not(negated):
            return f"not {operand(negated)}"
        case _:
            return item(node)


def operand(node: tree.Condition) -> str:
    """A condition as a part of another."""
    return f"({condition(node)})" if isinstance(node, tree.Combination) else condition(node)


def names(node: tree.Names | None, joiner: str | None = None) -> str:
    """A list of names: commas between and its joiner before the last, or another joiner between all; "" for None."""
    if node is None:
        return ""
    words = [item(each) for each in node.items]
    listed = joiner.join(words) if joiner else listed_words(words, f" {node.joiner} " if node.joiner else ", ")
    return f"{listed}, including {names(node.including)}" if node.including else listed


def listed_words(words: list[str], last: str) -> str:
    """Words with commas between, and something else before the last."""
    return last.join(filter(None, (", ".join(words[:-1]), words[-1])))


def item(node: tree.Name | tree.Quote) -> str:
    """A name, or quoted words with their quotation marks."""
    return quote(node) if isinstance(node, tree.Quote) else node.text


def quote(node: tree.Quote) -> str:
    """Words between quotation marks."""
    return f'"{node.text}"'


def per(node: tree.Per) -> str:
    """Who says so, and in which words."""
    return f"per {quote(node.who)}: {quote(node.words)}" if node.words else f"per {quote(node.who)}"
