"""Phrases of which the last two are joined and the others stand behind commas: *for A, for B or for C*."""

import pytest

from tests.resolve.spoken import told

NAMES = "Billing is a purpose. Approval is a condition. Broker is a party. The law forbids use is a condition.\n"


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        (
            "Globex must not share records with the auditor, with Acme or with brokers.",
            [
                "share | record | with whom: auditor",
                "share | record | with whom: acme",
                "share | record | with whom: broker",
            ],
        ),
        (
            "Globex may use records only for support, for billing, or for research.",
            [
                "use | record | only for what: support",
                "use | record | only for what: billing",
                "use | record | only for what: research",
            ],
        ),
        (
            "Globex must not use records without consent, without notice or without approval.",
            [
                "use | record | on which condition: not consent",
                "use | record | on which condition: not notice",
                "use | record | on which condition: not approval",
            ],
        ),
        (
            "Globex may use records for support, for billing and for research.",
            ["use | record | for what: support + billing + research"],
        ),
        (
            "Globex may share records with brokers, with consent or with approval.",
            [
                "share | record | with whom: broker | on which condition: consent",
                "share | record | with whom: broker | on which condition: approval",
            ],
        ),
        (
            "Globex must not share records with Acme for support, with brokers for billing or with the auditor.",
            [
                "share | record | with whom: acme | for what: support",
                "share | record | with whom: broker | for what: billing",
                "share | record | with whom: auditor",
            ],
        ),
        (
            "Globex may share records with Acme, with the auditor or with brokers, for support, with consent.",
            [
                "share | record | with whom: acme | for what: support | on which condition: consent",
                "share | record | with whom: auditor | for what: support | on which condition: consent",
                "share | record | with whom: broker | for what: support | on which condition: consent",
            ],
        ),
        (
            "Globex must not use records if Acme objects, if required by law or if the law forbids use.",
            ["use | record | on which condition: objection of acme or required by law or law forbids use"],
        ),
        (
            "Globex may use records if Acme agrees, if the law forbids use.",
            ["use | record | on which condition: approval of acme | on which condition: law forbids use"],
        ),
    ],
)
def test_a_list_of_phrases(sentence: str, meant: list[str]) -> None:
    assert told(f"1: {sentence}", NAMES) == meant
