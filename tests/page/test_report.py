"""A summary as a page that opens from disk: one file, no request, no script, readable by all, the summary's figures."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from builder import ROOT
from playwright.sync_api import Browser, Page
from reports import EVIL, NOWHERE, Made, fourteen, nobody, theirs
from results.asked import from_json

from kit import page
from kit.library import Library
from kit.model.summary import Summary
from kit.report import report

STAYS = "This summary stays with the people in the room."
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VECTORS = sorted((ROOT / "tests" / "vectors").glob("*.json"))
MAKERS: dict[str, Callable[[Library], Made]] = {
    "ours": fourteen, "theirs": theirs, "too few": lambda library: nobody(library, True),
    "in the room": lambda library: fourteen(library, True, (6, 5, 3)),
}


class _Told(HTMLParser):
    """Elements, attributes and the cells of each row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.rows: list[list[str]] = []
        self.words = ""
        self.cell = False
        """Whether in a cell, and not in a picture within it."""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        if tag in ("td", "th", "svg"):
            self.cell = tag != "svg"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "svg"):
            self.cell = tag == "svg"

    def handle_data(self, data: str) -> None:
        self.words += data
        if self.cell:
            self.rows[-1][-1] += data.strip()


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_figures_are_those_of_each_vectors_summary(path: Path, library: Library) -> None:
    given: dict[str, Any] = json.loads(path.read_text("utf-8"))
    summary = Summary.model_validate(given["summary"])
    asked = from_json(given["instrument"])
    rows = _Told(page.render(report(summary, asked, library, NOWHERE), library)).rows
    expected = [
        [str(n) for n in (*found.levels.values(), found.dont_know, found.does_not_apply, found.no_answer)]
        for one in summary.statements for found in (*([one.everyone] if one.everyone else []), *one.roles)
    ]
    wide = len(asked.levels) + 5
    assert [row[2:] for row in rows if len(row) == wide and row[2].isdigit() and row[0] != "Group"] == expected


@pytest.mark.parametrize("kind", MAKERS)
def test_it_asks_nobody_runs_nothing_and_says_its_language(kind: str, library: Library) -> None:
    text = page.render(MAKERS[kind](library).report(), library)
    told = _Told(text)
    assert not {"script", "img", "link", "iframe", "form", "base", "object"} & set(told.tags)
    assert not [name for name, _ in told.attributes if name.startswith("on") or name in ("src", "style")]
    assert all(value.startswith("#") for name, value in told.attributes if name == "href")
    assert re.search(r'<html lang="en-GB">.*default-src &#39;none&#39;', text, re.DOTALL)
    assert "url(" not in text and "@import" not in text


def test_what_others_wrote_is_shown_as_it_is(library: Library) -> None:
    told = _Told(page.render(theirs(library).report(), library))
    assert EVIL in told.words
    assert "1 (<b>Not at all</b>)" in told.words
    assert "one[31m\ue000\U0001f600two" in told.words


def test_small_group_is_not_shown_and_too_few_are_told_kindly(library: Library) -> None:
    some = _Told(page.render(fourteen(library, sizes=(8, 3, 3), since=False).report(), library))
    assert {row[0] for row in some.rows if len(row) == 9} == {"Group", "Everyone", "Staff"}
    few = _Told(page.render(nobody(library).report(), library))
    assert "There are too few responses to show anything yet." in few.words
    assert not any(re.fullmatch(r"\d+", cell) for row in few.rows for cell in row)


def test_same_report_comes_to_the_same_text(library: Library) -> None:
    told = fourteen(library).report()
    assert page.render(told, library) == page.render(told, library)


def opened(browser: Browser, text: str, folder: Path, dark: bool, width: int) -> tuple[Page, list[str]]:
    """A page as it opens from disk, and what it asked for or complained of beyond itself."""
    path = folder / "summary.html"
    path.write_text(text, "utf-8")
    shown = browser.new_page(color_scheme="dark" if dark else "light", viewport={"width": width, "height": 850})
    heard: list[str] = []
    shown.on("console", lambda message: heard.append(message.text))
    shown.on("request", lambda request: heard.append(request.url) if request.url != path.as_uri() else None)
    shown.goto(path.as_uri())
    return shown, heard


def violations(shown: Page) -> list[str]:
    shown.evaluate(Axe().axe_script)
    found = shown.evaluate("tags => axe.run(document, {runOnly: tags})", LEVELS)
    assert found["passes"], "axe judged nothing"
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in found["violations"]]


@pytest.mark.browser
@pytest.mark.parametrize(("dark", "width"), [(False, 1200), (True, 390)])
@pytest.mark.parametrize("kind", MAKERS)
def test_it_opens_without_a_request_or_a_violation(
    kind: str, dark: bool, width: int, chromium: Browser, library: Library, tmp_path: Path
) -> None:
    text = page.render(MAKERS[kind](library).report(), library)
    shown, heard = opened(chromium, text, tmp_path, dark, width)
    assert shown.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert shown.evaluate("getComputedStyle(document.querySelector('h2')).color") != "rgb(0, 0, 0)"
    assert heard == []
    assert violations(shown) == []
    shown.close()


@pytest.mark.browser
def test_axe_would_find_some(chromium: Browser, library: Library, tmp_path: Path) -> None:
    text = page.render(nobody(library).report(), library).replace("</main>", "<button></button></main>")
    shown, _ = opened(chromium, text, tmp_path, False, 1200)
    assert [line.partition(":")[0] for line in violations(shown)] == ["button-name"]
    shown.close()


@pytest.mark.browser
def test_first_tab_skips_to_the_content(chromium: Browser, library: Library, tmp_path: Path) -> None:
    shown, _ = opened(chromium, page.render(fourteen(library).report(), library), tmp_path, False, 1200)
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.className") == "skip"
    shown.keyboard.press("Enter")
    assert shown.evaluate("document.activeElement.id") == "main"
    shown.close()


@pytest.mark.browser
def test_every_printed_page_says_that_it_stays_in_the_room(
    chromium: Browser, library: Library, tmp_path: Path
) -> None:
    import pdfplumber  # noqa: PLC0415  # slow to import, and only for this

    text = page.render(fourteen(library, True, (6, 5, 3)).report(), library)
    shown, _ = opened(chromium, text, tmp_path, False, 1200)
    shown.pdf(path=tmp_path / "one.pdf", prefer_css_page_size=True)
    shown.close()
    with pdfplumber.open(tmp_path / "one.pdf") as pdf:
        assert len(pdf.pages) > 5
        assert all(STAYS in (one.extract_text() or "") for one in pdf.pages)
