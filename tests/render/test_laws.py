"""Which laws were held against which agreements: the end of a run, the page, the contract."""

import json
from dataclasses import replace

from policyc.render.html import render_html
from policyc.render.json import render_json
from policyc.render.laws import law_lines, law_sentences, outcome_words
from policyc.render.text import render_text
from policyc.report import Held, LawView
from tests.render import samples
from tests.render.samples import LINKING, at

APPLIED = LawView(LINKING, at(40), "GDPR Article 28", Held.APPLIED, "", 9, 2, 1)
OLD = LawView("Old", at(50), "GDPR Article 28", Held.NOT_IN_FORCE, "in force from 2018-05-25")
UNKNOWN = LawView("Far", at(60), "LGPD", Held.UNKNOWN, "policyc ships no requirements of it")
NONE = LawView("None", at(70), "", Held.UNDECLARED, "it declares no law")


def report(*laws: LawView) -> str:
    """The end of a report with some laws, as text on wide lines."""
    return render_text(replace(samples.report(), laws=laws), {}, 200)


def test_nothing_is_said_where_no_law_is_declared() -> None:
    assert "Laws:" not in report()
    assert "Laws:" not in report(NONE, NONE)
    assert law_lines(replace(samples.report(), laws=(NONE,)), 80) == []


def test_each_law_is_told_with_its_agreements_and_why() -> None:
    text = report(APPLIED, OLD, UNKNOWN, NONE)
    assert "Laws: policyc's own reading of the law, no legal advice." in text
    assert f'  GDPR Article 28 was held against "{LINKING}": 6 of 9 requirements met, 1 not weighed.' in text
    assert '  GDPR Article 28 was not held against "Old": in force from 2018-05-25.' in text
    assert '  LGPD was not held against "Far": policyc ships no requirements of it.' in text
    assert '  "None" declares no law, so none was held against it.' in text


def test_many_agreements_are_counted() -> None:
    several = list(law_sentences([APPLIED] * 4 + [NONE] * 5))
    assert several == [
        "GDPR Article 28 was held against 4 agreements: 24 of 36 requirements met, 4 not weighed.",
        "5 agreements declare no law, so none was held against them.",
    ]
    (few,) = law_sentences([replace(APPLIED, agreement=name, unweighed=0) for name in ("A", "B")])
    assert few == 'GDPR Article 28 was held against "A" and "B": 14 of 18 requirements met.'


def test_the_page_lists_every_agreement_and_gives_no_advice() -> None:
    page = render_html(replace(samples.report(), laws=(APPLIED, OLD, NONE)))
    section = page[page.index('<section id="laws"') : page.index('<section id="rules"')]
    assert "None of this is legal advice." in section
    assert "Held against it: 6 of 9 requirements met, 1 not weighed." in section
    assert "Not held against it: in force from 2018-05-25." in section
    assert "It declares no law, so none was held against it." in section
    empty = render_html(replace(samples.report(), laws=()))
    assert "There was no agreement to hold a law against." in empty
    assert outcome_words(replace(APPLIED, asked=1, unmet=0, unweighed=0)) == "Held against it: 1 of 1 requirement met."


def test_the_contract_names_them() -> None:
    laws = json.loads(render_json(replace(samples.report(), laws=(APPLIED, NONE))))["laws"]
    assert laws[0] == {
        "agreement": LINKING,
        "path": at(40).path,
        "line": 40,
        "law": "GDPR Article 28",
        "held": "applied",
        "why": "",
        "requirements": 9,
        "unmet": 2,
        "unweighed": 1,
    }
    assert (laws[1]["law"], laws[1]["held"]) == (None, "undeclared")
