"""A summary as a workbook: the summary's own figures, nothing that a program would run, and nothing hidden shown."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from builder import WHEN
from ooxml import audited
from openpyxl.workbook import Workbook
from reports import EVIL, Made, fourteen, nobody, theirs

from kit import workbook
from kit.library import Library

SHEETS = ["Start here", "What you said", "Mixed first", "Where roles differ", "Who plans, who does", "What was read"]


def made(of: Made) -> Workbook:
    return openpyxl.load_workbook(BytesIO(workbook.report(of.report(), of.library, WHEN)))


def cells(book: Workbook) -> list[object]:
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def rows(book: Workbook, name: str) -> list[list[object]]:
    return [[cell for cell in row if cell is not None] for row in book[name].iter_rows(values_only=True)]


def test_counts_are_those_of_the_summary_group_by_group(library: Library) -> None:
    of = fourteen(library)
    told = [row for row in rows(made(of), "What you said") if row and isinstance(row[0], int)]
    expected = []
    for group in ("", "professionals", "people"):
        for number, one in enumerate(of.summary.statements, 1):
            found = next((role for role in one.roles if role.role == group), None) if group else one.everyone
            assert found
            expected.append([number, one.name, *found.levels.values(), found.dont_know, found.does_not_apply,
                             found.no_answer])
    assert [row[:9] for row in told] == expected


def test_most_mixed_come_first(library: Library) -> None:
    of = fourteen(library)
    by_id = {one.id: one for one in of.summary.statements}
    told = [row for row in rows(made(of), "Mixed first") if row and isinstance(row[0], int)]
    expected = []
    for place, name in enumerate(of.summary.mixed_first, 1):
        everyone = by_id[name].everyone
        assert everyone
        expected.append([place, by_id[name].name, everyone.far_pairs, everyone.pairs])
    assert [[row[0], row[2], row[4], row[5]] for row in told] == expected


def test_where_roles_differ_the_widest_come_first(library: Library) -> None:
    of = fourteen(library)
    wide = sorted((gap.half_levels for one in of.summary.statements for gap in one.gaps if gap.half_levels),
                  reverse=True)
    told = [row for row in rows(made(of), "Where roles differ") if row and isinstance(row[0], int)]
    assert len(told) == len(wide)
    assert sum("ask each other" in str(row[-1]) for row in told) == sum(half >= 4 for half in wide)


def test_squares_of_the_matrix_hold_the_summarys_counts(library: Library) -> None:
    of = fourteen(library)
    assert of.summary.positions
    first = of.summary.positions.today[0]
    assert first.squares
    for square in first.squares:
        name = of.report().names[square.plans, square.delivers]
        assert f"{square.responses}\n{name}" in cells(made(of))


@pytest.mark.parametrize("make", [fourteen, theirs, nobody])
def test_nothing_is_a_formula_a_link_or_locked(make: Callable[[Library], Made], library: Library) -> None:
    data = workbook.report(make(library).report(), library, WHEN)
    book = openpyxl.load_workbook(BytesIO(data))
    assert [name for name in book.sheetnames if name in SHEETS] == SHEETS
    for sheet in book:
        assert not sheet.protection.sheet
        assert all(cell.data_type != "f" and not cell.hyperlink for row in sheet.iter_rows() for cell in row)
    with ZipFile(BytesIO(data)) as archive:
        assert not any("<f>" in archive.read(name).decode("utf-8") for name in archive.namelist()
                       if name.startswith("xl/worksheets/sheet"))
    assert any(EVIL in str(value) for value in cells(book))


def test_controls_are_left_out(library: Library) -> None:
    assert "not a workbook, JSON or CSV; one[31m\ue000\U0001f600two" in cells(made(fourteen(library)))


def test_hidden_group_is_nowhere(library: Library) -> None:
    book = made(fourteen(library, sizes=(8, 3, 3), since=False))
    assert "Staff" in cells(book)
    titles = [cell.value for cell in book["What you said"]["A"]]
    assert "Staff" in titles and "People who use it" not in titles


def test_too_few_are_told_kindly_on_every_sheet(library: Library) -> None:
    book = made(nobody(library))
    for name in SHEETS[:5]:
        assert any("too few responses to show anything yet" in str(row) for row in rows(book, name)), name
    assert not any(isinstance(value, int) for value in cells(book))


def test_every_sheet_says_that_it_stays_in_the_room(library: Library) -> None:
    said = "This summary stays with the people in the room."
    inside, outside = made(fourteen(library, True, (6, 5, 3))), made(fourteen(library))
    for sheet in inside:
        assert sheet.oddHeader.center.text == said
        assert said in [cell.value for cell in sheet["A"]]
    assert said not in cells(outside)


def test_chart_says_what_it_shows(library: Library) -> None:
    data = workbook.report(fourteen(library).report(), library, WHEN)
    with ZipFile(BytesIO(data)) as archive:
        drawn = "".join(archive.read(name).decode() for name in archive.namelist() if "drawings/drawing" in name)
    assert drawn.count("The table to its left has the same figures.") == 3


@pytest.mark.parametrize("make", [fourteen, theirs, nobody])
def test_file_follows_the_rules_of_its_format(
    make: Callable[[Library], Made], library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "summary.xlsx"
    path.write_bytes(workbook.report(make(library).report(), library, WHEN))
    assert audited(path) == []


def test_same_report_comes_to_the_same_bytes(library: Library) -> None:
    told = fourteen(library).report()
    assert workbook.report(told, library, WHEN) == workbook.report(told, library, WHEN)
