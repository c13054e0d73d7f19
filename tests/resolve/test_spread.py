"""Sentences that say several things, verbs that take others, and other ways in which the same may be done."""

from __future__ import annotations

import pytest

from tests.reference.engine import run_text

VOCABULARY = """vocabulary "v".
Acme is a party. Globex is a party. Bolt is a party. Vendors are parties. Customers are people.
Records are data. Reports are data, about customers. Support is a purpose. Notice is a condition.
Process is an action. Interact is an action. Use is process. Share is process and interact. Sell is share.
Delete is an action. Return is delete and interact. Notify is interact. Cooperate is interact. Certify is an action.
Identify is process. Require is interact. Permit is interact. Attempt is an action. Cease is an action.
Make available is share, also called "provide". Give access is share. Termination is an event. Breach is an event.
Consent is a condition. Required by law is a condition. Destruction is an event. Carefully is a condition.
"""
DEAL = 'agreement "Deal" between Acme and Globex.\n'


def clauses(sentence: str) -> list[str]:
    """What a sentence says, a line for each clause: modality, verbs, object, and its phrases."""
    document = run_text(f"{DEAL}1: {sentence}", VOCABULARY).facts.agreements[0]
    return [said(clause.provision) for clause in document.clauses]


def said(provision) -> str:  # type: ignore[no-untyped-def]
    """A provision in a line."""
    if provision.ensured:
        return f"ensure {said(provision.ensured)}"
    words = ["/".join(str(term.value) for term in provision.bearer.terms), provision.modality.value]
    words += ["/".join(term.value.key for term in provision.actions.terms)]
    words += ["/".join(term.value.key for term in provision.object.terms)] if provision.object else []
    for limit in provision.limits:
        what = "/".join(getattr(t.value, "key", "role") for t in limit.names.terms) if limit.names else "state"
        words.append(" ".join(filter(None, [limit.mode, limit.word, what])))
    timing = provision.timing
    words += [f"within {timing.within}"] if timing.within else []
    words += [f"{each.word} {each.event.key}" for each in timing.occasions]
    return ", ".join(words) + (" (one of them)" if provision.either else "")


CASES = {
    "Acme may use records only for support, and must not sell records": [
        "Acme, may, use, record, only for support",
        "Acme, must not, sell, record",
    ],
    "Acme must use and may share records": ["Acme, must, use, record", "Acme, may, share, record"],
    "Acme must delete records and notify Globex within 30 days after termination": [
        "Acme, must, delete, record, within 30 days, after termination",
        "Acme, must, notify, to globex, within 30 days, after termination",
    ],
    "Acme must, after termination, delete records within 30 days and certify destruction": [
        "Acme, must, delete, record, within 30 days, after termination",
        "Acme, must, certify, destruction, after termination",
    ],
    "Acme must delete records, reports and notify Globex": [
        "Acme, must, delete, record/report",
        "Acme, must, notify, to globex",
    ],
    "Acme must return records to Globex or delete records": [
        "Acme, must, return, record, to globex (one of them)",
        "Acme, must, delete, record (one of them)",
    ],
    "Acme must cooperate with Globex and carefully delete records": [
        "Acme, must, cooperate, with globex",
        "Acme, must, delete, record, state",
    ],
    "Acme may share records only if required by law, or with Bolt, or with consent": [
        "Acme, may, share, record, only if state",
        "Acme, may, share, record, only with bolt",
        "Acme, may, share, record, only with state",
    ],
    "Acme must not share records unless required by law or with consent": [
        "Acme, must not, share, record, unless state, except with state",
    ],
    "Acme must not share records for support or without consent": [
        "Acme, must not, share, record, for support",
        "Acme, must not, share, record, without state",
    ],
    "Acme must not sell records, including reports, to Bolt": ["Acme, must not, sell, record/report, to bolt"],
    "Acme must require vendors to delete records": ["ensure Vendors, must, delete, record"],
    "Acme must not permit vendors to sell records": ["ensure Vendors, must not, sell, record"],
    "Acme must permit Globex to use records": ["Globex, may, use, record"],
    "Acme must not attempt to sell or identify reports": ["Acme, must not, sell/identify, report"],
    "Acme must not use or attempt to use records for support": ["Acme, must not, use, record, for support"],
    "Acme must cease using records and delete reports": [
        "Acme, must not, use, record",
        "Acme, must, delete, report",
    ],
    "Acme must not use records to identify customers": ["Acme, must not, identify, record, about customer"],
    "Acme must make records available to Globex": ["Acme, must, make available, record, to globex"],
    "Acme must give Globex access to records": ["Acme, must, give access, record, to globex"],
    "Acme must provide Globex with records": ["Acme, must, make available, record, to globex"],
    "Acme may share records if a breach has occurred or consent is in place": ["Acme, may, share, record, if state"],
    "Acme may share records with anyone except for Bolt": ["Acme, may, share, record, with role"],
    "Acme may use records for support only": ["Acme, may, use, record, only for support"],
    "Acme must ensure that Globex must delete records and notify Bolt": [
        "ensure Globex, must, delete, record",
        "ensure Globex, must, notify, to bolt",
    ],
}


@pytest.mark.parametrize("sentence", CASES)
def test_what_a_sentence_says(sentence: str) -> None:
    assert clauses(f"{sentence}.") == CASES[sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme must delete records with consent or for support",
        "Acme may share records unless required by law or with consent",
        "Acme must delete records and certify foo",
    ],
)
def test_what_could_be_read_in_two_ways_is_not_read(sentence: str) -> None:
    with pytest.raises(AssertionError, match=r"broken-sentence|undeclared-name"):
        clauses(f"{sentence}.")


def test_a_name_that_is_declared_is_no_act() -> None:
    text = f"Use report is data.\n{DEAL}1: Acme may share records and use report."
    (clause,) = run_text(text, VOCABULARY).facts.agreements[0].clauses
    assert [term.value.key for term in clause.provision.object.terms] == ["record", "use report"]  # type: ignore[union-attr]
