"""File names of pages: made of what a page is about, the same in every run, and safe on every system."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 60
"""So many characters of a title stand in the name."""
DIGITS = 12
"""So many digits of a hash tell pages apart whose titles read alike."""
UNSAFE = re.compile(r"[^a-z0-9]+")


def page_name(path: str, title: str, number: int = 0) -> str:
    """The file name of a page: ``loyalty-data-3f1c5a0e9b2d.html``; made of a-z, 0-9, hyphens and a full stop alone.

    ``number`` counts documents of one title in one file; neither other pages nor their order play any part.
    """
    digest = hashlib.sha256(f"{path}\0{title}\0{number}".encode()).hexdigest()[:DIGITS]
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    slug = UNSAFE.sub("-", plain)[:LONGEST].strip("-")
    return f"{slug}-{digest}.html" if slug else f"{digest}.html"
