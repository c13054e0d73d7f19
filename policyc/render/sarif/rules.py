"""The rules that a SARIF log names, each with its page as help."""

from __future__ import annotations

from collections.abc import Iterable

from policyc.findings import Severity
from policyc.render.sarif.words import Node, sentence
from policyc.rules.catalogue import Rule, rules
from policyc.rules.pages import page_text

PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
"""What GitHub calls the severities, in a property of its own."""


def descriptors(names: Iterable[str]) -> list[Node]:
    """The descriptors of some rules, in the order of their names."""
    return [descriptor(rules()[name]) for name in sorted(set(names))]


def descriptor(rule: Rule) -> Node:
    """One rule; it has no address to read more at, so none is given."""
    page = page_text(rule)
    return {
        **identity(rule.name),
        **described(sentence(rule.summary)),
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.family], "problem.severity": PROBLEM[rule.severity]},
    }


def identity(name: str) -> Node:
    """A name as an identifier, and written as SARIF wants names for people: in one word, and not the same again.

    >>> identity("no-flowdown"), identity("reveals")
    ({'id': 'no-flowdown', 'name': 'NoFlowdown'}, {'id': 'reveals', 'name': 'RevealsRule'})
    """
    words = name.split("-") if "-" in name else [name, "rule"]
    return {"id": name, "name": "".join(word.capitalize() for word in words)}


def described(words: str) -> Node:
    """A description, short and in full: it is one sentence."""
    return {"shortDescription": {"text": words}, "fullDescription": {"text": words}}
