"""The read-back of clauses: what a lawyer signs beside the text."""

import pytest

from policyc.analysis.conditions import condition_words, quoted_conditions
from policyc.analysis.reading import Reader
from policyc.report import Reading
from tests.worlds import HEADER, facts_of

SAID = (
    HEADER + "Deal data includes location data and health data. Wellness data is health data about customers.\n"
    'Insights means "insights", data, also called "findings of fact". Reachable is a condition.\n'
)


def lines(sentence: str, rest: str = "", header: str = SAID) -> list[tuple[str, str]]:
    """The read-back of the first clause of an agreement."""
    facts = facts_of(f"{header}{sentence}\n{rest}")
    document = facts.agreements[0]
    reader = Reader(document, facts.closure(document), facts.shipped)
    return [(line.aspect, line.words) for line in reader.read(document.clauses[0])]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Acme may use health data.", [("who", "Acme"), ("may", "use"), ("which data", "health data")]),
        ("Acme may use health data.", [("for what", "for any purpose")]),
        ("Acme must not use or sell health data.", [("must not", "use or sell (none of these)")]),
        (
            "Acme must not sell health data.",
            [("with whom", "with anyone at all"), ("for what", "for any purpose at all")],
        ),
        ("Acme may share health data.", [("with whom", "with anyone"), ("for what", "no purpose is stated")]),
        ("Acme must share health data.", [("with whom", "nobody is named")]),
        ("Acme may use and keep health data.", [("may", "use and keep (each of these)")]),
        ("Acme must return or delete health data.", [("must", "return or delete (a choice)")]),
        ("Acme must delete health data or location data.", [("which data", "health data or location data (a choice)")]),
        ("Acme must not use health data or location data.", [("which data", "health data or location data")]),
        ("Acme need not notify Globex.", [("need not", "notify"), ("with whom", "to Globex")]),
        ("Acme may use deal data.", [("which data", "deal data (location data and health data)")]),
        ("Acme may use wellness data.", [("about whom", "customers")]),
        ("Acme may use health data about children.", [("about whom", "about children")]),
        ("Acme may use any data except health data.", [("which data", "any data, except health data")]),
        ("Acme may use findings of fact.", [("which data", 'insights (here called "findings of fact")')]),
        ("Neither party may sell health data.", [("who", "each party: Acme and Globex (each of them)")]),
        ("The bank may use health data.", [("who", "the bank: Acme")]),
        ("The auditor may use health data.", [("who", "auditor (anyone of that kind)")]),
        ("Each party may share health data with the other party.", [("with whom", "with the other party")]),
        ("Acme may share health data with the other party.", [("with whom", "with the other party: Globex")]),
        ("Acme may share health data with anyone.", [("with whom", "with anyone")]),
        (
            "Acme must not share health data with third parties.",
            [("with whom", "with third parties (anyone but Acme and Globex)")],
        ),
        (
            "Acme may use health data only for research.",
            [("for what", "for research, and for nothing else: all else is forbidden")],
        ),
        (
            "Acme may use health data only in Germany.",
            [("where", "in Germany, and nowhere else: all else is forbidden")],
        ),
        (
            "Acme may use health data except for research.",
            [("exception", "for research: that is not what this clause permits")],
        ),
        ("Acme may not keep health data even for research.", [("for what", "even for research")]),
        ("Acme may use health data with opt-in consent.", [("on condition", "with opt-in consent")]),
        (
            "Acme may use health data only with consent.",
            [("on condition", "only with consent: otherwise it is forbidden")],
        ),
        (
            "Acme may use health data except with consent.",
            [("exception", "with consent: that is not what this clause permits")],
        ),
        ("Acme must not use health data even with consent.", [("even so", "also with consent: that changes nothing")]),
        ("Acme must not use health data without consent.", [("on condition", "without consent")]),
        ("Acme may use health data without consent.", [("on condition", "with or without consent")]),
        (
            "Acme may use health data unless emergency.",
            [("exception", "unless emergency: then this clause permits nothing")],
        ),
        (
            "Acme may use health data if consent and (not emergency or reachable).",
            [("on condition", "if consent and (not emergency or reachable)")],
        ),
        (
            'Acme may use health data if "the moon is full".',
            [("on condition", 'if "the moon is full" (quoted: not checked)')],
        ),
        ("Acme must delete health data with consent.", [("how", "with consent")]),
        (
            "Acme must not share health data except as this agreement allows.",
            [("exception", "whatever this agreement allows elsewhere: that is not what this clause forbids")],
        ),
        (
            "Acme must delete health data within 30 days after termination.",
            [("when", "within 30 days after termination")],
        ),
        ('Acme may use health data, per "Ann": "we may".', [("says who", 'Ann: "we may"')]),
        ('Acme may use health data, per "Ann".', [("says who", "Ann")]),
        (
            "Acme must ensure that Globex must not sell health data.",
            [("must", "see to it that the following holds"), ("who", "Globex"), ("must not", "sell")],
        ),
    ],
)
def test_lines(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = lines(sentence)
    assert [line for line in found if line in expected] == expected, found


@pytest.mark.parametrize(
    ("sentence", "rest", "expected"),
    [
        ("1: Despite 2, Acme may use health data.", "2: Acme must not use health data.", "prevails over clause 2"),
        (
            "1: Despite 2 and 3, Acme may use data.",
            "2: Acme may use data. 3: Acme may use data.",
            "prevails over clauses 2 and 3",
        ),
        ("1: Subject to 2, Acme may use data.", "2: Acme must not use health data.", "yields to clause 2"),
        (
            "Despite anything in this agreement, Acme may use data.",
            "",
            "prevails over everything else in this agreement",
        ),
        (
            "Subject to anything in this agreement, Acme may use data.",
            "",
            "yields to everything else in this agreement",
        ),
        (
            "1: Acme may use data.",
            "2: Acme may use data. Clause 1 prevails over clause 2.",
            "Clause 1 prevails over clause 2. (line 6)",
        ),
    ],
)
def test_order(sentence: str, rest: str, expected: str) -> None:
    assert ("order", expected) in lines(sentence, rest)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Clause 1 survives termination.", "also after termination"),
        ("Clause 1 survives for 1 year after termination.", "also after termination, for 1 year"),
        ("Clause 1 survives until the breach.", "also after termination, until breach"),
    ],
)
def test_survival(rest: str, expected: str) -> None:
    assert ("when", expected) in lines("1: Acme may use data.", rest)


def test_a_list_of_many_members_is_cut() -> None:
    kinds = [f"Kind {letter * 2}" for letter in "abcdefghij"]
    text = "".join(f"{kind} is data. " for kind in kinds) + f"All of it includes {', '.join(kinds)}.\n"
    words = dict(lines("Acme may use all of it.", header=HEADER + text))["which data"]
    assert words.endswith("kind hh and 2 more)")


def test_roles_without_parties() -> None:
    header = 'Acme is a bank.\nagreement "Open".\n'
    assert ("who", "each party") in lines("Each party may use health data.", header=header)
    assert ("with whom", "with third parties") in lines("Acme may share data with third parties.", header=header)


def test_what_conditions_say_in_one_phrase() -> None:
    facts = facts_of(
        HEADER
        + 'Acme may use health data with consent, only if "signed".\nAcme must ensure that Globex may use data if "x".'
    )
    first, second = (clause.provision for clause in facts.agreements[0].clauses)
    assert condition_words(first) == 'with consent, only if "signed" (quoted: not checked)'
    assert condition_words(second) == ""
    assert quoted_conditions(first) == ["signed"]
    assert quoted_conditions(second) == ["x"]


def test_quoted_words_deep_inside() -> None:
    facts = facts_of(HEADER + 'Acme may use health data if not (consent and ("a" or emergency)).')
    assert quoted_conditions(facts.agreements[0].clauses[0].provision) == ["a"]


def test_a_reading_is_plain_data() -> None:
    assert Reading("who", "Acme") == Reading("who", "Acme")
