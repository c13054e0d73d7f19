"""Questions in all their forms, brought into one: *may* or *must* somebody do something, and which side is asked for.

``May X …?`` and ``Must X …?`` are the plain forms. *Who*, *what*, *with whom*, *for what*, *where*, *from whom* and
*about whom* leave one side open; ``What may X do with Y?`` asks for acts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from policyc.norms.region import Side

OPENING = re.compile(
    r"(?:(?P<lead>for|to|with|from|in|about)\s+)?(?P<word>who|whom|what|which|where)\s+(?P<noun>(?:[\w'&/+-]+\s+)*?)"
    r"(?P<modal>may|must|shall|will)\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
PLAIN = re.compile(r"(?:may|(?P<must>must|shall|will))\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
DOING = re.compile(r"(?P<who>.+?)\s+do(?:\s+with\s+(?P<what>.+)|\s+(?P<when>.+))?", re.IGNORECASE | re.DOTALL)
SIDES = {
    "for": Side.PURPOSE,
    "to": Side.COUNTERPARTY,
    "with": Side.COUNTERPARTY,
    "from": Side.SOURCE,
    "in": Side.PLACE,
    "about": Side.PEOPLE,
}
ANY_ACT = "action"
"""The kind of every act; it stands where *do* leaves open what is done."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question as ``May …``: whether it asks what must be done, the side that it leaves open, its kind if said."""

    text: str
    must: bool = False
    sought: Side | None = None
    noun: str = ""


def inquiry(question: str, is_person: Callable[[str], bool]) -> Inquiry:
    """A question read for its form; one that has none of them is left as it is, for the parser to say what is wrong.

    ``is_person`` tells whether a name stands for a party or people: *which banks may …* asks who, *which data* what.
    """
    words = " ".join(question.split()).rstrip("?. ")
    if plain := PLAIN.fullmatch(words):
        return Inquiry(f"May {plain['rest']}", bool(plain["must"]))
    opened = OPENING.fullmatch(words)
    if not opened:
        return Inquiry(words)
    lead, word = (opened["lead"] or "").lower(), opened["word"].lower()
    noun, rest, must = opened["noun"].strip(), opened["rest"], opened["modal"].lower() != "may"
    if lead or word == "where":
        side = SIDES.get(lead, Side.PLACE)
        return Inquiry(f"May {rest} {lead} {noun}" if noun else f"May {rest}", must, side)
    if word in ("who", "whom") or (noun and is_person(noun)):
        return Inquiry(f"May {noun or 'anyone'} {rest}", must, Side.BEARER)
    if doing := DOING.fullmatch(rest):
        return Inquiry(
            f"May {doing['who']} {ANY_ACT} {doing['what'] or doing['when'] or ''}".rstrip(), must, Side.ACTION
        )
    return Inquiry(f"May {rest}", must, Side.OBJECT, noun)
