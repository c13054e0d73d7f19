"""The words of a clause, and whose they are: what stands behind ``per`` has a place of its own on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policyc.findings import Evidence
from policyc.report import ClauseView

PER = re.compile(r""",?\s*\bper\s+["“”][^"“”]*["“”](\s*:\s*["“”][^"“”]*["“”])?\s*$""", re.IGNORECASE)
"""Whom a clause quotes, and the words, where these end it."""


@dataclass(frozen=True, slots=True)
class Source:
    """On whose word a clause stands, and the words themselves where they are quoted."""

    speaker: str
    quoted: str


def bare_words(words: str, label: str | None, speaker: str | None) -> str:
    """A clause's words without its label and without whom it quotes."""
    words = words.strip()
    if label:
        words = words.removeprefix(f"{label}:").lstrip()
    return (speaker and PER.sub("", words)) or words


def source_of(clause: ClauseView | None) -> Source | None:
    """On whose word a clause stands; None where it stands on its own, or nothing is known of it."""
    if clause is None or not (clause.speaker or clause.quoted):
        return None
    return Source(clause.speaker or "", clause.quoted or "")


def shown_words(evidence: Evidence, clause: ClauseView | None) -> str:
    """The words of evidence as they are shown: a clause without its label and its source."""
    return bare_words(evidence.quote, evidence.clause, clause.speaker if clause else None)
