"""A sentence before it is taken apart: its lists completed, and what belongs to a noun joined to it."""

from __future__ import annotations

from dataclasses import replace

from policyc.resolve.joining.lists import completed
from policyc.resolve.joining.object_last import with_object_last
from policyc.resolve.joining.receivers import with_receiver
from policyc.resolve.joining.set_out import with_annex
from policyc.resolve.naming.belonging import PRONOUN
from policyc.resolve.naming.described import without_description, without_need
from policyc.resolve.naming.matters import with_matters
from policyc.resolve.naming.names import Names
from policyc.resolve.wording.dangers import with_dangers
from policyc.resolve.wording.harms import with_harms
from policyc.resolve.wording.verbs import tried_hard, with_its_particle, with_particle_behind
from policyc.syntax import tree


def settled(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement whose names stand for what they mean in their list and beside their verb."""
    names.owner = owner_of(statement) or names.owner
    if isinstance(statement.ensured, tree.Statement):
        return replace(statement, ensured=settled(statement.ensured, names))
    if statement.act is not None:
        readings = (tried_hard, with_its_particle, with_particle_behind)
        found = (reading(statement, statement.act, names) for reading in readings)
        statement = next((each for each in found if each is not None), statement)
    own, written = with_annex(statement.act, statement.phrases, names)
    statement = replace(statement, act=own)
    phrases = [made for part in written for made in settled_phrase(part, names)]
    phrases = with_harms(statement, phrases, names)
    lead = tuple(made for part in statement.lead for made in settled_phrase(part, names))
    act = settled_act(statement.act, names) if statement.act else None
    if act is not None:
        act, phrases = with_object_last(act, phrases, names)
        act, phrases = with_receiver(act, phrases, names)
        act, phrases = with_dangers(replace(statement, act=act), phrases, names)
        act, phrases = without_need(act, phrases, names)
    return with_matters(replace(statement, act=act, lead=lead, phrases=tuple(phrases)), names)


def owner_of(statement: tree.Statement) -> str:
    """Whom *its* means in a statement: who acts, unless several do."""
    who = [item.text for item in statement.subject.names.items]
    return who[0] if len(who) == 1 and not PRONOUN.fullmatch(who[0]) else ""


def settled_act(act: tree.Act, names: Names) -> tree.Act:
    """An act with its object completed."""
    return replace(act, object=completed(act.object, names)) if act.object else act


def settled_phrase(part: tree.Phrase, names: Names) -> tuple[tree.Phrase, ...]:
    """A phrase with its list completed; more than one where a description in it says what a phrase says."""
    match part:
        case tree.NamePhrase():
            return without_description(replace(part, names=completed(part.names, names)), names)
        case tree.ExceptNames():
            return (replace(part, names=completed(part.names, names)),)
        case tree.Further():
            return (replace(part, act=settled_act(part.act, names)),)
        case _:
            return (part,)
