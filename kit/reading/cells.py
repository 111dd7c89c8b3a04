"""The cells of a workbook that answer something, found by the ids beside them: never by row or sheet.

Runs in the process that opens workbooks. What comes out is plain: text, columns, and no more than a form has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from kit.reading import ods, xlsx
from kit.reading.archive import repacked, unpack
from kit.reading.bounds import Place
from kit.reading.refusal import Refused

LONGEST = 10_000
"""Characters that are read of a cell."""
_MOST = 1_200
"""Rows of answers on a sheet; our longest form has 55."""
_SHEETS = 20
_VERSIONS = 600
_REF = re.compile(r"(statement|assessment)/[a-z0-9]+(-[a-z0-9]+)*")
PARTS = ("role", "date", "answer", "evidence", "today", "wanted", "response")
"""What the second hidden column may say."""


@dataclass
class FormRow:
    """A row that answers something."""

    ref: str
    part: str
    cells: list[str]
    """Those before the hidden columns."""
    formulas: list[int]
    """Columns, from 0, whose cell is a formula."""


@dataclass
class FormSheet:
    """A sheet of answers."""

    name: str
    head: list[str] = field(default_factory=list)
    """The row of column headings, as far as the hidden columns; empty where there is none."""
    rows: list[FormRow] = field(default_factory=list)


@dataclass
class FormBook:
    """Everything in a workbook that answers something, and what the form says of itself."""

    kind: str
    properties: dict[str, str]
    versions: dict[str, int] = field(default_factory=dict)
    """Of the statements, by id."""
    stated: list[str] = field(default_factory=list)
    """The assessment's reference and version, from the hidden list."""
    sheets: list[FormSheet] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def plain(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        return asdict(self)


def form(data: bytes) -> FormBook:
    """A workbook's answers. Raises Refused where it can't or mustn't be opened."""
    kind, members, warnings = unpack(data)
    bounds = (xlsx if kind == "xlsx" else ods).bounds(members)
    found = FormBook(kind, bounds.properties, warnings=warnings)
    try:
        book = CalamineWorkbook.from_filelike(repacked(members))
        for name in book.sheet_names:
            grid = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            _sheet(name, [[_text(cell) for cell in row] for row in grid], bounds.formulas.get(name, set()), found)
    except (CalamineError, OSError, ValueError):
        raise Refused("is damaged: its cells can't be read") from None
    if len(found.sheets) > _SHEETS:
        raise Refused(f"has {len(found.sheets)} sheets of answers; at most {_SHEETS} are read")
    if any(len(cell) > LONGEST for sheet in found.sheets for row in sheet.rows for cell in row.cells):
        raise Refused(f"has a cell of more than {LONGEST:,} characters")
    return found


def _text(value: object) -> str:
    """A cell as people see it."""
    match value:
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
    return str(value)


def _sheet(name: str, grid: list[list[str]], formulas: set[Place], found: FormBook) -> None:
    sheet = FormSheet(name)
    for number, row in enumerate(grid):
        for column, (ref, part) in _pairs(row):
            if ref == "id" and part == "part":
                sheet.head = row[:column]
            elif part in PARTS and _REF.fullmatch(ref):
                here = sorted(at for line, at in formulas if line == number)
                sheet.rows.append(FormRow(ref, part, row[:column], here))
            elif ref == "id" and part == "version":
                found.versions.update(_versions(grid[number + 1:], column))
    if len(sheet.rows) > _MOST:
        raise Refused(f"has {len(sheet.rows):,} rows of answers; a form has fewer than {_MOST:,}")
    if sheet.rows:
        found.sheets.append(sheet)
    if grid and not sheet.rows and "assessment" in grid[0]:
        column = grid[0].index("assessment")
        found.stated = [row[column] for row in grid[1:3] if column < len(row)]


def _pairs(row: list[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Each cell that has text and the one after it."""
    return ((at, (row[at], row[at + 1])) for at in range(len(row) - 1) if row[at] and row[at + 1])


def _versions(rows: list[list[str]], column: int) -> dict[str, int]:
    pairs = [(row[column], row[column + 1]) for row in rows[:_VERSIONS]]
    return {name: int(version) for name, version in pairs if name and version.isdigit() and len(version) < 7}


__all__ = ["LONGEST", "PARTS", "FormBook", "FormRow", "FormSheet", "form"]
