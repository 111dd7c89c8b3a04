"""The cells of a workbook that answer something, found by the ids beside them: never by row or sheet.

Runs in the process that opens workbooks. What comes out is plain: text, columns, and no more than a form has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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
_REF = re.compile(r"(statement|assessment)/[a-z0-9]+(-[a-z0-9]+)*")
PARTS = ("assessment", "role", "date", "answer", "today", "wanted")
"""What the second hidden column may say."""
_MORE = ("version", "response")
"""Hidden columns that may follow."""


@dataclass
class FormRow:
    """A row that answers something."""

    ref: str
    part: str
    version: str
    response: str
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
    sheet, more = FormSheet(name), {"version": 2, "response": 3}
    for row in grid:
        if (column := _find(row, lambda ref, part: (ref, part) == ("id", "part"))) is not None:
            sheet.head = row[:column]
            more = {heading: row.index(heading, column) - column for heading in _MORE if heading in row[column:]}
    for number, row in enumerate(grid):
        column = _find(row, lambda ref, part: part in PARTS and _REF.fullmatch(ref) is not None)
        if column is not None:
            here = sorted(at for line, at in formulas if line == number)
            version, response = (_at(row, column + more[heading] if heading in more else -1) for heading in _MORE)
            sheet.rows.append(FormRow(row[column], row[column + 1], version, response, row[:column], here))
    if len(sheet.rows) > _MOST:
        raise Refused(f"has {len(sheet.rows):,} rows of answers; a form has fewer than {_MOST:,}")
    if sheet.rows:
        found.sheets.append(sheet)


def _at(row: list[str], column: int) -> str:
    return row[column] if 0 <= column < len(row) else ""


def _find(row: list[str], fits: Callable[[str, str], bool]) -> int | None:
    """The last column whose cell and the one after it fit: the hidden columns stand right of all others."""
    pairs = ((at, row[at], row[at + 1]) for at in range(len(row) - 2, -1, -1))
    return next((at for at, ref, part in pairs if ref and part and fits(ref, part)), None)


__all__ = ["LONGEST", "PARTS", "FormBook", "FormRow", "FormSheet", "form"]
