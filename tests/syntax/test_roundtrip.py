"""What is printed reads back as the same tree, however it was written."""

import re

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from policyc.source import Source
from policyc.syntax import format_tree, parse, parse_question, tree, write_sentence
from policyc.syntax.parse import readable
from policyc.syntax.write import write_question
from tests.syntax.parsing import read, tokens
from tests.syntax.strategies import question, sentence, trees

quick = settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
AS_WRITTEN = {
    "ASIDE",
    "GRANTS",
    "RANGE",
    "RENEWS",
    "THE_AGREEMENT",
    "THE_GOVERNS",
    "OVER_THE_AGREEMENT",
    "WORD",
    "ARTICLE",
    "STRING",
    "LABEL",
    "REFERENCE",
    "INCLUDES",
    "REVEALS",
    "SERVES",
}
GAPS = ("\n", "\r\n", "\t", "  ", " \n\n ", "\u00a0")
COMMENT = ' # a comment, with a full stop. And "more\n'
COMMENTED = (tree.Clause, tree.Definition, tree.Requirement)


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
    """A sentence, and its words with other white space, keywords in another case, and comments between words."""
    made = draw(sentence)
    gaps = st.sampled_from(GAPS)
    parts = []
    for token in tokens(write_sentence(made)):
        words = str(token) if token.type in AS_WRITTEN else draw(st.sampled_from((str.upper, str.title)))(token)
        parts.append(re.sub(r"\s+", draw(st.sampled_from(("\n", " \t"))), words))
        commented = isinstance(made, COMMENTED) and token.type in ("WORD", "STRING")
        parts.append(draw(gaps | st.just(COMMENT) if commented else gaps))
    return made, "".join(parts)


@quick
@given(noisy())
def test_white_space_comments_and_the_case_of_keywords_mean_nothing(pair: tuple[tree.Sentence, str]) -> None:
    made, text = pair
    assert read(text).sentences == (made,)


@quick
@given(noisy())
def test_formatting_keeps_comments_and_changes_nothing_else(pair: tuple[tree.Sentence, str]) -> None:
    parsed = read(pair[1])
    printed = format_tree(parsed)
    assert len(parsed.comments) == pair[1].count(COMMENT)
    assert read(printed) == parsed
    assert format_tree(read(printed)) == printed


@quick
@given(st.text('abc \n"#.,?():', max_size=60))
def test_any_text_is_read_or_reported(text: str) -> None:
    parsed, findings = parse(Source("any.policy", text))
    assert len(parsed.broken) == len(findings.unchecked) == len(findings.found)
    assert readable(parsed.source) == text


def test_articles_stay_with_the_name_they_stand_before() -> None:
    with_articles = read("The bank may use all the data for any purpose.")
    assert write_sentence(with_articles.sentences[0]) == "The bank may use all the data for any purpose."


def test_a_file_of_nothing_is_printed_as_nothing() -> None:
    assert format_tree(read("")) == ""
    assert format_tree(read(" \n# only a comment  \n\n")) == "# only a comment\n"


LAID_OUT = """\
# Above the header.
agreement "Deal" between Facebook and Chase.  # of 2018

# Above the clause.
4.1:    Facebook may use bank data.  # after it
# inside
4.2:    Facebook may use a great deal of bank data for account checking, and with the opt-in consent
        of the customers, until 2027-12-31.

10.2(b): Chase is a bank.
Facebook means "Facebook, Inc., a corporation that has its seat in Menlo Park, California, and
    offices elsewhere".

# A note that stands alone.

# Touches the header.
policy "House rules".
# At the end.
"""
WRITTEN = """

# Above the header.
AGREEMENT   “Deal” BETWEEN Facebook AND Chase. # of 2018
# Above the clause.
4.1: Facebook may
  use bank data.   # after it
4.2: Facebook may use a great deal of bank # inside
data for account checking, and with the opt-in consent of the customers, until 2027-12-31.



10.2(b): Chase is a bank.
Facebook means "Facebook, Inc., a corporation that has its seat in Menlo Park,
California, and offices elsewhere".

# A note that stands alone.

# Touches the header.
policy "House rules"
.
# At the end."""


def test_the_layout_of_a_file() -> None:
    assert format_tree(read(WRITTEN)) == LAID_OUT.replace("# of 2018\n\n# Above", "# of 2018\n# Above")
    assert format_tree(read(LAID_OUT)) == LAID_OUT


def test_a_repaired_sentence_stands_among_those_that_were_written() -> None:
    parsed = read("# kept\nBalances are data.\nNames are data.")
    made = read("Facebook may use names.").sentences[0]
    made.span = (0, 0)
    parsed.sentences = (*parsed.sentences[:1], made, *parsed.sentences[1:])
    assert format_tree(parsed) == "# kept\nBalances are data.\n\nFacebook may use names.\nNames are data.\n"
