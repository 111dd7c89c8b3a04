"""The run sheet: its times follow from one cell, lengths may change, and it says when the plan runs over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest
from builder import NOWHERE, SOMEWHERE, WHEN, with_records
from openpyxl.workbook import Workbook

from kit.library import Library
from kit.model.workshop import Workshop as Session
from kit.running import Running, running, sector_called
from kit.workbook import run_sheet
from kit.workbook.runsheet import BRING, NAME, START

from .conftest import opened

START_CELL, END_CELL, TOTAL_CELL, VERDICT_CELL = "C3", "C4", "C5", "D5"
WORKSHOPS = ("taster", "half-day", "full-day", "commissioners", "board", "follow-up")


def run_of(name: str, library: Library, sector: str | None = None) -> Running:
    record = library.get(f"workshop/{name}")
    assert isinstance(record, Session)
    return running(record, library, sector_called(library, sector))


@pytest.fixture(scope="session")
def taster(library: Library) -> Running:
    return run_of("taster", library)


@pytest.fixture(scope="session")
def sheet(taster: Running, library: Library) -> bytes:
    return run_sheet(taster, library, NOWHERE, WHEN)


def plan(book: Workbook) -> list[int]:
    """The rows of the plan: those with a length planned."""
    found = book[NAME]
    return [row for row in range(8, found.max_row + 1) if isinstance(found.cell(row, 4).value, int)]


def minutes(value: object) -> int:
    """A time as minutes past midnight, however it was stored."""
    if isinstance(value, time):
        return value.hour * 60 + value.minute + round(value.second / 60)
    assert isinstance(value, int | float), value
    return round(value * 24 * 60)


def times(book: Workbook) -> list[tuple[int, int]]:
    found = book[NAME]
    return [(minutes(found.cell(row, 1).value), minutes(found.cell(row, 2).value)) for row in plan(book)]


@pytest.mark.parametrize("name", WORKSHOPS)
def test_saved_times_are_those_of_the_workshop(name: str, library: Library) -> None:
    run = run_of(name, library)
    book = opened(run_sheet(run, library, NOWHERE, WHEN), values=True)
    assert times(book) == [(START + one.start, START + one.end) for one in run.moments]
    assert minutes(book[NAME][END_CELL].value) == START + run.workshop.minutes
    assert book[NAME][TOTAL_CELL].value == run.workshop.minutes


def test_every_part_and_every_moment_has_its_row(taster: Running, sheet: bytes) -> None:
    found = opened(sheet)[NAME]
    said = [str(found.cell(row, column).value) for row in range(8, found.max_row + 1) for column in (1, 5)]
    assert [text for text in said if text in {one.name for one in taster.stretches}] == [
        one.name for one in taster.stretches
    ]
    assert [found.cell(row, 5).value for row in plan(opened(sheet))] == [one.title for one in taster.moments]


@pytest.mark.libreoffice
def test_another_start_moves_every_time(
    taster: Running, sheet: bytes, recalculated: Callable[[Workbook], Workbook]
) -> None:
    book = opened(sheet)
    book[NAME][START_CELL] = time(13, 15)
    after = recalculated(book)
    assert times(after) == [(13 * 60 + 15 + one.start, 13 * 60 + 15 + one.end) for one in taster.moments]
    assert after[NAME][VERDICT_CELL].value == f"As planned: {taster.minutes} min"


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("change", "verdict"), [(7, "Runs over the plan by 7 min"), (-2, "2 min to spare")]
)
def test_a_changed_length_moves_what_follows_and_is_told(
    change: int, verdict: str, taster: Running, sheet: bytes, recalculated: Callable[[Workbook], Workbook]
) -> None:
    book = opened(sheet)
    row = plan(book)[2]
    book[NAME].cell(row, 3).value = taster.moments[2].minutes + change
    after = recalculated(book)
    expected = [(START + one.start, START + one.end) for one in taster.moments]
    assert times(after)[:2] == expected[:2]
    assert times(after)[3:] == [(start + change, end + change) for start, end in expected[3:]]
    assert minutes(after[NAME][END_CELL].value) == START + taster.minutes + change
    assert after[NAME][VERDICT_CELL].value == verdict


@pytest.mark.libreoffice
@pytest.mark.parametrize(("late", "said"), [(4, "4 min late"), (-3, "3 min early"), (0, "On time")])
def test_the_room_is_told_how_late_it_is(
    late: int, said: str, sheet: bytes, taster: Running, recalculated: Callable[[Workbook], Workbook]
) -> None:
    book = opened(sheet)
    row, begins = plan(book)[3], START + taster.moments[3].start + late
    book[NAME].cell(row, 8).value = time(begins // 60, begins % 60)
    after = recalculated(book)
    assert after[NAME].cell(row, 9).value == said
    assert not after[NAME].cell(plan(book)[4], 9).value


def test_only_what_one_types_is_unlocked(sheet: bytes) -> None:
    book = opened(sheet)
    found: Any = book[NAME]
    assert found.protection.sheet
    open_cells = {(cell.row, cell.column) for row in found.iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {(3, 3)} | {(row, column) for row in plan(book) for column in (3, 7, 8, 10)}


def test_materials_and_preparation_stand_once_each(taster: Running, sheet: bytes) -> None:
    found = opened(sheet)[BRING]
    said = [str(found.cell(row, 2).value) for row in range(3, found.max_row + 1) if found.cell(row, 2).value]
    assert len(said) == len(set(said))
    assert len(said) > len(taster.workshop.materials) + len(taster.activities)


def test_the_same_run_gives_the_same_bytes(taster: Running, sheet: bytes, library: Library) -> None:
    assert run_sheet(taster, library, NOWHERE, WHEN) == sheet
    assert run_sheet(taster, library, SOMEWHERE, WHEN) != sheet


def test_what_a_record_says_is_never_a_formula(library: Library) -> None:
    workshop = run_of("taster", library).workshop
    evil = workshop.model_copy(update={"name": '=cmd|"/c calc"!A1', "materials": ["=1+1", "+2", "@A1", "-3"]})
    found = running(evil, with_records(library, evil))
    book = opened(run_sheet(found, library, NOWHERE, WHEN))
    formulas = {
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    }
    assert not any(word in formula for formula in formulas for word in ("cmd", "@A1", "1+1"))
    assert book[NAME]["A1"].value == '=cmd|"/c calc"!A1'
    assert book[NAME]["A1"].data_type == "s"
