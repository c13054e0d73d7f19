"""Sentences about what others do, who alone may do something, what is not done, and what only one way allows."""

from __future__ import annotations

import pytest

from tests.reference.engine import run_text
from tests.resolve.test_happenings import refused
from tests.resolve.test_spread import said

VOCABULARY = """vocabulary "v".
Acme is a party. Globex is a party. Vendors are parties. Personnel are parties. Customers are people.
Records are data. Reports are data. Copies are data. Support is a purpose. Services are a purpose.
Performance of the agreement is a purpose. Agreement is a thing.
Process is an action. Interact is an action. Use is process. Share is process and interact. Sell is share.
Provide is share. Keep is process. Collect is process. Access is process, also called "inspect". Give access is share.
Receive is obtain. Obtain is process. Access right is a thing, also called "access". Delete is an action. Return is delete and interact. Notify is interact. Certify is notify. Audit is interact.
Limit is an action. Require is interact. Permit is interact. Prevent is an action. Comply is an action.
Cease is an action. Avoid is an action. Publish is share. Make publicly available is publish. Maintain is an action.
Termination is an event. Request is an event. Deletion of data is an event. Collection is an event. Event is an event.
Consent is a condition. Notice is a condition. Required by law is a condition. Minimum necessary is a condition.
Writing is a condition. Confidentiality is a thing. Systems are data. Instructions are a thing. Securely is a condition.
"""
DEAL = 'agreement "Deal" between Acme and Globex.\n'


def clauses(sentence: str) -> list[str]:
    """What a sentence says, a line for each clause."""
    document = run_text(f"{DEAL}1: {sentence}", VOCABULARY.replace("Event is an event. ", "")).facts.agreements[0]
    return [said(clause.provision) for clause in document.clauses]


NOBODY_ELSE = "Role.ANYONE, must not, access, record"
CASES = {
    "Globex must limit access to records to personnel": [f"ensure {NOBODY_ELSE}"],
    "Access to records shall be limited to personnel": ["Personnel, may, access, record", NOBODY_ELSE],
    "Access to records shall be limited to personnel in writing": [
        "Personnel, may, access, record, only in state",
        NOBODY_ELSE,
    ],
    "Access to records shall be limited to personnel for support": [
        "Personnel, may, access, record, only for support",
        NOBODY_ELSE,
    ],
    "Globex must limit access to records to personnel under confidentiality": [
        "ensure Personnel, may, access, record, only under state",
        f"ensure {NOBODY_ELSE}",
    ],
    "Globex must ensure that access to records is limited to personnel with consent": [
        "ensure Personnel, may, access, record, only with state",
        f"ensure {NOBODY_ELSE}",
    ],
    "Access to records shall be limited to personnel only if required by law": [
        "Personnel, may, access, record, only if state",
        NOBODY_ELSE,
    ],
    "Only personnel may access records": ["Personnel, may, access, record", NOBODY_ELSE],
    "Only personnel may access records only for support": [
        "Personnel, may, access, record, only for support",
        NOBODY_ELSE,
    ],
    "Globex must ensure that only personnel may access records": [f"ensure {NOBODY_ELSE}"],
    "Globex must not permit anyone except personnel to access records": [f"ensure {NOBODY_ELSE}"],
    "Globex must limit use of records to support": ["Globex, may, use, record, only for support"],
    "Globex must limit access to records to personnel and delete copies": [
        f"ensure {NOBODY_ELSE}",
        "Globex, must, delete, copy",
    ],
    "Acme may require Globex to return or delete records": [
        "Globex, must, return/delete, record, after request of acme"
    ],
    "Acme must require vendors to delete records, and may permit vendors to use records": [
        "ensure Vendors, must, delete, record",
        "Vendors, may, use, record",
    ],
    "Globex must permit Acme to inspect its systems": ["Acme, may, access, systems of globex"],
    "Globex must prevent vendors from selling or using records": ["ensure Vendors, must not, sell/use, record"],
    "Globex must avoid selling records": ["Globex, must not, sell, record"],
    "Globex must not fail to delete records": ["Globex, must, delete, record"],
    "Globex must cease all use of records and delete copies": [
        "Globex, must not, use, record",
        "Globex, must, delete, copy",
    ],
    "Globex must cease the use and sale of records": ["Globex, must not, use/sell, record"],
    "Globex must not provide vendors with records": ["Globex, must not, provide, record, to vendor"],
    "Globex must not provide vendors with access to records": ["Globex, must not, give access, record, to vendor"],
    "Globex must not share access to records with vendors": ["Globex, must not, give access, record, with vendor"],
    "Globex must ensure that vendors delete records after termination": [
        "ensure Vendors, must, delete, record, after termination"
    ],
    "Globex must ensure that vendors do not sell records": ["ensure Vendors, must not, sell, record"],
    "Globex must ensure that vendors securely delete records": ["ensure Vendors, must, delete, record, state"],
    "Globex must ensure that records are deleted": ["Globex, must, delete, record"],
    "Globex must ensure that records are not sold by vendors": ["ensure Vendors, must not, sell, record"],
    "Globex must ensure that vendors are bound by confidentiality": ["ensure Vendors, must, comply, with state"],
    "Globex must certify in writing that it has deleted records": [
        "Globex, must, certify, deletion of record, in state"
    ],
    "Globex must notify Acme that it has deleted records": ["Globex, must, notify, deletion of record, to acme"],
    "Globex may use records only with consent, unless required by law": [
        "Globex, may, use, record, only with state",
        "Globex, may, use, record, only if state",
    ],
    "Globex must process records only with consent, unless required by law": [
        "Globex, may, process, record, only with state",
        "Globex, may, process, record, only if state",
    ],
    "Globex may use records only for support with consent or if required by law": [
        "Globex, may, use, record, only for support, only with state",
        "Globex, may, use, record, only if state",
    ],
    "Globex may only use records for support": ["Globex, may, use, record, only for support"],
    "Globex may use records and may only share reports with vendors": [
        "Globex, may, use, record",
        "Globex, may, share, report, only with vendor",
    ],
    "Globex may use records to provide the services": ["Globex, may, use, record, for service"],
    "Globex may use records only to perform this agreement": [
        "Globex, may, use, record, only for performance of agreement"
    ],
    "Globex may keep records for no longer than necessary for support": ["Globex, may, keep, record, only if state"],
    "Globex must keep records only as long as is needed to provide the services": [
        "Globex, may, keep, record, only if state"
    ],
    "Globex must not use records, or permit others to use records, for support": [
        "Globex, must not, use, record, for support",
        "ensure Role.ANYONE, must not, use, record, for support",
    ],
    "Globex must maintain reports and provide reports to Acme after a request": [
        "Globex, must, maintain, report",
        "Globex, must, provide, report, to acme, after request",
    ],
    "Globex must not collect more records than is necessary for support": [
        "Globex, must not, collect, record, without state"
    ],
    "Globex must ensure that records are sold or used by vendors": ["ensure Vendors, must, sell/use, record"],
    "Globex must ensure that Acme receives access": ["ensure Acme, must, receive, access right"],
    "Acme may audit Globex at most once every year unless consent": [
        "Acme, may, audit, to globex",
        "Acme, may, audit, to globex, if state",
    ],
    "Globex must not sell records or use them for support": [
        "Globex, must not, sell, record",
        "Globex, must not, use, record, for support",
    ],
    "Globex must provide records to Acme or delete records": [
        "Globex, must, provide, record, to acme (one of them)",
        "Globex, must, delete, record (one of them)",
    ],
    "Globex must not allow vendors access to records": ["Globex, must not, give access, record, to vendor"],
    "Globex must not allow any access to records": ["Globex, must not, give access, record"],
    "Globex must delete records 6 months after collection": [
        "Globex, must, delete, record, within 6 months, after collection"
    ],
    "Globex must publish or make publicly available records": ["Globex, must, publish/make publicly available, record"],
}


@pytest.mark.parametrize("sentence", CASES)
def test_a_sentence_says_what_is_meant(sentence: str) -> None:
    assert clauses(sentence + ".") == CASES[sentence]


REFUSED = {
    "Globex must not keep records for no longer than necessary for support.": "leaves open here what is forbidden",
    "Globex may collect more records than necessary for support.": "leaves open here what is forbidden",
    "Globex must ensure that gizmos frob records.": "does not say who does what",
    "Globex must ensure that records are frobbed.": "does not say who does what",
    "Globex must ensure that records are sold in by vendors.": "",
    "Globex must prevent records from selling reports.": "is not declared",
    "Globex must avoid frobbing records.": "is not declared",
    "Globex must not fail to frob records.": "is not declared",
    "Globex shall encrypt records, and old records if feasible.": "of both, or of the last alone",
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_says_no_such_thing_is_refused(sentence: str) -> None:
    assert any(REFUSED[sentence] in message for message in refused(sentence, VOCABULARY)), refused(sentence, VOCABULARY)
