"""Voices: whether who is quoted speaks for the terms of an agreement, or is somebody who speaks about it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policyc.model.document import Document

WORDS_OF_TERMS = re.compile(
    r"[\d§]|(?-i:\b[IVX]{2,}\b)|\b(agreement|contract|addendum|amendment|terms|policy|notice|sections?|clauses?|articles?|schedule|annex|exhibit"
    r"|appendix|preamble|recitals?|cover page|act|code|law|regulation|directive|statute|licen[cs]e|order form)\b",
    re.IGNORECASE,
)
"""What the name of a document, or of a part of one, holds, and the name of a person or a newspaper does not."""


def speaks_for_terms(speaker: str, titles: Iterable[str]) -> bool:
    """Whether the one quoted is a document or a part of one (``section 4.2``, a title), not a person or the press."""
    said = speaker.lower()
    return bool(WORDS_OF_TERMS.search(speaker)) or any(title.lower() in said for title in titles)


def known_from_others(document: Document, titles: Iterable[str]) -> bool:
    """Whether an agreement is known only from what somebody says of it: its header quotes a person or the press.

    The silence of such an account is not the silence of the agreement.
    """
    return document.per is not None and not speaks_for_terms(document.per.who, titles)
