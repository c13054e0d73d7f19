"""*Without* harm and *without* cost: what leave must not bring about, and what it does not cost.

*May use records without consent* is leave with consent or without it, since consent is a ground. *May audit Globex
without disruption* is leave only where there is none: nobody means to allow harm. On a duty both say how it is done.
*May terminate without penalty* says what the leave costs, and limits nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn, TypeGuard

from policyc.model.document import Every, Formula, Modality, Negation
from policyc.model.kinds import ACTIONS
from policyc.model.names import key
from policyc.resolve.naming.complements import stands_behind
from policyc.resolve.naming.names import STATES, Names, Unresolved, keys_above
from policyc.resolve.naming.nouns import JOINT
from policyc.resolve.parts import Parts, add_formula, add_states
from policyc.syntax import tree

HARMS = frozenset(
    [
        *("harm", "unreasonable burden", "violation", "breach of contract", "breach of law", "non compliance"),
        *("security risk", "safety threat", "high risk", "risk", "fraud", "negligence", "wilful misconduct"),
        *("abuse of confidentiality", "unequal treatment"),
    ]
)
"""What leave is not meant to bring about, and all kinds of it."""
COSTS = frozenset({"fee", "cost", "penalty", "liability", "compensation", "own expense", "money", "damage"})
"""What leave may cost whoever uses it, and all kinds of it."""
COSTLESS = frozenset({"no charge", "no cost", "no additional cost", "no additional charge", "free of charge"})
GERUNDS = {
    "breaching": "violation",
    "burdening": "burden",
    "contravening": "violation",
    "damaging": "harm",
    "delaying": "delay",
    "disrupting": "disruption",
    "disturbing": "disruption",
    "harming": "harm",
    "hindering": "interference",
    "impairing": "interference",
    "impeding": "interference",
    "inconveniencing": "burden",
    "infringing": "violation",
    "interfering": "interference",
    "interrupting": "disruption",
    "obstructing": "interference",
    "violating": "violation",
}
"""What is brought about, by what is done: ``without disrupting operations`` is without disruption of operations."""
BRINGING = frozenset(
    ["causing", "creating", "incurring", "imposing", "paying", "inflicting", "placing", "putting", "committing"]
)
"""Words behind which stands what is brought about: ``without causing disruption``."""
Items = tuple[tree.Name | tree.Quote, ...]
REACHING = ("with", "to", "on")
"""What stands before whom or what harm is done to: ``interference with operations``, ``disruption to Acme``."""


# The words: harm by its noun, with whom or what it is done to


def with_harms(statement: tree.Statement, phrases: Sequence[tree.Phrase], names: Names) -> list[tree.Phrase]:
    """The phrases of a statement, each harm behind *without* one name; raises ``Unresolved``, reported."""
    found: list[tree.Phrase] = []
    for part in phrases:
        last = found[-1] if found else None
        if is_without(last) and isinstance(part, tree.NamePhrase) and reaches(last, part, names):
            if part.word == "to" and gives(statement, found, names):
                refuse_either(last, part, names)
            found[-1] = with_whom(last, part, names)
        else:
            found.append(as_nouns(part, names) if is_without(part) else part)
    return found


def is_without(part: tree.Phrase | None) -> TypeGuard[tree.NamePhrase]:
    """Whether a phrase says without what."""
    return isinstance(part, tree.NamePhrase) and part.word == "without"


def as_nouns(part: tree.NamePhrase, names: Names) -> tree.NamePhrase:
    """A phrase whose harms are named by nouns."""
    items = tuple(as_noun(item, names) if isinstance(item, tree.Name) else item for item in part.names.items)
    return replace(part, names=replace(part.names, items=items))


def as_noun(item: tree.Name, names: Names) -> tree.Name:
    """What is done as what comes of it: ``unreasonably interfering`` as *unreasonable interference*."""
    if names.find(item, STATES) is not None:
        return item
    words = item.text.split()
    how = [words[0]] if len(words) > 1 and words[0].lower().endswith("ly") else []
    done, rest = words[len(how)].lower(), words[len(how) + 1 :]
    if " ".join([*how[:1], done]).lower() in ("adversely affecting", "negatively affecting"):
        return tree.Name(" ".join(["harm", *(["of", *rest] if rest else [])]), item.span)
    before = [adjective(how[0])] if how else []
    if done in BRINGING and rest:
        return tree.Name(" ".join([*before, *rest]), item.span)
    if (noun := GERUNDS.get(done)) is None:
        return item
    return tree.Name(" ".join([*before, noun, *(["of", *rest] if rest else [])]), item.span)


def adjective(adverb: str) -> str:
    """The word before a noun for one before a verb: ``unreasonably``, ``unduly``, ``materially``."""
    low = adverb.lower()
    if low.endswith("bly"):
        return f"{low[:-1]}e"
    if low.endswith("ily"):
        return f"{low[:-3]}y"
    return "undue" if low == "unduly" else low[:-2]


def reaches(without: tree.NamePhrase, part: tree.NamePhrase, names: Names) -> bool:
    """Whether a phrase right behind a harm or a cost says whom or what it is done to."""
    last = without.names.items[-1]
    if part.word not in REACHING or part.mode or isinstance(last, tree.Quote):
        return False
    return stands_behind(without.span, part.span, names) and (is_harm(last, names) or is_cost(last, names))


def with_whom(without: tree.NamePhrase, part: tree.NamePhrase, names: Names) -> tree.NamePhrase:
    """A harm and whom or what it is done to as one name, or one for each."""
    *others, last = without.names.items
    joint = "of" if part.word == "on" else part.word
    made = (tree.Name(f"{last.text} {joint} {item.text}", (last.span[0], item.span[1])) for item in part.names.items)
    items = (*others, *made)
    joiner = (without.names.joiner or part.names.joiner) if len(items) > 1 else None
    span = (without.span[0], part.span[1])
    return replace(without, names=replace(without.names, items=items, joiner=joiner), span=span)


def gives(statement: tree.Statement, before: Sequence[tree.Phrase], names: Names) -> bool:
    """Whether data are handed over, and nothing before says to whom."""
    verbs = statement.act.verbs.items if statement.act else ()
    given = [names.lexicon.find(key(verb.text), ACTIONS) for verb in verbs]
    told = any(isinstance(part, tree.NamePhrase) and part.word in ("to", "with") for part in before)
    return not told and any(verb is not None and "share" in keys_above(verb, names) for verb in given)


def refuse_either(without: tree.NamePhrase, part: tree.NamePhrase, names: Names) -> NoReturn:
    """Report a *to* that may say to whom data go, or whom harm is done to; raises ``Unresolved``."""
    whom, harm = names.origin(part.names.span).words, names.origin(without.span).words
    names.reporter.error(
        "broken-sentence",
        names.origin(part.span),
        f"`to {whom}` can be read in two ways: to whom the data go, or as part of `{harm}`.",
        f"If the data go there, write `to {whom}` before `{harm}`; else say to whom they go before it.",
    )
    raise Unresolved


# The meaning


def read_without(phrase: tree.NamePhrase, parts: Parts, modality: Modality) -> None:
    """Read *without* and states: a ground that is not needed, a harm that there must not be, or what nothing costs."""
    names, items = parts.names, phrase.names.all
    if phrase.mode or modality in (Modality.BAN, Modality.RELEASE):
        add_states(phrase, parts, outside=True)
        return
    harms = tuple(item for item in items if is_harm(item, names))
    costs = tuple(item for item in items if item not in harms and is_cost(item, names))
    others = tuple(item for item in items if item not in (*harms, *costs))
    if costs and modality is Modality.DUTY:
        harms, costs = tuple(item for item in items if item not in others), ()
    if others:
        add_states(of(phrase, others), parts, outside=True)
    if harms:
        add_formula(parts, "with", absence(names.states(of(phrase, harms).names, "`without`")), phrase.span)
    if costs:
        parts.remarks += (names.origin(phrase.span).words,) if costs == items else said(costs)


def of(phrase: tree.NamePhrase, items: Items) -> tree.NamePhrase:
    """A phrase with some of its names: *without* a list is without each of it."""
    names = phrase.names if items == phrase.names.all else tree.Names(items, phrase.names.joiner, phrase.names.span)
    return replace(phrase, names=names)


def said(items: Items) -> tuple[str, ...]:
    """The words for what something does not cost, beside what else it is without."""
    return tuple(f"without {item.text}" for item in items)


def is_costless(phrase: tree.NamePhrase, modality: Modality) -> bool:
    """Whether a phrase of leave says that it costs nothing: ``at no charge``."""
    words = {key(item.text) for item in phrase.names.all}
    return modality is Modality.PERMISSION and not phrase.mode and words <= COSTLESS


def absence(formula: Formula) -> Formula:
    """That none of some states holds: *without disruption and delay* is without either."""
    match formula:
        case Every(operands):
            return Every(tuple(map(absence, operands)))
        case _:
            return Negation(formula)


def is_harm(item: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name stands for harm."""
    if isinstance(item, tree.Quote):
        return False
    breach = JOINT.search(item.text) is not None and head(item) in ("breach", "infringement")
    return bool(HARMS & keys_of(item, names)) or breach or head(item) in ("damage", "loss")


def is_cost(item: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name stands for what something costs whoever does it."""
    return bool(COSTS & keys_of(item, names)) and not is_harm(item, names)


def keys_of(item: tree.Name | tree.Quote, names: Names) -> set[str]:
    """The keys of what a name stands for, and of what stands before what it is done to."""
    if isinstance(item, tree.Quote):
        return set()
    before = tree.Name(JOINT.split(item.text, maxsplit=1)[0], item.span)
    found = (names.find(name, STATES) for name in (item, before))
    return {above for each in found if each is not None for above in keys_above(each, names)}


def head(item: tree.Name) -> str:
    """The word for harm itself, which is that for its price as well: *damage* in ``material damage to systems``."""
    return JOINT.split(item.text, maxsplit=1)[0].split()[-1].lower()
