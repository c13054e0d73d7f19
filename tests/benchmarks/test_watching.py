"""The benchmark of --watch measures what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import watching
from benchmarks.checking import edited


def test_a_table_with_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "SAVES", 4)
    (table,) = watching.measure((10,))
    assert len(table.rows) == 1
    size, saved, slowest, *_ = table.rows[0]
    assert size == "10"
    assert 0 < float(saved.replace(",", "")) <= float(slowest.replace(",", ""))


def test_an_edit_changes_one_number() -> None:
    text = "1: Acme may keep data for at\n  most 36 months. Ends 36."
    assert edited(text) == "1: Acme may keep data for at\n  most 1 months. Ends 36."


def test_a_process_that_is_gone_has_no_time() -> None:
    assert watching.processor_seconds(2**30) is None
    assert not Path(f"/proc/{2**30}").exists()
