"""What to say of words that the grammar takes but that would be misread."""

from __future__ import annotations

from policyc.source import visible
from policyc.syntax import signs
from policyc.syntax.broken import LONGEST_WORD, Broken, Diagnosis
from policyc.syntax.idioms import only_before_verb, right_instead_of_duty
from policyc.syntax.parts import MAXIMUM_NESTING, Misread
from policyc.syntax.stop_words import stop_word


def explain_misread(broken: Broken, misread: Misread) -> Diagnosis:
    """The diagnosis of a sentence that a guard stopped."""
    part, words = misread.span, misread.words
    match misread.problem:
        case "stop word":
            return stop_word(broken, part, words)
        case "several subjects":
            return several_subjects(broken, misread)
        case "double negation":
            return double_negation(broken, misread)
        case "mixed list":
            return mixed_list(broken, misread)
        case "only before verb" if (found := only_before_verb(broken)) is not None:
            return found
        case "passive" | "not a verb":
            return not_a_verb(broken, misread)
        case "limited if":
            return limited_if(broken, misread)
        case problem:
            if problem == "mixed condition" and (opened := signs.left_open(broken)):
                return opened
            message, help = SAYINGS[problem]
            if problem == "article without a name" and not words.isupper():
                help = "Write the name, or leave `{words}` out."
            name = broken.rewritten((part, words))
            rule = RULES.get(problem, "broken-sentence")
            return Diagnosis(part, message.format(words=words), help.format(words=words, name=name), rule)


DUTIES = frozenset({"must", "shall", "will", "agrees to", "undertakes to", "is required to"})
RULES = {"nesting": "limit", "mixed condition": "mixed-list"}
SAYINGS = {
    "quoted name": ("A name that is defined stands without quotation marks.", "Leave them out: {name}"),
    "mixed condition": (
        "`and` and `or` stand side by side in one condition, and it can be read in two ways.",
        "Put parentheses around what belongs together: `if (consent or notice) and a court order`.",
    ),
    "nesting": (
        f"Conditions and duties stand in one another more than {MAXIMUM_NESTING} deep, and are not read so far.",
        "Give the inner ones names in definitions, or write several clauses.",
    ),
    "survival event": (
        "A clause survives for a time after `termination`, not after `{words}`.",
        "Write `survives for … after termination`, or a clause of its own: `… must … for … after {words}`.",
    ),
    "survives while": (
        "A clause survives as long as somebody keeps something, or until an event, and `{words}` is neither.",
        "Write `survives until …` and an event, or `survives for as long as Globex retains records`.",
    ),
    "prevails over what": (
        "It does not say over what something `{words}`.",
        'Say it: `prevails over clause 6`, `over any other agreement` or `over "Title"`.',
    ),
    "runs twice": (
        "The sentence says twice when the agreement begins, ends, or how long it lasts.",
        "Say each once.",
    ),
    "article without a name": (
        "`{words}` is read as an article, and no name follows it.",
        "Where `{words}` is the end of a name, join it to the word before it: `Annex-{words}`, `Party-{words}`.",
    ),
    "only before verb": (
        "`only` stands before the verb, where it does not say what it limits.",
        "Put it right before a phrase: `only for …`, `only with …`, `only in …`.",
    ),
    "only subject": (
        "`only` before who acts takes `may`: these may, and nobody else; with `{words}` it can be read in two ways.",
        "Write `only … may …`, or two sentences: who must, and who must not.",
    ),
    "neither passive": (
        "`{words}` stands before what is acted on.",
        "Say it of who acts: `neither party may sell data`, or write `… must not be sold by …`.",
    ),
    "neither further": (
        "`{words}` says no, and it could be meant of all that the sentence goes on to say or of its first part alone.",
        "Write a sentence for each, and name who acts in both.",
    ),
    "nor": (
        "`nor` stands behind something that may or must be done, and says of more that it must not.",
        "Begin a new sentence for what must not be done: `… must not …`.",
    ),
    "aside": (
        "What others must not or may do stands between a modal and its verb, and cannot stand there here.",
        "Write a sentence for the others: `… must not permit others to …`.",
    ),
    "granted further": (
        "Behind what somebody {words}, the sentence goes on, and it is open of whom it says the rest.",
        "Write a sentence for each, and name who acts in both.",
    ),
    "only allowed": (
        "`only as this agreement allows` cannot stand after `{words}`, or after what is acted on.",
        "Write `… must not use data except as this agreement allows`.",
    ),
    "no such day": (
        "`{words}` is no day of the calendar.",
        "Write year, month and day: `2018-08-06` is 6 August 2018.",
    ),
    "two numbers": (
        "`{words}` gives two different numbers.",
        "Make them agree, or leave one out.",
    ),
}


def several_subjects(broken: Broken, misread: Misread) -> Diagnosis:
    """``Names and balances are data.``"""
    subjects = [token for token in broken.tokens if misread.span[0] <= token.start < misread.span[1]]
    separator = next(token for token in subjects if token.type in ("COMMA", "AND", "OR"))
    first = broken.text[misread.span[0] : separator.start].strip()
    example = broken.rewritten((misread.span, first))
    return Diagnosis(misread.span, "One sentence defines one name.", f"Write one for each, the first so: {example}")


def double_negation(broken: Broken, misread: Misread) -> Diagnosis:
    """``Neither party may not sell data.``"""
    modal = "must" if "must" in misread.words else "may"
    return Diagnosis(
        misread.span,
        f"`neither` says no already, and `{misread.words}` after it leaves open what is forbidden.",
        f"Say no once: {broken.rewritten((misread.span, modal))}"
        if misread.words != "must ensure that"
        else "Write `each party must ensure that …`, with what must not be.",
    )


def mixed_list(broken: Broken, misread: Misread) -> Diagnosis:
    """``balances, names and addresses or purchases``; in a duty ``or`` is a choice, so that one cannot be the other."""
    if any(token.words.lower() in DUTIES for token in broken.tokens):
        return Diagnosis(
            misread.span,
            "`and` and `or` stand in one list, and it can be read in two ways.",
            "Write two clauses: one with what `and` joins, and one with what `or` leaves a choice of.",
            "mixed-list",
        )
    joiners = (token.words.lower() for token in broken.tokens if token.type in ("AND", "OR"))
    joiner = next((each for each in joiners if each != misread.words), "")
    example = f": {broken.rewritten((misread.span, joiner))}" if joiner else "."
    return Diagnosis(
        misread.span,
        "`and` and `or` stand in one list, and it can be read in two ways.",
        f"Write two clauses, or use one of them{example}",
        "mixed-list",
    )


def limited_if(broken: Broken, misread: Misread) -> Diagnosis:
    """``access to records is limited to personnel if necessary``."""
    words = visible(broken.text[slice(*misread.span)], LONGEST_WORD)
    return Diagnosis(
        misread.span,
        f"`{words}` behind those who may have access can be read in two ways: when they may, or when nobody else may.",
        "If it says when they may, write `only if …`; else put it first: `If …, access to … is limited to …`.",
    )


def not_a_verb(broken: Broken, misread: Misread) -> Diagnosis:
    """``must be deleted``, ``shall have the right to``."""
    idiom = right_instead_of_duty(broken)
    if idiom:
        return idiom
    if misread.problem == "passive":
        part = (misread.span[0], broken.place(1)[1])
        modal = broken.words(-1)
        message = f"`{modal} {broken.shown(part)}` does not say who acts."
        help = (
            f"Say who acts: `the data {modal} be shared by the processor`, or `the processor {modal} share the data`."
        )
        return Diagnosis(part, message, help)
    message = f"After `{broken.words(-1)}` stands `{misread.words}`, which is no verb for what someone does."
    return Diagnosis(misread.span, message, "Write the verb right after it: `Facebook must delete bank data`.")
