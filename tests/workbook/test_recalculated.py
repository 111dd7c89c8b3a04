"""What LibreOffice works out from a filled form, against what the records say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from openpyxl.workbook import Workbook

from kit.library import Library
from kit.model import MatrixCell
from kit.model.assessment import HANDS, LEVELS, RATERS, Assessment, Rater, Statement
from kit.refs import Web
from kit.wording import pointer
from kit.workbook.said import NO_ANSWER, NOT_YET

from .conftest import FORM, SAID, opened, rows

Recalculate = Callable[[Workbook], Workbook]

pytestmark = pytest.mark.libreoffice


def statements(assessment: Assessment, library: Library) -> list[Statement]:
    found = [library.get(ref) for ref in assessment.statements]
    return [one for one in found if isinstance(one, Statement)]


def column(book: Workbook, letter: str, count: int) -> list[str]:
    """The table of results, down one column."""
    return [str(book[SAID][f"{letter}{row}"].value or "") for row in range(5, 5 + count)]


def counts(book: Workbook) -> dict[str, int]:
    sheet = book[SAID]
    start = next(row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value == "How often you chose each")
    return {str(sheet.cell(row, 1).value): int(str(sheet.cell(row, 2).value)) for row in range(start + 1, start + 8)}


def marked(book: Workbook) -> dict[str, set[str]]:
    """The squares of the matrix that carry a mark, by the mark."""
    found: dict[str, set[str]] = {}
    for row in book[SAID].iter_rows():
        for cell in row:
            name, *marks = str(cell.value or "").split("\n")
            for mark in marks:
                found.setdefault(mark.removeprefix("● "), set()).add(name)
    return found


@pytest.mark.parametrize("rater", list(RATERS))
def test_a_filled_form(
    rater: Rater, made: bytes, quick: Assessment, library: Library, recalculated: Recalculate
) -> None:
    book = opened(made)
    form, asked = book[FORM], statements(quick, library)
    shift = list(RATERS).index(rater)
    given = [*quick.answers()[shift:], *quick.answers()[:shift], "", "7"]
    form["B2"] = RATERS[rater]
    for answer, row in zip(given, rows(book, "answer").values(), strict=True):
        form[f"E{row}"] = answer or None
        form[f"E{row + 1}"] = f"Seen at {row}, <b>& more"
    (today,), (wanted,) = rows(book, "today").values(), rows(book, "wanted").values()
    form[f"B{today}"], form[f"C{today}"] = HANDS["together"], HANDS["professionals"]
    form[f"B{wanted}"], form[f"C{wanted}"] = HANDS["community"], HANDS["together"]

    out = recalculated(book)

    assert [out[FORM].cell(row - 1, 2).value for row in rows(out, "answer").values()] == [
        statement.wording[rater] for statement in asked
    ]
    known = [answer if answer in quick.answers() else NO_ANSWER if answer else NOT_YET for answer in given]
    assert column(out, "B", 8) == known
    levels = {quick.scale[name].name: name for name in LEVELS}
    asides = {aside.name: aside.next for aside in quick.apart.each()}
    chosen = [(s, s.levels[levels[a]] if a in levels else None, a) for s, a in zip(asked, known, strict=True)]
    assert column(out, "C", 8) == [level.habit if level else "" for _, level, _ in chosen]
    assert column(out, "E", 8) == [level.next.text if level else asides.get(a, "") for _, level, a in chosen]
    assert column(out, "F", 8) == [
        pointer(library.get(level.next.see[0]), Web(library)) if level else "" for _, level, _ in chosen
    ]
    assert column(out, "D", 8)[0].startswith("Seen at")
    assert counts(out) == {name: known.count(name) for name in (*quick.answers(), NOT_YET)}
    squares = {(cell.plans, cell.delivers): cell.name for cell in library.all(MatrixCell)}
    names = {"Today": squares["together", "professionals"], quick.position.wanted: squares["community", "together"]}
    assert marked(out) == {mark: {name} for mark, name in names.items()}
    assert [out[FORM][f"D{row}"].value for row in (today, wanted)] == list(names.values())


def test_the_values_saved_with_an_empty_form_are_right(made: bytes, recalculated: Recalculate) -> None:
    saved, out = opened(made, values=True), recalculated(opened(made))
    for name in (FORM, SAID):
        ours = {cell.coordinate: cell.value or "" for row in saved[name].iter_rows() for cell in row}
        theirs = {cell.coordinate: cell.value or "" for row in out[name].iter_rows() for cell in row}
        assert {place: theirs.get(place, "") for place in ours} == ours


def test_hostile_text_is_worked_out_as_text(evil: bytes, recalculated: Recalculate) -> None:
    book = opened(evil)
    form = book[FORM]
    form["B2"] = RATERS["professionals"]
    row = next(iter(rows(book, "answer").values()))
    form[f"E{row}"] = "Fixing"
    form[f"E{row + 1}"].value = '=HYPERLINK("https://evil.example")'
    form[f"E{row + 1}"].data_type = "s"
    out = recalculated(book)
    assert str(out[FORM].cell(row - 1, 2).value).startswith('=HYPERLINK("https://evil.example","click") #import')
    assert out[SAID]["D5"].value == '=HYPERLINK("https://evil.example")'
    assert out[SAID]["D5"].hyperlink is None
