"""Clauses of another agreement in the order between clauses; engine and reference must agree on each."""

import pytest

from tests.norms.test_semantics import verdict

OLD = 'agreement "Old" between Acme and Bolt.\n1: Acme must not use location.\n2: Acme must not use balance.\n'
NEW = 'agreement "New" between Acme and Bolt.\n1: Acme may use location.\n2: Acme may use balance.\n'


@pytest.mark.parametrize(
    ("order", "location", "balance"),
    [
        ("", "conflicting", "conflicting"),
        ('Clause 1 of "Old" prevails over clause 1.', "forbidden", "conflicting"),
        ('Clause 2 prevails over clause 2 of "Old".', "conflicting", "permitted"),
        ('Clauses 1 and 2 prevail over clause 1 of "Old".', "permitted", "conflicting"),
        ('"Old" prevails over this agreement.', "forbidden", "forbidden"),
    ],
)
def test_a_clause_of_a_title_prevails_alone(order: str, location: str, balance: str) -> None:
    text = OLD + NEW + order
    assert verdict(text, data="location") == location
    assert verdict(text, data="balance") == balance
