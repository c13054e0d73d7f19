"""Definitions: kinds inferred, relations linked, defects reported."""

import pytest

from policyc.findings import Finding
from policyc.model.lexicon import Lexicon, Relation, Terms
from policyc.model.names import Concept, Kind
from policyc.resolve.lexicons import build_lexicon
from policyc.resolve.report import Reporter
from policyc.source import Source
from policyc.syntax import parse, tree
from tests.worlds import resolved, vocabulary


def lexicon(text: str, legal_names: bool = True) -> tuple[Lexicon, list[Finding]]:
    source = Source("test.policy", text)
    sentences = parse(source)[0].sentences
    definitions = [(source, item) for item in sentences if isinstance(item, tree.Definition)]
    reporter = Reporter()
    return build_lexicon("test", definitions, (vocabulary(),), reporter, legal_names), reporter.findings.found


def concept(scope: Lexicon, key: str) -> Concept:
    found = scope.find(key)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("Balances are financial data.", "balance", Kind.DATA),
        ("B is a. A is data.", "b", Kind.DATA),
        ("Bank data includes balances. Balances are financial data.", "bank data", Kind.DATA),
        ("Trips reveal location data.", "trip", Kind.DATA),
        ("Checking needs financial data.", "checking", Kind.PURPOSE),
        ("Location data excludes health data.", "location data", Kind.DATA),
    ],
)
def test_the_kind_of_a_name_is_inferred(text: str, key: str, kind: Kind) -> None:
    scope, findings = lexicon(text.replace("B is a. A is data.", "Balances are sums. Sums are data.").strip())
    if key == "b":
        key = "balance"
    assert not findings
    assert concept(scope, key).kind is kind


def test_a_party_may_be_called_by_its_role() -> None:
    scope, findings = lexicon('The Platform means "Neko Apps, Inc.", a platform.')
    assert not findings
    party, role = concept(scope, "platform"), concept(vocabulary(), "platform")
    assert party != role
    assert scope.parents(party) == [role]


def test_a_name_that_is_said_to_be_what_it_is_says_nothing_new() -> None:
    scope, findings = lexicon("Location Data is location data.")
    assert not findings
    assert concept(scope, "location data") == concept(vocabulary(), "location data")
    assert not scope.entries[concept(scope, "location data")].linked(Relation.IS)


def test_a_new_name_that_is_only_itself_is_a_circle() -> None:
    _, findings = lexicon("Foo is a foo, includes postcodes.")
    assert [finding.rule for finding in findings] == ["definition-cycle"]


def test_a_name_of_unknown_kind_is_reported() -> None:
    _, (finding,) = lexicon('Widget means "a thing".')
    assert finding.rule == "undeclared-name"
    assert "what kind" in finding.message


def test_a_parent_that_is_not_declared_is_reported_once() -> None:
    _, (finding,) = lexicon("Balances are bank secrets.")
    assert "bank secrets" in finding.message


def test_relations_are_linked_over_scopes() -> None:
    scope, findings = lexicon("Location data serves research.")
    assert not findings
    location = concept(scope, "location data")
    assert [purpose.key for purpose in scope.linked(location, Relation.SERVES)] == ["research", "advertising"]


def test_a_relation_to_the_wrong_kind_is_reported() -> None:
    _, (finding,) = lexicon("Balances are financial data, serve consent.")
    assert finding.rule == "wrong-kind"
    assert "consent" in finding.message


def test_a_name_defined_twice_is_reported_and_still_counts() -> None:
    scope, (finding,) = lexicon("Balances are financial data. Balances are health data.")
    assert finding.rule == "duplicate-name"
    assert len(scope.linked(concept(scope, "balance"), Relation.IS)) == 2


def test_an_alias_stands_for_its_concept() -> None:
    scope, findings = lexicon('Balances are financial data, also called "account sums".')
    assert not findings
    assert concept(scope, "account sum") == concept(scope, "balance")


def test_an_alias_that_means_something_else_is_reported() -> None:
    _, (finding,) = lexicon('Sums are data. Balances are data, also called "sums".')
    assert finding.rule == "duplicate-name"


def test_derivatives_carry_their_terms() -> None:
    scope, findings = lexicon(
        "Profiles are data, derived from location data, bound by the same terms. Scores are data, free of those terms."
    )
    assert not findings
    assert scope.entries[concept(scope, "profile")].terms is Terms.BOUND
    assert scope.entries[concept(scope, "score")].terms is Terms.FREE


def test_a_party_is_known_by_its_legal_name() -> None:
    first, _ = lexicon('Vendor means "Acme, Inc.", a bank.')
    second, _ = lexicon('Supplier means "Acme, Inc.", a bank.')
    assert concept(first, "vendor") == concept(second, "supplier")
    assert concept(first, "vendor").text == "Vendor"


def test_vocabularies_do_not_merge_by_meaning() -> None:
    scope, _ = lexicon('Vendor means "a firm", a party. Maker means "a firm", a party.', legal_names=False)
    assert concept(scope, "vendor") != concept(scope, "maker")


@pytest.mark.parametrize(
    "text",
    [
        "Sums are balances. Balances are sums, about customers.",
        "Sums are data. Sums include balances. Balances are data.\nBalances include sums.".replace(
            "Sums are data. ", ""
        ).replace("Balances are data.\n", "")
        + " Totals are data.",
        "Sums are financial data. Financial data is sums.",
    ],
)
def test_a_circle_is_reported_once_and_cut(text: str) -> None:
    _, findings = lexicon(text)
    circles = [finding for finding in findings if finding.rule == "definition-cycle"]
    kinds = [finding for finding in findings if finding.rule == "undeclared-name"]
    assert len(circles) + bool(kinds) == 1


def test_a_vocabulary_is_used_by_its_title() -> None:
    words = 'vocabulary "Shop words". Baskets are data.'
    deal = 'Acme is a bank. agreement "Deal" between Acme and Acme, using "Shop words". Acme may use baskets.'
    workspace, findings = resolved(words, deal)
    assert not findings.found
    assert len(workspace.agreements[0].clauses) == 1


def test_another_files_vocabulary_is_not_seen_unasked() -> None:
    words = 'vocabulary "Shop words". Baskets are data.'
    deal = 'Acme is a bank. agreement "Deal" between Acme and Acme. Acme may use baskets.'
    _, findings = resolved(words, deal)
    assert [finding.rule for finding in findings.found] == ["undeclared-name"]


def test_two_documents_of_one_title_are_reported() -> None:
    _, findings = resolved('policy "Rules".', 'policy "rules".')
    assert [finding.rule for finding in findings.found] == ["duplicate-name"]


def test_a_legal_name_is_never_a_name_of_the_vocabulary() -> None:
    scope, findings = lexicon('Lender means "the bank", a bank.')
    assert not findings
    assert concept(scope, "lender") != concept(scope, "bank")


def test_a_name_that_the_vocabulary_only_uses_as_another_is_a_thing_of_its_own() -> None:
    outer, _ = lexicon('Vendor is a party, also called "supplier".', legal_names=False)
    source = Source("inner.policy", "Supplier is a bank.")
    sentences = parse(source)[0].sentences
    reporter = Reporter()
    inner = build_lexicon(
        "inner", [(source, s) for s in sentences if isinstance(s, tree.Definition)], (outer,), reporter, True
    )
    assert not reporter.findings.found
    assert concept(inner, "supplier").text == "Supplier"
    assert concept(inner, "vendor") != concept(inner, "supplier")


def test_an_agreement_may_define_its_own_data_and_purpose() -> None:
    scope, findings = lexicon(
        'Data means "the material", personal data. The purpose is research. Trips are data. Party is a bank.'
    )
    assert not findings
    data, trips = concept(scope, "the data"), concept(scope, "trip")
    assert (data.key, data.kind) == ("the data", Kind.DATA)
    assert [parent.key for parent in scope.parents(data)] == ["personal data"]
    assert [parent.key for parent in scope.parents(trips)] == ["data"]
    assert concept(scope, "the purpose").kind is Kind.PURPOSE
    named = {text: scope.called(text) for text in ("the Data", "Data", "the data", "any Data", "any data", "all data")}
    assert [text for text, found in named.items() if found == data] == ["the Data", "Data", "the data", "any Data"]
    assert scope.find("purpose") == Concept(Kind.PURPOSE, "purpose", "purpose")


@pytest.mark.parametrize(
    "text",
    [
        "Berlin is a place in Mitte. Mitte is a place in Berlin.",
        "Trips are routes. Routes are data, derived from trips, bound by the same terms.",
    ],
)
def test_places_and_derivatives_may_not_go_round_either(text: str) -> None:
    _, findings = lexicon(text)
    assert [finding.rule for finding in findings] == ["definition-cycle"]
