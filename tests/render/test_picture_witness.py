"""The picture of a finding: its acts in runs, each read as a sentence, what is forbidden marked in words."""

from dataclasses import replace

import pytest

from policyc.findings import Evidence, Step
from policyc.render.html import render_html
from policyc.render.picture.witness import Said, Witness, witness
from policyc.report import Report
from policyc.source import Place
from tests.render import picture_samples, samples
from tests.render.pages import Page


def drawn(*steps: Step) -> Witness:
    found = witness(steps, lambda place: f"at-{place.line}")
    assert found is not None
    return found


def told(*steps: Step) -> Page:
    report: Report = replace(samples.report(), findings=(picture_samples.told(steps, "told"),))
    return Page(render_html(report))


def test_no_steps_make_no_picture() -> None:
    assert witness((), lambda _: None) is None
    assert not told().all("figure", of="witness")


def test_acts_that_hang_together_are_one_run() -> None:
    found = drawn(*picture_samples.path())
    assert [len(run) for run in found.runs] == [4]
    assert [act.chained for act in found.acts] == [False, True, True, True]
    apart = drawn(*picture_samples.act(), *picture_samples.path())
    assert [len(run) for run in apart.runs] == [1, 4]
    assert [act.number for act in apart.acts] == [1, 2, 3, 4, 5]


def test_act_after_an_unnamed_taker_begins_anew() -> None:
    found = drawn(Step("Acme", "shares", (), "Globex"), Step("Acme", "uses", ()))
    assert [len(run) for run in found.runs] == [1, 1]


def test_clauses_have_their_names_and_anchors() -> None:
    (act,) = drawn(*picture_samples.act()).acts
    assert act.by == Said("Proposed bank deal, clause 1", "at-56")
    assert act.against == Said("Account linking, clause 8", "at-46")
    bare = Evidence("", Place("a.policy", 7, 1, 7, 9), "")
    (act,) = drawn(Step("Acme", "uses", (), by=bare)).acts
    assert act.by == Said("a.policy:7", "at-7")


@pytest.mark.parametrize(
    ("does", "data", "word"),
    [
        ("shares", ("names",), "with"),
        ("share", (), "with"),
        ("combines", ("names",), "with"),
        ("gives", ("names",), "to"),
        ("sells", (), "to"),
        ("notifies", (), ""),
        ("notifies", ("breaches",), "to"),
    ],
)
def test_word_before_the_taker(does: str, data: tuple[str, ...], word: str) -> None:
    (act,) = drawn(Step("Acme", does, data, "Globex")).acts
    assert act.toward == word


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (picture_samples.path(), "The 4 acts as a picture, 1 of them forbidden"),
        (picture_samples.path()[:2], "The 2 acts as a picture"),
        (picture_samples.act(), "The act as a picture, forbidden"),
        (picture_samples.path()[:1], "The act as a picture"),
    ],
)
def test_outline(steps: tuple[Step, ...], words: str) -> None:
    assert drawn(*steps).words == words


def test_every_act_reads_as_a_sentence() -> None:
    page = told(*picture_samples.path())
    acts = [" ".join(element.text.split()) for element in page.all("li", of="act")]
    assert acts[0].startswith(
        "savings bank gives card payments to messenger for customer support. Under Proposed bank deal, clause 1."
    )
    assert acts[1].startswith("messenger works out shopping habits. Under")
    assert acts[2].startswith("messenger shares card payments and habits with shoe shop. Under")
    assert acts[3].startswith("shoe shop uses habits for ad targeting. Forbidden by Proposed bank deal, clause 3")


def test_only_the_forbidden_act_has_the_sign() -> None:
    page = told(*picture_samples.path())
    assert ["forbidden" in act.classes for act in page.all("li", of="act")] == [False, False, False, True]
    assert len(page.all("svg", of="stop")) == 1


def test_card_of_whom_an_act_reaches_is_not_read_twice() -> None:
    page = told(*picture_samples.path())
    assert [card.text for card in page.all("span", of="actor")] == ["savings bank"]
    takers = page.all("span", of="taker")
    assert [card.text for card in takers] == ["messenger", "shoe shop"]
    assert all(card.attributes["aria-hidden"] == "true" for card in takers)


def test_clauses_lead_to_where_they_stand() -> None:
    page = told(*picture_samples.act())
    ids = {element.attributes.get("id") for element in page.elements}
    figure = page.all("figure", of="witness")[0]
    assert figure.attributes["aria-labelledby"] in ids
    links = [element.attributes["href"] for element in page.all("a") if "clause 8" in element.text]
    assert links
    assert all((link or "")[1:] in ids for link in links)
