"""Judges: peers that decide requests against a world of clauses, one act at a time.

``NAME`` is how a table calls a judge; ``prepare(world, requests)`` brings both into its own form and returns what is
timed: it judges every request and returns how many acts are permitted (some clause permits or requires the act, and no
ban covers it that is not set aside). A judge that is not installed raises ``ImportError``.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast

from benchmarks.asked import Request
from benchmarks.clauses import World

JUDGES = ("engine", "plain", "cedar", "rego")
"""The modules, policyc first."""


class Judge(Protocol):
    """A way to judge requests."""

    NAME: str

    def prepare(self, world: World, requests: list[Request]) -> Callable[[], int]:
        """Bring a world and requests into the judge's form; what is returned counts the acts that are permitted."""
        ...


def judge(name: str) -> Judge:
    """A judge by the name of its module."""
    return cast(Judge, import_module(f"benchmarks.judges.{name}"))
