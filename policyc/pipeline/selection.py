"""Which rules' findings are wanted."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.findings import Finding


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules that somebody selected, or all where that are none, without those to be ignored; names in order."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, rule: str) -> bool:
        """Whether a rule is wanted."""
        return (not self.select or rule in self.select) and rule not in self.ignore

    def keeps(self, finding: Finding) -> bool:
        """Whether a finding is wanted."""
        return self.wants(finding.rule)


EVERY_RULE = Selection()
