"""From tree back to words: any sentence in the canonical form that ``format`` prints and that repairs quote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from policyc.source import Source, Span
from policyc.syntax import tree
from policyc.syntax.write_phrases import are_many, clauses, duration, names, per, phrase, quote

COMMENT = re.compile(r"#[^\r\n]*")


def write_sentence(node: tree.Sentence) -> str:
    """One sentence on one line: its label, then the sentence with a capital at its beginning and a full stop."""
    label = label_of(node)
    return f"{label.text}: {write_body(node)}" if label else write_body(node)


def write_question(node: tree.Question) -> str:
    """A question on one line: ``May Facebook use balances?``."""
    return f"May {names(node.words)}{Writer().phrases(node.words.span, node.phrases)}?"


def write_body(node: tree.Sentence, source: Source | None = None) -> str:
    """A sentence without its label; the writer's commas before phrases are kept where the source is given."""
    words = Writer(source).sentence(node) + "."
    return words[0].upper() + words[1:] if begins_with_keyword(node) else words


def label_of(node: tree.Sentence) -> tree.Label | None:
    """The label of a sentence; a header has none."""
    return None if isinstance(node, tree.Header) else node.label


def begins_with_keyword(node: tree.Sentence) -> bool:
    """Whether the first word of a sentence belongs to the language, not to a name; headers begin small, as keywords."""
    match node:
        case tree.Definition() | tree.Header():
            return False
        case tree.Clause(statement=statement):
            return bool(statement.lead) or statement.subject.neither or statement.subject.alone
        case _:
            return True


class Writer:
    """Writes sentences; looks up in the source, where there is one, whether a comma stood before a phrase."""

    def __init__(self, source: Source | None = None) -> None:
        self.source = source

    def sentence(self, node: tree.Sentence) -> str:
        """The words of a sentence, keywords in lower case, without label and full stop."""
        match node:
            case tree.Header():
                return self.header(node)
            case tree.Definition():
                return self.definition(node)
            case tree.Clause():
                return self.statement(node.statement)
            case tree.Precedence():
                verb = "prevail" if are_many(node.higher.labels) else "prevails"
                return f"{target(node.higher)} {verb} over {target(node.lower)}"
            case tree.StricterPrevails():
                return "the stricter clause prevails"
            case tree.Survival():
                return survival(node)
            case tree.InForce():
                return in_force(node)
            case tree.Renewal():
                return node.words
            case tree.Requirement():
                return self.requirement(node)
            case tree.TermLimit():
                return self.term_limit(node)
            case tree.Scenario():
                return self.scenario(node)
            case _:
                assert_never(node)

    def header(self, node: tree.Header) -> str:
        """``agreement "Deal" between Facebook and Chase, is proposed``."""
        words = f"{node.kind} {quote(node.title)}"
        end = node.title.span
        for place, part in enumerate(node.phrases):
            words += self.gap(end, part.span, ", " if place else " ") + header_phrase(part)
            end = part.span
        return words

    def definition(self, node: tree.Definition) -> str:
        """``customers are people``."""
        words, end, before = node.name.text, node.name.span, ""
        for part in node.properties:
            if part.word == "is" and before == "means":
                words += f", {names(part.names)}"
            else:
                usual = " " if not before or part.word in ("about", "in") else ", "
                words += self.gap(end, part.span, usual) + property_words(part)
            end, before = part.span, part.word
        return words

    def statement(self, node: tree.Statement) -> str:
        """Who, a modal, verbs, what and phrases, with the phrases that stand before them."""
        words = self.lead(node.lead)
        if node.ensured:
            return f"{words}{subject(node.subject)} {node.written} ensure that {self.ensured(node.ensured)}"
        if node.act is None:
            raise AssertionError("a statement has an act or ensures another")
        amid = "".join(f" {phrase(part)}" for part in node.phrases if isinstance(part, tree.Manner | tree.Aside))
        amid = amid.replace(" ,", ",")
        rest = tuple(part for part in node.phrases if not isinstance(part, tree.Manner | tree.Aside))
        if node.act.passive:
            words += f"{names(node.act.object)} {node.written}{amid} be {names(node.act.verbs)} by"
            words += f" {names(node.subject.names)}"
        else:
            words += f"{bearer(node)}{amid} {names(node.act.verbs)}"
            words += f" {names(node.act.object)}" if node.act.object else ""
        return words + self.phrases((node.subject if node.act.passive else node.act).span, rest)

    def ensured(self, node: tree.Statement | tree.Told) -> str:
        """What is ensured: a statement, or who does what."""
        if isinstance(node, tree.Statement):
            return self.statement(node)
        words = f"{names(node.words)} {node.be} {names(node.what)}" if node.what else names(node.words)
        return words + self.phrases((node.what or node.words).span, node.phrases)

    def lead(self, parts: tuple[tree.Phrase, ...]) -> str:
        """The phrases before the subject, with the comma that ends them."""
        words = ""
        for before, part in zip((None, *parts), parts, strict=False):
            if before is not None:
                words += self.gap(before.span, part.span, ", " if isinstance(before, tree.OrderPhrase) else " ")
            words += phrase(part, leading=True)
        return f"{words}, " if words else ""

    def phrases(self, end: Span, parts: tuple[tree.Phrase, ...]) -> str:
        """The phrases after what stands before them."""
        words = ""
        for part in parts:
            words += self.gap(end, part.span, ", " if isinstance(part, tree.Per) else " ") + phrase(part)
            end = max(end, part.span)
        return words

    def requirement(self, node: tree.Requirement) -> str:
        """``every agreement about health data must provide that …``."""
        words = selected("no agreement" if node.negative else "every agreement", node.selectors)
        asked = ", or that ".join(map(self.statement, (node.statement, *node.alternatives)))
        return f"{words} {'may' if node.negative else 'must'} provide that {asked}"

    def term_limit(self, node: tree.TermLimit) -> str:
        """``every agreement must last at most 18 months``."""
        words = f"{selected('every agreement', node.selectors)} must last at most {duration(node.duration)}"
        return words + (f", {phrase(node.per)}" if node.per else "")

    def scenario(self, node: tree.Scenario) -> str:
        """``scenario "…": Facebook uses balances is permitted``."""
        words = f"scenario {quote(node.title)}: {names(node.words)}{self.phrases(node.words.span, node.phrases)}"
        by = f" by {clauses(node.by, node.noun)}" if node.by else ""
        return f"{words} is {node.verdict}{by}"

    def gap(self, before: Span, after: Span, usual: str) -> str:
        """What stands between two parts: the writer's choice where it is known, else the usual one."""
        if self.source is None or before == (0, 0) or after[0] < before[1]:
            return usual
        between = COMMENT.sub("", self.source.text[before[1] : after[0]])
        return ", " if "," in between else " "


def bearer(node: tree.Statement) -> str:
    """Who may, must or must not: ``Chase must``, ``Acme grants Globex the right to``."""
    if node.granter is None:
        return f"{subject(node.subject)} {node.written}"
    grants, right = node.written.split(maxsplit=1)
    return f"{subject(node.granter)} {grants} {names(node.subject.names)} {right}"


def subject(node: tree.Subject) -> str:
    """Who: ``Facebook and Chase``, ``neither Facebook nor Chase``, ``no bank or insurer``."""
    if not node.neither:
        return f"only {names(node.names)}" if node.alone else names(node.names)
    return f"{node.written} {names(node.names, ' or ' if node.written == 'no' else ' nor ')}"


def header_phrase(part: tree.HeaderPhrase) -> str:
    """One phrase of a header."""
    if part.per:
        return per(part.per)
    if part.date:
        return f"{part.word} {part.date.day.isoformat()}"
    if part.names:
        return f"{part.word} {names(part.names)}"
    return "is a template" if part.word == "template" else f"is {part.word}"


def property_words(part: tree.Property) -> str:
    """One thing said of a name."""
    word = part.written or part.word
    if part.per:
        return per(part.per)
    if part.quote:
        return f"{word} {quote(part.quote)}"
    return f"{word} {names(part.names)}" if part.names else word


def target(node: tree.Target) -> str:
    """What prevails, or is prevailed over."""
    match node.kind:
        case "clauses":
            of = f" of {quote(node.title)}" if node.title else ""
            return clauses(node.labels, node.noun) + of
        case "the agreement":
            return f"the {node.title.text}" if node.title else node.kind
        case _:
            return quote(node.title) if node.title else node.kind


def survival(node: tree.Survival) -> str:
    """Which clauses outlive termination."""
    if node.all_but:
        rest = f" except {clauses(node.labels, None)}" if node.labels else ""
        return f"no {node.noun}{rest} survives termination"
    words = f"{clauses(node.labels, node.noun)} {'survive' if are_many(node.labels) else 'survives'}"
    if node.duration:
        return f"{words} for {duration(node.duration)} after termination"
    return f"{words} until {names(node.until)}" if node.until else f"{words} termination"


def in_force(node: tree.InForce) -> str:
    """When the agreement itself runs."""
    parts = [f"{verb} {moment('on', said)}" for verb, said in (("begins", node.begins), ("ends", node.ends)) if said]
    parts += [f"remains in force for {duration(node.lasting)}"] if node.lasting else []
    words = f"this agreement {' and '.join(parts)}"
    return f"{words}, {node.unless}" if node.unless else words


def moment(word: str, said: tree.Date | tree.Names) -> str:
    """A day or events, after a word."""
    return f"{word} {said.day.isoformat() if isinstance(said, tree.Date) else names(said)}"


def selected(agreements: str, selectors: Iterable[tree.Selector]) -> str:
    """Agreements, and the phrases that select among them."""
    return " ".join([agreements, *map(selector, selectors)])


def selector(part: tree.Selector) -> str:
    """To which agreements a requirement speaks."""
    words = f"{part.word} {names(part.names)}"
    if part.kinds is None:
        return words
    return f"{words} {part.written or 'is'} {'not ' if part.negated else ''}{names(part.kinds)}"
