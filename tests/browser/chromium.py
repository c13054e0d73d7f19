"""Chromium for the tests, and what a page does in it beside being shown."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 500
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-lcd-text",  # so that letters have the same pixels everywhere
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
]


@dataclass
class Watch:
    """What a page did beside being shown: said, asked for, had stopped and why, got past its own policy, opened."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    stopped: list[str | None] = field(default_factory=list)
    abroad: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def let_through(self, route: Route) -> None:
        """Let a request for a file through, and stop and note every other one that the page's policy has let out."""
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            self.abroad.append(route.request.url)
            route.abort()

    def over(self, page: Page) -> None:
        """Watch a page."""
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfailed", lambda request: self.stopped.append(request.failure))
        page.on("dialog", self.dismiss)

    def dismiss(self, dialog: Dialog) -> None:
        """Note a dialog and close it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@contextmanager
def running() -> Iterator[Browser]:
    """A browser, without which a test is skipped; in CI it fails instead."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        if os.environ.get("CI", "").lower() in ("true", "1"):
            pytest.fail("Chromium is missing, and in CI the browser tests must run")
        pytest.skip("Chromium is missing: install it to run the browser tests")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield found
        found.close()


def opened(browser: Browser, file: Path, watch: Watch | None = None, **options: Any) -> Page:
    """A page shown in a window of its own, with all that it does noted; nothing but files is let through."""
    context = browser.new_context(**options)
    watch = watch or Watch()
    context.route("**/*", lambda route: watch.let_through(route))
    page = context.new_page()
    watch.over(page)
    page.goto(file.as_uri())
    return page


def until(page: Page, holds: str, argument: Any = None) -> None:
    """Wait until something holds on a page; asked from outside, as the page itself lets nobody evaluate text."""
    for _ in range(PATIENCE):
        if page.evaluate(holds, argument):
            return
        page.wait_for_timeout(20)
    pytest.fail(f"it never held: {holds}")
