"""What sentences in forms of their own permit and forbid: the same as plain ones, which the reference judges."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.norms.test_semantics import VOCABULARY
from tests.reference.engine import run_text
from tests.reference.replay import POINT, replay

MORE = (
    VOCABULARY
    + """Agree is an action. Access is process. Limit is an action.
Necessity is a condition.
"""
)
DEAL = 'agreement "Deal" between Acme and Bolt.\n'
RESEARCH, MARKETING = {"purpose": "research"}, {"purpose": "marketing"}
APPROVED, NEEDED = {"states": frozenset({"approval"})}, {"states": frozenset({"necessity"})}
CASES: list[tuple[str, str, dict[str, Any], str]] = [
    (
        "1: Acme may only use location for research.",
        "1: Acme may use location only for research.",
        RESEARCH,
        "permitted",
    ),
    (
        "1: Acme may only use location for research.",
        "1: Acme may use location only for research.",
        MARKETING,
        "forbidden",
    ),
    (
        "1: Acme may use location only with approval, unless necessity.",
        "1: Acme may use location only if approval or necessity.",
        NEEDED,
        "permitted",
    ),
    (
        "1: Acme shall use location only with approval, unless necessity.",
        "1: Acme may use location only if approval or necessity.",
        {},
        "forbidden",
    ),
    (
        "1: Acme must not use personal data except in accordance with clause 2. 2: Acme may use location.",
        "1: Acme must not use personal data subject to 2. 2: Acme may use location.",
        {},
        "permitted",
    ),
]


@pytest.mark.parametrize(("form", "plain", "said", "expected"), CASES)
def test_a_form_means_what_its_plain_sentence_means(form: str, plain: str, said: dict[str, Any], expected: str) -> None:
    point = {"data": "location", **said}
    assert run_text(DEAL + form, MORE).judge(replace(POINT, **point))[0] == expected
    assert replay(DEAL + plain, MORE, **point)[0] == expected


@pytest.mark.parametrize(
    "text", ["1: Only Acme may access location.", "1: Access to location shall be limited to Acme."]
)
def test_who_alone_may_do_something_leaves_out_all_others(text: str) -> None:
    facts = run_text(DEAL + text, MORE)
    said: dict[str, Any] = {"data": "location", "action": "access"}
    assert facts.judge(replace(POINT, **said))[0] == "permitted"
    assert facts.judge(replace(POINT, bearer="bolt", **said))[0] == "forbidden"
    assert facts.judge(replace(POINT, bearer="delta", **said))[0] == "forbidden"


def test_who_limits_access_keeps_his_own() -> None:
    text = "1: Acme may access location. 2: Acme must limit access to location to Bolt."
    facts = run_text(DEAL + text, MORE)
    assert facts.judge(replace(POINT, data="location", action="access"))[0] == "permitted"
