"""A portfolio of data-sharing agreements, the same for the same number and seed.

``python benchmarks/portfolio.py 1000 FOLDER`` writes one; ``--long`` makes agreements of about 3.5 KB. Parties come
from a fifth as many organisations as there are agreements. One agreement in a hundred contradicts itself, one in five
hundred contradicts another, and in one in two hundred and fifty a party passes on what it got under another.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.agreements import LONG, SHORT, Party, Plan, Product, text
from benchmarks.themes import THEMES
from benchmarks.words import BRANDS, Dice, brand

SEED = 2018
FOLDER_SIZE = 1_000
INTERNAL_EVERY, ACROSS_EVERY, ONWARD_EVERY = 100, 500, 250
INTERNAL_AT, ACROSS_AT, ONWARD_AT = 37, 50, 70
"""Which agreements of each hundred, five hundred … are special; never two neighbours."""


def internal(number: int) -> bool:
    """Whether an agreement contradicts itself."""
    return number % INTERNAL_EVERY == INTERNAL_AT


def across(number: int) -> bool:
    """Whether an agreement contradicts the one before it."""
    return number % ACROSS_EVERY == ACROSS_AT


def onward(number: int) -> bool:
    """Whether in an agreement a party passes on what it got under the one before it."""
    return number % ONWARD_EVERY == ONWARD_AT


def plan(number: int, total: int, seed: int = SEED) -> Plan:
    """What the agreement of a number is to say, in a portfolio of some size."""
    dice = Dice(seed, number)
    theme = THEMES[dice.below(len(THEMES))]
    product = Product(brand(dice.below(BRANDS)), theme)
    start = date(2020 + dice.below(3), 1 + dice.below(12), 1)  # each lasts four years, so any two overlap
    pool = max(4, total // 5)
    before = plan(number - 1, total, seed) if across(number) or onward(number) else None
    giver = before.taker.number if before else dice.below(pool)
    taker = (giver + 1 + dice.below(pool - 1)) % pool
    return Plan(
        number,
        Party(giver, theme.giver),
        Party(taker, theme.taker),
        product,
        before.start if before else start,  # a ban that begins later than the grant would be an exception to it
        contradicts=internal(number),
        onward=onward(number + 1),
        foreign=before.product if before else None,
        forbids=across(number),
    )


def agreements(total: int, clauses: int = SHORT, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """The path and the text of each agreement of a portfolio; folders hold a thousand each."""
    for number in range(total):
        path = f"{number // FOLDER_SIZE:03}/{number:06}.policy"
        yield path, agreement(number, total, clauses, seed)


def agreement(number: int, total: int, clauses: int = SHORT, seed: int = SEED) -> str:
    """The text of one agreement of a portfolio."""
    return text(plan(number, total, seed), Dice(seed, number, "clauses"), clauses)


def expected(numbers: Iterable[int]) -> tuple[int, int]:
    """How many of some agreements contradict themselves, and how many the one before them."""
    counted = list(numbers)
    return sum(map(internal, counted)), sum(map(across, counted))


def write(total: int, folder: Path, clauses: int = SHORT, seed: int = SEED) -> int:
    """Write a portfolio into a folder; returns how many bytes it has."""
    size = 0
    for path, content in agreements(total, clauses, seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        size += file.write_bytes(content.encode())
    return size


def main() -> None:
    """Write a portfolio into a folder, as the command line says."""
    parser = argparse.ArgumentParser(description="Write a portfolio of agreements.")
    parser.add_argument("total", type=int, help="how many agreements")
    parser.add_argument("folder", type=Path, help="where to")
    parser.add_argument("--long", action="store_true", help="agreements of about 3.5 KB")
    arguments = parser.parse_args()
    size = write(arguments.total, arguments.folder, LONG if arguments.long else SHORT)
    print(f"{arguments.total} agreements, {size / 1e6:.1f} MB, in {arguments.folder}")


if __name__ == "__main__":
    main()
