"""The acts of one sentence, each with the phrases behind it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeGuard

from policyc.model.kinds import ACTIONS
from policyc.model.names import Kind, key
from policyc.resolve.naming.names import Names
from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.parts import is_adverb


@dataclass(slots=True)
class Segment:
    """One act of a sentence and the phrases behind it; ``anew`` where the writer said its modal again."""

    modal: tree.Modal
    written: str
    act: tree.Act
    phrases: list[tree.Phrase] = field(default_factory=list)
    joiner: tree.Joiner = "and"
    anew: bool = True


@dataclass(frozen=True, slots=True)
class Added:
    """An act that stands in a list: its manner, the act, and how it is joined to what stands before."""

    manner: tuple[tree.Manner, ...]
    act: tree.Act
    joiner: tree.Joiner

    def beginning(self, modal: tree.Modal, written: str, phrases: list[tree.Phrase]) -> Segment:
        """The segment that it begins, under the modal of the one before."""
        return Segment(modal, written, self.act, [*self.manner, *phrases], self.joiner, anew=False)


def takes_names(part: tree.Phrase, names: Names) -> TypeGuard[tree.NamePhrase | tree.ExceptNames]:
    """Whether a phrase takes a list of names, and not of acts as in ``to identify or contact customers``."""
    if isinstance(part, tree.NamePhrase) and part.word == "to":
        return begins_act(part.names.items[0], names) is None
    return isinstance(part, tree.NamePhrase | tree.ExceptNames)


def joined_items(names: tree.Names) -> tuple[tree.Name | tree.Quote, ...]:
    """What stands in a list after its first name."""
    return names.all[1:]


def divided(statement: tree.Statement, names: Names) -> tuple[list[tree.Phrase], list[Segment]]:
    """What stands before the first verb, and the acts of a sentence."""
    assert statement.act is not None
    first = Segment(statement.modal, statement.written, statement.act)
    before: list[tree.Phrase] = []
    segments = [first]
    for part in statement.phrases:
        if isinstance(part, tree.Further):
            added = Segment(part.modal, part.written, part.act, [*part.manner], part.joiner, part.said)
            segments.append(added)
        elif part.span[1] <= statement.act.verbs.span[0] and part.span != (0, 0):
            before.append(part)
        else:
            segments[-1].phrases.append(part)
    return before, [each for segment in segments for each in split_lists(segment, names)]


def split_lists(segment: Segment, names: Names) -> list[Segment]:
    """The acts of which the later ones stand in a list: ``delete records and notify Acme``."""
    if (at := with_manner(segment.act.verbs)) is not None:
        first, added = at_verb(segment.act, at, names)
        rest = added.beginning(segment.modal, segment.written, segment.phrases)
        return [replace(segment, act=first, phrases=[]), *split_lists(rest, names)]
    if segment.act.object and not segment.act.passive and (cut := first_act(segment.act.object, names)):
        kept, added = cut
        head = replace(segment, act=replace(segment.act, object=kept), phrases=[])
        return [head, *split_lists(added.beginning(segment.modal, segment.written, segment.phrases), names)]
    for at, part in enumerate(segment.phrases):
        if takes_names(part, names) and (cut := first_act(part.names, names)):
            kept, added = cut
            head = replace(segment, phrases=[*segment.phrases[:at], replace(part, names=kept)])
            return [
                head,
                *split_lists(added.beginning(segment.modal, segment.written, segment.phrases[at + 1 :]), names),
            ]
    return [segment]


def with_manner(verbs: tree.Names) -> int | None:
    """Which verb behind the first has a manner of its own: ``return or securely delete``."""
    later = (at for at, verb in enumerate(verbs.items) if at and is_adverb(verb.text.split()[0].lower()))
    return next((at for at in later if " " in verbs.items[at].text), None)


def at_verb(act: tree.Act, at: int, names: Names) -> tuple[tree.Act, Added]:
    """An act up to one of its verbs, and the act from that verb on."""
    verb, joiner = act.verbs.items[at], act.verbs.joiner
    assert isinstance(verb, tree.Name)
    how = names.part(verb, 0, 1)
    items = (names.part(verb, 1, len(verb.text.split())), *act.verbs.items[at + 1 :])
    before = act.verbs.items[:at]
    head = tree.Names(before, joiner if len(before) > 1 else None, span_of(before))
    rest = tree.Names(items, joiner if len(items) > 1 else None, span_of(items))
    manner = (tree.Manner(tree.Names((how,), None, how.span), how.span),)
    return replace(act, verbs=head, object=None), Added(manner, replace(act, verbs=rest), joiner or "and")


def first_act(listed: tree.Names, names: Names) -> tuple[tree.Names, Added] | None:
    """A list up to the first name in it that is an act, and that act with what follows."""
    items, heads = listed.all, len(listed.items)
    for at in range(1, len(items)):
        found = begins_act(items[at], names)
        if found is None:
            continue
        manner, verb, rest = found
        joiner = (listed.joiner if at < heads or listed.including is None else listed.including.joiner) or "and"
        what = ((rest,) if rest else ()) + items[at + 1 :]
        last = at == len(items) - 1
        verbs = tree.Names((verb,), None, verb.span)
        object = tree.Names(what, joiner if len(what) > 1 else None, span_of(what)) if what else None
        act = tree.Act(verbs, object, (verb.span[0], listed.span[1]))
        return shortened(listed, at, last), Added(manner, act, joiner)
    return None


def shortened(listed: tree.Names, at: int, last: bool) -> tree.Names:
    """A list up to one of its names; where the last is cut off, commas alone may be left between the others."""
    heads = len(listed.items)
    if at >= heads and listed.including is not None:
        kept = listed.including.items[: at - heads]
        including = tree.Names(kept, "and" if len(kept) > 1 else None, span_of(kept)) if kept else None
        return replace(listed, including=including)
    kept = listed.items[:at]
    return tree.Names(kept, (listed.joiner or "and") if len(kept) > 1 else None, span_of(kept))


def span_of(items: tuple[tree.Name | tree.Quote, ...]) -> Span:
    """Where some names stand together."""
    return (items[0].span[0], items[-1].span[1])


def begins_act(
    item: tree.Name | tree.Quote, names: Names
) -> tuple[tuple[tree.Manner, ...], tree.Name, tree.Name | None] | None:
    """The manner, the verb and what follows it, where a name that nothing declares begins with a declared act."""
    if isinstance(item, tree.Quote) or names.role(key(item.text)):
        return None
    words = item.text.split()
    manner: tuple[tree.Manner, ...] = ()
    start = 1 if len(words) > 1 and is_adverb(words[0].lower()) else 0
    known = names.verb_of(words[start:])
    if known is None or (len(words) > start + known and words[start + known].lower() == "of"):
        return None
    if names.find(item, frozenset(Kind) - ACTIONS):
        return None
    if start:
        adverb = names.part(item, 0, 1)
        manner = (tree.Manner(tree.Names((adverb,), None, adverb.span), adverb.span),)
    verb = names.part(item, start, start + known)
    return manner, verb, names.part(item, start + known, len(words)) if len(words) > start + known else None
