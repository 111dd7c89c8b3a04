"""Plan a workshop: the form by keyboard, the plan on the screen, on paper, from disk, and without a script."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page, expect

from kit.library import Library
from kit.model import Activity

from .conftest import Opener
from .plans import activities, one_plan
from .sites import Edition


@pytest.fixture
def page(site: Edition, opened: Opener) -> Page:
    return opened(site, "kit/plan/")


def fill(page: Page, minutes: int, people: int = 16, audience: str = "mixed", sector: str = "") -> None:
    page.get_by_label("Minutes, breaks included").fill(str(minutes))
    page.get_by_label("People in the room").fill(str(people))
    page.get_by_label("Who they are").select_option(audience)
    page.get_by_label("Field of service").select_option(sector)
    page.get_by_role("button", name="Make a plan").click()


def test_the_page_shows_the_plan_that_the_rules_make(page: Page) -> None:
    fill(page, 240, audience="commissioners")
    plan = one_plan(page, 240, audience="commissioners")
    parts = page.locator("table.run .run__part")
    assert parts.locator("th").count() == len(plan["parts"])
    for number, part in enumerate(plan["parts"]):
        expect(parts.nth(number)).to_contain_text(part["name"])
        assert parts.nth(number).locator("td").last.inner_text() == str(part["minutes"])
    steps = page.locator("table.run .run__activity tr:not(.run__part) td:last-child")
    assert sum(map(int, steps.all_inner_texts())) == sum(part["minutes"] for part in activities(plan)), "steps add up"
    left = page.locator("#plan-left li")
    assert left.count() == len(plan["left"])
    for number, one in enumerate(plan["left"]):
        expect(left.nth(number)).to_contain_text(one["words"])


def test_the_result_is_announced_in_a_line(page: Page) -> None:
    said = page.locator("#plan-said")
    expect(said).to_have_attribute("role", "status")
    expect(said).to_be_empty()
    fill(page, 120)
    expect(said).to_contain_text("Your plan is below. It takes")
    expect(page.get_by_role("region", name="Your plan", exact=True)).to_be_visible()
    fill(page, 15, people=2)
    expect(said).to_have_text("No activity fits in 15 minutes with 2 people.")
    expect(page.locator("#plan-result")).to_be_hidden()


def test_by_keyboard_alone(page: Page) -> None:
    page.get_by_label("Minutes, breaks included").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("90")
    for label in ("People in the room", "Who they are", "Field of service"):
        page.keyboard.press("Tab")
        expect(page.get_by_label(label)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Make a plan")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("It starts at")).to_be_focused()
    page.keyboard.type("0930AM")
    assert page.locator("table.run td").first.inner_text() == "09:30"


def test_numbers_that_make_no_sense_are_refused_by_the_form(page: Page) -> None:
    for minutes in ("", "5", "9999"):
        page.get_by_label("Minutes, breaks included").fill(minutes)
        page.get_by_role("button", name="Make a plan").click()
        expect(page.locator("#plan-result")).to_be_hidden()
        assert page.get_by_label("Minutes, breaks included").evaluate("box => !box.checkValidity()")


def test_the_start_time_moves_the_plan_and_stays_for_the_next(page: Page) -> None:
    fill(page, 120)
    page.get_by_label("It starts at").fill("10:00")
    plan = one_plan(page, 120)
    shown = page.locator("table.run .run__part td:first-child").all_inner_texts()
    assert shown == [f"{10 + part['start'] // 60:02d}:{part['start'] % 60:02d}" for part in plan["parts"]]
    fill(page, 60)
    assert page.locator("table.run td").first.inner_text() == "10:00"


def test_the_chosen_activities_stand_below_in_full_with_the_fields_prompts(page: Page) -> None:
    fill(page, 180, sector="housing")
    boxes = page.locator("#plan-activities > details")
    expect(boxes).to_have_count(len(activities(one_plan(page, 180, sector="housing"))))
    assert page.locator("#plan-activities > details[open]").count() == 0
    own = page.locator("#plan-activities .own:not([hidden])")
    assert set(own.evaluate_all("all => all.map(one => one.dataset.sector)")) == {"housing"}
    boxes.first.locator("summary").first.click()
    expect(boxes.first.get_by_role("heading", name="Step by step")).to_be_visible()


def test_it_prints_the_run_sheet_and_the_activities_and_nothing_else(page: Page) -> None:
    fill(page, 60)
    page.get_by_label("It starts at").fill("14:00")
    expect(page.locator("#plan-activities > details")).to_have_count(3)
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes' }")
    page.get_by_role("button", name="Print the plan and its activities").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")
    pdf = pdfium.PdfDocument(page.pdf(format="A4"))
    text = " ".join(" ".join(sheet.get_textpage().get_text_range().split()) for sheet in pdf)
    assert "Your plan" in text
    assert "14:00" in text
    for part in activities(one_plan(page, 60)):
        assert text.count(part["name"]) >= 2, "on the run sheet and in full"
    assert text.count("When it gets heated") == 3
    for left_out in ("Make a plan", "Left out", "Sequences that are ready", "All the activities", "Print the plan"):
        assert left_out not in text


def test_nothing_is_sent_or_kept(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill(page, 120)
    expect(page.locator("#plan-activities > details").first).to_be_visible()
    sent = [url.rpartition("/")[2] for url in asked if not url.endswith("logo.svg")]  # the browser's own wish
    assert sent == ["activities.js"]
    assert page.evaluate("Object.keys(localStorage).filter(key => !key.includes('palette'))") == []
    assert page.url.endswith("kit/plan/")


def test_without_a_script_the_content_is_all_there(site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, "kit/plan/", script=False)
    expect(page.locator("#plan")).to_be_hidden()
    expect(page.locator("#plan-result")).to_be_hidden()
    region = page.get_by_role("region", name="The activities", exact=True)
    for activity in library.all(Activity):
        row = region.locator("tr", has=page.get_by_role("link", name=activity.name, exact=True))
        expect(row).to_contain_text(str(activity.minutes))
    expect(page.locator("dl.sequences dt")).to_have_count(6)


def test_it_works_from_disk(offline_site: Edition, opened: Opener) -> None:
    page = opened(offline_site, "kit/plan.html")
    fill(page, 120, sector="housing")
    page.get_by_label("It starts at").fill("09:00")
    assert page.locator("table.run td").first.inner_text() == "09:00"
    expect(page.locator("#plan-activities > details")).not_to_have_count(0)
    page.locator("table.run .run__part a").first.click()
    expect(page).to_have_url(f"{offline_site.address}kit/activities/agreeing.html")
