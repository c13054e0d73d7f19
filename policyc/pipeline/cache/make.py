"""Keys of what is kept: hashes of all that it was made from, the program, its grammar and its vocabulary included."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from policyc import __version__
from policyc.resources import resource


def key(*parts: bytes) -> bytes:
    """The key of what this policyc makes of some parts."""
    digest = hashlib.sha256(make())
    for part in parts:
        digest.update(len(part).to_bytes(8, "little") + part)
    return digest.digest()


@cache
def make() -> bytes:
    """The hash of policyc itself: its program, grammar, vocabulary and laws, and the looks of its reports."""
    digest = hashlib.sha256(__version__.encode())
    package = Path(__file__).resolve().parents[2]
    shipped = (
        (package, "*.py"),
        (resource("grammar"), "*.lark"),
        (resource("policies"), "*.policy"),
        (resource("reports"), "*.*"),
    )
    for folder, pattern in shipped:
        for file in sorted(folder.rglob(pattern)):
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.digest()
