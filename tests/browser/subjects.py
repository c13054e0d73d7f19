"""The pages that are judged in the browser, made as a user makes them, each when it is first asked for.

*founding* is the founding case; *agreement* a real agreement with many findings; *portfolio* one report on agreements
between forty parties; *index* the index of those agreements, with its pages beside it; *redline* a comparison.
"""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from benchmarks.portfolio import agreement, internal, plan
from policyc.cli import program

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "policies" / "examples"
NAMES = ("founding", "agreement", "portfolio", "index", "redline")
REPORTS = ("founding", "agreement", "portfolio")
PARTIES, POOL, CONTRADICTS = 40, 200, 37
REWORDED = {
    "only with opt-in consent": "only with consent",
    "share shopping location with Facebook,": "share shopping location with Facebook for account checking,",
}


def policyc(*arguments: str | Path) -> None:
    """Run policyc, which must come to its end: findings and gaps are welcome."""
    done = CliRunner().invoke(program, [str(each) for each in arguments])
    assert done.exit_code in (0, 1, 3), done.output


def numbers_of(parties: int) -> list[int]:
    """The agreements of a generated portfolio in which so many parties meet: as few as may be, the first contradicts itself."""
    chosen: dict[int, None] = {}
    met: set[int] = set()
    for fresh in (2, 1):
        for number in (CONTRADICTS, *range(POOL)):
            two = {plan(number, POOL).giver.number, plan(number, POOL).taker.number}
            if len(met) < parties and len(two - met) >= fresh:
                chosen[number] = None
                met |= two
    assert len(met) == parties
    assert internal(CONTRADICTS)
    return list(chosen)


class Subjects:
    """The pages, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is made before it is asked for."""
        self.folder = folder
        self.made: dict[str, Path] = {}

    def __getitem__(self, name: str) -> Path:
        """The file of a page."""
        if name not in self.made:
            self.made[name] = getattr(self, name)()
        return self.made[name]

    def founding(self) -> Path:
        """The founding case."""
        return self.report(EXAMPLES / "messenger-banking.policy", "founding.html")

    def agreement(self) -> Path:
        """A real agreement, two dozen findings on it."""
        return self.report(EXAMPLES / "37signals-dpa.policy", "agreement.html")

    def portfolio(self) -> Path:
        """One report on forty parties."""
        return self.report(self.agreements, "portfolio.html")

    def index(self) -> Path:
        """The index of the same agreements, with its pages beside it."""
        policyc("report", self.agreements, "-o", f"{self.folder / 'pages'}/", "--isolated")
        return self.folder / "pages" / "index.html"

    def redline(self) -> Path:
        """What two changes of the founding case mean."""
        text = (EXAMPLES / "messenger-banking.policy").read_text(encoding="utf-8")
        for old, new in REWORDED.items():
            text = text.replace(old, new)
        (self.folder / "new.policy").write_text(text, encoding="utf-8")
        file = self.folder / "redline.html"
        policyc("diff", EXAMPLES / "messenger-banking.policy", self.folder / "new.policy", "--format", f"html={file}")
        return file

    @property
    def agreements(self) -> Path:
        """The folder of the generated agreements."""
        folder = self.folder / "agreements"
        if not folder.exists():
            folder.mkdir()
            for number in numbers_of(PARTIES):
                (folder / f"{number:06}.policy").write_text(agreement(number, POOL), encoding="utf-8")
        return folder

    def report(self, path: Path, name: str) -> Path:
        """A report on some policy files, as the command line writes it."""
        policyc("report", path, "-o", self.folder / name, "--isolated")
        return self.folder / name
