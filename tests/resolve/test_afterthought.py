"""What a comma and `and` add to a list, and conditions that belong to the last of several places."""

import pytest

from tests.resolve.spoken import problem, told

TOLD_TOO = {
    "Globex must inform Acme and the auditor of a breach, and customers if required by law.": [
        "notify | breach | with whom: acme + auditor",
        "notify | breach | with whom: customer | on which condition: required by law",
    ],
    "Globex must inform Acme of a breach, and customers.": [
        "notify | breach | with whom: acme",
        "notify | breach | with whom: customer",
    ],
    "Globex must inform Acme of a breach, and customers, if required by law.": [
        "notify | breach | with whom: acme | on which condition: required by law",
        "notify | breach | with whom: customer | on which condition: required by law",
    ],
    "Globex must inform Acme of a breach, a complaint, and the auditor.": [
        "notify | breach + complaint + news of auditor | with whom: acme",
    ],
    "Globex must notify Acme, and the auditor, of a breach.": ["notify | breach | with whom: acme + auditor"],
}
PLACES = {
    "Globex may transfer records to the United Kingdom, Switzerland and countries with an adequacy decision.": [
        "transfer | record | where: united kingdom + switzerland",
        "transfer | record | where: country | on which condition: adequacy decision",
    ],
    "Globex may store records in Germany or another country with an adequacy decision for support.": [
        "store | record | where: germany | for what: support",
        "store | record | where: country without germany | on which condition: adequacy decision | for what: support",
    ],
    "Globex must not transfer records except to Switzerland and countries with an adequacy decision.": [
        "transfer | record | except where: switzerland | except where: country",
    ],
    "Globex may transfer records to France and Germany with consent.": [
        "transfer | record | where: france + germany | on which condition: consent",
    ],
}


@pytest.mark.parametrize("sentence", [*TOLD_TOO, *PLACES])
def test_what_belongs_to_the_last(sentence: str) -> None:
    assert [each.replace('"', "") for each in told(sentence)] == (TOLD_TOO | PLACES)[sentence]


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("Globex must inform Acme of a breach, and customers within 24 hours.", "of both, or of the last alone"),
        ("Globex shall encrypt records and reports, and old records if feasible.", "of both, or of the last alone"),
        ("Globex must not transfer records outside Switzerland and countries with an adequacy decision.", "`outside`"),
    ],
)
def test_what_may_be_that_of_all_is_refused(sentence: str, message: str) -> None:
    assert message in problem(sentence)


def test_what_backup_is_behind_except_for() -> None:
    assert told("Globex must not copy records, except for backup, or keep backups for more than 30 days.") == [
        "copy | record | except for what: backup",
        "keep | backups of record | on which condition: for more than 30 days",
    ]
    assert told("Globex must not copy records except for backups.") == ["copy | record without backup data"]


def test_what_belongs_to_the_verb_behind_what_goes_with_its_object() -> None:
    assert told("Globex shall keep all communication with Acme confidential.") == ["protect | communication with acme"]
    assert told("Globex must keep records received from Acme confidential.") == ["protect | record | from whom: acme"]
