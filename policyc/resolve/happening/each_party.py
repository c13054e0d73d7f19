"""What each party does for its own part, said of every party by name: ``if a party engages a processor, it must …``.

Who engages the processor is bound, and nobody else; *its own marketing* of each party is that of the one who acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from policyc.model.kinds import PURPOSES
from policyc.model.names import Role, key
from policyc.resolve.actors import doers, named
from policyc.resolve.happening.deeds import aware
from policyc.resolve.happening.subjects import gets
from policyc.resolve.joining.such import mapped
from policyc.resolve.naming.belonging import PRONOUN, divisions
from policyc.resolve.naming.names import Names
from policyc.syntax import tree


def for_each_party(statement: tree.Statement, names: Names) -> list[tree.Statement]:
    """A statement for each party, where it turns on what that one does itself; else the statement alone."""
    who, subject = statement.subject.names, statement.subject
    plain = len(who.items) == 1 and not subject.besides and not subject.alone and not statement.granter
    each = plain and names.role(key(who.items[0].text)) is Role.EACH_PARTY
    if not each or len(names.parties) < 2 or not (acts_itself(statement, names) or has_its_own(statement, names)):
        return [statement]
    names.each_itself = True
    return [said_of(statement, party.text) for party in names.parties]


def said_of(statement: tree.Statement, party: str) -> tree.Statement:
    """A statement about each party as one about a party by name."""
    who = statement.subject.names
    one = replace(statement.subject, names=replace(who, items=(tree.Name(party, who.span),)), neither=False)

    def acting(name: tree.Name) -> tree.Name:
        """What happens, where the party does it."""
        words = name.text.split()
        does = next((at for at in (2, 1) if key(" ".join(words[:at])) == key(who.items[0].text)), 0)
        return tree.Name(" ".join([party, *words[does:]]), name.span) if 0 < does < len(words) else name

    lead, phrases = (
        tuple(mapped(part, acting) if isinstance(part, tree.ConditionPhrase) else part for part in parts)
        for parts in (statement.lead, statement.phrases)
    )
    return replace(statement, subject=one, lead=lead, phrases=phrases)


def acts_itself(statement: tree.Statement, names: Names) -> bool:
    """Whether a condition is that the party does something itself, and not only that it gets something, or knows."""
    who = key(statement.subject.names.items[0].text)
    conditions = [part for part in (*statement.lead, *statement.phrases) if isinstance(part, tree.ConditionPhrase)]
    for item in (item for part in conditions for item in named(part)):
        its = item.text.lower().startswith("it ")
        said = tree.Name(f"{statement.subject.names.items[0].text} {item.text[3:]}", item.span) if its else item
        if any(key(each.text) == who for each in doers(said, names)) and aware(said, said) is None:
            return not gets(said, names)
    return False


def has_its_own(statement: tree.Statement, names: Names) -> bool:
    """Whether something is done for a purpose that is the party's own, and not the same for all."""
    first, second = (party.text for party in names.parties[:2])
    for item in all_names(statement):
        if PRONOUN.fullmatch(item.text) and names.lexicon.find(key(item.text), PURPOSES) is None:
            if any(names.lexicon.find(key(f"own {what}"), PURPOSES) for what, _ in divisions(item.text, first)):
                continue
            if any(names.find(tree.Name(what, item.span), PURPOSES) for what, who in divisions(item.text, second)):
                return True
    return False


def all_names(node: object) -> Iterator[tree.Name]:
    """Every name in a part of a tree."""
    if isinstance(node, tree.Name):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from all_names(each)
    elif is_dataclass(node):
        for each in fields(node):
            yield from all_names(getattr(node, each.name))
