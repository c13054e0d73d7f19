"""Documents: headers, order, survival, requirements, scenarios."""

from datetime import date

import pytest

from policyc.model.document import Status
from policyc.pipeline.shipped import shipped_lexicon
from policyc.resolve import resolve, resolve_question
from policyc.source import Source
from policyc.syntax import parse, parse_question
from tests.worlds import HEADER, PARTIES, resolved


def test_a_header_in_full() -> None:
    workspace, findings = resolved(
        PARTIES + 'vocabulary "V". policy "P". agreement "Old" between Acme and Globex. '
        'agreement "Deal" between Acme and Globex, from 2020-01-01, until 2020-12-31, is proposed, using "V", under "GDPR", '
        'amends "Old", replaces "Old", incorporates "P", per "the press".'
    )
    assert not findings.found
    deal = workspace.agreements[1]
    assert [party.text for party in deal.parties] == ["Acme", "Globex"]
    assert (deal.start, deal.end, deal.status) == (date(2020, 1, 1), date(2020, 12, 31), Status.PROPOSED)
    assert (deal.using, deal.under, deal.amends, deal.replaces, deal.incorporates) == (
        ("V",),
        ("GDPR",),
        ("Old",),
        ("Old",),
        ("P",),
    )
    assert deal.per is not None
    assert deal.per.who == "the press"


def test_a_party_that_is_not_declared_is_reported() -> None:
    workspace, findings = resolved(PARTIES + 'agreement "Deal" between Acme and Initech.')
    assert [finding.rule for finding in findings.found] == ["undeclared-name"]
    assert [party.text for party in workspace.agreements[0].parties] == ["Acme"]


def test_order_and_survival_sentences() -> None:
    workspace, findings = resolved(
        HEADER + "1: Acme may use data. 2: Globex may use data. Clause 1 prevails over clause 2. "
        "This agreement prevails over any other agreement. The stricter clause prevails. "
        "Clause 1 survives for 1 year after termination. No clause except 2 survives termination."
    )
    assert not [finding for finding in findings.found if finding.rule != "dangling-reference"]
    deal = workspace.agreements[0]
    assert [(ranking.higher.kind, ranking.lower.kind) for ranking in deal.rankings] == [
        ("clauses", "clauses"),
        ("this", "other"),
    ]
    assert deal.stricter_prevails
    assert [(survival.labels, survival.all_but) for survival in deal.survivals] == [(("1",), False), (("2",), True)]


def test_requirements() -> None:
    workspace, findings = resolved(
        'policy "Rules". R1: Every agreement where the recipient is a processor must provide that the recipient must notify '
        "the discloser within 72 hours after a breach. R2: No agreement about health data may provide that a bank may share data."
    )
    assert not findings.found
    first, second = workspace.documents[0].requirements
    assert (first.negative, second.negative) == (False, True)
    assert [selection.word for selection in (*first.selections, *second.selections)] == ["where", "about"]


@pytest.mark.parametrize(
    "words",
    [
        "Globex uses location data",
        "the platform shares location data with Acme",
        "Acme notifies Globex",
        "Acme and Globex use location data",
    ],
)
def test_scenarios_are_told_apart_by_declared_names(words: str) -> None:
    workspace, findings = resolved(
        HEADER + f'Globex may use data. Scenario "s": {words} for research on 2020-02-02 is uncovered.'
    )
    assert not findings.found, findings.found
    situation = workspace.agreements[0].scenarios[0].situation
    assert situation.actions.terms
    assert situation.day == date(2020, 2, 2)


def test_a_scenario_that_says_nothing_clear_is_reported() -> None:
    _, findings = resolved(HEADER + 'Scenario "s": Globex frobs location data is permitted.')
    assert [finding.rule for finding in findings.found] == ["broken-sentence"]


def test_scenarios_before_any_header_belong_to_the_file() -> None:
    workspace, findings = resolved(PARTIES + 'Scenario "s": Globex uses location data is uncovered.')
    assert not findings.found
    assert len(workspace.loose_scenarios) == 1


def test_a_clause_before_any_header_binds_nobody_and_is_reported() -> None:
    _, findings = resolved(PARTIES + "Globex may use data.")
    assert [finding.rule for finding in findings.found] == ["broken-sentence"]
    assert findings.unchecked[0].incomplete


def question(text: str) -> object:
    workspace, _ = resolved(HEADER + "Globex may use data.")
    source = Source("question", text)
    parsed, problems = parse_question(source)
    assert parsed is not None, problems.found
    return resolve_question(parsed, workspace.agreements[0].lexicon, source)[0]


def test_questions() -> None:
    assert question("May Globex use location data for advertising?") is not None
    assert question("May Initech use location data?") is None


def test_what_a_live_document_replaces_ends_the_day_before() -> None:
    old = PARTIES + 'agreement "Old" between Acme and Globex. Acme may use data. '
    dated, _ = resolved(old + 'agreement "New" between Acme and Globex, from 2020-05-01, replaces "Old".')
    undated, _ = resolved(old + 'agreement "New" between Acme and Globex, replaces "Old".')
    proposed, _ = resolved(old + 'agreement "New" between Acme and Globex, is proposed, replaces "Old".')
    ends = [workspace.agreements[0].end for workspace in (dated, undated, proposed)]
    assert ends == [date(2020, 4, 30), date.min, None]


def test_a_sentence_behind_one_that_could_not_be_read_keeps_the_label_of_that() -> None:
    clauses = "8.6: Globex may use contact data.\n8.7: Globex whatever it is.\n     Globex may keep contact data.\n"
    tree, problems = parse(Source("deal.policy", PARTIES + HEADER + clauses))
    assert [finding.primary.clause for finding in problems.found] == ["8.7"]
    document = resolve([tree], shipped_lexicon())[0].documents[-1]
    assert [clause.label for clause in document.clauses] == ["8.6", "8.7"]
