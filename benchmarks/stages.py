"""Where the time of a cold run goes: every stage of the road and every rule on its own, in one process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.measure import once
from benchmarks.portfolio import agreements
from benchmarks.table import Table, figures

SIZE = 500
SHOWN = 0.005
"""Rules that take a smaller share than this are one row."""


def measure(size: int = SIZE) -> list[Table]:
    """Walk the road over a portfolio, stage by stage."""
    stages = walked(size)
    whole = sum(stages.values())
    table = Table(f"Stages of a cold run over {size} agreements", ("stage", "ms", "µs/agreement", "share"))
    small = 0.0
    for name, taken in sorted(stages.items(), key=lambda each: -each[1]):
        if taken < SHOWN * whole:
            small += taken
        else:
            table.rows.append(line(name, taken, whole, size))
    table.rows += [line("all that is smaller", small, whole, size), line("together", whole, whole, size)]
    return [table]


def line(name: str, taken: float, whole: float, size: int) -> tuple[str, str, str, str]:
    """One row."""
    return name, figures(taken * 1000), figures(taken / size * 1e6), f"{taken / whole:.1%}"


def walked(size: int) -> dict[str, float]:
    """The seconds of every stage; analyses that rules share are worked out before them."""
    from policyc.findings import Findings
    from policyc.pipeline.gather import gather
    from policyc.pipeline.road import Examination, analyse
    from policyc.pipeline.shipped import shipped_lexicon
    from policyc.render.concise import render_concise
    from policyc.resolve import resolve
    from policyc.rules.catalogue import rules
    from policyc.source import Source
    from policyc.syntax import parse

    taken: dict[str, float] = {}

    def stage(name: str, action: Callable[[], Any]) -> Any:
        taken[name], result = once(action)
        return result

    lexicon = stage("shipped vocabulary", shipped_lexicon)
    sources = [Source(path, text) for path, text in agreements(size)]
    trees = stage("parse", lambda: [parse(source)[0] for source in sources])
    workspace, _ = stage("resolve", lambda: resolve(trees, lexicon))
    facts, _ = stage("closures, norms and order", lambda: analyse(workspace))
    for name in ("conflicts", "flows", "mismatches"):
        stage(f"analysis: {name}", lambda name=name: getattr(facts, name))  # type: ignore[misc]
    stage("analysis: silences", lambda: [facts.silent(document) for document in facts.agreements])
    findings = Findings()
    loaded = stage("load the rules", rules)
    for name, rule in loaded.items():
        if rule.check:
            findings.found += stage(f"rule: {name}", lambda rule=rule: list(rule.check(facts)))  # type: ignore[misc]
    report = stage("gather", lambda: gather(Examination(trees, workspace, facts, findings), findings))
    stage("render", lambda: render_concise(report))
    return taken
