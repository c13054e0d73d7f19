"""What for something is necessary goes with the necessity, in leave and in bans; engine and reference must agree."""

import pytest

from tests.norms.test_semantics import VOCABULARY, verdict

WORDS = f"{VOCABULARY}Necessary is a condition.\n"
NEEDED = frozenset({"necessary"})
NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("clause", "needed", "unneeded", "other"),
    [
        ("must not use location except to the extent necessary for research", "uncovered", "forbidden", "forbidden"),
        ("must not use location except if necessary for research", "uncovered", "forbidden", "forbidden"),
        ("must not use location unless necessary for research", "uncovered", "forbidden", "forbidden"),
        ("may use location only to the extent necessary for research", "permitted", "forbidden", "forbidden"),
        ("may use location only if necessary for research", "permitted", "forbidden", "forbidden"),
        ("may use location for research only if necessary", "permitted", "forbidden", "uncovered"),
        ("may use location if necessary for research", "permitted", "uncovered", "uncovered"),
        ("must not use location for research unless necessary", "uncovered", "forbidden", "uncovered"),
    ],
)
def test_a_purpose_goes_with_what_it_makes_necessary(clause: str, needed: str, unneeded: str, other: str) -> None:
    text = f"1: Acme {clause}."
    assert verdict(text, WORDS, data="location", purpose="research", states=NEEDED) == needed
    assert verdict(text, WORDS, data="location", purpose="research", states=NOTHING) == unneeded
    assert verdict(text, WORDS, data="location", purpose="marketing", states=NEEDED) == other


def test_names_behind_an_exception_belong_to_it() -> None:
    text = "1: Acme must not use location except with consent for research."
    consent = frozenset({"consent"})
    assert verdict(text, data="location", purpose="research", states=consent) == "uncovered"
    assert verdict(text, data="location", purpose="marketing", states=consent) == "forbidden"
    assert verdict(text, data="location", purpose="research", states=NOTHING) == "forbidden"
