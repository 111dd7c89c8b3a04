"""The feed of updates: sound Atom, one entry an update, whole addresses, the same each time."""

from __future__ import annotations

import re
from datetime import datetime
from xml.etree import ElementTree as ET

import pytest
from builder import SOMEWHERE, with_records

from kit.handbook.feed import feed, moment
from kit.handbook.site import Site
from kit.library import Library
from kit.model import Update
from kit.model.base import Retired

from .conftest import Read

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "https://example.org/handbook/"


def parsed(library: Library) -> ET.Element:
    return ET.fromstring(feed(Site(library, SOMEWHERE)).encode())


def text(element: ET.Element, name: str) -> str:
    (found,) = element.findall(ATOM + name)
    return str(found.text)


def test_it_has_what_the_standard_asks_for(library: Library) -> None:
    root = parsed(library)
    assert root.tag == f"{ATOM}feed"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{HOME}feed.xml", "alternate": f"{HOME}see/since-2009/"}
    assert text(root, "id") == f"{HOME}feed.xml"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for one in [root, *root.findall(f"{ATOM}entry")]:
        assert text(one, "title")
        assert datetime.fromisoformat(text(one, "updated")).tzinfo


def test_it_has_an_entry_for_each_update_newest_first(library: Library) -> None:
    entries = parsed(library).findall(f"{ATOM}entry")
    ids = [text(entry, "id") for entry in entries]
    assert sorted(ids) == sorted(f"{HOME}see/since-2009/#update-{one.id}" for one in library.all(Update))
    assert [entry.find(f"{ATOM}link").get("href") for entry in entries] == ids  # type: ignore[union-attr]
    times = [text(entry, "updated") for entry in entries]
    assert times == sorted(times, reverse=True)
    assert text(parsed(library), "updated") == times[0]


def test_an_entry_says_what_was_what_is_and_its_standing(library: Library) -> None:
    entries = {text(one, "id").partition("#update-")[2]: one for one in parsed(library).findall(f"{ATOM}entry")}
    entry = entries["fnp-english-trial"]
    assert text(entry, "title") == "The nurse programme on trial in England: disputed"
    assert text(entry, "updated") == "2016-01-01T00:00:00Z"
    content = Read(text(entry, "content"))
    assert content.slips == []
    for words in ("In 2009", "Now", "1,645 teenagers", "How to put it", "As of 2016."):
        assert words in content.text
    assert f"{HOME}see/cases/nurse-family-partnership/" in content.attributes("href")


def test_every_link_in_it_is_whole(library: Library) -> None:
    for entry in parsed(library).findall(f"{ATOM}entry"):
        for link in Read(text(entry, "content")).attributes("href"):
            assert re.match("https?://", link)


@pytest.mark.parametrize("words", ["</content><script>alert(1)</script>", "]]> & <b>", "a bell \x07 and \ud7ff"])
def test_odd_text_stays_text(words: str, library: Library) -> None:
    update = next(iter(library.all(Update)))
    odd = update.model_copy(update={"name": words, "summary": words, "now": words})
    entries = parsed(with_records(library, odd)).findall(f"{ATOM}entry")
    entry = next(one for one in entries if text(one, "id").endswith(f"#update-{odd.id}"))
    assert text(entry, "summary") == words.replace("\x07", "")
    assert "script" not in {tag for tag, _ in Read(text(entry, "content")).elements}


def test_a_withdrawn_update_is_left_out(library: Library) -> None:
    update = next(iter(library.all(Update)))
    gone = update.model_copy(update={"retired": Retired(reason="It was wrong.")})
    assert f"#update-{gone.id}<" not in feed(Site(with_records(library, gone), SOMEWHERE))


@pytest.mark.parametrize(
    ("date", "time"),
    [("2016", "2016-01-01T00:00:00Z"), ("2016-05", "2016-05-01T00:00:00Z"), ("2016-05-31", "2016-05-31T00:00:00Z")],
)
def test_a_date_becomes_its_first_moment(date: str, time: str) -> None:
    assert moment(date) == time
