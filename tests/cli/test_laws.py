"""``--law``: a shipped law held against agreements that do not declare it."""

import json
from pathlib import Path

from tests.cli.running import run

DEAL = """Acme is a bank and a controller. Globex is a processor.
agreement "Deal" between Acme and Globex, from 2020-01-01.
1: Acme may share contact data with Globex for hosting.
"""


def deal(tmp_path: Path) -> str:
    """A file with an agreement that declares no law."""
    path = tmp_path / "deal.policy"
    path.write_text(DEAL, encoding="utf-8")
    return str(path)


def test_a_law_is_held_against_every_agreement(tmp_path: Path) -> None:
    plain = run("check", deal(tmp_path), "--no-cache")
    assert "Laws:" not in plain.stdout
    held = run("check", deal(tmp_path), "--no-cache", "--law", "gdpr article 28", "--law", "HIPAA")
    assert "requirement-unmet" in held.stdout
    assert "policyc:law/gdpr-article-28.policy:" in held.stdout
    assert " | 28(2): Every agreement where the processor is not a controller" in " ".join(held.stdout.split())
    assert 'GDPR Article 28 was held against "Deal": 0 of 9 requirements met.' in held.stdout
    assert 'HIPAA limited data set was not held against "Deal"' in held.stdout
    found = json.loads(run("check", deal(tmp_path), "--no-cache", "--law", "GDPR", "--format", "json").stdout)
    assert ("GDPR Article 28", "applied") in [(each["law"], each["held"]) for each in found["laws"]]


def test_a_law_that_policyc_does_not_ship_is_a_wrong_use(tmp_path: Path) -> None:
    result = run("check", deal(tmp_path), "--law", "LGPD")
    assert result.exit_code == 2
    assert 'policyc ships no requirements of a law called "LGPD". It ships ' in result.stderr
    assert '"GDPR Article 28"' in result.stderr


def test_a_report_shows_them_too(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    run("report", deal(tmp_path), "--law", "GDPR", "-o", str(page))
    assert "Held against it: 0 of 9 requirements met." in page.read_text(encoding="utf-8")
