"""Names whose definition failed: they are reported once, and what follows from that is not reported again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from policyc.model.lexicon import Lexicon, Origin
from policyc.model.names import Kind, key
from policyc.resolve.report import Reporter, bare
from policyc.source import Source
from policyc.syntax import tree

DEFINED = re.compile(
    r"\s*(?:[^\W_][\w.()-]*:\s+)?(?P<name>[^\W_][^\".,:;#]{0,200}?)\s+"
    r"(?:is|are|means|includes?|excludes?|also|reveals?|serves?|needs?|derived|about|in)\b",
    re.IGNORECASE,
)
MOST_NAMED = 6
EVERY_NAME = ""
"""The key that says of a scope that any name may be missing from it: a vocabulary that is not at hand."""


class Unplaced(Protocol):
    """A definition whose kind may be unknown: its name, where it stands, what it says that it is."""

    name: tree.Name
    source: Source
    kind: Kind | None

    @property
    def origin(self) -> Origin:
        """Its first sentence."""

    def names(self, word: str) -> list[tree.Name]:
        """The names that the sentences give after a word."""


def broken_names(parsed: tree.Tree) -> set[str]:
    """The keys of the names that broken sentences of a file seem to define."""
    found = (DEFINED.match(parsed.source.text, *span) for span in parsed.broken)
    return {key(" ".join(match["name"].split())) for match in found if match}


def report_unplaced(drafts: Mapping[str, Unplaced], lexicon: Lexicon, reporter: Reporter) -> None:
    """Report names of which nothing says what kind of thing they are: each root cause once, circles as such."""
    unplaced = {spelling: draft for spelling, draft in drafts.items() if draft.kind is None}
    state: dict[str, int] = {}
    for number, start in enumerate(unplaced, 1):
        way, at = [], start
        while at in unplaced and at not in state:
            state[at] = number
            way.append(at)
            parents = unplaced[at].names("is")
            at = key(parents[0].text) if parents else ""
        if state.get(at) == number:
            report_circle([unplaced[each] for each in way[way.index(at) :]], reporter)
        elif way and at not in unplaced and not any(at in scope.failed for scope in lexicon.scopes()):
            report_root(unplaced[way[-1]], lexicon, reporter)
    for draft in unplaced.values():
        reporter.not_carried(draft.origin, "a definition of unknown kind")
    lexicon.failed |= set(unplaced)


def report_root(draft: Unplaced, lexicon: Lexicon, reporter: Reporter) -> None:
    """Report a name that is said to be of a kind that is not declared, or of none."""
    name, unknown = bare(draft.name.text), draft.names("is")
    hint = ""
    if unknown:
        lexicon.failed.add(key(unknown[0].text))
        near = reporter.nearest(unknown[0].text, lexicon, None)
        hint = f'Did you mean "{near}"? Otherwise say' if near else ""
        message = f'"{bare(unknown[0].text)}" is not declared, so it is unknown what kind of thing "{name}" is.'
    else:
        message = f'Nothing says what kind of thing "{name}" is.'
    reporter.error(
        "undeclared-name",
        draft.origin,
        message,
        f"{hint or 'Say'} what it is: {name} is data (or a purpose, a party, people, a place, a condition, an action, "
        "an event, a law, a thing), or a kind of something declared.",
    )


def report_circle(circle: list[Unplaced], reporter: Reporter) -> None:
    """Report names that are only defined by one another."""
    named = [bare(draft.name.text) for draft in circle]
    shown = [*named[:MOST_NAMED], *(["…"] if len(named) > MOST_NAMED else []), named[0]]
    reporter.error(
        "definition-cycle",
        circle[0].origin,
        f"These definitions go round in a circle: {' is a kind of '.join(shown)}.",
        "Say of one of them what it is: data, a purpose, a party, people, a place, a condition, an action, an event.",
    )
