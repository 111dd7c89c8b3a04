"""Our form, filled in and read back, whatever was done to it on the way."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from kit.model.response import Response
from kit.reading import workbook as reader
from kit.reading.fence import Fence
from kit.reading.settle import Settler
from kit.reading.told import Given, Refused
from kit.results.instrument import Instrument
from kit.workbook.places import ANSWER, HIDDEN, ID, NOTES, PART, RESPONSE, SHEET, VERSION

from .conftest import FORM, GIVEN, KEYS, PEOPLE, Box, Fill


def settled(path: Path, fence: Fence, asked: Instrument) -> tuple[Response, list[str]]:
    """The only response of a workbook, and what is said of it."""
    (found,) = reader.responses(fence.form(path))
    assert isinstance(found, Given)
    whole = Settler(asked).settle(found)
    return whole.response, whole.warnings


def read(book: Workbook, folder: Path, fence: Fence, asked: Instrument) -> tuple[Response, list[str]]:
    book.save(folder / "filled.xlsx")
    return settled(folder / "filled.xlsx", fence, asked)


def unmerged(book: Workbook) -> None:
    """Take the form's cells apart: openpyxl moves no merged ones."""
    for merged in list(book[FORM].merged_cells.ranges):
        book[FORM].unmerge_cells(str(merged))


def check(found: Response) -> None:
    assert (found.assessment, found.assessment_version, found.role, found.team, found.date) == (
        "quick", 1, "professionals", "Day centre", "2026-11-23")
    assert [one.answer for one in found.answers] == KEYS
    assert all(one.version == 1 and one.evidence == "Seen" and one.notes.startswith("Note in") for one in found.answers)
    assert found.position.today.model_dump() == {"plans": "together", "delivers": "professionals"}
    assert found.position.wanted.model_dump() == {"plans": "community", "delivers": ""}


def test_what_was_filled_in_is_read_back(fill: Fill, tmp_path: Path, fence: Fence, asked: Instrument) -> None:
    found, said = read(fill(), tmp_path, fence, asked)
    check(found)
    assert [one.statement for one in found.answers] == [item.id for item in asked.statements]
    assert said == []


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_what_libreoffice_saved_is_read_back(
    ending: str, fill: Fill, tmp_path: Path, fence: Fence, asked: Instrument
) -> None:
    fill().save(tmp_path / "filled.xlsx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", ending,
         "--outdir", str(tmp_path / "out"), str(tmp_path / "filled.xlsx")],
        check=True, capture_output=True, timeout=180,
    )
    found, said = settled(tmp_path / "out" / f"filled.{ending}", fence, asked)
    check(found)
    assert said == []


def test_sheets_in_another_order(fill: Fill, tmp_path: Path, fence: Fence, asked: Instrument) -> None:
    book = fill()
    book.move_sheet(FORM, -1)
    book.move_sheet("Words", -3)
    check(read(book, tmp_path, fence, asked)[0])


def test_rows_inserted_and_moved(fill: Fill, tmp_path: Path, fence: Fence, asked: Instrument) -> None:
    book = fill()
    unmerged(book)
    book[FORM].insert_rows(5, 3)
    check(read(book, tmp_path, fence, asked)[0])


def test_sheet_that_was_renamed(fill: Fill, tmp_path: Path, fence: Fence, asked: Instrument) -> None:
    book = fill()
    book[FORM].title = "Mine"
    check(read(book, tmp_path, fence, asked)[0])


def test_properties_that_a_program_dropped(fill: Fill, tmp_path: Path, fence: Fence, asked: Instrument) -> None:
    book = fill()
    for name in list(book.custom_doc_props.names):
        del book.custom_doc_props[name]
    check(read(book, tmp_path, fence, asked)[0])


def test_response_id_where_the_form_has_one(fill: Fill, tmp_path: Path, fence: Fence, asked: Instrument) -> None:
    book = fill()
    book[FORM].cell(1, RESPONSE + 1).value = "abc"
    assert read(book, tmp_path, fence, asked)[0].id == "abc"


def test_numbers_that_were_pasted(fill: Fill, tmp_path: Path, fence: Fence, asked: Instrument) -> None:
    found, said = read(fill([1, 4, 2.0, "3", 5, 0, 2.5, -1]), tmp_path, fence, asked)
    assert [one.answer for one in found.answers] == ["fixing", "facilitating", "asking", "sharing", "", "", "", ""]
    assert said == ["bare numbers, read as levels 1 to 4: 4", "answers that the form doesn't offer, counted as none: 4"]


def test_words_as_people_type_them(fill: Fill, tmp_path: Path, fence: Fence, asked: Instrument) -> None:
    given = [" fixing ", "ASKING", "Don’t know", "doesn't  apply", "Sharing\u00a0", "dont-know", "maybe", True]
    found, said = read(fill(given), tmp_path, fence, asked)
    assert [one.answer for one in found.answers] == ["fixing", "asking", "dont-know", "does-not-apply", "sharing",
                                                     "dont-know", "", ""]
    assert said == ["answers that the form doesn't offer, counted as none: 2"]


def test_column_of_notes_that_is_missing(fill: Fill, tmp_path: Path, fence: Fence, asked: Instrument) -> None:
    book = fill()
    unmerged(book)
    book[FORM].delete_cols(NOTES + 1)
    found, said = read(book, tmp_path, fence, asked)
    assert [one.answer for one in found.answers] == KEYS
    assert {one.notes for one in found.answers} == {""}
    assert said == ["lacks the column 'Your notes'"]


@pytest.mark.parametrize(("column", "says"), [
    (ANSWER, "lacks the column 'Your answer'"), (ID, "no rows that say what"), (PART, "no rows that say what"),
])
def test_column_without_which_nothing_can_be_read(column: int, says: str, fill: Fill, box: Box) -> None:
    book = fill()
    unmerged(book)
    book[FORM].delete_cols(column + 1)
    how, (why,) = box.put("a.xlsx", book).one()
    assert how == "refused"
    assert says in why


def test_formulas_are_read_as_they_were_last_shown_and_said(fill: Fill, box: Box) -> None:
    book = fill(["=1+1", "Asking"], said='=HYPERLINK("https://evil.example","click")')
    how, why = box.put("a.xlsx", book).one()
    assert how == "accepted with warnings"
    assert why == ["formulas where answers are typed, read as they were last shown: 9"]


def test_two_sheets_of_answers_are_two_responses(fill: Fill, box: Box) -> None:
    book = fill()
    second = book.copy_worksheet(book[FORM])
    second["B2"] = PEOPLE
    found = box.put("a.xlsx", book).read()
    assert found.tally.responses == {"professionals": 1, "people": 1}
    assert "has 2 sheets of answers; each is read as a response" in found.outcomes[0].read().why


def test_blank_form_is_no_response(blank: bytes, box: Box) -> None:
    assert box.put("a.xlsx", blank).one() == ("refused", ["holds no answers, and isn't counted"])


def test_statements_that_we_do_not_ask_are_named(fill: Fill, box: Box) -> None:
    book = fill()
    form = book[FORM]
    row = next(row for row in range(1, form.max_row) if form.cell(row, PART + 1).value == "answer")
    form.cell(row, ID + 1).value = "statement/another"
    how, why = box.put("a.xlsx", book).one()
    assert how == "accepted with warnings"
    assert why == ["answers 'another', which this assessment doesn't ask"]


def test_other_version_of_a_statement_is_not_mixed(fill: Fill, box: Box) -> None:
    book = fill()
    form, name = book[FORM], f"statement/{box.asked.statements[1].id}"
    row = next(row for row in range(1, form.max_row) if form.cell(row, ID + 1).value == name)
    form.cell(row, VERSION + 1).value = 7
    found = box.put("a.xlsx", book).read()
    assert found.outcomes[0].read().why == ["answers another version of 1 statement; not mixed with this one"]
    assert found.tally.other_version == {box.asked.statements[1].id: 1}


def test_other_assessment_is_refused(fill: Fill, box: Box) -> None:
    book = fill()
    form = book[FORM]
    for row in range(1, form.max_row + 1):
        if str(form.cell(row, ID + 1).value).startswith("assessment/"):
            form.cell(row, ID + 1).value = "assessment/other"
    assert box.put("a.xlsx", book).one() == ("refused", ["answers another assessment, 'other'"])


def test_workbook_of_somebody_else_is_refused(box: Box) -> None:
    book = Workbook()
    book.active.append(["Fixing", 1, None])  # type: ignore[union-attr]
    how, (why,) = box.put("a.xlsx", book).one()
    assert (how, why[:20]) == ("refused", "has no rows that say")


def test_nothing_said_tells_what_was_answered(fill: Fill, box: Box) -> None:
    box.put("a.xlsx", fill(role="The boss")).put("b.xlsx", fill([9] * 8, role="The boss"))
    said = " ".join(line for one in box.read().read() for line in one.why)
    assert said
    assert not any(word in said for word in (*filter(None, GIVEN), "boss", "9"))


def test_column_of_versions_that_is_missing(fill: Fill, tmp_path: Path, fence: Fence, asked: Instrument) -> None:
    book = fill()
    book[FORM].delete_cols(VERSION + 1)
    found, _ = read(book, tmp_path, fence, asked)
    assert [one.answer for one in found.answers] == KEYS
    assert {one.version for one in found.answers} == {0}
    assert found.assessment_version == 1  # from the properties


def test_the_form_heads_its_columns_as_the_reader_expects(fill: Fill) -> None:
    head = [cell.value for cell in fill()[SHEET][4]]
    assert head[ANSWER:ANSWER + 3] == [reader.ANSWER, reader.EVIDENCE, reader.NOTES]
    assert head[ID:] == list(HIDDEN)


def test_refusals_come_one_a_sheet(fill: Fill, tmp_path: Path, fence: Fence) -> None:
    book = fill()
    book[FORM].cell(4, ANSWER + 1).value = "Gone"
    book.save(tmp_path / "a.xlsx")
    (found,) = reader.responses(fence.form(tmp_path / "a.xlsx"))
    assert isinstance(found, Refused)
