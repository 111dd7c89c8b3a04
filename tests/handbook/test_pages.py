"""Every page of the built handbook: one title, headings in order, whole HTML, and a way back."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from kit.handbook.pages import TEMPLATED, RecordPage, record_pages, redirects
from kit.handbook.site import Site
from kit.library import Library

from .conftest import UNSET, Read, page


@pytest.fixture(scope="module")
def pages(site_folder: Path) -> dict[str, Read]:
    """Every page by its address below the root."""
    found = {
        path.parent.relative_to(site_folder).as_posix(): Read(path.read_text("utf-8"))
        for path in site_folder.rglob("index.html")
    }
    assert len(found) > 90
    return found


def test_headings_go_down_one_level_at_a_time(pages: dict[str, Read]) -> None:
    for name, found in pages.items():
        levels = [int(tag[1]) for tag, _ in found.elements if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_no_place_is_named_twice(pages: dict[str, Read]) -> None:
    for name, found in pages.items():
        names = found.attributes("id")
        assert sorted(set(names)) == sorted(names), name


def test_each_page_has_a_title_and_a_description_of_its_own(pages: dict[str, Read], site_folder: Path) -> None:
    titles, said = [], []
    for name, found in pages.items():
        html = (site_folder / name / "index.html").read_text("utf-8")
        titles += re.findall("<title>(.*?)</title>", html)
        said += [str(attrs["content"]) for tag, attrs in found.elements
                 if tag == "meta" and attrs.get("name") == "description"]
    assert len(titles) == len(said) == len(pages)
    assert len(set(titles)) == len(titles)
    assert all(10 < len(one) <= 200 for one in said)


def test_every_record_of_a_kind_with_pages_has_one(pages: dict[str, Read], library: Library) -> None:
    made = list(record_pages(Site(library, UNSET)))
    assert {one.record.kind for one in made} == TEMPLATED
    assert len({one.path for one in made}) == len(made)
    for one in made:
        assert one.record.title in pages[one.path].text, one.path


def test_a_record_page_leads_back_and_says_where_it_comes_from(pages: dict[str, Read]) -> None:
    found = pages["see/cases/taff-housing"]
    assert {"../../", "../"} <= set(found.attributes("href"))
    assert "From the 2009 paper" in found.text
    assert "The paper, Part 4." in found.text
    assert "Appears in" in found.text


def test_a_distinction_says_what_it_is_not(library: Library) -> None:
    assert RecordPage(library.get("distinction/consultation"), "x").title == "Co-production isn't consultation"
    assert RecordPage(library.get("case/keyring"), "x").title == library.get("case/keyring").title


def test_old_addresses_lead_to_the_new(changed_library: Library, changed_folder: Path) -> None:
    found = list(redirects(Site(changed_library, UNSET)))
    assert [(one.old, one.new) for one in found] == [("see/cases/taff-housing-of-old", "see/cases/taff-housing")]
    old = page(changed_folder, found[0].old)
    assert "../taff-housing/" in old.attributes("href")
    assert any("url=../taff-housing/" in text for text in old.attributes("content"))
