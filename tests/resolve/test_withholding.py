"""Data kept from somebody, somebody kept from data, copies, rights to data, encryption at rest, places in places."""

import pytest

from tests.resolve.spoken import problem, provisions, told

MORE = "Employees are people. Secure server is a place. Vault is premises in Germany.\n"
READ = [
    ("Globex must keep the records from third parties.", "share | record | with whom: third parties"),
    (
        "Globex must keep the records from the public and competitors.",
        "share | record | with whom: public + competitor",
    ),
    ("Globex must keep records received from Acme.", "keep | record | from whom: acme"),
    ("Globex must exclude employees from access to the records.", "admit | record | with whom: employee"),
    ("Globex must bar employees from accessing records.", "admit | record | with whom: employee"),
    ("Globex must not make copies of the records.", "copy | record"),
    ("Globex may make any further copies of the records for support.", "copy | record | for what: support"),
    ("Globex may make one copy of the records.", 'copy | record | on which condition: "one copy"'),
    ("Globex must assign all rights to the records to Acme.", "assign | rights to record | with whom: acme"),
    ("Globex must waive any right in the records.", "waive | right in record"),
    (
        "Globex must implement access controls, including encryption of records at rest.",
        "implement | access control + storage encryption of record",
    ),
    (
        "Globex must implement encryption of records in transit and at rest.",
        "implement | transport encryption of record + storage encryption of record",
    ),
    ("Globex must maintain encryption at rest.", "maintain | storage encryption"),
    ("Globex must not use the records against customers.", "use | record | on which condition: against customer"),
    (
        "Globex must store records on a secure server in the EEA.",
        "store | record | where: secure server in european economic area | where: european economic area",
    ),
    (
        "Globex must store records in a vault in the EEA.",
        "store | record | where: vault | where: european economic area",
    ),
    (
        "Globex must store records in Germany in the EEA.",
        "store | record | where: germany | where: european economic area",
    ),
]


@pytest.mark.parametrize(("sentence", "said"), READ)
def test_what_is_kept_from_whom(sentence: str, said: str) -> None:
    assert told(sentence, MORE) == [said]


@pytest.mark.parametrize(
    "sentence",
    ["must keep the records from third parties", "must exclude employees from access to records"],
)
def test_to_keep_from_somebody_is_a_ban(sentence: str) -> None:
    (found,) = provisions(f"Globex {sentence}.", MORE)
    assert found.modality.value == "must not"


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("Globex must keep the records from Acme.", "in two ways"),
        ("Globex must keep the records from third parties for 5 years.", "in two ways"),
        ("Globex must not keep the records from third parties.", "in two ways"),
        ("Globex may exclude employees from access to records.", "are to be excluded"),
        ("Globex must exclude employees from support.", "are to be excluded"),
    ],
)
def test_what_may_mean_another_thing_is_refused(sentence: str, says: str) -> None:
    assert says in problem(sentence, MORE)
