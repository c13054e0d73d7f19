"""Nothing that a sentence says is dropped, wherever it stands and however the sentence is rewritten.

Each form that says what others do, or says one verb with another, meets each kind of phrase in three places: before
who acts, between the modal and the verb, and at the end. What each provision then carries, it carries once; what is
refused is counted as not checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from policyc.model.document import Length, Provision, Timing
from policyc.pipeline.shipped import shipped_lexicon
from policyc.resolve import resolve
from policyc.source import Source
from policyc.syntax import parse
from tests.resolve.spoken import AGREEMENT, HEADER, line

DEFINITIONS = """
Vendors are parties. Knowingly is a manner. Cost is a condition. Gateway is a condition.
"""
FORMS = (
    "Globex | must | ensure that vendors delete records",
    "Globex | shall | ensure that records are deleted by vendors",
    "Globex | must | ensure that records are deleted",
    "Globex | shall | ensure that vendors must not sell records",
    "Globex | shall | ensure that only personnel may access records",
    "Globex | must | ensure that vendors require Acme to delete records",
    "Globex | must | require vendors to delete records",
    "Globex | shall | cause or instruct vendors to delete records",
    "Acme | may | require Globex to delete records",
    "Globex | may | permit vendors to use records",
    "Globex | must not | permit vendors to use records",
    "Globex | shall not | cause or permit vendors to sell records",
    "Globex | must | limit access to records to personnel",
    "Globex | must | limit use of records to research",
    "Globex | must | prevent vendors from selling records",
    "Globex | must | cease selling records",
    "Globex | must | cease all use of records",
    "Globex | must | refrain from selling records",
    "Globex | must | avoid selling records",
    "Globex | must not | fail to delete records",
    "Globex | must not | attempt to sell records",
    "Globex | must | use reasonable efforts to protect records",
    "Globex | must | keep records confidential",
    "Globex | must | make records available to Acme",
    "Globex | must | provide Acme with access to records",
    "Globex | must not | allow vendors access to records",
    "Globex | must | give notice to Acme of a breach",
    "Globex | must not | use records to identify customers",
    "Globex | must not | access, or allow vendors to access, records",
    "Globex | must not, and must not permit vendors to, | sell records",
    "Only personnel | may | access records",
    "Neither Globex nor Acme | may | sell records",
    "Records | must not | be sold by Globex",
    "Access to records | shall | be limited to personnel",
    "Globex | is entitled to | use records",
    "Globex | is prohibited from | selling records",
    "Acme grants Globex the right to | | use records",
)
PHRASES = {
    "if required by law": "condition: required by law",
    "if it objects": "condition: (objection|globex objects|acme objects)",
    "unless required by law": "condition: (not )?required by law",
    "within 5 days after termination": "(within|every|lasting|at_least): 5 day",
    "after a breach": "after breach",
    "until termination": "until termination",
    "until 2027-12-31": "through: 2027-12-31",
    "every year": "every: 1 year",
    "promptly": "soft: promptly",
    "knowingly": "condition: knowingly",
    "with the consent of Acme": "condition: consent of acme",
    "without the consent of Acme": "condition: not consent of acme",
    "only with the consent of Acme": "only on which condition: consent of acme",
    "at its own cost": "condition: (own )?cost of",
    "for support": "^(only )?for what: support",
    "except for support": "except for what: support",
    "in Germany": "where: germany",
    "subject to clause 9": "yields_to: 9",
    "despite clause 9": "outranks: 9",
    "through the gateway": "condition: gateway",
}
LIMITED = ("limit access", "limited to personnel")
EXCEPTED = {
    "only with the consent of Acme": ("nly personnel", *LIMITED),
    "with the consent of Acme": LIMITED,
    "without the consent of Acme": LIMITED,
    "unless required by law": ("limit use", "limited to"),
    "for support": ("limit use", *LIMITED),
    "in Germany": LIMITED,
    "through the gateway": LIMITED,
}
"""Where a phrase is said once of several provisions: the ban on others does not say how those may who are named."""


def sentences(form: str, phrase: str) -> Iterator[str]:
    """A form with a phrase before who acts, between the modal and the verb, and at the end."""
    who, modal, rest = (part.strip() for part in form.split("|"))
    first = who if who.startswith(("Globex", "Acme")) else who[0].lower() + who[1:]
    yield f"{phrase[0].upper()}{phrase[1:]}, {first} {modal} {rest}."
    if modal.endswith(",") or not modal:
        return
    adverb = phrase.endswith("ly")
    yield f"{who} {modal} {phrase} {rest}." if adverb else f"{who} {modal}, {phrase}, {rest}."
    yield f"{who} {modal} {rest}{'' if adverb else ','} {phrase}."


def marks(provision: Provision) -> list[str]:
    """What limits a provision, a line for each."""
    found = line(provision).split(" | ")
    times = {each.name: getattr(provision.timing, each.name) for each in fields(Timing)}
    found += [f"{each}: {each_of(value)}" for each, value in times.items() if value and each != "occasions"]
    found += [f"yields_to: {label}" for label in provision.yields_to]
    return found + [f"outranks: {label}" for label in provision.outranks]


def each_of(value: object) -> str:
    """A length, a day or a word."""
    return f"{value.count} {value.unit}" if isinstance(value, Length) else str(value)


def innermost(provision: Provision) -> Provision:
    """What is provided in the end; who has to ensure it says nothing else."""
    while provision.ensured is not None:
        assert (provision.limits, provision.timing, provision.yields_to, provision.outranks) == ((), Timing(), (), ())
        provision = provision.ensured
    return provision


def read(said: list[str]) -> dict[int, list[Provision]]:
    """What each of some sentences provides; those that are refused, and counted so, are left out."""
    clauses = "\n".join(f"{at}: {sentence}" for at, sentence in enumerate(said, 10))
    source = Source("deal.policy", f"{HEADER}{DEFINITIONS}{AGREEMENT}9: Acme may share records.\n{clauses}")
    parsed, syntax = parse(source)
    workspace, findings = resolve([parsed], shipped_lexicon())
    first = source.text.count("\n", 0, source.text.index("\n10: ")) + 2
    refused = {each.place.line - first for each in (*syntax.unchecked, *findings.unchecked)}
    found: dict[int, list[Provision]] = {at: [] for at in range(len(said)) if at not in refused}
    for clause in workspace.agreements[0].clauses[1:]:
        found.setdefault(int(clause.label or 0) - 10, []).append(innermost(clause.provision))
    return found


@pytest.mark.parametrize("form", FORMS)
def test_what_a_sentence_says_each_of_its_provisions_says_once(form: str) -> None:
    cases = [(phrase, sentence) for phrase in PHRASES for sentence in sentences(form, phrase)]
    found = read([sentence for _, sentence in cases])
    assert len(found) > len(cases) / 2, "most are read"
    wrong = []
    for at, provisions in found.items():
        phrase, sentence = cases[at]
        said = [sum(bool(re.search(PHRASES[phrase], mark)) for mark in marks(each)) for each in provisions]
        excepted = any(part in form for part in EXCEPTED.get(phrase, ()))
        if (sum(said) == 0 or max(said) > 1) if excepted else set(said) != {1}:
            wrong.append((sentence, [marks(each) for each in provisions], said))
    assert not wrong, "\n".join(map(str, wrong))
