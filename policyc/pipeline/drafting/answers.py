"""Answers: each judged by its form, so that whatever it holds stays in its place in the agreement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from policyc.model.lexicon import Lexicon
from policyc.model.names import Kind, key
from policyc.pipeline.drafting.template import Question
from policyc.source import STRAIGHT, Source, is_unseen
from policyc.syntax import parse
from policyc.syntax.tree import Clause, Definition, DurationPhrase

LONGEST = 200
KINDS = {"data": Kind.DATA, "purposes": Kind.PURPOSE, "people": Kind.PEOPLE}
CORPORATE = re.compile(r"[\s,]+(?:inc|llc|ltd|plc|gmbh|ag|corp|co|sa|nv|bv|se|n\.a)\.?$", re.IGNORECASE)


class Unfit(Exception):
    """An answer does not fit its question; says why, and what would."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party: the name that the agreement calls it by, and its full legal name."""

    name: str
    legal: str


@dataclass(frozen=True, slots=True)
class Item:
    """A name of data, a purpose or people, and whether the vocabulary of policyc knows it."""

    name: str
    known: bool

    def __str__(self) -> str:
        return self.name


Value = Party | tuple[Item, ...] | Item | str


@dataclass(slots=True)
class Answers:
    """The answers of an interview, judged one by one over a vocabulary; a name may stand for one thing only."""

    lexicon: Lexicon
    values: dict[str, Value] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)

    def add(self, question: Question, given: object) -> None:
        """Judge and keep an answer; raises ``Unfit``, and takes then no name."""
        taken = dict(self.taken)
        try:
            self.values[question.key] = self._judged(question, given)
        except Unfit:
            self.taken = taken
            raise

    def _judged(self, question: Question, given: object) -> Value:
        match question.form:
            case "party":
                return self._party(given)
            case "data" | "purposes":
                return tuple(self._item(each, KINDS[question.form]) for each in parts(given))
            case "people":
                return self._item(words(given), Kind.PEOPLE)
            case "title":
                return quotable(given)
            case "day":
                return day(given) if given or question.default != "" else ""
            case "duration":
                return duration(words(given))
            case _:
                return choice(words(given), question)

    def _party(self, given: object) -> Party:
        if isinstance(given, Mapping):
            if not given.keys() <= {"name", "legal"} or "legal" not in given:
                raise Unfit('A party is given as its full name, or as {legal = "Acme, Inc.", name = "Acme"}.')
            legal = quotable(given["legal"])
            name = plain_name(words(given["name"])) if "name" in given else short_name(legal)
        else:
            legal = quotable(given)
            name = short_name(legal)
        if self.lexicon.find(key(name)):
            raise Unfit(f'"{name}" is a word of the vocabulary that policyc ships: give another name, or a longer one.')
        return Party(self._free(name, "party"), legal)

    def _item(self, given: str, kind: Kind) -> Item:
        name = plain_name(given)
        known = self.lexicon.find(key(name), frozenset([kind]))
        if known is None and (other := self.lexicon.find(key(name))):
            raise Unfit(f'The vocabulary that policyc ships has "{name}" as a {other.kind.value}, not as {kind.value}.')
        return Item(self._free(name, kind.value), known is not None)

    def _free(self, name: str, what: str) -> str:
        if self.taken.get(key(name)):
            raise Unfit(f'"{name}" is given twice.')
        self.taken[key(name)] = what
        return name


def words(given: object) -> str:
    """An answer as words on one line; raises ``Unfit`` for what is none, or holds what nobody sees."""
    if isinstance(given, date):
        return given.isoformat()
    if not isinstance(given, str):
        raise Unfit("This is to be words.")
    said = " ".join(given.split())
    if not said:
        raise Unfit("Nothing is said here.")
    if len(said) > LONGEST:
        raise Unfit(f"This is longer than {LONGEST} letters.")
    if any(map(is_unseen, said)):
        raise Unfit("This holds a character that nobody can see.")
    return said


def quotable(given: object) -> str:
    """Words fit to stand between quotation marks; those that they hold become single ones."""
    return words(given).translate(STRAIGHT).replace('"', "'")


def parts(given: object) -> Iterable[str]:
    """The items of a list, or of words with commas and a last *and*."""
    if isinstance(given, list):
        found = [words(each) for each in given]
    else:
        found = [each.strip() for each in re.split(r",(?:\s+and\s)?|\sand\s", words(given))]
    if not any(found):
        raise Unfit("Nothing is said here.")
    return [each for each in found if each]


def short_name(legal: str) -> str:
    """What an agreement may call a party: its legal name without its form, its signs, and blanks that would part it."""
    while CORPORATE.search(legal):
        legal = CORPORATE.sub("", legal)
    short = " ".join(re.sub(r"[.'()]", "", legal.split(",")[0]).split())
    try:
        return plain_name(short)
    except Unfit:
        return plain_name("-".join(short.split()) or legal)


def plain_name(given: str) -> str:
    """A name as it stands in a policy; raises ``Unfit`` for words that cannot be one."""
    said = words(given).translate(STRAIGHT)
    tree, findings = parse(Source("", f"{said} is data."))
    match tree.sentences:
        case (Definition(name=name, label=None, properties=(_,)),) if name.text == said and not findings.found:
            return said
    raise Unfit(
        f'"{said}" cannot be a name in a policy: use letters, digits and hyphens, and no full stops, quotation marks '
        "or words such as *for*, *with* and *or*."
    )


def day(given: object) -> str:
    """A day of the calendar, as 2027-03-31."""
    try:
        return given.isoformat() if isinstance(given, date) else date.fromisoformat(words(given)).isoformat()
    except ValueError:
        raise Unfit(f'"{given}" is no day; write it as 2027-03-31.') from None


def duration(said: str) -> str:
    """A length of time, as the language has it."""
    tree, findings = parse(Source("", f"Somebody must delete data within {said}."))
    match tree.sentences:
        case (Clause() as clause,) if not findings.found:
            match clause.statement.phrases:
                case (DurationPhrase(word="within", duration=length),) if length.count:
                    return f"{length.count} {length.unit}{'' if length.count == 1 else 's'}"
    raise Unfit(f'"{said}" is no length of time; write it as `30 days`, `72 hours` or `10 business days`.')


def choice(said: str, question: Question) -> str:
    """One of the answers that a question offers."""
    offered = [name for name, _ in question.options]
    if said.lower() not in offered:
        raise Unfit(f'"{said}" is not offered here: choose from {", ".join(offered)}.')
    return said.lower()
