"""What the pages offer is there: the promised kind of file, at the promised size."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from kit.library import Library
from kit.model import Assessment

from .conftest import Opener
from .sites import PACKED, Edition

FORMS = {
    "PowerPoint": (".pptx", b"PK\x03\x04", "ppt/presentation.xml"),
    "Excel workbook": (".xlsx", b"PK\x03\x04", "xl/workbook.xml"),
    "Word": (".docx", b"PK\x03\x04", "word/document.xml"),
    "PDF": (".pdf", b"%PDF-", ""),
    "Zip": (".zip", b"PK\x03\x04", "README.txt"),
}
CHECKLISTS = ("workbook", "paper", "large print", "tally sheet", "Word")
AT_ONCE = 8
"""Files that are fetched from one page; the browser asks before the eleventh."""
WORKSHOPS = [ref for ref in PACKED if ref.startswith("workshop/")]


@pytest.fixture
def listed(site: Edition) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site.folder.parent / "downloads/manifest.json").read_text("utf-8"))
    return found


def fetched(page: Page, link: Locator) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        link.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def keeps_its_promise(page: Page, link: Locator, said: str, entry: dict[str, Any]) -> None:
    promise = re.search(rf"({'|'.join(FORMS)}), (\d+) KB", said)
    assert promise, entry["name"]
    ending, magic, inside = FORMS[promise[1]]
    name, data = fetched(page, link)
    assert name == Path(entry["name"]).name
    assert name.endswith(ending)
    assert data.startswith(magic)
    assert len(data) == entry["size"]
    assert max(round(len(data) / 1000), 1) == int(promise[2])
    if inside:
        assert any(held.endswith(inside) for held in zipfile.ZipFile(io.BytesIO(data)).namelist())


def test_the_kit_page_offers_general_packs_and_forms(
    site: Edition, opened: Opener, library: Library, listed: list[dict[str, Any]]
) -> None:
    page = opened(site, "kit/")
    cards = page.locator(".downloads .card")
    offered = [one for one in listed if not one["sector"] and (one["form"] == "pack" or one["form"] in CHECKLISTS)]
    assert cards.count() == len(offered) == len(WORKSHOPS) + len(CHECKLISTS) * len(library.all(Assessment))
    for number, entry in enumerate(offered):
        if number and number % AT_ONCE == 0:
            cards = opened(site, "kit/").locator(".downloads .card")
        card = cards.nth(number)
        expect(card).to_contain_text(entry["title"])
        keeps_its_promise(card.page, card.locator(".card__title"), card.inner_text(), entry)


def test_each_says_what_is_in_it(site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, "kit/")
    for ref in (*WORKSHOPS, *(record.ref for record in library.all(Assessment))):
        record = library.get(ref)
        page.locator(f".downloads a[href$='{record.plural}/{record.id}/']").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(record.title)
        assert page.locator(".downloads .card__title").count() >= 1
        page.go_back()


@pytest.mark.parametrize("ref", WORKSHOPS)
def test_a_workshops_own_page_gives_every_file_of_its_general_version(
    ref: str, site: Edition, opened: Opener, listed: list[dict[str, Any]]
) -> None:
    page = opened(site, f"kit/workshops/{ref.partition('/')[2]}/")
    cards = page.locator(".downloads .card")
    general = [one for one in listed if one["record"] == ref and not one["sector"]]
    assert general[0]["form"] == "pack"
    assert cards.count() == len(general) >= 4
    for number, entry in enumerate(general):
        keeps_its_promise(page, cards.nth(number).locator(".card__title"), cards.nth(number).inner_text(), entry)


def test_a_field_has_a_row_with_its_pack_and_single_files(
    site: Edition, opened: Opener, listed: list[dict[str, Any]]
) -> None:
    page = opened(site, "kit/workshops/taster/", width=390)
    mine = [one for one in listed if one["record"] == "workshop/taster" and one["sector"] == "housing"]
    row = page.get_by_role("region", name="Downloads by field of service").locator("tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Housing")
    links = row.locator("a[download]")
    assert links.count() == len(mine)
    for number, entry in enumerate(mine):
        said = str(links.nth(number).get_attribute("aria-label"))
        keeps_its_promise(page, links.nth(number), said, entry)
