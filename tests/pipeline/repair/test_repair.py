"""Repairs: what is mended and how, what is left alone, and that what was sound says the very same."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyc.pipeline.comparison import compare
from policyc.pipeline.files import Inputs
from policyc.pipeline.repair import broken
from policyc.pipeline.repair.broken import readable, said
from policyc.pipeline.repair.conditions import alike, says_the_same
from policyc.pipeline.repair.repair import repaired
from policyc.pipeline.road import examine
from policyc.source import Source
from policyc.syntax import parse

EXAMPLES = Path(__file__).resolve().parents[3] / "policies" / "examples"
HEAD = 'Acme is a bank. Globex is a platform.\nagreement "Deal" between Acme and Globex.\n'


def mended(text: str) -> str:
    """A text with all its repairs."""
    return next((each.text for each in repaired([Source("deal.policy", text)])), text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1: Globex hereby may use names.", "1: Globex may use names."),
        ("4.1. Globex may use names.", "4.1: Globex may use names."),
        ("4.1:Globex may use names.", "4.1: Globex may use names."),
        ("4) Globex may use names.", "4: Globex may use names."),
        (
            "1: Globex may use names # why\n2: Acme may use names.",
            "1: Globex may use names. # why\n2: Acme may use names.",
        ),
        ("1: Globex may use names", "1: Globex may use names."),
        ("1: Globex may use names. .\n", "1: Globex may use names.\n"),
        ("1: Globex m\u0430y use names, n\u043et data for research.", None),
        ("1: Globex m\u0430y use names.", "1: Globex may use names."),
        ("1: Globex may u\u200bse n\u200bames\u2060.", "1: Globex may use names."),
        ("1: Globex may use names, # so\u00adft\n  for research.", "1: Globex may use names, # soft\n  for research."),
        (
            "1. Despite 2, Globex hereby may use names only for research\n2: Acme may use names.",
            "1: Despite 2, Globex may use names only for research.\n2: Acme may use names.",
        ),
        ("1: Globex may use names with consent and opt-in consent.", "1: Globex may use names with opt-in consent."),
        (
            "1: Globex must not use names unless consent or opt-in consent.",
            "1: Globex must not use names unless consent.",
        ),
        ("1: Globex may use names with consent, if consent.", "1: Globex may use names with consent."),
        (
            "1: Globex may use names with consent and opt-in consent, if consent.",
            "1: Globex may use names with opt-in consent.",
        ),
    ],
)
def test_what_is_mended(before: str, after: str | None) -> None:
    assert mended(HEAD + before) == HEAD + (after or before.replace("m\u0430y", "may").replace("n\u043et", "not"))


@pytest.mark.parametrize(
    "text",
    [
        "1: Globex may use names such as balances.",
        "1: Globex must not use names solely for research.",
        "1: Globex may use names for purposes other than research.",
        "1: Globex solely may use names.",
        "1: Globex must be deleted.",
        "(a) Globex may use names.",
        "4 banks may use names.",
        "1: Globex may use n\u0430mes.",
        "1: Globex may use names\u202e.",
        "1: Globex may use names with consent\n# why\nand opt-in consent.",
        "1: Globex may use names with consent. Globex hereby.",
        "1: Globex may use names\nAcme may use names.",
        "1: Globex may use names for research.",
        "1: hereby",
    ],
)
def test_what_needs_a_decision_is_left_alone(text: str) -> None:
    kept = mended(HEAD + text)
    assert kept in (HEAD + text, HEAD + text + ".")
    assert len(parse(Source("a", kept))[0].broken) == len(parse(Source("a", HEAD + text))[0].broken)


@pytest.mark.parametrize(
    "more", ["2: Globex may use names only for research.\n", "2: Globex must not use names for research.\n"]
)
def test_a_condition_that_other_clauses_make_idle_is_kept(more: str) -> None:
    text = HEAD + more + "1: Globex may use names with opt-in consent, for research, if consent.\n"
    assert "opt-in" in mended(text)


def test_each_repair_is_told_with_its_words() -> None:
    (found,) = repaired([Source("a", HEAD), Source("b", HEAD.replace("Deal", "B") + "1. Globex may use names")])
    assert found.source.path == "b"
    told = [(repair.rule, *change) for repair in found.repairs for change in repair.changes]
    assert told == [("broken-sentence", "1.", "1:", 3), ("broken-sentence", "", ".", 3)]


def test_repairs_that_do_not_go_together_are_tried_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broken, "adds", lambda before, after: len(before.broken) - len(after.broken) == 1)
    text = HEAD + "1: Globex hereby may use names.\n2: Globex hereby may use location data.\n"
    assert mended(text) == text.replace("hereby ", "")
    monkeypatch.setattr(broken, "adds", lambda before, after: False)
    assert mended(text) == text


def test_more_faults_than_a_program_mends() -> None:
    text = HEAD + "1: Globex" + " hereby" * 12 + " may use names."
    assert mended(text) == text


FAULTS = {
    "Globex may": "Globex hereby may",
    ": Globex may": ". Globex may",
    ": Acme may": ":Acme may",
    "research.\n": "research\n",
    "may use": "m\u0430y u\u200bse",
    "names.": "names. .",
}


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A sound agreement, and the same with faults that a program can mend.

    Where a full stop is missing before a label that is none, nobody can tell where the sentence ends.
    """
    lines = [
        f"{number}: {draw(st.sampled_from(('Globex', 'Acme')))} may use {draw(st.sampled_from(('names', 'location data')))}"
        f"{draw(st.sampled_from(('', ' only for research', ' with consent and opt-in consent', ' for research')))}.\n"
        for number in range(1, draw(st.integers(2, 6)))
    ]
    sound = HEAD + "".join(lines)
    faulty, left_out = HEAD, draw(st.sampled_from(("research.\n", ": ")))
    for line in lines:
        for right, wrong in FAULTS.items():
            if right in line and not right.startswith(left_out) and draw(st.integers(0, 3)) == 0:
                line = line.replace(right, wrong, 1)
        faulty += line
    return sound, faulty


@settings(max_examples=40, deadline=None)
@given(texts())
def test_faults_are_mended_into_what_was_meant(pair: tuple[str, str]) -> None:
    sound, faulty = pair
    assert mended(faulty) == mended(sound)
    again = Source("deal.policy", mended(sound))
    assert says_the_same([Source("deal.policy", sound)], [again])
    assert not repaired([again])


SCRAPS = (
    ".",
    "..",
    " .",
    "\n",
    "1.",
    "4.2:",
    " solely ",
    " hereby ",
    "notwithstanding 2, ",
    '"',
    "#",
    "\u200b",
    "\u0430",
    "\u202e",
)
SOUND = (
    HEAD + '1: Globex may use names only for research.\n2: Acme must not share names with anyone if "it is agreed".\n'
    "# why\n3: Despite 2, Acme may share names with Globex with consent and opt-in consent.\n"
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SOUND)), st.sampled_from(SCRAPS), st.integers(0, 6)), max_size=4))
def test_whatever_stands_there_what_was_read_is_kept(changes: list[tuple[int, str, int]]) -> None:
    text = SOUND
    for at, scrap, gone in changes:
        text = text[:at] + scrap + text[at + gone :]
    source = Source("deal.policy", text)
    new, repairs = readable(source)
    before, after = parse(source)[0], parse(Source("deal.policy", new))[0]
    assert len(after.broken) <= len(before.broken)
    assert readable(Source("deal.policy", new)) == (new, ())
    assert bool(repairs) == (new != text)
    if not any(sign in text for sign in ("\u200b", "\u0430")):
        assert not said(before) - said(after)
        assert [each.text for each in after.comments] == [each.text for each in before.comments]


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.policy")), ids=lambda file: file.stem)
def test_shipped_examples_say_the_same(file: Path) -> None:
    source = Source(file.name, file.read_text(encoding="utf-8"))
    for each in repaired([source]):
        comparison = compare(Inputs([source]), Inputs([Source(file.name, each.text)]))
        assert all(map(alike, comparison.old.norms, comparison.new.norms))
        assert not comparison.found.changes
        assert sum(said(parse(source)[0]).values()) == len(parse(Source(file.name, each.text))[0].sentences)
        assert {repair.rule for repair in each.repairs} == {"redundant-condition"}
    assert not [each for each in examine([source]).findings.found if each.repair]
