"""What the tests share: the records, and the tools that some of them drive."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tools import TOOLS, command

from kit.check import load
from kit.library import Library

BROWSER = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run",
]
ROOT = Path(__file__).resolve().parent.parent


def pytest_configure(config: pytest.Config) -> None:
    for marker, one in TOOLS.items():
        config.addinivalue_line("markers", f"{marker}: drives {one.name}; skipped without it, failed in CI")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, one in TOOLS.items():
        if item.get_closest_marker(marker) and command(marker) is None:
            said = f"{one.name} is not here, or does not work; on Debian: apt-get install {one.packages}"
            if os.environ.get("CI") == "true":
                pytest.fail(said, pytrace=False)
            pytest.skip(said)


@pytest.fixture(scope="session")
def library() -> Library:
    """The project's own records."""
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all: Playwright's loop runs once in a process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command("browser"), args=BROWSER)
        yield browser
        browser.close()
