"""Run the benchmarks and print their tables: ``python benchmarks/run.py [--only start,parse] [--sizes 100,1000]``."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import checking, conflicts, deciding, filtering, parsing, stages, starting, watching
from benchmarks.measure import PROCESSOR_TIME, machine
from benchmarks.table import Table

PARTS: dict[str, Callable[[argparse.Namespace], list[Table]]] = {
    "start": lambda chosen: starting.measure(),
    "parse": lambda chosen: parsing.measure(),
    "stages": lambda chosen: stages.measure(),
    "watch": lambda chosen: watching.measure(),
    "filter": lambda chosen: filtering.measure(),
    "peers": lambda chosen: deciding.measure(),
    "conflicts": lambda chosen: conflicts.measure(chosen.clauses, chosen.limit),
    "check": lambda chosen: checking.measure(chosen.sizes, chosen.jobs, chosen.limit),
}


def numbers(written: str) -> tuple[int, ...]:
    """Whole numbers between commas; ``10_000`` and ``10000`` are one."""
    return tuple(int(part) for part in written.split(","))


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description="Run policyc's benchmarks and print tables.")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, between commas: %(default)s")
    parser.add_argument("--sizes", type=numbers, default=checking.SIZES, help="agreements for `check`")
    parser.add_argument("--clauses", type=numbers, default=conflicts.SIZES, help="clauses for `conflicts`")
    parser.add_argument("--jobs", type=numbers, default=checking.JOBS, help="processes for `check`")
    parser.add_argument("--limit", type=float, default=1800, help="seconds for one run; longer ones are ended")
    parser.add_argument("--processor-time", action="store_true", help="for a machine that does other work meanwhile")
    parser.add_argument("--json", metavar="FILE", help="write the tables there as JSON too")
    chosen = parser.parse_args()
    chosen.only = chosen.only.split(",")
    if unknown := [part for part in chosen.only if part not in PARTS]:
        parser.error(f"there is no part {', '.join(unknown)}; choose from {', '.join(PARTS)}")
    return chosen


def main() -> None:
    """Run the chosen parts, each printed as soon as it is done."""
    chosen = arguments()
    if chosen.processor_time:
        os.environ[PROCESSOR_TIME] = "1"
    done: list[Table] = []
    described = machine()
    print(f"{described}.\n", flush=True)
    for part in chosen.only:
        for table in PARTS[part](chosen):
            print(table.markdown(), flush=True)
            done.append(table)
    if chosen.json:
        content = {"machine": described, "tables": [table.plain() for table in done]}
        Path(chosen.json).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
