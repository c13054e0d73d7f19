"""Answers, scenarios and read-backs for a terminal."""

from policyc.findings import Evidence
from policyc.render.answers import render_answers, render_coverage, render_scenarios
from policyc.render.reading import render_reading
from policyc.render.vocabulary import render_kinds, render_names
from policyc.report import AnswerItem, AnswerView, NameView, ScenarioView
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
    view = AnswerView("Deal", "unknown", (), ("the day: permitted",), PLAIN, ("it lacks x",), sought=True)
    text = render_answers((view,))
    assert "  it turns on the day: permitted.\n" in text
    assert "  line 3  a.policy:3:1  permits it:\n" in text
    assert "      - it lacks x\n" in text
    banned = AnswerView("Deal", "forbidden", (CLAUSE,), (), PLAIN, sought=True)
    assert "another clause stands in its way" in render_answers((banned,))


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


def test_an_answer_by_name_quotes_each_clause_once() -> None:
    both = (
        AnswerItem(("trips",), "forbidden", (CLAUSE,), (), (("trips are data (a.policy:1)",),)),
        AnswerItem(("balances", "names"), "unknown", (CLAUSE,), ("consent: permitted",), ((),)),
    )
    rest = AnswerItem(("other data",), "uncovered", (), rest=True)
    view = AnswerView("Deal", "unknown", (CLAUSE,), items=(*both, rest), together=("More",))
    assert render_answers((view,)) == (
        'by "Deal", read together with "More":\n'
        "  trips: forbidden\n"
        "    clause 2  a.policy:3:1  forbids it:\n"
        "        2: Acme must not use data.\n"
        "        since trips are data (a.policy:1).\n"
        "  balances and names: unknown\n"
        "    it turns on consent: permitted.\n"
        "    clause 2  a.policy:3:1  forbids it.\n"
        "  other data: the agreement is silent.\n"
    )


def test_duties_by_name() -> None:
    rest = AnswerItem(("anyone else",), "not required", (), rest=True)
    text = render_answers((AnswerView("Deal", "unknown", (CLAUSE,), items=(rest,)),))
    assert "  anyone else: not required.\n" in text


def test_a_clause_of_another_agreement_is_named_with_it() -> None:
    view = AnswerView("Base", "forbidden", (CLAUSE,), together=("Deal",), because=(("a is b (x:1)", "b is c (x:2)"),))
    text = render_answers((view,))
    assert text.startswith('forbidden by "Base", read together with "Deal"\n  clause 2 of "Deal"  a.policy:3:1')
    assert "      since a is b (x:1), and b is c (x:2).\n" in text


def test_what_does_not_hold_is_told_apart_from_silence() -> None:
    old = AnswerView("Old", "uncovered", (), absent="ended on 2020-12-31")
    quiet = AnswerView("Quiet", "uncovered", ())
    text = render_answers((AnswerView("Deal", "forbidden", (CLAUSE,)), quiet, old))
    assert text.endswith('Silent on this: "Quiet".\n\nNot in force then: "Old", which ended on 2020-12-31.\n')
    assert render_answers((old,)) == 'Not in force then: "Old", which ended on 2020-12-31.\n'


def test_nothing_came_near() -> None:
    assert "No clause permits anything like it." in render_answers((AnswerView("Deal", "uncovered", (), sought=True),))
