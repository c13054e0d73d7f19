"""The tree: what stands in a policy file, sentence by sentence, nothing resolved and nothing lost.

Every node keeps its span; spans do not count when trees are compared, nor does the form of a word that has several
(``is`` and ``are``). Names keep the words of the writer, articles included. White space, line breaks, letter case of
keywords and the commas of pauses are the only things a tree does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from policyc.source import Source, Span

Joiner = Literal["and", "or"]
Noun = Literal["clause", "section", "article", "paragraph"]


@dataclass(slots=True)
class Name:
    """A name as written, runs of white space made one space: ``the bank data``."""

    text: str
    span: Span = field(compare=False)


@dataclass(slots=True)
class Quote:
    """Words between quotation marks, without them, runs of white space made one space."""

    text: str
    span: Span = field(compare=False)


@dataclass(slots=True)
class Names:
    """A list of names and how its items are joined; ``joiner`` is None for one item, or where only commas stand.

    ``including`` holds those that are named after *including*.
    """

    items: tuple[Name | Quote, ...]
    joiner: Joiner | None
    span: Span = field(compare=False)
    including: Names | None = None

    @property
    def all(self) -> tuple[Name | Quote, ...]:
        """Every name, those after *including* as well."""
        return self.items + (self.including.items if self.including else ())


@dataclass(slots=True)
class Duration:
    """A length of time: a count of seconds, minutes, hours, days, business days, weeks, months, quarters or years."""

    count: int
    unit: Literal["second", "minute", "hour", "day", "business day", "week", "month", "quarter", "year"]
    span: Span = field(compare=False)


@dataclass(slots=True)
class Date:
    """A calendar day."""

    day: date
    span: Span = field(compare=False)


@dataclass(slots=True)
class Reference:
    """A clause named by its label; case counts for nothing."""

    label: str
    span: Span = field(compare=False)


@dataclass(slots=True)
class Per:
    """Who says so, and in which words."""

    who: Quote
    words: Quote | None
    span: Span = field(compare=False)


# Conditions


@dataclass(slots=True)
class Not:
    """The condition does not hold."""

    operand: Condition
    span: Span = field(compare=False)
    depth: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.depth = 1 + depth(self.operand)


@dataclass(slots=True)
class Combination:
    """Conditions joined, all of them (``and``) or any of them (``or``)."""

    joiner: Joiner
    operands: tuple[Condition, ...]
    span: Span = field(compare=False)
    depth: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.depth = 1 + max(map(depth, self.operands), default=0)


Condition = Name | Quote | Not | Combination


def depth(part: Condition | Statement | Told | None) -> int:
    """How deep conditions, or statements that ensure others, stand in one another: 0 for a name and for None."""
    return part.depth if isinstance(part, Not | Combination | Statement) else 0


# Phrases of a clause


Mode = Literal["", "only", "except", "even"]
NameWord = Literal[
    "for",
    "to",
    "with",
    "without",
    "from",
    "in",
    "outside",
    "about",
    "after",
    "before",
    "on",
    "until",
    "under",
    "against",
    "by",
    "as",
    "at",
    "on behalf of",
    "through",
    "taking into account",
    "for longer than necessary for",
    "for no longer than necessary for",
    "than necessary for",
]


@dataclass(slots=True)
class NamePhrase:
    """A preposition and names: ``for account checking``, ``only with consent``, ``except under the same terms``."""

    word: NameWord
    names: Names
    mode: Mode
    span: Span = field(compare=False)


@dataclass(slots=True)
class DurationPhrase:
    """A preposition and a length of time: ``within 30 days``, ``at least 10 business days``, ``every 2 years``.

    Without a preposition it is the time that has to pass: ``6 months after collection``; ``until`` and ``before`` it
    has passed: ``until 30 days after termination``.
    """

    word: Literal[
        "",
        "for",
        "for at least",
        "for at most",
        "for more than",
        "within",
        "at least",
        "every",
        "notice",
        "until",
        "before",
    ]
    duration: Duration
    mode: Mode
    span: Span = field(compare=False)


@dataclass(slots=True)
class DatePhrase:
    """A preposition and a day: ``until 2027-12-31``."""

    word: Literal["from", "until", "on", "after", "before"]
    date: Date
    mode: Mode
    span: Span = field(compare=False)


@dataclass(slots=True)
class FrequencyPhrase:
    """How often at most: ``at most 3 times every year``; or ``more`` often than that."""

    times: int
    every: Duration
    span: Span = field(compare=False)
    more: bool = False


@dataclass(slots=True)
class SoftDeadline:
    """A deadline without a number: ``promptly``, ``without undue delay``."""

    words: str
    span: Span = field(compare=False)


@dataclass(slots=True)
class Manner:
    """How something is done, in words before the verb: ``securely``, ``willfully or recklessly``."""

    names: Names
    span: Span = field(compare=False)


@dataclass(slots=True)
class Anyhow:
    """Words that limit nothing: ``at any time``, ``directly or indirectly``, ``under this agreement``."""

    words: str
    span: Span = field(compare=False)


@dataclass(slots=True)
class ConditionPhrase:
    """``if``, ``unless``, ``when`` … and a condition."""

    word: Literal["if", "unless", "when", "where", "while", "to the extent"]
    condition: Condition
    mode: Mode
    span: Span = field(compare=False)


@dataclass(slots=True)
class ExceptNames:
    """``except`` and names that are taken from the list before it."""

    names: Names
    span: Span = field(compare=False)


@dataclass(slots=True)
class ExceptAllowed:
    """``except as this agreement allows``."""

    span: Span = field(compare=False)


@dataclass(slots=True)
class OrderPhrase:
    """``despite`` or ``subject to`` other clauses; no labels means ``anything in this agreement``."""

    word: Literal["despite", "subject to"]
    labels: tuple[Reference, ...]
    span: Span = field(compare=False)
    noun: Noun | None = field(default=None, compare=False)


@dataclass(slots=True)
class OtherWay:
    """``or`` between two phrases: another way in which the same may be done."""

    span: Span = field(compare=False)


@dataclass(slots=True)
class Besides:
    """``and`` between two phrases: one more, or another way in which the same may or must be done as well."""

    span: Span = field(compare=False)


@dataclass(slots=True)
class Aside:
    """What others may, must or must not do as well: ``must not, and must not permit others to, sell records``.

    ``verbs`` are what who acts does about it, *ensure that* or verbs such as *permit*; ``end`` is the word before the
    act: *to*, *not to*, or the modal of the others.
    """

    joiner: Joiner
    written: str
    verbs: str
    whom: Names
    end: str
    span: Span = field(compare=False)


@dataclass(slots=True)
class Whichever:
    """Which of the two times before it is meant: the first, or the last of them."""

    first: bool
    span: Span = field(compare=False)


@dataclass(slots=True)
class Further:
    """What else the same one may or must do, and how: ``and must not sell records``, ``or promptly delete them``.

    The phrases that follow it belong to it. ``said`` tells whether the writer said the modal again.
    """

    joiner: Joiner
    modal: Modal
    written: str
    manner: tuple[Manner, ...]
    act: Act
    span: Span = field(compare=False)
    said: bool = field(default=True, compare=False)


Phrase = (
    NamePhrase
    | DurationPhrase
    | DatePhrase
    | FrequencyPhrase
    | SoftDeadline
    | Manner
    | Anyhow
    | ConditionPhrase
    | ExceptNames
    | ExceptAllowed
    | OrderPhrase
    | OtherWay
    | Besides
    | Aside
    | Whichever
    | Further
    | Per
)


# Sentences


@dataclass(slots=True)
class Label:
    """The contract's own number of a clause, as written."""

    text: str
    span: Span = field(compare=False)


Modal = Literal["may", "must", "must not", "need not"]


@dataclass(slots=True)
class Subject:
    """Who; ``neither`` where the sentence began with it, or with ``no`` (it turns the clause into a ban).

    ``alone`` where it began with ``only``. ``besides`` are those who are left out: a writer says so in other words.
    """

    names: Names
    neither: bool
    span: Span = field(compare=False)
    written: str = field(default="neither", compare=False)
    alone: bool = False
    besides: Names | None = None


@dataclass(slots=True)
class Act:
    """The verbs and what they act on; the object is None for ``must cooperate``.

    Where it is ``passive``, the verbs are participles: ``data may be shared or sold by Chase``.
    """

    verbs: Names
    object: Names | None
    span: Span = field(compare=False)
    passive: bool = False


@dataclass(slots=True)
class Told:
    """Who does what, without a modal: ``the auditor deletes records``, ``records are not sold by vendors``.

    ``words`` holds who, does and what in one list: where one ends and the next begins turns on declared names. Where
    ``be`` (``are not``) is given, they are what that is said of, and ``what`` is said of it.
    """

    words: Names
    be: str
    what: Names | None
    phrases: tuple[Phrase, ...]
    span: Span = field(compare=False)


@dataclass(slots=True)
class Statement:
    """Who, a modal, verbs, what, phrases: a clause without its label.

    ``written`` is the modal in the writer's word (``shall not``). Where ``ensured`` is given, the statement is
    ``must ensure that …`` and ``act`` is None. ``lead`` holds the phrases before the subject. ``granter`` is who gives
    the leave, where that is said: ``Acme grants Globex the right to …``.
    """

    lead: tuple[Phrase, ...]
    subject: Subject
    modal: Modal
    written: str
    act: Act | None
    phrases: tuple[Phrase, ...]
    ensured: Statement | Told | None
    span: Span = field(compare=False)
    granter: Subject | None = None
    depth: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.depth = 1 + depth(self.ensured)


@dataclass(slots=True)
class Clause:
    """A statement of an agreement, with its label where it has one."""

    label: Label | None
    statement: Statement
    span: Span = field(compare=False)


@dataclass(slots=True)
class Property:
    """One thing said of a name: a kind, the contract's words, a member, a relation.

    ``written`` is the word in the writer's form (``are``, ``reveal``); empty stands for ``word`` itself.
    """

    word: Literal[
        "is",
        "means",
        "also called",
        "includes",
        "excludes",
        "about",
        "reveals",
        "derived from",
        "bound by the same terms",
        "free of those terms",
        "serves",
        "needs",
        "in",
        "per",
    ]
    names: Names | None
    quote: Quote | None
    per: Per | None
    span: Span = field(compare=False)
    written: str = field(default="", compare=False)


@dataclass(slots=True)
class Definition:
    """One name and what is said of it."""

    label: Label | None
    name: Name
    properties: tuple[Property, ...]
    span: Span = field(compare=False)


HeaderWord = Literal[
    "between", "from", "until", "live", "proposed", "template", "using", "under", "amends", "replaces", "incorporates"
]


@dataclass(slots=True)
class HeaderPhrase:
    """One phrase of a header: parties, a day, a status, titles of other documents, or who says so."""

    word: HeaderWord | Literal["per"]
    names: Names | None
    date: Date | None
    per: Per | None
    span: Span = field(compare=False)


@dataclass(slots=True)
class Header:
    """The sentence that begins a document."""

    kind: Literal["agreement", "policy", "vocabulary"]
    title: Quote
    phrases: tuple[HeaderPhrase, ...]
    span: Span = field(compare=False)


@dataclass(slots=True)
class Target:
    """What a precedence sentence speaks of: clauses by label, a document by title, or this or any other agreement.

    Clauses may be those of a document with a title; *the agreement* has for its title what it is called here.
    """

    kind: Literal["clauses", "title", "this agreement", "any other agreement", "the agreement"]
    labels: tuple[Reference, ...]
    title: Quote | None
    span: Span = field(compare=False)
    noun: Noun = field(default="clause", compare=False)


@dataclass(slots=True)
class Precedence:
    """``Clause 4.2 prevails over clause 6.``"""

    label: Label | None
    higher: Target
    lower: Target
    span: Span = field(compare=False)


@dataclass(slots=True)
class StricterPrevails:
    """``The stricter clause prevails.``"""

    label: Label | None
    span: Span = field(compare=False)


@dataclass(slots=True)
class Survival:
    """Which clauses outlive termination, and how long; without labels, and with ``all_but``, none does.

    ``Clauses 4 and 5 survive termination.`` ``Clause 9 survives for 1 year after termination.``
    ``No clause except 7(c) and 12 survives termination.``
    """

    label: Label | None
    labels: tuple[Reference, ...]
    all_but: bool
    duration: Duration | None
    until: Names | None
    span: Span = field(compare=False)
    noun: Noun = field(default="clause", compare=False)


@dataclass(slots=True)
class InForce:
    """When the agreement itself runs: from when, until when, how long; ``unless`` in words (``terminated earlier``)."""

    label: Label | None
    begins: Date | Names | None
    ends: Date | Names | None
    lasting: Duration | None
    unless: str
    span: Span = field(compare=False)


@dataclass(slots=True)
class Renewal:
    """That the agreement renews itself, in the writer's words."""

    label: Label | None
    words: str
    span: Span = field(compare=False)


@dataclass(slots=True)
class Selector:
    """To which agreements a requirement speaks: ``where X is Y``, ``about``, ``between``, ``under``.

    ``written`` is ``is`` or ``are`` after ``where``, as written.
    """

    word: Literal["where", "about", "between", "under"]
    names: Names
    kinds: Names | None
    negated: bool
    span: Span = field(compare=False)
    written: str = field(default="", compare=False)


@dataclass(slots=True)
class Requirement:
    """What agreements must, or may not, provide; ``alternatives`` are what they may provide instead."""

    label: Label | None
    negative: bool
    selectors: tuple[Selector, ...]
    statement: Statement
    span: Span = field(compare=False)
    alternatives: tuple[Statement, ...] = ()


@dataclass(slots=True)
class TermLimit:
    """How long agreements may last at most."""

    label: Label | None
    selectors: tuple[Selector, ...]
    duration: Duration
    per: Per | None
    span: Span = field(compare=False)


@dataclass(slots=True)
class Scenario:
    """A concrete situation and the verdict its writer expects.

    ``words`` holds who, does and what in one list: where one ends and the next begins turns on declared names.
    """

    label: Label | None
    title: Quote
    words: Names
    phrases: tuple[Phrase, ...]
    verdict: Literal["permitted", "forbidden", "conflicting", "uncovered", "unknown"]
    by: tuple[Reference, ...]
    span: Span = field(compare=False)
    noun: Noun | None = field(default=None, compare=False)


@dataclass(slots=True)
class Question:
    """``May Facebook use shopping location for advertising?``: what ``ask`` is asked."""

    words: Names
    phrases: tuple[Phrase, ...]
    span: Span = field(compare=False)


Sentence = (
    Header
    | Definition
    | Clause
    | Precedence
    | StricterPrevails
    | Survival
    | InForce
    | Renewal
    | Requirement
    | TermLimit
    | Scenario
)


@dataclass(slots=True)
class Comment:
    """From ``#`` to the end of its line, the sign included, trailing white space left out."""

    text: str
    span: Span = field(compare=False)


@dataclass(slots=True)
class Tree:
    """One parsed file: the sentences that could be read, in order, and the comments.

    ``broken`` holds the spans of sentences that could not be read; each has a finding.
    """

    source: Source = field(compare=False)
    sentences: tuple[Sentence, ...]
    comments: tuple[Comment, ...]
    broken: tuple[Span, ...] = ()
