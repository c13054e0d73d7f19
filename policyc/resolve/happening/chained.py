"""States that a sentence joins, read from left to right, and the phrases behind them that belong to the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policyc.model.names import key
from policyc.resolve.happening.deed_names import registered
from policyc.resolve.happening.deeds import KNOWING, Deed, aware, deed_of, names_state
from policyc.resolve.happening.leave import given_by
from policyc.resolve.joining.shared import TIMES
from policyc.resolve.naming.names import STATES, Names, Unresolved, is_somebody, keys_above
from policyc.syntax import tree

BELONGING = frozenset(
    ["with", "to", "from", "for", "in", "outside", "about", "under", "without", "against", "as", "on behalf of"]
)
"""What stands before names that may belong to what happens."""
FAILS = (("fails",), ("fail",), ("failed",), ("has", "failed"), ("is", "unable"), ("are", "unable"))
LAWFUL = ("legal obligation", "legally permitted", "legal process exists")
NEEDED = "no longer needed"


@dataclass(slots=True)
class Chain:
    """States that are joined, read from left to right: who does something goes on doing, unless somebody else is named.

    ``rest`` are the phrases that follow, of which those that belong to the last are taken away.
    """

    who: tree.Names
    rest: list[tree.Phrase]
    names: Names
    end: int
    last: Deed | None = None

    def read(self, items: Sequence[tree.Name], closing: bool) -> list[tree.Condition]:
        """Names of declared states for what some names say; the last is followed by ``rest``, if ``closing``."""
        deeds: list[Deed | tree.Name] = []
        items = [self.given(item, closing and item is items[-1]) for item in items]
        items = [*items[:-1], self.failing(items[-1])] if closing else items
        for item in items:
            deed = self.known(item)
            if deed is None and not names_state(item, self.names):
                deed = deed_of(item, self.who, self.last, self.names)
            deeds.append(deed or item)
            self.last = deed or aware(item, self.subject) or self.last
        for at in range(len(deeds) - 1, 0, -1):
            before, after = deeds[at - 1], deeds[at]
            if isinstance(before, tree.Name) and isinstance(after, Deed) and is_somebody(before.text, self.names):
                deeds[at - 1] = before = replace(after, who=before, own=after.own and before.text == after.who.text)
            if isinstance(before, Deed) and isinstance(after, Deed) and before.what is None and after.shared:
                deeds[at - 1] = replace(before, what=after.what)
        if closing and deeds and isinstance(deeds[-1], Deed):
            behind = self.belonging()
            deeds = [replace(each, phrases=behind) if isinstance(each, Deed) else each for each in deeds]
        elif closing and deeds and (duty := self.duty(items[-1])) is not None:
            deeds[-1] = duty
        elif closing and deeds and (aim := self.aim(items[-1])) is not None:
            deeds[-1] = aim
        elif closing and deeds and (written := self.writing()) is not None:
            deeds[-1] = registered_in_writing(items[-1], written, self.names) or items[-1]
        return [registered(each, self.names) if isinstance(each, Deed) else each for each in deeds]

    def given(self, item: tree.Name, closing: bool) -> tree.Name:
        """``approved by Acme`` as approval of Acme; the name itself where it says nothing of the kind."""
        behind = self.rest[0] if closing and self.rest and self.follows(self.rest[0]) else None
        found = given_by(item, behind, self.names)
        if found is None or (self.names.find(item, STATES) is not None and not found[1]):
            return item
        if found[1] and behind is not None:
            self.end = behind.span[1]
            self.rest.pop(0)
        return found[0]

    @property
    def subject(self) -> tree.Name:
        """Who acts in the clause, as one name."""
        return tree.Name(" and ".join(each.text for each in self.who.items), self.who.span)

    def known(self, item: tree.Name) -> Deed | None:
        """``becoming aware of a breach or a loss``: what is joined to something known is known as well."""
        if self.last is None or self.last.verb != KNOWING or aware(item, self.subject) is not None:
            return None
        if self.names.find(item, STATES) is None:
            return None
        return replace(self.last, what=tree.Names((item,), None, item.span), phrases=())

    def belonging(self) -> tuple[tree.NamePhrase, ...]:
        """The phrases that follow without a comma, taken away from those of the clause."""
        found: list[tree.NamePhrase] = []
        while self.rest and self.follows(self.rest[0]):
            phrase = self.rest[0]
            if isinstance(phrase, tree.NamePhrase) and phrase.word in (*BELONGING, *TIMES) and not phrase.mode:
                found.append(phrase)
                self.end = phrase.span[1]
                self.rest.pop(0)
                continue
            if isinstance(phrase, tree.DurationPhrase | tree.DatePhrase):
                self.refuse(phrase)
            break
        return tuple(found)

    def failing(self, item: tree.Name) -> tree.Name:
        """``Globex fails to delete records``: that it does not; the name itself where nobody fails."""
        words = item.text.split()
        phrase = self.rest[0] if self.rest else None
        count = next((len(said) for said in FAILS if [word.lower() for word in words[-len(said) :]] == list(said)), 0)
        if not 0 < count < len(words) or not isinstance(phrase, tree.NamePhrase) or len(phrase.names.all) != 1:
            return item
        if phrase.word != "to" or phrase.mode or not self.follows(phrase):
            return item
        self.end = phrase.span[1]
        self.rest.pop(0)
        text = f"{' '.join(words[:-count])} does not {phrase.names.items[0].text}"
        return tree.Name(text, (item.span[0], phrase.span[1]))

    def duty(self, item: tree.Name) -> Deed | None:
        """``required by law to keep records``: to what the law obliges belongs to that it does."""
        phrase = self.rest[0] if self.rest else None
        state = self.names.find(item, STATES)
        if state is None or not isinstance(phrase, tree.NamePhrase) or not self.follows(phrase) or phrase.mode:
            return None
        lawful = not keys_above(state, self.names).isdisjoint(LAWFUL)
        first = phrase.names.items[0].text.split()
        if phrase.word != "to" or not lawful or self.names.verb_of(first) is None:
            return None
        self.end = phrase.span[1]
        self.rest.pop(0)
        return Deed(tree.Name(f"{item.text} to {phrase.names.items[0].text}", item.span), "", (), None, (), state)

    def aim(self, item: tree.Name) -> Deed | None:
        """``no longer needed for support``: what for belongs to what is needed."""
        phrase = self.rest[0] if self.rest else None
        state = self.names.find(item, STATES)
        if state is None or not isinstance(phrase, tree.NamePhrase) or not self.follows(phrase) or phrase.mode:
            return None
        if phrase.word not in ("for", "to") or NEEDED not in keys_above(state, self.names):
            return None
        self.end = phrase.span[1]
        self.rest.pop(0)
        return Deed(item, "", (), None, (phrase,), state)

    def writing(self) -> tree.NamePhrase | None:
        """The phrase `in writing` right behind a state, taken away from those of the clause."""
        phrase = self.rest[0] if self.rest else None
        if not isinstance(phrase, tree.NamePhrase) or phrase.word != "in" or phrase.mode or not self.follows(phrase):
            return None
        if [key(item.text) for item in phrase.names.items] != ["writing"]:
            return None
        self.end = phrase.span[1]
        self.rest.pop(0)
        return phrase

    def follows(self, phrase: tree.Phrase) -> bool:
        """Whether a phrase stands right behind, and no comma between."""
        return phrase.span[0] >= self.end and "," not in self.names.source.text[self.end : phrase.span[0]]

    def refuse(self, phrase: tree.Phrase) -> None:
        """Report a time that may belong to what happens or to the clause; raises ``Unresolved``."""
        words = self.names.origin(phrase.span).words
        self.names.reporter.error(
            "broken-sentence",
            self.names.origin(phrase.span),
            f"`{words}` can be read in two ways: it belongs to what happens, or to what the clause is about.",
            f"If it belongs to the clause, put a comma before it, `…, {words}`, or put it before the condition. "
            "Else give what happens a name of its own, in a definition.",
        )
        raise Unresolved


def registered_in_writing(item: tree.Name, phrase: tree.NamePhrase, names: Names) -> tree.Name | None:
    """A state that has to be in writing: the written one where it is declared, else a kind of it."""
    state = names.find(item, STATES)
    if state is None:
        return None
    written = tree.Name(f"written {item.text}", (item.span[0], phrase.span[1]))
    if names.find(written, STATES):
        return written
    return registered(Deed(item, "", (), None, (phrase,), state, False), names)  # type: ignore[return-value]
