"""What shows when a link is shared: a title, a line and a picture of each page; and the map and rules for robots."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from builder import NOWHERE, SOMEWHERE
from PIL import Image

from kit.handbook import social
from kit.handbook.publish import files, robots
from kit.handbook.site import Site
from kit.handbook.social import Card, draw, kept, name
from kit.library import Library
from kit.model import Brand

from .conftest import Read

HOME = "https://handbook.example/handbook/"
LONG = "Co-production isn't letting people choose how they comply with what somebody else has decided for them"

WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.fixture(scope="module")
def brand(library: Library) -> Brand:
    return library.one(Brand)


@pytest.fixture(scope="module")
def heads(published_folder: Path) -> dict[str, dict[str, str]]:
    """The tags of each page's head by their names, by the page's path."""
    found = {}
    for path in sorted(published_folder.rglob("index.html")):
        head = path.read_text("utf-8").partition("</head>")[0]
        if 'http-equiv="refresh"' not in head:
            elements = Read(head).elements
            tags = {str(one.get("name") or one.get("property")): str(one.get("content")) for _, one in elements}
            links = {str(one.get("rel")): str(one.get("href")) for tag, one in elements if tag == "link"}
            found[path.relative_to(published_folder).as_posix().removesuffix("index.html")] = tags | links
    return found


def test_every_page_has_a_line_of_its_own(heads: dict[str, dict[str, str]]) -> None:
    lines = Counter(tags["description"] for tags in heads.values())
    assert [line for line, times in lines.items() if times > 1] == []
    assert [line for line in lines if not 20 < len(line) <= 160] == []
    assert [line for line in lines if re.search(r"\[\[|<|&\w+;|\*\*", line)] == []


def test_every_page_has_its_address_and_its_picture(heads: dict[str, dict[str, str]], published_folder: Path) -> None:
    assert len(heads) > 140
    for path, tags in heads.items():
        assert tags["canonical"] == tags["og:url"] == HOME + path
        assert tags["og:description"] == tags["description"]
        assert tags["og:title"]
        assert tags["twitter:card"] == "summary_large_image"
        assert tags["og:image"].startswith(HOME)
        data = (published_folder / tags["og:image"].removeprefix(HOME)).read_bytes()
        assert len(data) < 40_000, path
        assert tags["og:title"] in tags["og:image:alt"] or not path
    assert len({tags["og:image"] for tags in heads.values()}) == len(heads)
    assert Image.open(io.BytesIO(data)).size == (1200, 630)


def test_a_title_with_quotation_marks_stays_whole(heads: dict[str, dict[str, str]]) -> None:
    assert '"between"' in heads["kit/results/"]["description"]
    assert "'" in heads["understand/what-it-isnt/"]["og:title"]


def test_the_feed_is_linked_from_every_page(published_folder: Path) -> None:
    for path, link in (("index.html", "feed.xml"), ("see/cases/keyring/index.html", "../../../feed.xml")):
        links = [one for tag, one in Read((published_folder / path).read_text("utf-8")).elements if tag == "link"]
        assert [one["href"] for one in links if one.get("type") == "application/atom+xml"] == [link]
    assert (published_folder / "feed.xml").is_file()


def test_the_map_lists_every_page_once_and_nothing_else(
    heads: dict[str, dict[str, str]], published_folder: Path
) -> None:
    root = ET.parse(published_folder / "sitemap.xml").getroot()
    listed = [str(one.text) for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(listed) == sorted(HOME + path for path in heads)


def test_without_an_address_there_is_nothing_that_needs_one(site_folder: Path) -> None:
    for path in ("sitemap.xml", "sitemap.xml.gz", "feed.xml", social.FOLDER):
        assert not (site_folder / path).exists()
    html = (site_folder / "see/cases/keyring/index.html").read_text("utf-8")
    for words in ("og:image", "og:url", "twitter:", "canonical", "atom+xml", "ld+json"):
        assert words not in html
    assert 'property="og:title" content="KeyRing' in html


def test_robots_are_told_of_the_map_where_there_is_one(library: Library) -> None:
    assert robots(Site(library, SOMEWHERE)).endswith("\nSitemap: https://example.org/handbook/sitemap.xml\n")
    assert "Sitemap" not in robots(Site(library, NOWHERE))


def test_the_edition_from_disk_has_none_of_it(library: Library) -> None:
    assert files(Site(library, SOMEWHERE, directory_urls=False), []) == {}


@pytest.mark.parametrize("title", ["KeyRing", LONG, LONG * 4, WORD])
def test_a_picture_keeps_its_margins(title: str, brand: Brand) -> None:
    image = Image.open(io.BytesIO(draw(Card("What it isn't", title), brand))).convert("RGB")
    ground = image.getpixel((4, 300))
    edge = image.crop((1150, 0, 1200, 530))
    assert {colour for _, colour in edge.getcolors(4096) or []} == {ground}
    foot = image.crop((0, 522, 1200, 538))
    assert {colour for _, colour in foot.getcolors(4096) or []} == {ground}


def test_the_same_picture_is_the_same_bytes(brand: Brand) -> None:
    assert draw(Card("Cases", "KeyRing"), brand) == draw(Card("Cases", "KeyRing"), brand)


def test_a_picture_is_drawn_once(brand: Brand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = kept(Card("Cases", "KeyRing"), brand, tmp_path)
    other = kept(Card("Cases", "Taff Housing"), brand, tmp_path)
    monkeypatch.setattr(social, "draw", None)
    assert kept(Card("Cases", "KeyRing"), brand, tmp_path) == first != other
    assert first.read_bytes() != other.read_bytes()


def test_another_look_is_another_picture(brand: Brand, tmp_path: Path) -> None:
    colours = brand.colours.model_copy(update={"primary": "#000000"})
    theirs = brand.model_copy(update={"colours": colours, "logo": "theirs.svg"})
    assert kept(Card("", "KeyRing"), brand, tmp_path) != kept(Card("", "KeyRing"), theirs, tmp_path)


def test_each_page_has_a_place_of_its_own_for_it() -> None:
    assert name("") == "assets/social/start.png"
    assert name("see/cases/keyring") == "assets/social/see.cases.keyring.png"
