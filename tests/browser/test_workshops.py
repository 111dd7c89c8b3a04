"""Workshops and activities on the screen: the start-time box, what is folded, paper, and no script at all."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page, expect

from kit.library import Library
from kit.model import Activity, Workshop
from kit.running import running
from kit.wording import clock

from .conftest import Opener
from .sites import Edition


def times(page: Page) -> list[str]:
    """The times that the run sheet shows, the end last."""
    return page.locator("table.run td:first-child").all_inner_texts()


def planned(library: Library, name: str) -> list[int]:
    """The minutes at which they should be: every part, every moment but a break's, and the end."""
    workshop = library.get(f"workshop/{name}")
    assert isinstance(workshop, Workshop)
    found = []
    for stretch in running(workshop, library).stretches:
        found += [stretch.start, *(one.start for one in stretch.moments if stretch.kind != "break")]
    return [*found, workshop.minutes]


def at(start: int, minute: int) -> str:
    """A time of day, from the minutes after midnight at which it starts."""
    hours, minutes = divmod((start + minute) % (24 * 60), 60)
    return f"{hours:02d}:{minutes:02d}"


@pytest.mark.parametrize("name", ["taster", "full-day"])
@pytest.mark.parametrize("start", ["09:30", "00:00", "13:05", "23:45"])
def test_a_start_time_moves_every_time(start: str, name: str, site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, f"kit/workshops/{name}/")
    minutes = planned(library, name)
    assert times(page) == [clock(minute) for minute in minutes]
    page.get_by_label("It starts at").fill(start)
    first = int(start[:2]) * 60 + int(start[3:])
    assert times(page) == [at(first, minute) for minute in minutes]
    expect(page.locator(".starts [role=status]")).to_have_text(f"and ends at {at(first, minutes[-1])}.")
    summaries = page.locator(".script summary [data-minute]").all_inner_texts()
    assert summaries[0] == start


def test_without_a_start_they_count_from_the_beginning_again(site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, "kit/workshops/board/")
    box = page.get_by_label("It starts at")
    box.fill("18:00")
    assert times(page)[0] == "18:00"
    box.fill("")
    assert times(page) == [clock(minute) for minute in planned(library, "board")]
    expect(page.locator(".starts [role=status]")).to_be_empty()


def test_the_box_works_by_keyboard_and_keeps_nothing(site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/workshops/taster/")
    page.get_by_label("It starts at").focus()
    page.keyboard.type("1015AM")
    assert times(page)[0] == "10:15"
    kept = page.evaluate("[Object.keys(localStorage).filter(key => !key.includes('palette')), document.cookie]")
    assert kept == [[], ""]


@pytest.mark.parametrize("name", ["taster", "half-day"])
def test_without_a_script_everything_is_there(name: str, site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, f"kit/workshops/{name}/", script=False)
    assert times(page) == [clock(minute) for minute in planned(library, name)]
    expect(page.locator(".starts")).to_be_hidden()
    first = page.locator("details.script").first
    expect(first.locator(".say").first).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator(".say").first).to_be_visible()


def test_the_parts_lead_to_their_activities(site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, "kit/workshops/taster/")
    page.locator("table.run").get_by_role("link").first.click()
    expect(page).to_have_url(f"{site.address}kit/activities/agreeing/")
    page.get_by_role("heading", name="Workshops that use it").scroll_into_view_if_needed()
    page.locator("#used + ul").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(library.get("workshop/taster").title)


def test_an_activitys_answers_and_fields_prompts_open_at_a_click(site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/activities/is-it-or-isnt-it/")
    answer = page.locator("details.fold").first
    expect(answer.locator("p").first).to_be_hidden()
    answer.locator("summary").press("Enter")
    expect(answer.locator("p").first).to_be_visible()
    page = opened(site, "kit/activities/hidden-work/")
    own = page.locator("details.own[data-sector=housing]")
    expect(own.locator("li").first).to_be_hidden()
    own.locator("summary").click()
    expect(own.locator("li").first).to_be_visible()


def printed(page: Page) -> str:
    pdf = pdfium.PdfDocument(page.pdf(format="A4"))
    return " ".join(" ".join(sheet.get_textpage().get_text_range().split()) for sheet in pdf)


def test_an_activity_prints_whole_and_nothing_else(site: Edition, opened: Opener, library: Library) -> None:
    activity = library.get("activity/is-it-or-isnt-it")
    assert isinstance(activity, Activity)
    page = opened(site, "kit/activities/is-it-or-isnt-it/")
    text = printed(page)
    for step in activity.steps:
        assert step.name in text
    for card in activity.cards:
        words = re.sub(r"[*_]|\[\[[^\]]*\]\]", "", card.answer)[:30]
        assert words in text, "answers are folded on the screen, not on paper"
    for left_out in ("Print this activity", "Table of contents", "Appears in", "Search", "Edit this"):
        assert left_out not in text
    assert page.locator("details[open]").count() == 0, "folded again"


def test_the_print_button_prints(site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/activities/agreeing/")
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes' }")
    page.get_by_role("button", name="Print this activity").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")


def test_a_workshop_prints_with_the_times_that_stand_on_the_page(site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/workshops/board/")
    page.get_by_label("It starts at").fill("18:00")
    text = printed(page)
    assert "18:45 The end" in text
    assert "It starts at" not in text
    assert "The whole pack" not in text
