"""What every test has: a cache of its own, so that no test sees what another run of policyc kept."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get("POLICYC_CACHE")
    os.environ["POLICYC_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["POLICYC_CACHE"]
    else:
        os.environ["POLICYC_CACHE"] = before
