"""The HTML report: files that need nothing else, for partners, clients and regulators."""

from policyc.render.html.index import render_index
from policyc.render.html.page import render_html

__all__ = ["render_html", "render_index"]
