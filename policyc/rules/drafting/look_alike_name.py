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

from collections.abc import Iterator

from policyc.analysis.declarations import Declaration, Register
from policyc.findings import Evidence, Finding, Severity
from policyc.model.names import Kind, key

SEVERITY = Severity.NOTE
LEAST_LETTERS = 5
DIGITS = str.maketrans("015", "ols")


def check_names(register: Register) -> Iterator[Finding]:
    """Every pair of names that look alike, told at the later one."""
    by_trace: dict[tuple[Kind, str], list[Declaration]] = {}
    told: set[tuple[Declaration, Declaration]] = set()
    for each in declared_once(register):
        for trace in traces(key(each.text)):
            earlier = by_trace.setdefault((each.kind, trace), [])
            for other in earlier:
                if (other, each) not in told and look_alike(other, each):
                    told.add((other, each))
                    yield finding(other, each)
            earlier.append(each)


def declared_once(register: Register) -> list[Declaration]:
    """What files declare, each name once, in the order of files and lines."""
    first: dict[tuple[Kind, str], Declaration] = {}
    for each in register.declared:
        first.setdefault((each.kind, key(each.text)), each)
    return list(first.values())


def traces(name: str) -> set[str]:
    """What two names that differ by one letter or by a swap have in common: each without one of its letters."""
    letters = [at for at, sign in enumerate(name) if sign.isalpha()]
    return {name.translate(DIGITS), *(name[:at] + name[at + 1 :] for at in letters)}


def look_alike(left: Declaration, right: Declaration) -> bool:
    """Whether one of two names may be a misspelling of the other."""
    one, two = key(left.text).split(), key(right.text).split()
    if one == two or len(one) != len(two) or left.identity in right.linked or right.identity in left.linked:
        return False
    differing = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return len(differing) == 1 and misspelt(*differing[0])


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
