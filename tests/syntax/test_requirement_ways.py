"""Requirements that may be met in several ways, and how long agreements may last: read, and written again."""

import pytest

from policyc.pipeline.shipped import shipped_lexicon
from policyc.resolve import resolve
from policyc.source import Source
from policyc.syntax import parse, tree
from policyc.syntax.format import format_tree

WAYS = (
    "Every agreement between banks must provide that the bank may use data, or that the bank must notify customers, or "
    'that the bank must ensure that processors must not use data, per "us": "all of it".'
)


def read(text: str) -> list[tree.Sentence]:
    """The sentences of a policy, all of which must be read."""
    parsed, problems = parse(Source("x.policy", f'policy "P".\n{text}\n'))
    assert not problems.found
    return list(parsed.sentences[1:])


def test_a_requirement_keeps_its_ways_in_order() -> None:
    (requirement,) = read(WAYS)
    assert isinstance(requirement, tree.Requirement)
    assert len(requirement.alternatives) == 2
    assert len(requirement.selectors) == 1
    (plain,) = read("R: Every agreement must provide that the bank may use data.")
    assert isinstance(plain, tree.Requirement)
    assert not plain.alternatives
    assert not plain.selectors


@pytest.mark.parametrize(
    "text",
    [
        WAYS,
        'T: Every agreement between banks must last at most 18 months, per "law": "not to exceed 18 months".',
        "Every agreement must last at most two years.",
        "Every agreement where the bank is a processor, about health data, must last at most 30 days.",
    ],
)
def test_what_is_written_is_read_the_same(text: str) -> None:
    parsed, _ = parse(Source("x.policy", f'policy "P".\n{text}\n'))
    written = format_tree(parsed)
    again, problems = parse(Source("x.policy", written))
    assert not problems.found
    assert again.sentences == parsed.sentences
    assert format_tree(again) == written


def test_they_are_resolved() -> None:
    text = (
        'policy "P".\nT: Every agreement between banks must last at most 18 months, per "law": "18 months".\n'
        "R: Every agreement must provide that the bank may use data, or that the bank must ensure that processors must not "
        'use data, per "us": "all".\n'
    )
    parsed, _ = parse(Source("x.policy", text))
    workspace, problems = resolve([parsed], shipped_lexicon())
    assert not problems.found
    (document,) = workspace.documents
    (limit,), (requirement,) = document.term_limits, document.requirements
    assert (limit.label, str(limit.longest), limit.per and limit.per.words) == ("T", "18 months", "18 months")
    assert len(requirement.alternatives) == 1
    assert requirement.per is not None
    assert requirement.per.words == "all"


@pytest.mark.parametrize(
    "text",
    [
        "No agreement may provide that the bank may use data, or that the bank may sell data.",
        "No agreement must last at most 18 months.",
        "Every agreement must last at most 18.",
    ],
)
def test_what_is_not_the_language(text: str) -> None:
    parsed, problems = parse(Source("x.policy", f'policy "P".\n{text}\n'))
    assert problems.found
    assert len(parsed.sentences) == 1
