"""The rules on keeping and deleting: cases beyond their pages."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source

PARTIES = (
    "Acme is a bank. Globex is a platform. Account data is financial data about customers. Customers are people.\n"
)
HEADER = 'agreement "Deal" between Acme and Globex.\n'
FLOW = "1: Acme may share account data with Globex for fraud detection.\n"


def found(rule: str, text: str) -> list[Finding]:
    findings = examine([Source("deal.policy", text)]).findings
    assert not [item for item in findings.unchecked if item.incomplete], findings.found
    return [finding for finding in findings.found if finding.rule == rule]


def graded(rule: str, clauses: str, header: str = HEADER) -> list[tuple[str | None, str]]:
    return [(finding.primary.clause, finding.severity.value) for finding in found(rule, PARTIES + header + clauses)]


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex must delete confidential information after termination.",
        "2: Globex must not keep account data after termination.",
        "2: Globex may keep account data.",
        "2: Globex may process account data until termination.",
        "2: Globex must anonymise account data after termination.",
        "2: Globex need not delete account data.",
        "2: Globex must follow the retention policy.",
    ],
)
def test_a_clause_on_the_end_of_data_is_no_silence(clause: str) -> None:
    assert graded("retention-unaddressed", FLOW + clause) == []


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex must keep account data with confidentiality undertaking and encryption.",
        "2: Globex must store account data in Germany.",
        "2: Globex must keep account data under security measures.",
        "2: Globex may host account data.",
        "2: Globex may use account data until termination.",
        "2: Globex must not keep or use account data for advertising.",
        "2: Globex need not keep account data.",
        "2: Globex must delete compliance records after termination.",
    ],
)
def test_how_and_where_data_are_kept_is_no_answer(clause: str) -> None:
    assert graded("retention-unaddressed", FLOW + clause) == [(None, "warning")]


def test_an_account_of_others_leaves_a_note() -> None:
    header = 'agreement "Deal" between Acme and Globex, per "the Daily News".\n'
    assert graded("retention-unaddressed", FLOW, header) == [(None, "note")]


def test_several_holders_are_named_together() -> None:
    (finding,) = found(
        "retention-unaddressed", PARTIES + HEADER + "1: Acme and Globex may use account data for research."
    )
    assert "how long Acme and Globex keep account data" in finding.message


# retention-indefinite


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex may keep account data until 2030-01-01.",
        "2: Globex may keep account data for at least 6 years.",
        "2: Globex may keep account data as legally required.",
        "2: Globex may keep account data if necessary.",
        "2: Globex may keep account data after termination for legal claims.",
        "2: Globex may keep account data under the retention policy.",
        "2: Globex may keep technical data.",
        "2: Globex may use and store account data for research.",
        "2: Globex must not keep account data.",
    ],
)
def test_these_clauses_set_an_end_or_none_is_needed(clause: str) -> None:
    assert graded("retention-indefinite", clause.replace("as legally required", "if legally required")) == []


def test_a_ban_on_keeping_past_some_time_is_an_end() -> None:
    assert graded("retention-indefinite", "2: Globex may keep account data.") == [("2", "warning")]
    ended = "2: Globex may keep account data.\n3: Globex must not keep account data after termination."
    assert graded("retention-indefinite", ended) == []
    elsewhere = "2: Globex may keep account data.\n3: Acme must delete account data after termination."
    assert graded("retention-indefinite", elsewhere) == [("2", "warning")]


# destroy-and-keep


def clash(*clauses: str, header: str = HEADER) -> list[tuple[str | None, str]]:
    return graded("destroy-and-keep", "\n".join(f"{at}: {clause}" for at, clause in enumerate(clauses, 1)), header)


AFTER = "Globex must delete account data within 30 days after termination."


@pytest.mark.parametrize(
    ("deletion", "kept", "severity"),
    [
        (AFTER, "Globex may keep account data after termination.", "error"),
        (AFTER, "Globex may keep account data for at most 60 days after termination.", "error"),
        (AFTER, "Globex may keep account data with perpetual.", "error"),
        (AFTER, "Globex must archive account data for 6 years.", "warning"),
        (AFTER, "Globex may keep account data after termination with consent.", "note"),
        (AFTER, "Globex may keep account data for 6 years after termination if \"it sees fit\".", "note"),
        (AFTER, "Globex must archive electronic records after termination.", "warning"),
        ("Globex must delete account data on termination.",
         "Globex may keep account data for a year after termination.", "error"),
        ("Globex must delete account data promptly after termination.",
         "Globex may keep account data for 90 days after termination.", "error"),
        ("Globex must delete account data after completion of purpose.", "Globex must keep account data.", "error"),
        ("Globex must delete account data if requested.", "Globex must keep account data.", "warning"),
        ("Globex must delete account data within 30 days.", "Globex may keep account data for 90 days.", "error"),
        ("Globex must delete account data.", "Globex may keep account data.", "error"),
        ("Globex must delete account data.", "Globex may keep account data after termination.", "warning"),
        ("Globex must delete account data before 2027-01-01.",
         "Globex may keep account data until 2028-01-01.", "error"),
        ("Globex must return or delete account data after termination.",
         "Globex may keep account data after termination.", "error"),
    ],
)  # fmt: skip
def test_keeping_that_outlasts_deletion_is_found(deletion: str, kept: str, severity: str) -> None:
    kept = kept.replace("for a year", "for 1 year")
    assert clash(deletion, kept) == [("2", severity)]


@pytest.mark.parametrize(
    ("deletion", "kept"),
    [
        (AFTER, "Globex may keep account data."),
        (AFTER, "Globex must keep account data."),
        (AFTER, "Globex must store account data with encryption."),
        (AFTER, "Globex may keep account data for at most 5 years."),
        (AFTER, "Globex may keep account data until completion of deletion."),
        (AFTER, "Globex may keep account data for 20 days after termination."),
        (AFTER, "Globex may keep account data for 6 years after collection."),
        (AFTER, "Globex may keep account data after termination if required by law."),
        (AFTER, "Globex may keep account data after termination if anonymised."),
        (AFTER, "Globex may keep account data after termination for data backup."),
        (AFTER, "Globex may keep backup data for 90 days after termination."),
        (AFTER, "Acme may keep account data after termination."),
        (AFTER, "Globex may keep account data after termination, subject to 1."),
        (AFTER, "Despite 1, Globex may keep account data after termination."),
        (AFTER, "Globex may keep financial data after termination."),
        ("Globex must delete account data after termination.",
         "Globex may keep account data for 90 days after termination."),
        ("Globex must delete account data except as this agreement allows.", "Globex may keep account data."),
        ("Globex must delete account data after completion of purpose.", "Globex must keep account data if necessary."),
        ("Globex must delete account data after completion of purpose.", "Globex must store account data."),
        ("Globex must delete account data after termination unless emergency.",
         "Globex may keep account data after termination if emergency."),
        ("Globex must delete or keep account data after termination.",
         "Globex may keep account data after termination."),
        ("Globex must delete account data within 90 days.", "Globex may keep account data for 30 days."),
        ("Globex must delete account data.", "Globex may keep account data for 30 days after termination."),
        ("Globex must delete account data before 2028-01-01.", "Globex may keep account data until 2027-01-01."),
    ],
)  # fmt: skip
def test_these_two_can_both_be_obeyed_or_one_gives_way(deletion: str, kept: str) -> None:
    assert clash(deletion, kept) == []


def test_a_survival_makes_leave_to_keep_outlast_termination() -> None:
    text = "1: " + AFTER + "\n2: Globex must keep account data.\nClause 2 survives termination."
    assert graded("destroy-and-keep", text) == [("2", "error")]


def test_one_finding_for_a_clause_with_all_duties_against_it() -> None:
    clauses = (
        AFTER,
        "Globex must destroy financial data after termination.",
        "Globex may keep any data after termination.",
    )
    text = "\n".join(f"{at}: {clause}" for at, clause in enumerate(clauses, 1))
    assert graded("destroy-and-keep", text) == []
    kept = (
        AFTER,
        "Globex must destroy financial data after termination.",
        "Globex must keep account data after termination.",
    )
    (finding,) = found("destroy-and-keep", PARTIES + HEADER + "\n".join(f"{at}: {c}" for at, c in enumerate(kept, 1)))
    assert "which clauses 1 and 2 want deleted" in finding.message
    assert [evidence.clause for evidence in finding.related] == ["1", "2"]


# outlives-restriction


def outlives(clauses: str) -> list[str]:
    return [finding.message for finding in found("outlives-restriction", PARTIES + HEADER + clauses)]


LIMIT = "1: Globex must not use account data for advertising.\nClause 1 survives for 1 year after termination.\n"


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex must delete account data after termination.",
        "2: Globex must delete account data within 12 months after termination.",
        "2: Globex must delete account data after completion of purpose.",
        "2: Globex must not keep account data after termination.",
        "2: Globex may keep account data for 6 months after termination.",
        "2: Globex must not use account data for marketing.\nClause 2 survives termination.",
    ],
)
def test_data_that_are_gone_in_time_or_stay_limited_are_no_fault(clause: str) -> None:
    assert outlives(LIMIT + clause) == []


@pytest.mark.parametrize(
    "clause",
    [
        "",
        "2: Globex must delete account data within 2 years after termination.",
        "2: Globex may keep account data for at least 6 months after termination.",
        "2: Globex must delete financial data after termination.\n"
        "3: Despite 2, Globex may keep account data for 2 years after termination.",
        "2: Acme must delete account data after termination.",
        "2: Globex must not share account data with anyone.\nClause 2 survives termination.",
    ],
)  # fmt: skip
def test_data_that_stay_beyond_the_limit_are_found(clause: str) -> None:
    (message,) = outlives(LIMIT + clause)
    assert "lapses 1 year after termination" in message
    assert "account data" in message


def test_only_limits_on_use_that_lapse_are_looked_at() -> None:
    assert outlives("1: Globex must pay fees.\nClause 1 survives for 1 year after termination.\n") == []
    assert (
        outlives("1: Globex must not use account data for advertising.\nNo clause except 1 survives termination.\n")
        == []
    )
    assert outlives(LIMIT.replace("account data", "compliance records")) == []


# provisos, and what ends by itself


@pytest.mark.parametrize(
    "clauses",
    [
        "8: Globex must destroy account data after termination.\nGlobex may keep account data for record keeping after termination.",
        "1: Globex may keep account data after termination for research.\n2: Globex must return account data to Acme if no-longer-needed.",
    ],
)
def test_a_proviso_and_a_spent_need_do_not_clash(clauses: str) -> None:
    assert graded("destroy-and-keep", clauses) == []


def test_a_duty_to_keep_in_the_same_clause_still_clashes() -> None:
    clauses = (
        "8: Globex must destroy account data after termination.\nGlobex must archive account data after termination."
    )
    assert graded("destroy-and-keep", clauses) == [("8", "error")]


def test_leave_that_ends_frees_nothing() -> None:
    clauses = "1: Globex may use account data only for hosting.\nClause 1 survives for 30 days after termination.\n"
    assert graded("outlives-restriction", clauses) == []
    kept = clauses + "2: Globex may keep account data for 5 years after termination."
    assert graded("outlives-restriction", kept) == [(None, "warning")]


# no-delete-on-withdrawal

CONSENT = (
    "1: Globex may use account data with consent.\n2: Globex must notify Acme promptly after withdrawal of consent.\n"
)


@pytest.mark.parametrize(
    "clause",
    [
        "3: Globex must delete account data after withdrawal of consent.",
        "3: Globex must delete account data if no-longer-needed.",
        "3: Globex must anonymise account data after withdrawal of consent.",
        "3: Globex must not keep account data after withdrawal of consent.",
        "3: Globex may keep account data until withdrawal of consent.",
        "3: Globex must delete or return account data within 30 days after a deletion request.",
    ],
)
def test_withdrawal_ends_the_data(clause: str) -> None:
    assert graded("no-delete-on-withdrawal", CONSENT + clause) == []


@pytest.mark.parametrize(
    "clause",
    [
        "",
        "3: Globex must delete account data after termination.",
        "3: Globex must delete or keep account data after withdrawal of consent.",
        "3: Globex must not use account data after withdrawal of consent.",
        "3: Globex must delete location data after withdrawal of consent.",
        "3: Globex may keep account data.",
    ],
)
def test_withdrawal_leaves_the_data(clause: str) -> None:
    assert graded("no-delete-on-withdrawal", CONSENT + clause) == [("1", "note")]


def test_silence_on_withdrawal_is_told_elsewhere() -> None:
    assert graded("no-delete-on-withdrawal", CONSENT.split("\n")[0]) == []
    gone = HEADER.replace("between Acme and Globex", 'between Acme and Globex, incorporates "Terms"')
    assert graded("no-delete-on-withdrawal", CONSENT, gone) == []


# survival-gap

BARRED = "1: Globex must not use account data for advertising.\n"


@pytest.mark.parametrize(
    ("clause", "levels"),
    [
        ("2: Globex may keep account data for 5 years after termination.", ["warning"]),
        ("2: Globex may keep account data for at least 30 days after termination.", ["warning"]),
        ("2: Globex may keep account data for 90 days after termination.", ["note"]),
        ("2: Globex must keep account data after termination.", ["warning"]),
        ("2: Globex may keep account data for 5 years.", []),
        ("2: Globex may keep account data after termination if required by law.", []),
        ("2: Globex may keep aggregate statistics after termination.", []),
        ('2: Globex may keep account data after termination if "the board so decides".', []),
        ("2: Acme may keep account data after termination.", []),
    ],
)
def test_what_is_kept_without_a_limit(clause: str, levels: list[str]) -> None:
    assert [level for _, level in graded("survival-gap", BARRED + clause)] == levels


def test_leave_to_keep_for_a_purpose_is_a_warning() -> None:
    clauses = (
        "1: Globex must delete account data after termination.\n2: Globex may keep account data after termination{0}."
    )
    assert graded("destroy-and-keep", clauses.format(" for research")) == [("2", "warning")]
    assert graded("destroy-and-keep", clauses.format("")) == [("2", "error")]


def test_data_that_are_only_shown_are_not_kept() -> None:
    shown = (
        "1: Acme will show account data to Globex for research.\n2: Globex may use account data only for research.\n"
    )
    assert graded("retention-unaddressed", shown) == []
    assert graded("retention-unaddressed", shown + "3: Globex may copy account data.") == [(None, "warning")]
