"""Names in their slots: which kinds fit where, built-in roles, and lists with their exceptions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from policyc.model.document import Every, Formula, Holds, Negation, Some, Term, TermList
from policyc.model.kinds import ACTIONS, PARTIES, PERSONS
from policyc.model.lexicon import Lexicon, Origin
from policyc.model.names import ROLES, Concept, Kind, Role, key
from policyc.resolve.naming.belonging import is_anybody, narrower
from policyc.resolve.naming.composing import composed
from policyc.resolve.naming.mentions import names_in
from policyc.resolve.naming.others import Unnamed, as_term, others
from policyc.resolve.naming.pronouns import THEIR, meant_by
from policyc.resolve.report import Reporter, bare
from policyc.source import Source, Span
from policyc.syntax import tree

STATES = frozenset({Kind.CONDITION, Kind.EVENT, Kind.THING, Kind.LAW})
OBJECTS = frozenset(Kind) - {Kind.ACTION, Kind.PLACE}


HAPPENED = re.compile(
    r"(?P<what>.+?)\s+(?:has\s+|have\s+)?(?:occurs?|occurred|happens?|happened|exists?|applies|apply"
    r"|taken\s+place|takes?\s+place|been\s+(?:given|obtained|granted))",
    re.IGNORECASE,
)
WORDS = re.compile(r"\S+")
DENIED = re.compile(r"\b(?:neither|nor|no)\s+\Z", re.IGNORECASE)
"""What stands before a name that is said of none of its kind."""
LONGEST_VERB = 3
"""How many words a declared action may have."""


class Unresolved(Exception):
    """A name could not be resolved; the finding is reported already, and the sentence is not carried."""


@dataclass(slots=True)
class Names:
    """Looks up the names of one document's sentences; ``owner`` is whom *its* means in the one that is read."""

    lexicon: Lexicon
    source: Source
    reporter: Reporter
    owner: str = ""
    labels: tuple[str, ...] = ()
    named: tuple[tree.Name, ...] = ()
    acting: tuple[tree.Name | tree.Quote, ...] = ()
    """What the clause that is read names, and who acts in it, to tell what *others* are other than."""

    parties: tuple[Concept, ...] = ()
    """The parties of the document, where it has any."""

    each_itself: bool = False
    """Whether the clause that is read is said of each party, which it binds for what that one does itself."""

    above: dict[Concept, set[str]] = field(default_factory=dict)
    """The keys above each concept that was asked for."""

    def origin(self, span: Span) -> Origin:
        """A span of this document."""
        return Origin(self.source, span)

    def term(
        self, name: tree.Name | tree.Quote, kinds: frozenset[Kind], slot: str, joined: bool = False, apart: bool = False
    ) -> Term:
        """One name in a slot that takes some kinds, ``joined`` to another; raises ``Unresolved`` after reporting.

        Others are a kind of their own where they are kept ``apart`` from what is named.
        """
        spelling = key(name.text)
        role = self.role_of(name.text) if isinstance(name, tree.Name) and kinds & PERSONS else None
        if role is Role.EACH_PARTY and name.text.lower() == spelling:
            self.told_apart(name, self.lexicon.find(spelling, PARTIES))
        if role and (role is not Role.OTHER_PARTY or name.text.lower().startswith("the ")):
            return Term(role, name.text)
        if isinstance(name, tree.Name) and (term := self.others(name, kinds, apart)):
            return term
        return Term(self.concept(name, spelling, kinds, slot, joined), name.text)

    def others(self, name: tree.Name, kinds: frozenset[Kind], apart: bool = False) -> Term | None:
        """What a name that begins with *other* stands for, if it does; raises ``Unresolved`` where nobody can tell."""
        if self.lexicon.declares(key(name.text), kinds):
            return None
        acting = self.acting if is_anybody(name.text) else ()
        beside = (each for each in self.named if each.span != name.span and each not in acting)
        named = tuple(known for each in beside if (known := self.find(each, kinds)))

        def find(text: str, kinds: frozenset[Kind] | None) -> Concept | None:
            return self.find(tree.Name(text, name.span), kinds)

        try:
            found = others(name.text, kinds, named, self.lexicon, find)
        except Unnamed:
            self.reporter.error(
                "broken-sentence",
                self.origin(name.span),
                f"`{name.text}` does not say other than what: the clause names nothing else of that kind.",
                "Say it: `any purpose other than support`, or name what is meant.",
            )
            raise Unresolved from None
        if found is None or isinstance(found.value, Role) or not (found.alike or apart):
            return as_term(found, name.text, None) if found else None
        made = narrower(found.value, bare(name.text), None, self.lexicon, self.origin(name.span))
        return as_term(replace(found, minus=()), name.text, made)

    def hear(self, statement: tree.Statement, anew: bool) -> None:
        """Take note of what a sentence names; ``anew`` where it begins a clause."""
        self.named = (*(() if anew else self.named), *names_in(statement))
        self.acting = statement.subject.names.items
        self.each_itself = False

    def find(self, name: tree.Name | tree.Quote, kinds: frozenset[Kind] | None = None) -> Concept | None:
        """The concept of some kinds that a name, or one that is composed of declared names, stands for."""
        return composed(name.text, kinds, self.lexicon, self.origin(name.span), self.whose(name))

    def whose(self, name: tree.Name | tree.Quote) -> str:
        """Whom *its* or *their* means in a name: *their* somebody whom the sentence names before it, if it does."""
        if not THEIR.search(name.text):
            return self.owner
        before = [each.text for each in self.named if each.span[1] <= name.span[0] and not THEIR.search(each.text)]

        def find(text: str, kinds: frozenset[Kind] | None) -> Concept | None:
            return self.find(tree.Name(text, name.span), kinds)

        return meant_by(name.text, before, find, self.lexicon) or self.owner

    def happened(self, name: tree.Name | tree.Quote, kinds: frozenset[Kind]) -> Concept | None:
        """What is said to have happened, or to hold: ``a breach has occurred``, ``a breach occurs``."""
        found = HAPPENED.fullmatch(name.text) if isinstance(name, tree.Name) and kinds <= STATES else None
        return self.find(tree.Name(found["what"], name.span), kinds) if found else None

    def role(self, spelling: str) -> Role | None:
        """The built-in role that a key calls, unless the document declares the name itself."""
        declared = self.lexicon.find(spelling, PERSONS)
        root = declared is not None and declared.key == declared.kind.value
        return ROLES.get(spelling) if declared is None or root else None

    def role_of(self, text: str) -> Role | None:
        """The built-in role that words call; *the Party* is whom the document calls so, where it does."""
        called = self.lexicon.called(text, PERSONS)
        return ROLES.get(key(text)) if called is None or called.is_root else None

    def concept(
        self, name: tree.Name | tree.Quote, spelling: str, kinds: frozenset[Kind], slot: str, joined: bool = False
    ) -> Concept:
        """The concept that a name stands for in a slot."""
        origin = self.origin(name.span)
        if concept := self.find(name, kinds) or self.happened(name, kinds):
            self.told_apart(name, concept)
            return concept
        if Kind.PARTY not in kinds and self.role(spelling):
            self.reporter.wrong_kind(name.text, origin, Kind.PARTY, kinds, slot)
        elif joined and Kind.ACTION not in kinds and not self.find(name) and (action := self.leading_action(name.text)):
            self.reporter.error(
                "undeclared-name",
                origin,
                f'"{name.text}" is read as one name, and no such name is declared; "{action}" is an act.',
                "Begin a new sentence for the second act, with its own who and may or must.",
            )
        elif other := self.lexicon.find(spelling):
            self.reporter.wrong_kind(name.text, origin, other.kind, kinds, slot)
        else:
            self.reporter.undeclared(name.text, origin, self.lexicon, kinds)
        raise Unresolved

    def told_apart(self, name: tree.Name | tree.Quote, concept: Concept | None) -> None:
        """Refuse a bare *data* or *purpose* where the document has its own: it may be that, or any."""
        bare_root = concept is not None and concept.is_root and len(name.text.split()) == 1
        own = self.lexicon.find(f"the {key(name.text)}", frozenset({concept.kind})) if concept and bare_root else None
        if own is None or DENIED.search(self.source.text, 0, name.span[0]):
            return
        word = name.text.lower()
        self.reporter.error(
            "broken-sentence",
            self.origin(name.span),
            f"`{name.text}` may be the {bare(own.text)} that is defined here, or any {word}.",
            f"Write `the {bare(own.text)}` for what is defined, or `any {word}`.",
        )
        raise Unresolved

    def verb_of(self, words: list[str], longest: int = LONGEST_VERB) -> int | None:
        """How many of the first words are a declared action, as many as may be; None where they begin with none."""
        for count in range(min(longest, len(words)), 0, -1):
            if self.lexicon.find(key(" ".join(words[:count])), ACTIONS):
                return count
        return None

    def part(self, name: tree.Name, start: int, end: int) -> tree.Name:
        """Some words of a name, with their place."""
        words = name.text.split()
        first, last = name.span
        spans = [(first + each.start(), first + each.end()) for each in WORDS.finditer(self.source.text[first:last])]
        at = (spans[start][0], spans[end - 1][1]) if len(spans) == len(words) else name.span
        return tree.Name(" ".join(words[start:end]), at)

    def leading_action(self, text: str) -> str | None:
        """The first word of a name of several words, where it is a declared action."""
        first, _, rest = text.partition(" ")
        return first if rest and self.lexicon.find(key(first), ACTIONS) else None

    def terms(self, names: tree.Names, kinds: frozenset[Kind], slot: str, apart: bool = False) -> TermList:
        """A list of names; every name that fails is reported before ``Unresolved`` is raised."""
        found, failed = [], False
        for at, item in enumerate(names.all):
            try:
                found.append(self.term(item, kinds, slot, at > 0, apart))
            except Unresolved:
                failed = True
        if failed:
            raise Unresolved
        return TermList(tuple(found), names.joiner == "or")

    def actions(self, verbs: tree.Names) -> TermList:
        """The verbs of a clause."""
        return self.terms(verbs, ACTIONS, "the place after may or must")

    def formula(self, condition: tree.Condition) -> Formula:
        """A condition with its names resolved."""
        match condition:
            case tree.Not(operand):
                return Negation(self.formula(operand))
            case tree.Combination(joiner, operands):
                parts = tuple(self.formula(operand) for operand in operands)
                return Every(parts) if joiner == "and" else Some(parts)
            case tree.Quote(text):
                return Holds(quoted_concept(text), text, quoted=True)
            case tree.Name():
                return Holds(self.concept(condition, key(condition.text), STATES, "a condition"), condition.text)

    def states(self, names: tree.Names, slot: str) -> Formula:
        """A list of conditions or safeguards: joined by ``or`` any will do, otherwise all are meant."""
        parts: list[Formula] = []
        for item in names.all:
            if isinstance(item, tree.Quote):
                parts.append(Holds(quoted_concept(item.text), item.text, quoted=True))
            else:
                parts.append(Holds(self.concept(item, key(item.text), STATES, slot), item.text))
        if len(parts) == 1:
            return parts[0]
        return Some(tuple(parts)) if names.joiner == "or" else Every(tuple(parts))


def quoted_concept(words: str) -> Concept:
    """The condition that stands for quoted words: equal only to the same words."""
    return Concept(Kind.CONDITION, f'"{" ".join(words.lower().split())}"', f'"{words}"')


def without(terms: TermList, taken: TermList) -> TermList:
    """A list with names taken from each of its items."""
    return TermList(tuple(replace(term, minus=term.minus + taken.terms) for term in terms.terms), terms.choice)


def keys_above(concept: Concept, names: Names) -> set[str]:
    """The keys of a concept and of everything that it is a kind of."""
    known = names.above.get(concept)
    if known is None:
        known = names.above[concept] = {each.key for each in names.lexicon.above(concept)}
    return known


def is_person(name: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name stands for a party, people or a role."""
    return isinstance(name, tree.Name) and bool(names.role(key(name.text)) or names.find(name, PERSONS))


def is_somebody(text: str, names: Names) -> bool:
    """Whether words stand for a party, people or a role."""
    return is_person(tree.Name(text, (0, 0)), names)
