"""The formats of ``policyc check``: each makes text of what was checked, and is loaded only where it is wanted."""

from __future__ import annotations

from collections.abc import Callable

from policyc.cli import output
from policyc.pipeline.check import Checked
from policyc.render.concise import render_concise
from policyc.render.ending import Ending
from policyc.render.text import render_text

Format = Callable[[Checked, Ending, bool], str]
"""From what was checked, how the run ends, and whether the text goes to the screen."""


def as_text(checked: Checked, ending: Ending, to_screen: bool) -> str:
    """The findings in full, painted where they go to a terminal."""
    width = output.width() if to_screen else output.PLAIN_WIDTH
    return render_text(checked.report, checked.texts, width, to_screen and output.colour())


def as_concise(checked: Checked, ending: Ending, to_screen: bool) -> str:
    """One line a finding."""
    return render_concise(checked.report)


def as_json(checked: Checked, ending: Ending, to_screen: bool) -> str:
    """The findings by the contract."""
    from policyc.render.json import render_json

    return render_json(checked.report)


def as_jsonl(checked: Checked, ending: Ending, to_screen: bool) -> str:
    """One finding a line, by the contract."""
    from policyc.render.jsonl import render_jsonl

    return render_jsonl(checked.report)


def as_sarif(checked: Checked, ending: Ending, to_screen: bool) -> str:
    """For code scanning services."""
    from policyc.render.sarif import render_sarif

    return render_sarif(checked.report, ending)


def as_junit(checked: Checked, ending: Ending, to_screen: bool) -> str:
    """For the test views of CI servers."""
    from policyc.render.junit import render_junit

    return render_junit(checked.report, ending)


def as_github(checked: Checked, ending: Ending, to_screen: bool) -> str:
    """Annotations of GitHub Actions."""
    from policyc.render.github import render_github

    return render_github(checked.report)


def as_gitlab(checked: Checked, ending: Ending, to_screen: bool) -> str:
    """For GitLab's Code Quality."""
    from policyc.render.gitlab import render_gitlab

    return render_gitlab(checked.report)


def as_rdjson(checked: Checked, ending: Ending, to_screen: bool) -> str:
    """For reviewdog."""
    from policyc.render.rdjson import render_rdjson

    return render_rdjson(checked.report, checked.texts)


def as_markdown(checked: Checked, ending: Ending, to_screen: bool) -> str:
    """For job summaries, comments and people."""
    from policyc.render.markdown import render_markdown

    return render_markdown(checked.report)


FORMATS: dict[str, Format] = {
    "text": as_text,
    "concise": as_concise,
    "json": as_json,
    "jsonl": as_jsonl,
    "sarif": as_sarif,
    "junit": as_junit,
    "github": as_github,
    "gitlab": as_gitlab,
    "rdjson": as_rdjson,
    "markdown": as_markdown,
}
FOR_PEOPLE = frozenset({"text", "concise"})
"""Formats after which more words do no harm."""
