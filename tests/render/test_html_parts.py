"""The parts of the HTML report that are worth a test of their own: phrases, excerpts, anchors."""

import doctest
import json
import re
from types import ModuleType

import pytest

from policyc.findings import Evidence
from policyc.render import phrases
from policyc.render.html import addresses, rules, wording
from policyc.render.html.anchors import overlap
from policyc.render.html.excerpt import REACH, Excerpt, excerpt
from policyc.render.html.looks import LONGEST, running_head
from policyc.render.html.seal import digest, embedded, signed
from policyc.source import Place


@pytest.mark.parametrize("module", [phrases, addresses, rules, wording])
def test_examples_in_the_docstrings_hold(module: ModuleType) -> None:
    done = doctest.testmod(module)
    assert done.failed == 0
    assert done.attempted > 0


def test_an_empty_list_reads_as_nothing() -> None:
    assert phrases.listed([]) == ""
    assert phrases.clause_words("") == ""


def on_line(line: str, words: str, quote: str | None = None) -> Excerpt:
    start = line.index(words) + 1
    place = Place("a.policy", 2, start, 2, start + len(words))
    return excerpt(Evidence("", place, words if quote is None else quote), {"a.policy": f"first\n{line}\nlast"})


@pytest.mark.parametrize(
    "line",
    [
        "Chase will share balances.",
        "4.1: Chase will share balances.",
        "  4.1:   Chase will share balances .  # a comment",
        "Chase will share balances",
    ],
)
def test_a_whole_clause_stands_alone(line: str) -> None:
    assert on_line(line, "Chase will share balances") == Excerpt("", "Chase will share balances", "")


def test_a_part_of_a_line_stands_in_it() -> None:
    assert on_line("Chase will promptly share.", "promptly") == Excerpt("Chase will ", "promptly", " share.")


def test_a_long_line_is_cut_at_both_ends() -> None:
    found = on_line("a" * 500 + " here " + "b" * 500, "here")
    assert found.before == "…" + "a" * (REACH - 1) + " "
    assert found.after == " " + "b" * (REACH - 1) + "…"


def test_words_that_are_not_those_of_the_place_stand_alone() -> None:
    assert on_line("Chase will share.", "Chase", quote="Wells Fargo") == Excerpt("", "Wells Fargo", "")


def test_words_of_no_known_line_stand_alone() -> None:
    evidence = Evidence("", Place("a.policy", 9, 1, 9, 3), "words")
    assert excerpt(evidence, {"a.policy": "one line"}) == excerpt(evidence, {}) == Excerpt("", "words", "")
    over_lines = Evidence("", Place("a.policy", 1, 5, 2, 3), "line two")
    assert excerpt(over_lines, {"a.policy": "one line\ntwo"}) == Excerpt("", "line two", "")


def place(*numbers: int) -> Place:
    return Place("a.policy", *numbers)


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (place(1, 1, 1, 10), place(1, 5, 1, 6), True),
        (place(1, 1, 1, 10), place(1, 10, 1, 20), False),
        (place(1, 1, 3, 2), place(2, 50, 2, 60), True),
        (place(1, 4, 1, 4), place(1, 4, 1, 9), True),
        (place(1, 1, 1, 3), place(2, 1, 2, 3), False),
    ],
)
def test_overlap(one: Place, other: Place, wanted: bool) -> None:
    assert overlap(one, other) is overlap(other, one) is wanted


def test_title_that_runs_at_the_head_of_a_sheet_cannot_leave_its_string() -> None:
    css = running_head('Deal"; } * { display: none } </style> \\')
    assert 'content: "Deal\\000022 \\00003b  \\00007d ' in css
    assert css.count('"') == 2
    assert "<" not in css


def test_long_title_is_cut_at_the_head_of_a_sheet() -> None:
    assert running_head("W" * 120).count("W") == LONGEST
    assert "\\002026 " in running_head("W" * 120)
    assert "\\002026 " not in running_head("W" * LONGEST)


def test_embedded_data_ends_no_script_and_hides_nothing() -> None:
    data = {"name": "</script><!-- \u2028 \u202e \x7f & ünï"}
    text = embedded(data)
    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    assert not set("<>&") & set(text)
    assert json.loads(text) == data


def test_digest_of_a_page_is_that_of_all_but_itself() -> None:
    page = signed(f'<p>words</p>{{"page": "{"0" * 64}"}}<p>"page": "{"0" * 64}"</p>')
    assert digest(page) == re.search("[0-9a-f]{64}", page)[0]  # type: ignore[index]
    assert page.endswith(f'"page": "{"0" * 64}"</p>')
    assert digest(page.replace("words", "other words")) != digest(page)
