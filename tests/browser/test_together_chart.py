"""Bring results together: the bars say what the figures in their row say, in every dress."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.library import Library
from kit.model import Assessment
from kit.model.response import Response

from .conftest import Opener
from .rating import answered, bring
from .sites import Edition

F, A, S, T = "fixing", "asking", "sharing", "facilitating"
GIVEN = [F, F, A, T, "dont-know", "does-not-apply", ""]
WIDE = 200
"""Units that the longest bar takes."""


@pytest.fixture
def team(library: Library) -> list[Response]:
    """Seven of the staff who say everything that can be said to the first statement, and twelve who say one thing."""
    quick = library.get("assessment/quick")
    assert isinstance(quick, Assessment)
    asked = [ref.partition("/")[2] for ref in quick.statements]
    staff = [answered("professionals", n, [one, *[A] * 7], asked) for n, one in enumerate(GIVEN)]
    return staff + [answered("people", n, [S] * 8, asked) for n in range(12)]


def rows(page: Page) -> list[Locator]:
    """The rows of the first statement's table."""
    return page.get_by_role("region", name="What people can offer: how many").locator("tbody tr").all()


def drawn(row: Locator) -> list[tuple[float, str]]:
    """The parts of a row's bar: how wide each is, and how it looks."""
    found: list[list[Any]] = row.locator("svg.bar rect:not(.bar__ground)").evaluate_all(
        "all => all.map(one => [Number(one.getAttribute('width')), one.className.baseVal])")
    return [(round(wide + 1, 1), look) for wide, look in found]


def test_a_bar_has_a_part_for_each_answer_as_wide_as_its_figure(page: Page, team: list[Response]) -> None:
    bring(page, team)
    staff, people, everyone = rows(page)
    assert staff.locator("td").all_inner_texts()[1:] == ["2", "1", "0", "1", "1", "1", "1"]
    one = WIDE / 19
    level, apart = "bar__part", "bar__apart bar__apart--"
    looks = [level, level, level, *(f"{apart}{place}" for place in range(3))]
    assert [look for _, look in drawn(staff)] == looks
    assert [wide for wide, _ in drawn(staff)] == pytest.approx([2 * one, one, one, one, one, one], abs=0.1)
    assert [wide for wide, _ in drawn(people)] == pytest.approx([12 * one], abs=0.1)
    assert sum(wide for wide, _ in drawn(everyone)) == pytest.approx(WIDE, abs=0.5)


def test_a_bar_is_told_in_words(page: Page, team: list[Response]) -> None:
    bring(page, team)
    staff, people, _ = rows(page)
    words = "Bar: 2 fixing, 1 asking, 1 facilitating, 1 don't know, 1 doesn't apply, 1 no answer"
    expect(staff.get_by_role("img", name=words)).to_be_visible()
    expect(people.get_by_role("img", name="Bar: 12 sharing")).to_be_visible()


def test_nothing_that_the_page_draws_has_a_style_of_its_own(page: Page, team: list[Response]) -> None:
    bring(page, team)
    assert page.locator("#together-result :is(svg, rect, text, table)[style]").count() == 0
    assert page.locator("#together-result svg.bar").count() == 3 * 8


@pytest.mark.parametrize("dress", ["light", "dark", "print", "forced"])
def test_figures_on_a_bar_can_be_read(dress: str, team: list[Response], site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/together/", dark=dress == "dark")
    if dress == "print":
        page.emulate_media(media="print")
    if dress == "forced":
        page.emulate_media(forced_colors="active")
    bring(page, team)
    contrasts = page.evaluate(CONTRASTS)
    assert len(contrasts) >= 3 * 8
    assert min(contrasts) >= 4.5


CONTRASTS = """() => Array.from(document.querySelectorAll("#together-result .bar text")).map(text => {
  const rgb = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const bright = colour => colour.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92
    : ((part + 0.055) / 1.055) ** 2.4).reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
  const part = text.previousElementSibling, look = getComputedStyle(part), share = Number(look.fillOpacity);
  const ground = rgb(getComputedStyle(part.previousElementSibling).fill);
  const back = rgb(look.fill).map((one, n) => one * share + ground[n] * (1 - share));
  const [low, high] = [bright(rgb(getComputedStyle(text).fill)), bright(back)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
})"""
"""The contrast of every figure with the part that it stands on."""


def test_on_a_phone_every_figure_has_the_look_of_its_part(
    team: list[Response], site: Edition, opened: Opener
) -> None:
    page = opened(site, "kit/together/", width=390)
    bring(page, team)
    staff = rows(page)[0]
    expect(staff.locator("td .swatch")).to_have_count(7)
    expect(staff.locator("td .swatch").first).to_be_visible()
    box = staff.locator("svg.bar").bounding_box()
    assert box
    assert 0 < box["x"] < box["x"] + box["width"] < 390
    assert box["width"] > 250


@pytest.fixture
def page(site: Edition, opened: Opener) -> Page:
    return opened(site, "kit/together/")
