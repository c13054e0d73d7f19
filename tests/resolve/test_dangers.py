"""What data are protected from, and what measures are for: kept as words, and neither a time nor a duty."""

import pytest

from policyc.model.document import Modality
from tests.resolve.spoken import problem, provisions, told

WORDS = {
    "protect records from unauthorised access": ("protect | record", "from unauthorised access"),
    "protect records against unauthorised access, use or disclosure": (
        "protect | record",
        "against unauthorised access, use or disclosure",
    ),
    "keep records secure from unauthorised access": ("protect | record", "from unauthorised access"),
    "protect records from misuse, and from loss": ("protect | record", "from misuse, and from loss"),
    "protect records from disclosure to third parties": ("protect | record", "from disclosure to third parties"),
    "secure records against loss after termination": ("protect | record | after termination", "against loss"),
    "implement measures to protect records from unauthorised access or use": (
        "implement | measure",
        "to protect records from unauthorised access or use",
    ),
    "implement measures to prevent disclosure of records to third parties": (
        "implement | measure",
        "to prevent disclosure of records to third parties",
    ),
    "implement measures to limit access to records to vendors": (
        "implement | measure",
        "to limit access to records to vendors",
    ),
    "maintain safeguards in accordance with industry standards to protect records against loss": (
        "maintain | safeguard | on which condition: generally accepted principle",
        "to protect records against loss",
    ),
    "implement measures against unauthorised access, including encryption": (
        "implement | measure + encryption",
        "against unauthorised access",
    ),
}


@pytest.mark.parametrize("done", WORDS)
def test_dangers_and_aims_are_words(done: str) -> None:
    said, words = WORDS[done]
    sentence = f"Globex shall {done}."
    assert told(sentence) == [said]
    (found,) = provisions(sentence)
    assert found.modality is Modality.DUTY
    assert found.remarks == (words,)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Globex shall safeguard records from breaches and notify Acme of breaches.",
            ["protect | record", "notify | breach | with whom: acme"],
        ),
        (
            "Globex shall notify Acme and protect records from unauthorised access, use or disclosure.",
            ["notify | with whom: acme", "protect | record"],
        ),
        (
            "Globex shall protect records from loss and securely delete records after termination.",
            ["protect | record", "delete | record | on which condition: secure manner | after termination"],
        ),
    ],
)
def test_an_act_behind_dangers_is_one_more_duty(sentence: str, found: list[str]) -> None:
    assert told(sentence) == found


@pytest.mark.parametrize("end", ["protect records against loss and encrypt records", "protect records and notify Acme"])
def test_one_more_aim_or_one_more_duty_is_not_guessed(end: str) -> None:
    assert "can be read in two ways" in problem(f"Globex shall implement measures to {end}.")


def test_whom_confidential_data_come_from_is_no_danger() -> None:
    assert told("Globex must keep records received from Acme confidential.") == ["protect | record | from whom: acme"]


def test_an_aim_may_say_what_to_protect_from_and_others_follow() -> None:
    (found,) = told("Globex may use records to protect its systems against attacks and prevent fraud.")
    assert found == "use | record | for what: protecting its system + fraud prevention"
