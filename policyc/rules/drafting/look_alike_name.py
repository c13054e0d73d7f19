"""Two declared names of one kind look so alike that one may be a misspelling of the other.

## What it does

Compares the names that the workspace's own files declare, kind by kind, and notes two that differ by one letter
(more, less or another), by two neighbours that changed places, or only in a digit that looks like a letter (`0` and
`o`, `1` and `l`). Names whose differing word has fewer than five letters, and names told apart by a number (*Depot1*
and *Depot2*), are left alone, as are two names of which one is defined by the other.

## Why it matters

An unknown name is an error at once. A name that is misspelt where it is declared is worse: everything said of it is
checked, of a thing that nobody meant.

## Example

Bad:

```policy
Globex is a company.
Glodex is a company.  # note: "Globex"
agreement "Deal" between Globex and Glodex.
1: Globex may use location data for research.
```

Bad:

```policy
Acme is a company.
Globex is a company.
Customer ratings are data.
Customer raitngs are personal data.  # note: "Customer ratings"
Survey scores are data.
Survey sc0res are personal data.  # note: "Survey scores"
agreement "Deal" between Acme and Globex.
1: Globex may use customer raitngs for research.
```

Good:

```policy
Acme is a company.
Globex is a company.
agreement "Deal" between Acme and Globex.
1: Globex may use location data for research.
```

Good:

```policy
Acme is a company.
Initech is a company.
Depot1 is a place.
Depot2 is a place.
Cost is data.
Post is data.
agreement "Deal" between Acme and Initech.
```

Names of different kinds can't be taken for each other, and a name that another is defined by is meant.

Boundary:

```policy
Acme is a company.
Globex is a company.
Streaming is a purpose.
Screaming is data.
Payment sums are data.
Payments sums are payment sums.
agreement "Deal" between Acme and Globex.
1: Globex may use screaming for streaming.
```

## Known limits

Two right words may look alike. A suppression with a reason says so.

## References

None needed: a slip of the pen is no term.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyc.analysis.declarations import Declaration, Register
from policyc.findings import Evidence, Finding, Severity
from policyc.model.names import Kind, key

SEVERITY = Severity.NOTE
LEAST_LETTERS = 5
DIGITS = str.maketrans("015", "ols")


def check_names(register: Register) -> Iterator[Finding]:
    """Every pair of names that differ in one word, and there look alike, told at the later one."""
    earlier: dict[tuple[Kind, tuple[str, ...]], Declaration] = {}
    alike = look_alike_words(word for each in register.declared for word in words(each))
    for each in register.declared:
        own = words(each)
        if (each.kind, own) in earlier:
            continue
        earlier[each.kind, own] = each
        near = ((*own[:at], other, *own[at + 1 :]) for at, word in enumerate(own) for other in alike.get(word, ()))
        rivals = [earlier[each.kind, name] for name in near if (each.kind, name) in earlier]
        yield from (
            finding(other, each)
            for other in sorted(rivals, key=lambda rival: rival.sort_key)
            if not related(other, each)
        )


def words(declaration: Declaration) -> tuple[str, ...]:
    """The words of a name, as names are compared."""
    return tuple(key(declaration.text).split())


def look_alike_words(found: Iterable[str]) -> dict[str, list[str]]:
    """For each word those that it may be a misspelling of, or they of it."""
    by_trace: dict[str, list[str]] = {}
    alike: dict[str, list[str]] = {}
    for word in dict.fromkeys(found):
        for trace in traces(word) if len(word) >= LEAST_LETTERS else ():
            for other in by_trace.setdefault(trace, []):
                if other not in alike.get(word, ()) and misspelt(other, word):
                    alike.setdefault(word, []).append(other)
                    alike.setdefault(other, []).append(word)
            by_trace[trace].append(word)
    return alike


def traces(word: str) -> set[str]:
    """What two words that differ by one letter or by a swap have in common: each without one of its letters."""
    letters = [at for at, sign in enumerate(word) if sign.isalpha()]
    return {word, word.translate(DIGITS), *(word[:at] + word[at + 1 :] for at in letters)}


def related(left: Declaration, right: Declaration) -> bool:
    """Whether one of two names is defined by the other, so that both are meant."""
    return left.identity in right.linked or right.identity in left.linked


def misspelt(one: str, two: str) -> bool:
    """Whether two words differ by one letter, a swap, or a digit for a letter."""
    if min(len(one), len(two)) < LEAST_LETTERS:
        return False
    if one.translate(DIGITS) == two.translate(DIGITS):
        return True
    if len(one) == len(two):
        places = [at for at in range(len(one)) if one[at] != two[at]]
        at = places[0]
        swapped = places == [at, at + 1] and one[at : at + 2] == two[at + 1] + two[at]
        return all(word[at].isalpha() for word in (one, two)) and (swapped or places == [at])
    short, long = sorted((one, two), key=len)
    return any(sign.isalpha() and long[:at] + long[at + 1 :] == short for at, sign in enumerate(long))


def finding(earlier: Declaration, later: Declaration) -> Finding:
    """One pair of names."""
    return Finding(
        "look-alike-name",
        SEVERITY,
        f'"{later.text}" and "{earlier.text}" are declared as two things, and one may be a misspelling of the other.',
        Evidence("the one", later.place, later.words),
        f"If they are one, take this definition out and write {earlier.text} throughout; if they are two, give one a "
        "name that nobody can mistake.",
        (Evidence("the other", earlier.place, earlier.words),),
    )
