"""Answers, scenarios and read-backs for a terminal."""

from policyc.findings import Evidence
from policyc.render.answers import render_answers, render_coverage, render_scenarios
from policyc.render.reading import render_reading
from policyc.render.vocabulary import render_kinds, render_names
from policyc.report import AnswerView, NameView, ScenarioView
from policyc.source import Place
from tests.render import samples

PLACE = Place("a.policy", 3, 1, 3, 9)
CLAUSE = Evidence("forbids it", PLACE, "2: Acme must not use data", "Deal", "2")
PLAIN = Evidence("permits it", PLACE, "Acme may use data", "Deal")


def test_a_verdict_with_its_clauses() -> None:
    assert render_answers((AnswerView("Deal", "forbidden", (CLAUSE,)),)) == (
        'forbidden by "Deal"\n  clause 2  a.policy:3:1  forbids it:\n      2: Acme must not use data.\n'
    )


def test_what_it_turns_on_and_what_came_nearest() -> None:
    view = AnswerView("Deal", "unknown", (), ("the day: permitted",), PLAIN, ("it lacks x",))
    text = render_answers((view,))
    assert "  it turns on the day: permitted.\n" in text
    assert "  line 3  a.policy:3:1  permits it:\n" in text
    assert "      - it lacks x\n" in text
    banned = AnswerView("Deal", "forbidden", (CLAUSE,), (), PLAIN)
    assert "a ban stands in its way" in render_answers((banned,))


def test_silent_agreements_come_last() -> None:
    silent = AnswerView("Quiet", "uncovered", ())
    both = render_answers((AnswerView("Deal", "conflicting", (CLAUSE, PLAIN)), silent))
    assert "nothing says which prevails" in both
    assert both.endswith('Silent on this: "Quiet".\n')
    assert "the agreement is silent" in render_answers((silent,))
    assert render_answers(()) == ""


def test_scenarios() -> None:
    answer = AnswerView("Deal", "forbidden", (CLAUSE,))
    passed = ScenarioView("ads", PLACE, "forbidden", ("2",), answer)
    failed = ScenarioView("sale", PLACE, "permitted", (), answer)
    missed = ScenarioView("by", PLACE, "forbidden", ("3",), answer, ("3",))
    lost = ScenarioView("lost", PLACE, "permitted", (), None)
    text = render_scenarios((passed, failed, missed, lost))
    assert [line[:4] for line in text.splitlines() if line[:1] in "pF"] == ["pass", "FAIL", "FAIL", "FAIL"]
    assert "expected: permitted\n" in text
    assert "not among the deciding clauses: 3" in text
    assert text.endswith("4 scenarios: 3 not as expected.\n")
    assert render_scenarios((passed,)).endswith("1 scenario: all as expected.\n")


def test_coverage() -> None:
    assert render_coverage((PLAIN,), 2).startswith("1 of 2 clauses decide a scenario.\n  line 3")


def test_a_reading_of_a_whole_report() -> None:
    text = render_reading(samples.report(), width=200)
    assert 'agreement "Account linking", live, between' in text
    assert "as told by" in text
    assert "Not checked:" in text
    lines = [line for line in text.splitlines() if line.startswith("      who ")]
    assert len({line.index(line.split()[1]) for line in lines}) == 1


def test_names() -> None:
    view = NameView("Ads", "purpose", (("is", "Marketing"), ("defined in", "a.policy:1")))
    assert render_names([view, view]).count("Ads (purpose)\n  is           Marketing\n") == 2
    assert render_kinds([("data", 1, ("Ads",))]).startswith("data (1 name)   Ads\n")
