"""What others must, may or must not do, where somebody requires it of them, lets them do it, or must not let them."""

from __future__ import annotations

from dataclasses import replace

from policyc.model.kinds import PERSONS
from policyc.resolve.naming.names import Names, Unresolved
from policyc.resolve.report import bare
from policyc.resolve.wording.handing import ensuring, handed, of_who_acts
from policyc.source import Span
from policyc.syntax import tree

OBLIGING = frozenset(["require", "oblige", "cause", "instruct", "direct"])


def asked(
    statement: tree.Statement,
    asking: set[str],
    whom: tree.Subject,
    done: tree.Act,
    span: Span,
    names: Names,
) -> tree.Statement:
    """What others must do, may do or must not do, where who acts requires it of them, lets them, or must not.

    The phrases of the statement are those of what they do, and what stands before the verb of who acts.
    """
    at = next((at for at, part in enumerate(statement.phrases) if part.span[0] >= span[0]), len(statement.phrases))
    lead, before = handed(statement, statement.phrases[:at], names)
    phrases = (*before, *statement.phrases[at:])
    others = of_who_acts(whom, statement.subject)
    obliging = asking <= OBLIGING
    if obliging and statement.modal == "may":
        refuse_windows((*lead, *before), names)
        request = on_request(statement, span)
        return tree.Statement(lead, others, "must", "must", done, (*phrases, request), None, statement.span)
    modal: tree.Modal = "must not" if statement.modal == "must not" else ("must" if obliging else "may")
    if modal != "may":
        return ensuring(statement, tree.Statement(lead, whom, modal, modal, done, phrases, None, statement.span))
    names.terms(statement.subject.names, PERSONS, "the subject")
    inner = tree.Statement(lead, others, modal, modal, done, phrases, None, statement.span)
    return replace(inner, granter=statement.granter, written=statement.written if statement.granter else modal)


def refuse_windows(phrases: tuple[tree.Phrase, ...], names: Names) -> None:
    """Report a time within which something may be required, which is none for what has to be done then.

    Raises ``Unresolved``.
    """
    time = next((each for each in phrases if isinstance(each, tree.DurationPhrase | tree.SoftDeadline)), None)
    if time is None:
        return
    words = names.origin(time.span).words
    names.reporter.error(
        "broken-sentence",
        names.origin(time.span),
        f"`{words}` says when something may be required, and not when it has to be done.",
        f"If it has to be done then, write `{words}` behind it: `may require … to … {words}`.",
    )
    raise Unresolved


def on_request(statement: tree.Statement, span: Span) -> tree.NamePhrase:
    """At the request of who may require something."""
    who = " and ".join(bare(item.text) for item in statement.subject.names.all)
    return tree.NamePhrase("after", tree.Names((tree.Name(f"request of {who}", span),), None, span), "", span)
