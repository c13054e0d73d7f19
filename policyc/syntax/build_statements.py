"""From what a rule of the grammar is made of to nodes of the tree: clauses, who and what in them."""

from __future__ import annotations

import re

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.build_forms import only_on
from policyc.syntax.build_further import MODALS, flat, joined_names
from policyc.syntax.build_phrases import OnlyAllowed
from policyc.syntax.parts import MAXIMUM_NESTING, Misread, Values, participles, repeated
from policyc.syntax.those_limited import of_those, open_condition
from policyc.syntax.token import Token

PLAIN_DUTIES = ("must", "shall", "will")
TERMS_OF_LEAVE = (
    r"(?:(?:non-)?exclusive|(?:ir)?revocable|limited|(?:non-)?transferable|(?:non-)?sub-?licen[sc]able|royalty-free"
    r"|world-?wide|perpetual|personal|free|temporary|unrestricted|fully\s+paid-up)(?:,\s*(?:and\s+)?|\s+(?:and\s+)?)"
)
GRANTING = re.compile(
    r"(?:(?:shall|will|must)\s+)?(?:(?:hereby|further|also)\s+)?(?P<grants>grants?|gives?)(?:\s+to)?\s+"
    rf"(?P<whom>.+?)\s+(?P<right>(?:(?:the|an?)\s+(?:{TERMS_OF_LEAVE})*)?"
    r"(?:right|permission|licen[cs]e|authori[sz]ation|authority)\s+to)",
    re.IGNORECASE | re.DOTALL,
)
ENSURING = re.compile(r" (?:ensure|procure|make sure|see to it) that$")


def clause(values: Values, span: Span) -> tree.Clause:
    """``label? statement``."""
    return tree.Clause(values[0] if len(values) > 1 else None, values[-1], span)


def statement(values: Values, span: Span) -> tree.Statement:
    """``leads? subject modal amid act tail*``; what stands before the verb comes first among its phrases."""
    lead, (subject, said, amid, act, *phrases) = split_lead(values)
    return stated(lead, subject, said, amid, act, phrases, span)


def only_statement(values: Values, span: Span) -> tree.Statement:
    """``leads? subject modal ONLY manner* act tail*``: `only` is put before the one phrase that it can mean."""
    lead, (subject, said, only, *rest) = split_lead(values)
    at = next(at for at, part in enumerate(rest) if isinstance(part, tree.Act))
    manner = tuple(part for each in rest[:at] for part in each)
    return stated(lead, subject, said, manner, rest[at], rest[at + 1 :], span, only.span)


def stated(
    lead: tuple[tree.Phrase, ...],
    subject: tree.Subject,
    said: Token,
    amid: tuple[tree.Phrase, ...],
    act: tree.Act,
    phrases: Values,
    span: Span,
    only: Span | None = None,
) -> tree.Statement:
    """A statement; ``only`` is where that stands before the verb."""
    written = said.said
    modal = MODALS[said.type]
    if subject.alone and (modal != "may" or only):
        raise Misread("only subject", subject.span, written)
    if subject.neither:
        if modal in ("must not", "need not") or (modal == "must" and written not in PLAIN_DUTIES):
            raise Misread("double negation", said.span, written)
        modal = "must not"
    said_last = flat(phrases, modal, written)
    said_last = only_on(said_last, modal, only) if only else said_last
    if any(isinstance(part, tree.Further) for part in said_last) and subject.neither:
        raise Misread("neither further", subject.span, subject.written)
    if any(isinstance(part, OnlyAllowed) for part in said_last):
        if modal not in ("may", "must") or any(isinstance(part, tree.Further) for part in said_last):
            raise Misread("only allowed", span, written)
        modal, written = "must not", "must not"
        said_last = tuple(tree.ExceptAllowed(p.span) if isinstance(p, OnlyAllowed) else p for p in said_last)
    return tree.Statement(lead, subject, modal, written, act, amid + said_last, None, span)


def remaining_statement(values: Values, span: Span) -> tree.Statement:
    """``leads? subject REMAINS tail*``: who remains responsible has to."""
    lead, (subject, remains, *phrases) = split_lead(values)
    if subject.neither or subject.alone:
        raise Misread("double negation" if subject.neither else "only subject", subject.span, "shall")
    verb = tree.Name("remain " + remains.said.split(maxsplit=1)[1], remains.span)
    act = tree.Act(tree.Names((verb,), None, remains.span), None, remains.span)
    said_last = flat(phrases, "must", "shall")
    if any(isinstance(part, OnlyAllowed) for part in said_last):
        raise Misread("only allowed", span, remains.said)
    return tree.Statement(lead, subject, "must", "shall", act, said_last, None, span)


def limited_statement(values: Values, span: Span) -> tree.Statement:
    """``leads? ACCESS_TO names LIMITED_TO names tail*``: only they may have access."""
    lead, (access, what, _, who, *phrases) = split_lead(values)
    verbs = tree.Names((tree.Name("access", access.span),), None, access.span)
    act = tree.Act(verbs, what, (access.start, what.span[1]))
    only = tree.Subject(who, False, who.span, "only", alone=True)
    said_last = flat(phrases)
    if any(isinstance(part, tree.Further | OnlyAllowed) for part in said_last):
        raise Misread("neither further", access.span, "limited to")
    if (condition := open_condition(said_last)) is not None:
        raise Misread("limited if", condition.span, condition.word)
    return tree.Statement(lead, only, "may", "may", act, of_those(said_last), None, span)


def granting_statement(values: Values, span: Span) -> tree.Statement:
    """``leads? subject GRANTS act tail*``: leave, and the granter, whom and what are in one token."""
    lead, (granter, grants, act, *phrases) = split_lead(values)
    told = GRANTING.fullmatch(grants.words)
    if told is None:
        raise AssertionError(f"the grammar took {grants!r} for what somebody grants")
    if granter.neither or granter.alone:
        raise Misread("neither passive", granter.span, granter.written)
    written = " ".join(f"{told['grants']} {told['right']}".lower().split())
    said_last = flat(phrases, "may", written)
    if any(isinstance(part, OnlyAllowed) for part in said_last):
        raise Misread("only allowed", span, written)
    if any(isinstance(part, tree.Further) and part.said for part in said_last):
        raise Misread("granted further", grants.span, told["grants"])
    at = grants.start + told.start("whom")
    to = tree.Subject(joined_names(told["whom"], at), False, (at, at + len(told["whom"])))
    return tree.Statement(lead, to, "may", written, act, said_last, None, span, granter)


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
    if any(isinstance(part, tree.Aside) for part in amid):
        raise Misread("aside", span)
    manner, verbs = participles(done)
    act = tree.Act(verbs, what.names, (what.span[0], done.span[1]), passive=True)
    by = tree.Subject(who, False, who.span)
    return tree.Statement(lead, by, modal, written, act, amid + manner + said_last, None, span)


def amid(values: Values, span: Span) -> tuple[tree.Phrase, ...]:
    """``leads? manner*``, ``manner* soft_deadline manner*``: the manner first, as it is written."""
    parts = [part for value in values for part in (value if isinstance(value, tuple | list) else (value,))]
    manner = [part for part in parts if isinstance(part, tree.Manner | tree.Aside)]
    return (*manner, *(part for part in parts if not isinstance(part, tree.Manner | tree.Aside)))


def ensuring_statement(values: Values, span: Span) -> tree.Statement:
    """``leads? subject ENSURE statement``."""
    lead, (subject, said, ensured) = split_lead(values)
    written = said.said
    if subject.neither:
        raise Misread("double negation", said.span, written)
    if subject.alone:
        raise Misread("only subject", subject.span, written)
    made = tree.Statement(lead, subject, "must", ENSURING.sub("", written), None, (), ensured, span)
    if made.depth > MAXIMUM_NESTING:
        raise Misread("nesting", subject.span)
    return made


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


def only_subject(values: Values, span: Span) -> tree.Subject:
    """``ONLY names``: these, and nobody else."""
    return tree.Subject(values[1], False, span, "only", alone=True)


def told(values: Values, span: Span) -> tree.Told:
    """``names (IS NOT? names)? tail*``."""
    words, *rest = values
    be = " ".join(part.said for part in rest if isinstance(part, Token))
    what = next((part for part in rest if isinstance(part, tree.Names)), None)
    phrases = [part for part in rest if isinstance(part, list)]
    return tree.Told(words, be, what, flat(phrases, "must", "must"), span)


def act(values: Values, span: Span) -> tree.Act:
    """``verbs names?``."""
    return tree.Act(values[0], values[1] if len(values) > 1 else None, span)


def no_subject(values: Values, span: Span) -> tree.Subject:
    """``NO name (OR name)*``."""
    names = (values[1], *(value for value in repeated(values) if isinstance(value, tree.Name)))
    joiner: tree.Joiner | None = "or" if len(names) > 1 else None
    return tree.Subject(tree.Names(names, joiner, (names[0].span[0], names[-1].span[1])), True, span, "no")


STATEMENTS = {
    made.__name__: made
    for made in (
        clause,
        statement,
        only_statement,
        only_subject,
        told,
        passive_statement,
        amid,
        ensuring_statement,
        granting_statement,
        limited_statement,
        remaining_statement,
        subject,
        neither_subject,
        act,
        no_subject,
    )
}
