"""The benchmarks' generators: the same everywhere, without faults, with the conflicts that are stated."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks import checking, portfolio
from benchmarks.agreements import LONG
from benchmarks.asked import requests
from benchmarks.clause_text import texts
from benchmarks.clauses import CLAUSES, box, world
from benchmarks.judges import JUDGES, judge
from benchmarks.measure import exponent
from benchmarks.peers import SEARCHES, engine, search
from benchmarks.table import Table, figures
from benchmarks.words import brand, organisation

CONFLICTS = {100: 3, 1_000: 57}
DIGEST = """
import hashlib
from benchmarks import clause_text, clauses, portfolio
texts = [*portfolio.agreements(40), *portfolio.agreements(5, 24), *clause_text.texts(clauses.world(200))]
print(hashlib.sha256(repr(texts).encode()).hexdigest())
"""


# Names


def test_two_brands_differ_in_two_letters_at_least() -> None:
    brands = [brand(number) for number in range(0, 4900, 7)]
    assert all(sum(a != b for a, b in zip(one, two, strict=True)) >= 2 for one, two in combinations(brands, 2))


def test_no_two_organisations_look_alike() -> None:
    names = [organisation(number).split() for number in range(700)]
    assert len({first for first, _ in names}) == len(names)
    near = [
        (one, two)
        for one, two in combinations(names, 2)
        if sum(a != b for a, b in zip(one[0], two[0], strict=True)) == 1 and one[1] == two[1]
    ]
    assert not near


# Portfolios


def test_the_same_seed_gives_the_same_texts_in_every_process() -> None:
    digests = set()
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        ran = subprocess.run(
            [sys.executable, "-c", DIGEST], env=environment, capture_output=True, text=True, check=True
        )
        digests.add(ran.stdout)
    assert len(digests) == 1


def test_another_seed_gives_other_texts() -> None:
    assert portfolio.agreement(3, 100) != portfolio.agreement(3, 100, seed=1)


def test_agreements_have_the_stated_number_of_clauses() -> None:
    for clauses in (10, LONG):
        text = portfolio.agreement(3, 100, clauses)
        assert len(re.findall(r"^\d+:", text, re.MULTILINE)) == clauses


def test_a_thousand_files_a_folder(tmp_path: Path) -> None:
    size = portfolio.write(1_001, tmp_path)
    files = sorted(tmp_path.rglob("*.policy"))
    assert [sum(1 for file in files if file.parent.name == name) for name in ("000", "001")] == [1_000, 1]
    assert size == sum(file.stat().st_size for file in files)


def test_what_is_planted_is_found_and_all_else_is_at_most_a_note(tmp_path: Path) -> None:
    numbers = [*range(36, 39), 49, 50, *range(69, 72), 137]
    for number in numbers:
        (tmp_path / f"{number}.policy").write_text(portfolio.agreement(number, 200), encoding="utf-8")
    ended = checking.check(tmp_path, tmp_path / "cache", 1, 600)
    assert ended.code == 0, ended.errors or ended.output
    assert checking.planted(ended.output) == portfolio.expected(numbers) == (2, 1)
    graver = re.findall(r"(\d+)\.policy:\d+:\d+: (?:error|warning): .*\[([\w-]+)\]$", ended.output, re.MULTILINE)
    silent = [("70", "retention-unaddressed"), ("70", "security-unaddressed")]
    assert [rule for number, rule in graver if (number, rule) not in silent] == ["contradiction"] * 3, ended.output
    assert set(silent) <= set(graver), "the planted path brings data of which the other agreement's terms do not speak"


def test_long_agreements_have_nothing_worse_than_notes(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.policy").write_text(portfolio.agreement(number, 100, LONG), encoding="utf-8")
    ended = checking.check(tmp_path, tmp_path / "cache", 1, 600)
    assert ended.code == 0, ended.errors or ended.output
    assert set(re.findall(r": (error|warning|note): ", ended.output)) <= {"note"}, ended.output


def test_an_edit_changes_one_number_of_one_file(tmp_path: Path) -> None:
    portfolio.write(3, tmp_path)
    before = {file: file.read_text(encoding="utf-8") for file in tmp_path.rglob("*.policy")}
    checking.edit(tmp_path)
    changed = [file for file, text in before.items() if file.read_text(encoding="utf-8") != text]
    assert len(changed) == 1
    assert re.sub(r"\d+ months", "", changed[0].read_text(encoding="utf-8")) == re.sub(
        r"\d+ months", "", before[changed[0]]
    )


# Clauses


def test_a_world_has_the_stated_size() -> None:
    made = world(1_000)
    assert len(made.clauses) == 1_000
    assert [clause.number for clause in made.clauses] == list(range(1_000))
    assert len(made.agreements) * CLAUSES == 1_000
    assert {clause.modality for clause in made.clauses} == {"may", "must", "must not"}
    assert any(clause.despite >= 0 for clause in made.clauses)
    assert any(clause.condition >= 0 and clause.minus >= 0 for clause in made.clauses)


def test_no_permission_meets_two_bans() -> None:
    boxed = [(clause, box(clause)) for clause in world(600).clauses]
    for grant, covered in boxed:
        if not grant.bans:
            met = [ban for ban, denied in boxed if ban.bans and ban.bearer == grant.bearer and covered.meets(denied)]
            assert len(met) <= 1
            assert grant.despite < 0 or [ban.number for ban in met] == [grant.despite]


@pytest.mark.parametrize("peer", ["pairwise", "by_bearer", "engine"])
@pytest.mark.parametrize("size", CONFLICTS)
def test_a_world_has_the_stated_conflicts(peer: str, size: int) -> None:
    assert search(peer).prepare(world(size))() == CONFLICTS[size]


def test_the_text_of_a_world_says_the_same_as_its_model() -> None:
    assert engine.from_text(world(300)) == search("engine").prepare(world(300))() > 0


def test_every_file_of_a_world_has_its_text() -> None:
    assert len(list(texts(world(100)))) == 11


@pytest.mark.parametrize(("peer", "module", "size"), [("answer_sets", "clingo", 1_000), ("solver", "z3", 100)])
def test_peers_count_alike(peer: str, module: str, size: int) -> None:
    pytest.importorskip(module)
    assert search(peer).prepare(world(size))() == CONFLICTS[size]


def test_every_search_has_a_name_and_a_limit() -> None:
    assert all(search(peer).NAME and search(peer).LIMIT >= 1_000 for peer in SEARCHES)


# Requests


@pytest.mark.parametrize("name", JUDGES)
def test_judges_permit_alike(name: str) -> None:
    pytest.importorskip({"cedar": "cedarpy", "rego": "regopy"}.get(name, "policyc"))
    described = world(100)
    asked = requests(described, 20)
    permitted = judge("plain").prepare(described, asked)()
    assert 0 < permitted < len(asked)
    assert judge(name).prepare(described, asked)() == permitted


# Tables


def test_the_growth_exponent_is_the_slope_of_the_logarithms() -> None:
    assert exponent([(10.0, 3.0), (100.0, 300.0), (1000.0, 30_000.0)]) == pytest.approx(2)
    assert exponent([(10.0, 3.0)]) is None


def test_a_table_as_markdown() -> None:
    table = Table("Sizes", ("", "ms"), [("one", figures(1.2345))], ["A note."])
    assert table.markdown() == "### Sizes\n\n|  | ms |\n| --- | ---: |\n| one | 1.23 |\n\nA note.\n"
