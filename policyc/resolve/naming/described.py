"""Names with a description: *vendors that are bound by the same terms*, *records necessary for support*.

Whoever or whatever fits the description is a kind of what it describes; whether somebody fits it, the reader takes as
given. What a description says in words that the language has of its own, it says as these.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policyc.model.kinds import PERSONS, THINGS
from policyc.model.names import key
from policyc.resolve.naming.complements import stands_behind
from policyc.resolve.naming.composing import DESCRIBED
from policyc.resolve.naming.names import STATES, Names, keys_above
from policyc.syntax import tree

BOUND = re.compile(r"(?:is|are)\s+(?:also\s+)?(?:bound|covered)\s+by\s+(?P<terms>.+)", re.IGNORECASE)
NECESSARY = re.compile(
    r"(?:is|are)\s+(?P<not>not\s+)?(?P<how>(?:reasonably|strictly|absolutely)\s+)?"
    r"(?:necessary|needed|required|essential)\s+for\s+(?P<what>.+)",
    re.IGNORECASE,
)
NEEDED = re.compile(
    r"(?P<head>.+?)\s+(?P<how>(?:reasonably|strictly|absolutely)\s+)?(?:necessary|needed|required)", re.IGNORECASE
)
BEHIND_AIMS = ("with", "against")
STRICT = ("strictly", "absolutely")


# What a description says in words of the language


def without_description(phrase: tree.NamePhrase, names: Names) -> tuple[tree.Phrase, ...]:
    """A phrase on persons who are bound by some terms, as these persons under these terms."""
    item = phrase.names.items[-1]
    said = DESCRIBED.fullmatch(item.text) if isinstance(item, tree.Name) and len(phrase.names.items) == 1 else None
    bound = BOUND.fullmatch(said["said"] or "") if said else None
    if said is None or bound is None or phrase.word not in ("with", "to") or phrase.mode == "except":
        return (phrase,)
    head, terms = tree.Name(said["head"], item.span), tree.Name(bound["terms"], item.span)
    if names.find(head, PERSONS) is None or names.find(terms, STATES) is None:
        return (phrase,)
    whom = replace(phrase, names=replace(phrase.names, items=(head,)))
    return whom, tree.NamePhrase("under", tree.Names((terms,), None, item.span), "", item.span)


def without_need(act: tree.Act, phrases: list[tree.Phrase], names: Names) -> tuple[tree.Act, list[tree.Phrase]]:
    """An act on what something is necessary for, as an act for that, to the extent necessary."""
    last = act.object.items[-1] if act.object else None
    if act.object is None or not isinstance(last, tree.Name):
        return act, phrases
    if names.lexicon.declares(key(last.text)):
        return act, phrases
    said = DESCRIBED.fullmatch(last.text)
    need = NECESSARY.fullmatch(said["said"] or "") if said else None
    at = next((at for at, part in enumerate(phrases) if part.span[0] >= act.object.span[1]), len(phrases))
    if said is not None and need is not None:
        purpose = tree.NamePhrase(
            "for", tree.Names((tree.Name(need["what"], last.span),), None, last.span), "", last.span
        )
        extent = to_the_extent(need["how"], bool(need["not"]), last)
        return on_head(act, said["head"], last), [*phrases[:at], extent, purpose, *phrases[at:]]
    bare_need = NEEDED.fullmatch(last.text)
    following = phrases[at] if at < len(phrases) else None
    if bare_need and isinstance(following, tree.NamePhrase) and following.word == "to" and not following.mode:
        return with_end(act, phrases, at, names)
    if bare_need is None or not isinstance(following, tree.NamePhrase) or following.word != "for":
        return act, phrases
    extent = to_the_extent(bare_need["how"], False, last)
    return on_head(act, bare_need["head"], last), [*phrases[:at], extent, *phrases[at:]]


def with_end(act: tree.Act, phrases: list[tree.Phrase], at: int, names: Names) -> tuple[tree.Act, list[tree.Phrase]]:
    """An act on what is necessary to do something, as one name: ``information necessary to show compliance``."""
    assert act.object is not None
    last = act.object.items[-1]
    said, end = run_of(phrases, at, names)
    whole = tree.Name(f"{last.text} {said}", (last.span[0], phrases[end - 1].span[1]))
    if names.find(whole) is None:
        return act, phrases
    object = replace(act.object, items=(*act.object.items[:-1], whole), span=(act.object.span[0], whole.span[1]))
    return replace(act, object=object), [*phrases[:at], *phrases[end:]]


def run_of(phrases: list[tree.Phrase], at: int, names: Names) -> tuple[str, int]:
    """The words of a `to` and what stands right behind it, and where that ends."""
    words, end, span = list[str](), at, (phrases[at].span[0], phrases[at].span[0])
    for part in phrases[at:]:
        follows = end == at or (stands_behind(span, part.span, names) and getattr(part, "word", "") in BEHIND_AIMS)
        if not isinstance(part, tree.NamePhrase) or part.mode or not follows:
            break
        words.append(f"{part.word} " + f" {part.names.joiner or 'and'} ".join(item.text for item in part.names.items))
        span, end = part.span, end + 1
    return " ".join(words), end


def is_safeguard(name: tree.Name, names: Names) -> bool:
    """Whether a name stands for what protects: ``safeguards to protect the security of records``."""
    found = names.find(name, THINGS)
    return found is not None and bool({"safeguard", "measure"} & keys_above(found, names))


def to_the_extent(how: str | None, lacking: bool, at: tree.Name) -> tree.ConditionPhrase:
    """*To the extent necessary*, or *unless necessary* of what is not."""
    strict = bool(how) and str(how).strip().lower() in STRICT
    state = tree.Name("strictly necessary" if strict else "necessary", at.span)
    return tree.ConditionPhrase("unless" if lacking else "to the extent", state, "", at.span)


def on_head(act: tree.Act, head: str, last: tree.Name) -> tree.Act:
    """An act on what is described, its description left out."""
    assert act.object is not None
    items = (*act.object.items[:-1], tree.Name(head, last.span))
    return replace(act, object=replace(act.object, items=items))
