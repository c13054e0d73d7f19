"""The vocabulary that policyc ships: parsed once, kept as data in the store, and in memory for the whole process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import msgspec

from policyc.model.lexicon import Entry, Lexicon, Origin, Relation, Terms
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure, Universe
from policyc.pipeline.cache.make import key
from policyc.pipeline.cache.store import Store
from policyc.pipeline.law_texts import law_texts
from policyc.resolve import built_in, resolve_shipped
from policyc.resources import resource
from policyc.source import Source
from policyc.syntax import parse


@dataclass(frozen=True, slots=True)
class PackedEntry:
    """What is said of one name; names are numbers, places are a file's number and a span."""

    name: int
    file: int
    span: tuple[int, int]
    meaning: str | None
    aliases: list[str]
    links: dict[Relation, list[int]]
    terms: Terms
    per: str | None


@dataclass(frozen=True, slots=True)
class PackedLexicon:
    """A lexicon as plain data."""

    title: str
    titles: list[str]
    files: list[str]
    names: list[tuple[Kind, str, str]]
    entries: list[PackedEntry]
    keys: list[tuple[str, list[int]]]
    containers: list[tuple[int, list[int]]]


DECODER = msgspec.msgpack.Decoder(PackedLexicon)
_loaded: list[Lexicon] = []


def shipped_lexicon() -> Lexicon:
    """The vocabulary, parsed at its first use unless it was loaded before."""
    if not _loaded:
        _loaded.append(parsed())
    return _loaded[0]


def load_shipped(store: Store) -> None:
    """Take the vocabulary from a store, or keep it there for the next run."""
    if _loaded or store.closed:
        return
    place = key(b"shipped vocabulary")
    kept = store.load([place]).get(place)
    lexicon = unpacked(kept) if kept is not None else None
    if lexicon is None:
        lexicon = parsed()
        store.save({place: packed(lexicon)})
    _loaded.append(lexicon)


@lru_cache(maxsize=2)
def shipped_closure(lexicon: Lexicon) -> Closure:
    """What the names of a shipped vocabulary cover: worked out once a process, and the ground of every workspace."""
    return Closure(lexicon, Universe())


def sources() -> list[Source]:
    """The texts of the vocabulary."""
    folder = resource("policies") / "vocabulary"
    return [Source(path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.policy"))]


def parsed() -> Lexicon:
    """The vocabulary as its texts say it."""
    lexicon, findings = resolve_shipped([parse(source)[0] for source in sources()])
    if findings.found:
        raise RuntimeError(f"the shipped vocabulary is broken: {findings.found[0].message}")
    lexicon.titles |= {text.title.lower() for text in law_texts()}
    return lexicon


def packed(lexicon: Lexicon) -> bytes:
    """The vocabulary as bytes."""
    numbers: dict[Concept, int] = {}

    def number(concept: Concept) -> int:
        return numbers.setdefault(concept, len(numbers))

    files = [source.path for source in sources()]
    entries = [
        PackedEntry(
            number(entry.concept),
            files.index(entry.origin.source.path),
            entry.origin.span,
            entry.meaning,
            entry.aliases,
            {relation: list(map(number, linked)) for relation, linked in entry.links.items()},
            entry.terms,
            entry.per,
        )
        for entry in lexicon.entries.values()
    ]
    keys = [(key, list(map(number, concepts))) for key, concepts in lexicon.names.items()]
    containers = [(number(member), list(map(number, above))) for member, above in lexicon.containers.items()]
    names = [(concept.kind, concept.key, concept.text) for concept in numbers]
    data = PackedLexicon(lexicon.title, sorted(lexicon.titles), files, names, entries, keys, containers)
    return msgspec.msgpack.encode(data)


def unpacked(data: bytes) -> Lexicon | None:
    """The vocabulary from bytes, or None where these do not hold it."""
    try:
        held = DECODER.decode(data)
    except msgspec.DecodeError:
        return None
    texts = {source.path: source for source in sources()}
    names = [Concept(*each) for each in held.names]
    lexicon = Lexicon(held.title, (built_in(),), titles=set(held.titles))
    for each in held.entries:
        links = {relation: [names[at] for at in linked] for relation, linked in each.links.items()}
        origin = Origin(texts[held.files[each.file]], each.span)
        concept = names[each.name]
        lexicon.entries[concept] = Entry(concept, origin, each.meaning, each.aliases, links, each.terms, each.per)
    lexicon.names = {key: [names[at] for at in concepts] for key, concepts in held.keys}
    lexicon.containers = {names[member]: [names[at] for at in above] for member, above in held.containers}
    return lexicon
