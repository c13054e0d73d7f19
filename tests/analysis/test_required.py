"""Requirements read back."""

from policyc.analysis.reading import Reader
from policyc.analysis.required import read_requirement, read_term_limit
from policyc.model.document import Requirement
from tests.worlds import facts_of


def lines(text: str, header: str = 'policy "Rules".') -> list[tuple[str, str]]:
    """The read-back of the one requirement of a policy."""
    facts = facts_of(f"{header}\n{text}")
    (policy,) = facts.workspace.documents
    (requirement,) = policy.requirements
    assert isinstance(requirement, Requirement)
    reader = Reader(policy, facts.closure(policy), facts.shipped)
    return [(line.aspect, line.words) for line in read_requirement(requirement, reader)]


def test_a_requirement_that_must_be_met() -> None:
    words = "Every agreement where the recipient is a processor must provide that the processor must notify the bank."
    assert lines(words, 'policy "Rules", from 2020-01-01, per "the board".') == [
        ("for which", "every agreement in which the recipient is a processor"),
        ("since when", "for agreements that begin on 2020-01-01 or later"),
        ("agreement", "must provide all of this"),
        ("who", "processor (each party of that kind)"),
        ("must", "notify"),
        ("with whom", "to bank (each party of that kind)"),
        ("says who", "the board"),
    ]


def test_a_requirement_that_must_not_be_provided() -> None:
    found = lines("No agreement may provide that a bank may sell health data.")
    assert found[:3] == [
        ("for which", "every agreement"),
        ("agreement", "must not provide any of this"),
        ("who", "bank (each party of that kind)"),
    ]


def test_every_way_to_select_agreements() -> None:
    words = (
        "Every agreement where the parties are not banks or platforms, about health data, between a bank and a processor, "
        'under "Act" must provide that the bank may use data.'
    )
    assert lines(words)[0][1] == (
        "every agreement in which the parties are not banks or platforms, with a clause about health data, or a kind of it, "
        'between a bank and a processor and that says in its header that it is under "Act"'
    )


def test_a_requirement_that_may_be_met_in_several_ways() -> None:
    found = lines(
        "Every agreement must provide that the bank may use data, or that the bank must notify the processor, "
        'per "us": "either".'
    )
    assert found[2:] == [
        ("who", "bank (each party of that kind)"),
        ("may", "use"),
        ("which data", "any data"),
        ("for what", "for any purpose"),
        ("or instead", "all of this"),
        ("who", "bank (each party of that kind)"),
        ("must", "notify"),
        ("with whom", "to processor (each party of that kind)"),
        ("says who", 'us: "either"'),
    ]


def test_how_long_agreements_may_last() -> None:
    text = 'policy "Rules", from 2020-01-01.\nEvery agreement between banks must last at most 18 months, per "law": "18 months".'
    facts = facts_of(text)
    (policy,) = facts.workspace.documents
    reader = Reader(policy, facts.closure(policy), facts.shipped)
    assert [(line.aspect, line.words) for line in read_term_limit(policy.term_limits[0], reader)] == [
        ("for which", "every agreement between banks"),
        ("since when", "for agreements that begin on 2020-01-01 or later"),
        ("agreement", "must be in force for at most 18 months, months and years as the calendar has them"),
        ("says who", 'law: "18 months"'),
    ]
    bare = facts_of('policy "Rules".\nEvery agreement must last at most 2 years.').workspace.documents[0]
    assert [line.aspect for line in read_term_limit(bare.term_limits[0], reader)][:1] == ["for which"]
