"""The shapes along the road as plain data: dictionaries, lists, words and numbers, alike on every run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from policyc.analysis.facts import Facts
from policyc.analysis.words import bit_words, concept_words, named_in
from policyc.model.document import Clause, Document, Workspace
from policyc.model.lexicon import Lexicon, Origin
from policyc.model.names import Concept
from policyc.norms.concepts import ANY, NONE, OTHER, SOME, Closure
from policyc.norms.condition import ALWAYS, Alternative
from policyc.norms.norm import Norm
from policyc.norms.region import DAWN, DUSK, Point, Region, Side
from policyc.pipeline.road import Examination
from policyc.source import Place, Source
from policyc.syntax.tree import Tree

Data = Any
"""What JSON can hold."""
TITLE = ""
"""Under this key stands what a dictionary calls itself."""
MOST_NAMES = 6
WHOLE = {ANY: "any", SOME: "some", NONE: "none", OTHER: "other"}


def tree_shape(examination: Examination) -> Data:
    """The trees of the files."""
    return [Plain().of_tree(tree) for tree in examination.trees]


def model_shape(examination: Examination) -> Data:
    """The documents with their names resolved."""
    return Plain().of_workspace(examination.workspace)


def norms_shape(examination: Examination) -> Data:
    """The norms, their regions in words."""
    facts = examination.facts
    return [Plain(facts.closure(norm.document)).of_norm(norm) for norm in facts.norms]


def facts_shape(examination: Examination) -> Data:
    """What the analyses made of the norms."""
    facts = examination.facts
    return {
        "contradictions": [Plain(facts.closure(each.grant.document)).of(each) for each in facts.contradictions],
        "flows": [Plain(facts.closure(each.norm.document)).of(each) for each in facts.flows],
        "mismatches": [Plain(facts.closure(each.flow.norm.document)).of(each) for each in facts.mismatches],
        "silent": {document.title: silence(document, facts) for document in facts.agreements},
    }


def silence(document: Document, facts: Facts) -> list[str]:
    """The topics on which an agreement is silent."""
    return sorted(topic.value for topic in facts.silent(document))


SHAPES: dict[str, Callable[[Examination], Data]] = {
    "tree": tree_shape,
    "model": model_shape,
    "norms": norms_shape,
    "facts": facts_shape,
}


class Plain:
    """Turns dataclasses into plain data; with a closure, bit sets are told in its names."""

    def __init__(self, closure: Closure | None = None) -> None:
        """Begin with no source: spans stay numbers until a tree or an origin says what they count in."""
        self._closure = closure
        self._source: Source | None = None

    def of(self, value: object) -> Data:
        """Any value of a shape."""
        match value:
            case None | bool() | int() | str():
                return value
            case Enum():
                return value.value if isinstance(value.value, str) else value.name.lower()
            case date():
                return value.isoformat()
            case Concept():
                return f"{value.kind.value}: {value.text}"
            case Origin() | Place():
                return str(value.place if isinstance(value, Origin) else value)
            case Source():
                return value.path
            case _:
                return self._of_structure(value)

    def _of_structure(self, value: object) -> Data:
        match value:
            case Norm():
                return f"norm {value.index} ({value.document.title}, {value.clause.name})"
            case Document() | Lexicon():
                return value.title
            case Clause():
                return value.name
            case Region():
                return self.of_region(value)
            case Point():
                return self.of_point(value)
            case Alternative():
                return self.of_alternative(value)
            case Mapping():
                return {str(self.of(key)): self.of(each) for key, each in value.items()}
            case set() | frozenset():
                return sorted((self.of(each) for each in value), key=str)
            case list() | tuple():
                return [self.of(each) for each in value]
            case _ if is_dataclass(value):
                return self.of_fields(value)
            case _:
                return type(value).__name__

    def of_fields(self, value: object) -> Data:
        """A dataclass by its fields; those that say nothing are left out."""
        found: dict[str, Data] = {TITLE: type(value).__name__}
        for each in fields(value):  # type: ignore[arg-type]
            content = getattr(value, each.name)
            if each.name == "span" and self._source:
                found["at"] = ":".join(map(str, self._source.position(content[0])))
            elif content not in (None, (), [], {}, "", False):
                found[each.name] = self.of(content)
        return found

    # Trees and models

    def of_tree(self, tree: Tree) -> Data:
        """A tree; its nodes tell their places in lines and columns."""
        self._source = tree.source
        broken = [str(tree.source.place(span)) for span in tree.broken]
        return {
            "file": tree.source.path,
            "sentences": self.of(tree.sentences),
            "comments": self.of(tree.comments),
            "broken": broken,
        }

    def of_workspace(self, workspace: Workspace) -> Data:
        """The documents of a workspace and the names that their own scopes declare."""
        shipped = set(map(id, workspace.shipped.scopes()))
        return {
            "documents": [self.of_document(document, shipped) for document in workspace.documents],
            "scenarios outside any document": [self.of_fields(each) for _, _, each in workspace.loose_scenarios],
        }

    def of_document(self, document: Document, shipped: set[int]) -> Data:
        """A document in full, with the names of the scopes around it that are not shipped."""
        found = self.of_fields(document)
        found["clauses"] = [self.of_fields(clause) for clause in document.clauses]
        scopes = [scope for scope in document.lexicon.scopes() if id(scope) not in shipped]
        found["lexicon"] = {
            scope.title: [self.of_fields(entry) for entry in scope.entries.values()]
            for scope in scopes
            if scope.entries
        }
        return found

    # Norms

    def of_norm(self, norm: Norm) -> Data:
        """A norm, its region in words."""
        found = {
            "norm": norm.index,
            "document": norm.document.title,
            "clause": norm.clause.name,
            "at": str(norm.clause.origin.place),
            "modality": norm.modality.value,
            **self.of_region(norm.region),
        }
        if norm.by_only is not None:
            found["added by only on"] = self.of(norm.by_only)
        if norm.ensured:
            found["ensured"] = True
        return found

    def of_region(self, region: Region) -> dict[str, Data]:
        """A region: its sides that are limited, its condition, its days."""
        found: dict[str, Data] = {
            side.name.lower(): self.side(mask, side)
            for side, mask in zip(Side, region.masks, strict=True)
            if mask != ANY
        }
        if region.condition != ALWAYS:
            found["condition"] = [self.of_alternative(each) for each in region.condition]
        if region.start != DAWN:
            found["first day"] = date.fromordinal(region.start).isoformat()
        if region.end != DUSK:
            found["last day"] = date.fromordinal(region.end - 1).isoformat()
        return found

    def of_point(self, point: Point) -> Data:
        """A point: a name for each side, and the states that hold."""
        sides = zip(Side, point.bits, strict=True)
        found: dict[str, Data] = {side.name.lower(): self.side(bit, side) for side, bit in sides}
        found["states"] = self.names(point.states)
        return found

    def of_alternative(self, alternative: Alternative) -> Data:
        """One way for a condition to hold."""
        return {
            "holds": [self.names(mask) for mask in sorted(alternative.held)],
            "does not hold": self.names(alternative.absent),
        }

    def side(self, mask: int, side: Side) -> Data:
        """A bit set of a side in words."""
        if side is Side.PHASE:
            return {1: "in force", 2: "after it has ended"}.get(mask, "in force and after")
        if mask in WHOLE:
            return WHOLE[mask]
        if mask < 0:
            return ["all but", *self.names(~mask)]
        return self.names(mask)

    def names(self, mask: int) -> list[str]:
        """The widest names in a bit set, the first few of them."""
        if self._closure is None or not mask:
            return []
        named = [concept_words(concept) for concept in named_in(self._closure, mask)]
        words = named or [bit_words(mask & -mask, Side.OBJECT, self._closure.universe)]
        return words[:MOST_NAMES] + ([f"{len(words) - MOST_NAMES} more"] if len(words) > MOST_NAMES else [])
