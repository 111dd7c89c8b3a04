"""WCAG 2.2 A and AA, as far as axe can judge, in every dress; and what a keyboard finds first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .conftest import MISSING, Opener
from .sites import Edition

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DRESSES = {
    "light desktop": {"width": 1280, "dark": False},
    "dark phone": {"width": 390, "dark": True},
    "dark desktop": {"width": 1280, "dark": True},
    "light phone": {"width": 390, "dark": False},
}
TWO = list(DRESSES)[:2]
"""Between them they have both colours and both widths."""
IN_ALL = ["", "see/cases/taff-housing/"]
IN_TWO = [
    "check/", "understand/matrix/", "act/agenda/risk/", "kit/", "kit/statements/", "kit/workshops/taster/",
    "kit/workshops/", "kit/activities/", "kit/activities/sorting-on-the-matrix/", "kit/plan/", "kit/by-field/",
    "kit/hosting/", "see/evidence/", "look-up/glossary/", "see/since-2009/",
    "understand/fixers-to-facilitators/", "look-up/data/", "contribute/", "contribute/commands/",
    "contribute/kinds/", "contribute/kinds/activity/", "contribute/edit-a-text/",
    "contribute/hosting-the-site/",
]
STATES = [(path, dress) for path in IN_ALL for dress in DRESSES] + [(path, dress) for path in IN_TWO for dress in TWO]

LEAVE_WHAT_DIFFERS = """() => {
  const seen = new Set(), name = part => `${part.tagName}.${part.getAttribute("class")}`;
  document.querySelectorAll("main :is(.entry, .event, tbody tr, .card)").forEach(one => {
    const parts = [one, ...one.querySelectorAll("*")].map(part => `${name(part.parentElement)} > ${name(part)}`);
    if (parts.every(part => seen.has(part))) one.remove();
    parts.forEach(part => seen.add(part));
  });
}"""
"""Takes away what has no part that wasn't there before: to judge the contrast of hundreds of like entries is slow."""


def violations(page: Page) -> list[str]:
    """What axe finds, one line each: rule, element, what to do."""
    structure = {"runOnly": {"type": "tag", "values": LEVELS}, "rules": {"color-contrast": {"enabled": False}}}
    page.evaluate(Axe().axe_script)
    found = judged(page, structure)
    page.evaluate(LEAVE_WHAT_DIFFERS)
    return found + judged(page, {"runOnly": ["color-contrast"]})


def judged(page: Page, options: dict[str, Any]) -> list[str]:
    ask = "options => axe.run(options).then(found => [found.passes.length, found.violations])"
    passed, found = page.evaluate(ask, {**options, "resultTypes": ["violations"]})
    assert passed, "axe judged nothing"
    return [f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize(("path", "dress"), STATES)
def test_no_violation(path: str, dress: str, site: Edition, opened: Opener) -> None:
    assert violations(opened(site, path, **DRESSES[dress])) == []


@pytest.mark.parametrize("dress", TWO)
def test_no_violation_once_the_questions_are_answered(dress: str, site: Edition, opened: Opener) -> None:
    page = opened(site, "check/", **DRESSES[dress])
    for name in ("plans", "delivers", "says"):
        page.locator(f'#decide input[name="{name}"][value="together"]').check()
    expect(page.locator(".decide__word")).to_be_visible()
    assert violations(page) == []
    page.locator('#decide input[name="says"]').first.check()
    page.get_by_role("button", name="Start again").focus()
    assert violations(page) == []


@pytest.mark.parametrize("dress", DRESSES)
def test_no_violation_once_a_workshop_is_planned(dress: str, site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/plan/", **DRESSES[dress])
    page.get_by_label("Minutes, breaks included").fill("180")
    page.get_by_role("button", name="Make a plan").click()
    page.get_by_label("It starts at").fill("09:30")
    page.locator("#plan-activities details").first.locator("summary").first.click()
    assert violations(page) == []


@pytest.mark.parametrize("dress", TWO)
@pytest.mark.parametrize("path", ["kit/workshops/half-day/", "kit/activities/is-it-or-isnt-it/"])
def test_no_violation_with_every_script_and_answer_unfolded(
    path: str, dress: str, site: Edition, opened: Opener
) -> None:
    page = opened(site, path, **DRESSES[dress])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert violations(page) == []


@pytest.mark.parametrize("dress", TWO)
def test_no_violation_with_search_results(
    dress: str, site: Edition, opened: Opener, search: Callable[[Page, str], list[str]]
) -> None:
    page = opened(site, "honesty/", searching=True, **DRESSES[dress])
    assert search(page, "neighbours hospital")
    page.locator(".md-search-result__more summary").first.click()
    page.wait_for_timeout(300)  # the box fades in
    assert violations(page) == []


@pytest.mark.parametrize("dress", ["light phone", "dark phone"])
def test_no_violation_with_the_menu_open(dress: str, site: Edition, opened: Opener) -> None:
    page = opened(site, "see/", **DRESSES[dress])
    page.locator("header label[for=__drawer]").click()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    page.wait_for_timeout(300)  # it slides in
    assert violations(page) == []


@pytest.mark.parametrize("dress", TWO)
def test_no_violation_with_a_tooltip_and_everything_unfolded(dress: str, site: Edition, opened: Opener) -> None:
    page = opened(site, "understand/efficiency/", **DRESSES[dress])
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.locator("a.term").first.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("dress", TWO)
def test_no_violation_on_the_404_page(dress: str, site_at_root: Edition, opened: Opener) -> None:
    assert violations(opened(site_at_root, "no/such/page/", expected=MISSING, **DRESSES[dress])) == []


def test_axe_would_find_some(site: Edition, opened: Opener) -> None:
    page = opened(site, "look-up/cite/")
    page.evaluate("""() => {
      document.querySelector("main").insertAdjacentHTML("beforeend", "<button></button><p id='pale'>pale</p>");
      Object.assign(document.getElementById("pale").style, {color: "#999", background: "#fff"});
    }""")
    assert {line.partition(":")[0] for line in violations(page)} == {"button-name", "color-contrast"}


def test_the_first_tab_skips_to_the_content(site: Edition, opened: Opener) -> None:
    page = opened(site, "see/cases/taff-housing/")
    page.keyboard.press("Tab")
    skip = page.locator("a.md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main .md-content')")


def test_the_focus_can_be_seen_and_goes_down_the_page(site: Edition, opened: Opener) -> None:
    page = opened(site, "see/sectors/housing/")
    regions: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const here = document.activeElement;
              if (here === document.body) return null;
              // What is hidden itself, a switch say, shows its focus on its label.
              const box = here.getBoundingClientRect();
              const small = box.width < 3 || getComputedStyle(here).opacity === "0";
              const shown = small && here.id ? document.querySelector(`label[for="${here.id}"]:not([hidden])`) : here;
              const style = getComputedStyle(shown || here);
              const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              const part = here.closest("header, nav.md-tabs, .md-sidebar, main, footer");
              const name = part ? part.tagName : here.classList[0];
              return [name, drawn || here.matches(".md-skip"), here.outerHTML.slice(0, 90)];
            }"""
        )
        if found is None:
            break
        part, drawn, html = found
        assert drawn, f"no focus to be seen on {html}"
        if not regions or regions[-1] != part:
            regions.append(part)
    assert regions[0] == "md-skip"
    assert [part for part in regions if part in ("HEADER", "NAV", "DIV", "MAIN")][:2] == ["HEADER", "NAV"]
    assert regions[-1] in ("MAIN", "FOOTER")
