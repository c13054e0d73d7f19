"""All repairs of some sources: first of what cannot be read, then of what says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from policyc.pipeline.portfolio.outline import Readings, outline
from policyc.pipeline.repair.broken import readable
from policyc.pipeline.repair.conditions import without_idle
from policyc.pipeline.repair.edits import Repaired
from policyc.source import Source


def repaired(sources: Sequence[Source]) -> list[Repaired]:
    """The sources that can be repaired, in their order, each with its new text."""
    mended = [readable(source) for source in sources]
    texts = [Source(source.path, text) for source, (text, _) in zip(sources, mended, strict=True)]
    made = [list(repairs) for _, repairs in mended]
    readings = Readings(outline(source.text) for source in texts)
    for number in range(len(texts)):
        others = [each for each in readings.of([number]) if each != number]
        while step := without_idle(texts[number], [texts[each] for each in others]):
            text, repair = step
            texts[number] = Source(texts[number].path, text)
            made[number].append(repair)
    return [
        Repaired(source, new.text, tuple(repairs))
        for source, new, repairs in zip(sources, texts, made, strict=True)
        if repairs
    ]
