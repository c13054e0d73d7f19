"""The rules on purpose, data, consent and roles that weigh what agreements grant, beyond what their pages show."""

import pytest

from tests.rules.road import found, levels

DEAL = 'agreement "Deal" between Acme and Globex{}.\n'
KEPT = "\n99: Globex must delete personal data after termination."


def deal(text: str, header: str = "") -> str:
    """One agreement between Acme and Globex."""
    return DEAL.format(header) + text


def test_each_party_that_may_change_its_limits_alone_is_told_of() -> None:
    text = (
        "1: Acme will share names with Globex for research. 2: Globex will share grades with Acme for research. "
        "3: Acme may change the purposes of processing. Globex may change the purposes of processing. "
        "4: Globex may change the processing details."
    )
    one, other = found("unilateral-purpose-change", deal(text))
    (both,) = [each for each in (one, other) if "Globex change" in each.message]
    assert [evidence.clause for evidence in both.related] == ["4"]


@pytest.mark.parametrize(
    "text",
    [
        "1: Acme will share names with Globex for research. 2: Globex will share grades with Acme for research. "
        "3: Globex may change the categories of data.",
        "1: Globex may use names for research. 2: Globex must change the purposes of processing after request.",
        "1: Globex may use names for research. 2: Globex may change the fees.",
        "1: Globex may use names for research. 2: Globex may change grades for research.",
        "1: Globex may use names for research. 2: Globex may change the categories of data. "
        "3: Globex must not change processing details or categories of data.",
        "1: Globex may use aggregate statistics. 2: Globex may change the categories of data.",
        "1: Globex may use names for research. 2: Initech may change the categories of data.",
        "1: Globex may use names for research. 2: Acme must ensure that Globex may change the categories of data.",
    ],
)
def test_what_is_no_change_of_ones_own_limits(text: str) -> None:
    assert not found("unilateral-purpose-change", deal(text))


@pytest.mark.parametrize("name", ["Permitted use", "Kinds of shared data", "Scope of processing", "Agreed purposes"])
def test_details_that_a_contract_names_itself(name: str) -> None:
    text = f"1: Globex may use names for research. 2: Globex may change the {name.lower()}. {name} is a thing."
    assert levels(found("unilateral-purpose-change", deal(text))) == ["warning"]


def test_weak_grounds_are_told_once_a_clause_and_not_where_a_ban_meets() -> None:
    text = "1: Globex may use health data and fingerprints for research, with legitimate interests."
    (finding,) = found("special-category", deal(text))
    assert "which does not reach health data and fingerprints" in finding.message
    assert not found("special-category", deal(text + " 2: Globex must not use fingerprints without consent."))
    assert not found("special-category", deal("1: Globex may use health data if public task or legitimate interests."))


def test_children_beside_others_and_with_words_on_consent() -> None:
    collect = "1: Globex may collect names about children for service provision."
    assert levels(found("children", deal(collect))) == ["warning"]
    assert not found("children", deal(collect + " 2: Globex may use grades with parental consent."))
    assert not found("children", deal(collect, ', incorporates "Terms"'))
    twice = collect + " 2: Globex may collect account data about young children for service provision."
    assert [len(finding.related) for finding in found("children", deal(twice))] == [1]


@pytest.mark.parametrize(
    "speaking",
    [
        "2: Globex must not identify data.",
        "2: Globex must not use data for contacting of data subjects.",
        "2: Globex must notify Acme promptly after a re-identification of a person.",
        "2: Globex may share de-identified data with Initech under the data use agreement.",
    ],
)
def test_what_speaks_of_finding_people_out(speaking: str) -> None:
    flow = "1: Acme will share de-identified data with Globex for statistics. "
    assert levels(found("deid-no-ban", deal(flow))) == ["warning"]
    assert not found("deid-no-ban", deal(flow + speaking))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1: Acme may share names with Globex if de-identified.", ["warning"]),
        ("1: Acme may share names with Globex if anonymised.", []),
        ("1: Acme may share names with Globex if aggregated.", []),
        ("1: Acme may share aggregate statistics with Globex if de-identified.", []),
        ("1: Acme may share names with Globex with de-identified or consent.", []),
        ("1: Acme may share names with Globex for research.", []),
    ],
)
def test_which_sharing_is_of_data_without_names(text: str, expected: list[str]) -> None:
    assert levels(found("deid-no-ban", deal(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2: Globex may share aggregated data with the public.", ["note"]),
        ("2: Globex may share aggregated data with Initech.", []),
        ("2: Globex may publish aggregated data with differential privacy.", []),
        ("2: Globex may publish aggregated data. 3: Globex must implement the minimum cell size.", []),
        ("2: Globex may publish aggregate statistics if aggregated.", []),
        ("2: Globex may publish summary results.", []),
    ],
)
def test_which_figures_need_a_least_number(text: str, expected: list[str]) -> None:
    assert levels(found("small-cells", deal("1: Acme will share grades with Globex for research. " + text))) == expected


def test_an_escape_is_told_once_a_clause_and_only_where_people_are_concerned() -> None:
    text = (
        "Marks are inferred data, derived from grades and names, free of those terms.\n"
        "1: Globex must not share grades with anyone. Globex must not share names with anyone. "
        "2: Globex may share marks with Initech. 3: Globex may use marks for research."
    )
    (finding,) = found("derived-escape", deal(text))
    assert finding.primary.clause == "2"
    things = text.replace("inferred data", "data").replace("derived from grades and names", "derived from logs")
    assert not found("derived-escape", deal("Logs are non-personal data.\n" + things))


def test_unused_data_of_another_file_and_beyond_a_few_names() -> None:
    many = "".join(f"Kind{letter} data is financial data.\n" for letter in "abcdefg")
    (finding,) = found("unused-data", many + deal("1: Globex may use names for research."))
    assert "(and 2 more)" in finding.message
    assert len(finding.related) == 4
    assert not found("unused-data", many)


def test_a_sentence_that_could_not_be_read_may_speak_of_the_data() -> None:
    text = "Tips are financial data.\n" + deal("1: Globex may use names for research. {}")
    assert levels(found("unused-data", text.format(""))) == ["note"]


def test_blank_names_are_told_once_each() -> None:
    text = "Other information is data. Further data is data.\n" + deal(
        "1: Acme will share other information with Globex for research. "
        "2: Acme may share other information and further data with Globex for research. "
        "3: Acme will share names with Globex for research."
    )
    first, second = found("category-too-broad", text)
    assert (first.primary.clause, second.primary.clause) == ("1", "2")
    assert [evidence.clause for evidence in first.related] == [None, "2"]


@pytest.mark.parametrize(
    ("speaking", "expected"),
    [
        ("", ["note"]),
        ("2: Personnel must not access messages.", []),
        ("2: Globex may share messages with personnel.", []),
        ("2: Globex must implement access controls.", []),
        ("2: Globex must not view messages.", []),
        ("2: Globex must protect confidentiality.", []),
        ("2: Globex must not share messages unless confidentiality accepted.", []),
        ("2: Globex must delete messages after termination.", ["note"]),
    ],
)
def test_what_speaks_of_readers(speaking: str, expected: list[str]) -> None:
    text = "1: Acme will share messages with Globex for service provision. " + speaking
    assert levels(found("human-reading", deal(text))) == expected


def test_a_word_on_models_settles_the_question() -> None:
    text = "1: Globex may use names for product improvement. "
    assert levels(found("ai-training", deal(text))) == ["note"]
    assert not found("ai-training", deal(text + "2: Globex may keep AI models."))
    assert not found("ai-training", deal(text + "2: Globex must not train names."))
    assert not found("ai-training", deal(text, ", is a template"))
    assert not found("ai-training", deal(text, ', per "the press"'))
    shared = "1: Acme will share names with Globex for product development. 2: Acme may share grades with Globex "
    (finding,) = found("ai-training", deal(shared + "for product improvement."))
    assert "whether Globex may train models with names" in finding.message
    assert [evidence.clause for evidence in finding.related] == ["2"]


def test_who_decides_by_trade_or_is_nobody_in_particular_is_left_alone() -> None:
    lender = "Hooli is a lender.\n" + DEAL.format("")
    assert not found("eligibility-use", lender + "1: Hooli may use names for credit decisions.")
    assert not found("eligibility-use", deal("1: Anyone may use names for credit decisions."))
    (finding,) = found("eligibility-use", deal("1: Acme may share names with Globex for credit decisions."))
    assert "Globex, which is in another business" in finding.message


def test_a_processor_for_itself_by_another_agreements_quoted_condition() -> None:
    text = 'Hooli is a processor.\nagreement "Cloud" between Acme and Hooli.\n1: Hooli may sell names{}.'
    assert levels(found("processor-own-purposes", text.format(""))) == ["error"]
    assert levels(found("processor-own-purposes", text.format(' if "it sees fit"'))) == ["warning"]
    both = "1: Hooli may use names for own marketing and product improvement."
    assert levels(found("processor-own-purposes", text[: text.index("1:")] + both)) == ["error"]


@pytest.mark.parametrize(
    "speaking",
    [
        "3: Acme must give a privacy policy to Globex.",
        "3: Acme must notify Globex promptly after a data subject request.",
        "3: Data subjects may access names.",
        "3: Acme must assist Globex for rights fulfilment.",
        "3: Acme must share names with Globex under the joint controller arrangement.",
    ],
)
def test_what_settles_who_answers_for_joint_controllers(speaking: str) -> None:
    parties = "Hooli is a joint controller. Pied Piper is a joint controller.\n"
    text = (
        'agreement "Shop" between Hooli and Pied Piper{}.\n1: Hooli will share names with Pied Piper for research.'
        + ("\n2: Pied Piper must delete names after termination.\n")
    )
    together = parties + text
    assert levels(found("joint-no-arrangement", together.format(""))) == ["warning"]
    said = speaking.replace("Acme", "Hooli").replace("Globex", "Pied Piper")
    assert not found("joint-no-arrangement", together.format("") + said)
    assert not found("joint-no-arrangement", together.format(', under "joint controller arrangement"'))


def test_roles_that_only_clauses_speak_of() -> None:
    header = ', under "GDPR"'
    flow = "1: Acme will share names with Globex for research." + KEPT
    assert levels(found("no-role", deal(flow, header))) == ["note"]
    assert not found("no-role", deal(flow + "\n2: Acme may audit the processor.", header))
    assert not found("no-role", deal(flow, header + ', per "the press"'))


def test_a_ground_anywhere_in_the_agreement() -> None:
    parties = "Hooli is a controller. Pied Piper is a controller.\n"
    text = 'agreement "Shop" between Hooli and Pied Piper, under "GDPR".\n1: Hooli will share names with Pied Piper for research.'
    kept = "\n9: Pied Piper must delete names after termination."
    assert levels(found("no-basis", parties + text + kept)) == ["note"]
    assert not found("no-basis", parties + text + kept + "\n2: Hooli must notify Pied Piper if consent.")


def test_silence_as_consent_against_another_clause_is_quoted() -> None:
    text = "1: Globex must not use names without consent. 2: Globex may use names with opt-out consent."
    (finding,) = found("opt-out-used", deal(text))
    assert [evidence.clause for evidence in finding.related] == ["1"]
    assert not found("opt-out-used", deal(text.replace("1: Globex must", "1: Acme must")))


def test_one_party_three_times() -> None:
    text = 'Acme Cards is a bank, means "Acme Cards".\n'
    assert not found("self-deal", text + 'agreement "Deal" between Acme and Acme Cards.\n1: Acme may use names.')
    (finding,) = found("self-deal", 'agreement "Deal" between Acme, Globex, Acme and Acme.\n1: Acme may use names.')
    assert finding.severity.value == "warning"
