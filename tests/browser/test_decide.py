"""Is it co-production? Three answers, one verdict: by keyboard, by pointer, and without a script."""

from __future__ import annotations

from typing import get_args

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.handbook.decide import DELIVERS, PLANS, SAYS, Say, Verdict, decide, verdicts
from kit.library import Library
from kit.model.knowledge import Hands

from .conftest import Opener
from .sites import Edition

FIRST = '#decide input[name="plans"][value="professionals"]'


def result(page: Page) -> Locator:
    return page.locator("#decide-result")


def answer_by_keyboard(page: Page, plans: Hands, delivers: Hands, says: Say) -> None:
    """Tab into each question, then arrows or Space, and nothing but keys."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement === document.querySelector('{FIRST}')"):
            break
    expect(page.locator(FIRST)).to_be_focused()
    for number, steps in enumerate((
        get_args(Hands).index(plans), get_args(Hands).index(delivers), get_args(Say).index(says)
    )):
        if number:
            page.keyboard.press("Tab")
        if not steps:
            page.keyboard.press("Space")
        for _ in range(steps):
            page.keyboard.press("ArrowDown")


def answer(page: Page, verdict: Verdict) -> None:
    for name, value in (("plans", verdict.plans), ("delivers", verdict.delivers), ("says", verdict.says)):
        page.locator(f'#decide input[name="{name}"][value="{value}"]').check()


def shows(page: Page, verdict: Verdict) -> None:
    """The page gives this verdict: word, why, place, nearest, next move, and the marked cell."""
    box = result(page)
    expect(box.locator(".decide__word")).to_have_text(verdict.word)
    text = box.inner_text()
    assert verdict.why in text
    assert f"Its place: {verdict.cell.name}" in text
    assert "Next move:" in text
    if verdict.nearest:
        assert f"Easily mistaken for: {verdict.nearest.name}" in text
    else:
        assert "Easily mistaken for" not in text
    marked = box.locator("td.matrix__here")
    assert marked.count() == 1
    assert marked.locator("a").inner_text() == verdict.cell.name


@pytest.mark.parametrize(
    ("plans", "delivers", "says", "cell", "nearest"),
    [
        ("together", "together", "together", "full-co-production", None),
        ("together", "together", "staff only", "shared-delivery", "consultation"),
        ("community", "community", "some", "self-organised", "self-organised-provision"),
    ],
)
def test_by_keyboard_alone(
    plans: Hands, delivers: Hands, says: Say, cell: str, nearest: str | None, site: Edition, opened: Opener,
    library: Library,
) -> None:
    page = opened(site, "check/")
    answer_by_keyboard(page, plans, delivers, says)
    verdict = decide(library, plans, delivers, says)
    assert verdict.cell.id == cell
    assert (verdict.nearest.id if verdict.nearest else None) == nearest
    shows(page, verdict)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Start again")).to_be_focused()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.href")
    assert focused.startswith(f"{site.address}understand/matrix/{cell}/")


def test_it_says_what_it_is_and_why(site: Edition, opened: Opener) -> None:
    page = opened(site, "check/")
    answer_by_keyboard(page, "together", "together", "together")
    expect(result(page).locator(".decide__word")).to_have_text("Yes: this is co-production")
    expect(result(page)).to_contain_text("Either side can stop a plan, so the sharing is real.")


def test_being_asked_is_not_deciding(site: Edition, opened: Opener) -> None:
    page = opened(site, "check/")
    answer_by_keyboard(page, "together", "professionals", "staff only")
    expect(result(page)).to_contain_text("Being asked is not deciding.")
    result(page).get_by_role("link", name="consultation", exact=True).click()
    expect(page).to_have_url(f"{site.address}understand/what-it-isnt/consultation/")


def test_the_page_counts_what_is_left_and_starts_again(site: Edition, opened: Opener) -> None:
    page = opened(site, "check/")
    left = page.locator("#decide-todo")
    expect(left).to_contain_text("all three")
    page.get_by_label(PLANS["together"]).check()
    expect(left).to_have_text("2 questions to go.")
    page.get_by_label(DELIVERS["together"]).check()
    expect(left).to_have_text("1 question to go.")
    expect(result(page)).to_be_empty()
    page.get_by_label(SAYS["some"]).check()
    expect(left).to_be_hidden()
    expect(result(page).locator(".decide__word")).to_have_text("Nearly: the work is shared, the power not yet")
    page.get_by_role("button", name="Start again").click()
    expect(result(page)).to_be_empty()
    expect(left).to_contain_text("all three")
    assert page.locator("#decide input:checked").count() == 0


def test_the_answer_is_announced(site: Edition, opened: Opener) -> None:
    page = opened(site, "check/")
    expect(page.get_by_role("status")).to_have_count(1)
    answer_by_keyboard(page, "community", "professionals", "together")
    expect(page.get_by_role("status").locator(".decide__word")).to_be_visible()


def test_all_twenty_seven_answers_agree_with_the_records(site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, "check/")
    found = list(verdicts(library))
    assert len(found) == 27
    for verdict in found:
        answer(page, verdict)
        shows(page, verdict)


def test_without_a_script_the_table_stands_there_and_the_form_does_not(
    site: Edition, opened: Opener, library: Library
) -> None:
    page = opened(site, "check/", script=False)
    expect(page.locator("#decide")).to_be_hidden()
    rows = page.locator(".decision-table tbody tr")
    assert rows.count() == 9
    for row, (plans, delivers) in zip(rows.all(), ((p, d) for p in PLANS for d in DELIVERS), strict=True):
        verdict = decide(library, plans, delivers, "together")
        text = row.inner_text()
        assert PLANS[plans] in text
        assert DELIVERS[delivers] in text
        assert verdict.word in text
        assert verdict.cell.name in text
        assert (verdict.nearest.name if verdict.nearest else "nothing") in text
    expect(page.get_by_text("Who can say no?")).to_be_visible()
