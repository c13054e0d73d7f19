"""What a verdict turns on when it turns on several things together."""

from policyc.analysis.answer import Case
from policyc.analysis.boxes import MOST_BOXES, Dimension, told_together
from policyc.analysis.obligation import Outcome
from policyc.norms.region import Point
from policyc.norms.verdict import Verdict

WORDS: dict[Outcome, str] = {
    Verdict.PERMITTED: "permitted",
    Verdict.FORBIDDEN: "forbidden",
    Verdict.UNCOVERED: "silent",
}
GRANT, BAN, NONE = Verdict.PERMITTED, Verdict.FORBIDDEN, Verdict.UNCOVERED


def told(table: list[list[Verdict]]) -> str:
    """What is told of a table of verdicts, by row and column."""
    cases = tuple(
        Case(Point((row,), column, 0), verdict) for row, line in enumerate(table) for column, verdict in enumerate(line)
    )
    rows = Dimension("the row", lambda case: f"in row {case.point.bits[0]}")
    columns = Dimension("the column", lambda case: f"and column {case.point.states}")
    return told_together(cases, [rows, columns], WORDS)


def test_one_corner() -> None:
    assert told([[GRANT, BAN], [BAN, BAN]]) == (
        "the row and the column: permitted in row 0 and column 0; otherwise forbidden"
    )


def test_a_whole_row_is_told_without_its_columns() -> None:
    assert told([[GRANT, GRANT], [BAN, NONE]]) == (
        "the row and the column: permitted in row 0; forbidden in row 1 and column 0; otherwise silent"
    )


def test_values_that_are_judged_alike_are_joined() -> None:
    assert told([[GRANT, GRANT, NONE], [NONE, NONE, NONE]]) == (
        "the row and the column: permitted in row 0 and column 0 or and column 1; otherwise silent"
    )


def test_a_long_diagonal_is_not_told() -> None:
    size = MOST_BOXES + 2
    assert told([[GRANT if row == column else BAN for column in range(size)] for row in range(size)]) == ""


def test_what_turns_on_something_else_is_not_told() -> None:
    same = [Case(Point((0,), 0, 0), GRANT), Case(Point((0,), 0, 0), BAN), Case(Point((1,), 1, 0), BAN)]
    rows = Dimension("the row", lambda case: str(case.point.bits[0]))
    assert told_together(tuple(same), [rows, rows], WORDS) == ""
