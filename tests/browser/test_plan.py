"""Plan a workshop: the rules over many wishes, the form by keyboard, the plan on the screen, on paper and from disk."""

from __future__ import annotations

from itertools import product
from typing import Any

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page, expect

from kit.library import Library
from kit.model import Activity
from kit.model.activity import AIMS

from .conftest import Opener
from .sites import Edition

RUN, MOST = 90, 50
"""Minutes without a break, and of one activity, at most."""
MINUTES = [15, 20, 30, 37, 45, 60, 75, 90, 100, 120, 150, 180, 210, 240, 270, 300, 330, 400, 480]
PEOPLE = [2, 4, 6, 8, 16, 24, 31, 60]
REASONS = {"audience", "few", "many", "long", "covered"}
Plan = dict[str, Any]


@pytest.fixture
def page(site: Edition, opened: Opener) -> Page:
    return opened(site, "kit/plan/")


def data(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("JSON.parse(document.getElementById('plan-data').textContent)")
    return found


def plans(page: Page, wishes: list[dict[str, Any]]) -> list[Plan]:
    """What the rules make of each wish."""
    ask = """wishes => {
      const data = JSON.parse(document.getElementById("plan-data").textContent);
      return wishes.map(wish => kit.plan(data, wish));
    }"""
    found: list[Plan] = page.evaluate(ask, wishes)
    return found


def wishes(page: Page) -> list[dict[str, Any]]:
    audiences = list(data(page)["audiences"])
    return [
        {"minutes": minutes, "people": people, "audience": audience, "sector": sector}
        for minutes, people, audience, sector in product(MINUTES, PEOPLE, audiences, ["", "housing"])
    ]


def activities(plan: Plan) -> list[dict[str, Any]]:
    return [part for part in plan["parts"] if part["kind"] == "activity"]


def test_every_plan_keeps_the_rules(page: Page, library: Library) -> None:
    given = data(page)
    known = {one["id"]: one for one in given["activities"]}
    asked = wishes(page)
    assert len(asked) > 1000
    for wish, plan in zip(asked, plans(page, asked), strict=True):
        at, run = 0, 0
        for part in plan["parts"]:
            assert part["start"] == at, (wish, "each part begins where the one before ends")
            at += part["minutes"]
            run = 0 if part["kind"] == "break" else run + part["minutes"]
            assert run <= RUN, (wish, "a break at least every ninety minutes")
        assert plan["minutes"] == at <= wish["minutes"], wish
        assert plan["spare"] == wish["minutes"] - at
        chosen = activities(plan)
        names = [part["id"] for part in chosen]
        assert len(set(names)) == len(names), (wish, "never one activity twice")
        for part in chosen:
            one = known[part["id"]]
            assert part["minutes"] == (one["shorter"] if part["shorter"] else one["minutes"]) <= MOST
            assert one["fewest"] <= wish["people"] <= one["most"], wish
            assert wish["audience"] in one["audiences"], wish
        left = [one["id"] for one in plan["left"]]
        assert sorted(names + left) == sorted(known), (wish, "everything is in it or left out")
        assert {one["kind"] for one in plan["left"]} <= REASONS
        assert all(one["words"].endswith(".") for one in plan["left"])
        if plan["parts"]:
            assert plan["parts"][0]["kind"] == plan["parts"][-1]["kind"] == "activity", "no break at either end"


def test_order_is_that_of_a_day(page: Page) -> None:
    given = data(page)
    known = {one["id"]: one for one in given["activities"]}
    order = list(AIMS)
    asked = wishes(page)
    for wish, plan in zip(asked, plans(page, asked), strict=True):
        names = [part["id"] for part in activities(plan)]
        assert given["opening"] not in names[1:], "agreeing comes first"
        assert given["closing"] not in names[:-1], "promises come last"
        early = given["audiences"][wish["audience"]]["early"]
        middle = [name for name in names if name not in (given["opening"], given["closing"], *early)]
        aims = [order.index(known[name]["aim"]) for name in middle]
        assert aims == sorted(aims), wish


def one_plan(page: Page, minutes: int, people: int = 16, audience: str = "mixed", sector: str = "") -> Plan:
    (found,) = plans(page, [{"minutes": minutes, "people": people, "audience": audience, "sector": sector}])
    return found


@pytest.mark.parametrize("minutes", [60, 120, 180, 330])
def test_an_hour_or_more_begins_with_agreeing_and_ends_with_promises(minutes: int, page: Page) -> None:
    plan = one_plan(page, minutes)
    names = [part["id"] for part in activities(plan)]
    assert (names[0], names[-1]) == ("agreeing", "paired-commitments")
    assert len(names) >= 3
    assert plan["minutes"] >= minutes * 0.85, "most of the time is used"


def test_a_day_has_a_lunch_and_a_morning_has_none(page: Page) -> None:
    names = [part["name"] for part in one_plan(page, 330)["parts"]]
    assert names.count("Lunch") == 1
    assert "Lunch" not in [part["name"] for part in one_plan(page, 180)["parts"]]


def test_the_full_version_is_preferred(page: Page) -> None:
    assert not any(part["shorter"] for part in activities(one_plan(page, 60)))
    assert any(part["shorter"] for part in activities(one_plan(page, 30)))


def test_reasons_are_the_true_ones(page: Page, library: Library) -> None:
    few = {one["id"]: one for one in one_plan(page, 180, people=4)["left"]}
    for activity in library.all(Activity):
        if activity.group.fewest > 4 and activity.id in few:
            assert few[activity.id]["kind"] in ("few", "audience")
    assert "at least" in next(one["words"] for one in few.values() if one["kind"] == "few")
    many = [one for one in one_plan(page, 180, people=60)["left"] if one["kind"] == "many"]
    assert any("24 people at most" in one["words"] for one in many)
    short = [one for one in one_plan(page, 15)["left"] if one["kind"] == "long"]
    assert any("even its shorter version takes" in one["words"] for one in short)
    covered = [one for one in one_plan(page, 180)["left"] if one["kind"] == "covered"]
    assert any("Already covered by" in one["words"] for one in covered)
    back = {one["id"]: one["kind"] for one in one_plan(page, 330)["left"]}
    assert back["what-happened"] == "audience"


def test_a_follow_up_looks_back_first(page: Page) -> None:
    names = [part["id"] for part in activities(one_plan(page, 120, audience="follow-up"))]
    assert names[:2] == ["agreeing", "what-happened"]


def test_a_field_comes_first_where_it_has_something_of_its_own(page: Page) -> None:
    given = {one["id"]: one for one in data(page)["activities"]}

    def owned(sector: str) -> int:
        plan = one_plan(page, 330, sector=sector)
        return sum("housing" in given[part["id"]]["own"] for part in activities(plan))

    assert owned("housing") >= owned("")


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
