"""Our driver: it takes what Lark's parser takes, and makes the same tree of it, places included."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.source import Source
from policyc.syntax import format_tree, judged, parse, tree
from policyc.syntax.driver import Rejected, run
from policyc.syntax.larks import judge
from policyc.syntax.lexer import Budget, TooLong, tokens
from policyc.syntax.parts import Misread, Stopped
from tests.syntax.parsing import only
from tests.syntax.strategies import trees
from tests.syntax.test_diagnostics import BROKEN, WORDS
from tests.syntax.test_language_examples import EXAMPLES
from tests.syntax.test_roundtrip import quick

NO_WAY = "not taken"


def ours(text: str, start: str = "start") -> str:
    """What our driver makes of a text, with its places; or that it does not take it."""
    try:
        return repr(run(text, (0, len(text)), Budget(), start))
    except (Rejected, Misread):
        return NO_WAY


def larks(text: str, start: str = "start") -> str:
    """The same for Lark's parser."""
    try:
        return repr(judge(tokens(text, (0, len(text)), Budget()), start))
    except (Stopped, Misread):
        return NO_WAY


@quick
@given(trees)
def test_a_sound_text_gives_the_tree_that_lark_gives(made: tree.Tree) -> None:
    text = format_tree(made)
    assert ours(text) == larks(text) != NO_WAY


@quick
@given(st.lists(WORDS, max_size=14).map(" ".join), st.sampled_from(["start", "question"]))
def test_words_in_any_order_are_taken_where_lark_takes_them(text: str, start: str) -> None:
    assert ours(text, start) == larks(text, start)


@quick
@given(trees, st.data())
def test_a_text_with_a_word_changed_is_taken_where_lark_takes_it(made: tree.Tree, data: st.DataObject) -> None:
    words = format_tree(made).split(" ")
    place = data.draw(st.integers(0, len(words) - 1))
    words[place : place + data.draw(st.integers(0, 2))] = data.draw(st.lists(WORDS, max_size=2))
    text = " ".join(words)
    assert ours(text) == larks(text)


@pytest.mark.parametrize("path", [EXAMPLES, *sorted(BROKEN.glob("*.policy"))], ids=lambda path: path.stem)
def test_a_file_is_taken_where_lark_takes_it(path: Path) -> None:
    text = path.read_bytes().decode()
    assert ours(text) == larks(text)


def test_what_lark_takes_is_read_even_where_our_driver_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    def reject(*_: object) -> None:
        raise Rejected

    monkeypatch.setattr(sys.modules["policyc.syntax.parse"], "run", reject)
    monkeypatch.setattr(judged, "run", reject)
    text = "Facebook is a bank.\n4: Facebook may use data. # a comment\n"
    parsed, findings = parse(Source("test.policy", text))
    assert not findings.found
    assert repr(parsed.sentences) == ours(text)
    assert len(parsed.comments) == 1


def test_the_budget_counts_words_and_signs() -> None:
    text = "Facebook is a bank. # a comment"
    budget = Budget(5)
    run(text, (0, len(text)), budget, "start")
    assert budget.left == 0
    with pytest.raises(TooLong):
        run(text, (0, len(text)), Budget(4), "start")


def parts(node: object) -> Iterator[object]:
    """What a node holds."""
    for name in getattr(node, "__slots__", ()):
        value = getattr(node, name)
        yield from value if isinstance(value, tuple) else (value,)


def places(text: str, node: object) -> list[str]:
    """The words of every node below a node, itself included, as their places give them."""
    if not hasattr(node, "span"):
        return []
    start, end = node.span
    return [text[start:end], *(words for part in parts(node) for words in places(text, part))]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("4: After notice, Chase may pay.", ["After notice, Chase may pay", "4: After notice, Chase may pay"]),
        ('Chase means "Chase, N.A.", a bank.', ['Chase means "Chase, N.A.", a bank', 'means "Chase, N.A."', "a bank"]),
        ("Chase may pay if (x or y) and z.", ["if (x or y) and z", "(x or y) and z", "x or y"]),
        ("Chase may pay unless not (x or y).", ["unless not (x or y)", "not (x or y)", "x or y"]),
        ("Neither x nor y may pay.", ["Neither x nor y", "x nor y", "Neither x nor y may pay"]),
    ],
)
def test_a_place_reaches_from_the_first_word_to_the_last(text: str, spans: list[str]) -> None:
    found = places(text, only(text))
    assert [words for words in spans if words not in found] == []


@quick
@given(trees)
def test_places_lie_in_one_another_and_hold_whole_words(made: tree.Tree) -> None:
    text = format_tree(made)
    for sentence in run(text, (0, len(text)), Budget(), "start"):
        inside(text, sentence)


def inside(text: str, node: object) -> None:
    """Every part of a node lies in it, and its place begins and ends with a word."""
    if not hasattr(node, "span"):
        return
    start, end = node.span
    assert text[start:end] == text[start:end].strip() != ""
    for part in parts(node):
        if hasattr(part, "span"):
            assert start <= part.span[0] <= part.span[1] <= end
            inside(text, part)
