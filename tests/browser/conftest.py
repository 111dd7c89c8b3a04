"""A browser, the editions of the handbook that it opens, and a watch over what each page does behind its back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

from .sites import LEAVE_OUT, PUBLISHER, Edition, built, once, published, serving, shared
from .words import changed_records

MISSING = "status of 404"
"""What the browser says of a page that isn't there."""
REPOSITORY, CONTACT = PUBLISHER["repository"], PUBLISHER["contact"]
Opener = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here drives the browser."""
    for item in items:
        if item.path.is_relative_to(__file__.removesuffix("conftest.py")):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """The handbook as `make handbook` builds it, below a path that its settings know nothing of."""
    with serving(built(tmp_path_factory, "site")) as edition:
        yield edition


@pytest.fixture(scope="session")
def site_at_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """The same at the root of a host."""
    with serving(built(tmp_path_factory, "site"), "/") as edition:
        yield edition


@pytest.fixture(scope="session")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The edition that opens from disk."""
    folder = built(tmp_path_factory, "offline", offline=True)
    return Edition(folder, f"{folder.as_uri()}/")


@pytest.fixture(scope="session")
def site_with_project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """An edition whose publisher has set address, repository and contact."""
    with serving(published(tmp_path_factory)) as edition:
        yield edition


@pytest.fixture(scope="session")
def changed_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """An edition of changed records: a case with an old address, full of text that nobody should write."""
    data = once(shared(tmp_path_factory) / "changed", changed_records) / "data"
    with serving(built(tmp_path_factory, "site-changed", data=data)) as edition:
        yield edition


class _Watch:
    """What pages must not do: complain, or ask another host for anything."""

    def __init__(self, edition: Edition, expected: str) -> None:
        self.home = urlsplit(edition.address)
        self.expected = expected
        self.complaints: list[str] = []

    def console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text} ({message.location.get('url')})")

    def request(self, request: Request) -> None:
        asked = urlsplit(request.url)
        ours = (asked.scheme, asked.netloc) == (self.home.scheme, self.home.netloc)
        if not ours and asked.scheme not in ("data", "blob"):
            self.complaints.append(f"asks {request.url}")
        elif ours and not asked.path.startswith(self.home.path):
            self.complaints.append(f"asks outside its folder: {request.url}")

    def page(self, page: Page) -> None:
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("dialog", self.dialog)

    @property
    def unexpected(self) -> list[str]:
        return [line for line in self.complaints if not (self.expected and re.search(self.expected, line))]

    def dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"opens a dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Opener]:
    """Opens a page of an edition. When the test ends, none may have complained or asked another host.

    `expected` is a pattern of the complaints that a test is about; only `searching` pages can find anything.
    """
    watches: list[_Watch] = []
    contexts = []

    def opening(
        edition: Edition, path: str = "", *, width: int = 1280, height: int = 900, dark: bool = False,
        script: bool = True, expected: str = "", searching: bool = False,
    ) -> Page:
        watch = _Watch(edition, expected)
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light",
            java_script_enabled=script, reduced_motion="reduce", accept_downloads=True,
        )
        if not searching:
            context.set_extra_http_headers({LEAVE_OUT: "yes"})
        watches.append(watch)
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.on("request", watch.request)
        context.on("page", watch.page)
        page = context.new_page()
        page.goto(edition.address + path)
        return page

    yield opening
    for context in contexts:
        context.close()
    assert [line for watch in watches for line in watch.unexpected] == []


@pytest.fixture
def search() -> Callable[[Page, str], list[str]]:
    """Types words into the search box; gives the addresses of the results that stand open, best first."""

    def searched(page: Page, words: str) -> list[str]:
        opener = page.locator("header label.md-header__button[for=__search]")
        if opener.is_visible():  # on a phone
            opener.click()
        box = page.locator("[data-md-component=search-query]")
        box.click()
        box.fill(words)
        page.keyboard.press("End")  # the theme asks anew at each key
        page.locator(".md-search-result__meta", has_text="matching").wait_for()
        links = page.locator(".md-search-result__link:visible")
        return [str(address) for address in links.evaluate_all("all => all.map(one => one.href)")]

    return searched
