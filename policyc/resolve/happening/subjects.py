"""Who acts where the subject is a pronoun: *it* in ``if Globex becomes aware of a breach, it must notify Acme``.

*It* is never people, nor somebody whom the clause itself names besides. Where the condition names several whom it may
mean, it is the one of them who is a party, or who gets something or gets to know of it; else the sentence is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NoReturn

from policyc.model.kinds import ACTIONS, PERSONS
from policyc.model.names import Kind, Role, key
from policyc.resolve.actors import best_reading, doers, is_own_party, named, possible_readings, predicate
from policyc.resolve.happening.deeds import PRONOUNS, aware
from policyc.resolve.naming.mentions import names_in
from policyc.resolve.naming.names import Names, Unresolved, keys_above
from policyc.resolve.report import bare
from policyc.syntax import tree

GETTING = frozenset({"obtain", "receive", "collect"})
OUTSIDERS = frozenset({"public body", "regulator", "supervisory authority", "government agency", "court"})
"""Who is bound by no agreement."""
BEFORE_ANOTHER = frozenset(
    ["by", "from", "to", "with", "against", "for", "on", "in", "under", "about", "or", "and", "of", "without", "that"]
)
"""Words that may follow a whole name."""


def with_subject(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement whose subject *it* is who does something in the condition before it: ``if Globex …, it must …``.

    Raises ``Unresolved``, reported, where it is nobody there, or may be several.
    """
    who = statement.subject.names.items
    if len(who) != 1 or who[0].text.lower() not in PRONOUNS:
        return statement
    said = [item for part in statement.lead for item in named(part)]
    found = it(said, statement, names) if who[0].text.lower() == "it" else distinct(doing(said, names))
    if len(found) != 1:
        return statement
    return replace(statement, subject=replace(statement.subject, names=tree.Names((found[0],), None, found[0].span)))


def doing(said: list[tree.Name], names: Names) -> list[tree.Name]:
    """Who does something in what happens."""
    return [each for item in said for each in doers(item, names)]


def it(said: list[tree.Name], statement: tree.Statement, names: Names) -> list[tree.Name]:
    """Whom *it* means in what is said to happen; nobody where nobody is named there."""
    here = {key(each.text) for each in names_in(replace(statement, lead=()))}
    everyone = [*doing(said, names), *(each for item in said for each in persons_in(item, names))]
    several = [each for each in distinct(everyone) if not is_people(each, names) and key(each.text) not in here]
    own = [each for each in several if is_party(each, names)]
    subjects = {key(each.text) for each in doing(said, names)}
    acting = [each for each in own if key(each.text) in subjects]
    if everyone and not several:
        refuse(statement, "is nobody whom the condition names, since people are not `it`", names)
    if len(several) < 2:
        if several and is_outsider(several[0], names):
            refuse(statement, f"would be `{bare(several[0].text)}`, whom the agreement does not bind", names)
        return several
    if len(acting) != 1 or (len(own) > 1 and not any(gets(item, names) for item in said)):
        refuse(statement, f"may mean {' or '.join(f'`{bare(each.text)}`' for each in several)}", names)
    return acting


def distinct(found: list[tree.Name]) -> list[tree.Name]:
    """Some names, each once."""
    return list({key(each.text): each for each in reversed(found)}.values())[::-1]


def persons_in(item: tree.Name, names: Names) -> Iterator[tree.Name]:
    """Everybody whom some words name, but for whose something is."""
    words = item.text.split()
    for at, end in people_at(words, names):
        owner = words[end - 1].endswith(("'s", "s'")) or (at and words[at - 1].lower() == "of")
        if not owner:
            yield names.part(item, at, end)


def people_at(words: list[str], names: Names) -> Iterator[tuple[int, int]]:
    """Where some words name persons: from which word up to which; *user data* and *the user list* name none."""
    at = 0
    while at < len(words):
        end = next((end for end in range(len(words), at, -1) if is_known(words[at:end], names)), at)
        whole = end == len(words) or words[end - 1].endswith(("'s", "s'")) or ends_before(words[end:], names)
        if end > at and whole and is_declared_person(words[at:end], names):
            yield at, end
        at = max(end, at + 1)


def is_known(words: list[str], names: Names) -> bool:
    """Whether words are a declared name, or that of a role."""
    said = plain(words)
    return bool(said) and (names.lexicon.find(said) is not None or names.role(said) is not None)


def is_declared_person(words: list[str], names: Names) -> bool:
    """Whether words are the declared name of persons, or that of a role."""
    said = plain(words)
    return names.role(said) is not None or names.lexicon.find(said, PERSONS) is not None


def plain(words: list[str]) -> str:
    """The key of a name, that of whose something is."""
    return key(" ".join(words).removesuffix("'s").removesuffix("'"))


def ends_before(rest: list[str], names: Names) -> bool:
    """Whether a name is over before some words."""
    low = rest[0].lower()
    be = low in ("is", "are", "was", "were", "has", "have", "becomes", "become", "does", "do", "fails", "fail")
    return low in BEFORE_ANOTHER or be or predicate(rest, names) is not None


def is_people(name: tree.Name, names: Names) -> bool:
    """Whether somebody is people, and no party."""
    if names.role(key(name.text)) is not None:
        return False
    found = names.find(name, PERSONS)
    return found is not None and found.kind is Kind.PEOPLE


def is_party(name: tree.Name, names: Names) -> bool:
    """Whether somebody is a party to the agreement."""
    role = names.role(key(name.text))
    if role is not None:
        return role in (Role.EACH_PARTY, Role.OTHER_PARTY)
    found = names.find(name, PERSONS)
    if found is None or not names.parties:
        return found is not None and is_own_party(bare(name.text), names)
    return any(found.key in keys_above(party, names) for party in names.parties)


def is_outsider(name: tree.Name, names: Names) -> bool:
    """Whether an agreement certainly does not bind somebody."""
    role = names.role(key(name.text))
    if role is not None:
        return role in (Role.ANYONE, Role.THIRD_PARTIES)
    found = names.find(name, PERSONS)
    return found is not None and not is_party(name, names) and not OUTSIDERS.isdisjoint(keys_above(found, names))


def gets(item: tree.Name, names: Names) -> bool:
    """Whether somebody gets something, or gets to know of it."""
    if aware(item, item) is not None:
        return True
    reading = best_reading(list(possible_readings(tree.Names((item,), None, item.span), names)), names)
    act = names.lexicon.find(key(reading.does.verb), ACTIONS) if reading else None
    return act is not None and not GETTING.isdisjoint({act.key} | keys_above(act, names))


def refuse(statement: tree.Statement, why: str, names: Names) -> NoReturn:
    """Report *it* that may mean several, or nobody; raises ``Unresolved``."""
    pronoun = statement.subject.names.items[0]
    names.reporter.error(
        "broken-sentence",
        names.origin(pronoun.span),
        f"`{pronoun.text}` {why}.",
        f"Say who: write the name of who has to act instead of `{pronoun.text}`.",
    )
    raise Unresolved
