"""A local edition in the browser: its colours, its logo, its own words marked, and no trace of what it leaves out."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from .conftest import Opener
from .sites import ROOT, Edition, built, serving
from .test_accessibility import violations

MARSH = ROOT / "examples" / "little-marsh"
COUNCIL = "Little Marsh Council"
GONE = ("health", "mental-health", "education", "justice", "community-safety")


@pytest.fixture(scope="session")
def marsh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """The handbook of the example edition. (Its packs are made elsewhere in the tests.)"""
    with serving(built(tmp_path_factory, "site-of-little-marsh", local=MARSH)) as edition:
        yield edition


@pytest.mark.parametrize("path", ["", "see/cases/keyring/"])
def test_every_page_says_whose_it_is(path: str, marsh: Edition, opened: Opener) -> None:
    page = opened(marsh, path)
    expect(page.get_by_text("Little Marsh is an invented council").first).to_be_visible()
    expect(page.locator("header .md-header__title").first).to_contain_text("Together in Little Marsh")
    logo = page.locator("header .md-logo img")
    expect(logo).to_have_attribute("alt", "Three reeds beside water.")
    assert logo.evaluate("one => one.complete && one.naturalWidth > 0")
    assert page.locator("html").get_attribute("lang") == "en-GB"
    foot = page.get_by_role("contentinfo")
    expect(foot).to_contain_text(f"Adapted by {COUNCIL}; the original is From Fixers to Facilitators.")
    assert foot.get_by_role("link", name="Write to us").get_attribute("href") == "mailto:together@little-marsh.example"


def test_its_colours_are_worn(marsh: Edition, opened: Opener) -> None:
    page = opened(marsh)
    colour = page.locator("header.md-header").evaluate("one => getComputedStyle(one).backgroundColor")
    assert colour == "rgb(26, 68, 51)"


def test_a_case_of_its_own_is_listed_and_marked(marsh: Edition, opened: Opener) -> None:
    page = opened(marsh, "see/cases/")
    page.get_by_role("link", name="Marsh Lane repairs (an example)").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Marsh Lane repairs (an example)")
    expect(page.get_by_text(f"Local: added by {COUNCIL}", exact=True)).to_be_visible()
    expect(page.locator(".record-foot .origin")).to_have_text(f"Local: {COUNCIL}")


def test_a_record_that_it_changed_names_what_it_changed(marsh: Edition, opened: Opener) -> None:
    page = opened(marsh, "kit/hosting/")
    entry = page.locator("article.entry", has=page.locator("#hosting-paying-people"))
    expect(entry.get_by_text(f"Local: changed by {COUNCIL} (summary, text, date)")).to_be_visible()
    expect(entry).to_contain_text("Get advice first")
    assert page.get_by_text("Local: changed by").count() == 1


def test_what_is_ours_alone_bears_no_mark(marsh: Edition, opened: Opener) -> None:
    assert opened(marsh, "see/cases/taff-housing/").get_by_text("Local:").count() == 0


def test_fields_left_out_have_no_page_and_stand_in_no_list(marsh: Edition, opened: Opener) -> None:
    for name in GONE:
        assert not (marsh.folder / "see/sectors" / name).exists()
    page = opened(marsh, "see/sectors/")
    assert page.locator(".card__title").all_inner_texts() == ["Social care", "Housing", "Local government"]
    page.goto(f"{marsh.address}kit/plan/")
    kept = page.locator("#plan-sector option").evaluate_all("all => all.map(one => one.value)")
    assert kept == ["", "social-care", "housing", "local-government"]
    page.goto(f"{marsh.address}kit/by-field/")
    assert page.locator("article.variant h2").count() == 3
    html = "".join(path.read_text("utf-8") for path in marsh.folder.rglob("*.html"))
    assert not [name for name in GONE if f"sectors/{name}/" in html or f"#variant-{name}" in html]


def test_a_case_from_a_field_left_out_stays_and_names_it_without_a_link(marsh: Edition, opened: Opener) -> None:
    page = opened(marsh, "see/cases/expert-patients/")
    field = page.locator(".facts div", has_text="Field")
    expect(field).to_contain_text("Health")
    assert field.get_by_role("link", name="Health").count() == 0


def test_the_data_for_programs_says_what_is_local(marsh: Edition) -> None:
    found = json.loads((marsh.folder / "api/handbook.json").read_text("utf-8"))
    assert found["edition"] == {"name": "Together in Little Marsh", "organisation": COUNCIL}
    marked = {f"{kind}/{one['id']}": one["local"] for kind, records in found.items() if isinstance(records, list)
              for one in records if "local" in one}
    assert marked["case/keyring"] == {"by": COUNCIL, "added": False, "fields": ["first_move"]}
    assert marked["case/ward-walks"] == {"by": COUNCIL, "added": True, "fields": []}
    assert len(marked) == 5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", ["", "see/cases/heron-court-lunch/", "kit/hosting/"])
def test_its_pages_are_as_accessible_as_ours(path: str, dark: bool, marsh: Edition, opened: Opener) -> None:
    assert violations(opened(marsh, path, dark=dark)) == []


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone(width: int, marsh: Edition, opened: Opener) -> None:
    page = opened(marsh, "see/cases/ward-walks/", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_an_edition_nothing_is_local(site: Edition, opened: Opener) -> None:
    page = opened(site, "see/cases/keyring/")
    assert page.get_by_text("Local:").count() == 0
    assert page.locator(".md-banner").count() == 0
