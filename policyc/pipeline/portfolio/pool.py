"""Worker processes: tasks in, results out in the same order; interrupted at any time without harm."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

from policyc.pipeline.portfolio.task import Task

BATCH = 24
"""Tasks that a process gets at once: enough to be worth the way."""
AHEAD = 3
"""Batches that wait for each process."""
WORTHWHILE = 2 * BATCH
"""With fewer tasks another process costs more than it brings."""

Progress = Callable[[int], None]
T = TypeVar("T")


def processes(jobs: int | None) -> int:
    """How many processes work: as many as asked for, else one for each core that this one may use."""
    return jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else jobs or os.cpu_count() or 1


def results(tasks: Iterable[Task], count: int, jobs: int, progress: Progress) -> Iterator[bytes]:
    """The packed results of some tasks, of which there are ``count``; ``progress`` is told of each that is done."""
    return worked(tasks, count, jobs, progress, work_all)


def worked(
    tasks: Iterable[T], count: int, jobs: int, progress: Progress, work_all: Callable[[list[T]], list[bytes]]
) -> Iterator[bytes]:
    """What is made of some tasks, of which there are ``count``, in their order; a batch of them is worked at once."""
    batches = iter(batched(tasks))
    if jobs < 2 or count < WORTHWHILE:
        for batch in batches:
            yield from work_all(batch)
            progress(len(batch))
        return
    from policyc.pipeline.portfolio.work import prepare

    with ProcessPoolExecutor(jobs, initializer=prepare) as pool:
        waiting: deque[Future[list[bytes]]] = deque()
        try:
            waiting.extend(pool.submit(work_all, batch) for batch in islice(batches, jobs * AHEAD))
            while waiting:
                done = waiting.popleft().result()
                waiting.extend(pool.submit(work_all, batch) for batch in islice(batches, 1))
                yield from done
                progress(len(done))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def batched(tasks: Iterable[T]) -> Iterator[list[T]]:
    """Tasks in batches."""
    rest = iter(tasks)
    while batch := list(islice(rest, BATCH)):
        yield batch


def work_all(tasks: list[Task]) -> list[bytes]:
    """The results of a batch; garbage is looked for once it is done, not while trees and norms are made."""
    from policyc.pipeline.portfolio.work import work

    gc.disable()
    try:
        return [work(task) for task in tasks]
    finally:
        gc.enable()
        gc.collect(0)
