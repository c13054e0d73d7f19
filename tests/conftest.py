"""What every test has: a cache of its own, and the same examples whatever ran before it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis.internal.conjecture import providers

# Hypothesis mixes in constants of whatever modules are loaded, and a test would try other examples alone than in
# the whole run. There is no setting for it, so the list of them is held empty.
providers._get_local_constants = lambda: providers._local_constants


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get("POLICYC_CACHE")
    os.environ["POLICYC_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["POLICYC_CACHE"]
    else:
        os.environ["POLICYC_CACHE"] = before
