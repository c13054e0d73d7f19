"""Sentences of contracts that were once read as something else: what a reader would swear they say."""

import pytest

from policyc.model.document import Clause, Dimension, Holds, Modality, Provision, label_covers
from policyc.model.names import Concept, Kind
from policyc.norms.region import Side
from policyc.pipeline.road import examine
from policyc.source import Source
from tests.resolve.test_belonging import HEADER, resolved


def clauses(sentences: str) -> list[Clause]:
    """The clauses of some sentences between the parties of the header."""
    workspace, findings = resolved(HEADER + sentences)
    assert not findings.found, [finding.message for finding in findings.found]
    return workspace.agreements[0].clauses


def provision(sentence: str) -> Provision:
    """What a sentence of one clause provides."""
    (clause,) = clauses(sentence)
    return clause.provision


def named(provision: Provision, dimension: Dimension) -> list[str]:
    """The names by which a clause limits one side."""
    terms = [each.names.terms for each in provision.limits if each.dimension is dimension and each.names]
    return [term.text.lower() for found in terms for term in found]


def objects(provision: Provision) -> list[str]:
    """What is acted on."""
    found = provision.object.terms if provision.object else ()
    return [term.value.key for term in found if isinstance(term.value, Concept)]


def test_whom_something_is_withheld_from_goes_without_it() -> None:
    found = provision("Globex must not withhold customer data from Acme.")
    assert named(found, Dimension.COUNTERPARTY) == ["acme"]
    assert not named(found, Dimension.SOURCE)


@pytest.mark.parametrize("verb", ["remove", "delete", "erase"])
def test_to_remove_data_from_a_country_is_no_deletion(verb: str) -> None:
    _, findings = resolved(f"{HEADER}Globex must not {verb} customer data from Canada.")
    (found,) = findings.found
    assert found.rule == "broken-sentence"
    assert "outside Canada" in found.help


def test_to_remove_data_from_a_store_is_deletion() -> None:
    assert provision("Globex must remove customer data from data stores.").modality is Modality.DUTY


def test_data_of_others_are_not_what_is_combined_with_them() -> None:
    found = provision("Globex must not combine customer data with personal data from patients.")
    assert objects(found) == ["customer data", "personal data of patient"]
    assert not named(found, Dimension.SOURCE)


def test_who_is_told_is_told_of_others() -> None:
    found = provision("Globex must notify Acme of subprocessors at least 30 days before a change of subprocessors.")
    assert named(found, Dimension.COUNTERPARTY) == ["acme"]
    assert objects(found) == ["news of subprocessor"]
    found = provision("Globex must notify the other party of a breach.")
    assert objects(found) == ["breach"]


def test_who_has_to_tell_of_one_event_or_another_has_no_choice() -> None:
    told = provision("Globex must notify Acme of any breach or objection within 24 hours.")
    assert told.object is not None
    assert not told.object.choice
    chosen = provision("Globex must return customer data or health data to Acme.")
    assert chosen.object is not None
    assert chosen.object.choice


def test_what_is_returned_to_one_or_destroyed_is_the_same() -> None:
    found = [clause.provision for clause in clauses("Globex shall return to Acme or destroy customer data.")]
    assert [objects(each) for each in found] == [["customer data"], ["customer data"]]
    assert all(each.either for each in found)
    helping, deleting = clauses("Globex must cooperate with Acme and delete customer data.")
    assert not objects(helping.provision)
    assert objects(deleting.provision) == ["customer data"]


@pytest.mark.parametrize(
    ("sentence", "lifted"),
    [
        ("Globex shall delete customer data, and shall notify Acme, unless required by law.", [True, True]),
        ("Globex shall delete customer data, and shall notify Acme unless required by law.", [False, True]),
        ("Globex may use customer data, and shall notify Acme, unless required by law.", [False, True]),
        ("Globex shall delete customer data, and shall notify Acme, if required by law.", [False, True]),
    ],
)
def test_an_unless_that_a_comma_sets_off_lifts_all_duties(sentence: str, lifted: list[bool]) -> None:
    found = [clause.provision.limits for clause in clauses(sentence)]
    assert [any(isinstance(each.formula, Holds) for each in limits) for limits in found] == lifted


def test_a_small_letter_behind_a_number_is_a_part_of_it() -> None:
    assert label_covers("7", "7b")
    assert label_covers("7(b)", "7b")
    assert not label_covers("10", "10A")
    assert not label_covers("552", "552a")


def test_who_has_to_see_to_it_is_none_of_those_whom_it_sees_to() -> None:
    text = (
        "Acme is a controller. Globex is a processor. Customer data is personal data. "
        'agreement "Deal" between Acme and Globex. 1: Acme may share customer data with Globex for analytics. '
        "2: Globex must ensure that recipients must delete customer data. "
        "3: Globex must ensure that Globex must encrypt customer data."
    )
    facts = examine([Source("deal.policy", text)]).facts
    globex = facts.universe.bit(Concept(Kind.PARTY, "globex", "Globex"))
    seen_to, own = [norm.region.masks[Side.BEARER] for norm in facts.norms if norm.ensured]
    assert not seen_to & globex
    assert seen_to
    assert own == globex
