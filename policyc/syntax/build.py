"""From Lark's reductions to the tree: one method for each rule of the grammar that makes a node."""

from __future__ import annotations

from datetime import date as calendar_date
from typing import Any, cast
from unicodedata import normalize

from lark import Token, Transformer

from policyc.syntax import tree
from policyc.syntax.parts import (
    MAXIMUM_NESTING,
    TIMES,
    Children,
    Misread,
    check_verb,
    duration,
    first,
    names_from,
    noun_of,
    one_joiner,
    span_of,
    split_mode,
    token_of,
    word,
)

PROPERTY_WORDS = {
    "are": "is",
    "include": "includes",
    "exclude": "excludes",
    "reveal": "reveals",
    "serve": "serves",
    "need": "needs",
}
MODALS: dict[str, tree.Modal] = {
    "may": "may",
    "must": "must",
    "shall": "must",
    "will": "must",
    "must not": "must not",
    "shall not": "must not",
    "will not": "must not",
    "may not": "must not",
    "need not": "need not",
    "needs not": "need not",
}
TARGETS: dict[str, Any] = {
    "THIS_AGREEMENT": "this agreement",
    "OVER_THIS_AGREEMENT": "this agreement",
    "OTHER_AGREEMENT": "any other agreement",
    "OVER_OTHER_AGREEMENT": "any other agreement",
}
ENDS = ("termination", "expiry", "expiration")


class Builder(Transformer[Token, Any]):
    """Makes tree nodes while Lark parses; raises ``Misread`` where the grammar's guards would be passed."""

    def start(self, children: Children) -> tuple[tree.Sentence, ...]:
        return tuple(children)

    def question(self, children: Children) -> tree.Question:
        return tree.Question(children[1], tuple(children[2:]), span_of(children))

    # Documents

    def header(self, children: Children) -> tree.Header:
        return tree.Header(cast(Any, word(children[0])), children[1], tuple(children[2:]), span_of(children))

    def header_phrase(self, children: Children) -> tree.HeaderPhrase:
        head, span = children[0], span_of(children)
        if isinstance(head, tree.Per):
            return tree.HeaderPhrase("per", None, None, head, span)
        text = word(head).removeprefix("is ").removeprefix("a ")
        names, day = first(children, tree.Names), first(children, tree.Date)
        return tree.HeaderPhrase(cast(tree.HeaderWord, text), names, day, None, span)

    # Definitions

    def definition(self, children: Children) -> tree.Definition:
        label = first(children, tree.Label)
        names: tree.Names = children[1 if label else 0]
        if len(names.items) > 1:
            raise Misread("several subjects", names.span)
        name = names.items[0]
        if isinstance(name, tree.Quote):
            raise Misread("quoted name", name.span, name.text)
        rest = children[2 if label else 1 :]
        properties = [part for child in rest for part in (child if isinstance(child, list) else [child])]
        return tree.Definition(label, name, tuple(properties), span_of(children))

    def property(self, children: Children) -> tree.Property:
        head, span = children[0], span_of(children)
        if isinstance(head, tree.Per):
            return tree.Property("per", None, None, head, span)
        written = word(head)
        text = PROPERTY_WORDS.get(written, written)
        names, quote = first(children[1:], tree.Names), first(children[1:], tree.Quote)
        return tree.Property(cast(Any, text), names, quote, None, span, written)

    def property_meaning(self, children: Children) -> list[tree.Property]:
        means, quote, _, kinds = children
        return [
            tree.Property("means", None, quote, None, span_of([means, quote])),
            tree.Property("is", kinds, None, None, kinds.span),
        ]

    # Clauses

    def clause(self, children: Children) -> tree.Clause:
        return tree.Clause(first(children, tree.Label), children[-1], span_of(children))

    def statement(self, children: Children) -> tree.Statement:
        lead, (subject, written, act, *phrases) = split_lead(children)
        modal = MODALS[word(written)]
        if subject.neither:
            if modal in ("must not", "need not"):
                raise Misread("double negation", span_of([written]), word(written))
            modal = "must not"
        return tree.Statement(lead, subject, modal, word(written), act, tuple(phrases), None, span_of(children))

    def ensuring_statement(self, children: Children) -> tree.Statement:
        lead, (subject, written, ensured) = split_lead(children)
        if subject.neither:
            raise Misread("double negation", span_of([written]), word(written))
        modal = word(written).split()[0]
        statement = tree.Statement(lead, subject, "must", modal, None, (), ensured, span_of(children))
        if statement.depth > MAXIMUM_NESTING:
            raise Misread("nesting", span_of([subject]))
        return statement

    def leads(self, children: Children) -> Children:
        return children[:-1]

    def subject(self, children: Children) -> tree.Subject:
        return tree.Subject(children[0], False, span_of(children))

    def neither_subject(self, children: Children) -> tree.Subject:
        names = [child for child in children if isinstance(child, tree.Name)]
        return tree.Subject(names_from(names, "or" if len(names) > 1 else None), True, span_of(children))

    def modal(self, children: Children) -> Token:
        return cast(Token, children[0])

    def act(self, children: Children) -> tree.Act:
        return tree.Act(children[0], children[1] if len(children) > 1 else None, span_of(children))

    def verbs(self, children: Children) -> tree.Names:
        return self.names(children)

    def verb(self, children: Children) -> tree.Name:
        check_verb(children[0])
        return tree.Name(str(children[0]), span_of(children))

    def order(self, children: Children) -> tree.OrderPhrase:
        head, below = children
        noun = noun_of(head)
        text = word(head).removesuffix(f" {noun}s").removesuffix(f" {noun}")
        labels = below if isinstance(below, tuple) else ()
        return tree.OrderPhrase(cast(Any, text), labels, span_of(children), noun)

    def lead(self, children: Children) -> tree.Phrase:
        return cast(tree.Phrase, children[0])

    def name_phrase(self, children: Children) -> tree.NamePhrase:
        mode, rest = split_mode(children)
        return tree.NamePhrase(cast(Any, word(rest[0])), rest[1], mode, span_of(children))

    def date_phrase(self, children: Children) -> tree.DatePhrase:
        mode, rest = split_mode(children)
        return tree.DatePhrase(cast(Any, word(rest[0])), rest[1], mode, span_of(children))

    def duration_phrase(self, children: Children) -> tree.DurationPhrase:
        span = span_of(children)
        if len(children) == 1:
            kind: Any = children[0].type.lower()
            return tree.DurationPhrase(kind, duration(children[0]), "", span)
        mode, (head, length) = split_mode(children)
        return tree.DurationPhrase(cast(Any, word(head)), length, mode, span)

    def frequency(self, children: Children) -> tree.FrequencyPhrase:
        often = word(children[0]).split()[2]
        times = TIMES.get(often) or int(often)
        return tree.FrequencyPhrase(times, duration(children[1]), span_of(children))

    def soft_deadline(self, children: Children) -> tree.SoftDeadline:
        return tree.SoftDeadline(word(children[0]), span_of(children))

    def condition_phrase(self, children: Children) -> tree.ConditionPhrase:
        mode, rest = split_mode(children)
        return tree.ConditionPhrase(cast(Any, word(rest[0])), rest[1], mode, span_of(children))

    def except_names(self, children: Children) -> tree.ExceptNames:
        return tree.ExceptNames(children[1], span_of(children))

    def except_allowed(self, children: Children) -> tree.ExceptAllowed:
        return tree.ExceptAllowed(span_of(children))

    def phrase(self, children: Children) -> tree.Phrase:
        return cast(tree.Phrase, children[0])

    def mode(self, children: Children) -> Token | None:
        return cast(Token, children[0]) if children else None

    # Conditions

    def condition(self, children: Children) -> tree.Condition:
        operands = [child for child in children if not isinstance(child, Token)]
        if len(operands) == 1:
            return cast(tree.Condition, operands[0])
        tokens = [child for child in children if isinstance(child, Token)]
        joiner = one_joiner(tokens, "mixed condition")
        combined = tree.Combination(joiner or "and", tuple(operands), span_of(children))
        if combined.depth > MAXIMUM_NESTING:
            raise Misread("nesting", combined.span)
        return combined

    def condition_term(self, children: Children) -> tree.Condition:
        return cast(tree.Condition, children[0])

    def negation(self, children: Children) -> tree.Not:
        negated = tree.Not(children[1], span_of(children))
        if negated.depth > MAXIMUM_NESTING:
            raise Misread("nesting", negated.span)
        return negated

    # Between clauses

    def precedence(self, children: Children) -> tree.Precedence:
        higher, lower = [child for child in children if isinstance(child, tree.Target)]
        return tree.Precedence(first(children, tree.Label), higher, lower, span_of(children))

    def stricter_prevails(self, children: Children) -> tree.StricterPrevails:
        return tree.StricterPrevails(first(children, tree.Label), span_of(children))

    def target(self, children: Children) -> tree.Target:
        span, head = span_of(children), children[0]
        if title := first(children, tree.Quote):
            return tree.Target("title", (), title, span)
        if noun := noun_of(head):
            return tree.Target("clauses", children[1], None, span, noun)
        return tree.Target(TARGETS[head.type], (), None, span)

    def survival(self, children: Children) -> tree.Survival:
        label, event = first(children, tree.Label), first(children, tree.Name)
        if event and event.text.lower().removeprefix("the ") not in ENDS:
            raise Misread("survival event", event.span, event.text)
        labels = next((child for child in children if isinstance(child, tuple)), ())
        none, span = token_of(children, "NO_CLAUSE"), span_of(children)
        length, until = first(children, tree.Duration), first(children, tree.Names)
        noun = survival_noun(none or token_of(children, "CLAUSE"))
        return tree.Survival(label, labels, none is not None, length, until, span, noun)

    # Requirements

    def requirement(self, children: Children) -> tree.Requirement:
        negative = token_of(children, "NO_AGREEMENT") is not None
        selectors = tuple(child for child in children if isinstance(child, tree.Selector))
        label, statement = first(children, tree.Label), children[-1]
        return tree.Requirement(label, negative, selectors, statement, span_of(children))

    def selector(self, children: Children) -> tree.Selector:
        names = [child for child in children if isinstance(child, tree.Names)]
        verb, negated = token_of(children[1:], "IS"), token_of(children, "NOT") is not None
        kinds, written = (names[1], word(verb)) if verb else (None, "")
        return tree.Selector(cast(Any, word(children[0])), names[0], kinds, negated, span_of(children), written)

    # Scenarios

    def scenario(self, children: Children) -> tree.Scenario:
        *before, last = children
        by = last if isinstance(last, tuple) else ()
        verdict = before.pop() if by else last
        label = before.pop(0) if isinstance(before[0], tree.Label) else None
        _, title, words, *phrases = before
        which: Any = word(verdict).split()[1]
        span = span_of(children)
        return tree.Scenario(label, title, words, tuple(phrases), which, by, span, noun_of(verdict))

    # Parts

    def names(self, children: Children) -> tree.Names:
        items = [child for child in children if isinstance(child, tree.Name | tree.Quote)]
        separators = [token for child in children for token in (child if isinstance(child, list) else [child])]
        return names_from(items, one_joiner([each for each in separators if isinstance(each, Token)]))

    def separator(self, children: Children) -> Children:
        return children

    def name(self, children: Children) -> tree.Name:
        stop = token_of(children, "STOP_WORD")
        if stop is not None:
            raise Misread("stop word", span_of([stop]), word(stop))
        if children[-1].type == "ARTICLE":
            raise Misread("article without a name", span_of([children[-1]]), str(children[-1]))
        return tree.Name(composed(" ".join(children)), span_of(children))

    def quotes(self, children: Children) -> tree.Names:
        items = [child for child in children if isinstance(child, tree.Quote)]
        return names_from(items, "and" if len(items) > 1 else None)

    def quote(self, children: Children) -> tree.Quote:
        return tree.Quote(composed(" ".join(children[0][1:-1].split())), span_of(children))

    def label(self, children: Children) -> tree.Label:
        token = children[0]
        return tree.Label(str(token[:-1]), (token.start_pos, token.end_pos - 1))

    def labels(self, children: Children) -> tuple[tree.Reference, ...]:
        return tuple(child for child in children if isinstance(child, tree.Reference))

    def reference(self, children: Children) -> tree.Reference:
        return tree.Reference(str(children[0]), span_of(children))

    def duration(self, children: Children) -> tree.Duration:
        return duration(children[0])

    def date(self, children: Children) -> tree.Date:
        try:
            day = calendar_date.fromisoformat(str(children[0]))
        except ValueError:
            raise Misread("no such day", span_of(children), str(children[0])) from None
        return tree.Date(day, span_of(children))

    def per(self, children: Children) -> tree.Per:
        quotes = [child for child in children if isinstance(child, tree.Quote)]
        return tree.Per(quotes[0], quotes[1] if len(quotes) > 1 else None, span_of(children))


def split_lead(children: Children) -> tuple[tuple[tree.Phrase, ...], Children]:
    """The phrases before the subject, and the rest."""
    if isinstance(children[0], list):
        return tuple(children[0]), children[1:]
    return (), children


def survival_noun(head: Token | None) -> tree.Noun:
    """The word for a clause in ``no section except``, ``sections``."""
    words = word(head).removesuffix(" except") if head else ""
    return cast(tree.Noun, words.split()[-1].removesuffix("s"))


def composed(words: str) -> str:
    """Letters and their accents made one character each, however they were typed."""
    return words if words.isascii() else normalize("NFC", words)
