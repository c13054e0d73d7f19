"""Labels and titles that nothing bears, labels that two clauses bear, and names whose definition failed."""

import pytest

from policyc.findings import Finding, Severity
from policyc.resolve import resolve, resolve_question
from policyc.source import Source
from policyc.syntax import parse, parse_question
from tests.worlds import HEADER, PARTIES, resolved, vocabulary


def found(*texts: str) -> list[Finding]:
    """What resolving some texts reports."""
    return resolved(*texts)[1].found


def unread(text: str) -> list[Finding]:
    """What resolving a text reports that has sentences which do not parse."""
    return resolve([parse(Source("1.policy", text))[0]], vocabulary())[1].found


@pytest.mark.parametrize(
    ("text", "label", "near"),
    [
        ("1: Despite 9, Acme may use data.", "prevails over 9", None),
        ("4.1: Acme may use data. 2: Subject to 4.2, Acme may use data.", "subject to 4.2", "4.1"),
        ("1: Acme may use data. Clause 1 prevails over clause 12.", "clause 12", "1"),
        ("1: Acme may use data. Clauses 1 and 3 survive termination.", "clause 3", None),
        ('1: Acme may use data. Scenario "s": Acme uses data is permitted by 7.', "clause 7", None),
    ],
)
def test_a_label_that_no_clause_bears(text: str, label: str, near: str | None) -> None:
    (finding,) = found(HEADER + text)
    assert (finding.rule, finding.severity) == ("dangling-reference", Severity.ERROR)
    assert label in finding.message
    assert (f"Did you mean {near}?" in finding.help) == (near is not None)


@pytest.mark.parametrize(
    "text",
    [
        "4.1: Acme may use data. 5: Despite 4, Acme may use data.",
        "4.4(a): Acme may use data. 5: Despite 4.4, Acme may use data.",
        "1: Acme may use data. 2: Acme may use data. No clause except 1 survives termination.",
    ],
)
def test_labels_that_clauses_bear(text: str) -> None:
    assert not found(HEADER + text)


def test_a_clause_that_could_not_be_read_still_bears_its_label() -> None:
    text = HEADER + "1: Acme must promptly not.\n2: Acme may use blurb.\n3: Despite 1 and 2, Acme may use data.\n"
    assert [finding.rule for finding in unread(text)] == ["undeclared-name"]


def test_labels_in_requirements_and_in_what_is_ensured() -> None:
    text = HEADER + "1: Acme must ensure that, despite 8, Globex may use data.\n"
    ensured = "1: Acme must ensure that despite 8, Globex may use data.\n"
    rules = {finding.rule for finding in unread(text)} | {finding.rule for finding in unread(HEADER + ensured)}
    assert rules <= {"dangling-reference"}
    policy = 'policy "P". R1: Every agreement must provide that despite R9, the recipient may use data.'
    assert {finding.rule for finding in unread(policy)} <= {"dangling-reference"}


def test_a_label_that_comes_again() -> None:
    (finding,) = found(HEADER + "1: Acme may use data. 2: Acme may keep data. 1: Acme may share data.")
    assert finding.rule == "repeated-label"
    assert (finding.primary.place.column, finding.related[0].place.column) == (46, 1)
    assert not found(HEADER + "1: Acme may use data. 1: Acme may keep data. Acme may share data.")


@pytest.mark.parametrize(
    ("phrase", "severity"),
    [
        ('using "Nope"', Severity.ERROR),
        ('incorporates "Nope"', Severity.NOTE),
        ('amends "Nope"', Severity.NOTE),
        ('replaces "Nope"', Severity.NOTE),
    ],
)
def test_a_title_that_no_document_bears(phrase: str, severity: Severity) -> None:
    (finding,) = found(f'{PARTIES}agreement "Deal" between Acme and Globex, {phrase}.')
    assert (finding.rule, finding.severity) == ("dangling-reference", severity)


@pytest.mark.parametrize("verb", ["incorporates", "amends"])
def test_what_belongs_to_an_agreement_and_is_not_at_hand_is_counted(verb: str) -> None:
    _, findings = resolved(f'{PARTIES}agreement "Deal" between Acme and Globex, {verb} "Annex".')
    (item,) = findings.unchecked
    assert not item.incomplete
    assert f'"Deal" {verb}, "Annex", is not among the files' in item.reason


def test_a_document_that_is_incorporated_and_ranked_is_missed_once() -> None:
    (finding,) = found(
        HEADER.replace("Globex.\n", 'Globex, incorporates "Terms".\n') + '"Terms" prevails over this agreement.'
    )
    assert '"Deal" incorporates "Terms"' in finding.message


def test_titles_at_hand() -> None:
    header = f'{PARTIES}agreement "Deal" between Acme and Globex, using "Small" and "Words", incorporates "Rules".\n'
    assert not found(header + "1: Acme may use widgets.", 'vocabulary "Words". Widgets are data.', 'policy "Rules".')
    (finding,) = found(header.replace('"Rules"', '"Rulez"'), 'vocabulary "Words".', 'policy "Rules".')
    assert 'Did you mean "Rules"?' in finding.help


def test_a_document_that_is_ranked_and_absent() -> None:
    (finding,) = found(HEADER + '"Clauses" prevails over this agreement.')
    assert (finding.rule, finding.severity) == ("dangling-reference", Severity.NOTE)


def test_a_document_whose_header_could_not_be_read_is_at_hand() -> None:
    text = HEADER.replace(".\nagreement", '.\nagreement "Frame" betwixt.\nagreement').replace(
        "Globex.\n", 'Globex, incorporates "Frame".\n'
    )
    assert not [finding for finding in unread(text) if finding.rule == "dangling-reference"]


# Names whose definition failed


def test_names_of_an_absent_vocabulary_are_not_reported_one_by_one() -> None:
    text = f'{PARTIES}agreement "Deal" between Acme and Globex, using "Nope".\n1: Acme may use widgets.'
    workspace, findings = resolved(text)
    assert [finding.rule for finding in findings.found] == ["dangling-reference"]
    assert any(item.incomplete for item in findings.unchecked)
    assert not workspace.documents[0].clauses


def test_a_name_whose_definition_failed_is_reported_once() -> None:
    (finding,) = found(
        "Widgets are gadgets. Parts are widgets.\n" + HEADER + "Acme may use widgets. Acme may use gadgets."
    )
    assert '"gadgets" is not declared' in finding.message


def test_a_name_that_nothing_says_anything_of() -> None:
    (finding,) = found('Widgets means "w".\n' + HEADER + "Acme may use widgets.")
    assert 'Nothing says what kind of thing "Widgets" is.' in finding.message


def test_the_nearest_kind_is_proposed() -> None:
    (finding,) = found("Widgets are locaton data.")
    assert 'Did you mean "Location data"?' in finding.help


def test_names_defined_only_by_each_other() -> None:
    chain = " ".join(f"W{n} is w{n + 1}." for n in range(9)) + " W9 is w2. Part is w5."
    (finding,) = found(chain)
    assert finding.rule == "definition-cycle"
    assert finding.message.count("W2") == 2
    assert "…" in finding.message


def test_a_name_whose_definition_could_not_be_read() -> None:
    text = "Widgets are promptly unless data that.\n" + HEADER + "Acme may use widgets."
    assert not unread(text)


# Bans with only


@pytest.mark.parametrize(
    ("sentence", "help"),
    [
        (
            "Acme must not use data only for research.",
            "If that alone is allowed: Acme may use data only for research. "
            "If that alone is forbidden: Acme must not use data for research.",
        ),
        (
            "Acme need not notify Globex only if consent.",
            "Say it without `only`: Acme need not notify Globex if consent.",
        ),
        (
            "Neither party may use data only for research.",
            "Say it without `only`: Neither party may use data for research.",
        ),
    ],
)
def test_only_in_a_ban_or_release(sentence: str, help: str) -> None:
    workspace, findings = resolved(HEADER + sentence)
    (finding,) = findings.found
    assert finding.rule == "misplaced-only"
    assert help in finding.help
    assert not workspace.documents[0].clauses
    assert [item.incomplete for item in findings.unchecked] == [True]


def test_only_where_it_belongs() -> None:
    assert not found(HEADER + "Acme must ensure that Globex may use data only for research.")


# Depth


def test_a_chain_of_kinds_is_cut_where_it_gets_too_deep() -> None:
    workspace, findings = resolved(
        "W0 is data. " + " ".join(f"W{n + 1} is w{n}." for n in range(100)) + " Sum is data, includes w80."
    )
    (finding,) = findings.found
    assert finding.rule == "limit"
    lexicon = workspace.scopes[0]
    deep = lexicon.find("w63")
    assert deep
    assert not lexicon.parents(deep)


def test_a_circle_by_way_of_members_is_cut() -> None:
    workspace, findings = resolved("A1 is data, includes b1. B1 is data, includes a1.")
    assert [finding.rule for finding in findings.found] == ["definition-cycle"]
    lexicon = workspace.scopes[0]
    first, second = lexicon.find("a1"), lexicon.find("b1")
    assert first
    assert second
    assert not (second in lexicon.parents(first) and first in lexicon.parents(second))


# Situations


@pytest.mark.parametrize(
    ("question", "rule", "quote"),
    [
        ("May Acme keep data for 2 years?", "broken-sentence", "for 2 years"),
        ("May Acme keep data until 2020-01-01?", "broken-sentence", "until 2020-01-01"),
        ("May Acme promptly?", "broken-sentence", None),
        ("May Initech use data?", "undeclared-name", None),
        ("May Acme use   blurb?", "undeclared-name", "blurb"),
    ],
)
def test_questions_that_are_not_understood(question: str, rule: str, quote: str | None) -> None:
    workspace, _ = resolved(HEADER + "Acme may use data.")
    source = Source("q", question)
    parsed, problems = parse_question(source)
    if parsed is None:
        assert problems.found
        return
    situation, findings = resolve_question(parsed, workspace.documents[0].lexicon, source)
    assert situation is None
    assert findings.found[0].rule == rule
    assert quote is None or findings.found[0].primary.quote == quote


def test_several_bearers_and_objects() -> None:
    workspace, _ = resolved(HEADER + "Acme may use data.")
    source = Source("q", "May Acme and Globex use location data, health data for research # why\n on 2020-01-01?")
    parsed, problems = parse_question(source)
    assert parsed, problems
    situation, findings = resolve_question(parsed, workspace.documents[0].lexicon, source)
    assert situation, findings
    assert [term.text for term in situation.bearer.terms] == ["Acme", "Globex"]
    assert situation.object
    assert len(situation.object.terms) == 2
    assert str(situation.day) == "2020-01-01"
