"""The floors of the program: who may import whom (the contracts stand in pyproject.toml)."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def test_every_import_goes_down() -> None:
    lint = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_has_its_floor() -> None:
    floors = next(contract for contract in CONTRACTS if contract["type"] == "layers")
    assert floors["exhaustive"]
    placed = {name.strip("() ") for floor in floors["layers"] for name in floor.split("|")}
    present = {path.stem for path in (ROOT / "policyc").glob("*.py")} - {"__init__"}
    present |= {path.parent.name for path in (ROOT / "policyc").glob("*/__init__.py")}
    assert present == placed


def test_big_libraries_are_known_to_one_place_each() -> None:
    doors = {
        contract["protected_modules"][0]: contract["allowed_importers"]
        for contract in CONTRACTS
        if contract["type"] == "protected"
    }
    assert doors == {
        "lark": ["policyc.syntax"],
        "click": ["policyc.cli"],
        "jinja2": ["policyc.render"],
        "rich": ["policyc.render", "policyc.cli"],
        "docx": ["policyc.render.paper"],
        "watchfiles": ["policyc.cli"],
    }
