"""What one sentence comes to, in a few words: its verbs, what it is done to, its phrases and its times."""

from policyc.findings import Findings
from policyc.model.document import Document, Every, Formula, Holds, Negation, Provision, Term, Workspace
from policyc.model.names import Role
from policyc.pipeline.shipped import shipped_lexicon
from policyc.resolve import resolve
from policyc.source import Source
from policyc.syntax import parse

HEADER = """
Acme is a company. Globex is a vendor. Customers are people. Records are personal data about customers.
Old records are records. Support is a purpose. The auditor is a party.
"""
AGREEMENT = 'agreement "Deal" between Acme and Globex.\n'


def resolved(text: str) -> tuple[Workspace, Findings]:
    """The workspace of a text, with the vocabulary that policyc ships."""
    parsed, findings = parse(Source("deal.policy", text))
    assert not findings.found, [finding.message for finding in findings.found]
    return resolve([parsed], shipped_lexicon())


def document(sentences: str, definitions: str = "") -> Document:
    """The agreement that some sentences make, all of them read."""
    workspace, findings = resolved(HEADER + definitions + AGREEMENT + sentences)
    assert not findings.found, [finding.message for finding in findings.found]
    return workspace.agreements[0]


def provisions(sentences: str, definitions: str = "") -> list[Provision]:
    """What some sentences provide."""
    return [clause.provision for clause in document(sentences, definitions).clauses]


def problem(sentence: str, definitions: str = "") -> str:
    """What is found wrong with a sentence: its rule and its message."""
    _, findings = resolved(HEADER + definitions + AGREEMENT + sentence)
    (found,) = findings.found
    return f"{found.rule}: {found.message}"


def told(sentences: str, definitions: str = "") -> list[str]:
    """What some sentences come to, a line for each."""
    return [line(provision) for provision in provisions(sentences, definitions)]


def line(provision: Provision) -> str:
    """One provision in a few words."""
    parts = [" ".join(name(term) for term in provision.actions.terms)]
    if provision.object:
        parts.append(" + ".join(name(term) for term in provision.object.terms))
    for limit in provision.limits:
        names = " + ".join(name(term) for term in limit.names.terms) if limit.names else ""
        said = names or (formula(limit.formula) if limit.formula else "")
        without = "not " if limit.outside else ""
        parts.append(f"{limit.mode} {limit.dimension.value}: {without}{said}".strip())
    parts += [f"{occasion.word} {occasion.event.key}" for occasion in provision.timing.occasions]
    return " | ".join(parts)


def name(term: Term) -> str:
    """What a name stands for."""
    called = term.value.value if isinstance(term.value, Role) else term.value.key
    minus = " + ".join(name(each) for each in term.minus)
    return f"{called} without {minus}" if minus else called


def formula(said: Formula) -> str:
    """A condition in a few words."""
    match said:
        case Holds(concept):
            return concept.key
        case Negation(operand):
            return f"not {formula(operand)}"
        case _:
            joiner = " and " if isinstance(said, Every) else " or "
            return joiner.join(formula(each) for each in said.operands)
