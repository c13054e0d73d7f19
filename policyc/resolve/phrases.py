"""The phrases of a statement: each read into a limit, a time, a condition or an order."""

from __future__ import annotations

from dataclasses import replace

from policyc.model.document import LATER, Dimension, Holds, Modality, Negation, Occasion, Quotation, TermList
from policyc.model.kinds import CONDITIONS, DATA, EVENTS, PERSONS, PLACES, PURPOSES, THINGS
from policyc.model.names import Concept, Kind, key
from policyc.resolve.excepting import read_except_names, with_rest
from policyc.resolve.joining.choosing import refuse
from policyc.resolve.moments import as_events, as_state, length, with_date, with_duration, with_occasions
from policyc.resolve.naming.names import OBJECTS, STATES, Names, Unresolved, is_somebody, keys_above
from policyc.resolve.naming.names import is_person as names_person
from policyc.resolve.parts import (
    Parts,
    add_capacity,
    add_formula,
    add_names,
    add_states,
    is_declared_person,
    is_only,
    is_person,
    key_of,
)
from policyc.resolve.ranges import labels_meant
from policyc.resolve.wording.harms import is_costless, read_without
from policyc.resolve.wording.measures import read_measure
from policyc.syntax import tree

WITH_KINDS = PERSONS | STATES
BEARING = ("indemnify", "pay", "answer for", "charge", "sue", "penalise", "compensate")
"""What is done *for* something that is no purpose: a loss, acts, a breach."""
ENDING = ("terminate", "suspend")
ON_DATA = ("process", "delete", "restrict", "encrypt")
SETTLING = ("agree", "negotiate", "coordinate", "vote on")
GAIN = frozenset({"compensation", "money", "fee"})
"""What is given in return: *sell records for money*."""


def read_phrases(phrases: tuple[tree.Phrase, ...], parts: Parts, modality: Modality = Modality.PERMISSION) -> None:
    """Read every phrase; those that fail are reported, and the others still read."""
    for phrase in phrases:
        try:
            read_phrase(phrase, parts, modality)
        except Unresolved:
            parts.failed = True


def read_phrase(phrase: tree.Phrase, parts: Parts, modality: Modality) -> None:
    """Read one phrase into the parts."""
    match phrase:
        case tree.NamePhrase(mode="except"):
            read_name_phrase(with_rest(phrase, parts), parts, modality)
        case tree.NamePhrase():
            read_name_phrase(phrase, parts, modality)
        case tree.DurationPhrase(word="for more than") if modality in (Modality.BAN, Modality.RELEASE):
            text = f"{phrase.word} {length(phrase.duration)}"
            add_formula(parts, "", Holds(Concept(Kind.CONDITION, text, text), text), phrase.span)
        case tree.DurationPhrase(word="every") if is_ceiling(phrase, parts, modality):
            parts.timing = replace(parts.timing, times=1, every=length(phrase.duration))
        case tree.DurationPhrase() | tree.DatePhrase():
            read_time(phrase, parts, modality)
        case tree.FrequencyPhrase(more=True) if modality in (Modality.BAN, Modality.RELEASE):
            often = "once" if phrase.times == 1 else f"{phrase.times} times"
            text = f"more than {often} every {length(phrase.every)}"
            add_formula(parts, "", Holds(Concept(Kind.CONDITION, text, text), text), phrase.span)
        case tree.FrequencyPhrase(more=True):
            refuse_more_often(phrase, parts)
        case tree.Whichever():
            refuse(phrase, parts.names)
        case tree.FrequencyPhrase(times, every):
            parts.timing = replace(parts.timing, times=times, every=length(every))
        case tree.SoftDeadline(words):
            before = parts.timing.soft
            parts.timing = replace(parts.timing, soft=f"{before}, {words}" if before else words)
        case tree.Manner(names, span):
            add_formula(parts, "", parts.names.states(names, "the place before the verb"), span)
        case tree.Anyhow(words):
            parts.remarks += (words,)
        case tree.ConditionPhrase():
            read_condition(phrase, parts)
        case tree.ExceptNames(names, span):
            read_except_names(names, parts, span)
        case tree.ExceptAllowed():
            parts.yields_to_grants = True
        case tree.OrderPhrase(word, labels):
            read_order(word, labels_meant(labels, parts.names), parts)
        case tree.Per(who, words):
            parts.per = Quotation(who.text, words.text if words else None)


def is_ceiling(phrase: tree.DurationPhrase, parts: Parts, modality: Modality) -> bool:
    """Whether *once a year* says how often something may be done, and not how often it must."""
    return modality is Modality.PERMISSION and not parts.names.origin(phrase.span).words.lower().startswith("at least")


def read_name_phrase(phrase: tree.NamePhrase, parts: Parts, modality: Modality) -> None:
    """Read a preposition and names; for ``to``, ``with``, ``about`` and ``under`` the kind of the names decides."""
    names, mode, span = parts.names, phrase.mode, phrase.span
    match phrase.word:
        case "for" if mode == "except" and not is_purpose(phrase.names, parts):
            read_except_names(phrase.names, parts)
        case "for" if parts.object is None and parts.does(*BEARING) and not is_only(phrase.names, PURPOSES, parts):
            parts.object = borne(phrase.names, names)
        case "for" if parts.does(*ENDING) and is_only(phrase.names, EVENTS, parts):
            read_name_phrase(replace(phrase, word="after"), parts, modality)
        case "for" if is_gain(phrase.names, names):
            add_capacity(phrase, parts, THINGS)
        case "for":
            add_names(parts, Dimension.PURPOSE, mode, purposes(phrase, parts), span, phrase.word)
        case "against" if is_turned_on(phrase, parts):
            add_capacity(phrase, parts, PERSONS)
        case "to" | "with" | "against":
            read_with(phrase, parts)
        case "at" if is_costless(phrase, modality):
            parts.remarks += (names.origin(span).words,)
        case "as" | "at" if is_only(phrase.names, CONDITIONS, parts):
            add_states(phrase, parts, outside=False)
        case "at" if names.find(phrase.names.items[0], EVENTS) is None:
            add_states(phrase, parts, outside=False)
        case "at":
            read_name_phrase(replace(phrase, word="after"), parts, modality)
        case "for longer than necessary for":
            add_capacity(phrase, parts, PURPOSES)
        case "for no longer than necessary for" | "than necessary for":
            read_measure(phrase, parts, modality)
        case "as" | "by" | "taking into account" | "on behalf of":
            add_capacity(phrase, parts, PERSONS if phrase.word == "on behalf of" else OBJECTS)
        case "through" if is_only(phrase.names, PERSONS | DATA, parts):
            add_capacity(phrase, parts, OBJECTS)
        case "through":
            add_states(phrase, parts, outside=False)
        case "without":
            read_without(phrase, parts, modality)
        case "under":
            add_states(phrase, parts, outside=False)
        case "from" if is_only(phrase.names, EVENTS, parts):
            read_name_phrase(replace(phrase, word="after"), parts, modality)
        case "from" if is_only(phrase.names, PLACES, parts):
            refuse_removal(phrase, parts)
            add_capacity(phrase, parts, PLACES)
        case "from" if parts.does("refuse"):
            persons = names.terms(phrase.names, PERSONS, "`from`")
            add_names(parts, Dimension.COUNTERPARTY, mode, persons, span, "from")
        case "from":
            add_names(parts, Dimension.SOURCE, mode, names.terms(phrase.names, PERSONS, "`from`"), span, "from")
        case "in" if is_manner(phrase.names.items[0], names):
            add_states(phrase, parts, outside=False)
        case "outside" if is_manner(phrase.names.items[0], names):
            add_states(phrase, parts, outside=True)
        case "in" | "outside":
            terms = names.terms(phrase.names, PLACES, f"`{phrase.word}`")
            add_names(parts, Dimension.PLACE, mode, terms, span, phrase.word, outside=phrase.word == "outside")
        case "about":
            read_about(phrase, parts)
        case "after" | "on" if is_only(phrase.names, CONDITIONS, parts):
            add_states(phrase, parts, outside=False)
        case "on" if parts.object is None and parts.does(*SETTLING):
            parts.object = names.terms(phrase.names, OBJECTS, "`on` here")
        case "on" if is_only(phrase.names, THINGS, parts):
            add_states(replace(phrase, word="under"), parts, outside=False)
        case "on" if is_only(phrase.names, PERSONS, parts):
            persons = names.terms(phrase.names, PERSONS, "`on`")
            add_names(parts, Dimension.COUNTERPARTY, mode, persons, span, "on")
        case "on" if is_only(phrase.names, PLACES, parts):
            read_name_phrase(replace(phrase, word="in"), parts, modality)
        case "before" | "until" if is_only(phrase.names, CONDITIONS, parts) and modality is Modality.DUTY:
            parts.timing = with_occasions(parts.timing, phrase, as_events(phrase.names, names))
        case "before" | "until" if is_only(phrase.names, CONDITIONS, parts):
            not_yet = Negation(names.states(phrase.names, f"`{phrase.word}`"))
            add_formula(parts, "if", not_yet, span, mode)
        case "after" | "before" | "on" | "until":
            read_events(phrase, parts, modality)


def is_turned_on(phrase: tree.NamePhrase, parts: Parts) -> bool:
    """Whether what is done to data with nobody is done to somebody's harm: ``use records against customers``."""
    if not parts.does(*ON_DATA) or any("interact" in keys_above(verb, parts.names) for verb in parts.verbs):
        return False
    return all(names_person(item, parts.names) for item in phrase.names.all)


def is_purpose(listed: tree.Names, parts: Parts) -> bool:
    """Whether what stands behind `except for` is a purpose; *backup* is one, and *backups* or *the backup* are data."""
    first = listed.items[0]
    bare = isinstance(first, tree.Name) and key(first.text) == first.text.lower()
    return is_only(listed, PURPOSES, parts) or (bare and parts.names.find(first, PURPOSES) is not None)


def borne(listed: tree.Names, names: Names) -> TermList:
    """What somebody answers or pays for; to answer for somebody is to answer for their acts."""
    items = tuple(
        tree.Name(f"acts of {item.text}", item.span)
        if isinstance(item, tree.Name) and is_somebody(item.text, names)
        else item
        for item in listed.items
    )
    return names.terms(replace(listed, items=items), OBJECTS - PERSONS, "`for` here")


def is_manner(first: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name stands for a manner or a state, and for no place: ``in writing``, ``in its possession``."""
    return isinstance(first, tree.Name) and not names.find(first, PLACES) and names.find(first, CONDITIONS) is not None


def is_gain(listed: tree.Names, names: Names) -> bool:
    """Whether what stands behind *for* is given in return, and is no purpose."""
    found = [names.find(item, THINGS) for item in listed.items]
    return all(each is not None and bool(GAIN & keys_above(each, names)) for each in found)


def refuse_more_often(phrase: tree.Phrase, parts: Parts) -> None:
    """Report leave or a duty to do something *more than* so often, which sets no limit; raises ``Unresolved``."""
    parts.names.reporter.error(
        "broken-sentence",
        parts.names.origin(phrase.span),
        "`more than` so often says no limit here: neither how often at most, nor how often at least.",
        "Write `at most once every year`, `every year`, or leave it out; a ban may say `more than once a year`.",
    )
    raise Unresolved


def refuse_removal(phrase: tree.NamePhrase, parts: Parts) -> None:
    """Report *remove records from Canada*, which may mean to delete or to take abroad; raises ``Unresolved``."""
    place = parts.names.find(phrase.names.items[0], PLACES)
    if place is None or not parts.does("delete") or "region" not in keys_above(place, parts.names):
        return
    name = phrase.names.items[0].text
    parts.names.reporter.error(
        "broken-sentence",
        parts.names.origin(phrase.span),
        f"`from {name}` behind a verb of deleting can be read in two ways: what is deleted, or taken out of {name}.",
        f"If the data are to stay in {name}, write `must not transfer … outside {name}`; if they are to be deleted, "
        f"write `in {name}`.",
    )
    raise Unresolved


def read_events(phrase: tree.NamePhrase, parts: Parts, modality: Modality) -> None:
    """Read after, before or until which events; what one of several makes so, or `only` one does, is a condition."""
    names, where = parts.names, f"`{phrase.word}`"
    terms = names.terms(phrase.names, EVENTS, where)
    steps = are_steps(terms, names)
    one_of = steps and modality is not Modality.DUTY and phrase.names.joiner == "or" and phrase.word in LATER
    if one_of or (steps and phrase.mode):
        state = as_state(phrase.word, names.states(phrase.names, where))
        add_formula(parts, phrase.word if phrase.word in LATER else "if", state, phrase.span, phrase.mode)
        return
    parts.timing = with_occasions(parts.timing, phrase, terms.terms)


def are_steps(terms: TermList, names: Names) -> bool:
    """Whether none of some events divides the time of an agreement."""
    concepts = [term.value for term in terms.terms if isinstance(term.value, Concept)]
    return not any("termination" in keys_above(concept, names) for concept in concepts)


def purposes(phrase: tree.NamePhrase, parts: Parts) -> TermList:
    """The purposes of a ``for`` phrase."""
    return parts.names.terms(phrase.names, PURPOSES, "`for`")


def read_with(phrase: tree.NamePhrase, parts: Parts) -> None:
    """``with Chase`` names a counterparty, ``with consent`` a condition, ``combine A with B`` more of the object.

    ``to`` takes a purpose or a place as well: ``in order to detect fraud``, ``to France``; and what an act is about:
    ``object to a subprocessor change``.
    """
    lexicon = parts.names.lexicon
    first = phrase.names.items[0]
    if phrase.word == "to" and is_only(phrase.names, PURPOSES, parts):
        add_names(parts, Dimension.PURPOSE, phrase.mode, purposes(phrase, parts), phrase.span, "for")
        return
    if phrase.word == "to" and is_only(phrase.names, PLACES, parts):
        places = parts.names.terms(phrase.names, PLACES, "`to`")
        add_names(parts, Dimension.PLACE, phrase.mode, places, phrase.span, "in")
        return
    names = parts.names
    stands_for_state = isinstance(first, tree.Quote) or (names.find(first, STATES) and not names.find(first, PERSONS))
    if stands_for_state and not parts.names.role(key_of(first)):
        if phrase.word == "to" and not phrase.mode and parts.object is None and isinstance(first, tree.Name):
            parts.object = parts.names.terms(phrase.names, OBJECTS, "`to`")
            return
        add_states(phrase, parts, outside=False)
        return
    dealt_with = any(limit.dimension is Dimension.COUNTERPARTY for limit in parts.limits)
    gives = phrase.word == "with" and parts.object is None and dealt_with and not phrase.mode
    if gives and lexicon.find(key_of(first), DATA) and not is_declared_person(first, parts):
        parts.object = parts.names.terms(phrase.names, DATA, "`with`")
        return
    if names.find(first, DATA) and not is_declared_person(first, parts) and parts.object:
        second = parts.names.terms(phrase.names, DATA, f"`{phrase.word}`", apart=True)
        parts.object = TermList(parts.object.terms + second.terms, parts.object.choice)
        return
    kinds = PERSONS if is_declared_person(first, parts) else WITH_KINDS
    terms = parts.names.terms(phrase.names, kinds, f"`{phrase.word}`")
    add_names(parts, Dimension.COUNTERPARTY, phrase.mode, terms, phrase.span, phrase.word)


def read_about(phrase: tree.NamePhrase, parts: Parts) -> None:
    """``about children`` limits whose data is meant; ``notify Chase about a breach`` says what is told."""
    terms = parts.names.terms(phrase.names, OBJECTS, "`about`")
    if all(is_person(term) for term in terms.terms):
        add_names(parts, Dimension.PEOPLE, phrase.mode, terms, phrase.span, "about")
    elif parts.object is None:
        parts.object = terms
    else:
        add_names(parts, Dimension.DATA, phrase.mode, terms, phrase.span, "about")


def read_condition(phrase: tree.ConditionPhrase, parts: Parts) -> None:
    """Read a condition; ``when`` and an event says after what, or what triggers a duty."""
    condition, word = phrase.condition, phrase.word
    if word == "when" and not phrase.mode and isinstance(condition, tree.Name):
        event = parts.names.find(condition)
        if event and event.kind is Kind.EVENT:
            occasion = Occasion("after", event, condition.text)
            parts.timing = replace(parts.timing, occasions=(*parts.timing.occasions, occasion))
            return
    add_formula(parts, word, parts.names.formula(condition), phrase.span, phrase.mode, word == "unless")


def read_time(phrase: tree.DurationPhrase | tree.DatePhrase, parts: Parts, modality: Modality) -> None:
    """Read a day or a length of time; with `even` it limits nothing."""
    origin = parts.names.origin(phrase.span)
    if phrase.mode == "even":
        parts.remarks += (origin.words,)
        return
    if isinstance(phrase, tree.DurationPhrase) and not phrase.word:
        phrase = replace(phrase, word="within" if modality is Modality.DUTY else "at least")
    refuse_second_deadline(phrase, parts)
    read = with_date if isinstance(phrase, tree.DatePhrase) else with_duration
    timing = read(parts.timing, phrase)  # type: ignore[arg-type]
    if timing is None:
        words = origin.words.removeprefix("except").strip()
        parts.names.reporter.error(
            "broken-sentence",
            origin,
            f"`except {words}` leaves open what holds before and after that time.",
            f"Say each in a sentence of its own: what may be done `{words}`, and what must not be done besides.",
        )
        raise Unresolved
    parts.timing = timing


def refuse_second_deadline(phrase: tree.DurationPhrase | tree.DatePhrase, parts: Parts) -> None:
    """Report a second deadline behind an event, which would run from both; raises ``Unresolved``."""
    timing = parts.timing
    if not isinstance(phrase, tree.DurationPhrase) or phrase.word != "within":
        return
    if timing.within is None or not timing.occasions or timing.within == length(phrase.duration):
        return
    parts.names.reporter.error(
        "broken-sentence",
        parts.names.origin(phrase.span),
        f"`{parts.names.origin(phrase.span).words}` is a second deadline: each runs from an event of its own.",
        "Write a sentence for each deadline; under one label they are one clause.",
    )
    raise Unresolved


def read_order(word: str, labels: tuple[str, ...], parts: Parts) -> None:
    """Read ``despite`` and ``subject to``."""
    if word == "despite":
        parts.outranks += labels
        parts.outranks_all |= not labels
    else:
        parts.yields_to += labels
        parts.yields_to_all |= not labels
