"""What nobody should give to policyc, and somebody will: each ends in a clear message and the right exit code."""

import os
import signal
import socket
from pathlib import Path

import pytest

from tests.cli.running import DEAL, deal, run, spawn

NAMES = 100_000


def check(path: Path, *options: str) -> tuple[int, str]:
    """The exit code of a check and all that it says, on one line."""
    result = run("check", str(path), *options)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, " ".join(result.output.split())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "an empty file"),
        (b" \n\t\n", "an empty file"),
        (b"# only a comment\n", "an empty file"),
        (b"\xef\xbb\xbf", "an empty file"),
        (b"\x7fELF\x02\x01\x00\x00", "The byte at offset 6 (line 1) does not occur in text"),
        (b"Acme is a bank.\nGl\xf6bex is a bank.\n", "The byte at offset 18 (line 2) is not UTF-8 (0xF6)"),
        (b"\xef\xbb\xbfAcme\xff", "The byte at offset 7 (line 1) is not UTF-8"),
        ("Acme is a bank.".encode("utf-16"), "it looks like UTF-16"),
        (b"Acme is data. " * 800_000, "larger than 1 MiB"),
    ],
)
def test_files_that_hold_no_policy(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.policy"
    path.write_bytes(data)
    code, said = check(path)
    assert code == 3
    assert words in said
    assert "All clear" not in said


def test_a_mark_before_the_text_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "marked.policy"
    path.write_bytes(b"\xef\xbb\xbf" + DEAL.encode())
    assert check(path)[0] == 0


def test_a_missing_path(tmp_path: Path) -> None:
    code, said = check(tmp_path / "nowhere.policy")
    assert code == 2
    assert "There is no file or folder" in said


def test_a_folder_without_policies(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("Acme is a bank.")
    code, said = check(tmp_path)
    assert code == 3
    assert "nothing was checked" in said


def test_what_is_no_regular_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.policy")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.policy"))
        code, said = check(tmp_path)
    assert code == 3
    assert said.count("This is not a regular file") == 2
    assert check(Path(os.devnull))[0] == 3


def test_links_that_lead_out_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "outside"
    secret.mkdir()
    deal(secret, "secret words that nobody may see")
    root = tmp_path / "root"
    root.mkdir()
    deal(root)
    (root / "link.policy").symlink_to(secret / "deal.policy")
    (root / "folder").symlink_to(secret)
    (root / "broken.policy").symlink_to(root / "nowhere")
    for path in (root, root / "link.policy"):
        code, said = check(path)
        assert code == 3
        assert "symbolic link that leads out" in said
        assert "secret words" not in said


def test_links_that_stay_inside_are_read_once(tmp_path: Path) -> None:
    path = deal(tmp_path)
    (tmp_path / "again.policy").symlink_to(path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "round").symlink_to(tmp_path / "folder")
    code, said = check(tmp_path)
    assert code == 0
    assert "1 file)" in said


def test_a_file_that_the_system_will_not_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(deal(tmp_path))

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("os.open", refuse)
        code, said = check(path)
    assert code == 3
    assert "This cannot be read: Permission denied" in said


def test_a_folder_that_the_system_will_not_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir
    (tmp_path / "closed").mkdir()
    deal(tmp_path)

    def refuse(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return real(path)

    with monkeypatch.context() as patched:
        patched.setattr("policyc.pipeline.files.os.scandir", refuse)
        code, said = check(tmp_path)
    assert code == 3
    assert "Permission denied" in said


@pytest.mark.parametrize(
    "name", ["with space.policy", "line\nbreak.policy", "\x1b[31mred.policy", "right\u202eleft.policy"]
)
def test_awkward_file_names(name: str, tmp_path: Path) -> None:
    deal(tmp_path, DEAL.replace("Globex must", "Globexx must"), name)
    for form in ("text", "concise", "json"):
        code, said = check(tmp_path, "--format", form)
        assert code == 3
        assert "\x1b" not in said
        assert "\u202e" not in said


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.policy"
    with open(path, "wb") as file:  # noqa: PTH123 - a name that only bytes can hold
        file.write(DEAL.encode())
    done = spawn("check", ".", "--format", "concise", "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "caf\\xe9.policy" in done.stdout


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("\x1b]0;owned\x07 \x1b[2J", "<U+001B>]0;owned"),
        ("abc \u202e cba", "<U+202E>"),
        ("{{ 7 * 7 }} ${HOME} $(id)", "{{ 7 * 7 }} ${HOME} $(id)"),
    ],
)
def test_names_are_shown_and_never_obeyed(name: str, shown: str, tmp_path: Path) -> None:
    path = deal(
        tmp_path, DEAL.replace('"Deal"', f'"{name}"').replace("Globex must not use", f'Globex must not "{name}"')
    )
    for command in (("check",), ("check", "--format", "concise"), ("read",), ("show", "tree"), ("show", "model")):
        output = run(*command, path).output
        assert "\x1b" not in output
        assert "\x07" not in output
        assert "\u202e" not in output
    code, said = check(Path(path))
    assert code in (0, 1, 3)
    assert shown in said or "<U+" in said or "broken" in said


def within(seconds: int) -> None:
    """Fail where the test takes longer."""

    def late(*_: object) -> None:
        raise AssertionError(f"not done within {seconds} seconds")

    signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"A{n} is a{n + 1}." for n in range(NAMES)),
        "\n".join(f"A{n} is a{n + 1}." for n in range(25_000)),
        "A0 is data.\n" + "\n".join(f"A{n + 1} is a{n}." for n in range(25_000)),
        "\n".join(f"A{n} is a{n + 1}." for n in range(25_000)) + "\nA25000 is a0.",
        "Bank data is data, includes " + ", ".join(f"a{n}" for n in range(NAMES)) + ".",
        "Bank data is data, includes " + ", ".join(f"a{n}" for n in range(40_000)) + ".",
        DEAL + "5: Acme may use data if " + "(" * 50_000,
        DEAL + "5: Acme may use data if " + "not " * 50_000 + "consent.",
        DEAL + "5: Acme may use data if " + "(consent and (consent or " * 100 + "consent" + "))" * 100 + ".",
        DEAL + "5: Acme " + "must ensure that Globex " * 20_000 + "may use data.",
    ],
    ids=["past 1 MiB", "up", "down", "circle", "list past the tokens", "list", "open", "not", "deep", "ensured"],
)
def test_a_hundred_thousand_names_and_deep_nesting(text: str, tmp_path: Path) -> None:
    within(120)
    code, said = check(Path(deal(tmp_path, text)))
    signal.alarm(0)
    assert code == 3
    assert "This run is incomplete" in said or "nothing was checked" in said
    assert "All clear" not in said


def test_definitions_too_deep_to_follow(tmp_path: Path) -> None:
    chain = "A0 is data.\n" + "".join(f"A{n + 1} is a{n}.\n" for n in range(70))
    code, said = check(Path(deal(tmp_path, chain)), "--select", "limit")
    assert code == 3
    assert "more than 64 kinds deep" in said
