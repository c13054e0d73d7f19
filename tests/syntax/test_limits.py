"""Large, hostile and empty files: read or refused in time that grows with their length, and never a traceback."""

import random
from time import process_time

import pytest

from policyc.source import Source
from policyc.syntax import format_tree, parse, parse_question
from policyc.syntax.lexer import MAXIMUM_TOKENS
from policyc.syntax.parts import MAXIMUM_NESTING
from tests.syntax.parsing import problem, read
from tests.syntax.test_language_examples import EXAMPLES

SECONDS = 60
"""Far above what is needed, on any machine, as long as time grows with the length alone."""

MANY = 100_000
LETTERS = str.maketrans("0123456789", "bcdfghjklm")
NAMES = [f"n{number}".translate(LETTERS) for number in range(MANY // 2 - 2)]
GARBAGE = random.Random(1).randbytes(1 << 20).decode("latin-1")
LARGE = {
    "a file of one mebibyte": EXAMPLES.read_text(encoding="utf-8") * 220,
    "a list of many names": f"All-data includes {', '.join(NAMES * 2)}.",
    "many opening brackets": f"Facebook may use data if {'(' * MANY}consent.",
    "many closed brackets": f"Facebook may use data if {'(' * (MANY // 2)}consent{')' * (MANY // 2)}.",
    "many negations": f"Facebook may use data if {'not ' * MANY}consent.",
    "many duties to ensure": "Chase must ensure that " * (MANY // 4) + "Chase must pay.",
    "many broken sentences": "x.\n" * MANY,
    "many broken clauses": "x may.\n" * (MANY // 2),
    "many unclosed quotations": '4.1: x means "y.\n' * (MANY // 4),
    "many quotations that open twice": 'x means "y "z.\n' * (MANY // 4),
    "many full stops": "." * MANY,
    "many abbreviations": "U.S. " * MANY,
    "many clauses without an end": "clause a and " * (MANY // 2),
    "many commas": "," * MANY,
    "one long word": "x" * (1 << 20),
    "one long label": "4.(a)" * MANY + ":",
    "much white space": f"x{' ' * (1 << 20)}.",
    "many unseen characters": "x\u200b\u202e\n" * MANY,
    "binary garbage": GARBAGE,
    "binary garbage in quotation marks": f'x means "{GARBAGE.replace(chr(34), "")}".',
}


@pytest.mark.parametrize("kind", LARGE)
def test_a_large_file_takes_no_more_than_its_length(kind: str) -> None:
    start = process_time()
    parsed, findings = parse(Source("large.policy", LARGE[kind]))
    assert process_time() - start < SECONDS
    assert parsed.sentences or findings.unchecked


@pytest.mark.parametrize("kind", ["many abbreviations", "many commas", "a list of many names"])
def test_a_large_question_takes_no_more_than_its_length(kind: str) -> None:
    start = process_time()
    asked, findings = parse_question(Source("question", LARGE[kind]))
    assert process_time() - start < SECONDS
    assert asked is None
    assert len(findings.unchecked) == 1


def test_a_large_file_is_formatted_in_time() -> None:
    parsed = read(LARGE["a file of one mebibyte"])
    start = process_time()
    assert len(format_tree(parsed)) > 1 << 19
    assert process_time() - start < SECONDS


def test_every_broken_sentence_of_many_is_reported() -> None:
    parsed, findings = parse(Source("many.policy", LARGE["many broken sentences"]))
    assert len(findings.found) == len(findings.unchecked) == len(parsed.broken) == MANY


@pytest.mark.parametrize("text", ["", " \n\t ", "# only a comment", "\ufeff"])
def test_nothing_is_read_as_nothing(text: str) -> None:
    parsed, findings = parse(Source("empty.policy", text))
    assert not parsed.sentences
    assert not findings.found
    assert not findings.unchecked


def test_a_mark_before_the_text_is_passed_over() -> None:
    assert read("\ufeffCustomers are people.") == read("Customers are people.")


def test_a_file_of_more_words_than_are_read_is_refused_whole() -> None:
    parsed, findings = parse(Source("long.policy", "x is y.\n" * (MAXIMUM_TOKENS // 4 + 1)))
    (finding,) = findings.found
    assert finding.rule == "limit"
    assert "200,000" in finding.message
    assert [each.incomplete for each in findings.unchecked] == [True]
    assert not parsed.sentences


def test_the_limit_counts_broken_files_too() -> None:
    _, findings = parse(Source("long.policy", "x y.\n" * (MAXIMUM_TOKENS // 3 + 1)))
    assert [finding.rule for finding in findings.found] == ["limit"]


def test_a_question_of_more_words_than_are_read_is_refused() -> None:
    asked, findings = parse_question(Source("question", "May x use " + "x " * MAXIMUM_TOKENS + "?"))
    assert asked is None
    assert [finding.rule for finding in findings.found] == ["limit"]


@pytest.mark.parametrize(
    "deep",
    [
        "Facebook may use data if {}consent.".replace("{}", "not " * (MAXIMUM_NESTING + 1)),
        f"Facebook may use data if {'(x or (y and ' * 40}z{'))' * 40}.",
        "Chase must ensure that " * (MAXIMUM_NESTING + 1) + "Chase must pay.",
    ],
)
def test_what_stands_too_deep_is_refused(deep: str) -> None:
    assert problem(deep).rule == "limit"


def test_what_stands_deep_enough_is_read() -> None:
    assert read(f"Facebook may use data if {'not ' * MAXIMUM_NESTING}consent.").sentences
    assert read("Chase must ensure that " * (MAXIMUM_NESTING - 1) + "Chase must pay.").sentences
