"""What the tests share: the records, and the tools that some of them drive."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kit.check import load
from kit.library import Library

ROOT = Path(__file__).resolve().parent.parent
TOOLS = {
    "libreoffice": ("soffice", "libreoffice"),
    "browser": ("chromium", "chromium-browser", "google-chrome", "chrome"),
    "poppler": ("pdftoppm",),
}


def tool(name: str) -> str | None:
    """The path of a tool's command, or None where it is not installed."""
    return next((found for command in TOOLS[name] if (found := shutil.which(command))), None)


def pytest_configure(config: pytest.Config) -> None:
    for name, commands in TOOLS.items():
        config.addinivalue_line("markers", f"{name}: drives {commands[0]}; skipped without it, failed in CI")


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name, commands in TOOLS.items():
        if item.get_closest_marker(name) and tool(name) is None:
            if os.environ.get("CI") == "true":
                pytest.fail(f"{commands[0]} is not installed", pytrace=False)
            pytest.skip(f"{commands[0]} is not installed")


@pytest.fixture(scope="session")
def library() -> Library:
    """The project's own records."""
    return load(ROOT / "data")
