"""What is said of who has to see to something, or lets it be done, said of that: nothing of it is lost.

*If required by law, Globex must ensure that vendors delete records*: they must if it is. *Globex may, with the consent
of Acme, permit vendors to use records*: they may with it. Who acts there is still who acts in the sentence: *if it
agrees* is if Globex does.
"""

from __future__ import annotations

from dataclasses import replace

from policyc.resolve.happening.happenings import with_happenings
from policyc.resolve.joining.such import Node, mapped
from policyc.resolve.naming.belonging import PRONOUN
from policyc.resolve.naming.names import Names
from policyc.resolve.report import bare
from policyc.resolve.wording.telling import stated
from policyc.syntax import tree

Phrases = tuple[tree.Phrase, ...]


def with_ensured(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement with what has to be ensured told in full; itself where nothing has.

    What nobody is named for, *records are deleted*, is for who acts to do.
    """
    if statement.ensured is None:
        return statement
    inner = stated(statement.ensured, statement.subject, names)
    own = inner.subject is statement.subject
    lead, phrases = (statement.lead, statement.phrases) if own else handed(statement, statement.phrases, names)
    inner = replace(inner, lead=(*lead, *inner.lead), phrases=(*phrases, *inner.phrases))
    return inner if own else ensuring(statement, with_ensured(inner, names))


def ensuring(statement: tree.Statement, inner: tree.Statement) -> tree.Statement:
    """Who acts has to see to something, which all other phrases of the sentence belong to."""
    return replace(statement, lead=(), modal="must", written="must", act=None, phrases=(), ensured=inner)


def handed(statement: tree.Statement, phrases: Phrases, names: Names) -> tuple[Phrases, Phrases]:
    """What stands before who acts and some of what stands behind, as it is said of what others do."""
    lead, phrases = (with_happenings(each, statement.subject.names, names) for each in (statement.lead, phrases))
    return of_who_acts(lead, statement.subject), of_who_acts(phrases, statement.subject)


def of_who_acts(part: Node, subject: tree.Subject) -> Node:
    """A part of a sentence in which *its cost* is that of who acts; itself where several do."""
    owner = subject.names.items[0].text
    if len(subject.names.items) > 1 or PRONOUN.fullmatch(owner):
        return part

    def owned(name: tree.Name) -> tree.Name:
        """A name as that of who acts."""
        found = PRONOUN.fullmatch(name.text) if name.text.lower().startswith("its ") else None
        return tree.Name(f"{found['what']} of {bare(owner)}", name.span) if found else name

    return mapped(part, owned)


def before_verb(statement: tree.Statement, act: tree.Act) -> int:
    """How many of the phrases stand between the modal and the verb, as in ``may, with consent, permit …``."""
    behind = (at for at, part in enumerate(statement.phrases) if part.span[0] >= act.verbs.span[1])
    return next(behind, len(statement.phrases))
