"""What could have stood where a sentence could not be read further, in a writer's words."""

from __future__ import annotations

from policyc.syntax.broken import Broken, Diagnosis

CONTINUATIONS: tuple[tuple[str, str], ...] = (
    ("MUST_PROVIDE", "`must provide that` and a clause"),
    ("MAY_PROVIDE", "`may provide that` and a clause"),
    ("_COLON", "a colon"),
    ("SURVIVES", "`survives termination`"),
    ("OVER_CLAUSE", "`prevails over` and a clause or a title"),
    ("VERDICT", "`is permitted` or `is forbidden`"),
    ("MAY", "`may`, `must` or `must not`, and a verb"),
    ("_CLOSE", "`)`"),
    ("_STOP", "a full stop"),
    ("STATUS", "`is live`, `is proposed` or `is a template`"),
    ("BETWEEN", "`between` and the parties"),
    ("EVERY", "`every year`"),
    ("DATE", "a day such as `2018-08-06`"),
    ("DURATION", "a length of time such as `30 days`"),
    ("REFERENCE", "the label of a clause such as `4.2`"),
    ("IS", "`is` or `are`, and a kind"),
    ("FOR", "`for` and a purpose"),
    ("WITH", "`with` and a party or a condition"),
    ("ABOUT", "`about` and people"),
    ("IN", "`in` and a place"),
    ("WORD", "a name"),
    ("STRING", "words in quotation marks"),
)
MOST = 3


def expectation(broken: Broken) -> Diagnosis:
    """Say what was read last, what could not follow it, and what could."""
    before = f"after `{broken.words(-1)}`" if broken.at else "at the beginning of a sentence"
    if broken.asked and not broken.at:
        help = "Ask for instance: `May Facebook use shopping location for advertising?`"
        return Diagnosis(broken.fault, "A question begins with `May`, `Must`, `Who`, `What` …", help)
    if broken.ended:
        message = f"The sentence breaks off {before}."
        return Diagnosis(broken.place(-1), message, f"Go on with {continuations(broken)}.")
    message = f"`{broken.words()}` cannot stand {before}."
    return Diagnosis(broken.fault, message, f"What can stand there: {continuations(broken)}.")


def continuations(broken: Broken) -> str:
    """Up to three likely continuations."""
    left_out = {"WORD"} if broken.kind(-1) in ("WORD", "ARTICLE") else set()
    left_out |= {"IS"} if "_STOP" in broken.accepted else set()
    if not broken.at:
        return "a label, a name, or the `agreement`, `policy` or `vocabulary` of a header"
    words = [words for terminal, words in CONTINUATIONS if terminal in broken.accepted - left_out]
    *some, last = words[:MOST] or ["a full stop"]
    return f"{'; '.join(some)}; or {last}" if some else last
