"""``--fix`` and ``--diff``: repairs that can only be meant in one way, applied to the files or shown."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from policyc.cli import output
from policyc.cli.codes import Code
from policyc.cli.differing import unified
from policyc.cli.loading import read
from policyc.pipeline.files import Inputs, Refused, bytes_of, decoded
from policyc.pipeline.repair.edits import Repaired
from policyc.source import code_point, is_unseen, visible


def show_repairs(paths: Sequence[str]) -> Code:
    """Print what would change in the files of some paths, and write nothing."""
    inputs, repaired = repairs_of(paths)
    for each in repaired:
        click.echo(unified(each.source, each.text, "repaired"), nl=False)
    click.echo(count_words(repaired, "would be made"), err=True)
    if inputs.findings.found or not inputs.sources:
        return Code.INCOMPLETE
    return Code.FINDINGS if repaired else Code.CLEAN


def apply_repairs(paths: Sequence[str]) -> None:
    """Write the repairs into the files of some paths, and tell each."""
    inputs, repaired = repairs_of(paths)
    for each in repaired:
        rewrite(inputs.files[each.source.path], each)
        for line in told(each):
            click.echo(line, err=True)
    click.echo(count_words(repaired, "made"), err=True)


def repairs_of(paths: Sequence[str]) -> tuple[Inputs, list[Repaired]]:
    """What some paths hold, and what of it can be repaired."""
    from policyc.pipeline.repair.repair import repaired

    inputs = read(paths)
    return inputs, repaired(inputs.sources)


def rewrite(file: Path, repaired: Repaired) -> None:
    """Write a file at once, its byte order mark kept; one that has changed since it was read is left alone."""
    shown = visible(repaired.source.path)
    try:
        data = bytes_of(file)
        unchanged = decoded(data) == repaired.source.text
    except (OSError, Refused):
        unchanged = False
    if not unchanged:
        raise output.Failure(
            f"{shown} changed while it was being repaired: it is left as it is. Run the command again."
        )
    mark = "\ufeff" if data.startswith(codecs.BOM_UTF8) else ""
    output.emit(mark + repaired.text, str(file))


def told(repaired: Repaired) -> Iterator[str]:
    """Each repair on a line: where it was made, what stands there now, and for which rule."""
    for repair in repaired.repairs:
        for old, new, line in repair.changes:
            what = f"`{named(old)}` taken out" if not new else f"`{named(new)}` put in"
            if old and new:
                same = named(old) == named(new)
                what = f"a blank put in after `{named(old)}`" if same else f"`{named(old)}` is now `{named(new)}`"
            yield f"{visible(repaired.source.path)}:{line}: {what} [{repair.rule}]"


def named(words: str) -> str:
    """Words on one line, white space around them left out unless there is nothing else, hidden characters by name."""
    return "".join(code_point(each) if is_unseen(each) else each for each in " ".join(words.split()) or words)


def count_words(repaired: Sequence[Repaired], verb: str) -> str:
    """How many repairs were made, and that the others need somebody's decision."""
    number = sum(len(each.repairs) for each in repaired)
    noun = "repair" if number == 1 else "repairs"
    files = f" in {len(repaired)} file{'' if len(repaired) == 1 else 's'}" if repaired else ""
    return f"{number} {noun} {verb}{files}; other cures change what is said, so they are only proposed."
