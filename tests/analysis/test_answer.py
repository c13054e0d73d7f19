"""Answers: verdicts on situations, what they turn on, and what came nearest."""

import pytest

from policyc.analysis.answer import Answer, answer
from policyc.analysis.facts import Facts
from policyc.analysis.nearest import nearest_permission
from policyc.analysis.turning import turning_words
from policyc.norms.verdict import MAXIMUM_CELLS, Verdict
from policyc.resolve import resolve_question
from policyc.source import Source
from policyc.syntax import parse_question
from tests.worlds import HEADER, PARTIES, facts_of


def ask(question: str, facts: Facts, number: int = 0) -> Answer:
    """The answer of one agreement of some facts."""
    source = Source("the question", question)
    parsed, problems = parse_question(source)
    assert parsed, problems
    document = facts.agreements[number]
    situation, findings = resolve_question(parsed, document.lexicon, source)
    assert situation, findings
    return answer(situation, document, facts)


def turned(question: str, clauses: str, header: str = HEADER) -> list[str]:
    """What the verdict on a question turns on."""
    facts = facts_of(header + clauses)
    found = ask(question, facts)
    return turning_words(found, facts.closure(found.document))


@pytest.mark.parametrize(
    ("question", "clauses", "verdict"),
    [
        ("May Acme use health data?", "Acme may use health data.", Verdict.PERMITTED),
        ("May Acme use health data?", "Acme must not use personal data.", Verdict.FORBIDDEN),
        ("May Acme use health data?", "Acme may use location data.", Verdict.UNCOVERED),
        ("May Acme use health data?", "Acme may use health data. Acme must not use health data.", Verdict.CONFLICTING),
        ("May Acme use personal data?", "Acme may use health data.", Verdict.UNKNOWN),
        ("May Acme share health data with Globex?", "Acme may share health data with Globex.", Verdict.PERMITTED),
        ("May Acme share health data with Globex?", "Acme must not share health data.", Verdict.FORBIDDEN),
        (
            "May Acme share health data with Globex?",
            "Acme may share health data with Globex. Acme must not share health data for advertising.",
            Verdict.UNKNOWN,
        ),
        (
            "May Acme share health data with Globex for research?",
            "Acme may share health data with Globex.",
            Verdict.UNCOVERED,
        ),
        ("May Globex receive health data from Acme?", "Acme may share health data with Globex.", Verdict.PERMITTED),
        ("May Acme use health data with opt-in consent?", "Acme may use health data with consent.", Verdict.PERMITTED),
        ("May Acme use health data without consent?", "Acme may use health data only with consent.", Verdict.FORBIDDEN),
        ("May Acme use health data unless consent?", "Acme may use health data only with consent.", Verdict.FORBIDDEN),
        ("May Acme use health data even with consent?", "Acme may use health data if consent.", Verdict.PERMITTED),
        ("May Acme use health data after termination?", "Acme may use health data.", Verdict.UNCOVERED),
        (
            "May Acme and Globex use health data?",
            "Acme may use health data. Globex must not use health data.",
            Verdict.UNKNOWN,
        ),
    ],
)
def test_verdicts(question: str, clauses: str, verdict: Verdict) -> None:
    assert ask(question, facts_of(HEADER + clauses)).verdict is verdict


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("May Acme use health data on 2019-12-31?", Verdict.UNCOVERED),
        ("May Acme use health data on 2020-01-01?", Verdict.PERMITTED),
        ("May Acme use health data on 2021-06-01?", Verdict.UNCOVERED),
        ("May Acme keep health data on 2021-06-01?", Verdict.PERMITTED),
    ],
)
def test_a_day_after_the_last_is_one_after_the_end(question: str, verdict: Verdict) -> None:
    header = PARTIES + 'agreement "Deal" between Acme and Globex, from 2020-01-01 until 2020-12-31.\n'
    clauses = "1: Acme may use health data.\n2: Acme may keep health data.\nClause 2 survives termination."
    assert ask(question, facts_of(header + clauses)).verdict is verdict


def test_an_amendment_is_read_with_what_it_amends() -> None:
    amendment = 'agreement "Amendment" between Acme and Globex, amends "Deal".\nAcme must not use health data.\n'
    facts = facts_of(HEADER + "Acme may use health data.\n" + amendment)
    assert ask("May Acme use health data?", facts).verdict is Verdict.FORBIDDEN


@pytest.mark.parametrize(
    ("question", "clauses", "words"),
    [
        (
            "May Acme use health data?",
            "Acme may use health data for research. Acme must not use health data for advertising.",
            ["the purpose: permitted for research, forbidden for advertising, not covered for any other purpose"],
        ),
        (
            "May Acme use health data for advertising?",
            "Acme must not use health data for ad targeting.",
            ["the purpose: forbidden for ad targeting, not covered for other advertising"],
        ),
        (
            "May Acme share health data?",
            "Acme may share health data with Globex.",
            ["with whom: permitted with Globex, not covered with anyone else"],
        ),
        (
            "May Acme share health data with Globex?",
            "Acme may share health data with Globex. Acme must not share health data for advertising.",
            [
                "the purpose: permitted where no purpose is stated, forbidden for advertising, "
                "not covered for any other purpose"
            ],
        ),
        (
            "May Acme use health data?",
            "Acme may use health data with consent.",
            ["consent: permitted with consent, not covered without it"],
        ),
        (
            "May Acme use health data?",
            "Acme may use health data from 2020-03-01.",
            ["the day: permitted from 2020-03-01 on, not covered until 2020-02-29"],
        ),
        (
            "May Acme use health data?",
            "Notice is a condition. Acme must not use health data unless consent or notice.",
            ["consent or notice: forbidden without it, not covered with consent or notice"],
        ),
        (
            "May Acme use health data?",
            "Notice is a condition. Cipher is a condition. "
            "Acme must not use health data unless (consent or notice) and cipher.",
            [
                "consent, notice and cipher: forbidden without cipher; forbidden without consent without notice with "
                "cipher; otherwise not covered"
            ],
        ),
        (
            "May Acme share health data with Globex for research?",
            "Acme may sell health data to Globex for research.",
            ["what exactly is done: permitted to sell, not covered for anything else of that kind that is done"],
        ),
        (
            "May Acme use health data?",
            "Acme may use health data about children or customers.",
            ["whom the data is about: permitted about children or customers, not covered about anyone else"],
        ),
    ],
)
def test_what_a_verdict_turns_on(question: str, clauses: str, words: list[str]) -> None:
    assert turned(question, clauses) == words


def test_the_phase_may_decide() -> None:
    facts = facts_of(HEADER + "1: Acme may use health data.\n")
    found = ask("May Acme use health data?", facts)
    both = Answer(found.document, found.regions, found.cases * 2, found.weighed, limited=True)
    assert both.verdict is Verdict.UNKNOWN
    assert turning_words(both, facts.closure(found.document)) == [
        "there are too many cases to weigh them all; say more of what is done"
    ]


def test_several_things_together() -> None:
    words = turned("May Acme and Globex use health data?", "Acme may use health data for research.")
    assert words == [
        "who does it and the purpose: permitted by Acme for research; otherwise not covered",
    ]


def test_too_many_cases_are_unknown() -> None:
    states = "".join(f"C{n} is a condition. " for n in range(16))
    clauses = "".join(f"Acme may use health data for research if c{n}. " for n in range(16))
    found = ask("May Acme use health data for research?", facts_of(HEADER + states + clauses))
    assert found.verdict is Verdict.UNKNOWN
    assert len(found.cases) <= MAXIMUM_CELLS


@pytest.mark.parametrize(
    ("question", "clauses", "lacks"),
    [
        (
            "May Acme use health data for advertising?",
            "Acme may use health data for research.",
            ("it speaks of acts for research, not for advertising",),
        ),
        (
            "May Acme use personal data for research?",
            "Acme may use health data for research.",
            ("it is about health data only",),
        ),
        (
            "May Acme use health data for research?",
            "Acme may use health data for research with consent.",
            ("its condition is not given: consent",),
        ),
        (
            "May Acme use health data for research without consent?",
            "Acme may use health data for research with consent.",
            ("its condition does not hold: consent",),
        ),
        (
            "May Acme use health data for research on 2020-01-01?",
            "Acme may use health data for research from 2020-03-01.",
            ("it holds only from 2020-03-01 on",),
        ),
        (
            "May Acme use health data for research after termination?",
            "Acme may use health data for research.",
            ("it holds while the agreement is in force, not after it has ended",),
        ),
        (
            "May Acme use health data?",
            "1: Acme may use health data.\n2: Acme must not use health data.",
            ("nothing is missing from it, but clause 2 forbids it",),
        ),
    ],
)
def test_what_the_nearest_permission_lacks(question: str, clauses: str, lacks: tuple[str, ...]) -> None:
    facts = facts_of(HEADER + clauses)
    nearest = nearest_permission(ask(question, facts), facts)
    assert nearest
    assert nearest.lacks == lacks


def test_no_permission_no_nearest() -> None:
    facts = facts_of(HEADER + "Acme must not use health data.")
    assert nearest_permission(ask("May Acme use health data?", facts), facts) is None
