"""The formats of policyc check as a user asks for them: each whole, each alike on every run, none obeyed."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from policyc.cli.findings_formats import FORMATS
from policyc.resources import resource
from tests.cli.running import BROKEN, CLASH, DEAL, deal, run, spawn
from tests.tools.npm import sarif_complaints

MACHINES = [name for name in FORMATS if name not in ("text", "concise")]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder with errors, something suppressed, something unread, and names from many scripts."""
    deal(tmp_path, CLASH.replace("Customers are people.", "Customers are people. Müller & Söhne 𝒜 is a party."))
    deal(
        tmp_path, DEAL.replace('"Deal"', '"Second"').replace("with opt-in consent", 'if "the moon is full"'), "b.policy"
    )
    deal(tmp_path, BROKEN, "broken.policy")
    return tmp_path


def test_all_formats_at_once(workspace: Path) -> None:
    asked = [word for name in FORMATS for word in ("--format", f"{name}={workspace}/out.{name}")]
    assert run("check", str(workspace), *asked).exit_code == 3
    texts = {name: (workspace / f"out.{name}").read_text(encoding="utf-8") for name in FORMATS}
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(texts[name])
    assert all(json.loads(line) for line in texts["jsonl"].splitlines())
    ElementTree.fromstring(texts["junit"].encode())
    for name, text in texts.items():
        assert "contradiction" in text, name
        assert "the moon is full" in text, f"{name} passes over what was not weighed"
        assert "must promptly not" in text, f"{name} passes over what was not read"


@pytest.mark.parametrize("name", MACHINES)
def test_each_is_alike_on_every_run(name: str, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = set()
    for seed, zone, jobs in (("1", "UTC", "1"), ("2", "Asia/Tokyo", "2")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        monkeypatch.setenv("TZ", zone)
        outputs.add(spawn("check", ".", "--format", name, "--jobs", jobs, "--no-cache", cwd=workspace).stdout)
    assert len(outputs) == 1


@pytest.mark.parametrize("name", MACHINES)
def test_a_run_on_nothing_is_told(name: str, tmp_path: Path) -> None:
    result = run("check", str(tmp_path), "--format", name)
    assert result.exit_code == 3
    assert "nothing was checked" in result.stdout.lower() or '"incomplete": true' in result.stdout


@pytest.mark.parametrize("name", MACHINES)
def test_what_is_suppressed_stays_marked(name: str, tmp_path: Path) -> None:
    text = CLASH.replace("4.7:", "# policyc: ignore[contradiction]: agreed by telephone\n4.7:")
    result = run("check", deal(tmp_path, text), "--select", "contradiction", "--format", name)
    assert result.exit_code == 0
    assert "agreed by telephone" in result.stdout
    assert "contradiction" in result.stdout


@pytest.mark.parametrize("name", MACHINES)
def test_a_baseline_hides_and_counts(name: str, tmp_path: Path) -> None:
    path, known = deal(tmp_path, CLASH), str(tmp_path / "known.json")
    run("check", path, "--write-baseline", known)
    result = run("check", path, "--baseline", known, "--format", name)
    assert result.exit_code == 0
    assert "4.7: Acme must not share" not in result.stdout
    if name not in ("gitlab", "rdjson"):
        assert "known" in result.stdout or '"baselined"' in result.stdout


def test_sarif_knows_what_is_new(tmp_path: Path) -> None:
    path, known = deal(tmp_path, DEAL), str(tmp_path / "known.json")
    run("check", path, "--write-baseline", known)
    deal(tmp_path, CLASH)
    log = json.loads(run("check", path, "--baseline", known, "--format", "sarif").stdout)
    results = log["runs"][0]["results"]
    assert {each["ruleId"] for each in results} >= {"contradiction"}
    assert {each["baselineState"] for each in results} == {"new"}


@pytest.mark.parametrize("name", ["a\n::error file=b,line=1::forged.policy", "a::b,line=7.policy", "100%0A::x.policy"])
def test_a_file_name_forges_no_annotation(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(CLASH, encoding="utf-8")
    done = spawn("check", ".", "--select", "contradiction", "--format", "github", cwd=tmp_path)
    assert done.returncode == 1
    commands = [line for line in done.stdout.splitlines() if line.startswith("::")]
    escaped = name
    for sign, escape in (("%", "%25"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        escaped = escaped.replace(sign, escape)
    assert len(commands) == 1
    assert commands[0].startswith(f"::error file={escaped},line=")


def test_microsofts_validator_takes_a_log_of_real_agreements(tmp_path: Path) -> None:
    log = tmp_path / "examples.sarif"
    examples = resource("policies") / "examples"
    run(
        "check",
        str(examples / "messenger-banking.policy"),
        str(examples / "chain-of-hands.policy"),
        "-o",
        str(log),
        "--format",
        "sarif",
    )
    assert '"codeFlows"' in log.read_text(encoding="utf-8")
    assert [line for line in sarif_complaints(log) if "SARIF2005" not in line] == []


def test_the_guide_explains_every_format() -> None:
    guide = (Path(__file__).resolve().parents[2] / "docs" / "ci.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"\n| `{name}` |" not in guide] == []
