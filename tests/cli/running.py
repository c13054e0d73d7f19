"""The command line run in this process, and as a user runs it."""

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from policyc.cli.program import program

DEAL = """Acme is a bank in Germany. Globex is a platform in the United States. Customers are people.
Balances are financial data about customers. Account checking is a purpose, needs balances.

agreement "Deal" between Acme and Globex, from 2020-01-01 until 2021-12-31.
4.1: Globex may use balances only for account checking, with opt-in consent.
4.2: Globex must not use balances for advertising.
4.3: Acme may share balances with Globex for account checking, with opt-in consent.
4.4: Globex must delete balances within 30 days after termination.
4.5: Globex must notify Acme without undue delay, within 72 hours after a breach.
4.6: Globex must not share balances with third parties.

Scenario "ads": Globex uses balances for ad targeting is forbidden by 4.2.
"""
CLASH = DEAL + "4.7: Acme must not share balances with Globex for account checking, even with opt-in consent.\n"
BROKEN = 'Acme is a bank.\nagreement "Broken" between Acme and Acme.\n1: Acme must promptly not.\n'


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    """One command line, in this process."""
    return CliRunner().invoke(program, arguments, input=stdin)


def spawn(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """One command line, in a process of its own."""
    command = [sys.executable, "-m", "policyc", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=cwd, check=False)


def deal(folder: Path, text: str = DEAL, name: str = "deal.policy") -> str:
    """A policy file in a folder; its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return str(path)
