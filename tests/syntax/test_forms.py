"""Forms of sentences: what happens in conditions, `only` before a verb or who acts, what is ensured; and their canon."""

from __future__ import annotations

import pytest

from policyc.source import Source
from policyc.syntax import parse, tree
from policyc.syntax.write import write_body
from tests.syntax.parsing import read

CANON = {
    "Acme may only use data for billing.": "Acme may use data only for billing.",
    "Acme shall securely and only use data for billing.": None,
    "Acme may use data and may only share data with banks.": "Acme may use data and may share data only with banks.",
    "Only banks may use data for billing.": "Only banks may use data for billing.",
    "Access to data shall be limited to banks.": "Only banks may access data.",
    "Access to data shall be limited to banks with consent.": "Only banks may access data only with consent.",
    "Access to data is limited to banks on a daily basis.": "Only banks may access data only on a daily basis.",
    "Access to data is limited to banks after termination.": "Only banks may access data after termination.",
    "Access to data is limited to banks at their cost.": "Only banks may access data at their cost.",
    "Access to data is limited to banks unless forbidden.": "Only banks may access data unless forbidden.",
    "If forbidden, access to data is limited to banks.": "If forbidden, only banks may access data.",
    "All access to data is restricted only to banks and auditors.": "Only banks and auditors may access data.",
    "Acme may use data if records are not sold by banks.": "Acme may use data if records are not sold by banks.",
    "Acme may use data after the request is withdrawn.": "Acme may use data after the request is withdrawn.",
    "After records are sold, Acme may use data.": "After records are sold, Acme may use data.",
    "Acme may use data if Globex does not sell it.": "Acme may use data if Globex does not sell it.",
    "Acme may use data if it is permitted by law.": "Acme may use data if it is permitted by law.",
    "Acme may use data if consent has been given by customers.": "Acme may use data if consent has been given by customers.",
    "Acme must ensure that banks delete data after termination.": "Acme must ensure that banks delete data after termination.",
    "Acme must ensure that banks do not sell data.": "Acme must ensure that banks do not sell data.",
    "Acme must ensure that records are not sold by banks.": "Acme must ensure that records are not sold by banks.",
    "Acme may use data, subject to prior approval of Globex.": "Acme may use data subject to prior approval of Globex.",
    "Subject to consent and notice, Acme may use data.": "Subject to consent and notice, Acme may use data.",
    "Acme may use data subject to clauses 2 and 3.": "Acme may use data subject to clauses 2 and 3.",
    "Acme may use data subject to the terms of this agreement.": "Acme may use data subject to anything in this agreement.",
    "Acme must not use data except in accordance with clauses 2 and 3.": "Acme must not use data subject to clauses 2 and 3.",
    "Acme must not use data except as otherwise permitted by sections 2, 3 and 4(a).": (
        "Acme must not use data subject to sections 2, 3 and 4(a)."
    ),
    "Acme must not use data except as clauses 2 and 3 allow.": "Acme must not use data subject to clauses 2 and 3.",
    "Acme may use data only for billing or as otherwise permitted by this agreement.": (
        "Acme may use data only for billing except as this agreement allows."
    ),
    "Acme may use data for billing and for no other purpose.": "Acme may use data only for billing.",
    "Acme must not share data with anyone but banks.": "Acme must not share data with anyone except banks.",
    "Acme must not use data unless otherwise agreed.": "Acme must not use data unless agreed.",
    "Acme may keep data for no longer than is necessary for billing.": "Acme may keep data for no longer than necessary for billing.",
    "Acme may keep data only for as long as needed to bill.": "Acme may keep data only for no longer than necessary for bill.",
    "Acme may keep data for no longer than is reasonably necessary.": (
        "Acme may keep data for no longer than necessary for any purpose."
    ),
    "Acme must not collect more data than is necessary for billing.": "Acme must not collect more data than necessary for billing.",
    "Acme must delete data 6 months after collection.": "Acme must delete data 6 months after collection.",
    "Six months after collection, Acme must delete data.": "6 months after collection, Acme must delete data.",
    "Acme must notify Globex 30 days prior to the transfer.": "Acme must notify Globex at least 30 days before the transfer.",
    "Acme may share data no earlier than 30 days after notice.": "Acme may share data at least 30 days after notice.",
    "Acme may share data no earlier than 2027-01-01.": "Acme may share data from 2027-01-01.",
    "Acme must not audit Globex more than once a year.": "Acme must not audit Globex more than once every year.",
    "Acme may audit Globex only twice per year.": "Acme may audit Globex at most twice every year.",
    "Acme must notify Globex within ten working days.": "Acme must notify Globex within 10 business days.",
    "Acme may audit Globex on 10 working days' notice.": "Acme may audit Globex on 10 business days' notice.",
    "Acme must notify Globex within 30 minutes.": "Acme must notify Globex within 30 minutes.",
    "Acme must promptly and permanently delete data.": "Acme must permanently delete data promptly.",
    "Acme must securely and promptly delete data.": "Acme must securely delete data promptly.",
    "Acme must without undue delay and in any event within 48 hours notify Globex.": (
        "Acme must notify Globex without undue delay within 48 hours."
    ),
    "Data must not be made available or passed on by Acme.": "Data must not be made available or passed on by Acme.",
}


@pytest.mark.parametrize("sentence", [each for each in CANON if CANON[each]])
def test_a_form_is_written_in_one_way_and_reads_back_as_itself(sentence: str) -> None:
    (made,) = read(sentence).sentences
    written = write_body(made)
    assert written == CANON[sentence]
    assert read(written).sentences == (made,)


REFUSED = {
    "Acme may only use data for billing with consent.": "`only` stands before `use`",
    "Acme may only use data.": "`only` stands before `use`",
    "Acme must not only use data for billing.": "`only` stands before",
    "Acme may only use data unless forbidden.": "`only` stands before `use`",
    "Only Acme must use data.": "`only` before who acts takes `may`",
    "Only Acme must ensure that banks delete data.": "`only` before who acts takes `may`",
    "Only Acme may only use data for billing.": "`only` before who acts takes `may`",
    "Access to data shall be limited to banks and must be logged.": "",
    "Access to data shall be limited to banks if necessary.": "`if necessary` behind those who may have access",
    "Access to data shall be limited to banks where necessary.": "`where necessary` behind those who may have access",
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_could_be_read_in_two_ways_is_refused(sentence: str) -> None:
    parsed, findings = parse(Source("test.policy", sentence))
    assert parsed.broken
    assert REFUSED[sentence] in findings.found[0].message


def test_only_stands_with_the_act_that_it_belongs_to() -> None:
    (clause,) = read("Acme may use data for billing and may only share data with banks.").sentences
    assert isinstance(clause, tree.Clause)
    assert [getattr(part, "mode", "") for part in clause.statement.phrases] == ["", "", "only"]
