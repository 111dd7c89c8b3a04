"""What people look for, they find from the box at the top of every page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kit.library import Library
from kit.model import Term
from kit.text import plain
from kit.wording import ORIGINS

from .conftest import Opener
from .sites import Edition

Search = Callable[[Page, str], list[str]]
PHRASES = {
    "term/failure-demand": "bin wasn't emptied",
    "term/value-for-money": "cheap shoes",
    "term/prevention": "handrail stairs",
}
"""Words of a term's plain meaning that are not its name."""


def test_a_place_finds_its_case_and_enter_opens_it(site: Edition, opened: Opener, search: Search) -> None:
    page = opened(site, searching=True)
    assert "/see/cases/taff-housing/" in search(page, "Cardiff")[0]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/see/cases/taff-housing/"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Taff Housing")


def test_a_name_finds_its_person_and_a_click_opens_the_entry(site: Edition, opened: Opener, search: Search) -> None:
    page = opened(site, searching=True)
    links = search(page, "Neva Goodwin")
    place = next(index for index, link in enumerate(links) if link.endswith("#person-neva-goodwin"))
    assert place < 4, links
    page.locator(".md-search-result__link:visible").nth(place).click()
    page.wait_for_url(re.compile(r"/understand/people/.*#person-neva-goodwin$"))
    expect(page.locator("#person-neva-goodwin")).to_be_in_viewport()


@pytest.mark.parametrize("ref", PHRASES)
def test_plain_words_find_their_term(
    ref: str, site: Edition, opened: Opener, search: Search, library: Library
) -> None:
    term = library.get(ref)
    assert isinstance(term, Term)
    words = PHRASES[ref].split()
    meaning = plain(term.plain, library.name).lower()
    assert all(word in meaning and word not in term.name.lower() for word in words)
    page = opened(site, "see/", searching=True)
    links = search(page, PHRASES[ref])
    entry = f"#{term.kind}-{term.id}"
    place = next(index for index, link in enumerate(links) if link.endswith(entry))
    assert place < 4, links
    page.locator(".md-search-result__link:visible").nth(place).click()
    page.wait_for_url(re.compile(f"/look-up/glossary/.*{entry}$"))
    expect(page.locator(entry)).to_be_in_viewport()


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("role swap", "kit/activities/role-swap/"),
        ("why did they have to come back", "kit/activities/tracing-failure-demand/"),
        ("half a day", "kit/workshops/half-day/"), ("paying people, and expenses", "kit/hosting/"),
    ],
)
def test_activities_and_workshops_are_found(
    words: str, page: str, site: Edition, opened: Opener, search: Search
) -> None:
    links = search(opened(site, searching=True), words)
    assert any(f"/{page}" in link for link in links[:4]), links


def test_the_results_are_within_reach_of_the_keyboard(site: Edition, opened: Opener, search: Search) -> None:
    page = opened(site, searching=True)
    page.keyboard.press("/")
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    links = search(page, "Cardiff")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    second = page.locator(".md-search-result__link:visible").nth(1)
    for _ in range(4):  # between two pages stand further places on the first
        page.keyboard.press("ArrowDown")
        if second.evaluate("link => link === document.activeElement"):
            break
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(links[1].split("?")[0])))


def test_escape_leaves_the_search(site: Edition, opened: Opener, search: Search) -> None:
    page = opened(site, searching=True)
    search(page, "Cardiff")
    page.keyboard.press("Escape")
    expect(page.locator(".md-search-result__link").first).to_be_hidden()
    assert page.url == site.address


def test_a_result_shows_what_the_record_says_and_not_our_marks(
    site: Edition, opened: Opener, search: Search
) -> None:
    page = opened(site, searching=True)
    search(page, "Cardiff")
    first = page.locator(".md-search-result__article").first.inner_text()
    assert "Cardiff tenants" in first
    assert not re.search("Our suggestion|From the 2009 paper|Edit this", page.locator(".md-search-result").inner_text())


def test_search_works_on_a_phone(site: Edition, opened: Opener, search: Search) -> None:
    page = opened(site, width=390, searching=True)
    assert "/see/cases/taff-housing/" in search(page, "Cardiff")[0]
    page.locator(".md-search-result__link:visible").first.click()
    page.wait_for_url(re.compile("/see/cases/taff-housing/"))


def test_the_index_holds_no_marks_of_ours_in_its_headings(site: Edition) -> None:
    index = json.loads((site.folder / "search/search_index.json").read_text("utf-8"))
    titles = [entry["title"] for entry in index["docs"]]
    assert "What you could borrow" in titles
    assert [title for title in titles if any(mark in title for mark in ORIGINS.values())] == []


@pytest.mark.parametrize("turn", ["focus", "key", "address"])
def test_the_index_is_asked_for_when_somebody_turns_to_the_search(turn: str, site: Edition, opened: Opener) -> None:
    page = opened(site, "see/", searching=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "search_index" in request.url else None)
    page.reload(wait_until="networkidle")
    assert asked == []
    if turn == "address":
        page.goto(f"{site.address}see/?q=tenants", wait_until="networkidle")
    elif turn == "key":
        page.keyboard.press("/")
    else:
        page.locator("[data-md-component=search-query]").click()
    page.wait_for_timeout(300)
    assert len(asked) == 1
