"""What a licence is said not to be: *a non-transferable, non-sublicensable licence* forbids to pass it on.

These words limit who is granted it; others, such as *revocable* and *royalty-free*, limit nothing that he may do.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policyc.model.kinds import ACTIONS
from policyc.model.names import key
from policyc.resolve.naming.names import Names
from policyc.source import Span
from policyc.syntax import tree

NOT_PASSED_ON = re.compile(r"non-(?:transferable|sub-?licen[sc]able)(?:,\s*(?:and\s+)?|\s+(?:and\s+)?)")
DANGLING = re.compile(r"(?:,|\s+and|,\s+and)(?=\s+(?:right|permission|licen|authori))")


def licensed(statement: tree.Statement, names: Names) -> list[tree.Statement]:
    """A statement, and behind a grant the bans that its words make: not to sublicense, not to assign the licence."""
    if statement.granter is None or statement.act is None:
        return [statement]
    said = statement.written
    bans = [ban(statement, words.group(), names) for words in NOT_PASSED_ON.finditer(said)]
    made = [each for each in bans if each is not None]
    if not made or len(made) < len(bans):
        return [statement]
    return [replace(statement, written=DANGLING.sub("", NOT_PASSED_ON.sub("", said))), *made]


def ban(statement: tree.Statement, words: str, names: Names) -> tree.Statement | None:
    """What a word forbids to who gets the licence; None where nothing declared says that."""
    assert statement.act is not None
    span = statement.act.verbs.span
    if words.startswith("non-transferable"):
        act = act_of("assign", tree.Names((tree.Name("licence", span),), None, span), span)
    else:
        act = act_of("sublicense", statement.act.object, span)
    known = all(names.lexicon.find(key(verb.text), ACTIONS) for verb in act.verbs.items)
    if not known or (words.startswith("non-transferable") and names.find(tree.Name("licence", span)) is None):
        return None
    return tree.Statement((), statement.subject, "must not", "must not", act, (), None, statement.span)


def act_of(verb: str, object: tree.Names | None, span: Span) -> tree.Act:
    """An act of one verb."""
    return tree.Act(tree.Names((tree.Name(verb, span),), None, span), object, span)
