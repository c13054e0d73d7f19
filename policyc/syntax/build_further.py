"""From what a rule of the grammar is made of to nodes of the tree: what else somebody may or must do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.build_forms import only_on
from policyc.syntax.build_phrases import joined_ways
from policyc.syntax.parts import Misread, Values
from policyc.syntax.token import Token

MODALS: dict[str, tree.Modal] = {
    "MAY": "may",
    "ENTITLED": "may",
    "DUTY": "must",
    "BAN": "must not",
    "NEED_NOT": "need not",
}


JOINER = re.compile(r"\s+(?P<word>and|or)\s+", re.IGNORECASE)
ASKING = r"(?:permit|allow|enable|authori[sz]e|cause|require|oblige|instruct|direct)"
INTERPOSED = re.compile(
    r"[,(]\s*(?P<joiner>and|or|nor)\s+(?:(?P<modal>(?:must|shall|will|may)(?:\s+not)?)\s+)?"
    rf"(?P<verbs>{ASKING}(?:\s+(?:and|or)\s+{ASKING})?|(?:ensure|procure)\s+that)\s+(?P<whom>.+?)\s+"
    r"(?P<end>(?:not\s+)?to|(?:does|do|shall|will|must|may)(?:\s+not)?)\s*[,)]",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(slots=True)
class Adding:
    """What else the same one may or must do, before it is known whether the modal of the sentence is meant again."""

    joiner: tree.Joiner
    modal: Token | None
    amid: tuple[tree.Phrase, ...]
    act: tree.Act
    span: Span
    only: Span | None = None
    denied: bool = False

    def parts(self, modal: tree.Modal, written: str) -> tuple[tree.Phrase, ...]:
        """The act, with its modal, and the phrases that stand before its verb."""
        said = self.modal.said if self.modal else written
        manner = tuple(part for part in self.amid if isinstance(part, tree.Manner))
        if any(isinstance(part, tree.Aside) for part in self.amid):
            raise Misread("aside", self.span)
        rest = tuple(part for part in self.amid if not isinstance(part, tree.Manner))
        meant = MODALS[self.modal.type] if self.modal else modal
        if self.denied and meant != "must not":
            raise Misread("nor", self.span)
        return (tree.Further(self.joiner, meant, said, manner, self.act, self.span, self.modal is not None), *rest)


def further(values: Values, span: Span) -> Adding:
    """``ALSO modal amid act``, ``AND_THEN amid act`` or ``NOR act``."""
    head, *rest = values
    if head.type == "NOR":
        return Adding("or", None, (), rest[0], span, denied=True)
    *modal, before, act = rest
    return Adding(joiner_of(head), modal[0] if modal else None, before, act, span)


def further_only(values: Values, span: Span) -> Adding:
    """``ALSO modal ONLY manner* act``."""
    head, modal, only, *rest = values
    manner = tuple(part for each in rest[:-1] for part in each)
    return Adding(joiner_of(head), modal, manner, rest[-1], span, only.span)


def further_after(values: Values, span: Span) -> tuple[tree.Phrase, Adding]:
    """``_timed separator act``: what follows a time is no name."""
    before, joiner, act = values
    return before, Adding(joiner_of(joiner), None, (), act, (joiner.start, span[1]))


def aside(values: Values, span: Span) -> tree.Aside:
    """``ASIDE``: its parts are in one token."""
    token: Token = values[0]
    told = INTERPOSED.fullmatch(token.words)
    if told is None:
        raise AssertionError(f"the grammar took {token!r} for what others may or must do as well")
    written, verbs, end = (" ".join((told[part] or "").lower().split()) for part in ("modal", "verbs", "end"))
    joiner: tree.Joiner = "or" if told["joiner"].lower() != "and" else "and"
    at = token.start + told.start("whom")
    return tree.Aside(joiner, written, verbs, joined_names(told["whom"], at), end, span)


def joined_names(words: str, at: int) -> tree.Names:
    """The names in some words, joined without commas: ``Globex and its affiliates``."""
    joints = list(JOINER.finditer(words))
    starts, ends = [0, *(joint.end() for joint in joints)], [*(joint.start() for joint in joints), len(words)]
    items = tuple(
        tree.Name(" ".join(words[start:end].split()), (at + start, at + end))
        for start, end in zip(starts, ends, strict=True)
    )
    joiner: tree.Joiner | None = ("or" if joints[0]["word"].lower() == "or" else "and") if joints else None
    return tree.Names(items, joiner, (at, at + len(words)))


def joiner_of(token: Token) -> tree.Joiner:
    """The joiner in a token such as ``, and then``."""
    return "or" if token.said.lstrip(", ").startswith("or") else "and"


def flat(phrases: Values, modal: tree.Modal = "may", written: str = "may") -> tuple[Any, ...]:
    """Phrases, of which some stand for two: ``within 30 days of a breach``, ``and must delete them``."""
    found = phrases[0] if phrases else ()
    parts = [part for each in found for part in (each if isinstance(each, tuple) else (each,))]
    made: list[Any] = []
    limited: list[tuple[int, Adding]] = []
    for part in parts:
        limited += [(len(made), part)] if isinstance(part, Adding) and part.only else []
        made += added(part, modal, written)
    return joined_ways(limited_to(made, limited))


def limited_to(parts: list[Any], limited: Sequence[tuple[int, Adding]]) -> tuple[Any, ...]:
    """Phrases in which `only` before the verb of a later act stands before its one phrase."""
    for at, adding in limited:
        head = parts[at]
        if adding.only is None or not isinstance(head, tree.Further):
            raise AssertionError("`only` stands before the verb of a further act")
        parts = [*parts[: at + 1], *only_on(parts[at + 1 :], head.modal, adding.only)]
    return tuple(parts)


def added(part: Any, modal: tree.Modal, written: str) -> tuple[Any, ...]:
    """A phrase, or what else the same one may or must do with the phrases before its verb."""
    return part.parts(modal, written) if isinstance(part, Adding) else (part,)


FURTHER = {made.__name__: made for made in (further, further_only, further_after, aside)}
