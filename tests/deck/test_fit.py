"""Too long text is set smaller, then goes on; nothing is lost."""

from __future__ import annotations

import pytest

from kit.deck.fit import best, pages, sizes, spread
from kit.deck.layouts import Style
from kit.deck.measure import fits
from kit.deck.pages import BY_NAME
from kit.deck.sheet import Notes, Para, Sheet, said

from .hostile import TEXTS

ROOM = (600.0, 200.0)
STYLE = Style(26, bullet="dot", before=10)
NOTES = Notes(5, 10, (said("Say."),))


def words(paras: tuple[Para, ...]) -> str:
    return "".join(para.text for para in paras).replace(" ", "")


def test_short_text_keeps_the_layouts_size() -> None:
    assert best([said("Short.")], ROOM, STYLE) == 26


def test_longer_text_is_set_smaller() -> None:
    size = best([said("Somebody said what they thought about it. " * 8)], ROOM, STYLE)
    assert size is not None
    assert 18 <= size < 26


def test_sizes_end_at_the_smallest() -> None:
    assert sizes(Style(138, smallest=40))[-1] >= 40
    assert sizes(Style(12, smallest=12)) == [12]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_text_goes_on_without_loss_and_every_part_fits(text: str) -> None:
    paras = tuple(said(text) for _ in range(10))
    found = pages(paras, ROOM, STYLE)
    assert words(tuple(para for page in found for para in page.paras)) == words(paras)
    assert all(fits(page.paras, ROOM, page.size, STYLE) for page in found)
    assert len({page.size for page in found}) == 1


def test_forty_bullets_are_spread_evenly() -> None:
    found = pages([said(f"Point {number}, which takes a line") for number in range(40)], ROOM, STYLE)
    counts = [len(page.paras) for page in found]
    assert sum(counts) == 40
    assert max(counts) - min(counts) <= len(counts)


def test_a_continued_sheet_repeats_headings_and_counts_no_time_twice() -> None:
    layout = BY_NAME["Pair"]
    long = tuple(said("A point that goes on and on, and says it again. " * 4) for _ in range(8))
    sheet = Sheet("Pair", "Two sides", "One", NOTES, {"left head": (said("Is"),), "left": long, "right": (said("x"),)})
    found = spread(sheet, layout)
    assert len(found) > 1
    assert [one.title for one in found][:2] == [f"Two sides (1 of {len(found)})", f"Two sides (2 of {len(found)})"]
    assert all("left head" in one.fields for one in found)
    assert [one.notes.minutes for one in found] == [5] + [0] * (len(found) - 1)
    assert found[1].notes.start == 15


def test_both_sides_of_a_pair_are_set_in_one_size() -> None:
    sides = {
        "left": (said("Short."),),
        "right": tuple(said("A longer point, which fills two lines.") for _ in range(5)),
    }
    (sheet,) = spread(Sheet("Pair", "T", "One", NOTES, sides), BY_NAME["Pair"])
    assert sheet.sizes["left"] == sheet.sizes["right"] < BY_NAME["Pair"].slot("left").style.size
