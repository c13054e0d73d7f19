"""To which sentence a suppression belongs, also once the file was formatted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyc.pipeline.formatting import formatted
from policyc.pipeline.suppression.reading import Suppression, suppressions
from policyc.source import Source
from policyc.syntax import parse
from policyc.syntax.tree import Tree

HEAD = 'Acme is a bank. Globex is a platform.\nagreement "Deal" between Acme and Globex.\n'
MARK = "# policyc: ignore[alias]: x"


def tree(text: str) -> Tree:
    """The tree of a text."""
    return parse(Source("deal.policy", text))[0]


def covered(text: str) -> list[str]:
    """The sentences that suppressions belong to, each by its first words, in the order of the comments."""
    source = Source("deal.policy", text)
    found, _ = suppressions(tree(text))
    starts = [source.line_starts[each.covered.line - 1] + each.covered.column - 1 for each in found]
    return [text[start:].split(".")[0].split("\n")[0] for start in starts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"1: Acme may use names. {MARK}\n2: Acme may use data.", "1: Acme may use names"),
        (f"1: Acme may use names .{MARK}\n2: Acme may use data.", "1: Acme may use names "),
        (f"1: Acme may use names.\n{MARK}\n2: Acme may use data.", "2: Acme may use data"),
        (f"1: Acme may use names.\n{MARK}\n  # prose\n2: Acme may use data.", "2: Acme may use data"),
        (f"1: Acme may {MARK}\n  use names.\n2: Acme may use data.", f"1: Acme may {MARK}"),
        (f"1: Acme may\n{MARK}\n  use names.", "1: Acme may"),
        (f"1: Acme may use names. 2: Acme may use data. {MARK}", "2: Acme may use data"),
        (f"{MARK}\nPurple data are data.\n1: Acme may use names.", "Purple data are data"),
        (f'{MARK}\nagreement "Other" between Acme and Globex.\n1: Acme may use names.', 'agreement "Other" between Acme and Globex'),
        (f"1: Acme may use use use for. {MARK}\n2: Acme may use data.", "1: Acme may use use use for"),
        (f"1: Acme may use names.\r\n{MARK}\r\n2: Acme may use data.", "2: Acme may use data"),
    ],
)  # fmt: skip
def test_the_sentence_of_a_suppression(text: str, expected: str) -> None:
    assert covered(HEAD + text) == [expected]


@pytest.mark.parametrize(
    "text", [f"1: Acme may use names.\n{MARK}\n\n2: Acme may use data.", f"1: Acme may use names.\n{MARK}", f"1: Acme may use names.\n\n{MARK}\n# end\n"]
)  # fmt: skip
def test_one_that_belongs_to_none_is_told(text: str) -> None:
    found, findings = suppressions(tree(HEAD + text))
    assert not found
    (finding,) = findings.found
    assert finding.rule == "malformed-suppression"
    assert "belongs to no sentence" in finding.message


@pytest.mark.parametrize("words", ['"x # policyc: ignore[alias]: x"', "“x # policyc: ignore[alias]: x”"])
def test_words_in_quotations_are_none(words: str) -> None:
    found, findings = suppressions(tree(HEAD + f"1: Acme may use names if {words}."))
    assert not found
    assert not findings.found


@st.composite
def texts(draw: st.DrawFn) -> str:
    """An agreement with suppressions in all kinds of places, each with a reason of its own."""
    pieces = [HEAD]
    for number in range(draw(st.integers(1, 5))):
        words = [f"{number}:", "Acme", "may", "use", "names,", "for", "research."]
        for at in range(len(words)):
            if draw(st.integers(0, 9)) == 0:
                words[at] += f"  # policyc: ignore[alias]: {number}-{at}\n"
        pieces.append(draw(st.sampled_from(("", "\n", "# prose\n"))) + " ".join(words))
        pieces.append(draw(st.sampled_from((" ", "\n", "\n", f"\n# policyc: ignore[alias]: above {number + 1}\n"))))
    return "".join(pieces)


@settings(max_examples=150, deadline=None)
@given(texts())
def test_the_canonical_form_leaves_each_with_its_sentence(text: str) -> None:
    source = Source("deal.policy", text)
    before, _ = suppressions(tree(text))
    after, _ = suppressions(tree(formatted(source).text))
    assert owners(before, text) == owners(after, formatted(source).text)


def owners(found: list[Suppression], text: str) -> list[tuple[str, str]]:
    """Which label each suppression belongs to, by its reason."""
    lines = text.split("\n")
    return sorted(
        (each.reason, lines[each.covered.line - 1][each.covered.column - 1 :].split(":")[0]) for each in found
    )
