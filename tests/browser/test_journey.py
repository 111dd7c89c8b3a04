"""The whole way once: people rate, their files are brought together, and a follow-up workshop is made of it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from builder import script
from deck.looking import astray_in, outside
from playwright.sync_api import Page, expect

from kit.results.summary import read_summary

from .conftest import Opener
from .rating import PEOPLE, STAFF, begin, heading, saved, typed
from .sites import Edition

HABITS = {STAFF: ["44332211", "33443322", "4433d321"], PEOPLE: ["12121212", "2111211x"]}
"""What people type in from paper; one more fills in the form by hand. Three of each role, as `--in-room` needs."""


def by_hand(page: Page) -> None:
    """A person who uses the service goes through every part: always the first habit, and a word about the first."""
    begin(page, PEOPLE)
    for part in range(8):
        expect(page.locator(".progress")).to_have_text(f"Part {part + 1} of 8")
        page.locator("#rate-step .rated").first.get_by_role("radio").first.check()
        if not part:
            page.get_by_text("What have you seen? Notes").click()
            page.get_by_label("Notes", exact=True).fill("Nobody asked me, <b>=1+1")
        page.get_by_role("button", name="Next").click()
    page.locator("#rate-step").get_by_role("radio").first.check()
    page.get_by_role("button", name="See the results").click()
    expect(heading(page)).to_have_text("What you see")


@pytest.fixture
def rated(site: Edition, opened: Opener, tmp_path: Path) -> list[Path]:
    """The file that each of six people saves."""
    found: list[Path] = []

    def keep(page: Page) -> None:
        path = tmp_path / f"person-{len(found)}.json"
        path.write_text(saved(page)[1], "utf-8")
        found.append(path)
        page.close()

    page = opened(site, "kit/rate/")
    by_hand(page)
    keep(page)
    for role, all_signs in HABITS.items():
        for signs in all_signs:
            page = opened(site, "kit/rate/")
            typed(page, signs, role)
            keep(page)
    return found


def in_the_browser(page: Page, files: list[Path]) -> dict[str, Any]:
    """The summary that "Bring results together" saves."""
    page.locator("#together-files").set_input_files(files)
    page.get_by_label("Show groups of 3 or more").check()
    expect(page.get_by_text("People who use it: 3")).to_be_visible()
    found: dict[str, Any] = json.loads(saved(page, "Save the summary")[1])
    return found


def drawn(deck: Path) -> Path:
    """A deck as LibreOffice draws it."""
    folder = deck.parent
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), str(deck)],
        check=True, capture_output=True, timeout=180,
    )
    return deck.with_suffix(".pdf")


@pytest.mark.libreoffice
def test_from_six_ratings_to_a_follow_up_workshop(
    rated: list[Path], site: Edition, opened: Opener, tmp_path: Path
) -> None:
    made = script("summarise", *rated, "--assessment", "quick", "--in-room", "--out", tmp_path / "out")
    assert made.status == 0, made.errors
    path = tmp_path / "out/summary.json"
    summary = read_summary(path)
    assert [(one.role, one.responses) for one in summary.groups if one.responses] == [
        ("professionals", 3), ("people", 3),
    ]
    middles = [[role.median for role in one.roles] for one in summary.statements]
    assert middles[0] == [["facilitating", "facilitating"], ["fixing", "fixing"]]

    ours = json.loads(path.read_text("utf-8"))
    theirs = in_the_browser(opened(site, "kit/together/"), rated)
    assert [[role["median"] for role in one["roles"]] for one in theirs["statements"]] == middles
    assert {**theirs, "read": []} == {**ours, "read": []}

    deck = tmp_path / "follow-up.pptx"
    made = script("make_deck", "follow-up", "--results", path, "--out", deck)
    assert made.status == 0, made.errors
    pdf = drawn(deck)
    assert outside(pdf) == []
    assert astray_in(deck.read_bytes(), pdf) == []
