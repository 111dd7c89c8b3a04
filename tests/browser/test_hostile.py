"""Text that nobody should write, in a real browser: read, not run."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import Opener
from .sites import Edition
from .words import HOSTILE, SENTENCE


@pytest.mark.parametrize("path", ["see/cases/hostile/", "see/cases/"])
def test_it_is_read_and_not_run(path: str, changed_site: Edition, opened: Opener) -> None:
    page = opened(changed_site, path)  # a dialog would be a complaint
    expect(page.locator("main")).to_contain_text(HOSTILE)
    assert page.locator("script", has_text="alert(1)").count() == 0
    assert page.locator("a[href^='javascript:' i]").count() == 0


def test_the_title_is_its_name(changed_site: Edition, opened: Opener) -> None:
    page = opened(changed_site, "see/cases/hostile/")
    assert page.title().startswith(f"Hostile {HOSTILE}")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Hostile {HOSTILE}")


def test_the_tooltip_shows_it(changed_site: Edition, opened: Opener) -> None:
    page = opened(changed_site, "see/cases/hostile/")
    page.locator("a.term", has_text="zorbleflap").hover()
    expect(page.get_by_role("tooltip")).to_have_text(SENTENCE)


def test_the_search_results_show_it(
    changed_site: Edition, opened: Opener, search: Callable[[Page, str], list[str]]
) -> None:
    page = opened(changed_site, searching=True)
    links = search(page, "wobblegong")
    assert any("/see/cases/hostile/" in link or "#term-zorbleflap" in link for link in links)
    expect(page.locator(".md-search-result__article", has_text="<script>alert(1)</script>").first).to_be_attached()
    assert page.locator(".md-search-result script").count() == 0
