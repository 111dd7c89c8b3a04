"""Glossary words explain themselves on hover and on focus, and get out of the way (WCAG 2.2, 1.4.13)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.library import Library

from .conftest import Opener
from .sites import Edition

PAGE = "understand/efficiency/"


def word(page: Page) -> Locator:
    return page.locator("a.term").first


def tip(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def test_the_pointer_brings_it_and_may_rest_on_it(site: Edition, opened: Opener) -> None:
    page = opened(site)
    expect(tip(page)).to_have_count(0)
    word(page).hover()
    expect(tip(page)).to_be_visible()
    assert tip(page).inner_text() == word(page).get_attribute("data-tip")
    tip(page).hover()
    page.wait_for_timeout(400)  # longer than the tooltip waits before it goes
    expect(tip(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(tip(page)).to_have_count(0)


def test_focus_brings_it_and_describes_the_word(site: Edition, opened: Opener) -> None:
    page = opened(site)
    word(page).focus()
    expect(tip(page)).to_be_visible()
    expect(word(page)).to_have_accessible_description(str(word(page).get_attribute("data-tip")))
    assert word(page).get_attribute("aria-describedby") == tip(page).get_attribute("id")
    page.keyboard.press("Tab")
    expect(tip(page).filter(has_text=str(word(page).get_attribute("data-tip")))).to_have_count(0)
    assert word(page).get_attribute("aria-describedby") is None


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_escape_closes_it_and_the_word_keeps_the_focus(way: str, site: Edition, opened: Opener) -> None:
    page = opened(site)
    getattr(word(page), way)()
    expect(tip(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip(page)).to_have_count(0)
    assert word(page).get_attribute("aria-describedby") is None
    if way == "focus":
        expect(word(page)).to_be_focused()


def test_the_word_leads_to_its_entry(site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site)
    name = str(word(page).get_attribute("href")).rpartition("#")[2]
    page.keyboard.press("Tab")
    word(page).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"/look-up/glossary/#{name}$"))
    expect(page.locator(f"#{name}")).to_be_in_viewport()
    expect(page.locator(f"#{name}")).to_contain_text(library.get(name.replace("-", "/", 1)).title)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_stays_within_the_window(width: int, site: Edition, opened: Opener) -> None:
    page = opened(site, PAGE, width=width, height=600)
    words = page.locator(".md-content a.term")
    assert words.count() > 0
    for one in words.all():
        one.scroll_into_view_if_needed()
        one.focus()
        box = tip(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 600
        at = one.bounding_box()
        assert at is not None
        apart = box["y"] >= at["y"] + at["height"] or box["y"] + box["height"] <= at["y"]
        assert apart, "the tooltip lies on its word"


def test_each_word_is_marked_once_on_a_page(site: Edition, opened: Opener) -> None:
    page = opened(site, "understand/")
    found = [str(link.get_attribute("href")) for link in page.locator("a.term").all()]
    assert found
    assert len(found) == len(set(found))
