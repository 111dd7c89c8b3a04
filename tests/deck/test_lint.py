"""The lint finds each fault that we plant."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from kit.deck.lint import lint
from kit.library import Library

from .conftest import render, workshop
from .decks import WORKSHOPS, made

Parts = list[tuple[str, bytes]]
SLIDE = "ppt/slides/slide5.xml"
MATRIX = "ppt/slides/slide6.xml"
PRESENTATION = "ppt/presentation.xml"
CORE = "docProps/core.xml"


def parts(data: bytes) -> Parts:
    with ZipFile(BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def packed(found: Parts) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in found:
            archive.writestr(name, content)
    return target.getvalue()


def edit(part: str, pattern: str, by: str) -> Callable[[Parts], Parts]:
    """Change the first match of a pattern in a part."""

    def change(found: Parts) -> Parts:
        changed = [
            (name, re.sub(pattern, by, content.decode(), count=1, flags=re.S).encode() if name == part else content)
            for name, content in found
        ]
        assert changed != found, f"nothing to change in {part}"
        return changed

    return change


def without(part: str) -> Callable[[Parts], Parts]:
    return lambda found: [(name, content) for name, content in found if name != part]


FAULTS = {
    "a part is missing": (without("ppt/slideLayouts/slideLayout3.xml"), "which is missing"),
    "a part stands twice": (lambda found: [*found, found[-1]], "stands in the archive 2 times"),
    "no content type": (
        edit("[Content_Types].xml", r'<Override PartName="/ppt/slides/slide2.xml"[^>]*/>', ""),
        "no content type",
    ),
    "content type without a part": (
        edit("[Content_Types].xml", "</Types>", '<Override PartName="/ppt/x.xml" ContentType="x"/></Types>'),
        "but is missing",
    ),
    "broken XML": (edit(SLIDE, "</p:sld>", ""), "not well-formed"),
    "an orphan": (lambda found: [*found, ("ppt/media/x.png", b"")], "nothing leads to it"),
    "an unknown relationship": (edit(SLIDE, "<a:rPr ", '<a:rPr r:embed="rId99" '), "uses relationship rId99"),
    "shape ids repeat": (edit(SLIDE, r'<p:cNvPr id="3"', '<p:cNvPr id="2"'), "ids of shapes repeat"),
    "a slide id is too low": (edit(PRESENTATION, r'<p:sldId id="\d+"', '<p:sldId id="12"'), "slide ids"),
    "layout and master ids clash": (
        edit("ppt/slideMasters/slideMaster1.xml", r'<p:sldLayoutId id="\d+"', '<p:sldLayoutId id="2147483648"'),
        "clash",
    ),
    "a section names no slide": (edit(PRESENTATION, r'<p14:sldId id="257"/>', '<p14:sldId id="999"/>'), "sections"),
    "no notes master named": (edit(PRESENTATION, r"<p:notesMasterIdLst>.*</p:notesMasterIdLst>", ""), "Keynote"),
    "a table's grid": (edit(MATRIX, r"<a:gridCol[^>]*/>", ""), "differ from its grid"),
    "no heading row": (edit(MATRIX, ' firstRow="1"', ""), "no heading row"),
    "no alt text": (edit(MATRIX, r' descr="[^"]*"', ""), "don't see it"),
    "an empty title": (edit(SLIDE, r"(<p:ph type=\"title\"/>.*?)<a:r>.*?</a:r>", r"\1"), "has no title"),
    "a title used twice": (
        edit(SLIDE, "What has changed", "Two questions"),
        "2 slides have the title",
    ),
    "another language": (edit(SLIDE, 'lang="en-GB"', 'lang="en-US"'), "British English"),
    "a name used twice": (edit(SLIDE, r'(<p:cNvPr id="3" name=")[^"]*', r"\1Title"), "2 shapes are called 'Title'"),
    "no name": (edit(SLIDE, r'(<p:cNvPr id="3" name=")[^"]*', r"\1"), "a shape has no name"),
    "a number that is wrong": (edit(SLIDE, r"(type=\"slidenum\">.*?<a:t>)\d+", r"\g<1>77"), "does not show its number"),
    "a decoration that does not say so": (
        edit("ppt/slideLayouts/slideLayout1.xml", r"<a:extLst>.*?</a:extLst>", ""), "for the eye only"
    ),
    "a section without a name": (edit(PRESENTATION, r'(p14:section name=")[^"]*', r"\1"), "a section has no name"),
    "no title of the document": (edit(CORE, r"<dc:title>.*?</dc:title>", ""), "has no title"),
    "another language of the document": (edit(CORE, "en-GB", "de"), "language is British English"),
    "empty notes": (edit("ppt/notesSlides/notesSlide5.xml", r"<a:p>.*</a:p>", "<a:p/>"), "has no notes"),
    "small type": (edit(SLIDE, r'<a:rPr sz="\d+"|<a:rPr lang="en-GB"', '<a:rPr sz="1100" lang="en-GB"'), "11 points"),
}


@pytest.fixture(scope="module")
def sound(library: Library) -> bytes:
    """A deck in which slide 5 is plain and slide 6 has a table."""
    return render(workshop(
        {"kind": "title", "title": "Welcome"},
        {"kind": "statement", "title": "One", "text": "A sentence."},
        {"kind": "points", "title": "Two", "points": ["A point"]},
        {"kind": "points", "title": "Three", "points": ["Another"]},
        {"kind": "statement", "title": "What has changed", "text": "A sentence."},
        {"kind": "matrix", "title": "Two questions", "caption": "Look."},
        {"kind": "close", "title": "Thank you", "text": "Go well."},
    ), library)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(("plant", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_is_found(sound: bytes, plant: Callable[[Parts], Parts], says: str) -> None:
    found = lint(packed(plant(parts(sound))))
    assert any(says in line for line in found), found


def test_title_must_come_first(sound: bytes) -> None:
    swap = edit(SLIDE, r"(<p:sp>.*?</p:sp>)(<p:sp>.*?</p:sp>)", r"\2\1")
    assert any("not the first thing read" in line for line in lint(packed(swap(parts(sound)))))


def test_a_slide_without_notes(sound: bytes) -> None:
    drop = edit("ppt/slides/_rels/slide5.xml.rels", r'<Relationship [^>]*notesSlide"[^>]*/>', "")
    assert any("slide5.xml: has no notes" in line for line in lint(packed(drop(parts(sound)))))


def test_what_is_no_presentation() -> None:
    assert lint(b"hello")[0].startswith("not a zip")
    assert lint(packed([("hello.txt", b"")]))[-1] == "not a presentation"


CHART = "ppt/charts/chart1.xml"
BOOK = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
CHART_FAULTS = {
    "ids of axes": (edit(CHART, r'<c:crossAx val="\d+"', '<c:crossAx val="-7"'), "ids of axes"),
    "no figures": (edit(CHART, r"<c:externalData.*?</c:externalData>", ""), "no sheet of figures"),
    "a broken workbook": (
        lambda found: [(name, b"x" if name == BOOK else content) for name, content in found], "no sheet of figures"
    ),
    "small type": (edit(CHART, r'sz="\d+"', 'sz="900"'), "the chart has type of 9 points"),
}


@pytest.mark.parametrize(("plant", "says"), CHART_FAULTS.values(), ids=CHART_FAULTS.keys())
def test_faults_of_charts_are_found(plant: Callable[[Parts], Parts], says: str) -> None:
    data = next(data for name in WORKSHOPS if BOOK in dict(parts(data := made(name))))
    assert lint(data) == []
    assert any(says in line for line in lint(packed(plant(parts(data)))))


def test_layouts_that_are_not_ours_are_not_ours_to_answer_for(taster_deck: bytes) -> None:
    bare = packed(edit("ppt/slideLayouts/slideLayout1.xml", r"<a:extLst>.*?</a:extLst>", "")(parts(taster_deck)))
    assert lint(bare) != []
    assert lint(bare, ours=False) == []
