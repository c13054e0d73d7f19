"""What seals a page: a policy that allows its own style and script alone, and data that can break neither."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Mapping

from policyc.report.record import UNSEALED

UNBLANKED = re.compile(r'"page": "[0-9a-f]{64}"')
BLANK = f'"page": "{UNSEALED}"'
"""The place of a page's own digest before it is known."""

HARMFUL = re.compile("[<>&\x7f]")
"""What ASCII has that could end a script element, begin another or hide."""


def content_security_policy(css: str, script: str = "") -> str:
    """A policy that allows this very style sheet and script: no other script, no image, no request, no form."""
    scripts = f"script-src {source(script)}; " if script else ""
    return f"default-src 'none'; style-src {source(css)}; {scripts}base-uri 'none'; form-action 'none'"


def source(text: str) -> str:
    """A text as a content security policy names it: by its hash."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def embedded(data: Mapping[str, object]) -> str:
    """Data as JSON that can stand in a script element of the type ``application/json``; any JSON parser reads it."""
    text = json.dumps(data, indent=1, sort_keys=True)
    return HARMFUL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def signed(html: str) -> str:
    """The page with its own digest in its record: the SHA-256 of its bytes with zeros in the digest's place."""
    return html.replace(BLANK, f'"page": "{digest(html)}"', 1)


def digest(html: str) -> str:
    """The digest of a page as `signed` makes it, whatever stands in its place now."""
    return hashlib.sha256(UNBLANKED.sub(BLANK, html, count=1).encode()).hexdigest()
