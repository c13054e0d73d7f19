"""axe-core, which finds what keeps people with disabilities from reading a page."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.tools.npm import npm_file

STANDARDS = (
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    "best-practice",
)
"""WCAG 2.2 at level AA is all of these; the last is what axe-core recommends beyond it."""

COLOUR = ("cat.color",)
"""The rules about colours: only these can judge a page otherwise in the dark."""

POINTING = ("target-size",)
"""The rules about what a finger or a pointer hits: they say nothing of paper, where rows stand closer together."""

RUN = """async ([tags, left]) => {
  const found = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(left.map(rule => [rule, { enabled: false }])),
    resultTypes: ['violations'],
    elementRef: false,
  });
  const nodes = rule => rule.nodes.slice(0, 5).map(node => `${node.target.join(' ')}: ${node.failureSummary}`);
  return [found.passes.length, found.violations.map(rule => [rule.id, rule.nodes.length, ...nodes(rule)])];
}"""


def violations(page: Page, tags: tuple[str, ...] = STANDARDS, left_out: tuple[str, ...] = ()) -> list[Any]:
    """What is wrong with a page as it is shown: for each rule its name, how often, and the first five places.

    The page must be in a context that lets scripts in past the page's own policy.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))
    passed, wrong = page.evaluate(RUN, [list(tags), list(left_out)])
    assert passed, "axe-core has looked at nothing"
    return list(wrong)
