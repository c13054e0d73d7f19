"""What rules share: grants to an end, leave, the law that an agreement names, what it mentions."""

import pytest

from policyc.analysis.facts import Facts
from policyc.model.document import Document
from policyc.model.names import Kind
from policyc.pipeline.road import examine
from policyc.rules.granting import Ends, persons_in, serves_others, uses
from policyc.rules.laws import EUROPEAN, beginnings, is_under
from policyc.rules.leave import stops_at_objection, waits_for_leave, waits_for_person
from policyc.source import Source

PARTIES = "Acme is a bank. Globex is a platform. Initech is a processor. Hooli is a processor and a controller.\n"
ADVERTISING = Ends(purposes=("advertising",), acts=("sell",), without=("contextual advertising",))


def read(text: str, header: str = "") -> tuple[Facts, Document]:
    """The facts of one agreement between Acme and Globex, and the agreement."""
    whole = f'{PARTIES}agreement "Deal" between Acme and Globex{header}.\n{text}'
    facts = examine([Source("deal.policy", whole)]).facts
    return facts, facts.agreements[0]


def deeds(text: str) -> list[str]:
    """What is found to be granted for advertising, in words."""
    facts, document = read(text)
    return [use.deed(list(use.norm.objects), facts) for use in uses(document, facts, ADVERTISING)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1: Globex may use names for ad targeting.", ["Globex use names for ad targeting"]),
        (
            "1: Acme will share names with Globex for support and advertising. Support is a purpose.",
            ["Acme share names with Globex for advertising"],
        ),
        ("1: Globex may sell names to Acme.", ["Globex sell names to Acme"]),
        ("1: Globex may sell names.", ["Globex sell names"]),
        ("1: Globex may share names with anyone for advertising.", ["Globex share names with others for advertising"]),
        ("1: Globex must use names for advertising.", ["Globex use names for advertising"]),
        ("1: Globex may use names for contextual advertising.", []),
        ("1: Globex may use names for any purpose except advertising.", []),
        ("1: Globex may use aggregate statistics for advertising.", []),
        ("1: Globex must not use names for advertising.", []),
        ("1: Globex may use names for marketing.", []),
        ("1: Globex may use names for advertising. 2: Globex must not use names for ad targeting.", []),
        ("1: Globex need not use names for advertising.", []),
        ("1: Acme must ensure that vendors may use names for advertising.", []),
    ],
)
def test_what_is_granted_to_an_end(text: str, words: list[str]) -> None:
    assert deeds(text) == words


def test_who_uses_is_who_gets_the_data_for_a_purpose_and_else_who_acts() -> None:
    text = "1: Acme will share names with Globex for advertising. 2: Globex may sell names to Acme."
    facts, document = read(text)
    first, second = uses(document, facts, ADVERTISING)
    assert [persons_in(use.users, facts) for use in (first, second)] == ["Globex", "Globex"]
    assert first.granted(list(first.norm.objects), facts).startswith("Clause 1 lets Acme share names with Globex")


def test_who_works_for_somebody_else() -> None:
    facts, document = read("1: Acme may use names.")
    closure = facts.closure(document)
    bits = {c.key: facts.universe.bit(c) for c in facts.universe.concepts if c.key in ("acme", "initech", "hooli")}
    assert {name: serves_others(bit, closure) for name, bit in bits.items()} == {
        "acme": False,
        "initech": True,
        "hooli": False,
    }
    assert not serves_others(-1, closure)


@pytest.mark.parametrize(
    ("phrase", "leave", "person"),
    [
        ("", False, False),
        ("with notice", False, False),
        ("with opt-in consent", True, True),
        ("if required by law", True, True),
        ("with prior written approval", True, False),
        ("if mutual agreement", True, False),
        ("if consent or notice", False, False),
        ("if consent and notice", True, True),
        ("unless objection raised", True, False),
        ("if names or not names2", False, False),
    ],
)
def test_what_waits_for_leave(phrase: str, leave: bool, person: bool) -> None:
    facts, document = read(
        f"1: Globex may use names for research {phrase}. Names2 is a condition. Names is a condition."
    )
    (norm,) = facts.norms_of(document)
    closure = facts.closure(document)
    assert (waits_for_leave(norm, closure), waits_for_person(norm, closure)) == (leave, person)


def test_a_norm_that_never_holds_stops_at_no_objection() -> None:
    facts, document = read("1: Globex may use names with consent.")
    assert not stops_at_objection(facts.norms_of(document)[0], facts.closure(document))


@pytest.mark.parametrize(
    ("header", "european"),
    [
        ("", False),
        (', under "GDPR"', True),
        (', under "GDPR Art. 28(3)"', True),
        (', under "UK GDPR, article 6"', True),
        (', under "General Data Protection Regulation"', True),
        (', under "Regulation (EU) 2016/679"', True),
        (', under "CCPA"', False),
        (', under "the laws of the moon"', False),
    ],
)
def test_the_law_that_an_agreement_names(header: str, european: bool) -> None:
    facts, document = read("1: Globex may use names for research.", header)
    assert is_under(document, EUROPEAN, facts.closure(document)) == european


def test_a_law_is_called_by_its_first_words_or_its_number() -> None:
    assert beginnings("GDPR Art. 28")[-1] == "gdpr"
    assert beginnings("Regulation (EU) 2016/679 art. 9")[0] == "gdpr"
    assert beginnings("") == ()


def test_what_a_document_mentions() -> None:
    facts, document = read("1: Globex may use names for research, with consent. 2: Globex must not sell grades.")
    mentioned, closure = facts.mentions(document), facts.closure(document)
    assert mentioned is facts.mentions(document)
    named = {c.key for c in facts.universe.named(mentioned.objects | mentioned.actions | mentioned.purposes)}
    assert named == {"name", "grade", "use", "sell", "research"}
    assert mentioned.states & closure.covers_key("consent", Kind.CONDITION)
    assert not mentioned.objects & closure.covers_key("health data", Kind.DATA)
