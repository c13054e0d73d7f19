"""Questions in all their forms, brought into one."""

import pytest

from policyc.norms.region import Side
from policyc.pipeline.inquiry import Inquiry, inquiry

MAY, MUST = False, True


def read(question: str) -> Inquiry:
    """A question read where only banks are persons."""
    return inquiry(question, lambda name: name == "banks")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("May Acme use data?", Inquiry("May Acme use data")),
        ("  may  Acme use\ndata ", Inquiry("May Acme use data")),
        ("Must Acme use data?", Inquiry("May Acme use data", MUST)),
        ("Shall Acme use data?", Inquiry("May Acme use data", MUST)),
        ("Who may use data?", Inquiry("May anyone use data", MAY, Side.BEARER)),
        ("Who must use data?", Inquiry("May anyone use data", MUST, Side.BEARER)),
        ("Which banks may use data?", Inquiry("May banks use data", MAY, Side.BEARER)),
        ("What may Acme use?", Inquiry("May Acme use", MAY, Side.OBJECT)),
        ("Which bank data may Acme use?", Inquiry("May Acme use", MAY, Side.OBJECT, "bank data")),
        ("What may Acme do?", Inquiry("May Acme action", MAY, Side.ACTION)),
        ("What may Acme do with data for research?", Inquiry("May Acme action data for research", MAY, Side.ACTION)),
        ("What must Acme do after a breach?", Inquiry("May Acme action after a breach", MUST, Side.ACTION)),
        ("With whom may Acme share data?", Inquiry("May Acme share data", MAY, Side.COUNTERPARTY)),
        ("To which banks may Acme sell data?", Inquiry("May Acme sell data to banks", MAY, Side.COUNTERPARTY)),
        ("For what may Acme use data?", Inquiry("May Acme use data", MAY, Side.PURPOSE)),
        ("For which purposes may Acme use data?", Inquiry("May Acme use data for purposes", MAY, Side.PURPOSE)),
        ("Where may Acme use data?", Inquiry("May Acme use data", MAY, Side.PLACE)),
        ("In which countries may Acme use data?", Inquiry("May Acme use data in countries", MAY, Side.PLACE)),
        ("From whom may Acme receive data?", Inquiry("May Acme receive data", MAY, Side.SOURCE)),
        ("About whom may Acme use data?", Inquiry("May Acme use data", MAY, Side.PEOPLE)),
        ("Whether or not", Inquiry("Whether or not")),
        ("", Inquiry("")),
    ],
)
def test_a_question_is_read_for_its_form(question: str, expected: Inquiry) -> None:
    assert read(question) == expected
