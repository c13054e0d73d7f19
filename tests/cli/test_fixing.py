"""policyc check --fix and --diff: what is written, what is only shown, and how each ends."""

import json
from pathlib import Path

import pytest

from policyc.pipeline.files import bytes_of
from tests.cli.running import BROKEN, DEAL, deal, run

FAULTY = DEAL.replace("4.1: Globex may use balances only for", "4.1. Globex hereby m\u0430y use balances only for")


def test_files_are_mended_and_checked_again(tmp_path: Path) -> None:
    path = Path(deal(tmp_path, FAULTY))
    path.chmod(0o640)
    before = run("check", str(path))
    assert before.exit_code == 3
    assert "Repairs: 2 findings can be mended by `policyc check --fix`." in before.stdout
    result = run("check", str(path), "--fix", "--format", "json")
    assert result.exit_code == 0
    assert path.read_text(encoding="utf-8") == DEAL
    assert path.stat().st_mode & 0o777 == 0o640
    assert json.loads(result.stdout)["summary"]["errors"] == 0
    assert f"{path}:5: `4.1.` is now `4.1:` [broken-sentence]\n" in result.stderr
    assert "3 repairs made in 1 file; other cures change what is said" in result.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["deal.policy"]


def test_a_diff_writes_nothing(tmp_path: Path) -> None:
    path = Path(deal(tmp_path, FAULTY))
    result = run("check", str(path), "--diff")
    assert result.exit_code == 1
    assert "-4.1. Globex hereby m\u0430y use balances only for" in result.stdout
    assert "+4.1: Globex may use balances only for" in result.stdout
    assert "3 repairs would be made in 1 file" in result.stderr
    assert path.read_text(encoding="utf-8") == FAULTY


@pytest.mark.parametrize(("text", "code"), [(DEAL, 0), (BROKEN, 0)])
def test_nothing_to_mend(text: str, code: int, tmp_path: Path) -> None:
    path = Path(deal(tmp_path, text))
    result = run("check", str(path), "--diff")
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith("0 repairs would be made; ")
    run("check", str(path), "--fix")
    assert path.read_text(encoding="utf-8") == text


def test_a_diff_of_nothing_is_incomplete(tmp_path: Path) -> None:
    assert run("check", str(tmp_path), "--diff").exit_code == 3
    (tmp_path / "a.policy").write_bytes(b"\xff\xfe")
    assert run("check", str(tmp_path), "--diff").exit_code == 3


def test_byte_order_mark_line_ends_and_layout_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "deal.policy"
    path.write_bytes(b"\xef\xbb\xbf# Why\r\n" + FAULTY.replace("\n", "\r\n").replace("4.2:", "4.2:\t ").encode())
    assert run("check", str(path), "--fix").exit_code == 0
    assert (
        path.read_bytes() == b"\xef\xbb\xbf# Why\r\n" + DEAL.replace("\n", "\r\n").replace("4.2:", "4.2:\t ").encode()
    )


def test_a_link_inside_is_followed_and_kept_one_that_leads_out_is_not(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "out"
    (folder / "sub").mkdir(parents=True)
    outside.mkdir()
    secret = Path(deal(outside, FAULTY.replace('"Deal"', '"Secret"')))
    real = Path(deal(folder / "sub", FAULTY, "real.policy"))
    (folder / "a.policy").symlink_to(real)
    (folder / "b.policy").symlink_to(secret)
    assert run("check", str(folder), "--fix").exit_code == 3
    assert "hereby" in secret.read_text(encoding="utf-8")
    assert real.read_text(encoding="utf-8") == DEAL
    assert (folder / "a.policy").is_symlink()


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(deal(tmp_path, FAULTY))
    changed = "policyc.cli.fixing.bytes_of"
    monkeypatch.setattr(changed, lambda file: bytes_of(file) + b"# more\n")
    result = run("check", str(path), "--fix")
    assert (result.exit_code, "changed while it was being repaired" in result.stderr) == (2, True)
    monkeypatch.setattr(changed, lambda file: (tmp_path / "none").read_bytes())
    assert run("check", str(path), "--fix").exit_code == 2
    assert path.read_text(encoding="utf-8") == FAULTY


def test_what_is_put_in_and_taken_out_is_named(tmp_path: Path) -> None:
    text = (
        DEAL.replace("opt-in consent.\n4.2: Globex", "opt-in consent\n4.2: Globex")
        .replace("4.4: ", "4.4:")
        .replace("4.6: Glo", "4.6: Glo\u200b")
    )
    result = run("check", deal(tmp_path, text), "--fix")
    assert "`<U+200B>` taken out [unseen-character]" in result.stderr
    assert "`.` put in [broken-sentence]" in result.stderr
    assert "a blank put in after `4.4:` [broken-sentence]" in result.stderr
