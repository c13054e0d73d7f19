"""The pages that are judged in the browser, made as a user makes them, each when it is first asked for.

*founding* is the founding case; *agreement* a real agreement with many findings; *portfolio* one report on agreements
between forty parties; *index* the index of those agreements, with its pages beside it; *redline* a comparison.
"""

from __future__ import annotations

import shutil
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from benchmarks.portfolio import agreement, internal, plan
from policyc.cli.program import program

ROOT = Path(__file__).resolve().parents[2]
FOUNDING = "policies/examples/messenger-banking.policy"
AGREEMENT = "policies/examples/37signals-dpa.policy"
NAMES = ("founding", "agreement", "portfolio", "index", "redline")
REPORTS = ("founding", "agreement", "portfolio")
PARTIES, POOL, CONTRADICTS = 40, 200, 37
REWORDED = {
    "only with opt-in consent": "only with consent",
    "share shopping location with Facebook,": "share shopping location with Facebook for account checking,",
}


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

    def policyc(self, *arguments: str) -> None:
        """Run policyc in the folder, so that pages name the same paths wherever the tests run; it must come to its end."""
        with chdir(self.folder):
            done = CliRunner().invoke(program, [*arguments])
        assert done.exit_code in (0, 1, 3), done.output

    def founding(self) -> Path:
        """The founding case."""
        return self.report(self.copied(FOUNDING), "founding.html")

    def agreement(self) -> Path:
        """A real agreement, two dozen findings on it."""
        return self.report(self.copied(AGREEMENT), "agreement.html")

    def portfolio(self) -> Path:
        """One report on forty parties."""
        return self.report(self.agreements.name, "portfolio.html")

    def index(self) -> Path:
        """The index of the same agreements, with its pages beside it."""
        self.policyc("report", self.agreements.name, "-o", "pages/", "--isolated")
        return self.folder / "pages" / "index.html"

    def redline(self) -> Path:
        """What two changes of the founding case mean."""
        old = self.copied(FOUNDING)
        text = (self.folder / old).read_text(encoding="utf-8")
        for before, after in REWORDED.items():
            assert before in text
            text = text.replace(before, after)
        (self.folder / "new.policy").write_text(text, encoding="utf-8")
        self.policyc("diff", old, "new.policy", "--format", "html=redline.html")
        return self.folder / "redline.html"

    @property
    def agreements(self) -> Path:
        """The folder of the generated agreements."""
        folder = self.folder / "agreements"
        if not folder.exists():
            folder.mkdir()
            for number in numbers_of(PARTIES):
                (folder / f"{number:06}.policy").write_text(agreement(number, POOL), encoding="utf-8")
        return folder

    def copied(self, path: str) -> str:
        """The name of a copy of a shipped policy file in the folder."""
        name = Path(path).name
        shutil.copyfile(ROOT / path, self.folder / name)
        return name

    def report(self, path: str, name: str) -> Path:
        """A report on some policy files, as the command line writes it."""
        self.policyc("report", path, "-o", name, "--isolated")
        return self.folder / name
