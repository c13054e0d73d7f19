"""What to do about a name that is not declared: a declaration in words that can be read, or another way out."""

from __future__ import annotations

import re

from policyc.model.names import Kind

EXAMPLES = {
    Kind.DATA: "data",
    Kind.PURPOSE: "a purpose",
    Kind.PARTY: "a party",
    Kind.PEOPLE: "people",
    Kind.CONDITION: "a condition",
    Kind.EVENT: "an event",
    Kind.PLACE: "a place",
    Kind.ACTION: "an action",
    Kind.THING: "a thing",
    Kind.LAW: "a law",
}
"""What a name may be declared as, the likeliest first: what acts are done to is data, as a rule."""
PLURALS = {
    Kind.DATA: "data",
    Kind.PURPOSE: "purposes",
    Kind.PARTY: "parties",
    Kind.PEOPLE: "people",
    Kind.CONDITION: "conditions",
    Kind.EVENT: "events",
    Kind.PLACE: "places",
    Kind.ACTION: "actions",
    Kind.THING: "things",
    Kind.LAW: "laws",
}
IRREGULAR = frozenset(["people", "children", "persons", "men", "women", "staff", "personnel", "data", "media"])
SENTENCE_WORDS = re.compile(
    r"(?<!-)\b(?:is|are|was|were|has|have|had|does|do|did|may|must|shall|will|can|cannot|not|no|longer|it|they|them|which"
    r"|that|who|whichever|includes?|excludes?|reveals?|serves?|needs?|means|from|to|for|with|without|in|on|under"
    r"|after|before|until|unless|if|when|while|where|and|or|by)\b(?!-)",
    re.IGNORECASE,
)
"""What makes a sentence, or ends a name: words that stand in no name that can be declared."""
ABSTRACT = re.compile(r"(?:tion|ment|ance|ence|sent|val|ice|ness|ity|ing|terms?|safeguards?|clauses?)$", re.IGNORECASE)
"""How words end that call a condition rather than somebody: *approval*, *notice*, *authorisation*."""
STATES = frozenset({Kind.CONDITION, Kind.EVENT, Kind.THING, Kind.LAW})


def cure(name: str, kinds: frozenset[Kind] | None, near: bool) -> str:
    """What to do about a name that is not declared: a sentence that declares it, in words that can be read."""
    if SENTENCE_WORDS.search(name):
        return (
            f'These words can be no name. Put them into quotation marks: "{name}"; they are kept then, and not weighed.'
            if kinds is not None and kinds <= STATES and Kind.CONDITION in kinds
            else "These words can be no name. Declare a short one, and put the words of the contract into its "
            '`means "…"`.'
        )
    many = is_plural(name)
    subject = f"{name[0].upper()}{name[1:]} {'are' if many else 'is'}"
    first, *others = example_kinds(kinds, many, name)
    besides = f" Or, if that is what it is: {' '.join(f'{subject} {each}.' for each in others)}" if others else ""
    return f"{'If not, declare it' if near else 'Declare it'}, for example: {subject} {first}.{besides}"


def is_plural(name: str) -> bool:
    """Whether a name is a plural by its last word, or by the head of *records of customers*."""
    head = re.split(r"\s+(?:of|by)\s+", name)[0].split()[-1].lower()
    return head in IRREGULAR or (head.endswith("s") and not head.endswith(("ss", "us", "is", "ics")))


def example_kinds(kinds: frozenset[Kind] | None, many: bool, name: str) -> list[str]:
    """What a name is most likely to be declared as where some kinds fit, the likeliest first."""
    fitting = [kind for kind in EXAMPLES if kinds is None or kind in kinds] or [Kind.THING]
    if fitting[0] is Kind.DATA and (kinds is None or Kind.THING in kinds):
        fitting = [Kind.DATA, Kind.THING]
    elif set(fitting) >= {Kind.PARTY, Kind.CONDITION}:
        fitting = [Kind.CONDITION, Kind.PARTY] if ABSTRACT.search(name) else [Kind.PARTY, Kind.CONDITION]
    else:
        fitting = fitting[:1]
    return [PLURALS[kind] if many else EXAMPLES[kind] for kind in fitting]
