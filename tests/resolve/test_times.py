"""Times that run on behind an event, which of two times is meant, and from when somebody who stops may not go on."""

import pytest

from policyc.model.document import Limit, Provision
from tests.worlds import HEADER, resolved

EVENTS = "Collection is an event. Completion is an event. Required by law is a condition. Stop is an action.\n"


def formula_of(limit: Limit) -> str:
    """A condition in words, whatever the place of its origin."""
    return f"{limit.mode} {limit.word} {limit.formula}"


def told(provision: Provision) -> tuple[object, ...]:
    """What a provision says, without the places where it does."""
    if provision.ensured:
        return ("ensure", *told(provision.ensured))
    limits = tuple(formula_of(each) for each in provision.limits)
    timing = provision.timing
    occasions = tuple((each.word, each.event.key) for each in timing.occasions)
    lengths = (timing.within, timing.at_least, timing.lasting, timing.lasting_bound, timing.since, timing.through)
    actions = tuple(str(term.value) for term in provision.actions.terms)
    return (provision.modality, actions, limits, occasions, *lengths, timing.only)


def said(*sentences: str) -> list[tuple[object, ...]]:
    """What some sentences say."""
    text = " ".join(f"{at}: {sentence}" for at, sentence in enumerate(sentences, 1))
    workspace, findings = resolved(f"{EVENTS}{HEADER}{text}")
    assert not findings.found, [each.message for each in findings.found]
    return [told(clause.provision) for clause in workspace.agreements[0].clauses]


def refused(sentence: str) -> str:
    """Why a sentence is not read."""
    workspace, findings = resolved(f"{EVENTS}{HEADER}1: {sentence}")
    assert not workspace.agreements[0].clauses
    (finding,) = findings.found
    return finding.message


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Acme must keep data until 30 days after termination.",
            ("Acme must keep data until termination.", "Acme must keep data for 30 days after termination."),
        ),
        (
            "Until 30 days after termination, Acme must keep data.",
            ("Until termination, Acme must keep data.", "For 30 days after termination, Acme must keep data."),
        ),
        (
            "Acme may keep data for the term and for 30 days thereafter.",
            ("Acme may keep data until termination.", "Acme may keep data for 30 days after termination."),
        ),
        (
            "Acme may keep data during the term of this agreement and for a period of 2 years after its expiry.",
            ("Acme may keep data until termination.", "Acme may keep data for 2 years after termination."),
        ),
        (
            "Acme may keep data only until 30 days after termination.",
            (
                "Acme may keep data until termination.",
                "Acme may keep data for at most 30 days after termination.",
                "Acme must not keep data for more than 30 days after termination.",
            ),
        ),
        (
            "Acme must not share data until 12 months after collection.",
            (
                "Acme must not share data before collection.",
                "Acme must not share data within 12 months after collection.",
            ),
        ),
        (
            "Acme must not share data before 12 months of collection.",
            (
                "Acme must not share data before collection.",
                "Acme must not share data within 12 months after collection.",
            ),
        ),
        (
            "Acme must delete data before 30 days after termination.",
            ("Acme must delete data within 30 days after termination.",),
        ),
        (
            "Acme may keep data until 12 months after collection.",
            ("Acme may keep data for 12 months after collection.",),
        ),
        (
            "Acme must ensure that Globex must keep data until 30 days after termination.",
            (
                "Acme must ensure that Globex must keep data until termination.",
                "Acme must ensure that Globex must keep data for 30 days after termination.",
            ),
        ),
    ],
)
def test_a_time_up_to_some_time_after_an_event(sentence: str, parts: tuple[str, ...]) -> None:
    assert said(sentence) == said(*parts)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Acme must delete data on 2027-01-01 or after termination, whichever is earlier.",
            ("Acme must delete data on 2027-01-01.", "Acme must delete data after termination."),
        ),
        (
            "Acme must delete data within 30 days after termination or within 12 months after collection, "
            "whichever occurs first.",
            (
                "Acme must delete data within 30 days after termination.",
                "Acme must delete data within 12 months after collection.",
            ),
        ),
        (
            "Acme must delete data within 30 days after termination or 12 months after collection, whichever is sooner.",
            (
                "Acme must delete data within 30 days after termination.",
                "Acme must delete data within 12 months after collection.",
            ),
        ),
        (
            "Acme must delete data within 30 days after completion or collection, whichever comes first.",
            (
                "Acme must delete data within 30 days after completion.",
                "Acme must delete data within 30 days after collection.",
            ),
        ),
        (
            "Acme must delete data after completion or after collection, whichever is the later.",
            ("Acme must delete data after completion after collection.",),
        ),
        (
            "Acme may use data until completion or until collection, whichever is later.",
            ("Acme may use data until completion.", "Acme may use data until collection."),
        ),
        (
            "Acme may use data until 2027-01-01 or until termination, whichever is earlier.",
            ("Acme may use data until 2027-01-01 until termination.",),
        ),
        (
            "Acme must keep data for 2 years or until completion, whichever is longer.",
            ("Acme must keep data for 2 years.", "Acme must keep data until completion."),
        ),
        (
            "Acme must ensure that Globex must delete data on completion or collection, whichever is earlier.",
            (
                "Acme must ensure that Globex must delete data on completion.",
                "Acme must ensure that Globex must delete data on collection.",
            ),
        ),
    ],
)
def test_which_of_two_times_is_meant(sentence: str, parts: tuple[str, ...]) -> None:
    assert said(sentence) == said(*parts)


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme must delete data within 30 days after completion or within 12 months after collection, whichever is later.",
        "Acme must delete data after completion or until collection, whichever is earlier.",
        "Acme must delete data after completion, whichever is earlier.",
        "Acme must delete data, whichever is earlier.",
        "Acme must delete data for research or after completion, whichever is earlier.",
        "Acme must delete data and must notify Globex after completion or collection, whichever is earlier.",
    ],
)
def test_a_choice_without_two_times_is_refused(sentence: str) -> None:
    assert "`whichever` chooses between two times" in refused(sentence)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "On completion, or where required by law, Acme must delete data.",
            ("On completion, Acme must delete data.", "If required by law, Acme must delete data."),
        ),
        (
            "If required by law or upon completion, Acme must delete data.",
            ("If required by law, Acme must delete data.", "After completion, Acme must delete data."),
        ),
        (
            "For research, after completion or if required by law or if consent, Acme may use data.",
            (
                "For research after completion, Acme may use data.",
                "For research if required by law, Acme may use data.",
                "For research if consent, Acme may use data.",
            ),
        ),
    ],
)
def test_either_of_two_triggers_before_the_subject(sentence: str, parts: tuple[str, ...]) -> None:
    assert said(sentence) == said(*parts)


def test_what_follows_the_last_of_two_triggers_may_belong_to_both() -> None:
    message = refused("If required by law or upon completion with consent, Acme must delete data.")
    assert "may belong to all that stands before the comma" in message


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        (
            "Acme must stop using data within 5 days after withdrawal of consent.",
            "Acme must not use data 5 days after withdrawal of consent.",
        ),
        (
            "Within 5 days after termination, Acme shall stop to use data.",
            "5 days after termination, Acme must not use data.",
        ),
    ],
)
def test_who_stops_within_a_time_may_not_go_on_after_it(sentence: str, meant: str) -> None:
    assert said(sentence) == said(meant)


def test_how_often_is_a_limit_of_bans_alone() -> None:
    assert said("Acme must not audit Globex more than once a year.")
    assert "says no limit" in refused("Acme may audit Globex more than once a year.")


def test_in_advance_is_notice() -> None:
    assert said("Acme must notify Globex at least 30 days in advance.") == said(
        "Acme must notify Globex on 30 days' notice."
    )


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Acme must delete data after termination or completion.",
            ("Acme must delete data after termination.", "Acme must delete data after completion."),
        ),
        (
            "Within 30 days after termination or completion, Acme must delete data.",
            (
                "Within 30 days after termination, Acme must delete data.",
                "Within 30 days after completion, Acme must delete data.",
            ),
        ),
        (
            "Acme must not use data after completion, termination or collection.",
            ("Acme must not use data after termination.", "Acme must not use data after completion or collection."),
        ),
        (
            "Acme must ensure that Globex deletes data if termination or completion occurs.",
            (
                "Acme must ensure that Globex must delete data after termination.",
                "Acme must ensure that Globex must delete data if completion occurs.",
            ),
        ),
        (
            "Acme must keep data unless termination or completion occurs.",
            ("Acme must keep data until termination unless completion occurs.",),
        ),
        (
            "Acme may use data only until termination or completion.",
            ("Acme may use data only until termination only until completion.",),
        ),
        (
            "Acme must not use data except after termination or completion.",
            ("Acme must not use data except after termination, except after completion.",),
        ),
        (
            "Acme may use data until termination or completion.",
            ("Acme may use data until termination until completion.",),
        ),
        ("Acme must delete data when termination occurs.", ("Acme must delete data after termination.",)),
    ],
)
def test_the_end_of_the_agreement_beside_another_event(sentence: str, parts: tuple[str, ...]) -> None:
    assert said(sentence) == said(*parts)


@pytest.mark.parametrize(
    ("sentence", "cure"),
    [
        ("Acme may use data only after termination or completion.", "closes off what lies on the other side of both"),
        ("Acme must not use data except until termination or completion.", "closes off what lies on the other side"),
    ],
)
def test_what_closes_off_the_time_before_two_moments_is_refused(sentence: str, cure: str) -> None:
    assert cure in refused(sentence)
