"""*Their*, *his* and *her* where people stand in a condition: ``if a customer objects, Acme must delete their data``.

What is theirs is the people's, and not that of one firm that acts. Where somebody else may be meant as well, it is of
those whom the data are about; else the sentence is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

from policyc.model.kinds import PERSONS
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind, key
from policyc.resolve.actors import named
from policyc.resolve.happening.subjects import people_at
from policyc.resolve.joining.shared import TIMES
from policyc.resolve.joining.such import mapped
from policyc.resolve.naming.belonging import PRONOUN
from policyc.resolve.naming.names import Names, Unresolved, keys_above
from policyc.resolve.naming.pronouns import HIS, PERSONAL, THEIR, fits, meant_by
from policyc.resolve.report import bare
from policyc.syntax import tree


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody whom a pronoun may mean: by which words, and where they stand."""

    said: str
    who: Concept
    at: int
    own: bool = False
    """Whether only *its* says whose they are."""


def with_theirs(statement: tree.Statement, names: Names, outside: tuple[Meant, ...] = ()) -> tree.Statement:
    """A statement in which *their* is of whom it means; ``outside`` are people whom the sentence named before it.

    Raises ``Unresolved``, reported, where it may mean several.
    """
    statement = with_his_or_her(statement)
    people = (*outside, *conditioned(statement, names))
    if isinstance(statement.ensured, tree.Statement):
        return replace(statement, ensured=with_theirs(statement.ensured, names, people))
    acting = who_acts(statement, names)

    def owned(name: tree.Name) -> tree.Name:
        """A name with whose it is."""
        found = THEIR.search(name.text)
        one = meant(name, people, acting, names) if found else None
        if found is None or one is None:
            return name
        whose = bare(one.said)
        mark = "'" if whose.endswith("s") else "'s"
        said = f"{found['what']} of {whose}" if one.own else f"{whose}{mark} {found['what']}"
        return tree.Name(name.text[: found.start()] + said, name.span)

    act = mapped(statement.act, owned) if statement.act else None
    phrases = tuple(
        part if isinstance(part, tree.ConditionPhrase) else mapped(part, owned) for part in statement.phrases
    )
    return replace(statement, act=act, phrases=phrases)


def with_his_or_her(statement: tree.Statement) -> tree.Statement:
    """A statement in which *his or her records* are one thing, and not two of which either will do."""
    act = statement.act
    if act and act.object:
        act = replace(act, object=as_one(act.object))
    phrases = (
        replace(part, names=as_one(part.names)) if isinstance(part, tree.NamePhrase) else part
        for part in statement.phrases
    )
    return replace(statement, act=act, phrases=tuple(phrases))


def as_one(listed: tree.Names) -> tree.Names:
    """A list without an item that is only *his* before what is *hers*, or the other way round."""
    first, *rest = listed.items
    if not rest or first.text.lower() not in ("his", "her") or not HIS.match(rest[0].text):
        return listed
    return replace(listed, items=tuple(rest), joiner=listed.joiner if len(rest) > 1 else None)


def conditioned(statement: tree.Statement, names: Names) -> tuple[Meant, ...]:
    """Everybody whom the conditions and times of a statement name."""
    parts = [*statement.lead, *(part for part in statement.phrases if is_occasion(part))]
    found: list[Meant] = []
    for item in (item for part in parts for item in named(part)):
        words = item.text.split()
        for at, end in people_at(words, names):
            said = bare(" ".join(words[at:end]).removesuffix("'s").removesuffix("'"))
            who = names.lexicon.find(key(said), PERSONS)
            if who is not None:
                found.append(Meant(said, who, item.span[0]))
    return tuple(found)


def is_occasion(part: tree.Phrase) -> bool:
    """Whether a phrase is a condition or a time."""
    return isinstance(part, tree.ConditionPhrase) or (isinstance(part, tree.NamePhrase) and part.word in TIMES)


def who_acts(statement: tree.Statement, names: Names) -> Meant | None:
    """Who acts in a statement, where one name says it; *its employees* are those of whom the sentence is about."""
    items = statement.subject.names.items
    if len(items) != 1:
        return None
    own = PRONOUN.fullmatch(items[0].text)
    said = f"{own['what']} of {bare(names.owner)}" if own and names.owner else items[0].text
    who = names.find(items[0], PERSONS)
    return Meant(said, who, items[0].span[0], own is not None) if who else None


def meant(name: tree.Name, people: Sequence[Meant], acting: Meant | None, names: Names) -> Meant | None:
    """Whom the pronoun in a name means; None where that is told elsewhere. Raises ``Unresolved``, reported."""
    his = HIS.search(name.text) is not None
    acts = acting if acting is not None and fits(acting.who, acting.said, his, names.lexicon) else None
    told = named_before(name, acting, names)
    people = [each for each in people if fits(each.who, each.said, his or acts is not None, names.lexicon)]
    before = [each for each in people if each.at < name.span[0]]
    if not before:
        return told_behind(name, people, acts, told, names)
    several = distinct([*before, *(each for each in (told, acts) if each is not None)])
    if len(several) > 1:
        several = [each for each in several if is_about(name, each, names)] or several
    if len(several) > 1 and acts is not None and is_somebody_theirs(name, names):
        return None
    if len(several) > 1 or (acts is None and acting is not None and told is None and is_somebody_theirs(name, names)):
        refuse(name, [*several, *([acting] if len(several) == 1 and acting else [])], names)
    (one,) = several
    return one if one in before or one.own else None


def told_behind(
    name: tree.Name, behind: Sequence[Meant], acts: Meant | None, told: Meant | None, names: Names
) -> Meant | None:
    """Whom a pronoun means that stands before the people in the condition, if there are any."""
    his = HIS.search(name.text) is not None
    if told is not None:
        return None
    if acts is not None:
        return acts if acts.own else None
    several = distinct([each for each in behind if his or is_about(name, each, names)])
    if len(several) > 1 or (his and not several):
        refuse(name, several, names)
    return several[0] if several else None


def named_before(name: tree.Name, acting: Meant | None, names: Names) -> Meant | None:
    """Who is named in the sentence before a pronoun, besides who acts, and may be meant."""
    before = [
        each.text
        for each in names.named
        if each.span[1] <= name.span[0] and not THEIR.search(each.text) and (not acting or each.span[0] != acting.at)
    ]

    def find(text: str, kinds: frozenset[Kind] | None) -> Concept | None:
        return names.find(tree.Name(text, name.span), kinds)

    said = meant_by(name.text, before, find, names.lexicon)
    who = find(said, PERSONS) if said else None
    return Meant(said, who, name.span[0]) if said and who else None


def distinct(several: Sequence[Meant]) -> list[Meant]:
    """Those who may be meant, each once, as they are named first."""
    found: dict[Concept, Meant] = {}
    for each in several:
        found.setdefault(each.who, each)
    return list(found.values())


def theirs(name: tree.Name) -> str:
    """What is said to be theirs."""
    found = THEIR.search(name.text)
    assert found is not None
    return found["what"]


def is_about(name: tree.Name, one: Meant, names: Names) -> bool:
    """Whether what is theirs are data about somebody."""
    what = names.find(tree.Name(theirs(name), name.span))
    if what is None:
        return False
    linked = (each for up in (what, *names.lexicon.above(what)) for each in names.lexicon.linked(up, Relation.ABOUT))
    return any(one.who.key in keys_above(each, names) or each.key in keys_above(one.who, names) for each in linked)


def is_somebody_theirs(name: tree.Name, names: Names) -> bool:
    """Whether what is theirs are persons whom a firm has as well as people: *their representatives*."""
    what = theirs(name)
    is_personal = key(what).rsplit(" ", maxsplit=1)[-1] in PERSONAL
    return not is_personal and names.find(tree.Name(what, name.span), PERSONS) is not None


def refuse(name: tree.Name, several: Sequence[Meant], names: Names) -> NoReturn:
    """Report *their* that may be of several, or *his* that is nobody's; raises ``Unresolved``."""
    whose = [f"`{theirs(name)} of {bare(each.said)}`" for each in several]
    names.reporter.error(
        "broken-sentence",
        names.origin(name.span),
        f"`{name.text}` may mean {' or '.join(whose)}."
        if whose
        else f"`{name.text}` does not say whose: nobody is named whom it may mean.",
        f"Say whose: `{theirs(name)} of` and the name.",
    )
    raise Unresolved
