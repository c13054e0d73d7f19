"""What stands in the boxes of a drawing: words set in lines, before the boxes have a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from policyc.findings import Severity
from policyc.render.phrases import clause_words, listed, plain
from policyc.render.picture.drawing import Box, Card, Line, Mark
from policyc.render.picture.merge import Arrow
from policyc.render.picture.typeset import wrap
from policyc.report import FlowView

Numbers = Mapping[str, tuple[Severity, int]]
"""The severity and the number of each finding, by its fingerprint."""

PAD = 12.0
RULE = 17.0
"""The room that a divider between two sets of terms takes."""

NEXT = 4.0
"""The room between two parties on one card."""

MARK = 20.0
"""The room that a mark takes before its words."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a kind of line is set: its size, its weight, and the height of the line."""

    size: float
    bold: bool
    height: float


STYLES = {
    "party": Style(14, True, 18),
    "side": Style(11.5, False, 15),
    "voice": Style(12, False, 16),
    "forbidden": Style(12.5, True, 18),
    "data": Style(13.5, True, 18),
    "purpose": Style(13, False, 17),
    "missing": Style(13, True, 17),
    "condition": Style(12.5, False, 16),
    "source": Style(11.5, False, 15),
    "severity": Style(12.5, True, 18),
}
"""The styles by name; the style sheet draws them no larger."""


def voice(terms: FlowView) -> str:
    """What the agreement says of the giving: whether it is a duty or forbidden, and whether it is in force."""
    if terms.forbidden:
        return "must not give (proposed)" if terms.proposed else "must not give"
    match terms.certain, terms.proposed:
        case True, False:
            return "gives"
        case False, False:
            return "may give"
        case True, True:
            return "would give (proposed)"
        case _:
            return "might give (proposed)"


def purpose(terms: FlowView) -> str:
    """For what, said aloud where nothing is said; what is forbidden for no purpose in particular is for any."""
    if terms.forbidden and not terms.purposes:
        return "for any purpose"
    return f"for {listed(terms.purposes)}" if terms.purposes else "no purpose stated"


def source(terms: FlowView) -> str:
    """The agreement and the contract's own number."""
    return ", ".join(part for part in (terms.agreement, clause_words(terms.clause)) if part)


def verdict(terms: FlowView, numbers: Numbers) -> str:
    """The gravest severity and the numbers of its findings, in words."""
    if terms.severity is None:
        return ""
    known = [numbers[key] for key in terms.fingerprints if key in numbers]
    found = sorted(number for severity, number in known if severity is terms.severity)
    words = f": finding{'s' if len(found) > 1 else ''} {listed(map(str, found))}" if found else ""
    return f"{terms.severity.value.capitalize()}{words}"


def rows(terms: FlowView, numbers: Numbers) -> Iterator[tuple[str, str]]:
    """The lines of one set of terms before they are wrapped: style and words."""
    yield "forbidden" if terms.forbidden else "voice", voice(terms)
    yield "data", listed(terms.data) or "data of any kind"
    yield "purpose" if terms.purposes or terms.forbidden else "missing", purpose(terms)
    yield "condition", terms.condition
    yield "source", source(terms)
    yield "severity", verdict(terms, numbers)


def box(arrow: Arrow, numbers: Numbers, width: float) -> Box:
    """The box of an arrow, as if it stood at the origin."""
    lines: list[Line] = []
    marks: list[Mark] = []
    dividers: list[float] = []
    y = PAD
    for index, terms in enumerate(arrow.terms):
        if index:
            dividers.append(y + RULE / 2)
            y += RULE
        for style, words in rows(terms, numbers):
            indent = MARK if style in ("severity", "forbidden") else 0.0
            if indent and words:
                sign = terms.severity if style == "severity" else None
                marks.append(Mark(sign, PAD + 7, y + STYLES[style].height / 2))
            y = set_lines(lines, words, style, (PAD + indent, y), width - 2 * PAD - indent)
    said = tuple(lines), tuple(marks), tuple(dividers)
    return Box(0, 0, width, y + PAD, *said, arrow.severity, arrow.proposed, arrow.forbidden)


def card(names: Sequence[str], note: str, width: float, least: float = 0.0) -> Card:
    """The card of one party or more, as if it stood at the origin and no lower than ``least``."""
    lines: list[Line] = []
    y = PAD - 2
    for nth, name in enumerate(names):
        y = set_lines(lines, name or "not named", "party", (PAD, y + (NEXT if nth else 0)), width - 2 * PAD)
    y = set_lines(lines, note, "side", (PAD, y), width - 2 * PAD) + PAD - 2
    drop = max(least - y, 0) / 2
    centred = tuple(replace(line, y=line.y + drop) for line in lines)
    return Card(0, 0, width, max(y, least), centred)


def set_lines(lines: list[Line], words: str, style: str, start: tuple[float, float], room: float) -> float:
    """Set words in lines from a place down; returns where the next may begin."""
    x, y = start
    how = STYLES[style]
    for line in wrap(plain(words), room, how.size, how.bold) if words else ():
        lines.append(Line(line, style, x, round(y + how.height * 0.76, 2)))
        y += how.height
    return y
