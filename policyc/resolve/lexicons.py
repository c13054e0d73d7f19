"""From definition sentences to lexicons: kinds inferred, relations linked, cycles cut."""

from __future__ import annotations

from dataclasses import dataclass, field

from policyc.model.kinds import DATA, PLACES, PURPOSES
from policyc.model.lexicon import Entry, Lexicon, Origin, Relation, Terms
from policyc.model.names import Concept, Kind, key
from policyc.resolve.circles import cut_circles
from policyc.resolve.failures import report_unplaced
from policyc.resolve.naming.composing import composed, heads
from policyc.resolve.report import Reporter, bare, blame
from policyc.source import Source
from policyc.syntax import tree

LINKED_KINDS: dict[Relation, frozenset[Kind]] = {
    Relation.ABOUT: frozenset({Kind.PEOPLE, Kind.PARTY}),
    Relation.REVEALS: DATA,
    Relation.DERIVED_FROM: DATA,
    Relation.SERVES: PURPOSES,
    Relation.NEEDS: DATA,
    Relation.IN: PLACES,
}
ROOTS = {kind.value: Concept(kind, kind.value, kind.value) for kind in Kind}
ROOTS["person"] = ROOTS["people"]
NOUNS = frozenset(Kind) - {Kind.ACTION}
"""What `is a` looks for first: *a report* is a thing, though *report* is a verb too."""
IMPLIED_KIND = {
    "about": Kind.DATA,
    "reveals": Kind.DATA,
    "derived from": Kind.DATA,
    "serves": Kind.DATA,
    "needs": Kind.PURPOSE,
}
RELATIONS = {relation.value: relation for relation in Relation}


def built_in() -> Lexicon:
    """The scope around all scopes: the roots of the kinds, and the condition *the same terms*."""
    source = Source("the policy language", "")
    lexicon = Lexicon("the policy language")
    concepts = [Concept(kind, kind.value, kind.value) for kind in Kind]
    concepts.append(Concept(Kind.CONDITION, "same term", "the same terms"))
    for concept in concepts:
        lexicon.entries[concept] = Entry(concept, Origin(source, (0, 0)))
        lexicon.names.setdefault(key(concept.text), []).append(concept)
    return lexicon


@dataclass(slots=True)
class Draft:
    """The definition sentences of one name in one scope, before its kind is known."""

    name: tree.Name
    source: Source
    definitions: list[tree.Definition] = field(default_factory=list)
    kind: Kind | None = None

    def names(self, word: str) -> list[tree.Name]:
        """The names that the sentences give after a word."""
        return [
            item
            for definition in self.definitions
            for part in definition.properties
            if part.word == word and part.names
            for item in part.names.items
            if isinstance(item, tree.Name)
        ]

    @property
    def origin(self) -> Origin:
        """The first sentence."""
        return Origin(self.source, self.definitions[0].span)

    def meaning(self) -> str | None:
        """The contract's words."""
        parts = [part for definition in self.definitions for part in definition.properties]
        return next((part.quote.text for part in parts if part.word == "means" and part.quote), None)


def build_lexicon(
    title: str,
    definitions: list[tuple[Source, tree.Definition]],
    outer: tuple[Lexicon, ...],
    reporter: Reporter,
    legal_names: bool,
) -> Lexicon:
    """One scope from its definition sentences.

    With ``legal_names`` a party that ``means "…"`` is known by these words, so that it is one across agreements.
    """
    lexicon = Lexicon(title, outer)
    drafts = collect(definitions, reporter)
    infer_kinds(drafts, lexicon)
    report_unplaced(drafts, lexicon, reporter)
    for spelling, draft in drafts.items():
        if draft.kind is not None:
            declare(lexicon, spelling, draft, draft.kind, legal_names)
    for spelling, draft in drafts.items():
        if draft.kind is not None:
            concept = next(c for c in lexicon.names[name_of(spelling)] if c.kind is draft.kind)
            link(lexicon, concept, draft, reporter)
            declare_aliases(lexicon, concept, draft, reporter)
    cut_circles(lexicon, reporter)
    return lexicon


def collect(definitions: list[tuple[Source, tree.Definition]], reporter: Reporter) -> dict[str, Draft]:
    """Group definition sentences by name; a second sentence for a name is a finding, and still counts."""
    drafts: dict[str, Draft] = {}
    for source, definition in definitions:
        spelling = key(definition.name.text)
        draft = drafts.setdefault(spelling, Draft(definition.name, source))
        if draft.definitions:
            name = bare(definition.name.text)
            before = Origin(draft.source, draft.definitions[0].span)
            reporter.error(
                "duplicate-name",
                Origin(source, definition.span),
                f'"{name}" is defined twice here; a reader cannot tell whether both are meant.',
                "Join the two sentences into one, or give the second thing a name of its own.",
                blame(before, "first defined here"),
            )
        draft.definitions.append(definition)
    return drafts


def infer_kinds(drafts: dict[str, Draft], lexicon: Lexicon) -> None:
    """The kind of each name: its parents', else its members', else what its properties imply, else an outer scope's."""
    waiting: dict[str, list[str]] = {}
    for spelling, draft in drafts.items():
        for name in draft.names("is") or draft.names("includes"):
            for text in (name.text, *heads(name.text, lexicon)):
                waiting.setdefault(key(text), []).append(spelling)
    pending = list(drafts)
    for spelling in pending:
        draft = drafts[spelling]
        if draft.kind is None:
            draft.kind = kind_from(spelling, draft.names("is") or draft.names("includes"), drafts, lexicon)
            pending += waiting.get(spelling, ()) if draft.kind else ()
    for spelling, draft in drafts.items():
        if draft.kind is None:
            words = [part.word for definition in draft.definitions for part in definition.properties]
            implied = next((IMPLIED_KIND[word] for word in words if word in IMPLIED_KIND), None)
            known = lexicon.find(spelling)
            draft.kind = known.kind if known and not draft.names("is") else implied


def kind_from(own: str, names: list[tree.Name], drafts: dict[str, Draft], lexicon: Lexicon) -> Kind | None:
    """The kind of the first of some names whose kind is known; the name's own is the one that it has further out."""
    for name in names:
        for text in (name.text, *heads(name.text, lexicon)):
            spelling = key(text)
            if spelling in ROOTS:
                return ROOTS[spelling].kind
            draft = drafts.get(spelling) if spelling != own else None
            if draft and draft.kind:
                return draft.kind
            if draft is None and (concept := lexicon.find(spelling, NOUNS) or lexicon.find(spelling)):
                return concept.kind
    return None


def declare(lexicon: Lexicon, spelling: str, draft: Draft, kind: Kind, legal_names: bool) -> None:
    """Enter a name into its scope."""
    meaning = draft.meaning()
    concept = identity(lexicon, spelling, draft, kind, meaning if legal_names and kind is Kind.PARTY else None)
    origin = Origin(draft.source, draft.definitions[0].span)
    entry = Entry(concept, origin, meaning)
    for definition in draft.definitions:
        for part in definition.properties:
            if part.word == "bound by the same terms":
                entry.terms = Terms.BOUND
            elif part.word == "free of those terms":
                entry.terms = Terms.FREE
            elif part.per:
                entry.per = part.per.who.text
    lexicon.entries[concept] = entry
    lexicon.names.setdefault(name_of(spelling), []).append(concept)


def name_of(spelling: str) -> str:
    """The key by which a scope knows what it declares: its own *Purpose* is *the purpose*, beside all purposes."""
    return f"the {spelling}" if spelling in ROOTS else spelling


def identity(lexicon: Lexicon, spelling: str, draft: Draft, kind: Kind, legal_name: str | None) -> Concept:
    """The concept that a definition speaks of: one of an outer scope of the same name, or a new one.

    What an outer scope only calls so as well is another thing, and so is an agreement's own *Data* or *Purpose*. A
    party with a legal name stays the one that it is.
    """
    text = bare(draft.name.text)
    if legal_name:
        return Concept(kind, f'"{key(legal_name)}"', text)
    if spelling in ROOTS:
        return Concept(kind, name_of(spelling), text)
    known = lexicon.find(spelling, frozenset({kind}))
    if known and (known.key == spelling or (known.key.startswith('"') and key(known.text) == spelling)):
        return known
    return Concept(kind, spelling, text)


def declare_aliases(lexicon: Lexicon, concept: Concept, draft: Draft, reporter: Reporter) -> None:
    """Enter the other names of a concept; one that already stands for something else here is a finding."""
    entry = lexicon.entries[concept]
    for definition in draft.definitions:
        for part in definition.properties:
            if part.word != "also called" or part.quote is None:
                continue
            entry.aliases.append(part.quote.text)
            known = lexicon.names.setdefault(key(part.quote.text), [])
            rival = next((other for other in known if other.kind is concept.kind and other != concept), None)
            if rival:
                reporter.error(
                    "duplicate-name",
                    Origin(draft.source, part.span),
                    f'"{part.quote.text}" already stands for {rival}, so it cannot also be {concept}.',
                    "Give one of the two another name.",
                    *[blame(lexicon.entries[rival].origin, "the other meaning")] if rival in lexicon.entries else [],
                )
            elif concept not in known:
                known.append(concept)


def link(lexicon: Lexicon, concept: Concept, draft: Draft, reporter: Reporter) -> None:
    """Look up every name that the sentences relate to a concept."""
    entry, targets = lexicon.entries[concept], dict[Relation, dict[Concept, None]]()
    for definition in draft.definitions:
        for part in definition.properties:
            relation = RELATIONS.get(part.word)
            if relation is None or part.names is None:
                continue
            kinds = LINKED_KINDS.get(relation, frozenset({concept.kind}))
            for item in part.names.items:
                origin = Origin(draft.source, item.span)
                again = part.word == "is" and key(item.text) == key(draft.name.text)
                further = further_out(lexicon, key(item.text), kinds) if again else None
                target = further or find_linked(item, kinds, lexicon, origin, reporter, part.word)
                if further == concept:
                    continue
                if target is None:
                    reporter.not_carried(origin, "a name that is not declared")
                else:
                    targets.setdefault(relation, {})[target] = None
    entry.links = {relation: list(found) for relation, found in targets.items()}
    for member in targets.get(Relation.INCLUDES, ()):
        lexicon.containers.setdefault(member, []).append(concept)


def further_out(lexicon: Lexicon, spelling: str, kinds: frozenset[Kind]) -> Concept | None:
    """What a name stands for in the scopes around one: *the Developer is a developer* means these."""
    return next((found for outer in lexicon.outer if (found := outer.find(spelling, kinds))), None)


def find_linked(
    item: tree.Name | tree.Quote,
    kinds: frozenset[Kind],
    lexicon: Lexicon,
    origin: Origin,
    reporter: Reporter,
    word: str,
) -> Concept | None:
    """The concept that a name of a definition stands for, or None and a finding; *is data* names the root.

    *Is the Data* means what the document calls so, where it does.
    """
    spelling = key(item.text)
    root = ROOTS.get(spelling) if word == "is" else None
    known = lexicon.called(item.text, kinds)
    concept = known
    if root and root.kind in kinds and not (known and item.text.lower().startswith("the ")):
        concept = root
    if concept or (concept := composed(item.text, kinds, lexicon, origin, "")):
        return concept
    if other := lexicon.find(key(item.text)):
        reporter.wrong_kind(item.text, origin, other.kind, kinds, f"`{word}` here")
    else:
        reporter.undeclared(item.text, origin, lexicon, kinds)
    return None
