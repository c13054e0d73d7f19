"""The program: its commands, each loaded only when it is called, and what becomes of what goes wrong."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, cast

import click

from policyc import __version__
from policyc.cli import INTERRUPTED
from policyc.cli.crash import report_crash

COMMANDS = {
    "init": "Write a first agreement, from an interview or a file of answers.",
    "check": "Check agreements and print what was found.",
    "report": "Write the findings, the read-back and the picture of flows as a page.",
    "verify": "Tell whether a report and the files it was made of still match.",
    "read": "Read every clause back: who may do what, with what, for what.",
    "ask": 'Answer a question: "May Acme use health data for research?"',
    "diff": "Tell what changes in meaning from one version to the next.",
    "test": "Run the scenarios that stand in the files.",
    "fmt": "Bring policy files into their canonical form.",
    "explain": "Show the page of a rule.",
    "rules": "List the rules.",
    "vocabulary": "Look names up in the vocabulary that policyc ships.",
    "config": "Show the settings of policyc.toml, and where each comes from.",
    "show": "Show what a file becomes on its way: tree, model, norms, facts.",
}
USAGE = 2


class Program(click.Group):
    """The group of commands; knows their names and summaries without loading them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command; None for a name that is none."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, importlib.import_module(f"policyc.cli.{cmd_name}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was called, or propose the nearest."""
        if args and args[0] not in COMMANDS:
            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f' Did you mean "{near[0]}"?' if near else ""
            raise click.UsageError(f'There is no command "{args[0]}".{hint}', ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="policyc", message="%(prog)s %(version)s")
def program() -> None:
    """Check data-sharing agreements for contradictions, gaps and unneeded flows."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; no error of the user or of policyc shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        cast(Any, stream).reconfigure(errors="backslashreplace")
    try:
        code = program.main(arguments, prog_name="policyc", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return USAGE
    except click.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        return quiet_end()
    except Exception as error:
        return report_crash(error)
    return code if isinstance(code, int) else 0


def quiet_end() -> int:
    """Whoever read the output has gone: nothing more can be said to it."""
    sys.stderr.close()
    return USAGE
