"""How far the check reaches, on paper: what was not checked, which laws and rules were used."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.render.html.view import LawItem, Page, UncheckedItem
from policyc.render.paper.blocks import Block, Bullets, Heading, Span, Style, Table, Words
from policyc.render.paper.words import code, gloss, joined, place, prose, said, strong, text
from policyc.report import RuleView

NO_APPROVAL = (
    "Silence in this report is no approval. policyc weighs only what the files say in its own language; it did not "
    "read the signed paper behind them, and it judges by its rules, not by all of the law."
)
GIVEN = (
    "These names are declared only in the file that uses them, as bare conditions or events. Whether they hold, "
    "nothing here can tell."
)
LAWS = (
    "policyc holds a law that it ships only against agreements that say they are made under it, or where its user asks "
    "for that, and only as policyc's authors read that law."
)


def unchecked(page: Page) -> Iterator[Block]:
    """The section of what was not checked."""
    report = page.report
    yield Heading(1, said("What was not checked"), "unchecked")
    yield text(NO_APPROVAL)
    if not report.paths:
        yield text("No policy file was found. Nothing at all was checked.")
    if page.unchecked:
        yield Bullets(tuple(map(unchecked_words, page.unchecked)))
    elif report.paths:
        yield text("Nothing was passed over: every sentence of the files was read.")
    if report.given:
        yield Heading(2, said("Taken as given"))
        yield text(GIVEN)
        yield Bullets(tuple(said(name) for name in report.given))


def unchecked_words(item: UncheckedItem) -> Words:
    """One thing that was not checked: why, its words, its place."""
    one = item.unchecked
    lead = (Span("Should have been checked: ", Style.STRONG),) if one.incomplete else ()
    quote = said(f"“{one.quote}”") if one.quote else ()
    where = said(item.target.words, item.target.anchor) if item.target else ()
    return (*lead, *joined((prose(one.reason), quote, where, place(one.place)), " · "))


def laws(page: Page) -> Iterator[Block]:
    """The section of laws."""
    yield Heading(1, said("Laws held against the agreements"), "laws")
    yield text(f"{LAWS} None of this is legal advice.")
    if page.laws:
        yield Bullets(tuple(map(law_words, page.laws)))
    else:
        yield text("There was no agreement to hold a law against.")


def law_words(item: LawItem) -> Words:
    """What became of one law and one agreement."""
    lead = (Span(f"{item.view.law}: ", Style.STRONG),) if item.view.law else ()
    where = said(item.view.agreement, item.target)
    return (*lead, *joined((prose(item.words), where, place(item.view.place)), " · "))


def rules(page: Page) -> Iterator[Block]:
    """The section of rules; none where nothing is known of them."""
    if not page.families:
        return
    report = page.report
    yield Heading(1, said("The rules that ran"), "rules")
    judged = f"; whether these have ended was judged on {report.judged_on.isoformat()}" if report.judged_on else ""
    kept = f" What was suppressed is listed among the findings, with the reasons given{judged}."
    yield text(page.rules + (kept if report.summary.suppressed else ""))
    rows = tuple(
        (code(rule.name), said(family.name), gloss(rule.summary), found(rule))
        for family in page.families
        for rule in family.rules
    )
    caption = "Every rule, what it looks for, and how often it found that"
    yield Table(caption, ("Rule", "About", "What it looks for", "Found"), rows, (4, 2, 6, 2))


def found(rule: RuleView) -> Words:
    """How often a rule found what it looks for."""
    if not rule.ran:
        return said("left out")
    count = strong(f"{rule.found:,}") if rule.found else said("–")
    return joined((count, said(f"{rule.suppressed:,} suppressed" if rule.suppressed else "")), ", ")
