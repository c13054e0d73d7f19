"""From what a rule of the grammar is made of to nodes of the tree: sentences, and the table of all builders.

A builder takes the values of a rule's symbols and the span of the whole; it raises ``Misread`` where the grammar's
guards would be passed. A rule that has none stands for the one thing in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.build_parts import PARTS
from policyc.syntax.build_phrases import PHRASES, OnlyAllowed, joined_ways
from policyc.syntax.parts import MAXIMUM_NESTING, Misread, Values, first, noun_of, participles, repeated
from policyc.syntax.tables import Rule
from policyc.syntax.token import Token

PROPERTY_WORDS = {
    "are": "is",
    "include": "includes",
    "exclude": "excludes",
    "reveal": "reveals",
    "serve": "serves",
    "need": "needs",
}
MODALS: dict[str, tree.Modal] = {
    "MAY": "may",
    "ENTITLED": "may",
    "DUTY": "must",
    "BAN": "must not",
    "NEED_NOT": "need not",
}
PLAIN_DUTIES = ("must", "shall", "will")
GRANTING = re.compile(r"^(?:(?:shall|will|must) )?(?:(?:hereby|further|also) )?")
ENSURING = re.compile(r" (?:ensure|procure|make sure|see to it) that$")
TARGETS: dict[str, Any] = {
    "THIS_AGREEMENT": "this agreement",
    "OVER_THIS_AGREEMENT": "this agreement",
    "OTHER_AGREEMENT": "any other agreement",
    "OVER_OTHER_AGREEMENT": "any other agreement",
}
ENDS = ("termination", "expiry", "expiration")
Build = Callable[[Values, Span], Any]


def start(values: Values, span: Span) -> tuple[tree.Sentence, ...]:
    """The sentences of a text."""
    return tuple(values[0]) if values else ()


def question(values: Values, span: Span) -> tree.Question:
    """``MAY names tail* _QUESTION_MARK?``."""
    refuse_including(values[1])
    return tree.Question(values[1], flat([first(values, list) or ()]), span)


# Documents


def header(values: Values, span: Span) -> tree.Header:
    """``AGREEMENT quote header_phrase*``."""
    return tree.Header(values[0].words.lower(), values[1], tuple(repeated(values)), span)


def header_phrase(values: Values, span: Span) -> tree.HeaderPhrase:
    """``BETWEEN names``, ``FROM date``, ``STATUS``, ``USING quotes`` or ``per``."""
    head = values[0]
    if isinstance(head, tree.Per):
        return tree.HeaderPhrase("per", None, None, head, span)
    word: Any = head.said.removeprefix("is ").removeprefix("a ")
    return tree.HeaderPhrase(word, first(values, tree.Names), first(values, tree.Date), None, span)


# Definitions


def definition(values: Values, span: Span) -> tree.Definition:
    """``label? names property+``."""
    *before, subjects, parts = values
    if len(subjects.items) > 1:
        raise Misread("several subjects", subjects.span)
    name = subjects.items[0]
    if isinstance(name, tree.Quote):
        raise Misread("quoted name", name.span, name.text)
    properties = [part for each in parts for part in (each if isinstance(each, tuple) else (each,))]
    return tree.Definition(before[0] if before else None, name, tuple(properties), span)


def property_(values: Values, span: Span) -> tree.Property:
    """``IS names``, ``MEANS quote``, ``BOUND`` or ``per``."""
    head = values[0]
    if isinstance(head, tree.Per):
        return tree.Property("per", None, None, head, span)
    written = head.said
    word: Any = PROPERTY_WORDS.get(written, written)
    said = values[1] if len(values) > 1 else None
    names, quote = (None, said) if isinstance(said, tree.Quote) else (said, None)
    if isinstance(names, tree.Names):
        refuse_including(names)
    return tree.Property(word, names, quote, None, span, written)


def property_meaning(values: Values, span: Span) -> tuple[tree.Property, tree.Property]:
    """``MEANS quote COMMA names``."""
    _, quote, _, kinds = values
    means = tree.Property("means", None, quote, None, (span[0], quote.span[1]))
    return means, tree.Property("is", kinds, None, None, kinds.span)


# Clauses


def clause(values: Values, span: Span) -> tree.Clause:
    """``label? statement``."""
    return tree.Clause(values[0] if len(values) > 1 else None, values[-1], span)


def statement(values: Values, span: Span) -> tree.Statement:
    """``leads? subject modal amid act tail*``; what stands before the verb comes first among its phrases."""
    lead, (subject, said, amid, act, *phrases) = split_lead(values)
    written = said.said
    modal = MODALS[said.type]
    if subject.neither:
        if modal in ("must not", "need not") or (modal == "must" and written not in PLAIN_DUTIES):
            raise Misread("double negation", said.span, written)
        modal = "must not"
    said_last = flat(phrases, modal, written)
    if any(isinstance(part, tree.Further) for part in said_last) and subject.neither:
        raise Misread("neither further", subject.span, subject.written)
    if any(isinstance(part, OnlyAllowed) for part in said_last):
        if modal not in ("may", "must") or any(isinstance(part, tree.Further) for part in said_last):
            raise Misread("only allowed", span, written)
        modal, written = "must not", "must not"
        said_last = tuple(tree.ExceptAllowed(p.span) if isinstance(p, OnlyAllowed) else p for p in said_last)
    return tree.Statement(lead, subject, modal, written, act, amid + said_last, None, span)


@dataclass(slots=True)
class Adding:
    """What else the same one may or must do, before it is known whether the modal of the sentence is meant again."""

    joiner: tree.Joiner
    modal: Token | None
    amid: tuple[tree.Phrase, ...]
    act: tree.Act
    span: Span

    def parts(self, modal: tree.Modal, written: str) -> tuple[tree.Phrase, ...]:
        """The act, with its modal, and the phrases that stand before its verb."""
        said = self.modal.said if self.modal else written
        manner = tuple(part for part in self.amid if isinstance(part, tree.Manner))
        rest = tuple(part for part in self.amid if not isinstance(part, tree.Manner))
        meant = MODALS[self.modal.type] if self.modal else modal
        return (tree.Further(self.joiner, meant, said, manner, self.act, self.span, self.modal is not None), *rest)


def further(values: Values, span: Span) -> Adding:
    """``ALSO modal amid act`` or ``AND_THEN amid act``."""
    head, *modal, before, act = values
    return Adding(joiner_of(head), modal[0] if modal else None, before, act, span)


def further_after(values: Values, span: Span) -> tuple[tree.Phrase, Adding]:
    """``_timed separator act``: what follows a time is no name."""
    before, joiner, act = values
    return before, Adding(joiner_of(joiner), None, (), act, (joiner.start, span[1]))


def joiner_of(token: Token) -> tree.Joiner:
    """The joiner in a token such as ``, and then``."""
    return "or" if token.said.lstrip(", ").startswith("or") else "and"


def refuse_including(names: tree.Names) -> None:
    """Stop a list that says what it includes where only its names are looked at."""
    if names.including:
        raise Misread("stop word", names.including.span, "including")


def passive_statement(values: Values, span: Span) -> tree.Statement:
    """``leads? subject modal amid PASSIVE names phrase*``: what is acted on stands first, who acts after ``by``."""
    lead, (what, said, amid, done, who, *phrases) = split_lead(values)
    written = said.said
    if what.neither:
        raise Misread("neither passive", what.span, what.written)
    modal = MODALS[said.type]
    said_last = flat(phrases, modal, written)
    if any(isinstance(part, OnlyAllowed) for part in said_last):
        raise Misread("only allowed", span, written)
    manner, verbs = participles(done)
    act = tree.Act(verbs, what.names, (what.span[0], done.span[1]), passive=True)
    by = tree.Subject(who, False, who.span)
    return tree.Statement(lead, by, modal, written, act, amid + manner + said_last, None, span)


def amid(values: Values, span: Span) -> tuple[tree.Phrase, ...]:
    """``leads? manner*``, ``manner* soft_deadline manner*``."""
    return tuple(part for value in values for part in (value if isinstance(value, tuple | list) else (value,)))


def flat(phrases: Values, modal: tree.Modal = "may", written: str = "may") -> tuple[Any, ...]:
    """Phrases, of which some stand for two: ``within 30 days of a breach``, ``and must delete them``."""
    found = phrases[0] if phrases else ()
    parts = [part for each in found for part in (each if isinstance(each, tuple) else (each,))]
    return joined_ways(tuple(p for part in parts for p in added(part, modal, written)))


def added(part: Any, modal: tree.Modal, written: str) -> tuple[Any, ...]:
    """A phrase, or what else the same one may or must do with the phrases before its verb."""
    return part.parts(modal, written) if isinstance(part, Adding) else (part,)


def ensuring_statement(values: Values, span: Span) -> tree.Statement:
    """``leads? subject ENSURE statement``."""
    lead, (subject, said, ensured) = split_lead(values)
    written = said.said
    if subject.neither:
        raise Misread("double negation", said.span, written)
    made = tree.Statement(lead, subject, "must", ENSURING.sub("", written), None, (), ensured, span)
    if made.depth > MAXIMUM_NESTING:
        raise Misread("nesting", subject.span)
    return made


def granting_statement(values: Values, span: Span) -> tree.Statement:
    """``leads? subject GRANTS names RIGHT_TO act tail*``: leave, told as ``grants the right to``."""
    lead, (granter, grants, whom, right, act, *phrases) = split_lead(values)
    verb = GRANTING.sub("", grants.said).split()[0]
    if granter.neither:
        raise Misread("neither passive", granter.span, granter.written)
    written = f"{verb} {right.said}"
    said_last = flat(phrases, "may", written)
    if any(isinstance(part, OnlyAllowed) for part in said_last):
        raise Misread("only allowed", span, written)
    if any(isinstance(part, tree.Further) and part.said for part in said_last):
        raise Misread("granted further", grants.span, verb)
    to = tree.Subject(whom, False, whom.span)
    return tree.Statement(lead, to, "may", written, act, said_last, None, span, granter)


def split_lead(values: Values) -> tuple[tuple[tree.Phrase, ...], Values]:
    """The phrases before the subject, and the rest."""
    return (values[0], values[1:]) if isinstance(values[0], tuple) else ((), values)


def subject(values: Values, span: Span) -> tree.Subject:
    """``names``."""
    return tree.Subject(values[0], False, span)


def neither_subject(values: Values, span: Span) -> tree.Subject:
    """``NEITHER name (NOR name)*``."""
    names = (values[1], *(value for value in repeated(values) if isinstance(value, tree.Name)))
    joiner: tree.Joiner | None = "or" if len(names) > 1 else None
    return tree.Subject(tree.Names(names, joiner, (names[0].span[0], names[-1].span[1])), True, span)


def act(values: Values, span: Span) -> tree.Act:
    """``verbs names?``."""
    return tree.Act(values[0], values[1] if len(values) > 1 else None, span)


def no_subject(values: Values, span: Span) -> tree.Subject:
    """``NO name (OR name)*``."""
    names = (values[1], *(value for value in repeated(values) if isinstance(value, tree.Name)))
    joiner: tree.Joiner | None = "or" if len(names) > 1 else None
    return tree.Subject(tree.Names(names, joiner, (names[0].span[0], names[-1].span[1])), True, span, "no")


# Between clauses


def precedence(values: Values, span: Span) -> tree.Precedence:
    """``label? higher lower``."""
    return tree.Precedence(first(values, tree.Label), values[-2], values[-1], span)


def stricter_prevails(values: Values, span: Span) -> tree.StricterPrevails:
    """``label? STRICTER``."""
    return tree.StricterPrevails(first(values, tree.Label), span)


def target(values: Values, span: Span) -> tree.Target:
    """``CLAUSE label_list``, ``PREVAILS_OVER quote``, ``THIS_AGREEMENT`` …."""
    head, last = values[0], values[-1]
    if isinstance(last, tree.Quote):
        return tree.Target("title", (), last, span)
    if noun := noun_of(head):
        return tree.Target("clauses", last, None, span, noun)
    return tree.Target(TARGETS[head.type], (), None, span)


def survival(values: Values, span: Span) -> tree.Survival:
    """``label? CLAUSE label_list SURVIVES_FOR duration (AFTER name)?``, ``NO_CLAUSE SURVIVES`` …."""
    label, event = first(values, tree.Label), first(values, tree.Name)
    if event and event.text.lower().removeprefix("the ") not in ENDS:
        raise Misread("survival event", event.span, event.text)
    head = values[1 if label else 0]
    noun = cast(tree.Noun, head.said.removesuffix(" except").split()[-1].removesuffix("s"))
    length, until = first(values, tree.Duration), first(values, tree.Names)
    return tree.Survival(label, first(values, tuple) or (), head.type != "CLAUSE", length, until, span, noun)


# Requirements


def requirement(values: Values, span: Span) -> tree.Requirement:
    """``label? EVERY_AGREEMENT selector* MUST_PROVIDE statement (OR_THAT statement)*``."""
    label = first(values, tree.Label)
    negative = values[1 if label else 0].type == "NO_AGREEMENT"
    statement = next(value for value in values if isinstance(value, tree.Statement))
    alternatives = tuple(each for each in repeated(values) if isinstance(each, tree.Statement))
    return tree.Requirement(label, negative, selectors(values), statement, span, alternatives)


def term_limit(values: Values, span: Span) -> tree.TermLimit:
    """``label? EVERY_AGREEMENT selector* MUST_LAST duration per?``."""
    length = next(value for value in values if isinstance(value, tree.Duration))
    return tree.TermLimit(first(values, tree.Label), selectors(values), length, first(values, tree.Per), span)


def selectors(values: Values) -> tuple[tree.Selector, ...]:
    """The phrases that say to which agreements a requirement speaks."""
    repeats = (value for value in values if isinstance(value, list))
    return tuple(each for repeat in repeats for each in repeat if isinstance(each, tree.Selector))


def selector(values: Values, span: Span) -> tree.Selector:
    """``WHERE names IS NOT? names``, ``ABOUT names``, ``UNDER quotes``."""
    word, names, *kind = values
    if not kind:
        return tree.Selector(word.words.lower(), names, None, False, span)
    return tree.Selector(word.words.lower(), names, kind[-1], len(kind) > 2, span, kind[0].said)


# Scenarios


def scenario(values: Values, span: Span) -> tree.Scenario:
    """``label? SCENARIO quote _COLON names tail* (VERDICT | VERDICT_BY label_list)``."""
    label, by = first(values, tree.Label), first(values, tuple) or ()
    verdict: Token = values[-2 if by else -1]
    which: Any = verdict.said.split()[1]
    _, title, _, words, *_ = values[1:] if label else values
    refuse_including(words)
    return tree.Scenario(label, title, words, flat([first(values, list) or ()]), which, by, span, noun_of(verdict))


SENTENCES = (
    *(start, question, header, header_phrase, definition, property_meaning, clause, statement, ensuring_statement),
    granting_statement,
    *(passive_statement, amid, no_subject, further, further_after),
    *(subject, neither_subject, act, precedence, stricter_prevails, target, survival, requirement),
    *(term_limit, selector, scenario),
)
BUILDERS: dict[str, Build] = {
    **PARTS,
    **PHRASES,
    **{made.__name__: made for made in SENTENCES},
    "property": property_,
}


def is_alias(rule: Rule) -> bool:
    """Whether a rule only gives another name to what it is made of."""
    return len(rule.expansion) == 1 and rule.builder not in BUILDERS and not rule.symbol.startswith("__")


def builder_of(rule: Rule) -> Build:
    """What builds a rule: its own builder; for what the grammar repeats, a list; else the one thing in it."""
    if rule.builder in BUILDERS:
        return BUILDERS[rule.builder]
    kept = [place for place, symbol in enumerate(rule.expansion) if not (symbol[0] == "_" and symbol.isupper())]
    if not rule.symbol.startswith("__"):
        (only,) = kept
        return lambda values, span: values[only]
    if rule.expansion[0] != rule.symbol:
        return lambda values, span: [values[place] for place in kept]
    return one_more(kept[1]) if len(kept) == 2 else several_more(kept[1:])


def one_more(place: int) -> Build:
    """Puts a value at the end of the list before it."""

    def build(values: Values, span: Span) -> Values:
        found: Values = values[0]
        found.append(values[place])
        return found

    return build


def several_more(places: list[int]) -> Build:
    """Puts some values at the end of the list before them."""

    def build(values: Values, span: Span) -> Values:
        found: Values = values[0]
        found += [values[place] for place in places]
        return found

    return build
