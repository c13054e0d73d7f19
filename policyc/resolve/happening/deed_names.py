"""The name of a deed: by which words it is told, what it is equal to, and what it is a kind of."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.model.kinds import ACTIONS, CONDITIONS, EVENTS, PERSONS
from policyc.model.lexicon import Entry, Relation
from policyc.model.names import Concept, Kind, Role, key
from policyc.resolve.happening.deeds import KNOWING, Deed, names_state
from policyc.resolve.naming.names import OBJECTS, STATES, Names, keys_above
from policyc.resolve.report import bare
from policyc.syntax import tree

IRREGULAR = {"have": "has", "be": "is"}
MANY = frozenset({Kind.PEOPLE, Kind.DATA, Kind.PARTY})
NOUNS = {
    "delete": ("deletion",),
    "destroy": ("destruction", "deletion"),
    "collect": ("collection",),
    "share": ("disclosure", "sharing"),
    "transfer": ("transfer", "disclosure"),
    "receive": ("receipt",),
    "engage": ("engagement",),
}
"""What an act is called as something that happens: to delete records is deletion of records."""
SAYING = {"ask": "request", "agree": "approval", "approve": "approval", "object": "objection"}
"""What is there when somebody has said so."""
GETTING = frozenset(["receive", "obtain", "get"])
GIVING = frozenset(["share", "obtain", "grant"])


@dataclass(frozen=True, slots=True)
class Named:
    """A part of a deed: its words, and what stands for it wherever the same is done."""

    text: str
    key: str


def registered(deed: Deed, names: Names) -> tree.Condition:
    """The name by which a deed is known from here on; raises ``Unresolved`` for what is not declared in it."""
    if not deed.verb and not deed.phrases and names_state(deed.who, names):
        return denied(deed, deed.who)
    before, names.owner = names.owner, deed.who.text
    try:
        parts = parts_of(deed, names)
    finally:
        names.owner = before
    for adverb in deed.manner:
        names.concept(tree.Name(adverb, deed.who.span), key(adverb), STATES, "the place before the verb")
    kind, all_of_it = (deed.kind, False) if deed.kind else said_in_a_word(deed, names)
    if kind is not None and all_of_it:
        return denied(deed, tree.Name(kind.text, deed.who.span))
    made = entered(parts, kind, deed, names)
    return denied(deed, tree.Name(made.text, deed.who.span))


def parts_of(deed: Deed, names: Names) -> list[Named]:
    """The words of a deed, and what stands for each wherever the same is done."""
    parts = [subject_of(deed, names), *(Named(word, word) for word in deed.manner)]
    parts += [doing(deed, names)] if deed.verb else []
    parts += [listed(deed.what, names)] if deed.what else []
    for phrase in deed.phrases:
        parts += [Named(phrase.word, phrase.word), listed(phrase.names, names)]
    return parts


def doing(deed: Deed, names: Names) -> Named:
    """The verb of a deed as it is told of its subject; equal for all words of one act."""
    plural = bare(deed.who.text).lower() != key(deed.who.text) and names.find(deed.who, MANY) is not None
    if deed.verb.startswith("is "):
        same = f"is {deed.kind.key}" if deed.kind else deed.verb
        return Named(f"are {deed.verb[3:]}" if plural else deed.verb, same)
    act = names.lexicon.find(key(deed.verb), ACTIONS)
    spelled = act.text.lower() if act and key(act.text) == key(deed.verb) else deed.verb
    return Named(spelled if plural else third_person(spelled), act.key if act else deed.verb)


def listed(several: tree.Names, names: Names) -> Named:
    """Some names as one."""
    found = [thing(each, names) for each in several.all]
    return Named(" and ".join(each.text for each in found), " ".join(each.key for each in found))


def subject_of(deed: Deed, names: Names) -> Named:
    """Who does it, or what is in a state."""
    if not deed.verb:
        return Named(bare(deed.who.text), key(deed.who.text))
    return thing(deed.who, names) if deed.verb.startswith("is ") else person(deed.who, names)


def third_person(verb: str) -> str:
    """A verb of which somebody is told: ``shares``, ``carries out``."""
    first, *rest = verb.split()
    if first in IRREGULAR:
        first = IRREGULAR[first]
    elif first.endswith("y") and first[-2:-1] not in "aeiou":
        first = f"{first[:-1]}ies"
    else:
        first += "es" if first.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"
    return " ".join([first, *rest])


def denied(deed: Deed, name: tree.Name) -> tree.Condition:
    """A name, or that it does not hold."""
    return tree.Not(name, name.span) if deed.denied else name


def entered(parts: list[Named], kind: Concept | None, deed: Deed, names: Names) -> Concept:
    """The state of some words, entered into the scope as a kind of what it is."""
    above = kind or names.lexicon.find("event", EVENTS)
    if above is None:
        raise AssertionError("the language has no events")
    text = " ".join(part.text for part in parts)
    made = Concept(above.kind, " ".join(part.key for part in parts), text)
    if made not in names.lexicon.entries:
        names.lexicon.entries[made] = Entry(made, names.origin(deed.who.span), links={Relation.IS: [above]})
        names.lexicon.composed.add(made)
    for spelling in (made.key, key(text)):
        known = names.lexicon.names.setdefault(spelling, [])
        if made not in known:
            known.append(made)
    return made


def person(name: tree.Name, names: Names) -> Named:
    """Somebody; raises ``Unresolved`` where he is not declared."""
    value = names.term(name, PERSONS, "who does something").value
    return Named(bare(name.text), value.value if isinstance(value, Role) else value.key)


def thing(name: tree.Name | tree.Quote, names: Names) -> Named:
    """What something is done to, or stands behind a phrase; raises ``Unresolved`` where it is not declared."""
    if isinstance(name, tree.Quote):
        return Named(f'"{name.text}"', f'"{name.text.lower()}"')
    if role := names.role(key(name.text)):
        return Named(bare(name.text), role.value)
    words = name.text.split()
    count = names.verb_of(words) if names.find(name) is None else None
    if count is not None and len(words) > count:
        done = names.part(name, count, len(words))
        names.concept(done, key(done.text), OBJECTS, "what happens")
        return Named(bare(name.text), key(name.text))
    return Named(bare(name.text), names.concept(name, key(name.text), frozenset(Kind) - ACTIONS, "what happens").key)


def said_in_a_word(deed: Deed, names: Names) -> tuple[Concept | None, bool]:
    """What a deed is a kind of, where the vocabulary has a word for it, and whether that word says all of it.

    Who gets a request lets a request happen; to delete records is their deletion; who agrees gives approval.
    """
    plain = not deed.manner and not deed.phrases
    what = deed.what.items[0] if deed.what and len(deed.what.all) == 1 else None
    if deed.verb == KNOWING:
        return known_of(what, names), deed.own and plain
    act = names.lexicon.find(key(deed.verb), ACTIONS)
    above = keys_above(act, names) if act else set()
    if what is not None and above & GIVING and (state := names.find(what, EVENTS | CONDITIONS)):
        given = names.find(tree.Name(f"{bare(what.text)} of {deed.who.text}", deed.who.span), CONDITIONS)
        if given is not None and "obtain" not in above:
            return given, plain
        return state, deed.own and plain and deed.verb in GETTING
    if noun := next((SAYING[verb] for verb in SAYING if verb in above), None):
        return leave(noun, deed, names)
    verb = next((verb for verb in NOUNS if verb in above), "") if what is not None and act is not None else ""
    for noun in NOUNS.get(verb, ()):
        if found := names.find(tree.Name(f"{noun} of {bare(what.text)}", deed.who.span), EVENTS):  # type: ignore[union-attr]
            whole = deed.own and plain and not names.each_itself
            return found, whole and act.key == verb  # type: ignore[union-attr]
    return None, False


def known_of(what: tree.Name | tree.Quote | None, names: Names) -> Concept | None:
    """The awareness of something, or of what it is a kind of."""
    matter = names.find(what, OBJECTS) if isinstance(what, tree.Name) else None
    pending = [matter] if matter is not None else []
    for at in pending:
        if found := names.lexicon.find(key(f"awareness of {at.text}"), EVENTS):
            return found
        pending += [up for up in names.lexicon.parents(at) if up not in pending]
    return None


def leave(noun: str, deed: Deed, names: Names) -> tuple[Concept | None, bool]:
    """The leave, the request or the objection of somebody; people give consent."""
    someone = names.find(deed.who, PERSONS)
    if noun == "approval" and someone is not None and someone.kind is Kind.PEOPLE:
        noun = "consent"
    written = [[key(each.text) for each in phrase.names.items] for phrase in deed.phrases] == [["writing"]]
    noun = f"written {noun}" if written else noun
    own = names.find(tree.Name(f"{noun} of {deed.who.text}", deed.who.span), STATES)
    whole = own is not None and deed.what is None and not deed.manner and (written or not deed.phrases)
    return own or names.lexicon.find(key(noun), STATES), whole
