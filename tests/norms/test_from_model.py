"""From clauses to norms: what is split, what is kept together, and what cannot be weighed."""

from __future__ import annotations

from policyc.findings import Findings
from policyc.model.document import Modality
from policyc.norms.from_model import normalise
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.pipeline.road import analyse
from policyc.resolve import resolve, resolve_shipped
from tests.reference.engine import Engine, read, run_text
from tests.reference.text import BASE

VOCABULARY = """vocabulary "v".
Location is data. Balance is data. Diary is data, about children. Children are people. Research is a purpose.
Acme is a party. Bolt is a party. Corex is a party.
"""
DEAL = 'agreement "Deal" between Acme and Bolt, per "the press".\n'


def engine(text: str) -> Engine:
    """What the engine makes of some clauses of a deal."""
    return run_text(DEAL + text, VOCABULARY)


def norms(text: str) -> list[Norm]:
    """The norms of some clauses of a deal."""
    return engine(text).facts.norms


def findings(text: str, vocabulary: str) -> Findings:
    """What is found when a text is analysed over a vocabulary."""
    shipped, _ = resolve_shipped([read(vocabulary)])
    workspace, problems = resolve([read(text)], shipped)
    assert not problems.found, problems.found
    return analyse(workspace)[1]


def test_a_clause_is_one_norm_for_each_bearer_and_family_of_actions() -> None:
    found = norms("1: Acme and Bolt may use, keep and share location and balance.")
    assert [[concept.key for concept in norm.actions] for norm in found] == [["use", "keep"]] * 2 + [["share"]] * 2
    assert [norm.index for norm in found] == [0, 1, 2, 3]
    assert all(len(norm.items[Side.OBJECT]) == 2 for norm in found)


def test_data_about_different_people_are_told_apart() -> None:
    found = norms("1: Acme may use location and diary.")
    assert [[concept.key for concept in norm.objects] for norm in found] == [["location"], ["diary"]]


def test_only_adds_a_ban_of_the_same_clause() -> None:
    grant, ban = norms("1: Acme may use location only for research.")
    assert (grant.grants, grant.bans, ban.grants, ban.bans) == (True, False, False, True)
    assert (grant.by_only, ban.by_only) == (None, Side.PURPOSE)
    assert grant.clause is ban.clause


def test_what_is_to_be_ensured_binds_nobody_itself() -> None:
    (norm,) = norms("1: Acme must ensure that Corex may use location only for research.")
    assert norm.ensured
    assert (norm.grants, norm.bans) == (False, False)


def test_a_release_neither_grants_nor_bans() -> None:
    (norm,) = norms("1: Acme need not delete location.")
    assert norm.modality is Modality.RELEASE
    assert (norm.grants, norm.bans) == (False, False)


def test_who_says_so_is_the_clause_or_else_the_document() -> None:
    own, other = norms('1: Acme may use location, per "Elizabeth": "we may".\n2: Acme may use location.')
    assert own.per is not None
    assert other.per is not None
    assert (own.per.who, own.per.words, other.per.who) == ("Elizabeth", "we may", "the press")


def test_the_alternatives_of_a_duty_belong_together() -> None:
    found = norms("1: Acme must share or delete location.\n2: Acme must keep location and balance.")
    assert found[0].alternatives == found[1].alternatives is not None
    assert found[2].alternatives is None


def test_a_clause_of_too_many_alternatives_is_reported_once_and_left_out() -> None:
    names = [f"term{n}{half}" for n in range(9) for half in "ab"]
    definitions = "".join(f"{name.capitalize()} is a condition.\n" for name in names)
    condition = " and ".join(f"(term{n}a or term{n}b)" for n in range(9))
    text = f"{DEAL}{definitions}1: Acme may share location if {condition}.\n2: Acme may use location."
    problems = findings(text, VOCABULARY.replace('vocabulary "v".', base_text()))
    assert [finding.rule for finding in problems.found] == ["limit"]
    assert [unchecked.incomplete for unchecked in problems.unchecked] == [True]


def test_a_clause_that_leaves_nothing_is_reported() -> None:
    problems = findings(
        DEAL + "1: Acme may use location with Bolt.", VOCABULARY.replace('vocabulary "v".', base_text())
    )
    assert [finding.rule for finding in problems.found] == ["vacuous-clause"]


def test_a_vocabulary_without_a_word_for_sharing_still_works() -> None:
    vocabulary = 'vocabulary "bare". Process is an action. Receive is process. Location is data. Acme is a party.\n'
    vocabulary += "Bolt is a party."
    shipped, _ = resolve_shipped([read(vocabulary)])
    workspace, problems = resolve([read(DEAL + "1: Acme may receive location.")], shipped)
    assert not problems.found
    facts, _ = analyse(workspace)
    assert [[concept.key for concept in norm.actions] for norm in facts.norms] == [["receive"]]


def test_norms_are_numbered_across_documents() -> None:
    made = engine('1: Acme may use location.\nagreement "Other" between Acme and Corex.\n1: Corex may use location.')
    again, problems = normalise(made.facts.workspace.documents, made.facts.closures)
    assert [norm.index for norm in again] == [0, 1]
    assert not problems.found


def base_text() -> str:
    """The names that the engine knows of itself, as text."""
    return BASE
