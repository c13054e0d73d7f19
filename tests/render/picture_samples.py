"""Shapes made by hand for pictures: steps of a witness, matrices, times, and reports that are full of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from policyc.findings import Evidence, Finding, Severity, Step
from policyc.report import (
    Cell,
    ClauseReference,
    Deadline,
    Matrix,
    Provenance,
    Report,
    Standing,
    Survival,
    Term,
    Timeline,
)
from tests.render import samples

WIDE = "W" * 120
LONG = samples.LONG
CONDITION = "opt-in consent: permitted with opt-in consent, forbidden without it; the place: forbidden elsewhere"


def evidence(number: int, agreement: str | None = samples.DEAL) -> Evidence:
    """One of the sample's clauses."""
    return Evidence("", samples.at(samples.LINES[number]), "words", agreement, str(number))


def path() -> tuple[Step, ...]:
    """A hop, a conclusion from it, another hop, and a use that is forbidden."""
    return (
        Step("savings bank", "gives", ("card payments",), "messenger", ("customer support",), evidence(1)),
        Step("messenger", "works out", ("shopping habits",), "", (), evidence(1)),
        Step("messenger", "shares", ("card payments", "habits"), "shoe shop", (), evidence(4)),
        Step("shoe shop", "uses", ("habits",), "", ("ad targeting",), None, evidence(3)),
    )


def act() -> tuple[Step, ...]:
    """One act that a clause permits and another forbids."""
    return (Step("Globex", "sells", ("names",), "Acme", ("profit",), evidence(1), evidence(8, samples.LINKING)),)


def long_steps() -> tuple[Step, ...]:
    """Names of 120 characters everywhere: one act, and then two that hang together."""
    every = evidence(4, WIDE)
    return (
        Step(WIDE, "shares", (LONG, WIDE), LONG, (WIDE,), every, every),
        Step(WIDE, "shares", (WIDE,), "Acme", (LONG,), every),
        Step("Acme", "uses", (WIDE, LONG), "", (WIDE,), every, every),
    )


def reference(number: int, agreement: str = samples.DEAL) -> ClauseReference:
    """One of the sample's clauses, as tables refer to it."""
    return ClauseReference(agreement, str(number), samples.at(samples.LINES[number]))


def matrix(rows: int = 3, columns: int = 3, long: bool = False) -> Matrix:
    """A matrix of all standings; ``long`` names have 120 characters."""
    standings = list(Standing)
    cells = []
    for row in range(rows):
        line = []
        for column in range(columns):
            standing = standings[(row * columns + column) % len(standings)]
            terms = {Standing.CONDITIONAL: "with consent", Standing.MIXED: CONDITION}.get(standing, "")
            deciding = () if standing is Standing.SILENT else (reference(1), reference(4), reference(1))
            line.append(Cell(standing, deciding, terms))
        cells.append(tuple(line))
    names = (LONG, WIDE) if long else ("account balances", "purposes and means")
    return Matrix(
        agreement=samples.DEAL,
        place=samples.at(54, 90, 1),
        party=WIDE if long else "Facebook",
        act="use",
        across="purpose",
        rows=tuple(f"{names[row % 2]} {row}" for row in range(rows)),
        columns=(*(f"{names[column % 2]} {column}" for column in range(columns - 1)), ""),
        cells=tuple(cells),
        unsaid_rows=("shoe sizes",),
        unsaid_columns=("research", "profit"),
    )


def timeline(long: bool = False) -> Timeline:
    """Terms with and without ends, deadlines of two events and of none, two survivals."""
    title = WIDE if long else samples.DEAL
    header, place = samples.at(54, 90, 1), samples.at(41, 90, 1)
    clause = reference(1, title)
    return Timeline(
        terms=(
            Term(samples.LINKING, place, "live", None, date(2021, 6, 30), "until 2021-06-30"),
            Term(title, header, "proposed", date(2018, 8, 6), None, "from 2018-08-06"),
            Term(title, header, "proposed", date(2019, 1, 1), date(2019, 12, 31), "in 2019", clause),
            Term("Undated", header, "live", None, None, "no dates are given"),
        ),
        deadlines=(
            Deadline(clause, title, "delete balances", "Termination", "30 days", 30),
            Deadline(clause, "Acme", LONG if long else "notify Globex", "breach", "72 hours", 3),
            Deadline(clause, "Acme", "return balances", "termination", "", None, date(2020, 1, 30)),
            Deadline(clause, "Acme", "keep balances", "termination", "at most 7 days", 7, None, True),
            Deadline(clause, "Acme", "audit Globex", "", "every year", 365),
            Deadline(clause, "Acme", "tell the regulator", LONG if long else "breach", WIDE if long else "1 day", 1),
        ),
        survivals=(
            Survival(title, header, "Clauses 1 and 4 survive", (reference(1), reference(4)), "for 2 years"),
            Survival(title, header, "Clause 3 survives", (reference(3),)),
        ),
    )


def told(steps: tuple[Step, ...], message: str) -> Finding:
    """A finding with steps."""
    return Finding("contradiction", Severity.ERROR, message, evidence(4), "Drop one.", steps=steps)


def full(long: bool = False, parties: int = 0) -> Report:
    """A report with every picture; with so many parties in its map, or the sample's few."""
    base = samples.crowded(parties) if parties else samples.report()
    bans = tuple(
        replace(flow, forbidden=True, certain=False, condition="", purposes=(), data=(LONG,), taker="advertisers")
        for flow in base.flows[:3]
    )
    steps = [long_steps()] if long else [path(), act()]
    return replace(
        base,
        flows=(*base.flows, *bans),
        findings=(*base.findings, *(told(each, f"told in {len(each)} steps") for each in steps)),
        matrices=(matrix(4, 9, long), matrix(2, 2, long)),
        timeline=timeline(long),
        provenance=Provenance(as_of=date(2020, 1, 1)),
    )
