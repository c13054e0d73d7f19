"""Declarations of files as plain data."""

from policyc.analysis.declarations import register
from policyc.pipeline.road import examine
from policyc.source import Source

OWN_RECORDS = """
Acme is a hospital. Globex is a vendor.
agreement "Deal" between Acme and Globex.
1: Acme may inspect Globex's health data and Globex's financial data.
"""


def test_names_that_stand_in_one_place_come_in_one_order() -> None:
    declared = register(examine([Source("1.policy", OWN_RECORDS)]).workspace).declared
    own = [each.text for each in declared if each.text.endswith("of Globex")]
    assert own == ["health data of Globex", "financial data of Globex"]
    assert list(declared) == sorted(declared, key=lambda each: each.sort_key)
