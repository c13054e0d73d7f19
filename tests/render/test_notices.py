"""What a run has to tell beside its findings."""

from dataclasses import replace
from datetime import date

from policyc.findings import NOT_IN_FORCE, Unchecked
from policyc.render.notices import NOTHING_CHECKED, notices
from policyc.report import Baseline, Gone, Held, LawView, Summary
from tests.render import samples


def test_a_run_on_nothing() -> None:
    (notice,) = notices(samples.empty())
    assert (notice.words, notice.grave) == (NOTHING_CHECKED, True)


def test_a_day_on_which_nothing_was_in_force() -> None:
    left_out = Unchecked(samples.at(1), f"{NOT_IN_FORCE} 1999-01-01")
    report = replace(samples.clean(), unchecked=(left_out,), summary=Summary(1, 0, 0, 0, 0, 0, 0))
    (notice,) = notices(report)
    assert notice.grave
    assert "no agreement was in force" in notice.words


def test_all_that_there_is_to_tell() -> None:
    law = LawView("Deal", samples.at(1), "GDPR Art. 28", Held.APPLIED, "", 10, 2, 1)
    report = replace(
        samples.report(),
        judged_on=date(2026, 1, 2),
        laws=(law,),
        summary=replace(samples.report().summary, baselined=2),
        baseline=Baseline((Gone("0" * 16, 3, "reveals", "Deal", "4"),)),
    )
    told = {notice.kind: notice.words for notice in notices(report)}
    assert list(told) == ["taken-as-given", "laws-held", "how-judged", "known-findings"]
    assert told["laws-held"] == (
        'GDPR Art. 28 was held against "Deal": 7 of 10 requirements met, 1 not weighed. '
        "(policyc's own reading of the law, no legal advice)"
    )
    assert told["known-findings"] == 'Not found any more: [reveals] 0000000000000000: "Deal", clause 4 (3 times).'
    assert not any(notice.grave for notice in notices(report))


def test_agreements_that_declare_no_law_are_not_told_of() -> None:
    silent = LawView("Deal", samples.at(1), "", Held.UNDECLARED)
    assert [each.kind for each in notices(replace(samples.clean(), laws=(silent,)))] == []
