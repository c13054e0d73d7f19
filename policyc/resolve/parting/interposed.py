"""What others are not let do, said between a verb and its object: *access, or allow others to access, records*.

Both are said of the same things, with the same phrases; so they are two statements.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NoReturn

from policyc.model.names import key
from policyc.resolve.joining.segments import span_of
from policyc.resolve.naming.names import Names, Unresolved
from policyc.resolve.wording.access import LETTING, verbs
from policyc.resolve.wording.asking import OBLIGING, asked
from policyc.resolve.wording.binding import behind_object
from policyc.resolve.wording.handing import ensuring
from policyc.resolve.wording.verbs import TRYING
from policyc.syntax import tree

MODALS: dict[str, tree.Modal] = {
    **dict.fromkeys(("must", "shall", "will"), "must"),
    **{f"{said} not": "must not" for said in ("must", "shall", "will", "may")},
    "may": "may",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One of the statements of a sentence; ``either`` where it is one of several duties of which one has to be done."""

    statement: tree.Statement
    either: bool = False


def divided(statement: tree.Statement, names: Names) -> list[Said]:
    """A statement, and apart from it what is interposed; raises ``Unresolved``, reported, where that cannot be read."""
    if isinstance(statement.ensured, tree.Statement):
        inner = divided(statement.ensured, names)
        return [Said(replace(statement, ensured=each.statement), each.either) for each in inner]
    aside = next((part for part in statement.phrases if isinstance(part, tree.Aside)), None)
    if aside is not None:
        phrases = tuple(part for part in statement.phrases if part is not aside)
        return with_aside(replace(statement, phrases=phrases), aside, names)
    act = statement.act
    if act is None or act.passive or len(act.verbs.items) < 2:
        return [Said(statement)]
    if verbs(act) <= OBLIGING | LETTING:
        return each_verb(statement, act)
    *own, last = act.verbs.items
    at = behind_object(statement, act, "to")
    phrase = statement.phrases[at] if at is not None else None
    done = act_again(phrase, {key(verb.text) for verb in own}, names) if isinstance(phrase, tree.NamePhrase) else None
    if phrase is None or done is None:
        return [Said(statement)]
    listed = tree.Names(tuple(own), act.verbs.joiner if len(own) > 1 else None, span_of(tuple(own)))
    first = replace(act, verbs=listed, object=done.object)
    before, rest = statement.phrases[:at], statement.phrases[statement.phrases.index(phrase) + 1 :]
    plain = replace(statement, act=first, phrases=(*before, *rest))
    if key(last.text) in TRYING and act.object is None:
        return [Said(replace(plain, phrases=(*plain.phrases, tree.Anyhow(f"or {last.text} to", last.span))))]
    if key(last.text) not in OBLIGING | LETTING or act.object is None or statement.subject.neither:
        refuse(statement, last, names)
    return both(plain, act.object, {key(last.text)}, done, act.verbs.joiner == "or", names)


def each_verb(statement: tree.Statement, act: tree.Act) -> list[Said]:
    """``must not cause or permit others to sell records``: the one that forbids is enough, elsewhere each is said."""
    letting = [verb for verb in act.verbs.items if key(verb.text) in LETTING]
    last = (letting or act.verbs.items)[-1:] if statement.modal == "must not" else act.verbs.items
    either = act.verbs.joiner == "or" and statement.modal == "must"
    lists = [replace(act.verbs, items=(verb,), joiner=None) for verb in last]
    return [Said(replace(statement, act=replace(act, verbs=verbs)), either) for verbs in lists]


def with_aside(plain: tree.Statement, aside: tree.Aside, names: Names) -> list[Said]:
    """``must not, and must not permit others to, sell records``; raises ``Unresolved``, reported, where that is odd."""
    act, either = plain.act, aside.joiner == "or" and plain.modal == "must"
    asking = plain if not aside.written else replace(plain, modal=MODALS[aside.written], written=aside.written)
    odd = plain.subject.neither or plain.subject.alone or asking.modal == "need not"
    if act is None or odd or any(isinstance(part, tree.Further) for part in plain.phrases):
        refuse(plain, tree.Name(aside.verbs, aside.span), names)
    whom = tree.Subject(aside.whom, False, aside.whom.span)
    said = set(aside.verbs.split()) - {"and", "or"}
    denied, modal = " not" in f" {aside.end}", aside.end.removesuffix(" not")
    if "that" in said:
        inner: tree.Modal = "must not" if denied else ("may" if modal == "may" else "must")
        ensured = tree.Statement(plain.lead, whom, inner, inner, act, plain.phrases, None, plain.span)
        others = ensuring(asking, ensured)
    else:
        others = asked(asking, said, whom, act, aside.span, names)
        if denied and isinstance(others.ensured, tree.Statement):
            others = replace(others, ensured=replace(others.ensured, modal="must not", written="must not"))
    return [Said(plain, either), Said(others, either)]


def both(
    plain: tree.Statement,
    whom: tree.Names,
    asking: set[str],
    done: tree.Act,
    choice: bool,
    names: Names,
) -> list[Said]:
    """What somebody must not do, and must not let others do."""
    others = asked(plain, asking, tree.Subject(whom, False, whom.span), done, whom.span, names)
    either = choice and plain.modal == "must"
    return [Said(plain, either), Said(others, either)]


def act_again(phrase: tree.NamePhrase, own: set[str], names: Names) -> tree.Act | None:
    """The act in ``to access, records``: verbs, of which one is said before, and what it is done to."""
    found: list[tree.Name] = []
    items = phrase.names.items
    for at, item in enumerate(items):
        words = item.text.split()
        count = None if isinstance(item, tree.Quote) else names.verb_of(words)
        known = count is not None and (at == 0 or key(" ".join(words[:count])) in own)
        if not known or isinstance(item, tree.Quote) or count is None:
            return made(found, items[at:], phrase) if found else None
        found.append(names.part(item, 0, count))
        if len(words) > count:
            return made(found, (names.part(item, count, len(words)), *items[at + 1 :]), phrase)
    return None


def made(found: list[tree.Name], what: tuple[tree.Name | tree.Quote, ...], phrase: tree.NamePhrase) -> tree.Act:
    """An act of some verbs on what they are done to."""
    joiner = phrase.names.joiner or "or"
    listed = tree.Names(tuple(found), joiner if len(found) > 1 else None, span_of(tuple(found)))
    object = tree.Names(what, joiner if len(what) > 1 else None, span_of(what), phrase.names.including)
    return tree.Act(listed, object, phrase.names.span)


def refuse(statement: tree.Statement, verb: tree.Name | tree.Quote, names: Names) -> NoReturn:
    """Report an interposed act that takes another, and not in a way that is known; raises ``Unresolved``."""
    names.reporter.error(
        "broken-sentence",
        names.origin(verb.span),
        f"`{verb.text}` stands between a verb and what that is done to, with an act of its own behind it.",
        f"Say the two apart: `{statement.written} …, and {statement.written} {verb.text} …`.",
    )
    raise Unresolved
