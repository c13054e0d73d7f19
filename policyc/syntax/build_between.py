"""From what a rule of the grammar is made of to nodes of the tree: the sentences between clauses.

Which clause or agreement prevails, which clauses outlive the end, and when the agreement itself runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.parts import Misread, Values, first, noun_of
from policyc.syntax.token import Token

ENDS = frozenset({"termination", "expiry", "expiration", "termination or expiry", "expiry or termination"})
TARGETS: dict[str, Any] = {
    "THIS_AGREEMENT": "this agreement",
    "THIS_GOVERNS": "this agreement",
    "OVER_THIS_AGREEMENT": "this agreement",
    "OTHER_AGREEMENT": "any other agreement",
    "OVER_OTHER_AGREEMENT": "any other agreement",
}
NAMED = re.compile(r"(?:.*\bover\s+)?the\s+(?P<name>.+)", re.IGNORECASE | re.DOTALL)
GOVERNS = re.compile(r"\s+(?:(?:shall|will|must)\s+)?(?:controls?|governs?)$", re.IGNORECASE)
SIDES = re.compile(
    r"\b(?:between|among|with)\s+(?:the\s+(?:provisions|terms)\s+of\s+)?(?P<one>.+?)"
    r"(?:\s+(?:and|or)\s+(?:the\s+(?:provisions|terms)\s+of\s+)?(?P<other>.+?))?\s*,$",
    re.IGNORECASE | re.DOTALL,
)
CLAUSES = re.compile(r"(?:clause|section|article|paragraph)\s+(?P<label>[^\W_]\S*)", re.IGNORECASE)
RETAINS = re.compile(
    r".+?\b(?:retains?|keeps?|holds?|stores?|possess(?:es)?|maintains?|has|have)\s+(?:any\s+(?:of\s+)?)?(?P<what>.+)",
    re.IGNORECASE,
)
MANY = ("clauses", "sections", "articles", "paragraphs")
LABEL = re.compile(r"[^\W_]\S*")
BEGINS = ("begin", "commence", "start", "take", "become", "come", "enter")
STOPS = ("end", "expire", "terminate")


def precedence(values: Values, span: Span) -> tree.Precedence:
    """``label? CONFLICT? higher lower IN_CONFLICT?``: that it is asked only where two conflict says nothing more."""
    conflict = first_of("CONFLICT", values)
    higher, *lower = (each for each in values if isinstance(each, tree.Target))
    below = lower[0] if lower else the_other(conflict, higher, first_of("PREVAILS", values))
    return tree.Precedence(first(values, tree.Label), higher, below, span)


def first_of(kind: str, values: Values) -> Token | None:
    """The first token of a kind, or None."""
    return next((each for each in values if isinstance(each, Token) and each.type == kind), None)


def the_other(conflict: Token | None, higher: tree.Target, prevails: Token | None) -> tree.Target:
    """What is prevailed over, where only what conflicts with what is said; raises ``Misread`` where that is open."""
    place = prevails.span if prevails else higher.span
    named = SIDES.search(conflict.words) if conflict else None
    if named is None and higher.kind == "this agreement" and conflict:
        return tree.Target("any other agreement", (), None, place)
    said = [target_of(each, place) for each in in_conflict(named)] if named else []
    others = [each for each in said if each is not None and not is_same(each, higher)]
    if named is None or None in said or len(others) != 1:
        raise Misread("prevails over what", place, prevails.said if prevails else "controls")
    return others[0]


def in_conflict(named: re.Match[str]) -> list[str]:
    """What is said to conflict, each in words of its own: of *clauses 2 and 3*, ``clause 2`` and ``clause 3``."""
    said = [named[side] for side in ("one", "other") if named[side]]
    noun, _, label = said[0].partition(" ")
    if len(said) > 1 and noun.lower() in MANY and label and LABEL.fullmatch(said[1]):
        return [f"{noun[:-1]} {label}", f"{noun[:-1]} {said[1]}"]
    return said


def target_of(words: str, span: Span) -> tree.Target | None:
    """What some words of a sentence on conflicts stand for."""
    said = " ".join(words.split())
    if said.startswith('"'):
        return tree.Target("title", (), tree.Quote(said.strip('"'), span), span)
    if found := CLAUSES.fullmatch(said):
        noun = cast(tree.Noun, said.split()[0].lower())
        return tree.Target("clauses", (tree.Reference(found["label"], span),), None, span, noun)
    if said.lower().startswith("this "):
        return tree.Target("this agreement", (), None, span)
    if said.lower().startswith("any other agreement"):
        return tree.Target("any other agreement", (), None, span)
    if said.lower().startswith("the "):
        return tree.Target("the agreement", (), tree.Quote(said[4:], span), span)
    return None


def is_same(one: tree.Target, other: tree.Target) -> bool:
    """Whether two sides of a sentence name the same."""
    titles = [each.title.text.lower() if each.title else None for each in (one, other)]
    labels = [[reference.label.lower() for reference in each.labels] for each in (one, other)]
    return one.kind == other.kind and titles[0] == titles[1] and labels[0] == labels[1]


def stricter_prevails(values: Values, span: Span) -> tree.StricterPrevails:
    """``label? CONFLICT? STRICTER IN_CONFLICT?``."""
    return tree.StricterPrevails(first(values, tree.Label), span)


def target(values: Values, span: Span) -> tree.Target | Token:
    """``CLAUSE label_list (OF_TITLE quote)?``, ``PREVAILS_OVER quote``, ``THIS_AGREEMENT`` …; ``PREVAILS`` as it is."""
    head = values[0]
    title, labels = first(values, tree.Quote), first(values, tuple)
    if labels is not None:
        return tree.Target("clauses", labels, title, span, noun_of(head) or "clause")
    if title is not None:
        return tree.Target("title", (), title, span)
    if head.type in TARGETS:
        return tree.Target(TARGETS[head.type], (), None, span)
    named = NAMED.fullmatch(GOVERNS.sub("", head.words))
    if named is None:
        return cast(Token, head)
    return tree.Target("the agreement", (), tree.Quote(" ".join(named["name"].split()), span), span)


def survival(values: Values, span: Span) -> tree.Survival:
    """``label? CLAUSE label_list SURVIVES_FOR duration (AFTER name)?``, ``NO_CLAUSE SURVIVES`` …."""
    label, named = first(values, tree.Label), first(values, tree.Name)
    head: Token = values[1 if label else 0]
    length, until = first(values, tree.Duration), first(values, tree.Names)
    if any(isinstance(each, Token) and each.type == "SURVIVES_WHILE" for each in values):
        until = until_deleted(cast(tree.Name, named))
    elif named and named.text.lower().removeprefix("the ") not in ENDS:
        raise Misread("survival event", named.span, named.text)
    noun = cast(tree.Noun, head.said.removesuffix(" except").split()[-1].removesuffix("s"))
    labels = first(values, tuple) or ()
    if head.type == "THIS_CLAUSE":
        labels = (tree.Reference("this", head.span),)
    return tree.Survival(label, labels, head.type.startswith("NO_CLAUSE"), length, until, span, noun)


def until_deleted(kept: tree.Name) -> tree.Names:
    """What ends *as long as Globex retains records*: that they are deleted."""
    found = RETAINS.fullmatch(kept.text)
    if found is None:
        raise Misread("survives while", kept.span, kept.text)
    return tree.Names((tree.Name(f"deletion of {found['what']}", kept.span),), None, kept.span)


def in_force(values: Values, span: Span) -> tree.InForce:
    """``label? RUNS running+ (ALSO_RUNS running+)* UNLESS_ENDED?``: each part, with what its verb says."""
    made, verb = tree.InForce(first(values, tree.Label), None, None, None, "", span), ""
    for each in flattened(values):
        if isinstance(each, Token) and each.type in ("RUNS", "ALSO_RUNS"):
            verb = verb_of(each.said)
        elif isinstance(each, Token):
            made = replace(made, unless=each.said.lstrip(", "))
        elif isinstance(each, tuple):
            made = with_running(made, verb, *each)
    return made


def flattened(values: Values) -> Iterator[Any]:
    """What a rule is made of, what the grammar repeats one by one."""
    for value in values:
        if isinstance(value, list):
            yield from flattened(value)
        else:
            yield value


def verb_of(said: str) -> str:
    """Whether words say that something *begins*, *ends*, or runs on (empty)."""
    for word in reversed(said.split()[-4:]):
        if word.startswith(BEGINS):
            return "begins"
        if word.startswith(STOPS):
            return "ends"
    return ""


def with_running(
    made: tree.InForce, verb: str, word: Token | None, said: tree.Date | tree.Duration | tree.Names
) -> tree.InForce:
    """When the agreement runs, with one thing more that is said of it; raises ``Misread`` where it is said twice."""
    kind = word.type if word else "FOR"
    ending = "ends" if kind == "UNTIL" or (kind != "FROM" and verb == "ends") else "begins"
    field = "lasting" if isinstance(said, tree.Duration) else ending
    if getattr(made, field) is not None:
        raise Misread("runs twice", said.span, field)
    given: Any = {field: said}
    return replace(made, **given)


def running(values: Values, span: Span) -> tuple[Token | None, Any]:
    """``UNTIL date``, ``FOR duration``, ``duration``: the word, if any, and what stands after it."""
    return (values[0] if len(values) > 1 else None, values[-1])


def renewal(values: Values, span: Span) -> tree.Renewal:
    """``label? RENEWS``."""
    return tree.Renewal(first(values, tree.Label), " ".join(values[-1].words.split()), span)


BETWEEN = {
    made.__name__: made for made in (precedence, stricter_prevails, target, survival, in_force, running, renewal)
}
