"""The catalogue: rules are found by walking this package; a rule's name is its file's."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

import policyc.rules as package
from policyc.analysis.declarations import Register
from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity

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
