"""Performance: whether to do what one duty asks for does what another wants: the act, with whom, where, by when."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.owed import Option, Trigger, is_means, is_told, names_counterparty
from policyc.analysis.entailment.pace import Lack, lacks_in_pace
from policyc.analysis.knowing import is_known_later, is_known_of, is_own_breach, names_breach
from policyc.analysis.words import concept_words, listed, named_in
from policyc.model.document import Modality
from policyc.model.names import Kind
from policyc.norms.condition import entails
from policyc.norms.region import Side

ABOUT = (Side.BEARER, Side.OBJECT, Side.PEOPLE)


def lacks_in_act(way: Option, wanted: Option, ground: Ground) -> list[Lack] | None:
    """What keeps one duty's performance from being what another wants; None where they are about different things."""
    if not way.region.masks[Side.ACTION] & wanted.region.masks[Side.ACTION]:
        return None
    if is_told(wanted.norm, ground) and tells_of_no_such_thing(way, wanted, ground):
        return None
    about = ABOUT[:1] if is_told(wanted.norm, ground) else ABOUT
    if not all(way.region.masks[side] & wanted.region.masks[side] for side in about):
        return None
    return [
        *lacks_in_deed(way, wanted, ground),
        *lacks_in_trigger(way, wanted, ground),
        *lacks_in_pace(way.norm.timing, wanted.norm.timing, Modality.DUTY),
    ]


def tells_of_no_such_thing(way: Option, wanted: Option, ground: Ground) -> bool:
    """Whether a duty to tell names what it tells, and that has nothing to do with the event that is to be told of."""
    if not wanted.triggers or way.triggers or not way.norm.objects:
        return False
    events = [event for _, mask in wanted.triggers for event in ground.closure.universe.named(mask)]
    told = [concept.key for concept in way.norm.objects]
    return not any(event.key in said for event in events for said in told) and not (
        any(map(names_breach, events)) and any(map(names_breach, way.norm.objects))
    )


def lacks_in_deed(way: Option, wanted: Option, ground: Ground) -> Iterator[Lack]:
    """Where the act, the other party, the place, the purpose or the manner is less than what is wanted."""
    given, asked = way.region.masks, wanted.region.masks
    if given[Side.ACTION] & ~asked[Side.ACTION]:
        acts = (words(mask, ground) for mask in (given[Side.ACTION], asked[Side.ACTION]))
        yield Lack("it asks to {}, not to {}".format(*acts))
    if is_means(wanted.norm, ground) and given[Side.OBJECT] & ~asked[Side.OBJECT]:
        yield Lack(f"it names {words(given[Side.OBJECT], ground)}, not {words(asked[Side.OBJECT], ground)}")
    if names_counterparty(wanted) and not reaches(way, wanted, ground):
        told = words(given[Side.COUNTERPARTY], ground) if names_counterparty(way) else "nobody"
        yield Lack(f"it names {told}, not {words(asked[Side.COUNTERPARTY], ground)}")
    if Side.PURPOSE in wanted.norm.stated and asked[Side.PURPOSE] & ~given[Side.PURPOSE]:
        yield Lack(f"it is not for {words(asked[Side.PURPOSE], ground)}")
    if Side.PLACE in wanted.norm.stated and given[Side.PLACE] & ~asked[Side.PLACE]:
        yield Lack("it does not say that this must happen there")
    if not entails(way.norm.manner, wanted.norm.manner):
        yield Lack("it does not ask for the manner in which that is to be done")


def reaches(way: Option, wanted: Option, ground: Ground) -> bool:
    """Whether what is done reaches whom it is to reach.

    A duty towards all of a kind reaches each of them; one towards a certain company reaches one of its kind, where only
    some of that kind are meant.
    """
    if not names_counterparty(way):
        return False
    given, asked = way.region.masks[Side.COUNTERPARTY], wanted.region.masks[Side.COUNTERPARTY]
    people = ground.closure.universe.kind(Kind.PEOPLE)
    certain = asked & (people | ground.parties)
    return not asked & ~given or (not certain and not given & ~asked)


def lacks_in_trigger(way: Option, wanted: Option, ground: Ground) -> Iterator[Lack]:
    """Where a duty is not set running by each event that is wanted to."""
    standing = not wanted.norm.timing.within and not wanted.norm.timing.at_least and way.norm.timing.every is None
    if not wanted.triggers and way.triggers:
        yield Lack(f"it binds only {triggers_words(way.triggers, ground)}", slight=True)
    elif not way.triggers and wanted.triggers and not standing:
        yield Lack(f"it does not say that its time begins {triggers_words(wanted.triggers, ground)}")
    elif way.triggers:
        missed = [asked for asked in wanted.triggers if not any(sets_off(each, asked, ground) for each in way.triggers)]
        if missed:
            learnt = all(any(runs_from_knowledge(each, asked, ground) for each in way.triggers) for asked in missed)
            words_of = (triggers_words(each, ground) for each in (way.triggers, wanted.triggers))
            yield Lack("it falls due {}, not {}".format(*words_of), slight=learnt)


def sets_off(given: Trigger, asked: Trigger, ground: Ground) -> bool:
    """Whether one trigger is met wherever another is, and no later."""
    sooner = given[0] == "after" and is_known_of(asked[1], given[1], ground.closure)
    own = given[0] == "after" and is_own_breach(asked[1], given[1], ground.closure)
    return given[0] == asked[0] and (not asked[1] & ~given[1] or sooner or own)


def runs_from_knowledge(given: Trigger, asked: Trigger, ground: Ground) -> bool:
    """Whether one trigger is that a party learns of the breach that is the other."""
    return given[0] == asked[0] == "after" and is_known_later(asked[1], given[1], ground.closure)


def triggers_words(triggers: tuple[Trigger, ...], ground: Ground) -> str:
    """Triggers as they are read: *after a breach*."""
    return listed((f"{word} {words(mask, ground)}" for word, mask in triggers), "or")


def words(mask: int, ground: Ground) -> str:
    """The widest names in a set, the first few of them."""
    if mask < 0:
        return "anyone"
    found = [concept_words(concept) for concept in named_in(ground.closure, mask)]
    return listed(found[:3], "or") or "somebody"
