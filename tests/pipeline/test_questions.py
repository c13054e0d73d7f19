"""Questions answered: may, must, who, what, with whom …; by agreements that are read together; on a day."""

from datetime import date

import pytest

from policyc.pipeline.questions import Reply, ask
from policyc.pipeline.road import Examination, examine
from policyc.report import AnswerView
from policyc.source import Source

NAMES = """Acme is a bank in Germany. Globex is a platform in the United States. Initech is a vendor.
Customers are people.
Balances are financial data about customers.
Trips are location data.
Profiles are data, derived from trips, bound by the same terms.
Bank data includes balances and trips.
"""
DEAL = """agreement "Deal" between Acme and Globex, from 2020-01-01 until 2021-12-31.
1: Globex may use balances for customer support.
2: Globex must delete balances within 30 days after termination.
3: Globex must notify Acme within 72 hours after a breach.
4: Globex need not notify Acme if legal process exists.
5: Acme must return or delete trips if requested.
6: Globex must not share bank data with anyone except Initech.
7: Acme will share balances with Globex for customer support.
8: Globex must not use trips for advertising.
"""


def world(*texts: str) -> Examination:
    """Some agreements, read whole."""
    examination = examine([Source("deal.policy", NAMES + "".join(texts))])
    assert not [item for item in examination.findings.unchecked if item.incomplete]
    return examination


def replied(question: str, *texts: str, given: tuple[str, ...] = (), day: date | None = None) -> Reply:
    """The reply to a question."""
    return ask(question, world(*(texts or (DEAL,))), given, day, why_not=True)


def only(question: str, *texts: str, given: tuple[str, ...] = ()) -> AnswerView:
    """The one answer to a question."""
    (view,) = replied(question, *texts, given=given).answers
    return view


def clauses(view: AnswerView) -> list[tuple[str | None, str]]:
    """The deciding clauses and what each does."""
    return [(evidence.clause, evidence.message) for evidence in view.deciding]


# Must


@pytest.mark.parametrize(
    ("question", "verdict", "deciding"),
    [
        ("Must Globex notify Acme without legal process exists?", "required", [("3", "requires it, within 72 hours after breach")]),
        ("Must Globex notify Acme if legal process exists?", "not required", [("4", "releases from it")]),
        ("Must Globex notify Acme after loss of data without legal process exists?", "required", [("3", "requires it, within 72 hours after breach")]),
        ("Must Globex notify Acme after a change of control?", "not required", [("3", "requires it only within 72 hours after breach")]),
        ("Must Globex use balances for customer support?", "not required", [("1", "permits it, and requires nothing")]),
        ("Must Globex use trips for advertising?", "forbidden", [("8", "forbids it")]),
        ("Must Acme delete trips if requested?", "one of several ways", [("5", "requires it or something else instead")]),
        ("Must Globex delete balances after termination?", "required", [("2", "requires it, within 30 days after termination")]),
        ("Must Globex use health data?", "not required", []),
    ],
)  # fmt: skip
def test_what_must_be_done(question: str, verdict: str, deciding: list[tuple[str, str]]) -> None:
    view = only(question)
    assert view.verdict == verdict
    assert clauses(view) == deciding


def test_how_often_and_for_how_long_leave_lasts_is_told() -> None:
    text = 'agreement "D" between Acme and Globex.\n1: Globex may use trips at most 4 times every day for at most 90 days.\n'
    assert clauses(only("May Globex use trips?", text)) == [
        ("1", "permits it, for at most 90 days, at most 4 times every day")
    ]


def test_a_duty_may_turn_on_a_release_or_on_the_end() -> None:
    assert only("Must Globex notify Acme?").turns_on == (
        "legal process exists: required without it, not required with legal process exists",
    )
    (turn,) = only("Must Globex delete balances?").turns_on
    assert "required after it has ended, not required while it is in force" in turn


@pytest.mark.parametrize(
    ("leave", "condition", "verdict"),
    [
        ("may retain balances if required by law", "", "unknown"),
        ("may retain balances if required by law", " if required by law", "not required"),
        ("may retain balances after termination if required by law", " without required by law", "required"),
        ("may retain trips if required by law", " if required by law", "required"),
        ("may retain balances until termination if required by law", " if required by law", "required"),
        ("may retain balances for 6 years", "", "required"),
    ],
)
def test_who_may_keep_data_need_not_delete_them(leave: str, condition: str, verdict: str) -> None:
    text = f'agreement "D" between Acme and Globex.\n1: Globex must delete balances after termination.\n2: Globex {leave}.\n'
    view = only(f"Must Globex delete balances after termination{condition}?", text)
    assert view.verdict == verdict
    assert (("2", "releases from it") in clauses(view)) is (verdict != "required")


def test_an_event_that_is_only_in_part_a_trigger_leaves_it_open() -> None:
    view = only("Must Globex notify Acme after an incident without legal process exists?")
    assert view.verdict == "unknown"
    assert clauses(view)[0][0] == "3"


def test_a_duty_that_prevails_over_a_release_stays() -> None:
    text = 'agreement "D" between Acme and Globex.\n1: Globex need not notify Acme.\n'
    text += "2: Despite 1, Globex must notify Acme after a breach.\n"
    assert only("Must Globex notify Acme?", text).verdict == "required"
    assert only("Must Globex notify Acme?", text.replace("Despite 1, ", "")).verdict == "not required"


def test_a_duty_beside_a_ban_conflicts() -> None:
    text = 'agreement "D" between Acme and Globex.\n1: Globex must use trips.\n2: Globex must not use trips.\n'
    assert only("Must Globex use trips?", text).verdict == "conflicting"
    permitted = text.replace("1: Globex must", "1: Globex may")
    assert only("Must Globex use trips?", permitted).verdict == "not required"


# Who, what, with whom …


def listed(view: AnswerView) -> list[tuple[tuple[str, ...], str]]:
    """The answer by name."""
    return [(item.names, item.verdict) for item in view.items]


@pytest.mark.parametrize(
    ("question", "items"),
    [
        (
            "Who may use balances for customer support?",
            [(("Globex",), "permitted"), (("anyone else",), "uncovered")],
        ),
        ("Which platforms may use balances for customer support?", [(("Globex",), "permitted")]),
        (
            "Which bank data may Globex use for advertising?",
            [(("trips",), "forbidden"), (("other bank data",), "uncovered")],
        ),
        (
            "With whom may Acme share balances for customer support?",
            [(("Globex",), "permitted"), (("anyone else",), "uncovered")],
        ),
        (
            "With whom may Globex share balances for research?",
            [(("anyone else",), "forbidden")],
        ),
        (
            "For what may Globex use trips?",
            [(("advertising",), "forbidden"), (("any other purpose",), "uncovered")],
        ),
        (
            "What may Globex do with balances for customer support?",
            [(("use",), "permitted"), (("share",), "unknown"), (("anything else that is done",), "uncovered")],
        ),
        (
            "What must Globex do?",
            [
                (("delete",), "required as far as these clauses say"),
                (("notify",), "required as far as these clauses say"),
                (("anything else that is done",), "not required"),
            ],
        ),
        (
            "Who must share balances with Globex for customer support?",
            [(("Acme",), "required"), (("anyone else",), "not required")],
        ),
    ],
)
def test_an_answer_by_name(question: str, items: list[tuple[tuple[str, ...], str]]) -> None:
    assert listed(only(question)) == items


def test_where_nothing_speaks_there_is_no_list() -> None:
    view = only("Who may sell health data?")
    assert (view.items, view.deciding, view.verdict) == ((), (), "uncovered")
    assert only("What must Initech do?").verdict == "not required"


def test_places_and_sources_are_listed() -> None:
    text = 'agreement "D" between Acme and Globex.\n1: Globex may use trips in the European Union.\n'
    text += "2: Globex must not use trips in Germany.\n3: Globex must not use trips from Initech in France.\n"
    assert listed(only("Where may Globex use trips from Acme?", text)) == [
        (("elsewhere in European Union",), "permitted"),
        (("Germany",), "forbidden"),
        (("anywhere else",), "uncovered"),
    ]
    assert listed(only("From whom may Globex use trips in France?", text)) == [
        (("Initech",), "forbidden"),
        (("anyone else",), "permitted"),
    ]


# Why


def test_the_definitions_by_which_a_clause_speaks_are_told() -> None:
    view = only("May Globex use profiles for ad targeting?")
    assert view.verdict == "forbidden"
    assert view.because == (
        (
            "profiles are derived from trips and bound by the same terms (deal.policy:5)",
            "ad targeting is a kind of personalised advertising (shipped vocabulary)",
            "personalised advertising is a kind of advertising (shipped vocabulary)",
        ),
    )
    assert only("May Globex use trips for advertising?").because == ((),)
    included = only("May Globex share balances with Acme for research?")
    assert included.because == (("bank data include balances (deal.policy:6)",),)


def test_conditions_and_places_have_chains_too() -> None:
    text = 'agreement "D" between Acme and Globex.\n1: Globex may use trips in the European Union if consent and not withdrawal of consent.\n'
    view = only("May Globex use trips in Germany with opt-in consent?", text, given=("not withdrawal of consent",))
    assert view.verdict == "permitted"
    assert [words.rpartition(" (")[0] for words in view.because[0]] == [
        "Germany is in European Union",
        "opt-in consent is a kind of express consent",
        "express consent is a kind of consent",
    ]


def test_one_clause_that_grants_and_closes_is_told_once() -> None:
    text = 'agreement "D" between Acme and Globex.\n1: Globex may use trips only for research.\n'
    assert clauses(only("May Globex use trips?", text)) == [("1", "permits it, and by `only` forbids the rest")]
    assert clauses(only("May Globex use trips for advertising?", text)) == [("1", "forbids it: `only` closes the list")]


@pytest.mark.parametrize(
    ("sentences", "question", "verdict"),
    [
        (
            "Globex may process trips for research, and may share them only with Initech.",
            "May Globex share trips with Acme for research?",
            "forbidden",
        ),
        (
            "Globex may process trips for research. Globex may use trips only in Germany.",
            "May Globex use trips for research in the United States?",
            "forbidden",
        ),
        (
            "Globex must keep trips securely. Globex must keep trips only in Germany.",
            "May Globex keep trips in the United States?",
            "forbidden",
        ),
        (
            "Globex may share trips with Acme for research. Globex may share trips only with Initech for research.",
            "May Globex share trips with Acme for research?",
            "permitted",
        ),
    ],
)
def test_what_one_clause_closes_limits_its_other_sentences_that_say_nothing_on_it(
    sentences: str, question: str, verdict: str
) -> None:
    text = f'agreement "D" between Acme and Globex.\n1: {sentences}\n'
    assert only(question, text).verdict == verdict


def test_what_came_nearest_names_the_ban_in_its_way() -> None:
    text = (
        'agreement "D" between Acme and Globex.\n1: Globex may use trips with consent.\n2: Globex must not use trips.\n'
    )
    view = only("May Globex use trips?", text)
    assert view.nearest is not None
    assert view.lacks == ("its condition is not given: consent", "besides, clause 2 forbids some of it")
    assert view.nearest.clause == "1"
    far = only("May Initech sell health data?", text)
    assert far.sought
    assert far.nearest is None


# Read together, and on a day

AMENDED = """agreement "Base" between Acme and Globex, from 2020-01-01.
1: Globex may use trips for research.
agreement "First" between Acme and Globex, from 2021-01-01, amends "Base".
1: Globex must not use trips.
agreement "Second" between Acme and Globex, from 2022-01-01, amends "Base", incorporates "Lost terms".
1: Globex may use trips for research.
"""


@pytest.mark.parametrize(
    ("day", "verdict", "by"),
    [("2020-06-01", "permitted", "Base"), ("2021-06-01", "forbidden", "First"), ("2022-06-01", "permitted", "Second")],
)
def test_amendments_answer_as_one_and_the_later_decides(day: str, verdict: str, by: str) -> None:
    view = replied("May Globex use trips for research?", AMENDED, day=date.fromisoformat(day)).answers[0]
    assert (view.agreement, view.together, view.verdict) == ("Base", ("First", "Second"), verdict)
    assert [evidence.agreement for evidence in view.deciding] == [by]
    assert len(replied("May Globex use trips for research?", AMENDED, day=date.fromisoformat(day)).answers) == 1


def test_without_a_day_it_turns_on_the_day() -> None:
    (turn,) = replied("May Globex use trips for research?", AMENDED).answers[0].turns_on
    assert turn == (
        "the day: permitted from 2020-01-01 until 2020-12-31 or from 2022-01-01 on, "
        "forbidden from 2021-01-01 until 2021-12-31"
    )


def test_an_agreement_that_does_not_hold_then_is_said_not_to() -> None:
    old = 'agreement "Old" between Acme and Globex.\n1: Globex may use trips.\n'
    new = 'agreement "New" between Acme and Globex, from 2020-01-01, replaces "Old".\n1: Globex must not use trips.\n'
    new_view, old_view = replied("May Globex use trips?", old, new, day=date(2021, 1, 1)).answers
    assert (new_view.agreement, new_view.verdict, new_view.absent) == ("New", "forbidden", "")
    assert (old_view.agreement, old_view.verdict, old_view.absent) == ("Old", "uncovered", 'was replaced by "New"')


def test_a_question_has_one_day() -> None:
    reply = replied("May Globex use trips on 2020-01-01?", day=date(2020, 1, 2))
    assert not reply.answers
    assert "two days" in reply.findings.found[0].message
    assert replied("May Globex use trips on 2020-01-01?").answers


def test_a_name_that_nothing_declares_is_reported() -> None:
    (finding,) = replied("Which trps may Globex use?").findings.found
    assert finding.rule == "undeclared-name"
    assert not replied("May Globex?").answers


def test_the_nearest_permission_comes_first_where_all_are_silent() -> None:
    far = 'agreement "Far" between Acme and Globex.\n1: Acme may sell health data.\n'
    near = 'agreement "Near" between Acme and Globex.\n1: Globex may use trips for research.\n'
    first, second = replied("May Globex use trips for advertising?", far, near).answers
    assert (first.agreement, second.agreement) == ("Near", "Far")
