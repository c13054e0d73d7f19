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

none needed: it is a question to the author.
"""

import re
from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity
from policyc.model.lexicon import Entry, Relation
from policyc.model.names import Concept, Kind, singular
from policyc.rules.evidence import own_entries, quote_origin

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
ROLES = re.compile(
    r"affiliate|subsidiary|parent|customer|client|user|staff|personnel|employee|agent|(sub)?contractor|(sub)?processor"
    r"|vendor|supplier|partner|member|representative|officer|auditor|counsel|adviser|recipient|successor|assignee|provider"
    r"|competitor"
)
SHIPPED_KINDS = frozenset({Kind.PARTY, Kind.PEOPLE, Kind.PLACE, Kind.DATA, Kind.PURPOSE, Kind.THING, Kind.LAW})


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each name that looks like one before it."""
    ordinary = ordinary_words(facts)
    earlier: dict[str, list[Entry]] = {}
    for entry in organisations(facts):
        cores = (core(entry.concept.text), core(entry.meaning or entry.concept.text))
        firsts = list(dict.fromkeys(words[0] for words in cores if words))
        rivals = [rival for first in firsts for rival in earlier.get(first, [])]
        like = next((rival for rival in rivals if look_alike(rival, entry, ordinary, facts)), None)
        if like:
            yield finding(like, entry)
        for first in firsts:
            earlier.setdefault(first, []).append(entry)


def ordinary_words(facts: Facts) -> frozenset[str]:
    """The words in names of the shipped vocabulary: none of these tells one organisation from others."""
    names = (key for key, concepts in facts.shipped.names.items() if any(c.kind in SHIPPED_KINDS for c in concepts))
    return frozenset(word for name in names for word in name.split())


def organisations(facts: Facts) -> list[Entry]:
    """The definitions of single organisations, one for each, in the order of places; kinds and groups are left out."""
    entries = own_entries(facts)
    kinds = {parent for entry in entries for parent in entry.linked(Relation.IS)}
    found: dict[Concept, Entry] = {}
    for entry in entries:
        concept = entry.concept
        if concept.kind is not Kind.PARTY or concept in kinds or concept in facts.shipped.entries:
            continue
        if not entry.linked(Relation.INCLUDES) and not is_group(concept, facts):
            found.setdefault(concept, entry)
    return list(found.values())


def is_group(concept: Concept, facts: Facts) -> bool:
    """Whether a name ends in a role, like *Acme affiliates*, or in a plural of parties, like *large banks*."""
    last = concept.text.lower().split()[-1]
    one = singular(last)
    return bool(ROLES.fullmatch(one)) or (one != last and facts.shipped.find(one, frozenset({Kind.PARTY})) is not None)


def core(name: str) -> tuple[str, ...]:
    """The words of a name that tell one organisation from another, in lower case."""
    found = re.findall(r"\w+", name.lower().replace(".", "").replace("'", ""))
    telling = [word for word in found if not SMALL.fullmatch(word)]
    words = [word for word in telling if not FORMS.fullmatch(word)] or telling
    return (GLUED.sub(r"\1", words[0]), *words[1:]) if words else ()


def look_alike(one: Entry, other: Entry, ordinary: frozenset[str], facts: Facts) -> bool:
    """Whether two definitions may be of one organisation, and nothing says whether they are."""
    if are_known_to_differ(one.concept, other.concept, facts):
        return False
    if one.meaning and other.meaning:
        return alike(core(one.meaning), core(other.meaning), ordinary) == "much"
    pairs = [(core(one.concept.text), core(other.concept.text))]
    pairs += [(core(one.meaning or one.concept.text), core(other.meaning or other.concept.text))]
    return any(alike(left, right, ordinary) for left, right in pairs)


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


def are_known_to_differ(one: Concept, other: Concept, facts: Facts) -> bool:
    """Whether an agreement has both as its parties."""
    return any(one in document.parties and other in document.parties for document in facts.workspace.documents)


def finding(one: Entry, other: Entry) -> Finding:
    """The finding of a pair: the later definition is blamed."""
    again = f" ({other.meaning})" if other.meaning and other.concept.text == one.concept.text else ""
    return Finding(
        "alias",
        SEVERITY,
        f"{other.concept}{again} looks like {one.concept}, and nothing says whether they are one organisation; "
        "they are taken for two.",
        quote_origin(other.origin, "this name"),
        f'If they are one, give both the same legal name: {other.concept} means "…". If they are two, give each its '
        "own legal name, or a name that nobody takes for the other's.",
        (quote_origin(one.origin, "looks like this one"),),
    )
