"""A deck, read back as people's programs read it."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from kit import __version__, deck
from kit.deck.lint import lint
from kit.library import Library
from kit.model import Brand, MatrixCell
from kit.model.slides import CaseSlide, FigureSlide
from kit.model.workshop import Workshop
from kit.running import running

from . import hostile
from .conftest import SOMEWHERE, WHEN, opened, render, workshop


def texts(slide) -> str:
    found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    found += [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def test_titles_notes_and_sections(taster_deck: bytes, taster: Workshop, library: Library) -> None:
    read = opened(taster_deck)
    titles = [slide.shapes.title.text_frame.text for slide in read.slides]
    assert len(set(titles)) == len(titles)
    assert all(slide.has_notes_slide and "TIME" in slide.notes_slide.notes_text_frame.text for slide in read.slides)
    sections = re.findall(
        r'p14:section name="([^"]+)"', ZipFile(BytesIO(taster_deck)).read("ppt/presentation.xml").decode()
    )
    assert sections == [stretch.name for stretch in running(taster, library).stretches]


def test_minutes_in_the_notes_add_up_and_follow_on(taster_deck: bytes, taster: Workshop) -> None:
    at = 0
    for slide in opened(taster_deck).slides:
        text = slide.notes_slide.notes_text_frame.text
        if found := re.search(r"(\d+) minutes?, from (\d):(\d\d) to (\d):(\d\d)", text):
            minutes, *clock = map(int, found.groups())
            assert (clock[0] * 60 + clock[1], clock[2] * 60 + clock[3]) == (at, at + minutes)
            at += minutes
    assert at == taster.minutes


def test_participants_see_no_minutes(taster_deck: bytes) -> None:
    for slide in opened(taster_deck).slides:
        assert not re.search(r"\d ?min|\d:\d\d", texts(slide).lower())


def test_every_slide_has_footer_number_and_nothing_empty(taster_deck: bytes) -> None:
    for number, slide in enumerate(opened(taster_deck).slides, 1):
        foot = {
            shape.placeholder_format.type.name: shape.text_frame.text
            for shape in slide.placeholders
            if shape.placeholder_format.idx in (11, 12)
        }
        assert foot["SLIDE_NUMBER"] == str(number)
        assert __version__ in foot["FOOTER"]
        assert "Boyle and Harris" in foot["FOOTER"]


def test_the_matrix_is_a_native_table_of_nine_cells(taster_deck: bytes, library: Library) -> None:
    tables = [
        shape for slide in opened(taster_deck).slides for shape in slide.shapes
        if shape.has_table and shape.name == "Matrix"
    ]
    names = {cell.name for cell in library.all(MatrixCell)}
    shown = {cell.text for row in tables[0].table.rows for cell in row.cells}
    assert names <= shown
    assert all(len(table.table.rows) == 4 and len(table.table.columns) == 4 for table in tables)
    assert all("three by three" in table._element.xpath(".//p:cNvPr/@descr")[0] for table in tables)
    assert tables[0].table.first_row
    assert tables[0].table.first_col


def test_cases_and_figures_show_where_they_stand(taster_deck: bytes, taster: Workshop, library: Library) -> None:
    slides = {slide.shapes.title.text_frame.text: slide for slide in opened(taster_deck).slides}
    told = [slide for slide in running(taster, library).slides if isinstance(slide, CaseSlide | FigureSlide)]
    assert len(told) >= 3
    for slide in told:
        names = {shape.name for shape in slides[slide.title].shapes if shape.has_text_frame and shape.text_frame.text}
        assert {"Where it stands", "Source"} <= names


def test_it_ends_with_how_to_reuse_it(taster_deck: bytes, library: Library) -> None:
    last = texts(list(opened(taster_deck).slides)[-1])
    brand = library.one(Brand)
    assert "CC BY 4.0" in last
    assert brand.attribution.split(",")[0].split(" by ")[0] in last
    assert "https://example.org/handbook/" in last


def test_without_a_site_it_names_no_address(taster: Workshop, library: Library) -> None:
    last = texts(list(opened(render(taster, library)).slides)[-1])
    assert "http" not in last
    assert "taster" in last


def test_properties(taster_deck: bytes, taster: Workshop, library: Library) -> None:
    properties = opened(taster_deck).core_properties
    assert (properties.title, properties.language, properties.author) == (taster.name, "en-GB", library.one(Brand).name)
    assert properties.created.year == WHEN.year


def test_the_same_records_give_the_same_bytes(taster: Workshop, library: Library, taster_deck: bytes) -> None:
    again = render(taster, library, SOMEWHERE)
    assert hashlib.sha256(again).digest() == hashlib.sha256(taster_deck).digest()


def test_another_date_gives_other_bytes_and_only_dates_differ(
    taster: Workshop, library: Library, taster_deck: bytes
) -> None:
    other = ZipFile(
        BytesIO(deck.render(running(taster, library), library, SOMEWHERE, WHEN.replace(year=2025)))
    )
    ours = ZipFile(BytesIO(taster_deck))
    assert [name for name in ours.namelist() if ours.read(name) != other.read(name)] == ["docProps/core.xml"]


def test_lint_finds_nothing(taster_deck: bytes) -> None:
    assert lint(taster_deck) == []


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())
def test_hostile_text_is_carried_whole(text: str, library: Library) -> None:
    made, records = hostile.made(text, library)
    data = render(made, records)
    assert lint(data) == []
    points = [slide for slide in opened(data).slides if slide.shapes.title.text_frame.text.startswith("6 ")]
    shown = "".join(
        shape.text_frame.text for slide in points for shape in slide.shapes if shape.name == "A few short points"
    )
    straight = shown.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
    assert re.sub(r"\s", "", straight) == re.sub(r"\s", "", text * 7)


def test_forty_points_go_over_several_slides(library: Library) -> None:
    made = workshop(
        {"kind": "points", "title": "Many", "points": [f"Point number {n}" for n in range(1, 41)], "numbered": True}
    )
    slides = list(opened(render(made, library)).slides)[1:-1]
    assert len(slides) > 1
    shown = [paragraph.text for slide in slides for paragraph in slide.placeholders[1].text_frame.paragraphs]
    assert shown == [f"Point number {n}" for n in range(1, 41)]
    start = slides[1].placeholders[1]._element.xpath(".//a:buAutoNum/@startAt")
    assert start == [slides[1].placeholders[1].text_frame.paragraphs[0].text.split()[-1]]


def test_right_to_left_paragraphs_say_so(library: Library) -> None:
    made = workshop({"kind": "points", "title": "A", "points": [hostile.TEXTS["hebrew"][:60], "English"]})
    slide = opened(render(made, library)).slides[1]
    first, second = slide.placeholders[1].text_frame.paragraphs
    assert first._p.pPr.get("rtl") == "1"
    assert second._p.pPr.get("rtl") is None


def test_links_out_keep_the_colour_of_the_text(library: Library) -> None:
    made = workshop({"kind": "close", "title": "End", "text": "See [the site](https://example.org/)."})
    slide = opened(render(made, library)).slides[1]
    run = slide.placeholders[1].text_frame.paragraphs[0].runs[1]
    assert run.hyperlink.address == "https://example.org/"
    assert run._r.xpath(".//*[local-name()='hlinkClr']/@val") == ["tx"]


def test_a_title_taken_from_a_record_never_repeats(library: Library) -> None:
    slide = {"kind": "case", "case": "case/taff-housing"}
    slides = opened(render(workshop(slide, slide), library)).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert len(set(titles)) == len(titles)


def test_silence_in_a_source_is_said(library: Library) -> None:
    made = workshop({"kind": "case", "case": "case/taff-housing", "exchange": True})
    assert "The source does not say." in "\n".join(map(texts, opened(render(made, library)).slides))
