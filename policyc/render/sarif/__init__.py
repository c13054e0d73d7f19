"""The report as SARIF 2.1.0, the OASIS standard that code scanning services and editors read.

Begin at ``document``: it puts the parts together, each of which has a module of its own.
"""

from policyc.render.sarif.document import render_sarif

__all__ = ["render_sarif"]
