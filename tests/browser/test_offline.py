"""The edition that opens from disk: the same handbook, without a server and without the network."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from kit.library import Library
from kit.refs import address

from .conftest import Opener
from .sites import Edition

Search = Callable[[Page, str], list[str]]


def test_it_opens_and_its_links_lead_on(offline_site: Edition, opened: Opener) -> None:
    page = opened(offline_site, "index.html")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="The quick check").click()
    expect(page).to_have_url(f"{offline_site.address}kit/assessments/quick.html")
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name="See it").click()
    expect(page).to_have_url(f"{offline_site.address}see/index.html")
    page.locator(".md-content").get_by_role("link", name="Cases", exact=True).click()
    page.locator(".cards").get_by_role("link", name="Taff Housing time credits", exact=True).click()
    expect(page).to_have_url(f"{offline_site.address}see/cases/taff-housing.html")


def test_search_works(offline_site: Edition, opened: Opener, search: Search) -> None:
    page = opened(offline_site, "index.html")
    assert "see/cases/taff-housing.html" in search(page, "Cardiff")[0]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"see/cases/taff-housing\.html"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Taff Housing")


def test_search_works_from_a_page_further_down(offline_site: Edition, opened: Opener, search: Search) -> None:
    page = opened(offline_site, "see/cases/keyring.html", width=390)
    links = search(page, "Neva Goodwin")
    place = next(index for index, link in enumerate(links) if link.endswith("#person-neva-goodwin"))
    page.locator(".md-search-result__link:visible").nth(place).click()
    page.wait_for_url(re.compile(r"/understand/people\.html.*#person-neva-goodwin$"))


def test_the_questions_work(offline_site: Edition, opened: Opener) -> None:
    page = opened(offline_site, "check.html")
    for name in ("plans", "delivers", "says"):
        page.locator(f'#decide input[name="{name}"][value="together"]').check()
    expect(page.locator(".decide__word")).to_have_text("Yes: this is co-production")
    page.locator("#decide-result").get_by_role("link", name="Full co-production").first.click()
    expect(page).to_have_url(f"{offline_site.address}understand/matrix/full-co-production.html")


def test_tooltips_and_colours_work(offline_site: Edition, opened: Opener) -> None:
    page = opened(offline_site, "index.html", dark=True)
    page.locator("a.term").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 31)"


def test_downloads_are_packed_with_it(offline_site: Edition, opened: Opener) -> None:
    page = opened(offline_site, "kit/index.html")
    for link in page.locator(".downloads .card__title").all():
        name = str(link.get_attribute("href")).partition("downloads/")[2]
        assert (offline_site.folder / "downloads" / name).stat().st_size > 1000


def test_every_record_has_its_page(offline_site: Edition, library: Library) -> None:
    for record in library.records.values():
        place = address(record)
        found = [offline_site.folder / f"{place.page}.html", offline_site.folder / place.page / "index.html"]
        page = next((path for path in found if path.is_file()), None)
        assert page is not None, record.ref
        if place.anchor:
            assert f'id="{place.anchor}"' in page.read_text("utf-8"), record.ref


def test_the_served_edition_can_be_read_from_disk(site: Edition, opened: Opener) -> None:
    from_disk = Edition(site.folder, f"{site.folder.as_uri()}/")
    page = opened(from_disk, "index.html", expected="search")  # which takes the other edition
    page.get_by_role("link", name="The quick check").click()
    expect(page).to_have_url(f"{from_disk.address}kit/assessments/quick/index.html")
