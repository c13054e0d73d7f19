"""Which phrases go with the noun that stands right before them: *a transfer of records to a third country*.

A phrase belongs to a noun only if it stands right behind it, if what the noun stands for takes such a phrase, and if
the verb does not need it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policyc.model.kinds import ACTIONS, DATA
from policyc.model.names import Concept, Kind, key
from policyc.resolve.naming.belonging import OF, PRONOUN
from policyc.resolve.naming.names import Names, is_person, keys_above
from policyc.resolve.naming.nouns import with_others
from policyc.resolve.naming.portions import PORTIONS
from policyc.source import Span
from policyc.syntax import tree

HAPPENING = frozenset({Kind.EVENT, Kind.THING})
GIVING = frozenset(
    {
        "disclosure of data",
        "data transfer",
        "sale of data",
        "publication of data",
        "distribution of data",
        "provision of data",
        "export of data",
        "onward sharing",
    }
)
ACCESS = frozenset({"access to data", "access right", "unauthorised access"})
USING = frozenset({"use of data", "processing of data", "retention of data", "storage of data"})
COLLECTING = frozenset({"collection", "obtaining of data"})
ASKING = frozenset({"request", "legal demand"})
CHANGING = frozenset({"amendment", "subprocessor change", "material change", "change of term", "change"})
COMPLIANCE = frozenset({"compliance of party"})
REASONS = frozenset({"reason"})
RIGHTS = frozenset({"right"})
TELLING = frozenset({"document", "information", "written report"})
DEALING = frozenset(
    {"exchange of word", "correspondence", "written contract", "agreement", "business relationship", "collaboration"}
)
DEALING_WITH = frozenset(
    {"share", "discuss", "exchange", "sign", "execute", "negotiate", "agree", "make", "conclude", "enter into"}
)
"""Verbs that have their own *with* behind what is dealt in: ``share correspondence with Acme``."""
TAKES = (
    (ACCESS, frozenset({"to"})),
    (GIVING, frozenset({"to", "with", "outside"})),
    (USING, frozenset({"for", "in", "outside"})),
    (ASKING, frozenset({"from", "for"})),
    (CHANGING, frozenset({"to"})),
    (COLLECTING, frozenset({"from"})),
    (TELLING, frozenset({"on"})),
    (REASONS, frozenset({"for"})),
    (RIGHTS, frozenset({"to", "in"})),
    (COMPLIANCE, frozenset({"with"})),
    (DEALING, frozenset({"with"})),
)
"""The shipped acts and the words that they take behind their nouns; what acts are done with is found by the name."""


def stands_behind(before: Span, after: Span, names: Names) -> bool:
    """Whether nothing but blanks stands between two parts of a sentence."""
    return before[1] <= after[0] and not names.source.text[before[1] : after[0]].strip()


def with_complement(what: tree.Name, phrase: tree.NamePhrase, names: Names) -> list[tree.Name] | None:
    """A name with each thing that a phrase behind it names; None where the phrase does not go with it."""
    if phrase.mode or any(isinstance(item, tree.Quote) for item in phrase.names.items):
        return None
    noun = next((each for each in nouns_of(what, names) if takes(each[1], phrase.word, names)), None)
    if noun is None or (phrase.word == "on" and not all_last(phrase.names, names)):
        return None
    items = [said(item, names) for item in phrase.names.items]
    found = [f"{what.text} {phrase.word} {item}" for item in items]
    tails = [f"{noun[0]} {phrase.word} {item}" for item in items]
    if not all(names.find(tree.Name(tail, what.span), kinds_behind(phrase)) for tail in tails):
        return None
    return [tree.Name(text, (what.span[0], item.span[1])) for text, item in zip(found, phrase.names.items, strict=True)]


def said(item: tree.Name | tree.Quote, names: Names) -> str:
    """The words for somebody or something, *its* as whose it is."""
    found = names.find(item) if PRONOUN.fullmatch(item.text) else None
    return found.text if found else item.text


def nouns_of(what: tree.Name, names: Names) -> Iterator[tuple[str, Concept]]:
    """The nouns that a name ends in, and what they stand for: in ``Acme of a loss`` what Acme is told of."""
    for text in (what.text, *(what.text[found.end() :] for found in OF.finditer(what.text))):
        name = tree.Name(text, what.span)
        found = names.find(name, HAPPENING) or report(name, names) or dealing(text, names)
        if found is not None:
            yield text, found
        elif names.find(name, frozenset(Kind) - ACTIONS) and not is_copy(text):
            return


def is_copy(text: str) -> bool:
    """Whether a name is that of copies or parts, so that what stands behind may belong to what these are of."""
    return key(OF.split(text, maxsplit=1)[0]) in PORTIONS


def dealing(text: str, names: Names) -> Concept | None:
    """That persons deal with each other, by a noun that is data where nobody stands behind it: ``communications``."""
    words = [] if OF.search(text) else text.split()
    tails = (" ".join(words[at:]) for at in range(len(words)))
    return next((found for tail in tails if (found := with_others(tail, names.lexicon))), None)


def is_dealing(what: tree.Name, names: Names) -> bool:
    """Whether a name ends in a noun for what persons have with each other: ``correspondence``, ``a contract``."""
    noun = next(nouns_of(what, names), None)
    return noun is not None and bool(DEALING & keys_above(noun[1], names))


def keeps_with(act: tree.Act, rest: Sequence[tree.Phrase], names: Names) -> bool:
    """Whether a verb has its own *with* behind what persons have with each other: ``share correspondence with Acme``.

    It has none where one more phrase says with whom or to whom something is done.
    """
    again = any(
        isinstance(each, tree.NamePhrase) and each.word in ("to", "with") and is_person(each.names.items[0], names)
        for each in rest
    )
    return not again and any(key(verb.text) in DEALING_WITH for verb in act.verbs.items)


def all_last(listed: tree.Names, names: Names) -> bool:
    """Whether what is named goes on for a time, so that *on* says what of, and not when: ``a report on the use …``."""
    found = [names.find(item, HAPPENING) for item in listed.items]
    return all(
        each is not None and (each.kind is Kind.THING or bool(USING & keys_above(each, names))) for each in found
    )


def needs_person(what: tree.Name, names: Names) -> bool:
    """Whether a person behind a noun may be the one whom its verb is done to: not so of who is told already."""
    noun = next(nouns_of(what, names), None)
    return noun is not None and noun[0] == what.text and not CHANGING & keys_above(noun[1], names)


def report(name: tree.Name, names: Names) -> Concept | None:
    """A report, which is data as well: of what it tells stands behind *on*."""
    found = names.find(name, DATA)
    return found if found is not None and "written report" in keys_above(found, names) else None


def kinds_behind(phrase: tree.NamePhrase) -> frozenset[Kind]:
    """What a noun with a phrase behind it may be."""
    return HAPPENING | {Kind.DATA} if phrase.word == "on" else HAPPENING


def takes(noun: Concept, word: str, names: Names) -> bool:
    """Whether what a noun stands for takes a phrase that begins with a word."""
    above = keys_above(noun, names)
    return any(word in words and group & above for group, words in TAKES)
