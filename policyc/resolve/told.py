"""Who is told something, and what: *notify Acme of a breach*, *inform staff who use records of their duties*."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NoReturn

from policyc.model.kinds import DATA, PERSONS, PLACES
from policyc.model.names import Concept, Kind, key, singular
from policyc.resolve.actors import is_own_party
from policyc.resolve.naming.belonging import OF
from policyc.resolve.naming.composing import DESCRIBED
from policyc.resolve.naming.names import OBJECTS, Names, Unresolved, is_somebody
from policyc.resolve.parts import NOUNS, Parts
from policyc.syntax import tree

TELLING = ("notify", "respond", "acknowledge", "explain")
GETTING = frozenset({"recipient", "receiver", "holder"})
"""Those who have got data: *recipients of records*."""
LONGEST_NOUN = 4
"""How many words before `of` may be the noun that it joins."""
OWNED = PERSONS | DATA
Divided = tuple[tree.Name, tree.Name]


def told(object: tree.Names, parts: Parts) -> tuple[tree.Names | None, tree.Names]:
    """Who is told, and of what, in ``notify Chase of the breach``; else nobody, and all of the object.

    *Users of Chase* belong to Chase; of a party of one's own files, something is told: ``notify Chase of processors``.
    """
    names = parts.names
    first, *rest = object.items
    if isinstance(first, tree.Quote):
        return None, object
    divided = [(first.text[: found.start()], first.text[found.end() :]) for found in OF.finditer(first.text)]
    telling = parts.does(*TELLING)
    if telling and (found := behind_description(first, names)):
        whom, what = found
        return tree.Names((whom,), None, whom.span), replace(object, items=(what, *rest))
    if not (telling and any(is_own_party(whom, names) for whom, _ in divided)) and names.find(first):
        return None, object
    if telling and (found := of_their_data(first, names)):
        whom, what = found
        return tree.Names((whom,), None, whom.span), replace(object, items=(what, *rest))
    for who, matter in sorted(divided, key=lambda each: not is_known(each[1], names)):
        if is_somebody(who, names):
            is_kind = names.role(key(matter)) or names.lexicon.find(key(matter), PERSONS)
            if is_kind and not (telling and is_own_party(who, names)):
                return None, object
            count, words = len(who.split()), len(first.text.split())
            person, of_what = names.part(first, 0, count), names.part(first, count + 1, words)
            names.named = (*names.named, person)
            return tree.Names((person,), None, person.span), replace(object, items=(of_what, *rest))
    return None, object


def of_their_data(item: tree.Name, names: Names) -> Divided | None:
    """*Recipients of records*, and the deletion, in ``inform recipients of records of the deletion``; else None."""
    of = list(OF.finditer(item.text))
    if len(of) < 2:
        return None
    who, data, matter = item.text[: of[0].start()], item.text[of[0].end() : of[1].start()], item.text[of[1].end() :]
    known = find(data, DATA, names) is not None and is_known(matter, names)
    if not known or singular(key(who).split()[-1]) not in GETTING:
        return None
    whom, what = cut(item, of[1], names)
    return tree.Name(f"{who} that received {data}", whom.span), what


def told_several(object: tree.Names, parts: Parts) -> tuple[tree.Names, tree.Names] | None:
    """Who are told, and of what, in ``notify patients and the auditor of a breach``; None where it is otherwise."""
    names = parts.names
    if not parts.does(*TELLING, "notify") or len(object.items) < 2:
        return None
    for at, item in enumerate(object.items):
        if isinstance(item, tree.Quote):
            return None
        divided = behind_description(item, names)
        if divided is None and is_somebody(item.text, names) and names.find(item, PERSONS):
            continue
        divided = divided or (at_of(item, names) if at else None)
        if divided is None:
            return None
        whom, what = divided
        rest = (what, *object.items[at + 1 :])
        persons = replace(object, items=(*object.items[:at], whom))
        return persons, tree.Names(rest, object.joiner if len(rest) > 1 else None, object.span)
    return None


def at_of(item: tree.Name, names: Names) -> Divided | None:
    """Somebody, and what stands behind an `of`: what is known, if anything is; None where nobody stands before one."""
    found = [each for each in OF.finditer(item.text) if is_somebody(item.text[: each.start()], names)]
    best = next((each for each in found if is_known(item.text[each.end() :], names)), found[0] if found else None)
    return cut(item, best, names) if best else None


def cut(item: tree.Name, of: re.Match[str], names: Names) -> Divided:
    """The two names that an `of` in a name stands between; what *their* means behind it, is named before it."""
    count, words = len(item.text[: of.start()].split()), len(item.text.split())
    whom, what = names.part(item, 0, count), names.part(item, count + 1, words)
    names.named = (*names.named, whom)
    return whom, what


# Somebody with a description


def behind_description(item: tree.Name, names: Names) -> Divided | None:
    """Who is described, and what is told behind the description; None where nothing is, or nobody is described.

    An `of` goes with the noun before it where the two make a name. Raises ``Unresolved``, reported, where it cannot be
    told where the description ends.
    """
    said = DESCRIBED.fullmatch(item.text)
    of = [found for found in OF.finditer(item.text) if said and found.start() > said.end("head")]
    if said is None or not of or not is_somebody(said["head"], names):
        return None
    ends = [*(found.start() for found in of[1:]), len(item.text)]
    apart = [
        found
        for found, end in zip(of, ends, strict=True)
        if not any(joins(item.text[: found.start()], item.text[found.end() : stop], names) for stop in (end, ends[-1]))
    ]
    known = [found for found in apart if is_known(item.text[found.end() :], names)]
    if not known and len(apart) == 1 and find(item.text[apart[0].end() :], PLACES, names):
        return None
    if len(known) != 1:
        refuse(item, names)
    return cut(item, known[0], names)


def joins(before: str, behind: str, names: Names) -> bool:
    """Whether the last words before an `of` make a name with what stands behind it; data only with whose they are."""
    words = before.split()
    nouns = [" ".join(words[-count:]) for count in range(1, min(LONGEST_NOUN, len(words) - 1) + 1)]
    if any(find(noun, DATA, names) for noun in nouns):
        return find(behind, OWNED, names) is not None
    return any(find(f"{noun} of {behind}", NOUNS, names) for noun in nouns)


def find(text: str, kinds: frozenset[Kind], names: Names) -> Concept | None:
    """What some words of a name stand for."""
    return names.find(tree.Name(text, (0, 0)), kinds)


def is_known(text: str, names: Names) -> bool:
    """Whether somebody may be told of what words stand for."""
    return find(text, OBJECTS, names) is not None


def refuse(item: tree.Name, names: Names) -> NoReturn:
    """Report a description of whom one does not know where it ends; raises ``Unresolved``."""
    names.reporter.error(
        "broken-sentence",
        names.origin(item.span),
        f"In `{names.origin(item.span).words}` it cannot be told where the description of who is told ends.",
        "Define those who are told by a name of their own, and write `must notify NAME of …`.",
    )
    raise Unresolved
