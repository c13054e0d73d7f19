"""Reports for paper: one made by hand, one of a whole run in which every section has something to say."""

from __future__ import annotations

from datetime import date
from functools import cache

from policyc.pipeline.files import Inputs
from policyc.pipeline.run import run_inputs
from policyc.pipeline.selection import Selection
from policyc.render.paper.blocks import Block, Bullets, Heading, Paper, Paragraph, Table
from policyc.render.paper.content import paper
from policyc.report import Report
from policyc.source import Source

TEXT = """
Acme is a bank in Germany. Globex is a platform in the United States. Customers are people.
Balances are financial data about customers. Account checking is a purpose, needs balances.
The customer's bank agrees is a condition.

agreement "Deal" between Acme and Globex, from 2020-01-01 until 2031-12-31, per "the news report".
4.1: Globex may use balances only for account checking, with opt-in consent, per "section 4": "only for checking".
4.2: Globex must not use balances for advertising.
4.3: Acme may share balances with Globex for account checking, if the customer's bank agrees.
4.4: Globex must delete balances within 30 days after termination.
4.5: Globex must notify Acme without undue delay, within 72 hours after a breach.
# policyc: ignore[contradiction] until 2030-01-01: known and accepted by both sides
4.6: Acme must not share balances with Globex for account checking.
4.7: Globex may use balances for "whatever both sides think fit".
4.8: Acme must share balances with Globex for advertising.
Clauses 4.4 and 4.5 survive for 2 years after termination.

Scenario "ads": Globex uses balances for ad targeting is forbidden by 4.2.
"""
BROKEN = 'agreement "Second" between Acme and Globex.\n1: Acme must promptly not.\n'


@cache
def whole() -> Report:
    """The report of a run with a suppression, a broken sentence, a quoted condition, laws and a rule left out."""
    inputs = Inputs([Source("deal.policy", TEXT), Source("second.policy", BROKEN)])
    today = date(2026, 1, 1)
    return run_inputs(inputs, Selection(ignore=("vague-purpose",)), None, lambda: today, ("GDPR Art. 28",)).report


def blocks(report: Report) -> tuple[Block, ...]:
    """The blocks of a report."""
    return paper(report, {"deal.policy": TEXT, "second.policy": BROKEN}).blocks


def words_of(made: Paper) -> list[str]:
    """What a paper says, block by block and cell by cell, styles left out."""
    found: list[str] = []
    for block in made.blocks:
        match block:
            case Heading(_, words) | Paragraph(words):
                found.append("".join(span.words for span in words))
            case Bullets(items):
                found += ["".join(span.words for span in words) for words in items]
            case Table():
                found += [block.caption] if block.titled else []
                found += block.columns
                found += ["".join(span.words for span in cell) or "–" for row in block.rows for cell in row]
    return found
