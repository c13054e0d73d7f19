"""A described world as policy text: a vocabulary, and its agreements."""

from __future__ import annotations

from collections.abc import Iterable

from tests.reference.among import AMONG
from tests.reference.description import ALL, ROOTS, Agreement, Clause, Formula, Names, Phrase, Side, World

BASE = """vocabulary "base".
Process is an action. Interact is an action. Use is process. Share is process and interact. Sell is share. Disclose is share.
Receive is process and interact. Keep is process. Delete is process. Notify is process and interact.
Consent is a condition. Legal obligation is a condition. Termination is an event. Breach is an event. Recipient is a party. Discloser is a party.
"""
"""The names that the engine knows of itself."""

BASE_KINDS = {
    "process": "action", "interact": "action", "use": "action", "share": "action", "sell": "action", "disclose": "action",
    "receive": "action", "keep": "action", "delete": "action", "notify": "action", "consent": "condition", "legal obligation": "condition",
    "termination": "event", "breach": "event", "recipient": "party", "discloser": "party",
}  # fmt: skip
BASE_PARENTS = (
    ("use", "process"), ("share", "process"), ("share", "interact"), ("sell", "share"), ("disclose", "share"),
    ("receive", "process"), ("receive", "interact"), ("keep", "process"), ("delete", "process"), ("notify", "process"),
    ("notify", "interact"),
)  # fmt: skip
PERSONS = frozenset({"anyone", "third parties", "each party", "the other party"})


def vocabulary_text(world: World) -> str:
    """The names that a world adds to the base, a sentence each."""
    lines = ['vocabulary "world".']
    for name, kind in world.kinds.items():
        if name in BASE_KINDS or AMONG in name:
            continue
        parents = [parent for child, parent in world.parents if child == name] or [root_words(kind)]
        excluded = [out for at, out in world.excludes if at == name]
        line = f"{name.capitalize()} is {joined(parents)}"
        line += f", excludes {joined(excluded)}" if excluded else ""
        line += f", about {joined(world.about[name])}" if name in world.about else ""
        line += f", in {world.located[name]}" if name in world.located else ""
        for source, bound in ((source, bound) for made, source, bound in world.derived if made == name):
            line += f", derived from {source}, {'bound by the same terms' if bound else 'free of those terms'}"
        lines.append(line + ".")
    return "\n".join(lines) + "\n"


def root_words(kind: str) -> str:
    """The root of a kind with its article."""
    return kind if kind in ("data", "people") else f"{'an' if kind[0] in 'ae' else 'a'} {kind}"


def agreements_text(world: World) -> str:
    """All agreements of a world."""
    return "\n".join(map(agreement_text, world.agreements))


def agreement_text(agreement: Agreement) -> str:
    """One agreement: header, its own definitions, clauses, the order between them, what survives."""
    header = f'agreement "{agreement.title}" between {joined(agreement.parties)}'
    header += f" from {agreement.first}" if agreement.first else ""
    header += f" until {agreement.last}" if agreement.last else ""
    header += "".join(f' amends "{title}"' for title in agreement.amends)
    header += "".join(f' incorporates "{title}"' for title in agreement.incorporates)
    own = dict.fromkeys(child for child, _ in agreement.parents)
    lines = [header]
    lines += [f"{name.capitalize()} is {joined(p for c, p in agreement.parents if c == name)}" for name in own]
    lines += map(clause_text, agreement.clauses)
    lines += [f"{higher_text(higher)} {lower_text(lower)}" for higher, lower in agreement.rankings]
    lines += ["The stricter clause prevails"] if agreement.stricter_prevails else []
    lines += [survival_text(*survival) for survival in agreement.survivals]
    return "".join(line + ".\n" for line in lines)


def clause_text(clause: Clause) -> str:
    """One clause."""
    lead, phrases = leading(clause)
    words = [f"{clause.label}:", *lead, subject_text(clause), joined(clause.verbs.names, clause.verbs.choice)]
    words += [names_text(clause.objects, "any " if clause.objects.names[0] in ROOTS else "")] if clause.objects else []
    for phrase in phrases:
        words[-1] += "," if phrase.aside else ""
        words.append(phrase_text(phrase))
    words += times(clause)
    words += ["except as this agreement allows"] if clause.except_as_allowed else []
    words += [order_text("despite", clause.despite)] if clause.despite else []
    words += [order_text("subject to", clause.subject_to)] if clause.subject_to else []
    return " ".join(words)


def times(clause: Clause) -> list[str]:
    """When it holds; *only* stands before one of the times that divide time itself."""
    if clause.since and clause.since == clause.through:
        found = [f"on {clause.since}"]
    else:
        found = [f"from {clause.since}"] if clause.since else []
        found += [f"until {clause.through}"] if clause.through else []
    events = [f"{word} {event}" for word, event in clause.occasions]
    if clause.only_then:
        limiting = found or [each for each in events if each.endswith("termination")]
        return [f"only {each}" if each == limiting[0] else each for each in (*found, *events)]
    return found + events


def leading(clause: Clause) -> tuple[list[str], tuple[Phrase, ...]]:
    """What stands before the subject, and the phrases after it; a list before it can have nothing taken from it."""
    if clause.turned and clause.phrases and not clause.phrases[0].names.minus:
        return [phrase_text(clause.phrases[0]).capitalize() + ","], clause.phrases[1:]
    return [], clause.phrases


def subject_text(clause: Clause) -> str:
    """Who the clause binds, and how."""
    if clause.turned and clause.modality == "must not" and PERSONS.isdisjoint(clause.bearers):
        return f"neither {' nor '.join(clause.bearers)} may"
    return f"{joined(clause.bearers)} {clause.modality}"


def order_text(word: str, labels: tuple[str, ...]) -> str:
    """A phrase that orders clauses."""
    return f"{word} {'anything in this agreement' if labels == ALL else joined(labels)}"


def names_text(names: Names, article: str = "") -> str:
    """A list of names with what is taken from it."""
    taken = f" except {joined(names.minus)}" if names.minus else ""
    return article + joined(names.names, names.choice) + taken


def phrase_text(phrase: Phrase) -> str:
    """A phrase."""
    what = (
        formula_text(phrase.formula, phrase.word in ("with", "without", "under", "in", "as")) if phrase.formula else ""
    )
    root = not phrase.formula and phrase.names.names[0] in ROOTS
    return " ".join(filter(None, [phrase.mode, phrase.word, what or names_text(phrase.names, "any " if root else "")]))


def formula_text(formula: Formula, plain: bool = False) -> str:
    """A condition; ``plain`` as a list of names."""
    match formula:
        case ("is", name):
            return str(name)
        case ("not", operand):
            return f"not {operand_text(operand)}"
        case (joiner, *operands):
            return f" {joiner} ".join(map(formula_text if plain else operand_text, operands))
    raise AssertionError(formula)


def operand_text(formula: Formula) -> str:
    """A condition inside another."""
    text = formula_text(formula)
    return f"({text})" if formula[0] in ("and", "or") else text


def higher_text(side: Side) -> str:
    """What prevails."""
    match side:
        case ("clauses", *labels):
            return f"{'Clause' if len(labels) == 1 else 'Clauses'} {joined(labels)}"
        case ("of", title, *labels):
            return f'{"Clause" if len(labels) == 1 else "Clauses"} {joined(labels)} of "{title}"'
        case ("title", title):
            return f'"{title}"'
        case ("this",):
            return "This agreement"
    return "Any other agreement"


def lower_text(side: Side) -> str:
    """What yields."""
    match side:
        case ("clauses", *labels):
            return f"prevails over {'clause' if len(labels) == 1 else 'clauses'} {joined(labels)}"
        case ("of", title, *labels):
            return f'prevails over {"clause" if len(labels) == 1 else "clauses"} {joined(labels)} of "{title}"'
        case ("title", title):
            return f'prevails over "{title}"'
        case ("this",):
            return "prevails over this agreement"
    return "prevails over any other agreement"


def survival_text(label: str, days: int | None, until: str | None) -> str:
    """What outlives the agreement."""
    if until:
        return f"Clause {label} survives until {until}"
    if days is None:
        return f"Clause {label} survives termination"
    return f"Clause {label} survives for {days} days after termination"


def joined(items: Iterable[str], choice: bool = False) -> str:
    """A list in words."""
    *first, last = items
    return f"{', '.join(first)} {'or' if choice else 'and'} {last}" if first else last


def world_text(world: World) -> str:
    """A world as a reader of a failed test wants to see it."""
    return f"{vocabulary_text(world)}\n{agreements_text(world)}"
