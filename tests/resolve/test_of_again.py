"""`of` that is said again behind `and` or `or`: nothing of what stands behind it is lost, and nothing made up."""

import pytest

from tests.resolve.spoken import problem, told

DEFINITIONS = "Employees are people. Audit reports are data. Vendors are parties.\n"
CASES = {
    "Globex must inform Acme of breaches, and of old records, within 24 hours.": (
        "notify | breach + old record | with whom: acme"
    ),
    "Globex must inform Acme of a breach and of its consequences.": (
        "notify | breach + consequences of globex | with whom: acme"
    ),
    "Globex must inform Acme of loss of records or of unauthorised access.": (
        "notify | loss of record + unauthorised access | with whom: acme"
    ),
    "Globex must inform Acme of breaches and of the recipient.": (
        "notify | breach + news of recipient | with whom: acme"
    ),
    "Globex must give Acme notice of breaches and of audits.": "notify | breach + running audit | with whom: acme",
    "Globex must give notice of breaches and of audits to Acme.": "notify | breach + running audit | with whom: acme",
    "Globex must delete copies of records and of audit reports.": (
        "delete | copies of record + copies of audit report"
    ),
    "Globex must not disclose the names of customers or of employees.": (
        "share | names of customer + names of employee"
    ),
    "Globex must not disclose names of customers or employees.": "share | names of customer + names of employee",
    "Globex must disclose names of customers, of employees and of vendors.": (
        "share | names of customer + names of employee + names of vendor"
    ),
    "Globex must keep a record of disclosures and of refusals.": "keep | disclosure log + record of refusal",
    "Globex must keep names of customers and of employees confidential.": (
        "protect | names of customer + names of employee"
    ),
    "Globex may share records only with consent of customers and of Acme.": (
        "share | record | only on which condition: consent of customer and consent of acme"
    ),
    "Globex may share records with staff of Acme and of its affiliates.": (
        "share | record | with whom: staff of acme + staff of affiliates of globex"
    ),
    "Upon termination of this agreement or of the services, Globex must delete records.": (
        "delete | record | after termination | after termination of service"
    ),
    "Globex must inform Acme about breaches and about audits.": "notify | breach + running audit | with whom: acme",
    "Globex must inform Acme, and the auditor, of a breach.": "notify | breach | with whom: acme + auditor",
}
SEVERAL = {
    "Globex must delete records and destroy copies of records and of audit reports.": [
        "delete | record",
        "destroy | copies of record + copies of audit report",
    ],
    "Globex must delete records within 30 days of termination or of a request.": [
        "delete | record | after termination",
        "delete | record | after request",
    ],
}
REFUSED = {
    "Globex must inform Acme of the deletion of records and of copies.": "two ways: `copies`, or `the deletion of copies`",
    "Globex must delete copies of records and of gizmos.": '"gizmos" is not declared',
    "Globex must cooperate with Acme and of the auditor.": "does not say what it belongs to",
}


@pytest.mark.parametrize("sentence", CASES)
def test_what_stands_behind_of_is_named_whole(sentence: str) -> None:
    assert told(sentence, DEFINITIONS) == [CASES[sentence]]


@pytest.mark.parametrize("sentence", SEVERAL)
def test_each_act_has_its_own(sentence: str) -> None:
    assert told(sentence, DEFINITIONS) == SEVERAL[sentence]


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_may_belong_to_anything_is_refused(sentence: str) -> None:
    assert REFUSED[sentence] in problem(sentence, DEFINITIONS)
