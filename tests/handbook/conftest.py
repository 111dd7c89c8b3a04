"""The built handbook, read from disk, and sites to draw a page or two with."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from browser.sites import ROOT, built, once, published, shared
from browser.words import changed_records

from kit.check import load
from kit.handbook.site import Site, View
from kit.library import Library
from kit.settings import Settings

UNSET = Settings(site_url=None, repository=None, branch="main", contact=None)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "rect", "path", "circle"}


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook as `make handbook` builds it."""
    return built(tmp_path_factory, "site")


@pytest.fixture(scope="session")
def published_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of a publisher who has set where it lives."""
    return published(tmp_path_factory)


@pytest.fixture(scope="session")
def changed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of records that hold text which nobody should write."""
    data = once(shared(tmp_path_factory) / "changed", changed_records) / "data"
    return built(tmp_path_factory, "site-changed", data=data)


@pytest.fixture(scope="session")
def changed_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load(once(shared(tmp_path_factory) / "changed", changed_records) / "data")


@pytest.fixture
def view(library: Library) -> View:
    """The site as seen from a page two folders down."""
    return Site(library, UNSET).view("see/cases/")


class Read(HTMLParser):
    """A page as a browser takes it in: its text, its elements, and whether every tag is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.slips: list[str] = []
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.slips.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        self.text += data

    def attributes(self, name: str) -> list[str]:
        return [str(attrs[name]) for _, attrs in self.elements if attrs.get(name) is not None]


def page(folder: Path, path: str) -> Read:
    return Read((folder / path / "index.html").read_text("utf-8"))


__all__ = ["ROOT", "UNSET", "Read", "page"]
