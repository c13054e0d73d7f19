"""The command line: options in, pipeline called, output printed, exit code."""

from __future__ import annotations

from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; who interrupts it is told nothing, while it is loaded too."""
    try:
        from policyc.cli.program import run

        return run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
