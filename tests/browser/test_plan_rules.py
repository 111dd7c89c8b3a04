"""Plan a workshop: the rules, over many wishes."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page

from kit.library import Library
from kit.model import Activity
from kit.model.activity import AIMS

from .conftest import Opener
from .plans import activities, data, one_plan, plans
from .sites import Edition

RUN, MOST = 90, 50
"""Minutes without a break, and of one activity, at most."""
MINUTES = [15, 20, 30, 37, 45, 60, 75, 90, 100, 120, 150, 180, 210, 240, 270, 300, 330, 400, 480]
PEOPLE = [2, 4, 6, 8, 16, 24, 31, 60]
REASONS = {"audience", "few", "many", "long", "covered"}


@pytest.fixture
def page(site: Edition, opened: Opener) -> Page:
    return opened(site, "kit/plan/")


def wishes(page: Page) -> list[dict[str, Any]]:
    audiences = list(data(page)["audiences"])
    return [
        {"minutes": minutes, "people": people, "audience": audience, "sector": sector}
        for minutes, people, audience, sector in product(MINUTES, PEOPLE, audiences, ["", "housing"])
    ]


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
