"""What a record says reaches the reader as the characters that it is written in, wherever it stands."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from browser.words import HOSTILE, SENTENCE

from kit.library import Library

from .conftest import Read, page

WHERE = {
    "its page": "see/cases/hostile",
    "cards and lists": "see/cases",
    "the glossary": "look-up/glossary",
    "a page that links to it": "see/sectors/housing",
    "the page of its principle": "understand/principles/reciprocity",
    "the page of its cell": "understand/matrix/full-co-production",
}


@pytest.mark.parametrize("path", WHERE.values(), ids=WHERE)
def test_it_is_text_and_nothing_else(path: str, changed_folder: Path) -> None:
    found = page(changed_folder, path)
    assert HOSTILE in found.text
    assert "alert(1)" not in " ".join(attrs.get("src") or "" for _, attrs in found.elements)
    for name in ("href", "src", "action"):
        assert [value for value in found.attributes(name) if value.strip().lower().startswith("javascript:")] == []
    html = (changed_folder / path / "index.html").read_text("utf-8")
    assert re.findall(r"<script>\s*alert", html) == []
    assert not re.search(r"(?<!\d)49(?!\d)", " ".join(re.findall(r"Hostile .{0,120}", found.text)))


def test_every_field_of_its_page_shows_it(changed_folder: Path) -> None:
    found = page(changed_folder, "see/cases/hostile")
    assert found.text.count(SENTENCE) >= 10
    assert f"Hostile {HOSTILE}" in found.text


def test_its_head_is_no_door_either(changed_folder: Path) -> None:
    found = page(changed_folder, "see/cases/hostile")
    metas = {attrs.get("name") or attrs.get("property"): attrs.get("content") for tag, attrs in found.elements
             if tag == "meta"}
    assert metas["description"] == SENTENCE
    assert metas["og:description"] == SENTENCE
    assert metas["og:title"] == f"Hostile {HOSTILE}"
    title = re.search("<title>(.*?)</title>", (changed_folder / "see/cases/hostile/index.html").read_text("utf-8"))
    assert title
    assert unescape(title[1]).startswith(f"Hostile {HOSTILE}")
    body = [tag for tag, _ in found.elements].index("body")
    assert all(tag in {"html", "head", "meta", "title", "link", "style", "script"} for tag, _ in found.elements[:body])


def test_its_tooltip_holds_it(changed_folder: Path) -> None:
    assert SENTENCE in page(changed_folder, "see/cases/hostile").attributes("data-tip")


def test_the_search_index_holds_it_as_text(changed_folder: Path) -> None:
    index = json.loads((changed_folder / "search/search_index.json").read_text("utf-8"))
    found = [entry for entry in index["docs"] if "wobblegong" in entry["text"] or "Hostile" in entry["title"]]
    assert found
    assert any(HOSTILE in Read(entry["text"]).text for entry in found)
    for entry in found:
        tags = {tag for tag, _ in Read(entry["title"]).elements + Read(entry["text"]).elements}
        assert tags <= {"p", "ul", "ol", "li", "code", "pre"}, entry["location"]


def test_the_api_holds_it_as_it_was_written(changed_folder: Path, changed_library: Library) -> None:
    handbook = json.loads((changed_folder / "api/handbook.json").read_text("utf-8"))
    case = next(entry for entry in handbook["case"] if entry["id"] == "hostile")
    assert case["text"] == SENTENCE
    assert case["name"] == f"Hostile {HOSTILE}" == changed_library.get("case/hostile").title


def test_old_addresses_of_shared_pages_stay_places(changed_folder: Path) -> None:
    assert "term-zorbleflap-of-old" in page(changed_folder, "look-up/glossary").attributes("id")
