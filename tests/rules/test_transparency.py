"""The rule on promises outside the terms, beyond what its page shows."""

import pytest

from tests.rules.road import found

TEXT = 'agreement "Deal" between Acme and Globex{header}.\n1: Globex must not use names for advertising{per}.'


@pytest.mark.parametrize("who", ["Elizabeth Diana", "Wall Street Journal", "the news report", "a spokesman"])
def test_people_and_the_press_are_not_the_terms(who: str) -> None:
    assert found("promise-not-in-terms", TEXT.format(header="", per=f', per "{who}"'))
    assert found("promise-not-in-terms", TEXT.format(header=f', per "{who}"', per=""))


@pytest.mark.parametrize(
    "who",
    [
        "section 4",
        "§ 4",
        "4.2",
        "Annex B",
        "CDC sample, VIII",
        "Deal, second page",
        "the preamble",
        "the privacy policy",
    ],
)
def test_parts_of_documents_are_the_terms(who: str) -> None:
    assert not found("promise-not-in-terms", TEXT.format(header="", per=f', per "{who}"'))


def test_templates_are_left_out() -> None:
    assert not found("promise-not-in-terms", TEXT.format(header=', is a template, per "A. Smith"', per=""))


def test_all_promises_of_an_agreement_are_one_finding() -> None:
    more = ' 2: Globex may use names only for research, per "B. Jones".'
    more += ' 3: Globex may use names with consent, per "B. Jones".'
    (finding,) = found("promise-not-in-terms", TEXT.format(header="", per=', per "A. Smith"') + more)
    assert (
        "3 promises of this agreement (clauses 1, 2 and 3) are known only from A. Smith and B. Jones" in finding.message
    )


# automated-decision

DECIDES = "1: Acme may use financial data for automated decisions.\n"


@pytest.mark.parametrize(
    "clause",
    [
        "2: Acme must respond to customers after an objection.",
        "2: Acme must explain the reasons to customers.",
        "2: Customers may challenge the results.",
        "2: Acme must use contact data with human review.",
    ],
)
def test_somebody_may_look_at_the_decision(clause: str) -> None:
    text = 'agreement "Scores" between Acme and Globex.\n' + DECIDES + clause
    assert found("automated-decision", "Customers are people.\n" + text) == []


@pytest.mark.parametrize(
    ("clause", "count"),
    [
        ("1: Acme may use financial data for automated decisions with explicit consent.", 0),
        ("1: Acme may use financial data for profiling with full automation.", 0),
        ("1: Acme may use financial data for automated decisions.\n2: Customers may use contact data.", 1),
        ("1: Acme may use financial data for credit decisions with full automation.", 1),
    ],
)
def test_nobody_may(clause: str, count: int) -> None:
    text = 'Customers are people.\nagreement "Scores" between Acme and Globex.\n' + clause
    assert len(found("automated-decision", text)) == count
