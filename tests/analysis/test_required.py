"""Requirements read back."""

from policyc.analysis.reading import Reader
from policyc.analysis.required import read_requirement
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
