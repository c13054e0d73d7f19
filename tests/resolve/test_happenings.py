"""What happens, as a condition, an event or a trigger: ``unless Acme agrees in writing``, ``before sharing records``."""

from __future__ import annotations

import pytest

from policyc.model.document import Every, Formula, Holds, Negation, Provision, Some
from policyc.resolve import built_in, resolve
from policyc.source import Source
from policyc.syntax import parse
from tests.reference.engine import run_text

VOCABULARY = """vocabulary "v".
Acme is a party. Globex is a party. Auditors are parties. Vendors are parties. Customers are people.
Records are data. Reports are data. Support is a purpose. Knowingly is a condition. Writing is a condition.
Process is an action. Interact is an action. Use is process. Share is process and interact. Sell is share.
Obtain is process. Receive is obtain and interact. Keep is process. Delete is an action. Notify is interact.
Engage is interact. Agree is an action. Object is interact. Ask is interact, also called "request".
Terminate is an action. Have access is an action. Comply is an action. Accept is an action. Respond is interact.
Termination is an event. Breach is an event. Suspected breach is an event. Request is an event. Objection is an event.
Awareness of breach is an event. Deletion is an event. Deletion of data is an event. Disclosure of data is an event.
Change is an event. Objection of Acme is an objection.
Approval is a condition. Written approval is approval. Consent is a condition. Founded is a condition.
No-longer-needed is a condition. Legal obligation is a condition. Required by law is legal obligation.
Confidentiality is a condition. Same safeguards are a condition. GDPR is a law. Retention date is an event.
"""
DEAL = 'agreement "Deal" between Acme and Globex.\n'


def provision(sentence: str, vocabulary: str = VOCABULARY) -> Provision:
    """What a sentence provides."""
    run = run_text(f"{DEAL}1: {sentence}", vocabulary)
    return run.facts.agreements[0].clauses[0].provision


def refused(sentence: str, vocabulary: str = VOCABULARY) -> list[str]:
    """Why a sentence is not read; it is counted as not checked."""
    source = Source("deal.policy", vocabulary.split(chr(10), 1)[1] + f"{DEAL}1: {sentence}")
    parsed, syntax = parse(source)
    _, findings = resolve([parsed], built_in())
    assert syntax.unchecked + findings.unchecked
    return [finding.message for finding in (*syntax.found, *findings.found)]


def told(formula: Formula) -> str:
    """A condition in words."""
    match formula:
        case Holds(_, text):
            return text
        case Negation(operand):
            return f"not {told(operand)}"
        case Every(operands):
            return " and ".join(map(told, operands))
        case Some(operands):
            return " or ".join(map(told, operands))


def turns_on(sentence: str) -> list[str]:
    """The conditions and times of a sentence."""
    made = provision(sentence)
    found = [f"{each.word} {told(each.formula)}" for each in made.limits if each.formula is not None]
    return found + [f"{each.word} {each.text}" for each in made.timing.occasions]


CASES = {
    "Globex may use records if Acme agrees": ["if approval of Acme"],
    "Globex may use records unless Acme agrees in writing": ["unless written approval of Acme"],
    "Globex may use records if customers agree": ["if consent of customers"],
    "Globex must notify Acme if Globex sells records": ["if Globex sells records"],
    "If Globex sells records, Globex must notify Acme": ["if Globex sells records"],
    "Globex must notify Acme if it receives a request": ["if Request"],
    "Globex must notify Acme if an auditor receives a request": ["if auditor receives request"],
    "Globex must respond to Acme within 10 days of receiving the request": ["after Request"],
    "Globex must notify Acme after it becomes aware of a breach": ["after Awareness of breach"],
    "Globex must notify Acme upon becoming aware of a suspected breach": [
        "after Globex becomes aware of suspected breach"
    ],
    "Globex must notify Acme when an auditor learns of a breach": ["after auditor becomes aware of breach"],
    "Globex must notify Acme before sharing records with a vendor": ["before Globex shares records with vendor"],
    "Globex must keep records until Globex deletes all records": ["until deletion of records"],
    "Globex may use records if Globex does not sell records": ["if not Globex sells records"],
    "Globex may use records if Acme has not agreed": ["if not approval of Acme"],
    "Globex must notify Acme if it fails to delete records": ["if not deletion of records"],
    "Globex must notify Acme if it is unable to comply with GDPR": ["if not Globex complies with GDPR"],
    "Acme may use records if Globex can no longer keep records": ["if not Globex keeps records"],
    "Acme may use records if Globex does not accept the change": ["if not Globex accepts change"],
    "Globex must notify Acme if records are sold": ["if records are sold"],
    "Globex must notify Acme if records are sold by a vendor": ["if vendor sells records"],
    "Globex must notify Acme if the request is not founded": ["if not request is founded"],
    "Globex must notify Acme if it is required by law": ["if required by law"],
    "Globex may share records if required by law to share records": ["if required by law to share records"],
    "Globex must delete records when no longer needed for support": ["when no longer needed for support"],
    "Globex must delete records if Acme so requests": ["if request of Acme"],
    "Globex must delete records if a customer requests it": ["if request of customer"],
    "Globex must notify Acme if Globex uses or sells records": ["if Globex uses records or Globex sells records"],
    "Globex must notify Acme if Globex sells records or reports": ["if Globex sells records or Globex sells reports"],
    "Globex must notify Acme if Globex or a vendor sells records": ["if Globex sells records or vendor sells records"],
    "Globex must notify Acme if Globex knowingly sells records": ["if Globex knowingly sells records"],
    "Globex must notify Acme if Globex sells records, with consent": ["if Globex sells records", "with consent"],
    "Globex may use records if consent in writing": ["if consent in writing"],
    "Globex may use records, subject to approval": ["if approval"],
    "Globex may use records subject to approval and consent": ["if approval and consent"],
    "Globex may use records subject to GDPR": ["under GDPR"],
    "Globex must notify Acme if records are sold before the retention date": [
        "if records are sold before retention date"
    ],
    "Globex must not sell records until Acme has agreed": ["if not approval of Acme"],
    "Globex must keep records until Acme has agreed": ["until approval of Acme"],
    "Globex must notify Acme after becoming aware of a breach or a disclosure of data": [
        "after becoming aware of a breach",
        "after Globex becomes aware of disclosure of data",
    ],
    "Globex must delete records upon a request, upon a breach or upon an objection": [
        "after a request",
        "after a breach",
        "after an objection",
    ],
    "Globex must notify customers before they receive records": ["before customers receive records"],
    "Globex may use records if Globex cannot delete reports": ["if not deletion of reports"],
    "Globex may use records if Globex has access to reports": ["if Globex has access to reports"],
    "Globex may share records if vendors are bound by the same safeguards": [
        "if vendors are bound by the same safeguards"
    ],
}


@pytest.mark.parametrize("sentence", CASES)
def test_what_happens_is_a_state_of_its_own(sentence: str) -> None:
    assert turns_on(sentence + ".") == CASES[sentence]


def test_the_same_deed_is_the_same_state_however_it_is_told() -> None:
    said = ["Globex sells records", "Globex has sold the records", "records are sold by Globex"]
    made = [provision(f"Acme may use records if {each}.").limits[0].formula for each in said]
    assert len({each.concept for each in made if isinstance(each, Holds)}) == 1


BROKEN = {
    "Globex may use records if Acme agrees within 30 days.": "`within 30 days` can be read in two ways",
    "Globex may use records if Acme frobs records.": '"Acme frobs records" is not declared',
    "Globex may use records if Globex sells gadgets.": '"gadgets" is not declared',
    "Globex may use records if Globex wildly sells records.": '"wildly" is not declared',
    "Globex may use records until Globex does not sell records.": "this says what does not",
    "Globex may use records subject to prior gadgets.": '"prior gadgets" is not declared',
    "Globex may use records if bobs sell records.": '"bobs sell records" is not declared',
}


@pytest.mark.parametrize("sentence", BROKEN)
def test_what_is_not_declared_or_could_be_read_in_two_ways_is_refused(sentence: str) -> None:
    assert any(BROKEN[sentence] in message for message in refused(sentence)), refused(sentence)


def test_a_time_behind_a_comma_belongs_to_the_clause() -> None:
    made = provision("Globex must notify Acme if Globex sells records, within 30 days.")
    assert str(made.timing.within) == "30 days"


def test_labels_stay_labels() -> None:
    run = run_text(f"{DEAL}ads: Globex must use records.\n2: Globex may use records subject to ads.", VOCABULARY)
    assert run.facts.agreements[0].clauses[1].provision.yields_to == ("ads",)


def test_it_is_who_acts_in_the_condition() -> None:
    assert str(provision("If Globex becomes aware of a breach, it must notify Acme.").bearer.terms[0].value) == "Globex"
    assert str(provision("After Globex sells records, it must notify Acme.").bearer.terms[0].value) == "Globex"


def test_it_without_anybody_is_refused() -> None:
    assert refused("If consent, it must notify Acme.")
