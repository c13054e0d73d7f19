"""Places as SARIF names them: artifacts by relative addresses, regions in code points."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from policyc.findings import Evidence
from policyc.render.phrases import plain
from policyc.render.sarif.words import Node, message
from policyc.render.snippet import HERE
from policyc.source import Place

SOURCE_ROOT = "%SRCROOT%"
"""What relative addresses are relative to: the folder that policyc ran in, which readers take for their checkout."""
UNQUOTED = "/-._~"
DRIVE = re.compile(r"[A-Za-z]:/")
SHIPPED = "policyc:"
"""How the paths of texts begin that policyc ships: no artifact of the user's."""


class Artifacts:
    """The files that a log names, numbered in the order of their paths."""

    def __init__(self, paths: Iterable[str]) -> None:
        """Take the paths as given; those of shipped texts are left out."""
        self._numbers = {path: number for number, path in enumerate(sorted({each for each in paths if at_users(each)}))}

    def nodes(self) -> list[Node]:
        """The artifacts of the log."""
        return [
            {"location": address(path), "roles": ["analysisTarget"], "mimeType": "text/plain", "encoding": "UTF-8"}
            for path in self._numbers
        ]

    def location(self, evidence: Evidence, number: int | None = None) -> Node:
        """The place of some evidence, the clause that it is, and the part that it plays."""
        return {
            **({} if number is None else {"id": number}),
            **({"message": message(evidence.message)} if evidence.message and evidence.message != HERE else {}),
            **self.physical(evidence.place),
            **logical(evidence),
        }

    def physical(self, place: Place) -> Node:
        """A stretch of a file; nothing for a text that policyc ships, which is no file of the user's."""
        if place.path not in self._numbers:
            return {}
        artifact = {**address(place.path), "index": self._numbers[place.path]}
        return {"physicalLocation": {"artifactLocation": artifact, "region": region(place)}}


def at_users(path: str) -> bool:
    """Whether a path is that of a file, and not of a text that policyc ships."""
    return not path.startswith(SHIPPED)


def address(path: str) -> Node:
    """Where a file is: relative to the source root, or by its whole address where its path was given whole.

    >>> address("./deals/my deal.policy")["uri"], address("/srv/a#b.policy")["uri"]
    ('deals/my%20deal.policy', 'file:///srv/a%23b.policy')
    """
    if path.startswith("/"):
        return {"uri": f"file://{quote(path, UNQUOTED)}"}
    if DRIVE.match(path):
        return {"uri": f"file:///{path[:2]}{quote(path[2:], UNQUOTED)}"}
    return {"uri": quote(path.removeprefix("./"), UNQUOTED), "uriBaseId": SOURCE_ROOT}


def region(place: Place) -> Node:
    """A stretch of text; as in our own places, its end is the column after its last character."""
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def logical(evidence: Evidence) -> Node:
    """The clause and agreement that some evidence is from, by the contract's own numbers."""
    if not evidence.agreement:
        return {}
    name = plain(evidence.clause or evidence.agreement)
    whole = plain(f"{evidence.agreement}/{evidence.clause}" if evidence.clause else evidence.agreement)
    kind = "clause" if evidence.clause else "agreement"
    return {"logicalLocations": [{"name": name, "fullyQualifiedName": whole, "kind": kind}]}
