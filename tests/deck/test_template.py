"""The template: ours throughout, legible, sound."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from kit.deck import template
from kit.deck.layouts import HEIGHT, LEAST, WIDTH, Layout
from kit.deck.pages import LAYOUTS
from kit.library import Library
from kit.model import Brand


@pytest.fixture(scope="module")
def data(library: Library) -> bytes:
    return template.save(template.build(library.one(Brand)))


def test_it_is_wide_british_and_nobody_elses(data: bytes, library: Library) -> None:
    brand = library.one(Brand)
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}
    assert 'cx="12192000" cy="6858000"' in parts["ppt/presentation.xml"]
    assert not [name for name, text in parts.items() if "en-US" in text and "notes" not in name.lower()]
    assert not [name for name in parts if "thumbnail" in name or "printerSettings" in name]
    assert brand.colours.accent.lstrip("#") in parts["ppt/theme/theme1.xml"]
    assert f'typeface="{brand.font}"' in parts["ppt/theme/theme1.xml"]


def test_layouts_are_ours_alone(library: Library) -> None:
    deck = template.build(library.one(Brand))
    assert [layout.name for layout in deck.slide_layouts] == [layout.name for layout in LAYOUTS]
    assert len(deck.slides) == 0


def test_decorations_say_so(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"ppt/slideLayouts/[^/]+\.xml", name):
                text = archive.read(name).decode()
                assert text.count('name="Decoration ') == text.count("decorative ")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_everything_stands_on_the_page_clear_of_its_foot(layout: Layout) -> None:
    for slot in layout.slots:
        assert slot.box.x >= 0
        assert slot.box.x + slot.box.w <= WIDTH
        assert slot.box.y + slot.box.h <= min(HEIGHT, template.FOOT_Y)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_places_for_text_do_not_overlap(layout: Layout) -> None:
    boxes = [slot.box for slot in layout.slots]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = (
                one.x + one.w <= other.x + 0.01
                or other.x + other.w <= one.x + 0.01
                or one.y + one.h <= other.y + 0.16
                or other.y + other.h <= one.y + 0.16
            )
            assert apart, (one, other)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_text_is_legible_where_it_stands(layout: Layout, library: Library) -> None:
    checked = {(pair.front, pair.back) for pair in library.one(Brand).pairs if pair.at_least >= 4.5}
    for slot in (*layout.slots, *template.foot_slots(layout.footer)):
        grounds = [
            mark.colour
            for mark in layout.marks
            if mark.shape == "rect" and mark.box.x <= slot.box.x and slot.box.x + slot.box.w <= mark.box.x + mark.box.w
        ]
        ground = slot.fill or (grounds[-1] if grounds else layout.ground)
        assert (slot.style.colour, ground) in checked, (slot.name, slot.style.colour, ground)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_no_type_is_too_small_for_the_room(layout: Layout) -> None:
    for slot in layout.slots:
        assert slot.style.smallest >= (12 if slot.name in {"Source", "Sources"} else LEAST)
