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
