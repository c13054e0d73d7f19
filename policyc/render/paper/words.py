"""Sentences of a report as spans: policy language set apart, places, and references to findings and clauses."""

from __future__ import annotations

from collections.abc import Iterable

from policyc.render.html.findings import Reference
from policyc.render.html.wording import phrased
from policyc.render.paper.blocks import Kind, Paragraph, Span, Style, Words
from policyc.render.phrases import plain, ticked
from policyc.source import Place

GLOSS = {"": Style.PLAIN, "code": Style.CODE, "em": Style.EMPHASIS}


def line(text: str) -> str:
    """Text from a file on one line, with nothing hidden in it."""
    return " ".join(plain(text).split())


def said(text: str, target: str | None = None) -> Words:
    """Words as they are."""
    return (Span(line(text), target=target),) if text else ()


def strong(text: str) -> Words:
    """Words that stand out."""
    return (Span(line(text), Style.STRONG),)


def code(text: str) -> Words:
    """Words as a program reads them."""
    return (Span(line(text), Style.CODE),)


def prose(text: str) -> Words:
    """A sentence of policyc's own, in which back ticks quote policy language."""
    whole = line(text)
    if not whole.replace("`", "").strip():
        return said(whole)
    parts = enumerate(ticked(whole))
    return tuple(Span(part, Style.CODE if at % 2 else Style.PLAIN) for at, part in parts if part)


def gloss(text: str) -> Words:
    """A sentence of a rule's page."""
    return tuple(Span(words, GLOSS[kind]) for kind, words in phrased(plain(text)))


def run_in(lead: str, words: Words) -> Paragraph:
    """A paragraph that begins with what it is about."""
    return Paragraph((Span(f"{lead}: ", Style.STRONG), *words))


def text(words: str) -> Paragraph:
    """A paragraph of one sentence or more."""
    return Paragraph(prose(words))


def source(*parts: Words) -> Paragraph:
    """A line that says where something stands."""
    return Paragraph(joined(parts, " · "), Kind.SOURCE)


def spoken(speaker: str, quoted: str) -> Paragraph:
    """On whose word something stands, and the words themselves where they are quoted."""
    if quoted:
        return Paragraph(joined((said(f"“{quoted}”"), said(speaker)), " — "), Kind.QUOTE)
    return source(said(f"According to {speaker}"))


def place(at: Place) -> Words:
    """A file and a line."""
    return code(f"{at.path}:{at.line}")


def joined(parts: Iterable[Words], between: str) -> Words:
    """Some words one after the other, with something between them; empty ones are left out."""
    spans: list[Span] = []
    for part in parts:
        if part and spans:
            spans.append(Span(between))
        spans += part
    return tuple(spans)


def finding_list(references: Iterable[Reference]) -> Words:
    """Findings by their numbers, those of one kind together: ``error 1; warnings 7, 8; suppressed 21``."""
    known = sorted(references, key=lambda each: each.number)
    kinds: dict[str, list[Reference]] = {}
    for each in known:
        kinds.setdefault("suppressed" if each.suppressed else each.severity.value, []).append(each)
    return joined((numbers_of(kind, members) for kind, members in kinds.items()), "; ")


def numbers_of(kind: str, members: list[Reference]) -> Words:
    """The numbers of findings of one kind."""
    word = kind if len(members) == 1 or kind == "suppressed" else f"{kind}s"
    numbers = joined(((Span(str(each.number), target=each.anchor),) for each in members), ", ")
    return (Span(f"{word} "), *numbers)
