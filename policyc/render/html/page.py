"""The page: the view of a report poured into the templates, sealed against scripts and the network."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from policyc.render.html.view import page
from policyc.render.phrases import clause_words, listed, plain, ticked
from policyc.render.picture import label
from policyc.report import Report
from policyc.resources import resource

NO_SOURCES: Mapping[str, str] = MappingProxyType({})
STYLES = ("page.css", "picture.css", "print.css")


def render_html(report: Report, sources: Mapping[str, str] = NO_SOURCES) -> str:
    """The report as one HTML file; with the texts of the files, by path, short quotations stand in their lines."""
    css = styles()
    template = environment().get_template("report.html.j2")
    return template.render(page=page(report, sources), styles=css, policy=content_security_policy(css))


def content_security_policy(css: str) -> str:
    """A policy that allows this very style sheet and nothing else: no script, no image, no request."""
    digest = b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def styles(names: tuple[str, ...] = STYLES) -> str:
    """The style sheets as they stand in the page, to the byte: the policy names their hash."""
    folder = resource("reports")
    return "\n" + "\n".join((folder / name).read_text(encoding="utf-8") for name in names)


@cache
def environment() -> Environment:
    """The templates: everything put into them is escaped, and shown with nothing hidden."""
    made = Environment(
        loader=FileSystemLoader(resource("reports"), encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"listed": listed, "clause": clause_words, "ticked": ticked}
    made.globals["voice"] = label.voice
    return made


def shown(value: object) -> object:
    """A value as it is put into a page: text from files loses what would hide or reorder it."""
    return plain(value) if type(value) is str else value
