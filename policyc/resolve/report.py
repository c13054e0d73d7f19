"""How the resolver says what is wrong with names: findings with a place and a way out."""

from __future__ import annotations

from difflib import get_close_matches

from policyc.findings import Evidence, Finding, Findings, Severity, Unchecked
from policyc.model.lexicon import Lexicon, Origin
from policyc.model.names import Kind, key
from policyc.resolve.cures import cure

COMPARED_NAMES = 400_000
"""With how many names unknown ones are compared in a run: that is slow, and a file may hold 50,000."""


def blame(origin: Origin, message: str = "here") -> Evidence:
    """An origin as evidence."""
    return Evidence(message, origin.place, origin.words)


class Reporter:
    """Collects what the resolver finds; each unknown name is reported once a document."""

    def __init__(self) -> None:
        """Start with nothing found."""
        self.findings = Findings()
        self._seen: set[tuple[object, ...]] = set()
        self._known: dict[tuple[int, frozenset[Kind] | None], dict[str, str]] = {}
        self._budget = COMPARED_NAMES

    def error(self, rule: str, origin: Origin, message: str, help: str, *related: Evidence) -> None:
        """Report an error of a rule at a place."""
        self.report(Severity.ERROR, rule, origin, message, help, *related)

    def report(
        self, severity: Severity, rule: str, origin: Origin, message: str, help: str, *related: Evidence
    ) -> None:
        """Report a finding of a rule at a place."""
        self.findings.found.append(Finding(rule, severity, message, blame(origin), help, related))

    def not_carried(self, origin: Origin, reason: str) -> None:
        """Count a sentence that could not be carried into the model: the run is incomplete."""
        self.findings.unchecked.append(Unchecked(origin.place, reason, origin.words, incomplete=True))

    def not_weighed(self, origin: Origin, reason: str) -> None:
        """Count something that belongs to a document and was not given to the program; nothing is missing from it."""
        self.findings.unchecked.append(Unchecked(origin.place, reason))

    def undeclared(self, name: str, origin: Origin, scope: Lexicon, kinds: frozenset[Kind] | None) -> None:
        """Report a name that no scope declares, with the nearest name that one does.

        A name whose own definition has a finding is passed over: that it is missing is the consequence.
        """
        identity = (id(scope), key(name))
        if identity in self._seen or any(each.failed & {key(name), ""} for each in scope.scopes()):
            return
        self._seen.add(identity)
        near = self.nearest(name, scope, kinds)
        meant = f'Did you mean "{near}"? ' if near else ""
        help = cure(bare(name), kinds, near is not None)
        message = f'"{bare(name)}" is not declared, so nothing can be checked about it.'
        self.error("undeclared-name", origin, message, meant + help)

    def nearest(self, name: str, scope: Lexicon, kinds: frozenset[Kind] | None) -> str | None:
        """The declared name nearest to one that is not; None once enough of them were compared."""
        known = self._known.get((id(scope), kinds))
        if known is None:
            known = self._known[id(scope), kinds] = known_names(scope, kinds)
        self._budget -= len(known)
        near = get_close_matches(key(name), known, n=1, cutoff=0.8) if self._budget > 0 else []
        return known[near[0]] if near else None

    def wrong_kind(self, name: str, origin: Origin, found: Kind, kinds: frozenset[Kind], slot: str) -> None:
        """Report a name whose kind does not fit where it stands."""
        self.error(
            "wrong-kind",
            origin,
            f'"{bare(name)}" is {kind_words(frozenset({found}))}, but {slot} takes {kind_words(kinds)}.',
            "Use a name of that kind, or another phrase: `with`, `if` and `unless` take conditions, `for` takes "
            "purposes, `in` takes places, `about` takes people, `after` and `before` take events.",
        )


def known_names(scope: Lexicon, kinds: frozenset[Kind] | None) -> dict[str, str]:
    """The names of some kinds that a scope and those around it know, by their keys."""
    return {
        spelling: concept.text
        for lexicon in scope.scopes()
        for spelling, concepts in lexicon.names.items()
        for concept in concepts
        if kinds is None or concept.kind in kinds
    }


def bare(name: str) -> str:
    """A name without its leading article."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ("a", "an", "the", "any", "all") else name


def kind_words(kinds: frozenset[Kind] | None) -> str:
    """Kinds as a reader names them: ``a purpose``, ``a party or people``."""
    if not kinds:
        return ""
    words = [with_article(kind) for kind in Kind if kind in kinds]
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]


def with_article(kind: Kind) -> str:
    """A kind with the article that it takes."""
    word = str(kind.value)
    if kind in (Kind.DATA, Kind.PEOPLE):
        return word
    return ("an " if word[0] in "aeiou" else "a ") + word
