"""What is printed reads back as the same tree, however it was written."""

import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from policyc.source import Source
from policyc.syntax import format_tree, parse, parse_question, tree, write_sentence
from policyc.syntax.parse import readable
from policyc.syntax.write import write_question
from tests.syntax.parsing import read, tokens
from tests.syntax.strategies import question, sentence, trees

quick = settings(
    max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
NAMES_AND_WORDS = {"WORD", "ARTICLE", "STRING", "LABEL", "REFERENCE"}
GAPS = ("\n", "\r\n", "\t", "  ", " \n\n ", "\u00a0", " # a comment, with a full stop.\n")


@quick
@given(trees)
def test_a_printed_tree_reads_back_as_itself(made: tree.Tree) -> None:
    printed = format_tree(made)
    assert read(printed) == made


@quick
@given(trees)
def test_the_canonical_form_is_its_own_canonical_form(made: tree.Tree) -> None:
    printed = format_tree(made)
    assert format_tree(read(printed)) == printed


@quick
@given(sentence)
def test_a_sentence_on_one_line_reads_back_as_itself(made: tree.Sentence) -> None:
    written = write_sentence(made)
    assert "\n" not in written
    assert read(written).sentences == (made,)


@quick
@given(question)
def test_a_question_reads_back_as_itself(made: tree.Question) -> None:
    parsed, findings = parse_question(Source("question", write_question(made)))
    assert parsed == made
    assert not findings.unchecked


@st.composite
def noisy(draw: st.DrawFn) -> tuple[tree.Sentence, str]:
    """A sentence, and its words with other white space, comments between them and keywords in another case."""
    made = draw(sentence)
    parts = []
    for token in tokens(write_sentence(made)):
        words = str(token) if token.type in NAMES_AND_WORDS else draw(st.sampled_from((str.upper, str.title)))(token)
        parts.append(re.sub(r"\s+", draw(st.sampled_from(("\n", " \t"))), words))
        parts.append("" if token.type in ("_COLON", "_OPEN") else draw(st.sampled_from(GAPS)))
    return made, "".join(parts)


@quick
@given(noisy())
def test_white_space_comments_and_the_case_of_keywords_mean_nothing(pair: tuple[tree.Sentence, str]) -> None:
    made, text = pair
    assert read(text).sentences == (made,)


@quick
@given(noisy())
def test_formatting_keeps_every_comment_and_changes_nothing_else(pair: tuple[tree.Sentence, str]) -> None:
    parsed = read(pair[1])
    printed = format_tree(parsed)
    assert read(printed) == parsed
    assert format_tree(read(printed)) == printed
