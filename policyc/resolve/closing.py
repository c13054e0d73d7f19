"""Where ``only`` cannot close anything: in bans and releases it could be read two ways."""

from __future__ import annotations

import re

from policyc.model.lexicon import Origin
from policyc.resolve.report import Reporter
from policyc.source import Source
from policyc.syntax import tree

ONLY = re.compile(r"\s*\bonly\b", re.IGNORECASE)


def closes_nothing(statement: tree.Statement) -> bool:
    """Whether a ban or a release has an ``only``: what it would leave open is anyone's guess."""
    if statement.ensured or statement.modal not in ("must not", "need not"):
        return False
    return any(getattr(phrase, "mode", "") == "only" for phrase in (*statement.lead, *statement.phrases))


def report_misplaced_only(statement: tree.Statement, source: Source, reporter: Reporter) -> None:
    """Report an ``only`` in a ban or a release, with the two sentences that may be meant."""
    origin = Origin(source, statement.span)
    flat = ONLY.sub("", origin.words)
    if statement.subject.neither or statement.modal == "need not":
        rewrite = f"Say it without `only`: {flat}. Or say what may be done, with `may … only …`."
    else:
        allowed = re.sub(re.escape(statement.written).replace(r"\ ", r"\s+"), "may", origin.words, count=1, flags=re.I)
        rewrite = f"If that alone is allowed: {allowed}. If that alone is forbidden: {flat}."
    reporter.error(
        "misplaced-only",
        origin,
        f"`{statement.written} … only …` can be read two ways: that alone is forbidden, or all else is.",
        rewrite,
    )
