"""Measuring: medians of repeated runs, processes with their time and peak memory, and the machine that they ran on."""

from __future__ import annotations

import gc
import math
import os
import platform
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

HOME = Path(__file__).resolve().parent.parent
PROCESSOR_TIME = "BENCHMARK_PROCESSOR_TIME"
"""Set in the environment: what runs inside one process is measured in processor time, for machines under load."""
SAMPLING = 0.2
"""Seconds between two looks at the memory of a group of processes."""


def seconds(action: Callable[[], object], repeats: int = 5) -> float:
    """The median time of an action."""
    return median(once(action)[0] for _ in range(repeats))


def once(action: Callable[[], Any]) -> tuple[float, Any]:
    """The time of one run of an action, and what it returned; garbage of earlier work is collected before."""
    clock = time.process_time if os.environ.get(PROCESSOR_TIME) else time.perf_counter
    gc.collect()
    start = clock()
    result = action()
    return clock() - start, result


def in_turns(actions: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """The median time of several actions, run in turns so that all meet the same machine."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(repeats):
        for name, action in actions.items():
            taken[name].append(once(action)[0])
    return {name: median(times) for name, times in taken.items()}


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that has ended: its wall time in seconds, peak memory of all its processes in bytes, output and code.

    ``code`` is None where it took too long and was ended.
    """

    seconds: float
    peak: int
    output: str
    errors: str
    code: int | None


def run(command: Sequence[str], limit: float = 600, environment: Mapping[str, str] | None = None) -> Ended:
    """Run a command to its end, or to a limit in seconds."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=HOME,
        env={**os.environ, **(environment or {})},
        start_new_session=True,
    )
    watch = Watch(process.pid)
    try:
        output, errors = process.communicate(timeout=limit)
        code: int | None = process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, errors = process.communicate()
        code = None
    return Ended(time.perf_counter() - start, watch.stop(), output, errors, code)


class Watch:
    """Looks at the memory of a process and of all below it, now and then, until it is stopped.

    Pages that processes share count once (the proportional set size). Where there is no ``/proc`` the peak is 0.
    """

    def __init__(self, leader: int) -> None:
        """Begin to look."""
        self._leader, self._peak, self._over = leader, 0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """Stop looking; returns the peak in bytes."""
        self._over.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        wait = SAMPLING / 16
        while not self._over.is_set():
            self._peak = max(self._peak, sum(map(proportional, family(self._leader))))
            self._over.wait(wait)
            wait = min(SAMPLING, wait * 2)


def family(leader: int) -> list[int]:
    """A process and all below it."""
    found = [leader]
    for parent in found:
        try:
            found += [
                int(child)
                for task in Path(f"/proc/{parent}/task").iterdir()
                for child in (task / "children").read_text().split()
            ]
        except OSError:
            continue
    return found


def proportional(process: int) -> int:
    """The memory of a process in bytes, its share of shared pages counted; 0 where it cannot be read."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def exponent(points: Sequence[tuple[float, float]]) -> float | None:
    """The growth exponent of times over sizes: the slope of the line through their logarithms; None for one point."""
    if len(points) < 2:
        return None
    logs = [(math.log(size), math.log(taken)) for size, taken in points]
    middle_x, middle_y = (sum(each[at] for each in logs) / len(logs) for at in (0, 1))
    over = sum((x - middle_x) * (y - middle_y) for x, y in logs)
    return over / sum((x - middle_x) ** 2 for x, _ in logs)


def machine() -> str:
    """The machine in one line: processor, cores, memory, Python."""
    load = f", load average {os.getloadavg()[0]:.1f} when it began" if hasattr(os, "getloadavg") else ""
    clock = ", processor time inside processes" if os.environ.get(PROCESSOR_TIME) else ""
    return (
        f"{processor()}, {os.cpu_count()} cores, {memory()} of memory, "
        f"{platform.system()}, {platform.python_implementation()} {platform.python_version()}{load}{clock}"
    )


def processor() -> str:
    """The processor's name, with family and model where the name says little."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    fields = {}
    for line in lines[: lines.index("")] if "" in lines else lines:
        name, _, value = line.partition(":")
        fields[name.strip()] = value.strip()
    family, model = fields.get("cpu family", "?"), fields.get("model", "?")
    return f"{fields.get('model name', platform.machine())} (family {family}, model {model})"


def memory() -> str:
    """How much memory the machine has."""
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    except (ValueError, OSError, AttributeError):
        return "an unknown amount"


def python(*arguments: str) -> list[str]:
    """The command that runs this Python."""
    return [sys.executable, *arguments]
