"""What the planner's rules make of a wish, asked in the browser."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

Plan = dict[str, Any]


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


def activities(plan: Plan) -> list[dict[str, Any]]:
    return [part for part in plan["parts"] if part["kind"] == "activity"]


def one_plan(page: Page, minutes: int, people: int = 16, audience: str = "mixed", sector: str = "") -> Plan:
    (found,) = plans(page, [{"minutes": minutes, "people": people, "audience": audience, "sector": sector}])
    return found
