"""What somebody has approved or asked for, said without who or what: ``unless approved in writing by Acme``."""

from __future__ import annotations

import re

from policyc.resolve.naming.names import Names, is_person
from policyc.syntax import tree

APPROVED = re.compile(
    r"(?:(?:expressly|previously|specifically|otherwise|so)\s+)?"
    r"(?:(?P<leave>approved|authori[sz]ed|permitted|allowed|agreed(?:\s+to)?|consented\s+to)"
    r"|(?P<request>requested)|(?P<order>instructed|directed))(?P<by>\s+by\s+(?P<who>.+))?",
    re.IGNORECASE,
)
WRITING = re.compile(r"writing\s+by\s+(?P<who>.+)", re.IGNORECASE)
NOUNS = {"leave": "approval", "request": "request", "order": "instruction"}


def given_by(item: tree.Name, behind: tree.Phrase | None, names: Names) -> tuple[tree.Name, bool] | None:
    """The approval, request or instruction that a name says, and whether the phrase behind it belongs to it."""
    said = APPROVED.fullmatch(item.text)
    if said is None:
        return None
    noun = next(NOUNS[kind] for kind in NOUNS if said[kind])
    if said["by"]:
        who = tree.Name(said["who"], item.span)
        return (tree.Name(f"{noun} of {who.text}", item.span), False) if is_person(who, names) else None
    first = behind.names.items[0] if isinstance(behind, tree.NamePhrase) and behind.word == "in" else None
    written = WRITING.fullmatch(first.text) if isinstance(first, tree.Name) else None
    if written is None or first is None or not is_person(tree.Name(written["who"], first.span), names):
        return None
    return tree.Name(f"written {noun} of {written['who']}", (item.span[0], first.span[1])), True
