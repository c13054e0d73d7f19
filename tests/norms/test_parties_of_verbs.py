"""A party goes with the verbs that are done with somebody; people are acted on by their data."""

from policyc.norms.region import Side
from tests.worlds import facts_of

HEADER = 'Globex is a platform. Acme is a bank. agreement "Deal" between Acme and Globex. '


def test_a_choice_names_with_whom_only_one_verb_is_done() -> None:
    facts = facts_of(HEADER + "1: Globex must share or delete data with Acme.")
    assert len(facts.norms) == 2
    assert all(all(norm.region.masks) for norm in facts.norms)


def test_a_ban_names_with_whom_each_verb_is_done() -> None:
    facts = facts_of(HEADER + "1: Globex must not share or delete data with Acme.")
    assert [all(norm.region.masks) for norm in facts.norms] == [True, False]


def test_people_of_whom_one_verb_is_done_alone() -> None:
    facts = facts_of(HEADER + "1: Globex must not combine or notify customers.")
    customers = {norm.region.masks[Side.PEOPLE] != -1 for norm in facts.norms}
    assert customers == {True, False}
