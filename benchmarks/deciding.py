"""Judging requests one by one, against engines for access control."""

from __future__ import annotations

from benchmarks.asked import requests
from benchmarks.clauses import world
from benchmarks.judges import JUDGES, judge
from benchmarks.measure import once, seconds
from benchmarks.table import Table, figures, times

CLAUSES, REQUESTS = 200, 200
REPEATS = 5
LONG = 5.0
"""A batch that takes more seconds than this is not repeated."""


def measure(clauses: int = CLAUSES, count: int = REQUESTS, repeats: int = REPEATS) -> list[Table]:
    """Judge the same requests with every judge that is installed."""
    described = world(clauses)
    asked = requests(described, count)
    table = Table(
        f"{count} requests against {clauses} clauses", ("", "requests/s", "permitted", "policyc is faster by")
    )
    permitted, fastest = set(), None
    for name in JUDGES:
        try:
            batch = judge(name).prepare(described, asked)
        except ImportError as error:
            table.rows.append((judge(name).NAME, f"not installed ({error.name})", "", ""))
            continue
        taken, answer = once(batch)
        taken = taken if taken > LONG else seconds(batch, repeats)
        fastest = fastest or taken
        permitted.add(answer)
        table.rows.append((judge(name).NAME, figures(count / taken), str(answer), times(taken / fastest)))
    if len(permitted) > 1:
        table.notes.append("**The counts differ.**")
    return [table]
