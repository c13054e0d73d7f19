"""A deed: who does what to what, as a state of its own that conditions and times turn on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from policyc.model.kinds import ACTIONS
from policyc.model.names import Concept, key, verbs_of_participle
from policyc.resolve.actors import best_reading, is_own_party, possible_readings, predicate, verb_of_gerund
from policyc.resolve.naming.names import OBJECTS, STATES, Names, is_somebody
from policyc.resolve.report import bare
from policyc.syntax import tree
from policyc.syntax.parts import is_adverb

PRONOUNS = frozenset(["it", "they", "he", "she"])
THIS = frozenset(["it", "them", "this", "so", "those"])
"""What is done to is what the clause is about: ``if a customer requests it``."""
BEING = ("is not", "are not", "was not", "were not", "has been", "have been", "is", "are", "was", "were", "be")
KNOWING = "become aware of"
AWARE = re.compile(
    r"(?:(?P<who>.+?)\s+)??(?:(?:(?:becomes?|became|becoming|is|are|has\s+become|have\s+become)\s+aware"
    r"|learns?|learned|learning)\s+of|discovers?|discovered|discovering)\s+(?P<what>.+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does what to what, under which phrases; ``kind`` is what it is a kind of, where known.

    ``verb`` is empty for a state that is only said in more words. ``shared`` tells whether the verb before may do the
    same to what this is done to, ``own`` whether who acts in the clause does it.
    """

    who: tree.Name
    verb: str
    manner: tuple[str, ...]
    what: tree.Names | None
    phrases: tuple[tree.NamePhrase, ...] = ()
    kind: Concept | None = None
    denied: bool = False
    shared: bool = False
    own: bool = False


def names_state(item: tree.Name, names: Names) -> bool:
    """Whether a name is that of a declared state."""
    return names.find(item, STATES) is not None or names.happened(item, STATES) is not None


def deed_of(item: tree.Name, owner: tree.Names, last: Deed | None, names: Names) -> Deed | None:
    """What some words say that somebody does, or that something is; None where they say nothing of the kind.

    ``owner`` is who acts in the clause: whom *it* means, and who does what has no subject.
    """
    tokens = item.text.split()
    subject = tree.Name(" and ".join(each.text for each in owner.items), owner.span)
    if (
        (found := aware(item, subject))
        or (found := said_of(item, tokens, subject, names))
        or (found := gerund(item, tokens, subject, names))
    ):
        return found
    if last is not None and last.verb and (does := predicate(tokens, names)):
        what = behind(item, does.count, names)
        return Deed(last.who, does.verb, does.manner, what, (), None, does.denied, True, last.own)
    if last is not None and last.what is not None and same_kind(item, last.what.items[-1], names):
        return replace(last, what=tree.Names((item,), None, item.span), phrases=())
    if tokens[0].lower() == "they" and is_one(owner, names):
        return deed_of_others(item, owner, names)
    if tokens[0].lower() in PRONOUNS and (does := predicate(tokens[1:] or [""], names)):
        return Deed(
            subject, does.verb, does.manner, behind(item, does.count + 1, names), (), None, does.denied, own=True
        )
    reading = best_reading(list(possible_readings(tree.Names((item,), None, item.span), names)), names)
    if reading is None:
        return None
    does, count = reading.does, reading.word + reading.does.count
    who = names.part(item, 0, reading.word)
    own = key(who.text) == key(subject.text)
    return Deed(who, does.verb, does.manner, behind(item, count, names), (), None, does.denied, own=own)


def is_one(owner: tree.Names, names: Names) -> bool:
    """Whether who acts in the clause is one, so that *they* are others."""
    return len(owner.items) == 1 and is_own_party(bare(owner.items[0].text), names)


def deed_of_others(item: tree.Name, owner: tree.Names, names: Names) -> Deed | None:
    """What *they* do who were named last: ``screen personnel before they receive records``."""
    persons = [each for each in names.named if is_somebody(each.text, names)]
    several = [each for each in persons if not is_own_party(bare(each.text), names)]
    rest = item.text.split()[1:]
    if not several or not rest:
        return None
    who = several[-1]
    return deed_of(tree.Name(f"{bare(who.text)} {' '.join(rest)}", item.span), owner, None, names)


def behind(item: tree.Name, count: int, names: Names) -> tree.Names | None:
    """What something is done to: the words of a name behind the verb; None for none, and for what points back."""
    words = item.text.split()
    if len(words) <= count or (len(words) == count + 1 and words[-1].lower() in THIS):
        return None
    rest = names.part(item, count, len(words))
    return tree.Names((rest,), None, rest.span)


def same_kind(item: tree.Name, other: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name goes on with a list of what something is done to."""
    first, second = names.find(item, OBJECTS), names.find(other, OBJECTS)
    return first is not None and second is not None and first.kind is second.kind


def gerund(item: tree.Name, tokens: list[str], subject: tree.Name, names: Names) -> Deed | None:
    """``sharing records``, ``becoming aware of a breach``: what who acts in the clause does."""
    verb = verb_of_gerund(tokens[0], names)
    if verb is None:
        return None
    return Deed(subject, verb, (), behind(item, 1, names), shared=True, own=True)


def aware(item: tree.Name, subject: tree.Name) -> Deed | None:
    """``it becomes aware of a breach``, ``becoming aware of a breach``: somebody gets to know of something."""
    found = AWARE.fullmatch(item.text)
    if found is None:
        return None
    who = found["who"] or ""
    if who and is_adverb(who.split()[-1].lower()):
        return None
    own = not who or who.lower() in PRONOUNS or key(who) == key(subject.text)
    what = tree.Name(found["what"], item.span)
    named = subject if own else tree.Name(who, item.span)
    return Deed(named, KNOWING, (), tree.Names((what,), None, item.span), own=own)


def said_of(item: tree.Name, tokens: list[str], subject: tree.Name, names: Names) -> Deed | None:
    """``the request is founded``, ``records have been disclosed by Acme``: what is said of somebody or something."""
    low = item.text.lower()
    for be in BEING:
        before, found, _after = low.partition(f" {be} ")
        if not found or not before:
            continue
        count, words = len(before.split()), len(be.split())
        denied = be.endswith("not")
        rest = count + words
        if not denied and tokens[rest].lower() == "not":
            denied, rest = True, rest + 1
        if rest >= len(tokens):
            return None
        what = names.part(item, 0, count)
        return in_state(item, what, rest, denied, subject, names) or passive(item, what, rest, denied, names)
    return None


def in_state(item: tree.Name, what: tree.Name, at: int, denied: bool, subject: tree.Name, names: Names) -> Deed | None:
    """Something, or what the clause is about, is in a declared state: ``Globex is required by law``."""
    words = item.text.split()
    said = at
    at += 2 if [word.lower() for word in words[at : at + 2]] == ["bound", "by"] and len(words) > at + 2 else 0
    state = names.find(names.part(item, at, len(words)), STATES)
    if state is None:
        return None
    own = what.text.lower() in PRONOUNS or key(what.text) == key(subject.text)
    if own:
        return Deed(names.part(item, at, len(item.text.split())), "", (), None, (), state, denied)
    verb = f"is {bare(' '.join(words[said:]))}"
    return Deed(what, verb, (), None, (), state, denied)


def passive(item: tree.Name, what: tree.Name, at: int, denied: bool, names: Names) -> Deed | None:
    """Something is done to something, by somebody or by whomever."""
    words = item.text.split()
    verb = next((form for form in verbs_of_participle(words[at]) if names.lexicon.find(key(form), ACTIONS)), None)
    if verb is None:
        return None
    acted_on = tree.Names((what,), None, what.span)
    if words[at + 1 : at + 2] == ["by"] and len(words) > at + 2:
        return Deed(names.part(item, at + 2, len(words)), verb, (), acted_on, (), None, denied)
    return Deed(what, f"is {words[at].lower()}", (), None, (), None, denied) if len(words) == at + 1 else None
