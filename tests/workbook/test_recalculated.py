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

from .conftest import BROUGHT, FORM, PICTURE, SAID, opened, rows

Recalculate = Callable[[Workbook], Workbook]

pytestmark = pytest.mark.libreoffice


def statements(assessment: Assessment, library: Library) -> list[Statement]:
    found = [library.get(ref) for ref in assessment.statements]
    return [one for one in found if isinstance(one, Statement)]


def column(book: Workbook, letter: str, refs: list[str]) -> list[str]:
    """The table of results, down one column, in the order of the statements."""
    sheet, last = book[SAID], 9
    found = {str(sheet.cell(row, last).value): str(sheet[f"{letter}{row}"].value or "")
             for row in range(5, sheet.max_row + 1)}
    return [found[ref] for ref in refs]


def counts(book: Workbook) -> list[dict[str, int]]:
    """The figures of the picture: one set for the whole, or one a section."""
    sheet = book[PICTURE]
    if sheet["A4"].value == "Answer":
        return [{str(sheet.cell(row, 1).value): int(str(sheet.cell(row, 2).value)) for row in range(5, 12)}]
    answers = {at: str(sheet.cell(4, at).value) for at in range(2, 9)}
    return [{name: int(str(sheet.cell(row, at).value)) for at, name in answers.items()} for row in range(5, 13)]


def marked(book: Workbook) -> dict[str, set[str]]:
    """The squares of the matrix that carry a mark, by the mark."""
    found: dict[str, set[str]] = {}
    for row in book[PICTURE].iter_rows(min_row=10):
        for cell in row:
            name, *marks = str(cell.value or "").split("\n")
            for mark in marks:
                if mark.startswith("● "):
                    found.setdefault(mark.removeprefix("● "), set()).add(name)
    return found


@pytest.mark.parametrize("rater", list(RATERS))
def test_a_filled_form(
    rater: Rater, made: bytes, asked: Assessment, library: Library, recalculated: Recalculate
) -> None:
    book = opened(made)
    sheet, wanted_of = book[FORM], statements(asked, library)
    refs = [one.ref for one in wanted_of]
    shift = list(RATERS).index(rater)
    some = [*asked.answers()[shift:], *asked.answers()[:shift], "", "7"]
    given = [some[place % len(some)] for place in range(len(refs))]
    sheet["B2"] = RATERS[rater]
    for answer, row in zip(given, rows(book, "answer").values(), strict=True):
        sheet[f"E{row}"] = answer or None
        sheet[f"F{row}"] = f"Seen at {row}, <b>& more"
    (today,), (wanted,) = rows(book, "today").values(), rows(book, "wanted").values()
    sheet[f"B{today}"], sheet[f"C{today}"] = HANDS["together"], HANDS["professionals"]
    sheet[f"B{wanted}"], sheet[f"C{wanted}"] = HANDS["community"], HANDS["together"]

    out = recalculated(book)

    assert [out[FORM].cell(row - 1, 2).value for row in rows(out, "answer").values()] == [
        statement.wording[rater] for statement in wanted_of
    ]
    known = [answer if answer in asked.answers() else NO_ANSWER if answer else NOT_YET for answer in given]
    assert column(out, "B", refs) == known
    levels = {asked.scale[name].name: name for name in LEVELS}
    asides = {aside.name: aside.next for aside in asked.apart.each()}
    chosen = [(s, s.levels[levels[a]] if a in levels else None, a) for s, a in zip(wanted_of, known, strict=True)]
    assert column(out, "C", refs) == [level.habit if level else "" for _, level, _ in chosen]
    assert column(out, "E", refs) == [level.next.text if level else asides.get(a, "") for _, level, a in chosen]
    for place, letter in enumerate("FGH"):
        assert column(out, letter, refs) == [
            pointer(library.get(level.next.see[place]), Web(library)) if level and place < len(level.next.see) else ""
            for _, level, _ in chosen
        ]
    assert all(text.startswith("Seen at") for text in column(out, "D", refs))
    together = {name: known.count(name) for name in (*asked.answers(), NOT_YET)}
    assert {name: sum(one[name] for one in counts(out)) for name in together} == together
    if len(refs) > 8:
        assert [list(one.values()) for one in counts(out)] == [
            [known[start:start + 3].count(name) for name in together] for start in range(0, len(refs), 3)
        ]
    squares = {(cell.plans, cell.delivers): cell.name for cell in library.all(MatrixCell)}
    names = {"Today": squares["together", "professionals"], asked.position.wanted: squares["community", "together"]}
    assert marked(out) == {mark: {name} for mark, name in names.items()}
    assert [out[FORM][f"D{row}"].value for row in (today, wanted)] == list(names.values())


def test_a_form_that_somebody_brought_gives_the_words_back(brought: bytes, recalculated: Recalculate) -> None:
    book = opened(brought)
    for row, (_, name) in zip(rows(book, "answer").values(), BROUGHT.levels(), strict=False):
        book[FORM][f"E{row}"], book[FORM][f"F{row}"], book[FORM][f"G{row}"] = name, f"saw {name}", f"note {name}"
    out = recalculated(book)
    found = [[cell.value for cell in row[1:4]] for row in out[SAID].iter_rows(min_row=5)]
    names = [name for _, name in BROUGHT.levels()[:3]]
    assert [row for row in found if row[0]] == [[name, f"saw {name}", f"note {name}"] for name in names]
    picture = [[cell.value for cell in row[:8]] for row in out[PICTURE].iter_rows(min_row=5, max_row=6)]
    assert picture == [["Having a say", 1, 1, 0, 0, 0, 0, 0], ["Doing it", 0, 0, 1, 0, 0, 0, 0]]


def test_the_values_saved_with_an_empty_form_are_right(made: bytes, recalculated: Recalculate) -> None:
    saved, out = opened(made, values=True), recalculated(opened(made))
    for name in (FORM, SAID, PICTURE):
        ours = {cell.coordinate: cell.value or "" for row in saved[name].iter_rows() for cell in row}
        theirs = {cell.coordinate: cell.value or "" for row in out[name].iter_rows() for cell in row}
        assert {place: theirs.get(place, "") for place in ours} == ours


def test_hostile_text_is_worked_out_as_text(evil: bytes, recalculated: Recalculate) -> None:
    book = opened(evil)
    form = book[FORM]
    form["B2"] = RATERS["professionals"]
    row = next(iter(rows(book, "answer").values()))
    form[f"E{row}"] = "Fixing"
    form[f"F{row}"].value = '=HYPERLINK("https://evil.example")'
    form[f"F{row}"].data_type = "s"
    out = recalculated(book)
    assert str(out[FORM].cell(row - 1, 2).value).startswith('=HYPERLINK("https://evil.example","click") #import')
    assert out[SAID]["D5"].value == '=HYPERLINK("https://evil.example")'
    assert out[SAID]["D5"].hyperlink is None
