"""From what a rule of the grammar is made of to nodes of the tree: what else somebody may or must do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.build_forms import only_on
from policyc.syntax.build_phrases import joined_ways
from policyc.syntax.parts import Values
from policyc.syntax.token import Token

MODALS: dict[str, tree.Modal] = {
    "MAY": "may",
    "ENTITLED": "may",
    "DUTY": "must",
    "BAN": "must not",
    "NEED_NOT": "need not",
}


@dataclass(slots=True)
class Adding:
    """What else the same one may or must do, before it is known whether the modal of the sentence is meant again."""

    joiner: tree.Joiner
    modal: Token | None
    amid: tuple[tree.Phrase, ...]
    act: tree.Act
    span: Span
    only: Span | None = None

    def parts(self, modal: tree.Modal, written: str) -> tuple[tree.Phrase, ...]:
        """The act, with its modal, and the phrases that stand before its verb."""
        said = self.modal.said if self.modal else written
        manner = tuple(part for part in self.amid if isinstance(part, tree.Manner))
        rest = tuple(part for part in self.amid if not isinstance(part, tree.Manner))
        meant = MODALS[self.modal.type] if self.modal else modal
        return (tree.Further(self.joiner, meant, said, manner, self.act, self.span, self.modal is not None), *rest)


def further(values: Values, span: Span) -> Adding:
    """``ALSO modal amid act`` or ``AND_THEN amid act``."""
    head, *modal, before, act = values
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


FURTHER = {made.__name__: made for made in (further, further_only, further_after)}
