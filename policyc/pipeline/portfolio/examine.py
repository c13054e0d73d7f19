"""The road for many files: what each holds is worked out once and kept, and what may bear on what is looked up."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from policyc.analysis.declarations import Register
from policyc.findings import Finding, Unchecked
from policyc.pipeline.cache.make import key
from policyc.pipeline.cache.store import Store
from policyc.pipeline.files import Candidate, Inputs, Refused, read_file, refuse, text_of
from policyc.pipeline.portfolio.groups import MOST_TOGETHER, Group, groups
from policyc.pipeline.portfolio.outline import Outline, Readings, outline
from policyc.pipeline.portfolio.pool import Progress, results
from policyc.pipeline.portfolio.result import Faces, FileResult, Names, Results, T, pack, unpack
from policyc.pipeline.portfolio.task import Task
from policyc.source import Place

FEW = 24
"""So few files are examined together at once, if nothing else is said."""
SAVED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class File:
    """A file that was read: where, the hash of its text, and what of it is needed to link it."""

    candidate: Candidate
    digest: bytes
    outline: Outline

    @property
    def path(self) -> str:
        """Its path as shown."""
        return self.candidate.shown


@dataclass(slots=True)
class Portfolio:
    """Many files, and how they are examined; ``laws`` are those that are held against every agreement.

    So few files as ``few`` are examined together at once.
    """

    files: list[File]
    inputs: Inputs
    store: Store
    jobs: int
    as_of: date | None
    progress: Callable[[str, int], Progress]
    laws: tuple[str, ...] = ()
    few: int = field(default_factory=lambda: FEW)
    readings: Readings = field(init=False)
    _changed: bool = False

    def __post_init__(self) -> None:
        """Find what each file is read with."""
        self.readings = Readings(each.outline for each in self.files)

    def results(self) -> list[FileResult]:
        """The result of every file, in order."""
        everything = range(len(self.files))
        if len(self.files) <= self.few:
            return list(next(self._worked([Group(tuple(everything), tuple(everything))], "Checking", shown=True), ()))
        alone = self._worked([Group((number,), (number,)) for number in everything], "Checking", shown=True)
        found = {number: result for number, (result,) in zip(everything, alone, strict=True)}
        together = self._groups(list(found.values()))
        for group, parts in zip(together, self._worked(together, "Checking across files", shown=False), strict=True):
            lacking = group.left_out or (0,) * len(group.wanted)
            for number, part, left_out in zip(group.wanted, parts, lacking, strict=True):
                found[number] = replace(limited(part, left_out), shown=found[number].shown)
        return [found[number] for number in everything]

    def _groups(self, found: Sequence[FileResult]) -> list[Group]:
        """The groups of files that may bear on each other."""
        place = key(b"groups", *(result.shown.faces for result in found))
        known = self._kept_as(list[Group], place)
        if known is None:
            from policyc.pipeline.portfolio.meeting import meetings
            from policyc.pipeline.portfolio.work import ground

            self._load_shipped()
            faces = (made(unpack(Faces, result.shown.faces)) for result in found)
            known = groups(meetings(faces, ground()))
            self.store.save({place: pack(known)})
        return known

    def _kept_as(self, kind: type[T], place: bytes) -> T | None:
        """What the store keeps under a key, None where it keeps nothing of the kind."""
        data = self.store.load([place]).get(place)
        return unpack(kind, data) if data is not None else None

    def _load_shipped(self) -> None:
        """The vocabulary is needed; whoever finds all results in the store does without, and without the engine."""
        from policyc.pipeline.shipped import load_shipped

        load_shipped(self.store)

    def named(self, found: Sequence[FileResult]) -> tuple[Finding, ...]:
        """What the rules find that compare the names of all files."""
        place = key(b"names", *(result.shown.names for result in found))
        findings = self._kept_as(tuple[Finding, ...], place)
        if findings is None:
            from policyc.pipeline.shipped import shipped_lexicon
            from policyc.rules.catalogue import check_names

            self._load_shipped()
            names = [made(unpack(Names, result.shown.names)) for result in found]
            declared = sorted((each for one in names for each in one.declared), key=lambda each: each.sort_key)
            parties = frozenset(frozenset(each) for one in names for each in one.parties)
            findings = tuple(check_names(Register(tuple(declared), parties, shipped_lexicon())))
            self.store.save({place: pack(findings)})
        return findings

    # From groups to results

    def _worked(self, wanted: Sequence[Group], title: str, shown: bool) -> Iterator[Results]:
        """The results of some groups, in order: those that the store holds, and the others worked out and kept."""
        members = [self.readings.of(group.members) for group in wanted]
        keys = [self._key(group, numbers, shown) for group, numbers in zip(wanted, members, strict=True)]
        kept = self.store.load(keys)
        known = {place: found for place, data in kept.items() if (found := unpack(Results, data)) is not None}
        missing = [at for at, place in enumerate(keys) if place not in known]
        if missing:
            self._load_shipped()
        tasks = (self._task(wanted[at], members[at], shown) for at in missing)
        packed = results(tasks, len(missing), self.jobs, self.progress(title, len(missing)))
        fresh = self._kept(zip((keys[at] for at in missing), packed, strict=True))
        for place in keys:
            yield known[place] if place in known else next(fresh)

    def _kept(self, fresh: Iterator[tuple[bytes, bytes]]) -> Iterator[Results]:
        """Results that were worked out, kept on the way."""
        while some := list(islice(fresh, SAVED_AT_ONCE)):
            if not self._changed:
                self.store.save(dict(some))
            for _, data in some:
                yield made(unpack(Results, data))

    def _key(self, group: Group, members: Sequence[int], shown: bool) -> bytes:
        """What a result depends on: what is asked for, the day, the laws, and the path and text of every file."""
        wanted = set(group.wanted)
        marks = b"".join(b"*" if number in wanted else b" " for number in members)
        digests = [self.files[number].digest for number in members]
        laws = "\0".join(self.laws).encode()
        return key(b"shown" if shown else b"found", str(self.as_of).encode(), laws, marks, *digests)

    def _task(self, group: Group, members: Sequence[int], shown: bool) -> Task:
        texts = tuple(map(self.read_again, members))
        return Task(tuple(self.files[number].path for number in group.wanted), texts, self.as_of, shown, self.laws)

    def read_again(self, number: int) -> tuple[str, str]:
        """The path and text of a file, by its number; the text is empty where it has changed, which is reported."""
        file = self.files[number]
        return file.path, self._text(file)

    def _text(self, file: File) -> str:
        """The text of a file once more; what has changed meanwhile is reported, and nothing is kept from then on."""
        try:
            text = text_of(file.candidate)
            if digest_of(file.path, text) == file.digest:
                return text
            problem = Refused("This file changed while it was being checked.", "Check again.")
        except Refused as error:
            problem = error
        refuse(file.path, problem, self.inputs)
        self._changed = True
        return ""


def read_files(candidates: Sequence[Candidate], inputs: Inputs, progress: Progress) -> list[File]:
    """Every file that can be read; what cannot is told in the inputs."""
    found = []
    for candidate in candidates:
        text = read_file(candidate, inputs)
        if text is not None:
            found.append(File(candidate, digest_of(candidate.shown, text), outline(text)))
        progress(1)
    return found


def digest_of(path: str, text: str) -> bytes:
    """The hash of a file: of its path, which places name, and its text."""
    return hashlib.sha256(path.encode() + b"\0" + text.encode()).digest()


def limited(result: FileResult, left_out: int) -> FileResult:
    """A result, with a word on the files that bear on it and with which it was not examined, if there are any."""
    if not left_out:
        return result
    reason = f"{left_out} of the files that bear on it: more than {MOST_TOGETHER:,} would be examined together"
    lacking = Unchecked(Place(result.path, 1, 1, 1, 1), reason, "", incomplete=True)
    return replace(result, unchecked=(*result.unchecked, lacking))


def made(value: T | None) -> T:
    """What was packed by this very program, and so can be read back."""
    if value is None:
        raise RuntimeError("what was packed cannot be read back")
    return value
