"""Sentences about what others do, read as what is meant for them, before their names are looked up.

*Require vendors to delete records* is to ensure that they must; *may require Globex to delete* is that Globex must
where that is requested; *limit access to records to personnel* is to ensure that nobody else gets at them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from policyc.resolve.joining.endings import share_endings
from policyc.resolve.joining.prolonging import then_on
from policyc.resolve.joining.segments import divided
from policyc.resolve.naming.belonging import PRONOUN
from policyc.resolve.naming.names import Names, is_person
from policyc.resolve.report import bare
from policyc.resolve.wording.access import (
    GIVING,
    LETTING,
    LIMITING,
    SUPPLYING,
    access_limited,
    access_shared,
    supplied,
    use_limited,
    verbs,
)
from policyc.resolve.wording.asking import OBLIGING, asked
from policyc.resolve.wording.handing import before_verb, ensuring, handed
from policyc.resolve.wording.refraining import acts_in_gerunds
from policyc.syntax import tree

PREVENTING = frozenset(["prevent", "prohibit", "stop", "restrain", "keep", "forbid"])
INSPECTING = frozenset(["audit", "inspect", "access", "review", "view", "examine"])
"""What is let be done to what belongs to who lets it: ``allow Acme to inspect its systems``."""
Reading = Callable[[tree.Statement, tree.Act, Names], tree.Statement | None]


def meant(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement as what is meant for those whom it is about; itself where it is about who acts."""
    if isinstance(statement.ensured, tree.Statement):
        return replace(statement, ensured=meant(statement.ensured, names))
    act = statement.act
    if act is None:
        return statement
    if act.passive:
        return supplied(statement, act, names) or statement
    if statement.subject.neither or statement.subject.alone:
        return access_shared(statement, act, names) or supplied(statement, act, names) or statement
    if any(isinstance(part, tree.Further) for part in statement.phrases):
        return statement
    readings: tuple[Reading, ...] = (access_limited, use_limited, access_shared, supplied, bound, prevented)
    return next((found for reading in readings if (found := reading(statement, act, names)) is not None), statement)


def parted(statement: tree.Statement, names: Names) -> list[tree.Statement]:
    """A sentence that begins with what others do and goes on with something else, as a statement for each."""
    if isinstance(statement.ensured, tree.Statement):
        return [replace(statement, ensured=each) for each in parted(statement.ensured, names)]
    act = statement.act
    if act is None or act.passive or statement.subject.neither or statement.subject.alone:
        return [statement]
    if verbs(act) <= OBLIGING | LETTING:
        return at_modals(statement)
    if not verbs(act) <= LIMITING | GIVING | SUPPLYING | PREVENTING:
        return [statement]
    before, segments = divided(statement, names)
    if len(segments) < 2 or any(segment.joiner == "or" for segment in segments[1:]):
        return [statement]
    if verbs(act) <= GIVING | SUPPLYING:
        share_endings(segments, names)
    return [
        replace(statement, modal=each.modal, written=each.written, act=each.act, phrases=(*before, *each.phrases))
        for each in segments
    ]


def at_modals(statement: tree.Statement) -> list[tree.Statement]:
    """A sentence cut where its modal is said again."""
    at = next((at for at, part in enumerate(statement.phrases) if isinstance(part, tree.Further)), None)
    if at is None:
        return [statement]
    head = statement.phrases[at]
    if not isinstance(head, tree.Further) or not head.said:
        return [statement]
    first = replace(statement, phrases=statement.phrases[:at])
    phrases = (*head.manner, *statement.phrases[at + 1 :])
    rest = replace(statement, modal=head.modal, written=head.written, act=head.act, phrases=phrases)
    return [first, *at_modals(rest)]


def bound(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must require vendors to delete``, ``may require Globex to delete``, ``must not permit anyone to sell``."""
    obliging, letting = verbs(act) <= OBLIGING, verbs(act) <= LETTING
    at = behind_object(statement, act, "to")
    if not (obliging or letting) or act.object is None or at is None or statement.modal == "need not":
        return None
    phrase = statement.phrases[at]
    assert isinstance(phrase, tree.NamePhrase)
    done = act_of(phrase, names)
    if done is None or (obliging and statement.modal == "must not"):
        return None
    besides = next((part.names for part in statement.phrases[:at] if isinstance(part, tree.ExceptNames)), None)
    subject = tree.Subject(act.object, False, act.object.span, besides=besides)
    phrases = (*statement.phrases[: before_verb(statement, act)], *statement.phrases[at + 1 :])
    if letting:
        done = with_owner(done, statement, act.object, names)
    return asked(replace(statement, phrases=phrases), verbs(act), subject, done, phrase.span, names)


def behind_object(statement: tree.Statement, act: tree.Act, word: str) -> int | None:
    """Where the phrase stands that says what others do, right behind whom; None where something else does."""
    if any(isinstance(part, tree.Further) for part in statement.phrases):
        return None
    start = next((at for at, part in enumerate(statement.phrases) if part.span[0] >= act.verbs.span[1]), None)
    for at, part in enumerate(statement.phrases[start:] if start is not None else (), start or 0):
        if isinstance(part, tree.NamePhrase) and part.word == word and not part.mode:
            return at if at == start or isinstance(statement.phrases[at - 1], tree.ExceptNames) else None
    return None


def act_of(phrase: tree.NamePhrase, names: Names) -> tree.Act | None:
    """The act in ``to return or destroy records``, behind whom that is asked of or let."""
    found: list[tree.Name] = []
    items = phrase.names.items
    for at, item in enumerate(items):
        words = item.text.split()
        count = None if isinstance(item, tree.Quote) else names.verb_of(words)
        if isinstance(item, tree.Quote) or count is None:
            return None
        found.append(names.part(item, 0, count))
        if len(words) > count:
            first = names.part(item, count, len(words))
            what = (first, *items[at + 1 :])
            joiner = phrase.names.joiner if len(what) > 1 else None
            object = tree.Names(what, joiner, (first.span[0], phrase.names.span[1]), phrase.names.including)
            return tree.Act(listed(found, phrase), object, phrase.names.span)
    return tree.Act(listed(found, phrase), None, phrase.names.span)


def listed(found: list[tree.Name], phrase: tree.NamePhrase) -> tree.Names:
    """Some verbs as a list."""
    joiner: tree.Joiner | None = (phrase.names.joiner or "and") if len(found) > 1 else None
    return tree.Names(tuple(found), joiner, (found[0].span[0], found[-1].span[1]))


def with_owner(done: tree.Act, statement: tree.Statement, whom: tree.Names, names: Names) -> tree.Act:
    """``allow Acme to inspect its systems``: these are of who allows it."""
    owner = statement.subject.names.items
    if done.object is None or len(owner) != 1 or len(whom.items) != 1 or not verbs(done) <= INSPECTING:
        return done
    items = tuple(
        tree.Name(f"{found['what']} of {bare(owner[0].text)}", item.span)
        if item.text.lower().startswith("its ") and (found := PRONOUN.fullmatch(item.text))
        else item
        for item in done.object.items
    )
    return replace(done, object=replace(done.object, items=items))


def prevented(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must prevent vendors from selling records``: to ensure that they must not."""
    at = behind_object(statement, act, "from")
    if not verbs(act) <= PREVENTING or act.object is None or at is None or statement.modal != "must":
        return None
    phrase = statement.phrases[at]
    assert isinstance(phrase, tree.NamePhrase)
    done = acts_in_gerunds(phrase.names, names)
    if done is None or not all(is_person(item, names) for item in act.object.items):
        return None
    subject = tree.Subject(act.object, False, act.object.span)
    lead, before = handed(statement, statement.phrases[: before_verb(statement, act)], names)
    lead, phrases = then_on(lead), then_on((*before, *statement.phrases[at + 1 :]))
    inner = tree.Statement(lead, subject, "must not", "must not", done, phrases, None, statement.span)
    return ensuring(statement, inner)
