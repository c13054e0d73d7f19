"""The garbage collector rests while a file is parsed, and no longer."""

import gc

import pytest

from policyc.source import Source
from policyc.syntax import parse
from policyc.syntax.collector import uncollected


@uncollected
def is_on(problem: Exception | None = None) -> bool:
    if problem:
        raise problem
    return gc.isenabled()


def test_it_rests_and_is_on_again() -> None:
    assert gc.isenabled()
    assert not is_on()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="broken"):
        is_on(ValueError("broken"))
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        assert not is_on()
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("text", ["Facebook is a bank.", "Facebook is.", "Facebook is a bank. " * 20])
def test_a_tree_leaves_nothing_to_collect(text: str) -> None:
    parse(Source("test.policy", text))
    gc.collect()
    parse(Source("test.policy", text))
    assert gc.collect() == 0
