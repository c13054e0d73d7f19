"""The hooks for pre-commit, run by pre-commit itself on a scratch repository."""

import sys
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.packaging.scratch import ROOT, agreements, commit, copy_of_checkout, demand_installed, run_in

CONFIG = "repos:\n- repo: {url}\n  rev: {rev}\n  hooks: [{{id: policyc-check}}, {{id: policyc-fmt}}]\n"
Done = CompletedProcess[str]
pytestmark = pytest.mark.xdist_group("pre-commit")


class Repository:
    """A repository with agreements, whose commits pre-commit guards with our hooks."""

    def __init__(self, folder: Path, hooks: Path, home: Path) -> None:
        """Make it, and let pre-commit install the hooks."""
        self.folder = agreements(folder)
        self._variables = {"PRE_COMMIT_HOME": str(home)}
        rev = run_in(hooks, ["git", "rev-parse", "HEAD"]).stdout.strip()
        (folder / ".pre-commit-config.yaml").write_text(CONFIG.format(url=hooks, rev=rev), encoding="utf-8")
        commit(folder)
        demand_installed(self.pre_commit("install-hooks"))

    def pre_commit(self, *arguments: str) -> Done:
        """Run pre-commit here."""
        return run_in(self.folder, [sys.executable, "-m", "pre_commit", *arguments], self._variables)

    def run_hook(self, name: str, file: str) -> Done:
        """Run one hook as a commit of one file would."""
        return self.pre_commit("run", name, "--files", file, "--verbose")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository that uses the hooks of this checkout."""
    place = tmp_path_factory.mktemp("pre-commit")
    return Repository(place / "scratch", copy_of_checkout(place / "hooks"), place / "home")


def test_the_manifest_is_one() -> None:
    done = run_in(ROOT, [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"])
    assert done.returncode == 0, done.stdout


def test_check_looks_at_all_files_whatever_was_changed(repository: Repository) -> None:
    done = repository.run_hook("policyc-check", "clean/deal.policy")
    assert done.returncode == 1, done.stdout
    assert "bad deals/clash.policy" in done.stdout
    assert "2 files)" in done.stdout


def test_check_is_left_out_where_no_agreement_changed(repository: Repository) -> None:
    done = repository.run_hook("policyc-check", ".pre-commit-config.yaml")
    assert done.returncode == 0
    assert "no files to check" in done.stdout


def test_fmt_mends_what_was_changed_and_stops_the_commit(repository: Repository) -> None:
    assert repository.run_hook("policyc-fmt", "clean/deal.policy").returncode in (0, 1)
    path = repository.folder / "clean" / "deal.policy"
    canonical = path.read_text(encoding="utf-8")
    assert repository.run_hook("policyc-fmt", "clean/deal.policy").returncode == 0
    path.write_text(canonical.replace("Acme is a bank", "Acme   is a bank"), encoding="utf-8")
    done = repository.run_hook("policyc-fmt", "clean/deal.policy")
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout
    assert path.read_text(encoding="utf-8") == canonical
