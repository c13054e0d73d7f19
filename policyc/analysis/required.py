"""The read-back of a requirement: to which agreements it speaks, and what they must, or may not, provide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyc.analysis.reading import Reader, quotation_words
from policyc.analysis.words import listed
from policyc.model.document import Requirement, Selection, TermLimit, TermList
from policyc.report import Reading

ANYONE, EACH = "(anyone of that kind)", "(each party of that kind)"


def read_requirement(requirement: Requirement, reader: Reader) -> Iterator[Reading]:
    """The lines of a requirement: its agreements, since when, then what is asked, as a clause is read."""
    yield Reading("for which", agreements(requirement.selections))
    if start := reader.document.start:
        yield Reading("since when", f"for agreements that begin on {start.isoformat()} or later")
    verb = "must not provide any of this" if requirement.negative else "must provide all of this"
    yield Reading("agreement", verb)
    for number, provision in enumerate((requirement.provision, *requirement.alternatives)):
        if number:
            yield Reading("or instead", "all of this")
        for line in reader.provision(provision):
            yield Reading(line.aspect, line.words.replace(ANYONE, EACH))
    if per := requirement.per or reader.document.per:
        yield Reading("says who", quotation_words(per))


def read_term_limit(limit: TermLimit, reader: Reader) -> Iterator[Reading]:
    """The lines of a limit on how long agreements may last."""
    yield Reading("for which", agreements(limit.selections))
    if start := reader.document.start:
        yield Reading("since when", f"for agreements that begin on {start.isoformat()} or later")
    yield Reading(
        "agreement", f"must be in force for at most {limit.longest}, months and years as the calendar has them"
    )
    if per := limit.per or reader.document.per:
        yield Reading("says who", quotation_words(per))


def agreements(selections: Iterable[Selection]) -> str:
    """The agreements to which a requirement so selected speaks."""
    chosen = listed(map(selected, selections))
    return f"every agreement {chosen}" if chosen else "every agreement"


def selected(selection: Selection) -> str:
    """One phrase that selects agreements, as it was understood."""
    match selection.word:
        case "where":
            who = texts(selection.names)
            verb = "are" if who.endswith("s") else "is"
            return f"in which {who} {verb}{' not' if selection.negated else ''} {texts(selection.kinds)}"
        case "about":
            return f"with a clause about {texts(selection.names)}, or a kind of it"
        case "between":
            return f"between {texts(selection.names)}"
        case "under":
            titles = listed((f'"{title}"' for title in selection.titles), "or")
            return f"that says in its header that it is under {titles}"


def texts(names: TermList | None) -> str:
    """Names in the words of the writer."""
    return listed((term.text for term in names.terms), "or" if names.choice else "and") if names else ""
