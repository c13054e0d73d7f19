"""Names that are composed of declared ones: nobody has to declare these again."""

import pytest

from policyc.model.lexicon import Relation
from policyc.model.names import Concept
from tests.resolve.spoken import document, problem, told

DEEDS = [
    ("Globex must keep records of processing of old records.", "keep | records of processing of old record"),
    ("Globex must keep a log of access to records.", "keep | log of access to record"),
    ("Globex may publish the results of the research.", "publish | results of research"),
    (
        "Globex must delete records unless the law requires storage.",
        "delete | record | on which condition: not law requires storage",
    ),
    ("Acme may request deletion of records.", "ask | deletion of record"),
    ("Globex must prevent loss of records.", "prevent | loss of record"),
    ("Globex must log access to records.", "record | access to record"),
    ("Globex must prevent unauthorised access to records.", "prevent | unauthorised access"),
    (
        "Acme may object to the processing of records by subprocessors.",
        "object | processing of records by subprocessor",
    ),
    ("Globex must notify customers of a breach by Globex.", "notify | breach by globex | with whom: customer"),
    ("Globex may keep records until deletion of all records.", "keep | record | until deletion of record"),
    (
        "Globex must notify customers at the time of collection of records.",
        "notify | with whom: customer | after collection of record",
    ),
    ("Globex may use records for the deletion of records.", "use | record | for what: deletion of record"),
    ("Globex must keep a log of disclosures of records.", "keep | log of disclosures of record"),
    ("Globex must give Acme a copy of the report.", "provide | copy of report | with whom: acme"),
    (
        "Acme may inform Globex of the loss of its data.",
        "notify | loss of data of acme | with whom: globex",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), DEEDS)
def test_an_act_by_its_noun_needs_no_definition(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]


def test_what_happens_to_data_is_a_kind_of_the_shipped_event() -> None:
    deal = document("Globex must notify Acme of the loss of records.")
    (term,) = deal.clauses[0].provision.object.terms  # type: ignore[union-attr]
    assert isinstance(term.value, Concept)
    assert [each.key for each in deal.lexicon.parents(term.value)] == ["loss of data"]


def test_the_end_of_something_else_is_no_end_of_the_agreement() -> None:
    deal = document("Globex must delete records upon termination of the licence.")
    (occasion,) = deal.clauses[0].provision.timing.occasions
    assert [each.key for each in deal.lexicon.parents(occasion.event)] == ["event"]


def test_copies_and_parts_of_data_are_kinds_of_these() -> None:
    deal = document("Globex must delete all copies of records. Globex must keep one archival copy of records.")
    first, second = (clause.provision.object for clause in deal.clauses)
    for object in (first, second):
        assert object is not None
        assert isinstance(object.terms[0].value, Concept)
        assert [each.key for each in deal.lexicon.parents(object.terms[0].value)] == ["record"]


@pytest.mark.parametrize(
    ("words", "parents"),
    [
        ("encrypted records", ["record", "encrypted data"]),
        ("sensitive records", ["record", "sensitive data"]),
        ("relevant records", ["record"]),
        ("publicly available records", ["record"]),
    ],
)
def test_what_is_said_of_data_makes_a_kind_of_them(words: str, parents: list[str]) -> None:
    deal = document(f"Globex may use {words} for support.")
    (term,) = deal.clauses[0].provision.object.terms  # type: ignore[union-attr]
    assert isinstance(term.value, Concept)
    assert [each.key for each in deal.lexicon.parents(term.value)] == parents


def test_data_that_tell_of_nobody_any_more_are_only_made_from_the_others() -> None:
    deal = document("Globex may use aggregated records for support.")
    (term,) = deal.clauses[0].provision.object.terms  # type: ignore[union-attr]
    assert isinstance(term.value, Concept)
    assert [each.key for each in deal.lexicon.parents(term.value)] == ["aggregated data"]
    assert [each.key for each in deal.lexicon.linked(term.value, Relation.DERIVED_FROM)] == ["record"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Globex must terminate the services upon reasonable written notice to Acme.",
            "terminate | service | on which condition: reasonable written notice to acme",
        ),
        ("Globex must notify affected individuals of a breach.", "notify | breach | with whom: affected individual"),
        ("Globex must not share records about minors.", "share | record | about whom: children"),
        (
            "Globex must not use records to contact any individual.",
            "contact | record | about whom: data subject",
        ),
    ],
)
def test_attributes_narrow_and_plural_nouns_are_none(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("termination of this agreement", "termination"),
        ("expiry of the contract", "termination"),
        ("breach of this agreement", "breach of contract"),
        ("a breach of records", "breach"),
        ("becoming aware of a personal data breach", "awareness of breach"),
        ("discovery of a suspected breach", "discovery of suspected breach"),
        ("a request of a data subject", "data subject request"),
        ("a request of a patient", "request of patient"),
        ("withdrawal of consent by a patient", "withdrawal of consent"),
        ("termination of the services", "termination of service"),
    ],
)
def test_a_shipped_event_in_other_words_is_that_event(words: str, expected: str) -> None:
    assert told(f"Globex must notify Acme after {words}.") == [f"notify | with whom: acme | after {expected}"]


def test_breaches_of_a_list_are_known_of_alike() -> None:
    assert told("Globex must notify Acme after becoming aware of a confirmed or suspected breach.") == [
        "notify | with whom: acme | after becoming aware of confirmed breach | after becoming aware of suspected breach"
    ]


def test_what_a_quality_makes_is_no_kind_of_itself() -> None:
    deal = document("Globex must not share identifiable data.")
    (term,) = deal.clauses[0].provision.object.terms  # type: ignore[union-attr]
    assert isinstance(term.value, Concept)
    assert term.value not in deal.lexicon.parents(term.value)


@pytest.mark.parametrize("sentence", ["Globex must not use originals.", "Globex must not sell embroidery of records."])
def test_what_is_not_composed_of_declared_names_is_reported(sentence: str) -> None:
    assert problem(sentence).startswith(("wrong-kind", "undeclared-name"))


def test_by_what_means_is_no_part_of_a_name() -> None:
    deal = document("Globex must notify Acme of a breach by email.")
    (term,) = deal.clauses[0].provision.object.terms  # type: ignore[union-attr]
    assert isinstance(term.value, Concept)
    assert term.value.key == "breach"


def test_a_definition_may_name_what_is_composed() -> None:
    definitions = "Analysts are personnel who need access. Team is personnel of Globex. Bob is a person. "
    assert told("Globex may share records with analysts, the team and Bob.", definitions) == [
        "share | record | with whom: analyst + team + bob"
    ]


def test_only_names_that_are_used_are_kept() -> None:
    deal = document("Globex may use records for the deletion of records. Globex must certify loss of records to Acme.")
    assert {(each.kind.value, each.key) for each in deal.lexicon.composed} == {
        ("purpose", "deletion of record"),
        ("event", "loss of record"),
    }


def test_what_a_file_declares_wins_over_what_is_shipped() -> None:
    definitions = "Data files are health data. "
    sentence = "Globex must not sell, rent or otherwise grant access to the data files."
    assert told(sentence, definitions) == ["sell rent admit | data file"]
