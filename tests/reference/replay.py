"""Policy text of a restricted form read into a described world, so that the reference can judge what a text says.

Use it to hold an engine's answer on some text against the reference: ``replay(text, vocabulary, bearer="acme", …)``.

The restricted form: every name is one word or a few, written as it is defined (a final *s* may be added); a sentence a
line or more, ended by a full stop; definitions say *is*, *excludes*, *about* and *in*; clauses are those that
``tests.reference.text`` writes, and labelled. What does not fit raises ``ValueError``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import Any

from tests.reference.among import completed
from tests.reference.description import (
    ALL,
    ROOTS,
    UNNAMED,
    Agreement,
    Clause,
    Formula,
    Names,
    Phrase,
    Point,
    Side,
    World,
)
from tests.reference.evaluator import judge
from tests.reference.parts import Id
from tests.reference.phrases import OTHER_SIDE
from tests.reference.text import BASE_KINDS, BASE_PARENTS

SENTENCE = re.compile(r"(?<=[^.])\.(?=\s|$)")
DAY = r"\d{4}-\d\d-\d\d"
CLAUSE = re.compile(r"(?P<label>[\w.()-]+): (?P<who>.+?) (?P<modal>must not|may not|may|must|need not) (?P<rest>.+)")
NEITHER = re.compile(r"\bneither (.+?)(?: nor (.+?))? may\b")
ORDER = re.compile(r"(despite|subject to) (anything in this agreement|[\w.()]+(?:(?:, | and )[\w.()]+)*)")
PHRASE = re.compile(
    r"(?<! only)(?<! except)(?<! even) (?=(?:(?:only|except|even) )?(?:for|to|with|without|under|as|if|unless|while|about|from|in|outside|after|before|until|on) )"
)
EITHER_MOMENT = re.compile(r"(?<!only )(?<!except )\b(after|on) (\w+) or (\w+)")
AS_ALLOWED = "except as this agreement allows"
LEAD = re.compile(
    r"(?:only |except |even )?(?:for|to|with|without|under|as|if|unless|while|about|from|in|outside|after|before|until|on) ",
    re.IGNORECASE,
)
PERSONS = ("anyone", "third parties", "each party", "the other party")
STATES = ("condition", "event")
TIMES = ("after", "before", "until", "on")
SLOTS: dict[str, Any] = {"for": "purpose", "about": "people", "from": "source", "in": "place", "outside": "place"}
POINT = Point("acme", "use", UNNAMED, UNNAMED, None, None, UNNAMED, UNNAMED, "during", frozenset(), date(2020, 6, 1))
"""What an example does not say of its point."""


def replay(text: str, vocabulary: str = "", **said: Any) -> tuple[str, frozenset[Id]]:
    """The reference's verdict, and the clauses that decide it, on a text at a point."""
    return judge(world_of(text, vocabulary), replace(POINT, **said))


def world_of(text: str, vocabulary: str = "") -> World:
    """The world that a text and a vocabulary describe."""
    reader = Reader()
    definitions = [sentence for sentence in sentences(vocabulary) if not sentence.startswith("vocabulary")]
    reader.read_kinds(definitions)
    for sentence in definitions:
        reader.read_definition(sentence)
    for sentence in sentences(text):
        reader.read(sentence)
    parents = BASE_PARENTS + tuple(reader.parents)
    told = reader.about, reader.located, tuple(reader.derived)
    return completed(World(reader.kinds, tuple(reader.agreements), parents, tuple(reader.excludes), *told))


def sentences(text: str) -> list[str]:
    """The sentences of a text, each on one line."""
    return [" ".join(sentence.split()) for sentence in SENTENCE.split(text) if sentence.strip()]


def listed(words: str) -> list[str]:
    """The items of a list."""
    return re.split(r", and |, or |, | and | or ", words)


@dataclass
class Reader:
    """Reads sentence by sentence."""

    kinds: dict[str, str] = field(default_factory=lambda: dict(BASE_KINDS))
    parents: list[tuple[str, str]] = field(default_factory=list)
    excludes: list[tuple[str, str]] = field(default_factory=list)
    about: dict[str, tuple[str, ...]] = field(default_factory=dict)
    located: dict[str, str] = field(default_factory=dict)
    derived: list[tuple[str, str, bool]] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)

    def name(self, words: str) -> str:
        """A name as it is defined."""
        plain = re.sub(r"^(?:the|an|a|any) ", "", words.lower()) if words.lower() not in PERSONS else words.lower()
        known = [form for form in (plain, plain.removesuffix("s")) if form in (*self.kinds, *ROOTS, *PERSONS)]
        if words.startswith('"'):
            return words
        if not known:
            raise ValueError(f"{words!r} is not declared")
        return known[0]

    def kind(self, name: str) -> str:
        """What sort of thing a name is."""
        return name if name in ROOTS else self.kinds.get(name, "party")

    # Sentences

    def read(self, sentence: str) -> None:
        """Read a sentence of an agreement."""
        if sentence.startswith("agreement"):
            self.read_header(sentence)
        elif found := CLAUSE.fullmatch(NEITHER.sub(each_must_not, sentence)):
            if (moments := EITHER_MOMENT.search(sentence)) and self.ends(moments[2]) is not self.ends(moments[3]):
                for moment in moments.groups()[1:]:
                    self.read(sentence.replace(moments[0], f"{moments[1]} {moment}"))
                return
            self.extend(clauses=(self.clause(found),))
        elif not self.read_between_clauses(sentence):
            own = self.read_parents(sentence)
            self.extend(parents=tuple(own))

    def extend(self, **more: tuple[Any, ...]) -> None:
        """Add to the agreement that is being read."""
        last = self.agreements[-1]
        self.agreements[-1] = replace(last, **{part: getattr(last, part) + new for part, new in more.items()})

    def read_header(self, sentence: str) -> None:
        """Read ``agreement "Title" between Acme and Bolt from DATE until DATE``."""
        form = rf'agreement "(.+?)" between (.+?)(?:,? from ({DAY}))?(?:,? until ({DAY}))?(?: amends "(.+?)")?(?: incorporates "(.+)")?'
        found = re.fullmatch(form, sentence)
        if not found:
            raise ValueError(sentence)
        title, parties, first, last, *others = found.groups()
        days = [date.fromisoformat(day) if day else None for day in (first, last)]
        amends, incorporates = ((other,) if other else () for other in others)
        parts = {"first": days[0], "last": days[1], "amends": amends, "incorporates": incorporates}
        self.agreements.append(Agreement(title, tuple(map(self.name, listed(parties))), (), **parts))  # type: ignore[arg-type]

    def read_kinds(self, definitions: list[str]) -> None:
        """Find the kind of every name that is defined: that of its first parent."""
        parents = {}
        for sentence in definitions:
            subject, rest = re.split(r" (?:is|are) ", sentence, maxsplit=1)
            parents[subject.lower()] = re.sub(r"^(?:an|a) ", "", re.split(r", | and ", rest)[0].lower())
        for subject in parents:
            root = subject
            while root not in ROOTS and root not in self.kinds:
                root = parents[root]
            self.kinds[subject] = self.kind(root)

    def read_definition(self, sentence: str) -> None:
        """Read ``Location is data, excludes diary, about customers``."""
        subject = self.name(re.split(r" (?:is|are) ", sentence)[0])
        self.parents += [pair for pair in self.read_parents(sentence) if pair[1] not in ROOTS]
        for source, terms in re.findall(r", derived from (.+?), (bound|free)", sentence):
            self.derived.append((subject, self.name(source), terms == "bound"))
        for word, names in re.findall(r", (excludes|about|in) (.+?)(?=, excludes|, about|, in|, derived|$)", sentence):
            found = tuple(map(self.name, listed(names)))
            if word == "excludes":
                self.excludes += [(subject, out) for out in found]
            elif word == "about":
                self.about[subject] = found
            else:
                self.located[subject] = found[0]

    def read_parents(self, sentence: str) -> list[tuple[str, str]]:
        """The pairs of a name and what a definition says that it is."""
        subject, parents = re.split(r" (?:is|are) ", sentence, maxsplit=1)
        return [
            (self.name(subject), self.name(name))
            for name in listed(re.split(r", (?:excl|about|in |derived)", parents)[0])
        ]

    def read_between_clauses(self, sentence: str) -> bool:
        """Read what prevails or survives; false where the sentence says neither."""
        if sentence == "The stricter clause prevails":
            self.agreements[-1] = replace(self.agreements[-1], stricter_prevails=True)
        elif found := re.fullmatch(r"Clauses? (.+?) survives? (?:for (\d+) days after )?termination", sentence):
            days = int(found[2]) if found[2] else None
            self.extend(survivals=tuple((label, days, None) for label in listed(found[1])))
        elif found := re.fullmatch(r"Clauses? (.+?) survives? until (.+)", sentence):
            self.extend(survivals=tuple((label, None, self.name(found[2])) for label in listed(found[1])))
        elif found := re.fullmatch(r"No clause except (.+) survives termination", sentence):
            self.extend(survivals=tuple((label, None, None) for label in listed(found[1])))
        elif found := re.fullmatch(r"(.+) prevails? over (.+)", sentence):
            self.extend(rankings=((side(found[1]), side(found[2])),))
        else:
            return False
        return True

    # Clauses

    def clause(self, found: re.Match[str]) -> Clause:
        """A clause."""
        ordering = dict(ORDER.findall(found["rest"]))
        rest = ORDER.sub("", found["rest"])
        plain = rest.replace(AS_ALLOWED, "")
        *lead, who = found["who"].split(", ", maxsplit=1) if LEAD.match(found["who"]) else (found["who"],)
        act, *phrases = PHRASE.split(plain.strip())
        verbs, objects = self.act(act)
        clause = Clause(
            label=found["label"],
            bearers=tuple(map(self.name, listed(who))),
            modality="must not" if found["modal"] == "may not" else found["modal"],  # type: ignore[arg-type]
            verbs=verbs,
            objects=objects,
            except_as_allowed=plain != rest,
            turned=bool(lead),
            despite=labels(ordering.get("despite", "")),
            subject_to=labels(ordering.get("subject to", "")),
        )
        for words in lead:
            clause = self.with_phrase(clause, words[:1].lower() + words[1:])
        for before, words in pairwise((act, *phrases)):
            clause = self.with_phrase(clause, words.strip().removesuffix(","), before.endswith(","))
        return clause

    def act(self, words: str) -> tuple[Names, Names | None]:
        """The verbs of a clause, and what they are done to."""
        verb = "|".join(name for name, kind in self.kinds.items() if kind == "action")
        found = re.fullmatch(rf"((?:{verb})(?:(?:, and |, or |, | and | or )(?:{verb}))*)(?: (.+?))?,?", words)
        if not found:
            raise ValueError(words)
        return Names(tuple(listed(found[1])), (), " or " in found[1]), self.names(found[2]) if found[2] else None

    def names(self, words: str) -> Names:
        """A list of names, and what is taken from it."""
        kept, _, taken = words.replace(", except ", " except ").partition(" except ")
        minus = tuple(map(self.name, listed(taken))) if taken else ()
        return Names(tuple(map(self.name, listed(kept))), minus, " or " in kept)

    def with_phrase(self, clause: Clause, words: str, aside: bool = False) -> Clause:
        """A clause with one more phrase, which a comma may set off."""
        mode, word, rest = re.fullmatch(r"(?:(only|except|even) )?(to the extent|\w+) (.+)", words).groups(default="")  # type: ignore[union-attr]
        if re.fullmatch(DAY, rest):
            return with_day(clause, mode, word, date.fromisoformat(rest))
        if word in TIMES:
            return self.with_events(clause, mode, word, tuple(map(self.name, listed(rest))))
        if (
            word in ("if", "unless", "while", "to the extent", "without", "under")
            or self.kind(self.names(rest).names[0]) in STATES
        ):
            phrase = Phrase("condition", word, mode, formula=self.formula(rest), aside=aside)  # type: ignore[arg-type]
        else:
            phrase = Phrase(SLOTS.get(word, "counterparty"), word, mode, self.names(rest), aside=aside)  # type: ignore[arg-type]
        return replace(clause, phrases=(*clause.phrases, phrase))

    def with_events(self, clause: Clause, mode: str, word: str, events: tuple[str, ...]) -> Clause:
        """A clause that holds after or before events; those that end no agreement are conditions where a mode is said."""
        ends = all(self.ends(event) for event in events)
        if mode in ("only", "except") and not ends and any(map(self.ends, events)):
            for event in events:
                clause = self.with_events(clause, mode, word, (event,))
            return clause
        if mode and not ends:
            states = [("is", event) if word in ("after", "on") else ("not", ("is", event)) for event in events]
            formula = states[0] if len(states) == 1 else ("and", *states)
            return replace(clause, phrases=(*clause.phrases, Phrase("condition", "if", mode, formula=formula)))  # type: ignore[arg-type]
        seen = {"": word, "only": word, "except": OTHER_SIDE[word], "even": f"even {word}"}[mode]
        added = tuple((seen, event) for event in events)
        return replace(clause, occasions=clause.occasions + added, only_then=clause.only_then or mode == "only")

    def ends(self, event: str) -> bool:
        """Whether an event is a kind of termination."""
        above = [up for below, up in self.parents if below == event]
        return event == "termination" or any(map(self.ends, above))

    def formula(self, words: str) -> Formula:
        """A condition, parentheses read from the inside."""
        if words.startswith("(") and closing(words) == len(words) - 1:
            return self.formula(words[1:-1])
        for joiner in ("or", "and"):
            operands = split_outside(words, f" {joiner} ")
            if len(operands) > 1:
                return (joiner, *map(self.formula, operands))
        return ("not", self.formula(words[4:])) if words.startswith("not ") else ("is", self.name(words))


def labels(words: str) -> tuple[str, ...]:
    """The labels after *despite* or *subject to*."""
    return ALL if words.startswith("anything") else tuple(listed(words)) if words else ()


def each_must_not(neither: re.Match[str]) -> str:
    """*Neither Acme nor Bolt may* as *Acme and Bolt must not*."""
    return " and ".join(filter(None, neither.groups())) + " must not"


def with_day(clause: Clause, mode: str, word: str, day: date) -> Clause:
    """A clause that holds from, until or on a day; ``before`` and ``after`` leave the day out."""
    if mode == "even":
        return clause
    if mode == "except":
        word = {"from": "before", "before": "from", "until": "after", "after": "until"}[word]
    clause = replace(clause, only_then=clause.only_then or mode == "only")
    match word:
        case "from" | "after":
            return replace(clause, since=date.fromordinal(day.toordinal() + (word == "after")))
        case "until" | "before":
            return replace(clause, through=date.fromordinal(day.toordinal() - (word == "before")))
    return replace(clause, since=day, through=day)


def side(words: str) -> Side:
    """What prevails or yields."""
    if found := re.fullmatch(r'[Cc]lauses? (.+) of "([^"]*)"', words):
        return ("of", found[2], *listed(found[1]))
    if found := re.fullmatch(r"[Cc]lauses? (.+)", words):
        return ("clauses", *listed(found[1]))
    if words.startswith('"'):
        return ("title", words.strip('"'))
    return ("this",) if words.lower() == "this agreement" else ("other",)


def closing(words: str) -> int:
    """Where the parenthesis closes that stands first."""
    depth = 0
    for at, sign in enumerate(words):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return at
    raise ValueError(words)


def split_outside(words: str, joiner: str) -> list[str]:
    """The parts of a condition around a joiner that stands in no parentheses."""
    parts, at = [""], 0
    while at < len(words):
        if words.startswith(joiner, at):
            parts.append("")
            at += len(joiner)
            continue
        end = at + closing(words[at:]) + 1 if words[at] == "(" else at + 1
        parts[-1] += words[at:end]
        at = end
    return parts
