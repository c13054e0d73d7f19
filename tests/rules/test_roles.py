"""The rules on who the parties are: cases beyond their pages."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source


def found(rule: str, *texts: str) -> list[Finding]:
    sources = [Source(f"{number}.policy", text) for number, text in enumerate(texts, 1)]
    return [finding for finding in examine(sources).findings.found if finding.rule == rule]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme is a bank.", "Acme Inc is a bank."),
        ("Citi is a bank.", "Citibank is a bank."),
        ("Acme is a bank.", 'Acme means "Acme, Inc.", a bank.'),
        ('Acme means "Acme Singapore Ltd", a bank.', 'Acme Group means "Acme Group Inc.", a bank.'),
        ("Acme Research is a company.", "Acme Analytics is a company."),
        ('Widgets means "Acme Widgets Ltd", a company.', 'Acme means "Acme", a company.'),
    ],
)
def test_like_names_are_found_across_files(one: str, other: str) -> None:
    (finding,) = found("alias", one, other)
    assert finding.severity.value == "note"
    assert finding.primary.place.path == "2.policy"
    assert finding.related[0].place.path == "1.policy"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme is a bank.", "Acme is a bank."),
        ('Acme means "Acme, Inc.", a bank.', 'Acme Bank means "Acme, Inc.", a bank.'),
        ("Acme is a bank.", "Acme affiliates are affiliates."),
        ("Acme banks are banks.", "Acme is a bank. Acme South is an Acme bank."),
        ("Kansas University is a university.", "Kansas Department is an agency."),
        ("Customer One is a company.", "Customer Two is a company."),
        ("First Trust is a bank.", "First Insurance is an insurer."),
        ('Acme means "Acme Tools Ltd", a company.', 'Acme means "Acme Foods Ltd", a company.'),
        ("Acme is a bank.", "Acme data is data."),
        ("Acme includes Globex. Globex is a bank.", "Acme Bank is a bank."),
        ("X is a bank.", "X Group is a bank."),
        ("Group is a company.", "The Bank Group is a company."),
        ("Bank means \"any bank\", a financial institution.", "Bank of the North is a bank."),
    ],
)  # fmt: skip
def test_these_names_tell_organisations_apart(one: str, other: str) -> None:
    assert found("alias", one, other) == []


def test_each_name_is_compared_with_those_before_it_once() -> None:
    findings = found("alias", "Acme is a bank. Acme Inc is a bank. Acme Ltd is a bank.")
    assert ["Acme Inc looks like Acme," in f.message or "Acme Ltd looks like Acme," in f.message for f in findings] == [
        True,
        True,
    ]


@pytest.mark.parametrize("name", ["Unknown buyer", "Undisclosed fund", "Certain bank", "Unidentified company"])
def test_placeholders_as_names(name: str) -> None:
    assert len(found("unidentified-party", f"{name} is a company.")) == 1


@pytest.mark.parametrize(
    "name", ["[Company]", "{Data User}", "To be named by the parties", "TBD", "the company", "____", "Name of customer"]
)
def test_placeholders_as_legal_names(name: str) -> None:
    (finding,) = found("unidentified-party", f'Buyer means "{name}", a company.')
    assert name in finding.message


@pytest.mark.parametrize("name", ["The Company Store, Inc.", "Unnamed", "Certified Parts Ltd", "Tobey Nameds"])
def test_legal_names(name: str) -> None:
    assert len(found("unidentified-party", f'Buyer means "{name}", a company.')) == (name == "Unnamed")


def test_a_template_may_have_blanks_but_not_a_text_beside_it() -> None:
    form = 'Buyer means "[Buyer]", a company. Seller is a company.\n'
    template = 'agreement "Form" between Buyer and Seller, is a template.\n'
    assert found("unidentified-party", form + template) == []
    assert len(found("unidentified-party", form + template + 'agreement "Deal" between Buyer and Seller.\n')) == 1
    assert found("unidentified-party", 'agreement "Form" between the company and the bank, is a template.') == []
