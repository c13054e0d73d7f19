"""*With each other*: what each of two does with the other one, said for each of them."""

from __future__ import annotations

import re
from dataclasses import replace

from policyc.model.names import Role, key
from policyc.resolve.joining.such import mapped
from policyc.resolve.naming.names import Names, Unresolved, is_person
from policyc.syntax import tree

EACH_OTHER = re.compile(r"\b(?:each\s+other|one\s+another)\b", re.IGNORECASE)
OTHER_PARTY = "the other party"


def with_each_other(statement: tree.Statement, names: Names) -> list[tree.Statement]:
    """A statement for each of two who act, *each other* in it the other one; the statement where nothing says so.

    Raises ``Unresolved``, reported, where it does not say who the others are.
    """
    said = EACH_OTHER.search(names.source.text, *statement.span)
    if said is None:
        return [statement]
    who = statement.subject.names.items
    if len(who) == 1 and names.role(key(who[0].text)) is Role.EACH_PARTY:
        return [pointing(statement, OTHER_PARTY)]
    if statement.ensured is not None or len(who) != 2 or not all(is_person(item, names) for item in who):
        names.reporter.error(
            "broken-sentence",
            names.origin(said.span()),
            f"`{said.group()}` points at two who act in the sentence, and here it is open who they are.",
            "Name them: `Acme and Globex must … with each other`, or write a sentence for each.",
        )
        raise Unresolved
    return [pointing(alone(statement, mine), other.text) for mine, other in (who, who[::-1])]


def alone(statement: tree.Statement, who: tree.Name | tree.Quote) -> tree.Statement:
    """A statement of one of those who act."""
    return replace(statement, subject=replace(statement.subject, names=tree.Names((who,), None, who.span)))


def pointing(statement: tree.Statement, other: str) -> tree.Statement:
    """A statement with the one who is meant by *each other*."""
    return mapped(statement, lambda name: replace(name, text=EACH_OTHER.sub(lambda _: other, name.text)))
