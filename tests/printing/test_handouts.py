"""The handouts, read back by other libraries: worksheets, readings, poster and cards, in usual and in large type."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pytest

from kit import printing
from kit.library import Library
from kit.load import read
from kit.model import Case, MatrixCell, Sector, Workshop
from kit.model.activity import Activity, CardSet, LinesBlock, Poster, Reading, Worksheet
from kit.printing.copies import asked, copies
from kit.printing.handouts import MADE_UP
from kit.running import Running
from kit.text import plain

from .conftest import NOWHERE, ROOT, SOMEWHERE, WHEN
from .made import EVIL, bare, everything, evil, version
from .reading import A3, A4, MM, font_descriptors, levels, pages, read_aloud, squeezed, tags, words

WORKSHOPS = [one.id for one in read(ROOT / "data").all(Workshop)]
WHITE = 8 * MM
"""Points from every edge that home printers may leave white."""

Files = dict[str, bytes]


def made(run: Running, library: Library) -> Files:
    return {one.name: one.data for one in printing.handouts(run, library, SOMEWHERE, WHEN)}


@pytest.fixture(scope="session")
def run(library: Library) -> Running:
    return everything(library)


@pytest.fixture(scope="session")
def files(run: Running, library: Library) -> Files:
    return made(run, library)


@pytest.fixture(scope="session")
def spoilt(library: Library) -> Files:
    """From hostile records; the half day has sheets, cards and the poster."""
    return made(evil(library, "half-day"), library)


def handouts(run: Running, kind: type[Any]) -> list[tuple[Activity, Any]]:
    return [(one, it) for one in run.activities for it in one.handouts if isinstance(it, kind)]


def test_there_is_a_file_for_each_kind_that_is_asked_for(files: Files) -> None:
    assert list(files) == ["handouts.pdf", "handouts-large-print.pdf", "poster.pdf", "cards.pdf",
                           "cards-large-print.pdf"]


@pytest.mark.parametrize("name", WORKSHOPS)
def test_there_is_no_file_that_nobody_asked_for(name: str, library: Library) -> None:
    run = version(library, name)
    found = set(made(run, library))
    assert ("cards.pdf" in found) == ("cards-large-print.pdf" in found) == bool(handouts(run, CardSet))
    assert ("poster.pdf" in found) == bool(handouts(run, Poster))
    assert ("handouts-large-print.pdf" in found) == bool(handouts(run, Worksheet) + handouts(run, Reading))


def test_a_workshop_that_hands_nothing_out_has_no_files(library: Library) -> None:
    assert made(bare(library), library) == {}


def test_each_is_tagged_and_says_so(files: Files) -> None:
    titles = set()
    for name, data in files.items():
        with pikepdf.open(BytesIO(data)) as pdf:
            assert pdf.Root.MarkInfo.Marked, name
            assert str(pdf.Root.Lang).lower() == "en-gb"
            with pdf.open_metadata() as meta:
                assert meta["pdfuaid:part"] == "1"
                titles.add(meta["dc:title"])
            assert all("LiberationSans" in str(one.FontName) for one in font_descriptors(pdf))
        found = levels(data)
        assert found[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(found))
    assert len(titles) == len(files)


def test_tables_to_fill_in_have_header_rows(files: Files, run: Running) -> None:
    blocks = [block for _, sheet in handouts(run, Worksheet) for block in sheet.blocks if block.kind == "table"]
    cases = [ref for _, one in handouts(run, Reading) for ref in one.cases]
    found = tags(files["handouts-large-print.pdf"])
    assert found.count("/Table") == len(blocks) + len(cases)
    assert found.count("/TH") >= sum(len(block.columns) for block in blocks) + 3 * len(cases)


@pytest.mark.poppler
@pytest.mark.parametrize("which", ["files", "spoilt"])
def test_nothing_leaves_the_page(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    for name, data in request.getfixturevalue(which).items():
        for page in pages(data, tmp_path):
            size = A3 if name.startswith("poster") else A4
            assert sorted((page.width, page.height)) == pytest.approx(sorted(size), abs=0.1), name
            for word in page.words:
                assert WHITE <= word.left <= word.right <= page.width - WHITE, (name, word)
                assert WHITE <= word.top <= word.bottom <= page.height - WHITE, (name, word)


def test_hostile_text_shows_as_itself(spoilt: Files) -> None:
    for name in ("handouts-large-print.pdf", "cards.pdf"):
        text = words(spoilt[name])
        assert text.count(squeezed(EVIL.split("{{")[0])) > 10
        assert "[grinningface]" in text


@pytest.mark.parametrize("name", ["handouts-large-print.pdf", "cards-large-print.pdf"])
def test_large_print_has_nothing_below_18_points(name: str, files: Files) -> None:
    with pdfplumber.open(BytesIO(files[name])) as pdf:
        sizes = {round(char["size"], 2) for page in pdf.pages for char in page.chars}
    assert min(sizes) >= 18


@pytest.mark.poppler
def test_worksheets_ask_all_they_should(files: Files, run: Running, library: Library, tmp_path: Path) -> None:
    for name in ("handouts.pdf", "handouts-large-print.pdf"):
        text = read_aloud(files[name], tmp_path)
        for _, sheet in handouts(run, Worksheet):
            lines = [sheet.name, sheet.intro or ""]
            for block in sheet.blocks:
                lines += [block.label, *getattr(block, "columns", []), *getattr(block, "rows", [])]
            assert [line for line in lines if squeezed(plain(line, library.name)) not in text] == []


def test_there_are_lines_to_write_on(files: Files, run: Running) -> None:
    wanted = sum(block.lines for _, sheet in handouts(run, Worksheet)
                 for block in sheet.blocks if isinstance(block, LinesBlock))
    for name in ("handouts.pdf", "handouts-large-print.pdf"):
        with pdfplumber.open(BytesIO(files[name])) as pdf:
            wide = [one for page in pdf.pages for one in page.rects
                    if one["width"] > page.width - 40 * MM and one["height"] == pytest.approx(0.5)]
        assert len(wide) == wanted


@pytest.mark.poppler
def test_readings_tell_who_gives_who_gets_and_where_it_stands(
    files: Files, run: Running, library: Library, tmp_path: Path
) -> None:
    text = read_aloud(files["handouts.pdf"], tmp_path)
    refs = [ref for _, one in handouts(run, Reading) for ref in one.cases]
    assert refs
    for ref in refs:
        case = library.get(ref)
        assert isinstance(case, Case)
        lines = [case.name, case.plain, case.today.text, *(one.who for one in case.exchange)]
        assert [line for line in lines if squeezed(plain(line, library.name)) not in text] == []


def test_a_usual_sheet_or_reading_takes_one_page(files: Files, run: Running) -> None:
    sheets = len(handouts(run, Worksheet)) + sum(len(one.cases) for _, one in handouts(run, Reading))
    with pikepdf.open(BytesIO(files["handouts.pdf"])) as pdf:
        assert len(pdf.pages) <= sheets + 2  # what to print may run over


def test_copies_are_counted_for_so_many_people() -> None:
    assert [copies("person", 30), copies("pair", 30), copies("four", 30), copies("room", 30)] == [30, 15, 8, 1]
    assert [copies("pair", 9), copies("four", 9)] == [5, 3]


@pytest.mark.poppler
@pytest.mark.parametrize("name", WORKSHOPS)
def test_the_first_page_says_how_many_to_print(name: str, library: Library, tmp_path: Path) -> None:
    run = version(library, name)
    text = read_aloud(made(run, library)["handouts.pdf"], tmp_path)
    group = run.workshop.group
    for one in asked(run):
        counts = "".join(str(copies(one.handout.each, number)) for number in
                         dict.fromkeys((group.fewest, group.ideal, group.most)))
        start = text.index(squeezed(one.handout.name))
        assert counts in text[start: start + 250], one.handout.name


def test_the_poster_is_asked_for_once_though_many_use_it(run: Running) -> None:
    found = [one for one in asked(run) if isinstance(one.handout, Poster)]
    assert len(found) == 1
    assert len(found[0].activities) == len(handouts(run, Poster)) > 1


def test_the_poster_can_be_read_from_three_metres(files: Files, library: Library) -> None:
    with pdfplumber.open(BytesIO(files["poster.pdf"])) as pdf:
        assert len(pdf.pages) == 1
        page = pdf.pages[0]
        assert (page.width, page.height) == pytest.approx(A3, abs=0.1)
        large = squeezed("".join(char["text"] for char in page.chars if char["size"] >= 24))
        whole = squeezed("".join(char["text"] for char in page.chars))
        middles = [rect for rect in page.rects if rect["fill"] and rect["width"] > 80 * MM and rect["height"] > 60 * MM]
    cells = library.all(MatrixCell)
    assert [cell.name for cell in cells if squeezed(cell.name) not in large] == []
    assert [cell.name for cell in cells if squeezed(cell.summary) not in whole] == []
    assert large.count("Professionals") >= 2
    assert len(middles) == 1


def card_pages(data: bytes, across: int, down: int) -> list[tuple[list[list[str]], list[list[str]]]]:
    """Text by row and column of each page of faces and the page of backs after it, cut out 4 mm inside the cuts.

    Fails where a letter stands outside these.
    """
    found = []
    with pdfplumber.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) % 2 == 0
        for page in pdf.pages[2:]:
            found.append(_slots(page, across, down))
    return list(zip(found[::2], found[1::2], strict=True))


def _slots(page: Any, across: int, down: int) -> list[list[str]]:
    left, top, safe = 12 * MM, 15 * MM, 4 * MM
    wide, high = (page.width - 2 * left) / across, (page.height - 2 * top) / down
    rows = []
    for row in range(down):
        cells = []
        for column in range(across):
            x, y = left + column * wide, top + row * high
            box = (x + safe, y + safe, x + wide - safe, y + high - safe)
            cells.append(squeezed("".join(char["text"] for char in page.within_bbox(box).chars)))
        rows.append(cells)
    letters = squeezed("".join(char["text"] for char in page.chars))
    assert sum(len(cell) for cells in rows for cell in cells) == len(letters), f"page {page.page_number}"
    return rows


@pytest.mark.parametrize(("name", "across", "down"), [("cards.pdf", 2, 4), ("cards-large-print.pdf", 1, 3)])
def test_backs_meet_their_faces(
    name: str, across: int, down: int, files: Files, run: Running, library: Library
) -> None:
    cards = [(number, card) for one in run.activities for number, card in enumerate(one.cards, 1)
             if any(isinstance(it, CardSet) for it in one.handouts)]
    assert len(cards) > 20
    seen = 0
    for faces, backs in card_pages(files[name], across, down):
        for face_row, back_row in zip(faces, backs, strict=True):
            for face, back in zip(face_row, reversed(back_row), strict=True):
                assert bool(face) == bool(back)
                if face:
                    number, card = cards[seen]
                    assert face == squeezed(f"{number}{card.name}{plain(card.text, library.name)}")
                    assert back.startswith(str(number))
                    assert squeezed(plain(card.answer, library.name)) in back
                    assert not card.cell or squeezed(library.get(card.cell).title) in back
                    assert back.endswith(squeezed(MADE_UP)) == (card.about is None)
                    seen += 1
    assert seen == len(cards)


def test_packs_begin_on_a_sheet_of_their_own(files: Files, run: Running) -> None:
    packs = [one for one in run.activities if any(isinstance(it, CardSet) for it in one.handouts)]
    with pikepdf.open(BytesIO(files["cards.pdf"])) as pdf:
        assert len(pdf.pages) == 2 + sum(2 * -(-len(one.cards) // 8) for one in packs)


@pytest.mark.parametrize("sector", [one.id for one in read(ROOT / "data").all(Sector)])
def test_faces_are_large_enough_for_a_table(sector: str, library: Library) -> None:
    for workshop in ("half-day", "board"):
        with pdfplumber.open(BytesIO(made(version(library, workshop, sector), library)["cards.pdf"])) as pdf:
            assert min(char["size"] for page in pdf.pages[2::2] for char in page.chars) >= 14


def test_long_words_stay_on_their_cards(spoilt: Files) -> None:
    found = card_pages(spoilt["cards.pdf"], 2, 4)
    assert any(face for faces, _ in found for row in faces for face in row)


def test_links_lead_nowhere_if_the_handbook_is_not_published(run: Running, library: Library) -> None:
    for one in printing.handouts(run, library, NOWHERE, WHEN):
        assert b"https://example.org" not in one.data
        with pikepdf.open(BytesIO(one.data)) as pdf:
            assert [note for page in pdf.pages for note in page.get("/Annots", [])] == []


def test_the_same_records_give_the_same_bytes(files: Files, run: Running, library: Library) -> None:
    assert made(run, library) == files
