"""Laws as people cite them, taken apart, and which citations are about the same law."""

import pytest

from policyc.model.laws import Citation, brings_in, citations
from policyc.pipeline.shipped import shipped_lexicon


def cited(words: str) -> list[tuple[str, str]]:
    """The laws that words cite, with their articles."""
    return [(each.law, ".".join(each.article)) for each in citations(words, shipped_lexicon())]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("GDPR", [("gdpr", "")]),
        ("the General Data Protection Regulation", [("gdpr", "")]),
        ("GDPR Art. 28", [("gdpr", "28")]),
        ("Art. 28 GDPR", [("gdpr", "28")]),
        ("Article 28 of the GDPR", [("gdpr", "28")]),
        ("GDPR Article 28(3)(h)", [("gdpr", "28.3.h")]),
        ("GDPR Arts. 28 and 32", [("gdpr", "28"), ("gdpr", "32")]),
        ("GDPR Art. 44–46", [("gdpr", "44"), ("gdpr", "45"), ("gdpr", "46")]),
        ("Articles 44 to 46 GDPR", [("gdpr", "44"), ("gdpr", "45"), ("gdpr", "46")]),
        ("GDPR Art. 46-44", [("gdpr", "46"), ("gdpr", "44")]),
        ("Art. 28(3) of Regulation (EU) 2016/679", [("regulation (eu) 2016/679", "28.3")]),
        ("GDPR and CCPA", [("gdpr", ""), ("ccpa", "")]),
        ("GDPR Art. 28 and CPRA", [("gdpr", "28"), ("ccpa", "")]),
        ("Family Educational Rights and Privacy Act", [("ferpa", "")]),
        ("FERPA (20 U.S.C. 1232g; 34 CFR Part 99)", [("ferpa", "")]),
        ("FERPA 34 CFR § 99.31(a)(6)", [("ferpa", ""), ("34 cfr", "99.31.a.6")]),
        ("45 CFR 164.514 (e)(4)", [("45 cfr", "164.514.e.4")]),
        ("5 U.S.C. § 552a(o)", [("5 usc", "552a.o")]),
        ("5 USC 552a(o)", [("5 usc", "552a.o")]),
        ("Cal. Civ. Code § 1798.140(ag)", [("cal civ code", "1798.140.ag")]),
        ("12 CFR Part 1016", [("12 cfr", "1016")]),
        ("Regulation P § 1016.13", [("regulation p", "1016.13")]),
        ("Data Protection Act 2018", [("data protection act", "2018")]),
        ("House rules (of the bank)", [("house rule", "")]),
        ("Rules and regulations", [("rules and regulation", "")]),
        ("Article 28", []),
        ("", []),
    ],
)
def test_citations_are_taken_apart(words: str, expected: list[tuple[str, str]]) -> None:
    assert cited(words) == expected


def test_a_citation_meets_what_it_lies_in_and_what_lies_in_it() -> None:
    whole, article, part = Citation("gdpr"), Citation("gdpr", ("28",)), Citation("gdpr", ("28", "3"))
    assert all(one.meets(other) for one in (whole, article, part) for other in (whole, article, part))
    assert not article.meets(Citation("gdpr", ("2",)))
    assert not whole.meets(Citation("uk gdpr"))


@pytest.mark.parametrize(
    ("declared", "meant"),
    [
        ("GDPR", True),
        ("gdpr article 28", True),
        ("GDPR Art. 28(3)", True),
        ("Regulation (EU) 2016/679", True),
        ("GDPR Art. 6", False),
        ("UK GDPR Art. 28", False),
        ("data protection law", False),
        ("", False),
    ],
)
def test_what_brings_a_law_in(declared: str, meant: bool) -> None:
    own = ("GDPR Art. 28", "Regulation (EU) 2016/679 Art. 28")
    assert brings_in("GDPR Article 28", own, [declared], shipped_lexicon()) is meant


def test_a_title_brings_its_law_in_whatever_it_is_under() -> None:
    assert brings_in("Our terms", (), ["our TERMS"], shipped_lexicon())
    assert not brings_in("Our terms", (), ["Your terms"], shipped_lexicon())
