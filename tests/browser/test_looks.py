"""Light, dark and paper; and charts that say in words what they show."""

from __future__ import annotations

import io
import re

import pypdfium2 as pdfium
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from .conftest import Opener
from .sites import Edition

LIGHT, DARK = "rgb(255, 255, 255)", "rgb(20, 23, 31)"


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_the_readers_own_setting_chooses(site: Edition, opened: Opener) -> None:
    assert background(opened(site)) == LIGHT
    assert background(opened(site, dark=True)) == DARK


@pytest.mark.parametrize("dark", [False, True])
def test_the_toggle_changes_it_and_is_remembered(dark: bool, site: Edition, opened: Opener) -> None:
    page = opened(site, dark=dark)
    before, after = (DARK, LIGHT) if dark else (LIGHT, DARK)
    assert background(page) == before
    page.get_by_title("Switch to light colours" if dark else "Switch to dark colours").click()
    page.wait_for_function("wanted => getComputedStyle(document.body).backgroundColor === wanted", arg=after)
    page.goto(f"{site.address}see/evidence/")
    assert background(page) == after


def test_the_toggle_works_by_keyboard(site: Edition, opened: Opener) -> None:
    page = opened(site)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "__palette":
            break
    page.keyboard.press("Enter")
    page.wait_for_function("wanted => getComputedStyle(document.body).backgroundColor === wanted", arg=DARK)


def test_dark_is_dark_all_over(site: Edition, opened: Opener) -> None:
    page = opened(site, "see/cases/taff-housing/", dark=True)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("L")
    shades = picture.histogram()
    assert sum(shades[200:]) / sum(shades) < 0.2
    assert sum(shades[150:]) / sum(shades) > 0.005, "there is light text on it"


@pytest.mark.parametrize(
    ("path", "words", "dark"),
    [
        ("", "From fixers to facilitators", True),
        ("check/", "The same as a table", False),
        ("see/cases/taff-housing/", "Who gives, who gets", True),
        ("see/cases/taff-housing/", "Who gives, who gets", False),
        ("understand/efficiency/", "Who pays, and who saves", True),
        ("look-up/glossary/", "Core economy", False),
        ("kit/workshops/half-day/", "How it runs", False),
        ("kit/activities/agreeing/", "What people do", True),
    ],
)
def test_paper_shows_the_page_and_not_the_screen(
    path: str, words: str, dark: bool, site: Edition, opened: Opener
) -> None:
    page = opened(site, path, dark=dark)
    pdf = pdfium.PdfDocument(page.pdf(format="A4"))
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in pdf)
    shades = pdf[0].render(scale=0.6).to_pil().convert("L").histogram()
    assert " ".join(words.split()) in " ".join(text.split())
    assert len(text) > 300
    assert not re.search(r"^(Search|Back to top|Switch to)", text, re.MULTILINE)
    assert sum(shades[:160]) / sum(shades) > 0.005, "the first sheet is blank"
    if path != "":
        assert sum(shades[:80]) / sum(shades) < 0.3, "it prints a dark ground"


@pytest.mark.parametrize("path", ["check/", "see/cases/taff-housing/", "kit/workshops/taster/", "honesty/",
                                  "kit/activities/is-it-or-isnt-it/", "kit/activities/", "kit/plan/"])
def test_no_table_is_cut_off_on_paper(path: str, site: Edition, opened: Opener) -> None:
    page = opened(site, path, width=680)  # A4 within its margins
    page.emulate_media(media="print")
    assert page.locator("main table").count() > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    cut = "all => all.filter(one => one.getBoundingClientRect().right > 681).map(one => one.outerHTML.slice(0, 90))"
    assert page.locator("main :is(table, th, td)").evaluate_all(cut) == []


def test_charts_have_names_and_their_figures_in_a_table(site: Edition, opened: Opener) -> None:
    page = opened(site, "see/evidence/")
    figures = page.locator("figure.chart-figure")
    assert figures.count() >= 5
    for figure in figures.all():
        caption = figure.locator("figcaption").inner_text()
        said = str(figure.locator("desc").text_content())
        assert said
        expect(figure.get_by_role("img")).to_have_accessible_name(f"{caption} {said}")
        figure.locator("summary").click()
        values = figure.locator(".chart__value").all_text_contents()
        assert values
        assert figure.locator("td.num").all_inner_texts() == values


def test_nothing_in_a_chart_is_cut_off(site: Edition, opened: Opener) -> None:
    for path in ("see/evidence/", "understand/efficiency/"):
        page = opened(site, path, width=390)
        outside = page.evaluate(
            """() => [...document.querySelectorAll("svg.chart text")].filter(text => {
                 const box = text.getBBox(), view = text.ownerSVGElement.viewBox.baseVal;
                 const right = box.x + box.width, foot = box.y + box.height;
                 return box.x < -2 || box.y < -2 || right > view.width + 2 || foot > view.height + 2;
               }).map(text => text.textContent)"""
        )
        assert outside == []
