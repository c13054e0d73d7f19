"""Names of what belongs to somebody: *users of Chase*, *Chase's users* and *its users* are users, and no others.

Nobody has to declare them: a name that is not declared, but whose parts are, is a narrower kind of what it begins with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from policyc.model.kinds import CONDITIONS, EVENTS, PEOPLE, PERSONS
from policyc.model.lexicon import Entry, Lexicon, Origin, Relation
from policyc.model.names import ROLES, Concept, Kind, Role, key
from policyc.resolve.report import bare

OF = re.compile(r"\s+of\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?P<who>.+)(?:'s|(?<=s)')\s+(?:own\s+)?(?P<what>.+)", re.IGNORECASE)
PRONOUN = re.compile(r"(?:its|their|his|her)\s+(?P<own>own\s+)?(?:respective\s+)?(?P<what>.+)", re.IGNORECASE)
ITS = re.compile(r"\b(?:its|their|his|her)\b", re.IGNORECASE)
"""Whose it is that says itself whose: it is nobody's owner."""
OWN = "own"
Part = tuple[str, str]
Kinds = frozenset[Kind] | None
Find = Callable[[str, Kinds], Concept | None]
"""How the parts of a name are looked up, which may be composed of parts themselves."""


ELSE = re.compile(r"(?:any|every|some)(?:one|body)\s+else|(?:(?:any|all)\s+)?others", re.IGNORECASE)
OTHER = re.compile(r"(?:(?P<article>any|all|every|each)\s+)?(?:an)?other\s+(?P<what>.+)", re.IGNORECASE)
ACTING_FOR = frozenset({"personnel", "representative"})
"""Parties that are people who work or speak for another."""
ANYBODY = frozenset(["party", "person", "people", "individual", "entity", "organisation", "organization", "source"])
"""What *any other …* stands for anybody besides."""


def belonging(
    text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, owner: str, find: Find | None = None
) -> Concept | None:
    """The concept that a name, or a name of somebody's, stands for; made where it is new; None for neither.

    ``owner`` is whom *its* means, if known; ``find`` looks up what is somebody's.
    """
    known = lexicon.find(key(text), kinds)
    if known is not None:
        return known
    for what, who in divisions(text, owner):
        person = lexicon.find(key(who), PERSONS) or (find(who, PERSONS) if find else None)
        role = ROLES.get(key(who)) or (Role.ANYONE if is_anybody(who) else None)
        nobody = person is None and role is None
        declared = (
            None if nobody and "'" not in text and who != OWN else lexicon.find(key(f"{bare(who)} {what}"), kinds)
        )
        if declared is not None and not of_people_and_not(declared, what, person, lexicon):
            return declared
        if nobody:
            continue
        by_party = role is not None or (person is not None and person.kind is Kind.PARTY)
        parent = leave_of_a_party(what, kinds, lexicon) if by_party else wish_of_people(what, kinds, lexicon)
        if parent is not None and person is not None and person.key == "data subject":
            return parent
        parent = parent or lexicon.find(key(what), kinds)
        parent = parent or (find(what, kinds) if find else None)
        if parent is not None and not (parent.is_root and parent.kind in PERSONS):
            whose = person.text if person is not None and PRONOUN.fullmatch(who) else bare(who)
            made = narrower(parent, f"{bare(what)} of {whose}", person, lexicon, origin)
            lexicon.owned.add(made)
            if not PRONOUN.fullmatch(text):
                lexicon.names.setdefault(key(text), []).append(made)
            return made
    return None


def of_people_and_not(declared: Concept, what: str, person: Concept | None, lexicon: Lexicon) -> bool:
    """Whether a shipped name is the leave of a party, and people are meant: *a customer's consent* is no approval."""
    if person is None or person.kind is not Kind.PEOPLE or key(what).split()[-1] != "consent":
        return False
    return any(up.key == "approval" for up in lexicon.above(declared))


def is_anybody(text: str) -> bool:
    """Whether words mean anybody besides: ``anyone else``, ``any other party``, ``other sources``."""
    said = OTHER.fullmatch(text)
    return bool(ELSE.fullmatch(text)) or (said is not None and key(said["what"]) in ANYBODY)


def divisions(text: str, owner: str) -> Iterator[Part]:
    """The ways to tell what is meant from whose it is; in *their child's records* these are the child's."""
    if found := POSSESSIVE.fullmatch(bare(text)):
        yield found["what"], found["who"]
    if owner and not ITS.search(owner) and (found := PRONOUN.fullmatch(text)):
        if found["own"]:
            yield found["what"], OWN
        yield found["what"], owner
    for found in OF.finditer(text):
        yield text[: found.start()], text[found.end() :]


def leave_of_a_party(what: str, kinds: Kinds, lexicon: Lexicon) -> Concept | None:
    """The leave that a party gives: *consent of the controller* is an approval, not that of a person concerned."""
    words = key(what).split()
    if words[-1] != "consent" or Kind.CONDITION not in (kinds or Kind):
        return None
    return lexicon.find(" ".join([*words[:-1], "approval"]), CONDITIONS)


def wish_of_people(what: str, kinds: Kinds, lexicon: Lexicon) -> Concept | None:
    """What people ask for: *requests of patients* are requests of those whom data are about."""
    if key(what) != "request" or Kind.EVENT not in (kinds or Kind):
        return None
    return lexicon.find("data subject request", EVENTS)


def people_of(person: Concept, lexicon: Lexicon) -> Concept | None:
    """Whom data of somebody are about: of people these, of whoever acts for a party its staff; None for a firm."""
    if person.kind is Kind.PEOPLE:
        return person
    acting = not ACTING_FOR.isdisjoint(up.key for up in lexicon.above(person))
    return lexicon.find("members of staff", PEOPLE) if acting else None


def narrower(parent: Concept, text: str, person: Concept | None, lexicon: Lexicon, origin: Origin) -> Concept:
    """A kind of a concept that is somebody's, entered into a scope; data of people are about them."""
    made = Concept(parent.kind, key(text), text)
    if made not in lexicon.entries:
        links = {Relation.IS: [parent]}
        if parent.kind is Kind.DATA and person is not None and (about := people_of(person, lexicon)):
            links[Relation.ABOUT] = [about]
        lexicon.entries[made] = Entry(made, origin, links=links)
        lexicon.composed.add(made)
    lexicon.names.setdefault(made.key, [])
    if made not in lexicon.names[made.key]:
        lexicon.names[made.key].append(made)
    return made
