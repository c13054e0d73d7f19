"""The difference as text, Markdown and JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from rich.cells import cell_len

from policyc.render.difference.contract import SCHEMA_FILE, DifferenceDocument, json_schema
from policyc.render.difference.json import render_json
from policyc.render.difference.markdown import render_markdown
from policyc.render.difference.shape import DifferenceReport
from policyc.render.difference.summary import edited, gaps, verdict
from policyc.render.difference.text import render_text
from tests.render import difference_samples as samples

TEXT = """\
looser: Clause 2 now permits Facebook to use account balances for advertising, of which no clause
  spoke before. [silent -> permitted]
  v1/deal.policy:58:1  clause 2 of "Bank deal"
    - 2: Facebook may use account balances for account checking.
  v2/deal.policy:59:1  clause 2 of "Bank deal"
    + 2: Facebook may use account balances for account checking and advertising.
  v2/deal.policy:9:1  by a definition
    + Logins are account data.
  for instance: Facebook uses account balances for advertising.

mixed: Initech takes the place of Acme.
  besides: as one.
  v2/deal.policy:62:1  line 62 of "Bank deal"
    = Facebook must not sell bank data.

stricter: No clause any longer requires Facebook to delete bank data; clause 3 did before.
  v1/deal.policy:60:1  clause 3 of "Bank deal"
    - 3: Facebook must delete bank data.
  for instance: Facebook deletes bank data.

3 changes of meaning in 1 agreement: 1 looser, 1 mixed and 1 stricter.
2 clauses were reworded, renumbered or moved, counting those that changed in meaning.
A note.
"""
MARKDOWN = """\
# What changes in meaning

**3 changes of meaning in 1 agreement: 1 looser, 1 mixed and 1 stricter.**

2 clauses were reworded, renumbered or moved, counting those that changed in meaning.

A note.

## 1. Looser: Clause 2 now permits Facebook to use account balances for advertising, of which no clause spoke before. (silent → permitted)

clause 2 of "Bank deal" `v1/deal.policy:58:1` → clause 2 of "Bank deal" `v2/deal.policy:59:1`

```diff
- 2: Facebook may use account balances for account checking.
+ 2: Facebook may use account balances for account checking and advertising.
```

by a definition `v2/deal.policy:9:1`

```diff
+ Logins are account data.
```

For instance: Facebook uses account balances for advertising.

## 2. Mixed: Initech takes the place of Acme.

line 62 of "Bank deal" `v2/deal.policy:62:1`

```diff
  Facebook must not sell bank data.
```

Besides: as one.

## 3. Stricter: No clause any longer requires Facebook to delete bank data; clause 3 did before.

clause 3 of "Bank deal" `v1/deal.policy:60:1`

```diff
- 3: Facebook must delete bank data.
```

For instance: Facebook deletes bank data.
"""


def test_text_in_full() -> None:
    assert render_text(samples.report()) == TEXT


def test_colour_changes_no_word_and_lines_fit() -> None:
    painted = render_text(samples.report(), colour=True)
    assert "\x1b[1;31mlooser: " in painted
    for width in (40, 60, 100):
        lines = render_text(samples.report(), width).splitlines()
        assert all(cell_len(line) <= width or " " not in line.strip() for line in lines)


def test_markdown_in_full() -> None:
    assert render_markdown(samples.report()) == MARKDOWN


@pytest.mark.parametrize(
    ("report", "words", "reach"),
    [
        (samples.same(), "No change of meaning in 1 agreement.", ""),
        (
            samples.incomplete(),
            "No change of meaning was found in what could be compared of these files.",
            "1 passage could not be read or weighed, and may hold further changes; `policyc check` says what is wrong "
            "with each.",
        ),
        (samples.nothing(), "Nothing was compared.", "There was no policy file on the new side."),
        (
            replace(samples.nothing(), old_paths=()),
            "Nothing was compared.",
            "There was no policy file on the old and new side.",
        ),
    ],
)
def test_the_conclusion(report: DifferenceReport, words: str, reach: str) -> None:
    assert verdict(report) == words
    assert gaps(report) == reach
    assert words in render_text(report)
    assert (f"This comparison is incomplete: {reach}"[:60] in render_text(report)) is bool(reach)
    assert ("Not compared" in render_markdown(report)) is bool(report.unchecked)


def test_edits_without_a_change() -> None:
    assert edited(samples.same()) == "1 clause was reworded, renumbered or moved."
    assert edited(samples.nothing()) == ""


def test_hostile_words_stay_words() -> None:
    foul = "<script>`@everyone` **x** [a](javascript:1) \u202e ```"
    change = replace(samples.changes()[0], message=foul, agreement=foul, witness=foul, particulars=(foul,))
    redline = replace(samples.REWORDED, old=replace(samples.sentence("a`b", 1, foul), agreement=foul))
    report = replace(samples.report(), changes=(replace(change, clauses=(redline,)),), notes=(foul,))
    shown = render_markdown(report)
    assert "\u202e" not in shown + render_text(report)
    outside = "".join(part for at, part in enumerate(shown.split("````")) if at % 2 == 0)
    assert "<script" not in outside.replace("\\<", "")
    assert "](javascript" not in outside
    assert "`` a`b:1:1 ``" in shown


# JSON


def test_json_is_valid_by_the_contract() -> None:
    for report in (samples.report(), samples.same(), samples.incomplete(), samples.nothing()):
        text = render_json(report)
        assert text.isascii()
        document = DifferenceDocument.model_validate_json(text)
        assert json.loads(text) == document.model_dump(by_alias=True, mode="json")


def test_json_in_detail() -> None:
    found = json.loads(render_json(samples.report()))
    assert found["schema"] == "policyc/difference/1"
    assert (found["old"], found["new"]) == (["v1/deal.policy"], ["v2/deal.policy"])
    assert found["summary"] == {"agreements": 1, "looser": 1, "stricter": 1, "mixed": 1, "edited": 2}
    assert found["changes"][0]["clauses"][0]["new"] == {
        "path": "v2/deal.policy",
        "line": 59,
        "column": 1,
        "agreement": "Bank deal",
        "clause": "2",
        "quote": samples.AFTER,
    }
    assert found["changes"][0]["causes"][0]["old"] is None


def test_the_schema_that_is_shipped_is_the_contract() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == json_schema()
