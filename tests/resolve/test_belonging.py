"""What belongs to somebody needs no definition, and is a kind of what its name begins with."""

import pytest

from policyc.findings import Findings
from policyc.model.document import Dimension, Holds, Modality, Provision, Workspace
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind
from policyc.pipeline.shipped import shipped_lexicon
from policyc.resolve import resolve
from policyc.source import Source
from policyc.syntax import parse

HEADER = """
Acme is a controller. Globex is a processor. Staff are people. Patients are people. Customer data is personal data.
Consent of the auditor is a condition.
agreement "Deal" between Acme and Globex.
"""


def resolved(text: str) -> tuple[Workspace, Findings]:
    """The workspace of a text, with the vocabulary that policyc ships."""
    parsed, findings = parse(Source("deal.policy", text))
    assert not findings.found
    return resolve([parsed], shipped_lexicon())


def provision(sentence: str) -> Provision:
    """What the one clause provides."""
    workspace, findings = resolved(HEADER + sentence)
    assert not findings.found, [finding.message for finding in findings.found]
    return workspace.agreements[0].clauses[0].provision


def test_data_of_people_are_about_them() -> None:
    workspace, _ = resolved(HEADER + "Acme may use health data of patients. Globex may use the patients' health data.")
    document = workspace.agreements[0]
    (one,) = document.clauses[0].provision.object.terms  # type: ignore[union-attr]
    (other,) = document.clauses[1].provision.object.terms  # type: ignore[union-attr]
    assert one.value == other.value
    assert isinstance(one.value, Concept)
    assert [each.text for each in document.lexicon.linked(one.value, Relation.ABOUT)] == ["Patients"]
    assert [each.key for each in document.lexicon.parents(one.value)] == ["health data"]


def test_a_declared_name_is_meant_where_there_is_one() -> None:
    (term,) = provision("Globex may use the customer's data.").object.terms  # type: ignore[union-attr]
    assert isinstance(term.value, Concept)
    assert term.value.key == "customer data"


@pytest.mark.parametrize("words", ["its staff", "staff of Globex", "Globex's staff", "Globex's own staff"])
def test_its_means_whose_sentence_it_is(words: str) -> None:
    clause = provision(f"Globex must notify {words} after a breach.")
    (limit,) = clause.limits
    assert limit.names is not None
    (term,) = limit.names.terms
    assert isinstance(term.value, Concept)
    assert (term.value.key, term.value.kind) == ("staff of globex", Kind.PEOPLE)


def test_only_people_give_consent() -> None:
    workspace, _ = resolved(
        HEADER + "1: Globex may use data with prior written consent of the controller. "
        "2: Globex may use data with prior written consent of patients. 3: Globex may use data with consent of the auditor."
    )
    document = workspace.agreements[0]
    parents = []
    for clause in document.clauses:
        formula = clause.provision.limits[0].formula
        assert isinstance(formula, Holds)
        parents += [each.key for each in document.lexicon.parents(formula.concept)]
    assert parents == ["prior written approval", "prior written consent", "condition"]


@pytest.mark.parametrize("words", ["widgets of Acme", "staff of widgets", "its widgets", "data of"])
def test_parts_that_nobody_declared(words: str) -> None:
    _, findings = resolved(HEADER + f"Globex may use {words}.")
    assert [finding.rule for finding in findings.found] == ["undeclared-name"]


def test_whom_and_of_what_somebody_is_told() -> None:
    clause = provision("Globex must notify Acme of the subprocessor change and the security measures.")
    assert [limit.dimension for limit in clause.limits] == [Dimension.COUNTERPARTY]
    assert [term.text for term in clause.object.terms] == ["the subprocessor change", "the security measures"]  # type: ignore[union-attr]


def test_its_names_nobody_where_several_act() -> None:
    _, findings = resolved(HEADER + "Acme and Globex must notify their staff.")
    assert [finding.rule for finding in findings.found] == ["undeclared-name"]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Globex shall process data only for research.", Modality.PERMISSION),
        ("Globex must share data only with Acme.", Modality.PERMISSION),
        ("Globex must return data only to Acme.", Modality.DUTY),
        ("Globex must notify Acme only after a breach.", Modality.DUTY),
        ("Globex must use and delete data only for research.", Modality.DUTY),
        ("Globex must use data for research.", Modality.DUTY),
    ],
)
def test_a_limit_is_no_duty(sentence: str, modality: Modality) -> None:
    assert provision(sentence).modality is modality


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("as a processor", "as processor"),
        ("on behalf of Acme", "on behalf of acme"),
        ("from Germany", "from germany"),
        ("as required by law", "legal obligation"),
        ("in writing", "written form"),
        ("after approval", "approval"),
        ("while consent", "consent"),
        ("at its own expense", "own expense"),
        ("for longer than necessary for research", "for longer than necessary for research"),
    ],
)
def test_in_which_capacity_or_manner(phrase: str, key: str) -> None:
    (limit,) = provision(f"Globex may use data {phrase}.").limits
    assert isinstance(limit.formula, Holds)
    assert limit.formula.concept.key in (key, f"{key}s", "required by law")


def test_lengths_that_a_ban_is_about() -> None:
    (limit,) = provision("Globex must not keep data for more than 18 months.").limits
    assert isinstance(limit.formula, Holds)
    assert limit.formula.concept.key == "for more than 18 months"
    kept = provision("Globex must keep data for more than 2 years.").timing
    assert (str(kept.lasting), kept.lasting_bound) == ("2 years", "for at least")


def test_when_and_an_event_is_after_it() -> None:
    clause = provision("Globex must notify Acme when a breach.")
    assert [(each.word, each.event.key) for each in clause.timing.occasions] == [("after", "breach")]
    assert not clause.limits[1:]


def test_any_of_several_events_will_do() -> None:
    (limit,) = provision("Globex may use data after a breach or an objection.").limits
    assert limit.dimension is Dimension.CONDITION
    assert provision("Globex may use data after termination or a breach.").timing.occasions


def test_places_and_purposes_after_to() -> None:
    clause = provision("Globex may transfer data to Germany in order to research, within France.")
    assert [limit.dimension for limit in clause.limits] == [Dimension.PLACE, Dimension.PURPOSE, Dimension.PLACE]


def test_participles_are_verbs() -> None:
    clause = provision("Data must not be sold, copied or transferred by Globex.")
    assert [term.text for term in clause.actions.terms] == ["sell", "copy", "transfer"]
    assert provision("Data may at any time be used by Globex directly or indirectly.").remarks == (
        "at any time",
        "directly or indirectly",
    )


def test_two_deadlines_without_a_number_are_both_kept() -> None:
    assert (
        provision("Globex must promptly notify Acme without undue delay.").timing.soft
        == "promptly, without undue delay"
    )


def test_own_data_are_not_all_data() -> None:
    (term,) = provision("Globex may use its own data for any purpose.").object.terms  # type: ignore[union-attr]
    assert isinstance(term.value, Concept)
    assert (term.value.key, term.value.is_root) == ("data of globex", False)


@pytest.mark.parametrize(
    ("what", "found", "about"),
    [
        ("their child's records", "records of child of staff", "child of staff"),
        ("its customers' records", "records of customers of globex", "customers of globex"),
        ("the child's parent's email address", "email address of child's parent", "parent of child"),
        ("contact details of the officer", "contact details of officer", "members of staff"),
        ("its data protection officer's address", "address of data protection officer of globex", "members of staff"),
        ("contact details of Acme", "contact details of acme", None),
    ],
)
def test_data_of_somebody_of_somebody_are_about_the_last(what: str, found: str, about: str | None) -> None:
    who = "Staff" if what.startswith("their") else "Globex"
    workspace, findings = resolved(f"{HEADER}{who} may inspect {what}.")
    assert not findings.found
    (clause,) = workspace.agreements[0].clauses
    assert clause.provision.object is not None
    (term,) = clause.provision.object.terms
    assert isinstance(term.value, Concept)
    assert term.value.key == found
    linked = workspace.agreements[0].lexicon.linked(term.value, Relation.ABOUT)
    assert [each.key for each in linked] == ([about] if about else [])


@pytest.mark.parametrize(
    ("what", "found"),
    [
        (
            "the name and contact details of its officer",
            ["name of officer of globex", "contact details of officer of globex"],
        ),
        (
            "names, addresses and records of patients",
            ["names of patient", "addresses of patient", "records of patient"],
        ),
        ("patients' names and email addresses", ["names of patient", "email addresses of patient"]),
        ("personal data and names of patients", ["personal data", "names of patient"]),
        ("Acme's names and customer data", ["names of acme", "customer data"]),
    ],
)
def test_a_list_says_once_whose_names_and_addresses_are(what: str, found: list[str]) -> None:
    object = provision(f"Globex may use {what}.").object
    assert object is not None
    assert [term.value.key for term in object.terms if isinstance(term.value, Concept)] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Globex must give patients access to their email addresses.", "email addresses of patient"),
        ("Globex must give each patient access to his or her email address.", "email address of patient"),
    ],
)
def test_their_and_his_are_those_of_whom_the_sentence_names(sentence: str, found: str) -> None:
    object = provision(sentence).object
    assert object is not None
    assert found in [term.value.key for term in object.terms if isinstance(term.value, Concept)]


def test_consent_is_that_of_the_people_whose_data_are_named() -> None:
    for said in ("his or her", "their"):
        (limit,) = provision(f"Globex must not use a patient's name without {said} consent.").limits
        assert isinstance(limit.formula, Holds)
        assert limit.formula.concept.key == "consent of patient"


@pytest.mark.parametrize(
    ("what", "found", "kind"),
    [
        ("list of patients", "list of patient", Kind.DATA),
        ("location of patients", "location of patient", Kind.DATA),
        ("contents of customer data", "contents of customer data", Kind.DATA),
        ("customer data in its possession or control", "customer data in its possession or control", Kind.DATA),
        ("list of its subprocessors", "list of subprocessors of globex", Kind.THING),
        ("summary of the audit report", "summary of audit report", Kind.THING),
    ],
)
def test_what_carries_data_is_data(what: str, found: str, kind: Kind) -> None:
    object = provision(f"Globex must not disclose the {what}.").object
    assert object is not None
    (term,) = object.terms
    assert isinstance(term.value, Concept)
    assert (term.value.key, term.value.kind) == (found, kind)


def test_the_contract_is_this_agreement() -> None:
    object = provision("Acme may terminate the contract.").object
    assert object is not None
    assert [term.value.key for term in object.terms if isinstance(term.value, Concept)] == ["agreement"]
