"""Two names of parties look like one organisation.

## What it does

Compares the names, and the legal names, of the organisations that the checked files define. It reports two that are
the same but for a legal form or a place, of which one begins with the whole other one, or that share a first word
which is no ordinary one. Where both have a legal name, only these are compared. Parties of one agreement, and names
that a definition relates to each other, are known to be two and are left out.

## Why it matters

If they are one, a promise made under the first name is not seen to bind the second. If they are two, a reader may
take them for one.

## Example

Bad:

```policy
Citi is a bank in Singapore.
Citigroup is a bank in the United States.  # note: "looks like Citi"
```

Bad:

```policy
Globex is a platform.
agreement "First" between Acme and Globex.
Acme means "Acme, Inc.", a bank.
agreement "Second" between Acme Bank and Globex.
Acme Bank means "Acme Bank Ltd", a bank.  # note: "looks like Acme"
```

Good:

```policy
Acme means "Acme, Inc.", a bank.
Acme Research means "Apex Laboratories Ltd", a research organisation.
Acme staff are personnel.
Data Provider One is a data provider. Data Provider Two is a data provider.
```

Good:

```policy
Acme is a bank.
Acme Research is a research organisation.
agreement "Study" between Acme and Acme Research.
```

Boundary:

```policy
American Airlines is a travel company.
American Express is a bank.
National Savings is a bank.
National Savings Ltd is a bank.  # note: "looks like National Savings"
```

## Known limits

Spelling mistakes and abbreviations are not seen, and a change of name is not known.

## References

None needed: it is a question to the author.
"""

import re
from collections.abc import Iterator

from policyc.analysis.declarations import Declaration, Register
from policyc.findings import Evidence, Finding, Severity
from policyc.model.lexicon import Lexicon
from policyc.model.names import Kind, singular

SEVERITY = Severity.NOTE

FORMS = re.compile(
    r"inc|incorporated|ltd|limited|ll[cp]|lp|plc|corp|corporation|co|company|companies|gmbh|ag|sa|sas|spa|srl|nv|bv|ab|as"
    r"|oy|kg|kgaa|se|pte|pty|na|bank|bancorp|group|holdings?|international"
)
"""Words that are left out of a comparison: legal forms, and what every second firm calls itself."""

SMALL = re.compile(r"an?|and|at|by|for|from|in|of|on|the|to")
GLUED = re.compile(r"(?<=^....)(.*?)(group|bank|corp|bancorp)$")
ORDINARY = re.compile(
    r"first|second|third|national|united|american|european|general|new|old|north|south|east|west|central|federal|royal"
    r"|global|world|big|large|small|local|city|saint|st|un(named|known|disclosed)|certain|other|my|our|your|us|uk|eu|.{0,2}"
)
SHIPPED_KINDS = frozenset({Kind.PARTY, Kind.PEOPLE, Kind.PLACE, Kind.DATA, Kind.PURPOSE, Kind.THING, Kind.LAW})


def check_names(register: Register) -> Iterator[Finding]:
    """One finding for each name that looks like one before it."""
    ordinary = ordinary_words(register.shipped)
    earlier: dict[str, list[Declaration]] = {}
    for each in organisations(register):
        cores = (core(each.text), core(each.meaning or each.text))
        firsts = list(dict.fromkeys(words[0] for words in cores if words))
        rivals = [rival for first in firsts for rival in earlier.get(first, [])]
        like = next((rival for rival in rivals if look_alike(rival, each, ordinary, register)), None)
        if like:
            yield finding(like, each)
        for first in firsts:
            earlier.setdefault(first, []).append(each)


def ordinary_words(shipped: Lexicon) -> frozenset[str]:
    """The words in names of the shipped vocabulary: none of these tells one organisation from others."""
    names = (key for key, concepts in shipped.names.items() if any(c.kind in SHIPPED_KINDS for c in concepts))
    return frozenset(word for name in names for word in name.split())


def organisations(register: Register) -> list[Declaration]:
    """The definitions of single organisations, one for each, in the order of places; kinds and groups are left out."""
    kinds = {parent for each in register.declared for parent in each.parents}
    found: dict[str, Declaration] = {}
    for each in register.declared:
        if each.kind is Kind.PARTY and not (each.known or each.group or each.identity in kinds):
            found.setdefault(each.identity, each)
    return list(found.values())


def core(name: str) -> tuple[str, ...]:
    """The words of a name that tell one organisation from another, in lower case."""
    found = re.findall(r"\w+", name.lower().replace(".", "").replace("'", ""))
    telling = [word for word in found if not SMALL.fullmatch(word)]
    words = [word for word in telling if not FORMS.fullmatch(word)] or telling
    return (GLUED.sub(r"\1", words[0]), *words[1:]) if words else ()


def look_alike(one: Declaration, other: Declaration, ordinary: frozenset[str], register: Register) -> bool:
    """Whether two definitions may be of one organisation, and nothing says whether they are."""
    if one.meaning and other.meaning:
        same = alike(core(one.meaning), core(other.meaning), ordinary) == "much"
    else:
        pairs = [(core(one.text), core(other.text)), (core(one.meaning or one.text), core(other.meaning or other.text))]
        same = any(alike(left, right, ordinary) for left, right in pairs)
    return same and not are_known_to_differ(one, other, register)


def alike(one: tuple[str, ...], other: tuple[str, ...], ordinary: frozenset[str]) -> str:
    """How much two names are alike: ``much``, ``somewhat``, or not at all."""
    shortest = min(len(one), len(other))
    telling = shortest > 0 and one[0] == other[0] and is_telling(one[0], ordinary)
    if shortest and one[:shortest] == other[:shortest] and (telling or (one == other and shortest > 1)):
        return "much"
    return "somewhat" if telling else ""


def is_telling(word: str, ordinary: frozenset[str]) -> bool:
    """Whether a word is so rare that two names that begin with it are likely to mean one organisation."""
    return word not in ordinary and singular(word) not in ordinary and not ORDINARY.fullmatch(word)


def are_known_to_differ(one: Declaration, other: Declaration, register: Register) -> bool:
    """Whether an agreement has both as its parties."""
    both = {one.identity, other.identity}
    return any(both <= parties for parties in register.parties)


def finding(one: Declaration, other: Declaration) -> Finding:
    """The finding of a pair: the later definition is blamed."""
    again = f" ({other.meaning})" if other.meaning and other.text == one.text else ""
    return Finding(
        "alias",
        SEVERITY,
        f"{other.text}{again} looks like {one.text}, and nothing says whether they are one organisation; "
        "they are taken for two.",
        Evidence("this name", other.place, other.words),
        f'If they are one, give both the same legal name: {other.text} means "…". If they are two, give each its '
        "own legal name, or a name that nobody takes for the other's.",
        (Evidence("looks like this one", one.place, one.words),),
    )
