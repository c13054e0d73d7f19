"""From a statement of the tree to a provision of the model."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from policyc.model.document import (
    Dimension,
    Every,
    Formula,
    Holds,
    Limit,
    Modality,
    Mode,
    Occasion,
    Provision,
    Quotation,
    Some,
    Term,
    TermList,
    Timing,
)
from policyc.model.names import Concept, Kind, Role, key, verbs_of_participle
from policyc.resolve.attaching import attached
from policyc.resolve.belonging import OF, PRONOUN
from policyc.resolve.closing import closes_nothing, report_misplaced_only
from policyc.resolve.givers import with_givers
from policyc.resolve.moments import LATER, as_state, length, with_date, with_duration, with_occasions
from policyc.resolve.names import DATA, OBJECTS, PERSONS, STATES, Names, Unresolved, keys_above, without
from policyc.resolve.report import bare
from policyc.source import Span
from policyc.syntax import tree

MODALITIES: dict[tree.Modal, Modality] = {
    "may": Modality.PERMISSION,
    "must": Modality.DUTY,
    "must not": Modality.BAN,
    "need not": Modality.RELEASE,
}
EVENTS = frozenset({Kind.EVENT})
WITH_KINDS = PERSONS | STATES
PROTECTING = frozenset(["delete", "anonymise", "de identify", "pseudonymise", "encrypt", "redact", "restrict"])
"""Acts on data that are done for their own sake."""
ACTIONS = frozenset({Kind.ACTION})
PLACES = frozenset({Kind.PLACE})
TELLING = ("notify", "respond", "acknowledge", "explain")
PURPOSES = frozenset({Kind.PURPOSE})
MANNERS = frozenset({Kind.CONDITION})


@dataclass(slots=True)
class Parts:
    """What the phrases of one statement add up to."""

    names: Names
    verbs: tuple[Concept, ...] = ()
    object: TermList | None = None
    limits: list[Limit] = field(default_factory=list)
    timing: Timing = field(default_factory=Timing)
    per: Quotation | None = None
    outranks: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    outranks_all: bool = False
    yields_to_all: bool = False
    yields_to_grants: bool = False
    remarks: tuple[str, ...] = ()
    failed: bool = False

    def does(self, *acts: str) -> bool:
        """Whether all that is done is one of some acts, or of a kind of them."""
        return bool(self.verbs) and all(not keys_above(verb, self.names).isdisjoint(acts) for verb in self.verbs)


def resolve_statement(statement: tree.Statement, names: Names) -> Provision:
    """A statement with every name resolved; raises ``Unresolved`` when one could not be, all of them reported."""
    parts, failed = Parts(names), False
    who = statement.subject.names.items
    if len(who) != 1 or not PRONOUN.fullmatch(who[0].text):
        names.owner = who[0].text if len(who) == 1 else ""
    bearer = actions = ensured = None
    try:
        bearer = names.terms(statement.subject.names, PERSONS, "the subject")
    except Unresolved:
        failed = True
    if statement.act:
        try:
            actions = names.actions(active(statement.act, names))
            parts.verbs = tuple(term.value for term in actions.terms if isinstance(term.value, Concept))
        except Unresolved:
            failed = True
        failed |= not read_act(statement.act, parts)
    if statement.ensured:
        try:
            ensured = resolve_statement(statement.ensured, names)
        except Unresolved:
            failed = True
    takes = any("obtain" in keys_above(verb, names) for verb in parts.verbs)
    phrases = (*with_givers(statement.lead, takes, names), *with_givers(statement.phrases, takes, names))
    read_phrases(phrases, parts, MODALITIES[statement.modal])
    modality = Modality.PERMISSION if limits_only(statement, actions, names) else MODALITIES[statement.modal]
    if closes_nothing(statement):
        report_misplaced_only(statement, names.source, names.reporter)
        raise Unresolved
    if failed or parts.failed or bearer is None:
        raise Unresolved
    if statement.subject.neither:
        bearer = TermList(bearer.terms)
    return Provision(
        bearer=bearer,
        modality=modality,
        written=statement.written,
        actions=actions or TermList(()),
        object=parts.object,
        limits=attached(parts.limits, modality),
        timing=parts.timing,
        per=parts.per,
        outranks=parts.outranks,
        yields_to=parts.yields_to,
        outranks_all=parts.outranks_all,
        yields_to_all=parts.yields_to_all,
        yields_to_grants=parts.yields_to_grants,
        remarks=parts.remarks,
        ensured=ensured,
    )


def read_act(act: tree.Act, parts: Parts) -> bool:
    """Read what an act is done to: persons acted on are its counterparties, or those whose data it is done with."""
    if act.object is None:
        return True
    whom, what = told(act.object, parts)
    if whom is not None:
        add_names(parts, Dimension.COUNTERPARTY, "", parts.names.terms(whom, PERSONS, "who is told"), whom.span, "to")
    try:
        terms = parts.names.terms(what, OBJECTS, "the object of a verb")
    except Unresolved:
        return False
    persons = [term for term in terms.terms if is_person(term)]
    if persons and whom is not None:
        parts.remarks += (f"of {what.items[0].text}",)
    elif persons:
        acted_on = TermList(tuple(persons), terms.choice)
        side, word = (
            (Dimension.PEOPLE, "about") if is_by_data(act, persons, parts.names) else (Dimension.COUNTERPARTY, "to")
        )
        add_names(parts, side, "", acted_on, act.object.span, word)
    others = tuple(term for term in terms.terms if not is_person(term))
    if others:
        each = parts.does(*TELLING) and all(is_event(term) for term in others)
        parts.object = TermList(others, terms.choice and not each)
    return True


def is_event(term: Term) -> bool:
    """Whether a name stands for an event: who has to tell of one *or* another has to tell of each."""
    return isinstance(term.value, Concept) and term.value.kind is Kind.EVENT


def told(object: tree.Names, parts: Parts) -> tuple[tree.Names | None, tree.Names]:
    """Who is told, and of what, in ``notify Chase of the breach``; else nobody, and all of the object.

    *Users of Chase* belong to Chase; of a party of one's own files, something is told: ``notify Chase of processors``.
    """
    names = parts.names
    first, *rest = object.items
    if isinstance(first, tree.Quote):
        return None, object
    divided = [(first.text[: found.start()], first.text[found.end() :]) for found in OF.finditer(first.text)]
    telling = parts.does(*TELLING)
    if not (telling and any(is_own_party(whom, names) for whom, _ in divided)) and names.find(first):
        return None, object
    for whom, what in divided:
        if names.lexicon.find(key(whom), PERSONS) or names.role(key(whom)):
            is_kind = names.role(key(what)) or names.lexicon.find(key(what), PERSONS)
            if is_kind and not (telling and is_own_party(whom, names)):
                return None, object
            person = tree.Names((tree.Name(whom, first.span),), None, first.span)
            return person, replace(object, items=(tree.Name(what, first.span), *rest))
    return None, object


def is_own_party(name: str, names: Names) -> bool:
    """Whether a name is that of a party whom the files themselves declare."""
    found = names.lexicon.find(key(name), frozenset({Kind.PARTY}))
    *own, _shipped, _language = names.lexicon.scopes()
    return found is not None and any(found in scope.entries for scope in own)


def limits_only(statement: tree.Statement, actions: TermList | None, names: Names) -> bool:
    """Whether a duty is none: ``shall process data only for research`` limits what is done, and demands nothing.

    What ends or protects data, and what is not done to data, is demanded: ``must return data only to Chase``.
    """
    only = any(getattr(phrase, "mode", "") == "only" for phrase in (*statement.lead, *statement.phrases))
    if statement.modal != "must" or not only or actions is None:
        return False
    concepts = [term.value for term in actions.terms if isinstance(term.value, Concept)]
    above = [keys_above(concept, names) for concept in concepts]
    return all("process" in each and not each & PROTECTING for each in above)


def is_by_data(act: tree.Act, persons: list[Term], names: Names) -> bool:
    """Whether people are acted on by their data alone, as who identifies or tracks them deals with nobody."""
    if not all(isinstance(term.value, Concept) and term.value.kind is Kind.PEOPLE for term in persons):
        return False
    verbs = [names.lexicon.find(key(verb.text), ACTIONS) for verb in active(act, names).items]
    above = [keys_above(verb, names) if verb else set() for verb in verbs]
    return all("process" in each and "interact" not in each for each in above)


def is_person(term: object) -> bool:
    """Whether a term stands for parties or people."""
    value = getattr(term, "value", None)
    return isinstance(value, Role) or getattr(value, "kind", None) in PERSONS


def active(act: tree.Act, names: Names) -> tree.Names:
    """The verbs of an act, participles of the passive as the declared verbs that they belong to."""
    if not act.passive:
        return act.verbs
    verbs = [
        next((form for form in verbs_of_participle(verb.text) if names.lexicon.find(key(form), ACTIONS)), verb.text)
        for verb in act.verbs.items
    ]
    items = tuple(tree.Name(verb, item.span) for verb, item in zip(verbs, act.verbs.items, strict=True))
    return tree.Names(items, act.verbs.joiner, act.verbs.span)


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
        case tree.NamePhrase():
            read_name_phrase(phrase, parts, modality)
        case tree.DurationPhrase(word="for more than") if modality in (Modality.BAN, Modality.RELEASE):
            text = f"{phrase.word} {length(phrase.duration)}"
            add_formula(parts, "", Holds(Concept(Kind.CONDITION, text, text), text), phrase.span)
        case tree.DurationPhrase() | tree.DatePhrase():
            read_time(phrase, parts)
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
            read_except_names(names, parts)
        case tree.ExceptAllowed():
            parts.yields_to_grants = True
        case tree.OrderPhrase(word, labels):
            read_order(word, tuple(label.label for label in labels), parts)
        case tree.Per(who, words):
            parts.per = Quotation(who.text, words.text if words else None)


def read_name_phrase(phrase: tree.NamePhrase, parts: Parts, modality: Modality) -> None:
    """Read a preposition and names; for ``to``, ``with``, ``about`` and ``under`` the kind of the names decides."""
    names, mode, span = parts.names, phrase.mode, phrase.span
    match phrase.word:
        case "for" if mode == "except" and not is_only(phrase.names, PURPOSES, parts):
            read_except_names(phrase.names, parts)
        case "for":
            add_names(parts, Dimension.PURPOSE, mode, purposes(phrase, parts), span, phrase.word)
        case "to" | "with" | "against":
            read_with(phrase, parts)
        case "as" | "at" if is_only(phrase.names, MANNERS, parts):
            add_states(phrase, parts, outside=False)
        case "at":
            read_name_phrase(replace(phrase, word="after"), parts, modality)
        case "for longer than necessary for":
            add_capacity(phrase, parts, PURPOSES)
        case "as" | "on behalf of":
            add_capacity(phrase, parts, OBJECTS if phrase.word == "as" else PERSONS)
        case "without" | "under":
            add_states(phrase, parts, outside=phrase.word == "without")
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
        case "in" if is_only(phrase.names, MANNERS, parts):
            add_states(phrase, parts, outside=False)
        case "in" | "outside":
            terms = names.terms(phrase.names, PLACES, f"`{phrase.word}`")
            add_names(parts, Dimension.PLACE, mode, terms, span, phrase.word, outside=phrase.word == "outside")
        case "about":
            read_about(phrase, parts)
        case "after" | "on" if is_only(phrase.names, MANNERS, parts):
            add_states(phrase, parts, outside=False)
        case "after" | "before" | "on" | "until":
            read_events(phrase, parts, modality)


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
    return parts.names.terms(phrase.names, frozenset({Kind.PURPOSE}), "`for`")


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
        second = parts.names.terms(phrase.names, DATA, f"`{phrase.word}`")
        parts.object = TermList(parts.object.terms + second.terms, parts.object.choice)
        return
    kinds = PERSONS if is_declared_person(first, parts) else WITH_KINDS
    terms = parts.names.terms(phrase.names, kinds, f"`{phrase.word}`")
    add_names(parts, Dimension.COUNTERPARTY, phrase.mode, terms, phrase.span, phrase.word)


def is_only(names: tree.Names, kinds: frozenset[Kind], parts: Parts) -> bool:
    """Whether the first of some names stands for something of these kinds, and for nobody and nothing else here."""
    first = names.items[0]
    found = None if isinstance(first, tree.Quote) else parts.names.find(first)
    return found is not None and found.kind in kinds and not parts.names.role(key_of(first))


def is_declared_person(name: tree.Name | tree.Quote, parts: Parts) -> bool:
    """Whether a name stands for a party or people here."""
    spelling = key_of(name)
    return bool(parts.names.lexicon.find(spelling, PERSONS) or parts.names.role(spelling))


def read_about(phrase: tree.NamePhrase, parts: Parts) -> None:
    """``about children`` limits whose data is meant; ``notify Chase about a breach`` says what is told."""
    terms = parts.names.terms(phrase.names, OBJECTS, "`about`")
    if all(is_person(term) for term in terms.terms):
        add_names(parts, Dimension.PEOPLE, phrase.mode, terms, phrase.span, "about")
    elif parts.object is None:
        parts.object = terms
    else:
        add_names(parts, Dimension.DATA, phrase.mode, terms, phrase.span, "about")


def add_names(
    parts: Parts,
    dimension: Dimension,
    mode: Mode,
    terms: TermList,
    span: tuple[int, int],
    word: str,
    outside: bool = False,
) -> None:
    """Add a limit by names."""
    parts.limits.append(Limit(dimension, mode, terms, None, outside, word, parts.names.origin(span)))


def add_states(phrase: tree.NamePhrase, parts: Parts, outside: bool) -> None:
    """Add a limit by conditions or safeguards."""
    formula = parts.names.states(phrase.names, f"`{phrase.word}`")
    add_formula(parts, phrase.word, formula, phrase.span, phrase.mode, outside)


def add_formula(parts: Parts, word: str, formula: Formula, span: Span, mode: Mode = "", outside: bool = False) -> None:
    """Add a limit by a condition."""
    parts.limits.append(Limit(Dimension.CONDITION, mode, None, formula, outside, word, parts.names.origin(span)))


def add_capacity(phrase: tree.NamePhrase, parts: Parts, kinds: frozenset[Kind]) -> None:
    """Add in which capacity something is done: ``as a processor``, ``on behalf of Chase``, ``from the EEA``."""
    terms = parts.names.terms(phrase.names, kinds, f"`{phrase.word}`")
    states = tuple(capacity(phrase.word, term) for term in terms.terms)
    joined = states[0] if len(states) == 1 else (Some if terms.choice else Every)(states)
    add_formula(parts, "", joined, phrase.span, phrase.mode)


def capacity(word: str, term: Term) -> Holds:
    """The condition that something is done in a capacity; equal only for the same name."""
    called = term.value.value if isinstance(term.value, Role) else term.value.key
    text = f"{word} {bare(term.text)}"
    return Holds(Concept(Kind.CONDITION, f"{word} {called}", text), text)


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


def key_of(name: tree.Name | tree.Quote) -> str:
    """The key of a name of the tree."""
    return key(name.text)


def read_except_names(names: tree.Names, parts: Parts) -> None:
    """``except`` and names take from the nearest list before them whose kind they fit."""
    first = key(names.items[0].text)
    lists = [(at, limit.names) for at, limit in enumerate(parts.limits) if limit.names is not None][::-1]
    fitting = [(at, terms) for at, terms in lists if fits(first, kinds_of(terms), parts)]
    if fitting or (lists and parts.object is None):
        at, terms = (fitting or lists)[0]
        taken = parts.names.terms(names, kinds_of(terms), "`except` here")
        parts.limits[at] = replace(parts.limits[at], names=without(terms, taken))
    elif parts.object is not None:
        taken = parts.names.terms(names, kinds_of(parts.object), "`except` here")
        parts.object = without(parts.object, taken)
    else:
        parts.names.reporter.error(
            "broken-sentence",
            parts.names.origin(names.span),
            "`except` takes names away from the list before it, and there is no list here.",
            "Name what is meant first: `any data except account balances`, `with anyone except the auditor`.",
        )
        raise Unresolved


def fits(spelling: str, kinds: frozenset[Kind], parts: Parts) -> bool:
    """Whether a name is of one of some kinds here."""
    if kinds & PERSONS and parts.names.role(spelling):
        return True
    return parts.names.lexicon.find(spelling, kinds) is not None


def kinds_of(terms: TermList) -> frozenset[Kind]:
    """The kinds that the names of a list have; persons go together."""
    kinds = frozenset(Kind.PARTY if isinstance(term.value, Role) else term.value.kind for term in terms.terms)
    return kinds | PERSONS if kinds & PERSONS else kinds


def read_time(phrase: tree.DurationPhrase | tree.DatePhrase, parts: Parts) -> None:
    """Read a day or a length of time; with `even` it limits nothing."""
    origin = parts.names.origin(phrase.span)
    if phrase.mode == "even":
        parts.remarks += (origin.words,)
        return
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


def read_order(word: str, labels: tuple[str, ...], parts: Parts) -> None:
    """Read ``despite`` and ``subject to``."""
    if word == "despite":
        parts.outranks += labels
        parts.outranks_all |= not labels
    else:
        parts.yields_to += labels
        parts.yields_to_all |= not labels
