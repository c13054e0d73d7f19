"""What laws demand, allow and forbid, by the names of these laws: a state of its own below the shipped one."""

import pytest

from policyc.model.document import Holds
from policyc.model.lexicon import Relation
from tests.resolve.spoken import problem, resolved

DEMANDS = [
    ("required by the GDPR", "required by law"),
    ("mandated by tax law", "required by law"),
    ("permitted by the CCPA", "legally permitted"),
    ("expressly authorised by data protection law", "legally permitted"),
    ("prohibited by European law", "prohibited by law"),
    ("law requires storage", "required by law"),
]
DEAL = """
Acme is a company. Globex is a vendor. Customers are people. Records are personal data about customers.
agreement "Deal" between Acme and Globex.
"""


@pytest.mark.parametrize(("said", "state"), DEMANDS, ids=[said for said, _ in DEMANDS])
def test_what_a_law_says_is_below_the_shipped_state(said: str, state: str) -> None:
    workspace, findings = resolved(f"{DEAL}Globex may share records if {said}.")
    assert not findings.found
    agreement = workspace.agreements[0]
    (limit,) = agreement.clauses[0].provision.limits
    assert isinstance(limit.formula, Holds)
    above = agreement.lexicon.linked(limit.formula.concept, Relation.IS)
    assert [each.key for each in above] == [state]


def test_what_no_law_says_is_reported() -> None:
    assert problem("Globex may share records if required by the weather.").startswith("undeclared-name")
