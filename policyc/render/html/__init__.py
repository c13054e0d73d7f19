"""The HTML report: one file that needs nothing else, for partners, clients and regulators."""

from policyc.render.html.page import render_html

__all__ = ["render_html"]
