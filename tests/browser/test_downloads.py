"""What the kit page offers is there: the promised kind of file, at the promised size."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from kit.library import Library
from kit.model import Assessment, Workshop

from .conftest import Opener
from .sites import Edition

FORMS = {
    "PowerPoint": (".pptx", b"PK\x03\x04", "ppt/presentation.xml"),
    "Excel workbook": (".xlsx", b"PK\x03\x04", "xl/workbook.xml"),
    "PDF": (".pdf", b"%PDF-", ""),
}


def fetched(page: Page, number: int) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.locator(".downloads .card__title").nth(number).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_each_link_gives_the_file_it_promises(site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, "kit/")
    cards = page.locator(".downloads .card")
    listed = json.loads((site.folder.parent / "downloads/manifest.json").read_text("utf-8"))
    assert cards.count() == len(listed) >= len(library.all(Workshop)) + 2 * len(library.all(Assessment))
    for number, entry in enumerate(listed):
        expect(cards.nth(number)).to_contain_text(entry["title"])
        promise = re.search(r"(PowerPoint|Excel workbook|PDF), (\d+) KB", cards.nth(number).inner_text())
        assert promise, entry["name"]
        ending, magic, inside = FORMS[promise[1]]
        name, data = fetched(page, number)
        assert name == entry["name"]
        assert name.endswith(ending)
        assert data.startswith(magic)
        assert len(data) == entry["size"]
        assert max(round(len(data) / 1000), 1) == int(promise[2])
        if inside:
            assert inside in zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_each_says_what_is_in_it(site: Edition, opened: Opener, library: Library) -> None:
    page = opened(site, "kit/")
    for record in (*library.all(Workshop), *library.all(Assessment)):
        page.locator(f".downloads a[href*='/{record.id}']", has_text="What's in it").or_(
            page.locator(f".downloads a[href*='{record.plural}/{record.id}/']")
        ).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(record.name)
        assert page.locator(".downloads .card__title").count() >= 1
        page.go_back()


def test_a_workshops_own_page_gives_its_slides(site: Edition, opened: Opener) -> None:
    page = opened(site, "kit/workshops/taster/")
    name, data = fetched(page, 0)
    assert name == "taster.pptx"
    assert data.startswith(b"PK\x03\x04")
