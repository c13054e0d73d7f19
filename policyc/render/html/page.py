"""The page: the view of a report poured into the templates, sealed against scripts and the network."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from policyc.render.html import causes
from policyc.render.html.addresses import file_address
from policyc.render.html.looks import SCRIPTS, STYLES, running_head, script, styles
from policyc.render.html.seal import content_security_policy, embedded, signed
from policyc.render.html.view import page
from policyc.render.html.wording import legal, phrased
from policyc.render.phrases import clause_words, listed, plain, ticked
from policyc.render.picture import label as picture_label
from policyc.report import Report
from policyc.report.record import record
from policyc.resources import resource

NO_SOURCES: Mapping[str, str] = MappingProxyType({})


def render_html(report: Report, sources: Mapping[str, str] = NO_SOURCES) -> str:
    """The report as one HTML file; with the texts of the files, by path, short quotations stand in their lines."""
    view = page(report, sources)
    return poured("report.html.j2", view, f"Report on {view.title}", record(report))


def poured(
    template: str,
    view: object,
    title: str,
    record: Mapping[str, object],
    style_names: tuple[str, ...] = STYLES,
    script_names: tuple[str, ...] = SCRIPTS,
) -> str:
    """A page of a template and a view; ``title`` runs at the head of printed sheets, ``record`` is put in as data."""
    css = styles(style_names) + running_head(title)
    code = script(script_names)
    html = (
        environment()
        .get_template(template)
        .render(
            page=view,
            styles=css,
            script=code,
            policy=content_security_policy(css, code),
            record=embedded(record),
        )
    )
    return signed(html)


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
    made.filters |= {
        "listed": listed,
        "clause": clause_words,
        "ticked": ticked,
        "phrased": phrased,
        "legal": legal,
        "file": file_address,
    }
    made.globals |= {"voice": picture_label.voice, "cause_label": causes.label}
    return made


def shown(value: object) -> object:
    """A value as it is put into a page: text from files loses what would hide or reorder it."""
    return plain(value) if type(value) is str else value
