"""What a part added to the agreement lists: *measures set out in Annex-II* are measures that are set out there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policyc.resolve.naming.complements import stands_behind
from policyc.resolve.naming.names import Names
from policyc.syntax import tree

SAID = re.compile(
    r"(?P<what>.+?)\s+(?P<how>(?:as\s+)?(?:set\s+out|set\s+forth|described|specified|listed|detailed|contained|identified))",
    re.IGNORECASE,
)
ANNEX = re.compile(r"(?:the\s+)?(?:annex|schedule|appendix|exhibit|attachment)\b.*", re.IGNORECASE)


def with_annex(
    act: tree.Act | None, phrases: Sequence[tree.Phrase], names: Names
) -> tuple[tree.Act | None, list[tree.Phrase]]:
    """The act and the phrases of a statement, what is set out in an annex one name in each list of names."""
    found: list[tree.Phrase] = []
    for part in phrases:
        last = found[-1] if found else None
        if isinstance(last, tree.NamePhrase) and (listed := set_out(last.names, part, names)):
            found[-1] = replace(last, names=listed, span=(last.span[0], part.span[1]))
        elif act and act.object and (listed := set_out(act.object, part, names)):
            act = replace(act, object=listed)
        else:
            found.append(part)
    return act, found


def set_out(listed: tree.Names, part: tree.Phrase, names: Names) -> tree.Names | None:
    """A list whose last name says that something is set out, with the annex that stands right behind it."""
    last = listed.items[-1]
    said = SAID.fullmatch(last.text) if isinstance(last, tree.Name) else None
    if said is None or not isinstance(part, tree.NamePhrase) or part.word != "in" or part.mode:
        return None
    where = part.names.items[0]
    if len(part.names.all) > 1 or not ANNEX.fullmatch(where.text) or not stands_behind(listed.span, part.span, names):
        return None
    how = " ".join(said["how"].split()).removeprefix("as ")
    whole = tree.Name(f"{said['what']} that are {how} in {where.text}", (last.span[0], part.span[1]))
    return replace(listed, items=(*listed.items[:-1], whole), span=(listed.span[0], part.span[1]))
