"""A small vocabulary for tests, and the road walked on texts with it."""

from functools import cache

from policyc.analysis.facts import Facts
from policyc.findings import Findings
from policyc.model.document import Workspace
from policyc.model.lexicon import Lexicon
from policyc.pipeline.road import analyse
from policyc.resolve import resolve, resolve_shipped
from policyc.source import Source
from policyc.syntax import parse

VOCABULARY = """
vocabulary "Small".
Process is an action. Interact is an action. Use is process. Keep is process. Delete is process. Return is delete.
Share is process and interact. Sell is share. Notify is process and interact. Receive is process and interact.
Combine is process. Audit is interact. Cooperate is an action.
Personal data is data. Location data is personal data, serves advertising. Financial data is personal data.
Health data is personal data.
Advertising is a purpose. Ad targeting is advertising. Research is a purpose. Services is a purpose.
Bank is a party. Platform is a party. Processor is a party. Recipient is a party. Discloser is a party.
Auditor is a party. Children are people. Customers are people.
European Union is a place. Germany is a place in the European Union. United States is a place.
Consent is a condition. Opt-in consent is consent. Emergency is a condition.
Safeguard is a thing. Standard clauses are a safeguard. GDPR is a law.
Breach is an event. Termination is an event. Withdrawal of consent is an event.
"""


@cache
def vocabulary() -> Lexicon:
    """The small vocabulary as the shipped one."""
    lexicon, findings = resolve_shipped([parse(Source("small.policy", VOCABULARY))[0]])
    assert not findings.found, findings.found
    return lexicon


def resolved(*texts: str) -> tuple[Workspace, Findings]:
    """The workspace of some texts, each a file (``1.policy`` …), and what resolving found; they must parse."""
    trees = []
    for number, text in enumerate(texts, 1):
        tree, problems = parse(Source(f"{number}.policy", text))
        assert not problems.found, problems.found
        trees.append(tree)
    return resolve(trees, vocabulary())


def facts_of(*texts: str) -> Facts:
    """The facts of some texts, which must resolve."""
    workspace, findings = resolved(*texts)
    assert not findings.found, findings.found
    return analyse(workspace)[0]


PARTIES = "Acme is a bank in Germany. Globex is a platform in the United States.\n"
HEADER = PARTIES + 'agreement "Deal" between Acme and Globex.\n'
