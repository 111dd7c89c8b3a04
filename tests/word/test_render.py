"""The form in Word, read back by the library, by judges of the format, and by LibreOffice."""

from __future__ import annotations

import subprocess
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import ooxml
import pdfplumber
import pytest
from builder import NOWHERE, SOMEWHERE, WHEN
from docx.document import Document
from docx.oxml.ns import qn

from kit import word
from kit.form import form
from kit.library import Library
from kit.model import Brand
from kit.model.assessment import LEVELS, RATERS, Assessment, Statement
from kit.text import plain
from kit.word.form import NOT_READ

from .conftest import BROUGHT, hostile

BOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def text(document: Document) -> str:
    """All the words, a paragraph a line."""
    lines = ("".join(one.text or "" for one in line.iter(qn("w:t"))) for line in document.element.body.iter(qn("w:p")))
    return "\n".join(lines)


def headings(document: Document) -> list[int]:
    names = [str(line.style.name) for line in document.paragraphs if line.style]
    return [0 if name == "Title" else int(name[-1]) for name in names if name.startswith(("Heading", "Title"))]


def test_all_that_is_asked_is_there(made: bytes, asked: Assessment, library: Library) -> None:
    said = text(opened(made))
    for ref in asked.statements:
        statement = library.get(ref)
        assert isinstance(statement, Statement)
        lines = [statement.name, *(statement.wording[rater] for rater in RATERS), statement.evidence.ask]
        lines += [line for _, level in statement.levels.each() for line in (level.habit, level.next.text)]
        assert [line for line in lines if plain(line, library.name) not in said] == []
    lines = [*asked.it_is, *asked.it_is_not, *asked.instructions, *asked.who_sees, *asked.afterwards]
    assert [line for line in lines if plain(line, library.name) not in said] == []


def test_it_says_that_nobody_reads_it_back(made: bytes) -> None:
    assert NOT_READ in text(opened(made))


def test_there_is_a_box_with_a_name_for_every_answer(made: bytes, asked: Assessment) -> None:
    body = opened(made).element.body
    boxes = [one for one in body.iter(qn("w:sdt")) if one.find(f".//{BOX}") is not None]
    each = len(LEVELS) + 2
    assert len(boxes) == len(asked.statements) * each + len(RATERS) + 2 * 2 * 3
    names = [str(one.find(f".//{qn('w:alias')}").get(qn("w:val"))) for one in boxes]
    assert "1. Fixing" in names
    assert all(names)
    numbers = [one.find(f".//{qn('w:id')}").get(qn("w:val")) for one in boxes]
    assert len(set(numbers)) == len(numbers)


def test_headings_step_down_one_level_at_a_time(made: bytes) -> None:
    found = headings(opened(made))
    assert found[0] == 0
    assert found.count(0) == 1
    assert all(below - above <= 1 for above, below in pairwise(found))


def test_every_table_has_a_heading_row_and_a_description(made: bytes) -> None:
    tables = opened(made).tables
    assert len(tables) > 10
    for table in tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
        assert all(cell.text for cell in table.rows[0].cells)


def test_it_says_what_it_is_and_in_which_language(made: bytes, asked: Assessment, library: Library) -> None:
    document = opened(made)
    core = document.core_properties
    assert (core.title, core.author, core.language) == (asked.name, library.one(Brand).name, "en-GB")
    assert core.created is not None
    assert core.created.date() == WHEN.date()
    languages = {str(one.get(qn("w:val"))) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    with ZipFile(BytesIO(made)) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name]
        assert b"python-docx" not in b"".join(archive.read(name) for name in archive.namelist())


def test_it_is_a4(made: bytes) -> None:
    (section,) = opened(made).sections
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_hostile_text_shows_as_itself(library: Library) -> None:
    sheet, records = hostile(library)
    document = opened(word.render(sheet, records, NOWHERE, WHEN))
    said = text(document)
    assert "</w:t> <b>bold</b> & {{ 7*7 }} =1+1 😀 שלום " + "w" * 300 in said
    assert "<w:p/>&" + "n" * 100 in said


def test_what_somebody_brought_stands_as_they_wrote_it(library: Library) -> None:
    said = text(opened(word.render(form(BROUGHT, library), library, NOWHERE, WHEN)))
    assert "1. <w:p/> People are *asked* [[case/nowhere]]." in said
    assert "Always" in said
    assert "Facilitating" not in said


def test_a_form_for_one_role_has_its_wording_only(asked: Assessment, library: Library) -> None:
    said = text(opened(word.render(form(asked, library, "people"), library, NOWHERE, WHEN)))
    for ref in asked.statements:
        statement = library.get(ref)
        assert isinstance(statement, Statement)
        assert statement.wording.people in said
        assert f"Staff: {statement.wording.professionals}" not in said


def test_records_are_linked_where_the_handbook_is_published(asked: Assessment, library: Library, made: bytes) -> None:
    def targets(data: bytes) -> set[str]:
        return {one.target_ref for one in opened(data).part.rels.values() if one.is_external}

    assert targets(made) == set()
    found = targets(word.render(form(asked, library), library, SOMEWHERE, WHEN))
    assert found
    assert all(url.startswith("https://example.org/handbook/") for url in found)


@pytest.mark.parametrize("kind", ["usual", "hostile"])
def test_the_same_records_give_the_same_bytes(kind: str, asked: Assessment, library: Library) -> None:
    sheet, records = (form(asked, library), library) if kind == "usual" else hostile(library)
    one, other = (word.render(sheet, records, SOMEWHERE, WHEN) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("kind", ["usual", "hostile"])
def test_it_keeps_to_the_format(kind: str, made: bytes, library: Library, tmp_path: Path) -> None:
    target = tmp_path / "form.docx"
    target.write_bytes(made if kind == "usual" else word.render(*hostile(library), SOMEWHERE, WHEN))
    assert ooxml.audited(target) == []


def test_the_open_xml_sdk_finds_nothing_wrong(made: bytes, tmp_path: Path) -> None:
    target = tmp_path / "form.docx"
    target.write_bytes(made)
    assert ooxml.judged(target) == []


@pytest.mark.libreoffice
def test_libreoffice_opens_it(made: bytes, asked: Assessment, tmp_path: Path) -> None:
    target = tmp_path / "form.docx"
    target.write_bytes(made)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(target)],
        check=True, capture_output=True, timeout=180,
    )
    with pdfplumber.open(tmp_path / "form.pdf") as pdf:
        first = pdf.pages[0].extract_text()
        assert asked.name in first
        assert len(pdf.pages) < 2 * len(asked.statements)
