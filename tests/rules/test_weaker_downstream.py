"""The rule on weaker terms downstream: its words, its evidence, and what it leaves to others."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source
from tests.rules.road import found, levels

HOOLI = "Hooli is a cloud provider. Umbrella is a data broker.\n"
LINKING = 'agreement "Linking" between Acme and Globex.\n1: Acme may share browsing history with Globex.\n'
HOSTING = 'agreement "Hosting" between Globex and Hooli.\n1: Globex may share browsing history with Hooli.\n'
SELLING = 'agreement "Selling" between Hooli and Umbrella.\n1: Hooli may share browsing history with Umbrella.\n'
BAN = "2: Globex must not share browsing history with data brokers.\n"


def leaks(*texts: str) -> list[Finding]:
    return found("weaker-downstream", HOOLI + "".join(texts))


def test_the_whole_path_is_quoted_hop_by_hop() -> None:
    (finding,) = leaks(LINKING, BAN, HOSTING, SELLING)
    assert (finding.primary.agreement, finding.primary.clause) == ("Linking", "2")
    assert [(each.agreement, each.clause) for each in finding.related] == [
        ("Linking", "1"),
        ("Hosting", "1"),
        ("Selling", "1"),
    ]
    assert [each.message for each in finding.related] == [
        "hop 1: Acme gives browsing history to Globex",
        "hop 2: Globex gives browsing history to Hooli",
        "hop 3: Hooli gives browsing history to Umbrella",
    ]
    assert "Umbrella may end up with browsing history by way of Globex and Hooli" in finding.message
    assert 'add `under the same terms` to clause 1 of "Hosting"' in finding.help
    assert 'take out of clause 1 of "Selling"' in finding.help


def test_what_the_help_says_makes_it_a_note_and_then_nothing() -> None:
    bound = HOSTING.replace("with Hooli.", "with Hooli under the same terms.")
    assert levels(leaks(LINKING, BAN, bound, SELLING)) == ["note"]
    other = SELLING.replace("browsing history", "contact data")
    assert leaks(LINKING, BAN, bound, other) == []


def test_a_duty_to_break_the_same_terms_stays_a_warning() -> None:
    bound = HOSTING.replace("with Hooli.", "with Hooli under the same terms.")
    (finding,) = leaks(LINKING, BAN, bound, SELLING.replace("may share", "must share"))
    assert finding.severity.value == "warning"
    assert 'Hooli is bound to the same terms by clause 1 of "Hosting"' in finding.message
    assert "or say upstream that it is allowed" in finding.help


@pytest.mark.parametrize(
    ("ban", "words"),
    [
        ("2: Globex may share browsing history only with Hooli.", "share browsing history with anyone but Hooli"),
        ("2: Globex must not share browsing history with anyone except Hooli.", "with anyone except Hooli"),
        ("2: Globex must not sell or share browsing history with data brokers or ad networks.",
         "sell or share browsing history with data brokers or ad networks"),
        ("2: Globex must not share data with data brokers even with consent.", "to share data with data brokers, yet"),
    ],
)  # fmt: skip
def test_the_ban_is_told_in_the_words_of_its_clause(ban: str, words: str) -> None:
    (finding,) = leaks(LINKING, ban + "\n", HOSTING, SELLING)
    assert words in finding.message


def test_what_is_worked_out_on_the_way_is_said_and_makes_a_note() -> None:
    world = "Walks are behavioural data, reveal haunts. Haunts are behavioural data.\n"
    texts = [text.replace("browsing history", "walks") for text in (LINKING, HOSTING, SELLING)]
    (finding,) = leaks(world, texts[0], BAN.replace("browsing history", "haunts"), *texts[1:])
    assert finding.severity.value == "note"
    assert "Umbrella can work out haunts from walks" in finding.related[-1].message


def test_a_long_path_is_told_by_its_ends() -> None:
    names = [f"Hand-{number}" for number in range(12)]
    world = "".join(f"{name} is a company.\n" for name in names)
    deals = "".join(
        f'agreement "{giver} {taker}" between {giver} and {taker}.\n1: {giver} may share browsing history with {taker}.\n'
        for giver, taker in zip(["Globex", *names], [*names, "Umbrella"], strict=True)
    )
    (finding,) = leaks(world, LINKING, BAN, deals)
    assert len(finding.related) == 14
    assert "Globex, Hand-0, Hand-1, Hand-2 and 9 more" in finding.message
    assert finding.witness
    assert "9 hops later" in finding.witness


def test_proposed_agreements_are_told_as_such() -> None:
    (finding,) = leaks(LINKING, BAN, HOSTING, SELLING.replace("Umbrella.\n", "Umbrella, is proposed.\n", 1))
    assert "Umbrella could end up with" in finding.message


def test_a_contradiction_that_is_told_is_not_told_again() -> None:
    direct = 'agreement "Direct" between Globex and Umbrella.\n1: Globex may share browsing history with Umbrella.\n'
    assert found("contradiction", HOOLI + LINKING + BAN + direct)
    assert leaks(LINKING, BAN, direct) == []


def test_what_the_first_taker_can_work_out_is_left_to_the_rule_on_that() -> None:
    world = "Walks are behavioural data, reveal haunts. Haunts are behavioural data.\n"
    ban = "2: Acme must not share haunts with Globex.\n"
    assert leaks(world, LINKING.replace("browsing history", "walks"), ban) == []


def test_paths_that_cannot_be_followed_make_the_run_incomplete() -> None:
    days = "".join(
        f"{at + 9}: Globex must not share browsing history with Hooli on 2030-{at // 28 + 1:02}-{at % 28 + 1:02}.\n"
        for at in range(0, 280, 2)
    )
    names = "Acme is a bank. Globex is a platform.\n" + HOOLI
    own = HOSTING + days
    unchecked = examine([Source("a.policy", names + LINKING + BAN + own + SELLING)]).findings.unchecked
    assert [item.incomplete for item in unchecked if "too intricate to follow" in item.reason] == [True]
    much = days.replace("with Hooli", "with anyone") + "2: Globex may share browsing history with Hooli.\n"
    first = LINKING.replace('"Linking"', '"Other"') + much + BAN.replace("2:", "3:")
    unchecked = examine([Source("a.policy", names + first + SELLING)]).findings.unchecked
    assert any(item.incomplete and "too many exceptions" in item.reason for item in unchecked)
    leave = days.replace("must not share", "may share").replace("with Hooli", "with Umbrella")
    unchecked = examine([Source("a.policy", names + LINKING + BAN + leave + HOSTING + SELLING)]).findings.unchecked
    assert any(item.incomplete and "too intricate to follow" in item.reason for item in unchecked)
