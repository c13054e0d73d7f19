"""What the browser tests share: one browser for the whole run, and pages that are made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import running
from tests.browser.subjects import Subjects


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser: Playwright cannot run twice in a process."""
    with running() as found:
        yield found


@pytest.fixture(autouse=True)
def no_window_stays_open(browser: Browser) -> Iterator[None]:
    """Close what a test has opened, also where it fails."""
    yield
    for context in browser.contexts:
        context.close()


@pytest.fixture(scope="session")
def subjects(tmp_path_factory: pytest.TempPathFactory) -> Subjects:
    """The pages that are judged."""
    return Subjects(tmp_path_factory.mktemp("subjects"))
