"""What must not stand in any file of the project, and what the pinned packages must hold."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINS = (ROOT / "requirements.txt").read_text(encoding="utf-8")

# In pieces, so that this file does not hold what it forbids.
REGISTRIES = [
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "deb." + "debian.org",
]
PLACES = ["/work/" + "main", "/work/" + "shared", "/work/" + ".lib", "/opt/" + "pypi", "/opt/" + "wheels"]
HOMES = ["/ro" + "ot/", ".pyenv" + "/", "C:\\" + "Users\\"]


def files_of_the_project() -> list[Path]:
    """Return the files that git tracks or would take."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    forbidden = re.compile("|".join(map(re.escape, REGISTRIES + PLACES + HOMES)), re.IGNORECASE)
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files_of_the_project()
        for match in forbidden.finditer(path.read_bytes().decode("utf-8", errors="replace"))
    ]
    assert found == []


def test_pins_hold_every_package_asked_for_with_its_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["build-system"]["requires"],
    ]
    pinned = re.findall(r"^([a-z0-9-]+)==\S+ (?:; .+ )?\\\n    --hash=sha256:", PINS, re.MULTILINE)
    assert {re.split(r"[<>=!~]", requirement)[0] for requirement in wanted} <= set(pinned)
    assert len(pinned) == len(re.findall(r"^[a-z0-9]", PINS, re.MULTILINE))


def test_pins_come_from_no_named_place() -> None:
    assert not re.search(r"://|^-|@", PINS, re.MULTILINE)
