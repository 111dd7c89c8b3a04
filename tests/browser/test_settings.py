"""What a publisher has set shows; what is not set is hidden, not broken."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kit.library import Library

from .conftest import CONTACT, MISSING, REPOSITORY, Opener
from .sites import ROOT, Edition


def test_without_settings_nothing_points_to_them(site: Edition) -> None:
    pages = list(site.folder.rglob("*.html"))
    assert len(pages) > 90
    links = [f"{words}</a>" for words in ("Edit this", "Write to us", "How this is made")]
    for page in pages:
        html = page.read_text("utf-8")
        for trace in (*links, "mailto:", "/edit/", 'href="None', "=None"):
            assert trace not in html, f"{page}: {trace}"


def test_edit_this_opens_the_yaml_file_of_a_case(site_with_project: Edition, opened: Opener) -> None:
    page = opened(site_with_project, "see/cases/taff-housing/")
    links = page.get_by_role("link", name="Edit this")
    assert links.count() >= 1
    for link in links.all():
        assert link.get_attribute("href") == f"{REPOSITORY}/edit/main/data/cases/taff-housing.yml"
        expect(link).to_be_visible()
    assert (ROOT / "data/cases/taff-housing.yml").is_file()


@pytest.mark.parametrize(
    ("path", "ref"),
    [
        ("look-up/glossary/", "term/time-bank"),
        ("see/evidence/", "evidence/nfp-return"),
        ("look-up/sources/", "reference/tempo-2018"),
        ("act/agenda/risk/", ""),
    ],
)
def test_edit_this_opens_an_entrys_file_at_its_line(
    path: str, ref: str, site_with_project: Edition, opened: Opener, library: Library
) -> None:
    page = opened(site_with_project, path)
    if not ref:  # an action, on its topic's page
        name = str(page.locator("[id^=action-]").first.get_attribute("id"))
        ref = name.replace("-", "/", 1)
    kind, _, name = ref.partition("/")
    entry = page.locator("article.entry", has=page.locator(f"#{kind}-{name}"))
    address = str(entry.get_by_role("link", name="Edit this").get_attribute("href"))
    file, _, line = address.removeprefix(f"{REPOSITORY}/edit/main/").partition("#L")
    assert file == library.file(ref)
    lines = (ROOT / file).read_text("utf-8").splitlines()
    assert lines[int(line) - 1].strip() == f"- id: {name}"


@pytest.mark.parametrize(("path", "file"), [("", "index.md"), ("see/cases/", "see/cases/index.md"),
                                            ("honesty/", "honesty.md"), ("look-up/cite/", "look-up/cite.md")])
def test_edit_this_opens_a_pages_own_file(path: str, file: str, site_with_project: Edition, opened: Opener) -> None:
    page = opened(site_with_project, path)
    link = page.locator("a.edit-page")
    expect(link).to_be_visible()
    assert link.get_attribute("href") == f"{REPOSITORY}/edit/main/docs/{file}"
    assert (ROOT / "docs" / file).is_file()


@pytest.mark.parametrize("path", ["", "see/cases/taff-housing/", "look-up/glossary/"])
def test_contact_and_repository_show_when_set(path: str, site_with_project: Edition, opened: Opener) -> None:
    page = opened(site_with_project, path)
    foot = page.get_by_role("contentinfo")
    assert foot.get_by_role("link", name="Write to us").get_attribute("href") == f"mailto:{CONTACT}"
    assert foot.get_by_role("link", name="How this is made").get_attribute("href") == REPOSITORY


def test_the_404_page_knows_them_too(site_with_project: Edition, opened: Opener) -> None:
    page = opened(site_with_project, "no/such/page/", expected=MISSING)
    assert page.get_by_role("link", name="Write to us").get_attribute("href") == f"mailto:{CONTACT}"
    assert page.get_by_text("Edit this").count() == 0


def test_a_set_address_is_the_canonical_one(site_with_project: Edition, opened: Opener) -> None:
    page = opened(site_with_project, "see/evidence/")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical == "https://handbook.example/handbook/see/evidence/"
