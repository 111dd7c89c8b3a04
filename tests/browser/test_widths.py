"""Phones, desktops, and a window zoomed to 400 per cent (WCAG 2.2, 1.4.10): nothing is cut off or scrolls sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from kit.handbook.kinds import kind_pages
from kit.handbook.pages import TEMPLATED
from kit.library import Library
from kit.model import KINDS
from kit.refs import address

from .conftest import MISSING, Opener
from .sites import ROOT, Edition

WIDTHS = (1280, 390, 360, 320)
OWN_PAGES = sorted(
    path.relative_to(ROOT / "docs").as_posix().removesuffix("index.md").replace(".md", "/")
    for path in (ROOT / "docs").rglob("*.md")
)

STICKS_OUT = """() => {
  const wide = document.documentElement.clientWidth, known = new Map([[null, false]]);
  const scrolls = node => {
    if (!known.has(node)) {
      const own = ["auto", "scroll"].includes(getComputedStyle(node).overflowX);
      known.set(node, own || scrolls(node.parentElement));
    }
    return known.get(node);
  };
  return [...document.querySelectorAll("main *")].filter(node => {
    const box = node.getBoundingClientRect();
    const out = box.right > wide + 1 && box.width > 1 && box.height > 1;
    return out && !node.closest(".md-sidebar") && !scrolls(node.parentElement);
  }).map(node => node.outerHTML.slice(0, 120));
}"""
"""What reaches beyond the window's right edge and stands in nothing that scrolls by itself."""


def fits(page: Page, path: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 400})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{path} scrolls sideways at {width} px: {wide}"
    assert page.evaluate(STICKS_OUT) == [], f"{path} at {width} px"


@pytest.mark.parametrize("part", sorted({path.partition("/")[0] for path in OWN_PAGES}))
def test_every_page_that_a_person_wrote_fits(part: str, site: Edition, opened: Opener) -> None:
    page = opened(site)
    for path in OWN_PAGES:
        if path.partition("/")[0] == part:
            page.goto(site.address + path)
            fits(page, path)


def test_one_page_of_each_kind_fits(site: Edition, opened: Opener, library: Library) -> None:
    paths: dict[str, str] = {}
    for kind in sorted(TEMPLATED):
        record = max(library.all(KINDS[kind]), key=lambda one: len(one.title))
        paths[kind] = address(record).path
    page = opened(site)
    for path in paths.values():
        page.goto(site.address + path)
        fits(page, path)
    assert len(paths) >= 9


def test_the_pages_on_kinds_of_record_fit(site: Edition, opened: Opener) -> None:
    page = opened(site)
    for told in kind_pages():
        page.goto(f"{site.address}{told.path}/")
        fits(page, told.path)


def test_the_answer_fits_too(site: Edition, opened: Opener) -> None:
    page = opened(site, "check/", width=320)
    for name in ("plans", "delivers", "says"):
        page.locator(f'#decide input[name="{name}"]').last.check()
    expect(page.locator(".decide__word")).to_be_visible()
    fits(page, "check/, answered")


def test_a_plan_fits_too(site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/plan/", width=320)
    page.get_by_label("Minutes, breaks included").fill("330")
    page.get_by_role("button", name="Make a plan").click()
    page.get_by_label("It starts at").fill("09:00")
    page.locator("#plan-activities > details").nth(2).locator("summary").first.click()
    fits(page, "kit/plan/, planned")


def test_text_that_nobody_should_write_fits(changed_site: Edition, opened: Opener) -> None:
    fits(opened(changed_site, "see/cases/hostile/"), "see/cases/hostile/")


def test_the_404_page_fits(site_at_root: Edition, opened: Opener) -> None:
    fits(opened(site_at_root, "nowhere/", expected=MISSING), "404")


@pytest.mark.parametrize("width", [360, 390])
def test_the_menu_opens_on_a_phone_and_leads_on(width: int, site: Edition, opened: Opener) -> None:
    page = opened(site, width=width)
    menu = page.locator(".md-sidebar--primary")
    expect(menu).not_to_be_in_viewport()
    page.locator("header label[for=__drawer]").click()
    expect(menu).to_be_in_viewport()
    expect(menu.get_by_role("link", name="Is it co-production?")).to_be_in_viewport()
    menu.locator("label.md-nav__title", has_text="Start").click()
    menu.get_by_role("link", name="See it", exact=True).click()
    expect(page).to_have_url(f"{site.address}see/")
    page.locator("header label[for=__drawer]").click()
    menu.get_by_role("link", name="Evidence", exact=True).click()
    expect(page).to_have_url(f"{site.address}see/evidence/")
    expect(menu).not_to_be_in_viewport()


def test_the_menu_is_in_sight_on_a_desktop(site: Edition, opened: Opener) -> None:
    page = opened(site, "see/")
    tabs = page.get_by_role("navigation", name="Tabs")
    for name in ("Start", "Understand", "See it", "Act", "Use the kit", "Look up"):
        expect(tabs.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(page.locator(".md-sidebar--primary").get_by_role("link", name="Evidence", exact=True)).to_be_visible()


def test_tables_that_scroll_can_be_scrolled_by_keyboard(site: Edition, opened: Opener) -> None:
    page = opened(site, width=360)
    found = 0
    for path in ("check/", "kit/statements/", "look-up/data/", "understand/matrix/", "honesty/"):
        page.goto(site.address + path)
        boxes = page.locator(".scroll, .matrix-wrap, .md-typeset__scrollwrap").locator("visible=true")
        for box in boxes.all():
            if box.evaluate("box => box.scrollWidth > box.clientWidth"):
                found += 1
                assert box.evaluate("box => box.tabIndex") == 0, path
                assert box.get_attribute("role") == "region"
                assert box.get_attribute("aria-label")
    assert found >= 3
