"""Findings on a grant and a ban that clash: shared by the rules on plain bans and on what ``only`` leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policyc.analysis.conditions import formula_words, grouped, worded
from policyc.analysis.contradiction import RANK, Contradiction, Grade
from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered
from policyc.analysis.words import listed
from policyc.findings import Evidence, Finding, Severity
from policyc.model.document import Limit, Modality
from policyc.model.names import GUARDING, Kind
from policyc.norms.concepts import NONE, union
from policyc.norms.condition import ALWAYS
from policyc.norms.norm import Norm
from policyc.norms.order import closed_sides
from policyc.norms.persons import Persons
from policyc.norms.region import Side
from policyc.rules.evidence import quote
from policyc.rules.keeping import is_lawful_exception, keeps
from policyc.rules.steps import act_step
from policyc.rules.wording import (
    act,
    by_clause,
    capped,
    clauses,
    quoted_each,
    scenario,
    sentence,
    timeless,
    verb,
)

INSPECTING = ("auditor", "representative", "regulator", "public body")
INSPECTION = re.compile(r"\b(audit|inspect|complian|oversight|supervis|verif)")
"""Those who look into whether rules are kept, and what for."""
CARING = (*GUARDING, "aggregate")
"""Acts for which data are not used, but taken care of."""

SEVERITIES = {Grade.DENIED: Severity.ERROR, Grade.PARTIAL: Severity.WARNING}


def clashes(rule: str, contradictions: Iterable[Contradiction], facts: Facts) -> Iterator[Finding]:
    """One finding for each grant and reason, one note for each narrower ban and for each clause that prevails."""
    denied: dict[tuple[int, int, int], list[Contradiction]] = {}
    narrower: dict[int, list[Contradiction]] = {}
    ordered: dict[tuple[int, bool], list[Contradiction]] = {}
    for each in contradictions:
        if each.grade is Grade.ORDERED:
            winner = each.prevails or each.ban
            ordered.setdefault((id(winner.clause), winner is each.grant), []).append(each)
        elif each.grade is Grade.NARROWER:
            if not is_no_exception(each, facts):
                narrower.setdefault(id(each.ban.clause), []).append(each)
        else:
            masks = each.overlap.masks
            key = (id(each.grant.clause), masks[Side.PURPOSE], masks[Side.COUNTERPARTY])
            denied.setdefault(key, []).append(each)
    yield from (denial(rule, group, facts) for group in denied.values())
    told: dict[int, list[Contradiction]] = {}
    for group in denied.values():
        told.setdefault(id(group[0].grant.clause), []).extend(group)
    for group in narrower.values():
        if untold := [each for each in group if not within_denial(each, told.get(id(each.grant.clause), []))]:
            yield exception(rule, untold, facts)
    yield from (precedence(rule, group, facts) for group in ordered.values())


def is_no_exception(narrow: Contradiction, facts: Facts) -> bool:
    """Whether a narrower ban takes nothing from a grant that anybody would miss, so that nothing is worth a note.

    A limit set by ``only`` leaves broader leave of one agreement as it is meant, and what such a limit leaves was no
    broad leave; but that consent is asked for is said. What protects data (to delete them, to encrypt them) is done for
    its own sake: a ban on some purposes does not mean it. What must be done, or may be done so often or in such places,
    is no leave for a purpose of which only the ban speaks. And leave to share by one agreement is not touched by
    another's ban on a mere kind of sharing, such as to sell.
    """
    grant, ban = narrow.grant, narrow.ban
    if narrow.joined and Side.PURPOSE in ban.stated and not grant.purpose_stated and says_how(grant):
        return True
    if narrow.joined and (ban.by_only is not None or closed_sides(grant)):
        return not asks_consent(ban, facts)
    for_what = Side.PURPOSE in ban.stated - grant.stated or ban.by_only is Side.PURPOSE
    if for_what and not grant.purposes and not grant.region.masks[Side.ACTION] & ~protecting(grant, facts):
        return True
    given, denied = grant.region.masks[Side.ACTION], ban.region.masks[Side.ACTION]
    return not narrow.joined and ban.by_only is None and not denied & ~given and bool(given & ~denied)


def says_how(grant: Norm) -> bool:
    """Whether a grant says that something is to be done, or how often or where it may be, and not what for."""
    return grant.modality is Modality.DUTY or grant.timing.times is not None or Side.PLACE in grant.stated


def asks_consent(ban: Norm, facts: Facts) -> bool:
    """Whether a ban follows from a clause that allows something only with consent: that is worth saying twice."""
    consent = facts.closure(ban.document).covers_key("consent", Kind.CONDITION)
    return ban.by_only == "condition" and any(each.absent & consent for each in ban.region.condition)


def protecting(grant: Norm, facts: Facts) -> int:
    """The acts that end data, or make them safer, whatever they were for."""
    return covered(CARING, Kind.ACTION, facts.closure(grant.document))


def within_denial(narrow: Contradiction, denials: list[Contradiction]) -> bool:
    """Whether a wider ban denies the same grant already, so that a narrower one adds nothing."""
    return any(narrow.ban.region.inside(each.ban.region) for each in denials)


def denial(rule: str, group: list[Contradiction], facts: Facts) -> Finding:
    """What one clause gives others take away, wholly or in part."""
    worst = min(group, key=lambda each: RANK[each.grade])
    grant, own = worst.grant, worst.grant.document
    every = by_clause(each.ban for each in group)
    holding = {id(each.ban.clause) for each in group if each is worst or worst.witness.within(each.ban.region)}
    bans, others = ([ban for ban in every if (id(ban.clause) in holding) is wanted] for wanted in (True, False))
    severity = capped(severity_of(worst, facts), [grant, worst.ban])
    does = act(timeless(worst.witness), facts, grant, worst.ban)
    part = "" if worst.grade is Grade.DENIED else " in part"
    gives = ("requires", "require") if grant.modality is Modality.DUTY else ("allows", "allow")
    message = (
        f"{sentence(clauses([grant], own))} {verb([grant], *gives)} {does}, which {clauses(bans, own)} "
        f"{verb(bans, 'forbids', 'forbid')}{part}: {why(worst)}"
    )
    given = quote(grant, "this gives")
    taken = quoted_each(bans, "this takes away" if worst.ban.by_only is None else "this shuts it out")
    against = quoted_of(worst.ban, bans, taken)
    return Finding(
        rule,
        severity,
        message,
        given,
        help_for(worst, bans, facts),
        (*taken, *quoted_each(others, "this forbids it in other cases")),
        scenario(worst.witness, facts, grant, worst.ban),
        steps=(act_step(worst.witness, facts, grant, worst.ban, by=given, against=against),),
    )


def quoted_of(norm: Norm, norms: list[Norm], quotes: tuple[Evidence, ...]) -> Evidence:
    """The quotation of a norm's clause, among those of one norm of each clause."""
    return next(quoted for each, quoted in zip(norms, quotes, strict=True) if each.clause is norm.clause)


def severity_of(clash: Contradiction, facts: Facts) -> Severity:
    """How grave a clash is; leave beside a closed list may be meant as one more entry of it, so it is not sure.

    What people get of their own data, or the law wants kept, is hardly meant by a ban that speaks of others; and what
    the clause of the list itself allows in another sentence is an entry of it. A ban on sharing with anyone is mostly
    aimed at those outside the agreement, and never at the personnel of who is bound.
    """
    kept_by_law = keeps(clash.grant, facts) and is_lawful_exception(clash.grant, facts)
    if kept_by_law or to_themselves(clash, facts) or is_entry(clash, facts) or within_house(clash, facts):
        return Severity.NOTE
    beside_list = clash.ban.by_only is not None and clash.grant.modality is Modality.PERMISSION
    if beside_list or between_parties(clash, facts):
        return Severity.WARNING
    return SEVERITIES[clash.grade]


def to_themselves(clash: Contradiction, facts: Facts) -> bool:
    """Whether a grant lets people have data about themselves, and the ban does not name them."""
    people = facts.universe.kind(Kind.PEOPLE)
    given, denied = clash.grant.region.masks, clash.ban.region.masks
    takers = given[Side.COUNTERPARTY]
    own = takers > NONE and not takers & ~people and bool(takers & given[Side.PEOPLE])
    return own and bool(denied[Side.COUNTERPARTY] & ~people)


def between_parties(clash: Contradiction, facts: Facts) -> bool:
    """Whether a grant lets parties of the agreement have data that a ban keeps from anyone, or anyone but some."""
    closure = facts.closure(clash.grant.document)
    parties = union(closure.universe.bit(party) for party in clash.grant.document.parties)
    return is_on_anyone(clash) and goes_only_to(clash.grant, parties)


def within_house(clash: Contradiction, facts: Facts) -> bool:
    """Whether a ban on sharing with anyone meets what goes to a party's own staff, or must be shown to the other side.

    Who works for a party is no third party to it (GDPR Art. 4(10)). Nor does such a ban speak of the other party, its
    staff, or those who inspect, where the same agreement makes the data be shown to them.
    """
    grant, closure = clash.grant, facts.closure(clash.grant.document)
    staff = Persons(grant.document, closure).staff()
    parties = union(closure.universe.bit(party) for party in grant.document.parties)
    inspected = bool(grant.purposes) and all(INSPECTION.search(purpose.key) for purpose in grant.purposes)
    inspectors = closure.covers_keys(INSPECTING, Kind.PARTY) if inspected else 0
    shown = parties | inspectors
    wanted = grant.modality is Modality.DUTY and goes_only_to(grant, staff | shown)
    return is_on_anyone(clash) and (wanted or goes_only_to(grant, staff))


def is_on_anyone(clash: Contradiction) -> bool:
    """Whether a ban says that it is on giving something to anyone, or anyone but some."""
    ban = clash.ban
    open_ended = ban.by_only is None and all(item < 0 for item in ban.items[Side.COUNTERPARTY])
    return clash.joined and open_ended and Side.COUNTERPARTY in ban.stated


def goes_only_to(grant: Norm, persons: int) -> bool:
    """Whether all takers of a grant are of a finite set of persons."""
    takers = grant.region.masks[Side.COUNTERPARTY]
    return takers > NONE and not takers & ~persons


def is_entry(clash: Contradiction, facts: Facts) -> bool:
    """Whether another sentence of the clause that closes a list of purposes gives leave for those of a grant."""
    ban, wanted = clash.ban, clash.grant.region.masks[Side.PURPOSE]
    if ban.by_only is not Side.PURPOSE or not clash.grant.purposes or ban.clause.label is None:
        return False
    for norm in facts.norms_of(ban.document):
        if norm.grants and norm.purposes and norm.clause.label == ban.clause.label:
            alike = (norm.region.masks[side] & clash.grant.region.masks[side] for side in (Side.BEARER, Side.OBJECT))
            wanted &= ~norm.region.masks[Side.PURPOSE] if all(alike) else wanted
    return not wanted


def why(clash: Contradiction) -> str:
    """Why a clash matters, in half a sentence."""
    if clash.ban.by_only == "condition":
        return "it sets a condition that the other clause does not."
    if clash.ban.by_only is not None:
        return "it is outside what `only` leaves."
    if not clash.joined:
        return "the agreements cannot both be kept."
    if limits := unlifted(clash):
        phrases = listed(worded(limit, limit.formula) for limit in limits if limit.formula)
        return f"{clauses([clash.ban], clash.grant.document)} is flat, so it holds {phrases} too."
    return "what one sentence gives the other takes away."


def unlifted(clash: Contradiction) -> list[Limit]:
    """The conditions of a grant of which a flat ban takes no notice; none where it says aloud that it holds even so."""
    grant, ban = clash.grant, clash.ban
    limits = [limit for limit in grant.provision.limits if limit.formula is not None]
    plain = all(limit.mode in ("", "only") and limit.word in ("with", "if", "under") for limit in limits)
    aloud = any(limit.mode == "even" for limit in ban.provision.limits)
    flat = ban.by_only is None and ban.region.condition == ALWAYS != grant.region.condition
    return limits if flat and plain and not aloud and not grant.quoted else []


def lifted_by(limits: list[Limit]) -> str:
    """Conditions as they stand after `unless`."""
    formulas = [limit.formula for limit in limits if limit.formula]
    return listed(formula_words(each) if len(formulas) == 1 else grouped(each) for each in formulas)


def help_for(clash: Contradiction, bans: list[Norm], facts: Facts) -> str:
    """What makes a clash go away."""
    grant, ban = clash.grant, clash.ban
    limits, flat = unlifted(clash), flat_ban(clash)
    if between_parties(clash, facts):
        return (
            f"If {flat_ban(clash)} is aimed at outsiders, say `third parties` in it, or name those who are to get the "
            "data in its exception; if not, take one of the two out."
        )
    unless = f"If that is to lift the ban, end {flat} with `unless {lifted_by(limits)}`. " if limits else ""
    if clash.across:
        return unless + (
            f'Say which agreement comes first (`This agreement prevails over "{ban.document.title}".`), '
            f"or take out of {clauses([grant], grant.document)} what {clauses(bans, grant.document)} "
            f"{verb(bans, 'forbids', 'forbid')}."
        )
    label = ban.clause.label or "4"
    if ban.by_only is not None:
        return (
            f"Add it to what `only` allows in {clauses([ban], grant.document)}, take it out of "
            f"{clauses([grant], grant.document)}, or begin the latter with `Despite {label}, …`."
        )
    return unless + (
        f"Begin {clauses([grant], grant.document)} with `Despite {label}, …` if it is meant as an exception, end the "
        "ban with "
        f"`except as this agreement allows`, or take one of the two out."
    )


def flat_ban(clash: Contradiction) -> str:
    """The ban by its number, seen from the agreement of the grant."""
    return clauses([clash.ban], clash.grant.document)


def exception(rule: str, group: list[Contradiction], facts: Facts) -> Finding:
    """A narrower ban inside a broader grant: read as an exception, and worth a note."""
    first = group[0]
    ban, own = first.ban, first.ban.document
    grants = by_clause(each.grant for each in group)
    does = f"{act(timeless(first.witness), facts, ban)} {conditions(ban)}".rstrip()
    reading = "it is read as an exception and decides"
    despite = f"`Despite {listed(labels(grants) or ['4'])}, …`"
    cure = f"Nothing has to change; to say it aloud, begin {clauses([ban], own)} with {despite}."
    if first.across:
        cure = "Nothing has to change."
    if not first.joined:
        reading = "no sentence says which agreement comes first, so the narrower ban is the safe reading"
        cure = f'Say which agreement comes first, such as `This agreement prevails over "{grants[0].document.title}".`'
    message = (
        f"{sentence(clauses([ban], own))} {verb([ban], 'forbids', 'forbid')} {does}, which the broader "
        f"{clauses(grants, own)} {verb(grants, 'takes', 'take')} in; {reading}."
    )
    narrow, broad = quote(ban, "the narrower ban"), quoted_each(grants, "the broader grant")
    by = quoted_of(first.grant, grants, broad)
    return Finding(
        rule,
        Severity.NOTE,
        message,
        narrow,
        cure,
        broad,
        scenario(first.witness, facts, first.grant, ban),
        steps=(act_step(first.witness, facts, first.grant, ban, by=by, against=narrow),),
    )


def conditions(ban: Norm) -> str:
    """The conditions of a plain ban, as its clause has them; what an ``only`` shuts out is told without them."""
    limits = ban.provision.limits if ban.by_only is None else ()
    told = [f"{limit.mode} {worded(limit, limit.formula)}".strip() for limit in limits if limit.formula]
    return listed(told, "or" if any(each.startswith("except") for each in told) else "and")


def precedence(rule: str, group: list[Contradiction], facts: Facts) -> Finding:
    """A declared order decides between the two."""
    first = group[0]
    winner = first.prevails or first.ban
    losers = by_clause(each.ban if winner is each.grant else each.grant for each in group)
    own = winner.document
    gives, takes = ("permits", "forbid") if winner is first.grant else ("forbids", "permit")
    does = act(timeless(first.witness), facts, first.grant, first.ban)
    message = (
        f"{sentence(clauses([winner], own))} prevails: it {gives} {does}, which {clauses(losers, own)} "
        f"{verb(losers, takes + 's', takes)}, "
        "and a declared order decides."
    )
    prevailing, yielding = quote(winner, "this prevails"), quoted_each(losers, "this yields")
    by, against = (prevailing, yielding[0]) if winner is first.grant else (yielding[0], prevailing)
    return Finding(
        rule,
        Severity.NOTE,
        message,
        prevailing,
        "Nothing has to change if this is what is meant; otherwise take the words of precedence out.",
        yielding,
        scenario(first.witness, facts, first.grant, first.ban),
        steps=(act_step(first.witness, facts, first.grant, first.ban, by=by, against=against),),
    )


def labels(norms: list[Norm]) -> list[str]:
    """The labels of some clauses."""
    return list(dict.fromkeys(norm.clause.label for norm in norms if norm.clause.label))
