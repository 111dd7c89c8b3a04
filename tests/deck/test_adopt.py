"""An organisation's own template: its look is kept, its examples are not, and nothing of ours is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import pptx
import pytest
from ooxml import audited, judged
from pptx.util import Inches

from kit import deck
from kit.check.contrast import contrast
from kit.deck import _theirs, tones
from kit.deck.lint import lint
from kit.deck.pages import LAYOUTS
from kit.errors import UsageError
from kit.running import running

from . import hostile, templates
from .conftest import SOMEWHERE, WHEN, opened
from .decks import made, records, workshop

NAME = "half-day"
each_kind = pytest.mark.parametrize("kind", templates.KINDS)


def adopted(kind: str, folder: Path, date: str = "") -> deck.Adopted:
    path = folder / f"their.{'potx' if kind == 'potx' else 'pptx'}"
    path.write_bytes(templates.KINDS[kind]())
    return deck.adopt(path, date)


@cache
def dressed(kind: str, name: str = NAME, date: str = "", again: int = 0) -> bytes:
    """A workshop's deck in a template."""
    with TemporaryDirectory() as folder:
        found = adopted(kind, Path(folder), date)
    run = running(workshop(name), records())
    return deck.render(run, records(), SOMEWHERE, WHEN, deck.Cover(date=date), found)


@cache
def every_kind_of_slide(kind: str | None) -> bytes:
    """A deck with a slide of each kind, in a template or in ours."""
    with TemporaryDirectory() as folder:
        found = adopted(kind, Path(folder)) if kind else None
    told, held = hostile.made("We talked, and somebody laughed.", records())
    return deck.render(running(told, held), held, SOMEWHERE, WHEN, adopted=found)


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def shown(data: bytes) -> list[str]:
    """Every word on the slides, in any order."""
    found: list[str] = []
    for slide in opened(data).slides:
        for shape in slide.shapes:
            if shape.is_placeholder and shape.placeholder_format.type.name in {"FOOTER", "SLIDE_NUMBER", "DATE"}:
                continue
            if shape.has_text_frame:
                found += shape.text_frame.text.split()
            if shape.has_table:
                found += " ".join(cell.text for row in shape.table.rows for cell in row.cells).split()
    return found


@each_kind
def test_example_slides_are_gone_with_all_that_was_theirs(kind: str) -> None:
    held = parts(dressed(kind))
    everything = b"\n".join(content for name, content in held.items() if name.endswith(".xml"))
    assert b"An example" not in everything
    assert not [name for name in held if "/media/" in name or "printerSettings" in name or "thumbnail" in name]


@each_kind
def test_master_theme_and_size_are_theirs(kind: str) -> None:
    theirs, ours = parts(templates.KINDS[kind]()), parts(dressed(kind))
    assert ours["ppt/theme/theme1.xml"] == theirs["ppt/theme/theme1.xml"]
    before, after = opened(templates.KINDS["usual" if kind == "potx" else kind]()), opened(dressed(kind))
    assert (before.slide_width, before.slide_height) == (after.slide_width, after.slide_height)
    assert [layout.name for layout in before.slide_layouts] == [layout.name for layout in after.slide_layouts]
    assert len(after.slides) >= len(workshop(NAME).parts)


@each_kind
def test_no_word_of_ours_is_lost(kind: str) -> None:
    for ours, theirs in ((made(NAME), dressed(kind)), (every_kind_of_slide(None), every_kind_of_slide(kind))):
        words = [{re.sub(r"\W", "", word) for word in shown(one)} for one in (ours, theirs)]
        assert words[0] - words[1] <= {*"123456789", "of"}


@each_kind
def test_notes_stand_under_every_slide(kind: str) -> None:
    assert all("TIME" in slide.notes_slide.notes_text_frame.text for slide in opened(dressed(kind)).slides)


@each_kind
@pytest.mark.parametrize("made_in", [dressed, every_kind_of_slide])
def test_it_is_sound(kind: str, made_in: Callable[[str], bytes], tmp_path: Path) -> None:
    data = made_in(kind)
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert lint(data, ours=False) == []
    assert audited(path) == []
    assert judged(path) == []


@each_kind
def test_places_do_not_overlap(kind: str, tmp_path: Path) -> None:
    for layout in adopted(kind, tmp_path).layouts.values():
        boxes = [slot.box for slot in layout.slots]
        for number, one in enumerate(boxes):
            for other in boxes[number + 1 :]:
                across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
                down = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
                assert across < 0.06 or down < 0.06, (layout.name, one, other)


@each_kind
def test_type_is_never_too_small(kind: str, tmp_path: Path) -> None:
    for layout in adopted(kind, tmp_path).layouts.values():
        for slot in layout.slots:
            assert slot.style.smallest >= (12 if layout.name == "Sources" or slot.role == "source" else 18)


def test_common_names_and_places_are_matched(tmp_path: Path) -> None:
    seats = adopted("usual", tmp_path).seats
    assert {name: seat.page.name for name, seat in seats.items() if seat.matched} == {
        "Title": "Title Slide", "Section": "Section Header", "Break": "Section Header", "Pair": "Comparison",
        "Outcomes": "Title and Content", "Statement": "Title and Content", "Points": "Title and Content",
        "Steps": "Title and Content", "Table": "Title and Content", "Sources": "Title and Content",
        "Close": "Title and Content", "Case": "Two Content", "Figure": "Two Content", "Quiz": "Two Content",
        "Activity": "Two Content",
    }


def test_other_names_are_matched_by_their_places(tmp_path: Path) -> None:
    seats = adopted("dark", tmp_path).seats
    assert {name: seats[name].page.name for name in ("Title", "Points", "Pair", "Case", "Section")} == {
        "Title": "Deckblatt", "Points": "Inhalt", "Pair": "Zwei Spalten", "Case": "Zwei Spalten", "Section": "Inhalt",
    }


def test_a_deck_of_ours_serves_as_a_template_place_for_place(tmp_path: Path) -> None:
    path = tmp_path / "ours.pptx"
    path.write_bytes(made(NAME))
    found = deck.adopt(path)
    assert all(seat.matched and seat.page.name == name for name, seat in found.seats.items())
    run = running(workshop("board"), records())
    data = deck.render(run, records(), SOMEWHERE, WHEN, adopted=found)
    assert [slide.slide_layout.name for slide in opened(data).slides] == [
        slide.slide_layout.name for slide in opened(made("board")).slides
    ]
    assert lint(data, ours=False) == []


def test_what_had_to_do_is_said_in_one_line_each(tmp_path: Path) -> None:
    found = adopted("usual", tmp_path)
    sheets = deck.sheets(running(workshop(NAME), records()), records(), SOMEWHERE, adopted=found)
    lines = found.stood_in(sheets)
    assert "'Matrix' has no match in the template; used 'Title and Content'" in lines
    assert len(lines) == len(set(lines)) < len(LAYOUTS)
    assert not any("'Points'" in line for line in lines)


def test_texts_that_share_a_place_keep_their_order_and_their_headings() -> None:
    data = dressed("bare")
    slide = next(one for one in opened(data).slides if "You will have" in "".join(s.text for s in texts(one)))
    found = [(para.text, any(run.font.bold for run in para.runs)) for s in texts(slide) for para in s.paragraphs]
    assert [text for text, bold in found if bold][-1] == "You will have"
    assert [text for text, _ in found].index("You will have") > 2


def texts(slide: Any) -> list[Any]:
    return [shape.text_frame for shape in slide.shapes if shape.has_text_frame and shape != slide.shapes.title]


def foot(slide: Any) -> dict[str, str]:
    kinds = {"FOOTER", "SLIDE_NUMBER", "DATE"}
    return {one.placeholder_format.type.name: one.text_frame.text for one in slide.placeholders
            if one.placeholder_format.type.name in kinds}


def test_their_footer_stays_where_they_have_one_and_ours_stands_where_they_have_none() -> None:
    for number, slide in enumerate(opened(dressed("dark")).slides, 1):
        assert foot(slide) == {"FOOTER": "Example Council", "SLIDE_NUMBER": str(number)}
    assert all(foot(slide)["FOOTER"].startswith("From Fixers") for slide in opened(dressed("usual")).slides)
    assert foot(opened(dressed("bare")).slides[0]) == {}


def test_the_date_stands_in_their_place_for_it() -> None:
    slides = opened(dressed("usual", date="24 November 2026")).slides
    assert all(foot(slide)["DATE"] == "24 November 2026" for slide in slides)


def test_the_footer_of_their_examples_is_kept(tmp_path: Path) -> None:
    file = opened(templates.usual())
    slide = file.slides.add_slide(file.slide_layouts[1])
    holder = next(one for one in file.slide_layouts[1].placeholders if "Footer" in one.name)
    slide.shapes._spTree.append(holder.element)
    slide.placeholders[holder.placeholder_format.idx].text_frame.text = "Parks and Libraries"
    path = tmp_path / "their.pptx"
    path.write_bytes(templates.saved(file))
    assert deck.adopt(path).house.foot.words == "Parks and Libraries"  # type: ignore[attr-defined]


@each_kind
def test_where_we_set_a_ground_the_text_on_it_is_legible(kind: str, tmp_path: Path) -> None:
    found = adopted(kind, tmp_path)
    theme = _theirs.colours(found.deck.slide_master)
    pairs = [*found.house.tones.values(), *found.house.grounds.values()]
    for ground, text in pairs:
        assert contrast(tones._value(ground, theme), tones._value(text, theme)) >= 4.5


def test_colours_that_clash_give_way_to_black_on_white() -> None:
    grey = dict.fromkeys(("tx1", "bg1", "tx2", "bg2", "accent1", "accent2", "accent3", "accent4"), "#777777")
    assert set(tones.tones(grey).values()) <= {tones.PLAIN, (tones.GREY, "#000000")}


def test_the_same_template_gives_the_same_bytes() -> None:
    assert dressed("usual") == dressed("usual", again=1)


def test_nothing_in_it_leads_out_any_more(tmp_path: Path) -> None:
    file = opened(templates.usual())
    layout = file.slide_layouts[1]
    out = layout.part.relate_to("https://tracker.example/", pptx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True)
    image = layout.part.relate_to("https://tracker.example/i.png", pptx.opc.constants.RELATIONSHIP_TYPE.IMAGE, True)
    box = file.slides[0].shapes.add_textbox(Inches(1), Inches(1), Inches(1), Inches(1))
    box.text_frame.text = "Linked"
    run = box.text_frame.paragraphs[0].runs[0]._r
    run.get_or_add_rPr().append(templates.xml(f'<a:hlinkClick r:id="{out}"/>'))
    layout.shapes._spTree.append(box._element)
    layout.shapes._spTree.append(templates.xml(
        '<p:pic><p:nvPicPr><p:cNvPr id="99" name="Far"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:link="{image}"/></p:blipFill><p:spPr/></p:pic>'))
    path = tmp_path / "their.pptx"
    path.write_bytes(templates.saved(file))
    assert b"tracker.example" in b"".join(parts(path.read_bytes()).values())
    data = deck.render(running(workshop("board"), records()), records(), SOMEWHERE, WHEN, adopted=deck.adopt(path))
    kept = [name for name, content in parts(data).items() if b"tracker.example" in content]
    assert kept == []
    assert any("Linked" in shape.text_frame.text for shape in opened(data).slide_layouts[1].shapes
               if shape.has_text_frame)
    assert lint(data, ours=False) == []


def test_without_a_place_for_a_title_it_is_refused(tmp_path: Path) -> None:
    file = pptx.Presentation()
    for layout in list(file.slide_layouts):
        if layout.name != "Blank":
            file.slide_layouts.remove(layout)
    path = tmp_path / "their.pptx"
    path.write_bytes(templates.saved(file))
    with pytest.raises(UsageError, match=r"their\.pptx has no layout with a place for a title"):
        deck.adopt(path)
