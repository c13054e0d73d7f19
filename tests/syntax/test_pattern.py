"""Which signs a terminal may begin with, as its regular expression tells."""

import re

import pytest

from policyc.syntax.pattern import Scanner, forms, terminal


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("for", "f"),
        (r"(?i:(must|Shall))(?![\w'])", "ms"),
        (r"(?!x)a?b", "ab"),
        (r"(one|[0-3])+x", "o0123"),
        (r"(a*|b)c", "abc"),
        (r"\.(?![^\s#])", "."),
        (r"[^\W\d_]x", None),
        (r"\w", None),
        (".", None),
        ("é", None),
        ("(é|a)b", None),
        ("a?[α-ω]", None),
    ],
)
def test_a_terminal_begins_with_these_signs(pattern: str, signs: str | None) -> None:
    assert terminal("X", pattern).signs == (None if signs is None else frozenset(signs))


def test_groups_capture_nothing() -> None:
    assert terminal("X", r"(a)\((?:b)[(](?=c)(?i:d)").pattern == r"(?:a)\((?:b)[(](?=c)(?i:d)"


def test_letters_that_read_alike_are_known() -> None:
    assert set(forms("s")) == set("sSſ")
    assert set(forms("k")) == set("kK\u212a")
    assert forms("b") == ["b", "B"]
    assert forms(",") == [","]


def test_many_letters_keep_the_order() -> None:
    made = Scanner([terminal(name, name.lower()) for name in ("AB", "CD", "EF", "GH", "AC", "A")], frozenset(["EF"]))
    found = re.finditer(made.pattern, "ab  cd ef ac a! ")
    *tokens, end = [(each.lastindex and made.kinds[each.lastindex], each[each.lastindex or 0]) for each in found]
    assert tokens[:3] == [("AB", "ab"), ("CD", "cd"), (None, "ef")]
    assert tokens[3:6] == [("AC", "ac"), ("A", "a"), ("", "!")]
    assert end[0] is None
