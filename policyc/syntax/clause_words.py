"""What to say of sentences about clauses and about the agreement itself that do not say which, or over what."""

from __future__ import annotations

import re

from policyc.syntax.broken import Broken, Diagnosis

SURVIVES = frozenset(["SURVIVES", "SURVIVES_FOR", "SURVIVES_UNTIL", "SURVIVES_WHILE"])
CLAUSE = re.compile(r"(?:clause|section|article|paragraph)s?", re.IGNORECASE)
TAKEN_BACK = re.compile(r"(?:does|do|shall|will|must)\s+not\s+apply\b", re.IGNORECASE)


def survives_unnamed(broken: Broken) -> Diagnosis | None:
    """``The confidentiality obligations survive termination.``"""
    if broken.kind() not in SURVIVES or broken.at == 0:
        return None
    start = next((token.start for token in broken.tokens if token.type != "LABEL"), broken.fault[0])
    part = (start, broken.place(-1)[1])
    message = f"`{broken.shown(part)}` does not say which clauses survive."
    return Diagnosis(part, message, "Name them by their numbers: `Clauses 4 and 5 survive termination.`")


def clause_taken_back(broken: Broken) -> Diagnosis | None:
    """``Clause 4 does not apply if required by law.``"""
    if broken.kind() != "REFERENCE" or not CLAUSE.fullmatch(broken.words(-1)):
        return None
    part = (broken.place(-1)[0], broken.fault[1])
    said = broken.shown(part)
    if TAKEN_BACK.match(broken.text, broken.fault[1] + 1):
        message = f"The sentence takes {said} back, and a clause says itself where it does not apply."
        help = f"Write it into {said}: `… unless …`, `… except …`, and leave this sentence out."
        return Diagnosis(part, message, help)
    message = f"`{said}` is a clause, and stands where a name belongs."
    help = (
        f"Clauses are named in `despite {said}` and `subject to {said}`, and in sentences such as "
        "`Clause 4 prevails over clause 6.` and `Clause 4 survives termination.`"
    )
    return Diagnosis(part, message, help)


def conflict_of_others(broken: Broken) -> Diagnosis | None:
    """``In the event of a conflict, the courts prevail.``"""
    if broken.kind(-1) != "CONFLICT":
        return None
    message = "Behind a conflict comes what prevails: clauses, this agreement, or a document with its title."
    help = "Write `Clause 4 prevails over clause 6.` or `This agreement prevails over any other agreement.`"
    return Diagnosis(broken.fault, message, help)


CAUSES = (conflict_of_others, survives_unnamed, clause_taken_back)
