"""Names that are composed of declared ones: nobody has to declare these again.

*Deletion of records* is an event where *deletion of data* is one, *unauthorised access to records* an unauthorised
access, *encrypted records* are records and encrypted data. Each is a name of its own below what it is composed of; what
else is true of it the reader takes as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyc.model.kinds import EVENTS, PARTIES, PERSONS, THINGS
from policyc.model.lexicon import Lexicon, Origin
from policyc.model.names import ROLES, Concept, Kind, key
from policyc.resolve.naming.belonging import OTHER, Find, Kinds, belonging, divisions, narrower
from policyc.resolve.naming.demands import demanded
from policyc.resolve.naming.nouns import TURNING, deed, purpose_of_act
from policyc.resolve.naming.portions import in_hand, of_people, portion
from policyc.resolve.naming.qualities import QUALITY, is_below, is_plural, qualified, qualities
from policyc.resolve.report import bare

NOUNS = frozenset(Kind) - {Kind.ACTION}
LONGEST = 14
"""How many words a composed name may have: beyond that nobody reads it as one."""
THIS_AGREEMENT = re.compile(
    r"(?P<what>.+?)\s+of\s+(?:this|the)\s+(?:agreement|contract|addendum|dpa|data\s+processing\s+agreement)",
    re.IGNORECASE,
)
THIS_ONE = re.compile(
    r"(?:this|the)\s+(?:contract|addendum|deed|dpa)|this\s+data\s+(?:processing|sharing|use)\s+(?:agreement|addendum)",
    re.IGNORECASE,
)
"""The agreement itself, by another name for what it is."""
AWARE = re.compile(
    r"(?:(?:its\s+|their\s+)?(?:discovery|awareness|knowledge)\s+of|becoming\s+aware\s+of|learning\s+of|discovering)\s+(?P<what>.+)",
    re.IGNORECASE,
)
DESCRIBED = re.compile(
    r"(?P<head>.+?)\s+(?:(?:who|which|that)\s+(?P<said>.+)|(?:authori[sz]ed|permitted|entitled|allowed)\s+to\s+.+)",
    re.IGNORECASE,
)
NECESSARY_TO = re.compile(
    r"(?P<head>.+?)\s+(?P<said>(?:reasonably\s+)?(?:necessary|needed|required|sufficient)\s+to\s+.+)", re.IGNORECASE
)
IS_SO = re.compile(r"(?:is|are)\s+(?P<so>[\w'-]+(?:\s+[\w'-]+)?)", re.IGNORECASE)


def composed(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, owner: str) -> Concept | None:
    """The concept that a name stands for, or a name that is composed of declared ones; None for neither.

    ``owner`` is whom *its* means, if known. What is new is entered into the scope.
    """
    if (kinds is None or Kind.THING in kinds) and THIS_ONE.fullmatch(text) and not lexicon.declares_own(key(text)):
        return lexicon.find("agreement", THINGS)
    known = lexicon.called(text, kinds)
    plural = known is not None and known.kind is Kind.CONDITION and is_plural(text)
    if known is not None and plural and is_below(known, QUALITY, lexicon):
        return None
    known = known or of_this_agreement(text, kinds, lexicon)
    if known is not None or not 1 < len(text.split()) <= LONGEST:
        return known or purpose_of_act(text, kinds, lexicon, origin)

    kinds = NOUNS if kinds is None else kinds

    def find(part: str, kinds: Kinds) -> Concept | None:
        return composed(part, kinds, lexicon, origin, owner)

    return (
        described(text, kinds, lexicon, origin, find)
        if DESCRIBED.fullmatch(text) or NECESSARY_TO.fullmatch(text)
        else of_people(text, kinds, lexicon, origin, find)
        or in_hand(text, kinds, lexicon, origin, find)
        or belonging(text, kinds, lexicon, origin, owner, find)
        or known_of(text, kinds, lexicon, origin, find)
        or portion(text, kinds, lexicon, origin, find)
        or demanded(text, kinds, lexicon, origin, find)
        or deed(text, kinds, lexicon, origin, find)
        or qualified(text, kinds, lexicon, origin, find)
        or other(text, kinds, lexicon, origin, find)
    )


def of_this_agreement(text: str, kinds: Kinds, lexicon: Lexicon) -> Concept | None:
    """The shipped event in other words: *termination of this agreement* is *termination*."""
    said = THIS_AGREEMENT.fullmatch(text) if kinds is None or Kind.EVENT in kinds else None
    if said is None:
        return None
    event = lexicon.find(key(f"{said['what']} of the agreement"), EVENTS)
    ending = lexicon.find(key(said["what"]), EVENTS)
    return event or (ending if ending is not None and is_below(ending, TURNING, lexicon) else None)


def known_of(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """That somebody gets to know of a breach: ``becoming aware of a personal data breach``."""
    said = AWARE.fullmatch(text) if kinds is None or Kind.EVENT in kinds else None
    event = find(said["what"], EVENTS) if said else None
    awareness = lexicon.find("awareness of breach", EVENTS)
    if (
        event is None
        or awareness is None
        or not (is_below(event, "breach", lexicon) or is_below(event, "incident", lexicon))
    ):
        return None
    return awareness if event.key == "breach" else narrower(awareness, bare(text), None, lexicon, origin)


def heads(text: str, lexicon: Lexicon) -> Iterator[str]:
    """What the kind of a composed name may follow from: *personnel* in ``personnel of Chase``."""
    if said := DESCRIBED.fullmatch(text):
        yield said["head"]
        return
    yield from (what for what, _ in divisions(text, ""))
    yield from (rest for _, rest in qualities(text, lexicon))


def described(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """The kind of a name that a description picks out; ``anyone who …`` are parties."""
    said = DESCRIBED.fullmatch(text) or NECESSARY_TO.fullmatch(text)
    if said is None:
        return None
    so = IS_SO.fullmatch(said["said"] or "")
    if so and (qualified := find(f"{so['so']} {bare(said['head'])}", kinds)):
        return qualified
    anybody = key(said["head"]) in ROLES and (kinds is None or Kind.PARTY in kinds)
    head = lexicon.find("party", PARTIES) if anybody else find(said["head"], kinds)
    if head is None or head.kind is Kind.ACTION:
        return None
    return narrower(head, bare(text), None, lexicon, origin)


def other(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """Other ones than are named elsewhere, as a kind of what they are: ``other safeguards``."""
    said = OTHER.fullmatch(text)
    head = find(said["what"], kinds) if said else None
    if head is None or head.kind is Kind.ACTION or (head.is_root and head.kind in PERSONS):
        return None
    return narrower(head, bare(text), None, lexicon, origin)
