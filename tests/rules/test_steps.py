"""Steps of findings: on every page's example they are the acts that the finding's own words tell of."""

import re
from functools import cache
from pathlib import Path

import pytest

from policyc.findings import Evidence, Finding, Step
from policyc.pipeline.check import Settings, check_paths
from policyc.pipeline.road import examine
from policyc.rules.catalogue import rules
from policyc.source import Source
from tests.rules.test_pages import ALL

STORIES = {
    "vague-purpose": "no act, but what a name can be taken for",
    "unilateral-purpose-change": "a notice, not an act with data",
    "notice-shorter-than-objection": "days, not acts with data",
    "silent-amendment": "a notice, not an act with data",
    "no-withdrawal": "silence on what follows when consent is taken back",
    "deid-no-ban": "silence on whether names may be found again",
}
"""Rules whose witness tells of no act with data, and why."""

PATHS = ("chain-too-slow", "weaker-downstream", "purpose-drift", "useful-for-banned", "reveals")
ARTICLES = re.compile(r"\b(a|an|the|any|all)\b")


@cache
def all_findings() -> tuple[Finding, ...]:
    """Every finding of every rule on the examples of all pages."""
    found = []
    for example in ALL:
        found += examine([Source(f"{example.rule}.policy", example.text)]).findings.found
    return tuple(found)


def with_steps() -> list[Finding]:
    return [finding for finding in all_findings() if finding.steps]


def quotes(finding: Finding) -> tuple[Evidence, ...]:
    return (finding.primary, *finding.related)


def plain(words: str) -> str:
    """Words without articles, marks and case."""
    return " ".join(ARTICLES.sub(" ", re.sub(r"[^\w\s]", " ", words.lower())).split())


def told(finding: Finding) -> str:
    """All that a finding says and quotes."""
    lines = [finding.message, finding.witness or "", *(f"{e.message} {e.quote}" for e in quotes(finding))]
    return plain(" ".join(lines))


def names(step: Step) -> list[str]:
    parts = (step.actor, *step.data, step.taker, *step.purposes)
    return [name for part in parts for name in re.split(r", | and ", part) if name]


def about_silence(finding: Finding) -> bool:
    return finding.message.startswith(("Nothing in ", "Nothing is said")) or "nothing says" in finding.primary.message


def test_steps_name_only_what_the_finding_names() -> None:
    assert with_steps()
    for finding in with_steps():
        words = told(finding)
        for step in finding.steps:
            strange = [name for name in names(step) if plain(name) not in words]
            assert not strange, f"{finding.rule}: {strange} not in: {finding.message} | {finding.witness}"


def test_what_a_step_rests_on_is_quoted_by_the_finding() -> None:
    for finding in with_steps():
        for step in finding.steps:
            assert all(each in quotes(finding) for each in (step.by, step.against) if each), finding.message
            assert step.by or step.against, finding.message


def test_a_step_says_who_does_what_with_what() -> None:
    for finding in with_steps():
        for step in finding.steps:
            assert all((step.actor, step.does, step.data or step.taker)), finding.message
            assert not any(name == "" for name in (*step.data, *step.purposes))


def test_whoever_tells_of_an_act_shows_it() -> None:
    missing = {f.rule for f in all_findings() if f.witness and not f.steps and not about_silence(f)}
    assert missing - set(STORIES) == set()
    assert set(STORIES) <= missing, "a reason for what is no more"


def test_silence_has_no_acts() -> None:
    assert not [f.message for f in with_steps() if about_silence(f)]


@pytest.mark.parametrize("rule", PATHS)
def test_a_path_has_a_step_for_each_hop_and_ends_at_what_it_goes_against(rule: str) -> None:
    found = [finding for finding in all_findings() if finding.rule == rule]
    assert found
    for finding in found:
        assert len(finding.steps) >= (1 if rule == "chain-too-slow" else 2), finding.message
        assert finding.steps[-1].against, finding.message
        for before, after in zip(finding.steps, finding.steps[1:], strict=False):
            assert after.actor in before.taker, finding.message


def test_each_hop_of_a_path_rests_on_its_own_clause() -> None:
    hops = [f for f in all_findings() if f.rule == "weaker-downstream"]
    for finding in hops:
        told_hops = [each for each in finding.related if each.message.startswith("hop ")]
        assert [step.by for step in finding.steps[: len(told_hops)]] == told_hops


def test_the_words_of_a_witness_are_those_of_its_steps() -> None:
    for finding in with_steps():
        if finding.witness and finding.rule in ("contradiction", "outside-only", "forbidden-provision"):
            first = finding.steps[0]
            assert finding.witness.lower().startswith(first.actor.lower()), finding.witness
            assert all(name in finding.witness for name in first.data), finding.witness


def test_every_rule_with_steps_is_in_the_catalogue() -> None:
    assert {finding.rule for finding in with_steps()} <= set(rules())


def test_a_verb_of_two_words_is_inflected_at_its_first() -> None:
    text = """
    Acme is a bank. Globex is a platform.
    agreement "Deal" between Acme and Globex.
    1: Globex may enter-contract with Acme.
    2: Globex must not enter-contract with Acme.
    """
    found = [f for f in examine([Source("a.policy", text)]).findings.found if f.rule == "contradiction"]
    assert [step.does for finding in found for step in finding.steps] == ["enters contract"]


UPSTREAM = """
Acme is a bank. Globex is a platform. Hooli is an analytics provider. Initech is an advertiser.
agreement "Linking" between Acme and Globex.
1: Acme will share transaction history with Globex for customer support.
2: Globex must not share transaction history with advertisers.
3: Globex may use passwords for account linking.
4: Globex must not use passwords.
"""
DOWNSTREAM = """
Globex is a platform. Hooli is an analytics provider. Initech is an advertiser.
agreement "Analytics" between Globex and Hooli.
1: Globex may share financial data with Hooli for business intelligence.
agreement "Audiences" between Hooli and Initech.
1: Hooli may share transaction history with Initech.
"""


def test_files_checked_apart_and_from_the_cache_show_the_same_steps(tmp_path: Path) -> None:
    paths = [str(tmp_path / name) for name in ("1.policy", "2.policy")]
    for path, text in zip(paths, (UPSTREAM, DOWNSTREAM), strict=True):
        Path(path).write_text(text, encoding="utf-8")
    settings = Settings(cache=tmp_path / "cache")
    cold, warm = (check_paths(paths, settings).report.findings for _ in range(2))
    whole = examine([Source(path, Path(path).read_text(encoding="utf-8")) for path in paths]).findings.found
    assert {len(finding.steps) for finding in cold} >= {0, 1, 3}
    assert cold == warm == tuple(sorted(whole, key=lambda finding: finding.sort_key))
