"""The catalogue: rules are found by walking this package; a rule's name is its file's."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

import policyc.rules as package
from policyc.analysis.declarations import Register
from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity

HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
UNNEEDED = "None needed"

Check = Callable[[Facts], Iterator[Finding]]
CheckNames = Callable[[Register], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, family, usual severity and page.

    Most rules ``check`` the facts, some (``check_names``) compare the names of all files; both are None for what an
    earlier stage of the road reports itself (a broken sentence, an undeclared name).
    """

    name: str
    family: str
    severity: Severity
    page: str
    check: Check | None
    check_names: CheckNames | None

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.strip().splitlines()[0]

    @property
    def why(self) -> str:
        """Why it matters, for a reader who signs agreements."""
        return sections(self.page)["Why it matters"]

    @property
    def references(self) -> str:
        """What in law or practice it rests on; empty where it needs none."""
        text = sections(self.page)["References"]
        return "" if text.startswith(UNNEEDED) else text


def sections(page: str) -> dict[str, str]:
    """The text of a page under each of its headings, in their order; each paragraph stands on one line.

    >>> sections("It finds.\\n\\n## Why it matters\\n\\nSo\\nit is.\\n\\nThus.")
    {'Why it matters': 'So it is.\\n\\nThus.'}
    """
    _, *parts = HEADING.split(page)
    return {heading: unwrapped(text) for heading, text in zip(parts[::2], parts[1::2], strict=True)}


def unwrapped(text: str) -> str:
    """Paragraphs on one line each; a text with examples or lists is left as it is."""
    if "```" in text or text.lstrip().startswith("- ") or "\n- " in text:
        return text.strip()
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


@cache
def rules() -> dict[str, Rule]:
    """Every rule by name, in the order of families and names."""
    found = [rule_of(module) for module in modules()]
    return {rule.name: rule for rule in sorted(found, key=lambda rule: (rule.family, rule.name))}


def modules() -> Iterator[ModuleType]:
    """The modules of rules: those in the families' folders."""
    for family in pkgutil.iter_modules(package.__path__):
        if family.ispkg:
            folder = importlib.import_module(f"{package.__name__}.{family.name}")
            for module in pkgutil.iter_modules(folder.__path__):
                yield importlib.import_module(f"{folder.__name__}.{module.name}")


def rule_of(module: ModuleType) -> Rule:
    """The rule that a module is."""
    *_, family, name = module.__name__.split(".")
    checks = (getattr(module, function, None) for function in ("check", "check_names"))
    return Rule(name.replace("_", "-"), family, module.SEVERITY, module.__doc__ or "", *checks)


def check_names(register: Register) -> list[Finding]:
    """What every rule on names finds in those of all files."""
    return [finding for rule in rules().values() if rule.check_names for finding in rule.check_names(register)]


def check(facts: Facts) -> list[Finding]:
    """What every rule finds in the facts."""
    return [finding for rule in rules().values() if rule.check for finding in rule.check(facts)]
