"""The search for conflicts alone, at growing numbers of clauses, against other ways to do it.

Each search runs in a process of its own (``python -m benchmarks.conflicts PEER SIZE REPEATS`` prints what it took), so
that none meets the memory that another has left.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.clauses import world
from benchmarks.measure import exponent, once, python, run
from benchmarks.peers import SEARCHES, search
from benchmarks.table import MISSING, Table, figures, mebibytes, milliseconds, times

SIZES = (1_000, 10_000, 100_000, 1_000_000)
ENOUGH = 20
"""Seconds after which a search is not repeated any more."""
FROM = 10_000
"""The least size that counts for the growth exponent."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search took: conflicts, the median time, the time to bring the world into its form, peak memory.

    ``missing`` says why there is none.
    """

    conflicts: int | None = None
    seconds: float | None = None
    preparing: float | None = None
    peak: int | None = None
    missing: str = ""


def measure(sizes: Sequence[int] = SIZES, limit: float = 1800) -> list[Table]:
    """Search worlds of several sizes with every peer; a peer that takes over ``limit`` seconds gets no larger ones."""
    found = {peer: searched(peer, sizes, limit) for peer in SEARCHES}
    notes = ["*Against policyc*: how many times as long the peer takes at the largest size that both did."]
    counts = {size: {of[size].conflicts for of in found.values()} - {None} for size in sizes}
    for size, different in counts.items():
        if len(different) > 1:
            notes.append(f"**The counts differ at {size:,} clauses**: {sorted(map(str, different))}.")
    conflicts = ", ".join(f"{next(iter(count)):,} at {size:,}" for size, count in counts.items() if len(count) == 1)
    notes.append(f"Conflicts, the same for all that ran: {conflicts}.")
    table = Table(
        "Conflict search, milliseconds",
        ("", *(f"{size:,}" for size in sizes), "growth", "against policyc", "peak memory"),
        notes=notes,
    )
    for peer, of in found.items():
        table.rows.append(cells(search(peer).NAME, of, found[SEARCHES[0]]))
    return [table]


def searched(peer: str, sizes: Sequence[int], limit: float) -> dict[int, Found]:
    """What one peer took at each size, up to its own limit."""
    found: dict[int, Found] = {}
    stopped = ""
    for size in sizes:
        if size > search(peer).LIMIT and not stopped:
            stopped = MISSING
        found[size] = Found(missing=stopped) if stopped else alone(peer, size, limit)
        stopped = found[size].missing
    return found


def alone(peer: str, size: int, limit: float) -> Found:
    """Run one search in a process of its own."""
    repeats = 5 if size <= 10_000 else 3
    ended = run(python("-m", "benchmarks.conflicts", peer, str(size), str(repeats)), limit)
    if ended.code is None:
        return Found(missing=f"over {limit:,.0f} s")
    if ended.code:
        return Found(missing=ended.errors.strip().splitlines()[-1] if ended.errors.strip() else f"exit {ended.code}")
    said = json.loads(ended.output)
    if "missing" in said:
        return Found(missing=said["missing"])
    return Found(said["conflicts"], said["seconds"], said["preparing"], ended.peak)


def cells(name: str, found: dict[int, Found], engine: dict[int, Found]) -> list[str]:
    """One row of the table."""
    taken = [milliseconds(each.seconds) if each.seconds else each.missing for each in found.values()]
    growth = exponent([(size, each.seconds) for size, each in found.items() if each.seconds and size >= FROM])
    ratios = [each.seconds / own for size, each in found.items() if each.seconds and (own := engine[size].seconds)]
    peak = max((each.peak or 0 for each in found.values()), default=0)
    return [name, *taken, figures(growth), times(ratios[-1] if ratios else None), mebibytes(peak)]


def main() -> None:
    """Search one world with one peer, as the arguments say, and print what it took as JSON."""
    peer, size, repeats = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    described = world(size)
    times_taken, preparing, counts = [], [], set()
    try:
        for _ in range(repeats):
            prepared, count = once(lambda: search(peer).prepare(described))
            taken, conflicts = once(count)
            preparing.append(prepared)
            times_taken.append(taken)
            counts.add(conflicts)
            if sum(times_taken) + sum(preparing) > ENOUGH:
                break
    except ImportError as error:
        print(json.dumps({"missing": f"not installed ({error.name})"}))
        return
    assert len(counts) == 1, counts
    print(json.dumps({"conflicts": counts.pop(), "seconds": median(times_taken), "preparing": median(preparing)}))


if __name__ == "__main__":
    main()
