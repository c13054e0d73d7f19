"""The reference knows nothing of the engine: it imports the standard library and its own modules, and no more."""

import ast
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
MODULES = (
    "description",
    "amending",
    "joined",
    "names",
    "phrases",
    "parts",
    "narrower",
    "order",
    "evaluator",
    "entailment",
)
ALLOWED = {f"tests.reference.{module}" for module in MODULES}


@pytest.mark.parametrize("module", MODULES)
def test_the_reference_imports_nothing_of_the_engine(module: str) -> None:
    tree = ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    froms = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    foreign = {name for name in plain | froms if name.partition(".")[0] not in sys.stdlib_module_names}
    assert foreign <= ALLOWED
