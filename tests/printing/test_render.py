"""The paper form, read back by other libraries."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pikepdf
import pytest

from kit import printing
from kit.form import form
from kit.library import Library
from kit.model import Brand, MatrixCell
from kit.model.assessment import LEVELS, RATERS, Assessment, Statement
from kit.text import plain

from .conftest import SOMEWHERE, WHEN, hostile
from .reading import A4, font_descriptors, squeezed, words

MARGIN = 40
"""Points of every page that stay free of words; the footer comes nearest to the edge."""


def test_it_is_tagged_and_says_so(made: bytes, asked: Assessment) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).lower() == "en-gb"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.Root.StructTreeRoot is not None
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"] == asked.name
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261123")


def test_its_tags_are_those_of_a_document(made: bytes, asked: Assessment) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        tags = [str(found.S) for found in pdf.objects
                if isinstance(found, pikepdf.Dictionary) and "/S" in found and "/P" in found and "/K" in found]
    assert tags.count("/H1") == 1
    many = len(asked.statements)
    sections = 0 if many == 8 else 8
    assert tags.count("/H4") == (many if sections else 0)
    # Each is asked and each is answered; with sections, the question stands a level below. Then there are two pictures.
    assert tags.count("/H3") == (many + sections if sections else 2 * many) + 2
    assert tags.count("/Table") == 1 + 2 + len(asked.statements)
    assert {"/L", "/LI", "/TH", "/TD", "/P"} <= set(tags)


def test_every_font_is_ours_and_inside(made: bytes) -> None:
    with pikepdf.open(BytesIO(made)) as pdf:
        found = font_descriptors(pdf)
        assert found
        assert all("/FontFile2" in one for one in found)
        assert all("LiberationSans" in str(one.FontName) for one in found)


def test_nothing_leaves_the_page(made: bytes) -> None:
    _stays_on_the_page(made)


def test_hostile_text_stays_on_the_page(evil: bytes) -> None:
    _stays_on_the_page(evil)


def _stays_on_the_page(data: bytes) -> None:
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            assert (page.width, page.height) == pytest.approx(A4, abs=0.1)
            seen = [char for char in page.chars if char["text"].strip("\u200b ")]
            assert min(char["x0"] for char in seen) >= MARGIN
            assert max(char["x1"] for char in seen) <= A4[0] - MARGIN
            assert min(char["top"] for char in seen) >= MARGIN / 2
            assert max(char["bottom"] for char in seen) <= A4[1] - MARGIN / 2


def test_all_that_is_asked_is_there(made: bytes, asked: Assessment, library: Library) -> None:
    text = words(made)
    for ref in asked.statements:
        statement = library.get(ref)
        assert isinstance(statement, Statement)
        lines = [statement.name, *(statement.wording[rater] for rater in RATERS), statement.evidence.ask]
        lines += [level.habit for _, level in statement.levels.each()]
        lines += [level.next.text for _, level in statement.levels.each()]
        assert [line for line in lines if squeezed(line) not in text] == []
    lines = [*asked.it_is, *asked.it_is_not, *asked.instructions, *asked.who_sees, *asked.afterwards, *RATERS.values()]
    lines += [cell.name for cell in library.all(MatrixCell)]
    assert [line for line in lines if squeezed(plain(line, library.name)) not in text] == []


def test_there_is_a_box_for_every_answer(made: bytes, asked: Assessment) -> None:
    with pdfplumber.open(BytesIO(made)) as pdf:
        squares = [
            shape for page in pdf.pages for shape in (*page.rects, *page.curves)
            if shape["width"] == pytest.approx(12, abs=0.2) and shape["height"] == pytest.approx(12, abs=0.2)
        ]
    answers = len(LEVELS) + len(asked.apart.each())
    assert len(squares) == len(asked.statements) * answers + len(RATERS) + 2 * 9


def test_every_page_says_which_it_is_and_how_to_reuse_it(made: bytes, asked: Assessment, library: Library) -> None:
    with pdfplumber.open(BytesIO(made)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            text = squeezed(page.extract_text())
            assert f"Page{number}of{len(pdf.pages)}" in text
            assert squeezed(library.one(Brand).licence) in text
            assert squeezed(f"version {asked.version}") in text.lower()


def test_hostile_text_shows_as_itself(evil: bytes) -> None:
    text = words(evil)
    assert squeezed('#import "x": * #panic("no") $x^2$ \\ @label <b>bold</b> {{ 7*7 }} ]) // gone? /* too */') in text
    assert "w" * 300 in text
    assert "#" + "m" * 110 in text
    assert "#quit()" + "n" * 100 in text
    assert set("שלום") <= set(text)
    assert "½→☐" in text


def test_what_no_font_can_show_is_named(evil: bytes) -> None:
    text = words(evil)
    assert "[grinningface]" in text
    assert "[cjkunifiedideograph-65e5]" in text


def test_links_lead_to_the_handbook_if_it_is_published(made: bytes, asked: Assessment, library: Library) -> None:
    def targets(data: bytes) -> set[str]:
        with pikepdf.open(BytesIO(data)) as pdf:
            return {str(note.A.URI) for page in pdf.pages for note in page.get("/Annots", [])}

    found = targets(printing.render(form(asked, library), library, SOMEWHERE, WHEN))
    assert "https://example.org/handbook/see/cases/keyring/" in found
    assert all(url.startswith("https://example.org/handbook/") for url in found)
    assert targets(made) == set()


@pytest.mark.parametrize("kind", ["usual", "hostile"])
def test_the_same_records_give_the_same_bytes(kind: str, asked: Assessment, library: Library) -> None:
    sheet, records = (form(asked, library), library) if kind == "usual" else hostile(library)
    one, other = (printing.render(sheet, records, SOMEWHERE, WHEN) for _ in range(2))
    assert one == other
