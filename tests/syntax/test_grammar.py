"""The grammar itself: free of conflicts, few reserved words, and read by our lexer as Lark reads it."""

import re
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark.exceptions import UnexpectedCharacters

from policyc.resources import resource
from policyc.syntax import tree
from policyc.syntax.lexer import Budget
from policyc.syntax.lexer import tokens as found_tokens
from tests.syntax.parsing import only, strict_parser, tokens
from tests.syntax.test_language_examples import EXAMPLES
from tests.syntax.test_roundtrip import quick

LANGUAGE = resource("grammar").parent / "docs" / "language.md"
ORDINARY_NAMES = """
    date of birth
    terms of service
    insurance policy number
    data subject
    required by law
    business hours
    user agreement
    subject matter
    clause library
    no-fault clause
    means of payment
    using company
    agreement template
    section leader
    free of charge
    bound volumes
    survivors
    termination fee
    prevailing wage
    scenario analysis
    vocabulary test
    37signals
    AT&T
    R&D
    Société Générale
    Ørsted
    個人情報
    in-house counsel
    on-call staff
    may-flower
    will-call tickets
    to-do lists
    HIV/AIDS status
    customers' orders
    the other party
    third parties
    other data
    this agreement
    ISO-27001
    opt-in
    years of service
    live data
    at-risk users
""".strip().splitlines()
SENTENCES = (
    "{} means data.".replace("means", "is"),
    "Facebook must not use {} for {}, with {}.",
    "Facebook may use bank data, {} and {} if not {} or {}.",
    "After {}, {} must notify {}.",
    "Bank data includes accounts, {} or {}.",
)


def test_the_grammar_has_no_conflict_and_no_two_terminals_for_one_text() -> None:
    assert strict_parser().options.strict


@pytest.mark.parametrize("name", [line.strip() for line in ORDINARY_NAMES])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_ordinary_name_stays_one_name(name: str, sentence: str) -> None:
    assert all_names(only(sentence.replace("{}", name))).count(name) == sentence.count("{}")


def all_names(node: object) -> list[str]:
    """Every name anywhere below a node."""
    if isinstance(node, tree.Name):
        return [node.text]
    if isinstance(node, tuple):
        return [name for part in node for name in all_names(part)]
    return [name for field in getattr(node, "__slots__", ()) for name in all_names(getattr(node, field))]


def reserved_words() -> list[str]:
    """The single words that the grammar keeps for itself, as its section of reserved words lists them."""
    grammar = (resource("grammar") / "policy.lark").read_text(encoding="utf-8")
    section = grammar.split("Terminals: reserved words")[1].split("Terminals: signs")[0]
    patterns = re.findall(
        r"^[A-Z_]+\.[23]: \(?(?:_\w+ \| )?/\(?(.*?)\)?/i(?: \| _\w+)?\)? _EDGE$", section, re.MULTILINE
    )
    words = [part.replace(r"\s+", " ").replace("\\/", "/") for each in patterns for part in each.split("|")]
    return [form for word in words for form in ([word[:-2], word[:-1]] if word.endswith("s?") else [word])]


def test_the_reserved_words_are_found() -> None:
    words = reserved_words()
    assert len(words) > 70
    assert {"for", "serve", "serves", "and/or", "other than", "any"} <= set(words)


@pytest.mark.parametrize("word", reserved_words())
def test_a_reserved_word_is_documented(word: str) -> None:
    page = LANGUAGE.read_text(encoding="utf-8")
    assert re.search(rf"`[^`\n]*(?<![\w-]){re.escape(word)}(?![\w-])[^`\n]*`", page), word


def ours(text: str) -> list[tuple[str, str, int | None, int | None]]:
    """The tokens that our lexer finds, with their places; the last has no type where Lark's finds none."""
    found = found_tokens(text, (0, len(text)), Budget())
    return [(token.type, token.words, token.start, token.end) for token in found]


def larks(text: str) -> list[tuple[str, str, int | None, int | None]]:
    """The same as Lark's own lexer finds them."""
    found: list[tuple[str, str, int | None, int | None]] = []
    try:
        for token in tokens(text):
            found.append((token.type, str(token), token.start_pos, token.end_pos))
    except UnexpectedCharacters as problem:
        place: int = cast(Any, problem).pos_in_stream
        found.append(("", text[place], place, place + 1))
    return found


WORDS = st.sampled_from(
    [
        *reserved_words(),
        *" ".join(ORDINARY_NAMES).split(),
        *["4.1:", "4(a)", "30", "days", "2018-08-06", ",", ".", ":", "(", ")"],
    ]
)

LETTERS = "iIıİsSſkK\u212aonfr \u0300-/&'."
"""Letters that read as one another where case counts for nothing, and the signs that may end a word."""


@quick
@given(st.lists(WORDS).map(" ".join))
def test_our_lexer_finds_what_lark_finds(text: str) -> None:
    assert ours(text) == larks(text)


@quick
@given(st.text(LETTERS, max_size=12))
def test_our_lexer_finds_what_lark_finds_in_letters_that_read_as_others(text: str) -> None:
    assert ours(text) == larks(text)


@pytest.mark.parametrize("path", [EXAMPLES, LANGUAGE, resource("grammar") / "policy.lark"], ids=lambda path: path.name)
def test_our_lexer_finds_what_lark_finds_in_every_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ours(text) == larks(text)
