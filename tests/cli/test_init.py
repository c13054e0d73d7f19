"""policyc init: an interview or a file of answers, and a first agreement."""

from pathlib import Path

import pytest

from policyc.cli import interview
from tests.cli.running import run, spawn

ANSWERS = """template = "school-vendor"
school = "Hill District"
vendor = {legal = "Litware, Inc.", name = "Litware"}
start = 2026-09-01
end = 2027-08-31
"""


@pytest.fixture
def answers(tmp_path: Path) -> str:
    """A file of answers."""
    path = tmp_path / "answers.toml"
    path.write_text(ANSWERS, encoding="utf-8")
    return str(path)


def test_answers_from_a_file(answers: str, tmp_path: Path) -> None:
    target = tmp_path / "deal.policy"
    result = run("init", "--answers", answers, "-o", str(target))
    assert result.exit_code == 0, result.stderr
    assert "All clear: 1 agreement" in result.stderr
    assert f"Read it back with `policyc read {target}`." in result.stderr
    assert 'Litware means "Litware, Inc.", a vendor.' in target.read_text(encoding="utf-8")
    assert run("check", str(target), "--fail-on", "note").exit_code == 0
    assert run("fmt", "--check", str(target)).exit_code == 0
    assert run("test", str(target)).exit_code == 0


def test_answers_from_a_file_beside_its_template(answers: str, tmp_path: Path) -> None:
    result = run("init", "-t", "school-vendor", "-a", answers, "-o", str(tmp_path / "deal.policy"))
    assert result.exit_code == 0, result.stderr


def test_nothing_is_overwritten_without_being_told(answers: str, tmp_path: Path) -> None:
    target = tmp_path / "deal.policy"
    target.write_text("mine")
    (tmp_path / "link.policy").symlink_to(tmp_path / "nowhere")
    for name in ("deal.policy", "link.policy"):
        result = run("init", "-a", answers, "-o", str(tmp_path / name))
        assert (result.exit_code, "is there already" in result.stderr) == (2, True)
    assert target.read_text() == "mine"
    assert run("init", "-a", answers, "-o", str(target), "--force").exit_code == 0
    assert target.read_text().startswith("# A first draft")


def test_to_the_screen(answers: str) -> None:
    result = run("init", "-a", answers, "-o", "-")
    assert result.stdout.startswith("# A first draft")
    assert "Read it back" not in result.stderr


def test_templates_and_their_questions_are_listed(tmp_path: Path) -> None:
    listed = run("init", "--list").stdout
    names = [line.split()[0] for line in listed.splitlines()]
    assert names == ["bank-platform", "controller-processor", "open-banking", "research-data-use", "school-vendor"]
    for name in names:
        form = tmp_path / f"{name}.toml"
        form.write_text(run("init", "-t", name, "--questions").stdout, encoding="utf-8")
        result = run("init", "-a", str(form), "-o", "-")
        assert result.exit_code == 2
        assert "start: no answer is given. From which day" in result.stderr
        text = form.read_text(encoding="utf-8").replace('# start = ""', "start = 2026-01-01")
        for number, line in enumerate(
            [line for line in text.splitlines() if line.startswith("# ") and line.endswith('= ""')]
        ):
            text = text.replace(line, line[2:].replace('""', f'"Company{number}"'))
        form.write_text(text, encoding="utf-8")
        assert run("init", "-a", str(form), "-o", "-").exit_code == 0


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        ("template = ", (), "is no TOML file"),
        ('school = "A"', (), "Say which template is meant"),
        ('template = "school"', (), 'Did you mean "school-vendor"?'),
        ("template = 7", (), "`policyc init --list` names them"),
        (ANSWERS, ("-t", "bank-platform"), 'answers the template "school-vendor", not "bank-platform"'),
        (ANSWERS + 'colour = "red"\n', (), "colour: the template asks no such question"),
        (ANSWERS.replace("2026-09-01", '"soon"'), (), 'start: "soon" is no day'),
        (ANSWERS.replace("Hill District", "Litware"), (), '"Litware" is given twice'),
    ],
)
def test_answers_that_do_not_fit(text: str, options: tuple[str, ...], words: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(text, encoding="utf-8")
    result = run("init", "-a", str(path), "-o", str(tmp_path / "x.policy"), *options)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert not (tmp_path / "x.policy").exists()


def test_files_that_cannot_be_read_or_written(answers: str, tmp_path: Path) -> None:
    assert "cannot be read" in run("init", "-a", str(tmp_path / "none.toml")).stderr
    (tmp_path / "bad.toml").write_bytes(b"\xff")
    assert "is no TOML file" in run("init", "-a", str(tmp_path / "bad.toml")).stderr
    assert "cannot be written" in run("init", "-a", answers, "-o", "/no/such/folder/x.policy").stderr


def test_without_a_terminal_nobody_is_asked(tmp_path: Path) -> None:
    done = spawn("init", cwd=tmp_path)
    assert done.returncode == 2
    assert "There is no terminal to ask at" in done.stderr


def test_an_interview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interview, "at_terminal", lambda: True)
    monkeypatch.setattr("policyc.cli.init.at_terminal", lambda: True)
    said = [
        "bank-platform",
        "",
        "Processor",
        "Northwind Bank plc",
        "Contoso, Inc.",
        *[""] * 3,
        "same",
        "soon",
        "2 weeks",
    ]
    said += ["", "", "", "1.2.2026", "2026-02-01", ""]
    target = tmp_path / "deal.policy"
    result = run("init", "-o", str(target), stdin="\n".join([*said, ""]).encode())
    assert result.exit_code == 0, result.output
    assert "A bank gives a platform its customers' data" in result.stdout
    assert '"Processor" is a word of the vocabulary' in result.stdout
    assert '"soon" is no length of time' in result.stdout
    assert '"1.2.2026" is no day' in result.stdout
    text = " ".join(target.read_text(encoding="utf-8").split())
    assert "Contoso must delete account balances and card transactions within 2 weeks after termination." in text


def test_an_interview_that_is_broken_off_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyc.cli.init.at_terminal", lambda: True)
    target = tmp_path / "deal.policy"
    assert run("init", "-t", "bank-platform", "-o", str(target), stdin=b"\n").exit_code != 0
    assert not target.exists()


def test_what_the_check_finds_is_told(answers: str, tmp_path: Path) -> None:
    path = Path(answers)
    path.write_text(ANSWERS + 'purposes = "business purposes"\n', encoding="utf-8")
    result = run("init", "-a", answers, "-o", str(tmp_path / "x.policy"))
    assert result.exit_code == 1
    assert "[vague-purpose]" in result.stderr
    assert (tmp_path / "x.policy").exists()


def test_a_scenario_that_comes_out_otherwise_is_told(answers: str) -> None:
    path = Path(answers)
    path.write_text(ANSWERS + 'purposes = "contextual advertising"\n', encoding="utf-8")
    result = run("init", "-a", answers, "-o", "-")
    assert result.exit_code == 1
    assert 'Scenario "no advertising" does not come out as the template expects' in result.stderr
