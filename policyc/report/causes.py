"""Root causes: findings that rest on one and the same clause, definition or agreement, so that one cure may do for all.

Each finding is put under one cause: of all that findings quote, what most of them have in common comes first, then what
most of the rest have in common, and so on. What only one finding rests on is the place that it blames.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from policyc.findings import Evidence, Finding
from policyc.source import Place, visible

HEADER = re.compile(r'(agreement|policy|vocabulary)\s+["“”„‟]', re.IGNORECASE)
"""How the sentence begins that a document begins with: it is blamed for what the whole document does not say."""
LONGEST = 80
"""Of a definition so many characters are quoted."""

Key = tuple[str, str, str]
"""What makes evidence the same: the file, the agreement, and the clause or the place in the file."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What one or more findings rest on, in words, and where it stands.

    ``members`` are the findings by their positions, in order: never none, and each finding is in one cause only.
    ``clause`` is the label of a clause, None for one without a label, a definition, or an agreement as a whole.
    """

    words: str
    place: Place
    members: tuple[int, ...]
    agreement: str | None = None
    clause: str | None = None


def root_causes(findings: Sequence[Finding]) -> tuple[Cause, ...]:
    """The causes of some findings, those of most findings first, then in the order of places."""
    quoted: dict[Key, Evidence] = {}
    members: dict[Key, dict[int, None]] = {}
    for at, finding in enumerate(findings):
        for evidence in resting_on(finding):
            quoted.setdefault(key_of(evidence), evidence)
            members.setdefault(key_of(evidence), {})[at] = None
    blamed = [key_of(finding.primary) for finding in findings]
    shared = {key: list(found) for key, found in members.items() if len(found) > 1}
    groups = chosen(shared, blamed, quoted)
    settled = {at for found in groups.values() for at in found}
    for at, key in enumerate(blamed):
        if at not in settled:
            groups.setdefault(key, []).append(at)
    causes = [cause(quoted[key], sorted(found)) for key, found in groups.items()]
    return tuple(sorted(causes, key=lambda each: (-len(each.members), each.place)))


def resting_on(finding: Finding) -> list[Evidence]:
    """What a finding blames and what else it quotes; where a document as a whole is blamed, that alone."""
    if HEADER.match(finding.primary.quote):
        return [finding.primary]
    return [finding.primary, *(each for each in finding.related if not HEADER.match(each.quote))]


def chosen(shared: dict[Key, list[int]], blamed: Sequence[Key], quoted: dict[Key, Evidence]) -> dict[Key, list[int]]:
    """What several findings rest on, each finding given to what most of those still open have in common."""
    open_findings = {at for found in shared.values() for at in found}
    heap = [(*weight(key, found, blamed), quoted[key].place, key) for key, found in shared.items()]
    heapify(heap)
    groups: dict[Key, list[int]] = {}
    while heap:
        *known, place, key = heappop(heap)
        left = [at for at in shared[key] if at in open_findings]
        if len(left) < 2:
            continue
        now = weight(key, left, blamed)
        if list(now) != known:
            heappush(heap, (*now, place, key))
            continue
        groups[key] = left
        open_findings.difference_update(left)
    return groups


def weight(key: Key, found: Sequence[int], blamed: Sequence[Key]) -> tuple[int, int]:
    """What is chosen first: what more findings rest on, then what more of them blame."""
    return -len(found), -sum(blamed[at] == key for at in found)


def key_of(evidence: Evidence) -> Key:
    """What makes evidence the same: its clause, else the place where it begins."""
    place = evidence.place
    where = evidence.clause if evidence.clause else f"\0{place.line}:{place.column}"
    return place.path, evidence.agreement or "", where


def cause(evidence: Evidence, members: Sequence[int]) -> Cause:
    """A cause as a page shows it."""
    return Cause(cause_words(evidence), evidence.place, tuple(members), evidence.agreement, evidence.clause)


def cause_words(evidence: Evidence) -> str:
    """What findings rest on, in words: ``Clause 4 of “Deal”``, ``“Deal” as a whole``, or the words of a definition."""
    title, line = f"“{evidence.agreement}”", evidence.place.line
    if HEADER.match(evidence.quote):
        return f"{title} as a whole" if evidence.agreement else visible(evidence.quote, LONGEST)
    if evidence.clause:
        return f"Clause {evidence.clause} of {title}" if evidence.agreement else f"Clause {evidence.clause}"
    if evidence.agreement:
        return f"Line {line} of {title}"
    words = visible(" ".join(evidence.quote.split()), LONGEST)
    return f"“{words}” (line {line})" if words else f"{visible(evidence.place.path)}, line {line}"
