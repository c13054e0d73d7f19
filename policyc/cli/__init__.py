"""The command line: options in, pipeline called, output printed, exit code."""

from policyc.cli.program import main, program

__all__ = ["main", "program"]
