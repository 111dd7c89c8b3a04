"""The workbook, read back by another library."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from builder import NOWHERE, SOMEWHERE, WHEN
from openpyxl.worksheet.worksheet import Worksheet

from kit import workbook
from kit.form import form
from kit.library import Library
from kit.model.assessment import HANDS, RATERS, Assessment, Statement
from kit.model.brand import Brand

from .conftest import BROUGHT, FORM, HOSTILE, ID, PART, PICTURE, RESPONSE, SAID, VERSION, hostile, opened, rows

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


def test_four_sheets_show_and_the_words_are_hidden(made: bytes) -> None:
    states = {sheet.title: sheet.sheet_state for sheet in opened(made)}
    shown = dict.fromkeys(("Start here", FORM, SAID, PICTURE), "visible")
    assert states == {**shown, "Words": "hidden"}


def test_every_statement_has_a_row_of_its_own(made: bytes, asked: Assessment) -> None:
    book = opened(made)
    assert list(rows(book, "answer")) == asked.statements
    for part in ("assessment", "role", "date", "today", "wanted"):
        assert list(rows(book, part)) == [asked.ref]


def test_what_was_asked_is_told_in_hidden_columns(made: bytes, asked: Assessment, library: Library) -> None:
    form = opened(made)[FORM]
    columns = form.column_dimensions
    assert columns["H"].hidden
    assert (columns["H"].min, columns["H"].max) == (ID, RESPONSE)
    heads = [form.cell(4, column).value for column in (ID, PART, VERSION, RESPONSE)]
    assert heads == ["id", "part", "version", "response"]
    versions = {ref: form.cell(row, VERSION).value for ref, row in rows(opened(made), "answer").items()}
    assert versions == {statement.ref: statement.version for statement in asked_in(asked, library)}
    assert form.cell(rows(opened(made), "assessment")[asked.ref], VERSION).value == asked.version
    assert opened(made)[SAID].column_dimensions["I"].hidden


def asked_in(asked: Assessment, library: Library) -> list[Statement]:
    return [one for one in map(library.get, asked.statements) if isinstance(one, Statement)]


def test_a_copy_for_one_response_carries_its_id(quick: Assessment, library: Library, made: bytes) -> None:
    own = opened(workbook.render(form(quick, library), library, NOWHERE, WHEN, response="0f0e"))
    assert own[FORM].cell(rows(own, "assessment")[quick.ref], RESPONSE).value == "0f0e"
    common = opened(made)[FORM]
    assert not common.cell(1, RESPONSE).value


def test_the_words_sheet_says_which_version_of_each_statement_was_asked(
    made: bytes, asked: Assessment, library: Library
) -> None:
    words = opened(made)["Words"]
    found = {words.cell(row, 1).value: words.cell(row, 2).value for row in range(1, words.max_row + 1)}
    for statement in asked_in(asked, library):
        assert found[statement.id] == statement.version


def test_drop_downs_offer_words(made: bytes, asked: Assessment) -> None:
    book = opened(made)
    form = book[FORM]
    assert choices(form, "B2") == list(RATERS.values())
    for row in rows(book, "answer").values():
        assert choices(form, f"E{row}") == asked.answers()
    for part in ("today", "wanted"):
        for column in "BC":
            assert choices(form, f"{column}{rows(book, part)[asked.ref]}") == list(HANDS.values())


def test_all_is_locked_but_what_people_type_in(made: bytes) -> None:
    book = opened(made)
    assert all(sheet.protection.sheet for sheet in book)
    wanted = {"B2", "E2", "B3"}
    for row in rows(book, "answer").values():
        wanted |= {f"E{row}", f"F{row}", f"G{row}"}
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


def test_hostile_text_stays_text(evil: bytes, quick: Assessment, library: Library) -> None:
    book = opened(evil)
    texts = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "s"}
    assert set(HOSTILE.values()) <= {text.replace("\\", "\\\\") for text in texts} | texts
    assert {"1. =1+1", '=cmd|"/c calc"!A1 & <b>'} <= texts
    usual = workbook.render(form(quick, library), library, NOWHERE, WHEN)
    assert len(formulas(evil)) == len(formulas(usual))
    assert not [formula for formula in formulas(evil) if "evil" in formula or "cmd" in formula]
    with ZipFile(BytesIO(evil)) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name]
        relations = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    assert b"evil.example" not in relations


def test_it_says_what_it_is(made: bytes, asked: Assessment) -> None:
    book = opened(made)
    assert book.properties.title == asked.name
    assert book.properties.language == "en-GB"
    assert book.properties.creator == "From Fixers to Facilitators"
    assert book.properties.created is not None
    assert book.properties.created.date() == WHEN.date()
    with ZipFile(BytesIO(made)) as archive:
        said = archive.read("docProps/custom.xml").decode()
    assert asked.ref in said


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
    assert "H" not in str(form.print_area).partition("!")[2]


def test_records_are_linked_where_the_handbook_is_published(quick: Assessment, library: Library, made: bytes) -> None:
    out = workbook.render(form(quick, library), library, SOMEWHERE, WHEN)
    assert "HYPERLINK(" in " ".join(formulas(out))
    assert "HYPERLINK(" not in " ".join(formulas(made))
    urls = [str(cell.value) for row in opened(out)["Words"].iter_rows() for cell in row if "://" in str(cell.value)]
    assert len(urls) >= 40
    assert all(url.startswith("https://example.org/handbook/") for url in urls)


@pytest.mark.parametrize("kind", ["usual", "hostile"])
def test_the_same_records_give_the_same_bytes(kind: str, quick: Assessment, library: Library) -> None:
    asked, records = (form(quick, library), library) if kind == "usual" else hostile(library)
    one, other = (workbook.render(asked, records, SOMEWHERE, WHEN) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("role", list(RATERS))
def test_a_form_for_one_role_has_its_wording_only(role: str, quick: Assessment, library: Library) -> None:
    book = opened(workbook.render(form(quick, library, role), library, NOWHERE, WHEN))
    sheet = book[FORM]
    assert sheet["B2"].value == dict(RATERS.items())[role]  # type: ignore[index]
    assert sheet["B2"].protection.locked
    for (ref, row), statement in zip(rows(book, "answer").items(), asked_in(quick, library), strict=True):
        assert ref == statement.ref
        assert sheet.cell(row - 1, 2).value == statement.wording[role]  # type: ignore[index]


def test_the_chart_says_in_words_what_it_shows_and_has_its_figures_beside_it(made: bytes) -> None:
    with ZipFile(BytesIO(made)) as archive:
        (drawing,) = [name for name in archive.namelist() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)]
        assert 'descr="Bar chart of how often' in archive.read(drawing).decode()
        (chart,) = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        shown = archive.read(chart).decode()
    assert f"'{PICTURE}'!$A$5" in shown
    assert "<c:v>0</c:v>" in shown  # its values are saved with it


def test_a_form_that_somebody_brought_has_its_own_scale_and_sections(brought: bytes) -> None:
    book = opened(brought)
    sheet = book[FORM]
    answers = rows(book, "answer")
    assert list(answers) == ["statement/asked", "statement/told", "statement/help"]
    assert [sheet.cell(row, VERSION).value for row in answers.values()] == [2, 1, 1]
    names = [name for _, name in BROUGHT.levels()]
    assert choices(sheet, f"E{answers['statement/told']}") == [*names, "Don't know", "Doesn't apply"]
    assert not rows(book, "today")
    shown = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
    assert {"Having a say", "Doing it", "=1+1 Ladder", "1. =1+1 People are *asked* [[case/nowhere]]."} <= shown
    assert not any("next step" in str(cell.value).lower() for row in book[SAID].iter_rows() for cell in row)


def test_a_form_that_somebody_brought_is_not_under_our_licence(brought: bytes, library: Library) -> None:
    book, ours = opened(brought), library.one(Brand).licence
    assert ours not in str(book.properties.description)
    assert all(ours[:20] not in str(sheet.oddFooter.left.text) for sheet in book)
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if ours in str(cell.value)]
