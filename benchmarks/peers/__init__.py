"""Peers: other ways to find the conflicts of a world of clauses, or to judge requests against it.

A peer is a module. ``NAME`` is how a table calls it; ``LIMIT`` the size beyond which it takes too long to be measured;
``prepare(world)`` brings the world into the peer's own form and returns the search, which is what is timed and
returns the number of conflicts. A peer that is not installed raises ``ImportError`` in ``prepare``.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast

from benchmarks.clauses import World

SEARCHES = ("engine", "by_bearer", "pairwise", "answer_sets", "solver")
"""The modules that search for conflicts, policyc first."""


class Search(Protocol):
    """A way to count the conflicts of a world."""

    NAME: str
    LIMIT: int

    def prepare(self, world: World) -> Callable[[], int]:
        """Bring a world into the peer's form; what is returned counts its conflicts."""
        ...


def search(name: str) -> Search:
    """A peer by the name of its module."""
    return cast(Search, import_module(f"benchmarks.peers.{name}"))
