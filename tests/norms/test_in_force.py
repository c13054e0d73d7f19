"""A workspace as it stands on a day: what is weighed then, and what is said of the rest."""

from datetime import date

import pytest

from policyc.analysis.facts import Facts
from policyc.findings import Findings
from policyc.norms.in_force import holds_on, speaks_to
from policyc.norms.region import AFTER, Side
from policyc.pipeline.road import analyse
from tests.worlds import PARTIES, resolved

DEAL = """agreement "Deal" between Acme and Globex, from 2020-01-01 until 2021-12-31.
1: Acme may use health data.
2: Acme may use location data until 2020-12-31.
3: Acme may use financial data from 2021-01-01.
4: Acme must not sell health data.
5: Acme must delete health data within 30 days after termination.
6: Acme must not sell location data.
Clause 4 survives termination. Clause 6 survives for 30 days after termination.
"""


def stand(day: str, *texts: str) -> tuple[Facts, Findings]:
    """The facts of some texts on a day, and what was said of what does not hold."""
    workspace, findings = resolved(PARTIES + "".join(texts))
    assert not findings.found
    return analyse(workspace, date.fromisoformat(day))


def labels(facts: Facts) -> list[str | None]:
    """The clauses that are weighed."""
    return list(dict.fromkeys(norm.clause.label for norm in facts.norms))


def told(findings: Findings) -> list[str]:
    """What is said of what does not hold."""
    return [item.quote for item in findings.unchecked]


@pytest.mark.parametrize(
    ("day", "clauses", "left_out"),
    [
        ("2019-12-31", [], ['"Deal", which begins on 2020-01-01']),
        ("2020-01-01", ["1", "2", "4", "5", "6"], ['clause 3 of "Deal", which holds from 2021-01-01 on']),
        ("2021-06-01", ["1", "3", "4", "5", "6"], ['clause 2 of "Deal", which held until 2020-12-31']),
        (
            "2022-01-15",
            ["4", "5", "6"],
            ['"Deal", which ended on 2021-12-31; what survives it is weighed: 4, 5, 6'],
        ),
        (
            "2022-06-15",
            ["4", "5"],
            ['"Deal", which ended on 2021-12-31; what survives it is weighed: 4, 5'],
        ),
    ],
)
def test_what_holds_on_a_day(day: str, clauses: list[str], left_out: list[str]) -> None:
    facts, findings = stand(day, DEAL)
    assert labels(facts) == clauses
    assert told(findings) == left_out
    assert {item.reason for item in findings.unchecked} == {f"not in force on {day}"}


def test_without_a_day_everything_is_weighed_over_its_own_days() -> None:
    workspace, _ = resolved(PARTIES + DEAL)
    facts, findings = analyse(workspace)
    assert labels(facts) == ["1", "2", "3", "4", "5", "6"]
    assert not findings.unchecked
    assert facts.as_of is None


def test_the_day_is_all_that_is_weighed() -> None:
    facts, _ = stand("2020-06-01", DEAL)
    days = {(norm.region.start, norm.region.end) for norm in facts.norms}
    assert days == {(date(2020, 6, 1).toordinal(), date(2020, 6, 2).toordinal())}


def test_after_the_end_only_that_phase_is_weighed() -> None:
    facts, _ = stand("2022-06-15", DEAL)
    assert {norm.region.masks[Side.PHASE] for norm in facts.norms} == {AFTER}


def test_what_was_replaced_is_said_to_be() -> None:
    new = 'agreement "New" between Acme and Globex, from 2021-01-01, replaces "Deal".\n1: Acme may use health data.\n'
    _, findings = stand("2021-06-01", DEAL, new)
    assert '"Deal", which was replaced by "New"; what survives it is weighed: 4, 5' in told(findings)[0]


def test_a_conflict_that_an_amendment_cured_is_gone() -> None:
    both = 'agreement "Base" between Acme and Globex, from 2020-01-01.\n1: Acme may use health data.\n'
    both += "2: Acme must not use health data.\n"
    cure = 'agreement "Cure" between Acme and Globex, from 2021-01-01, amends "Base".\n1: Acme may use health data.\n'
    grades = [
        {each.grade.name for each in stand(day, both, cure)[0].contradictions if each.ban.clause.label == "2"}
        for day in ("2020-06-01", "2021-06-01")
    ]
    assert grades == [{"DENIED"}, {"ORDERED"}]


def test_an_ended_agreement_is_not_blamed_for_silence() -> None:
    sharing = 'agreement "S" between Acme and Globex, from 2020-01-01 until 2020-12-31.\n'
    sharing += "1: Acme may share health data with Globex for research.\n2: Globex must not sell health data.\n"
    sharing += "Clause 2 survives termination.\n"
    during, after = (stand(day, sharing)[0] for day in ("2020-06-01", "2021-06-01"))
    assert during.silent(during.agreements[0])
    assert not after.silent(after.agreements[0])


# Laws

LAW = 'policy "Act", from 2019-01-01 until 2020-12-31.\n'


def test_a_law_stays_while_it_speaks_to_an_agreement_that_stays() -> None:
    open_deal = DEAL.replace(" until 2021-12-31", "")
    facts, findings = stand("2023-01-01", LAW, open_deal)
    assert [document.title for document in facts.workspace.documents] == ["Act", "Deal"]
    later = open_deal.replace("from 2020-01-01", "from 2022-01-01")
    facts, findings = stand("2023-01-01", LAW, later)
    assert [document.title for document in facts.workspace.documents] == ["Deal"]
    assert '"Act", which ended on 2020-12-31' in told(findings)


@pytest.mark.parametrize(
    ("start", "day", "speaks"),
    [
        ("from 2020-06-01", None, True),
        ("from 2018-06-01", None, False),
        ("from 2018-06-01", date(2020, 1, 1), False),
        ("until 2025-12-31", date(2020, 1, 1), True),
        ("until 2025-12-31", date(2021, 1, 1), False),
        ("until 2025-12-31", None, True),
    ],
)
def test_a_law_speaks_if_in_force_when_the_agreement_starts(start: str, day: date | None, speaks: bool) -> None:
    workspace, _ = resolved(PARTIES + LAW + f'agreement "Deal" between Acme and Globex, {start}.\n')
    law, deal = workspace.documents
    assert speaks_to(law, deal, day) is speaks


def test_vocabularies_always_stay() -> None:
    facts, _ = stand("2015-01-01", 'vocabulary "Words", from 2020-01-01.\n', DEAL)
    assert [document.title for document in facts.workspace.documents] == ["Words"]


def test_both_days_of_a_header_are_included() -> None:
    workspace, _ = resolved(PARTIES + DEAL)
    deal = workspace.documents[0]
    expected = [
        (date(2019, 12, 31), False),
        (date(2020, 1, 1), True),
        (date(2021, 12, 31), True),
        (date(2022, 1, 1), False),
    ]
    assert [(day, holds_on(deal, day)) for day, _ in expected] == expected


def test_what_must_be_ensured_has_its_own_days() -> None:
    ensured = 'agreement "E" between Acme and Globex.\n'
    ensured += "1: Acme must ensure that Globex must not sell health data until 2020-12-31.\n"
    assert labels(stand("2020-06-01", ensured)[0]) == ["1"]
    assert labels(stand("2021-06-01", ensured)[0]) == []
