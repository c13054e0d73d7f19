"""What is new since an earlier run, and what is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policyc.findings import Unchecked
from policyc.render.since import identity, render_since, since
from policyc.source import Place
from tests.render import samples

FOUND = samples.findings()


def test_what_only_moved_is_neither_new_nor_gone() -> None:
    first = FOUND[0]
    moved = replace(first, primary=replace(first.primary, place=samples.at(99)))
    before, after = (replace(samples.report(), findings=(each,)) for each in (first, moved))
    assert since(before, after) == since(before, before)
    assert "Changed: a.policy. Nothing new.\n" in render_since(before, after, ["a.policy"], {})


def test_of_findings_alike_only_more_are_new() -> None:
    one, two = (replace(samples.report(), findings=FOUND[:1] * number) for number in (1, 2))
    assert since(one, two).new == FOUND[:1]
    assert since(two, one).gone == FOUND[:1]
    assert not since(one, two).gone


def test_a_suppression_is_something_new() -> None:
    before = replace(samples.report(), findings=FOUND[:1])
    after = replace(before, findings=(replace(FOUND[0], suppressed="agreed"),))
    difference = since(before, after)
    assert difference.new[0].suppressed == "agreed"
    assert difference.gone == FOUND[:1]


def test_all_of_it_in_words() -> None:
    item = Unchecked(Place("a\u202e.policy", 3, 1, 3, 2), "quoted condition", "if\nso")
    before = replace(samples.report(), findings=FOUND[1:3])
    after = replace(before, findings=FOUND[:2], unchecked=(*before.unchecked, item))
    changed = [f"{name}.policy" for name in ("a\u202e", "b", "c", "d", "e")]
    text = render_since(before, after, changed, {}, 200)
    assert text.startswith("Changed: a<U+202E>.policy, b.policy, c.policy, 2 more files.\nerror: Shopping location")
    assert "to cure: Drop shopping location" in text
    assert "not checked: a<U+202E>.policy:3:1 quoted condition: if so\n" in text
    assert "gone: examples/messenger-banking.policy:62:4: warning: Opt-in is promised" in text
    assert FOUND[1].message not in text
    concise = render_since(before, after, changed, {}, 400, concise=True)
    assert "to cure" not in concise
    assert "[useful-for-banned]\n" in concise
    painted = render_since(before, after, changed, {}, 200, colour=True)
    assert "\x1b[1;32mgone: \x1b[0m" in painted


def test_nothing_else_can_be_known_again() -> None:
    with pytest.raises(TypeError):
        identity("words")
