"""A page of HTML read back: its elements, its text, and whether its tags are balanced."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "base", "col", "embed", "source", "track", "wbr", "area"}


@dataclass
class Element:
    """An element: its tag, its attributes, and all the text inside it."""

    tag: str
    attributes: dict[str, str | None]
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, white space collapsed."""
        return " ".join("".join(self.pieces).split())

    @property
    def classes(self) -> set[str]:
        """The classes of the element."""
        return set((self.attributes.get("class") or "").split())


class Page(HTMLParser):
    """A page, read as a browser would tokenise it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.unbalanced: list[str] = []
        self.comments: list[str] = []
        self.root = Element("", {})
        self.feed(html)
        self.close()
        self.unbalanced += [element.tag for element in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(attrs) != len(dict(attrs)):
            self.unbalanced.append(f"{tag} has an attribute twice")
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1].tag != tag:
            self.unbalanced.append(f"/{tag}")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in (self.root, *self.open):
            element.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def all(self, tag: str = "", of: str = "") -> list[Element]:
        """The elements with a tag, or with a class, or with both."""
        return [e for e in self.elements if tag in ("", e.tag) and (not of or of in e.classes)]

    def by_id(self, name: str) -> Element:
        """The one element with an id."""
        (found,) = (element for element in self.elements if element.attributes.get("id") == name)
        return found

    @property
    def text(self) -> str:
        """All the text, white space collapsed."""
        return self.root.text
