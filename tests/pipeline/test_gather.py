"""From findings to the report."""

from dataclasses import replace
from pathlib import Path

from policyc.findings import Findings, Severity
from policyc.pipeline.files import Inputs, read_paths
from policyc.pipeline.gather import gather
from policyc.pipeline.run import run, run_inputs
from policyc.pipeline.unread import unread
from policyc.report import Report
from policyc.source import Source
from policyc.syntax.tree import Tree
from tests.cli.running import CLASH, DEAL, deal

EXTRA = (
    "The auditor is ready is a condition.\nConsent at hand is consent.\n"
    'vocabulary "Own". Door closed is a condition.\n'
    'policy "House rules", per "the board".\nR1: Every agreement must provide that the recipient must delete data.\n'
)


def report(text: str, path: str = "deal.policy") -> Report:
    """The report on one text."""
    return run_inputs(Inputs([Source(path, text)])).report


def test_documents_clauses_and_their_readings() -> None:
    (document,) = report(DEAL).documents
    assert (document.kind, document.title, document.status) == ("agreement", "Deal", "live")
    assert document.parties == ("Acme", "Globex")
    assert document.period == "from 2020-01-01 until 2021-12-31"
    assert document.speaker is None
    assert document.others == ('Scenario "ads": Globex uses balances for ad targeting is forbidden by 4.2',)
    first = document.clauses[0]
    assert (first.label, first.speaker, first.quoted) == ("4.1", None, None)
    assert first.readings[0].words == "Globex"


def test_who_says_so_comes_from_the_clause_or_the_document() -> None:
    text = DEAL.replace("until 2021-12-31.", 'until 2021-12-31, per "Ann".').replace(
        "for advertising.", 'for advertising, per "Bob": "never".'
    )
    clauses = report(text).documents[0].clauses
    assert (clauses[0].speaker, clauses[0].quoted) == ("Ann", None)
    assert (clauses[1].speaker, clauses[1].quoted) == ("Bob", "never")


def test_every_sentence_that_is_no_clause_is_kept() -> None:
    text = (
        DEAL + "Clause 4.1 prevails over clause 4.2. The stricter clause prevails. Clause 4.6 survives termination.\n"
    )
    assert len(report(text).documents[0].others) == 4


def test_flows_carry_the_findings_on_their_clause() -> None:
    (flow,) = [each for each in report(CLASH).flows if each.clause == "4.3"]
    assert (flow.giver, flow.taker, flow.data, flow.purposes) == (
        "Acme",
        "Globex",
        ("balances",),
        ("account checking",),
    )
    assert flow.condition == "with opt-in consent"
    assert flow.severity is Severity.ERROR
    assert flow.fingerprints
    assert flow.givers == ()


def test_what_must_not_be_given_is_a_flow_of_its_own() -> None:
    text = DEAL + "5: Acme must not sell balances to advertisers for advertising.\n6: Acme must not use balances.\n"
    first, second, third = report(text).flows
    assert [(each.clause, each.forbidden) for each in (first, second, third)] == [
        ("4.3", False),
        ("4.6", True),
        ("5", True),
    ]
    assert (second.giver, second.taker, second.data) == ("Globex", "third parties", ("balances",))
    assert (third.giver, third.taker, third.purposes) == ("Acme", "Advertiser", ("advertising",))
    (anyone,) = (each for each in report(DEAL.replace(" with third parties", "")).flows if each.forbidden)
    assert anyone.taker == "anyone"


def test_suppressed_findings_count_only_as_such() -> None:
    made = run_inputs(Inputs([Source("deal.policy", CLASH)]))
    findings = made.examination.findings
    findings.found = [replace(finding, suppressed="agreed") for finding in findings.found]
    gathered = gather(made.examination, findings)
    assert gathered.summary.errors == gathered.summary.warnings == gathered.summary.notes == 0
    assert gathered.summary.suppressed == len(findings.found)
    assert all(flow.severity is None for flow in gathered.flows)


def test_names_taken_as_given() -> None:
    header, agreement, rest = DEAL.partition("agreement")
    gathered = report(
        header + "Audit passed is a condition. Deed signed is an event. Ready is consent.\n" + agreement + rest
    )
    assert gathered.given == ("Audit passed", "Deed signed")


def test_composed_names_are_taken_as_given_and_what_is_somebodys_is_not() -> None:
    said = "Globex must notify Acme of the loss of financial data. Globex must notify its personnel of a breach."
    assert report(f"{DEAL}\n{said}\n").given == ("loss of financial data",)


def test_a_quoted_condition_is_unchecked_and_no_reason_to_be_incomplete() -> None:
    gathered = report(DEAL.replace("with opt-in consent", 'if "x" and "y"'))
    assert [(item.reason, item.quote) for item in gathered.unchecked] == [
        ("quoted condition", "x"),
        ("quoted condition", "y"),
        ("quoted condition", "x"),
        ("quoted condition", "y"),
    ]
    assert not gathered.incomplete


def test_nothing_read_is_incomplete(tmp_path: Path) -> None:
    assert run([str(tmp_path)]).report.incomplete


def test_an_empty_file_is_incomplete(tmp_path: Path) -> None:
    deal(tmp_path)
    deal(tmp_path, "", "empty.policy")
    made = run_inputs(read_paths([str(tmp_path)]))
    assert made.report.incomplete
    assert [item.reason for item in made.report.unchecked] == ["an empty file"]


def test_what_no_stage_counted_is_counted() -> None:
    source = Source("deal.policy", DEAL)
    tree = Tree(source, (), (), ((0, len(source.text)),))
    assert [item.reason for item in unread([tree], Findings())] == ["a part that could not be read"]


def test_policies_and_vocabularies_have_views_too() -> None:
    kinds = [document.kind for document in report(DEAL + EXTRA[EXTRA.index("vocabulary") :]).documents]
    assert kinds == ["agreement", "vocabulary", "policy"]
