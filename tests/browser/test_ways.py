"""The ways to a record: the index of cases, the matrix, old addresses, and the 404 page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kit.library import Library
from kit.model import Case, MatrixCell
from kit.refs import address

from .conftest import MISSING, Opener
from .sites import Edition
from .words import OLD


@pytest.mark.parametrize(
    ("way", "group"),
    [
        ("By field of service", "sector/housing"),
        ("By principle", "principle/reciprocity"),
        ("By place on the matrix", "matrix/shared-delivery"),
    ],
)
def test_a_case_from_the_index(way: str, group: str, site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, "see/cases/")
    title = library.get(group).title
    expect(page.get_by_role("heading", name=way, exact=True)).to_be_visible()
    listed = page.locator(f"h2:text-is('{way}') + p + dl.groups, h2:text-is('{way}') + dl.groups")
    group_list = listed.locator(f"dt:has(a:text-is('{title}')) + dd")
    group_list.get_by_role("link", name="Taff Housing time credits").click()
    expect(page).to_have_url(f"{site.address}see/cases/taff-housing/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Taff Housing time credits")


def test_the_index_lists_every_case_each_way(site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, "see/cases/")
    cases = {case.title for case in library.all(Case) if case.retired is None}
    assert set(page.locator(".cards .card__title").all_inner_texts()) == cases
    groups = page.locator("dl.groups")
    assert groups.count() == 3
    for way, number in (("sector", 0), ("cell", 2)):
        names = groups.nth(number).locator("li > a").all_inner_texts()
        assert set(names) == cases, f"by {way}"


def test_every_cell_of_the_matrix_opens_its_page(site: Edition, opened: Opener, library: Library) -> None:
    cells = library.all(MatrixCell)
    page = opened(site, "understand/matrix/")
    for cell in cells:
        page.locator("table.matrix").get_by_role("link", name=cell.name, exact=True).click()
        expect(page).to_have_url(site.address + address(cell).path)
        expect(page.locator("td.matrix__here")).to_contain_text(cell.name)
        expect(page.locator("td.matrix__here")).to_contain_text("You are here")


def test_the_matrix_by_keyboard(site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, "understand/matrix/")
    page.locator(".matrix-wrap").focus()
    seen = []
    for _ in library.all(MatrixCell):
        page.keyboard.press("Tab")
        cell = page.locator("table.matrix td a:focus")
        expect(cell).to_have_count(1)
        seen.append(cell.inner_text())
    assert set(seen) == {cell.name for cell in library.all(MatrixCell)}
    assert seen[4] == library.get("matrix/full-co-production").title
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(seen[-2])


def test_an_old_address_leads_to_the_new_one(changed_site: Edition, opened: Opener) -> None:
    page = opened(changed_site, f"see/cases/{OLD}/")
    page.wait_for_url(f"{changed_site.address}see/cases/taff-housing/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Taff Housing time credits")


def test_an_old_address_has_a_link_for_those_who_are_not_moved_on(changed_site: Edition) -> None:
    html = (changed_site.folder / f"see/cases/{OLD}/index.html").read_text("utf-8")
    assert re.search(r'<a href="\.\./taff-housing/">', html)


@pytest.mark.parametrize("path", ["nowhere", "see/cases/no-such-case/", "a/b/c/d/e.html"])
def test_what_is_missing_says_so_and_leads_on(path: str, site_with_project: Edition, opened: Opener) -> None:
    page = opened(site_with_project, path, expected=MISSING)
    assert page.title().startswith("This page isn't here")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page isn't here")
    assert page.evaluate("getComputedStyle(document.querySelector('.md-header')).backgroundColor") == "rgb(18, 53, 91)"
    links = {str(link.get_attribute("href")) for link in page.locator(".md-content a").all()}
    assert len(links) >= 3
    for link in links:
        assert page.request.get(page.evaluate("href => new URL(href, document.baseURI).href", link)).ok, link
    page.get_by_role("link", name="Look through the cases").click()
    expect(page).to_have_url(f"{site_with_project.address}see/cases/")


def test_one_can_search_from_the_404_page(
    site_with_project: Edition, opened: Opener, search: Callable[[Page, str], list[str]]
) -> None:
    page = opened(site_with_project, "see/nothing/here/", expected=MISSING, searching=True)
    assert "/handbook/see/cases/taff-housing/" in search(page, "Cardiff")[0]
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"^{re.escape(site_with_project.address)}see/cases/taff-housing/"))


def test_the_404_page_works_at_the_root_of_a_host_without_settings(site_at_root: Edition, opened: Opener) -> None:
    page = opened(site_at_root, "see/nothing/here/", expected=MISSING)
    page.get_by_role("link", name="Look up a word").click()
    expect(page).to_have_url(f"{site_at_root.address}look-up/glossary/")
