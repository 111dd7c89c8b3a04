"""The workbook, read back by another library."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from builder import SOMEWHERE, WHEN
from openpyxl.worksheet.worksheet import Worksheet

from kit import workbook
from kit.library import Library
from kit.model.assessment import HANDS, RATERS, Assessment, Statement

from .conftest import FORM, HOSTILE, ID, PART, SAID, hostile, opened, rows

VOLATILE = re.compile(r"\b(INDIRECT|OFFSET|NOW|TODAY|RAND|WEBSERVICE)\(")


def formulas(data: bytes) -> list[str]:
    return [
        cell.value for sheet in opened(data) for row in sheet.iter_rows() for cell in row
        if isinstance(cell.value, str) and cell.data_type == "f"
    ]


def choices(sheet: Worksheet, cell: str) -> list[str]:
    """What the drop-down of a cell offers."""
    found = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    assert len(found) == 1
    assert found[0].type == "list"
    name, _, area = str(found[0].formula1).replace("$", "").partition("!")
    assert sheet.parent is not None
    return [str(line[0].value) for line in sheet.parent[name][area]]


def test_three_sheets_show_and_the_words_are_hidden(made: bytes) -> None:
    states = {sheet.title: sheet.sheet_state for sheet in opened(made)}
    assert states == {"Start here": "visible", FORM: "visible", SAID: "visible", "Words": "hidden"}


def test_every_statement_has_a_row_for_its_answer_and_one_for_what_was_seen(made: bytes, quick: Assessment) -> None:
    book = opened(made)
    assert list(rows(book, "answer")) == quick.statements
    assert list(rows(book, "evidence")) == quick.statements
    for part in ("role", "date", "today", "wanted"):
        assert list(rows(book, part)) == [quick.ref]


def test_ids_are_hidden(made: bytes) -> None:
    columns = opened(made)[FORM].column_dimensions
    assert columns["G"].hidden
    assert (columns["G"].min, columns["G"].max) == (ID, PART)
    assert opened(made)[SAID].column_dimensions["H"].hidden


def test_the_words_sheet_says_which_version_of_each_statement_was_asked(made: bytes, library: Library) -> None:
    words = opened(made)["Words"]
    found = {words.cell(row, 1).value: words.cell(row, 2).value for row in range(1, words.max_row + 1)}
    for statement in library.all(Statement):
        assert found[statement.id] == statement.version


def test_drop_downs_offer_words(made: bytes, quick: Assessment) -> None:
    book = opened(made)
    form = book[FORM]
    assert choices(form, "B2") == list(RATERS.values())
    for row in rows(book, "answer").values():
        assert choices(form, f"E{row}") == quick.answers()
    for part in ("today", "wanted"):
        for column in "BC":
            assert choices(form, f"{column}{rows(book, part)[quick.ref]}") == list(HANDS.values())


def test_all_is_locked_but_what_people_type_in(made: bytes) -> None:
    book = opened(made)
    assert all(sheet.protection.sheet for sheet in book)
    wanted = {"B2", "E2", "B3"}
    for row in rows(book, "answer").values():
        wanted |= {f"E{row}", f"F{row}", f"E{row + 1}"}
    for part in ("today", "wanted"):
        (row,) = rows(book, part).values()
        wanted |= {f"B{row}", f"C{row}"}
    merged = {cell for area in book[FORM].merged_cells.ranges for cells in area.rows for cell in cells[1:]}
    assert merged  # what lies behind a merged cell can't be reached
    for sheet in book:
        free = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
        free -= {cell.coordinate for row in sheet.iter_rows() for cell in row if type(cell).__name__ == "MergedCell"}
        assert free == (wanted if sheet.title == FORM else set())


def test_formulas_are_plain_and_carry_their_values(made: bytes) -> None:
    found = formulas(made)
    assert len(found) > 50
    assert not [formula for formula in found if VOLATILE.search(formula)]
    with ZipFile(BytesIO(made)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                text = archive.read(name).decode()
                assert text.count("<f>") == len(re.findall(r"</f><v>[^<]*</v>", text))


def test_without_a_role_all_three_wordings_show(made: bytes, quick: Assessment, library: Library) -> None:
    book = opened(made, values=True)
    for ref, row in rows(book, "answer").items():
        statement = library.get(ref)
        assert isinstance(statement, Statement)
        shown = str(book[FORM].cell(row - 1, 2).value)
        assert shown.splitlines() == [
            f"Staff: {statement.wording.professionals}",
            f"People who use it: {statement.wording.people}",
            f"Those who commission or lead: {statement.wording.commissioners}",
        ]


def test_hostile_text_stays_text(made: bytes, evil: bytes) -> None:
    book = opened(evil)
    texts = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "s"}
    assert set(HOSTILE.values()) <= {text.replace("\\", "\\\\") for text in texts} | texts
    assert {"1. =1+1", '=cmd|"/c calc"!A1 & <b>'} <= texts
    assert len(formulas(evil)) == len(formulas(made))
    assert not [formula for formula in formulas(evil) if "evil" in formula or "cmd" in formula]
    with ZipFile(BytesIO(evil)) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name]
        relations = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    assert b"evil.example" not in relations


def test_it_says_what_it_is(made: bytes, quick: Assessment) -> None:
    book = opened(made)
    assert book.properties.title == quick.name
    assert book.properties.language == "en-GB"
    assert book.properties.creator == "From Fixers to Facilitators"
    assert book.properties.created is not None
    assert book.properties.created.date() == WHEN.date()
    with ZipFile(BytesIO(made)) as archive:
        said = archive.read("docProps/custom.xml").decode()
    assert quick.ref in said


def test_it_says_that_it_is_no_measure(made: bytes) -> None:
    text = " ".join(str(cell.value) for row in opened(made)["Start here"].iter_rows() for cell in row if cell.value)
    assert "conversation starter" in text
    assert "not a validated measure" in text
    assert "sends nothing to anyone" in text


def test_it_prints_on_a4_with_its_headings_on_every_page(made: bytes) -> None:
    form = opened(made)[FORM]
    assert str(form.page_setup.paperSize) == "9"
    assert form.page_setup.orientation == "landscape"
    assert form.print_title_rows == "$4:$4"
    assert form.sheet_properties.pageSetUpPr is not None
    assert form.sheet_properties.pageSetUpPr.fitToPage
    assert form.page_setup.fitToHeight == 0  # as many as it takes; one across is what a file means by silence
    assert form.freeze_panes == "A5"
    assert "G" not in str(form.print_area).partition("!")[2]


def test_records_are_linked_where_the_handbook_is_published(quick: Assessment, library: Library, made: bytes) -> None:
    out = workbook.render(quick, library, SOMEWHERE, WHEN)
    assert "HYPERLINK(" in " ".join(formulas(out))
    assert "HYPERLINK(" not in " ".join(formulas(made))
    urls = [str(cell.value) for row in opened(out)["Words"].iter_rows() for cell in row if "://" in str(cell.value)]
    assert len(urls) >= 40
    assert all(url.startswith("https://example.org/handbook/") for url in urls)


@pytest.mark.parametrize("kind", ["usual", "hostile"])
def test_the_same_records_give_the_same_bytes(kind: str, quick: Assessment, library: Library) -> None:
    assessment, records = (quick, library) if kind == "usual" else hostile(library)
    one, other = (workbook.render(assessment, records, SOMEWHERE, WHEN) for _ in range(2))
    assert one == other
