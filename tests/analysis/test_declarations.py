"""Declarations of files as plain data."""

from policyc.analysis.declarations import register
from policyc.model.names import Kind
from policyc.pipeline.road import examine
from policyc.source import Source

OWN_RECORDS = """
Acme is a hospital. Globex is a vendor.
agreement "Deal" between Acme and Globex.
1: Acme may inspect Globex's records to monitor compliance.
"""


def test_names_of_two_kinds_that_stand_in_one_place_are_told_apart() -> None:
    declared = register(examine([Source("1.policy", OWN_RECORDS)]).workspace).declared
    records = [each.kind for each in declared if each.text == "records of Globex"]
    assert set(records) == {Kind.ACTION, Kind.DATA}
    assert list(declared) == sorted(declared, key=lambda each: each.sort_key)
