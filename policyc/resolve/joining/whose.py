"""Lists that say once whose all is: *its officers and employees*, *consent of a parent or a student*, *name and address
of the officer*.
"""

from __future__ import annotations

from collections.abc import Callable

from policyc.model.kinds import DATA, PERSONS
from policyc.model.names import ARTICLES, Kind, key
from policyc.resolve.naming.belonging import OF, POSSESSIVE, PRONOUN
from policyc.resolve.naming.names import Names, is_person, is_somebody, keys_above
from policyc.syntax import tree

THEIRS = frozenset({Kind.CONDITION, Kind.DATA, Kind.EVENT, Kind.THING})
OF_A_PERSON = frozenset({"identity data", "contact data"})
"""Data that are always somebody's, so that a list tells once whose."""
Items = list[tree.Name | tree.Quote]


def whose_each(items: Items, names: Names) -> Items:
    """Persons of a list whose first one is somebody's: ``its officers, employees and subcontractors``."""
    first = PRONOUN.fullmatch(items[0].text) if items and isinstance(items[0], tree.Name) else None
    if first is None or names.find(items[0], PERSONS) is None:
        return items
    return begun_alike(items, items[0].text[: first.start("what")], lambda item: is_kind(item, names))


def begun_alike(items: Items, before: str, belongs: Callable[[tree.Name], bool]) -> Items:
    """A list, what its first name begins with said of each other name too that belongs to it."""
    return [
        tree.Name(f"{before}{item.text}", item.span) if at and isinstance(item, tree.Name) and belongs(item) else item
        for at, item in enumerate(items)
    ]


def is_kind(item: tree.Name, names: Names) -> bool:
    """Whether a name stands for a kind of persons, and not for some that an article or a name picks out."""
    if item.text.split()[0].lower() in ARTICLES or names.role(key(item.text)):
        return False
    found = names.lexicon.find(key(item.text), PERSONS)
    return found is not None and not names.lexicon.declares_own(key(item.text))


def of_each(items: Items, names: Names) -> Items:
    """What is each person's in a list that says it once: ``consent of a parent or a student``."""
    what, _, whose = items[0].text.rpartition(" of ") if items and isinstance(items[0], tree.Name) else ("", "", "")
    if not what or not is_somebody(whose, names) or names.find(tree.Name(what, (0, 0)), THEIRS) is None:
        return items
    return begun_alike(items, f"{what} of ", lambda item: is_person(item, names) and names.find(item, THEIRS) is None)


def of_one(items: Items, names: Names) -> Items:
    """Names and addresses of a list that says once whose: ``the name and contact details of the officer``."""
    first, last = items[0].text, items[-1].text
    if len(items) < 2:
        return items
    begun = POSSESSIVE.fullmatch(first)
    if begun and is_of_a_person(begun["what"], names) and is_somebody(begun["who"], names):
        return begun_alike(items, first[: begun.start("what")], lambda item: is_of_a_person(item.text, names))
    ends = next((found for found in OF.finditer(last) if is_somebody(last[found.end() :], names)), None)
    if ends is None or names.lexicon.find(key(last[: ends.start()]), DATA) is None:
        return items
    whose = last[ends.start() :]
    return [tree.Name(item.text + whose, item.span) if is_of_a_person(item.text, names) else item for item in items]


def is_of_a_person(text: str, names: Names) -> bool:
    """Whether words are a shipped name for data that are always somebody's, and do not say whose."""
    if names.lexicon.declares_own(key(text)) or not names.lexicon.declares(key(text), DATA):
        return False
    found = names.lexicon.find(key(text), DATA)
    return found is not None and bool(OF_A_PERSON & keys_above(found, names))
