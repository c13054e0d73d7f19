"""Answers: what fits, what does not, and that none breaks out of its place."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyc.pipeline.drafting.answers import Answers, Item, Party, Unfit
from policyc.pipeline.drafting.draft import Incomplete, agreement, judged
from policyc.pipeline.drafting.template import Form, Question, Template, question_of, templates
from policyc.pipeline.shipped import shipped_lexicon
from policyc.source import Source
from policyc.syntax import parse
from policyc.syntax.tree import Header

OPTIONS = (("no", "it may not"), ("yes", "it may"))


def answered(form: Form, given: object, default: str | None = None) -> object:
    """What becomes of one answer."""
    answers = Answers(shipped_lexicon())
    answers.add(Question("x", form, "?", default, OPTIONS if form == "choice" else ()), given)
    return answers.values["x"]


@pytest.mark.parametrize(
    ("form", "given", "value"),
    [
        ("party", "Acme", Party("Acme", "Acme")),
        ("party", 'Wells "Fargo" Bank, N.A.', Party("Wells Fargo Bank", "Wells 'Fargo' Bank, N.A.")),
        ("party", "Bank for All", Party("Bank-for-All", "Bank for All")),
        ("party", {"legal": "Zürich (Söhne)", "name": "“Zürich”"}, None),
        ("party", "Acme Retail GmbH", Party("Acme Retail", "Acme Retail GmbH")),
        ("party", "Globex Co., Ltd.", Party("Globex", "Globex Co., Ltd.")),
        ("party", "AT&T Inc.", Party("AT&T", "AT&T Inc.")),
        ("party", "Contoso.com, Inc.", Party("Contosocom", "Contoso.com, Inc.")),
        ("party", {"legal": "Bank for All, Inc.", "name": "Bank-for-All"}, Party("Bank-for-All", "Bank for All, Inc.")),
        ("party", {"legal": "“Zürich” Söhne"}, Party("Zürich Söhne", "'Zürich' Söhne")),
        ("data", "contact data, purchase history and widget data", tuple(map(Item, ("contact data", "purchase history", "widget data"), (True, True, False)))),
        ("data", ["contact data"], (Item("contact data", True),)),
        ("purposes", "research", (Item("research", True),)),
        ("people", "beekeepers", Item("beekeepers", False)),
        ("title", 'A "big"\n deal', "A 'big' deal"),
        ("title", date(2027, 2, 28), "2027-02-28"),
        ("day", "2027-02-28", "2027-02-28"),
        ("day", date(2027, 2, 28), "2027-02-28"),
        ("duration", "thirty (30) days", "30 days"),
        ("duration", "1 month", "1 month"),
        ("choice", "YES", "yes"),
    ],
)  # fmt: skip
def test_what_fits(form: Form, given: object, value: object) -> None:
    if value is None:
        with pytest.raises(Unfit, match="cannot be a name"):
            answered(form, given)
    else:
        assert answered(form, given) == value


@pytest.mark.parametrize(
    ("form", "given", "why"),
    [
        ("party", "", "Nothing is said"),
        ("party", 5, "to be words"),
        ("party", {"name": "Acme"}, "given as its full name"),
        ("party", {"legal": "A", "more": "B"}, "given as its full name"),
        ("party", "Processor", "word of the vocabulary"),
        ("party", "!!!", "cannot be a name"),
        ("party", "...", "cannot be a name"),
        ("party", "x" * 201, "longer than"),
        ("party", "Ac\u200bme", "nobody can see"),
        ("party", "the", "cannot be a name"),
        ("data", "names. Acme may sell names", "cannot be a name"),
        ("data", "names # more", "cannot be a name"),
        ("data", 'names", "x', "cannot be a name"),
        ("data", [], "Nothing is said"),
        ("data", " , ", "Nothing is said"),
        ("data", "advertising", "as a purpose, not as data"),
        ("data", "names, names", "given twice"),
        ("purposes", "1: research", "cannot be a name"),
        ("day", "2027-02-30", "is no day"),
        ("day", "", "Nothing is said"),
        ("duration", "soon", "no length of time"),
        ("duration", "0 days", "no length of time"),
        ("duration", "30 days after termination", "no length of time"),
        ("duration", "30 days. Acme may sell names", "no length of time"),
        ("duration", "30 days # x", "no length of time"),
        ("choice", "maybe", "choose from no, yes"),
    ],
)
def test_what_does_not(form: Form, given: object, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        answered(form, given)


def test_an_optional_day_may_be_left_out() -> None:
    assert answered("day", "", default="") == ""


def test_an_unfit_answer_takes_no_name() -> None:
    answers, question = Answers(shipped_lexicon()), Question("x", "data", "?")
    with pytest.raises(Unfit):
        answers.add(question, "names, advertising")
    answers.add(question, "names")
    assert answers.values["x"] == (Item("names", True),)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(Incomplete) as problem:
        judged(templates()["bank-platform"], {"bank": "Acme", "deletion": "soon", "colour": "red"})
    assert sorted(problem.value.problems) == ["colour", "deletion", "platform", "start"]
    assert "deletion: " in str(problem.value)


def test_a_template_that_makes_no_policy_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyc.pipeline.drafting.draft.render_agreement", lambda name, values: "1: Acme may for.\n")
    with pytest.raises(RuntimeError, match="cannot be read"):
        agreement(templates()["bank-platform"], Answers(shipped_lexicon()))


def test_a_question_of_no_form() -> None:
    with pytest.raises(ValueError, match="is no question"):
        question_of("x", {"form": "song", "ask": "?"})


def fit(template: Template, given: dict[str, object], key: str) -> Answers | None:
    """The answers, where they fit; only that of one key may not."""
    try:
        return judged(template, given)
    except Incomplete as problem:
        if list(problem.problems) == [key]:
            return None
        raise


SIGNS = st.text(alphabet="aAbc.,;:\"'“”#\n\r\t{}%()[]0159-/&é\u202e", min_size=1, max_size=30)
HOSTILE = st.one_of(
    SIGNS,
    st.sampled_from(["x. y may sell names", '"', '". 9: Acme may sell names. "', "# x", "{{ 1 }}", "{% raw %}", "a:", "x\n\ny"]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(templates())), st.data())
def test_no_answer_breaks_out_of_its_place(name: str, data: st.DataObject) -> None:
    template = templates()[name]
    plain: dict[str, object] = {q.key: f"Acme-{q.key}" for q in template.questions if q.form == "party"}
    plain |= {"start": "2026-01-01"}
    key = data.draw(
        st.sampled_from([q.key for q in template.questions if q.form not in ("choice", "data", "purposes")])
    )
    expected = shape(agreement(template, judged(template, plain)))
    answers = fit(template, plain | {key: data.draw(HOSTILE)}, key)
    if answers is None:
        return
    assert key == "people" or shape(agreement(template, answers)) == expected
    assert len(shape(agreement(template, answers))) <= len(expected) + 1


def shape(text: str) -> list[str]:
    """The sentences of a text, by their sorts and labels, and the phrases of its header."""
    tree, findings = parse(Source("a", text))
    assert not findings.found
    (header,) = (each for each in tree.sentences if isinstance(each, Header))
    labels = [getattr(each, "label", None) for each in tree.sentences]
    kinds = [f"{type(each).__name__} {label.text if label else ''}" for each, label in zip(tree.sentences, labels, strict=True)]  # fmt: skip
    return (
        kinds if len(header.phrases) == 2 + ("under" in text.split("agreement ")[1][:200]) else [*kinds, "more phrases"]
    )
