"""The search index finds activities and workshops by name and purpose, and holds no scripts."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from kit.handbook.searching import slim
from kit.library import Library
from kit.model import Activity, Workshop

from .conftest import Read

MOST = 950_000
"""Bytes, before compression: what a phone fetches when somebody first turns to the search."""


@pytest.fixture(scope="module")
def index(site_folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site_folder / "search/search_index.json").read_text("utf-8"))
    return found


def entry(location: str, text: str, title: str = "Page") -> dict[str, str]:
    return {"location": location, "text": text, "title": title}


def test_headings_without_words_of_a_part_that_is_left_out_go() -> None:
    page, kept = entry("a/", ""), entry("a/#b", "", "A heading of its own")
    found = slim({"config": {}, "docs": [page, entry("a/#c", ""), kept, entry("a/#d", "Words.")]})
    assert found["docs"] == [page, kept, entry("a/#d", "Words.")]
    assert "config" in found


def test_activity_and_workshop_are_found_by_name_and_purpose(index: dict[str, Any], library: Library) -> None:
    for record in (*library.all(Activity), *library.all(Workshop)):
        page = f"kit/{record.plural}/{record.id}/"
        held = [one for one in index["docs"] if one["location"].partition("#")[0] == page]
        assert unescape(held[0]["title"]) == record.title
        text = " ".join(Read(one["text"]).text for one in held)
        wanted = record.purpose if isinstance(record, Activity) else record.audience
        assert " ".join(wanted.split())[:25].split("[[")[0] in " ".join(text.split())


def test_scripts_are_not_in_it(index: dict[str, Any], library: Library) -> None:
    whole = " ".join(" ".join(Read(one["text"]).text.split()) for one in index["docs"])
    assert "First facilitator:" not in whole
    for activity in library.all(Activity):
        script = " ".join(activity.steps[0].script.split())
        assert script[20:80] not in whole


def test_it_stays_small(site_folder: Path) -> None:
    assert (site_folder / "search/search_index.json").stat().st_size < MOST
