"""Findings by what they rest on."""

from hypothesis import given
from hypothesis import strategies as st

from policyc.findings import Evidence, Finding, Severity
from policyc.pipeline.run import run
from policyc.report import root_causes
from policyc.source import Place


def at(line: int, clause: str | None = None, quote: str = "words", agreement: str | None = "Deal") -> Evidence:
    """Evidence on a line."""
    return Evidence("here", Place("a.policy", line, 1, line, 9), quote, agreement, clause)


def finding(primary: Evidence, *related: Evidence) -> Finding:
    """A finding."""
    return Finding("contradiction", Severity.ERROR, "It is.", primary, "Mend it.", related)


def grouped(*findings: Finding) -> dict[str, tuple[int, ...]]:
    """The members of each cause by its words, in the order of causes."""
    return {cause.words: cause.members for cause in root_causes(findings)}


def test_what_most_rest_on_comes_first() -> None:
    ban, one, two, other = at(4, "4"), at(1, "1"), at(2, "2"), at(9, "9")
    found = grouped(finding(one, ban), finding(other), finding(two, ban, other), finding(ban))
    assert list(found.items()) == [("Clause 4 of “Deal”", (0, 2, 3)), ("Clause 9 of “Deal”", (1,))]


def test_of_equals_what_is_blamed_and_then_what_stands_first() -> None:
    left, right = at(1, "1"), at(2, "2")
    assert list(grouped(finding(right, left), finding(right, left))) == ["Clause 2 of “Deal”"]
    assert list(grouped(finding(right, left), finding(left, right))) == ["Clause 1 of “Deal”"]


def test_silence_is_one_cause_and_a_header_beside_a_clause_is_none() -> None:
    header, clause = at(1, None, 'agreement "Deal" between Acme and Globex'), at(2, "2")
    found = grouped(
        finding(header, clause), finding(header, clause), finding(clause, header), finding(at(3, "3"), header)
    )
    assert list(found.items()) == [
        ("“Deal” as a whole", (0, 1)),
        ("Clause 2 of “Deal”", (2,)),
        ("Clause 3 of “Deal”", (3,)),
    ]


def test_words_for_what_has_no_label() -> None:
    long = "Scans are " + "data " * 40
    assert list(
        grouped(
            finding(at(5)),
            finding(at(6, None, "Scans   are data", None)),
            finding(at(7, None, long, None)),
            finding(at(8, None, "", None)),
            finding(at(9, "R1", "x", None)),
            finding(at(10, None, 'vocabulary "V"', None)),
        )
    ) == [
        "Line 5 of “Deal”",
        "“Scans are data” (line 6)",
        f"“{' '.join(long.split())[:79]}…” (line 7)",
        "a.policy, line 8",
        "Clause R1",
        'vocabulary "V"',
    ]


def test_the_founding_case() -> None:
    report = run(["policies/examples/messenger-banking.policy"]).report
    causes = root_causes(report.findings)
    assert {"“Account linking” as a whole", "Clause 3 of “Proposed bank deal”"} <= {cause.words for cause in causes}


EVIDENCE = st.builds(lambda line, labelled: at(line, str(line) if labelled else None), st.integers(1, 6), st.booleans())


@given(st.lists(st.builds(finding, EVIDENCE, EVIDENCE), max_size=12))
def test_every_finding_has_one_cause_that_it_quotes(findings: list[Finding]) -> None:
    causes = root_causes(findings)
    assert sorted(at for cause in causes for at in cause.members) == list(range(len(findings)))
    for cause in causes:
        for member in cause.members:
            quoted = (findings[member].primary, *findings[member].related)
            assert any(each.place == cause.place and each.clause == cause.clause for each in quoted)
    assert root_causes(findings) == causes
