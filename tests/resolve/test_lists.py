"""Lists that say once what goes with all."""

import pytest

from tests.resolve.spoken import told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Globex must implement appropriate technical and organisational measures.",
            "implement | appropriate technical measure + organisational safeguard",
        ),
        (
            "Globex must maintain administrative, technical and physical safeguards.",
            "maintain | organisational safeguard + technical safeguard + physical safeguard",
        ),
        ("Globex may use health and financial data.", "use | health data + financial data"),
        ("Globex must prevent use or alteration of records.", "prevent | use of record + alteration of record"),
        (
            "Globex must keep records until termination or completion of support.",
            "keep | record | until termination | until completion of support",
        ),
        (
            "Globex must destroy records, including copies and backups.",
            "destroy | record + copies of record + backups of record",
        ),
        (
            "Globex may share records with its officers, employees and the auditor.",
            "share | record | with whom: officers of globex + employees of globex + auditor",
        ),
        (
            "Globex must not share records without the consent of a patient or a visitor.",
            "share | record | on which condition: not consent of patient or consent of visitor",
        ),
        (
            "Acme may suspend the access of a vendor or the auditor after a breach.",
            "suspend | access of vendor + access of auditor | after breach",
        ),
        ("Globex must notify users of Acme and Globex.", "notify | with whom: users of acme + globex"),
        ("Globex must destroy records, including old records.", "destroy | record + old record"),
        (
            "Globex must share records with personnel and the auditor.",
            "share | record | with whom: personnel + auditor",
        ),
    ],
)
def test_what_lacks_its_end_takes_it_from_what_follows(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]
