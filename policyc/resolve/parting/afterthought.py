"""What a comma and `and` add to a list that is over: *notify Acme of a breach, and customers if required by law*."""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

from policyc.model.names import key
from policyc.resolve.happening.pointing import TELLING
from policyc.resolve.joining.shared import after_comma
from policyc.resolve.naming.belonging import OF
from policyc.resolve.naming.names import Names, Unresolved, is_person
from policyc.syntax import tree

Phrases = list[tree.Phrase]


def told_too(statement: tree.Statement, names: Names) -> tuple[tree.Statement, tree.Statement] | None:
    """A statement, and apart from it who else is told of the same; None where nobody is.

    Raises ``Unresolved``, reported, where a condition may be that of all, or of the afterthought alone.
    """
    act = statement.act
    if act is None or act.object is None or not is_afterthought(act.object, names):
        return None
    *before, last = act.object.items
    behind = [part for part in statement.phrases if part.span[0] >= act.object.span[1]]
    own, shared = divided_at_comma(behind, act.object, names)
    matter = what_told(before, names)
    if not {key(verb.text) for verb in act.verbs.items} <= TELLING or not is_person(last, names) or matter is None:
        if own and isinstance(own[0], tree.ConditionPhrase):
            refuse(own[0], act.object, names)
        return None
    if own and not isinstance(own[0], tree.ConditionPhrase):
        refuse(own[0], act.object, names)
    joiner = act.object.joiner if len(before) > 1 else None
    first = replace(act.object, items=tuple(before), joiner=joiner, span=(act.object.span[0], before[-1].span[1]))
    others = replace(act.object, items=(tree.Name(f"{last.text} of {matter}", last.span),), joiner=None, span=last.span)
    amid = tuple(part for part in statement.phrases if part not in behind)
    return (
        replace(statement, act=replace(act, object=first), phrases=(*amid, *shared)),
        replace(statement, act=replace(act, object=others), phrases=(*amid, *own, *shared)),
    )


def is_afterthought(listed: tree.Names, names: Names) -> bool:
    """Whether a comma stands before the last name of a list, and before no other."""
    if len(listed.items) < 2 or listed.including or not listed.joiner:
        return False
    *before, last = listed.items
    if not after_comma(last.span[0], names, listed.joiner):
        return False
    return "," not in names.source.text[before[0].span[0] : before[-1].span[1]]


def divided_at_comma(behind: Phrases, listed: tree.Names, names: Names) -> tuple[Phrases, Phrases]:
    """The phrases right behind a list, and those from the first comma on."""
    end = listed.span[1]
    for at, part in enumerate(behind):
        if "," in names.source.text[end : part.span[0]]:
            return behind[:at], behind[at:]
        end = part.span[1]
    return behind, []


def what_told(items: list[tree.Name | tree.Quote], names: Names) -> str | None:
    """What somebody is told of in a list of who are told: *a breach* in ``Acme and the auditor of a breach``."""
    for item in items:
        for found in OF.finditer(item.text) if isinstance(item, tree.Name) else ():
            if is_person(tree.Name(item.text[: found.start()], item.span), names):
                return item.text[found.end() :]
    return None


def refuse(behind: tree.Phrase, listed: tree.Names, names: Names) -> NoReturn:
    """Report *encrypt records, and backups if feasible*: the condition may be that of the last alone."""
    names.reporter.error(
        "broken-sentence",
        names.origin(behind.span),
        f"A comma stands before `{listed.joiner} {listed.items[-1].text}`, and it can be read in two ways: what stands "
        "behind may be that of both, or of the last alone.",
        "Write a sentence for each, or leave the comma out if it is that of both.",
    )
    raise Unresolved
