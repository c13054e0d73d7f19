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
            "Globex must delete records after termination or completion of support.",
            "delete | record | after termination | after completion of support",
        ),
        (
            "Globex must destroy records, including copies and backups.",
            "destroy | record + copies of record + backups of record",
        ),
        ("Globex must destroy records, including old records.", "destroy | record + old record"),
        (
            "Globex must share records with personnel and the auditor.",
            "share | record | with whom: personnel + auditor",
        ),
    ],
)
def test_what_lacks_its_end_takes_it_from_what_follows(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]
